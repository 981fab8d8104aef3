import Documents
import Findings
import GraphEngine
import Measures
import Networks

/// Words the key findings of one analysis: contacts, not ties, and no measure's name.
struct FindingWords: Sendable {
  let analysis: Analysis
  let naming: Naming
  let topics: GapsReport?
  let time: EarlierTime?
  /// Whether those on whom something depends, and who could act, are called what the copy calls them: in one for few.
  let namesPeople: Bool

  typealias Note = KeyFinding.Note
  typealias Sureness = KeyFinding.Sureness

  func finding(_ question: KeyFinding.Question) -> KeyFinding {
    switch question {
    case .silos: silos
    case .dependence: dependence
    case .jointWork: jointWork
    case .topics: known
    case .partnerships: partnerships
    case .answers: answers
    }
  }

  var earlier: Analysis? { time?.analysis }
  var boundary: Boundary { analysis.boundary ?? .school }
  var one: String { boundary.singular }
  var many: String { boundary.plural }

  func shows(_ id: String) -> Bool { naming.shows(id, along: boundary) }

  /// Whether any group with people in it may be spoken of.
  private var isAnyShown: Bool {
    analysis.verdicts?.groups.contains { $0.people > 0 && shows($0.id) } ?? false
  }

  private var noneShown: String {
    analysis.verdicts == nil
      ? "Nothing in the files groups people." : "No \(one) may be shown."
  }

  /// How many groups these are; the centre is no school.
  func number(of ids: [String]) -> String {
    analysis.verdicts?.number(of: ids) ?? "\(inWords(ids.count)) \(many)"
  }

  func make(
    _ question: KeyFinding.Question, _ headline: String, _ lead: String, _ more: String = "",
    sure: Sureness, since: Note? = nil, step: String? = nil, who: String? = nil,
    isAlarm: Bool = false,
    _ picture: KeyFinding.Picture = .none
  ) -> KeyFinding {
    // Where the files do not tell, only who keeps them can mend it.
    let isOfFiles = sure.certainty == nil || sure.certainty == .cannotSay
    return KeyFinding(
      question: question, headline: headline, lead: lead, more: more, sure: sure,
      since: since
        ?? (earlier == nil ? .notCompared : Note("Not compared for this one.")),
      step: step.map {
        .init(
          act: $0, who: isOfFiles ? "whoever keeps the data" : who ?? owner(question),
          by: halfATermOn)
      },
      isAlarm: isAlarm, picture: picture)
  }

  /// Who could take the step of a finding.
  private func owner(_ question: KeyFinding.Question) -> String {
    switch question {
    case .silos: "whoever leads it"
    case .dependence: "the one who holds the contacts, with a colleague"
    case .jointWork: "the leads of both"
    case .topics: "whoever plans staff development"
    case .partnerships:
      partnershipFirst?.whoActs { namesPeople ? naming.besideWork.name($0) : nil }
        ?? "a lead to be named"
    case .answers: "whoever keeps the data"
    }
  }

  /// Six weeks after the day of the files.
  var halfATermOn: Day? { analysis.asAt.flatMap { Day(julian: $0.julian + 7 * 6) } }

  /// How many answered in some groups, or everywhere, as a reason.
  private func replies(of groups: [String] = []) -> String {
    let told = (analysis.verdicts?.groups ?? []).filter {
      groups.contains($0.id) && $0.coverage.asked > 0
    }
    guard !told.isEmpty else {
      return "Counted from the files: \(analysis.study.coverage.inWords)."
    }
    let texts = Set(told.map { Self.answered($0.coverage) })
    return texts.count == 1
      ? "\(texts.first ?? "") answered\(told.count > 1 ? " at each" : "")."
      : told.map { "\(Self.answered($0.coverage)) answered at \(Network.inText($0.name))." }
        .joined(separator: " ")
  }

  static func answered(_ coverage: Coverage) -> String {
    coverage.asked == 0 ? "not known" : "\(coverage.answered) of \(coverage.asked)"
  }

  /// How sure what is counted in the files is, and not set beside chance: likely at most.
  private func sureness(ofCountIn groups: [String] = [], _ further: String = "") -> Sureness {
    Sureness(
      BoardWords.certaintyOfCount(analysis.study.coverage.share), replies(of: groups) + further)
  }
}

// MARK: - Silos

extension FindingWords {
  private var nothingOfSilos: String { "Nothing can be said of silos" }

