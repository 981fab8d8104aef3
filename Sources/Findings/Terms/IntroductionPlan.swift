import GraphEngine
import Measures
import Networks

/// What a plan of introductions is asked for.
public struct PlanRequest: Sendable, Equatable {
  /// How many introductions.
  public var count = 5
  /// How many of them one person may be in.
  public var atMostPerPerson = 2
  /// The group that one of the two must be in, by id; `nil` for any.
  public var group: String?

  public init() {}
}

/// The few introductions that would bring most colleagues of other groups within reach.
///
/// Two people are within reach when at most `radius` steps part them: three, two colleagues in between, which is as far as introductions go
/// (`Introductions.steps`); where nine in ten pairs of people of different groups are that near already, two. A plan S of introductions is worth
///
///     f(S) = sum of w over pairs of people of different groups, out of reach today,
///            who would be within reach by a way with one of the introductions in it
///
/// w is 2 where one of the two groups keeps to itself, and 1 otherwise. f is the weight of a union, hence monotone and submodular: taking the best
/// introduction next each time gives at least 1 - 1/e of the best plan's worth, and at least a third under a limit for each person (Nemhauser, Wolsey
/// & Fisher 1978; Fisher, Nemhauser & Wolsey 1978). Introductions are then exchanged one for one while that helps; in a small trust the best plan is found by
/// branch and bound.
///
/// Introduced are people who offer or seek something, where the files tell of that, or know something, where they tell of no offer; never hidden
/// people, nobody who has left, and only two who have something to talk about: what one knows and the other seeks, a topic or a role that both have.
public struct IntroductionPlan: Sendable {
  public let request: PlanRequest
  public let introductions: [Entry]
  /// How many steps are within reach.
  public let radius: Int
  /// Pairs of people of different groups; of them those within reach today, and those the plan adds.
  public let pairs: Int
  public let reachable: Int
  public let gained: Int
  /// What as many introductions drawn at random among the same people would add: the mean of 200 draws.
  public let randomGain: Double
  /// How many people could be introduced, and whether they said so or the files do not ask.
  public let willing: Int
  public let isAsked: Bool
  /// Whether anybody's offer is on record; where none is, those who know a topic are looked at.
  public let tellsOffers: Bool
  /// How many introductions were looked at.
  public let choices: Int

  public struct Entry: Sendable, Equatable {
    public let one: Int32
    public let other: Int32
    /// Pairs of colleagues that this introduction brings within reach beyond those before it.
    public let gained: Int
    public let reason: Reason
    /// Who could introduce them, from one to the other; empty where nobody is near enough.
    public let between: [Int32]
    /// Groups of which `one`'s group, and `other`'s, had nobody within reach so far.
    public let opens: Bool
  }

  /// What two people have to talk about.
  public enum Reason: Sendable, Equatable {
    /// One knows a topic that the other would like to know.
    case teaches(topic: Int32, giver: Int32)
    case topic(Int32)
    case role(String)
    /// The files tell nothing that they share.
    case none
  }

  /// The most people that are looked at, those with most colleagues first.
  static let peopleAtMost = 1_500
  /// How many introductions may take the place of another.
  static let exchanges = 2_000
  /// The work that the search for the best plan may take: introductions tried times pairs that one brings within reach.
  static let searchSteps = 20_000_000.0
  /// The share of pairs within three steps beyond which two steps are looked at.
  static let saturation = 0.9
  /// The most people of whom every pair's distance is kept, a bit each; in larger networks those with most colleagues are looked at.
  static let pairsAtMost = 30_000

  init(_ analysis: Analysis, _ request: PlanRequest) {
    self.request = request
    let field = IntroductionField(analysis, request)
    var reach = PairReach(
      analysis.study, closed: Set(analysis.verdicts?.silos.map(\.id) ?? []))
    let chosen = field.choose(request.count, atMost: request.atMostPerPerson, reach)
    radius = reach.radius
    willing = field.willing
    isAsked = field.isAsked
    tellsOffers = field.tellsOffers
    choices = field.pairs.count
    (pairs, reachable) = (reach.pairs, reach.near)
    randomGain = field.randomGain(chosen.count, atMost: request.atMostPerPerson, reach)
    let slice = analysis.study.slice
    let linked = analysis.introductions
    introductions = chosen.map { pair in
      let (one, other) = (slice.people[pair.a], slice.people[pair.b])
      let path = linked.paths(from: one, to: [other], most: 1).first
      return Entry(
        one: one, other: other, gained: reach.add(pair).pairs, reason: field.reason(pair),
        between: path?.between ?? [], opens: field.opens(pair))
    }
    gained = introductions.reduce(0) { $0 + $1.gained }
  }
}

/// Everybody who could be introduced, and what each introduction would bring.
struct IntroductionField {
  struct Pair: Hashable {
    let a: Int
    let b: Int
  }
  private(set) var pairs: [Pair]
  let willing: Int
  let isAsked: Bool
  let tellsOffers: Bool
  private let study: Study
  private let graph: CompactGraph
  private let knowledge: Knowledge
  private let held: [[Int32]]
  private let sought: [[Int32]]
  private let roles: Column?

