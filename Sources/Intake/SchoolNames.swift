import Networks

/// Schools by every way in which a cell may name one: id, name in whatever spelling, or another of their numbers.
struct SchoolNames: Sendable {
  enum Match: Equatable {
    case id(Int32)
    case name(Int32)
    /// By a column of the file, with its heading.
    case column(Int32, String)
    /// Several schools that are open under one name, by id.
    case ambiguous([String])
    /// Two schools or more.
    case several
    /// Nothing, but something near: its name.
    case near(String)
    case nothing
  }

  private let schools: [School]
  private let isOpen: [Bool]
  private var byId: [String: Int32] = [:]
  private var byName: [String: [Int32]] = [:]
  private var byKey: [String: [Int32]] = [:]
  private var byCore: [String: [Int32]] = [:]
  private var byNumber: [String: (place: Int32, heading: String)] = [:]
  private let words: Vocabulary
  private let ids: Vocabulary

  init(_ schools: [School], today: Day?) {
    self.schools = schools
    isOpen = schools.map { $0.isOpen(on: today) }
    words = Vocabulary(schools.map(\.name))
    ids = Vocabulary(schools.map(\.id).filter { $0.count > 3 })
    for (place, school) in schools.enumerated() {
      let place = Int32(place)
      byId[school.id] = place
      byName[folded(school.name), default: []].append(place)
      byKey[NameKey.whole(school.name), default: []].append(place)
      byCore[Self.core(school.name).joined(separator: " "), default: []].append(place)
      for (heading, number) in school.numbers {
        let known = byNumber[number]
        byNumber[number] = known == nil || known?.place == place ? (place, heading) : (-1, heading)
      }
    }
  }

  /// What a cell stands for.
  func match(_ text: String) -> Match {
    let one = matchOne(text)
    switch one {
    case .near, .nothing: return isSeveral(text) ? .several : one
    default: return one
    }
  }

  /// Whether a school that a cell stands for has closed.
  func hasClosed(_ place: Int32) -> Bool { !isOpen[Int(place)] }

  private func matchOne(_ text: String) -> Match {
    if let place = byId[text] { return .id(place) }
    for places in [
      byName[folded(text)], byKey[NameKey.whole(text)],
      byCore[Self.core(text).joined(separator: " ")],
    ] {
      guard let places, !text.isEmpty else { continue }
      if let place = current(places) { return .name(place) }
      return .ambiguous(places.map { schools[Int($0)].id }.sorted())
    }
    if let known = byNumber[Self.number(text)], known.place >= 0 {
      return .column(known.place, known.heading)
    }
    if let near = words.nearest(to: text) ?? ids.nearest(to: text) ?? begun(text) {
      return .near(near)
    }
    return .nothing
  }

  /// Of schools under one name the one that is open.
  private func current(_ places: [Int32]) -> Int32? {
    if places.count == 1 { return places[0] }
    let open = places.filter { isOpen[Int($0)] }
    return open.count == 1 ? open[0] : nil
  }

  /// The school whose name a shorter text begins, or a longer one contains: "Ashby", "Ashby Primary Academy, Leeds".
  private func begun(_ text: String) -> String? {
    let own = Self.core(text).filter { !Self.sorts.contains($0) }
    guard !own.isEmpty else { return nil }
    let near = byCore.filter { key, _ in
      let other = key.split(separator: " ").map(String.init).filter { !Self.sorts.contains($0) }
      return !other.isEmpty
        && (other.starts(with: own) || own.starts(with: other) && other.count > 1 || own == other)
    }
    guard near.count == 1, let places = near.first?.value else { return nil }
    return schools[Int(current(places) ?? places[0])].name
  }

  /// Whether a text lists two schools or more, with any of the signs that part them.
  private func isSeveral(_ text: String) -> Bool {
    if Self.isAll(text) { return true }
    return Self.parts(text).contains { parts in
      let found = parts.map(matchOne)
      let known = found.filter {
        if case .nothing = $0 { false } else if case .near = $0 { false } else { true }
      }
      let others = zip(parts, found).filter { !known.contains($0.1) }.map(\.0)
      return !known.isEmpty && Self.areSchools(others, beside: text)
    }
  }

  /// Whether parts of a text beside the name of a school are schools too, known or not: each says what sort of school it is, or a
  /// stroke or semicolon parts them.
  static func areSchools(_ parts: [String], beside text: String) -> Bool {
    isList(text) || text.contains("/")
      || parts.allSatisfy { part in
        !sorts.isDisjoint(with: NameKey.words(part)) && NameKey.words(part).count > 1
      }
  }

  /// Whether a text stands for all schools of the trust.
  static func isAll(_ text: String) -> Bool {
    [
      "allschools", "alltheschools", "allourschools", "allacademies", "alltrustschools",
      "everyschool",
      "bothschools", "severalschools", "variousschools", "multipleschools", "acrosstheschools",
    ].contains(folded(text))
  }

  /// Whether a text has a sign that does nothing but part a list.
  static func isList(_ text: String) -> Bool { text.contains(";") || text.contains("|") }

  /// The ways in which a text falls into two parts or more.
  static func parts(_ text: String) -> [[String]] {
    let signs: [[Character]] = [
      [";", "|"], ["/"], [","], ["&"], ["+"], [";", "|", "/", ",", "&", "+"],
    ]
    var ways = signs.map { signs in
      text.split(whereSeparator: signs.contains).map { trimmed(String($0)) }
    }
    ways.append(
      text.replacing(" and ", with: "\u{1F}").split(separator: "\u{1F}").map { trimmed(String($0)) }
    )
    return ways.map { $0.filter { !$0.isEmpty } }.filter { $0.count > 1 }
  }

