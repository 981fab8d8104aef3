import CLinux
import Glibc

/// The one place that asks Linux for what the C library of Swift does not offer.
enum Linux {
  /// What the program was called with, without its own name; known also where there is no /proc.
  static var arguments: [String] {
    sequence(state: Int32(0)) { place in
      place += 1
      return weft_argument(place).map { String(cString: $0) }
    }.map(\.self)
  }

  /// The commit that a package was built from; `nil` in any other build.
  static var commit: String? { weft_commit().map { String(cString: $0) } }

  /// Throws a failure where there is no /proc: Swift's threads stop a program there that works for a second.
  static func demandProc() throws(Failure) {
    guard access("/proc/self/task", R_OK) != 0 else { return }
    throw Failure(
      .unavailable,
      "There is no /proc here, which Weft needs. Mount it: mount -t proc proc /proc")
  }

  /// How a name is given to something that has another.
  enum Renaming: UInt32 {
    /// In place of whatever has the name.
    case replacing = 0
    /// Only if nothing has the name.
    case ifFree = 1
    /// The two change places in one step.
    case exchanging = 2
  }

  static func rename(
    _ name: FileName, in folder: Int32, to other: FileName, in otherFolder: Int32, _ how: Renaming
  ) -> Int32 {
    renameat2(folder, name.bytes, otherFolder, other.bytes, how.rawValue)
  }

  /// A number nobody can foresee.
  static func random() throws(SystemError) -> UInt64 {
    var number: UInt64 = 0
    let size = MemoryLayout<UInt64>.size
    let got = try checked { Int32(getrandom(&number, size, 0)) }
    guard got == size else { throw SystemError(EIO) }
    return number
  }

  /// Whether something may be mounted on a folder: `true` also where the kernel does not say.
  static func isMount(_ folder: Int32) -> Bool { weft_is_mount(folder) != 0 }

  /// Gives a file or folder the extended attributes of another, access lists among them where asked for.
  ///
  /// Those of the system's own security are left to the system.
  static func copyAttributes(
    from source: Int32, to target: Int32, withAccessLists: Bool
  ) throws(SystemError) {
    var names = [CChar](repeating: 0, count: 65_536)
    let length = flistxattr(source, &names, names.count)
    if length < 0, errno == ENOTSUP || errno == EOPNOTSUPP { return }
    guard length >= 0 else { throw SystemError(errno) }
    for bytes in names[..<length].split(separator: 0) {
      let name = String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let isList = name.hasPrefix("system.posix_acl_")
      guard isList ? withAccessLists : name.hasPrefix("user.") else { continue }
      var value = [UInt8](repeating: 0, count: 65_536)
      let size = fgetxattr(source, name, &value, value.count)
      guard size >= 0 else { throw SystemError(errno) }
      _ = try checked { fsetxattr(target, name, value, size, 0) }
    }
  }
}

/// What the system said when it would not do something.
struct SystemError: Error {
  let number: Int32
  /// Whether all was done by then, and only the disk did not confirm it.
  let isLate: Bool
  /// The file it was about, where that is known.
  let file: FileName?

  init(_ number: Int32, isLate: Bool = false, file: FileName? = nil) {
    self.number = number
    self.isLate = isLate
    self.file = file
  }

  var reason: String { Terminal.reason(number) }

  /// Whether the file system does not know this way of renaming.
  var isUnknownWay: Bool { [EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP].contains(number) }
}

/// The result of a call to the system; one that a signal cut short is made again.
func checked(_ call: () -> Int32) throws(SystemError) -> Int32 {
  while true {
    let result = call()
    if result >= 0 { return result }
    if errno != EINTR { throw SystemError(errno) }
    try Interruption.check()
  }
}
