import GraphEngine
public import Measures
public import Networks
import Synchronization

/// A question asked of a network, and every finding that answers it, each made once, whoever asks first.
///
/// The command line, figures, tables and pages take an analysis and nothing else, so that none can contradict another.
public final class Analysis: Sendable {
  public let question: Question
  /// The network as it was on record on the day looked at.
  public let network: Network
  /// The network as the files have it, for other days.
  private let files: Network
  /// The day on which records are looked at; `nil` where nothing is dated.
  public let asAt: Day?
  /// The people and ties that count, in groups.
  public let study: Study
  private let common: Common
  private let made = Along()

  /// What does not depend on how people are grouped.
  private final class Common: Sendable {
    let expertise = Once<Knowledge>()
    let introductions = Once<Introductions>()
    let ledger = Once<PartnershipLedger>()
    let goals = Once<GoalBook>()
    let purpose = Once<PurposeMix>()
    let stories = Once<StoryBook>()
    let decisions = Once<DecisionBook>()
    let voices = Once<Voices>()
    let events = Once<EventsProjection>()
    let reliability = Once<[Reliability]>()
    let notice = Once<EventNotice>()
    let ways = Once<WorkWays>()
    let duplicates = Once<DuplicateEffort>()
    /// Groups of enough people whose ties would tell of a link that few carry.
    let telling = Once<[Boundary: Set<String>]>()
  }

  /// What is found along one boundary.
  private final class Along: Sendable {
    let verdicts = Once<SiloVerdicts>()
    let leftOut = Once<LeftOut?>()
    let fragility = Once<Fragility>()
    let shownFragility = Once<Fragility>()
    let brokers = Once<Brokers>()
    let depths = Once<DepthProfile>()
    let gaps = Once<DepthGaps>()
    let ranking = Once<BoundaryRanking>()
    let others = Once<[Analysis]>()
    let regrouped = Mutex<[String: Analysis]>([:])
    let deeper = Mutex<[Depth: Analysis]>([:])
    let earlier = Mutex<[Period: Analysis]>([:])
    let groups = Once<GroupNetwork>()
    let disclosure = Once<Disclosure>()
    let links = Once<LinkDisclosure>()
    let spread = Once<ContactSpread>()
    let maps = Mutex<[Int: GroupMap]>([:])
    let ideas = Once<IdeaBridges>()
    let teams = Once<TeamRegister>()
    let echoes = Once<TeamEchoes>()
    /// Without groups of few people, and with them.
    let coverage = [Once<TopicCoverage>(), Once<TopicCoverage>()]
    let topicGaps = [Once<TopicGaps>(), Once<TopicGaps>()]
  }

  /// Asks a question of a network, without what hidden people know.
  public convenience init(_ files: Network, _ question: Question) {
    let files = files.withListedExpertise
    let day = question.day(files)
    // Nothing is dated later than the day of the files.
    let network =
      day.map { day in
        files.asAt.map { day < $0 } ?? false || files.records.hasEnded(by: day)
          ? files.known(on: day) : files
      } ?? files
    let period = question.period ?? question.asAt.map { Period(on: $0) }
    let study = Study(
      network, slice: network.slice(atLeast: question.depth, during: period),
      by: question.boundary, seed: question.seed)
    self.init(files, network, question, day, study, Common())
  }

  /// Asks of a study what the rules say.
  package convenience init(
    of study: Study, beside others: [Boundary] = [], rules: VerdictRules = VerdictRules(),
    minLink: Int = 3, asAt: Day? = nil
  ) {
    var question = Question()
    (question.boundary, question.depth) = (study.grouping?.boundary, study.slice.depth)
    (question.period, question.seed) = (study.slice.period, study.seed)
    (question.rules, question.minLink, question.others) = (rules, minLink, others)
    self.init(
      study.network, study.network, question, asAt ?? study.network.asAt, study, Common())
  }

  private init(
    _ files: Network, _ network: Network, _ question: Question, _ asAt: Day?, _ study: Study,
    _ common: Common
  ) {
    self.files = files
    self.network = network
    self.question = question
    self.asAt = asAt
    self.study = study
    self.common = common
  }

  public var boundary: Boundary? { study.grouping?.boundary }
  public var rules: VerdictRules { question.rules }
}

