import Glibc
import Synchronization

/// What happens when somebody stops the program: Control-C, `kill`, a terminal that closes.
///
/// While nothing is written the program ends at once. While files are written it clears up first, which takes a moment;
/// asked a second time it ends at once, and the next run clears up.
enum Interruption {
  /// The signal that came, 0 for none: set by the handler, which may do no more than that.
  private static let signal = Atomic<Int32>(0)
  private static let isWriting = Atomic(false)
  /// How much work is under way that must be done whole.
  private static let held = Atomic(0)

  static func listen() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // What is ignored when the program starts stays so, as under nohup.
      var action = sigaction()
      guard sigaction(number, nil, &action) == 0, !isIgnored(action) else { continue }
      action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        let isSecond = Interruption.signal.exchange(number, ordering: .relaxed) != 0
        if isSecond || !Interruption.isWriting.load(ordering: .relaxed) { _exit(128 + number) }
      }
      sigaction(number, &action, nil)
    }
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Does work that must be cleared up after; when it gave up because of a signal, ends the program as the signal would.
  static func deferred<Result>(
    during work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    isWriting.store(true, ordering: .relaxed)
    defer { isWriting.store(false, ordering: .relaxed) }
    do {
      return try work()
    } catch {
      let number = signal.load(ordering: .relaxed)
      if number != 0 { _exit(128 + number) }
      throw error
    }
  }

  /// Does what must be done whole: nobody's asking stops it half way.
  static func held<Result>(
    during work: () throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    held.add(1, ordering: .relaxed)
    defer { held.subtract(1, ordering: .relaxed) }
    return try work()
  }

  /// Gives up when somebody asked to.
  static func check() throws(SystemError) {
    if signal.load(ordering: .relaxed) != 0, held.load(ordering: .relaxed) == 0 {
      throw SystemError(ECANCELED)
    }
  }
}
