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

extension Knowledge {
  /// Topics that somebody seeks, the most sought first, with the best matches.
  ///
  /// For each seeker in turn the helper of the greatest `weight / (1 + cost of the way + 2 for each seeker already sent)`,
  /// where a helper out of reach counts as a way that costs 20. Those who introduce are spared in the same way.
  /// - Complexity: O(w (n + m)) for w wishes.
  public func supplyAndDemand(_ introductions: Introductions) -> [SupplyAndDemand] {
    var given: [Int32: Int] = [:]
    var sent: [Int32: Int] = [:]
    let sought = topicsInPlay.map { ($0, seekers(of: $0)) }.filter { !$0.1.isEmpty }
      .sorted { ($1.1.count, $0.0) < ($0.1.count, $1.0) }
    return sought.map { topic, seekers in
      let offering = holders(of: topic).filter { !$0.weight.offers.isEmpty }
      let helpers = offering.filter { !isHidden($0.person) }.sorted {
        ($1.weight.value, $0.person) < ($0.weight.value, $1.person)
      }
      let worth = helpers.map(\.weight.value)
      let byPerson = helpers.indices.sorted { helpers[$0].person < helpers[$1].person }
      let listed = seekers.filter { !isHidden($0) }
      let matches = listed.compactMap { seeker -> SupplyAndDemand.Match? in
        let ways = introductions.ways(from: seeker, given: given)
        var chosen: (merit: Double, place: Int)?
        for place in byPerson where helpers[place].person != seeker {
          let helper = helpers[place].person
          let way = min(ways.cost(to: helper), 20)
          let merit = worth[place] / (1 + way + 2 * Double(sent[helper] ?? 0))
          if let known = chosen, known.merit >= merit { continue }
          chosen = (merit, place)
        }
        guard let best = chosen.map({ helpers[$0.place] }) else { return nil }
        let path = ways.path(to: best.person)
        sent[best.person, default: 0] += 1
        for person in path?.between ?? [] { given[person, default: 0] += 1 }
        return SupplyAndDemand.Match(
          seeker: seeker, helper: best.person, offers: best.weight.offers, path: path)
      }
      return SupplyAndDemand(
        topic: topic, seekers: listed, hiddenSeekers: seekers.count - listed.count,
        helpers: helpers.map(\.person), hiddenHelpers: offering.count - helpers.count,
        matches: matches)
    }
  }
}
