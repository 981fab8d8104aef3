public import Documents
public import Findings
import GraphEngine
import Measures
public import Networks
public import Sections

/// The pages of one trust, made from one analysis; written as files by `weft site`.
///
/// Nothing is worked out here: findings come from the analysis, words from the sections, pictures from the diagrams.
public struct Site: Sendable {
  /// A figure, with the words and numbers that stand for it.
  public struct Figure: Sendable {
    public let file: String
    public let svg: [UInt8]
    public let alt: String
    public let description: String
    public let table: Table

    public init(file: String, svg: [UInt8], alt: String, description: String, table: Table) {
      self.file = file
      self.svg = svg
      self.alt = alt
      self.description = description
      self.table = table
    }
  }

  /// The figures that a site may hold.
  public enum FigureKind: Sendable, CaseIterable {
    case map, matrix, bridges, partners
  }

  let analysis: Analysis
  let naming: Naming
  private(set) var frame: SiteFrame
  private(set) var figures: [FigureKind: Figure]
  let version: String
  let findings: KeyFindings
  let ranking: SiloRanking?
  let silos: SilosReport?
  let gaps: GapsReport?
  let topics: [TopicPeople]
  let colleagues: [ColleaguePage]
  /// Where somebody works with each of them.
  let introducers: [Int32: [String]]
  let partnerships: PartnershipList
  let addresses: Addresses
  let since: EarlierTime?
  /// What a reader of a server may choose; nothing where the pages are files.
  let served: Served?

  /// What a server adds to the pages: the question that was asked, and what else may be.
  public struct Served: Sendable {
    let boundaries: [(id: String, words: String)]
    /// The question, as it stands in the address.
    let question: [(key: String, value: String)]

    public init(
      boundaries: [(id: String, words: String)], question: [(key: String, value: String)]
    ) {
      self.boundaries = boundaries
      self.question = question
    }

    subscript(_ key: String) -> String? { question.first { $0.key == key }?.value }

    /// A form that asks the question anew: what it has no field for stays as it is.
    func form(_ view: String, fields keys: [String], _ fields: HTML) -> HTML {
      let kept = question.filter { !keys.contains($0.key) }.html {
        "<input type=\"hidden\" name=\"\($0.key)\" value=\"\($0.value)\">"
      }
      return """
        <form method="get" action="ask" class="fields"><input type="hidden" name="view" value="\(view)">\(kept)
        \(fields)</form>
        """
    }
  }

  /// - Parameters:
  ///   - topics: the analysis along the boundary by which topics are looked at.
  ///   - marking: what every page bears, such as that it holds names.
  ///   - since: the earlier time to compare with, if any.
  public init(
    _ analysis: Analysis, topics boundary: Boundary?, _ naming: Naming, marking: String?,
    figures: [FigureKind: Figure] = [:], since: EarlierTime? = nil, served: Served? = nil,
    version: String
  ) {
    self.served = served
    self.analysis = analysis
    self.naming = naming
    self.figures = figures
    self.version = version
    self.since = since
    let network = analysis.network
    let knows = !network.expertise.isEmpty
    gaps =
      network.expertise.tellsKnowledge
      ? GapsReport(analysis.grouped(by: boundary ?? analysis.boundary), naming) : nil
    findings = KeyFindings(analysis, naming, topics: gaps, since: since)
    ranking = SiloRanking(analysis, naming, findings)
    silos = SilosReport(analysis, showsSmallGroups: naming.showsAll)
    let knowledge = analysis.expertise
    topics =
      knows
      ? knowledge.topicsInPlay.map { TopicPeople(knowledge, $0, naming) }
        .sorted { (folded($0.name), $0.topic) < (folded($1.name), $1.topic) } : []
    let people = knows && naming.showsAll ? analysis.study.slice.people : []
    colleagues = people.compactMap { person in
      ColleaguePage(knowledge, analysis.introductions, person, naming).flatMap {
        $0.helps.isEmpty && $0.learns.isEmpty && $0.seeks.isEmpty ? nil : $0
      }
    }
    introducers = Dictionary(uniqueKeysWithValues: colleagues.map { ($0.person, $0.schools) })
    partnerships = PartnershipList(analysis)
    addresses = Self.addresses(network, topics, colleagues, partnerships.entries, naming)
    frame = SiteFrame(
      trust: network.title, marking: marking, basis: Self.basis(analysis),
      isServed: served != nil)
  }

