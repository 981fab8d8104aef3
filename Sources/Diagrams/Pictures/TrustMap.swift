import Findings
import Measures
import Networks

extension MapPicture {
  /// What is told of a school's central teams and partners: which, how many, or no more than an only link.
  public enum Detail: Sendable, CaseIterable {
    case codes, counts, onlyLinks
    /// The same in small boxes, with names as short as they can be and the strongest lines alone.
    case brief
    var isBrief: Bool { self == .onlyLinks || self == .brief }
  }

  /// The trust map: schools on the panels of their hubs and who works with whom; what central teams do for a school in codes
  /// under it, its partners as a number.
  ///
  /// - Parameters:
  ///   - groups: the most groups of staff; of more, hubs are drawn, or those that matter most.
  ///   - detail: how much of central teams and partners is told under each school.
  public init(
    trustMap facts: FigureFacts, number: Int? = nil, groups: Int = 60, detail: Detail = .codes
  ) {
    let map = facts.analysis.map(ofLargest: groups, first: Alarms(facts).ids)
    let panels =
      detail == .brief ? GroupPanels(map, linesPerGroup: 0.6, across: 0.1) : GroupPanels(map)
    let units = panels.groups.map { map.units[$0] }
    let isMerged = !map.merging.isEmpty
    let isFlooded =
      panels.services.joined().count(where: \.isOnly)
      + panels.lines.count { Self.isOnly(units[$0.a], units[$0.b], map) } > max(3, units.count / 4)
    var nodes = Self.nodes(facts, map, panels, hidesOnly: isFlooded, detail)
    if panels.panels.count == 1, panels.services.allSatisfy(\.isEmpty) {
      for index in nodes.indices { nodes[index].shortTitle = nil }
    }
    let clusters = nodes.map(\.cluster)
    let isHub = panels.panels.map { $0.kind == .hub }
    let ties = panels.lines.map { link in
      let (a, b) = (clusters[link.a], clusters[link.b])
      let isAcross = a != b && a.map { isHub[$0] } == true && b.map { isHub[$0] } == true
      let isOnly = !isFlooded && Self.isOnly(units[link.a], units[link.b], map)
      return Tie(
        a: link.a, b: link.b, weight: link.ties,
        style: isOnly ? .only : isAcross ? .across : .inside)
    }
    let level = map.merging.contains(.hubs) ? facts.hubs : nil
    let links =
      ties.count + nodes.reduce(0) { $0 + $1.chips.count { $0.isOnly || $0.node != nil } }
    let isBlank = map.amongStaff.links.isEmpty && map.suppressed.linksAmongStaff > 0
    let kinds =
      facts.boundary == .school && !isMerged
      ? Self.kinds(map) : map.merging.contains(.hubs) ? "hubs" : facts.boundary.plural
    let served = panels.services.reduce(0) { $0 + $1.count }
    let furniture = facts.furniture(
      form: "Network map",
      headline: map.merging.contains(.hubs)
        ? level.map { Alarms.plain($0, isBlank: isBlank) } ?? "Who works with whom across hubs"
        : Alarms(facts, on: Set(units.map(\.id)), isBlank: isBlank).headline,
      subtitle: "Who works with whom across \(kinds) of \(facts.study.network.title)\(facts.when)",
      basis: facts.basis(
        groups: nodes.count, links: links, of: level, from: map,
        further: map.suppressed.furtherUnits),
      reading: (isFlooded ? Self.flood : "")
        + Alarms.beyond(facts, Set(units.map(\.id)))
        + (detail.isBrief && served + panels.partners.reduce(0, +) > 0
          ? "For want of room, links with central teams and partners are not told one by one. "
          : "")
        + "Numbers in the boxes count staff. Groups that work together stand near each other; place means nothing more. A missing link may mean that it was not recorded.",
      suppression: facts.suppression(panels.suppressed),
      description: Self.description(nodes, ties, level ?? facts), number: number)
    self.init(
      furniture: furniture, nodes: nodes, ties: ties, clusterCount: panels.panels.count,
      stripTitle: "")
    shortenNames(by: facts.labels)
    groupNoun = facts.groupNoun(map)
    isBrief = detail == .brief
    self.panels =
      panels.panels.count == 1
      ? [""]
      : panels.panels.map { panel in
        switch panel.kind {
        case .hub: folded(panel.title).contains("hub") ? panel.title : panel.title + " hub"
        case .all: capitalised((level ?? facts).boundary.plural)
        case .noHub, .centre: panel.title
        }
      }
  }

  /// What is said where too many links are a group's only one to mark each.
  static let flood =
    "Many groups have a single link to the rest; such links are not marked one by one. "

