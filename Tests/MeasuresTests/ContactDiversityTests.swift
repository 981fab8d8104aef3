import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct ContactDiversityTests {
  private let plain = ContactDiversity(standardised: false)
  private let standardised = ContactDiversity(standardised: true)

  @Test func byHand() {
    // Somebody with five, three and two contacts in three groups: 1 - .25 - .09 - .04.
    let graph = CompactGraph(
      nodeCount: 11, from: [Int32](repeating: 0, count: 10), to: (1..<11).map { $0 },
      isDirected: false)
    let groups = Partition(
      groupOf: [0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2], names: ["a", "b", "c"])
    #expect(isNear(plain.finding(in: study(graph, groups)).person(0), 0.62))
    #expect(isNear(standardised.finding(in: study(graph, groups)).person(0), 0.93))
    #expect(plain.finding(in: study(graph, groups)).person(1) == 0)
    #expect(isNear(blau([5, 3, 2]), 0.62) && blau([]) == nil && blau([0]) == nil)
  }

  @Test func undefined() {
    // The only contact of 0 has no group; 2 has no contact.
    let graph = CompactGraph(nodeCount: 3, from: [0], to: [1], isDirected: false)
    let groups = Partition(groupOf: [0, -1, 0], names: ["a"])
    for measure in [plain, standardised] {
      let finding = measure.finding(in: study(graph, groups))
      #expect(finding.person(0) == nil && finding.person(2) == nil && finding.person(1) == 0)
      #expect(finding.people?.undefined == .noGroupedTies)
    }
    let empty = CompactGraph(nodeCount: 2, from: [], to: [], isDirected: false)
    #expect(plain.finding(in: study(empty))[.network]?.undefined == .noGroupedTies)
  }

  /// The chance that two contacts drawn with return have different groups.
  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    let finding = plain.finding(in: trial.study)
    let scaled = standardised.finding(in: trial.study)
    let groups = Double(trial.names.count)
    var values: [Double] = []
    for node in trial.people {
      let met = trial.contacts(node).compactMap { trial.label[$0] }
      var different = 0.0
      for a in met { different += Double(met.count { $0 != a }) }
      let value = met.isEmpty ? nil : different / Double(met.count * met.count)
      #expect(agree(finding.person(node), value))
      #expect(
        agree(scaled.person(node), groups > 1 ? value.map { $0 * groups / (groups - 1) } : value))
      if let value { values.append(value) }
    }
    let mean = values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    #expect(agree(finding.value(), mean))
  }
}
