import Networks

/// Reads stories.csv, ideas.csv, needs.csv and decisions.csv: one row a happening, with who was in it.
struct Happenings {
  let sources: SourceFiles
  let goals: GoalIndex
  let options: IntakeOptions

  /// What every happening has.
  private struct Core {
    let id: String
    let title: String
    let date: Day?
  }

  func read(
    _ read: inout ReadRecords, _ endpoints: inout Endpoints, _ ledger: inout Ledger
  ) throws(IntakeError) {
    read.records.stories = try entries(.stories, "title", &read, &endpoints, &ledger) {
      core, cells, reader, endpoints in
      var story = Story(
        id: core.id, title: core.title, date: core.date,
        parties: cells.members("who", &reader, &endpoints), goal: cells.goal(&reader, goals),
        voice: cells.text("voice", &reader)?.lowercased(), impact: cells.text("impact", &reader))
      story.unread = cells.takeUnread()
      return story
    }
    read.records.ideas = try entries(.ideas, "idea", &read, &endpoints, &ledger) {
      core, cells, reader, endpoints in
      var idea = Idea(
        id: core.id, title: core.title, date: core.date,
        origin: cells.members("origin", &reader, &endpoints),
        carriers: cells.members("carried_by", &reader, &endpoints),
        adopters: cells.members("adopted_by", &reader, &endpoints),
        triers: cells.members("trialled_by", &reader, &endpoints),
        droppers: cells.members("dropped_by", &reader, &endpoints))
      idea.unread = cells.takeUnread()
      return idea
    }
    read.records.needs = try entries(.needs, "need", &read, &endpoints, &ledger) {
      core, cells, reader, endpoints in
      var need = Need(
        id: core.id, statement: core.title, date: core.date,
        from: cells.members("from", &reader, &endpoints),
        askedOf: cells.members("asked_of", &reader, &endpoints),
        voice: cells.text("voice", &reader)?.lowercased(),
        channel: cells.text("channel", &reader), goal: cells.goal(&reader, goals),
        action: cells.text("action", &reader), isMet: cells.yesOrNo("met", &reader))
      need.unread = cells.takeUnread()
      need.blank = cells.blank(["action", "met"], reader)
      return need
    }
    read.records.decisions = try entries(.decisions, "decision", &read, &endpoints, &ledger) {
      core, cells, reader, endpoints in
      var decision = Decision(
        id: core.id, statement: core.title, date: core.date,
        deciders: cells.members("decided_by", &reader, &endpoints),
        consulted: cells.members("consulted", &reader, &endpoints),
        affects: cells.members("affects", &reader, &endpoints), goal: cells.goal(&reader, goals))
      decision.unread = cells.takeUnread()
      decision.blank = cells.blank(["decided_by", "consulted"], reader)
      return decision
    }
  }

  /// Reads one table whose rows have an id, or a title that serves as one.
  ///
  /// Without a column of ids, rows of one title that differ in anything else are different happenings.
  private func entries<Entry>(
    _ table: TableKind, _ title: String, _ read: inout ReadRecords,
    _ endpoints: inout Endpoints, _ ledger: inout Ledger,
    _ entry: (Core, inout RecordCells, inout TableReader, inout Endpoints) -> Entry
  ) throws(IntakeError) -> [Entry] {
    guard let source = sources[table] else { return [] }
    var reader = try TableReader(source, options)
    var cells = RecordCells(options)
    var log = RowLog()
    var entries: [Entry] = []
    let hasIds = reader.column("id") != nil
    var contents: [String: [UInt64]] = [:]
    while try reader.next() {
      guard var id = cells.id(title, &reader) else { continue }
      if !hasIds {
        let content = reader.summary().content
        let place = contents[id]?.firstIndex(of: content) ?? contents[id]?.count ?? 0
        if contents[id]?.count ?? 0 == place { contents[id, default: []].append(content) }
        if place > 0 { id += " (\(place + 1))" }
      }
      let core = Core(
        id: id, title: cells.text(title, &reader) ?? id, date: cells.past("date", &reader))
      entries.append(entry(core, &cells, &reader, &endpoints))
      log.add(id, reader)
      reader.use()
    }
    let idColumn = reader.column("id") ?? reader.column(title) ?? 0
    let kept = try log.settle(&reader, idColumn: idColumn).map { entries[$0] }
    cells.announce(&reader)
    read.note(cells.newestDay)
    try ledger.close(&reader, dates: cells.dates)
    return kept
  }
}
