import Glibc
import Networks

/// A file read from front to back, piece by piece: the one place where Intake meets the operating system.
final class FileBytes: Sendable {
  private let descriptor: Int32
  let size: Int

  /// Opens a file for reading; throws when it is absent, is not a plain file, or may not be read.
  init(path: String) throws(IntakeError) {
    let opened = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw Self.failure("opened", path) }
    var status = stat()
    guard unsafe fstat(opened, &status) == 0 else {
      close(opened)
      throw Self.failure("examined", path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw IntakeError(.unreadable, "\(shown(path)) is not a file. Name a CSV file.")
    }
    descriptor = opened
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Reads up to `limit` bytes at an offset into `buffer[start...]`; returns how many, 0 at the end.
  func read(
    into buffer: inout [UInt8], at start: Int, limit: Int, offset: Int
  ) throws(IntakeError) -> Int {
    precondition(start + limit <= buffer.count, "the piece fits the buffer")
    while true {
      let got = unsafe buffer.withUnsafeMutableBytes { raw in
        unsafe pread(descriptor, raw.baseAddress.map { unsafe $0 + start }, limit, offset)
      }
      if got >= 0 { return got }
      if errno != EINTR { throw Self.failure("read", "the file") }
    }
  }

  /// The bytes of a range, fewer when the file ends before.
  func bytes(at offset: Int, count: Int) throws(IntakeError) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = try read(into: &buffer, at: filled, limit: count - filled, offset: offset + filled)
      if got == 0 { break }
      filled += got
    }
    buffer.removeLast(count - filled)
    return buffer
  }

  private static func failure(_ done: String, _ path: String) -> IntakeError {
    let reason = unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "unknown reason"
    return IntakeError(.unreadable, "\(shown(path)) could not be \(done): \(reason).")
  }
}
