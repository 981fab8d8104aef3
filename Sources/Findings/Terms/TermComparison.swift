import GraphEngine
import Measures
import Networks

/// The same trust at two times, each as its own files had it: who came and went, and what changed among those who stayed.
///
/// People are told by id. Groups that were renamed or merged since are looked at as what they have become (`School.became`), then as
/// now. A difference is told only where it can be: where about as many answered, were asked alike, and ties are enough.
public struct TermComparison: Sendable {
  /// The trust then, its schools under the ids that they have become.
  public let then: Analysis
  public let now: Analysis
  public let turnover: Turnover
  public let fates: [GroupFate]
  /// The share of ties that lead out: of everybody, and among the people who were there both times.
  public let outside: Outcome
  public let outsideOfStayers: Outcome
  /// The same of each group that was there both times, in order of id.
  public let groups: [GroupOutcome]
  public let ties: TieChanges
  /// What became of topics; `nil` where either time has no file of expertise.
  public let topics: TopicChanges?
  public let partnerships: [PartnershipChange]
  public let goals: [Comparison.GoalChange]
  /// Reviews that fell due between the days; `nil` where no review date is recorded.
  public let reviews: Reviews?

  /// A change of a share, where there is one, and what is to be said of it.
  public struct Outcome: Sendable, Equatable {
    public let change: ShareChange?
    public let verdict: ChangeVerdict
  }

  public struct GroupOutcome: Sendable, Equatable {
    public let id: String
    public let name: String
    /// Its place in the grouping of today.
    public let place: Int
    public let people: (then: Int, now: Int)
    /// How many of those who were there then are there still.
    public let stayed: Int
    public let outcome: Outcome

    public static func == (a: GroupOutcome, b: GroupOutcome) -> Bool {
      a.id == b.id && a.outcome == b.outcome
    }
  }

  /// Who was there at both times, and who at one.
  public struct Turnover: Sendable, Equatable {
    public let stayed: Int
    public let left: Int
    public let joined: Int
    /// Of those who stayed, how many are in another group.
    public let moved: Int

    /// The share of those there then who have left.
    public var share: Double? { stayed + left > 0 ? Double(left) / Double(stayed + left) : nil }
  }

  /// What became of a school.
  public struct GroupFate: Sendable, Equatable {
    public enum Kind: String, Sendable { case new, closed, renamed, merged }
    public let kind: Kind
    /// What it was called, several where they were merged.
    public let names: [String]
    public let nameNow: String
    public let id: String
  }

  /// Pairs of people who were there both times.
  public struct TieChanges: Sendable, Equatable {
    public fileprivate(set) var kept = 0
    /// Named now and not then, where both could have said so then.
    public fileprivate(set) var begun = 0
    /// The files record an end.
    public fileprivate(set) var ended = 0
    /// Named then and not now, though both answered or the files do not say who did; no end is recorded.
    public fileprivate(set) var notNamed = 0
    /// Of which nothing can be said, since one of the two did not answer at the other time.
    public fileprivate(set) var unknown = 0
    /// Whether the files of now record any end.
    public fileprivate(set) var recordsEnds = false
  }

  public struct TopicChanges: Sendable, Equatable {
    /// Topics somebody knows now, and nobody had listed then.
    public let gained: [String]
    /// Topics somebody knew then, and nobody has listed now; those whose every holder has left.
    public let lost: [String]
    public let lostWithLeavers: [String]
    /// How many topics one person alone had listed, then and now.
    public let single: (then: Int, now: Int)

    public static func == (a: TopicChanges, b: TopicChanges) -> Bool {
      a.gained == b.gained && a.lost == b.lost && a.single == b.single
    }
  }

  /// How a partnership stood then and stands now; `nil` where it was not there.
  public struct PartnershipChange: Sendable, Equatable {
    public let id: String
    public let partner: String
    public let with: String
    public let then: PartnershipLedger.Status?
    public let now: PartnershipLedger.Status?

    public enum Kind: String, Sendable { case begun, gone, better, worse, same }
    /// Judged by what is known at both times: that a view was asked for since makes no partnership better.
    public let kind: Kind
    /// The reasons to look at it that have come, and those that have gone, of those that count.
    public let come: [RedFlag]
    public let gone: [RedFlag]

