public import Measures
public import Networks

/// Every partnership of a trust with what is known of its health, the red list first.
///
/// A partnership is *red* when something would end or spoil it: its lead gone, nobody in touch, the two sides apart, trust
/// falling; or two of these together: a review overdue, one holder, valued little by one side and carried by few; or one of
/// them where nothing is agreed. It is to *watch* when lighter reasons hold, and *steady* when none does; of one whose cells
/// hold nothing that can be read it *cannot be told*. Ratings count
/// from three raters a side upwards.
public struct PartnershipLedger: Sendable {
  /// The red ones first, then in order of weight, and of ids among equals.
  public let entries: [Entry]
  /// The day as at which things are overdue.
  public let asAt: Day?
  public let rounds: RatingRounds
  public let contacts: Contacts
  /// Whether any tie with any partner is on record for the day; without one nothing can be said of who holds a partnership.
  public let tellsContacts: Bool
  /// Whether the files say both what partners give and what they get.
  public let tellsExchange: Bool
  /// How trust has moved from round to round.
  public let overTime: TrustOverTime
  /// New partnerships, and whether they have met to find common ground.
  public let commonGround: CommonGround
  /// What partners speak of in their own words.
  public let words: PartnerWords
  /// The deepest and widest contact a year earlier.
  private let before: Contacts?

  /// One partnership.
  public struct Entry: Sendable, Equatable {
    /// Its place in `Records.partnerships`.
    public let place: Int
    public let partnership: Partnership
    /// The id, as in X20/H13.
    public let id: String
    public let partner: String
    public let with: String
    public let sector: String?
    /// People in touch with the partner on this side, the lead included, who are still there; ascending.
    public let holders: [Int32]
    /// Whether the files say who is in touch with partners, a lead that is named could be read, and of a side with fewer than two
    /// holders half of those asked answered; if not, there may be more holders.
    public let tellsHolders: Bool
    /// How many hold it; `nil` where there may be more.
    public var holderCount: Int? { tellsHolders ? holders.count : nil }
    /// How many there were a year before, where the files have dates.
    public let holdersBefore: Int?
    /// The deepest tie now, and a year before.
    public let deepest: Depth?
    public let deepestBefore: Depth?
    public let ours: Side
    public let theirs: Side
    public let flags: [RedFlag]

    /// Whether its review should have been held by now.
    public var isOverdue: Bool {
      flags.contains { if case .overdue = $0 { true } else { false } }
    }

    /// What one side's raters say.
    public struct Side: Sendable, Equatable {
      public let trust: View
      public let value: View
      /// The depth as this side sees it.
      public let level: View
      /// The mean over the four things shared when partners are ready.
      public let readiness: View
      /// The same said of one's own side.
      public let ownReadiness: View
      public let mission: View
      /// Trust in the round before the newest.
      public let trustBefore: View
    }

    /// How differently the sides see trust.
    public var trustGap: PerceptionGap {
      PerceptionGap(ours: ours.trust.value, theirs: theirs.trust.value)
    }
    /// How differently the sides see the depth.
    public var levelGap: PerceptionGap {
      PerceptionGap(ours: ours.level.value, theirs: theirs.level.value, on: 1...5)
    }
    public var weight: Int { flags.map(\.weight).reduce(0, +) }
    public var status: Status {
      RedFlag.areRed(flags)
        ? .red : !flags.isEmpty ? .watch : partnership.isUnreadable && !isRated ? .unknown : .steady
    }
    /// Whether anybody has rated it.
    private var isRated: Bool {
      [ours, theirs].contains {
        $0.trust != .unknown || $0.value != .unknown || $0.level != .unknown
      }
    }
    /// Who leads it and is still there.
    public var presentLead: Int32? { flags.contains(.leadLeft) ? nil : partnership.lead }
  }

  public enum Status: String, Sendable, CaseIterable {
    case red, watch, steady
    /// Something is said of it, and none of it can be read.
    case unknown = "cannot be told"
  }

  /// The fall in trust, in steps of 1 to 4, that counts.
  public static let fall = 0.5
  /// Weeks by which a new partnership should have met to find common ground.
  public static let commonGroundWeeks = 12

