import Foundation
import Glibc
import TestSupport
import Testing

/// Everything below a folder as it stands: what must not change when Weft fails, or when it does not.
struct Standing: Equatable {
  struct Item: Equatable, CustomStringConvertible {
    let kind: UInt32
    let mode: UInt32
    let bytes: [UInt8]
    let links: Int
    let node: UInt64
    let written: Int

    /// What can be read of it, whichever file it is.
    var content: Content { Content(kind: kind, mode: mode, bytes: bytes) }
    var description: String {
      "kind \(kind >> 12) mode \(String(mode, radix: 8)) links \(links) node \(node) written \(written) \(String(decoding: bytes.prefix(40), as: UTF8.self))"
    }
  }
  struct Content: Equatable {
    let kind: UInt32
    let mode: UInt32
    let bytes: [UInt8]
  }

  private(set) var items: [String: Item] = [:]

  init(_ folder: String) { add(folder, "") }

  private mutating func add(_ folder: String, _ below: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + below)) ?? [] {
      let path = below.isEmpty ? name : below + "/" + name
      let whole = folder + "/" + path
      var status = stat()
      guard lstat(whole, &status) == 0 else { continue }
      let kind = status.st_mode & S_IFMT
      let bytes: [UInt8] =
        switch kind {
        case S_IFREG: FileManager.default.contents(atPath: whole).map { [UInt8]($0) } ?? []
        case S_IFLNK:
          Array(((try? FileManager.default.destinationOfSymbolicLink(atPath: whole)) ?? "").utf8)
        default: []
        }
      items[path] = Item(
        kind: kind, mode: status.st_mode & 0o7777, bytes: bytes,
        links: kind == S_IFDIR ? 0 : Int(status.st_nlink), node: UInt64(status.st_ino),
        written: status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec)
      if kind == S_IFDIR { add(folder, path) }
    }
  }

  /// The hidden folders of runs that are under way or were cut short.
  var litter: [String] {
    items.keys.filter { path in
      let name = path.split(separator: "/").last ?? ""
      return name.hasPrefix(".weft-") && name != ".weft-files"
    }.sorted()
  }

  /// What anybody sees who looks past those.
  var seen: [String: Content] {
    items.filter { path, _ in
      !path.split(separator: "/").contains { $0.hasPrefix(".weft-") && $0 != ".weft-files" }
    }.mapValues(\.content)
  }
}

/// A folder in which Weft replaces something old by something new, among things that are not its own.
struct Scene: Sendable, CustomTestStringConvertible {
  let name: String
  /// Lines of shell that make the old state, with the program as $W and the data as $D.
  let make: String
  /// What is run, in the folder.
  let arguments: [String]
  /// What strace does to every run, to make a place what it is not.
  var always: [String] = []
  /// The name by which the user knows what is written.
  var typed = "Output"
  /// Whether all files change in one step, so that nobody ever sees some old and some new.
  var isWhole = true
  var testDescription: String { name }

  /// Two small trusts of which different tables are written, and one without a row set aside.
  static let data: Workdir = {
    let people = (0..<18).map { "P\($0),Person \($0),S\($0 % 3),Teacher\n" }.joined()
    func ties(_ steps: [Int]) -> String {
      "from,to\n"
        + (0..<18).flatMap { from in steps.map { "P\(from),P\((from + $0) % 18)\n" } }.joined()
    }
    let files = [
      "old/people.csv": "id,name,school,role\n" + people,
      "old/collaborations.csv": ties([1, 2]) + "P1,NOBODY\n",
      "old/expertise.csv": "person,topic,level\n" + (0..<12).map { "P\($0),Phonics,3\n" }.joined(),
      "new/people.csv": "id,name,school,role\n" + people,
      "new/collaborations.csv": ties([1, 3]) + "P1,NOBODY\nP2,NOBODY\n",
      "new/goals.csv": "id,statement,owner\nG1,Better,P1\n",
      "clean/people.csv": "id,name,school,role\n" + people,
      "clean/collaborations.csv": ties([1, 2]),
    ]
    let folder = Workdir()
    for name in ["old", "new", "clean"] { mkdir(folder.path + "/" + name, 0o755) }
    for (file, text) in files { folder.write(file, Array(text.utf8)) }
    return folder
  }()

  static let map = "\"$W\" map \"$D/old\" -o Output --no-figures 2>/dev/null\n"
  /// Files and folders that are somebody else's: with a second name, with old times, closed, and links.
  static let foreign = """
    echo notes > Output/notes.txt; chmod 640 Output/notes.txt; touch -d 2001-02-03 Output/notes.txt
    mkdir -p Output/mine/deep Output/closed; echo minutes > Output/mine/deep/minutes.txt
    ln Output/mine/deep/minutes.txt elsewhere.txt; ln -s ../elsewhere.txt Output/link
    ln -s nowhere Output/dangling; mkfifo Output/pipe; echo 1 > Output/closed/one; chmod 555 Output/closed
    touch -d 2002-03-04 Output/mine/deep Output/mine; chmod 2750 Output/mine

    """

