import Findings
import Measures
import Networks

extension MapPicture {
  /// The change between two periods of one workspace: links then, now, and both.
  ///
  /// A link is shown when enough people carry it, and is new or lost when not even one tie was there at the other time. All groups of both periods stand on the map; with an earlier figure each stands where it stood.
  ///
  /// - Parameters:
  ///   - then: the earlier period, of the same network and boundary.
  ///   - groups: the most groups of staff; when there are more, those with most change are shown.
  public init(
    change facts: FigureFacts, since then: FigureFacts, number: Int? = nil, groups: Int = 60,
    partners: Double = 0.3
  ) {
    let now = facts.map
    let change = facts.analysis.change(since: then.analysis)
    let chosen = change.readable(groups: groups, partnersPerGroup: partners)
    let hubs = Set(chosen.units.compactMap(\.unit.hub)).sorted()
    let clusterOf = Dictionary(uniqueKeysWithValues: hubs.enumerated().map { ($1, $0) })
    let nodes = chosen.units.map { entry in
      Node(
        id: entry.unit.id, title: entry.unit.name, kind: NodeClass(entry.unit),
        people: entry.unit.kind == .partner ? nil : entry.unit.people,
        note: entry.isNew ? "new" : entry.isGone ? "gone" : nil, alarm: nil,
        cluster: entry.unit.hub.flatMap { clusterOf[$0] }, isQuiet: !entry.isNew)
    }
    let ties = chosen.links.map { link in
      Tie(
        a: link.a, b: link.b, weight: max(link.before, link.now),
        style: link.state == .gained ? .gained : link.state == .lost ? .lost : .kept)
    }
    let headline = Self.headline(change, facts, since: then)
    var hidden = now.suppressed
    (hidden.weakLinks, hidden.furtherPartners) = (0, 0)
    let left = [
      chosen.groupsLeftOut > 0
        ? "\(counted(chosen.groupsLeftOut, "group")) with less change" : nil,
      chosen.partnersLeftOut > 0
        ? "\(counted(chosen.partnersLeftOut, "partner")) with less change" : nil,
      chosen.keptLeftOut > 0
        ? "\(counted(chosen.keptLeftOut, "weaker link")) that \(chosen.keptLeftOut == 1 ? "was" : "were") there then and now"
        : nil,
      chosen.changeLeftOut > 0
        ? "\(counted(chosen.changeLeftOut, "gained or lost link")) of fewer ties" : nil,
    ].compactMap { $0 }
    let smallThen =
      change.hiddenThen > 0
      ? " \(capitalised(counted(change.hiddenThen, "group"))) of few people then \(change.hiddenThen == 1 ? "is" : "are") not shown either."
      : ""
    let further = smallThen + (left.isEmpty ? "" : " Left out for clearness: \(listed(left)).")
    let (lost, gained) = (change.count(.lost), change.count(.gained))
    let furniture = facts.furniture(
      form: "Network map of change", headline: headline,
      subtitle:
        "Links between \(facts.boundary == .school ? "schools, central teams and partners" : facts.boundary.plural) of \(facts.study.network.title): "
        + "\(Self.words(then.study.slice.period)) and \(Self.words(facts.study.slice.period))",
      basis:
        "\(counted(then.study.peopleCount, "person", "people")) then, \(counted(facts.study.peopleCount)) now · "
        + Self.counts(change, gained: gained, lost: lost),
      reading:
        "A link is drawn where \(hidden.minLink) or more people carry it, and is new, or lost, where there was no tie at all at the other time. Position shows who works together, not importance.",
      suppression: (facts.suppression(hidden) + further).trimmingSpaces,
      description: Self.description(change), number: number)
    self.init(
      furniture: furniture, nodes: nodes, ties: ties, clusterCount: hubs.count > 1 ? hubs.count : 0,
      stripTitle: hidden.isLinkBeside
        ? "No link that may be shown, then or now"
        : "No link of \(hidden.minLink) or more people, then or now")
    hasWidths = false
    shortenNames(by: facts.labels)
  }

  /// Draws the change with as many partners and groups as fit the page.
  public static func drawChange(
    _ facts: FigureFacts, since then: FigureFacts, number: Int? = nil, on sheet: Sheet,
    by worker: LayoutWorker
  ) async -> DrawnFigure {
    let limit = sheet.paper.nodeLimit
    let steps = [(1.0, 0.3), (1, 0.15), (1, 0), (0.6, 0), (0.4, 0), (0.2, 0)]
    return await fullest(
      of: steps.map { share, partners in
        {
          MapPicture(
            change: facts, since: then, number: number, groups: Int(Double(limit) * share),
            partners: partners)
        }
      }, on: sheet, by: worker)
  }

