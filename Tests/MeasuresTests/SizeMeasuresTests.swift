import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

@Suite struct DensityTests {
  @Test func published() {
    #expect(isNear(Density().finding(in: study(.karate)).value(), 0.139, 5e-4))
    #expect(isNear(Density().finding(in: study(.smallDirected)).value(), 4.0 / 6))
    // The women of the Deep South who met at any event.
    let none = CompactGraph(nodeCount: 18, from: [], to: [], isDirected: false)
    let women = Network(
      none, groups: Partition(groupOf: [Int32](repeating: 0, count: 18), names: ["all"]),
      groupsOfWork: Classic.southernWomen.map { WorkingGroup(members: $0) })
    #expect(isNear(Density().finding(in: Measures.Study(women)).value(), 0.908497))
  }

  @Test func undefined() {
    let one = CompactGraph(nodeCount: 1, from: [], to: [], isDirected: false)
    #expect(Density().finding(in: study(one))[.network]?.undefined == .tooFewPeople)
  }

  @Test(arguments: 0..<10) func slowTwin(seed: Int) {
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: 9, density: 0.4, isDirected: seed % 2 == 0)
    let ones = matrix(graph).joined().count { $0 > 0 }
    #expect(isNear(Density().finding(in: study(graph)).value(), Double(ones) / 72, 1e-12))
  }
}

@Suite struct DegreeTests {
  @Test func kite() {
    let finding = Degree().finding(in: study(.kite))
    #expect(finding.person(3) == 6 && finding.person(9) == 1)
    #expect(isNear(finding.value(), 3.6))
  }

  @Test func undefined() {
    let none = CompactGraph(nodeCount: 0, from: [], to: [], isDirected: false)
    #expect(Degree().finding(in: study(none))[.network]?.undefined == .noPeople)
  }

  @Test(arguments: 0..<10) func slowTwin(seed: Int) {
    let graph = randomGraph(seed: UInt64(seed), nodeCount: 9, density: 0.3)
    let finding = Degree().finding(in: study(graph))
    for (node, row) in matrix(graph).enumerated() {
      #expect(finding.person(node) == Double(row.count { $0 > 0 }))
    }
  }
}

@Suite struct StrengthTests {
  @Test func karate() {
    let finding = Strength().finding(in: study(.karate, weighted: true))
    #expect(finding.person(0) == 42 && finding.person(33) == 48)
  }

  @Test(arguments: 0..<10) func slowTwin(seed: Int) {
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: 9, density: 0.3, isDirected: true, isWeighted: true)
    let finding = Strength().finding(in: study(graph))
    let cells = matrix(graph)
    for node in cells.indices {
      let both = cells.indices.reduce(0) { $0 + cells[node][$1] + cells[$1][node] }
      #expect(finding.person(node) == both)
    }
  }

  @Test func undefined() {
    let none = CompactGraph(nodeCount: 0, from: [], to: [], isDirected: false)
    #expect(Strength().finding(in: study(none))[.network]?.undefined == .noPeople)
  }
}
