import Glibc
import Networks

/// One file at a place that the user named, written whole or not at all.
///
/// It may take the place of a figure that Weft wrote before and nobody has changed since: one with an intact seal, or in
/// CSV, which has no place for a seal, one with the same headings. Anything else stays, unless the user says --force;
/// and what is read always stays.
struct FigureFile {
  /// The file, as the user wrote it.
  let path: String
  private let inputs: Inputs
  private let force: Bool
  private let name: FileName
  /// The folder that the path leads to.
  private let above: String

  /// - Parameter force: whether a plain file of somebody else's may be replaced, if it is not read.
  /// - Throws: a failure when nothing may be written there, before any work is done.
  init(_ path: String, sparing inputs: Inputs, force: Bool) throws(Failure) {
    self.path = path
    self.inputs = inputs
    self.force = force
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    name = FileName(String(slash.map { path[path.utf8.index(after: $0)...] } ?? path[...]))
    above = slash.map { String(path[...$0]) } ?? "."
    let objection: String?
    do throws(SystemError) {
      objection = try self.objection(in: Folder(above), to: nil)
    } catch {
      throw Failure(error, writing: path)
    }
    if let objection { throw Failure(.cannotCreate, objection) }
  }

  /// Writes the file.
  ///
  /// - Parameter isPrivate: whether nobody but the owner may read it.
  func write(_ bytes: [UInt8], isPrivate: Bool) throws(Failure) {
    try Interruption.deferred { () throws(Failure) in
      let objection: String?
      do throws(SystemError) {
        objection = try replace(bytes, isPrivate)
      } catch {
        throw Failure(error, writing: path)
      }
      if let objection { throw Failure(.cannotCreate, objection) }
    }
  }

  /// - Returns: why nothing was written; `nil` when it was.
  private func replace(_ bytes: [UInt8], _ isPrivate: Bool) throws(SystemError) -> String? {
    let folder = try Folder(above)
    let beside = above.hasSuffix("/") ? above : above + "/"
    Stage.tell(of: Stage.clearDead(in: folder).map { beside + $0.text })
    // Another run may write the same figure: each looks again at what is there then.
    for _ in 0..<8 {
      if let objection = try objection(in: folder, to: bytes) { return objection }
      let stage = try Stage(in: folder)
      var plan: Journal?
      defer { stage.remove(after: plan) }
      try stage.folder.make(Stage.fresh, mode: 0o700)
      let fresh = try stage.folder.folder(Stage.fresh)
      let old = try folder.entry(name)?.stamp
      let new = try OutputFile(name.text, bytes).write(
        to: fresh, inPlaceOf: old == nil ? nil : folder, isPrivate: isPrivate)
      try Interruption.check()
      if let old {
        // Whatever else is found in the stage afterwards is somebody's, and stays.
        let change = Journal(replacing: Change(name: name, old: old, new: new), in: folder)
        plan = change
        try stage.write(change)
      }
      let isDone = try Interruption.held { () throws(SystemError) in
        try put(fresh, in: folder, inPlaceOf: old)
      }
      guard isDone else { continue }
      do { try folder.sync() } catch { throw SystemError(error.number, isLate: true) }
      return nil
    }
    throw SystemError(EWOULDBLOCK)
  }

  /// Gives the new file its name; `false` when what has the name is not what it was.
  private func put(
    _ fresh: Folder, in folder: Folder, inPlaceOf old: Stamp?
  ) throws(SystemError) -> Bool {
    guard let old else {
      do throws(SystemError) { try fresh.move(name, to: folder) } catch {
        guard error.number == EEXIST else { throw error }
        return false
      }
      return true
    }
    do throws(SystemError) {
      try fresh.rename(name, to: name, in: folder, .exchanging)
    } catch {
      if error.number == ENOENT { return false }
      guard error.isUnknownWay else { throw error }
      guard try folder.entry(name)?.stamp == old else { return false }
      try fresh.rename(name, to: name, in: folder, .replacing)
      return true
    }
    if try fresh.entry(name)?.stamp == old { return true }
    try fresh.rename(name, to: name, in: folder, .exchanging)
    return false
  }

  /// Why the file may not be written; `nil` when it may.
  ///
  /// - Parameter bytes: what is to be written; `nil` while that is not known.
  private func objection(in folder: Folder, to bytes: [UInt8]?) throws(SystemError) -> String? {
    let path = visible(path)
    let entry = try folder.entry(name)
    if try inputs.covers(name, in: folder) {
      return entry == nil
        ? "\(path) has a name that Weft would read as data next time. Name another file."
        : "\(path) is a file that Weft reads. Name another file."
    }
    guard let entry else { return nil }
    if let trouble = entry.trouble { return "\(path) is \(trouble)" }
    let isGuarded = inputs.guards(entry.node)
    if entry.size == 0 || force && !isGuarded { return nil }
    if try Seal.isIntact(name, in: folder) { return nil }
    if FigureFormat(path: name.text) == .csv {
      guard let bytes else { return nil }
      let old = try folder.contents(name, atMost: 64 << 20) ?? []
      if old.prefix(while: { $0 != 10 }) == bytes.prefix(while: { $0 != 10 }) { return nil }
    }
    if isGuarded { return path + Inputs.guardedFigure }
    return
      "\(path) is there already, and is no figure as Weft wrote it. Move it, name another file, or add --force to replace it."
  }
}
