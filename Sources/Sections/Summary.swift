import Documents
import GraphEngine
public import Findings
import Measures
import Networks

/// `summary.md`: one page a leader can read, names of people nowhere in it.
public struct Summary: Sendable {
  private let analysis: Analysis
  private let silos: SilosReport?
  private let naming: Naming
  private let files: [(name: String, what: String)]
  private let setAside: Int
  private let lacks: [String]
  private let since: EarlierTime?

  /// - Parameters:
  ///   - silos: the verdicts along the main boundary; `nil` when nothing groups people.
  ///   - files: what else the run wrote.
  ///   - setAside: how many rows of the files could not be used.
  ///   - lacks: the gravest gaps in what people know, a sentence each.
  public init(
    _ analysis: Analysis, _ silos: SilosReport?, _ naming: Naming,
    files: [(name: String, what: String)], setAside: Int, lacks: [String] = [],
    since: EarlierTime? = nil
  ) {
    self.analysis = analysis
    self.silos = silos
    self.naming = naming
    self.files = files
    self.setAside = setAside
    self.lacks = lacks
    self.since = since
  }

  private var study: Study { analysis.study }
  private var fragility: Fragility? { naming.fragility(of: analysis) }
  private var brokers: Brokers { analysis.brokers }
  /// The ways of grouping people, ranked; `nil` when there is but one.
  private var boundaries: BoundariesReport? {
    analysis.boundary != nil && analysis.judged.count > 1 ? BoundariesReport(analysis) : nil
  }
  private var depths: DepthsReport? { DepthsReport(analysis) }

  public var markdown: String {
    ([title, basis] + inShort + better + table + bridging + lacking + toDo + further + caveats
      + written)
      .joined(separator: "\n\n") + "\n"
  }

  private var boundary: Boundary { study.grouping?.boundary ?? Boundary("group") }
  private var title: String { "# \(Self.plain(study.network.title)): silos and bridges" }

  /// The ties that shares rest on: pairs of a working group share one.
  private var ties: Int {
    analysis.verdicts?.index.basis.map { Int($0.rounded()) } ?? study.slice.arcs.tieCount
  }

  private var basis: String {
    var parts = [analysis.leftOut?.peopleInWords ?? counted(study.peopleCount, "person", "people")]
    if let groups = study.grouping { parts.append(groups.inWords) }
    parts += [
      analysis.leftOut.flatMap { $0.ties > 0 ? $0.tiesInWords : nil } ?? counted(ties, "tie"),
      study.coverage.inWords,
    ]
    if study.slice.period != .all { parts.append(study.slice.period.inWords) }
    if study.slice.depth > .networking {
      parts.append(
        "ties of depth \(study.slice.depth.rawValue) (\(study.slice.depth.word)) or more")
    }
    return parts.joined(separator: " · ")
  }

  private var inShort: [String] {
    guard let silos, let fragility else {
      return [
        "## In short",
        "- "
          + (analysis.inSeveralSchools
            ?? "Nothing in the files groups people, so nothing can be said of silos. Add a school, team or department to people.csv."),
      ]
    }
    let sentences = silos.sentences + fragility.sentences(boundary)
    return ["## In short", sentences.map { "- " + Self.plain($0) }.joined(separator: "\n")]
  }

  /// Whether it is better than at the earlier time, where there is one.
  private var better: [String] {
    guard let since else { return [] }
    return [
      "## Since \(Self.plain(since.name))",
      since.sentences.map { "- " + Self.plain($0) }.joined(separator: "\n"),
    ]
  }

  /// The groups that stand out, and enough of the others to compare with.
  private var table: [String] {
    guard let silos else { return [] }
    let shown = Table(silos.table.columns, rows: Array(silos.table.rows.prefix(8)))
    let lines = Self.markdown(
      shown.keeping([
        "group", "people", "ties", "leave", "range", "others", "chance", "verdict", "certainty",
      ]))
    let left = silos.table.rows.count - shown.rows.count
    let more =
      left > 0
      ? [
        left == 1
          ? "The other one is in silos.csv." : "The other \(counted(left)) are in silos.csv."
      ] : []
    return [
      "## Where the silos are", lines,
      "*Lead out*: the share of ties that lead out of the \(boundary.singular); a tie across counts at both ends. *Could be*: the range allowing for who was counted and for missing answers. *Others at its size*: what the other \(boundary.plural) would do. *By chance*: what chance alone would give.",
    ] + more
  }

  /// Who bridges now, in roles and counts.
  private var bridging: [String] {
    guard brokers.isTrusted else {
      return [
        "## Who bridges now",
        "Only \(brokers.coverage.inWords): too few for a ranking of people to be trusted, so none is given.",
      ]
    }
    let top = brokers.people.prefix(20)
    guard !top.isEmpty else { return [] }
    let roles = naming.roleWords(
      of: top.map(\.person), in: study.network, besideSchool: false
    ).map(Self.plain)
    // How much of all connecting theirs is, the ranking does not say.
    let some = top.count == 1 ? "person who connects" : "\(counted(top.count)) people who connect"
    let most = "the \(some) others most \(top.count == 1 ? "is" : "are")"
    var sentences = [
      roles.isEmpty
        ? "\(capitalised(most)) listed by code in bridges.csv."
        : "By role, \(most) \(listed(roles))."
    ]
    if let reach = reach(Array(top)) { sentences.append(reach) }
    if !roles.isEmpty {
      sentences.append("bridges.csv lists \(top.count == 1 ? "that person" : "them") by code.")
    }
    let cut = brokers.people.count { $0.isCutPoint }
    if cut > 0 {
      sentences.append(
        "\(capitalised(counted(cut, "person is a cut point", "people are cut points"))): without them somebody is cut off."
      )
    }
    return ["## Who bridges now", sentences.joined(separator: " ")]
  }

