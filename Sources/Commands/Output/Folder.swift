import Glibc

/// A folder held open: what is done in it is done in this very folder, whatever its path comes to mean.
///
/// The result of every call is looked at. Nothing here follows a link, but for the path a folder is first opened by.
final class Folder {
  let descriptor: Int32
  let node: Node
  private var lockFile: Int32 = -1

  private init(_ descriptor: Int32) throws(SystemError) {
    self.descriptor = descriptor
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let error = SystemError(errno)
      close(descriptor)
      throw error
    }
    node = Node(status)
  }

  /// Lets go of the lock by name: closing alone does not, while a process that is just being started has the descriptor too.
  deinit {
    if lockFile >= 0 {
      try? remove(Self.lockName)
      flock(lockFile, LOCK_UN)
      close(lockFile)
    }
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  private static let reading = O_RDONLY | O_DIRECTORY | O_CLOEXEC

  /// Opens a folder by its path; links on the way, and at its end, are followed.
  convenience init(_ path: String) throws(SystemError) {
    try self.init(checked { Glibc.open(path, Self.reading) })
  }

  /// Opens a folder by its path, and makes it, and all that leads to it, where it is not there.
  ///
  /// - Returns: the folder, and the paths of those that were made, the first first.
  static func make(_ path: String) throws(SystemError) -> (folder: Folder, made: [String]) {
    var made: [String] = []
    do throws(SystemError) {
      var end = path.utf8.startIndex
      while true {
        do throws(SystemError) {
          return (try Folder(path), made)
        } catch {
          guard error.number == ENOENT, end < path.utf8.endIndex else { throw error }
        }
        end = path.utf8[end...].dropFirst().firstIndex(of: UInt8(ascii: "/")) ?? path.utf8.endIndex
        if mkdir(String(path[..<end]), 0o777) == 0 {
          made.append(String(path[..<end]))
        } else if errno != EEXIST {
          throw SystemError(errno)
        }
      }
    } catch {
      for path in made.reversed() { rmdir(path) }
      throw error
    }
  }

  /// Opens a folder in this one.
  func folder(_ name: FileName) throws(SystemError) -> Folder {
    try Folder(checked { openat(descriptor, name.bytes, Self.reading | O_NOFOLLOW) })
  }

  /// The folder that this one stands in.
  var parent: Folder {
    get throws(SystemError) {
      try Folder(checked { openat(descriptor, "..", Self.reading) })
    }
  }

  /// What it holds, in order.
  func names() throws(SystemError) -> [FileName] {
    let copy = try checked { openat(descriptor, ".", Self.reading) }
    guard let stream = fdopendir(copy) else {
      let error = SystemError(errno)
      close(copy)
      throw error
    }
    defer { closedir(stream) }
    var names: [FileName] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { FileName($0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw SystemError(errno) }
    return names.sorted()
  }

  /// What has a name, or `nil` when nothing has.
  func entry(_ name: FileName) throws(SystemError) -> Entry? {
    var status = stat()
    do {
      _ = try checked { fstatat(descriptor, name.bytes, &status, AT_SYMLINK_NOFOLLOW) }
    } catch {
      if error.number == ENOENT { return nil }
      throw error
    }
    return Entry(status)
  }

  /// The folder itself.
  func entry() throws(SystemError) -> Entry {
    var status = stat()
    _ = try checked { fstat(descriptor, &status) }
    return Entry(status)
  }

  /// Makes a folder that was not there.
  func make(_ name: FileName, mode: mode_t) throws(SystemError) {
    _ = try checked { mkdirat(descriptor, name.bytes, mode) }
  }

  /// Makes a file that was not there, for writing and reading.
  func create(_ name: FileName, mode: mode_t) throws(SystemError) -> Int32 {
    try checked {
      openat(
        descriptor, name.bytes, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    }
  }

  /// Opens a plain file for reading; `nil` when it is anything else, which is not waited for.
  func open(_ name: FileName, _ flags: Int32 = O_RDONLY) throws(SystemError) -> Int32? {
    let file: Int32
    do {
      file = try checked {
        openat(descriptor, name.bytes, flags | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
      }
    } catch {
      if [ENOENT, ELOOP, ENXIO, EISDIR].contains(error.number) { return nil }
      throw error
    }
    var status = stat()
    if fstat(file, &status) == 0, Entry(status).kind == .file { return file }
    close(file)
    return nil
  }

  func rename(
    _ name: FileName, to other: FileName, in folder: Folder, _ how: Linux.Renaming
  ) throws(SystemError) {
    _ = try checked {
      Linux.rename(name, in: descriptor, to: other, in: folder.descriptor, how)
    }
  }

  /// Moves what has a name to another folder, where nothing may have it.
  func move(_ name: FileName, to folder: Folder) throws(SystemError) {
    do {
      try rename(name, to: name, in: folder, .ifFree)
    } catch {
      guard error.isUnknownWay else { throw error }
      guard try folder.entry(name) == nil else { throw SystemError(EEXIST) }
      try rename(name, to: name, in: folder, .replacing)
    }
  }

  /// Gives a file a second name.
  func link(_ name: FileName, to other: FileName, in folder: Folder) throws(SystemError) {
    _ = try checked { linkat(descriptor, name.bytes, folder.descriptor, other.bytes, 0) }
  }

  /// Takes a name from a file.
  func remove(_ name: FileName) throws(SystemError) {
    _ = try checked { unlinkat(descriptor, name.bytes, 0) }
  }

  /// Takes away a folder that holds nothing.
  func removeFolder(_ name: FileName) throws(SystemError) {
    _ = try checked { unlinkat(descriptor, name.bytes, Int32(AT_REMOVEDIR)) }
  }

  /// Keeps other runs out until this one ends or lets go of the folder; throws EWOULDBLOCK when another is in.
  func lock() throws(SystemError) {
    do throws(SystemError) {
      try lockItself()
    } catch {
      // File systems on a network lock files alone.
      guard [EBADF, EINVAL, ENOLCK, ENOTSUP, EOPNOTSUPP].contains(error.number) else { throw error }
      if lockFile < 0 { try lockByFile() }
    }
  }

  func lockItself() throws(SystemError) {
    _ = try checked { flock(descriptor, LOCK_EX | LOCK_NB) }
  }

  private static let lockName: FileName = ".weft-lock"

  private func lockByFile() throws(SystemError) {
    if try entry(Self.lockName) == nil {
      do throws(SystemError) {
        close(try create(Self.lockName, mode: 0o644))
      } catch {
        if error.number != EEXIST { throw error }
      }
    }
    guard let file = try open(Self.lockName, O_RDWR) else { throw SystemError(EEXIST) }
    do throws(SystemError) {
      _ = try checked { flock(file, LOCK_EX | LOCK_NB) }
      // The run before takes its file away as it ends.
      guard try entry(Self.lockName)?.node == Node(of: file) else { throw SystemError(EWOULDBLOCK) }
      lockFile = file
    } catch {
      close(file)
      throw error
    }
  }

  /// Returns when the disk has what the folder holds.
  ///
  /// File systems that cannot do this for a folder say EINVAL.
  func sync() throws(SystemError) {
    do { _ = try checked { fsync(descriptor) } } catch {
      if error.number != EINVAL { throw error }
    }
  }

  /// Gives a folder the owner, mode and access lists of another.
  func liken(to other: Folder) throws(SystemError) {
    let about = try other.entry()
    _ = try checked { fchown(descriptor, about.owner, about.group) }
    try Linux.copyAttributes(from: other.descriptor, to: descriptor, withAccessLists: true)
    _ = try checked { fchmod(descriptor, about.mode) }
  }
}

/// Which file or folder something is, whatever it is called.
struct Node: Hashable {
  let device: UInt64
  let number: UInt64

  init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
  }

  /// What a descriptor is open on.
  init?(of descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// What a path leads to.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}

/// What stands under a name in a folder.
struct Entry {
  enum Kind { case file, folder, link, other }

  let kind: Kind
  let node: Node
  let size: Int
  let mode: mode_t
  let owner: uid_t
  let group: gid_t
  /// Changes whenever the file is written to or another takes its place.
  let stamp: Stamp

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    node = Node(status)
    size = Int(status.st_size)
    mode = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
    stamp = Stamp(
      number: node.number, size: size, seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec)
  }
}

/// Tells a file from one that took its place, and from itself before somebody wrote to it.
struct Stamp: Hashable {
  let number: UInt64
  let size: Int
  let seconds: Int
  let nanoseconds: Int
}