// MARK: - Other questions

extension Analysis {
  /// The same with other groups; what does not depend on groups is not done again.
  public func grouped(by boundary: Boundary?) -> Analysis {
    guard boundary != self.boundary else { return self }
    return made.regrouped.withLock { known in
      let key = boundary?.id ?? ""
      if let found = known[key] { return found }
      var question = question
      question.boundary = boundary
      let found = Analysis(
        files, network, question, asAt, study.grouped(by: boundary), common)
      known[key] = found
      return found
    }
  }

  /// The same with ties of at least a depth.
  public func atDepth(_ depth: Depth) -> Analysis {
    guard depth != study.slice.depth else { return self }
    return made.deeper.withLock { known in
      if let found = known[depth] { return found }
      var question = question
      question.depth = depth
      // What is hidden at one depth is hidden at all.
      let common = Common()
      _ = common.telling.get { telling }
      let found = Analysis(
        files, network, question, asAt, study.atDepth(depth), common)
      known[depth] = found
      return found
    }
  }

  /// The same at another time.
  public func during(_ period: Period) -> Analysis {
    made.earlier.withLock { known in
      if let found = known[period] { return found }
      var question = question
      question.boundary = boundary
      (question.period, question.asAt) = (period, nil)
      let found = Analysis(files, question)
      known[period] = found
      return found
    }
  }

  /// One hub as a network of its own, its schools as the groups.
  public func hub(_ name: String) -> Analysis {
    let slice = study.slice.restricted { [network] person in
      let school = network.people.school[Int(person)]
      return school >= 0 && network.schools[Int(school)].hub == name
    }
    let local = Study(network, slice: slice, by: .school, seed: question.seed)
    var question = question
    // Whom people were asked about is told by all of their ties, and not by those inside the hub alone.
    question.rules.isSurveyedAcross =
      question.rules.isSurveyedAcross || wereAskedBeyond(slice.people)
    let hub = Analysis(files, network, question, asAt, local, Common())
    _ = hub.made.disclosure.get { hub.ownDisclosure.joined(with: disclosure) }
    return hub
  }

  /// Whether nothing says that people were asked about their own group only.
  public var isAskedAcross: Bool { !study.isUnaskedAcross(rules) }

  /// Whether some people were asked about others than one another: three ties to them at least, and a twentieth of theirs.
  private func wereAskedBeyond(_ people: [Int32]) -> Bool {
    guard !study.grouped(by: .school).isUnaskedAcross(rules) else { return false }
    let here = Set(people)
    var (inside, outside) = (0, 0)
    for node in 0..<study.peopleCount where here.contains(study.slice.people[node]) {
      for other in study.graph.neighbours(node) {
        if here.contains(study.slice.people[Int(other)]) { inside += 1 } else { outside += 1 }
      }
    }
    return outside >= 3 && Double(outside) >= 0.05 * Double(inside / 2 + outside)
  }
}

// MARK: - Silos and bridges

extension Analysis {
  /// Where the silos are; `nil` when nothing groups people.
  public var verdicts: SiloVerdicts? {
    boundary == nil
      ? nil
      : made.verdicts.get {
        let ids = study.grouping?.ids ?? []
        let hidden = ids.indices.filter(hides).map { ids[$0] }
        return SiloVerdicts(study, rules: rules, hidden: Set(hidden))
      }
  }

  /// Whom no group has, and why; `nil` when nothing groups people.
  public var leftOut: LeftOut? { made.leftOut.get { LeftOut(study) } }

  /// What depends on one person; `nil` when nothing groups people.
  ///
  /// - Parameter showsAll: whether groups that a copy without names hides are told of all the same.
  public func fragility(showsAll: Bool) -> Fragility? {
    guard boundary != nil else { return nil }
    return showsAll
      ? made.fragility.get { Fragility(study, rules: rules) }
      : made.shownFragility.get { Fragility(study, rules: rules) { !hides($0) } }
  }

  /// The people who hold groups together.
  public var brokers: Brokers {
    made.brokers.get { Brokers(study, fragility: fragility(showsAll: true)) }
  }

