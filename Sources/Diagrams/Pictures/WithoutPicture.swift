import Findings
import GraphEngine
import Measures
import Networks

/// The trust today and without somebody, on the same places: which groups would be cut off, which links would go, and how many
/// pairs of people could no longer reach one another, beside the same for the people who connect most.
public struct WithoutPicture: Sendable, Equatable {
  public var furniture: Furniture
  public let groups: [Group]
  public let panels: [Panel]
  public let lines: [Line]
  /// Where links that would go lead when that is the centre, which has no place among the groups.
  let centre: String?
  public let slopes: [Slope]
  /// What stands above each of the two maps, under its heading.
  let captions: (today: String, then: String)
  /// The heading of the second map.
  let heading: String
  let minLink: Int
  let isSmall: Bool
  let labels: GroupLabels
  /// Whether anything joins what is drawn.
  let hasMaps: Bool

  public struct Group: Sendable, Equatable {
    let title: String
    let kind: NodeClass
    /// Whether every tie to other groups would go, of those somebody would be left in.
    public let isCutOff: Bool
    /// Whether everybody in it would go.
    public let isGone: Bool
    /// Whether it is linked with a central team, today and then.
    let hasCentre: (today: Bool, then: Bool)

    public static func == (a: Group, b: Group) -> Bool {
      (a.title, a.isCutOff, a.isGone, a.hasCentre.today, a.hasCentre.then)
        == (b.title, b.isCutOff, b.isGone, b.hasCentre.today, b.hasCentre.then)
    }
  }

  public struct Panel: Sendable, Equatable {
    let title: String
    let members: [Int]
  }

  public struct Line: Sendable, Equatable {
    /// Ends as places in `groups`; `b` is the number of groups where the line leads to the centre.
    public let a: Int
    public let b: Int
    let ties: Double
    public let state: State

    public enum State: Sendable, Equatable {
      case kept
      /// All its ties are held by those who would leave.
      case lost
      /// The same, and one end is cut off by it.
      case cutting
    }
  }

  /// The share of pairs of people who cannot reach one another, today and without somebody.
  public struct Slope: Sendable, Equatable {
    public let title: String
    /// The group somebody is of, where that is what they are called.
    var place: Place?
    public let today: Double
    public let without: Double
    let isSubject: Bool

    struct Place: Sendable, Equatable {
      let name: String
      let kind: NodeClass
      /// Which of those of the group it is.
      let number: Int
    }
  }

  /// Those without whom the trust is drawn.
  public struct Leavers: Sendable {
    let people: [Int32]
    /// Who they are, as the subject of a sentence.
    let who: String
    let holder: Fragility.SingleHolder?

    /// People whom somebody asks about.
    ///
    /// - Parameter who: what they are called, such as "everybody of the Inclusion team".
    public init(_ people: [Int32], who: String) {
      (self.people, self.who, holder) = (people, who, nil)
    }

    /// Whoever the most groups depend on alone; else whoever connects most.
    ///
    /// `nil` where nobody does, or nothing can be said.
    public init?(foremostIn facts: FigureFacts, name: (Int32) -> String?) {
      let shown = Set(facts.map.units.map(\.id))
      let holder = facts.fragility.singleHolders.first { $0.groups.allSatisfy(shown.contains) }
      if let holder {
        let place = holder.ownGroup.map { " in \(Network.inText($0))" } ?? ""
        people = [holder.person]
        who = name(holder.person) ?? "one colleague\(place)"
        self.holder = holder
        return
      }
      let brokers = facts.analysis.brokers
      guard !facts.fragility.saysNothing, brokers.isTrusted, let first = brokers.people.first else {
        return nil
      }
      people = [first.person]
      who = name(first.person) ?? "the colleague who connects most"
      self.holder = nil
    }
  }

