import FoundationEssentials
import Glibc

/// A file on its way into a folder, in pieces, so that a large one need not lie in memory in one.
struct OutputFile: Sendable {
  let name: String
  let pieces: [[UInt8]]

  init(_ name: String, pieces: [[UInt8]]) {
    self.name = name
    self.pieces = pieces
  }

  init(_ name: String, _ bytes: [UInt8]) { self.init(name, pieces: [bytes]) }
  init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

  var text: String { String(decoding: pieces.joined(), as: UTF8.self) }
}

/// A folder of results that is replaced whole or not at all.
///
/// New files are written to a folder beside it; what else the old folder holds is linked in; then the two change
/// places in one step of the file system. A run that fails or is cut short leaves the old folder as it was.
enum OutputFolder {
  /// Lists the files that Weft wrote, so that the next run knows which are its own.
  private static let list = ".weft-files"

  /// Makes a folder with all that leads to it, if it is not there.
  static func make(_ path: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure(.cannotCreate, "The folder \(path) could not be made.")
    }
  }

  /// Replaces what Weft wrote to a folder before by these files.
  static func replace(_ path: String, with files: [OutputFile]) throws(Failure) {
    let path = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    try make(path)
    let fresh = path + ".new-\(getpid())"
    Interruption.remove(fresh)
    try make(fresh)
    do throws(Failure) {
      for file in files { try AtomicFile.write(file.pieces, to: fresh + "/" + file.name) }
      let names = (files.map(\.name) + [list]).sorted()
      try AtomicFile.write(names.joined(separator: "\n") + "\n", to: fresh + "/" + list)
      let kept = try others(in: path, than: Set(names))
      for name in kept.files { link(path + "/" + name, fresh + "/" + name) }
      if exchange(path, fresh) {
        for name in kept.folders { rename(fresh + "/" + name, path + "/" + name) }
      } else {
        // A file system without exchange: one file after the other, each whole.
        for file in names { rename(fresh + "/" + file, path + "/" + file) }
      }
    } catch {
      try? FileManager.default.removeItem(atPath: fresh)
      throw error
    }
    try? FileManager.default.removeItem(atPath: fresh)
    Interruption.forget()
  }

  /// What a folder holds that neither Weft wrote before nor will write now.
  private static func others(
    in path: String, than names: Set<String>
  ) throws(Failure) -> (files: [String], folders: [String]) {
    let manager = FileManager.default
    guard let held = try? manager.contentsOfDirectory(atPath: path) else {
      throw Failure(.cannotCreate, "The folder \(path) could not be listed.")
    }
    let before = manager.contents(atPath: path + "/" + list).map {
      String(decoding: $0, as: UTF8.self)
    }
    let own = names.union((before ?? "").split(separator: "\n").map(String.init))
    let others = held.filter { !own.contains($0) }.sorted()
    func isFolder(_ name: String) -> Bool {
      var answer = false
      return manager.fileExists(atPath: path + "/" + name, isDirectory: &answer) && answer
    }
    return (others.filter { !isFolder($0) }, others.filter(isFolder))
  }

  /// Lets two folders change places in one step; `false` where the file system cannot.
  private static func exchange(_ a: String, _ b: String) -> Bool {
    typealias Exchange =
      @convention(c) (
        Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
      ) -> Int32
    guard let symbol = dlsym(nil, "renameat2") else { return false }
    return unsafeBitCast(symbol, to: Exchange.self)(AT_FDCWD, a, AT_FDCWD, b, 2) == 0
  }
}

/// What to clear away when the user presses Control-C.
enum Interruption {
  /// The folder being written, as bytes for the signal handler, which may not allocate.
  nonisolated(unsafe) private static var folder: UnsafeMutablePointer<CChar>?

  /// Leaves with 130 on Control-C, without a trace of the folder being written.
  static func listen() {
    signal(SIGINT) { _ in
      Interruption.clear()
      _exit(ExitStatus.interrupted.rawValue)
    }
    signal(SIGTERM) { _ in
      Interruption.clear()
      _exit(128 + SIGTERM)
    }
  }

  static func remove(_ path: String) { folder = strdup(path) }
  static func forget() { folder = nil }

  /// Removes the files of the folder and the folder; calls only what a signal handler may call.
  private static func clear() {
    guard let folder, let directory = opendir(folder) else { return }
    let descriptor = dirfd(directory)
    while let entry = readdir(directory) {
      withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) { _ = unlinkat(descriptor, $0, 0) }
      }
    }
    closedir(directory)
    rmdir(folder)
  }
}
