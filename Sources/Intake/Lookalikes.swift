import Networks

/// Reports people who may be one person twice: the same address, or the same or nearly the same name in one school.
///
/// Rows are never merged for it. Similar names are looked for among at most `Limits.nearDuplicates` people.
func reportLookalikes(
  _ people: People, _ emails: [String], _ rows: [Int], _ reader: inout TableReader
) {
  var byEmail: [String: Int] = [:]
  var byName: [String: Int] = [:]
  var byShape: [String: [Int]] = [:]
  let order = people.ids.indices.sorted { rows[$0] < rows[$1] }
  let nameColumn = reader.column("name") ?? reader.column("last_name")
  for person in order {
    if !emails[person].isEmpty {
      if let first = byEmail[emails[person]] {
        reader.report(
          .sameEmail, row: rows[person], column: reader.column("email"), value: emails[person],
          detail: "\(rows[first])", isPersonal: true)
      } else {
        byEmail[emails[person]] = person
      }
    }
    guard people.names[person] != people.ids[person] else { continue }
    let key = "\(people.school[person]) \(folded(people.names[person]))"
    if let first = byName[key] {
      reader.report(
        .sameName, row: rows[person], column: nameColumn, value: people.names[person],
        detail: "\(rows[first])", isPersonal: true)
      continue
    }
    byName[key] = person
    guard people.count <= Limits.nearDuplicates, people.names[person].count >= 8 else { continue }
    if let first = similar(person, people, &byShape) {
      reader.report(
        .similarName, row: rows[person], column: nameColumn, value: people.names[person],
        detail: "\(rows[first])", isPersonal: true)
    }
  }
}

/// Somebody already met in the same school whose name differs by one letter.
///
/// Two names that differ by one letter share the text that is left when the right letter is taken from each, so names are
/// filed under all such texts (Mor & Fraenkel 1982, CACM 25:935).
private func similar(_ person: Int, _ people: People, _ byShape: inout [String: [Int]]) -> Int? {
  let name = Array(folded(people.names[person]))
  var found: Int?
  var shapes: Set<String> = [String(name)]
  for place in name.indices { shapes.insert(String(name[..<place] + name[(place + 1)...])) }
  for shape in shapes {
    let key = "\(people.school[person]) \(shape)"
    for other in byShape[key] ?? [] {
      let a = Array(folded(people.names[other]).unicodeScalars)
      let b = Array(folded(people.names[person]).unicodeScalars)
      if Spelling.distance(a, b, limit: 1) == 1 { found = min(found ?? other, other) }
    }
    byShape[key, default: []].append(person)
  }
  return found
}
