import Glibc
import Networks

/// A hidden folder in which output is made ready, beside the output or, where that cannot be, in it.
///
/// Its name is one that nobody can foresee and nobody else gives, nobody else can enter it, and its journal is locked
/// while the run that made it lives. By these a later run knows what a run that was cut short left behind.
final class Stage {
  let home: Folder
  let name: FileName
  let folder: Folder
  private let journal: Int32

  static let fresh: FileName = "new"
  static let spare: FileName = "old"
  static let standIn: FileName = "stand-in"

  /// Makes a stage.
  convenience init(in home: Folder) throws(SystemError) {
    var last = SystemError(EEXIST)
    for _ in 0..<8 {
      let name = try Self.newName()
      do throws(SystemError) {
        try home.make(name, mode: 0o700)
      } catch {
        guard error.number == EEXIST else { throw error }
        continue
      }
      do throws(SystemError) {
        let folder = try home.folder(name)
        try self.init(home, name, folder, folder.create(Journal.name, mode: 0o600))
        return
      } catch {
        try? home.folder(name).remove(Journal.name)
        try? home.removeFolder(name)
        // Until its journal is locked, another run may take the stage for one left behind.
        guard [ENOENT, EWOULDBLOCK].contains(error.number) else { throw error }
        last = error
      }
    }
    throw last
  }

  /// Takes over a stage whose run has died; throws EWOULDBLOCK while it lives.
  private convenience init(leftIn home: Folder, _ name: FileName) throws(SystemError) {
    let folder = try home.folder(name)
    guard let journal = try folder.open(Journal.name, O_RDWR) else { throw SystemError(ENOENT) }
    try self.init(home, name, folder, journal)
  }

  private init(
    _ home: Folder, _ name: FileName, _ folder: Folder, _ journal: Int32
  ) throws(SystemError) {
    self.home = home
    self.name = name
    self.folder = folder
    self.journal = journal
    _ = try checked { flock(journal, LOCK_EX | LOCK_NB) }
    guard try folder.entry(Journal.name) != nil else { throw SystemError(ENOENT) }
  }

  deinit { close(journal) }

  /// Puts down what is about to be done, and returns when the disk has it.
  func write(_ plan: Journal) throws(SystemError) {
    _ = try checked { ftruncate(journal, 0) }
    _ = try checked { Int32(truncatingIfNeeded: lseek(journal, 0, SEEK_SET)) }
    try OutputFile.write(Array(plan.text.utf8), to: journal)
    _ = try checked { fsync(journal) }
    try folder.sync()
    try home.sync()
  }

  /// Puts down that all is done, and returns when the disk has it.
  func writeDone() throws(SystemError) {
    try OutputFile.write(Array(Journal.doneLine.utf8), to: journal)
    _ = try checked { fsync(journal) }
  }

  /// Takes the stage away; `false` when something is left in it that is not Weft's to delete.
  ///
  /// - Parameter plan: what was to be done, when anything may have been done.
  @discardableResult func remove(after plan: Journal? = nil) -> Bool {
    let isGone = try? Interruption.held { () throws(SystemError) in
      // What fails once is tried once more; what then is left is Weft's, and the next run clears it away.
      do { return try clear(after: plan) } catch { return try clear(after: plan) }
    }
    return isGone ?? true
  }

  private func clear(after plan: Journal?) throws(SystemError) -> Bool {
    if try home.entry(name) == nil { return true }
    var isEmpty = true
    for name in [Self.fresh, Self.spare] where try folder.entry(name) != nil {
      let within = try folder.folder(name)
      var kept = false
      for file in try within.names() {
        let stamp = try within.entry(file)?.stamp
        let isOwn =
          plan.map { $0.changes.contains { $0.name == file && [$0.old, $0.new].contains(stamp) } }
          ?? (name == Self.fresh)
        if isOwn { try within.remove(file) } else { kept = true }
      }
      if kept { isEmpty = false } else { try folder.removeFolder(name) }
    }
    if try folder.entry(Self.standIn) != nil {
      let within = try folder.folder(Self.standIn)
      // Without a word of it in the journal nobody has ever seen it.
      if let held = plan?.held {
        let output = plan.flatMap { try? home.folder($0.target) }
        if try !StandIn.empty(within, into: output, held: held) { return false }
      } else {
        try within.removeAll()
      }
      try folder.removeFolder(Self.standIn)
    }
    guard isEmpty else { return false }
    // The journal goes last: without one, nothing in a stage has ever been in the output.
    try folder.sync()
    if try folder.entry(Journal.name) != nil { try folder.remove(Journal.name) }
    try home.removeFolder(name)
    return true
  }
}