  /// The period without the preposition that sentences need.
  private static func words(_ period: Period) -> String {
    period.inWords.hasPrefix("on ") ? String(period.inWords.dropFirst(3)) : period.inWords
  }

  private static func headline(
    _ change: GroupMapChange, _ facts: FigureFacts, since then: FigureFacts
  ) -> String {
    let (lost, gained) = (change.count(.lost), change.count(.gained))
    // Of links that are not shown some may have come or gone.
    let hidden = [facts.map.suppressed, then.map.suppressed].filter { $0.links > 0 }
    let shown = hidden.first.map { first in
      hidden.contains(where: \.isLinkBeside)
        ? "that may be shown" : "of \(first.minLink) or more people"
    }
    let among = shown.map { " among those \($0)" } ?? ""
    func links(_ count: Int) -> String {
      "\(capitalised(inWords(count))) \(count == 1 ? "link" : "links")"
    }
    guard change.tellsStarts || change.tellsEnds else {
      // Of people who came or left the files tell, whatever they tell of ties.
      let gone = lost > 0 ? "\(links(lost)) lost with people who left" : nil
      let come = gained > 0 ? "\(links(gained)) gained with new people" : nil
      let seen = [come, gone].compactMap { $0 }
      return seen.isEmpty
        ? "No start or end is recorded between the two days, so change cannot be seen"
        : "\(seen.joined(separator: "; ")); no other start or end is recorded"
    }
    guard change.tellsEnds else {
      return lost > 0
        ? "\(links(gained)) gained, \(inWords(lost)) lost with people who left; no other end is recorded"
        : "\(links(gained)) gained; no end is recorded, so losses cannot be seen"
    }
    guard change.tellsStarts else {
      return "\(links(lost)) lost; no start is recorded, so gains cannot be seen"
    }
    if lost + gained == 0 {
      return
        "No link \(shown.map { $0 + " " } ?? "")between \(facts.boundary.plural) was gained or lost"
    }
    let counts =
      lost == 0
      ? "\(links(gained)) gained and none lost\(among)"
      : gained == 0
        ? "\(links(lost)) lost and none gained\(among)"
        : "\(links(gained)) gained, \(inWords(lost)) lost"
    let most = change.mostChanged
    guard let most, most.gained + most.lost > 2 else { return counts }
    return counts
      + (most.gained >= most.lost
        ? "; \(most.name) gained most (\(most.gained))" : "; \(most.name) lost most (\(most.lost))")
  }

  /// What came and went, of what is recorded.
  private static func counts(_ change: GroupMapChange, gained: Int, lost: Int) -> String {
    [
      change.tellsStarts || gained > 0
        ? "\(counted(gained, "link")) gained" : "gains not recorded",
      change.tellsEnds || lost > 0 ? "\(counted(lost)) lost" : "losses not recorded",
      "\(counted(change.count(.kept))) kept",
    ].joined(separator: " · ")
  }

  private static func description(_ change: GroupMapChange) -> String {
    func pairs(_ state: GroupMapChange.State) -> String {
      let links = change.links.filter { $0.state == state }
      let shown = links.prefix(12).map { link in
        "\(change.units[link.a].unit.name) and \(change.units[link.b].unit.name)"
      }
      return shown.joined(separator: "; ")
        + (links.count > 12 ? "; and \(links.count - 12) more" : "")
    }
    var sentences: [String] = []
    if change.count(.gained) > 0 { sentences.append("Gained: \(pairs(.gained)).") }
    if change.count(.lost) > 0 { sentences.append("Lost: \(pairs(.lost)).") }
    let new = change.units.filter(\.isNew).map(\.unit.name)
    let gone = change.units.filter(\.isGone).map(\.unit.name)
    if !new.isEmpty { sentences.append("New on the map: \(listed(new)).") }
    if !gone.isEmpty { sentences.append("No longer on the map: \(listed(gone)).") }
    sentences.append(
      "\(counted(change.count(.kept), "link")) stayed, among \(counted(change.units.count, "group")) there then or now; places mean nothing in themselves."
    )
    return sentences.joined(separator: " ")
  }
}

extension String {
  /// Without spaces at its ends.
  var trimmingSpaces: String { trimmed(self) }
}
