import GraphEngine
import Networks

/// Fershtman's segregation matrix index: a group's density inside beside its density towards the rest.
public struct SegregationMatrixIndex: Measure {
  public init() {}

  public let card = Card(
    id: "smi", title: "Segregation matrix index", family: .silo,
    question: "How much denser is the work inside this group than between it and the rest?",
    formula:
      "(d_in - d_out) / (d_in + d_out); d_in ties over pairs inside the group, d_out ties out of it over pairs with the rest",
    range: "-1 to 1; 0 is equal density",
    reading:
      "For arcs d_out counts those that leave the group, not those that enter it (netseg mixes the two).",
    undefined: "for a group of one or of everybody, and without ties",
    source: "Fershtman (1997), Social Networks 19:193; several groups: each against the rest")

  public func finding(in input: GroupedStudy) -> Finding {
    let (grouping, mixing) = (input.grouping, input.mixing)
    var outward = [Double](repeating: 0, count: mixing.groupCount)
    for pair in mixing.ties.between {
      outward[pair.from] += pair.sum
      if !mixing.isDirected { outward[pair.to] += pair.sum }
    }
    let figures = grouping.ids.indices.map { group -> Figure in
      let subject = Subject.group(grouping.ids[group])
      let size = mixing.sizes[group]
      let rest = mixing.peopleCount - size
      guard size > 1 else { return Figure(subject, undefined: .groupOfOne) }
      guard rest > 0 else { return Figure(subject, undefined: .oneGroup) }
      let pairs = JoinCounts.falling(size, 2) / (mixing.isDirected ? 1 : 2)
      let inside = mixing.ties.within[group] / pairs
      let outside = outward[group] / Double(size * rest)
      guard inside + outside > 0 else { return Figure(subject, undefined: .noTies) }
      return Figure(
        subject, (inside - outside) / (inside + outside),
        basis: mixing.ties.within[group] + outward[group])
    }
    return Finding(card.id, figures)
  }
}
