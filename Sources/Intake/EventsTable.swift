import Networks

/// Reads events.csv.
func readEvents(
  _ source: SourceFile?, _ read: inout ReadRecords, _ goals: GoalIndex, options: IntakeOptions,
  ledger: inout Ledger
) throws(IntakeError) {
  guard let source else { return }
  var reader = try TableReader(source, options)
  var cells = RecordCells(options)
  var log = RowLog()
  var events: [Event] = []
  while try reader.next() {
    guard let id = cells.id("name", &reader) else { continue }
    var event = Event(
      id: id, name: cells.text("name", &reader) ?? id, date: cells.past("date", &reader),
      kind: cells.text("kind", &reader), purpose: cells.text("purpose", &reader),
      goal: cells.goal(&reader, goals), isPlanned: cells.yesOrNo("planned", &reader),
      called: cells.past("called", &reader))
    event.unread = cells.takeUnread()
    events.append(event)
    log.add(id, reader)
    reader.use()
  }
  let idColumn = reader.column("id") ?? reader.column("name") ?? 0
  read.records.events = try log.settle(&reader, idColumn: idColumn).map { events[$0] }
  read.note(cells.newestDay)
  try ledger.close(&reader, dates: cells.dates)
}

/// Reads attendance.csv: one row an event and somebody who came; events that no file describes are made.
func readAttendance(
  _ source: SourceFile?, isDescribed: Bool, _ read: inout ReadRecords,
  endpoints: inout Endpoints, options: IntakeOptions, ledger: inout Ledger
) throws(IntakeError) {
  guard let source else { return }
  var reader = try TableReader(source, options)
  var cells = RecordCells(options)
  var places = Dictionary(
    read.records.events.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  var seats: [(event: String, attendance: Attendance)] = []
  var log = RowLog()
  var madeIds: Set<String> = []
  let eventColumn = reader.column("event") ?? 0
  let partyColumn = reader.column("person") ?? 0
  while try reader.next() {
    guard let event = reader.id(eventColumn, needed: "an event") else { continue }
    if places[event] == nil, isDescribed {
      reader.setAside(.unknownEntry, column: eventColumn, value: event, detail: "events.csv")
      continue
    }
    let party: Int32
    switch cells.member(partyColumn, among: MemberKind.allCases, &reader, &endpoints) {
    case .member(let member): party = member
    case .excluded:
      reader.setAsidePrivately()
      continue
    case .missing:
      reader.setAside(.missingValue, column: partyColumn, detail: "a person")
      continue
    case .unknown(let text):
      let (code, near) = endpoints.diagnosis(of: text)
      reader.setAside(code, column: partyColumn, value: text, detail: near)
      continue
    }
    if places[event] == nil { madeIds.insert(event) }
    seats.append(
      (
        event,
        Attendance(
          party: party, role: cells.text("role", &reader)?.lowercased(),
          came: reader.column("attended").map { reader.yesOrNo($0, Answer.attended) } ?? true,
          prepared: cells.yesOrNo("prepared", &reader),
          contributed: cells.yesOrNo("contributed", &reader),
          responsive: cells.yesOrNo("responsive", &reader),
          keptPromises: cells.yesOrNo("kept", &reader))
      ))
    log.add("\(event)\(RowLog.within)\(endpoints.id(of: party))", reader)
    reader.use()
  }
  for id in madeIds.sorted() {
    places[id] = read.records.events.count
    read.records.events.append(Event(id: id, name: id))
  }
  for place in try log.settle(&reader, idColumn: partyColumn) {
    let seat = seats[place]
    guard let event = places[seat.event] else { continue }
    read.records.events[event].attendance.append(seat.attendance)
  }
  if !madeIds.isEmpty {
    reader.announce(.madeFromNames, detail: counted(madeIds.count, "event is", "events are"))
  }
  cells.announce(&reader)
  try ledger.close(&reader, dates: cells.dates)
}