  init(_ network: Network, asAt day: Day?) {
    asAt = day
    let rounds = RatingRounds(network.records.ratings)
    let contacts = Contacts(network, during: day.map(Period.init(on:)) ?? .all)
    let yearBefore = day.flatMap { Day(julian: $0.julian - 365) }
    let hasDates = !network.ties.started.isEmpty
    let before = hasDates ? yearBefore.map { Contacts(network, during: Period(on: $0)) } : nil
    self.rounds = rounds
    overTime = TrustOverTime(network, rounds)
    commonGround = CommonGround(network, asAt: day)
    words = PartnerWords(network)
    self.contacts = contacts
    self.before = before
    let hasRatings = !network.records.ratings.isEmpty
    let tellsContacts = contacts.isRecorded
    self.tellsContacts = tellsContacts
    tellsExchange = network.records.tellsExchange
    let quiet = Self.quiet(network, day)
    entries = network.records.partnerships.indices.map { place in
      Self.entry(
        place, network, day, rounds, contacts: contacts, before: before, hasRatings: hasRatings,
        tellsContacts: tellsContacts, quiet: quiet)
    }.sorted { a, b in
      let (one, two) = (a.status == .red ? 1 : 0, b.status == .red ? 1 : 0)
      return (two, b.weight, a.id) < (one, a.weight, b.id)
    }
  }

  /// The sides of partnerships of which under half of those asked answered.
  private static func quiet(_ network: Network, _ day: Day?) -> Set<Int32> {
    var tallies: [Int32: (asked: Int, answered: Int)] = [:]
    let people = network.people
    for person in people.response.indices where people.response[person] != .unknown {
      guard network.isPresent(Int32(person), on: day) else { continue }
      var sides = [Partnership.trust]
      if people.school[person] >= 0 {
        sides.append(Int32(network.first(of: .school)) + people.school[person])
      }
      let teams = [people.teams.main[person]] + (people.teams.further[Int32(person)] ?? [])
      sides += Set(teams.filter { $0 >= 0 }).map { Int32(network.first(of: .team)) + $0 }
      for side in sides {
        tallies[side, default: (0, 0)].asked += 1
        tallies[side, default: (0, 0)].answered += people.response[person] == .yes ? 1 : 0
      }
    }
    return Set(tallies.filter { Double($1.answered) < Coverage.least * Double($1.asked) }.keys)
  }

  private static func entry(
    _ place: Int, _ network: Network, _ day: Day?, _ rounds: RatingRounds, contacts: Contacts,
    before: Contacts?, hasRatings: Bool, tellsContacts: Bool, quiet: Set<Int32>
  ) -> Entry {
    let partnership = network.records.partnerships[place]
    let index = network.index(of: partnership.partner)
    let own = contacts.people[index].filter { network.belongs($0.person, to: partnership.with) }
    // What began within the year was not there a year before.
    let wasThere =
      partnership.started.map { began in
        day.flatMap { Day(julian: $0.julian - 365) }.map { began <= $0 } ?? true
      } ?? true
    let earlier =
      wasThere
      ? before?.people[index].filter { network.belongs($0.person, to: partnership.with) } : nil
    var holders = Set(own.map(\.person))
    if let lead = partnership.lead, network.isPresent(lead, on: day) { holders.insert(lead) }
    var holdersBefore = earlier.map { Set($0.map(\.person)) }
    if let lead = partnership.lead,
      network.isPresent(lead, on: day.flatMap { Day(julian: $0.julian - 365) })
    {
      holdersBefore?.insert(lead)
    }
    let sides = Rating.Side.allCases.map { side(rounds, place, $0) }
    let entry = Entry(
      place: place, partnership: partnership, id: network.id(of: partnership),
      partner: network.partners[index].name, with: network.name(ofSideOf: partnership),
      sector: network.partners[index].sector, holders: holders.sorted(),
      tellsHolders: tellsContacts && !partnership.unread.contains("lead")
        && (holders.count > 1 || !quiet.contains(partnership.with)),
      holdersBefore: holdersBefore?.count,
      deepest: own.compactMap(\.depth).max(),
      deepestBefore: earlier?.compactMap(\.depth).max(), ours: sides[0], theirs: sides[1],
      flags: [])
    return Entry(
      place: entry.place, partnership: partnership, id: entry.id, partner: entry.partner,
      with: entry.with, sector: entry.sector, holders: entry.holders,
      tellsHolders: entry.tellsHolders, holdersBefore: entry.holdersBefore, deepest: entry.deepest,
      deepestBefore: entry.deepestBefore, ours: entry.ours, theirs: entry.theirs,
      flags: flags(entry, network, day, hasRatings: hasRatings))
  }

