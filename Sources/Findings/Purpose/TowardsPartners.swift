import Measures
public import Networks

/// What two groups do together towards the same partner, and what each does alone.
///
/// They act *together* where people, teams or schools of both take part with a partner in one event, decision, story or working group;
/// that each is in touch with it shows no more than that both could.
public struct TowardsPartners: Sendable, Equatable {
  /// What both took part in, the newest first.
  public let together: [Occasion]
  /// Partners that one of the two is in touch with or takes part with, and the other is not; ascending.
  public let aloneA: [Int32]
  public let aloneB: [Int32]
  /// Whether any file tells who took part in something with a partner.
  public let isTold: Bool

  /// One thing that both took part in.
  public struct Occasion: Sendable, Equatable {
    public enum Kind: String, Sendable {
      case event, decision, story
      case group = "working group"
    }
    public let kind: Kind
    public let name: String
    public let date: Day?
    /// The partners who took part, ascending.
    public let partners: [Int32]
    /// What came of it, where that is recorded.
    public let cameOf: String?
  }

  /// The partners of all occasions, ascending.
  public var partners: [Int32] { Set(together.flatMap(\.partners)).sorted() }

  /// - Parameters:
  ///   - stands: whether a member stands for the first group (0) or the second (1).
  ///   - touch: the partners that people of each are in touch with, as places among the partners.
  init(
    _ network: Network, during period: Period, touch: (Set<Int>, Set<Int>),
    stands: (Int32, Int) -> Bool
  ) {
    var (a, b) = (Set<Int32>(), Set<Int32>())
    let first = network.first(of: .partner)
    a.formUnion(touch.0.map { Int32(first + $0) })
    b.formUnion(touch.1.map { Int32(first + $0) })
    var (found, isTold) = ([Occasion](), false)
    func look(
      _ kind: Occasion.Kind, _ name: String, _ date: Day?, _ members: [Int32],
      _ cameOf: String? = nil
    ) {
      let partners = Set(members.filter { network.kind(of: $0) == .partner }).sorted()
      guard !partners.isEmpty else { return }
      let (one, two) = (
        members.contains { stands($0, 0) }, members.contains { stands($0, 1) }
      )
      isTold = true
      if one { a.formUnion(partners) }
      if two { b.formUnion(partners) }
      guard one, two else { return }
      found.append(
        Occasion(kind: kind, name: name, date: date, partners: partners, cameOf: cameOf))
    }
    let records = network.records
    for event in records.events {
      look(.event, event.name, event.date, event.attendance.filter { $0.came == true }.map(\.party))
    }
    for decision in records.decisions {
      look(
        .decision, decision.statement, decision.date, decision.deciders + decision.consulted)
    }
    for story in records.stories {
      look(.story, story.title, story.date, story.parties, story.impact)
    }
    for work in network.work(during: period) where work.isGroup {
      look(.group, work.purpose ?? "working group", work.started, work.members, work.outcome)
    }
    together = found.sorted {
      ($1.date?.number ?? 0, $0.name, $0.kind.rawValue)
        < ($0.date?.number ?? 0, $1.name, $1.kind.rawValue)
    }
    aloneA = a.subtracting(b).sorted()
    aloneB = b.subtracting(a).sorted()
    self.isTold = isTold
  }
}