  /// How far the boundary holds at each depth; `nil` when nothing groups people.
  public var depths: DepthProfile? {
    boundary == nil
      ? nil
      : made.depths.get {
        let depths = Depth.allCases.filter { $0 > .none }
        return DepthProfile(depths.compactMap { atDepth($0).verdicts }, depths)
      }
  }

  private var depthGaps: DepthGaps {
    made.gaps.get { Findings.depthGaps(study, rules: rules) }
  }

  /// How many pairs of groups have ties enough to tell whether contact hides that they hardly work jointly.
  ///
  /// - Parameter showsAll: whether groups that a copy without names hides count too.
  public func pairsCompared(showsAll: Bool) -> Int {
    depthGaps.compared.count { pair in showsAll || pair.allSatisfy { !hides($0) } }
  }

  /// Whether the groups are too many for their pairs to be compared.
  public var hasTooManyPairs: Bool {
    study.grouping.map { $0.partition.count > DepthGaps.mostGroups } ?? false
  }

  /// The gaps between groups that contact hides.
  ///
  /// - Parameter showsAll: whether groups that a copy without names hides are told of all the same.
  public func gaps(showsAll: Bool) -> [DepthGap] {
    let all = depthGaps.list
    guard !showsAll else { return all }
    return all.filter { gap in gap.places.allSatisfy { !hides($0) } }.map { gap in
      let (a, b) = (gap.places[0], gap.places[1])
      return tellsLink(a, b) && atDepth(gap.depth).tellsLink(a, b) ? gap : gap.untold
    }
  }

  /// This boundary and those beside it, at most nine, and none that nobody was asked across.
  public var judged: [Analysis] {
    let own = boundary == nil ? [] : [self]
    return own
      + made.others.get {
        let others = question.others.filter { $0 != boundary }.prefix(8).map { grouped(by: $0) }
        let all = own + others
        // What they all need is done before they go side by side.
        _ = study.counted
        let kinds = fanOut(all.count) { all[$0].verdicts?.whole.kind }
        return zip(all, kinds).dropFirst(own.count).filter { $1 != .notSurveyedAcross }.map(\.0)
      }
  }

  /// Which way of grouping people divides the work most.
  public var ranking: BoundaryRanking {
    made.ranking.get { BoundaryRanking(study, judged.compactMap(\.boundary), rules: rules) }
  }
}

// MARK: - Groups

extension Analysis {
  /// Pairs of people of known groups who work together: those who name one another are one pair, though two ties.
  public var pairsTied: Int {
    let (graph, groupOf) = (study.graph, study.grouping?.partition.groupOf)
    func counts(_ node: Int) -> Bool { groupOf.map { $0[node] >= 0 } ?? true }
    return (0..<graph.nodeCount).filter(counts).reduce(0) { pairs, node in
      pairs + graph.neighbours(node).count { Int($0) > node && counts(Int($0)) }
    }
  }
}

extension Analysis {
  private var groups: GroupNetwork { made.groups.get { GroupNetwork(study) } }

  /// What a copy without names may show of groups.
  public var disclosure: Disclosure {
    made.disclosure.get { ownDisclosure }
  }

  private var ownDisclosure: Disclosure { disclosure(hiding: telling) }

  private var telling: [Boundary: Set<String>] {
    common.telling.get {
      let schools = network.boundary(named: Boundary.school.id).map(grouped) ?? self
      let groups = schools.groups
      let links = groups.links(schools.disclosure(hiding: [:]))
      return Dictionary(grouping: links.telling.map { groups.wholes[$0] }, by: \.boundary)
        .mapValues { Set($0.map(\.id)) }
    }
  }

  private func disclosure(hiding telling: [Boundary: Set<String>]) -> Disclosure {
    Disclosure(
      network, among: study.slice.people, along: boundary, minGroup: rules.minGroup,
      minLink: question.minLink, hiding: telling)
  }

  /// Whether a copy without names may tell how many ties two groups of the boundary have with each other.
  public func tellsLink(_ a: Int, _ b: Int) -> Bool {
    guard a != b, let grouping = study.grouping else { return true }
    guard !hides(a), !hides(b) else { return false }
    let groups = groups
    let links = made.links.get { groups.links(disclosure) }
    return groups.tellsLink(
      grouping.ids[a], grouping.ids[b],
      centre: grouping.ids.indices.first(where: grouping.isCentral)
        .map { grouping.ids[$0] }, links)
  }

