public import Findings
public import Measures
public import Networks

/// What every figure of a study is made from.
public struct FigureFacts: Sendable {
  public let analysis: Analysis
  public let verdicts: SiloVerdicts
  public let fragility: Fragility
  public var source: String
  /// What a user wants said in place of Weft's words, and beside them.
  public var words: FigureWords
  public var study: Study { analysis.study }
  /// All groups that may be shown, however many.
  public var map: GroupMap { analysis.map() }

  /// The facts of an analysis along a boundary; `nil` when nothing groups people.
  public init?(_ analysis: Analysis, source: String, words: FigureWords = FigureWords()) {
    guard let verdicts = analysis.verdicts, let fragility = analysis.fragility(showsAll: false)
    else { return nil }
    self.analysis = analysis
    self.verdicts = verdicts
    self.fragility = fragility
    self.source = source
    self.words = words
  }

  /// The words round a figure: its own finding and basis, and what the user said of the rest.
  ///
  /// - Parameters:
  ///   - form: what kind of picture it is, for the alt text.
  ///   - description: the figure in sentences.
  func furniture(
    form: String, headline: String, subtitle: String, basis: String, reading: String,
    suppression: String, description: String, number: Int? = nil
  ) -> Furniture {
    var furniture = Furniture(
      headline: words.headline ?? headline, subtitle: words.subtitle ?? subtitle, basis: basis,
      reading: reading, suppression: suppression, source: source, meeting: words.meeting,
      marking: words.marking, number: words.number ?? number,
      altText: MapPicture.altText("\(form). \(headline). \(basis)."),
      // The finding opens the description too, under whatever headline the user wrote.
      description: description.isEmpty ? "\(headline)." : "\(headline). \(description)")
    furniture.isHeadlineGiven = words.headline != nil
    return furniture
  }

  public var boundary: Boundary { verdicts.boundary }

  /// The facts of hubs, for figures that show schools by their hub.
  var hubs: FigureFacts? {
    study.network.boundary(named: "hub").flatMap {
      FigureFacts(analysis.grouped(by: $0), source: source, words: words)
    }
  }

  /// "autumn term" and the like are for people to write; here the period in words, and how deep.
  var when: String {
    let period = study.slice.period
    return (period == .all ? "" : " \(period.inWords)") + deep
  }

  /// How deep, where not all ties count.
  var deep: String {
    let depth = study.slice.depth
    return depth > .networking ? ", at least \(depth.word) (depth \(depth.rawValue))" : ""
  }

  /// How many people the groups have, of how many where some have none.
  var people: String {
    analysis.leftOut?.peopleInWords ?? counted(study.peopleCount, "person", "people")
  }

  /// How many people, groups and links, and how many answered.
  ///
  /// - Parameters:
  ///   - level: the facts along the boundary that the headline speaks of, where it is another.
  ///   - map: what is drawn of; where more of its links may not be shown than may, that is said beside them.
  ///   - further: how many groups have no room beside them.
  func basis(
    groups: Int, links: Int, of level: FigureFacts? = nil, from map: GroupMap? = nil,
    further: Int = 0
  ) -> String {
    var parts = [
      (level ?? self).people,
      further > 0
        ? "\(counted(groups)) of \(counted(groups + further, "group"))" : counted(groups, "group"),
      counted(links, "link"),
    ]
    if let map, map.suppressed.linksAmongStaff > map.amongStaff.links.count {
      parts.append("\(counted(map.suppressed.links, "more link")) may not be shown")
    }
    if let share = study.coverage.share { parts.append("\(percent(share)) answered") }
    return parts.joined(separator: " · ")
  }

  /// People whom no group has, for the line that says what is not shown.
  var leftOut: String? { analysis.leftOut?.inShort }

  /// What the legend calls a group of a map: a hub, a phase.
  func groupNoun(_ map: GroupMap) -> String {
    map.merging.contains(.hubs) ? "hub" : boundary == .school ? "group" : boundary.singular
  }

  /// What is left out because few people are behind it.
  ///
  /// - Parameter reason: why groups stand together, where any do.
  func suppression(
    _ hidden: GroupMap.Suppressed, merged reason: String = "Too many for one page"
  ) -> String {
    var parts: [String] = []
    if let leftOut { parts.append(leftOut) }
    if hidden.units > 0 {
      parts.append(
        "\(counted(hidden.units, "group")) of fewer than \(hidden.minGroup) people\(hidden.isUnitBeside ? ", or beside one" : "")"
      )
    }
    if hidden.links > 0 {
      parts.append(
        "\(counted(hidden.links, "link")) of fewer than \(hidden.minLink) people\(hidden.isLinkBeside ? ", or beside one" : "")"
      )
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
    let spared =
      switch hidden.spared {
      case .none: ""
      case .strongest: ", save each group's strongest"
      case .joining: ", save those that join what would stand apart"
      }
    for (count, threshold, words) in [
      (hidden.weakLinks, hidden.threshold, ""),
      (hidden.weakAcross, hidden.thresholdAcross, " between panels"),
    ] where count > 0 {
      parts.append(
        "\(counted(count, "link"))\(words) of fewer than \(counted(Int(threshold.rounded(.up)))) ties\(spared)"
      )
    }
    let merged =
      hidden.merged > 0
      ? "\(reason), so \(counted(hidden.merged)) groups stand as \(inWords(hidden.mergedInto)). "
      : ""
    let further =
      hidden.furtherUnits > 0
      ? "Too many for one page: \(counted(hidden.furtherUnits, "more group is", "more groups are")) left out"
        + (hidden.furtherLinks > 0 ? ", with \(counted(hidden.furtherLinks, "link"))" : "") + ". "
      : ""
    return merged + further + (parts.isEmpty ? "" : "Not shown: \(listed(parts)).")
  }
}
