import GraphEngine
import Networks

/// How deep in the thick of the network somebody sits.
public struct KCore: Measure {
  public init() {}

  public let card = Card(
    id: "k-core", title: "Core number", family: .bridging,
    question: "How deep in the thick of the network does somebody sit?",
    formula:
      "the largest k for which somebody is in a part where everybody has k ties inside that part; for the network the highest; "
      + "ties count without direction",
    range: "0 upwards",
    reading:
      "People with a high core number can be lost one by one without the rest falling apart.",
    undefined: "never", source: "Seidman (1983), Social Networks 5:269")

  public func finding(in study: Study) -> Finding {
    let cores = study.graph.coreNumbers()
    return Finding(
      card.id, [Figure(.network, cores.max().map(Double.init), or: .noPeople)],
      people: PersonColumn(cores.map { Double($0) }, undefined: .noPeople))
  }
}