  private static func side(
    _ rounds: RatingRounds, _ place: Int, _ side: Rating.Side
  ) -> Entry.Side {
    let newest = rounds.newestRound(place, side)
    let earlier = newest.flatMap { newest in
      rounds.days.indices.last {
        $0 < newest && rounds.view(RatingItem.trust, place, side, round: $0) != .unknown
      }
    }
    return Entry.Side(
      trust: rounds.view(RatingItem.trust, place, side),
      value: rounds.view(RatingItem.value, place, side),
      level: rounds.view([.level], place, side),
      readiness: rounds.view(RatingItem.readiness, place, side),
      ownReadiness: rounds.view(RatingItem.ownReadiness, place, side),
      mission: rounds.view([RatingItem("mission")], place, side),
      trustBefore: earlier.map { rounds.view(RatingItem.trust, place, side, round: $0) }
        ?? .unknown)
  }

  private static func flags(
    _ entry: Entry, _ network: Network, _ day: Day?, hasRatings: Bool
  ) -> [RedFlag] {
    let partnership = entry.partnership
    var flags: [RedFlag] = []
    if let due = partnership.reviewDue, let day, due < day { flags.append(.overdue(due)) }
    if let lead = partnership.lead, !network.isPresent(lead, on: day) { flags.append(.leadLeft) }
    if entry.trustGap.isWide {
      flags.append(.sidesApart(entry.trustGap))
    } else if entry.levelGap.isWide {
      flags.append(.sidesApart(entry.levelGap))
    }
    for (side, view) in [(Rating.Side.ours, entry.ours), (.theirs, entry.theirs)] {
      if let now = view.trust.value, let then = view.trustBefore.value,
        View.exceeds(then, now, by: fall) == true
      {
        flags.append(.fallingTrust(side, from: then, to: now))
      }
    }
    if entry.holderCount == 0 {
      flags.append(network.hasMet(partnership.partner, asAt: day) ? .metOnly : .noContact)
    }
    if entry.holderCount == 1 { flags.append(.singleHolder) }
    if let holders = entry.holderCount, holders <= 2 {
      let values = [(Rating.Side.ours, entry.ours.value), (.theirs, entry.theirs.value)]
      if let low = values.first(where: { ($0.1.value ?? 4) <= 2 }), let value = low.1.value,
        values.contains(where: { $0.0 != low.0 && ($0.1.value ?? 0) > 2 })
      {
        flags.append(.undervalued(by: low.0, value))
      }
    }
    if partnership.hasAgreement == false { flags.append(.noAgreement) }
    if let weeks = weeksWithoutCommonGround(partnership, network, day) {
      flags.append(.noCommonGround(weeks: weeks))
    }
    if partnership.rolesAreClear == false { flags.append(.rolesUnclear) }
    if network.records.tellsExchange, partnership.gives.isEmpty != partnership.gets.isEmpty {
      flags.append(.oneWay(isGiving: !partnership.gives.isEmpty))
    }
    if partnership.isReviewOpen,
      network.records.partnerships.contains(where: { $0.reviewDue != nil })
    {
      flags.append(.noReviewDate)
    }
    if hasRatings, entry.theirs.trust == .unknown { flags.append(.theirViewUnknown) }
    return flags.enumerated().sorted {
      ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
    }
    .map(\.element)
  }

  /// The age in weeks of a partnership of the last year that should have met to find common ground and has not.
  private static func weeksWithoutCommonGround(
    _ partnership: Partnership, _ network: Network, _ day: Day?
  ) -> Int? {
    guard network.records.events.contains(where: { !$0.attendance.isEmpty }), let day,
      let started = partnership.started
    else { return nil }
    let weeks = (day.julian - started.julian) / 7
    guard weeks >= commonGroundWeeks, weeks <= 52 else { return nil }
    // Of a seat without a word on who came, nobody can say that they did not.
    let mayHaveMet = !CommonGround.meetings(
      with: partnership.partner, network.records.events, orUnsaid: true
    ).isEmpty
    return mayHaveMet ? nil : weeks
  }
}

extension Network {
  /// Whether somebody of a partner came to an event in the year up to a day, or on a day that is not recorded.
  func hasMet(_ partner: Int32, asAt day: Day?) -> Bool {
    records.events.contains { event in
      event.attendance.contains { $0.party == partner && $0.came == true }
        && (event.date.flatMap { date in day.map { 0...365 ~= $0.julian - date.julian } } ?? true)
    }
  }
}

extension Partnership {
  /// Whether something is said of how it stands and nothing that can be read; what is given and got says nothing of that.
  fileprivate var isUnreadable: Bool {
    !unread.isEmpty && lead == nil && level == nil && hasAgreement == nil && rolesAreClear == nil
      && started == nil && reviewDue == nil
  }
}