  private var unknownLeftOut: String {
    "Contacts with people whose \(one) is not known are left out."
  }

  /// Why nothing groups people, and what would.
  private var ungrouped: (why: String, step: String) {
    analysis.network.schools.count == 1
      ? (
        "All are of one school, so there are no two to compare.",
        "Add the team of each person to people.csv."
      )
      : (
        "Nothing in the files groups people.", "Add the school of each person to people.csv."
      )
  }

  private var silos: KeyFinding {
    guard let verdicts = analysis.verdicts else {
      return make(.silos, nothingOfSilos, ungrouped.why, sure: Sureness(nil), step: ungrouped.step)
    }
    guard verdicts.whole.kind.isSaid else {
      return make(
        .silos, nothingOfSilos, BoardWords.plain(verdicts.whole.sentence),
        sure: Sureness(.cannotSay), step: remedy(verdicts))
    }
    let isAnyJudged = verdicts.groups.contains {
      shows($0.id) && $0.outside != nil && $0.verdict.kind.isSaid
    }
    guard isAnyJudged else {
      return make(
        .silos, nothingOfSilos,
        "\(verdicts.none(showsAll: naming.showsAll)) has people and contacts enough to be judged by itself.",
        sure: Sureness(.cannotSay), step: remedy(verdicts))
    }
    let found = verdicts.silos(showsAll: naming.showsAll)
    guard let first = found.first, let outside = first.outside else { return noSilo(verdicts) }
    let others =
      first.outsideAmongOthers.map {
        " \(first.isCentral ? capitalised(many) : "Other \(many)") its size would have \(percent($0))."
      } ?? ""
    let contacts = counted(Int(first.ties.rounded()))
    let name = Network.inText(first.name)
    return make(
      .silos,
      found.count == 1
        ? "\(capitalised(name)) keeps to itself"
        : "\(capitalised(number(of: found.map(\.id)))) keep to themselves",
      (found.count == 1
        ? "\(percent(outside)) of its \(contacts) contacts lead out."
        : "At \(name), \(percent(outside)) of \(contacts) contacts lead out.") + others,
      [
        found.count == 1 ? nil : "The others: \(Self.few(found.dropFirst().map(\.name))).",
        first.unknown > 0 ? unknownLeftOut : nil,
      ].compactMap(\.self).joined(separator: " "),
      sure: Sureness(first.verdict.certainty, range(of: first)), since: since(first),
      step: Action.jointWork(first, verdicts.boundary).sentence, isAlarm: true,
      .share(
        name: first.name, own: outside,
        others: verdicts.groups.filter { shows($0.id) && $0.id != first.id && !$0.isCentral }
          .compactMap(\.outside)))
  }

  private func noSilo(_ verdicts: SiloVerdicts) -> KeyFinding {
    let lead =
      verdicts.index.value.map {
        "\(percent((1 + $0) / 2)) of contacts lead from one \(one) to another."
      } ?? "What share of contacts leads out is not known."
    guard verdicts.noSilo(showsAll: naming.showsAll) != nil else {
      return make(
        .silos, "No \(one) can be compared with others its size", lead,
        "There are too few \(many) to say what others would have.", sure: Sureness(.cannotSay))
    }
    let inward = verdicts.mostInward(showsAll: naming.showsAll).flatMap { first in
      first.outside.map { (first, $0) }
    }
    return make(
      .silos, "\(verdicts.none(showsAll: naming.showsAll)) is found to keep to itself", lead,
      inward.map { first, outside in
        "\(capitalised(Network.inText(first.name))) works more inwardly than most: \(percent(outside)) of its contacts lead out\(first.outsideAmongOthers.map { ", \(percent($0)) for others its size" } ?? ""). That is not enough to call it a silo.\(first.unknown > 0 ? " " + unknownLeftOut : "")"
      } ?? "",
      sure: Sureness(
        verdicts.noSiloCertainty,
        verdicts.smallestFound.map {
          "A \(one) with \($0 < 0.01 ? "" : "under ")\(percent($0)) of the outside contacts of others its size would have been found in eight cases of ten."
        } ?? "These contacts are too few to show a \(one) that does."),
      step: inward.map { "Look at \(Network.inText($0.0.name)) again next term." },
      .shares(
        verdicts.groups.filter { shows($0.id) && !$0.isCentral && $0.verdict.kind.isSaid }
          .compactMap(\.outside)))
  }

