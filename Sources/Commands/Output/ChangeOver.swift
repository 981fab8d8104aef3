import Glibc

// MARK: - How a folder's files are changed

extension OutputFolder {
  /// Changes the files of a folder, all or none of them.
  func change(
    _ place: Place, _ files: [OutputFile], without gone: [FileName], isPrivate: Bool
  ) throws(Failure) {
    do throws(SystemError) {
      var stage: Stage
      if let parent = place.parent, let beside = try? Stage(in: parent) {
        stage = beside
      } else {
        stage = try Stage(in: place.folder)
      }
      try ChangeOver(place, stage).run(files, without: gone, isPrivate: isPrivate)
    } catch {
      throw Failure(error, writing: path)
    }
  }
}

/// One change of a folder's files, from the stage to the end.
private struct ChangeOver {
  let place: Place
  let stage: Stage
  private var isBeside: Bool { stage.home.node != place.folder.node }

  init(_ place: Place, _ stage: Stage) {
    self.place = place
    self.stage = stage
  }

  func run(
    _ files: [OutputFile], without gone: [FileName], isPrivate: Bool
  ) throws(SystemError) {
    var plan = Journal(target: isBeside ? place.name : ".", node: place.folder.node.number)
    let replacement: Replacement
    var double: Folder?
    do throws(SystemError) {
      replacement = try prepare(files, without: gone, isPrivate: isPrivate, &plan)
      double = isBeside ? standIn(replacement, &plan) : nil
      try Interruption.check()
      try stage.write(plan)
    } catch {
      stage.remove()
      throw error
    }
    try Interruption.held { () throws(SystemError) in try carryOut(&plan, replacement, double) }
  }

  /// Writes the new files to the stage.
  private func prepare(
    _ files: [OutputFile], without gone: [FileName], isPrivate: Bool, _ plan: inout Journal
  ) throws(SystemError) -> Replacement {
    try stage.folder.make(Stage.fresh, mode: 0o700)
    try stage.folder.make(Stage.spare, mode: 0o700)
    let replacement = try Replacement(
      folder: place.folder, fresh: stage.folder.folder(Stage.fresh),
      spare: stage.folder.folder(Stage.spare))
    // New files get the group and the access lists that files made in the folder get.
    try? replacement.fresh.liken(to: place.folder)
    for file in files {
      let name = FileName(file.name)
      let old = try place.folder.entry(name)?.stamp
      let new = try file.write(
        to: replacement.fresh, inPlaceOf: old == nil ? nil : place.folder, isPrivate: isPrivate)
      plan.changes.append(Change(name: name, old: old, new: new))
    }
    for name in gone {
      guard let old = try place.folder.entry(name)?.stamp else { continue }
      plan.changes.append(Change(name: name, old: old, new: nil))
    }
    try replacement.fresh.sync()
    return replacement
  }

  /// Makes the stand-in; `nil` where there can be none.
  private func standIn(_ replacement: Replacement, _ plan: inout Journal) -> Folder? {
    do throws(SystemError) {
      try stage.folder.make(Stage.standIn, mode: 0o700)
      let double = try stage.folder.folder(Stage.standIn)
      plan.held = try StandIn.make(
        double, of: place.folder, fresh: replacement.fresh, changes: plan.changes)
      try double.lockItself()
      return double
    } catch {
      plan.held = nil
      return nil
    }
  }

  /// Lets the folder and what stands in for it change places.
  private func swap() throws(SystemError) {
    try stage.folder.rename(Stage.standIn, to: place.name, in: stage.home, .exchanging)
  }

  private func syncBoth() throws(SystemError) {
    try stage.home.sync()
    try stage.folder.sync()
  }

  /// Does what the journal says; what fails on the way is taken back.
  private func carryOut(
    _ plan: inout Journal, _ replacement: Replacement, _ double: Folder?
  ) throws(SystemError) {
    var isOut = false
    do throws(SystemError) {
      if double != nil {
        do throws(SystemError) {
          try swap()
          isOut = true
          try syncBoth()
        } catch {
          if isOut { throw error }
          // No exchange here: the files change in sight.
          plan.held = nil
          try stage.write(plan)
        }
      }
      for change in plan.changes {
        do throws(SystemError) { try replacement.apply(change) } catch {
          throw SystemError(error.number, file: change.name)
        }
      }
      for folder in [replacement.folder, replacement.fresh, replacement.spare] { try folder.sync() }
      if isOut {
        try swap()
        isOut = false
      } else {
        try stage.writeDone()
      }
    } catch {
      takeBack(plan, replacement, isOut)
      throw error
    }
    var late: SystemError?
    do throws(SystemError) { try syncBoth() } catch {
      late = SystemError(error.number, isLate: true)
    }
    if !stage.remove(after: plan) {
      throw SystemError(ENOTEMPTY, isLate: true, file: stage.name)
    }
    if let late { throw late }
  }

  /// Puts everything back as it was; what cannot be put back the journal still tells of.
  private func takeBack(_ plan: Journal, _ replacement: Replacement, _ isOut: Bool) {
    do throws(SystemError) {
      for change in plan.changes.reversed() { try replacement.restore(change) }
      try replacement.folder.sync()
      if isOut { try swap() }
    } catch {
      return
    }
    stage.remove(after: plan)
  }
}
