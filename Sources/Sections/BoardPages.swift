import Documents
import Findings
import GraphEngine
import Measures
import Networks

/// What a page of a board pack adds to each key finding: what it means, a table, and where it comes from.
struct BoardPages {
  let analysis: Analysis
  let naming: Naming
  private let topics: GapsReport?
  private let found: KeyFindings

  init(
    _ analysis: Analysis, _ naming: Naming, topics: GapsReport?, since: EarlierTime?,
    _ parts: [BoardPack.Part]
  ) {
    self.analysis = analysis
    self.naming = naming
    self.topics = topics
    found = KeyFindings(
      analysis, naming, topics: topics, since: since, parts.map(\.question),
      namesPeople: naming.showsAll)
  }

  /// The most rows of a table on the page of a finding.
  private static let rowsAtMost = 7

  /// The first of some rows of two columns that have room below a figure: eight lines of some 40 letters, and three rows at least.
  private static func onAPage(_ rows: [[Table.Cell]]) -> [[Table.Cell]] {
    var lines = 0
    let fitting = rows.prefix { row in
      lines += row.map { ($0.shown.count + 39) / 40 }.max() ?? 1
      return lines <= 8
    }
    return Array(rows.prefix(max(3, fitting.count)))
  }

  private var boundary: Boundary { analysis.boundary ?? .school }
  private var one: String { boundary.singular }
  private var many: String { boundary.plural }
  private var when: String { analysis.asAt.map { ", \($0.inWords)" } ?? "" }

  private func source(_ commands: String) -> String {
    "Source: weft \(commands), \(analysis.network.title)\(when)."
  }

  private func shows(_ group: SiloVerdicts.GroupVerdict) -> Bool {
    naming.shows(group.id, along: boundary)
  }

  func finding(_ part: BoardPack.Part) -> BoardFinding {
    let finding = found[part.question]
    return switch part {
    case .silos: silos(finding)
    case .people: people(finding)
    case .topics: known(finding)
    case .partners: partners(finding)
    case .unknown: unknown(finding)
    }
  }

  /// Where nothing can be said, there is nothing to show.
  private func unsaid(_ part: BoardPack.Part, _ finding: KeyFinding) -> BoardFinding {
    BoardFinding(
      part: part, finding: finding, means: "Nothing can be said either way.", table: nil,
      note: source("check"), caption: caption(part))
  }

  /// How many rows a table leaves out.
  private static func more(_ count: Int) -> String {
    count > 0 ? "And \(inWords(count)) more. " : ""
  }

  /// What the picture of a finding shows.
  private func caption(_ part: BoardPack.Part) -> String {
    switch part {
    case .silos: "Share of contacts that lead out of each \(one)\(when)."
    case .people: "What holds the \(many) together\(when)."
    case .topics:
      "Which \(topics?.coverage.boundary.singular ?? one) has somebody for which topic."
    case .partners: "Partners by how deep the work goes\(when)."
    case .unknown: ""
    }
  }

  // MARK: - Silos

  private func silos(_ finding: KeyFinding) -> BoardFinding {
    guard let verdicts = analysis.verdicts else { return unsaid(.silos, finding) }
    let judged = verdicts.groups.filter {
      shows($0) && $0.outside != nil
        && $0.verdict.kind.isSaid
    }.sorted { ($0.outside ?? 1, $0.id) < ($1.outside ?? 1, $1.id) }
    guard !judged.isEmpty, verdicts.whole.kind.isSaid
    else { return unsaid(.silos, finding) }
    let closed = verdicts.silos(showsAll: naming.showsAll)
    let count = closed.count
    let who = capitalised(
      analysis.verdicts?.number(of: closed.map(\.id)) ?? "\(inWords(count)) \(many)")
    return BoardFinding(
      part: .silos, finding: finding,
      means: closed.first.map(meaning)
        ?? (finding.more.isEmpty
          ? "\(verdicts.none(showsAll: naming.showsAll)) is seen to stand apart from others its size."
          : finding.more),
      table: table(of: judged, strong: Set(closed.map(\.id))),
      note:
        "The \(many) whose contacts lead out least. Others: what the other \(many) would have at that size. \(source("silos"))",
      caption: caption(.silos),
      risk: count == 0
        ? nil
        : "\(who) \(count == 1 ? "keeps" : "keep") what \(count == 1 ? "it knows" : "they know") to \(count == 1 ? "itself" : "themselves")."
    )
  }

