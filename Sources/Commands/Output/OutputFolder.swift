import FoundationEssentials
import Glibc
import Networks

/// A folder of results.
///
/// One rule: nothing is touched but what the folder's own list says Weft wrote (`OutputList`), and nothing that is read.
/// What a run writes is made ready, whole and on the disk, in a hidden folder beside it (`Stage`). A double of the
/// folder, with the new files and links to everybody else's, then takes its place (`StandIn`), the files are changed in
/// the folder itself one by one (`Replacement`), and it comes back. So whoever looks, and whatever is killed, finds the
/// old output or the new one; the folder stays the same folder, with its mode, owner and open windows; and nothing of
/// somebody else's is ever moved. Where there can be no double (a mount, a network drive) the files change in sight, each
/// in one step, with a journal by which the next run takes back what was left half done.
struct OutputFolder {
  /// The folder, as the user wrote it.
  let path: String
  private let inputs: Inputs

  /// - Throws: a failure when output may not go there, before any work is done.
  init(_ path: String, sparing inputs: Inputs) throws(Failure) {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") || path.hasSuffix("/.") { path.removeLast() }
    self.path = path
    self.inputs = inputs
    if let folder = try open() { try refuse(folder) }
  }

  /// Replaces what a command wrote to the folder before by these files.
  ///
  /// - Parameters:
  ///   - force: whether a plain file of somebody else's may be replaced, if it is not read.
  ///   - isPrivate: whether nobody but the owner may read the files.
  ///   - edited: names of files that people are meant to edit, and that this run has read.
  ///   - keeping: whether what the command wrote before stays where this run writes no file of its name.
  /// - Returns: files that Weft wrote once and somebody changed since, and that were left as they are.
  @discardableResult func replace(
    with files: [OutputFile], by writer: OutputList.Writer, force: Bool, isPrivate: Bool,
    edited: Set<String> = [], keeping: Bool = false
  ) throws(Failure) -> [String] {
    try Interruption.deferred { () throws(Failure) in
      guard let place = try locked() else {
        try create(files, by: writer, isPrivate: isPrivate)
        return []
      }
      let list = try readList(place.folder, force: force)
      let names = Set(files.map { FileName($0.name) })
      for name in names.sorted() {
        try demand(name, in: place.folder, list, force || edited.contains(name.text))
      }
      var gone: [FileName] = []
      var kept: [FileName] = []
      try trying { () throws(SystemError) in
        for (name, line) in list.lines.sorted(by: { $0.key < $1.key })
        where line.writer == writer && !names.contains(name) && !keeping {
          guard try place.folder.entry(name) != nil else { continue }
          let isOwn = try list.owns(name, in: place.folder)
          let isRead = try inputs.covers(name, in: place.folder)
          if isOwn, !isRead { gone.append(name) } else { kept.append(name) }
        }
      }
      let listed = list.updated(by: writer, with: files, without: gone + kept)
      try change(place, files + [listed.file], without: gone, isPrivate: isPrivate)
      return kept.map { "\(path)/\($0.text)" }
    }
  }

  /// Adds files, each only where nothing has its name.
  ///
  /// - Returns: the names that were taken already.
  func add(_ files: [OutputFile], isPrivate: Bool = false) throws(Failure) -> [String] {
    try Interruption.deferred { () throws(Failure) in
      guard let place = try locked() else {
        try create(files, by: nil, isPrivate: isPrivate)
        return []
      }
      let taken = try trying { () throws(SystemError) in
        var taken: Set<String> = []
        for file in files where try place.folder.entry(FileName(file.name)) != nil {
          taken.insert(file.name)
        }
        return taken
      }
      let free = files.filter { !taken.contains($0.name) }
      if !free.isEmpty { try change(place, free, without: [], isPrivate: isPrivate) }
      return files.map(\.name).filter(taken.contains)
    }
  }

