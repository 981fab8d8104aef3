public import Findings
import GraphEngine
import Measures
import Networks
import TestSupport

/// How often Weft is right on networks whose truth is known: simulated trusts, from seeds, as many as `runs`.
public struct Calibration: Sendable {
  public let runs: Int
  public let seed: UInt64

  public init(runs: Int, seed: UInt64 = 1) {
    self.runs = runs
    self.seed = seed
  }

  /// Runs a trial from each seed, side by side.
  func each<Result: Sendable>(_ trial: @Sendable (UInt64) -> Result) -> [Result] {
    fanOut(runs) { trial(seed &* 1_000_003 &+ UInt64($0)) }
  }

  private static func study(_ network: Network) -> Study { Study(network, by: Boundary("group")) }

  private static func verdicts(_ network: Network) -> SiloVerdicts {
    guard let verdicts = Analysis(of: study(network)).verdicts else {
      preconditionFailure("simulated people are in groups")
    }
    return verdicts
  }

  /// The share of networks in which a group is called a silo, though none is.
  public func falseAlarms(_ design: SimulatedTrust.Design, isKnown: Bool = true) -> Double {
    share(
      each { seed in
        let network = SimulatedTrust(design, seed: seed).network(isKnown: isKnown)
        return !Self.verdicts(network).silos.isEmpty
      })
  }

  /// What becomes of a silo with `effect` of the others' outside ties.
  public struct Power: Sendable {
    public let found: Double
    public let cannotSay: Double
    /// How often another group is called a silo as well.
    public let other: Double
    /// The mean of the weakest silo that Weft says it would find.
    public let claimed: Double
  }

  public func power(_ design: SimulatedTrust.Design, effect: Double) -> Power {
    let trials = each { seed in
      var design = design
      let count = design.sizes.isEmpty ? design.groups : design.sizes.count
      let silo = Int(seed % UInt64(count))
      (design.silo, design.effect) = (silo, effect)
      let verdicts = Self.verdicts(SimulatedTrust(design, seed: seed).network())
      let kinds = verdicts.groups.map(\.verdict.kind)
      return (
        found: kinds[silo] == .silo, cannotSay: kinds[silo] == .notEnoughData,
        other: kinds.indices.contains { $0 != silo && kinds[$0] == .silo },
        claimed: verdicts.smallestFound
      )
    }
    return Power(
      found: share(trials.map(\.found)), cannotSay: share(trials.map(\.cannotSay)),
      other: share(trials.map(\.other)), claimed: mean(trials.map { $0.claimed ?? 0 }))
  }

  /// How often an interval holds what it is about, for the network and for its groups.
  public typealias Coverage = (network: Double, groups: Double)

  /// The 95 % interval over people, beside the share that the model behind the ties expects.
  public func peopleInterval(_ design: SimulatedTrust.Design) -> Coverage {
    // Ties are expected of activities that are themselves drawn: the truth is their mean.
    let truths = each { SimulatedTrust(design, seed: $0 &+ 77_777).expected }
    func total(_ side: (SimulatedTrust.Expected) -> [Double], _ group: Int) -> Double {
      truths.reduce(0) { $0 + side($1)[group] }
    }
    let groups = design.sizes.indices
    let inside = groups.map { total(\.inside, $0) }
    let outside = groups.map { total(\.outside, $0) }
    let (allIn, allOut) = (inside.reduce(0, +), outside.reduce(0, +) / 2)
    return coverage(
      each { seed in
        let doubts = Self.study(SimulatedTrust(design, seed: seed).network()).uncertainties
        return (
          doubts.whole.interval.map { $0.contains(allOut / (allIn + allOut)) },
          groups.map { group in
            doubts.groups[group].interval.map {
              $0.contains(outside[group] / (inside[group] + outside[group]))
            }
          }
        )
      })
  }

  /// The 95 % interval for the share had everybody answered, beside that share.
  public func missingInterval(
    _ design: SimulatedTrust.Design, isDirected: Bool = false
  ) -> Coverage {
    coverage(
      each { seed in
        let trust = SimulatedTrust(design, seed: seed)
        let doubts = Self.study(trust.network(isDirected: isDirected)).uncertainties
        let truth = ExternalInternalIndex(weighted: false).finding(
          in: Self.study(trust.network(ifAllAnswered: true, isDirected: isDirected))
        ).figures
        func holds(_ range: ClosedRange<Double>?, _ index: Figure?) -> Bool? {
          guard let range, let value = index?.value else { return nil }
          let share = (1 + value) / 2
          return range.lowerBound - 1e-9 <= share && share <= range.upperBound + 1e-9
        }
        return (
          holds(doubts.whole.bounds, truth.first),
          doubts.groups.indices.map { holds(doubts.groups[$0].bounds, truth[$0 + 1]) }
        )
      })
  }