  /// Over how many other groups people's contacts are spread, as far as a copy without names may tell it.
  public var spread: ContactSpread {
    made.spread.get {
      let groups = groups
      let links = made.links.get { groups.links(disclosure) }
      let ids = study.grouping?.ids ?? []
      let centre = study.grouping.flatMap { grouping in
        ids.indices.first(where: grouping.isCentral).map { ids[$0] }
      }
      let told = groups.toldLinks(links, centre: centre)
      return ContactSpread(study, told: ids.map { told[$0] ?? 0 })
    }
  }

  /// Whether a copy without names may tell how a part of the trust works within itself.
  ///
  /// Its schools' ties with one another are further sums of the links between them: of three schools they tell every link, and
  /// of more each link that the part by itself would hide and the whole does not.
  public func tellsLinks(within part: Analysis) -> Bool {
    let whole = study.grouping?.boundary == .school ? self : grouped(by: .school)
    let ids = part.study.grouping?.ids ?? []
    let shown = ids.indices.filter { !part.hides($0) }
    return shown.allSatisfy { one in
      shown.allSatisfy { other in
        guard one != other else { return true }
        let isTold = whole.tellsLink(ids[one], ids[other])
        return shown.count > 3 ? !isTold || part.tellsLink(one, other) : isTold
      }
    }
  }

  /// The same of two groups by id; not where either is no group here.
  func tellsLink(_ a: String, _ b: String) -> Bool {
    guard let one = study.grouping?.ids.firstIndex(of: a),
      let other = study.grouping?.ids.firstIndex(of: b)
    else { return false }
    return tellsLink(one, other)
  }

  /// Whether a copy without names may tell, by code, that two people have a tie: not where the link of their schools, or of their
  /// groups along the boundary, may not be told.
  public func tellsTie(_ one: Int32, _ other: Int32) -> Bool {
    let schools = network.schools.isEmpty || boundary == .school ? nil : grouped(by: .school)
    return [self, schools].compactMap { $0 }.allSatisfy { way in
      let nodes = [one, other].compactMap(way.study.node(of:))
      guard nodes.count == 2 else { return true }
      let groups = nodes.map { way.study.group(ofNode: $0) }
      return groups.contains { $0 < 0 } || way.tellsLink(groups[0], groups[1])
    }
  }

  /// What may be shown of groups and the links between them.
  ///
  /// - Parameter limit: the most groups of staff; where there are more, ties are summed to larger ones, and judged there.
  public func map(atMost limit: Int = .max) -> GroupMap {
    let (groups, disclosure) = (groups, disclosure)
    return made.maps.withLock { known in
      if let found = known[limit] { return found }
      let found = GroupMap(
        groups.merged(to: limit, disclosure), disclosure)
      known[limit] = found
      return found
    }
  }

  /// What may be shown of so many groups at most: hubs where there are any, else those that matter most, the rest left out.
  ///
  /// - Parameter first: ids of groups that stay before any other.
  public func map(ofLargest limit: Int, first: Set<String> = []) -> GroupMap {
    let map = map(atMost: limit)
    guard map.merging.contains(.rest) else { return map }
    let whole =
      map.merging == [.rest]
      ? self.map()
      : GroupMap(groups.merged(to: limit, disclosure, lumpsRest: false), disclosure)
    return whole.trimmed(to: limit, first: first)
  }

  /// How far the contacts of each group's people know one another.
  public func closure(showsAll: Bool) -> ContactClosure {
    ContactClosure(study, fewest: rules.minGroup) { showsAll || !hides($0) }
  }

  /// What of the links between groups came and went since an earlier time.
  public func change(since then: Analysis) -> GroupMapChange {
    let told = tells(since: then)
    return GroupMapChange(then.map(), map(), tellsStarts: told.starts, tellsEnds: told.ends)
  }

  /// Whether the files record any start, and any end, of a tie between an earlier time and this one.
  func tells(since then: Analysis) -> (starts: Bool, ends: Bool) {
    guard let first = then.lastDay, let last = lastDay else { return (false, false) }
    return (files.tellsStarts(from: first, to: last), files.tellsEnds(from: first, to: last))
  }

  /// The last day looked at, which may lie beyond the files.
  private var lastDay: Day? { study.slice.period.last ?? asAt }