  private func table(
    of groups: [SiloVerdicts.GroupVerdict], strong: Set<String>
  ) -> Document.PaperTable {
    let rows = groups.prefix(min(6, Self.rowsAtMost))
    return .init(
      "the \(many) whose contacts lead out least",
      Table(
        [
          .text("group", capitalised(one)), .number("answered", "Answered"),
          .number("contacts", "Contacts"), .number("out", "Out"),
          .number("interval", "95% interval"), .number("others", "Others"),
        ],
        rows: rows.map { group in
          [
            .text(group.name), .text(FindingWords.answered(group.coverage)),
            .count(Int(group.ties.rounded())), group.outside.map { .share($0) } ?? .empty,
            group.doubt.interval.map { .text(BoardWords.span($0)) } ?? .empty,
            group.outsideAmongOthers.map { .share($0) } ?? .empty,
          ]
        }),
      strongRows: Set(rows.indices.filter { strong.contains(groups[$0].id) }))
  }

  private func meaning(of group: SiloVerdicts.GroupVerdict) -> String {
    guard let profile = analysis.group(group.id, showsAll: naming.showsAll),
      let verdicts = analysis.verdicts
    else {
      return "Most of its work stays inside."
    }
    let reaching = profile.bridging.count
    let who =
      switch reaching {
      case 0: "Nobody there has"
      case 1, 2: "One or two of its \(group.people) people have"
      default: "\(capitalised(inWords(reaching))) of its \(counted(group.people)) people have"
      }
    let all = verdicts.groups
    guard group.unknown == 0 else { return "\(who) any contact in a \(one) that is known." }
    guard all.allSatisfy(shows) else { return "\(who) any contact outside." }
    let met = profile.partners.count { $0.ties > 0 }
    let none = all.count - 1 - met
    let rest =
      none > 0
      ? " In \(none == all.count - 1 ? "all" : "\(inWords(none)) of \(inWords(all.count - 1))") other groups nobody is on record as working with it."
      : ""
    return "\(who) any contact outside.\(rest)"
  }

  // MARK: - People on whom much depends

  private func people(_ finding: KeyFinding) -> BoardFinding {
    guard let fragility = naming.fragility(of: analysis), !fragility.saysNothing else {
      return unsaid(.people, finding)
    }
    let holders = fragility.singleHolders
    return BoardFinding(
      part: .people, finding: finding,
      means: holders.first.map(meaning) ?? meaning(ofNoHolder: fragility),
      table: tableOfLosses(holders.map(\.person)),
      note: "Across: those of the contacts that lead from one \(one) to another. "
        + (naming.showsAll
          ? ""
          : "Out of reach: pairs of people who could not reach one another. People are not named here. ")
        + source("without"),
      caption: caption(.people),
      risk: holders.isEmpty ? nil : risk(holders))
  }

  private func meaning(of first: Fragility.SingleHolder) -> String {
    let there =
      first.names == [Network.centralTeamName]
      ? "there could reach nobody in a \(one)"
      : "of \(first.names.count > 1 ? "these \(many)" : "that \(one)") could reach nobody in another \(one)"
    return "If that colleague left or fell ill, staff \(there)."
  }

  private func meaning(ofNoHolder fragility: Fragility) -> String {
    guard !fragility.isUncertain else {
      return fragility.unsure.isEmpty
        ? "Their answers would settle it."
        : "A second look at who those colleagues are would settle it."
    }
    let rest =
      fragility.none(boundary).replacing("No ", with: "every ", maxReplacements: 1)
      + (fragility.isPart ? " and has" : " that has")
    return "If somebody leaves, \(rest) a contact in another keeps one."
  }

