import Findings
import Measures
import Networks

extension MapPicture {
  /// The bridges: groups without which others are cut off, links that nothing replaces, and the largest brokers in
  /// colour; the rest in grey.
  ///
  /// - Parameters:
  ///   - groups: the most groups of staff; of more, hubs are drawn, or those that matter most.
  ///   - name: what a person is called, in copies that show people.
  public init(
    bridges facts: FigureFacts, number: Int? = nil, groups: Int = 60,
    name: (Int32) -> String? = { _ in nil }
  ) {
    let holders = Set(facts.fragility.singleHolders.flatMap(\.groups))
    let full = facts.analysis.map(ofLargest: groups, first: holders)
    let found = full.connectivity
    let map = full.readable(linksPerGroup: 2, partnersPerGroup: 0)
    let words = Self.words(facts, full, name)
    let hanging = Set(found.cutPoints.flatMap(\.hanging))
    // Where nothing stands out there is nothing to put behind it.
    let isPlain = words.isEmpty && hanging.isEmpty && found.brokers.isEmpty
    let nodes = map.units.map { unit in
      let isStrong = words[unit.key] != nil || hanging.contains(unit.key)
      return Node(
        id: unit.id, title: unit.name, kind: NodeClass(unit), people: unit.people,
        note: found.brokers.contains(unit.key) ? "largest broker" : nil, alarm: words[unit.key],
        isQuiet: !isPlain && !isStrong && !found.brokers.contains(unit.key))
    }
    // Staff come first in both maps, so that places agree.
    func isOnly(_ link: GroupMap.Link) -> Bool {
      found.onlyLinks.contains([full.units[link.a].key, full.units[link.b].key].sorted())
    }
    let missing = full.links.filter { link in
      isOnly(link) && !map.links.contains { $0.a == link.a && $0.b == link.b }
    }
    let links = (map.links + missing).sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    // Red is for what stands out: where most links are like that, it is said once.
    let isFlooded = links.count(where: isOnly) > max(3, links.count / 2)
    let ties = links.map { link in
      Tie(
        a: link.a, b: link.b, weight: link.ties,
        style: isOnly(link) && !isFlooded ? .only : .quiet)
    }
    let shown = full.links.count {
      full.units[$0.a].kind != .partner && full.units[$0.b].kind != .partner
    }
    var hidden = map.suppressed
    (hidden.partners, hidden.furtherPartners) = (0, 0)
    let headline = Self.headline(facts, full)
    let furniture = facts.furniture(
      form: "Network map of bridges", headline: headline,
      subtitle:
        "What holds the \(full.merging.contains(.hubs) ? "hubs" : facts.boundary.plural) of \(facts.study.network.title) together\(facts.when)",
      basis: facts.basis(
        groups: nodes.count, links: shown, further: full.suppressed.furtherUnits),
      reading: (isFlooded ? MapPicture.flood : "") + Alarms.beyond(facts, Set(full.units.map(\.id)))
        + (full.merging.contains(.hubs)
          ? "Schools stand together by hub here; which school depends on another needs a larger page. "
          : "")
        + (isPlain
          ? ""
          : (nodes.contains { $0.alarm != nil } ? "Ringed groups need a look; groups" : "Groups")
            + " in grey are there for orientation. ")
        + "Judged on all ties among staff, drawn here or not. A missing link may mean that it was not recorded.",
      suppression: facts.suppression(hidden),
      description: Self.description(facts, full), number: number)
    self.init(
      furniture: furniture, nodes: nodes, ties: ties,
      stripTitle: hidden.isLinkBeside
        ? "No link that may be shown"
        : "No link of \(hidden.minLink) or more people")
    hasWidths = false
    groupNoun = facts.groupNoun(full)
    shortenNames(by: facts.labels)
  }

  /// Draws the bridges with as many groups as fit the page.
  public static func drawBridges(
    _ facts: FigureFacts, number: Int? = nil, name: @escaping (Int32) -> String? = { _ in nil },
    on sheet: Sheet, by worker: LayoutWorker
  ) async -> DrawnFigure {
    await fullest(
      of: [1, 0.75, 0.5, 0.35, 0.2].map { share in
        let groups = Int(Double(sheet.paper.nodeLimit) * share)
        return { MapPicture(bridges: facts, number: number, groups: groups, name: name) }
      }, on: sheet, by: worker)
  }