    /// - Parameter tiesCompare: whether as many were asked about their ties at both times.
    init(
      _ then: PartnershipLedger.Entry?, _ now: PartnershipLedger.Entry?,
      of one: PartnershipLedger.Entry, tiesCompare: Bool
    ) {
      (id, partner, with) = (one.id, one.partner, one.with)
      (self.then, self.now) = (then?.status, now?.status)
      guard let then, let now else {
        kind = then == nil ? .begun : .gone
        (come, gone) = ([], [])
        return
      }
      func counted(
        _ entry: PartnershipLedger.Entry, besides other: PartnershipLedger.Entry
      ) -> [RedFlag] {
        let isRated: (Rating.Side) -> Bool = { side in
          [entry, other].allSatisfy { (side == .ours ? $0.ours : $0.theirs).trust.value != nil }
        }
        return entry.flags.filter { flag in
          switch flag {
          case .theirViewUnknown: false
          case .singleHolder, .noContact, .metOnly: tiesCompare
          case .sidesApart: isRated(.ours) && isRated(.theirs)
          case .undervalued(let side, _), .fallingTrust(let side, _, _): isRated(side)
          default: true
          }
        }
      }
      func rank(_ flags: [RedFlag]) -> Int { RedFlag.areRed(flags) ? 0 : flags.isEmpty ? 2 : 1 }
      let (old, new) = (counted(then, besides: now), counted(now, besides: then))
      let (a, b) = (rank(old), rank(new))
      kind = a == b ? .same : a < b ? .better : .worse
      come = new.filter { flag in !old.contains { $0.code == flag.code } }
      gone = old.filter { flag in !new.contains { $0.code == flag.code } }
    }
  }

  public struct Reviews: Sendable, Equatable {
    public let due: Int
    /// Of which a later date is recorded now.
    public let renewed: Int
    /// Of which the partnership is not there any more.
    public let gone: Int
  }

  /// Shares of those who answered that are further apart cannot be compared.
  public static let coverageGap = 0.15
  /// Where people named so many times as many colleagues, they were asked in another way.
  public static let askedRatio = 1.8

  /// - Parameters:
  ///   - earlier: the trust then, along the same boundary.
  ///   - isOfOneFile: whether both are days of the same files, so that nobody can have been asked in two ways.
  init(_ earlier: Analysis, _ now: Analysis, isOfOneFile: Bool = false) {
    let successors = Self.successors(earlier.network, now.network)
    let then = earlier.succeeded(by: now)
    self.then = then
    self.now = now
    let (was, isNow) = (then.study, now.study)
    let there = People(was, isNow)
    turnover = there.turnover
    fates = Self.fates(earlier.study, isNow, successors)
    let hindrance = Self.hindrance(was, isNow, isOfOneFile: isOfOneFile)
    let answered = Self.answered(was, isNow)
    let changes = Self.changes(was, isNow)
    outside = Self.outcome(changes?.whole, hindrance, answered)
    let stayers = (
      Study(
        was.network,
        slice: was.slice.restricted { there.both.contains(was.network.people.ids[Int($0)]) },
        by: was.grouping?.boundary, seed: was.seed),
      Study(
        isNow.network,
        slice: isNow.slice.restricted { there.both.contains(isNow.network.people.ids[Int($0)]) },
        by: isNow.grouping?.boundary, seed: isNow.seed)
    )
    outsideOfStayers = Self.outcome(
      changes == nil ? nil : ShareChanges(stayers.0, stayers.1).whole, hindrance, answered)
    groups = Self.groups(was, isNow, there, changes, hindrance)
    ties = TieChanges(stayers.0, stayers.1, upTo: now.asAt)
    topics = TopicChanges(then, now, there)
    partnerships = Self.partnerships(then, now, tiesCompare: hindrance == nil)
    goals = Self.goals(then.network, now.network)
    reviews = Reviews(then, now)
  }