  /// A number without the signs between its digits: 888/2001 is 8882001.
  private static func number(_ text: String) -> String {
    text.filter { !"/ -.".contains($0) }.lowercased()
  }

  /// The words that tell a school from others: without "the" and "school", St for Saint, CE for Church of England.
  static func core(_ text: String) -> [String] {
    let words = NameKey.words(text)
    var core: [String] = []
    var rest = words[...]
    while let word = rest.first {
      let phrase = phrases.first(where: { rest.starts(with: $0.words) })
      rest = rest.dropFirst(phrase?.words.count ?? 1)
      let short = phrase?.short ?? shortened[word] ?? word
      if !idle.contains(short) { core.append(short) }
    }
    return core.isEmpty ? words : core
  }

  private static let phrases: [(words: [String], short: String)] = [
    (["church", "of", "england"], "ce"), (["c", "of", "e"], "ce"),
    (["roman", "catholic"], "rc"),
  ]
  private static let shortened = [
    "cofe": "ce", "catholic": "rc", "saint": "st", "pri": "primary", "prim": "primary",
    "sec": "secondary", "infants": "infant", "juniors": "junior", "inf": "infant",
    "jun": "junior", "jnr": "junior", "acad": "academy",
  ]
  private static let idle: Set<String> = ["the", "school", "schools"]
  /// Words of the sort of school, which do not tell one from another.
  private static let sorts: Set<String> = [
    "primary", "secondary", "academy", "infant", "junior", "college", "high", "community", "ce",
    "rc", "nursery", "and",
  ]
}

/// The words of a school's name that tell it from others, as names of schools are compared everywhere.
public func schoolWords(_ name: String) -> [String] { SchoolNames.core(name) }

extension School {
  /// Whether the school is there on a day, by its dates and by what the register calls its status.
  func isOpen(on day: Day?) -> Bool {
    if let closed, day.map({ closed <= $0 }) ?? true { return false }
    let status = attributes.first {
      folded($0.key).contains("establishmentstatus") || folded($0.key) == "status"
    }
    let word = folded(status?.value ?? "")
    return !word.hasPrefix("closed") && !word.hasPrefix("proposedtoopen")
  }

  /// Numbers by which registers call the school, with their headings.
  fileprivate var numbers: [(heading: String, number: String)] {
    var numbers: [(String, String)] = []
    var (authority, establishment): (String?, String?) = (nil, nil)
    for (heading, value) in attributes.sorted(by: { $0.key < $1.key }) {
      let key = folded(heading)
      if key == "la(code)" || key == "lacode" { authority = value }
      if key == "establishmentnumber" { establishment = value }
      let isNumber = [
        "urn", "laestab", "ukprn", "dfe", "establishmentnumber", "schoolcode", "schoolnumber",
        "schoolid", "sitecode", "costcentre",
      ]
      .contains { key.contains($0) }
      if isNumber { numbers.append((heading, value)) }
    }
    if let authority, let establishment { numbers.append(("LAESTAB", authority + establishment)) }
    return numbers.map { ($0.0, $0.1.filter { !"/ -.".contains($0) }.lowercased()) }.filter {
      $0.1.count > 2
    }
  }
}

/// The schools that cells name where no file describes them: which spellings are one school, and which cells name several.
struct NamedSchools {
  /// The school of each text; `nil` for a text that names several.
  private var schoolOf: [String: String?] = [:]
  /// Pairs of names that may be one school, the rarer first.
  private(set) var alike: [(name: String, other: String)] = []

  init(_ counts: [String: Int]) {
    // Of several spellings the most frequent is the name.
    var byCore: [String: [String]] = [:]
    for text in counts.keys.sorted() {
      byCore[SchoolNames.core(text).joined(separator: " "), default: []].append(text)
    }
    let named = byCore.mapValues { spellings in
      spellings.min { (-counts[$0, default: 0], $0) < (-counts[$1, default: 0], $1) } ?? ""
    }
    func school(_ text: String) -> String? { named[SchoolNames.core(text).joined(separator: " ")] }
    for text in counts.keys {
      let parts = SchoolNames.parts(text)
      let isSeveral =
        parts.contains { parts in
          let schools = parts.map { part in school(part).flatMap { $0 == text ? nil : $0 } }
          let others = zip(parts, schools).filter { $0.1 == nil }.map(\.0)
          return others.count < parts.count && Set(schools).count > 1
            && SchoolNames.areSchools(others, beside: text)
        } || SchoolNames.isAll(text) || SchoolNames.isList(text) && (parts.first?.count ?? 0) > 1
      schoolOf[text] = .some(isSeveral ? nil : school(text))
    }
    let names = Set(schoolOf.values.compactMap { $0 }).sorted()
    for name in names where name.count > 5 && !name.utf8.contains(where: Values.isDigit) {
      guard let other = Spelling.nearest(to: name, in: names.filter { $0 != name && $0.count > 5 })
      else { continue }
      let isRarer = (counts[name, default: 0], name) < (counts[other, default: 0], other)
      if isRarer { alike.append((name, other)) }
    }
  }

  /// What a text names: a school, or several.
  func school(_ text: String) -> (name: String, isSeveral: Bool) {
    guard let known = schoolOf[text] else { return (text, false) }
    return known.map { ($0, false) } ?? (text, true)
  }
}
