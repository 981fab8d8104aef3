import GraphEngine
import Networks

/// How many people of a group work with anybody outside it, and how many other groups they know.
public struct Reach: Measure {
  public init() {}

  public let card = Card(
    id: "reach", title: "Reach into other groups", family: .silo,
    question: "How many people of this group work with anybody outside it?",
    formula:
      "for a group: people with a tie outside / people of the group; for a person: the number of other groups "
      + "in which they have a tie; for the network: the mean over people",
    range: "0 to 1 for a group; 0 upwards for a person",
    reading: "0.1 means that one person in ten carries all that the group has to do with others.",
    undefined: "for a person whose group is not recorded",
    source: "after Burt (1992), Structural Holes, chapter 1 (range of contacts)")

  public var trace: ContactTrace { .spread }

  public func finding(in input: GroupedStudy) -> Finding {
    let (study, grouping) = (input.study, input.grouping)
    let partition = grouping.partition
    var values: [Double?] = []
    var reaching = [Int](repeating: 0, count: partition.count)
    for node in 0..<study.peopleCount {
      let own = partition.groupOf[node]
      guard own >= 0 else {
        values.append(nil)
        continue
      }
      let others = Set(study.graph.neighbours(node).map { partition.groupOf[Int($0)] })
        .subtracting([own, -1])
      values.append(Double(others.count))
      if !others.isEmpty { reaching[Int(own)] += 1 }
    }
    let known = values.compactMap { $0 }
    let mean =
      known.isEmpty
      ? Figure(.network, undefined: .noPeople)
      : Figure(.network, known.reduce(0, +) / Double(known.count), basis: Double(known.count))
    let groups = (0..<partition.count).map { group in
      Figure(
        .group(grouping.ids[group]), Double(reaching[group]) / Double(partition.sizes[group]),
        basis: Double(partition.sizes[group]))
    }
    return Finding(card.id, [mean] + groups, people: PersonColumn(values, undefined: .noGroup))
  }
}
