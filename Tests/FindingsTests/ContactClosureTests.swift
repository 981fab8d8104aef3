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
}
