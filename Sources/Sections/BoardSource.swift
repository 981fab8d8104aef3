import Documents
import Findings
import GraphEngine
import Measures
import Networks

/// Each finding of a board pack, from what the analysis found.
struct BoardSource {
  let analysis: Analysis
  private let topics: Analysis
  let naming: Naming

  init(_ analysis: Analysis, topics: Analysis, _ naming: Naming) {
    self.analysis = analysis
    self.topics = topics
    self.naming = naming
  }

  /// The most rows of a table on the page of a finding.
  private static let rowsAtMost = 7

  private var boundary: Boundary { analysis.boundary ?? .school }
  private var one: String { boundary.singular }
  private var many: String { boundary.plural }

  private func source(_ commands: String) -> String {
    let day = analysis.asAt.map { ", \($0.inWords)" } ?? ""
    return "Source: weft \(commands), \(analysis.network.title)\(day)."
  }

  private func shows(_ group: SiloVerdicts.GroupVerdict) -> Bool {
    naming.shows(group.id, along: boundary)
  }

  private static func answered(_ coverage: Coverage) -> String {
    coverage.asked == 0 ? "not known" : "\(coverage.answered) of \(coverage.asked)"
  }

  func finding(_ part: BoardPack.Part) -> BoardFinding {
    switch part {
    case .silos: silos
    case .people: people
    case .topics: topicsFinding
    case .partners: partners
    case .unknown: unknown
    }
  }

  private func cannotSay(
    _ part: BoardPack.Part, _ headline: String, _ why: String, _ action: String
  ) -> BoardFinding {
    BoardFinding(
      part: part, headline: headline, lead: why, means: "Nothing can be said either way.",
      certainty: .cannotSay, howSure: "The files do not tell.", action: action, table: nil,
      note: source("check"), caption: "")
  }

  // MARK: - Silos

