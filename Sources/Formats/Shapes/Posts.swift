/// The rows of a staff list by person: one row each, or one a post.
///
/// Rows are one person where their id is the same and so is their name, or where they have no id and the same name and no two
/// addresses; without an id a name at one school is the same however it is spelt.
struct Posts {
  struct Row {
    let row: Int
    let id: String
    let name: String
    let email: String
    let school: String
  }

  struct Person {
    /// The id they go by.
    let id: String
    /// Their id as the list has it; empty where it has none.
    let given: String
    let name: String
    let email: String
    let rows: [Int]
  }

  private(set) var people: [Person] = []
  /// Ids that several people have, with their names.
  private(set) var shared: [(id: String, names: [String])] = []
  /// Names without an id that stand at several schools and were taken as one person.
  private(set) var doubtful: [String] = []
  /// Names without an id that one school has in several spellings and that were taken as one person, with those spellings.
  private(set) var respelt: [(name: String, spellings: [String])] = []

  /// - Parameter byMail: whether everybody has an address of their own, which is then their id.
  init(_ rows: [Row], byMail: Bool) {
    let spellings = byMail ? [:] : Self.spellings(rows)
    var groups: [String: [Row]] = [:]
    for row in rows {
      let name = byMail ? row.email : spellings[row.name] ?? row.name
      groups[row.id.isEmpty ? name : row.id, default: []].append(row)
    }
    for (key, rows) in groups.sorted(by: { $0.key < $1.key }) {
      let isGiven = rows.contains { $0.id == key }
      let parts = isGiven ? Self.byName(rows) : Self.byAddress(rows)
      if isGiven, parts.count > 1 { shared.append((key, parts.map { Self.name($0) })) }
      var taken: Set<String> = []
      for part in parts {
        let isSpelt = !isGiven && !byMail && part.contains { $0.name == key }
        let name = isSpelt ? key : Self.name(part)
        let email = part.first { !$0.email.isEmpty }?.email ?? ""
        var id = key
        if parts.count > 1 { id = isGiven ? "\(key) (\(name))" : email.isEmpty ? name : email }
        while !taken.insert(id).inserted { id += "'" }
        people.append(
          Person(
            id: id, given: isGiven ? key : "", name: name, email: email, rows: part.map(\.row)))
        let others = Set(part.map(\.name)).subtracting([name, ""])
        if !isGiven, !byMail, !others.isEmpty { respelt.append((name, others.sorted())) }
        if !isGiven, !byMail, part.contains(where: \.email.isEmpty),
          Set(part.map(\.school)).subtracting([""]).count > 1
        {
          doubtful.append(name)
        }
      }
    }
  }

  /// The spelling that stands for each name without an id: names that one school has twice, but for their typography, are one.
  private static func spellings(_ rows: [Row]) -> [String: String] {
    struct Place: Hashable {
      let name: String
      let school: String
    }
    var first: [Place: String] = [:]
    var spellings: [String: String] = [:]
    func root(_ name: String) -> String {
      var name = name
      while let next = spellings[name], next != name { name = next }
      return name
    }
    for row in rows where row.id.isEmpty {
      let words = NameBook.words(row.name).joined()
      let place = Place(
        name: words.isEmpty ? row.name : words,
        school: NameBook.words(row.school).joined(separator: " "))
      let name = root(row.name)
      let known = root(first[place] ?? name)
      first[place] = known
      if known == name { continue }
      // A name as people write it stands for one in capitals or with the surname first.
      let (kept, other) = isPlain(name) && !isPlain(known) ? (name, known) : (known, name)
      spellings[other] = kept
    }
    for name in Array(spellings.keys) { spellings[name] = root(name) }
    return spellings
  }

  /// Whether a name is written first name first and not in capitals.
  private static func isPlain(_ name: String) -> Bool {
    !name.contains(",") && name.contains(where: \.isLowercase)
      && name.contains(where: \.isUppercase)
  }

  /// Rows of one id by the name they have.
  private static func byName(_ rows: [Row]) -> [[Row]] {
    var parts: [[Row]] = []
    var places: [String: Int] = [:]
    for row in rows {
      let key = NameBook.words(row.name).joined()
      // An id that dozens of names have is none, and each of them is somebody.
      let alike =
        parts.count > 50
        ? nil : parts.firstIndex { part in part.contains { isOne($0.name, row.name) } }
      if let place = places[key] ?? alike {
        parts[place].append(row)
        places[key] = place
      } else {
        places[key] = parts.count
        parts.append([row])
      }
    }
    return parts
  }

  /// Rows of one name by the address they have; those without belong to the first.
  private static func byAddress(_ rows: [Row]) -> [[Row]] {
    var parts: [[Row]] = []
    var places: [String: Int] = [:]
    for row in rows {
      let key = row.email.lowercased()
      let isFirst = parts.count == 1 && places.isEmpty
      if let place = places[key] ?? (!parts.isEmpty && key.isEmpty || isFirst ? 0 : nil) {
        parts[place].append(row)
        if !key.isEmpty { places[key] = place }
      } else {
        if !key.isEmpty { places[key] = parts.count }
        parts.append([row])
      }
    }
    return parts
  }

  private static func name(_ rows: [Row]) -> String {
    rows.first { !$0.name.isEmpty }?.name ?? rows.first?.id ?? ""
  }

  /// Whether two names under one id are the same person's: but for typography, a middle name or an initial.
  static func isOne(_ a: String, _ b: String) -> Bool {
    let (x, y) = (NameBook.words(a), NameBook.words(b))
    if x.isEmpty || y.isEmpty || x.joined() == y.joined() { return true }
    guard x.count > 1, y.count > 1, x.last == y.last, let p = x.first, let q = y.first else {
      return false
    }
    return p == q || p.count == 1 && q.hasPrefix(p) || q.count == 1 && p.hasPrefix(q)
  }
}
