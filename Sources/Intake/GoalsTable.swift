import Networks

/// Reads goals.csv.
func readGoals(
  _ source: SourceFile?, _ read: inout ReadRecords, endpoints: inout Endpoints,
  options: IntakeOptions, ledger: inout Ledger
) throws(IntakeError) -> [Goal] {
  guard let source else { return [] }
  var reader = try TableReader(source, options)
  var cells = RecordCells(options)
  var log = RowLog()
  var rows: [(goal: Goal, parent: String?)] = []
  while try reader.next() {
    guard let id = cells.id("statement", &reader) else { continue }
    var goal = Goal(
      id: id, statement: cells.text("statement", &reader) ?? id,
      measure: cells.text("measure", &reader), baseline: cells.number("baseline", &reader),
      target: cells.number("target", &reader), due: cells.due("due", &reader),
      owners: cells.members("owner", &reader, &endpoints))
    goal.unread = cells.takeUnread()
    rows.append((goal, cells.text("parent", &reader)))
    log.add(id, reader)
    reader.use()
  }
  let idColumn = reader.column("id") ?? reader.column("statement") ?? 0
  let kept = try log.settle(&reader, idColumn: idColumn)
  var goals = kept.map { rows[$0].goal }
  let index = GoalIndex(goals)
  for (place, row) in kept.enumerated() {
    guard let parent = rows[row].parent, let column = reader.column("parent") else { continue }
    if let found = index.place(parent) {
      goals[place].parent = found
    } else {
      try reader.report(
        .unknownReference, at: log.rows[row].position, column: column, value: parent,
        detail: index.suggestion(parent))
    }
  }
  for place in cycleBeginnings(goals.map(\.parent)) {
    try reader.report(
      .goalCycle, at: log.rows[kept[place]].position, column: reader.column("parent"),
      value: goals[place].id)
    goals[place].parent = nil
  }
  cells.announce(&reader)
  try ledger.close(&reader, dates: cells.dates)
  return goals
}

/// Reads progress.csv: how far each goal had got on which day.
func readProgress(
  _ source: SourceFile?, _ read: inout ReadRecords, _ goals: GoalIndex, options: IntakeOptions,
  ledger: inout Ledger
) throws(IntakeError) {
  guard let source else { return }
  var reader = try TableReader(source, options)
  var cells = RecordCells(options)
  let goalColumn = reader.column("goal") ?? 0
  let valueColumn = reader.column("value") ?? 0
  while try reader.next() {
    guard let id = reader.id(goalColumn, needed: "a goal") else { continue }
    guard let goal = goals.place(id) else {
      reader.setAside(.unknownEntry, column: goalColumn, value: id, detail: "goals.csv")
      continue
    }
    guard !reader.isMissing(valueColumn) else {
      reader.setAside(.missingValue, column: valueColumn, detail: "a value")
      continue
    }
    guard let value = RecordCells.number(valueColumn, reader) else {
      read.records.goals[goal].unread.insert("progress")
      reader.setAside(
        .unreadableNumber, column: valueColumn, value: reader.raw(valueColumn))
      continue
    }
    guard Values.isInRange(value) else {
      read.records.goals[goal].unread.insert("progress")
      reader.setAside(
        value.magnitude > 1 ? .numberTooLarge : .numberTooSmall, column: valueColumn,
        value: reader.raw(valueColumn))
      continue
    }
    guard let date = cells.past("date", &reader) else {
      reader.setAside(.missingValue, column: reader.column("date"), detail: "a date")
      continue
    }
    read.records.goals[goal].progress.append(Progress(date: date, value: value))
    reader.use()
  }
  for goal in read.records.goals.indices {
    read.records.goals[goal].progress.sort { ($0.date, $0.value) < ($1.date, $1.value) }
  }
  read.note(cells.newestDay)
  try ledger.close(&reader, dates: cells.dates)
}
