import GraphEngine
public import Measures
public import Networks

/// What could be seen of a partner's reliability, beside how reliable we say it is.
///
/// Four things can be seen (what interagency leaders expect of one another): answering messages, coming prepared,
/// taking part, keeping promises. Seen reliability is the mean of the rates recorded; said reliability is our raters'
/// mean for "reliability" as a share, (x - 1) / 3, from three raters upwards. They diverge when they lie 0.4 apart.
public struct Reliability: Sendable, Equatable {
  /// A partner, or a team or school that was asked as one.
  public let member: Int32
  public let invited: Int
  public let came: Rate
  public let responsive: Rate
  public let prepared: Rate
  public let contributed: Rate
  public let kept: Rate
  public let perceived: View

  /// So many times out of so many that were recorded.
  public struct Rate: Sendable, Equatable {
    public let count: Int
    public let of: Int
    public var share: Double? { of > 0 ? Double(count) / Double(of) : nil }
  }

  /// The mean of the rates that are recorded.
  public var seen: Double? {
    let rates = [responsive, prepared, contributed, kept].compactMap(\.share)
    return rates.isEmpty ? nil : rates.reduce(0, +) / Double(rates.count)
  }

  /// Said less seen; positive when we think better of them than what can be seen.
  public var divergence: Double? {
    guard let seen, let said = perceived.share else { return nil }
    return said - seen
  }

  /// The distance from which the two count as diverging, and the fewest events it takes.
  public static let wide = 0.4
  public static let fewestEvents = 3

  /// Whether the two lie far apart for all that is told of the raters' mean.
  public var diverges: Bool { came.count >= Self.fewestEvents && reaches(distance ?? 0, Self.wide) }

  /// How far the two lie apart at least, for all that is told of the raters' mean.
  private var distance: Double? {
    guard let seen, let said = perceived.value else { return nil }
    let told = View.end(said) ?? said...said
    let nearest = min(max(1 + 3 * seen, told.lowerBound), told.upperBound)
    return abs((nearest - 1) / 3 - seen)
  }

  /// Every partner that was at an event or asked to one: first those whose reliability is said and seen to differ, then
  /// those asked most often.
  public static func all(_ network: Network, _ rounds: RatingRounds) -> [Reliability] {
    var seats: [Int32: [Attendance]] = [:]
    for event in network.records.events {
      for seat in event.attendance where network.kind(of: seat.party) == .partner {
        seats[seat.party, default: []].append(seat)
      }
    }
    return seats.map { member, seats in
      func rate(_ answer: (Attendance) -> Bool?) -> Rate {
        let known = seats.compactMap(answer)
        return Rate(count: known.count { $0 }, of: known.count)
      }
      return Reliability(
        member: member, invited: seats.count, came: rate(\.came), responsive: rate(\.responsive),
        prepared: rate(\.prepared), contributed: rate(\.contributed), kept: rate(\.keptPromises),
        perceived: said(member, network, rounds))
    }.sorted {
      ($0.diverges ? 0 : 1, $1.invited, $1.distance ?? -1, $0.member) < (
        $1.diverges ? 0 : 1, $0.invited, $0.distance ?? -1, $1.member
      )
    }
  }

  /// The mean over the partner's partnerships of what our raters say of its reliability.
  private static func said(
    _ partner: Int32, _ network: Network, _ rounds: RatingRounds
  ) -> View {
    let views = network.records.partnerships.indices
      .filter { network.records.partnerships[$0].partner == partner }
      .map { rounds.told(RatingItem("reliability"), $0, .ours) }
    let means = views.compactMap(\.value)
    if means.count > 1, views.contains(where: { $0.value.map { View.isAtEnd($0) } ?? false }) {
      // With the partnerships one by one the mean would tell what each rater said of the one at an end.
      return .tooFew
    }
    guard !means.isEmpty else { return views.contains(.tooFew) ? .tooFew : .unknown }
    return .mean(
      means.reduce(0, +) / Double(means.count), raters: views.compactMap(\.raters).reduce(0, +))
  }
}

/// What adding a team to an event would bring: whom its members would meet who are not yet tied.
public struct Invitation: Sendable, Equatable {
  public let attendees: Int
  public let team: Int
  /// Pairs of a member of the team and somebody else there.
  public let meetings: Int
  /// Of those, pairs without a tie so far.
  public let newTies: Int
  /// The E-I index of all ties by the study's boundary, before and with every new pair as one tie.
  public let before: Double?
  public let after: Double?
  /// Whether a copy without names may tell how many are tied already: not where few come anyway, whose contacts they would be, and
  /// where too many of the pairs are between groups whose link is not shown.
  public let isTold: Bool

  /// - Parameters:
  ///   - team: the members, as indices into the people.
  ///   - event: who comes anyway.
  ///   - fewest: the fewest people who come anyway of whose contacts something is told.
  ///   - tells: whether it may be told that two people have a tie.
  public init(
    _ study: Study, adding team: [Int32], to event: [Int32], fewest: Int = 0,
    tells: (Int32, Int32) -> Bool = { _, _ in true }
  ) {
    var node: [Int32: Int] = [:]
    for (place, person) in study.slice.people.enumerated() { node[person] = place }
    let guests = Set(event.compactMap { node[$0] })
    let joining = Set(team.compactMap { node[$0] }).subtracting(guests)
    attendees = guests.count
    self.team = joining.count
    meetings = guests.count * joining.count
    let mixing = study.mixing
    var (inside, outside) = (mixing?.ties.internalTotal ?? 0, mixing?.ties.externalTotal ?? 0)
    before = inside + outside > 0 ? (outside - inside) / (outside + inside) : nil
    var (fresh, told) = (0, 0)
    for a in joining.sorted() {
      for b in guests.sorted() {
        if tells(study.slice.people[a], study.slice.people[b]) { told += 1 }
        guard study.graph.entry(from: a, to: Int32(b)) == nil else { continue }
        fresh += 1
        let (one, two) = (study.group(ofNode: a), study.group(ofNode: b))
        guard one >= 0, two >= 0 else { continue }
        if one == two { inside += 1 } else { outside += 1 }
      }
    }
    newTies = fresh
    // Of five pairs one is hardly ever tied: where that many may be told, the ties need be behind no other link.
    isTold = guests.count >= fewest && told * 5 >= meetings && meetings - fresh <= told
    after = inside + outside > 0 ? (outside - inside) / (outside + inside) : nil
  }
}
