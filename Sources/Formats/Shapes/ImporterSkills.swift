import Intake
import Networks

/// What people know, by a skills audit: a column a topic, a column a colleague, or a row for each of both.
extension Importer {
  /// Takes what columns of topics say of the people of some rows.
  mutating func takeSkills(
    _ table: SourceTable, _ layout: Layout, of rows: [(ids: [String], row: Int)], isOwnWord: Bool
  ) {
    let columns = layout.uses.indices.compactMap { column in
      if case .skill(let topic) = layout.uses[column] {
        (column: column, topic: topic)
      } else {
        nil
      }
    }
    guard !columns.isEmpty else { return }
    var audit = Audit(table, columns.map(\.column))
    for (ids, row) in rows {
      for (column, topic) in columns {
        let answer = read(table.sheet.text(row, column), column, &audit)
        for id in ids { add(topic, of: id, answer, isOwnWord ? ["evidence": "self"] : [:], &audit) }
      }
    }
    tell(audit)
  }

  mutating func takeSkills(_ table: SourceTable, _ layout: Layout) {
    guard let topic = layout.column("topic") else {
      result.remarks.append(
        "\(table.title) is not used: no column names what people know. Write HEADING = topic under [\(table.title)] in \(ImportMapping.fileName)."
      )
      return
    }
    let level = layout.column("level")
    var colleague: [Int: Named] = [:]
    for (column, use) in layout.uses.enumerated() {
      if case .about(let name, _) = use { colleague[column] = headed(name) }
    }
    let facts = ["evidence", "date", "offers"].compactMap { head in
      layout.column(head).map { (head: head, column: $0) }
    }
    var audit = Audit(table, colleague.keys + [level].compactMap(\.self))
    for row in table.rows where !table.isTotal(row) {
      let name = table.cell(row, topic)
      if name.isEmpty || TotalRow.isOne(name) { continue }
      if let who = layout.who, case .people(let ids) = headed(table.cell(row, who)) {
        let answer =
          level.map { read(table.sheet.text(row, $0), $0, &audit) } ?? .known(nil)
        let more = facts.reduce(into: [:]) { $0[$1.head] = table.cell(row, $1.column) }
        let school = layout.column("school").map { table.cell(row, $0) } ?? ""
        for id in ids {
          if let place = personRow[id], people.text(place, "school").isEmpty {
            people.set(place, "school", school)
          }
          add(name, of: id, answer, more, &audit)
        }
      }
      for (column, named) in colleague.sorted(by: { $0.key < $1.key }) {
        guard case .people(let ids) = named else { continue }
        let answer = read(table.sheet.text(row, column), column, &audit)
        for id in ids { add(name, of: id, answer, [:], &audit) }
      }
    }
    tell(audit)
  }

  /// What an audit comes to on the way.
  private struct Audit {
    let table: SourceTable
    let scale: SkillScale
    let nones: [Int: Double]
    var people: Set<String> = []
    var topics: Set<String> = []
    var entries = 0
    /// What each text was read as.
    var answers: [String: SkillAnswer] = [:]

    init(_ table: SourceTable, _ columns: some Sequence<Int>) {
      self.table = table
      let columns = Array(columns)
      scale =
        SkillScale(columns.flatMap { column in table.rows.map { table.cell($0, column) } })
      nones = columns.reduce(into: [:]) { $0[$1] = ScaleLegend(table.headings[$1]).never }
    }
  }

  /// What a cell says, after what was decided earlier.
  private func read(_ text: String, _ column: Int, _ audit: inout Audit) -> SkillAnswer {
    let text = cleaned(text)
    if text.isEmpty { return .missing }
    let answer =
      result.mapping.levels[text].flatMap { SkillAnswer(decided: $0) }
      ?? SkillAnswer(text, on: audit.scale, none: audit.nones[column])
    audit.answers[text] = answer
    return answer
  }

  private mutating func add(
    _ topic: String, of id: String, _ answer: SkillAnswer, _ facts: [String: String],
    _ audit: inout Audit
  ) {
    audit.people.insert(id)
    audit.topics.insert(folded(topic))
    var facts = facts
    switch answer {
    case .none, .missing, .unreadable: return
    case .known(let level): facts["level"] = level.map { "\($0.rawValue)" } ?? ""
    case .sought: facts["seeks"] = "yes"
    }
    audit.entries += 1
    var lines = self.table(.expertise, needed: ["person", "topic"])
    // A list that was taken as it stands may call them otherwise.
    func place(_ names: [String]) -> Int {
      lines.place(names.first { lines.heads.map(folded).contains(folded($0)) } ?? names[0])
    }
    lines.add(
      [
        (place(["person", "person_id", "staff_id"]), id),
        (place(["topic", "skill", "subject"]), topic),
      ]
        + facts.sorted { $0.key < $1.key }.map { (lines.place($0.key), $0.value) })
    others[.expertise] = lines
  }

  /// Says what was read, and how the answers were.
  private mutating func tell(_ audit: Audit) {
    let table = audit.table
    result.readings.append(
      "\(table.title): what \(counted(audit.people.count, "person knows", "people know")) of \(counted(audit.topics.count, "topic")), \(counted(audit.entries, "entry", "entries"))"
    )
    for (text, answer) in audit.answers { result.mapping.levels[text] = answer.words }
    let byWords = Dictionary(grouping: audit.answers.keys.sorted()) {
      audit.answers[$0]?.words ?? "?"
    }
    func texts(_ words: String) -> String? {
      byWords[words].map { texts in
        listed(texts.prefix(4).map { shown($0) }) + (texts.count > 4 ? " and others" : "")
      }
    }
    let read = [SkillLevel.confident.words, SkillLevel.learning.words].compactMap { words in
      texts(words).map { (texts: $0, isOne: byWords[words]?.count == 1, words: words) }
    }
    if let first = read.first {
      let rest = read.dropFirst().map { ", \($0.texts) as \($0.words)" }.joined()
      result.remarks.append(
        "\(table.title): \(first.texts) \(first.isOne ? "is" : "are") read as \(first.words)\(rest). Where an answer means more, such as leads in school or trains others, write so under [levels] in \(ImportMapping.fileName)."
      )
    }
    if let open = texts(SkillAnswer.unreadable.words) {
      result.remarks.append(
        "\(table.title): \(open) could not be read as a level and \(byWords["?"]?.count == 1 ? "counts" : "count") as not answered. Write what \(byWords["?"]?.count == 1 ? "it means" : "they mean") under [levels] in \(ImportMapping.fileName)."
      )
    }
  }
}
