@testable import Findings
import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

private func analysis(_ network: Network) -> Analysis {
  var question = Question()
  question.boundary = .school
  return Analysis(network, question)
}

@Suite struct WhatIfTests {
  /// Two schools and the central team are two schools.
  @Test func theCentreIsNoSchool() {
    let found = Analysis(of: Study(SmallTrust.network(), by: .school)).whatIf([])
    #expect(found.today.study.grouping?.ids.count == 3)
    #expect(found.before.groups == 2 && found.after.groups == 2)
  }

  /// p0 and p1, p2; p1 and p3; p2 and p3 in A; p4 and p5 in B.
  @Test func someoneLeaves() {
    let found = analysis(SmallTrust.network()).whatIf([.leaving([0])])
    #expect(found.before.people == 8 && found.after.people == 7)
    #expect(found.before.ties == 5 && found.after.ties == 3)
    #expect(found.lost?.people == 1)
  }

  @Test func twoBeginToWorkTogether() {
    let today = analysis(SmallTrust.network())
    let found = today.whatIf([.tying(0, 4)])
    #expect(found.after.ties == 6 && found.tiedAlready == 0 && found.lost == nil)
    #expect(found.before.outside == 0 && agree(found.after.outside, 1.0 / 6))
    // Of 28 pairs, the four of A and p4 and p5 are one part then.
    #expect(agree(found.before.apart, 1 - 7.0 / 28) && agree(found.after.apart, 1 - 15.0 / 28))
    #expect(today.whatIf([.tying(0, 1)]).tiedAlready == 1)
    #expect(today.whatIf([.tying(0, 1)]).after.ties == 5)
  }

  @Test func schoolsBecomeOne() throws {
    let today = analysis(SmallTrust.network(SmallTrust.rated(ours: [4, 4, 4], theirs: [3, 3, 3])))
    let found = today.whatIf([.merging([0, 1]), .tying(0, 4)])
    // The one school; the central team is none.
    #expect(found.after.groups == 1)
    #expect(found.after.outside == 0)
    let network = found.then.network
    #expect(network.schools.map(\.name) == ["Alder School and Birch School"])
    // Partners, teams and partnerships are where they belong.
    #expect(network.teams.map(\.school) == [0, 0])
    let partnership = try #require(network.records.partnerships.first)
    #expect(network.partners[network.index(of: partnership.partner)].id == "X1")
    #expect(network.kind(of: partnership.with) == .school)
    #expect(
      found.then.study.contacts.people.map(\.count) == today.study.contacts.people.map(\.count))
  }

  /// Each state is what the changed network says of itself.
  @Test(arguments: [
    [NetworkChange.leaving([1, 2])], [.merging([1, 0])], [.tying(3, 7), .leaving([0])],
  ])
  func statesAreThoseOfTheChangedNetwork(changes: [NetworkChange]) {
    let network = SmallTrust.network()
    let found = analysis(network).whatIf(changes)
    let day = network.asAt
    let changed = day.map { network.after(changes, on: $0) } ?? network
    #expect(found.after == WhatIf.State(analysis(changed)))
    #expect(found.before == WhatIf.State(analysis(network)))
  }

  /// Over all of time, as where records have dates and ties have none, whoever leaves is gone as well.
  @Test(arguments: [Period.all, Period(last: Day(number: 20_261_231))])
  func withoutABeginning(_ period: Period) {
    var question = Question()
    question.boundary = .school
    question.period = period
    let found = Analysis(SmallTrust.network(), question).whatIf([.leaving([0])])
    #expect(found.before.people == 8 && found.after.people == 7)
    #expect(found.before.ties == 5 && found.after.ties == 3)
  }

  /// A trust without a date can lose people as well.
  @Test func withoutDates() {
    let network = Network(
      Classic.karate.unweighted, groups: Classic.karate.partition, attributes: [], responses: [])
    var question = Question()
    question.boundary = network.boundaries.first
    let found = Analysis(network, question).whatIf([.leaving([0])])
    #expect(found.before.people == 34 && found.after.people == 33)
    #expect(found.after.ties == 78 - 16)
  }

  @Test func successorsHaveWays() {
    // In A: 0 1 2, all tied; in B: 3 4 5, all tied; 0-3 is the bridge, and 1 works with 6 of C, who works with 3.
    let graph = CompactGraph(
      nodeCount: 7, from: [0, 0, 1, 3, 3, 4, 0, 1, 3], to: [1, 2, 2, 4, 5, 5, 3, 6, 6],
      isDirected: false)
    let groups = Partition(groupOf: [0, 0, 0, 1, 1, 1, 2], names: ["A", "B", "C"])
    let network = Network(graph, groups: groups, attributes: [], responses: [])
    var question = Question()
    question.boundary = network.boundary(named: "group")
    let found = Analysis(network, question).whatIf([.leaving([0])])
    let bridge = found.successors.first { $0.a == 0 && $0.b == 1 }
    #expect(bridge?.ties == 1 && bridge?.needsHandover == false)
    #expect(bridge?.candidates.first?.person == 1 && bridge?.candidates.first?.contact == 3)
    #expect(bridge?.candidates.first?.between == [6])
    // Nobody who leaves takes over.
    #expect(found.successors.flatMap(\.candidates).allSatisfy { $0.person != 0 })
  }
}