  /// Whether the folder holds a file of a name that Weft did not write, or that was changed since.
  func hasForeign(_ name: String) -> Bool {
    let name = FileName(name)
    guard let folder = try? Folder(path), (try? folder.entry(name)) != nil else {
      return false
    }
    let list = (try? OutputList(of: folder)) ?? nil
    return (try? list?.owns(name, in: folder)) != true
  }

  /// Whether the folder is there and holds anything.
  var isFilled: Bool {
    get throws(Failure) {
      guard let folder = try open() else { return false }
      return try trying { () throws(SystemError) in try !folder.names().isEmpty }
    }
  }
}

// MARK: - What may be written

extension OutputFolder {
  private func refuse(_ folder: Folder) throws(Failure) {
    if let objection = inputs.objection(to: folder, called: path) {
      throw Failure(.cannotCreate, objection)
    }
  }

  private func readList(_ folder: Folder, force: Bool) throws(Failure) -> OutputList {
    if let list = try trying({ () throws(SystemError) in try OutputList(of: folder) }) {
      return list
    }
    // Whatever it is, it says nothing of what Weft wrote.
    try demand(OutputList.name, in: folder, OutputList(), force)
    return OutputList()
  }

  /// Throws a failure when something has a name and may not be replaced.
  private func demand(
    _ name: FileName, in folder: Folder, _ list: OutputList, _ force: Bool
  ) throws(Failure) {
    let trouble = try trying { () throws(SystemError) in
      try objection(to: name, in: folder, list, force)
    }
    if let trouble {
      throw Failure(.cannotCreate, visible("\(path)/\(name.text)") + trouble)
    }
  }

  /// Why what has a name may not be replaced; `nil` when it may.
  private func objection(
    to name: FileName, in folder: Folder, _ list: OutputList, _ force: Bool
  ) throws(SystemError) -> String? {
    guard let entry = try folder.entry(name) else { return nil }
    if let trouble = entry.trouble { return " is \(trouble)" }
    if try inputs.covers(name, in: folder) {
      return " is a file that Weft reads. Name another folder."
    }
    let isGuarded = inputs.guards(entry.node)
    if force, !isGuarded { return nil }
    if try list.owns(name, in: folder) { return nil }
    if try Seal.isIntact(name, in: folder) { return nil }
    if isGuarded { return Inputs.guardedFigure }
    return list.lines[name] == nil
      ? " is there already, and Weft did not write it. Move it, name another folder, or add --force to replace it."
      : " has been changed since Weft wrote it. Rename it to keep it, or add --force to replace it."
  }
}

extension Entry {
  /// Why it cannot be replaced by a file, whoever wrote it; `nil` when it can.
  var trouble: String? {
    switch kind {
    case .file: nil
    case .folder: "a folder, and Weft writes a file of that name. Move it or name another place."
    case .link: "a link. Weft writes to no link: move it or name another place."
    case .other: "a device or a pipe, not a plain file. Name another place."
    }
  }
}

// MARK: - Where it is written

extension OutputFolder {
  /// The folder opened; `nil` when there is none.
  private func open() throws(Failure) -> Folder? {
    do throws(SystemError) {
      return try Folder(path)
    } catch {
      var status = stat()
      let isThere = lstat(path, &status) == 0
      if error.number == ENOENT, isThere {
        throw Failure(
          .cannotCreate,
          "\(visible(path)) is a link to a folder that is not there. Name another folder.")
      }
      if error.number == ENOTDIR, isThere {
        throw Failure(.cannotCreate, "\(visible(path)) is not a folder. Name another one.")
      }
      if error.number == ENOENT { return nil }
      throw failure(error)
    }
  }

