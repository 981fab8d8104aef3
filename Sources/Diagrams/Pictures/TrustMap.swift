public import Measures
import Networks

/// What every figure of a study is made from.
public struct FigureFacts: Sendable {
  public let study: Study
  public let verdicts: SiloVerdicts
  public let fragility: Fragility
  public let map: GroupMap
  public var source: String
  public var meeting: String?
  public var marking: String?

  public init(
    _ study: Study, rules: VerdictRules, minLink: Int, source: String, meeting: String? = nil,
    marking: String? = nil
  ) {
    self.study = study
    verdicts = SiloVerdicts(study, rules: rules)
    fragility = Fragility(study, minGroup: rules.minGroup)
    map = GroupMap(study, minGroup: rules.minGroup, minLink: minLink)
    self.source = source
    self.meeting = meeting
    self.marking = marking
  }

  var boundary: Boundary { verdicts.boundary }

  /// "autumn term" and the like are for people to write; here the period in words, and how deep.
  var when: String {
    let depth = study.slice.depth
    let deep = depth > .networking ? ", at least \(depth.word) (depth \(depth.rawValue))" : ""
    let period = study.slice.period
    return (period == .all ? "" : " \(period.inWords)") + deep
  }

  /// How many people, groups and links, and how many answered.
  func basis(groups: Int, links: Int) -> String {
    var parts = [
      counted(study.peopleCount, "person", "people"), counted(groups, "group"),
      counted(links, "link"),
    ]
    if let share = study.coverage.share { parts.append("\(percent(share)) answered") }
    return parts.joined(separator: " · ")
  }

  /// What is left out because few people are behind it.
  func suppression(_ hidden: GroupMap.Suppressed) -> String {
    var parts: [String] = []
    if hidden.units > 0 {
      parts.append("\(counted(hidden.units, "group")) of fewer than \(hidden.minGroup) people")
    }
    if hidden.links > 0 {
      parts.append("\(counted(hidden.links, "link")) of fewer than \(hidden.minLink) people")
    }
    if hidden.faint > 0 {
      parts.append(
        "\(counted(hidden.faint, "link")) of less than half a tie, from working groups alone")
    }
    if hidden.partners > 0 {
      parts.append("\(counted(hidden.partners, "partner")) with no larger link")
    }
    if hidden.furtherPartners > 0 {
      parts.append("\(counted(hidden.furtherPartners, "partner")) with fewer ties")
    }
    if hidden.weakLinks > 0 {
      parts.append(
        "\(counted(hidden.weakLinks, "link")) of fewer than \(counted(Int(hidden.threshold))) ties, save each group's strongest"
      )
    }
    return parts.isEmpty ? "" : "Not shown: \(listed(parts))."
  }
}

extension MapPicture {
  /// The trust map: schools, central teams and partners, and who works with whom.
  ///
  /// - Parameter partners: how many partners are shown for each group of staff at most.
  public init(trustMap facts: FigureFacts, number: Int? = nil, partners: Double = 0.5) {
    let map = facts.map.readable(partnersPerGroup: partners)
    let hubs = Set(map.units.compactMap(\.hub)).sorted()
    let clusterOf = Dictionary(uniqueKeysWithValues: hubs.enumerated().map { ($1, $0) })
    let alarms = Alarms(facts)
    let isSmall = map.units.count <= 14
    let nodes = zip(map.units, map.within).map { unit, within in
      Node(
        id: unit.id, title: unit.name, kind: NodeClass(unit),
        people: unit.kind == .partner ? nil : unit.people,
        note: isSmall && unit.kind != .partner
          ? within.map { "\(counted(Int($0.rounded()), "tie")) inside" } : nil,
        alarm: alarms.words(unit),
        cluster: unit.hub.flatMap { clusterOf[$0] })
    }
    // Between two groups there is one link at most, and nothing to be said of it.
    let onlyLinks = nodes.count > 2 ? facts.map.onlyLinks : []
    let ties = map.links.map { link in
      let (a, b) = (map.units[link.a], map.units[link.b])
      let isOnly = onlyLinks.contains([a.id, b.id])
      let isAcross = a.hub != nil && b.hub != nil && a.hub != b.hub
      return Tie(
        a: link.a, b: link.b, weight: link.ties,
        style: isOnly ? .only : isAcross ? .across : .inside)
    }
    let headline = alarms.headline
    let basis = facts.basis(groups: nodes.count, links: ties.count)
    let kinds = facts.boundary == .school ? Self.kinds(map) : facts.boundary.plural
    let furniture = Furniture(
      headline: headline,
      subtitle: "Who works with whom across \(kinds) of \(facts.study.network.title)\(facts.when)",
      basis: basis,
      reading:
        "Numbers in the boxes count staff. Position shows who works together, not importance. A missing link may mean that it was not recorded.",
      suppression: facts.suppression(map.suppressed), source: facts.source, meeting: facts.meeting,
      marking: facts.marking, number: number,
      altText: Self.altText("Network map. \(headline). \(basis)."),
      description: Self.description(headline, nodes, ties, facts))
    self.init(
      furniture: furniture, nodes: nodes, ties: ties, clusterCount: hubs.count > 1 ? hubs.count : 0,
      stripTitle: "No link of \(map.suppressed.minLink) or more people")
  }