  private static func addresses(
    _ network: Network, _ topics: [TopicPeople], _ colleagues: [ColleaguePage],
    _ partnerships: [PartnershipLedger.Entry], _ naming: Naming
  ) -> Addresses {
    var addresses = Addresses()
    for topic in topics { addresses.add("topic", id: "\(topic.topic)", name: topic.name) }
    for school in network.schools { addresses.add("school", id: school.id, name: school.name) }
    for team in network.teams {
      let home = team.school.map { network.schools[Int($0)].name + " " } ?? ""
      addresses.add("team", id: team.id, name: home + team.name)
    }
    for partner in network.partners {
      addresses.add("partner", id: partner.id, name: partner.name)
    }
    for entry in partnerships.sorted(by: { $0.id < $1.id }) {
      addresses.add("partnership", id: entry.id, name: "\(entry.partner) with \(entry.with)")
    }
    // In order of id, so that a name that two people have leads to the same page each time.
    for colleague in colleagues {
      addresses.add("person", id: "\(colleague.person)", name: naming.id(colleague.person) ?? "")
    }
    return addresses
  }

  /// What the figures rest on.
  private static func basis(_ analysis: Analysis) -> String {
    let day = analysis.asAt.map { " as at \($0.inWords)" } ?? ""
    let groups = analysis.study.grouping.map { " in \($0.inWords)" } ?? ""
    return
      "Figures\(day): \(counted(analysis.study.peopleCount, "person", "people"))\(groups); \(analysis.study.coverage.inWords)."
  }
}

// MARK: - Single pages

extension Site {
  /// The site with its pictures.
  public func illustrated(_ figures: [FigureKind: Figure]) -> Site {
    var site = self
    site.figures = figures
    return site
  }

  /// The same for whoever may open these alone.
  public func open(_ places: Set<WebPage.Place>) -> Site {
    var site = self
    site.frame.open = places
    return site
  }

  /// Whether a page shows pictures.
  public static func hasPictures(_ stem: String) -> Bool {
    ["silos-map", "silos-matrix", "partnerships"].contains(stem)
  }

  /// The page of a name; `nil` where there is none.
  public func page(_ stem: String) -> WebPage? {
    switch stem.prefix(while: { $0 != "-" }) {
    case "topic": topicPage(stem)
    case "person": personPage(stem)
    case "school", "team", "partner": placePage(stem)
    case "partnership": partnershipPage(stem)
    case "index": home
    case "find": find
    case "missing": missing
    case "silos": siloPages.first { $0.stem == stem }
    default:
      (listPages + aboutPages).first { $0.stem == stem } ?? purposePage(stem)
    }
  }

  /// A page as a browser gets it.
  public func html(_ page: WebPage) -> String { frame.html(page) }

  /// The table of a page, for programs.
  public func json(_ page: WebPage) -> String? { page.table.map { Self.data(page, $0).json } }

  /// The picture of a file's name.
  public func picture(_ file: String) -> [UInt8]? {
    figures.values.first { $0.file == file }?.svg
  }

  /// The style of all pages.
  public static var styleSheet: String { Style.sheet }
}

// MARK: - Files

extension Site {
  /// Every page.
  public var pages: [WebPage] {
    [home] + siloPages + findPages + [missing] + partnershipPages + purposePages + placePages
      + personPages
      + aboutPages
  }

  /// Every file, pages first: its name and its bytes.
  public var files: [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    for page in pages {
      files.append((page.file, Array(frame.html(page).utf8)))
      guard let table = page.table else { continue }
      files.append((page.stem + ".csv", Array(table.csv.utf8)))
      files.append((page.stem + ".json", Array(Self.data(page, table).json.utf8)))
    }
    for kind in FigureKind.allCases {
      if let figure = figures[kind] { files.append((figure.file, figure.svg)) }
    }
    files.append(("site.css", Array(Style.sheet.utf8)))
    files.append(("site.js", Array(Script.text.utf8)))
    files.append(("search-index.js", Array(searchIndex.utf8)))
    return files
  }

  private static func data(_ page: WebPage, _ table: Table) -> JSONValue {
    .object([
      "schema_version": .whole(1), "title": .text(page.title), "rows": table.jsonRows,
    ])
  }
}
