import GraphEngine
import TestSupport
import Testing

/// A disk as a power cut leaves it, replayed from the calls of a run.
///
/// What a file holds is safe once the file is synced; a name is safe once its folder is. Everything else may be there or
/// not, each name for itself, except that one rename is there whole or not at all.
private struct Disk {
  /// A folder's or a file's number; the names in a folder.
  typealias Number = Int
  private struct Change {
    /// The names that change together, and what they stand for afterwards.
    let names: [(folder: Number, name: String, is: Number?)]
  }

  private var names: [Number: [String: Number]] = [0: [:]]
  private var safe: [Number: [String: Number]] = [0: [:]]
  private var waiting: [Change] = []
  private var unsynced: Set<Number> = []
  private var next = 1
  /// What its user sees goes by these numbers: the old files', the new ones', the others'.
  private(set) var paths: [Number: String] = [:]
  private let root: String
  /// Publications of files that the disk need not have had by then.
  private(set) var tooEarly: [String] = []

  init(_ root: String, holding items: [String: Standing.Item]) {
    self.root = root
    for (path, item) in items.sorted(by: { $0.key < $1.key }) {
      let number = add(path)
      if item.kind == 0o040000 { (names[number], safe[number]) = ([:], [:]) }
    }
    safe = names
  }

  private mutating func add(_ path: String) -> Number {
    let (folder, name) = split(path)
    let number = next
    next += 1
    names[folder]?[name] = number
    paths[number] = path
    return number
  }

  private func split(_ path: String) -> (Number, String) {
    let parts = path.split(separator: "/").map(String.init)
    return (number(parts.dropLast().joined(separator: "/")) ?? 0, parts.last ?? "")
  }

  private func number(_ path: String) -> Number? {
    var number = 0
    for name in path.split(separator: "/") {
      guard let next = names[number]?[String(name)] else { return nil }
      number = next
    }
    return number
  }

  /// The path below the root of a name in a folder as strace tells it.
  private func below(_ folder: String, _ name: String) -> String? {
    let whole = name.hasPrefix("/") ? name : folder + "/" + name
    guard whole.hasPrefix(root) else { return nil }
    return String(whole.dropFirst(root.count).drop { $0 == "/" })
  }

  private mutating func change(_ all: [(folder: Number, name: String, is: Number?)]) {
    for one in all { names[one.folder]?[one.name] = one.is }
    waiting.append(Change(names: all))
  }

  /// Does what a call did.
  mutating func replay(_ call: Strace.Call) {
    guard call.isDone else { return }
    let parts = call.parts
    switch call.name {
    case "mkdirat":
      guard let path = below(parts[0], parts[1]) else { return }
      let (folder, name) = split(path)
      (names[next], safe[next]) = ([:], [:])
      change([(folder, name, next)])
      next += 1
    case "openat" where call.isChange:
      guard let path = below(parts[0], parts[1]) else { return }
      let (folder, name) = split(path)
      change([(folder, name, next)])
      paths[next] = path
      next += 1
    case "write", "ftruncate":
      if let file = below(parts[0], "").flatMap(number) { unsynced.insert(file) }
    case "fsync":
      guard let it = below(parts[0], "").flatMap(number) else { return }
      unsynced.remove(it)
      // A name is safe with its folder; whatever changed together with it is then safe too.
      for change in waiting where change.names.contains(where: { $0.folder == it }) { keep(change) }
      waiting.removeAll { $0.names.contains { $0.folder == it } }
    case "linkat", "renameat2":
      guard let from = below(parts[0], parts[1]), let to = below(parts[2], parts[3]) else { return }
      let (one, other) = (split(from), split(to))
      let file = number(from)
      if !to.contains(".weft-") || to.hasSuffix(".weft-files") {
        tooEarly += within(file).filter(unsynced.contains).map {
          "\(to): \(paths[$0] ?? "a folder")"
        }
      }
      switch call.name {
      case "linkat": change([(other.0, other.1, file)])
      case _ where call.text.contains("RENAME_EXCHANGE"):
        change([(one.0, one.1, number(to)), (other.0, other.1, file)])
      default: change([(one.0, one.1, nil), (other.0, other.1, file)])
      }
    case "unlinkat":
      guard let path = below(parts[0], parts[1]) else { return }
      let (folder, name) = split(path)
      change([(folder, name, nil)])
    default: break
    }
  }

  private func within(_ number: Number?) -> [Number] {
    guard let number else { return [] }
    return [number] + (names[number] ?? [:]).values.flatMap { within($0) }
  }

  private mutating func keep(_ change: Change) {
    for one in change.names { safe[one.folder, default: [:]][one.name] = one.is }
  }

