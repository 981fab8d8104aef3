public import Documents
public import Findings
import GraphEngine
import Measures
import Networks

/// The five things a leader should know: each with what was found beside what, how sure that is, what it was before, and what to do.
///
/// One question each, always asked: who keeps to itself, what depends on one person, where contact hides that people hardly work
/// jointly, which topics hardly anybody knows, and which partnerships need somebody. Where there is nothing, or nothing can be
/// said, the answer says that.
public struct FiveThings: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case silos, dependence, jointWork = "joint-work", topics, partnerships
  }

  /// A word or two, and the reason.
  public struct Note: Sendable, Equatable {
    public let lead: String
    public let rest: String

    public init(_ lead: String, _ rest: String = "") { (self.lead, self.rest) = (lead, rest) }

    static let notCompared = Note("Not compared yet.")
  }

  /// How sure something is, and the reason.
  public struct Sureness: Sendable, Equatable {
    /// `nil` where the files say nothing of the matter.
    public let certainty: Certainty?
    /// What it is sure of, where that is not the whole matter.
    let of: String?
    let reason: String

    init(_ certainty: Certainty?, of: String? = nil, _ reason: String = "") {
      (self.certainty, self.of, self.reason) = (certainty, of, reason)
    }

    public var note: Note {
      let words =
        switch certainty {
        case nil: "Not on record"
        case .beyondDoubt: "Sure"
        case .likely: "Fairly sure"
        case .hint: "A hint"
        case .cannotSay: "Cannot be told"
        }
      return Note(words + (of.map { " of \($0)" } ?? "") + ".", reason)
    }
  }

  /// What a small picture beside the finding shows.
  public enum Picture: Sendable {
    /// One share among those of the others.
    case share(name: String, own: Double, others: [Double])
    /// Groups that one person ties to the rest.
    case holder(names: [String])
    /// A number beside what would be expected.
    case pair(what: String, seen: Double, expected: Double)
    /// Numbers one below the other, the alarming ones marked.
    case counts([(name: String, count: Int, isAlarm: Bool)])
    case none
  }

  public struct Thing: Sendable {
    public let kind: Kind
    public let heading: String
    /// What it is compared with, in a sentence or two.
    public let comparison: String
    public let sure: Sureness
    public let since: Note
    /// One thing to do; nothing where there is nothing to do.
    public let step: String?
    public let picture: Picture
  }

  public let things: [Thing]
  /// Whether work is more open than before, in sentences; `nil` where nothing was compared.
  public let change: [String]?

  /// - Parameters:
  ///   - topics: what is known and lacking; `nil` where the files say nothing of it.
  ///   - time: the earlier time to compare with.
  public init(
    _ analysis: Analysis, _ naming: Naming, topics: GapsReport?, since time: EarlierTime? = nil
  ) {
    let maker = Maker(
      analysis: analysis, naming: naming, topics: topics,
      time: time)
    things = [maker.silos, maker.dependence, maker.jointWork, maker.lacking, maker.partnerships]
    change = time?.sentences
  }

  /// The first two findings, in a line.
  public var headline: String {
    let opening = Set((2...20).map { capitalised(inWords($0)) } + ["No", "What", "Whether"])
    return things.prefix(2).enumerated().map { place, thing in
      let first = thing.heading.prefix { $0 != " " }
      return place > 0 && opening.contains(String(first))
        ? thing.heading.prefix(1).lowercased() + thing.heading.dropFirst() : thing.heading
    }.joined(separator: "; ")
  }

  /// The five as a table.
  public var table: Table {
    Table(
      [
        .text("question"), .text("found", "what we found"), .text("compared", "compared with"),
        .text("sure", "how sure"), .text("since", "since then"), .text("step", "next step"),
      ],
      rows: things.map { thing in
        [
          .text(thing.kind.rawValue), .text(thing.heading), .text(thing.comparison),
          .text(thing.sure.note.words), .text(thing.since.words),
          thing.step.map(Table.Cell.text) ?? .empty,
        ]
      })
  }
}

