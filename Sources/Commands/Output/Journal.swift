import Glibc
import Networks

/// What a run is about to do to a folder, put down before it begins, so that the next run can tell what became of it.
struct Journal: Equatable {
  /// The folder's name beside the stage; `.` when the stage lies in it.
  var target: FileName
  /// Which folder that is; while it is in the stage, a stand-in is in its place.
  var node: UInt64
  var changes: [Change] = []
  /// What lies in the stand-in under a second name; `nil` without one.
  var held: Set<UInt64>?

  /// Whether all changes are made, and only the stage is to be cleared away.
  var isDone = false

  static let name: FileName = "journal"
  /// Written after everything else.
  static let doneLine = "done\n"
  private static let heading = "Weft, at work\n"

  /// As text; its last line says that it is whole.
  var text: String {
    var lines = ["target \(target.escaped)", "folder \(node)"]
    for change in changes {
      lines.append(
        "change \(Self.text(change.old)) \(Self.text(change.new)) \(change.name.escaped)")
    }
    if let held { lines.append("held " + held.sorted().map(String.init).joined(separator: " ")) }
    let body = Self.heading + lines.joined(separator: "\n") + "\n"
    return body + "whole \(digest([Array(body.utf8)]).hex)\n" + (isDone ? Self.doneLine : "")
  }

  init(target: FileName, node: UInt64) {
    self.target = target
    self.node = node
  }

  /// Of one file that is replaced in one step: it is done or not begun.
  init(replacing change: Change, in folder: Folder) {
    self.init(target: ".", node: folder.node.number)
    changes = [change]
    isDone = true
  }

  /// Reads a journal; `nil` when it is not whole.
  init?(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.popLast() == "" else { return nil }
    let isDone = lines.last.map { $0 + "\n" == Self.doneLine } ?? false
    if isDone { lines.removeLast() }
    guard let last = lines.popLast() else { return nil }
    let body = lines.joined(separator: "\n") + "\n"
    guard body.hasPrefix(Self.heading), last == "whole \(digest([Array(body.utf8)]).hex)",
      let target = lines.dropFirst().first.flatMap({ FileName(journal: $0) }),
      let node = lines.dropFirst(2).first?.split(separator: " ").last.flatMap({ UInt64($0) })
    else { return nil }
    self.init(target: target, node: node)
    self.isDone = isDone
    for line in lines.dropFirst(3) {
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      switch words.first {
      case "change" where words.count > 3:
        guard let old = Self.stamp(words[1]), let new = Self.stamp(words[2]),
          let name = FileName(escaped: words[3...].joined(separator: " "))
        else { return nil }
        changes.append(Change(name: name, old: old, new: new))
      case "held": held = Set(words.dropFirst().compactMap { UInt64($0) })
      default: return nil
      }
    }
  }

  private static func text(_ stamp: Stamp?) -> String {
    guard let stamp else { return "-" }
    return "\(stamp.number):\(stamp.size):\(stamp.seconds):\(stamp.nanoseconds)"
  }

  private static func stamp(_ text: Substring) -> Stamp?? {
    if text == "-" { return .some(nil) }
    let parts = text.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 4 else { return nil }
    return Stamp(
      number: UInt64(truncatingIfNeeded: parts[0]), size: parts[1], seconds: parts[2],
      nanoseconds: parts[3])
  }
}

extension FileName {
  /// The target that a line of a journal names.
  fileprivate init?(journal line: Substring) {
    let words = line.split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[0] == "target" else { return nil }
    if words[1] == "." { self = "." } else { self.init(escaped: words[1]) }
  }
}
