import Glibc

/// Writes a file whole or not at all: a temporary file in the same folder, flushed to disk, then renamed.
enum AtomicFile {
  static func write(_ pieces: [[UInt8]], to path: String) throws(Failure) {
    let temporary = path + ".new-\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure("made", path) }
    for piece in pieces where !write(piece, to: descriptor) {
      let failure = failure("written", path)
      close(descriptor)
      unlink(temporary)
      throw failure
    }
    guard fsync(descriptor) == 0, close(descriptor) == 0, rename(temporary, path) == 0 else {
      let failure = failure("written", path)
      unlink(temporary)
      throw failure
    }
  }

  static func write(_ text: String, to path: String) throws(Failure) {
    try write([Array(text.utf8)], to: path)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let wrote = bytes[done...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if wrote >= 0 {
        done += wrote
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  private static func failure(_ done: String, _ path: String) -> Failure {
    Failure(.cannotCreate, "\(path) could not be \(done): \(Terminal.reason(errno)).")
  }
}