  /// - Parameters:
  ///   - leavers: those without whom it is drawn.
  ///   - limit: the most groups on each map.
  ///   - isSmall: whether it stands in a page of text: two maps without panels, and no slopes.
  ///   - connectors: the most people whose loss is drawn beside theirs.
  public init(
    _ facts: FigureFacts, without leavers: Leavers, number: Int? = nil, limit: Int = 45,
    isSmall: Bool = false, connectors: Int = 6, name: (Int32) -> String?
  ) {
    let (map, study) = (facts.map, facts.study)
    let lost = facts.analysis.without(leavers.people)
    let shown = GroupPanels(map)
    let ids = study.grouping?.ids ?? []
    func id(_ group: Int) -> String { ids.indices.contains(group) ? ids[group] : "" }
    let centres = Set(facts.verdicts.groups.filter(\.isCentral).map(\.id))
    let emptied = Set(lost.groupsEmptied.map(id))
    let cut = Set(lost.groupsCutOff.map(id)).subtracting(emptied)
    var gone: Set<[String]> = []
    for pair in lost.pairsLost { gone.insert([id(pair.a), id(pair.b)].sorted()) }

    // Groups of staff but for central teams, which stand for one centre.
    let units = shown.groups.map { map.units[$0] }
    let places = Self.kept(units, shown.lines, cut.union(emptied), leavers.holder, limit)
    var place: [Int: Int] = [:]
    for (new, old) in places.enumerated() { place[old] = new }
    labels = facts.labels
    func losesCentre(_ unit: GroupMap.Unit) -> Bool {
      centres.contains { gone.contains([$0, unit.id].sorted()) }
    }
    let home = leavers.holder.flatMap { holder in
      facts.verdicts.groups.first { $0.name == holder.ownGroup }
    }
    groups = places.map { old in
      let unit = units[old]
      // What is held alone is a line of its own.
      let isLine = home?.isCentral == true && leavers.holder?.groups.contains(unit.id) == true
      let has = !isSmall && !shown.services[old].isEmpty && !isLine
      return Group(
        title: unit.name, kind: NodeClass(unit), isCutOff: cut.contains(unit.id),
        isGone: emptied.contains(unit.id),
        hasCentre: (
          has, has && !losesCentre(unit) && !cut.contains(unit.id) && !emptied.contains(unit.id)
        ))
    }
    self.isSmall = isSmall
    let panels = shown.panels.compactMap { panel -> Panel? in
      let members = panel.members.compactMap { place[$0] }
      guard !members.isEmpty else { return nil }
      return Panel(title: panel.title, members: members)
    }
    self.panels = isSmall ? [Panel(title: "", members: panels.flatMap(\.members))] : panels

    var lines: [Line] = []
    for link in shown.lines {
      guard let a = place[link.a], let b = place[link.b] else { continue }
      let pair = [units[link.a].id, units[link.b].id]
      let isLost = gone.contains(pair.sorted())
      lines.append(
        Line(
          a: a, b: b, ties: link.ties,
          state: !isLost ? .kept : pair.contains(where: cut.contains) ? .cutting : .lost))
    }
    // What holds a group is drawn even where links as thin are not.
    if let holder = leavers.holder, let home {
      for (id, ties) in zip(holder.groups, holder.tiesOfEach) where id != home.id {
        guard let a = places.firstIndex(where: { units[$0].id == id }) else { continue }
        let b =
          home.isCentral
          ? places.count : places.firstIndex { units[$0].id == home.id } ?? places.count
        lines.removeAll { ($0.a, $0.b) == (a, b) || ($0.a, $0.b) == (b, a) }
        lines.append(Line(a: a, b: b, ties: Double(ties), state: .cutting))
      }
    } else {
      for (a, old) in places.enumerated()
      where groups[a].hasCentre.today && !groups[a].hasCentre.then {
        let ties = shown.services[old].reduce(0) { $0 + $1.ties }
        lines.append(
          Line(a: a, b: places.count, ties: ties, state: groups[a].isCutOff ? .cutting : .lost))
      }
    }
    self.lines = lines
    hasMaps = !lines.isEmpty || groups.contains { $0.hasCentre.today }
    let toCentre = lines.contains { $0.b == places.count }
    centre =
      toCentre
      ? home.map(\.name) ?? facts.verdicts.groups.first(where: \.isCentral)?.name ?? "Central teams"
      : nil
    slopes = isSmall ? [] : Self.slopes(facts, leavers, lost, connectors, name)

    let names = groups.filter(\.isCutOff).map(\.title)
    let goneCount = lines.count { $0.state != .kept }
    heading = leavers.people.count == 1 ? "Without that person" : "Without them"
    let words = Self.words(facts, leavers, names, lost)
    captions = (
      leavers.holder.map { "the red lines are held by one person: \(counted($0.ties, "tie"))" }
        ?? (goneCount > 0 ? "\(counted(goneCount, "link")) would go" : "no link drawn would go"),
      words.then
    )
    minLink = map.suppressed.minLink
    let left = units.indices.count { units[$0].kind != .central } - places.count
    let further =
      left > 0 && hasMaps
      ? " Left out for clearness: \(counted(left, facts.boundary.singular, facts.boundary.plural)) with few ties to those that are drawn."
      : ""
    furniture = facts.furniture(
      form: "Before and after", headline: words.headline,
      subtitle:
        "What depends on \(leavers.who): \(facts.study.network.title)\(facts.when)",
      basis: facts.basis(groups: groups.count + (hasMaps ? 0 : left), links: lines.count),
      reading:
        "Whoever stays keeps the ties they have; nothing is foretold. A link is drawn where \(minLink) or more people carry it\(leavers.holder == nil ? "" : ", or one holds it alone").\(groups.contains { $0.hasCentre.today } ? " Small square: also linked with a central team." : "") Nobody is a risk: the gap is that nobody stands beside them.",
      suppression: (facts.suppression(shown.suppressed) + further).trimmingSpaces,
      description: Self.description(lines, groups, centre, slopes), number: number)
  }

