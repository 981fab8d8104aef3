import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

/// What holds of the measures whatever the network: no oracle needed.
@Suite struct PropertyTests {
  /// Measures that read groups as groups, without the null that depends on how they are dealt.
  private let grouped = catalogue.filter { $0.needsBoundary }

  // MARK: - 1. Counting

  @Test(arguments: 0..<30) func theIndexIsTheShareInside(seed: Int) throws {
    let trial = Trial(seed)
    let mixing = try #require(trial.study.mixing)
    let finding = ExternalInternalIndex(weighted: false).finding(of: trial.study)
    guard mixing.ties.total > 0, mixing.groupCount > 1 else { return }
    #expect(
      agree(finding.value(), 1 - 2 * mixing.ties.internalTotal / mixing.ties.total, 1e-12))
    #expect(agree(mixing.ties.external.reduce(0, +), 2 * mixing.ties.externalTotal, 1e-12))
    // By group: E_k = (1 + index) / 2 of the ties that touch it.
    let outside = trial.names.reduce(0.0) { sum, name in
      let figure = finding[.group(name)]
      return sum + (1 + (figure?.value ?? -1)) / 2 * (figure?.basis ?? 0)
    }
    #expect(agree(outside, 2 * mixing.ties.externalTotal))
  }

  /// Groups called otherwise, in another order, are the same groups.
  @Test(arguments: 0..<20) func namesOfGroupsDoNotMatter(seed: Int) {
    let trial = Trial(seed)
    let other = trial.names.map { "z\(9 - (trial.names.firstIndex(of: $0) ?? 0))" }
    let renamed = Measures.Study(
      Network(
        trial.graph, groups: Partition(labels: trial.label.map { $0.map { other[$0] } })),
      by: Boundary("group"), seed: trial.study.seed)
    for measure in grouped {
      let (one, two) = (measure.finding(of: trial.study), measure.finding(of: renamed))
      #expect(agree(one.value(), two.value()), "\(measure.card.id)")
      #expect(one[.network]?.undefined == two[.network]?.undefined, "\(measure.card.id)")
      #expect(agree(one[.network]?.expected, two[.network]?.expected), "\(measure.card.id)")
      for (name, new) in zip(trial.names, other) {
        #expect(
          agree(one.value(.group(name)), two.value(.group(new)), 1e-7), "\(measure.card.id)")
      }
      for node in trial.people {
        #expect(agree(one.person(node), two.person(node), 1e-7), "\(measure.card.id)")
      }
    }
  }

  /// The people in another order.
  @Test(arguments: 0..<20) func theOrderOfPeopleDoesNotMatter(seed: Int) {
    let trial = Trial(seed)
    var generator = SeededGenerator(seed: UInt64(seed) + 500)
    var order = trial.people.map(Int32.init)
    generator.shuffle(&order)
    let labels = order.map { node in trial.label[Int(node)].map { trial.names[$0] } }
    let moved = Measures.Study(
      Network(trial.graph.restricted(to: order), groups: Partition(labels: labels)),
      by: Boundary("group"))
    // Communities are drawn, and of equal sets and cores the first by number counts.
    let drawn: Set = ["leiden", "nmi", "ari", "key-players-negative", "key-players-positive"]
    for measure in catalogue where !drawn.contains(measure.card.id) {
      let (one, two) = (measure.finding(of: trial.study), measure.finding(of: moved))
      #expect(agree(one.value(), two.value(), 1e-7), "\(measure.card.id)")
      for name in trial.names {
        #expect(
          agree(one.value(.group(name)), two.value(.group(name)), 1e-7), "\(measure.card.id)")
      }
      guard measure.card.id != "core-periphery", measure.card.id != "eigenvector" else { continue }
      for (place, node) in order.enumerated() {
        #expect(agree(two.person(place), one.person(Int(node)), 1e-7), "\(measure.card.id)")
      }
    }
  }

  // MARK: - 2. Two groups

  @Test(arguments: 0..<30) func guptaIsNewmanForTwoGroups(seed: Int) {
    let trial = Trial(seed, directed: false, groups: 2)
    let q = GuptaAndersonMay(byColumn: false).finding(of: trial.study).value()
    let r = Assortativity(symmetrised: false).finding(of: trial.study).value()
    if q != nil { #expect(agree(q, r)) }
  }

  // MARK: - 3. Everybody tied to everybody

  @Test(arguments: 2..<6) func aCompleteNetworkIsNotSegregated(groups: Int) {
    let full = randomGraph(seed: 1, nodeCount: 10, density: 1)
    for seed in UInt64(0)..<5 {
      let made = study(full, randomPartition(seed: seed, nodeCount: 10, groups: groups))
      #expect(isNear(FreemanSegregation().finding(of: made).value(), 0, 1e-12))
      #expect(
        OddsRatio(asYulesQ: false).finding(of: made)[.network]?.undefined == .emptyCells)
    }
    // Half of the pairs inside and half of those across: odds of one against one.
    let even = CompactGraph(
      nodeCount: 4, from: [0, 0, 1], to: [1, 2, 3], isDirected: false)
    let two = Partition(groupOf: [0, 0, 1, 1], names: ["a", "b"])
    #expect(OddsRatio(asYulesQ: false).finding(of: study(even, two)).value() == 1)
    #expect(OddsRatio(asYulesQ: true).finding(of: study(even, two)).value() == 0)
  }

  // MARK: - 4. Strengths

  /// Shares do not change with the unit of strength; strengths of 1 are no strengths.
  @Test(arguments: 0..<20) func theUnitOfStrengthDoesNotMatter(seed: Int) {
    let trial = Trial(seed)
    let scaled = study(trial, trial.graph.weights.map { $0 * 12.5 })
    let ones = study(trial, trial.graph.weights.map { _ in 1 })
    for measure in catalogue where measure.card.id != "strength" {
      let finding = measure.finding(of: trial.study)
      let larger = measure.finding(of: scaled)
      #expect(agree(finding.value(), larger.value()), "\(measure.card.id)")
      for node in trial.people {
        #expect(agree(finding.person(node), larger.person(node), 1e-7), "\(measure.card.id)")
      }
    }
    let twins: [(any Measure, any Measure)] = [
      (Constraint(weighted: true), Constraint(weighted: false)),
      (EffectiveSize(weighted: true), EffectiveSize(weighted: false)),
      (ExternalInternalIndex(weighted: true), ExternalInternalIndex(weighted: false)),
      (Modularity(weighted: true), Modularity(weighted: false)),
    ]
    for (weighted, plain) in twins {
      let (one, two) = (weighted.finding(of: ones), plain.finding(of: trial.study))
      #expect(agree(one.value(), two.value()))
      for node in trial.people { #expect(agree(one.person(node), two.person(node))) }
    }
  }

  /// The same people, groups and ties with other strengths.
  private func study(_ trial: Trial, _ weights: [Double]) -> Measures.Study {
    let labels = trial.label.map { $0.map { trial.names[$0] } }
    return Measures.Study(
      Network(CompactGraph(trial.graph, weights: weights), groups: Partition(labels: labels)),
      by: Boundary("group"), seed: trial.study.seed)
  }

  private func study(_ graph: CompactGraph, _ groups: Partition) -> Measures.Study {
    Measures.Study(Network(graph, groups: groups), by: Boundary("group"))
  }

  // MARK: - 5. One more person without ties

  @Test(arguments: [Classic.karate, .whiteKinship, .classroom])
  func anIsolateCountsAsAPersonOnly(classic: Classic) {
    let ends = (classic.edges.map(\.0), classic.edges.map(\.1))
    func make(_ extra: Int) -> Measures.Study {
      study(
        CompactGraph(
          nodeCount: classic.nodeCount + extra, from: ends.0, to: ends.1,
          isDirected: classic.isDirected),
        Partition(
          groupOf: classic.groups + [Int32](repeating: 0, count: extra), names: classic.groupNames))
    }
    let (before, after) = (make(0), make(1))
    func pair(_ measure: any Measure) -> (Finding, Finding) {
      (measure.finding(of: before), measure.finding(of: after))
    }
    let index = pair(ExternalInternalIndex(weighted: false))
    #expect(index.0.value() == index.1.value())
    #expect(index.0[.network]?.expected != index.1[.network]?.expected)
    let r = pair(Assortativity(symmetrised: false))
    #expect(r.0.value() == r.1.value())
    for measure: any Measure in [FreemanSegregation(), Density()] {
      let found = pair(measure)
      #expect(!agree(found.0.value(), found.1.value()))
    }
    let constraint = pair(Constraint(weighted: false))
    for node in 0..<classic.nodeCount {
      #expect(constraint.0.person(node) == constraint.1.person(node))
    }
    #expect(constraint.1.person(classic.nodeCount) == nil)
  }

  // MARK: - 6. Moments (enumeration is in JoinCountsTests)

  @Test(arguments: [false, true]) func momentsAgreeWithShuffles(weighted: Bool) throws {
    let karate = Classic.karate
    let graph = weighted ? karate.graph : karate.unweighted
    let mixing = try #require(study(graph, karate.partition).mixing)
    let sums = weighted ? mixing.weights.sums : mixing.ties.sums
    let moments = try #require(JoinCounts.within(mixing.sizes, sums))
    var generator = SeededGenerator(seed: 11)
    var labels = karate.groups
    var values: [Double] = []
    for _ in 0..<2000 {
      generator.shuffle(&labels)
      values.append(
        karate.edges.indices.reduce(0) { sum, tie in
          let (a, b) = karate.edges[tie]
          guard labels[Int(a)] == labels[Int(b)] else { return sum }
          return sum + (weighted ? karate.weights[tie] : 1)
        })
    }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    #expect(abs(mean - moments.mean) < 4 * (moments.variance / count).squareRoot())
    // The standard error of a variance is near sqrt(2 / B) of it.
    #expect(abs(variance / moments.variance - 1) < 4 * (2 / count).squareRoot())
  }

  // MARK: - 7. Brokerage

  @Test(arguments: 0..<30) func rolesSumToAllBrokerage(seed: Int) {
    let trial = Trial(seed)
    let roles = Brokerage.Role.allCases.map { Brokerage($0).finding(of: trial.study) }
    var induced = 0.0
    for a in trial.grouped {
      for v in trial.grouped where trial.cells[a][v] > 0 {
        for b in trial.grouped where b != a && trial.cells[v][b] > 0 && trial.cells[a][b] == 0 {
          induced += 1
        }
      }
    }
    #expect(roles[5].value() == induced)
    for node in trial.people {
      let sum = roles[..<5].compactMap { $0.person(node) }
      #expect(
        sum.isEmpty ? roles[5].person(node) == nil : roles[5].person(node) == sum.reduce(0, +))
      if !trial.graph.isDirected { #expect(roles[2].person(node) == roles[3].person(node)) }
    }
  }

  // MARK: - 8. Cut points

  @Test(arguments: 0..<20) func losingACutPointBreaksAConnectedNetwork(seed: Int) {
    let graph = randomGraph(seed: UInt64(seed), nodeCount: 14, density: 0.2)
    guard graph.components().count == 1 else { return }
    let points = Set(graph.cutSet().points)
    for node in Int32(0)..<14 {
      #expect(((graph.fragmentation(without: [node]) ?? -1) > 0) == points.contains(node))
    }
  }

  // MARK: - 9. Planted silos

  @Test func whatIsPlantedIsFound() {
    let levels = [0.02, 0.06, 0.12, 0.2, 0.3].map { outside in
      (0..<40).map { seed in planted(UInt64(seed), outside: outside) }
    }
    let measures: [(any Measure, Double)] = [
      (ExternalInternalIndex(weighted: false), 1), (Assortativity(symmetrised: false), -1),
      (FreemanSegregation(), -1), (OddsRatio(asYulesQ: true), -1),
      (Modularity(weighted: false), -1),
    ]
    for (measure, sign) in measures {
      let means = levels.map { studies in
        studies.reduce(0) { $0 + (measure.finding(of: $1).value() ?? 0) } / Double(studies.count)
      }
      for (low, high) in zip(means, means.dropFirst()) {
        #expect(sign * (high - low) > 0, "\(measure.card.id)")
      }
    }
  }

  /// Two groups of twelve, three pairs in ten tied inside.
  private func planted(_ seed: UInt64, outside: Double) -> Measures.Study {
    var generator = SeededGenerator(seed: seed)
    var (from, to): ([Int32], [Int32]) = ([], [])
    for a in Int32(0)..<24 {
      for b in a + 1..<24 where generator.unit() < (a / 12 == b / 12 ? 0.3 : outside) {
        from.append(a)
        to.append(b)
      }
    }
    return study(
      CompactGraph(nodeCount: 24, from: from, to: to, isDirected: false),
      Partition(groupOf: (0..<24).map { $0 / 12 }, names: ["a", "b"]))
  }
}