  private var silos: BoardFinding {
    guard let verdicts = analysis.verdicts else {
      return cannotSay(
        .silos, "Nothing can be said of silos", "Nothing in the files groups people.",
        "Add the school of each person to people.csv.")
    }
    let shown = verdicts.groups.filter(shows)
    let judged = shown.filter {
      $0.outside != nil && ![.notEnoughData, .notSurveyedAcross].contains($0.verdict.kind)
    }.sorted { ($0.outside ?? 1, $0.id) < ($1.outside ?? 1, $1.id) }
    guard !judged.isEmpty, ![.notEnoughData, .notSurveyedAcross].contains(verdicts.whole.kind)
    else {
      return cannotSay(
        .silos, "Nothing can be said of silos", BoardWords.plain(verdicts.whole.sentence),
        remedy(verdicts))
    }
    let closed = verdicts.silos(showsAll: naming.mode == .full)
    let table = table(of: judged, strong: Set(closed.map(\.id)))
    let note =
      "The \(many) whose contacts lead out least. Others: what the other \(many) would have at that size. \(source("silos"))"
    let caption =
      "Share of contacts that lead out of each \(one)\(analysis.asAt.map { ", \($0.inWords)" } ?? "")."
    guard let first = closed.first else {
      let missed =
        verdicts.smallestFound.map {
          "A \(one) with under \(percent($0)) of the outside contacts of others its size would have been found in eight cases of ten."
        } ?? "These contacts are too few to show a \(one) that does."
      let none = verdicts.none(showsAll: naming.mode == .full)
      let seen = verdicts.index.value.map { percent((1 + $0) / 2) } ?? "An unknown share"
      return BoardFinding(
        part: .silos, headline: "\(none) is found to keep to itself",
        lead: "\(seen) of contacts lead from one \(one) to another.",
        means: verdicts.mostInward(showsAll: naming.mode == .full).map { first in
          "\(first.name) works more inwardly than most: \(percent(first.outside ?? 0)) lead out, others \(first.outsideAmongOthers.map(percent) ?? "not known"). That is not enough to say that it keeps to itself."
        } ?? "\(none) is seen to stand apart from others its size.",
        certainty: verdicts.noSiloCertainty, howSure: missed,
        action: "Ask again next year, to see what moves.", table: table, note: note,
        caption: caption)
    }
    let count = closed.count
    let (out, others) = (
      percent(first.outside ?? 0), first.outsideAmongOthers.map(percent) ?? "not known"
    )
    let at = count == 1 ? "\(out) of its" : "At \(BoardWords.name(first.name)), \(out) of"
    return BoardFinding(
      part: .silos,
      headline: count == 1
        ? "\(first.name) keeps to itself"
        : "\(capitalised(number(of: closed.map(\.id)))) keep to themselves",
      lead:
        "\(at) \(counted(Int(first.ties.rounded()))) contacts lead out. \(first.isCentral ? capitalised(many) : "Other \(many)") its size would have \(others).",
      means: meaning(of: first), certainty: first.verdict.certainty, howSure: sureness(first),
      action:
        "Ask the head of \(BoardWords.name(first.name)) to run one piece of work with \(first.isCentral ? "a" : "another") \(one).",
      table: table, note: note, caption: caption, isAlarm: true,
      risk:
        "\(capitalised(number(of: closed.map(\.id)))) \(count == 1 ? "keeps" : "keep") what \(count == 1 ? "it knows" : "they know") to \(count == 1 ? "itself" : "themselves").",
      inTitle: count == 1
        ? "\(number(of: closed.map(\.id))) keeps to itself"
        : "\(number(of: closed.map(\.id))) keep to themselves")
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
            .text(group.name), .text(Self.answered(group.coverage)),
            .count(Int(group.ties.rounded())), group.outside.map { .share($0) } ?? .empty,
            group.doubt.interval.map { .text(BoardWords.span($0)) } ?? .empty,
            group.outsideAmongOthers.map { .share($0) } ?? .empty,
          ]
        }),
      strongRows: Set(rows.indices.filter { strong.contains(groups[$0].id) }))
  }

  private func meaning(of group: SiloVerdicts.GroupVerdict) -> String {
    guard let profile = analysis.group(group.id, showsAll: naming.mode == .full),
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
    guard all.allSatisfy(shows) else { return "\(who) any contact outside." }
    let met = profile.partners.count { $0.ties > 0 }
    let none = all.count - 1 - met
    let rest =
      none > 0
      ? " In \(inWords(none)) of \(inWords(all.count - 1)) other groups nobody is on record as working with it."
      : ""
    return "\(who) any contact outside.\(rest)"
  }

  private func sureness(_ group: SiloVerdicts.GroupVerdict) -> String {
    let coverage = group.coverage
    let answered = coverage.asked > 0 ? "\(Self.answered(coverage)) answered." : ""
    let known = [answered, group.rangeInWords ?? ""].filter { !$0.isEmpty }
    return known.isEmpty ? "The files do not say who answered." : known.joined(separator: " ")
  }

  // MARK: - People on whom much depends

  private var people: BoardFinding {
    let found = naming.fragility(of: analysis)
    guard let fragility = found, !fragility.saysNothing else {
      let why =
        found.map {
          $0.isUnasked
            ? "People were most likely asked about their own \(one) only."
            : "No contact between two \(many) is on record."
        } ?? "Nothing in the files groups people."
      return cannotSay(
        .people, "Nothing can be said of who holds \(many) together", why,
        found == nil
          ? "Add the school of each person to people.csv." : "Ask people about other \(many) too.")
    }
    let holders = fragility.singleHolders
    let named = holders.flatMap(\.names)
    let table = tableOfLosses(holders.map(\.person))
    let note =
      "Across: those of the contacts that lead from one \(one) to another. "
      + (naming.mode == .full
        ? ""
        : "Out of reach: pairs of people who could not reach one another. People are not named here. ")
      + source("without")
    let caption = "What holds the \(many) together\(analysis.asAt.map { ", \($0.inWords)" } ?? "")."
    let response = analysis.study.coverage.share
    guard let first = holders.first else {
      return nobody(fragility, table, note: note, caption: caption)
    }
    let place = first.ownGroup.map { " in \(BoardWords.name($0))" } ?? ""
    let who = name(first.person).map { "\($0)" } ?? "One colleague\(place)"
    let count = named.count
    let dependents =
      count == 1 ? named[0] : capitalised(number(of: holders.flatMap(\.groups)))
    let on =
      holders.count > 1 ? "one person each" : name(first.person) ?? "one person"
    return BoardFinding(
      part: .people, headline: "\(dependents) \(count == 1 ? "depends" : "depend") on \(on)",
      lead:
        "\(who) holds \(Self.all(first.ties)) of \(listed(first.names)) with the rest of the trust.",
      means:
        "If that colleague left or fell ill, staff \(first.names == [Network.centralTeamName] ? "there could reach nobody in a \(one)" : "of \(first.names.count > 1 ? "these \(many)" : "that \(one)") could reach nobody in another \(one)").",
      certainty: BoardWords.certaintyOfCount(response),
      howSure: sureness(of: first.groups)
        + " A contact nobody recorded would soften this.",
      action:
        "Bring a second colleague to the next visit to \(listed(first.names)).", table: table,
      note: note, caption: caption, isAlarm: true,
      risk:
        "If \(holders.count > 1 ? "one of \(inWords(holders.count)) colleagues" : "one colleague") left, \(count == 1 ? "one \(one) would lose its" : "\(number(of: first.groups)) would lose every") contact with the others.",
      inTitle: count == 1
        ? "one depends on one person"
        : "\(inWords(count)) depend on \(holders.count > 1 ? "one person each" : "one person")")
  }

  /// All contacts, as the object of a sentence.
  private static func all(_ count: Int) -> String {
    switch count {
    case 1: "the only contact"
    case 2: "both contacts"
    default: "all \(counted(count)) contacts"
    }
  }

  /// How many groups these are; the centre is no school.
  private func number(of ids: [String]) -> String {
    analysis.verdicts?.number(of: ids) ?? "\(inWords(ids.count)) \(many)"
  }

  /// What would let silos be judged.
  private func remedy(_ verdicts: SiloVerdicts) -> String {
    if verdicts.whole.kind == .notSurveyedAcross { return "Ask people about other \(many) too." }
    if let share = analysis.study.coverage.share, share < analysis.rules.minCoverage {
      return "Ask those who have not answered once more."
    }
    guard analysis.study.graph.tieCount > 0 else { return "Ask people whom they work with." }
    if verdicts.groups.count == 1 { return "Look at teams instead: weft silos --by team." }
    return "Ask again, so that more contacts are on record."
  }

  /// What is said where no group that is shown is found to depend on one person.
  private func nobody(
    _ fragility: Fragility, _ table: Document.PaperTable?, note: String, caption: String
  ) -> BoardFinding {
    let boundary = analysis.boundary ?? .school
    let none = fragility.none(boundary)
    let isSure = fragility.unsure.isEmpty
    let only = fragility.onlyLinks.first.map {
      "\($0.name) is linked to the rest of the trust only through \(BoardWords.name($0.toName))."
    }
    let open =
      "Whether \(listed(fragility.unsure)) \(fragility.unsure.count == 1 ? "depends" : "depend") on one person cannot be said: colleagues there have contacts whose \(one) is not known."
    let alone =
      fragility.cutOff.isEmpty
      ? nil
      : "\(listed(fragility.cutOff)) \(fragility.cutOff.count == 1 ? "has" : "have") no recorded contact in any \(boundary.other(beside: fragility.cutOff))."
    let rest =
      none.replacing("No ", with: "every ", maxReplacements: 1)
      + (fragility.isPart ? " and has" : " that has")
    return BoardFinding(
      part: .people,
      headline: isSure
        ? "\(none) depends on one person" : "What depends on one person is not certain",
      lead: isSure ? only ?? "\(none) would be cut off by any one person leaving." : open,
      means: isSure && alone == nil
        ? "If somebody leaves, \(rest) a contact in another keeps one."
        : alone ?? "A second look at who those colleagues are would settle it.",
      certainty: isSure
        ? BoardWords.certaintyOfCount(analysis.study.coverage.share) : .cannotSay,
      howSure: sureness(of: []),
      action: "Thank the people who connect, and give them the time for it.", table: table,
      note: note, caption: caption)
  }

  /// The name of somebody, in a named copy alone.
  private func name(_ person: Int32) -> String? {
    naming.mode == .full ? naming.name(person) : nil
  }

  private func sureness(of groups: [String]) -> String {
    let some = (analysis.verdicts?.groups ?? []).filter { groups.contains($0.id) }
    let told = some.filter { $0.coverage.asked > 0 }
    guard !told.isEmpty else {
      return "Counted from the files: \(analysis.study.coverage.inWords)."
    }
    let texts = Set(told.map { Self.answered($0.coverage) }).sorted()
    return texts.count == 1
      ? "\(texts[0]) answered\(told.count > 1 ? " at each" : "")."
      : told.map { "\(Self.answered($0.coverage)) answered at \(BoardWords.name($0.name))." }
        .joined(separator: " ")
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
    let isNamed = naming.mode == .full
    func number(_ count: Int) -> String { isNamed ? counted(count) : BoardWords.few(count) }
    for person in order where rows.count < 6 {
      guard naming.id(person) != nil, let group = groupOf[person], group >= 0,
        naming.shows(group, of: analysis), let place = grouping?.partition.names[group]
      else { continue }
      counts[place, default: 0] += 1
      let found = analysis.without([person])
      let cutOff = found.groupsCutOff.filter { naming.shows($0, of: analysis) }
        .compactMap { grouping?.partition.names[$0] }
      let who = name(person) ?? "\(place), \(counts[place] ?? 1)"
      let role: [Table.Cell] =
        isNamed
        ? [naming.role(person, besideSchool: true).map { .text($0) } ?? .empty, .text(place)] : []
      rows.append(
        [.text(who)] + role + [
          .text(number(found.tiesLost)), .text(number(found.bridgesLost)),
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

  private var topicsFinding: BoardFinding {
    guard !analysis.network.expertise.isEmpty else {
      return cannotSay(
        .topics, "We do not know who knows what", "No file tells of what people know.",
        "Add expertise.csv, or a column expertise to people.csv.")
    }
    let report = GapsReport(topics, naming)
    let gaps = report.gaps.gaps
    let absent = gaps.filter { $0.kind == .soughtAndAbsent || $0.kind == .absent }
    let single = gaps.filter { $0.kind == .single }
    let rows = Dictionary(
      report.coverage.topics.map { ($0.topic, $0) }, uniquingKeysWith: { first, _ in first })
    let table = Document.PaperTable(
      "the gravest gaps in what people know",
      Table(
        [
          .text("topic", "Topic"), .text("kind", "What is lacking"),
          .number("seekers", "Want to learn it"),
        ],
        rows: gaps.prefix(Self.rowsAtMost).map { gap in
          let seekers = rows[gap.topic]?.seekers ?? 0
          return [
            .text(gap.name), .text(Self.words(gap)),
            .text(seekers == 0 ? "–" : BoardWords.few(seekers)),
          ]
        }))
    // Topics that most people of a group cannot reach anybody for, those of most groups first.
    let far = report.coverage.topics.indices.map { place in
      (
        name: report.coverage.topics[place].name,
        groups: report.tellsWhere(report.coverage.topics[place])
          ? report.coverage.count(place, .distant) : 0
      )
    }.filter { $0.groups > 0 }.sorted { ($1.groups, $0.name) < ($0.groups, $1.name) }
    let (topicsOne, topicsMany) = (
      topics.boundary?.singular ?? one, topics.boundary?.plural ?? many
    )
    let headline: String
    let lead: String
    switch (absent.first, single.count) {
    case (let gap?, let count) where count > 0:
      headline =
        "Nobody has listed \(gap.listing); \(inWords(count)) \(count == 1 ? "topic rests" : "topics rest") on one person"
      let topics = listed(single.prefix(2).map(\.name))
      lead =
        wish(gap, rows)
        + (count == 1
          ? "One person alone knows \(topics)."
          : "\(topics) \(count > 2 ? "are among those" : "are each") known to one person.")
    case (let gap?, _):
      headline = "Nobody has listed \(gap.listing)"
      lead = sentence(gap)
    case (nil, let count) where count > 0:
      headline =
        "\(capitalised(inWords(count))) \(count == 1 ? "topic rests" : "topics rest") on one person"
      lead = sentence(single[0])
    default:
      headline =
        far.isEmpty
        ? gaps.isEmpty ? "Every topic is known to several people" : "Some topics are thin"
        : "\(far[0].name) is out of reach of \(inWords(far[0].groups)) \(far[0].groups == 1 ? topicsOne : topicsMany)"
      lead =
        gaps.first.map(sentence)
        ?? (far.isEmpty
          ? "No topic is lacking or rests on one person."
          : "There most would need two or more introductions to reach anybody who knows it.")
    }
    let seekers = absent.first.flatMap { rows[$0.topic]?.seekers } ?? 0
    return BoardFinding(
      part: .topics, headline: headline, lead: lead,
      means: gaps.isEmpty
        ? far.isEmpty
          ? "Somebody can be asked about every topic on the list."
          : "Somebody knows every topic on the list, and not everybody can reach them."
        : "When it is needed, \(absent.isEmpty ? "one person has to have time" : "the trust has to hire, train or buy it in").",
      certainty: BoardWords.certaintyOfCount(analysis.study.coverage.share),
      howSure: "Self-reported; a gap may mean that nobody was asked.",
      action: seekers > 2
        ? "Offer training in \(absent[0].name) to the \(inWords(seekers)) who would like it."
        : gaps.first?.action ?? "Ask again next year.",
      table: gaps.isEmpty ? nil : table,
      note: (gaps.isEmpty ? "" : "Under three people stands as 1–2. ") + source("gaps"),
      caption: "Which \(topics.boundary?.singular ?? one) has somebody for which topic.",
      risk: single.isEmpty
        ? nil
        : "\(capitalised(inWords(single.count))) \(single.count == 1 ? "topic rests on one person" : "topics rest on one person each")."
    )
  }

  /// How many would like to learn a topic, where that tells of nobody.
  private func wish(_ gap: TopicGaps.Gap, _ rows: [Int32: TopicCoverage.Row]) -> String {
    let seekers = rows[gap.topic]?.seekers ?? 0
    return seekers > 2
      ? "\(capitalised(inWords(seekers))) people would like to learn \(gap.name). " : ""
  }

  private func sentence(_ gap: TopicGaps.Gap) -> String { BoardWords.plain(gap.sentence) }

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

  private var partners: BoardFinding {
    let ledger = analysis.ledger
    guard !ledger.entries.isEmpty else {
      return cannotSay(
        .partners, "We do not know how partnerships stand", "No file tells of partnerships.",
        "Add partnerships.csv.")
    }
    let report = PartnersReport(analysis, naming)
    let red = ledger.entries.filter { $0.status == .red }
    let late = ledger.entries.filter(\.isOverdue)
    let hasDates = ledger.entries.contains { $0.partnership.reviewDue != nil }
    let unread = ledger.entries.count { $0.partnership.unread.contains("review_due") }
    let lost =
      unread > 0
      ? "\(capitalised(inWords(unread))) review \(unread == 1 ? "date" : "dates") could not be read."
      : nil
    let overdue =
      !hasDates
      ? lost ?? "No review dates are on record."
      : late.isEmpty
        ? "No review is overdue\(lost == nil ? "" : " among those whose date can be read")."
        : "\(capitalised(inWords(late.count))) \(late.count == 1 ? "review is" : "reviews are") overdue: \(late[0].partner) with \(late[0].with)\(late.count > 1 ? " and \(inWords(late.count - 1)) \(late.count == 2 ? "other" : "others")" : "")."
    let known = PartnershipHealth(ledger).bothKnown
    let all = counted(ledger.entries.count)
    let table = Table(
      [.text("partnership", "Partnership"), .text("why", "Why")],
      rows: report.redTable(top: Self.rowsAtMost).rows.map { Array($0.prefix(2)) })
    return BoardFinding(
      part: .partners,
      headline: red.isEmpty
        ? late.isEmpty
          ? "No partnership needs a look"
          : "\(capitalised(inWords(late.count))) \(late.count == 1 ? "review of a partnership is" : "reviews of partnerships are") overdue"
        : "\(capitalised(inWords(red.count))) of \(all) partnerships \(red.count == 1 ? "needs" : "need") a look",
      lead: overdue,
      means: red.isEmpty
        ? "Nothing \(late.isEmpty ? "" : "else ")on record would end or spoil a partnership."
        : "Something on record could end or spoil \(red.count == 1 ? "it" : "them"): the two sides apart, trust falling, or one person alone carrying it.",
      certainty: BoardWords.certaintyOfCount(1),
      howSure: "From the register; both sides known in \(counted(known)) of \(all).",
      action: red.first.map { entry in
        "\(entry.partner) with \(entry.with): \(Self.lowered(entry.flags.first?.action ?? "meet."))"
      } ?? late.first.map { "Hold the review of \($0.partner) with \($0.with) this term." }
        ?? "Keep the reviews to their dates.",
      table: red.isEmpty
        ? nil : .init("the partnerships that need a look, gravest first", table),
      note: source("partners"),
      caption: "Partners by how deep the work goes\(analysis.asAt.map { ", \($0.inWords)" } ?? ".")"
    )
  }

  private static func lowered(_ text: String) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }

  // MARK: - What cannot be said

  private var unknown: BoardFinding {
    let groups = (analysis.verdicts?.groups ?? []).filter(shows)
    let silent = groups.filter {
      [.notEnoughData, .notSurveyedAcross].contains($0.verdict.kind)
        && $0.people >= analysis.rules.minGroup
    }
    let coverage = analysis.study.coverage
    let asked = groups.filter { $0.coverage.asked > 0 }
      .sorted { ($0.coverage.share ?? 1, $0.id) < ($1.coverage.share ?? 1, $1.id) }
    let table =
      asked.isEmpty
      ? nil
      : Document.PaperTable(
        "who answered, the fewest first",
        Table(
          [
            .text("group", capitalised(one)), .number("answered", "Answered"),
            .number("share", "Share"), .text("says", "What can be said"),
          ],
          rows: asked.prefix(Self.rowsAtMost).map { group in
            [
              .text(group.name), .text(Self.answered(group.coverage)),
              group.coverage.share.map { .share($0) } ?? .empty,
              .text(analysis.verdicts.map { $0.standing(group) } ?? ""),
            ]
          }),
        strongRows: Set(
          asked.prefix(Self.rowsAtMost).indices.filter { place in
            silent.contains { $0.id == asked[place].id }
          }))
    let headline: String
    let lead: String
    if let first = silent.first {
      headline =
        silent.count == 1
        ? "We cannot speak for \(BoardWords.name(first.name))"
        : "We cannot speak for \(number(of: silent.map(\.id)))"
      let missing = first.coverage.asked - first.coverage.answered
      lead =
        (first.coverage.share ?? 1) < analysis.rules.minCoverage
        ? "\(missing) of \(first.coverage.asked) staff at \(BoardWords.name(first.name)) did not answer."
        : BoardWords.plain(first.verdict.sentence)
    } else if coverage.asked == 0 {
      headline = "We do not know who answered"
      lead = "No file says who was asked, so nobody can tell whose contacts are missing."
    } else {
      headline = "Enough people answered at every \(one) that is shown"
      lead = capitalised(coverage.inWords) + "."
    }
    return BoardFinding(
      part: .unknown, headline: headline, lead: lead,
      means: silent.isEmpty
        ? "A missing contact may still mean that it was not recorded."
        : "A quiet \(one) is not a closed one: nothing here tells whether \(silent.count == 1 ? "it keeps" : "they keep") to \(silent.count == 1 ? "itself" : "themselves").",
      certainty: BoardWords.certaintyOfCount(coverage.share),
      howSure: "\(capitalised(coverage.inWords)).",
      action: silent.isEmpty
        ? coverage.asked == 0
          ? "Write down who was asked and who answered, in the column responded of people.csv."
          : "Keep asking everybody, every year."
        : silent[0].verdict.kind == .notSurveyedAcross
          ? "Ask people about other \(many) too."
          : "Ask the staff of \(listed(silent.prefix(3).map { BoardWords.name($0.name) })) again this term.",
      table: table, note: source("silos"), caption: "")
  }
}
