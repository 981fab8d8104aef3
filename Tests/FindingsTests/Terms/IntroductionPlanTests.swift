@testable import Findings
import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

private func analysis(_ graph: CompactGraph, _ groups: Partition) -> Analysis {
  let network = Network(graph, groups: groups, attributes: [], responses: [])
  var question = Question()
  question.boundary = network.boundary(named: "group")
  return Analysis(network, question)
}

/// Pairs of different groups that one of some introductions brings within reach, by searching from every person anew.
private func brought(
  _ pairs: [(Int, Int)], _ graph: CompactGraph, _ groups: Partition, radius: Int
) -> Int {
  let n = graph.nodeCount
  let d = (0..<n).map { graph.distances(from: [Int32($0)]).map { $0 < 0 ? 1_000 : Int($0) } }
  var count = 0
  for x in 0..<n {
    for y in (x + 1)..<max(n, x + 1)
    where groups.groupOf[x] != groups.groupOf[y] && d[x][y] > radius {
      let isNear = pairs.contains { a, b in
        min(d[x][a] + 1 + d[b][y], d[x][b] + 1 + d[a][y]) <= radius
      }
      count += isNear ? 1 : 0
    }
  }
  return count
}

@Suite struct PairReachTests {
  @Test(arguments: 1...8 as ClosedRange<UInt64>) func reachSlowTwin(seed: UInt64) {
    let (graph, groups) = leakyTrust(seed: seed, groups: 6, silo: seed % 2 == 0 ? 2 : nil)
    let asked = analysis(graph, groups)
    var request = PlanRequest()
    request.count = 4
    let plan = asked.plan(request)
    let pairs = plan.introductions.map { (Int($0.one), Int($0.other)) }
    #expect(plan.gained == brought(pairs, graph, groups, radius: plan.radius))
    #expect(plan.introductions.map(\.gained).reduce(0, +) == plan.gained)
    for (place, entry) in plan.introductions.enumerated() {
      let before = brought(Array(pairs.prefix(place)), graph, groups, radius: plan.radius)
      let with = brought(Array(pairs.prefix(place + 1)), graph, groups, radius: plan.radius)
      #expect(entry.gained == with - before)
    }
    let d = (0..<graph.nodeCount).map { graph.distances(from: [Int32($0)]) }
    var near = 0
    for x in 0..<graph.nodeCount {
      for y in (x + 1)..<max(graph.nodeCount, x + 1)
      where groups.groupOf[x] != groups.groupOf[y] && d[x][y] >= 0 && d[x][y] <= Int32(plan.radius)
      {
        near += 1
      }
    }
    #expect(plan.reachable == near)
  }
}

@Suite struct IntroductionPlanTests {
  /// Where every set can be tried, the plan is within a twentieth of the best.
  @Test(arguments: 1...24 as ClosedRange<UInt64>) func besideTheBest(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let n = 14
    var (from, to): ([Int32], [Int32]) = ([], [])
    for a in 0..<n {
      for b in (a + 1)..<max(n, a + 1) where generator.unit() < (a % 3 == b % 3 ? 0.35 : 0.04) {
        from.append(Int32(a))
        to.append(Int32(b))
      }
    }
    let graph = CompactGraph(nodeCount: n, from: from, to: to, isDirected: false)
    let groups = Partition(groupOf: (0..<n).map { Int32($0 % 3) }, names: ["a", "b", "c"])
    let asked = analysis(graph, groups)
    let isOpen = asked.verdicts?.silos.isEmpty ?? true
    guard isOpen else { return }
    var request = PlanRequest()
    (request.count, request.atMostPerPerson) = (2, 1 + Int(seed % 2))
    let plan = asked.plan(request)
    let field = IntroductionField(asked, request)
    var best = 0
    for (place, one) in field.pairs.enumerated() {
      for other in field.pairs[(place + 1)...] {
        let ends = [one.a, one.b, other.a, other.b]
        guard request.atMostPerPerson > 1 || Set(ends).count == 4 else { continue }
        best = max(
          best, brought([(one.a, one.b), (other.a, other.b)], graph, groups, radius: plan.radius))
      }
    }
    #expect(Double(plan.gained) >= 0.95 * Double(best), "\(plan.gained) of \(best)")
  }

