/// What a member of the network is.
public enum MemberKind: String, Sendable, CaseIterable {
  case person, team, school, partner
}

/// Whether a person may be named.
public enum Visibility: String, Sendable, CaseIterable {
  /// Named in named copies.
  case listed
  /// Counted, never named.
  case hidden
  /// Left out of everything but one count.
  case excluded
}

/// Whether a person answered the survey the ties come from.
public enum Response: UInt8, Sendable {
  case unknown, yes, no
}

/// The staff, column by column, in ascending order of id.
public struct People: Sendable, Equatable {
  public var ids: [String]
  public var names: [String]
  /// Index into `Network.schools`; `centralTeam`, or why there is none: `unknownSchool`, `severalSchools`, `unrecordedSchool`.
  public var school: [Int32]
  /// Teams of each person as indices into `Network.teams`, the main one first.
  public var teams: TeamLists
  public var role: Column?
  /// What people say they know, as the file has it.
  public var expertise: Column?
  /// What people say they look for, as the file has it.
  public var seeks: Column?
  public var isHidden: [Bool]
  public var response: [Response]
  public var started: [Day?]
  public var ended: [Day?]
  /// Every further column of the file.
  public var attributes: [Column]

  public static let centralTeam: Int32 = -1
  /// The cell names a school that is none of those described.
  public static let unknownSchool: Int32 = -2
  /// The cell names several schools.
  public static let severalSchools: Int32 = -3
  /// The cell holds a word for nothing.
  public static let unrecordedSchool: Int32 = -4

  public var count: Int { ids.count }

  /// The place of the person with an id.
  ///
  /// - Complexity: O(log n).
  public func index(of id: String) -> Int? {
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids[low] == id ? low : nil
  }

  public init(
    ids: [String] = [], names: [String] = [], school: [Int32] = [], teams: TeamLists = TeamLists(),
    role: Column? = nil, isHidden: [Bool] = [], response: [Response] = [], started: [Day?] = [],
    ended: [Day?] = [], attributes: [Column] = []
  ) {
    self.ids = ids
    self.names = names
    self.school = school
    self.teams = teams
    self.role = role
    self.isHidden = isHidden
    self.response = response
    self.started = started
    self.ended = ended
    self.attributes = attributes
  }
}

/// A list of teams for each person, most of which are empty or hold one.
public struct TeamLists: Sendable, Equatable {
  /// The main team of each person, or -1.
  public var main: [Int32]
  /// The further teams of those who have several.
  public var further: [Int32: [Int32]]

  public init(main: [Int32] = [], further: [Int32: [Int32]] = [:]) {
    self.main = main
    self.further = further
  }
}

/// A school of the trust.
public struct School: Sendable, Equatable {
  public var id: String
  public var name: String
  public var phase: String?
  public var hub: String?
  public var opened: Day?
  public var closed: Day?
  /// Every further column of the file that has a value here, by heading.
  public var attributes: [String: String]

  public init(
    id: String, name: String, phase: String? = nil, hub: String? = nil, opened: Day? = nil,
    closed: Day? = nil, attributes: [String: String] = [:]
  ) {
    self.id = id
    self.name = name
    self.phase = phase
    self.hub = hub
    self.opened = opened
    self.closed = closed
    self.attributes = attributes
  }
}

/// A team, in one school or across the trust.
public struct Team: Sendable, Equatable {
  public var id: String
  public var name: String
  /// Index into `Network.schools`, or `nil` for a team across the trust.
  public var school: Int32?
  public var kind: String?
  /// The id of the person who leads it.
  public var lead: String?
  /// Whether the lead named is nobody the files know, which is not nobody.
  public var hasUnknownLead = false
  public var attributes: [String: String]

  public init(
    id: String, name: String, school: Int32? = nil, kind: String? = nil, lead: String? = nil,
    attributes: [String: String] = [:]
  ) {
    self.id = id
    self.name = name
    self.school = school
    self.kind = kind
    self.lead = lead
    self.attributes = attributes
  }
}

/// An organisation outside the trust that works with it.
public struct Partner: Sendable, Equatable {
  public var id: String
  public var name: String
  public var sector: String?
  public var attributes: [String: String]

  public init(id: String, name: String, sector: String? = nil, attributes: [String: String] = [:]) {
    self.id = id
    self.name = name
    self.sector = sector
    self.attributes = attributes
  }
}

extension People {
  /// The people with one role for all that only hidden people have, and one label in each column of the trust's own: a role of
  /// one's own tells who one is.
  var concealed: People {
    guard isHidden.contains(true) else { return self }
    var people = self
    people.role = role?.concealing(isHidden, Boundary.role)
    people.attributes = attributes.map { $0.concealing(isHidden, Boundary($0.name)) }
    return people
  }
}