  /// Who answered there, and how far the share could be off.
  private func range(of group: SiloVerdicts.GroupVerdict) -> String {
    let answered =
      group.coverage.asked > 0 ? "\(Self.answered(group.coverage)) answered." : nil
    let known = [answered, group.rangeInWords].compactMap(\.self)
    return known.isEmpty ? "The files do not say who answered." : known.joined(separator: " ")
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

  private func since(_ group: SiloVerdicts.GroupVerdict) -> Note {
    guard let earlier else { return .notCompared }
    if let outcome = time?.outcome(of: group.id) {
      let was = outcome.change.map { "It was \(percent($0.then))." } ?? ""
      return switch outcome.verdict {
      case .none: Note("No change that shows.", was)
      case .better(let certainty):
        Note("More outward.", "\(was) \(capitalised(certainty.inWords)).")
      case .worse(let certainty): Note("More inward.", "\(was) \(capitalised(certainty.inWords)).")
      case .cannotCompare(let hindrance):
        Note("Cannot be compared.", capitalised(TermComparisonReport.words(hindrance)) + ".")
      }
    }
    guard let then = earlier.verdicts?.groups.first(where: { $0.id == group.id })?.outside else {
      return Note("Not known then.")
    }
    let isWithin = group.doubt.range?.contains(then) ?? false
    return Note(isWithin ? "No real change." : "Changed.", "It was \(percent(then)).")
  }
}

// MARK: - What depends on one person

extension FindingWords {
  private var dependence: KeyFinding {
    let cannotSay = "Nothing can be said of who holds \(many) together"
    guard analysis.boundary != nil, let fragility = naming.fragility(of: analysis) else {
      return make(
        .dependence, cannotSay, ungrouped.why, sure: Sureness(nil), step: ungrouped.step)
    }
    guard !fragility.saysNothing else {
      return make(
        .dependence, cannotSay,
        fragility.isUnasked
          ? "People were most likely asked about their own \(one) only."
          : fragility.isThin
            ? "Too few contacts are on record to say who holds \(many) together."
            : "No contact between two \(many) is on record.", sure: Sureness(.cannotSay),
        step: "Ask people about other \(many) too.")
    }
    guard isAnyShown else {
      return make(.dependence, cannotSay, noneShown, sure: Sureness(.cannotSay))
    }
    let holders = fragility.singleHolders
    guard let first = holders.first else { return nobodyHolds(fragility) }
    let all = holders.flatMap(\.groups)
    let names = listed(first.names.map(Network.inText))
    let place = first.ownGroup.map { " in \(Network.inText($0))" } ?? ""
    let holder = namesPeople ? naming.besideWork.name(first.person) : nil
    let others = holders.dropFirst().flatMap(\.groups)
    let more =
      !others.isEmpty
      ? "\(capitalised(Self.few(holders.dropFirst().flatMap(\.names).map(Network.inText)))) \(others.count == 1 ? "depends" : "depend") on one person too."
      : !fragility.isUncertain && fragility.fewest == nil && !fragility.isPart
        ? "No \(boundary.other(beside: first.names)) is like this." : ""
    return make(
      .dependence,
      all.count == 1
        ? "\(capitalised(names)) depends on \(holder ?? "one person")"
        : "\(capitalised(number(of: all))) depend on \(holders.count > 1 ? "one person each" : holder ?? "one person")",
      "\(holder ?? "One colleague\(place)") holds \(Self.all(first.ties)) of \(names) with the rest of the trust.",
      [more, cutOff(fragility)].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " "),
      sure: sureness(ofCountIn: first.groups, " A contact nobody recorded would soften this."),
      since: since(first), step: Action.secondLink(first).sentence, isAlarm: true,
      .holder(names: first.names))
  }

  /// All contacts, as the object of a sentence.
  private static func all(_ count: Int) -> String {
    switch count {
    case 1: "the only contact"
    case 2: "both contacts"
    default: "all \(counted(count)) contacts"
    }
  }