  private func coverage(_ trials: [(network: Bool?, groups: [Bool?])]) -> Coverage {
    (
      share(trials.compactMap(\.network)),
      share(trials.flatMap { $0.groups.compactMap { $0 } })
    )
  }

  /// How often the boundary along which ties were made comes first, beside hubs of those groups, teams inside them and two
  /// boundaries that mean nothing; and how often it is at least likely.
  public func boundaryFirst(_ design: SimulatedTrust.Design) -> (first: Double, likely: Double) {
    let trials = each { seed -> (Bool, Bool) in
      let trust = SimulatedTrust(design, seed: seed)
      let groupOf = trust.groups.groupOf
      var generator = SeededGenerator(seed: seed)
      func column(_ name: String, _ codes: [Int32]) -> Column {
        Column(name: name, codes: codes, values: (0...(codes.max() ?? 0)).map { "\(name)\($0)" })
      }
      let network = trust.network(attributes: [
        column("hub", groupOf.map { $0 / 3 }),
        column("team", groupOf.map { $0 * 3 + Int32(generator.below(3)) }),
        column("job", groupOf.map { _ in Int32(generator.below(4)) }),
        column("floor", groupOf.map { _ in Int32(generator.below(12)) }),
      ])
      let ranking = Analysis(
        of: Self.study(network), beside: ["hub", "team", "job", "floor"].map { Boundary($0) }
      ).ranking
      let isFirst = ranking.entries.first?.boundary == Boundary("group")
      return (isFirst, isFirst && ranking.certainty >= .likely)
    }
    return (share(trials.map(\.0)), share(trials.map(\.1)))
  }

  /// Of the groups called silos with each certainty, the share that have under 80 % of the others' outside ties, in trusts
  /// that have a silo of 40 % or none, turn by turn; and how many there were.
  public func silosRight(
    _ design: SimulatedTrust.Design
  ) -> [(certainty: Certainty, right: Double, count: Int)] {
    let trials = each { seed -> [(Certainty, Bool)] in
      var design = design
      let silo = Int(seed % UInt64(design.groups))
      if seed % 2 == 0 { (design.silo, design.effect) = (silo, 0.4) }
      let verdicts = Self.verdicts(SimulatedTrust(design, seed: seed).network())
      return verdicts.groups.indices.compactMap { group in
        let verdict = verdicts.groups[group].verdict
        return verdict.kind == .silo ? (verdict.certainty, group == design.silo) : nil
      }
    }.flatMap { $0 }
    return Certainty.allCases.reversed().map { certainty in
      let own = trials.filter { $0.0 == certainty }
      return (certainty, share(own.map(\.1)), own.count)
    }
  }

  /// Of groups that people were dealt to at random: the shares whose p is under 0.05 and 0.01, inward and outward, and the
  /// share of networks in which any is called more inward than chance after the correction for many.
  ///
  /// - Parameter size: the size of the twelve groups looked at; larger ones fill the trust.
  public func groupChance(
    size: Int, heavy: Double
  ) -> (under5: Double, under1: Double, over95: Double, alarms: Double) {
    let others = [5: 9, 8: 8, 12: 7, 20: 5][size] ?? 0
    let design = SimulatedTrust.Design {
      $0.sizes =
        [Int](repeating: size, count: 12) + [Int](repeating: 40, count: others)
      $0.inside = 4
      $0.heavy = heavy
    }
    let trials = each { seed -> (p: [Double], alarm: Bool) in
      let network = SimulatedTrust(design, seed: seed).network(dealt: seed)
      let figures = ExternalInternalIndex(weighted: false).finding(in: Self.study(network)).figures
      let groups = figures.filter { $0.subject.kind == .group && ($0.basis ?? 0) >= 10 }
      // The first twelve by name are those of the size asked for.
      let small = groups.filter { $0.subject.ids[0] < "g12" }
      return (small.compactMap(\.p), groups.contains { $0.q.map { $0 < 0.05 } ?? false })
    }
    let p = trials.flatMap(\.p)
    return (
      share(p.map { $0 < 0.05 }), share(p.map { $0 < 0.01 }), share(p.map { $0 > 0.95 }),
      share(trials.map(\.alarm))
    )
  }
}

func share(_ answers: [Bool]) -> Double { mean(answers.map { $0 ? 1 : 0 }) }

private func mean(_ values: [Double]) -> Double {
  values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
}
