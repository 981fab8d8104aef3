import GraphEngine
import Networks

/// People who carry things between another sector and colleagues of other groups: liaisons, in Gould and Fernandez' sense.
public struct Translators: Measure {
  public init() {}

  public let card = Card(
    id: "translators", title: "Translators into other sectors", family: .outward,
    question: "Who can explain a school to a health service, and the service to other schools?",
    formula:
      "for person v the number of pairs (p, c): p a partner outside education tied to v, c a colleague of another group tied "
      + "to v and not to p: partner's sector, v's group and c's group are three (a liaison)",
    range: "0 upwards; for the network and a group the number of people above 0",
    reading: "One translator for a sector is one leaver away from none.",
    undefined: "when no tie or working group of the time has a partner in it",
    source: "Gould & Fernandez (1989), Sociological Methodology 19:89; Tushman & Scanlan (1981)")

  public func finding(in input: GroupedStudy) -> Finding {
    let (study, grouping) = (input.study, input.grouping)
    let network = study.network
    guard study.contacts.isRecorded else {
      return Finding(card.id, [Figure(.network, undefined: .noPartners)])
    }
    let isBeyond = network.partners.map { $0.sector != nil && !Sectors.isEducation($0.sector) }
    let counts = study.slice.people.enumerated().map { node, person -> Double in
      let partners = (study.contacts.partnersOf[person] ?? []).filter { isBeyond[$0] }
      let own = grouping.partition.groupOf[node]
      guard !partners.isEmpty, own >= 0 else { return 0 }
      var pairs = 0.0
      for other in study.graph.neighbours(node) {
        let group = grouping.partition.groupOf[Int(other)]
        guard group >= 0, group != own else { continue }
        let known = study.contacts.partnersOf[study.slice.people[Int(other)]] ?? []
        pairs += Double(partners.count { !known.contains($0) })
      }
      return pairs
    }
    var figures = [Figure(.network, Double(counts.count { $0 > 0 }), basis: Double(counts.count))]
    for (group, members) in grouping.partition.members.enumerated() {
      figures.append(
        Figure(
          .group(grouping.ids[group]), Double(members.count { counts[Int($0)] > 0 }),
          basis: Double(members.count)))
    }
    return Finding(
      card.id, figures, people: PersonColumn(counts.map { $0 }, undefined: .noPartners))
  }
}
