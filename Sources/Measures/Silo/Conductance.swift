import GraphEngine
import Networks

/// How easily news leaks out of a group: the ties that leave it beside all ties at it.
public struct Conductance: Measure {
  /// Whether the cut is divided by the volumes of both sides rather than by the smaller one.
  public let normalisedCut: Bool

  public init(normalisedCut: Bool) { self.normalisedCut = normalisedCut }

  public var card: Card {
    Card(
      id: normalisedCut ? "normalised-cut" : "conductance",
      title: normalisedCut ? "Normalised cut" : "Conductance", family: .silo,
      question: "How much of what goes on at this group crosses its border?",
      formula: normalisedCut
        ? "cut / vol(S) + cut / vol(rest)" + Self.symbols
        : "cut / min(vol(S), vol(rest))" + Self.symbols,
      range: normalisedCut ? "0 to 2" : "0 to 1", reading: "Low means a closed group.",
      undefined: "for a group without ties, or one that has them all",
      source: "Shi & Malik (2000), IEEE Trans. Pattern Anal. Mach. Intell. 22:888")
  }

  private static let symbols =
    "; cut ties between the group and the rest, vol summed degrees; arcs count without direction"

  public func finding(in input: GroupedStudy) -> Finding {
    let (grouping, mixing) = (input.grouping, input.mixing)
    let external = mixing.ties.external
    let volumes = mixing.ties.margins(isDirected: false)
    let all = volumes.reduce(0, +)
    let figures = grouping.ids.indices.map { group -> Figure in
      let subject = Subject.group(grouping.ids[group])
      let (own, rest) = (volumes[group], all - volumes[group])
      guard own > 0 else { return Figure(subject, undefined: .noTies) }
      guard rest > 0 else { return Figure(subject, undefined: .insideOneGroup, basis: own) }
      let cut = external[group]
      return Figure(
        subject, normalisedCut ? cut / own + cut / rest : cut / min(own, rest), basis: own)
    }
    return Finding(card.id, figures)
  }
}
