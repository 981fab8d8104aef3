import GraphEngine
import Networks

/// Whether people's ties lead out of the trust or stay in it: the E-I index with partners as the outside.
public struct OutsideIndex: Measure {
  public init() {}

  public let card = Card(
    id: "external-e-i", title: "E-I index towards partners", family: .outward,
    question: "Of all the people we work with, how much lies outside the trust?",
    formula:
      "(E - I) / (E + I); E ties of staff with partners, I ties among staff, each pair once; for a group: ties that touch it",
    range: "-1 (all inside) to +1 (all outside)",
    reading: "Compare schools with one another: no trust should be near +1.",
    undefined: "without any tie",
    source: "Krackhardt & Stern (1988), Social Psychology Quarterly 51:123")

  public func finding(in study: Study) -> Finding {
    guard study.contacts.isRecorded else {
      return Finding(card.id, [Figure(.network, undefined: .noPartners)])
    }
    func index(_ outside: Double, _ inside: Double) -> Double? {
      outside + inside > 0 ? (outside - inside) / (outside + inside) : nil
    }
    let outside = study.slice.people.map { Double(study.contacts.partnersOf[$0]?.count ?? 0) }
    let degree = (0..<study.peopleCount).map { Double(study.graph.neighbours($0).count) }
    let (sum, inside) = (outside.reduce(0, +), degree.reduce(0, +) / 2)
    var figures = [Figure(.network, index(sum, inside), or: .noTies, basis: sum + inside)]
    for (group, members) in (study.grouping?.partition.members ?? []).enumerated() {
      let within = Set(members)
      var ends = 0.0
      for node in members {
        for other in study.graph.neighbours(Int(node)) {
          ends += within.contains(other) ? 0.5 : 1
        }
      }
      let out = members.reduce(0) { $0 + outside[Int($1)] }
      figures.append(
        Figure(
          .group(study.grouping?.ids[group] ?? ""), index(out, ends), or: .noTies,
          basis: out + ends))
    }
    return Finding(
      card.id, figures,
      people: PersonColumn(
        zip(outside, degree).map { index($0, $1) }, undefined: .isolate))
  }
}