  /// Where no group that is shown is found to depend on one person: single links, or that there is none.
  private func nobodyHolds(_ fragility: Fragility) -> KeyFinding {
    let none = fragility.none(boundary)
    guard !fragility.isUncertain else {
      let isQuiet = fragility.unsure.isEmpty
      let groups = isQuiet ? fragility.quiet : fragility.unsure
      return make(
        .dependence, "What depends on one person is not certain",
        "\(Fragility.whether(groups)) cannot be said: \(isQuiet ? "too few of \(groups.count == 1 ? "its" : "their") people answered" : "colleagues there have contacts whose \(one) is not known").",
        sure: Sureness(.cannotSay, replies()),
        step: isQuiet
          ? "Ask the staff of \(Self.few(groups.map(Network.inText))) again this term."
          : "Fill in the \(one) of those colleagues in people.csv.")
    }
    if let only = fragility.onlyLinks.first {
      let count = fragility.onlyLinks.count
      return make(
        .dependence, "\(none) depends on one person",
        "\(capitalised(Network.inText(only.name))) is linked to the rest of the trust only through \(Network.inText(only.toName)).",
        count > 1
          ? "\(capitalised(number(of: fragility.onlyLinks.dropFirst().map(\.group)))) \(count == 2 ? "has" : "have") one link too."
          : "", sure: sureness(), step: Action.secondPartner(only).sentence,
        who: "whoever leads there")
    }
    if let alone = cutOff(fragility) {
      return make(
        .dependence, "\(none) depends on one person", alone, sure: sureness(),
        step:
          "Ask \(Self.few(fragility.cutOff.map(Network.inText))) whom they work with elsewhere.",
        who: "whoever leads there")
    }
    return make(
      .dependence, "\(none) depends on one person",
      "\(none) would be cut off by any one person leaving.", sure: sureness())
  }

  /// That groups have no contact with others on record; `nil` where none is so.
  private func cutOff(_ fragility: Fragility) -> String? {
    guard !fragility.cutOff.isEmpty else { return nil }
    return
      "\(capitalised(listed(fragility.cutOff.map(Network.inText)))) \(fragility.cutOff.count > 1 ? "have" : "has") no recorded contact in any \(boundary.other(beside: fragility.cutOff))."
  }

  private func since(_ holder: Fragility.SingleHolder) -> Note {
    guard let earlier else { return .notCompared }
    // What was hidden then cannot be said to have been otherwise.
    let wasShown = holder.groups.allSatisfy { id in
      naming.showsAll || earlier.boundary.map { !earlier.disclosure.hides(id, along: $0) } ?? true
    }
    guard let then = earlier.fragility(showsAll: naming.showsAll), !then.isUnasked, wasShown else {
      return Note("Not known then.")
    }
    guard
      let same = then.singleHolders.first(where: { Set($0.groups).isSuperset(of: holder.groups) })
    else { return Note("Changed.", "It was not so then.") }
    return Note(
      "No change.", "One person then too, with \(counted(same.ties, "contact")).")
  }
}

// MARK: - Joint work, topics, partnerships

extension FindingWords {
  /// The widest gap that contact hides along any boundary, among groups that are shown.
  private var gap: DepthGap? {
    analysis.judged.flatMap { judged in
      judged.gaps(showsAll: naming.showsAll)
    }.min { ($0.z, $0.boundary) < ($1.z, $1.boundary) }
  }

  private var jointWork: KeyFinding {
    guard
      !analysis.network.ties.depth.isEmpty
        || analysis.network.workingGroups.contains(where: { $0.depth != nil })
    else {
      return make(
        .jointWork, "How deep work goes is not on record",
        "The files do not tell contact from joint work.", sure: Sureness(nil),
        step: "Add a column depth to collaborations.csv.")
    }
    guard let gap else {
      let pairs = analysis.judged.map { $0.pairsCompared(showsAll: naming.showsAll) }
        .filter { $0 > 0 }
      let compared = pairs.reduce(0, +)
      guard compared > 0 else {
        return make(
          .jointWork, "Whether contact hides that groups hardly work together cannot be told",
          analysis.judged.contains(where: \.hasTooManyPairs)
            ? "There are too many \(many) to compare them pair by pair."
            : "Of no two groups that may be compared is enough on record for that.",
          sure: Sureness(.cannotSay))
      }
      return make(
        .jointWork, "No two groups are found to meet often and hardly work together",
        "\(capitalised(inWords(compared))) \(compared == 1 ? "pair" : "pairs") of groups \(compared == 1 ? "has" : "have") contacts enough to be compared, along \(inWords(pairs.count)) \(pairs.count == 1 ? "way" : "ways") of grouping people.",
        sure: sureness())
    }
    let (seen, expected) = (Int(gap.seen.rounded()), Int(gap.expected.rounded()))
    let few =
      gap.isTold
      ? "have \(counted(seen, "contact")) that \(seen == 1 ? "is" : "are") joint work. An even spread would give \(counted(expected))."
      : "have under half of the joint work that an even spread would give."
    return make(
      .jointWork, "\(capitalised(listed(gap.groups))) rarely work together",
      "These two \(gap.boundary.plural) are in touch about as often as chance would have it, but \(few)",
      sure: sureness(),
      step: "Give one team of each a shared planning hour, and look again next term.",
      isAlarm: true,
      gap.isTold
        ? .pair(what: "in joint work", seen: gap.seen, expected: gap.expected) : .none)
  }

