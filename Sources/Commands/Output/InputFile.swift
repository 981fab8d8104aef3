import Glibc
import Networks

/// A file that is read, replaced because whoever keeps it asked for that: the file as it was stays beside it under another name.
///
/// Whatever happens, each of the two is there whole under one of the names.
struct InputFile {
  let folder: String
  let name: String

  private static let before = ".before-"
  private static let takenBack = ".taken-back-"

  /// Whether a name is one that a file was put aside under.
  static func isAside(_ name: String) -> Bool {
    [before, takenBack].contains { name.contains($0) }
  }

  /// Puts bytes in place of the file, or where there is none.
  ///
  /// - Parameters:
  ///   - known: the bytes that were looked at when this was asked for; `nil` where there was no file.
  ///   - stamp: what tells the name of the file that is kept, as in `20261129-101530`.
  /// - Returns: the name under which the file as it was is kept; `nil` where there was none.
  func replace(
    _ known: [UInt8]?, with bytes: [UInt8], stamp: String
  ) throws(Failure) -> String? {
    do throws(SystemError) {
      let home = try Folder(folder)
      try home.lock()
      let own = FileName(name)
      guard try home.contents(own, atMost: Int.max) == known else { throw SystemError.changed }
      let stage = try Stage(in: home)
      defer { stage.remove() }
      try stage.folder.make(Stage.fresh, mode: 0o700)
      let fresh = try stage.folder.folder(Stage.fresh)
      _ = try OutputFile(name, bytes).write(
        to: fresh, inPlaceOf: known == nil ? nil : home, isPrivate: false)
      guard known != nil else {
        try fresh.move(own, to: home)
        try home.sync()
        return nil
      }
      let kept = try putAside(own, as: name + Self.before + stamp, in: home)
      do throws(SystemError) {
        try fresh.rename(own, to: own, in: home, .replacing)
      } catch {
        if (try? home.entry(own)) ?? nil == nil {
          try? home.rename(kept, to: own, in: home, .ifFree)
        } else {
          try? home.remove(kept)
        }
        throw error
      }
      try home.sync()
      return kept.text
    } catch {
      throw Failure(error, writing: folder + "/" + name)
    }
  }

  /// Brings back the file as it was, and keeps the one that is taken away under the other's name.
  func bringBack(_ kept: String?, loaded bytes: [UInt8], stamp: String) throws(Failure) {
    do throws(SystemError) {
      let home = try Folder(folder)
      try home.lock()
      let own = FileName(name)
      guard try home.contents(own, atMost: Int.max) == bytes else { throw SystemError.changed }
      if let kept, try home.entry(FileName(kept)) == nil { throw SystemError(ENOENT) }
      _ = try putAside(own, as: name + Self.takenBack + stamp, in: home)
      if let kept {
        try home.rename(FileName(kept), to: own, in: home, .replacing)
      } else if try home.entry(own) != nil {
        try home.remove(own)
      }
      try home.sync()
    } catch {
      throw Failure(error, writing: folder + "/" + name)
    }
  }

  /// Gives what a file holds a second name; where a file system has no second names, the file is moved.
  private func putAside(
    _ own: FileName, as aside: String, in home: Folder
  ) throws(SystemError) -> FileName {
    let name = try free(aside, in: home)
    do throws(SystemError) {
      try home.link(own, to: name, in: home)
    } catch {
      guard [EPERM, EMLINK].contains(error.number) || error.isUnknownWay else { throw error }
      try home.rename(own, to: name, in: home, .replacing)
    }
    return name
  }

  /// A name that nothing has.
  private func free(_ name: String, in folder: Folder) throws(SystemError) -> FileName {
    for number in 1..<1000 {
      let name = FileName(number == 1 ? name : "\(name)-\(number)")
      if try folder.entry(name) == nil { return name }
    }
    throw SystemError(EEXIST)
  }
}