  /// The verdicts of groups, adjusted for how many were looked at (Holm 1979).
  private static func groups(
    _ was: Study, _ now: Study, _ there: People, _ changes: ShareChanges?,
    _ hindrance: ChangeVerdict.Hindrance?
  ) -> [GroupOutcome] {
    guard let before = was.grouping, let after = now.grouping, let changes else { return [] }
    let coverage = (was.coverageOfGroups, now.coverageOfGroups)
    let found = after.ids.indices.map {
      place -> (old: Int?, change: ShareChange?, own: ChangeVerdict.Hindrance?, answered: Double?)
      in
      guard let old = before.ids.firstIndex(of: after.ids[place]) else {
        return (nil, nil, .notThere, nil)
      }
      let (then, later) = (coverage.0[old].share, coverage.1[place].share)
      let own = then.flatMap { then in later.flatMap { Self.hindrance(then, $0) } }
      let answered = then.flatMap { then in later.map { min(then, $0) } }
      return (old, changes.groups[after.ids[place]], own ?? hindrance, answered)
    }
    let p = familyWise(found.map { $0.own == nil ? $0.change?.p : nil })
    return after.ids.indices.map { place in
      let one = found[place]
      let verdict: ChangeVerdict =
        if let own = one.own {
          .cannotCompare(own)
        } else if let change = one.change, change.contacts >= 10, let p = p[place] {
          ChangeVerdict(change, p: p, response: one.answered)
        } else {
          .cannotCompare(.fewTies)
        }
      return GroupOutcome(
        id: after.ids[place], name: after.partition.names[place], place: place,
        people: (one.old.map { before.partition.sizes[$0] } ?? 0, after.partition.sizes[place]),
        stayed: there.stayed(in: after.ids[place]),
        outcome: Outcome(change: one.change, verdict: verdict))
    }
  }

  private static func outcome(
    _ change: ShareChange?, _ hindrance: ChangeVerdict.Hindrance?, _ answered: Double?
  ) -> Outcome {
    if let hindrance { return Outcome(change: change, verdict: .cannotCompare(hindrance)) }
    guard let change, change.contacts >= 10 else {
      return Outcome(change: change, verdict: .cannotCompare(.fewTies))
    }
    return Outcome(
      change: change, verdict: ChangeVerdict(change, p: change.p, response: answered))
  }

  /// What is to be said of the share of ties that lead out between two days of one file, and nothing else.
  static func outside(_ was: Study, _ now: Study) -> Outcome {
    outcome(
      changes(was, now)?.whole, hindrance(was, now, isOfOneFile: true), answered(was, now))
  }

  private static func changes(_ was: Study, _ now: Study) -> ShareChanges? {
    was.grouping == nil || now.grouping == nil ? nil : ShareChanges(was, now)
  }

  /// The smaller share of those who answered; `nil` where either time does not tell.
  private static func answered(_ was: Study, _ now: Study) -> Double? {
    let response = [was.coverage.share, now.coverage.share].compactMap { $0 }
    return response.count == 2 ? response.min() : nil
  }

  private static func hindrance(_ then: Double, _ now: Double) -> ChangeVerdict.Hindrance? {
    if abs(then - now) > coverageGap + 1e-9 { return .coverage(then: then, now: now) }
    return min(then, now) < 0.5 ? .fewAnswered(then: then, now: now) : nil
  }

  /// Why the two times as wholes cannot be compared; `nil` where they can.
  private static func hindrance(
    _ was: Study, _ now: Study, isOfOneFile: Bool
  ) -> ChangeVerdict.Hindrance? {
    if let then = was.coverage.share, let share = now.coverage.share,
      let found = hindrance(then, share)
    {
      return found
    }
    guard was.slice.arcs.isDirected == now.slice.arcs.isDirected else { return .direction }
    if isOfOneFile { return nil }
    func named(_ study: Study) -> Double {
      let answering =
        study.coverage.asked > 0 ? Double(study.coverage.answered) : Double(study.peopleCount)
      return answering > 0 ? 2 * Double(study.graph.tieCount) / answering : 0
    }
    let (a, b) = (named(was), named(now))
    return min(a, b) > 0 && max(a, b) / min(a, b) > askedRatio
      ? .askedOtherwise(then: a, now: b) : nil
  }
}

/// Adjusts p-values so that, where nothing is there, one in twenty families has any under 0.05.
///
///     p'_(i) = max over j <= i of min (1, (k - j + 1) p_(j))
///
/// Holm (1979), *A simple sequentially rejective multiple test procedure*, Scand. J. Stat. 6:65.
func familyWise(_ values: [Double?]) -> [Double?] {
  let known = values.indices.filter { values[$0] != nil }
    .sorted { (values[$0] ?? 1, $0) < (values[$1] ?? 1, $1) }
  var adjusted = [Double?](repeating: nil, count: values.count)
  var most = 0.0
  for (rank, place) in known.enumerated() {
    most = max(most, min(1, Double(known.count - rank) * (values[place] ?? 1)))
    adjusted[place] = most
  }
  return adjusted
}

// MARK: - People and schools

extension TermComparison {
  /// Who was there when, by id.
  struct People {
    let both: Set<String>
    let turnover: Turnover
    private let stayers: [String: Int]