  private func risk(_ holders: [Fragility.SingleHolder]) -> String {
    let groups = holders.flatMap(\.groups)
    let lost =
      groups.count == 1
      ? "\(analysis.verdicts?.number(of: groups) ?? "one \(one)") would lose its"
      : "\(analysis.verdicts?.number(of: holders[0].groups) ?? "") would lose every"
    return
      "If \(holders.count > 1 ? "one of \(inWords(holders.count)) colleagues" : "one colleague") left, \(lost) contact with the others."
  }

  /// What would be lost without each of those who connect most.
  private func tableOfLosses(_ holders: [Int32]) -> Document.PaperTable? {
    guard analysis.brokers.isTrusted else { return nil }
    var order = holders
    for broker in analysis.brokers.people where !order.contains(broker.person) {
      order.append(broker.person)
    }
    let grouping = analysis.study.grouping
    let groupOf = Dictionary(
      analysis.brokers.people.map { ($0.person, $0.group) }, uniquingKeysWith: { first, _ in first }
    )
    var counts: [String: Int] = [:]
    var rows: [[Table.Cell]] = []
    let isNamed = naming.showsAll
    func number(_ count: Int) -> Table.Cell { isNamed ? .count(count) : BoardWords.cell(count) }
    for person in order where rows.count < 6 {
      guard naming.id(person) != nil, let group = groupOf[person], group >= 0,
        naming.shows(group, of: analysis), let place = grouping?.partition.names[group]
      else { continue }
      counts[place, default: 0] += 1
      let found = analysis.without([person])
      let cutOff = found.groupsCutOff.filter { naming.shows($0, of: analysis) }
        .compactMap { grouping?.partition.names[$0] }
      let who = (isNamed ? naming.name(person) : nil) ?? "\(place), \(counts[place] ?? 1)"
      let role: [Table.Cell] =
        isNamed
        ? [naming.role(person, besideSchool: true).map { .text($0) } ?? .empty, .text(place)] : []
      rows.append(
        [.text(who)] + role + [
          number(found.tiesLost), number(found.bridgesLost),
          .text(cutOff.isEmpty ? "none" : listed(cutOff)),
        ] + (isNamed ? [] : [found.without.fragmentation.map { .share($0) } ?? .empty]))
    }
    guard !rows.isEmpty else { return nil }
    let who: [Table.Column] =
      isNamed ? [.text("role", "Role"), .text("where", "Where")] : []
    let columns: [Table.Column] =
      [.text("without", "Without")] + who + [
        .number("contacts", "Contacts"), .number("across", "Across"),
        .text("cut_off", "\(capitalised(many)) cut off"),
      ] + (isNamed ? [] : [.number("apart", "Out of reach")])
    return .init(
      "what would be lost without each of those who connect most",
      Table(columns, rows: rows), strongRows: holders.isEmpty ? [] : [0])
  }

  // MARK: - Topics

  private func known(_ finding: KeyFinding) -> BoardFinding {
    guard let topics else { return unsaid(.topics, finding) }
    let gaps = topics.gaps.gaps
    let single = gaps.count { $0.kind == .single }
    let rows = Dictionary(
      topics.coverage.topics.map { ($0.topic, $0) }, uniquingKeysWith: { first, _ in first })
    let table = Table(
      [
        .text("topic", "Topic"), .text("kind", "What is lacking"),
        .number("seekers", "Want to learn it"),
      ],
      rows: gaps.prefix(Self.rowsAtMost).map { gap in
        let seekers = rows[gap.topic]?.seekers ?? 0
        return [
          .text(gap.name), .text(Self.words(gap)),
          seekers == 0 ? .empty : BoardWords.cell(seekers),
        ]
      })
    return BoardFinding(
      part: .topics, finding: finding,
      means: !gaps.isEmpty
        ? meaning(of: gaps[0].kind)
        : topics.furthest == nil
          ? "Somebody can be asked about every topic on the list."
          : "Somebody knows every topic on the list, and not everybody can reach them.",
      table: gaps.isEmpty ? nil : .init("the gravest gaps in what people know", table),
      note: Self.more(gaps.count - Self.rowsAtMost)
        + (gaps.isEmpty ? "" : "Under three people stands as 1–2. ") + source("gaps"),
      caption: caption(.topics),
      risk: single == 0
        ? nil
        : "\(capitalised(inWords(single))) \(single == 1 ? "topic rests on one person" : "topics rest on one person each")."
    )
  }

