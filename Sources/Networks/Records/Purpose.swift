/// Something people came together for.
public struct Event: Sendable, Equatable {
  public var id: String
  public var name: String
  public var date: Day?
  public var kind: String?
  public var purpose: String?
  /// The goal it served, as a place in `Records.goals`.
  public var goal: Int?
  /// Whether it was planned.
  public var isPlanned: Bool?
  /// The day on which people were asked to it.
  public var called: Day?
  public var attendance: [Attendance]
  /// The columns whose cell holds something that cannot be read: that is not nothing.
  public var unread: Set<String> = []

  public init(
    id: String, name: String, date: Day? = nil, kind: String? = nil, purpose: String? = nil,
    goal: Int? = nil, isPlanned: Bool? = nil, called: Day? = nil, attendance: [Attendance] = []
  ) {
    self.id = id
    self.name = name
    self.date = date
    self.kind = kind
    self.purpose = purpose
    self.goal = goal
    self.isPlanned = isPlanned
    self.called = called
    self.attendance = attendance
  }
}

/// Who came to an event, in which part, and what could be seen of their reliability.
public struct Attendance: Sendable, Equatable {
  /// A member of the network: a person, or a partner, team or school that was represented.
  public var party: Int32
  /// What they did there: chair, presenter, participant.
  public var role: String?
  /// Whether they came: yes where no file says of anybody whether they did, `nil` where the mark is empty or cannot be read.
  public var came: Bool?
  public var prepared: Bool?
  public var contributed: Bool?
  /// Whether they answered messages about it, and kept what they promised there.
  public var responsive: Bool?
  public var keptPromises: Bool?

  public init(
    party: Int32, role: String? = nil, came: Bool? = true, prepared: Bool? = nil,
    contributed: Bool? = nil, responsive: Bool? = nil, keptPromises: Bool? = nil
  ) {
    self.party = party
    self.role = role
    self.came = came
    self.prepared = prepared
    self.contributed = contributed
    self.responsive = responsive
    self.keptPromises = keptPromises
  }
}

/// What is to be reached, how it is measured, and by when.
public struct Goal: Sendable, Equatable {
  public var id: String
  public var statement: String
  public var measure: String?
  public var baseline: Double?
  public var target: Double?
  public var due: Day?
  /// The goal it is part of, as a place in `Records.goals`.
  public var parent: Int?
  /// Who answers for it: members of the network.
  public var owners: [Int32]
  /// In order of date.
  public var progress: [Progress]
  /// The columns whose cell holds something that cannot be read, or names somebody no file knows: that is not nothing.
  public var unread: Set<String> = []

  public init(
    id: String, statement: String, measure: String? = nil, baseline: Double? = nil,
    target: Double? = nil, due: Day? = nil, parent: Int? = nil, owners: [Int32] = [],
    progress: [Progress] = []
  ) {
    self.id = id
    self.statement = statement
    self.measure = measure
    self.baseline = baseline
    self.target = target
    self.due = due
    self.parent = parent
    self.owners = owners
    self.progress = progress
  }
}

/// How far a goal had got on a day.
public struct Progress: Sendable, Equatable {
  public var date: Day
  public var value: Double

  public init(date: Day, value: Double) {
    self.date = date
    self.value = value
  }
}