    init(_ was: Study, _ now: Study) {
      func groups(_ study: Study) -> [String: String] {
        let ids = study.grouping?.ids ?? []
        return Dictionary(
          uniqueKeysWithValues: (0..<study.peopleCount).map { node in
            let group = study.group(ofNode: node)
            return (study.id(ofNode: node), group < 0 ? "" : ids[group])
          })
      }
      let (then, later) = (groups(was), groups(now))
      both = Set(then.keys).intersection(later.keys)
      var stayers: [String: Int] = [:]
      for id in both where then[id] == later[id] { stayers[later[id] ?? "", default: 0] += 1 }
      self.stayers = stayers
      turnover = Turnover(
        stayed: both.count, left: then.count - both.count, joined: later.count - both.count,
        moved: both.count { then[$0] != later[$0] })
    }

    /// How many were in a group at both times.
    func stayed(in group: String) -> Int { stayers[group] ?? 0 }
  }

  /// What schools of then have become, by the column `became` of either time's files.
  static func successors(
    _ then: Network, _ now: Network
  ) -> [String: (id: String, name: String)] {
    let schools =
      now.schools
      + then.schools.filter { old in
        !now.schools.contains { $0.id == old.id }
      }
    func school(_ word: String) -> School? {
      School.place(of: word, in: schools).map { schools[$0] }
    }
    var next: [String: String] = [:]
    for school in then.schools + now.schools { next[school.id] = school.became ?? next[school.id] }
    var found: [String: (id: String, name: String)] = [:]
    for old in then.schools {
      // A chain of successors ends, at the latest where it leads back: no school of a circle became another.
      var (at, seen) = (old.id, Set([old.id]))
      while let word = next[at], let after = school(word) {
        at = after.id
        if !seen.insert(at).inserted { break }
      }
      if at != old.id, let end = school(at) { found[old.id] = (end.id, end.name) }
    }
    return found
  }

  private static func fates(
    _ was: Study, _ now: Study, _ successors: [String: (id: String, name: String)]
  ) -> [GroupFate] {
    guard let before = was.grouping, let after = now.grouping else { return [] }
    let sources = Dictionary(grouping: before.ids.indices) {
      successors[before.ids[$0]]?.id ?? before.ids[$0]
    }
    var fates = after.ids.indices.compactMap { place -> GroupFate? in
      let (id, name) = (after.ids[place], after.partition.names[place])
      let names = (sources[id] ?? []).map { before.partition.names[$0] }
      if names.isEmpty { return GroupFate(kind: .new, names: [], nameNow: name, id: id) }
      if names.count > 1 { return GroupFate(kind: .merged, names: names, nameNow: name, id: id) }
      return names == [name] ? nil : GroupFate(kind: .renamed, names: names, nameNow: name, id: id)
    }
    for (id, places) in sources.sorted(by: { $0.key < $1.key }) where !after.ids.contains(id) {
      let names = places.map { before.partition.names[$0] }
      fates.append(GroupFate(kind: .closed, names: names, nameNow: listed(names), id: id))
    }
    return fates
  }
}

extension TermComparison.TieChanges {
  init(_ was: Study, _ now: Study, upTo day: Day?) {
    func pairs(_ study: Study) -> Set<[String]> {
      var pairs: Set<[String]> = []
      for node in 0..<study.peopleCount {
        let id = study.id(ofNode: node)
        for other in study.graph.neighbours(node) where Int(other) > node {
          pairs.insert([id, study.id(ofNode: Int(other))].sorted())
        }
      }
      return pairs
    }
    func silent(_ study: Study) -> Set<String> {
      Set(
        study.slice.people.filter { study.network.people.response[Int($0)] == .no }
          .map { study.network.people.ids[Int($0)] })
    }
    let (old, new) = (pairs(was), pairs(now))
    let (silentThen, silentNow) = (silent(was), silent(now))
    let network = now.network
    recordsEnds = network.ties.ended.contains { $0 > 0 }
    var endings: Set<[String]> = []
    if recordsEnds {
      let last = Int32(network.people.count)
      for tie in 0..<network.ties.count where network.ties.ended[tie] > 0 {
        let (a, b) = (network.ties.from[tie], network.ties.to[tie])
        guard a < last, b < last, day.map({ network.ties.ended[tie] < $0.number }) ?? true
        else { continue }
        endings.insert([network.people.ids[Int(a)], network.people.ids[Int(b)]].sorted())
      }
    }
    kept = old.intersection(new).count
    for pair in new.subtracting(old) {
      if pair.contains(where: silentThen.contains) { unknown += 1 } else { begun += 1 }
    }
    for pair in old.subtracting(new) {
      if endings.contains(pair) {
        ended += 1
      } else if pair.contains(where: silentNow.contains) {
        unknown += 1
      } else {
        notNamed += 1
      }
    }
  }
}

