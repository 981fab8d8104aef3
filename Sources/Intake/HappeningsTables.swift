import Networks

/// Reads stories.csv, ideas.csv, needs.csv and decisions.csv: one row a happening, with who was in it.
struct Happenings {
  let goals: GoalIndex
  let options: IntakeOptions

  func readStories(
    _ source: SourceFile?, _ read: inout ReadRecords, _ endpoints: inout Endpoints,
    _ ledger: inout Ledger
  ) throws(IntakeError) {
    read.records.stories = try entries(source, "title", &read, &endpoints, &ledger) {
      id, cells, reader, endpoints in
      Story(
        id: id, title: cells.text("title", &reader) ?? id, date: cells.past("date", &reader),
        parties: cells.members("who", &reader, &endpoints), goal: cells.goal(&reader, goals),
        voice: cells.text("voice", &reader)?.lowercased(), impact: cells.text("impact", &reader))
    }
  }

  func readIdeas(
    _ source: SourceFile?, _ read: inout ReadRecords, _ endpoints: inout Endpoints,
    _ ledger: inout Ledger
  ) throws(IntakeError) {
    read.records.ideas = try entries(source, "idea", &read, &endpoints, &ledger) {
      id, cells, reader, endpoints in
      Idea(
        id: id, title: cells.text("idea", &reader) ?? id, date: cells.past("date", &reader),
        origin: cells.members("origin", &reader, &endpoints),
        carriers: cells.members("carried_by", &reader, &endpoints),
        adopters: cells.members("adopted_by", &reader, &endpoints))
    }
  }

  func readNeeds(
    _ source: SourceFile?, _ read: inout ReadRecords, _ endpoints: inout Endpoints,
    _ ledger: inout Ledger
  ) throws(IntakeError) {
    read.records.needs = try entries(source, "need", &read, &endpoints, &ledger) {
      id, cells, reader, endpoints in
      Need(
        id: id, statement: cells.text("need", &reader) ?? id, date: cells.past("date", &reader),
        from: cells.members("from", &reader, &endpoints),
        askedOf: cells.members("asked_of", &reader, &endpoints),
        voice: cells.text("voice", &reader)?.lowercased(),
        channel: cells.text("channel", &reader), goal: cells.goal(&reader, goals),
        action: cells.text("action", &reader), isMet: cells.yesOrNo("met", &reader))
    }
  }

  func readDecisions(
    _ source: SourceFile?, _ read: inout ReadRecords, _ endpoints: inout Endpoints,
    _ ledger: inout Ledger
  ) throws(IntakeError) {
    read.records.decisions = try entries(source, "decision", &read, &endpoints, &ledger) {
      id, cells, reader, endpoints in
      Decision(
        id: id, statement: cells.text("decision", &reader) ?? id,
        date: cells.past("date", &reader),
        deciders: cells.members("decided_by", &reader, &endpoints),
        consulted: cells.members("consulted", &reader, &endpoints),
        affects: cells.members("affects", &reader, &endpoints), goal: cells.goal(&reader, goals))
    }
  }

  /// Reads one table whose rows have an id, or a title that serves as one.
  private func entries<Entry>(
    _ source: SourceFile?, _ title: String, _ read: inout ReadRecords,
    _ endpoints: inout Endpoints, _ ledger: inout Ledger,
    _ entry: (String, inout RecordCells, inout TableReader, inout Endpoints) -> Entry
  ) throws(IntakeError) -> [Entry] {
    guard let source else { return [] }
    var reader = try TableReader(source, named: options.columns[source.table] ?? [:])
    var cells = RecordCells(options)
    var log = RowLog()
    var entries: [Entry] = []
    while try reader.next() {
      guard let id = cells.id(title, &reader) else { continue }
      entries.append(entry(id, &cells, &reader, &endpoints))
      log.add(id, reader)
      reader.use()
    }
    let idColumn = reader.column("id") ?? reader.column(title) ?? 0
    let kept = log.settle(&reader, idColumn: idColumn).map { entries[$0] }
    cells.announce(&reader)
    read.note(cells.newestDay)
    try ledger.close(&reader, dates: cells.dates)
    return kept
  }
}
