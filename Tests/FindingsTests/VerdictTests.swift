import GraphEngine
@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct VerdictTests {
  private func verdicts(
    _ graph: CompactGraph, _ groups: Partition, _ rules: VerdictRules = VerdictRules()
  ) -> SiloVerdicts {
    SiloVerdicts(study(graph, groups), rules: rules)
  }

  @Test func karateIsDivided() {
    let whole = SiloVerdicts(study(.karate)).whole
    #expect(whole.kind == .inward)
    #expect(
      whole.sentence
        == "14% of ties lead from one group to another; chance alone would have 52% do so (E-I -0.72, expected +0.03)."
    )
    #expect(
      whole.sureness
        == "A network this inward comes about by chance in less than 1 in 10,000 cases; the share lies between 5% and 23% (95% interval over people)."
    )
  }

  /// Forty rings of 50 people, each tied to their double in the next ring: everybody is alike, so the share is sure.
  @Test func aSureShareIsSaidOnce() {
    let pairs = (0..<Int32(2_000)).flatMap { node in
      let next = node % 50 == 49 ? node - 49 : node + 1
      return [(node, next), (node, (node + 50) % 2_000)]
    }
    let graph = CompactGraph(
      nodeCount: 2_000, from: pairs.map(\.0), to: pairs.map(\.1), isDirected: false)
    let groups = Partition(
      groupOf: (0..<2_000).map { Int32($0 / 50) }, names: (0..<40).map { "g\($0)" })
    #expect(
      verdicts(graph, groups).whole.sureness
        == "A network this inward comes about by chance in less than 1 in 10,000 cases; the share is 50% throughout its 95% interval over people."
    )
  }

  /// Where all are tied to all, it makes no difference who is in which group.
  @Test func aCliqueCouldHaveNoOtherShare() {
    let pairs = (0..<Int32(7)).flatMap { one in ((one + 1)..<7).map { (one, $0) } }
    let graph = CompactGraph(
      nodeCount: 7, from: pairs.map(\.0), to: pairs.map(\.1), isDirected: false)
    let groups = Partition(groupOf: [0, 0, 0, 0, 1, 1, 1], names: ["a", "b"])
    let judged = verdicts(graph, groups, VerdictRules { $0.minGroup = 0 })
    #expect(judged.whole.kind == .asChance)
    #expect(
      judged.whole.sentence
        == "57% of ties lead from one group to another; whoever was in which group, it could be no other share."
    )
    #expect(judged.groups.allSatisfy { $0.verdict.kind == .asChance })
  }

  /// The sentence of a group and its place among the others in the table say the same.
  @Test(arguments: 1...6 as ClosedRange<UInt64>) func sentenceAndTableAgree(seed: UInt64) {
    let (graph, groups) = leakyTrust(seed: seed, groups: 8, silo: 2)
    let judged = verdicts(graph, groups)
    let words = [
      "keeps to itself": "keeps to itself", "more inward than most": "is more inward than most",
      "more outward than most": "reaches out more than",
      "about as outward as others its size": "as the other",
      "cannot be told from others its size": "too few to tell it from them",
    ]
    for group in judged.groups where [.silo, .inward].contains(group.verdict.kind) {
      let said = words[judged.standing(group)]
      #expect(said.map { group.verdict.sentence.contains($0) } ?? true, "\(group.verdict.sentence)")
    }
  }

  /// A hub without a tie between its schools, whose people name others elsewhere, was asked about more than its own schools.
  @Test func aHubWasAskedAboutOthers() throws {
    let count = 60
    // Schools of 15, two to a hub: rings inside, and ties to the other hub alone.
    let rings = (0..<Int32(count)).map { ($0, $0 / 15 * 15 + ($0 + 1) % 15) }
    let across = (0..<Int32(12)).map { ($0, $0 + 30) } + (15..<Int32(27)).map { ($0, $0 + 30) }
    let ends = (rings + across).map { (min($0.0, $0.1), max($0.0, $0.1)) }.sorted { $0 < $1 }
    let ids = (0..<count).map { $0 < 10 ? "p0\($0)" : "p\($0)" }
    let network = Network(
      title: "t",
      people: People(
        ids: ids, names: ids, school: (0..<count).map { Int32($0 / 15) },
        teams: TeamLists(main: [Int32](repeating: -1, count: count)),
        isHidden: [Bool](repeating: false, count: count),
        response: [Response](repeating: .unknown, count: count),
        started: [Day?](repeating: nil, count: count), ended: [Day?](repeating: nil, count: count)),
      schools: ["A", "B", "C", "D"].enumerated().map {
        School(id: $1, name: "School \($1)", hub: $0 < 2 ? "East" : "West")
      },
      ties: Ties(from: ends.map(\.0), to: ends.map(\.1)))
    let whole = Analysis(of: Study(network, by: .school))
    let local = try #require(whole.hub("East").verdicts)
    #expect(local.whole.kind == .inward && local.index.value == -1)
    // By itself nothing would tell it.
    let alone = SiloVerdicts(whole.hub("East").study)
    #expect(alone.whole.kind == .notSurveyedAcross)
  }

  @Test func nobodyWasAskedAcross() {
    let (graph, groups) = leakyTrust(seed: 3, groups: 4, silo: nil)
    let inside = (0..<graph.nodeCount).flatMap { node in
      graph.neighbours(node).filter {
        Int($0) > node && groups.groupOf[node] == groups.groupOf[Int($0)]
      }
      .map { (Int32(node), $0) }
    }
    let closed = CompactGraph(
      nodeCount: graph.nodeCount, from: inside.map(\.0), to: inside.map(\.1), isDirected: false)
    let judged = verdicts(closed, groups)
    #expect(judged.whole.kind == .notSurveyedAcross)
    #expect(judged.groups.allSatisfy { $0.verdict.kind == .notSurveyedAcross })
    var rules = VerdictRules()
    rules.isSurveyedAcross = true
    #expect(verdicts(closed, groups, rules).whole.kind == .inward)
  }

  @Test func tooLittleToSay() {
    let graph = CompactGraph(nodeCount: 12, from: [0, 1, 6], to: [1, 2, 7], isDirected: false)
    let groups = Partition(
      groupOf: [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1], names: ["a", "b"])
    let judged = verdicts(graph, groups)
    #expect(judged.whole.kind == .notEnoughData)
    #expect(
      judged.groups[0].verdict.sentence
        == "There is not enough data to say whether a is a silo: its people have only 2 ties.")
    let small = Partition(groupOf: [0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1], names: ["a", "b"])
    #expect(
      verdicts(graph, small).groups[0].verdict.sentence
        == "There is not enough data to say whether a is a silo: it has fewer than five people.")
  }

  @Test func falseDiscoveryRatesByHand() {
    // Benjamini & Hochberg with k = 4: sorted .01 .02 .03 .5 times 4/1, 4/2, 4/3, 4/4, least from the right.
    let rates = falseDiscoveryRates([0.03, nil, 0.01, 0.5, 0.02])
    #expect(rates[1] == nil)
    for (rate, expected) in zip([rates[0], rates[2], rates[3], rates[4]], [0.04, 0.04, 0.5, 0.04]) {
      #expect(isNear(rate, expected, 1e-12))
    }
  }

  @Test func theNormalCurve() {
    #expect(isNear(upperTail(1.959964), 0.025, 1e-7))
    #expect(isNear(bothTails(-1.959964), 0.05, 1e-7))
    #expect(upperTail(100) > 0)
    #expect(inWords(probability: 0.00001) == "less than 1 in 10,000")
    #expect(inWords(probability: 0.034) == "about 3 in 100")
  }

  @Test func everyMeasureHasACardOfItsOwn() {
    #expect(cards.count > catalogue.count)
    #expect(Set(cards.map(\.id)).count == cards.count)
    for card in cards {
      #expect(card.question.hasSuffix("?"), "\(card.id)")
      for text in [card.title, card.formula, card.range, card.reading, card.undefined, card.source]
      {
        #expect(!text.isEmpty, "\(card.id)")
      }
    }
  }
}
