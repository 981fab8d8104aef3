import Glibc
import SystemPackage

/// A program run for its answer, with nothing in its environment.
///
/// It leads a process group of its own. Whatever becomes of it, the whole group is gone once the answer is there, or is
/// given up; nothing is left to wait for.
struct ChildProcess {
  let program: String
  let arguments: [String]

  /// What it writes to stdout when it ends well; `nil` when it fails, is late, or writes more than `limit` bytes.
  ///
  /// Waits on this very thread: for one handed back and forth, a busy pool of threads would decide who is late.
  func answer(
    to input: FileDescriptor, upTo limit: Int, before deadline: ContinuousClock.Instant
  ) -> [UInt8]? {
    guard let (reading, writing) = try? FileDescriptor.pipe() else { return nil }
    defer { try? reading.close() }
    for end in [reading, writing] {
      _ = fcntl(end.rawValue, F_SETFD, FD_CLOEXEC)
    }
    _ = fcntl(reading.rawValue, F_SETFL, O_NONBLOCK)
    let child = spawn(input, writing)
    try? writing.close()
    guard let child else { return nil }
    var answer: [UInt8] = []
    var isOpen = true
    var hasEnded = false
    // Looked for before reading, so that all it wrote has been read when it has ended.
    while !hasEnded, answer.count <= limit, ContinuousClock.now < deadline {
      if isOpen {
        var waiting = pollfd(fd: reading.rawValue, events: Int16(POLLIN), revents: 0)
        unsafe poll(&waiting, 1, 20)
      } else {
        usleep(500)
      }
      hasEnded = Self.hasEnded(child)
      isOpen = isOpen && read(reading, into: &answer, upTo: limit)
    }
    // Not yet waited for, so the group's number is still its own.
    kill(-child, SIGKILL)
    var status: Int32 = 0
    unsafe waitpid(child, &status, 0)
    return hasEnded && status == 0 && answer.count <= limit ? answer : nil
  }

  /// Reads what is there; whether more may come.
  private func read(
    _ pipe: FileDescriptor, into answer: inout [UInt8], upTo limit: Int
  ) -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while answer.count <= limit {
      let got = unsafe piece.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(pipe.rawValue, bytes.baseAddress, bytes.count)
      }
      guard got > 0 else { return got < 0 && (errno == EAGAIN || errno == EINTR) }
      answer += piece[..<got]
    }
    return false
  }

  private static func hasEnded(_ child: pid_t) -> Bool {
    var info = unsafe siginfo_t()
    let isKnown = unsafe waitid(P_PID, id_t(child), &info, WEXITED | WNOHANG | WNOWAIT) == 0
    return unsafe isKnown && info.si_signo == SIGCHLD
  }

  private func spawn(_ input: FileDescriptor, _ output: FileDescriptor) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe posix_spawn_file_actions_adddup2(&actions, input.rawValue, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output.rawValue, 1)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    // Signals as at the start of a program, whatever this one ignores or holds back.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe sigfillset(&signals)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
    let words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var child: pid_t = 0
    let failure = unsafe posix_spawn(&child, program, &actions, &attributes, words, [nil])
    return failure == 0 ? child : nil
  }
}
