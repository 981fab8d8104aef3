import FoundationEssentials
import Networks

/// Where the files of a workspace come from: a folder on disk, or bytes in memory.
public struct InputFolder: Sendable {
  /// The folder's path; in memory its name.
  public let path: String
  private let files: [String: [UInt8]]?

  public init(path: String) {
    self.path = path
    files = nil
  }

  /// Files that lie in memory, by name.
  public init(name: String, files: [String: [UInt8]]) {
    path = name
    self.files = files
  }

  /// Refuses a path where there is no folder.
  public func check() throws(IntakeError) {
    guard files == nil else { return }
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw IntakeError(
        .missing,
        "There is no folder \(shown(path)). `weft sample \(visible(path))` makes one to try.")
    }
    guard isFolder else {
      throw IntakeError(.missing, "\(shown(path)) is a file. Name the folder that holds it.")
    }
  }

  /// The names of the files in it, in order.
  func names() throws(IntakeError) -> [String] {
    if let files { return files.keys.sorted() }
    try check()
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch {
      throw IntakeError(.unreadable, "The folder \(shown(path)) could not be listed.")
    }
  }

  /// The path of a file named by hand: inside the folder, or from where the user stands.
  func path(named name: String) throws(IntakeError) -> String {
    if let files {
      if files[name] != nil { return name }
    } else {
      for path in [path + "/" + name, name] where FileManager.default.fileExists(atPath: path) {
        return path
      }
    }
    throw IntakeError(.missing, "There is no file \(shown(name)), here or in \(shown(path)).")
  }

  /// The path of a file that the folder holds.
  func path(of name: String) -> String { files == nil ? path + "/" + name : name }

  /// The bytes of the file at a path.
  func bytes(at path: String) throws(IntakeError) -> FileBytes {
    if let files { return FileBytes(files[path] ?? []) }
    return try FileBytes(path: path)
  }
}
