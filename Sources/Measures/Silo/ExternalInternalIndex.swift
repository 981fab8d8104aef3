import GraphEngine
import Networks

/// Whether ties lead out of groups or stay inside: Krackhardt and Stern's E-I index.
public struct ExternalInternalIndex: Measure {
  /// Whether ties count by their strength rather than once each.
  public let weighted: Bool

  public init(weighted: Bool) { self.weighted = weighted }

  public var card: Card {
    Card(
      id: weighted ? "e-i-weighted" : "e-i",
      title: weighted ? "E-I index, weighted by strength" : "E-I index", family: .silo,
      question: "Do people work outside their own group, or inside it?",
      formula:
        "(E - I) / (E + I); E ties between groups, I ties within"
        + (weighted ? ", each counted by its strength" : "")
        + "; for a group: ties that touch it; for a person: their own ties",
      range: "-1 (all inside) to +1 (all outside)",
      reading: "Read it beside the expected value: with many groups chance alone gives nearly +1. "
        + "p is the probability that chance gives a network, or a group, at least this inward; for small groups it is found by "
        + "drawing many groups of that size from a seed, equal ones counting half.",
      undefined:
        "where there are no ties; for a group of one, where +1 holds by construction, no comparison",
      source: "Krackhardt & Stern (1988), Social Psychology Quarterly 51:123; "
        + "moments after Cliff & Ord (1981); mid-p after Lancaster (1961), J. Am. Stat. Assoc. 56:223"
    )
  }

  public func finding(in input: GroupedStudy) -> Finding {
    let (study, grouping, mixing) = (input.study, input.grouping, input.mixing)
    let layer = weighted ? mixing.weights : mixing.ties
    let (external, dealt) = (layer.external, study.dealtGroups)
    let groups = (0..<mixing.groupCount).map { group in
      self.group(
        .group(grouping.ids[group]), inside: layer.within[group], outside: external[group],
        size: mixing.sizes[group], dealt, mixing, layer)
    }
    return Finding(
      card.id, [network(study, mixing, layer)] + groups.withFalseDiscoveryRates(),
      people: people(study, grouping))
  }

  private func index(_ external: Double, _ internal: Double) -> Double? {
    external + `internal` > 0 ? (external - `internal`) / (external + `internal`) : nil
  }

  /// The whole network, with the exact mean under the null, z, and p by counting or by the normal curve.
  private func network(_ study: Study, _ mixing: Mixing, _ layer: Mixing.Layer) -> Figure {
    guard let value = index(layer.externalTotal, layer.internalTotal) else {
      return Figure(.network, undefined: .noTies)
    }
    guard mixing.groupCount > 1 else {
      return Figure(.network, undefined: .oneGroup, basis: layer.total)
    }
    var figure = Figure(.network, value, basis: layer.total)
    let total = layer.sums.weight
    if let moments = JoinCounts.within(mixing.sizes, layer.sums) {
      figure.expected = 1 - 2 * moments.mean / total
      figure.null = .labels
      if moments.deviation > 0 {
        let z = (layer.internalTotal - moments.mean) / moments.deviation
        figure.z = -z
        figure.p = upperTail(z)
      }
    }
    if let exact = enumerated(study, mixing, layer) {
      figure.p = exact
      figure.null = .labelsEnumerated
      if figure.expected == nil { figure.expected = Self.expected(sizes: mixing.sizes) }
    }
    return figure
  }

  /// The expected index when groups are dealt out anew: 1 - 2 sum of n_g (n_g - 1) / (N (N - 1)).
  package static func expected(sizes: [Int]) -> Double {
    let pairs = sizes.reduce(0) { $0 + JoinCounts.falling($1, 2) }
    return 1 - 2 * pairs / JoinCounts.falling(sizes.reduce(0, +), 2)
  }

  private func enumerated(_ study: Study, _ mixing: Mixing, _ layer: Mixing.Layer) -> Double? {
    guard Arrangements.count(mixing.sizes) <= Arrangements.limit, let grouping = study.grouping
    else { return nil }
    let graph = study.graph
    let counts = study.slice.pairCounts
    let all = weighted ? graph.weights : counts.isEmpty ? graph.weights.map { _ in 1 } : counts
    let recorded = (0..<Int32(graph.nodeCount)).filter { grouping.partition.groupOf[Int($0)] >= 0 }
    let weighed = CompactGraph(graph, weights: all).restricted(to: recorded)
    return Arrangements.shareWithin(atLeast: layer.internalTotal, mixing.sizes, weighed)
  }

  /// One group, with the ratio of the exact means, z from the balance of inside against outside, and p by the normal curve
  /// or, for a small group, by drawing.
  private func group(
    _ subject: Subject, inside: Double, outside: Double, size: Int, _ dealt: [Int: DealtGroups],
    _ mixing: Mixing, _ layer: Mixing.Layer
  ) -> Figure {
    guard let value = index(outside, inside) else { return Figure(subject, undefined: .noTies) }
    var figure = Figure(subject, value, basis: inside + outside)
    guard
      let balance = JoinCounts.balance(size: size, of: mixing.peopleCount, layer.sums)
    else { return figure }
    figure.expected = (1 - balance.factor) / (1 + balance.factor)
    figure.null = .labels
    if balance.variance > 0 {
      let seen = inside - balance.factor * outside
      let z = seen / balance.variance.squareRoot()
      figure.z = -z
      figure.p = upperTail(z)
      if let dealt = dealt[size] {
        figure.p = (weighted ? dealt.weights : dealt.ties).p(seen)
        figure.null = .labelsDrawn
      }
    }
    return figure
  }

  /// Each person's own ties, with 1 - 2 (n_g - 1) / (N - 1) expected.
  private func people(_ study: Study, _ grouping: Grouping) -> PersonColumn {
    let graph = study.graph
    let counts = weighted ? graph.weights : study.slice.pairCounts
    let partition = grouping.partition
    let n = Double(partition.memberCount)
    var values: [Double?] = []
    var expected: [Double?] = []
    for node in 0..<graph.nodeCount {
      let own = partition.groupOf[node]
      var (inside, outside) = (0.0, 0.0)
      for entry in Int(graph.starts[node])..<Int(graph.starts[node + 1]) where own >= 0 {
        let other = partition.groupOf[Int(graph.targets[entry])]
        let count = counts.isEmpty ? 1 : counts[entry]
        if other == own { inside += count } else if other >= 0 { outside += count }
      }
      values.append(index(outside, inside))
      expected.append(
        own < 0 || n < 2 ? nil : 1 - 2 * Double(partition.sizes[Int(own)] - 1) / (n - 1))
    }
    return PersonColumn(values, expected: expected, undefined: .noGroupedTies)
  }
}
