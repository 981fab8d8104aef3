import GraphEngine
import Networks

/// The communities that people form by working together, whatever the organisation chart says.
public struct LeidenCommunities: Measure {
  public init() {}

  public let card = Card(
    id: "leiden", title: "Communities (Leiden)", family: .silo,
    question: "What groups do people form by working together, whatever the chart says?",
    formula:
      "the division of the people with the highest modularity found in ten runs from the seed; "
      + "ties count without direction and strength, a pair of arcs twice",
    range:
      "modularity from -0.5 to 1; for a person the number of their community, the largest being 1",
    reading:
      "Above 0.3 there are clear communities. nmi and ari compare them with the formal groups.",
    undefined: "without ties",
    source: "Traag, Waltman & van Eck (2019), Scientific Reports 9:5233")

  public var sharedWork: [Study.SharedWork] { [.communities] }

  public func finding(in study: Study) -> Finding {
    let found = study.communities
    var figure = Figure(.network, found.modularity, or: .noTies)
    figure.note = found.modularity.map { _ in
      "\(counted(found.sizes.count, "community", "communities")), seed \(study.seed)"
    }
    return Finding(
      card.id, [figure],
      people: PersonColumn(found.communityOf.map { Double($0 + 1) }, undefined: .noPeople))
  }
}