extension FiveThings.Note {
  /// Both in a line.
  public var words: String { rest.isEmpty ? lead : "\(lead) \(rest)" }
}

/// Words the findings of one analysis.
private struct Maker {
  let analysis: Analysis
  let naming: Naming
  let topics: GapsReport?
  let time: EarlierTime?
  private var earlier: Analysis? { time?.analysis }
  private var showsAll: Bool { naming.mode == .full }
  private var fragility: Fragility? { naming.fragility(of: analysis) }

  private typealias Note = FiveThings.Note
  private typealias Sureness = FiveThings.Sureness
  private typealias Thing = FiveThings.Thing

  private var one: String { analysis.boundary?.singular ?? "group" }
  private var many: String { analysis.boundary?.plural ?? "groups" }
  private var coverage: Coverage { analysis.study.coverage }

  /// How many groups these are; the centre is no school.
  private func number(of ids: [String]) -> String {
    analysis.verdicts?.number(of: ids) ?? "\(inWords(ids.count)) \(many)"
  }

  private func shows(_ id: String) -> Bool {
    analysis.boundary.map { naming.shows(id, along: $0) } ?? true
  }

  /// How many answered, as a reason.
  private var replies: Sureness {
    guard let share = coverage.share else {
      return Sureness(.cannotSay, "Who replied is not on record.")
    }
    return Sureness(
      share >= 0.7 ? .likely : .hint,
      "\(capitalised(percent(share))) replied. No range is worked out for this one.")
  }

  private func thing(
    _ kind: FiveThings.Kind, _ heading: String, _ comparison: String, sure: FiveThings.Sureness,
    since: FiveThings.Note? = nil, step: String? = nil,
    _ picture: FiveThings.Picture = .none
  ) -> FiveThings.Thing {
    FiveThings.Thing(
      kind: kind, heading: heading, comparison: comparison, sure: sure,
      since: since ?? (kind == .topics ? time?.topics : nil)
        ?? (earlier == nil ? .notCompared : Note("Not compared for this one.")),
      step: step,
      picture: picture)
  }
}

// MARK: - Silos and what depends on one person

extension Maker {
  var silos: FiveThings.Thing {
    guard let verdicts = analysis.verdicts else {
      return thing(
        .silos, "Nothing groups people",
        "The files name no school, team or other group, so nothing can be said of silos.",
        sure: Sureness(nil), step: "Add a school or team to people.csv.")
    }
    let found = verdicts.silos(showsAll: showsAll)
    guard let first = found.first, let outside = first.outside else {
      return noSilo(verdicts)
    }
    let others = first.outsideAmongOthers.map {
      " For other \(many) its size it is \(percent($0))."
    }
    let compared =
      "\(capitalised(percent(outside))) of its working links leave the \(one)." + (others ?? "")
    let heading =
      found.count == 1
      ? "\(first.name) keeps to itself"
      : "\(capitalised(verdicts.number(of: found.map(\.id)))) keep to themselves"
    let step = fragility.flatMap { fragility in
      actions(verdicts, fragility, coverage, shows: shows).first {
        $0.horizon == .longTerm && $0.sentence.contains(first.name)
      }
    }
    return thing(
      .silos, heading,
      found.count == 1
        ? compared
        : "The clearest is \(first.name): \(compared) The others: \(listed(found.dropFirst().map(\.name))).",
      sure: Sureness(first.verdict.certainty, first.rangeInWords ?? ""), since: since(first),
      step: step?.sentence,
      .share(
        name: first.name, own: outside,
        others: verdicts.groups.filter { shows($0.id) && $0.id != first.id && !$0.isCentral }
          .compactMap(\.outside)))
  }