  private static func few(_ names: [String], and word: String = "and") -> String {
    let rest = names.count - 4
    return listed(
      names.prefix(4) + (rest > 0 ? ["\(counted(rest)) more"] : []), and: word)
  }

  /// What people know, and what hardly anybody does.
  private var known: KeyFinding {
    guard let topics else {
      return make(
        .topics, "We do not know who knows what",
        analysis.network.expertise.isEmpty
          ? "No file tells of what people know."
          : "The files tell only what people would like to learn.",
        sure: Sureness(nil),
        step: analysis.network.expertise.isEmpty
          ? "Add expertise.csv, or a column expertise to people.csv."
          : "Ask people what they know, and write it down in expertise.csv with a level.")
    }
    let rows = topics.coverage.topics
    let gaps = topics.gaps.gaps
    let absent = gaps.filter { $0.kind == .soughtAndAbsent || $0.kind == .absent }
    let single = gaps.filter { $0.kind == .single }
    func row(_ gap: TopicGaps.Gap) -> TopicCoverage.Row? { rows.first { $0.topic == gap.topic } }
    let listing = Set(analysis.expertise.entries.map(\.person)).count
    let people = analysis.study.peopleCount
    let sure = Sureness(
      2 * listing >= people ? .likely : .hint,
      "\(counted(listing)) of \(counted(people, "person", "people")) \(listing == 1 ? "has" : "have") listed a topic; a gap may mean that nobody was asked."
    )
    // How many would learn it, where that tells of nobody.
    let wish = absent.first.flatMap { gap in
      row(gap).flatMap { row in row.seekers > 2 ? (name: gap.name, count: row.seekers) : nil }
    }
    let few = absent + single
    let next = rows.filter { row in row.holders > 1 && !few.contains { $0.topic == row.topic } }
      .min { ($0.holders, $0.topic) < ($1.holders, $1.topic) }
    let step =
      wish.map { "Offer training in \($0.name) to the \(inWords($0.count)) who would like it." }
      ?? gaps.first?.action
    let picture = few.prefix(3).map { gap in
      (name: gap.name, count: row(gap)?.holders ?? 0, isAlarm: true)
    }
    guard !few.isEmpty else {
      return wellKnown(topics, gaps, rows.count, sure: sure, since: time?.topics, step: step)
    }
    let headline = [
      absent.isEmpty
        ? nil
        : absent.count == 1
          ? "Nobody has listed \(absent[0].listing)"
          : "\(capitalised(inWords(absent.count))) topics have nobody on record who knows them",
      single.isEmpty
        ? nil
        : "\(inWords(single.count)) \(single.count == 1 ? "topic rests" : "topics rest") on one person\(single.count > 1 ? " each" : "")",
    ].compactMap(\.self).joined(separator: "; ")
    var lead =
      wish.map { ["\(capitalised(inWords($0.count))) people would like to learn \($0.name)."] }
      ?? []
    if !single.isEmpty {
      lead.append(
        "\(single.count == 1 ? "One person alone knows" : "One person each knows") \(Self.few(single.map(\.name)))."
      )
    }
    if absent.count > 1 {
      lead.insert("Nobody has listed \(Self.few(absent.map(\.listing), and: "or")).", at: 0)
    }
    if lead.isEmpty { lead.append(BoardWords.plain(absent[0].sentence)) }
    return make(
      .topics, capitalised(headline), lead.joined(separator: " "),
      next.map { "The next thinnest, \($0.name), is known by \(inWords($0.holders))." } ?? "",
      sure: sure, since: time?.topics, step: step,
      .counts(picture + (next.map { [(name: $0.name, count: $0.holders, isAlarm: false)] } ?? [])))
  }