  /// The disk after a cut: of what is not safe, each change is kept or lost as the coin says.
  func cut(_ coin: (Int) -> Bool) -> Disk {
    var disk = self
    for (place, change) in waiting.enumerated() where coin(place) { disk.keep(change) }
    disk.names = disk.safe
    return disk
  }

  /// Everything that can be found, with the number of what is there; -1 for a file that may hold anything.
  func seen(from folder: Number = 0, _ path: String = "", depth: Int = 0) -> [String: Number] {
    guard depth < 20 else { return [:] }
    var all: [String: Number] = [:]
    for (name, number) in names[folder] ?? [:] {
      let whole = path.isEmpty ? name : path + "/" + name
      if names[number] == nil { all[whole] = unsynced.contains(number) ? -1 : number }
      all.merge(seen(from: number, whole, depth: depth + 1)) { one, _ in one }
    }
    return all
  }

  var hasJournal: Bool {
    seen().contains { $0.key.hasSuffix("/journal") && $0.value >= 0 }
  }
}

/// Area 17: the power fails at any moment; the output is old or new, and new once the run has said so.
@Suite struct PowerArea {
  private static let scenes: [Scene] = [
    .fresh, .own, .among, .mount, .figure, .firstFigure, .aside,
  ]
  private static let cuts = 200
  static let count = scenes.count * 3 + 1

  @Test(.enabled(if: Strace.isPossible, "strace is not there or may not trace"), arguments: scenes)
  func power(_ scene: Scene) {
    let trial = Trial(scene)
    let changes = trial.calls.filter(\.isChange)
    var disks = [Disk(trial.root, holding: trial.old.items)]
    for call in changes {
      var disk = disks[disks.count - 1]
      disk.replay(call)
      disks.append(disk)
    }
    func seen(_ disk: Disk) -> [String: Int] {
      disk.seen().filter { path, _ in
        !path.split(separator: "/").contains { $0.hasPrefix(".weft-") && $0 != ".weft-files" }
      }
    }
    let (old, new) = (seen(disks[0]), seen(disks[disks.count - 1]))
    // The replay knows what the run did.
    #expect(Set(new.keys) == Set(trial.new.items.filter { $0.value.kind != 0o040000 }.keys))
    #expect(old != new)
    // What is published is on the disk by then.
    #expect(disks[disks.count - 1].tooEarly == [])
    // Once the run has ended well, everything is there whatever is lost.
    #expect(seen(disks[disks.count - 1].cut { _ in false }) == new)

    var random = SeededGenerator(seed: 17)
    var kept: Set<String> = []
    for _ in 0..<Self.cuts {
      let disk = disks[Int.random(in: 0..<disks.count, using: &random)]
      let share: Double = [0, 0.5, 1].randomElement(using: &random) ?? 0
      let coins = (0..<changes.count).map { _ in Double.random(in: 0..<1, using: &random) < share }
      let left = disk.cut { coins[$0] }
      let now = seen(left)
      if scene.isWhole {
        #expect(now == old || now == new, "\(scene.name): \(Self.difference(now, old, new))")
      } else {
        for path in Set(old.keys).union(new.keys).union(now.keys) {
          #expect(now[path] == old[path] || now[path] == new[path], "\(scene.name): \(path)")
        }
        // Some of each: the next run must be able to put it in order.
        if now != old && now != new { #expect(left.hasJournal, "\(scene.name)") }
      }
      kept.insert(now == old ? "old" : now == new ? "new" : "between")
    }
    #expect(kept.isSuperset(of: ["old", "new"]), "\(scene.name): \(kept)")
  }

  /// The replay tells good from bad: had the run synced nothing, a cut would leave files that may hold anything.
  @Test(.enabled(if: Strace.isPossible, "strace is not there or may not trace"))
  func withoutSyncs() {
    let trial = Trial(.among)
    var disk = Disk(trial.root, holding: trial.old.items)
    for call in trial.calls where call.isChange && call.name != "fsync" { disk.replay(call) }
    #expect(!disk.tooEarly.isEmpty)
    #expect(
      disk.cut { _ in true }.seen().contains { $0.key.hasPrefix("Output/") && $0.value == -1 })
    #expect(disk.cut { $0 % 2 == 0 }.seen() != disk.cut { _ in true }.seen())
  }

  private static func difference(_ now: [String: Int], _ old: [String: Int], _ new: [String: Int])
    -> String
  {
    Set(now.keys).union(old.keys).union(new.keys).sorted().filter {
      now[$0] != old[$0] && now[$0] != new[$0]
    }
    .map { "\($0) \(now[$0].map(String.init) ?? "gone")" }.joined(separator: ", ")
  }
}
