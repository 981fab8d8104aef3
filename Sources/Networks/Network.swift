public import GraphEngine

/// A trust as its files describe it: members and ties, in order of id, never changed after building.
///
/// Members of all kinds share one numbering: people first, then teams, schools and partners.
public struct Network: Sendable {
  /// What to call the trust, such as "Harbour Trust".
  public let title: String
  public let people: People
  public let teams: [Team]
  public let schools: [School]
  public let partners: [Partner]
  public let ties: Ties
  public let workingGroups: [WorkingGroup]
  /// What people know and would like to know.
  public let expertise: Expertise
  /// The number of people who asked to be left out of everything.
  public let excludedCount: Int
  /// The newest day that the files mention as a start, or `nil` when they have no dates.
  public let newestDay: Day?
  /// What becomes of several ties between the same two people.
  public let parallelRule: ParallelRule
  /// What the files say of partnerships and of purpose.
  public let records: Records

  public init(
    title: String, people: People, teams: [Team] = [], schools: [School] = [],
    partners: [Partner] = [], ties: Ties = Ties(), workingGroups: [WorkingGroup] = [],
    expertise: Expertise = Expertise(),
    excludedCount: Int = 0, newestDay: Day? = nil, parallelRule: ParallelRule = .max,
    records: Records = Records()
  ) {
    self.title = title
    self.people = people.concealed
    self.teams = teams
    self.schools = Self.namedApart(schools)
    let partnerNames = toldApart(partners.map(\.name), by: partners.map(\.id))
    self.partners = zip(partners, partnerNames).map { partner, name in
      var partner = partner
      partner.name = name
      return partner
    }
    self.ties = ties
    self.workingGroups = workingGroups
    self.expertise = expertise
    self.excludedCount = excludedCount
    self.newestDay = newestDay
    self.parallelRule = parallelRule
    self.records = records
  }

  /// The same network with some of its parts replaced.
  func replacing(
    people: People? = nil, teams: [Team]? = nil, schools: [School]? = nil, ties: Ties? = nil,
    workingGroups: [WorkingGroup]? = nil, expertise: Expertise? = nil, records: Records? = nil
  ) -> Network {
    Network(
      title: title, people: people ?? self.people, teams: teams ?? self.teams,
      schools: schools ?? self.schools, partners: partners, ties: ties ?? self.ties,
      workingGroups: workingGroups ?? self.workingGroups, expertise: expertise ?? self.expertise,
      excludedCount: excludedCount, newestDay: newestDay, parallelRule: parallelRule,
      records: records ?? self.records)
  }

  /// The number of members of all kinds.
  public var memberCount: Int { people.count + teams.count + schools.count + partners.count }

  /// The first member of a kind.
  public func first(of kind: MemberKind) -> Int {
    switch kind {
    case .person: 0
    case .team: people.count
    case .school: people.count + teams.count
    case .partner: people.count + teams.count + schools.count
    }
  }

  /// What a member is.
  public func kind(of member: Int32) -> MemberKind {
    let member = Int(member)
    return member < first(of: .team)
      ? .person
      : member < first(of: .school) ? .team : member < first(of: .partner) ? .school : .partner
  }

  /// The place of a member among those of its kind.
  public func index(of member: Int32) -> Int { Int(member) - first(of: kind(of: member)) }

  /// Whether any tie between people points one way only.
  public var isDirected: Bool { ties.isDirected.contains(true) }
}
