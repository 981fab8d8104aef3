import Measures
public import Networks

/// The goals with who owns them, how far they have got, and what work is linked to them.
public struct GoalBook: Sendable {
  /// Goals as a tree: each below the one it is part of, siblings in order of id.
  public let entries: [Entry]
  /// Pairs of owners with goals in common, the closest first.
  public let overlaps: [Overlap]
  /// Ties and working groups under way, and how many of them name a goal.
  public let ties: Int
  public let linked: Int
  /// How many of those name one that is not among the goals.
  public let unlisted: Int
  /// Whether any tie or group names a goal.
  public let asksGoals: Bool

  public struct Entry: Sendable, Equatable {
    public let goal: Goal
    /// 0 for a goal that is part of no other.
    public let level: Int
    /// Owners named with the goal who are still here, and partners whose partnership shares it; ascending.
    public let owners: [Int32]
    /// How much of the way from baseline to target has been made; below 0 when things got worse.
    public let wayMade: Double?
    /// The last value less the one before.
    public let change: Double?
    /// Whether the target is met or the last change, be it from the baseline, went towards it.
    public let isImproving: Bool?
    /// Ties and working groups that name the goal.
    public let ties: Int
    public let flags: [Flag]
  }

  /// What calls for attention.
  public enum Flag: String, Sendable, CaseIterable {
    case noMeasure = "no measure"
    case oneOwner = "one owner"
    case noOwner = "no owner"
    case unreadOwner = "an owner could not be read"
    case ownersLeft = "every owner has left"
    case noProgress = "no progress recorded"
    case noTies = "no work linked to it"
    case goingWrong = "last change went the wrong way"
  }

  /// Two owners with goals in common, and how many each has.
  public struct Overlap: Sendable, Equatable {
    public let a: Int32
    public let b: Int32
    public let shared: Int
    public let ofA: Int
    public let ofB: Int
  }

  /// Two that have asked for the same and share no goal.
  public struct Missed: Sendable, Equatable {
    public let a: Int32
    public let b: Int32
    /// What both have asked for, in the words of the first.
    public let wish: String
  }

  /// Members with a goal of their own or a share in one.
  public let owners: Int
  /// Pairs that ask for the same and share no goal, in order of member.
  public let missed: [Missed]
  /// Whether the files tell what anybody asks for: a need and who voiced it, or the column seeks of a school or partner.
  public let tellsWishes: Bool

  init(_ network: Network, during period: Period? = nil) {
    let records = network.records
    let work = WorkLinks(network, during: period ?? network.currentPeriod)
    let named = records.goalOwners
    let owners = named.map { owners in
      owners.filter { network.isThere($0, during: period ?? network.currentPeriod) }
    }
    entries = Self.treeOrder(records.goals).map { place, level in
      Self.entry(
        records.goals[place], level: level, owners: owners[place].sorted(),
        haveLeft: !named[place].isEmpty && owners[place].isEmpty,
        ties: work.ofGoal[place, default: 0], asksGoals: work.asksGoals, records: records)
    }
    ties = work.total
    linked = work.linked
    unlisted = work.linked - work.ofGoal.values.reduce(0, +)
    asksGoals = work.asksGoals
    overlaps = Self.overlaps(owners)
    self.owners = Set(owners.flatMap { $0 }).count
    let wishes = Self.wishes(network)
    tellsWishes = !wishes.isEmpty
    missed = Self.missed(wishes, owners)
  }

  private static func entry(
    _ goal: Goal, level: Int, owners: [Int32], haveLeft: Bool, ties: Int, asksGoals: Bool,
    records: Records
  ) -> Entry {
    let last = goal.progress.last?.value
    var way: Double?
    if let last, let baseline = goal.baseline, let target = goal.target, target != baseline {
      way = (last - baseline) / (target - baseline)
    }
    let change =
      goal.progress.count > 1 && !goal.isAmbiguous ? goal.progress.suffix(2).map(\.value) : nil
    let isImproving = goal.isImproving
    var flags: [Flag] = []
    if goal.measure == nil, records.asks("goals.measure") { flags.append(.noMeasure) }
    if records.asks("goals.owner") {
      if goal.unread.contains("owner") {
        flags.append(.unreadOwner)
      } else if haveLeft {
        flags.append(.ownersLeft)
      } else if owners.isEmpty {
        flags.append(.noOwner)
      } else if owners.count == 1 {
        flags.append(.oneOwner)
      }
    }
    if goal.measure != nil, goal.progress.isEmpty, !goal.unread.contains("progress") {
      flags.append(.noProgress)
    }
    if ties == 0, asksGoals { flags.append(.noTies) }
    if isImproving == false { flags.append(.goingWrong) }
    return Entry(
      goal: goal, level: level, owners: owners, wayMade: way,
      change: change.map { $0[1] - $0[0] },
      isImproving: isImproving, ties: ties, flags: flags)
  }

