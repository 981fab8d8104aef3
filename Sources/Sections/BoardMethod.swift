import Documents
import Findings
import GraphEngine
import Measures
import Networks

/// How a board pack came about, as questions, and what it does not know, with what would settle it.
extension BoardPack {
  private var boundary: Boundary { analysis.boundary ?? .school }

  var method: [Document.Block] {
    func row(_ question: String, _ answer: String) -> [Document.Grid.Cell] {
      [[.init(.term, Phrase(question))], [.init(.text, Phrase(answer))]]
    }
    let (one, many) = (boundary.singular, boundary.plural)
    let study = analysis.study
    let depth =
      study.slice.depth > .networking
      ? ", of depth \(study.slice.depth.rawValue) (\(study.slice.depth.word)) or more" : ""
    var rows = [
      row(
        "What is a contact?",
        "Two people on record as working together\(depth)\(day.map { ", on \($0.inWords)" } ?? ""). \(contacts)"
      ),
      row("Who was asked?", asked),
      row(
        "What does “leads out” mean?",
        "The share of a \(one)’s contacts whose other end is in another \(one)."),
    ]
    if let verdicts = analysis.verdicts {
      if let chance = verdicts.index.expected.map({ (1 + $0) / 2 }) {
        rows.append(
          row(
            "Why not compare with chance?",
            "Chance alone would send \(percent(chance)) of contacts to another \(one). People work most with those down the corridor, as they should. So each \(one) is set beside what the others would do at its size."
          ))
      }
      rows.append(
        row(
          "When do we say that a \(one) keeps to itself?",
          "When it has at most \(percent(verdicts.rules.siloShare)) of the outside contacts that the other \(many) would have at its size, by more than the spread between \(many) can explain, and missing replies could not change that."
        ))
    }
    rows += [
      row(
        "What is the 95% interval?",
        "How far the figure could move if other, similar people worked there. It is wide where one person holds many of the contacts."
      ),
      row(
        "How sure is a finding?",
        "Beyond doubt: chance would give it less than once in a thousand, seven in ten answered, and missing replies change nothing. Likely: once in twenty, and half answered. A hint: weaker than that. What is only counted is likely at most."
      ),
      row("What is hidden?", dataProtection),
    ]
    if !leftOut.isEmpty { rows.append(row("What was left out?", leftOut)) }
    return [
      .kicker("Appendix"), .heading(1, "How this was worked out"),
      .lead("In plain words. The full method is in Weft’s own documentation."),
      .grid(.init([50, 110], rows: rows, isRuled: false)),
    ]
  }

  private var contacts: String {
    let study = analysis.study
    guard !study.slice.arcs.isDirected else {
      let all = Int((analysis.verdicts?.index.basis ?? Double(study.slice.arcs.tieCount)).rounded())
      return
        "There are \(counted(analysis.pairsTied, "such pair")). The files say who named whom, so two who name each other make two contacts: \(counted(all)) in all."
    }
    let shared =
      analysis.network.workingGroups.isEmpty
      ? "" : ", once the pairs of a working group share one weight"
    let all =
      analysis.verdicts?.index.basis.map { counted(Int($0.rounded()), "contact") + shared }
      ?? counted(study.slice.arcs.tieCount, "contact")
    return "There are \(all)."
  }

  private var asked: String {
    let coverage = analysis.study.coverage
    guard coverage.asked > 0 else { return "The files do not say who was asked." }
    let groups = (analysis.verdicts?.groups ?? []).filter { naming.shows($0.id, along: boundary) }
    let shares = groups.compactMap { group in group.coverage.share.map { (group.name, $0) } }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    var text =
      "\(counted(coverage.asked)) people, of whom \(Coverage(asked: coverage.asked, answered: coverage.answered).inWords)."
    if let least = shares.first, let most = shares.last, shares.count > 1 {
      let (low, high) = (percent(least.1), percent(most.1))
      text +=
        low == high
        ? " By \(boundary.singular) the share is \(low) in each."
        : " By \(boundary.singular) the share runs from \(low) (\(BoardWords.name(least.0))) to \(high)."
    }
    return text
  }

