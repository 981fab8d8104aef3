import GraphEngine
import Networks

/// How many kinds of partner somebody is in touch with: the index of qualitative variation over sectors.
public struct SectorDiversity: Measure {
  public init() {}

  public let card = Card(
    id: "sector-diversity", title: "Sector diversity of partners", family: .outward,
    question: "Do our outside contacts come from one field, or from many?",
    formula:
      "(1 - sum of p_s^2) K / (K - 1); p_s the share of contacts with partners of sector s, K the sectors among the trust's "
      + "partners; for a group over the contacts of its people",
    range: "0 (all in one sector) to 1 (spread evenly)",
    reading: "Low and many contacts: one field hears us well, the others not at all.",
    undefined: "without contacts whose sector is recorded, or with fewer than two sectors",
    source: "Mueller & Schuessler (1961), Statistical Reasoning in Sociology")

  public func finding(in study: Study) -> Finding {
    let sectors = study.network.partners.map { $0.sector.map(Sectors.key) }
    let kinds = Set(sectors.compactMap { $0 }).count
    guard study.contacts.isRecorded, !sectors.isEmpty else {
      return Finding(card.id, [Figure(.network, undefined: .noPartners)])
    }
    guard kinds > 0 else {
      return Finding(card.id, [Figure(.network, undefined: .noSectors)])
    }
    guard kinds > 1 else {
      return Finding(card.id, [Figure(.network, undefined: .oneSector)])
    }
    let factor = Double(kinds) / Double(kinds - 1)
    func index(_ people: [Int32]) -> (value: Double?, contacts: Int) {
      var counts: [String: Double] = [:]
      for person in people {
        for partner in study.contacts.partnersOf[person] ?? [] {
          if let sector = sectors[partner] { counts[sector, default: 0] += 1 }
        }
      }
      let sorted = counts.sorted { $0.key < $1.key }.map(\.value)
      return (blau(sorted).map { $0 * factor }, Int(sorted.reduce(0, +)))
    }
    let all = index(study.slice.people)
    var figures = [Figure(.network, all.value, or: .noPartners, basis: Double(all.contacts))]
    for (group, members) in (study.grouping?.partition.members ?? []).enumerated() {
      let found = index(members.map { study.slice.people[Int($0)] })
      figures.append(
        Figure(
          .group(study.grouping?.ids[group] ?? ""), found.value, or: .noPartners,
          basis: Double(found.contacts)))
    }
    return Finding(
      card.id, figures,
      people: PersonColumn(study.slice.people.map { index([$0]).value }, undefined: .noPartners))
  }
}
