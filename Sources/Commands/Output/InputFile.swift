import Glibc
import Networks

/// A file that is read, replaced because whoever keeps it asked for that: the file as it was stays beside it under another name.
///
/// Whatever happens, each of the two is there whole under one of the names.
struct InputFile {
  let folder: String
  let name: String

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
      let stage = FileName(".weft-load-\(try Linux.random())")
      try home.make(stage, mode: 0o700)
      let fresh = try home.folder(stage)
      defer {
        // Holds nothing by now, unless something went wrong; then the file in it stays.
        try? home.removeFolder(stage)
      }
      do throws(SystemError) {
        _ = try OutputFile(name, bytes).write(
          to: fresh, inPlaceOf: known == nil ? nil : home, isPrivate: false)
      } catch {
        try? fresh.remove(own)
        throw error
      }
      guard known != nil else {
        try fresh.move(own, to: home)
        try home.sync()
        return nil
      }
      let kept = try free("\(name).before-\(stamp)", in: home)
      do throws(SystemError) {
        try fresh.rename(own, to: own, in: home, .exchanging)
        try fresh.rename(own, to: kept, in: home, .ifFree)
      } catch {
        // For a moment there is no file of the name, where a file system cannot exchange two.
        guard error.isUnknownWay else { throw error }
        try home.rename(own, to: kept, in: home, .replacing)
        try fresh.rename(own, to: own, in: home, .replacing)
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
      let aside = try free("\(name).taken-back-\(stamp)", in: home)
      if let kept, try home.entry(FileName(kept)) == nil { throw SystemError(ENOENT) }
      try home.link(own, to: aside, in: home)
      if let kept {
        try home.rename(FileName(kept), to: own, in: home, .replacing)
      } else {
        try home.remove(own)
      }
      try home.sync()
    } catch {
      throw Failure(error, writing: folder + "/" + name)
    }
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