  private func noSilo(_ verdicts: SiloVerdicts) -> FiveThings.Thing {
    if let sentence = verdicts.noSilo(showsAll: showsAll) {
      let inward = verdicts.mostInward(showsAll: showsAll).flatMap { first in
        first.outside.map { (first, $0) }
      }
      return thing(
        .silos, "\(verdicts.none(showsAll: showsAll)) is found to keep to itself",
        inward.map { first, outside in
          "\(first.name) works more inwardly than most: \(percent(outside)) of its working links leave\(first.outsideAmongOthers.map { ", \(percent($0)) for others its size" } ?? ""). That is not enough to call it a silo."
        } ?? sentence, sure: Sureness(verdicts.noSiloCertainty),
        step: inward.map { "Look at \(Network.inText($0.0.name)) again next term." })
    }
    let isTold = verdicts.whole.kind != .notEnoughData && verdicts.whole.kind != .notSurveyedAcross
    guard isTold, let index = verdicts.index.value else {
      return thing(
        .silos, "Whether a \(one) keeps to itself cannot be said", verdicts.whole.sentence,
        sure: Sureness(.cannotSay), step: "Ask again, about colleagues in every \(one).")
    }
    return thing(
      .silos, "No \(one) can be compared with others its size",
      "\(capitalised(percent((1 + index) / 2))) of working links join two \(many). There are too few \(many) to say what others would have.",
      sure: Sureness(.cannotSay))
  }

  private func since(_ group: SiloVerdicts.GroupVerdict) -> FiveThings.Note {
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

  var dependence: FiveThings.Thing {
    guard let boundary = analysis.boundary, let fragility else {
      return thing(
        .dependence, "What depends on one person cannot be said",
        "Nothing in the files groups people.", sure: Sureness(nil))
    }
    guard !fragility.saysNothing else {
      return thing(
        .dependence, "Whether a \(one) depends on one person cannot be said",
        fragility.isUnasked
          ? "People were most likely not asked about other \(many)."
          : "No tie between two \(many) is on record.", sure: Sureness(.cannotSay))
    }
    let holders = fragility.singleHolders
    guard let first = holders.first else { return links(fragility, boundary) }
    let number = first.names.count
    let place = first.ownGroup.map { " in \(Network.inText($0))" } ?? ""
    let others = holders.dropFirst().flatMap(\.groups)
    let further = others.count
    let rest =
      further > 0
      ? " \(capitalised(self.number(of: others))) \(further == 1 ? "depends" : "depend") on one person too."
      : fragility.unsure.isEmpty && fragility.fewest == nil && !fragility.isPart
        ? " No other \(one) is like this." : ""
    let all = first.ties == 1 ? "The only tie" : "All \(counted(first.ties)) ties"
    return thing(
      .dependence,
      number == 1
        ? "\(first.names[0]) depends on one person"
        : "\(capitalised(self.number(of: first.groups))) depend on one person",
      "\(all) that \(listed(first.names)) \(number == 1 ? "has" : "have") with \(boundary.others(beside: first.names)) \(first.ties == 1 ? "runs" : "run") through one person\(place).\(rest)",
      sure: replies, since: since(first),
      step: "Give \(listed(first.names)) a second link to the others.",
      .holder(names: first.names))
  }

  /// Where nothing depends on one person: single links, or that there is none.
  private func links(_ fragility: Fragility, _ boundary: Boundary) -> FiveThings.Thing {
    if let only = fragility.onlyLinks.first {
      return thing(
        .dependence, "\(only.name) has one link to the rest of the trust",
        "All its ties to \(boundary.others(beside: [only.name])) lead to \(only.toName).",
        sure: replies,
        step: "Find \(only.name) a second partner beside \(only.toName).")
    }
    let sentences = fragility.sentences(boundary)
    guard sentences.isEmpty else {
      return thing(
        .dependence, "What depends on one person is not certain", sentences.joined(separator: " "),
        sure: Sureness(.cannotSay))
    }
    return thing(
      .dependence, "\(fragility.none(boundary)) depends on one person",
      fragility.isPart
        ? "Every \(one) that may be shown and has ties to others has them through two people or more."
        : "Every \(one)\(fragility.fewest == nil ? "" : " of that size") with ties to others has them through two people or more, and to two \(many) or more.",
      sure: replies)
  }

  private func since(_ holder: Fragility.SingleHolder) -> FiveThings.Note {
    guard let earlier else { return .notCompared }
    // What was hidden then cannot be said to have been otherwise.
    let wasShown = holder.groups.allSatisfy { id in
      showsAll || earlier.boundary.map { !earlier.disclosure.hides(id, along: $0) } ?? true
    }
    guard let then = earlier.fragility(showsAll: showsAll), !then.isUnasked, wasShown else {
      return Note("Not known then.")
    }
    guard
      let same = then.singleHolders.first(where: { Set($0.groups).isSuperset(of: holder.groups) })
    else { return Note("Changed.", "It was not so then.") }
    return Note(
      "No change.", "One person then too, with \(counted(same.ties, "tie")).")
  }
}

// MARK: - Joint work, topics, partnerships

extension Maker {
  /// The widest gap that contact hides along any boundary, among groups that are shown.
  private var gap: DepthGap? {
    analysis.judged.flatMap { judged in
      judged.gaps(showsAll: showsAll)
    }.min { ($0.z, $0.boundary) < ($1.z, $1.boundary) }
  }

