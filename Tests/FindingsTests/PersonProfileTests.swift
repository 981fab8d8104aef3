import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

@testable import Findings

@Suite struct PersonProfileTests {
  /// Who asks two colleagues outside, and is asked back by one of them, has half of four colleagues outside and not three of five.
  @Test func aColleagueCountsOnce() throws {
    let graph = CompactGraph(
      nodeCount: 6, from: [0, 0, 0, 0, 3], to: [1, 2, 3, 4, 0], isDirected: true)
    let network = Network(
      graph, groups: Partition(groupOf: [0, 0, 0, 1, 1, 1], names: ["a", "b"]))
    var question = Question()
    question.boundary = network.boundary(named: "group")
    let profile = try #require(Analysis(network, question).person(0))
    #expect(profile.contacts == 4 && profile.outside == 0.5)
    #expect(profile.groups.map(\.count) == [2])
  }
}