  /// One group beside the others; `nil` when there is none with the id.
  ///
  /// - Parameter showsAll: whether groups that a copy without names hides are told of as what it hangs on.
  public func group(_ id: String, showsAll: Bool) -> GroupProfile? {
    GroupProfile(self, group: id, showsAll: showsAll)
  }

  /// One person's place; `nil` when they are not there in the period.
  public func person(_ person: Int32) -> PersonProfile? { PersonProfile(self, person: person) }

  /// Two groups side by side, by their places in the grouping.
  public func between(_ a: Int, _ b: Int) -> BetweenGroups { BetweenGroups(self, a, b) }

  /// The network with and without some people.
  public func without(_ people: [Int32]) -> WithoutPeople { WithoutPeople(self, leaving: people) }

  /// What somebody gives and receives.
  public func balance(of person: Int32) -> GivingBalance { GivingBalance(study, of: person) }

  /// The same trust on an earlier day and on this one.
  public func comparison(from first: Day, to second: Day) -> Comparison {
    Comparison(
      during(Period(on: first)), during(Period(on: second)), on: (first, second), of: files)
  }

  /// The same trust at an earlier time, as its files of then had it, and as it is now.
  public func comparison(since earlier: Analysis) -> TermComparison {
    TermComparison(earlier, self)
  }

  /// The trust as it would be, had changes happened.
  public func after(_ changes: [NetworkChange]) -> Analysis {
    // Whoever leaves is gone before the period begins; one without a beginning is given one before all that is dated.
    let period = study.slice.period
    guard let first = period.first ?? Day(year: 1900, month: 1, day: 2) else { return self }
    var question = question
    question.boundary = boundary
    if period.first == nil { question.period = Period(first: first, last: period.last) }
    return Analysis(files.after(changes, on: first), question)
  }

  /// What a trust with some changes would be beside what it is.
  public func whatIf(_ changes: [NetworkChange]) -> WhatIf { WhatIf(self, changes) }

  /// Whether the files tell of any time who is in touch with partners; asked where they do not for the one asked about.
  public var hasContactsAtOtherTimes: Bool { Contacts(files, during: .all).isRecorded }

  /// The few introductions that would bring most colleagues of other groups within reach.
  public func plan(_ wanted: PlanRequest) -> IntroductionPlan { IntroductionPlan(self, wanted) }

  /// The same question asked of another network.
  func of(_ network: Network) -> Analysis {
    var question = question
    question.boundary = boundary
    return Analysis(network, question)
  }

  /// Teams and working groups; along schools.
  public var teams: TeamRegister {
    boundary == .school
      ? made.teams.get { TeamRegister(study) } : grouped(by: .school).teams
  }

  /// The teams whose people are alike and whose contacts know one another; along schools.
  public var echoes: TeamEchoes {
    boundary == .school
      ? made.echoes.get { TeamEchoes(study, teams) } : grouped(by: .school).echoes
  }

  /// Whether a copy without names shows a school, by its place.
  func showsSchool(_ school: Int) -> Bool {
    !disclosure.hides(network.schools[school].id, along: .school)
  }

  /// Schools that would gain from one another, and neighbours that keep apart.
  ///
  /// - Parameter showsAll: whether ties, schools and topics are told that a copy without names hides.
  public func matches(showsAll: Bool) -> [SchoolMatch] {
    SchoolMatch.all(grouped(by: .school), showsAll: showsAll)
  }
  /// Neighbours of one phase with at most two thirds of the ties by chance; `nil` where no two schools share a hub and a phase on
  /// record, or people were not asked about other schools.
  ///
  /// - Parameter showsAll: whether schools and ties are told that a copy without names hides.
  public func competingNeighbours(showsAll: Bool) -> NeighbourPairs? {
    let schools = grouped(by: .school)
    // Of a school that has closed nobody is a neighbour.
    let staffed = network.schools.filter { schools.study.grouping?.ids.contains($0.id) == true }
    let kinds = staffed.compactMap { school in
      school.hub.flatMap { hub in school.phase.map { [hub, $0] } }
    }
    let areAllUnlike = Set(kinds).count == kinds.count
    if areAllUnlike, staffed.count > 1, kinds.count == staffed.count { return NeighbourPairs.none }
    guard !areAllUnlike, schools.fragility(showsAll: true)?.isUnasked == false
    else { return nil }
    return CompetingNeighbours.all(schools, showsAll: showsAll)
  }

