import Glibc

/// What happens when somebody stops the program: Control-C, `kill`, a terminal that closes.
///
/// While nothing is written the program ends at once. While files are written it clears up first, which takes a moment;
/// asked a second time it ends at once, and the next run clears up.
enum Interruption {
  /// The signal that came, 0 for none: set by the handler, which may do no more than that.
  nonisolated(unsafe) private static var signal: Int32 = 0
  nonisolated(unsafe) private static var isWriting = false
  nonisolated(unsafe) private static var isHeld = false

  static func listen() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // What is ignored when the program starts stays so, as under nohup.
      var action = sigaction()
      guard sigaction(number, nil, &action) == 0, !isIgnored(action) else { continue }
      action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        if !Interruption.isWriting || Interruption.signal != 0 { _exit(128 + number) }
        Interruption.signal = number
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
    isWriting = true
    defer { isWriting = false }
    do {
      let result = try work()
      isWriting = false
      return result
    } catch {
      if signal != 0 { _exit(128 + signal) }
      throw error
    }
  }

  /// Does what must be done whole: nobody's asking stops it half way.
  static func held<Result>(
    during work: () throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    let wasHeld = isHeld
    isHeld = true
    defer { isHeld = wasHeld }
    return try work()
  }

  /// Gives up when somebody asked to.
  static func check() throws(SystemError) {
    if signal != 0, !isHeld { throw SystemError(ECANCELED) }
  }
}
