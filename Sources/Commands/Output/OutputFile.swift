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

  /// Writes the file, under its name, to a folder that nobody else can enter, and returns when the disk has it.
  ///
  /// - Parameters:
  ///   - old: the folder with the file whose place it will take: owner, mode and attributes are kept.
  ///   - isPrivate: nobody but the owner may read it, from the first byte.
  func write(to folder: Folder, inPlaceOf old: Folder?, isPrivate: Bool) throws(SystemError)
    -> Stamp
  {
    let name = FileName(name)
    let file = try folder.create(name, mode: isPrivate ? 0o600 : 0o666)
    var isOpen = true
    defer { if isOpen { close(file) } }
    for piece in pieces { try Self.write(piece, to: file) }
    if let old { try Self.keep(old, name, on: file, isPrivate: isPrivate) }
    _ = try checked { fsync(file) }
    // Some file systems tell only now that the bytes did not arrive; whatever it says, the file is closed.
    isOpen = false
    guard close(file) == 0 || errno == EINTR else { throw SystemError(errno) }
    guard let entry = try folder.entry(name) else { throw SystemError(ENOENT) }
    return entry.stamp
  }

  static func write(_ bytes: [UInt8], to file: Int32) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      try Interruption.check()
      let piece = bytes[done...].prefix(1 << 20)
      let wrote = try checked {
        Int32(piece.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) })
      }
      guard wrote > 0 else { throw SystemError(EIO) }
      done += Int(wrote)
    }
  }

  /// Gives a new file what the one it replaces has.
  ///
  /// Where its group cannot be given, another group gets no rights that not everybody has.
  private static func keep(
    _ folder: Folder, _ name: FileName, on file: Int32, isPrivate: Bool
  ) throws(SystemError) {
    guard let old = try folder.entry(name), old.kind == .file else { return }
    var mode = old.mode & (isPrivate ? 0o700 : 0o777)
    if fchown(file, old.owner, old.group) != 0, fchown(file, uid_t.max, old.group) != 0 {
      mode &= 0o707 | (mode & 0o007) << 3
    }
    if let source = try? folder.open(name) {
      defer { close(source) }
      try? Linux.copyAttributes(from: source, to: file, withAccessLists: !isPrivate)
    }
    _ = try checked { fchmod(file, mode) }
  }
}