  /// Draws the trust map with as many partners as fit the page.
  public static func drawTrustMap(
    _ facts: FigureFacts, number: Int? = nil, on paper: PaperSize, by worker: LayoutWorker
  ) async -> DrawnFigure {
    var drawn = await MapPicture(trustMap: facts, number: number).drawn(on: paper, by: worker)
    for partners in [0.3, 0.15, 0] where !drawn.fits {
      drawn = await MapPicture(trustMap: facts, number: number, partners: partners)
        .drawn(on: paper, by: worker)
    }
    return drawn
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
    _ headline: String, _ nodes: [Node], _ ties: [Tie], _ facts: FigureFacts
  ) -> String {
    let degree = nodes.indices.map { node in ties.count { $0.a == node || $0.b == node } }
    let most = nodes.indices.sorted { (degree[$1], $0) < (degree[$0], $1) }.prefix(3)
      .filter { degree[$0] > 0 }
      .map { "\(nodes[$0].title) (\(degree[$0]))" }
    let alone = nodes.indices.filter { degree[$0] == 0 }.map { nodes[$0].title }
    var sentences = [headline + ".", facts.verdicts.whole.sentence]
    if !most.isEmpty { sentences.append("Most links: \(listed(most)).") }
    if !alone.isEmpty { sentences.append("Without a link that is shown: \(listed(alone)).") }
    sentences += nodes.filter { $0.alarm != nil }.map { "\($0.title): \($0.alarm ?? "")." }
    return sentences.joined(separator: " ")
  }
}

extension NodeClass {
  /// The class of a group: by phase for schools, in any of the words that exports use.
  init(_ unit: GroupMap.Unit) {
    switch unit.kind {
    case .central: self = .central
    case .partner: self = .partner
    case .group: self = .group
    case .school:
      let phase = folded(unit.phase ?? "")
      if ["special", "alternative", "referral", "pru", "ap"].contains(where: phase.contains),
        phase != ""
      {
        self = .special
      } else if ["secondary", "sixth", "16plus", "post16", "high", "allthrough", "upper"].contains(
        where: phase.contains)
      {
        self = .secondary
      } else {
        self = .primary
      }
    }
  }
}

/// What stands out on a map, and the headline it makes.
struct Alarms {
  private var byId: [String: String] = [:]
  let headline: String

  init(_ facts: FigureFacts) {
    let silos = facts.verdicts.silos
    for silo in silos { byId[silo.id] = "keeps to itself" }
    for group in facts.fragility.onlyLinks { byId[group.group] = "only link" }
    for single in facts.fragility.singleHolders {
      for group in single.groups { byId[group] = "hangs on one person" }
    }
    headline = Self.headline(facts, silos.map(\.name))
  }

  func words(_ unit: GroupMap.Unit) -> String? { unit.kind == .partner ? nil : byId[unit.id] }

  private static func headline(_ facts: FigureFacts, _ silos: [String]) -> String {
    let boundary = facts.boundary
    let hanging = facts.fragility.singleHolders.flatMap(\.names)
    var parts: [String] = []
    if silos.count == 1 {
      parts.append("\(silos[0]) keeps to itself")
    } else if silos.count > 1 {
      parts.append(
        silos.count < 4
          ? "\(listed(silos)) keep to themselves"
          : "\(capitalised(inWords(silos.count))) \(boundary.plural) keep to themselves")
    }
    if hanging.count == 1 {
      parts.append("\(hanging[0]) hangs on one person")
    } else if hanging.count > 1 {
      let isOne = facts.fragility.singleHolders.count == 1
      parts.append(
        "\(inWords(hanging.count)) \(boundary.plural) hang on one person\(isOne ? "" : " each")")
    }
    if parts.isEmpty, !facts.fragility.onlyLinks.isEmpty {
      let only = facts.fragility.onlyLinks
      parts.append(
        only.count == 1
          ? "\(only[0].name) depends on a single link to the rest"
          : "\(inWords(only.count)) \(boundary.plural) depend on a single link to the rest")
    }
    if !parts.isEmpty { return capitalised(parts.joined(separator: "; ")) }
    return plain(facts)
  }

  /// What to say when nothing stands out: seen against expected.
  static func plain(_ facts: FigureFacts) -> String {
    let boundary = facts.boundary
    switch facts.verdicts.whole.kind {
    case .notSurveyedAcross:
      return "No tie crosses from one \(boundary.singular) to another: most likely nobody was asked"
    case .notEnoughData: return "Not enough data to say how far \(boundary.plural) work together"
    default:
      let index = facts.verdicts.index
      guard let value = index.value, let expected = index.expected else {
        return "Who works with whom across \(boundary.plural)"
      }
      return
        "\(percent((1 + value) / 2)) of ties cross from one \(boundary.singular) to another; chance would make it \(percent((1 + expected) / 2))"
    }
  }
}
