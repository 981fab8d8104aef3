import FoundationEssentials
import Glibc
import Networks
import Synchronization

/// The one place that writes to the terminal: data to stdout, messages to stderr.
///
/// Whatever is written, nothing of it steers the terminal.
enum Terminal {
  /// Writes data.
  ///
  /// A reader that has gone away (`weft silos | head`) ends the program quietly.
  static func print(_ text: String) throws(Failure) {
    try write(visibleLines(text), to: STDOUT_FILENO)
  }

  /// A folder in a sentence: "." is this folder, since it would read as a full stop.
  static func folder(_ path: String) -> String { path == "." ? "this folder" : visible(path) }

  /// Writes a message; trouble in doing so is nobody's business.
  static func tell(_ text: String) {
    do { try write(visibleLines(text) + "\n", to: STDERR_FILENO) } catch {}
  }

  private static let told = Mutex<Set<String>>([])

  /// Writes a message that has not been written before.
  static func tellOnce(_ text: String) {
    guard told.withLock({ $0.insert(text).inserted }) else { return }
    tell(text)
  }

  /// Writes over the line last written, for progress on a screen.
  static func tellInPlace(_ text: String) {
    do { try write("\r\u{1B}[K" + visible(text), to: STDERR_FILENO) } catch {}
  }

  private static func write(_ text: String, to descriptor: Int32) throws(Failure) {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let wrote = bytes[done...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if wrote >= 0 {
        done += wrote
      } else if errno == EPIPE {
        exit(ExitStatus.ok.rawValue)
      } else if errno == EAGAIN {
        // Somebody else made the pipe one that does not wait.
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&wait, 1, -1)
      } else if errno != EINTR {
        throw Failure(.inputOutput, "The output could not be written: \(reason(errno)).")
      }
    }
  }

  /// What the system says of an error number.
  static func reason(_ number: Int32) -> String {
    strerror(number).map { String(cString: $0) } ?? "unknown reason"
  }

  /// Whether messages go to somebody who watches.
  static let isWatched = isatty(STDERR_FILENO) == 1 && environment("CI") == nil

  /// Whether data go to a screen that shows colour.
  static let hasColour =
    isatty(STDOUT_FILENO) == 1 && environment("NO_COLOR") == nil && environment("TERM") != "dumb"

  /// An environment variable that is set and not empty.
  static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Makes trouble in writing an error to be reported, rather than the end of the program or a write to the wrong file.
  static func prepare() {
    // A reader that has gone away, a limit on the size of files.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // Where stdin, stdout or stderr is closed, the next file opened would be taken for it.
    while true {
      let descriptor = open("/", O_RDONLY)
      if descriptor > STDERR_FILENO { close(descriptor) }
      if descriptor > STDERR_FILENO || descriptor < 0 { return }
    }
  }
}
