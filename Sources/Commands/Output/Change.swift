import Glibc

/// What becomes of one file of a folder.
struct Change: Hashable {
  let name: FileName
  /// The file that is there; `nil` when there is none.
  let old: Stamp?
  /// The one that takes its place; `nil` when it is only taken away.
  let new: Stamp?
}

/// Files that change places between a folder and the stage beside it, one by one, each in one step.
///
/// Nothing is deleted: what leaves the folder lies in the stage until all is done, so that every change can be taken
/// back, by this run or the next. A file that is not as it was when the change was planned is somebody's, and stays.
struct Replacement {
  let folder: Folder
  /// Holds the new files, and later those whose places they took.
  let fresh: Folder
  /// Holds those that were taken away.
  let spare: Folder

  func apply(_ change: Change) throws(SystemError) {
    let name = change.name
    guard try folder.entry(name)?.stamp == change.old else { throw .changed }
    if change.old == nil { return try fresh.move(name, to: folder) }
    if change.new != nil {
      do throws(SystemError) {
        try fresh.rename(name, to: name, in: folder, .exchanging)
        if try fresh.entry(name)?.stamp == change.old { return }
        try fresh.rename(name, to: name, in: folder, .exchanging)
        throw SystemError.changed
      } catch {
        guard error.isUnknownWay else { throw error }
      }
    }
    try folder.move(name, to: spare)
    guard try spare.entry(name)?.stamp == change.old else {
      try spare.move(name, to: folder)
      throw .changed
    }
    if change.new != nil { try fresh.move(name, to: folder) }
  }

  /// Makes a change that may have been made, or half made, and that everybody has seen made in a stand-in.
  ///
  /// The new file is told by its number alone, since whoever saw it may have written to it. Where the old one was changed
  /// meanwhile it stays.
  func complete(_ change: Change) throws(SystemError) {
    let name = change.name
    let now = try folder.entry(name)
    if let new = change.new {
      guard now?.node.number != new.number,
        try fresh.entry(name)?.node.number == new.number
      else { return }
      if now == nil { return try fresh.move(name, to: folder) }
      if now?.stamp == change.old { try fresh.rename(name, to: name, in: folder, .exchanging) }
    } else if let old = change.old, now?.stamp == old {
      try folder.move(name, to: spare)
    }
  }

  /// Takes a change back, whether it was made, half made or not made.
  func restore(_ change: Change) throws(SystemError) {
    let name = change.name
    let now = try folder.entry(name)?.stamp
    if now == change.old { return }
    if let new = change.new, now == new {
      guard let old = change.old else { return try folder.move(name, to: fresh) }
      if try fresh.entry(name)?.stamp == old {
        return try fresh.rename(name, to: name, in: folder, .exchanging)
      }
      // Without the old one at hand the new one stays.
      guard try spare.entry(name)?.stamp == old else { return }
      try folder.move(name, to: fresh)
    } else if now != nil {
      return
    }
    if let old = change.old, try spare.entry(name)?.stamp == old {
      try spare.move(name, to: folder)
    }
  }
}

extension SystemError {
  /// Somebody else wrote to a file meanwhile.
  static let changed = SystemError(ESTALE)
}
