import Glibc
import Networks

/// The bytes of one file, read piece by piece: the one place where Intake meets the operating system.
///
/// A file on disk is read with `pread` and never mapped, so that one cut short meanwhile gives fewer bytes and no signal; what is
/// added after it was opened is not read.
final class FileBytes: Sendable {
  private enum Store {
    case disk(descriptor: Int32)
    case memory([UInt8])
  }
  private let store: Store
  let size: Int
  /// Which file it is and when it was last written, by which a change is noticed.
  let stamp: [Int]
  private let path: String

  /// Opens a file for reading; throws when it is absent, no plain file, too large, or may not be read.
  init(path: String) throws(IntakeError) {
    // Opening a device may set something going, and opening a pipe may wait for ever.
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw Self.failure("opened", path) }
    try Self.check(status, path)
    let opened = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard opened >= 0 else { throw Self.failure("opened", path) }
    do throws(IntakeError) {
      guard unsafe fstat(opened, &status) == 0 else { throw Self.failure("opened", path) }
      try Self.check(status, path)
    } catch {
      close(opened)
      throw error
    }
    store = .disk(descriptor: opened)
    size = Int(status.st_size)
    stamp = Self.stamp(status)
    self.path = path
  }

  /// Bytes already in memory.
  init(_ bytes: [UInt8]) {
    store = .memory(bytes)
    size = bytes.count
    stamp = []
    path = ""
  }

  deinit { if case .disk(let descriptor) = store { close(descriptor) } }

  private static func check(_ status: stat, _ path: String) throws(IntakeError) {
    let kind: String? =
      switch status.st_mode & S_IFMT {
      case S_IFREG: nil
      case S_IFDIR: "a folder"
      case S_IFIFO: "a pipe"
      case S_IFSOCK: "a socket"
      default: "a device"
      }
    if let kind {
      throw IntakeError(.unusable, "\(shown(path)) is \(kind), not a file. Name a CSV file.")
    }
    if status.st_size > Limits.file {
      throw IntakeError(
        .unusable,
        "\(shown(path)) has \(inBytes(Int(status.st_size))); Weft reads files of up to \(inBytes(Limits.file)). Export only the rows you need."
      )
    }
  }

  private static func stamp(_ status: stat) -> [Int] {
    [
      Int(truncatingIfNeeded: status.st_dev), Int(truncatingIfNeeded: status.st_ino),
      Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
    ]
  }

  /// Throws when the file has been written to since it was opened.
  func checkUnchanged() throws(IntakeError) {
    guard case .disk(let descriptor) = store else { return }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw Self.failure("read", path) }
    guard Self.stamp(status) == stamp else { throw Self.changed(path) }
  }

  static func changed(_ path: String) -> IntakeError {
    IntakeError(
      .unreadable, "\(shown(path)) was changed while it was being read. Run the command again.")
  }

  /// Reads up to `limit` bytes at an offset into `buffer[start...]`; returns how many, 0 at the end.
  func read(
    into buffer: inout [UInt8], at start: Int, limit: Int, offset: Int
  ) throws(IntakeError) -> Int {
    let limit = min(limit, buffer.count - start, size - offset)
    guard start >= 0, offset >= 0, limit > 0 else { return 0 }
    switch store {
    case .memory(let bytes):
      buffer.replaceSubrange(start..<(start + limit), with: bytes[offset..<(offset + limit)])
      return limit
    case .disk(let descriptor):
      while true {
        let got = unsafe buffer.withUnsafeMutableBytes { raw in
          unsafe pread(descriptor, raw.baseAddress.map { unsafe $0 + start }, limit, offset)
        }
        if got >= 0 { return got }
        if errno != EINTR { throw Self.failure("read", path) }
      }
    }
  }

  /// The bytes of a range, fewer when the file ends before.
  func bytes(at offset: Int, count: Int) throws(IntakeError) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: max(0, min(count, size - offset)))
    var filled = 0
    while filled < buffer.count {
      let got = try read(
        into: &buffer, at: filled, limit: buffer.count - filled, offset: offset + filled)
      if got == 0 { break }
      filled += got
    }
    buffer.removeLast(buffer.count - filled)
    return buffer
  }

  private static func failure(_ done: String, _ path: String) -> IntakeError {
    let reason = unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "unknown reason"
    return IntakeError(.unreadable, "\(shown(path)) could not be \(done): \(reason).")
  }
}