  /// Partners who could answer what the trust looks for.
  public var prospects: [Prospect] { Prospect.all(self) }
  /// Partners who answer what a side looks for that has a partnership with them already.
  public var presentPartners: [Prospect] { Prospect.all(self, isPartner: true) }

  /// A trust's statements with the figures that speak to them.
  public func evidence(_ statements: [StatementEvidence.Statement]) -> [StatementEvidence] {
    StatementEvidence.all(statements, self)
  }

  /// What adding people to an event would bring.
  public func invitation(_ people: [Int32], to attendees: [Int32]) -> Invitation {
    Invitation(
      study, adding: people, to: attendees, fewest: rules.minGroup, tells: tellsTie)
  }
}

// MARK: - Expertise

extension Analysis {
  /// Who knows what.
  public var expertise: Knowledge {
    common.expertise.get {
      Knowledge(network, slice: study.slice, rules: question.expertise, asAt: question.asAt)
    }
  }

  /// Who could introduce whom.
  public var introductions: Introductions {
    common.introductions.get { Introductions(expertise, atLeast: question.depth) }
  }

  /// Each topic in each group.
  ///
  /// - Parameter showsAll: whether groups of few people are shown too, as in a copy with names.
  public func coverage(showsAll: Bool) -> TopicCoverage {
    made.coverage[showsAll ? 1 : 0].get {
      TopicCoverage(
        expertise, by: boundary ?? .school, minGroup: showsAll ? 0 : rules.minGroup,
        hiding: showsAll ? [] : disclosure.beside[boundary ?? .school] ?? [])
    }
  }

  /// What the trust lacks, or may lose.
  public func topicGaps(showsAll: Bool) -> TopicGaps {
    made.topicGaps[showsAll ? 1 : 0].get {
      TopicGaps(expertise, coverage(showsAll: showsAll), showsAll: showsAll)
    }
  }
}

// MARK: - Partnerships and purpose

extension Analysis {
  /// How each partnership stands.
  public var ledger: PartnershipLedger {
    common.ledger.get { PartnershipLedger(network, asAt: asAt) }
  }
  public var goals: GoalBook {
    common.goals.get { GoalBook(network, during: study.slice.period) }
  }
  /// What work is for.
  public var purpose: PurposeMix {
    common.purpose.get { PurposeMix(network, during: study.slice.period) }
  }
  public var stories: StoryBook { common.stories.get { StoryBook(network) } }
  /// Which ideas came through a bridge; along schools, and by ties of any depth.
  public var ideas: IdeaBridges {
    guard study.slice.depth <= .networking else { return atDepth(.networking).ideas }
    return boundary == .school
      ? made.ideas.get { IdeaBridges(stories, study) } : grouped(by: .school).ideas
  }
  public var decisions: DecisionBook { common.decisions.get { DecisionBook(network) } }
  /// Whom decisions reach beyond those they name.
  public var decisionReach: DecisionReach { DecisionReach(network) }
  /// Who carries what from which field outside education.
  public var carriers: FieldCarriers { FieldCarriers(study) }
  public var voices: Voices { common.voices.get { Voices(network, asAt: asAt) } }
  /// How much of what brings people together was planned.
  public var notice: EventNotice {
    common.notice.get { EventNotice(network.records.events) }
  }
  /// Who was away from an event, and of whom that is not known.
  public var absence: EventAbsence { EventAbsence(network.records.events) }
  /// By which kinds of work schools reach one another.
  public var ways: WorkWays {
    common.ways.get {
      WorkWays(network, during: study.slice.period, among: study.slice.people)
    }
  }
  /// The same work done in two schools that have no tie over it.
  public var duplicates: DuplicateEffort {
    common.duplicates.get {
      DuplicateEffort(network, during: study.slice.period, among: study.slice.people)
    }
  }
  public var events: EventsProjection { common.events.get { EventsProjection(network) } }
  public var reliability: [Reliability] {
    common.reliability.get { Reliability.all(network, RatingRounds(network.records.ratings)) }
  }
}