  /// The words under each group that needs a look, by id.
  private static func words(
    _ facts: FigureFacts, _ map: GroupMap, _ name: (Int32) -> String?
  ) -> [String: String] {
    var words: [String: String] = [:]
    for point in map.connectivity.cutPoints {
      words[point.group] =
        point.hanging.count == 1
        ? "only way to one group" : "only way to \(inWords(point.hanging.count)) groups"
    }
    for single in facts.fragility.singleHolders {
      let who = name(single.person) ?? "one person"
      for unit in map.units where single.groups.contains(unit.id) && unit.kind != .partner {
        words[unit.key] = "depends on \(who)"
      }
    }
    return words
  }

  /// What groups are called, by their keys.
  private static func names(_ map: GroupMap) -> [String: String] {
    Dictionary(map.units.map { ($0.key, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// Who on the page depends on one person; then what holds the groups together.
  private static func headline(_ facts: FigureFacts, _ map: GroupMap) -> String {
    let groups = groupsHeadline(facts, map)
    guard let held = Alarms.depending(facts, on: Set(map.units.map(\.id))) else { return groups }
    return map.connectivity.cutPoints.isEmpty
      ? capitalised(held)
      : "\(capitalised(held)); \(groups.prefix(1).lowercased())\(groups.dropFirst())"
  }

  private static func groupsHeadline(_ facts: FigureFacts, _ map: GroupMap) -> String {
    let (found, names) = (map.connectivity, names(map))
    if let first = found.cutPoints.first {
      let hanging = first.hanging.compactMap { names[$0] }
      let who =
        hanging.count > 3 ? "\(inWords(hanging.count)) groups" : listed(hanging)
      let others = found.cutPoints.count - 1
      return "Without \(names[first.group] ?? ""), \(who) would be cut off"
        + (others > 0
          ? "; \(inWords(others)) more \(others == 1 ? "group holds" : "groups hold") others alone"
          : "")
    }
    if map.staffCount < 3 || !map.links.contains(where: { $0.ties > 0 }) {
      let shown = map.suppressed.units > 0 || map.suppressed.links > 0 ? " can be shown" : ""
      return
        "Too few links between \(facts.boundary.plural)\(shown) to say what holds them together"
    }
    guard !found.isUncertain else {
      return "What holds the \(facts.boundary.plural) together is not certain"
    }
    guard found.isWhole else {
      return "No group that is shown would be cut off if another withdrew"
    }
    let brokers = found.brokers.compactMap { names[$0] }
    let level = map.merging.contains(.hubs) ? "hub" : "group"
    return brokers.isEmpty
      ? "No \(level) would be cut off if another withdrew"
      : "No \(level) would be cut off if another withdrew; \(listed(brokers)) \(brokers.count == 1 ? "connects" : "connect") the others most"
  }

  private static func description(_ facts: FigureFacts, _ map: GroupMap) -> String {
    let (found, names) = (map.connectivity, names(map))
    var sentences = found.cutPoints.map { point in
      "\(listed(point.hanging.compactMap { names[$0] })) \(point.hanging.count == 1 ? "is" : "are") "
        + "joined to the rest only through \(names[point.group] ?? "")."
    }
    sentences += facts.fragility.sentences(facts.boundary)
    let brokers = found.brokers.compactMap { names[$0] }
    if !brokers.isEmpty {
      sentences.append(
        "Besides, \(listed(brokers)) \(brokers.count == 1 ? "connects" : "connect") the other groups most."
      )
    }
    let staffLinks = map.links.count {
      $0.ties > 0 && map.units[$0.a].kind != .partner && map.units[$0.b].kind != .partner
    }
    if found.isWhole, !found.isUncertain, staffLinks > 1 {
      sentences.append(
        found.onlyLinks.isEmpty
          ? "Losing any one link would cut off no further group."
          : "\(counted(found.onlyLinks.count, "link")) would be replaced by no other.")
    }
    // Where nothing can be said of all, how far they work together is.
    let level = map.merging.contains(.hubs) ? facts.hubs ?? facts : facts
    return sentences.isEmpty ? level.verdicts.whole.sentence : sentences.joined(separator: " ")
  }
}