  var jointWork: FiveThings.Thing {
    guard
      !analysis.network.ties.depth.isEmpty
        || analysis.network.workingGroups.contains(where: { $0.depth != nil })
    else {
      return thing(
        .jointWork, "How deep work goes is not on record",
        "The files do not tell contact from joint work.", sure: Sureness(nil),
        step: "Add a column depth to collaborations.csv.")
    }
    guard let gap else {
      return thing(
        .jointWork, "No two groups meet often and hardly work together",
        "Contact and joint work were compared for every pair of groups, along \(counted(analysis.judged.count, "way")) of grouping people.",
        sure: replies)
    }
    let (seen, expected) = (Int(gap.seen.rounded()), Int(gap.expected.rounded()))
    let few =
      gap.isTold
      ? "have \(counted(seen, "joint tie")). An even spread would give \(counted(expected))."
      : "have under half of the joint ties that an even spread would give."
    return thing(
      .jointWork, "\(capitalised(listed(gap.groups))) rarely work together",
      "These two \(gap.boundary.plural) are in touch about as often as chance would have it, but \(few)",
      sure: replies,
      step:
        "Give one team of each a shared planning hour, and look again next term.",
      gap.isTold ? .pair(what: "joint ties", seen: gap.seen, expected: gap.expected) : .none)
  }

  var lacking: FiveThings.Thing {
    guard let topics else {
      return thing(
        .topics, "What people know is not on record",
        "No file says what people know or would like to know.", sure: Sureness(nil),
        step: "Add expertise.csv: person, topic, level.")
    }
    let rows = topics.coverage.topics
    let few = topics.gaps.gaps.filter { $0.kind < .absentInHub }
    let names = few.map(\.topic)
    let listing = Set(analysis.expertise.entries.map(\.person)).count
    let sure = Sureness(
      .likely,
      "\(counted(listing)) of \(counted(analysis.study.peopleCount, "person has", "people have")) listed a topic. Some may know more."
    )
    let next = rows.filter { !names.contains($0.topic) && $0.holders > 1 }
      .min { ($0.holders, $0.topic) < ($1.holders, $1.topic) }
    let thinnest = next.map {
      "The next thinnest, \($0.name), is known by \(inWords($0.holders))."
    }
    guard let first = few.first else {
      return thing(
        .topics, "Every topic is known by two people or more",
        (["\(counted(rows.count, "topic")) in all."] + [thinnest].compactMap { $0 })
          .joined(separator: " "), sure: sure)
    }
    func row(_ topic: Int32) -> TopicCoverage.Row? { rows.first { $0.topic == topic } }
    let nobody = few.filter { $0.kind != .single }
    let single = few.filter { $0.kind == .single }
    var parts: [String] = []
    if !nobody.isEmpty {
      let sought = nobody.compactMap { row($0.topic)?.seekers }.reduce(0, +)
      parts.append(
        "Nobody has listed \(Self.few(nobody.map(\.listing)))\(sought > 0 ? ", though \(inWords(sought)) would like to learn" : "")."
      )
    }
    if !single.isEmpty {
      parts.append(
        "One person\(single.count > 1 ? " each" : "") knows \(Self.few(single.map(\.name))).")
    }
    parts += [thinnest].compactMap { $0 }
    let heading =
      few.count == 1
      ? "One topic is one person deep, or less"
      : "\(capitalised(inWords(few.count))) topics are one person deep, or less"
    let shown =
      few.prefix(3).map { (name: $0.name, count: row($0.topic)?.holders ?? 0, isAlarm: true) }
      + (next.map { [(name: $0.name, count: $0.holders, isAlarm: false)] } ?? [])
    return thing(
      .topics, heading, parts.joined(separator: " "), sure: sure, step: first.action,
      .counts(shown))
  }