  private var isUnasked: Bool { analysis.verdicts?.whole.kind == .notSurveyedAcross }

  /// Where no topic is lacking or rests on one person: those that most cannot reach, or that all is well.
  private func wellKnown(
    _ topics: GapsReport, _ gaps: [TopicGaps.Gap], _ count: Int, sure: Sureness, since: Note?,
    step: String?
  ) -> KeyFinding {
    if let gap = gaps.first {
      return make(
        .topics, "Some topics are thin", BoardWords.plain(gap.sentence), sure: sure, since: since,
        step: step)
    }
    guard let far = topics.furthest, !isUnasked else {
      return make(
        .topics, "Every topic is known by two people or more",
        "\(counted(count, "topic")) in all; none is lacking or rests on one person.",
        sure: sure, since: since)
    }
    let by = topics.coverage.boundary
    return make(
      .topics,
      "\(far.name) is out of reach of \(inWords(far.groups)) \(far.groups == 1 ? by.singular : by.plural)\(topics.coverage.suppressedGroups > 0 ? " that may be shown" : "")",
      "There most would need two or more introductions to reach anybody who knows it.", sure: sure,
      since: since)
  }

  /// The partnership to look at first: the gravest that is red, else one whose review is overdue, else one to watch.
  private var partnershipFirst: PartnershipLedger.Entry? {
    let entries = analysis.ledger.entries
    return entries.first { $0.status == .red } ?? entries.first(where: \.isOverdue)
      ?? entries.first { $0.status == .watch }
  }

  private var partnerships: KeyFinding {
    let ledger = analysis.ledger
    let entries = ledger.entries
    guard !entries.isEmpty else {
      return make(
        .partnerships, "We do not know how partnerships stand", "No file tells of partnerships.",
        sure: Sureness(nil), step: "Add partnerships.csv.")
    }
    let numbers = PartnershipLedger.Status.allCases.map { status in
      entries.count { $0.status == status }
    }
    let red = numbers[0]
    let late = entries.filter(\.isOverdue)
    let isDated = entries.contains { $0.partnership.reviewDue != nil }
    let unread = entries.count { $0.partnership.unread.contains("review_due") }
    let undated = entries.count(where: \.partnership.isReviewOpen)
    let lost =
      unread > 0
      ? "\(capitalised(inWords(unread))) review \(unread == 1 ? "date" : "dates") could not be read."
      : nil
    let isUntold = isDated && ledger.asAt == nil
    let reviews =
      isUntold
      ? "Whether a review is overdue cannot be told: nothing in the files is dated."
      : !isDated
        ? lost ?? "No review dates are on record."
        : late.isEmpty
          ? "No review is overdue\(lost == nil ? "" : " among those whose date can be read")\(undated == 0 ? "" : "; \(inWords(undated)) \(undated == 1 ? "has" : "have") no date on record")."
          : "\(capitalised(inWords(late.count))) \(late.count == 1 ? "review is" : "reviews are") overdue: \(late[0].partner) with \(late[0].with)\(late.count > 1 ? " and \(inWords(late.count - 1)) \(late.count == 2 ? "other" : "others")" : "")."
    func some(_ count: Int) -> String { count == 0 ? "none" : inWords(count) }
    let rest =
      "Of \(counted(entries.count, "partnership")), \(some(numbers[1])) \(numbers[1] < 2 ? "is" : "are") worth watching and \(some(numbers[2])) \(numbers[2] < 2 ? "is" : "are") steady\(numbers[3] == 0 ? "" : "; of \(inWords(numbers[3])) it cannot be told")."
    let gravest = entries.first.flatMap { $0.status == .red ? $0 : nil }
    let reason = gravest.map {
      " The gravest is \($0.partner) with \($0.with): \($0.flags.prefix(2).map(\.reason).joined(separator: "; "))."
    }
    let all = "\(inWords(entries.count)) \(entries.count == 1 ? "partnership" : "partnerships")"
    // A review that is overdue is a thing to look at, though by itself it makes no partnership red.
    let besides = late.count { $0.status != .red }
    return make(
      .partnerships,
      red == 0
        ? late.isEmpty
          ? isUntold
            ? "Whether a partnership needs a look is not certain"
            : numbers[1] > 0
              ? "No partnership is red; \(inWords(numbers[1])) \(numbers[1] == 1 ? "is" : "are") to watch"
              : numbers[3] > 0
                ? "Whether \(inWords(numbers[3])) of \(all) \(numbers[3] == 1 ? "needs" : "need") a look cannot be told"
                : "No partnership needs a look"
          : "\(capitalised(inWords(late.count))) \(late.count == 1 ? "review of a partnership is" : "reviews of partnerships are") overdue"
        : "\(capitalised(inWords(red))) of \(all) \(red == 1 ? "needs" : "need") a look\(besides == 0 ? "" : "; \(inWords(besides)) more \(besides == 1 ? "is" : "are") overdue for review")",
      reviews, rest + (reason ?? ""),
      sure: Sureness(
        red == 0 && isUntold ? .cannotSay : .likely,
        "From the register; both sides known in \(counted(PartnershipHealth(ledger).bothKnown)) of \(counted(entries.count))."
      ),
      since: partnershipsSince(red),
      step: partnershipFirst.map { entry in
        red == 0 && entry.isOverdue
          ? "Hold the review of \(entry.partner) with \(entry.with) this term."
          : "\(BoardWords.unended(entry.flags.first?.action ?? "Meet.")): \(entry.partner) with \(entry.with)."
      },
      isAlarm: red > 0,
      .counts(
        [
          ("Act now", numbers[0], true), ("Watch", numbers[1], false),
          ("Steady", numbers[2], false),
        ] + (numbers[3] > 0 ? [("Cannot be told", numbers[3], false)] : [])))
  }

