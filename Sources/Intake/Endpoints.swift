import Networks

/// Everybody and everything a collaboration can name: people, teams, schools and partners in one name space.
///
/// Members are numbered as in `Network`, partners last, so that partners made on the way keep the rest in place.
struct Endpoints {
  private var table: IdTable
  /// The member behind each entry of the table, or one of the marks below.
  private var members: [Int32] = []
  private var kindsOfClash: [Int32: [MemberKind]] = [:]
  private var byName: [String: Int32]?
  private var loose: LooseNames?
  /// What texts that are written in another way stand for: the same one may stand in every row.
  private var looseMatches: [String: Match] = [:]
  private var suggestions: [String: String] = [:]
  private var words: [Vocabulary]?
  private let people: People
  private let teams: [Team]
  private let schools: [School]
  private(set) var partners: Register<Partner>
  /// How many partners were made from names before any tie was read.
  private(set) var namedBefore = 0
  private let withheld: Withheld
  private let emails: [String]
  private let today: Day?

  private static let clash: Int32 = -2
  private static let excluded: Int32 = -3

  enum Match: Equatable {
    case member(Int32)
    case byName(Int32)
    /// The one member that a shortened name can stand for, and what may be told of it.
    case likely(Int32, String)
    /// By another column, with its heading.
    case byColumn(Int32, String)
    case clash([MemberKind])
    case ambiguous
    case excluded
    case unknown
  }

  init(
    people: People, emails: [String] = [], teams: [Team], schools: [School],
    partners: Register<Partner>,
    withheld: Withheld, today: Day? = nil
  ) {
    self.people = people
    self.emails = emails
    self.today = today
    self.teams = teams
    self.schools = schools
    self.partners = partners
    self.withheld = withheld
    table = IdTable(
      capacity: people.count + teams.count + schools.count + partners.entries.count)
    for id in people.ids { add(id, .person) }
    for id in withheld.excludedIds {
      table.insert(id).isNew ? members.append(Self.excluded) : ()
    }
    for team in teams { add(team.id, .team) }
    for school in schools { add(school.id, .school) }
    for partner in partners.entries { add(partner.id, .partner) }
  }

  /// The same with partners that another table names, each by an id that stands for nobody else, be it by name.
  func adding(_ named: [Partner]) -> Endpoints {
    var (register, known) = (partners, self)
    for partner in named where known.match(partner.id) == .unknown { _ = register.make(partner) }
    var all = Endpoints(
      people: people, emails: emails, teams: teams, schools: schools, partners: register,
      withheld: withheld, today: today)
    all.namedBefore = register.madeCount - partners.madeCount
    return all
  }

  /// Takes back the partners made for a row that is set aside.
  mutating func restore(_ before: Register<Partner>) { partners = before }

  var peopleCount: Int { people.count }
  /// How many texts near misses were looked for.
  var suggestionCount: Int { suggestions.count }
  static let suggestionsAtMost = 500

  private var counts: [Int] { [people.count, teams.count, schools.count] }
  private var firstPartner: Int32 { Int32(counts.reduce(0, +)) }
  private var added: [MemberKind: Int32] = [:]

  private mutating func add(_ id: String, _ kind: MemberKind) {
    let member = first(of: kind) + added[kind, default: 0]
    added[kind, default: 0] += 1
    let (index, isNew) = table.insert(id)
    if isNew {
      members.append(member)
    } else if members[Int(index)] != Self.excluded {
      let known = members[Int(index)]
      if known >= 0 { kindsOfClash[index] = [self.kind(of: known)] }
      kindsOfClash[index, default: []].append(kind)
      members[Int(index)] = Self.clash
    }
  }

  private func first(of kind: MemberKind) -> Int32 {
    switch kind {
    case .person: 0
    case .team: Int32(counts[0])
    case .school: Int32(counts[0] + counts[1])
    case .partner: firstPartner
    }
  }

  private func kind(of member: Int32) -> MemberKind {
    MemberKind.allCases.last { member >= first(of: $0) } ?? .person
  }

  /// The member whose id these bytes are, or `nil` when it takes a closer look.
  func plain(_ bytes: Span<UInt8>) -> Int32? {
    guard let index = table.find(bytes), members[Int(index)] >= 0 else { return nil }
    return members[Int(index)]
  }

  /// What a text stands for: an id, an id with its kind before it (`team:7`), or a name.
  mutating func match(_ text: String) -> Match {
    if let index = table.find(text) {
      switch members[Int(index)] {
      case Self.clash: return .clash(kindsOfClash[index] ?? [])
      case Self.excluded: return .excluded
      case let member: return .member(member)
      }
    }
    if let colon = text.firstIndex(of: ":"),
      let kind = MemberKind(rawValue: text[..<colon].lowercased())
    {
      return prefixed(kind, trimmed(String(text[text.index(after: colon)...])))
    }
    if withheld.isExcluded(text) { return .excluded }
    switch names()[folded(text)] {
    case Self.clash: return .ambiguous
    case let member?: return .byName(member)
    case nil:
      if let known = looseMatches[text] { return known }
      let match = matchLoosely(text)
      looseMatches[text] = match
      return match
    }
  }