  /// Each goal below its parent, with how deep it stands.
  private static func treeOrder(_ goals: [Goal]) -> [(place: Int, level: Int)] {
    var children: [Int: [Int]] = [:]
    for (place, goal) in goals.enumerated() {
      children[goal.parent ?? -1, default: []].append(place)
    }
    var order: [(place: Int, level: Int)] = []
    var open = (children[-1] ?? []).reversed().map { (place: $0, level: 0) }
    while let next = open.popLast() {
      order.append(next)
      open += (children[next.place] ?? []).reversed().map { ($0, next.level + 1) }
    }
    return order
  }

  private static func overlaps(_ owners: [Set<Int32>]) -> [Overlap] {
    var goals: [Int32: Set<Int>] = [:]
    for (place, set) in owners.enumerated() {
      for owner in set { goals[owner, default: []].insert(place) }
    }
    let members = goals.keys.sorted()
    var found: [Overlap] = []
    for (place, a) in members.enumerated() {
      for b in members[(place + 1)...] {
        let (one, two) = (goals[a] ?? [], goals[b] ?? [])
        let shared = one.intersection(two).count
        if shared > 0 {
          found.append(Overlap(a: a, b: b, shared: shared, ofA: one.count, ofB: two.count))
        }
      }
    }
    return found.sorted {
      ($1.shared, $0.ofA + $0.ofB, $0.a, $0.b) < ($0.shared, $1.ofA + $1.ofB, $1.a, $1.b)
    }
  }

  /// What members ask for: by a key that equal wishes share, who, with the first words.
  private static func wishes(_ network: Network) -> [String: (words: String, by: Set<Int32>)] {
    var wishes: [String: (words: String, by: Set<Int32>)] = [:]
    func add(_ key: String, _ words: String, _ members: [Int32]) {
      guard !key.isEmpty, !members.isEmpty else { return }
      wishes[key, default: (words, [])].by.formUnion(members)
    }
    for need in network.records.needs where need.isMet != true {
      if let goal = need.goal {
        let statement = network.records.goals[goal].statement
        add("goal \(goal)", statement, need.from)
      } else {
        add(folded(need.statement), need.statement, need.from)
      }
    }
    func seeks(_ attributes: [String: String], _ member: Int32) {
      let cell = attributes.sorted { $0.key < $1.key }.first { folded($0.key) == "seeks" }?.value
      for wish in (cell ?? "").split(separator: ";") {
        let words = trimmed(String(wish))
        add(folded(words), words, [member])
      }
    }
    for (place, school) in network.schools.enumerated() {
      seeks(school.attributes, Int32(network.first(of: .school) + place))
    }
    for (place, partner) in network.partners.enumerated() {
      seeks(partner.attributes, Int32(network.first(of: .partner) + place))
    }
    return wishes
  }

  private static func missed(
    _ wishes: [String: (words: String, by: Set<Int32>)], _ owners: [Set<Int32>]
  ) -> [Missed] {
    var found: [Missed] = []
    for (_, wish) in wishes.sorted(by: { $0.key < $1.key }) {
      let members = wish.by.sorted()
      for (place, a) in members.enumerated() {
        for b in members[(place + 1)...]
        where !owners.contains(where: { $0.contains(a) && $0.contains(b) })
          && !found.contains(where: { $0.a == a && $0.b == b })
        {
          found.append(Missed(a: a, b: b, wish: wish.words))
        }
      }
    }
    return found.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }
}

extension Goal {
  /// Whether the newest day has two values, so that nobody can say which came last.
  fileprivate var isAmbiguous: Bool {
    progress.count { $0.date == progress.last?.date && $0.value != progress.last?.value } > 0
  }

  /// Whether the target is met or the last change went towards it; `nil` where there is neither change nor target.
  ///
  /// Which way is towards it the baseline tells, or the first value where there is none; where that is the target
  /// itself, what moves away from it goes wrong.
  fileprivate var isImproving: Bool? {
    let values = (baseline.map { [$0] } ?? []) + progress.map(\.value)
    guard let target, let last = progress.last?.value, values.count > 1, !isAmbiguous else {
      return nil
    }
    let isAbove = values[0] > target
    func missing(_ value: Double) -> Double {
      values[0] == target ? abs(value - target) : isAbove ? value - target : target - value
    }
    let (before, now) = (missing(values[values.count - 2]), missing(last))
    return now <= 0 ? true : now == before ? nil : now < before
  }
}

extension Records {
  /// Who answers for each goal: its owners, and partners whose partnership shares it.
  var goalOwners: [Set<Int32>] {
    var owners = goals.map { Set($0.owners) }
    for partnership in partnerships {
      if case .goal(let place) = partnership.sharedGoal {
        owners[place].insert(partnership.partner)
      }
    }
    return owners
  }
}
