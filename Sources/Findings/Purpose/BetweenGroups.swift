import GraphEngine
import Measures
public import Networks

/// Two groups side by side: how much they work together beside chance, how deeply, for what, and what each asks of the other.
public struct BetweenGroups: Sendable {
  /// The groups, as places in the study's grouping.
  public let a: Int
  public let b: Int
  /// Ties between them over those that chance would give, at each depth from 1 to 5.
  public let byDepth: [AtDepth]
  /// The E-I index of the ties that touch either group, between the two as the outside.
  public let index: Double?
  public let operational: Int
  public let strategic: Int
  public let unsorted: Int
  /// What passes between them and says neither of which kind it is nor what for.
  public let untold: Int
  /// Whether the files have a place for what kind of work a tie is.
  public let asksKinds: Bool
  /// Partners with whom people of both groups are in touch, as places in the partners, and joint ties to them.
  public let sharedPartners: [Int]
  /// What the two do together towards the same partner.
  public let towards: TowardsPartners
  /// What they could teach each other; `nil` where no file tells what people know.
  public let exchange: SkillExchange?
  /// Roles that one group has and the other has not.
  public let rolesOnlyA: [String]
  public let rolesOnlyB: [String]
  /// Needs one has of the other that are not met.
  public let asksOfB: [Need]
  public let asksOfA: [Need]

  /// The fewest ties between two groups of which anything more is said.
  public static let enough = 10.0

  public struct AtDepth: Sendable, Equatable {
    public let depth: Depth
    public let seen: Double
    public let expected: Double?
    public let p: Double?
    public var ratio: Double? { expected.flatMap { $0 > 0 ? seen / $0 : nil } }
  }

  /// - Parameters:
  ///   - a: a group of the study, by its place in the grouping.
  ///   - b: another.
  init(_ analysis: Analysis, _ a: Int, _ b: Int) {
    let study = analysis.study
    self.a = a
    self.b = b
    let network = study.network
    guard let grouping = study.grouping else {
      preconditionFailure("two groups are compared along a boundary")
    }
    let boundary = grouping.boundary
    let ids = [grouping.ids[a], grouping.ids[b]].sorted()
    byDepth = Depth.allCases.dropFirst().map { depth in
      let deep = analysis.atDepth(depth).study
      let figure = PairObservedExpected().finding(in: deep)[.pair(ids[0], ids[1])]
      return AtDepth(
        depth: depth, seen: figure?.basis ?? 0, expected: figure?.expected, p: figure?.p)
    }
    var groupOf: [Int32: Int32] = [:]
    for (node, person) in study.slice.people.enumerated() {
      groupOf[person] = grouping.partition.groupOf[node]
    }
    func group(_ member: Int32) -> Int? { groupOf[member].map(Int.init) }
    let mixing = study.mixing
    let within = (mixing?.ties.within[a] ?? 0) + (mixing?.ties.within[b] ?? 0)
    let between = byDepth.first { $0.depth == study.slice.depth }?.seen ?? byDepth[0].seen
    index = within + between > 0 ? (between - within) / (between + within) : nil
    var (operational, strategic, told, untold) = (0, 0, 0, 0)
    for work in network.work(during: study.slice.period) {
      let groups = Set(work.members.compactMap(group))
      guard groups.contains(a), groups.contains(b) else { continue }
      let words = [work.kind, work.purpose].compactMap { $0 }.joined(separator: " ")
      if words.isEmpty { untold += 1 } else { told += 1 }
      strategic += PurposeMix.isStrategic(words) ? 1 : 0
      operational += PurposeMix.isOperational(words) ? 1 : 0
    }
    self.operational = operational
    self.strategic = strategic
    self.untold = untold
    unsorted = told - operational - strategic
    asksKinds = network.asks(Work.kindColumns) || network.asks(Work.purposeColumns)
    func people(_ place: Int) -> [Int32] {
      grouping.partition.members[place].map { study.slice.people[Int($0)] }
    }
    func partners(_ place: Int) -> Set<Int> {
      Set(people(place).flatMap { study.contacts.partnersOf[$0] ?? [] })
    }
    sharedPartners = partners(a).intersection(partners(b)).sorted()
    towards = TowardsPartners(
      network, during: study.slice.period, touch: (partners(a), partners(b))
    ) { member, side in
      let place = side == 0 ? a : b
      return network.isOf(
        member, boundary, id: grouping.ids[place], group: group(member) == place)
    }
    exchange =
      network.expertise.isEmpty
      ? nil : SkillExchange(analysis.expertise, people(a), people(b))
    func roles(_ place: Int) -> Set<String> {
      Set(people(place).compactMap { network.people.role?[Int($0)] })
    }
    rolesOnlyA = roles(a).subtracting(roles(b)).sorted()
    rolesOnlyB = roles(b).subtracting(roles(a)).sorted()
    func stands(_ member: Int32, _ place: Int) -> Bool {
      network.isOf(member, boundary, id: grouping.ids[place], group: group(member) == place)
    }
    let open = network.records.needs.filter { $0.isMet != true }
    asksOfB = open.filter { need in
      need.from.contains { stands($0, a) } && need.askedOf.contains { stands($0, b) }
    }
    asksOfA = open.filter { need in
      need.from.contains { stands($0, b) } && need.askedOf.contains { stands($0, a) }
    }
  }
}

extension Network {
  /// Whether a member of any kind belongs to a group along a boundary: the team itself, a team of the kind, a school.
  fileprivate func isOf(_ member: Int32, _ boundary: Boundary, id: String, group: Bool) -> Bool {
    if kind(of: member) == .person { return group }
    let index = index(of: member)
    switch (kind(of: member), boundary) {
    case (.team, .team): return teams[index].id == id
    case (.team, .teamKind): return teams[index].kind == id
    case (.school, .school): return schools[index].id == id
    case (_, .school): return school(of: member).map { schools[Int($0)].id == id } ?? false
    case (_, .hub): return school(of: member).flatMap { schools[Int($0)].hub } == id
    case (_, .phase): return school(of: member).flatMap { schools[Int($0)].phase } == id
    default: return false
    }
  }
}
