import Glibc
import Networks

/// What a machine must allow before anything is begun, since a program that runs out of either ends by a signal.
enum MachineLimits {
  /// The stack of the first thread.
  private static let stack = 512_000
  /// Address space: the program, and what each processor's thread reserves.
  private static let addresses =
    350_000_000 + 75_000_000 * max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// Files open at once: those of a change of the output, and of the layout program.
  private static let files = 32

  static func check() throws(Failure) {
    try check(RLIMIT_STACK, stack, "stack", "-s", inThousands)
    try check(RLIMIT_AS, addresses, "memory", "-v", inThousands)
    try check(RLIMIT_NOFILE, files, "open files", "-n") { ("\($0)", $0) }
  }

  /// A number of bytes in words, and as `ulimit` counts it.
  private static func inThousands(_ bytes: Int) -> (words: String, number: Int) {
    (inBytes(bytes), bytes / 1000)
  }

  /// Raises a limit as far as it may be raised, and refuses one that is too low all the same.
  private static func check(
    _ resource: __rlimit_resource, _ least: Int, _ name: String, _ flag: String,
    _ measure: (Int) -> (words: String, number: Int)
  ) throws(Failure) {
    var limit = rlimit()
    let resource = __rlimit_resource_t(resource.rawValue)
    guard getrlimit(resource, &limit) == 0, limit.rlim_cur < UInt(least) else { return }
    if limit.rlim_max >= UInt(least) {
      limit.rlim_cur = limit.rlim_max
      if setrlimit(resource, &limit) == 0 { return }
    }
    throw Failure(
      .unavailable,
      "The limit on \(name) is \(measure(Int(clamping: limit.rlim_cur)).words) and weft needs \(measure(least).words). Raise it: ulimit \(flag) \(measure(least).number)."
    )
  }
}
