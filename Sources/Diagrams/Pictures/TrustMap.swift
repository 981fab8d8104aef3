import Findings
import Measures
import Networks

extension MapPicture {
  /// The trust map: schools, central teams and partners, and who works with whom.
  ///
  /// - Parameters:
  ///   - groups: the most groups of staff; more are drawn together.
  ///   - partners: how many partners are shown for each group of staff at most.
  public init(
    trustMap facts: FigureFacts, number: Int? = nil, groups: Int = 60, partners: Double = 0.5
  ) {
    let map = facts.analysis.map(atMost: groups).readable(partnersPerGroup: partners)
    let steps = map.merging
    let hubs = Set(map.units.compactMap(\.hub)).sorted()
    let clusterOf = Dictionary(uniqueKeysWithValues: hubs.enumerated().map { ($1, $0) })
    let alarms = Alarms(facts)
    let isSmall = map.units.count <= 14
    let nodes = zip(map.units, map.within).map { unit, within in
      Node(
        id: unit.id, title: unit.name, kind: NodeClass(unit),
        people: unit.kind == .partner ? nil : unit.people,
        note: isSmall && unit.kind != .partner
          ? "\(counted(Int(within.rounded()), "tie")) inside" : nil,
        alarm: alarms.words(unit),
        cluster: unit.hub.flatMap { clusterOf[$0] })
    }
    let ties = map.links.map { link in
      let (a, b) = (map.units[link.a], map.units[link.b])
      let isOnly = map.connectivity.onlyLinks.contains([a.key, b.key].sorted())
      // Where a hub is one node, every link is between hubs.
      let isAcross = steps.isEmpty && a.hub != nil && b.hub != nil && a.hub != b.hub
      return Tie(
        a: link.a, b: link.b, weight: link.ties,
        style: isOnly ? .only : isAcross ? .across : .inside)
    }
    let kinds =
      facts.boundary == .school && steps.isEmpty
      ? Self.kinds(map) : steps.contains(.hubs) ? "hubs" : facts.boundary.plural
    let furniture = facts.furniture(
      form: "Network map", headline: alarms.headline,
      subtitle: "Who works with whom across \(kinds) of \(facts.study.network.title)\(facts.when)",
      basis: facts.basis(groups: nodes.count, links: ties.count),
      reading:
        "Numbers in the boxes count staff. Position shows who works together, not importance. A missing link may mean that it was not recorded.",
      suppression: facts.suppression(map.suppressed),
      description: Self.description(map, nodes, ties, facts), number: number)
    self.init(
      furniture: furniture, nodes: nodes, ties: ties,
      clusterCount: hubs.count > 1 && steps.isEmpty ? hubs.count : 0,
      stripTitle: "No link of \(map.suppressed.minLink) or more people")
  }

  /// Draws the trust map with as many partners and groups as fit the page.
  public static func drawTrustMap(
    _ facts: FigureFacts, number: Int? = nil, on sheet: Sheet, by worker: LayoutWorker
  ) async -> DrawnFigure {
    let limit = sheet.paper.nodeLimit
    // Partners give way first, then groups.
    let room = Double(max(0, limit - facts.map.staffCount)) / Double(max(facts.map.staffCount, 1))
    let partners = [0.5, 0.3, 0.15, 0].map { min($0, max(room, 0)) }
    let steps =
      partners.map { (limit, $0) } + [0.75, 0.5, 0.35, 0.2].map { (Int(Double(limit) * $0), 0.0) }
    return await fullest(
      of: steps.map { groups, partners in
        { MapPicture(trustMap: facts, number: number, groups: groups, partners: partners) }
      }, on: sheet, by: worker)
  }

  private static func kinds(_ map: GroupMap) -> String {
    let kinds: [(GroupMap.Unit.Kind, String)] = [
      (.school, "schools"), (.central, "central teams"), (.partner, "partners"),
    ]
    return listed(kinds.filter { kind, _ in map.units.contains { $0.kind == kind } }.map(\.1))
  }

  /// At most 250 characters, whole words.
  static func altText(_ text: String) -> String {
    guard text.count > 250 else { return text }
    let cut = text.prefix(249)
    return String(cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)]) + "…"
  }

  private static func description(
    _ map: GroupMap, _ nodes: [Node], _ ties: [Tie], _ facts: FigureFacts
  ) -> String {
    // Who has most links is judged on all of them, drawn or not.
    let degree = map.units.map { map.connectivity.degree[$0.key] ?? 0 }
    let most = nodes.indices.sorted { (degree[$1], $0) < (degree[$0], $1) }.prefix(3)
      .filter { degree[$0] > 0 }
      .map { "\(nodes[$0].title) (\(degree[$0]))" }
    let alone = nodes.indices.filter { node in !ties.contains { $0.a == node || $0.b == node } }
      .map { nodes[$0].title }
    var sentences = [facts.verdicts.whole.sentence]
    if !most.isEmpty { sentences.append("Most links: \(listed(most)).") }
    if !alone.isEmpty { sentences.append("Without a link that is shown: \(listed(alone)).") }
    sentences += nodes.filter { $0.alarm != nil }.map { "\($0.title): \($0.alarm ?? "")." }
    return sentences.joined(separator: " ")
  }
}