  private static func few(_ names: [String]) -> String {
    let rest = names.count - 4
    return listed(names.prefix(4) + (rest > 0 ? ["\(counted(rest)) more"] : []), and: "and")
  }

  var partnerships: FiveThings.Thing {
    let ledger = analysis.ledger
    guard !ledger.entries.isEmpty else {
      return thing(
        .partnerships, "Partnerships are not on record", "No file speaks of them.",
        sure: Sureness(nil), step: "Add partnerships.csv.")
    }
    func count(_ status: PartnershipLedger.Status, in ledger: PartnershipLedger) -> Int {
      ledger.entries.count { $0.status == status }
    }
    let numbers = PartnershipLedger.Status.allCases.map { count($0, in: ledger) }
    let red = numbers[0]
    func some(_ count: Int) -> String { count == 0 ? "none" : inWords(count) }
    let late = ledger.entries.filter(\.isOverdue)
    let both = ledger.entries.count { $0.ours.trust.value != nil && $0.theirs.trust.value != nil }
    var since = Note.notCompared
    if let moved = time?.partnerships {
      since =
        moved.better + moved.worse == 0
        ? Note("No change.", "As then, by what is known at both times.")
        : Note(
          moved.worse > moved.better
            ? "Worse." : moved.better > moved.worse ? "Better." : "Some better, some worse.",
          "\(moved.better == 0 ? "None" : capitalised(inWords(moved.better))) better and \(moved.worse == 0 ? "none" : inWords(moved.worse)) worse than then."
        )
    } else if let earlier {
      let then = earlier.ledger
      let was = PartnershipLedger.Status.allCases.map { count($0, in: then) }
      since =
        then.entries.isEmpty
        ? Note("None on record then.")
        : was[0] == red
          ? Note("No change.", "It was \(inWords(red)) then too.")
          : Note(
            was[0] < red ? "More than then." : "Fewer than then.",
            "It was \(inWords(was[0])).")
    }
    let rest =
      "Of \(counted(ledger.entries.count, "partnership")), \(some(numbers[1])) \(numbers[1] < 2 ? "is" : "are") worth watching and \(some(numbers[2])) \(numbers[2] < 2 ? "is" : "are") steady."
    let gravest = ledger.entries.first.flatMap { $0.status == .red ? $0 : nil }
    return thing(
      .partnerships,
      red == 0
        ? late.isEmpty
          ? "No partnership needs somebody to act"
          : "\(capitalised(inWords(late.count))) \(late.count == 1 ? "review of a partnership is" : "reviews of partnerships are") overdue"
        : red == 1
          ? "One partnership needs somebody to act"
          : "\(capitalised(inWords(red))) partnerships need somebody to act",
      ([rest]
        + (gravest.map {
          [
            "The gravest is \($0.partner) with \($0.with): \($0.flags.prefix(2).map(\.reason).joined(separator: "; "))."
          ]
        } ?? [])).joined(separator: " "),
      sure: Sureness(
        .beyondDoubt, of: "what is on record",
        "\(capitalised(some(both))) \(both < 2 ? "is" : "are") rated by both sides."),
      since: since,
      step: gravest?.flags.first?.action
        ?? late.first.map { "Hold the review of \($0.partner) with \($0.with) this term." },
      .counts([
        ("Act now", numbers[0], true), ("Watch", numbers[1], false), ("Steady", numbers[2], false),
      ]))
  }
}