  /// What a text stands for that is nobody's id or name letter by letter.
  private mutating func matchLoosely(_ text: String) -> Match {
    // A name that may be that of somebody left out is nobody else's.
    if withheld.standing(of: text) == .excluded { return .unknown }
    let loose = looseNames()
    let person = loose.people.match(text)
    if case .same(let member) = person { return .byName(member) }
    if person == .several { return .ambiguous }
    switch loose.groups[NameKey.whole(text)] {
    case Self.clash: return .ambiguous
    case let member?: return .byName(member)
    case nil: break
    }
    switch loose.schools.match(text) {
    case .id(let place), .name(let place): return .byName(first(of: .school) + place)
    case .column(let place, let heading): return .byColumn(first(of: .school) + place, heading)
    case .ambiguous: return .ambiguous
    default: break
    }
    if let found = loose.numbers.find(text) { return .byColumn(found.person, found.heading) }
    if case .likely(let member) = person {
      return .likely(member, people.isHidden[Int(member)] ? "" : shown(people.names[Int(member)]))
    }
    if text.hasSuffix(".0"), let id = loose.changed.original(of: text), id == text.dropLast(2),
      let index = table.find(id), members[Int(index)] >= 0
    {
      return .likely(members[Int(index)], shown(id))
    }
    return .unknown
  }

  /// What is needed to match names that are written in another way, made when the first is met.
  private struct LooseNames {
    let people: PersonNames
    /// Teams and partners by their letters and digits.
    let groups: [String: Int32]
    let schools: SchoolNames
    let numbers: PersonNumbers
    let changed: ChangedIds
  }

  private mutating func looseNames() -> LooseNames {
    if let loose { return loose }
    var groups: [String: Int32] = [:]
    func note(_ name: String, _ member: Int32) {
      let key = NameKey.whole(name)
      if !key.isEmpty { groups[key] = groups[key] == nil ? member : Self.clash }
    }
    for (place, team) in teams.enumerated() { note(team.name, first(of: .team) + Int32(place)) }
    for (place, partner) in partners.entries.enumerated() {
      note(partner.name, firstPartner + Int32(place))
    }
    let shownIds = people.ids.indices.filter { !people.isHidden[$0] }.map { people.ids[$0] }
    let made = LooseNames(
      people: PersonNames(people.names), groups: groups,
      schools: SchoolNames(schools, today: today),
      numbers: PersonNumbers(people, emails: emails),
      changed: ChangedIds(
        shownIds + teams.map(\.id) + schools.map(\.id) + partners.entries.map(\.id)))
    loose = made
    return made
  }

  /// Why a text stands for nothing: the name of several, an id that a spreadsheet has changed, or a slip, with the nearest that there is.
  mutating func diagnosis(of text: String) -> (code: ProblemCode, near: String) {
    if match(text) == .ambiguous {
      let ids = partners.places(named: text).map { shown(partners.entries[Int($0)].id) }
      return (.ambiguousName, ids.count > 1 ? listed(ids) : "")
    }
    if let id = looseNames().changed.original(of: text) { return (.changedId, shown(id)) }
    return (.unknownMember, suggestion(for: text))
  }

  /// The one id that a spreadsheet may have made 1E+05 of, as a message shows it; empty where there is none or several.
  mutating func unrounded(_ text: String) -> String {
    if let known = suggestions[text] { return known }
    guard suggestions.count < Self.suggestionsAtMost, people.count <= 100_000 else { return "" }
    suggestions[text] = looseNames().changed.unrounded(text).map { shown($0) } ?? ""
    return suggestions[text] ?? ""
  }

  /// What a cell of several names stands for, each in turn, whatever parts them: a line each, semicolons or bars, or where the whole
  /// is nobody's name, commas, slashes, & or "and".
  mutating func matchAll(_ lines: [String]) -> [(text: String, match: Match)] {
    let found = lines.flatMap { line in
      // An id may hold what parts lists.
      table.find(line) == nil ? line.split { $0 == ";" || $0 == "|" }.map(String.init) : [line]
    }
    .map { trimmed($0) }.filter { !Values.isMissing($0.utf8.span) }.flatMap { matchParts($0) }
    // What has nobody in it is no list.
    let isList = found.count < 2 || found.contains { $0.match != .unknown }
    return isList ? found : [(lines.joined(separator: "; "), .unknown)]
  }

  private mutating func matchParts(_ text: String) -> [(text: String, match: Match)] {
    let whole = match(text)
    guard whole == .unknown, text.contains(where: { ",/&+ \t".contains($0) }) else {
      return [(text, whole)]
    }
    for parts in SchoolNames.parts(text) where parts.count > 1 {
      let found = parts.filter { !Values.isMissing($0.utf8.span) }.map {
        (text: $0, match: match($0))
      }
      let known = found.count { $0.match != .unknown }
      if known == found.count, known > 0 { return found }
    }
    // Of a list with commas the rest counts though one is unknown.
    let parts = text.split(separator: ",").map { trimmed(String($0)) }.filter {
      !Values.isMissing($0.utf8.span)
    }
    let found = parts.map { (text: $0, match: match($0)) }
    return parts.count > 1 && found.contains { $0.match != .unknown } ? found : [(text, whole)]
  }

