import Glibc

/// The secret of a workspace under which codes are made: made at random on first use, and readable by its owner alone.
enum KeyFile {
  static let name = "weft.key"
  private static let length = 64

  /// The key of a folder, made if there is none; `nil` where none can be kept.
  ///
  /// The file appears whole or not at all, and one that is there is never written over.
  static func key(of folder: String) -> String? {
    let path = folder + "/" + name
    if let key = read(path) { return key }
    let key = random()
    // A file without a name, which is given one when it is whole.
    let temporary = O_DIRECTORY | 0o20000000  // O_TMPFILE, which Swift does not see
    let descriptor = unsafe open(folder, temporary | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let bytes = Array((key + "\n").utf8)
    guard unsafe write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0,
      unsafe linkat(
        AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0
    else { return read(path) }
    return key
  }

  /// The key in a file that others may not read; `nil` for anything else.
  private static func read(_ path: String) -> String? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_mode & 0o077 == 0
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: length + 2)
    let got = unsafe Glibc.read(descriptor, &bytes, bytes.count)
    var text = String(decoding: bytes.prefix(max(0, got)), as: UTF8.self)
    if text.hasSuffix("\n") { text.removeLast() }
    return text.utf8.count == length && text.allSatisfy(\.isHexDigit) ? text : nil
  }

  /// Random hexadecimal digits, from the system's generator.
  private static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<length).map { _ in
      String(UInt8.random(in: 0..<16, using: &generator), radix: 16)
    }.joined()
  }
}
