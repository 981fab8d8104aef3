import FoundationEssentials
import Glibc
import Intake
import Networks

/// What a run reads, and may therefore never write.
///
/// Files are told by what they are, not by what they are called: a link, a hard link or another spelling of the path
/// leads to the same file.
struct Inputs {
  /// The folder of the workspace, as the user knows it, and what it is.
  private let workspace: (name: String, node: Node?)
  private var files: Set<Node> = []
  /// Files that are read and that Weft may replace only where it wrote them: the figure whose places are kept.
  private var guarded: Set<Node> = []
  /// Every folder on the way to a file that is read, with that file as the user knows it.
  private var folders: [Node: String] = [:]

  /// Nothing is read.
  init() { workspace = ("", nil) }

  /// - Parameters:
  ///   - folder: the workspace.
  ///   - named: files named by hand, as paths from where the user stands or inside the workspace.
  ///   - earlier: an earlier figure whose places are kept.
  init(folder: String, named: [String], earlier: String? = nil) {
    workspace = (folder, Node(path: folder))
    for name in (try? Folder(folder).names()) ?? [] where Self.isRead(name.text) {
      add(folder + "/" + name.text)
    }
    for file in named {
      add(file)
      add(folder + "/" + file)
    }
    if let node = earlier.flatMap(Node.init(path:)) { guarded.insert(node) }
  }

  /// Files that are read wherever they lie, also in the folder that is written: they alone are left as they are.
  init(files: [String]) {
    workspace = ("", nil)
    for file in files { if let node = Node(path: file) { self.files.insert(node) } }
  }

  /// Whether a file of this name in a workspace is read, or would be if it were there.
  static func isRead(_ name: String) -> Bool {
    TableKind.reads(fileNamed: name) || ["weft.toml", "statements.csv"].contains(name.lowercased())
  }

  private mutating func add(_ path: String) {
    guard let node = Node(path: path) else { return }
    files.insert(node)
    note(path, from: Self.folder(of: path))
    guard let real = realpath(path, nil) else { return }
    defer { free(real) }
    note(path, from: Self.folder(of: String(cString: real)))
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return String(path[...slash])
  }

  /// Notes all folders from one upwards as holding a file.
  private mutating func note(_ file: String, from path: String) {
    var path = path
    while let folder = Node(path: path), folders[folder] == nil {
      folders[folder] = file
      path += "/.."
    }
  }

  /// What is said of such a file that somebody else wrote or changed.
  static let guardedFigure =
    " is read for its places (--layout-from), and it is no figure as Weft wrote it. Name another place for the new one."

  /// Whether a file is read and may be replaced only where Weft wrote it.
  func guards(_ node: Node) -> Bool { guarded.contains(node) }

  /// Why output must not go to a folder; `nil` when it may.
  func objection(to folder: Folder, called path: String) -> String? {
    if folder.node == workspace.node {
      return
        "\(visible(path)) is the folder that Weft reads. Name another folder for what it writes, such as Output."
    }
    guard let file = folders[folder.node] else { return nil }
    return
      "\(visible(path)) holds \(visible(file)), which Weft reads. Name another folder for what it writes, such as Output."
  }

  /// Whether a file of a folder is read, or would be by the next run.
  func covers(_ name: FileName, in folder: Folder) throws(SystemError) -> Bool {
    if folder.node == workspace.node, Self.isRead(name.text) { return true }
    return try folder.entry(name).map { files.contains($0.node) } ?? false
  }
}
