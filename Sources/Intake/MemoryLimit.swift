import Glibc

/// How much memory there is: what the machine has, or less where a limit is set for the process.
struct MemoryLimit {
  let bytes: Int
  /// Whose limit it is, as the beginning of a sentence goes on.
  let reason: String

  /// What the program itself takes.
  static let program = 150_000_000

  static var current: MemoryLimit {
    var least = MemoryLimit(
      bytes: max(0, sysconf(Int32(_SC_PHYS_PAGES))) * max(0, sysconf(Int32(_SC_PAGESIZE))),
      reason: "this machine has")
    for (resource, name) in [(RLIMIT_AS, "ulimit -v"), (RLIMIT_DATA, "ulimit -d")] {
      var limit = rlimit()
      guard unsafe getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0,
        limit.rlim_cur < UInt(least.bytes)
      else {
        continue
      }
      least = MemoryLimit(bytes: Int(limit.rlim_cur), reason: "the limit (\(name)) is")
    }
    return least
  }
}
