import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct ClusteringTests {
  @Test func karate() {
    let finding = Clustering().finding(in: study(.karate))
    #expect(isNear(finding.person(0), 0.15) && isNear(finding.person(33), 15.0 / 136))
    #expect(finding.person(11) == nil && finding.people?.undefined == .fewContacts)
    // The mean of those with two contacts, as igraph; networkx counts the pupil with one as 0 and has .570638.
    #expect(isNear(finding.value(), 0.570638 * 34 / 33, 1e-6))
  }

  @Test func undefined() {
    let pair = CompactGraph(nodeCount: 2, from: [0], to: [1], isDirected: false)
    let finding = Clustering().finding(in: study(pair))
    #expect(finding[.network]?.undefined == .fewContacts && finding.person(0) == nil)
  }

  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    let finding = Clustering().finding(in: trial.study)
    var known: [Double] = []
    for node in trial.people {
      let contacts = trial.contacts(node)
      var (pairs, closed) = (0.0, 0.0)
      for a in contacts {
        for b in contacts where a < b {
          pairs += 1
          closed += trial.between(a, b) > 0 ? 1 : 0
        }
      }
      #expect(agree(finding.person(node), pairs > 0 ? closed / pairs : nil))
      if pairs > 0 { known.append(closed / pairs) }
    }
    let mean = known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
    #expect(agree(finding.value(), mean))
  }
}