  init(_ analysis: Analysis, _ request: PlanRequest) {
    study = analysis.study
    graph = analysis.study.graph
    knowledge = analysis.expertise
    let (study, network, knowledge) = (analysis.study, analysis.network, analysis.expertise)
    roles = network.people.role
    let people = study.slice.people
    let wishes = Dictionary(grouping: knowledge.wishes, by: \.person)
    let offering = Set(network.expertise.skills.filter { !$0.offers.isEmpty }.map(\.person))
    isAsked = !offering.isEmpty || !wishes.isEmpty
    held = people.map { person in
      knowledge.entries(of: person).filter(\.weight.isHeld).map(\.topic)
    }
    sought = people.map { person in (wishes[person] ?? []).map(\.topic).sorted() }
    // Where no offer is on record, whoever knows a topic may be asked about it.
    let (asked, told) = (isAsked, held)
    tellsOffers = !offering.isEmpty
    let open = people.indices.filter { node in
      !network.people.isHidden[Int(people[node])] && study.group(ofNode: node) >= 0
        && (!asked || wishes[people[node]] != nil
          || (offering.isEmpty ? !told[node].isEmpty : offering.contains(people[node])))
    }
    willing = open.count
    let graph = study.graph
    let near = open.sorted { (graph.degree($1), $0) < (graph.degree($0), $1) }
      .prefix(IntroductionPlan.peopleAtMost).sorted()
    let home = request.group.flatMap { id in study.grouping?.ids.firstIndex(of: id) }
    var pairs: [Pair] = []
    for (place, a) in near.enumerated() {
      for b in near[(place + 1)...] {
        let (one, other) = (study.group(ofNode: a), study.group(ofNode: b))
        guard one != other, home == nil || one == home || other == home,
          graph.entry(from: a, to: Int32(b)) == nil
        else { continue }
        pairs.append(Pair(a: a, b: b))
      }
    }
    self.pairs = pairs
    // Whoever has something to talk about goes first; where the files tell of nothing, anybody may.
    let others = sought
    let topical = pairs.filter {
      Self.shared(told, others, $0) != nil || Self.role(roles, people, $0) != nil
    }
    if !topical.isEmpty { self.pairs = topical }
  }
}

// MARK: - What two people share

extension IntroductionField {
  private static func shared(
    _ held: [[Int32]], _ sought: [[Int32]], _ pair: Pair
  ) -> (topic: Int32, giver: Int?)? {
    func first(_ one: [Int32], _ other: [Int32]) -> Int32? {
      one.isEmpty || other.isEmpty ? nil : one.first(where: other.contains)
    }
    if let topic = first(sought[pair.b], held[pair.a]) { return (topic, pair.a) }
    if let topic = first(sought[pair.a], held[pair.b]) { return (topic, pair.b) }
    return first(held[pair.a], held[pair.b]).map { ($0, nil) }
  }

  private static func role(_ roles: Column?, _ people: [Int32], _ pair: Pair) -> String? {
    guard let roles else { return nil }
    let (one, other) = (roles.codes[Int(people[pair.a])], roles.codes[Int(people[pair.b])])
    return one >= 0 && one == other ? roles.values[Int(one)] : nil
  }

  func reason(_ pair: Pair) -> IntroductionPlan.Reason {
    if let found = Self.shared(held, sought, pair) {
      return found.giver.map { .teaches(topic: found.topic, giver: study.slice.people[$0]) }
        ?? .topic(found.topic)
    }
    return Self.role(roles, study.slice.people, pair).map { .role($0) } ?? .none
  }
}

// MARK: - Choosing

extension IntroductionField {
  /// Whether nobody of the two groups has a colleague, or a colleague's colleague, in the other.
  func opens(_ pair: Pair) -> Bool {
    let (one, other) = (study.group(ofNode: pair.a), study.group(ofNode: pair.b))
    return !(study.grouping?.partition.members[one] ?? []).contains { node in
      graph.neighbours(Int(node)).contains { next in
        study.group(ofNode: Int(next)) == other
          || graph.neighbours(Int(next)).contains { study.group(ofNode: Int($0)) == other }
      }
    }
  }

  /// The introductions of a plan, in the order in which they were found best.
  func choose(_ count: Int, atMost limit: Int, _ reach: PairReach) -> [Pair] {
    var reach = reach
    var load = Load(limit)
    var chosen: [Pair] = []
    // No introduction brings more than its bound, and none brings more later than it does now: most are never looked at closer.
    var order = pairs.indices.map { (place: $0, bound: reach.bound(pairs[$0])) }
      .sorted { ($1.bound, $0.place) < ($0.bound, $1.place) }
    while chosen.count < count {
      var best: (place: Int, worth: Int)?
      var looked: [(place: Int, bound: Int)] = []
      var next = 0
      while next < order.count {
        let candidate = order[next]
        if let best, (candidate.bound, best.place) <= (best.worth, candidate.place) { break }
        next += 1
        let pair = pairs[candidate.place]
        guard load.allows(pair) else { continue }
        let value = reach.worth(of: pair)
        looked.append((candidate.place, value))
        if best.map({ (value, $0.place) > ($0.worth, candidate.place) }) ?? true {
          best = (candidate.place, value)
        }
      }
      guard let found = best, found.worth > 0 else { break }
      chosen.append(pairs[found.place])
      _ = reach.add(pairs[found.place])
      load.add(pairs[found.place])
      order =
        (looked.filter { $0.place != found.place } + order[next...])
        .sorted { ($1.bound, $0.place) < ($0.bound, $1.place) }
    }
    let plan = exchanged(chosen, atMost: limit, among: order.map(\.place), reach.fresh)
    return searched(plan, atMost: limit, reach.fresh)
  }

