import GraphEngine
import Networks

/// Newman's assortativity: how far ties stay inside groups, beside what the groups' shares of ties would give.
public struct Assortativity: Measure {
  /// Whether arcs are taken without their direction, as some programs do.
  public let symmetrised: Bool

  public init(symmetrised: Bool) { self.symmetrised = symmetrised }

  public var card: Card {
    Card(
      id: symmetrised ? "assortativity-symmetrised" : "assortativity",
      title: symmetrised
        ? "Assortativity, arcs taken without direction" : "Assortativity coefficient",
      family: .silo,
      question: "Do people keep to their own group more than the groups' shares of ties explain?",
      formula:
        "r = (sum of e_ii - sum of a_i b_i) / (1 - sum of a_i b_i); e_ii share of ties inside group i, a_i share "
        + "of ties that start there, b_i that end there"
        + (symmetrised ? "; each arc counted in both directions" : "")
        + "; error by leaving out one tie at a time, sigma^2 = sum of (r_i - r)^2",
      range: "-1 to 1; 0 is what the shares alone would give",
      reading:
        "Unlike E-I it does not depend on how many groups there are. z is r over its error. "
        + (symmetrised
          ? "netseg's assort and other programs symmetrise; the sign can differ from assortativity."
          : "For arcs this is the convention of networkx and igraph, which ignore strengths as this does."),
      undefined: "without ties, with one group, or when all ties start and end in one group",
      source: "Newman (2003), Physical Review E 67:026126")
  }

  public func finding(in input: GroupedStudy) -> Finding {
    let mixing = input.mixing
    let layer = mixing.ties
    let isDirected = mixing.isDirected && !symmetrised
    guard layer.total > 0 else { return Finding(card.id, [Figure(.network, undefined: .noTies)]) }
    let sums = Margins(layer, isDirected: isDirected)
    guard mixing.groupCount > 1, let value = sums.coefficient else {
      let reason: Undefined = mixing.groupCount > 1 ? .insideOneGroup : .oneGroup
      return Finding(card.id, [Figure(.network, undefined: reason, basis: layer.total)])
    }
    var figure = Figure(.network, value, expected: 0, null: .degrees, basis: layer.total)
    let error = Self.jackknife(layer, sums, value)
    if error > 0 {
      figure.z = value / error
      figure.p = upperTail(value / error)
    }
    return Finding(card.id, [figure])
  }

  /// The sums that the coefficient is made of.
  private struct Margins {
    var total: Double
    var inside: Double
    var starts: [Double]
    var ends: [Double]
    var product: Double
    let isDirected: Bool

    init(_ layer: Mixing.Layer, isDirected: Bool) {
      self.isDirected = isDirected
      // Undirected ties count as two arcs.
      total = layer.total * (isDirected ? 1 : 2)
      inside = layer.internalTotal * (isDirected ? 1 : 2)
      starts = layer.margins(isDirected: isDirected)
      ends = isDirected ? layer.margins(isDirected: true, ends: true) : starts
      product = zip(starts, ends).reduce(0) { $0 + $1.0 * $1.1 }
    }

    var coefficient: Double? {
      let chance = product / (total * total)
      return total > 0 && 1 - chance > 1e-15 ? (inside / total - chance) / (1 - chance) : nil
    }

    /// The coefficient without one tie from group g to group h.
    func without(_ g: Int, _ h: Int) -> Double? {
      var rest = self
      if isDirected {
        rest.total -= 1
        rest.inside -= g == h ? 1 : 0
        // a_g b_g and a_h b_h lose one start at g and one end at h.
        rest.product -= ends[g] + starts[h] - (g == h ? 1 : 0)
      } else {
        rest.total -= 2
        rest.inside -= g == h ? 2 : 0
        rest.product -=
          g == h ? 4 * starts[g] - 4 : 2 * starts[g] - 1 + 2 * starts[h] - 1
      }
      return rest.coefficient
    }
  }

  private static func jackknife(_ layer: Mixing.Layer, _ sums: Margins, _ value: Double) -> Double {
    var variance = 0.0
    func add(_ g: Int, _ h: Int, _ count: Double) {
      guard count > 0, let without = sums.without(g, h) else { return }
      variance += count * (without - value) * (without - value)
    }
    for (group, count) in layer.within.enumerated() { add(group, group, count) }
    for pair in layer.between { add(pair.from, pair.to, pair.sum) }
    return variance.squareRoot()
  }
}
