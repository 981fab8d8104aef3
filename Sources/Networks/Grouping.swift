public import GraphEngine

/// The staff in groups, with the id and name of each group.
public struct Grouping: Sendable {
  public let boundary: Boundary
  /// One entry for each person asked about, in that order; groups in ascending order of id.
  public let partition: Partition
  /// The id of each group, as the files have it.
  public let ids: [String]

  public init(boundary: Boundary, partition: Partition, ids: [String]) {
    precondition(partition.count == ids.count, "each group has an id and a name")
    self.boundary = boundary
    self.partition = partition
    self.ids = ids
  }

  /// Whether a group holds the staff without a school, and is no school itself.
  public func isCentral(_ place: Int) -> Bool {
    boundary == .school && partition.names[place] == Network.centralTeamName
  }

  /// How many groups there are: "8 schools and the central team".
  public var inWords: String {
    boundary.counted(ids.count, centre: ids.indices.contains(where: isCentral))
  }
}

extension Boundary {
  /// A number of groups, of which one may be the central team: "8 schools and the central team".
  public func counted(_ groups: Int, centre: Bool) -> String {
    centre
      ? "\(Networks.counted(groups - 1, singular, plural)) and the central team"
      : Networks.counted(groups, singular, plural)
  }

  /// The groups beside some, by name: "other schools", but "schools" beside the central team alone, which is none.
  public func others(beside names: [String]) -> String {
    isOfCentre(names) ? plural : "other \(plural)"
  }

  /// One of them: "other school", or "school".
  public func other(beside names: [String]) -> String {
    isOfCentre(names) ? singular : "other \(singular)"
  }

  private func isOfCentre(_ names: [String]) -> Bool {
    self == .school && names == [Network.centralTeamName]
  }
}

extension Network {
  /// The name of the group that holds staff without a school.
  public static let centralTeamName = "Central team"

  /// The id of that group.
  public var centreId: String {
    schools.contains { $0.id == "central" } ? "central team" : "central"
  }

  /// The name of a group inside a sentence: "the central team" for that one.
  public static func inText(_ name: String) -> String {
    name == centralTeamName ? "the central team" : name
  }

  /// The boundaries that the files allow, the usual ones first.
  ///
  /// One is offered when it parts the staff into at least 2 groups with 2 people or more on average; a column
  /// of one's own with at most 60, unless it numbers schools or people or tells where they are.
  public var boundaries: [Boundary] {
    let usual = Boundary.usual.filter { isOffered($0, atMost: people.count) }
    let columns = (people.attributes.map { Boundary($0.name) } + schoolAttributes).filter {
      boundary in
      let words = boundary.id.lowercased()
      return !Self.labels.contains(where: words.contains)
    }
    return usual + columns.filter { isOffered($0, atMost: 60) }
  }

  /// Parts of headings of columns that tell one school or person from another.
  private static let labels = [
    "number", "urn", "laestab", "ukprn", "postcode", "email", "phone", "website", "address",
    "street",
    "easting", "northing",
  ]

  private func isOffered(_ boundary: Boundary, atMost limit: Int) -> Bool {
    let groups = Set(labels(by: boundary).codes).subtracting([-1]).count
    return groups > 1 && groups <= limit && groups * 2 <= people.count
  }

  /// Columns of schools that list what they offer and look for, or name a successor, which group nobody.
  private static let notGroups: Set<String> = [
    "offers", "strengths", "gives", "seeks", "wants", "needs", "became",
  ]

  private var schoolAttributes: [Boundary] {
    Set(schools.flatMap { $0.attributes.keys }).filter { !Self.notGroups.contains(folded($0)) }
      .sorted()
      .map { Boundary("school." + $0) }
  }

  /// Finds a boundary by the name a user typed, whatever its case, spaces, `_` or `-`.
  public func boundary(named name: String) -> Boundary? {
    let key = folded(name)
    let usual = Boundary.usual.filter { labels(by: $0).codes.contains { $0 >= 0 } }
    let columns = people.attributes.map { Boundary($0.name) }
    return (usual + columns).first { folded($0.id) == key }
      ?? schoolAttributes.first { folded($0.id) == key || folded($0.id) == folded("school.") + key }
  }

  /// The staff grouped by a boundary; `people` picks and orders the people asked about.
  ///
  /// - Complexity: O(p + g log g) for p people and g groups.
  public func groups(by boundary: Boundary, among chosen: [Int32]) -> Grouping {
    var labels = labels(by: boundary)
    // A role of somebody hidden alone would tell who it is.
    if boundary == .role || people.attributes.contains(where: { $0.name == boundary.id }) {
      labels.conceal(people.isHidden, among: chosen, boundary)
    }
    var isUsed = [Bool](repeating: false, count: labels.ids.count)
    for person in chosen where labels.codes[Int(person)] >= 0 {
      isUsed[Int(labels.codes[Int(person)])] = true
    }
    let order = isUsed.indices.filter { isUsed[$0] }.sorted { labels.ids[$0] < labels.ids[$1] }
    var place = [Int32](repeating: -1, count: isUsed.count)
    for (index, code) in order.enumerated() { place[code] = Int32(index) }
    let groupOf = chosen.map { person in
      labels.codes[Int(person)] < 0 ? -1 : place[Int(labels.codes[Int(person)])]
    }
    return Grouping(
      boundary: boundary,
      partition: Partition(groupOf: groupOf, names: order.map { labels.names[$0] }),
      ids: order.map { labels.ids[$0] })
  }