  /// The plan with introductions exchanged one for one, as long as that makes it worth more.
  private func exchanged(
    _ plan: [Pair], atMost limit: Int, among order: [Int], _ today: PairReach
  ) -> [Pair] {
    var plan = plan
    let candidates = order.prefix(IntroductionPlan.exchanges).map { pairs[$0] }
    for _ in 0..<3 {
      var isChanged = false
      for place in plan.indices {
        var (load, reach) = (Load(limit), today)
        for other in plan.indices where other != place {
          load.add(plan[other])
          _ = reach.add(plan[other])
        }
        var best = (pair: plan[place], worth: reach.worth(of: plan[place]))
        for candidate in candidates where load.allows(candidate) && !plan.contains(candidate) {
          guard reach.bound(candidate) > best.worth else { continue }
          let value = reach.worth(of: candidate)
          if value > best.worth { best = (candidate, value) }
        }
        if best.pair != plan[place] {
          plan[place] = best.pair
          isChanged = true
        }
      }
      if !isChanged { break }
    }
    return plan
  }

  /// The best plan of its size, found by branch and bound where the field is small; as good a one as was known where it is not.
  ///
  /// A branch is left when even the most that its further introductions are worth by themselves would not do.
  private func searched(_ plan: [Pair], atMost limit: Int, _ today: PairReach) -> [Pair] {
    guard !plan.isEmpty else { return plan }
    var reach = today
    let worths = pairs.map { pair in reach.worth(of: pair) }
    let order = pairs.indices.filter { worths[$0] > 0 }
      .sorted { (worths[$1], $0) < (worths[$0], $1) }
    var best = plan
    var known = plan.reduce(0) { $0 + reach.add($1).worth }
    reach = today
    var (load, chosen) = (Load(limit), [Pair]())
    let size = Double(worths.reduce(0, +)) / Double(max(1, worths.count))
    var budget = min(400_000, Int(IntroductionPlan.searchSteps / max(1, size)))
    // Few of many pairs can be tried, and those are the best by themselves.
    guard order.count * order.count < 64 * max(1, budget) else { return plan }
    func look(from start: Int, _ value: Int) {
      if value > known { (best, known) = (chosen, value) }
      let left = plan.count - chosen.count
      guard left > 0 else { return }
      for place in start..<order.count {
        let most = order[place..<min(order.count, place + left)].reduce(0) { $0 + worths[$1] }
        guard value + most > known, budget > 0 else { return }
        let pair = pairs[order[place]]
        guard load.allows(pair) else { continue }
        budget -= 1
        let added = reach.add(pair)
        load.add(pair)
        chosen.append(pair)
        look(from: place + 1, value + added.worth)
        chosen.removeLast()
        load.remove(pair)
        reach.take(back: added)
      }
    }
    look(from: 0, 0)
    return best
  }

  /// What as many introductions drawn at random bring: the mean of 200 draws.
  func randomGain(_ count: Int, atMost limit: Int, _ today: PairReach) -> Double {
    guard !pairs.isEmpty, count > 0 else { return 0 }
    var generator = SeededGenerator(seed: study.seed)
    let draws = today.isLarge ? 20 : 200
    var reach = today
    var total = 0
    for _ in 0..<draws {
      var load = Load(limit)
      var added: [PairReach.Added] = []
      var tries = 0
      while added.count < count, tries < count * 20 {
        tries += 1
        let pair = pairs[generator.below(pairs.count)]
        guard load.allows(pair) else { continue }
        load.add(pair)
        added.append(reach.add(pair))
      }
      total += added.reduce(0) { $0 + $1.pairs }
      for one in added.reversed() { reach.take(back: one) }
    }
    return Double(total) / Double(draws)
  }

  /// In how many introductions each person is.
  private struct Load {
    private var counts: [Int: Int] = [:]
    private let limit: Int

    init(_ limit: Int) { self.limit = limit }

    func allows(_ pair: Pair) -> Bool {
      counts[pair.a, default: 0] < limit && counts[pair.b, default: 0] < limit
    }

    mutating func add(_ pair: Pair) {
      counts[pair.a, default: 0] += 1
      counts[pair.b, default: 0] += 1
    }

    mutating func remove(_ pair: Pair) {
      counts[pair.a, default: 0] -= 1
      counts[pair.b, default: 0] -= 1
    }
  }
}
