@testable import Findings
import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

/// Where people were asked about their own group only, one stray tie changes nothing.
@Suite struct AskedAcrossTests {
  /// Twelve groups of 14 without a tie across but those given.
  private func study(across: [(Int32, Int32)]) -> Study {
    let (graph, groups) = leakyTrust(seed: 3, groups: 12, silo: nil)
    let inside = (0..<graph.nodeCount).flatMap { node in
      graph.neighbours(node).filter {
        Int($0) > node && groups.groupOf[node] == groups.groupOf[Int($0)]
      }.map { (Int32(node), $0) }
    }
    let ties = inside + across
    return Study(
      Network(
        CompactGraph(
          nodeCount: graph.nodeCount, from: ties.map(\.0), to: ties.map(\.1), isDirected: false),
        groups: groups,
        attributes: [
          Column(name: "half", codes: (0..<168).map { Int32($0 % 2) }, values: ["l", "r"])
        ]), by: Boundary("group"))
  }

  @Test(arguments: [0, 1, 2]) func aStrayTieSaysNothing(crossing: Int) {
    let study = study(across: Array([(0, 20), (60, 100)].prefix(crossing)))
    let verdicts = SiloVerdicts(study)
    #expect(verdicts.whole.kind == .notSurveyedAcross && verdicts.whole.certainty == .cannotSay)
    #expect(verdicts.groups.allSatisfy { $0.verdict.kind == .notSurveyedAcross })
    #expect(verdicts.noSilo(showsAll: true) == nil)
    #expect(
      verdicts.whole.sentence.hasPrefix(
        ["No tie leads from", "Only 1 tie of", "Only 2 ties of"][crossing]))
    let fragility = Fragility(study)
    #expect(fragility.isUnasked && fragility.sentences(Boundary("group")).isEmpty)
    #expect(actions(verdicts, fragility, Coverage(asked: 10, answered: 10)).isEmpty)
    let profile = Analysis(of: study).group("g00", showsAll: true)
    #expect(profile?.fragile == [])
    // Nor is it ranked.
    let ranking = BoundaryRanking(study, ["group", "half"].map { Boundary($0) })
    #expect(ranking.entries.last?.boundary == Boundary("group"))
    #expect(ranking.entries.last?.effect == nil && ranking.sentence == nil)
  }

  @Test func oneGroupThatWasAskedSaysThatAllWere() {
    let study = study(across: [(0, 20), (1, 40), (2, 60), (3, 80)])
    #expect(SiloVerdicts(study).whole.kind == .inward)
    #expect(!Fragility(study).isUnasked && !Fragility(study).cutOff.isEmpty)
  }

  @Test func theOwnersWordCounts() {
    let study = study(across: [(0, 20)])
    let rules = VerdictRules { $0.isSurveyedAcross = true }
    #expect(SiloVerdicts(study, rules: rules).whole.kind == .inward)
    #expect(!Fragility(study, rules: rules).cutOff.isEmpty)
  }
}

/// A school at which nobody was asked while others were.
@Suite struct UnaskedGroupTests {
  private func verdicts(_ answers: [Response], inside: Bool = false) -> SiloVerdicts {
    // Three groups of eight: those of the first two know each other and somebody in the third.
    var ties: [(Int32, Int32)] = []
    for group in 0..<(inside ? 3 : 2) {
      for a in 0..<8 {
        for b in (a + 1)..<8 { ties.append((Int32(group * 8 + a), Int32(group * 8 + b))) }
      }
    }
    for a in 0..<16 { ties.append((Int32(a), Int32(16 + a % 8))) }
    return SiloVerdicts(
      Study(
        Network(
          CompactGraph(
            nodeCount: 24, from: ties.map(\.0), to: ties.map(\.1), isDirected: false),
          groups: Partition(labels: (0..<24).map { "g\($0 / 8)" }), attributes: [],
          responses: (0..<24).map { answers[$0 / 8] }), by: Boundary("group")))
  }

  @Test func onlyOthersTellOfIt() throws {
    let last = try #require(verdicts([.yes, .yes, .unknown]).groups.last)
    #expect(last.verdict.kind == .notEnoughData && last.standing == nil)
    #expect(
      last.verdict.sentence.hasSuffix(
        "nobody in it is on record as asked, and only others tell of its ties."))
    // Where no file says who was asked, or its own people name each other, they most likely were.
    // Two that were asked are no others to set beside each other.
    #expect(verdicts([.yes, .yes, .unknown]).groups.allSatisfy { $0.outsideAmongOthers == nil })
    #expect(verdicts([.unknown, .unknown, .unknown]).groups.allSatisfy { $0.verdict.kind.isSaid })
    #expect(
      verdicts([.yes, .yes, .unknown], inside: true).groups.last?.verdict.kind.isSaid == true)
    #expect(
      Coverage(asked: 32, answered: 29, unrecorded: 16).inWords
        == "91% of the 32 on record as asked answered")
    #expect(Coverage(asked: 640, answered: 540, unrecorded: 2).inWords == "84% answered")
  }
}
