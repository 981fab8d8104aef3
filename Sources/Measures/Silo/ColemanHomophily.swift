import GraphEngine
import Networks

/// Coleman's homophily index of each group: how far beyond its size its people choose each other.
public struct ColemanHomophily: Measure {
  public init() {}

  public let card = Card(
    id: "coleman", title: "Coleman's homophily index", family: .silo,
    question: "Do the people of this group choose each other more than the group's size explains?",
    formula:
      "(m_ii - w) / (T_i - w) when m_ii >= w, else (m_ii - w) / w; T_i ties out of group i, m_ii of them inside, "
      + "w = T_i (n_i - 1) / (N - 1); undirected ties count as two arcs",
    range: "-1 (nobody inside) to 1 (nobody outside); 0 is what size explains",
    reading: "Comparable between groups of different size.",
    undefined: "for a group without ties out, and for a group of one",
    source: "Coleman (1958), Human Organization 17:28")

  public func finding(in input: GroupedStudy) -> Finding {
    let (grouping, mixing) = (input.grouping, input.mixing)
    let out = mixing.ties.margins(isDirected: mixing.isDirected)
    let n = Double(mixing.peopleCount)
    let figures = grouping.ids.indices.map { group -> Figure in
      let subject = Subject.group(grouping.ids[group])
      let inside = mixing.ties.within[group] * (mixing.isDirected ? 1 : 2)
      guard out[group] > 0 else { return Figure(subject, undefined: .noTies) }
      let chance = out[group] * Double(mixing.sizes[group] - 1) / (n - 1)
      guard chance > 0 else { return Figure(subject, undefined: .groupOfOne, basis: out[group]) }
      guard out[group] > chance else {
        return Figure(subject, undefined: .oneGroup, basis: out[group])
      }
      let value =
        inside >= chance ? (inside - chance) / (out[group] - chance) : (inside - chance) / chance
      return Figure(subject, value, basis: out[group])
    }
    return Finding(card.id, figures)
  }
}