  private func labels(by boundary: Boundary) -> Labels {
    switch boundary {
    case .school:
      let centre = Int32(schools.count)
      return Labels(
        codes: people.school.map {
          $0 >= 0 ? $0 : $0 == People.centralTeam && !schools.isEmpty ? centre : -1
        },
        ids: schools.map(\.id) + [centreId], names: schools.map(\.name) + [Self.centralTeamName])
    case .phase: return bySchool(schools.map(\.phase))
    case .hub: return bySchool(schools.map(\.hub))
    case .team:
      return Labels(codes: people.teams.main, ids: teams.map(\.id), names: namedTeams.map(\.name))
    case .teamKind: return through(people.teams.main, teams.map(\.kind))
    case .role: return Labels(people.role, rows: people.count)
    default:
      if let column = people.attributes.first(where: { $0.name == boundary.id }) {
        return Labels(column, rows: people.count)
      }
      let name = String(boundary.id.dropFirst("school.".count))
      return bySchool(schools.map { $0.attributes[name] })
    }
  }

  private func bySchool(_ values: [String?]) -> Labels { through(people.school, values) }

  /// Labels of what each person belongs to: the phase of their school, the kind of their team.
  private func through(_ belongsTo: [Int32], _ values: [String?]) -> Labels {
    let partition = Partition(labels: values)
    return Labels(
      codes: belongsTo.map { $0 < 0 ? -1 : partition.groupOf[Int($0)] }, ids: partition.names,
      names: partition.names)
  }
}

/// A code for each person (-1 where none is recorded), and the id and name behind each code.
private struct Labels {
  var codes: [Int32]
  var ids: [String]
  var names: [String]

  init(codes: [Int32], ids: [String], names: [String]) {
    self.codes = codes
    self.ids = ids
    self.names = names
  }

  init(_ column: Column?, rows: Int) {
    guard let column else {
      self.init(codes: [Int32](repeating: -1, count: rows), ids: [], names: [])
      return
    }
    let several = column.severalGroups
    self.init(
      codes: several.isEmpty ? column.codes : column.codes.map { several.contains($0) ? -1 : $0 },
      ids: column.values, names: column.values)
  }

  /// Puts all groups that hidden people alone are in, of some people, in one.
  mutating func conceal(_ isHidden: [Bool], among chosen: [Int32], _ boundary: Boundary) {
    var isOpen = [Bool](repeating: false, count: ids.count)
    for person in chosen where codes[Int(person)] >= 0 && !isHidden[Int(person)] {
      isOpen[Int(codes[Int(person)])] = true
    }
    // The files may have a group of that name.
    let other = ids.firstIndex(of: boundary.concealed) ?? ids.count
    codes = codes.map { $0 < 0 || isOpen[Int($0)] ? $0 : Int32(other) }
    guard other == ids.count else { return }
    ids.append(boundary.concealed)
    names.append(boundary.concealed)
  }
}

extension Column {
  /// The codes of labels that name several groups at once, such as `G2/G3` beside `G2` and `G3`.
  ///
  /// A label counts as several when it parts into at least two at `/ ; | , & +` and each part occurs by itself.
  public var severalGroups: Set<Int32> {
    let known = Set(values)
    var several: Set<Int32> = []
    for (code, value) in values.enumerated() {
      for separator: Character in ["/", ";", "|", ",", "&", "+"] where value.contains(separator) {
        let parts = value.split(separator: separator).map { trimmed(String($0)) }
        if parts.count > 1, parts.allSatisfy(known.contains) { several.insert(Int32(code)) }
      }
    }
    return several
  }
}

extension Column {
  /// Pairs of labels that differ by a slip or by signs alone, the rarer first: "Maths" and "Mathss".
  public var alike: [(name: String, other: String)] {
    var sizes = [Int](repeating: 0, count: values.count)
    for code in codes where code >= 0 { sizes[Int(code)] += 1 }
    func isWord(_ text: String) -> Bool {
      text.count > 4 && !text.utf8.contains { (0x30...0x39).contains($0) }
    }
    var pairs: [(String, String)] = []
    for (code, value) in values.enumerated() where isWord(value) {
      let others = values.indices.filter { $0 != code && isWord(values[$0]) }
      let same = others.first { topicKey(values[$0]) == topicKey(value) }
      let letters = Array(folded(value).unicodeScalars)
      let near =
        same
        ?? others.first { Spelling.isOneSlip(letters, Array(folded(values[$0]).unicodeScalars)) }
      guard let near, (sizes[code], value) < (sizes[near], values[near]) else { continue }
      pairs.append((value, values[near]))
    }
    return pairs
  }
}
