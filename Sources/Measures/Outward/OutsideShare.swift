import GraphEngine
import Networks

/// The share of staff who are in touch with anybody outside the trust, or with anybody outside education.
public struct OutsideShare: Measure {
  /// Whether only partners outside education count.
  public let beyondEducation: Bool

  public init(beyondEducation: Bool) { self.beyondEducation = beyondEducation }

  public var card: Card {
    Card(
      id: beyondEducation ? "outside-education" : "outside-share",
      title: beyondEducation
        ? "Staff in touch beyond education" : "Staff in touch outside the trust",
      family: .outward,
      question: beyondEducation
        ? "How many of our people learn from other fields: health, business, charities?"
        : "How many of our people know anybody outside the trust?",
      formula: "people with at least one tie to a partner"
        + (beyondEducation ? " whose sector is neither education nor higher education" : "")
        + " / people; for a person the number of such partners",
      range: "0 to 1; for a person 0 upwards",
      reading:
        "A low share means that a school looks inward, or that nobody was asked about partners.",
      undefined: "when no tie or working group of the time has a partner in it"
        + (beyondEducation ? ", or a partner somebody is in touch with has no sector" : ""),
      source: "share of staff with boundary-spanning ties, after Aldrich & Herker (1977), "
        + "Academy of Management Review 2:217")
  }

  public func finding(in study: Study) -> Finding {
    guard study.contacts.isRecorded else {
      return Finding(card.id, [Figure(.network, undefined: .noPartners)])
    }
    let partners = study.network.partners
    // Of a partner without a sector it is not known whether it is outside education.
    if beyondEducation,
      study.contacts.partnersOf.values.contains(where: {
        $0.contains { partners[$0].sector == nil }
      })
    {
      return Finding(card.id, [Figure(.network, undefined: .noSectors)])
    }
    let counts = study.slice.people.map { person in
      (study.contacts.partnersOf[person] ?? []).count {
        !beyondEducation || !Sectors.isEducation(partners[$0].sector)
      }
    }
    let whole = counts.isEmpty ? nil : Double(counts.count { $0 > 0 }) / Double(counts.count)
    var figures = [Figure(.network, whole, or: .noPeople, basis: Double(counts.count))]
    for (group, members) in (study.grouping?.partition.members ?? []).enumerated() {
      let touch = members.count { counts[Int($0)] > 0 }
      figures.append(
        Figure(
          .group(study.grouping?.ids[group] ?? ""), Double(touch) / Double(members.count),
          basis: Double(members.count)))
    }
    return Finding(
      card.id, figures,
      people: PersonColumn(counts.map { Double($0) }, undefined: .noPartners))
  }
}