  /// The folder, with all other runs kept out and what dead ones left cleared away; `nil` when it has to be made.
  private func locked() throws(Failure) -> Place? {
    for _ in 0..<8 {
      guard let folder = try open() else { return nil }
      try refuse(folder)
      try trying { () throws(SystemError) in try folder.lock() }
      // While the lock was waited for, another run may have let a stand-in step back.
      guard Node(path: path) == folder.node else { continue }
      let place = Place(folder, path: path)
      var left = Stage.clearDead(in: folder, target: ".").map { "\(path)/\($0.text)" }
      if let parent = place.parent {
        left += Stage.clearDead(in: parent, target: place.name).map { "\(path)/../\($0.text)" }
      }
      // Among what they left may have been the folder itself, with a stand-in in its place.
      guard Node(path: path) == folder.node else { continue }
      Stage.tell(of: left)
      return place
    }
    throw failure(SystemError(EWOULDBLOCK))
  }

  /// Makes a folder that is not there, with all that leads to it; it appears with everything in it.
  private func create(
    _ files: [OutputFile], by writer: OutputList.Writer?, isPrivate: Bool
  ) throws(Failure) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let name = FileName(String(parts.last ?? ""))
    guard name.isPlain else { throw failure(SystemError(ENOENT)) }
    let above = parts.dropLast().joined(separator: "/")
    let (parent, made) = try trying { () throws(SystemError) in
      try Folder.make(above.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : above)
    }
    do throws(SystemError) {
      _ = Stage.clearDead(in: parent, target: name)
      let stage = try Stage(in: parent)
      defer { stage.remove() }
      try stage.folder.make(Stage.fresh, mode: isPrivate ? 0o700 : 0o777)
      let fresh = try stage.folder.folder(Stage.fresh)
      let list = writer.map { OutputList().updated(by: $0, with: files, without: []).file }
      for file in files + [list].compactMap(\.self) {
        _ = try file.write(to: fresh, inPlaceOf: nil, isPrivate: isPrivate)
      }
      try fresh.sync()
      try fresh.lock()
      try Interruption.held { () throws(SystemError) in
        do throws(SystemError) {
          try stage.folder.rename(Stage.fresh, to: name, in: parent, .ifFree)
        } catch {
          // In place of nothing but an empty folder, which is nobody's loss.
          guard error.isUnknownWay else { throw error }
          try stage.folder.rename(Stage.fresh, to: name, in: parent, .replacing)
        }
        do throws(SystemError) { try parent.sync() } catch {
          throw SystemError(error.number, isLate: true)
        }
      }
    } catch {
      for path in made.reversed() { rmdir(path) }
      if !error.isLate, [EEXIST, ENOTEMPTY].contains(error.number) {
        throw failure(SystemError(EWOULDBLOCK))
      }
      throw failure(error)
    }
  }

  private func trying<Result>(
    _ work: () throws(SystemError) -> Result
  ) throws(Failure) -> Result {
    do throws(SystemError) { return try work() } catch { throw failure(error) }
  }

  /// What to say when the system would not.
  private func failure(_ error: SystemError) -> Failure {
    Failure(error, writing: path)
  }
}

extension Failure {
  /// A failure to write, for the user, who knows the place by the name they gave.
  init(_ error: SystemError, writing path: String) {
    let folder = path
    // Nobody knows the list by its name.
    let file = error.file == OutputList.name ? nil : error.file
    let path = file.map { "\(folder)/\($0.text)" } ?? folder
    switch error.number {
    case ENOTEMPTY where error.isLate:
      self.init(
        .inputOutput,
        "\(visible(folder)) is written. Somebody changed files there at the same moment; what could not be put in place is in the hidden folder \(file?.text ?? "") beside or in it."
      )
    case _ where error.isLate:
      self.init(
        .inputOutput,
        "\(visible(path)) is written, but the disk did not confirm it: \(error.reason). Run this again to be sure."
      )
    case EWOULDBLOCK:
      self.init(
        .temporary, "Another run is writing to \(visible(path)). Try again in a moment.")
    case SystemError.changed.number:
      self.init(
        .temporary,
        "Somebody changed \(visible(path)) while Weft was writing. Try again in a moment."
      )
    default:
      self.init(
        .cannotCreate, "\(visible(path)) could not be written: \(error.reason).")
    }
  }
}
