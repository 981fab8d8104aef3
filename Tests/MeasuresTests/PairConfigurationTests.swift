import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct PairConfigurationTests {
  @Test func whiteKinship() {
    // Women have 24 ends of the 44, men 20: 24 x 20 / 44 across, 24^2 / 88 and 20^2 / 88 inside; 9, 8 and 5 seen.
    let kin = Classic.whiteKinship
    let ends = kin.edges.flatMap { [kin.groups[Int($0.0)], kin.groups[Int($0.1)]] }
    let women = Double(ends.count { $0 == 0 })
    let finding = PairConfiguration().finding(in: study(kin))
    #expect(isNear(finding[.pair("F", "M")]?.expected, women * (44 - women) / 44, 1e-12))
    #expect(isNear(finding.value(.pair("F", "M")), 9 / (women * (44 - women) / 44), 1e-12))
  }

  @Test func undefined() {
    let graph = CompactGraph(nodeCount: 4, from: [0], to: [1], isDirected: false)
    let groups = Partition(groupOf: [0, 0, 1, 1], names: ["a", "b"])
    let finding = PairConfiguration().finding(in: study(graph, groups))
    #expect(finding.value(.pair("a", "a")) == 1)
    #expect(finding[.pair("a", "b")]?.undefined == .noTies)
    #expect(finding[.pair("b", "b")]?.undefined == .noTies)
  }

  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    let finding = PairConfiguration().finding(in: trial.study)
    var ends = trial.names.map { _ in 0.0 }
    var seen = trial.names.map { _ in trial.names.map { _ in 0.0 } }
    for a in trial.grouped {
      for b in trial.grouped where a < b {
        guard let g = trial.label[a], let h = trial.label[b] else { continue }
        let count = trial.between(a, b)
        ends[g] += count
        ends[h] += count
        seen[min(g, h)][max(g, h)] += count
      }
    }
    let twice = ends.reduce(0, +)
    for g in ends.indices {
      for h in g..<ends.count {
        let chance = twice > 0 ? ends[g] * ends[h] / twice / (g == h ? 2 : 1) : 0
        let found = finding.value(.pair(trial.names[g], trial.names[h]))
        #expect(agree(found, chance > 0 ? seen[g][h] / chance : nil))
      }
    }
  }
}
