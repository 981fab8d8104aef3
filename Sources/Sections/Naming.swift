import Documents
public import Findings
import GraphEngine
import Measures
public import Networks

/// How people are called in a copy: by a code, by name, or not at all; and what of groups it may show.
public struct Naming: Sendable {
  public enum Mode: String, Sendable, CaseIterable {
    /// People do not appear singly.
    case groups
    /// A code stands for each person.
    case pseudonym
    /// Names and ids as the files have them; such a copy is marked.
    case full
  }
  public private(set) var mode: Mode
  /// Whether this copy has names, and so hides nothing.
  public var showsAll: Bool { mode == .full }
  /// In a copy without names, what fewer people share is not said of any of them.
  public let minGroup: Int
  /// The groups that a copy without names hides.
  public let disclosure: Disclosure?
  /// The people who have no row and no code in this copy, those never named among them.
  public let withheld: Set<Int32>
  private let codes: [String]
  private let people: People
  /// How many people share a role, and how many a role in one school.
  private let roles: [Int32: Int]
  private let rolesOfSchools: [[Int32]: Int]

  /// - Parameters:
  ///   - analysis: what the copy tells of; `nil` for codes alone.
  ///   - codes: what stands for each person.
  public init(
    _ network: Network, _ mode: Mode, codes: [String], analysis: Analysis? = nil, minGroup: Int = 5
  ) {
    self.mode = mode
    self.codes = codes
    people = network.people
    disclosure = mode == .full ? nil : analysis?.disclosure
    self.minGroup = analysis?.rules.minGroup ?? minGroup
    let isHidden = network.people.isHidden
    let hidden = isHidden.indices.filter { isHidden[$0] }.map(Int32.init)
    withheld = Set(hidden).union(
      mode == .full
        ? [] : analysis.map { WithheldRows($0, hidden: hidden, order: codes).people } ?? [])
    var roles: [Int32: Int] = [:]
    var rolesOfSchools: [[Int32]: Int] = [:]
    for (person, role) in (people.role?.codes ?? []).enumerated() where role >= 0 {
      roles[role, default: 0] += 1
      rolesOfSchools[[role, people.school[person]], default: 0] += 1
    }
    (self.roles, self.rolesOfSchools) = (roles, rolesOfSchools)
  }

  /// The same for a copy that calls nobody anything.
  public var ofGroups: Naming {
    var naming = self
    naming.mode = .groups
    return naming
  }

  /// The same where people stand beside what others know of them: a partnership that they lead, a goal, an idea, a team.
  ///
  /// Whoever knows who that is would read their code, so in a copy without names they are called nothing.
  public var besideWork: Naming { showsAll ? self : ofGroups }

  /// What stands for a person's id, or `nil` for somebody who is counted and has no row.
  public func id(_ person: Int32) -> String? {
    guard mode != .groups, !withheld.contains(person) else { return nil }
    return showsAll ? people.ids[Int(person)] : codes[Int(person)]
  }

  /// What stands for a person's name.
  public func name(_ person: Int32) -> String? {
    guard mode != .groups, !withheld.contains(person) else { return nil }
    return showsAll ? people.names[Int(person)] : codes[Int(person)]
  }

  /// A person's role, where it does not give the person away: always in a named copy, else when several share it.
  ///
  /// - Parameter besideSchool: whether the school is told too; then several there must share it.
  public func role(_ person: Int32, besideSchool: Bool) -> String? {
    guard let role = people.role, role.codes[Int(person)] >= 0 else { return nil }
    let code = role.codes[Int(person)]
    let sharers =
      besideSchool
      ? rolesOfSchools[[code, people.school[Int(person)]]] ?? 0 : roles[code] ?? 0
    return showsAll || sharers >= minGroup ? role[Int(person)] : nil
  }