extension Stage {
  // MARK: - What earlier runs left behind

  /// Clears away the stages in a folder whose runs have died, and puts in order what they left half done.
  ///
  /// - Parameter target: the folder that this run has locked, by its name there; without it nothing but stages of which
  ///   nothing was used yet.
  /// - Returns: the names of stages that hold something that is not Weft's to delete.
  static func clearDead(in home: Folder, target: FileName? = nil) -> [FileName] {
    let names = (try? home.names()) ?? []
    return names.filter { name in
      guard isName(name), let entry = try? home.entry(name), entry.kind == .folder,
        entry.owner == geteuid()
      else { return false }
      return !clear(name, in: home, target: target)
    }
  }

  /// Says which stages hold something that is not Weft's to delete.
  static func tell(of paths: [String]) {
    for path in paths {
      Terminal.tell(
        "\(visible(path)) holds files that a run that was cut short could not put back. Take what you need, then delete it."
      )
    }
  }

  /// Clears one stage away; `false` when it must be kept.
  private static func clear(_ name: FileName, in home: Folder, target: FileName?) -> Bool {
    let stage: Stage
    do throws(SystemError) {
      stage = try Stage(leftIn: home, name)
    } catch {
      // Cut short between its making and its journal, it is empty; alive, it is nobody else's business.
      try? home.removeFolder(name)
      return true
    }
    guard let bytes = try? stage.folder.contents(Journal.name, atMost: 16 << 20) else {
      return true
    }
    guard let plan = Journal(String(decoding: bytes, as: UTF8.self)) else {
      return stage.remove()
    }
    guard plan.isDone || plan.target == target else { return true }
    return (try? Interruption.held { () throws(SystemError) in try stage.settle(plan) }) ?? false
  }

  /// Puts in order what a run that died had begun.
  ///
  /// Where a stand-in is in the output's place, everybody has seen the new files: the output gets them too, and comes
  /// back. Where there was none, every change is taken back.
  private func settle(_ plan: Journal) throws(SystemError) -> Bool {
    if plan.held != nil {
      if try folder.entry(Self.standIn)?.node.number == plan.node { try bringBack(plan) }
    } else if !plan.isDone, let output = try? home.folder(plan.target) {
      let replacement = try replacement(in: output)
      for change in plan.changes.reversed() { try replacement.restore(change) }
      try output.sync()
    }
    return remove(after: plan)
  }

  /// Completes the output, which is in the stage, and lets it and what stands in for it change places.
  private func bringBack(_ plan: Journal) throws(SystemError) {
    let output = try folder.folder(Self.standIn)
    try output.lock()
    let replacement = try replacement(in: output)
    for change in plan.changes { try replacement.complete(change) }
    for folder in [output, replacement.fresh, replacement.spare] { try folder.sync() }
    try folder.rename(Self.standIn, to: plan.target, in: home, .exchanging)
    try home.sync()
    try folder.sync()
  }

  private func replacement(in output: Folder) throws(SystemError) -> Replacement {
    try Replacement(
      folder: output, fresh: folder.folder(Self.fresh), spare: folder.folder(Self.spare))
  }

  // MARK: - Names

  private static let prefix = ".weft-"

  private static func newName() throws(SystemError) -> FileName {
    let random = UInt32(truncatingIfNeeded: try Linux.random())
    return FileName(prefix + random.hex + check(random.hex))
  }

  /// Whether a name is one that Weft gives.
  private static func isName(_ name: FileName) -> Bool {
    let text = name.text
    guard text.hasPrefix(prefix), text.utf8.count == prefix.utf8.count + 16 else { return false }
    let digits = text.dropFirst(prefix.count)
    return check(String(digits.prefix(8))) == digits.suffix(8)
  }

  static func check(_ digits: String) -> String {
    UInt32(truncatingIfNeeded: digest([Array(digits.utf8)])).hex
  }
}

extension Folder {
  /// Takes away everything in the folder.
  fileprivate func removeAll() throws(SystemError) {
    for name in try names() {
      guard let entry = try entry(name) else { continue }
      if entry.kind == .folder {
        let within = try folder(name)
        _ = fchmod(within.descriptor, 0o700)
        try within.removeAll()
        try removeFolder(name)
      } else {
        try remove(name)
      }
    }
  }
}