  /// Three times what as many introductions drawn at random bring, and no less than those of the busiest.
  @Test(arguments: 1...6 as ClosedRange<UInt64>) func besideChanceAndDegree(seed: UInt64) {
    let (graph, groups) = leakyTrust(seed: seed, groups: 12, silo: nil)
    let asked = analysis(graph, groups)
    let plan = asked.plan(PlanRequest())
    #expect(plan.introductions.count == 5 && plan.randomGain > 0)
    #expect(Double(plan.gained) >= 2.5 * plan.randomGain, "\(plan.gained), \(plan.randomGain)")
    let field = IntroductionField(asked, PlanRequest())
    var load: [Int: Int] = [:]
    var busiest: [(Int, Int)] = []
    for pair in field.pairs.sorted(by: {
      (graph.degree($1.a) + graph.degree($1.b), $0.a, $0.b) < (
        graph.degree($0.a) + graph.degree($0.b), $1.a, $1.b
      )
    }) where busiest.count < 5 && load[pair.a, default: 0] < 2 && load[pair.b, default: 0] < 2 {
      busiest.append((pair.a, pair.b))
      load[pair.a, default: 0] += 1
      load[pair.b, default: 0] += 1
    }
    #expect(plan.gained >= brought(busiest, graph, groups, radius: plan.radius))
  }

  @Test func onlyTheWillingAndNobodyHidden() {
    // p0 and p4 offer, p5 would like to know, p3 offers and is hidden.
    let tree = TopicTree([
      Topic.Entry("Phonics", origin: .own)
    ])
    let base = SmallTrust.network(hidden: [3])
    let network = Network(
      title: base.title, people: base.people, teams: base.teams, schools: base.schools,
      partners: base.partners, ties: base.ties,
      expertise: Expertise(
        topics: tree,
        skills: [0, 3].map {
          Skill(person: $0, topic: 0, level: .leadsInSchool, offers: [.coaching])
        },
        wishes: [Wish(person: 5, topic: 0)]), newestDay: base.newestDay)
    var question = Question()
    question.boundary = .school
    let plan = Analysis(network, question).plan(PlanRequest())
    #expect(plan.isAsked && plan.willing == 2)
    #expect(plan.introductions.map { [$0.one, $0.other] } == [[0, 5]])
    #expect(plan.introductions.first?.reason == .teaches(topic: 0, giver: 0))
  }

  @Test func limitsAndWishesAreKept() {
    let (graph, groups) = leakyTrust(seed: 5, groups: 8, silo: nil)
    let asked = analysis(graph, groups)
    var request = PlanRequest()
    (request.count, request.atMostPerPerson, request.group) = (6, 1, asked.study.grouping?.ids[3])
    let plan = asked.plan(request)
    let people = plan.introductions.flatMap { [$0.one, $0.other] }
    #expect(plan.introductions.count == 6 && Set(people).count == 12)
    for entry in plan.introductions {
      #expect([entry.one, entry.other].count { groups.groupOf[Int($0)] == 3 } == 1)
    }
  }

  /// Where everybody is within reach nothing is proposed, and without groups neither.
  @Test func nothingToGain() {
    var (from, to): ([Int32], [Int32]) = ([], [])
    for a in 0..<8 {
      for b in (a + 1)..<8 {
        from.append(Int32(a))
        to.append(Int32(b))
      }
    }
    let whole = CompactGraph(nodeCount: 8, from: from, to: to, isDirected: false)
    let plan = analysis(whole, Partition(groupOf: [0, 0, 0, 0, 1, 1, 1, 1], names: ["a", "b"]))
      .plan(PlanRequest())
    #expect(plan.introductions.isEmpty && plan.gained == 0 && plan.choices == 0)
    let one = analysis(
      whole, Partition(groupOf: [Int32](repeating: 0, count: 8), names: ["a"])
    ).plan(PlanRequest())
    #expect(one.introductions.isEmpty && one.pairs == 0)
  }
}
