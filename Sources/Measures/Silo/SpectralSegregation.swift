import GraphEngine
import Networks

/// Echenique and Fryer's spectral segregation: how far somebody's contacts, their contacts and so on are of their own group.
public struct SpectralSegregation: Measure {
  public init() {}

  public let card = Card(
    id: "ssi", title: "Spectral segregation index", family: .silo,
    question: "How deep inside their own group do people sit, contacts of contacts included?",
    formula:
      "for each connected part of a group: lambda, the largest eigenvalue of B, b_ij = a_ij / d_i for i and j in the "
      + "part; a person's value lambda x_i / mean(x), x its eigenvector; a group's the mean over its people",
    range: "0 upwards for a person; 0 to 1 for a connected part",
    reading:
      "A person is segregated when those they meet are segregated. Ties count without direction and strength.",
    undefined: "for a person without a group; 0 for people without ties in their group",
    source: "Echenique & Fryer (2007), Quarterly Journal of Economics 122:441", needsBoundary: true)

  public func finding(in study: Study) -> Finding {
    guard let grouping = study.grouping else { return Finding(card.id) }
    let partition = grouping.partition
    let graph = study.counted
    var values = [Double?](repeating: nil, count: study.peopleCount)
    var figures: [Figure] = []
    for (group, members) in partition.members.enumerated() {
      let inside = graph.restricted(to: members)
      let parts = inside.components()
      var nodes = [[Int]](repeating: [], count: parts.count)
      for place in members.indices { nodes[Int(parts.partOf[place])].append(place) }
      var sum = 0.0
      for part in nodes {
        for (place, value) in zip(part, Self.part(part, inside, members, graph)) {
          values[Int(members[place])] = value
          sum += value
        }
      }
      figures.append(
        Figure(
          .group(grouping.ids[group]), sum / Double(members.count), basis: Double(members.count)))
    }
    return Finding(card.id, figures, people: PersonColumn(values, undefined: .noGroup))
  }

  /// The values of one connected part of a group.
  ///
  /// B is similar to the symmetric S = D^-1/2 A D^-1/2, whose largest eigenvalue is found by iteration with half of the old
  /// vector kept; x = D^-1/2 y.
  private static func part(
    _ part: [Int], _ inside: CompactGraph, _ members: [Int32], _ graph: CompactGraph
  ) -> [Double] {
    guard part.count > 1 else { return [0] }
    var place: [Int: Int] = [:]
    for (index, node) in part.enumerated() { place[node] = index }
    // Degrees count all ties, those that leave the group too.
    let root = part.map { Double(graph.degree(Int(members[$0]))).squareRoot() }
    var y = root
    var lambda = 0.0
    for _ in 0..<100_000 {
      var next = [Double](repeating: 0, count: part.count)
      for (index, node) in part.enumerated() {
        for other in inside.neighbours(node) {
          guard let far = place[Int(other)] else { continue }
          next[index] += y[far] / (root[index] * root[far])
        }
      }
      let length = y.reduce(0) { $0 + $1 * $1 }
      lambda = zip(y, next).reduce(0) { $0 + $1.0 * $1.1 } / length
      var mixed = zip(next, y).map { ($0 + $1) / 2 }
      let scale = mixed.reduce(0) { $0 + $1 * $1 }.squareRoot()
      mixed = mixed.map { $0 / scale }
      let norm = length.squareRoot()
      let change = zip(mixed, y).reduce(0) { max($0, abs($1.0 - $1.1 / norm)) }
      y = mixed
      if change < 1e-13 { break }
    }
    let x = zip(y, root).map { $0 / $1 }
    let mean = x.reduce(0, +) / Double(x.count)
    return x.map { lambda * $0 / mean }
  }
}