  private mutating func prefixed(_ kind: MemberKind, _ id: String) -> Match {
    let place: Int32? =
      switch kind {
      case .person: people.index(of: id).map { Int32($0) }
      case .team: Self.place(of: id, in: teams, \.id)
      case .school: Self.place(of: id, in: schools, \.id)
      case .partner: partners.place(ofId: id)
      }
    if let place { return .member(first(of: kind) + place) }
    if withheld.isExcluded(id) { return .excluded }
    guard kind == .partner, !id.isEmpty else { return .unknown }
    if let named = partners.places(named: id).first { return .member(firstPartner + named) }
    guard withheld.standing(of: id) == .open else { return .unknown }
    return .member(firstPartner + partners.make(Partner(id: id, name: id)))
  }

  /// The place of an id among entries in ascending order of id.
  private static func place<Entry>(
    of id: String, in entries: [Entry], _ idOf: (Entry) -> String
  ) -> Int32? {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if idOf(entries[middle]) < id { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && idOf(entries[low]) == id ? Int32(low) : nil
  }

  /// The id of a member.
  func id(of member: Int32) -> String {
    let place = Int(member - first(of: kind(of: member)))
    return switch kind(of: member) {
    case .person: people.ids[place]
    case .team: teams[place].id
    case .school: schools[place].id
    case .partner: partners.entries[place].id
    }
  }

  /// The member of one of some kinds that a text stands for, by id or by name; where only a partner will do, one is made
  /// when no file describes partners.
  mutating func match(_ text: String, among kinds: [MemberKind]) -> Match {
    switch match(text) {
    case .member(let member) where kinds.contains(kind(of: member)): return .member(member)
    case .byName(let member) where kinds.contains(kind(of: member)): return .byName(member)
    case .likely(let member, let name) where kinds.contains(kind(of: member)):
      return .likely(member, name)
    case .byColumn(let member, let heading) where kinds.contains(kind(of: member)):
      return .byColumn(member, heading)
    case .excluded where kinds.contains(.person): return .excluded
    case .ambiguous where kinds.contains(.person): return .ambiguous
    default: break
    }
    for kind in kinds {
      let mayMake = kinds == [.partner] && !partners.isDescribed
      let isKnown = kind != .partner || partners.place(ofId: text) != nil || mayMake
      if isKnown, case .member(let member) = prefixed(kind, text) { return .member(member) }
    }
    return .unknown
  }

  private mutating func names() -> [String: Int32] {
    if let byName { return byName }
    var names: [String: Int32] = [:]
    func add(_ name: String, _ member: Int32) {
      let key = folded(name)
      names[key] = names[key] == nil ? member : Self.clash
    }
    for (place, name) in people.names.enumerated() { add(name, Int32(place)) }
    for (place, team) in teams.enumerated() { add(team.name, first(of: .team) + Int32(place)) }
    let current = SchoolNames(schools, today: today)
    for (place, school) in schools.enumerated() {
      // Of schools under one name the one that is open.
      if case .name(let other) = current.match(school.name), other != Int32(place) { continue }
      add(school.name, first(of: .school) + Int32(place))
    }
    for (place, partner) in partners.entries.enumerated() {
      add(partner.name, firstPartner + Int32(place))
    }
    byName = names
    return names
  }

  /// An id or name near to a text that stands for nothing, as a message shows it; empty when there is none.
  ///
  /// Looks among at most 100,000 members, for at most `suggestionsAtMost` different texts.
  mutating func suggestion(for text: String) -> String {
    if let known = suggestions[text] { return known }
    guard suggestions.count < Self.suggestionsAtMost, people.count <= 100_000 else { return "" }
    let known = vocabularies()
    let near =
      looseNames().changed.original(of: text)
      ?? known.lazy.compactMap { $0.nearest(to: text) }.first
    suggestions[text] = near.map { shown($0) } ?? ""
    return suggestions[text] ?? ""
  }

  /// What is looked through, one after the other: ids of people, other ids, names.
  private mutating func vocabularies() -> [Vocabulary] {
    if let words { return words }
    let shown = people.ids.indices.filter { !people.isHidden[$0] }
    let otherIds = teams.map(\.id) + schools.map(\.id) + partners.entries.map(\.id)
    let otherNames = teams.map(\.name) + schools.map(\.name) + partners.entries.map(\.name)
    let made = [
      Vocabulary(shown.map { people.ids[$0] }), Vocabulary(otherIds),
      Vocabulary(shown.map { people.names[$0] } + otherNames),
    ]
    words = made
    return made
  }
}
