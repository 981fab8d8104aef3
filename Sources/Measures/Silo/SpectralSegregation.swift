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
    source: "Echenique & Fryer (2007), Quarterly Journal of Economics 122:441")

  public var trace: ContactTrace { .plain }

  public func finding(in input: GroupedStudy) -> Finding {
    let (study, grouping) = (input.study, input.grouping)
    let partition = grouping.partition
    let graph = study.counted
    var values = [Double?](repeating: nil, count: study.peopleCount)
    var figures: [Figure] = []
    for (group, members) in partition.members.enumerated() {
      let inside = graph.restricted(to: members)
      let parts = inside.components()
      var nodes = [[Int32]](repeating: [], count: parts.count)
      for place in members.indices { nodes[Int(parts.partOf[place])].append(Int32(place)) }
      var sum = 0.0
      for part in nodes {
        let people = part.map { members[Int($0)] }
        let own = parts.count == 1 ? inside : inside.restricted(to: part)
        for (person, value) in zip(people, Self.part(own, people, graph)) {
          values[Int(person)] = value
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
  /// B is similar to the symmetric S = D^-1/2 A D^-1/2; x = D^-1/2 y for y the eigenvector of S.
  private static func part(
    _ part: CompactGraph, _ people: [Int32], _ graph: CompactGraph
  ) -> [Double] {
    guard people.count > 1 else { return [0] }
    // Degrees count all ties, those that leave the group too.
    let root = people.map { Double(graph.degree(Int($0))).squareRoot() }
    let (starts, targets) = (part.starts, part.targets)
    let inverse = root.map { 1 / $0 }
    let (lambda, y) = dominantEigenpair(start: root) { vector in
      people.indices.map { node in
        var sum = 0.0
        for entry in Int(starts[node])..<Int(starts[node + 1]) {
          let other = Int(targets[entry])
          sum += vector[other] * inverse[other]
        }
        return sum * inverse[node]
      }
    }
    let x = zip(y, root).map { $0 / $1 }
    let mean = x.reduce(0, +) / Double(x.count)
    return x.map { lambda * $0 / mean }
  }
}
