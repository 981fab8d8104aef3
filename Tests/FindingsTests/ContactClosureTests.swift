@testable import Findings
import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

@Suite struct ContactClosureTests {
  private static func random(_ seed: UInt64) -> Study {
    study(
      randomGraph(seed: seed, nodeCount: 40, density: 0.12),
      randomPartition(seed: seed, nodeCount: 40, groups: 5))
  }

  /// Over all people it is the transitivity of the network: 45 triangles, 135 of 528 pairs in the karate club, .2557.
  @Test func karate() {
    let closure = ContactClosure(study(.karate)) { _ in true }
    #expect(isNear(closure.whole, 0.255682, 1e-6))
  }

  /// The slow twin: every pair of contacts of everybody.
  @Test func slowTwin() throws {
    for seed in UInt64(1)...6 {
      let study = Self.random(seed)
      let closure = ContactClosure(study) { _ in true }
      let members = try #require(study.grouping).partition.members
      for (group, nodes) in members.enumerated() {
        var (closed, pairs) = (0, 0)
        for node in nodes {
          let contacts = Array(study.graph.neighbours(Int(node)))
          for (place, a) in contacts.enumerated() {
            for b in contacts[(place + 1)...] {
              pairs += 1
              closed += study.graph.entry(from: Int(a), to: b) != nil ? 1 : 0
            }
          }
        }
        let expected = pairs > 0 ? Double(closed) / Double(pairs) : nil
        #expect(closure.byGroup[group] == expected)
      }
    }
  }

  @Test func onlyShownGroupsAreNamed() throws {
    let study = Self.random(3)
    let all = try #require(ContactClosure(study) { _ in true }.closest)
    let others = ContactClosure(study) { $0 != all.group }.closest
    #expect(others?.group != all.group)
    #expect(ContactClosure(study) { $0 < 2 }.closest == nil)
  }

  /// A group of which few people have two contacts is compared with none: in a school of two one pair of contacts would be all.
  @Test func fewPeopleAreNotCompared() throws {
    let study = study(
      CompactGraph(
        nodeCount: 12, from: [0, 1, 0, 3, 4, 5, 6, 7, 8, 9, 10, 2, 5],
        to: [1, 2, 2, 4, 5, 3, 7, 8, 6, 10, 11, 3, 6], isDirected: false),
      Partition(groupOf: [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3], names: ["a", "b", "c", "d"]))
    #expect(ContactClosure(study, fewest: 3) { _ in true }.closest?.group == 0)
    #expect(ContactClosure(study, fewest: 4) { _ in true }.closest == nil)
  }
}