  public static func == (a: WithoutPicture, b: WithoutPicture) -> Bool {
    (a.furniture, a.groups, a.panels, a.lines, a.slopes)
      == (b.furniture, b.groups, b.panels, b.lines, b.slopes)
  }

  /// The groups that are drawn, in the order they were given: all where there is room; else those that would be cut off or go,
  /// what they hang on and others of their hubs, then those with a link to one of these, or those with most ties.
  private static func kept(
    _ units: [GroupMap.Unit], _ links: [GroupMap.Link], _ touched: Set<String>,
    _ holder: Fragility.SingleHolder?, _ limit: Int
  ) -> [Int] {
    let all = units.indices.filter { units[$0].kind != .central }
    guard all.count > limit else { return all }
    var ties = [Double](repeating: 0, count: units.count)
    for link in links {
      ties[link.a] += link.ties
      ties[link.b] += link.ties
    }
    let subjects = Set(
      all.filter { touched.contains(units[$0].id) || units[$0].name == holder?.ownGroup })
    let hubs = Set(subjects.compactMap { units[$0].hub })
    let near = Set(all.filter { units[$0].hub.map(hubs.contains) == true }).union(subjects)
    let linked = Set(
      links.flatMap { link in
        near.contains(link.a) ? [link.b] : near.contains(link.b) ? [link.a] : []
      })
    func rank(_ place: Int) -> Int {
      subjects.contains(place) ? 0 : near.contains(place) ? 1 : linked.contains(place) ? 2 : 3
    }
    let order = all.sorted { (rank($0), -ties[$0], $0) < (rank($1), -ties[$1], $1) }
    let wanted = subjects.isEmpty ? order : order.filter { rank($0) < 3 }
    return wanted.prefix(limit).sorted()
  }

  private static func slopes(
    _ facts: FigureFacts, _ leavers: Leavers, _ lost: WithoutPeople, _ limit: Int,
    _ name: (Int32) -> String?
  ) -> [Slope] {
    guard let today = lost.with.fragmentation else { return [] }
    let brokers = facts.analysis.brokers
    let ids = facts.study.grouping?.ids ?? []
    let centres = Set(facts.verdicts.groups.filter(\.isCentral).map(\.id))
    let names = facts.study.grouping?.partition.names ?? []
    let shown = Set(facts.map.units.map(\.id)).union(centres)
    let hidden = facts.study.network.people.isHidden
    var many: [String: Int] = [:]
    func title(_ person: Int32, _ group: Int) -> (String, Slope.Place?) {
      if let name = name(person) { return (name, nil) }
      let isTold =
        !hidden[Int(person)] && ids.indices.contains(group) && shown.contains(ids[group])
      let place = isTold ? names[group] : "One colleague"
      many[place, default: 0] += 1
      let number = many[place] ?? 1
      let kind = isTold && !centres.contains(ids[group]) ? facts.kind(ids[group]) : .central
      return ("\(place), \(number)", Slope.Place(name: place, kind: kind, number: number))
    }
    func without(_ person: Int32) -> Double {
      facts.analysis.without([person]).without.fragmentation ?? today
    }
    var slopes: [Slope] = []
    if leavers.people.count > 1, let then = lost.without.fragmentation {
      slopes.append(
        Slope(title: "All of them", today: today, without: then, isSubject: true))
    }
    guard brokers.isTrusted else { return slopes }
    var shownPeople = Array(brokers.people.prefix(limit - slopes.count))
    if leavers.people.count == 1,
      let place = brokers.people.firstIndex(where: { $0.person == leavers.people[0] }),
      place >= shownPeople.count, !shownPeople.isEmpty
    {
      shownPeople[shownPeople.count - 1] = brokers.people[place]
    }
    let first = shownPeople.filter { leavers.people == [$0.person] }
    slopes += (first + shownPeople.filter { leavers.people != [$0.person] }).map { broker in
      let (title, place) = title(broker.person, broker.group)
      return Slope(
        title: title, place: place, today: today, without: without(broker.person),
        isSubject: leavers.people == [broker.person])
    }
    return slopes
  }