  /// How often each role occurs among people, the most frequent first; roles that few share are counted together.
  ///
  /// Whoever this copy lists nowhere is counted under no role of theirs.
  public func roles(of some: [Int32], besideSchool: Bool) -> [(role: String, count: Int)] {
    var counts: [String: Int] = [:]
    for person in some {
      let isTold = showsAll || !withheld.contains(person)
      let role = isTold ? role(person, besideSchool: besideSchool) : nil
      counts[role ?? Boundary.role.concealed, default: 0] += 1
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  /// A number of people who asked for something; nothing where so few did that it would tell of one.
  func number(_ count: Int) -> JSONValue {
    showsAll || count == 0 || count >= minGroup ? .whole(count) : .null
  }

  /// A number of people who would like something, of which a copy without names does not tell one from two.
  func few(_ count: Int) -> Table.Cell {
    showsAll || !(1...2).contains(count) ? .count(count) : .suppressed
  }

  /// The same for programs.
  func number(few count: Int) -> JSONValue {
    showsAll || !(1...2).contains(count) ? .whole(count) : .null
  }

  /// Whether this copy tells what chance would give in sums over all groups: not where it hides some, whose sizes could be solved for.
  func tellsChance(of analysis: Analysis) -> Bool {
    showsAll || !(analysis.boundary.map(analysis.disclosure.hidesAny) ?? false)
  }

  /// What a measure found of people, as far as this copy tells it; `nil` where it tells nothing of them.
  ///
  /// What adds up a value over somebody's contacts tells who these are: of one contact or two every digit names them, and two digits
  /// nearly so. Without names that is left out, and what gives away less stands to two places; over how many groups contacts are
  /// spread is told of those alone of whom that tells no link that is not shown.
  func told(_ finding: Finding, in analysis: Analysis) -> PersonColumn? {
    guard let column = finding.people else { return nil }
    switch trace(of: finding.measure) {
    case .silent: return column
    case .plain: return nil
    case .spread:
      let spread = analysis.spread
      func told(_ values: [Double?]) -> [Double?] {
        values.enumerated().map { spread.isTold(at: $0.offset) ? $0.element : nil }
      }
      let isWhole = column.values.indices.allSatisfy { spread.isTold(at: $0) }
      return PersonColumn(
        told(column.values), expected: column.expected, z: column.z.map(told),
        undefined: isWhole ? column.undefined : .untold)
    case .faint:
      return PersonColumn(
        column.values.map { told($0, of: finding.measure) }, expected: column.expected,
        z: column.z, undefined: column.undefined)
    }
  }

  /// What a measure found of one person, as far as this copy tells it.
  func told(_ value: Double?, of measure: String) -> Double? {
    switch trace(of: measure) {
    case .silent: value
    case .plain, .spread: nil
    case .faint: value.map { ($0 * 100).rounded() / 100 }
    }
  }

  /// Whether this copy tells over how many other groups somebody's contacts are spread.
  func tellsSpread(_ person: Int32, of analysis: Analysis) -> Bool {
    showsAll || analysis.spread.isTold(of: person)
  }

  /// Whether this copy tells how often somebody has a role: of one between groups, where it tells how they are spread.
  func tells(_ role: Brokerage.Role, of person: Int32, in analysis: Analysis) -> Bool {
    Brokerage(role).trace != .spread || tellsSpread(person, of: analysis)
  }

  private func trace(of measure: String) -> ContactTrace {
    showsAll ? .silent : Self.traces[measure] ?? .silent
  }

  private static let traces = Dictionary(
    catalogue.map { ($0.card.id, $0.trace) }, uniquingKeysWith: { first, _ in first })

  /// Whether this copy shows a group.
  public func shows(_ group: String, along boundary: Boundary) -> Bool {
    disclosure.map { !$0.hides(group, along: boundary) } ?? true
  }

  /// Whether this copy shows the groups of an analysis at these places.
  public func shows(_ group: Int, of analysis: Analysis) -> Bool {
    showsAll || !analysis.hides(group)
  }

  /// What is said of a group that this copy does not show.
  public func unshown(_ group: String) -> String {
    // Where no group is small, what it is kept back for is a link.
    disclosure?.small.isEmpty == true
      ? "\(group) is not shown: with it the links of few people could be worked out."
      : "\(group) has fewer than \(inWords(minGroup)) people, or stands beside a group that has: nothing of it is shown."
  }

  /// Whether this copy shows a team of so many members.
  public func showsTeam(_ id: String, of members: Int) -> Bool {
    showsAll
      || members >= minGroup && disclosure?.beside[.team]?.contains(id) != true
  }

  /// The names of the groups among some that this copy shows.
  func shown(_ held: [Held], along boundary: Boundary) -> [String] {
    held.filter { shows($0.id, along: boundary) }.map(\.name)
  }

  /// What depends on one person, as far as this copy tells; `nil` where nothing groups people.
  public func fragility(of analysis: Analysis) -> Fragility? {
    analysis.fragility(showsAll: showsAll)
  }

  /// Whether this copy may tell how many ties two groups have.
  public func tells(_ a: Int, _ b: Int, of analysis: Analysis) -> Bool {
    showsAll || analysis.tellsLink(a, b)
  }

  /// The same of any two of some groups.
  func tells(among groups: some Collection<Int>, of analysis: Analysis) -> Bool {
    groups.allSatisfy { one in groups.allSatisfy { $0 == one || tells(one, $0, of: analysis) } }
  }

  /// Whether this copy may tell in which groups a topic is known: where one person in the trust knows it, that tells who.
  public func tellsWhere(holders: Int) -> Bool { showsAll || holders != 1 }

  /// Whether this copy may tell, by code, that people have a tie, each with the next.
  func tellsWay(_ people: [Int32], of analysis: Analysis) -> Bool {
    showsAll || zip(people, people.dropFirst()).allSatisfy(analysis.tellsTie)
  }

  /// Whether this copy may tell of a single person, by code, that they know a topic: where few in the trust do, that tells who they are.
  public func tellsWho(holders: Int) -> Bool { showsAll || holders >= minGroup }

  /// Whether this copy may answer with somebody's code where a role is asked for: as it tells a role beside a school.
  public func tellsWho(hasRole person: Int32) -> Bool {
    showsAll || role(person, besideSchool: true) != nil
  }
}

/// The people whom a copy without names lists nowhere, so that nobody can say which of them asked not to be named.
///
/// With each of the hidden people stand others of their school, `minGroup` in all; and as many of two more schools. Of no group
/// along the copy's boundary are fewer missing.
/// Those of a group that is hidden are not listed either.
struct WithheldRows {
  let people: Set<Int32>

  /// - Parameter order: codes that a reader cannot work out; they choose who stands with whom.
  init(_ analysis: Analysis, hidden: [Int32], order: [String]) {
    let study = analysis.study
    let there = study.slice.people
    var people: Set<Int32> = []
    if let groups = study.grouping?.partition.groupOf {
      for (place, group) in groups.enumerated() where group >= 0 && analysis.hides(Int(group)) {
        people.insert(there[place])
      }
    }
    let homes = Dictionary(grouping: there) { analysis.network.people.school[Int($0)] }
    let secret = Set(hidden).intersection(there)
    let theirs = Set(secret.map { analysis.network.people.school[Int($0)] })
    // Schools in an order that only codes tell; one that is hidden would cover nobody.
    let others = homes.filter { home in
      !theirs.contains(home.key) && !home.value.allSatisfy(people.contains)
    }
    .sorted { Self.first($0.value, order) < Self.first($1.value, order) }
    .prefix(secret.isEmpty ? 0 : 2).map(\.key)
    for home in theirs.union(others) {
      let own = (homes[home] ?? []).filter { !secret.contains($0) }
        .sorted { order[Int($0)] < order[Int($1)] }
      let asked = secret.filter { analysis.network.people.school[Int($0)] == home }
      people.formUnion(asked)
      people.formUnion(own.prefix(max(0, analysis.rules.minGroup - asked.count)))
    }
    if let grouping = study.grouping, grouping.boundary != .school {
      people = Self.filled(
        people, there, grouping.partition.groupOf, order, analysis.rules.minGroup)
    }
    self.people = people
  }

  /// The same, with so many more of each group along the copy's boundary of which fewer than five would be missing.
  private static func filled(
    _ people: Set<Int32>, _ there: [Int32], _ groupOf: [Int32], _ order: [String], _ fewest: Int
  ) -> Set<Int32> {
    var filled = people
    for members in Dictionary(grouping: there.indices, by: { groupOf[$0] }).values {
      let missing = members.count { people.contains(there[$0]) }
      guard missing > 0, missing < fewest else { continue }
      let listed = members.map { there[$0] }.filter { !people.contains($0) }
      filled.formUnion(
        listed.sorted { order[Int($0)] < order[Int($1)] }.prefix(fewest - missing))
    }
    return filled
  }

  private static func first(_ people: [Int32], _ order: [String]) -> String {
    people.map { order[Int($0)] }.min() ?? ""
  }
}