  /// What of the files counts nowhere.
  private var leftOut: String {
    let omitted = analysis.study.slice.omitted
    var parts: [String] = []
    func add(_ count: Int, _ one: String, _ many: String) {
      if count > 0 { parts.append(counted(count, one, many)) }
    }
    add(setAside, "row that could not be used", "rows that could not be used")
    add(omitted.leavers, "person who has left", "people who have left")
    add(omitted.newcomers, "person who had not started", "people who had not started")
    add(omitted.outsidePeriod, "contact outside the period", "contacts outside the period")
    add(omitted.shallower, "contact that was not deep enough", "contacts that were not deep enough")
    add(
      omitted.groupsOverCap, "working group of more than \(Network.groupCap)",
      "working groups of more than \(Network.groupCap)")
    return parts.isEmpty ? "" : capitalised(listed(parts)) + "."
  }

  // MARK: - What we do not know

  var unknowns: [Document.Block] {
    var rows: [[Document.Grid.Cell]] = []
    func add(_ what: String, _ why: String, _ settles: String) {
      rows.append([
        [.init(.term, Phrase(what))], [.init(.text, Phrase(why))], [.init(.quiet, Phrase(settles))],
      ])
    }
    let groups = analysis.verdicts?.groups ?? []
    for group in groups
    where group.verdict.kind == .notEnoughData && naming.shows(group.id, along: boundary) {
      let range =
        group.doubt.range.map {
          " Its share could lie between \(percent($0.lowerBound)) and \(percent($0.upperBound))."
        } ?? ""
      add(
        group.name, BoardWords.plain(group.verdict.sentence) + range,
        group.isUnasked ? "Ask its staff this term." : "Ask its staff again this term.")
      if rows.count == 4 { break }
    }
    if let sentence = analysis.leftOut?.sentence {
      add(
        "People without a \(boundary.singular)", BoardWords.plain(sentence), "Fill in the column.")
    }
    add(
      "Contacts nobody recorded", "A missing contact may mean that it was not written down.",
      "A second survey, next year.")
    if analysis.network.ties.ended.isEmpty,
      !analysis.network.workingGroups.contains(where: { $0.ended != nil })
    {
      add(
        "What has ended", "No contact has an end date, so one that ended may still count.",
        "Enter ends once a term.")
    }
    if !analysis.network.expertise.tellsKnowledge {
      add(
        "Who knows what",
        analysis.network.expertise.isEmpty
          ? "No file tells of it." : "The files tell only what people would like to learn.",
        "Ask everybody for three topics.")
    } else {
      add(
        "What nobody was asked about",
        "A topic without a name beside it may mean that nobody was asked, not that nobody knows.",
        "Ask about it by name.")
    }
    let ledger = analysis.ledger
    if ledger.entries.isEmpty {
      add("Partnerships", "No file tells of them.", "Keep a register: partnerships.csv.")
    } else {
      let known = PartnershipHealth(ledger).bothKnown
      if known < ledger.entries.count {
        add(
          "What partners think",
          "We know both sides’ view in \(counted(known)) of \(counted(ledger.entries.count, "partnership")).",
          "Send both sides the six questions.")
      }
    }
    let unanswered = analysis.voices.unanswered.count
    if analysis.network.records.needs.isEmpty {
      add("Pupils and communities", "No file tells of what they need.", "Ask the pupil parliament.")
    } else if unanswered > 0 {
      add(
        "Pupils and communities",
        "\(capitalised(inWords(unanswered))) \(unanswered == 1 ? "need has" : "needs have") had no answer on record.",
        "Write down what was answered.")
    }
    add(
      "Whether contact helps",
      "These pages count who works with whom, and not what came of it.",
      "Note the effect in each story.")
    return [
      .kicker("Appendix"), .heading(1, "What we do not know"),
      .lead("Read this before acting on any page."),
      .grid(
        .init(
          [46, 72, 42], head: ["About", "What is missing", "What would settle it"], rows: rows)),
      .note("Made with Weft from the files of \(Phrase(title).words)."),
    ]
  }
}
