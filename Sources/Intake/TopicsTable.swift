import Networks

/// Reads topics.csv, and puts it over the list that comes with Weft; `nil` where there is no such file.
func readTopics(_ source: SourceFile?, options: IntakeOptions, ledger: inout Ledger)
  throws(IntakeError) -> [Topic.Entry]?
{
  guard let source else { return nil }
  var reader = try TableReader(source, options)
  var log = RowLog()
  var entries: [Topic.Entry] = []
  let nameColumn = reader.column("topic") ?? 0
  while try reader.next() {
    guard let name = reader.id(nameColumn, needed: "a topic") else { continue }
    entries.append(
      Topic.Entry(
        name, broader: reader.column("broader").flatMap { reader.text($0) },
        synonyms: reader.column("synonyms").map { reader.list($0) } ?? [], origin: .own))
    log.add(name, reader)
    reader.use()
  }
  let kept = try log.settle(&reader, idColumn: nameColumn).map { entries[$0] }
  for flaw in TopicTree(kept).flaws {
    switch flaw {
    case .cycle(let names):
      reader.announce(
        .topicCycle, column: reader.column("broader"), value: names[0],
        detail: names.count < 2 ? "" : listed(names.dropFirst().map { shown($0) }))
    case .synonym(let word, let topic, let other):
      reader.announce(
        .sharedSynonym, column: reader.column("synonyms"), value: word,
        detail: "\(shown(topic)); \(shown(other))")
    }
  }
  try ledger.close(&reader, dates: DateOrder())
  return kept + TopicTree.starter
}
