import Findings
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
  private func each<Result: Sendable>(_ trial: @Sendable (UInt64) -> Result) -> [Result] {
    fanOut(runs) { trial(seed &* 1_000_003 &+ UInt64($0)) }
  }

  private static func study(_ network: Network) -> Study { Study(network, by: Boundary("group")) }

  /// The share of networks in which a group is called a silo, though none is.
  public func falseAlarms(_ design: SimulatedTrust.Design, isKnown: Bool = true) -> Double {
    mean(
      each { seed in
        let network = SimulatedTrust(design, seed: seed).network(isKnown: isKnown)
        return SiloVerdicts(Self.study(network)).silos.isEmpty ? 0 : 1
      })
  }

  /// How often a silo with `effect` of the others' outside ties is found, how often nothing can be said, and how often another
  /// is called one too.
  public func power(
    _ design: SimulatedTrust.Design, effect: Double
  ) -> (found: Double, cannotSay: Double, other: Double) {
    let trials = each { seed -> (Bool, Bool, Bool) in
      var design = design
      let count = design.sizes.isEmpty ? design.groups : design.sizes.count
      let silo = Int(seed % UInt64(count))
      (design.silo, design.effect) = (silo, effect)
      let verdicts = SiloVerdicts(Self.study(SimulatedTrust(design, seed: seed).network()))
      let kinds = verdicts.groups.map(\.verdict.kind)
      return (
        kinds[silo] == .silo, kinds[silo] == .notEnoughData,
        kinds.indices.contains { $0 != silo && kinds[$0] == .silo }
      )
    }
    return (
      mean(trials.map { $0.0 ? 1 : 0 }), mean(trials.map { $0.1 ? 1 : 0 }),
      mean(trials.map { $0.2 ? 1 : 0 })
    )
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
    func share(_ holds: (Double) -> Bool) -> Double { mean(p.map { holds($0) ? 1 : 0 }) }
    return (
      share { $0 < 0.05 }, share { $0 < 0.01 }, share { $0 > 0.95 },
      mean(trials.map { $0.alarm ? 1 : 0 })
    )
  }
}

func mean(_ values: [Double]) -> Double {
  values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
}
