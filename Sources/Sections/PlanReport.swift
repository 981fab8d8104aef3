public import Documents
import GraphEngine
public import Findings
import Measures
import Networks

/// The few introductions that would bring most colleagues together, for people and for programs.
public struct PlanReport: Sendable {
  private let analysis: Analysis
  private let plan: IntroductionPlan
  private let naming: Naming
  private let words: IntroductionWords

  public init(_ analysis: Analysis, _ plan: IntroductionPlan, _ naming: Naming) {
    self.analysis = analysis
    self.plan = plan
    self.naming = naming
    words = IntroductionWords(analysis.expertise, naming)
  }

  /// Without a tie on record nobody can tell who is within reach of whom.
  private var introductions: [IntroductionPlan.Entry] {
    analysis.study.graph.tieCount == 0 ? [] : plan.introductions
  }

  private var many: String { analysis.boundary?.plural ?? "groups" }

  public var pages: Pages {
    var pages = Pages(sentences: sentences)
    pages.add("introductions", "Introductions, the one that brings most first", table)
    pages.closing =
      "Next: weft what-if FOLDER --tie ONE,OTHER to see what an introduction would change."
    return pages
  }

  private var sentences: [String] {
    guard !introductions.isEmpty else { return [why] }
    let count = plan.introductions.count
    let share = { (pairs: Int) in plan.pairs > 0 ? Double(pairs) / Double(plan.pairs) : 0 }
    var said = [
      "\(capitalised(inWords(count))) \(count == 1 ? "introduction" : "introductions") would bring \(counted(plan.gained, "more pair", "more pairs")) of colleagues of different \(many) within reach of each other: at most \(plan.radius == 3 ? "two colleagues" : "one colleague") between them. \(percent(share(plan.reachable))) of such pairs are within reach today\(rise(share))."
    ]
    said.append(
      plan.randomGain > 0
        ? "As many introductions drawn at random among the same people would bring \(counted(Int(plan.randomGain.rounded()))) on average\(beside)."
        : "As many introductions drawn at random among the same people would bring none.")
    if count < plan.request.count {
      said.append(
        "There are fewer than \(inWords(plan.request.count)): no further one among these people brings anybody closer."
      )
    }
    said.append(
      plan.isAsked
        ? "Looked at: \(counted(plan.willing, "person", "people")) who \(plan.tellsOffers ? "offer" : "know") or look for something. Nobody has been asked yet."
        : "The files do not say who offers or looks for anything, so everybody who may be named was looked at. Ask each before you plan."
    )
    return said
  }

  /// How much more than introductions drawn at random would bring.
  private var beside: String {
    guard plan.randomGain >= 1 else { return "" }
    let times = fixed(Double(plan.gained) / plan.randomGain, places: 1)
    return times == "1.0"
      ? ": no fewer than the plan" : ": the plan brings \(times) times as many"
  }

  private func rise(_ share: (Int) -> Double) -> String {
    let (before, after) = (share(plan.reachable), share(plan.reachable + plan.gained))
    return percent(before) == percent(after) ? "" : ", \(percent(after)) then"
  }

  /// Why there is no plan.
  private var why: String {
    if analysis.boundary == nil {
      return "Nothing in the files groups people, so nobody is of another group."
    }
    guard analysis.study.graph.tieCount > 0 else {
      return
        "No tie between colleagues is on record, so who is within reach of whom cannot be told."
    }
    if plan.willing < 2 {
      return plan.isAsked
        ? "Fewer than two people \(plan.tellsOffers ? "offer" : "know") or look for anything in expertise.csv, so there is nobody to introduce."
        : "There are fewer than two people who may be named."
    }
    return plan.choices == 0
      ? "No two people of different \(many) are left to introduce: those who could be know each other, or have nothing on record to talk about."
      : "No introduction among these people would bring anybody closer: all are within reach already."
  }

  private var table: Table {
    Table(
      [
        .text("one"), .text("other"), .text("why", "what they could talk about"),
        .text("through", "who could introduce them"),
        .number("pairs", "pairs brought within reach"),
      ],
      rows: introductions.map { entry in
        [
          .text(words.person(entry.one)), .text(words.person(entry.other)),
          .text(reason(entry)), .text(through(entry)), .count(entry.gained),
        ]
      })
  }

  /// Those who introduce one to the other; a way that may not be told of is not told from none.
  private func through(_ entry: IntroductionPlan.Entry) -> String {
    entry.between.isEmpty
      || !naming.tellsWay([entry.one] + entry.between + [entry.other], of: analysis)
      ? words.nextBest(between: entry.one, entry.other, analysis.introductions)
      : listed(entry.between.map(words.name), and: "then")
  }

  /// What two people have to talk about; a topic that few know would tell of a code who it is.
  private func reason(_ entry: IntroductionPlan.Entry) -> String {
    let knowledge = analysis.expertise
    func topic(_ topic: Int32) -> String? {
      naming.tellsWho(holders: knowledge.holderCounts[Int(topic)])
        ? knowledge.topics[topic].name : nil
    }
    // A link too thin to be told of is not told from none.
    let opens =
      entry.opens && naming.showsAll ? "; the first contact between their \(many)" : ""
    switch entry.reason {
    case .teaches(let place, let giver):
      let other = giver == entry.one ? entry.other : entry.one
      return
        (topic(place).map {
          "\($0): \(words.name(giver)) knows it, \(words.name(other)) would like to"
        } ?? "something that one knows and the other would like to know") + opens
    case .topic(let place):
      return (topic(place).map { "\($0), which both know" } ?? "something that both know") + opens
    case .role(let role):
      return
        (naming.role(entry.one, besideSchool: true) == nil
        ? "the same role" : "both have the role \(role)")
        + opens
    case .none: return "nothing that the files tell" + opens
    }
  }
}
