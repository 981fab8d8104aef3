import Networks

/// Reports people who may be one person twice: the same address, or the same or nearly the same name in one school.
///
/// Rows are never merged for it. Similar names are looked for among at most `Limits.nearDuplicates` people.
func reportLookalikes(
  _ people: People, _ emails: [String], _ rows: [Int], _ reader: inout TableReader
) {
  var byEmail: [String: Int] = [:]
  var byName: [String: Int] = [:]
  var shapes = NameShapes(people)
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
    if let first = shapes.similar(to: person) {
      reader.report(
        .similarName, row: rows[person], column: nameColumn, value: people.names[person],
        detail: "\(rows[first])", isPersonal: true)
    }
  }
}

/// Names by the texts that are left when one letter is taken away, school by school.
///
/// Two names that differ by one letter share the text that is left when the right letter is taken from each, so names are
/// filed under all such texts, by their hash (Mor & Fraenkel 1982, CACM 25:935).
private struct NameShapes {
  private let schools: [Int32]
  private let names: [[Unicode.Scalar]]
  private var filed: [UInt64: [Int32]] = [:]

  init(_ people: People) {
    schools = people.school
    // Nothing is looked for among more people, so nothing is folded.
    names =
      people.count > Limits.nearDuplicates
      ? [] : people.names.map { Array(folded($0).unicodeScalars) }
  }

  /// Somebody already met in the same school whose name differs by one letter; files the person.
  mutating func similar(to person: Int) -> Int? {
    let name = names[person]
    var keys: Set<UInt64> = [key(name, without: name.count, person)]
    for place in name.indices { keys.insert(key(name, without: place, person)) }
    var found: Int?
    for key in keys {
      for other in filed[key] ?? [] where found.map({ other < $0 }) ?? true {
        if Spelling.isOneSlip(names[Int(other)], name) { found = Int(other) }
      }
      filed[key, default: []].append(Int32(person))
    }
    return found
  }

  private func key(_ name: [Unicode.Scalar], without place: Int, _ person: Int) -> UInt64 {
    var hash = UInt64(bitPattern: Int64(schools[person])) &* 0xBF58_476D_1CE4_E5B9
    for index in name.indices where index != place {
      hash = (hash ^ UInt64(name[index].value)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash
  }
}
