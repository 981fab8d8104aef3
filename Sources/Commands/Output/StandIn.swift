import Glibc

/// A folder that takes the place of the output while files change in it, so that nobody finds it half changed.
///
/// It holds the new files, and everything of somebody else's under a second name: files by hard links, folders made
/// anew with links in them. So nothing of theirs is ever moved. Where such a double cannot be made (a mount inside, a
/// file that must not be linked, a file system without links) there is none, and files change in sight, one by one.
enum StandIn {
  /// More entries than this are not doubled.
  private static let limit = 10_000
  private static let depthLimit = 64

  /// Makes the double of a folder.
  ///
  /// - Returns: the numbers of all files that lie in it under a second name, and of its folders.
  static func make(
    _ double: Folder, of folder: Folder, fresh: Folder, changes: [Change]
  ) throws(SystemError) -> Set<UInt64> {
    var held: Set<UInt64> = []
    for change in changes {
      if let old = change.old { held.insert(old.number) }
      guard let new = change.new else { continue }
      try fresh.link(change.name, to: change.name, in: double)
      held.insert(new.number)
    }
    try fill(double, from: folder, except: Set(changes.map(\.name)), depth: 0, &held)
    return held
  }

  private static func fill(
    _ double: Folder, from folder: Folder, except names: Set<FileName> = [], depth: Int,
    _ held: inout Set<UInt64>
  ) throws(SystemError) {
    guard !Linux.isMount(folder.descriptor) || depth == 0, depth < depthLimit else {
      throw SystemError(EXDEV)
    }
    for name in try folder.names() where !names.contains(name) {
      try Interruption.check()
      guard held.count < limit, let entry = try folder.entry(name) else {
        throw SystemError(EMLINK)
      }
      if entry.kind == .folder {
        try double.make(name, mode: 0o700)
        let within = try double.folder(name)
        held.insert(within.node.number)
        try fill(within, from: folder.folder(name), depth: depth + 1, &held)
      } else {
        try folder.link(name, to: name, in: double)
      }
      held.insert(entry.node.number)
    }
    // Last, since it may take away the right to write here.
    try double.liken(to: folder)
    try double.sync()
  }

  /// Empties a folder that has been stood in for, or has stood in, and no longer does.
  ///
  /// What it holds has a second name in the output, or was deleted there. What came into it meanwhile goes to the output.
  /// - Returns: whether it is empty now.
  static func empty(_ folder: Folder, into output: Folder?, held: Set<UInt64>) throws(SystemError)
    -> Bool
  {
    var isEmpty = true
    for name in try folder.names() {
      guard let entry = try folder.entry(name) else { continue }
      let counterpart = try output?.entry(name)
      if entry.kind == .folder, let output, counterpart == nil, !held.contains(entry.node.number) {
        try folder.move(name, to: output)
      } else if entry.kind == .folder {
        let within = try folder.folder(name)
        let other = counterpart?.kind == .folder ? try output?.folder(name) : nil
        // It may be closed to its owner too.
        let isClosed = entry.mode & 0o300 != 0o300
        if isClosed { _ = fchmod(within.descriptor, entry.mode | 0o300) }
        if try empty(within, into: other, held: held) {
          try folder.removeFolder(name)
          continue
        }
        if isClosed { _ = fchmod(within.descriptor, entry.mode) }
        if let output, counterpart == nil {
          try folder.move(name, to: output)
        } else {
          isEmpty = false
        }
      } else if held.contains(entry.node.number) {
        try folder.remove(name)
      } else if let output, counterpart == nil {
        try folder.move(name, to: output)
      } else if let output, let counterpart, counterpart.kind != .folder,
        held.contains(counterpart.node.number)
      {
        try folder.rename(name, to: name, in: output, .replacing)
      } else {
        isEmpty = false
      }
    }
    return isEmpty
  }
}