  private static func words(
    _ facts: FigureFacts, _ leavers: Leavers, _ cut: [String], _ lost: WithoutPeople
  ) -> (headline: String, then: String) {
    let (one, many) = (facts.boundary.singular, facts.boundary.plural)
    let other = lost.groupsEmptied.isEmpty ? "" : "other "
    if !cut.isEmpty {
      let named = cut.count > 3 ? "\(inWords(cut.count)) \(many)" : listed(cut)
      let headline = "If \(leavers.who) left, \(named) would lose every tie to other \(many)"
      return (
        headline,
        "\(cut.count == 1 ? "one \(one)" : "\(inWords(cut.count)) \(many)") cut off from all others"
      )
    }
    if facts.fragility.isUncertain {
      return (
        "What depends on one person is not certain", "no \(one) shown is known to be cut off"
      )
    }
    // Were the words others where a hidden group is cut off, they would tell that one is.
    let shown = facts.map.suppressed.units > 0 ? " that is shown" : ""
    return (
      leavers.people.count == 1 && facts.fragility.singleHolders.isEmpty
        ? "\(facts.fragility.none(facts.boundary)) would be cut off by any one person leaving"
        : "If \(leavers.who) left, no \(other)\(one)\(shown) would be cut off",
      "no \(other)\(one)\(shown) is cut off"
    )
  }

  private static func description(
    _ lines: [Line], _ groups: [Group], _ centre: String?, _ slopes: [Slope]
  ) -> String {
    func end(_ place: Int) -> String {
      groups.indices.contains(place) ? groups[place].title : centre ?? "the centre"
    }
    var sentences: [String] = []
    let gone = lines.filter { $0.state != .kept }.map { "\(end($0.a)) and \(end($0.b))" }
    if !gone.isEmpty {
      let rest = gone.count > 12 ? "; and \(gone.count - 12) more" : ""
      sentences.append("Links that would go: \(gone.prefix(12).joined(separator: "; "))\(rest).")
    }
    sentences += slopes.map {
      "Without \($0.title), \(percent($0.without)) of pairs of people could not reach one another, \(percent($0.today)) today."
    }
    return sentences.joined(separator: " ")
  }

  // MARK: - Drawing

  /// Draws as many groups as fit the page.
  public static func drawWithout(
    _ facts: FigureFacts, without leavers: Leavers, number: Int? = nil, on sheet: Sheet,
    name: (Int32) -> String?
  ) -> DrawnFigure {
    let isSmall = sheet.paper.isNarrow
    return DrawnFigure.fullest(isSmall ? [16, 13, 10, 8, 6] : [45, 36, 28, 21, 15, 10]) { limit in
      WithoutPicture(
        facts, without: leavers, number: number, limit: limit, isSmall: isSmall, name: name
      )
      .drawn(on: sheet)
    }
  }

  private var legend: [LegendItem] {
    var items: [LegendItem] = []
    if lines.contains(where: { $0.state == .kept }) {
      items.append(
        LegendItem(
          .link(colour: Palette.link, width: 1.6, dashes: nil),
          "Link of \(minLink) or more people, thicker with more ties"))
    }
    if lines.contains(where: { $0.state == .cutting }) {
      items += [
        LegendItem(
          .link(colour: Palette.alarm, width: 2.2, dashes: nil), "All that ties a group to others"),
        LegendItem(
          .link(colour: Palette.alarm, width: 1.6, dashes: WithoutInk.dashes), "Would go"),
      ]
    } else if lines.contains(where: { $0.state == .lost }) {
      items.append(
        LegendItem(
          .link(colour: Palette.ink, width: 1.2, dashes: WithoutInk.dashes), "Would go"))
    }
    return items
  }

  private var table: DataTable {
    func end(_ place: Int) -> String {
      groups.indices.contains(place) ? groups[place].title : centre ?? ""
    }
    return DataTable(
      [
        .text("what"), .text("from", "of"), .text("to"), .number("ties"),
        .text("then"), .number("today_percent", "pairs apart today, %"),
        .number("without_percent", "pairs apart then, %"),
      ],
      rows: lines.map { line in
        [
          .text("link"), .text(end(line.a)), .text(end(line.b)), .number(line.ties, places: 0),
          .text(line.state == .kept ? "stays" : "goes"), .none, .none,
        ]
      }
        + slopes.map { slope in
          [
            .text("reach"), .text(slope.title), .text(""), .none, .text(""),
            .number(slope.today * 100, places: 1), .number(slope.without * 100, places: 1),
          ]
        })
  }

  public func drawn(on sheet: Sheet) -> DrawnFigure {
    let page = Page(sheet.paper, furniture, legend: legend, tone: sheet.tone)
    let ink = WithoutInk(self, in: page.frame)
    let edges = lines.filter { $0.b < groups.count }.map {
      "  n\($0.a) -- n\($0.b)\($0.state == .kept ? "" : " [style=dashed]");"
    }
    return DrawnFigure(
      svg: page.svg(ink.elements), dot: DOT.text(groups.map(\.title), edges), paper: sheet.paper,
      furniture: furniture, table: table, places: nil, fits: ink.fits)
  }
}