  private static func isOnly(_ a: GroupMap.Unit, _ b: GroupMap.Unit, _ map: GroupMap) -> Bool {
    map.connectivity.onlyLinks.contains([a.key, b.key].sorted())
  }

  private static func nodes(
    _ facts: FigureFacts, _ map: GroupMap, _ panels: GroupPanels, hidesOnly: Bool, _ detail: Detail
  ) -> [Node] {
    let units = panels.groups.map { map.units[$0] }
    let alarms = Alarms(facts)
    let isSmall = map.units.count <= 14 && detail != .brief
    let named = units.map { ($0.name, NodeClass($0)) }
    let short =
      detail == .brief
      ? facts.labels.fitting(
        named, GroupLabels.Room(width: 86, size: 8.6, weight: .medium, lines: 2), .head)
      : ShortNames.all(named)
    let centre = units.indices.filter { units[$0].kind == .central }
    let codes = Dictionary(
      uniqueKeysWithValues: zip(centre, TeamCodes.all(centre.map { units[$0].name })))
    return units.indices.map { index in
      let unit = units[index]
      let served = panels.services.count { $0.contains { $0.team == index } }
      // A code is explained wherever it stands under a school.
      let isNamedByCode =
        detail == .codes
        || !hidesOnly && panels.services.contains { $0.contains { $0.team == index && $0.isOnly } }
      let inside = "\(counted(Int(map.within[panels.groups[index]].rounded()), "tie")) inside"
      let note =
        codes[index].flatMap { code in
          served > 0 && (detail != .brief || isNamedByCode)
            ? "\(isNamedByCode ? code + ": " : "")with \(counted(served, "group"))" : nil
        }
        ?? (isSmall ? inside : nil)
      var node = Node(
        id: unit.id, title: unit.name, kind: NodeClass(unit), people: unit.people, note: note,
        alarm: alarms.words(unit),
        cluster: panels.panels.firstIndex { $0.members.contains(index) })
      node.shortTitle = short[index]
      node.partners = detail.isBrief ? 0 : panels.partners[index]
      let services = panels.services[index]
      node.chips = services.map {
        Chip(
          code: codes[$0.team] ?? "", node: $0.team, ties: $0.ties, isOnly: $0.isOnly && !hidesOnly)
      }
      if detail.isBrief { node.chips.removeAll { !$0.isOnly } }
      if detail == .counts, !services.isEmpty, !node.chips.contains(where: \.isOnly) {
        node.chips = [
          Chip(
            code: "\(services.count)", node: nil, ties: services.reduce(0) { $0 + $1.ties },
            isOnly: false)
        ]
      }
      return node
    }
  }

  /// Draws the trust map with as many groups as fit the page.
  public static func drawTrustMap(
    _ facts: FigureFacts, number: Int? = nil, on sheet: Sheet, by worker: LayoutWorker
  ) async -> DrawnFigure {
    let limit = sheet.paper.nodeLimit
    func version(_ groups: Int, _ detail: Detail) -> () -> MapPicture {
      { MapPicture(trustMap: facts, number: number, groups: groups, detail: detail) }
    }
    // What is told under a school gives way where lines would pass behind boxes, or groups could not stay where they stood.
    var best: DrawnFigure?
    for detail in Detail.allCases {
      let picture = version(limit, detail)()
      let next = await picture.drawn(on: sheet, by: worker)
      // Where more than every fifth line passes behind a box, nobody can follow them.
      guard next.fits, next.behind * 5 <= picture.ties.count else { continue }
      if let best, (next.isMoved ? 1 : 0, next.behind) >= (best.isMoved ? 1 : 0, best.behind) {
        continue
      }
      best = next
      if next.behind == 0, !next.isMoved { break }
    }
    if let best { return best }
    return await fullest(
      of: [0.75, 0.5, 0.35, 0.2].map { version(Int(Double(limit) * $0), .counts) }
        + [version(Int(Double(limit) * 0.2), .brief)], on: sheet, by: worker)
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
    _ nodes: [Node], _ ties: [Tie], _ facts: FigureFacts
  ) -> String {
    let alone = nodes.indices.filter { node in
      nodes[node].chips.isEmpty && nodes[node].partners == 0
        && !ties.contains { $0.a == node || $0.b == node }
        && !nodes.contains { $0.chips.contains { $0.node == node } }
    }
    .map { nodes[$0].title }
    var sentences = [facts.verdicts.whole.sentence]
    if !alone.isEmpty { sentences.append("Without a link that is shown: \(listed(alone)).") }
    sentences += nodes.filter { $0.alarm != nil }.map { "\($0.title): \($0.alarm ?? "")." }
    return sentences.joined(separator: " ")
  }
}