  private func partnershipsSince(_ red: Int) -> Note {
    guard let earlier else { return .notCompared }
    if let moved = time?.partnerships {
      guard moved.better + moved.worse > 0 else {
        return Note("No change.", "As then, by what is known at both times.")
      }
      return Note(
        moved.worse > moved.better
          ? "Worse." : moved.better > moved.worse ? "Better." : "Some better, some worse.",
        "\(moved.better == 0 ? "None" : capitalised(inWords(moved.better))) better and \(moved.worse == 0 ? "none" : inWords(moved.worse)) worse than then."
      )
    }
    let then = earlier.ledger.entries
    guard !then.isEmpty else { return Note("None on record then.") }
    let was = then.count { $0.status == .red }
    return was == red
      ? Note("No change.", "It was \(inWords(red)) then too.")
      : Note(was < red ? "More than then." : "Fewer than then.", "It was \(inWords(was)).")
  }

}

// MARK: - Of whom nothing can be said

extension FindingWords {
  /// The groups of which nothing can be said though they are large enough.
  var silent: [SiloVerdicts.GroupVerdict] {
    (analysis.verdicts?.groups ?? []).filter {
      shows($0.id) && !$0.verdict.kind.isSaid
        && $0.people >= analysis.rules.minGroup
    }
  }

  private var answers: KeyFinding {
    let coverage = analysis.study.coverage
    let sure = Sureness(
      BoardWords.certaintyOfCount(coverage.share), "\(capitalised(coverage.inWords)).")
    guard let first = silent.first else {
      guard coverage.asked == 0 || isAnyShown else {
        return make(
          .answers, "Where people answered cannot be told",
          "\(capitalised(coverage.inWords)). \(noneShown)",
          sure: Sureness(.cannotSay, "\(capitalised(coverage.inWords))."))
      }
      return coverage.asked == 0
        ? make(
          .answers, "We do not know who answered",
          "No file says who was asked, so nobody can tell whose contacts are missing.", sure: sure,
          step:
            "Write down who was asked and who answered, in the column responded of people.csv.")
        : make(
          .answers, "Enough people answered at every \(one) that is shown",
          capitalised(coverage.inWords) + ".", sure: sure,
          step: "Keep asking everybody, every year.")
    }
    let name = Network.inText(first.name)
    let missing = first.coverage.asked - first.coverage.answered
    return make(
      .answers,
      "We cannot speak for \(silent.count == 1 ? name : number(of: silent.map(\.id)))",
      (first.coverage.share ?? 1) < analysis.rules.minCoverage
        ? "\(missing) of \(first.coverage.asked) staff at \(name) did not answer."
        : BoardWords.plain(first.verdict.sentence), sure: sure,
      step: first.verdict.kind == .notSurveyedAcross
        ? "Ask people about other \(many) too."
        : "Ask the staff of \(listed(silent.prefix(3).map { Network.inText($0.name) }))\(first.isUnasked ? "" : " again") this term."
    )
  }
}