  /// Into how many other groups those who connect most have ties; `nil` where people were not asked about others.
  ///
  /// Nor where a copy without names tells too few links for so many: there would be others.
  private func reach(_ top: [Brokers.Broker]) -> String? {
    let groups = top.map(\.otherGroups)
    guard study.grouping != nil, analysis.verdicts?.whole.kind != .notSurveyedAcross,
      !groups.isEmpty
    else { return nil }
    let mean = Self.mean(groups)
    guard naming.showsAll || mean <= Self.mean(top.map { analysis.spread.most(of: $0.person) })
    else { return nil }
    let some = groups.count { $0 > 0 }
    if mean == 0 {
      return some == 0
        ? nil
        : "\(capitalised(inWords(some))) of them \(some == 1 ? "has" : "have") ties in another \(boundary.singular)."
    }
    let others = "\(inWords(mean)) other \(mean == 1 ? boundary.singular : boundary.plural)"
    return groups.count == 1
      ? "That person has ties in \(others)." : "On average they have ties in \(others)."
  }

  private static func mean(_ counts: [Int]) -> Int {
    Int((Double(counts.reduce(0, +)) / Double(counts.count)).rounded())
  }

  /// What nobody knows, or one person alone.
  private var lacking: [String] {
    guard !lacks.isEmpty else { return [] }
    return [
      "## What we may lack", lacks.map { "- " + Self.plain($0) }.joined(separator: "\n"),
    ]
  }

  private var toDo: [String] {
    guard let silos, let fragility else { return [] }
    let list = actions(
      silos.verdicts, fragility, study.coverage, shows: { naming.shows($0, along: boundary) })
    guard !list.isEmpty else { return [] }
    let lines = list.map { "- *\(capitalised($0.horizon.rawValue))*: \(Self.plain($0.sentence))" }
    return ["## What would help", lines.joined(separator: "\n")]
  }

  private var further: [String] {
    var parts: [String] = []
    if let boundaries {
      parts += ["## Which grouping divides most"] + (boundaries.sentence.map { [$0] } ?? [])
      parts += [Self.markdown(boundaries.table), BoundariesReport.howToRead]
    }
    if let depths, depths.isTold {
      parts += [
        "## Contact and joint work",
        Self.markdown(
          depths.table.keeping([
            "depth", "word", "ties", "outside_share", "outside_share_chance", "silos",
          ])),
      ]
    }
    return parts
  }

  private var caveats: [String] {
    let omitted = study.slice.omitted
    var lines = [
      "- A missing tie may mean that it was not recorded. Figures are about work, and not for the appraisal of anybody."
    ]
    lines += study.samplingNotes.map { "- \($0)" }
    if setAside > 0 {
      lines.append(
        "- \(counted(setAside, "row was", "rows were")) set aside; problems.csv says which and why."
      )
    }
    var left: [String] = []
    if omitted.leavers > 0 {
      left.append(
        counted(omitted.leavers, "person who has left", "people who have left")
          + " (and their ties)")
    }
    if omitted.newcomers > 0 {
      left.append(
        counted(omitted.newcomers, "person who had not started", "people who had not started"))
    }
    if omitted.outsidePeriod > 0 {
      left.append(
        counted(omitted.outsidePeriod, "tie outside the period", "ties outside the period"))
    }
    if omitted.shallower > 0 { left.append(counted(omitted.shallower, "shallower tie")) }
    if omitted.groupsOverCap > 0 {
      left.append(
        counted(
          omitted.groupsOverCap, "working group of more than \(Network.groupCap)",
          "working groups of more than \(Network.groupCap)"))
    }
    if !left.isEmpty { lines.append("- Not counted: \(listed(left)).") }
    if study.network.excludedCount > 0 {
      lines.append("- \(ownWish(study.network.excludedCount)).")
    }
    return ["## How far to trust this", lines.joined(separator: "\n")]
  }

  private var written: [String] {
    ["## Files", files.map { "- \($0.name): \($0.what)" }.joined(separator: "\n")]
  }

  /// A table as Markdown has it.
  static func markdown(_ table: Table) -> String {
    let heads = table.columns.map { plain($0.heading) }
    var lines = ["| " + heads.joined(separator: " | ") + " |"]
    lines.append("|" + table.columns.map { $0.isNumeric ? "--:|" : "---|" }.joined())
    lines += table.rows.map { "| " + $0.map { plain($0.shown) }.joined(separator: " | ") + " |" }
    return lines.joined(separator: "\n")
  }

  /// Text without what Markdown would take for markup.
  public static func plain(_ text: String) -> String {
    var result = ""
    // Scalar by scalar: a sign with an accent is a sign all the same.
    for scalar in visible(text).unicodeScalars {
      if "\\`*_[]<>|#".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