  private func meaning(of kind: TopicGaps.Kind) -> String {
    switch kind {
    case .soughtAndAbsent, .absent:
      "When it is needed, the trust has to hire, train or buy it in."
    case .single: "When it is needed, one person has to have time."
    case .absentInHub: "In a hub nobody has listed what others elsewhere have."
    case .leaving: "What those who leave know goes with them, unless it is taught before."
    }
  }

  private static func words(_ gap: TopicGaps.Gap) -> String {
    switch gap.kind {
    case .soughtAndAbsent, .absent:
      "nobody has listed it\(gap.listing == gap.name ? "" : " above level 1")"
    case .single: "one person knows it"
    case .absentInHub: "nobody in one hub has listed it"
    case .leaving: "those who know it are leaving"
    }
  }

  // MARK: - Partnerships

  private func partners(_ finding: KeyFinding) -> BoardFinding {
    guard !analysis.ledger.entries.isEmpty else { return unsaid(.partners, finding) }
    let red = analysis.ledger.entries.count { $0.status == .red }
    var labels: [String] = []
    for entry in analysis.ledger.entries where entry.status == .red {
      if let label = entry.flags.first?.label, !labels.contains(label) { labels.append(label) }
    }
    let reasons = listed(labels)
    let late = analysis.ledger.entries.contains(where: \.isOverdue)
    let rows = Self.onAPage(
      PartnersReport(analysis, naming).redTable(top: Self.rowsAtMost, isWhole: true).rows
        .map { Array($0.prefix(2)) })
    let table = Table([.text("partnership", "Partnership"), .text("why", "Why")], rows: rows)
    return BoardFinding(
      part: .partners, finding: finding,
      means: red == 0
        ? "Nothing \(late ? "else " : "")on record would end or spoil a partnership."
        : "What is on record could end or spoil \(red == 1 ? "it" : "them"): \(reasons).",
      table: red == 0
        ? nil : .init("the partnerships that need a look, gravest first", table),
      note: Self.more(red - rows.count) + source("partners"), caption: caption(.partners),
      risk: red == 0
        ? nil
        : "\(capitalised(inWords(red))) \(red == 1 ? "partnership" : "partnerships") could end or be spoiled: \(reasons)."
    )
  }

  // MARK: - What cannot be said

  private func unknown(_ finding: KeyFinding) -> BoardFinding {
    let silent = Set(found.silent.map(\.id))
    let asked = (analysis.verdicts?.groups ?? []).filter { shows($0) && $0.coverage.asked > 0 }
      .sorted { ($0.coverage.share ?? 1, $0.id) < ($1.coverage.share ?? 1, $1.id) }
      .prefix(Self.rowsAtMost)
    let table = Table(
      [
        .text("group", capitalised(one)), .number("answered", "Answered"),
        .number("share", "Share"), .text("says", "What can be said"),
      ],
      rows: asked.map { group in
        [
          .text(group.name), .text(FindingWords.answered(group.coverage)),
          group.coverage.share.map { .share($0) } ?? .empty,
          .text(
            group.isCentral
              ? "for comparison" : analysis.verdicts.map { $0.standing(group) } ?? ""),
        ]
      })
    return BoardFinding(
      part: .unknown, finding: finding,
      means: silent.isEmpty
        ? "A missing contact may still mean that it was not recorded."
        : "A quiet \(one) is not a closed one: nothing here tells whether \(silent.count == 1 ? "it keeps to itself" : "they keep to themselves").",
      table: asked.isEmpty
        ? nil
        : .init(
          "who answered, the fewest first", table,
          strongRows: Set(asked.indices.filter { silent.contains(asked[$0].id) })),
      note: source("silos"), caption: "")
  }
}