// MARK: - Topics, partnerships, goals

extension TermComparison.TopicChanges {
  init?(_ then: Analysis, _ now: Analysis, _ there: TermComparison.People) {
    guard then.network.expertise.tellsKnowledge, now.network.expertise.tellsKnowledge else {
      return nil
    }
    /// Who holds each topic, by its name.
    func holders(_ analysis: Analysis) -> [String: (name: String, ids: [String])] {
      let knowledge = analysis.expertise
      var found: [String: (name: String, ids: [String])] = [:]
      for topic in 0..<Int32(knowledge.topics.count) {
        let ids = knowledge.holders(of: topic).map { analysis.network.people.ids[Int($0.person)] }
        guard !ids.isEmpty else { continue }
        found[topicKey(knowledge.topics[topic].name)] = (knowledge.topics[topic].name, ids)
      }
      return found
    }
    let (old, new) = (holders(then), holders(now))
    // Of a topic in a row that could not be read nobody can say that it is lost, or new.
    func untold(_ analysis: Analysis) -> Set<String> {
      Set(analysis.network.expertise.unread.map { topicKey(analysis.expertise.topics[$0].name) })
    }
    let (unreadThen, unreadNow) = (untold(then), untold(now))
    gained = new.filter { old[$0.key] == nil && !unreadThen.contains($0.key) }
      .map(\.value.name).sorted()
    let gone = old.filter { new[$0.key] == nil && !unreadNow.contains($0.key) }
    lost = gone.map(\.value.name).sorted()
    lostWithLeavers = gone.filter { !$0.value.ids.contains(where: there.both.contains) }
      .map(\.value.name).sorted()
    single = (then.expertise.singleCount, now.expertise.singleCount)
  }
}

extension TermComparison {
  private static func partnerships(
    _ then: Analysis, _ now: Analysis, tiesCompare: Bool
  ) -> [PartnershipChange] {
    // Where one time has no file of partnerships, none can be said to be new or gone.
    guard [then, now].allSatisfy(\.network.records.tellsPartnerships) else { return [] }
    func entries(_ analysis: Analysis) -> [String: PartnershipLedger.Entry] {
      Dictionary(analysis.ledger.entries.map { ($0.id, $0) }) { first, _ in first }
    }
    let (old, new) = (entries(then), entries(now))
    return Set(old.keys).union(new.keys).sorted().compactMap { id in
      guard let one = new[id] ?? old[id] else { return nil }
      return PartnershipChange(old[id], new[id], of: one, tiesCompare: tiesCompare)
    }
  }

  private static func goals(_ then: Network, _ now: Network) -> [Comparison.GoalChange] {
    now.records.goals.compactMap { goal in
      guard let old = then.records.goals.first(where: { $0.id == goal.id }),
        let before = old.progress.last, let after = goal.progress.last, before != after
      else { return nil }
      return Comparison.GoalChange(
        goal: goal.statement, before: before.value, after: after.value)
    }
  }
}

extension TermComparison.Reviews {
  init?(_ then: Analysis, _ now: Analysis) {
    guard let first = then.asAt, let second = now.asAt,
      then.network.records.partnerships.contains(where: { $0.reviewDue != nil })
    else { return nil }
    let later = Dictionary(now.ledger.entries.map { ($0.id, $0.partnership) }) { one, _ in one }
    let due = then.ledger.entries.compactMap { entry -> (String, Day)? in
      guard let day = entry.partnership.reviewDue, day > first, day <= second else { return nil }
      return (entry.id, day)
    }
    self.due = due.count
    renewed = due.count { id, day in later[id]?.reviewDue.map { $0 > day } ?? false }
    gone = due.count { later[$0.0] == nil }
  }
}

extension Analysis {
  /// The same trust with its schools as what they have become by a later time, so that figures of both are of the same groups.
  public func succeeded(by later: Analysis) -> Analysis {
    let successors = TermComparison.successors(network, later.network)
    return successors.isEmpty ? self : of(network.succeeded(by: successors))
  }
}