  static func mapping(_ name: String, make: String, always: [String] = [], isWhole: Bool = true)
    -> Scene
  {
    Scene(
      name: name, make: make,
      arguments: [
        "map", "$D/new", "-o", "Output", "--no-figures", "--names", "full", "--title", "New",
      ],
      always: always, isWhole: isWhole)
  }

  /// As on a kernel that does not say what is a mount: the files must change in the folder itself.
  private static let likeMount = ["-e", "inject=statx:error=ENOSYS"]

  static let fresh = mapping("a map where there was none", make: "true")
  static let own = mapping("a map over a map", make: map)
  static let among = mapping("a map among foreign files", make: map + foreign)
  static let mount = mapping(
    "a map where folders cannot change places", make: map + foreign, always: likeMount,
    isWhole: false)
  static let figure = Scene(
    name: "a figure over a figure",
    make:
      "\"$W\" draw matrix \"$D/old\" -o fig.svg 2>/dev/null; chmod 600 fig.svg; echo x > notes.txt",
    arguments: ["draw", "matrix", "$D/new", "-o", "fig.svg"], typed: "fig.svg")
  static let firstFigure = Scene(
    name: "a figure where there was none", make: "echo x > notes.txt",
    arguments: ["draw", "matrix", "$D/new", "-o", "fig.csv"], typed: "fig.csv")
  static let aside = Scene(
    name: "rows set aside into a map's folder",
    make: map + foreign + "\"$W\" check \"$D/old\" --set-aside Output >/dev/null 2>&1",
    arguments: ["check", "$D/new", "--set-aside", "Output"])
  static let all = [fresh, own, among, mount, figure, firstFigure, aside]
}

/// A scene that has been set, with its old and its new state.
final class Trial: Sendable {
  let scene: Scene
  private let template = Workdir()
  let old: Standing
  let new: Standing
  /// What the whole run that made the new state did.
  let calls: [Strace.Call]
  let status: Int32
  /// The folder that those calls name.
  let root: String
  /// What is not Weft's.
  let foreign: Set<String>

  init(_ scene: Scene) {
    self.scene = scene
    func shell(_ script: String, in folder: String) {
      _ = run(
        "/bin/sh", ["-c", script], in: folder,
        environment: ["W": weftProgram, "D": Scene.data.path])
    }
    shell(scene.make, in: template.path)
    old = Standing(template.path)
    let copy = Self.copy(of: template.path)
    let (calls, outcome) = Strace.calls(
      scene.arguments.map { $0.replacing("$D", with: Scene.data.path) }, in: copy.path,
      options: scene.always)
    self.calls = calls
    status = outcome.status
    root = copy.path
    let after = Standing(copy.path)
    new = after
    // What was made by the shell and not by Weft is in the new state as it was.
    let lists = [old, after].compactMap { $0.items["Output/.weft-files"] }.flatMap {
      String(decoding: $0.bytes, as: UTF8.self).split(separator: "\n").dropFirst().compactMap {
        $0.split(separator: " ").last.map { "Output/" + $0 }
      }
    }
    let own = Set(lists + ["Output", "Output/.weft-files", scene.typed])
    foreign = Set(old.items.keys).subtracting(own)
  }

  private static func copy(of folder: String) -> Workdir {
    let copy = Workdir()
    _ = run("/bin/cp", ["-a", folder + "/.", copy.path])
    return copy
  }

  /// The scene set once more, to be spoilt.
  func copy() -> Workdir { Self.copy(of: template.path) }

  var arguments: [String] {
    scene.arguments.map { $0.replacing("$D", with: Scene.data.path) }
  }

  /// Runs the program in the scene's folder.
  func weft(
    _ arguments: [String], in folder: Workdir, inject: [String] = [], log: String = "/dev/null"
  ) -> Outcome {
    let options = scene.always + inject
    guard !options.isEmpty else { return TestSupport.weft(arguments, in: folder.path) }
    return Strace.strace(options, weftProgram, arguments, in: folder.path, log: log)
  }

  /// What has become of things that are not Weft's.
  func losses(_ before: Standing, _ after: Standing) -> [String] {
    foreign.sorted().compactMap { path in
      before.items[path] == after.items[path]
        ? nil
        : "\(path) was \(before.items[path].map { "\($0)" } ?? "not there"), is \(after.items[path].map { "\($0)" } ?? "gone")"
    }
  }
}
