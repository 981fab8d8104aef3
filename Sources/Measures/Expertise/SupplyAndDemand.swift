public import Networks

/// Who would like to know a topic, and who offers to help.
public struct SupplyAndDemand: Sendable, Equatable {
  public let topic: Int32
  /// In order of id; hidden people are in `hiddenSeekers`.
  public let seekers: [Int32]
  public let hiddenSeekers: Int
  /// Holders who offer something, the weightiest first.
  public let helpers: [Int32]
  public let hiddenHelpers: Int
  /// Who could help whom, one a seeker at most.
  public let matches: [Match]

  /// Somebody who seeks, somebody who offers, and how they meet.
  public struct Match: Sendable, Equatable {
    public let seeker: Int32
    public let helper: Int32
    public let offers: [Offer]
    /// How they meet; `nil` when no way of three steps leads there.
    public let path: IntroductionPath?
  }
}

extension SupplyAndDemand {
  /// The most seekers that are sent to one person, of all topics together.
  public static let mostSeekers = 3
}

extension Knowledge {
  /// Topics that somebody seeks, the most sought first, each seeker with the one who is to help them.
  ///
  /// A stable matching over the whole trust with caps: no helper gets more than `mostSeekers`, nor of one topic more than an equal
  /// share of its seekers. A pair's merit is `weight / (1 + cost of the way)`, where a helper out of reach counts as a way that costs 20.
  /// Both sides rank pairs by it, so taking the best pair left while the caps allow leaves no two who would rather have each
  /// other. Whoever finds all helpers taken stays without one. Those who introduce are spared as in every introduction.
  /// - Complexity: O(w (n + m) + w h log(w h)) for w wishes and h helpers a topic.
  public func supplyAndDemand(_ introductions: Introductions) -> [SupplyAndDemand] {
    let sought = topicsInPlay.map { ($0, seekers(of: $0)) }.filter { !$0.1.isEmpty }
      .sorted { ($1.1.count, $0.0) < ($0.1.count, $1.0) }
    let offering = sought.map { topic, _ in
      holders(of: topic).filter { !$0.weight.offers.isEmpty }.sorted {
        ($1.weight.value, $0.person) < ($0.weight.value, $1.person)
      }
    }
    let chosen = pairs(sought, offering, introductions)
    var given: [Int32: Int] = [:]
    return sought.indices.map { place in
      let (topic, seekers) = sought[place]
      let helpers = offering[place].filter { !isHidden($0.person) }
      let listed = seekers.filter { !isHidden($0) }
      let matches = listed.compactMap { seeker -> SupplyAndDemand.Match? in
        guard let helper = chosen[place][seeker],
          let entry = helpers.first(where: { $0.person == helper })
        else { return nil }
        let path = introductions.ways(from: seeker, given: given).path(to: helper)
        for person in path?.between ?? [] { given[person, default: 0] += 1 }
        return SupplyAndDemand.Match(
          seeker: seeker, helper: helper, offers: entry.weight.offers, path: path)
      }
      return SupplyAndDemand(
        topic: topic, seekers: listed, hiddenSeekers: seekers.count - listed.count,
        helpers: helpers.map(\.person), hiddenHelpers: offering[place].count - helpers.count,
        matches: matches)
    }
  }

  /// For each topic sought, the helper of each seeker.
  private func pairs(
    _ sought: [(Int32, [Int32])], _ offering: [[Entry]], _ introductions: Introductions
  ) -> [[Int32: Int32]] {
    var pairs: [(merit: Double, topic: Int, seeker: Int32, helper: Int32)] = []
    var waysFrom: [Int32: Introductions.Ways] = [:]
    for place in sought.indices {
      for seeker in sought[place].1 where !isHidden(seeker) {
        let ways = waysFrom[seeker] ?? introductions.ways(from: seeker)
        waysFrom[seeker] = ways
        for entry in offering[place] where !isHidden(entry.person) && entry.person != seeker {
          let merit = entry.weight.value / (1 + min(ways.cost(to: entry.person), 20))
          pairs.append((merit, place, seeker, entry.person))
        }
      }
    }
    pairs.sort {
      ($1.merit, $0.topic, $0.seeker, $0.helper) < ($0.merit, $1.topic, $1.seeker, $1.helper)
    }
    var chosen = [[Int32: Int32]](repeating: [:], count: sought.count)
    var sent: [Int32: Int] = [:]
    var sentOn = [[Int32: Int]](repeating: [:], count: sought.count)
    let share = sought.indices.map { place in
      let seekers = sought[place].1.count { !isHidden($0) }
      let helpers = offering[place].count { !isHidden($0.person) }
      return helpers == 0 ? 0 : (seekers + helpers - 1) / helpers
    }
    for pair in pairs where chosen[pair.topic][pair.seeker] == nil {
      guard sent[pair.helper, default: 0] < SupplyAndDemand.mostSeekers,
        sentOn[pair.topic][pair.helper, default: 0] < share[pair.topic]
      else { continue }
      chosen[pair.topic][pair.seeker] = pair.helper
      sent[pair.helper, default: 0] += 1
      sentOn[pair.topic][pair.helper, default: 0] += 1
    }
    return chosen
  }
}
