import Networks

/// Reports people who may be one person twice: the same address, or the same or nearly the same name in one school.
///
/// Rows are never merged for it. Similar names are looked for among at most `Limits.nearDuplicates` people. Names with digits
/// ("Teacher 12") are codes, which differ by one sign as a rule.
func reportLookalikes(
  _ people: People, _ emails: [String], _ rows: [RowPosition], _ reader: inout TableReader
) throws(IntakeError) {
  var byEmail: [String: Int] = [:]
  var byName = NamesInSchools()
  var shapes = NameShapes()
  let order = people.ids.indices.sorted { rows[$0].row < rows[$1].row }
  let nameColumn = reader.column("name") ?? reader.column("last_name")
  for person in order {
    if !emails[person].isEmpty {
      if let first = byEmail[emails[person]] {
        try reader.report(
          .sameEmail, at: rows[person], beside: rows[first], column: reader.column("email"),
          value: emails[person], isPersonal: true)
      } else {
        byEmail[emails[person]] = person
      }
    }
    guard people.names[person] != people.ids[person] else { continue }
    let name = folded(people.names[person])
    if let first = byName.first(name, people.school[person], else: person) {
      try reader.report(
        .sameName, at: rows[person], beside: rows[first], column: nameColumn,
        value: people.names[person], isPersonal: true)
      continue
    }
    guard people.count <= Limits.nearDuplicates,
      (8...Spelling.longest).contains(people.names[person].count),
      !name.utf8.contains(where: Values.isDigit)
    else { continue }
    if let first = shapes.similar(to: Int32(person), named: name, school: people.school[person]) {
      try reader.report(
        .similarName, at: rows[person], beside: rows[Int(first)], column: nameColumn,
        value: people.names[person], isPersonal: true)
    }
  }
}

/// Who bears each name in each school.
private struct NamesInSchools {
  private var table = IdTable()
  private var people: [Int] = []

  /// Whoever in the school bears the name already; files the person when nobody does.
  mutating func first(_ name: String, _ school: Int32, else person: Int) -> Int? {
    let (index, isNew) = table.insert("\(school) \(name)")
    if isNew { people.append(person) }
    return isNew ? nil : people[Int(index)]
  }
}

/// Names by the texts that are left when one letter is taken away, school by school.
///
/// Two names that differ by one letter share the text that is left when the right letter is taken from each, so names are
/// filed under all such texts, by their hash (Mor & Fraenkel 1982, CACM 25:935).
private struct NameShapes {
  /// The last entry filed under each hash.
  private var heads: [UInt64: Int32] = [:]
  /// Whom each entry is of, and the entry filed before it under the same hash.
  private var entries: [(person: Int32, before: Int32)] = []
  private var names: [Int32: [Unicode.Scalar]] = [:]

  /// Somebody already met in the same school whose name differs by one letter; files the person.
  mutating func similar(to person: Int32, named name: String, school: Int32) -> Int32? {
    let name = Array(name.unicodeScalars)
    names[person] = name
    var found: Int32?
    for key in Self.keys(name, school) {
      var entry = heads[key] ?? -1
      heads[key] = Int32(entries.count)
      entries.append((person, entry))
      while entry >= 0 {
        let (other, before) = entries[Int(entry)]
        if other < found ?? .max, let known = names[other], Spelling.isOneSlip(known, name) {
          found = other
        }
        entry = before
      }
    }
    return found
  }

  /// The hashes of a name, whole and without each letter in turn; of two equal neighbours one will do.
  ///
  /// The hash of c_1 ... c_n is sum c_i m^(n - i), so that a letter is taken out in one step.
  private static func keys(_ name: [Unicode.Scalar], _ school: Int32) -> [UInt64] {
    let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
    var prefixes = [UInt64(bitPattern: Int64(school)) &* 0xBF58_476D_1CE4_E5B9]
    for scalar in name {
      prefixes.append(prefixes[prefixes.count - 1] &* multiplier &+ UInt64(scalar.value))
    }
    let whole = prefixes[name.count]
    var keys = [whole]
    var power: UInt64 = 1
    for place in name.indices.reversed() {
      if place + 1 == name.count || name[place] != name[place + 1] {
        keys.append(whole &+ (prefixes[place] &- prefixes[place + 1]) &* power)
      }
      power = power &* multiplier
    }
    return keys
  }
}
