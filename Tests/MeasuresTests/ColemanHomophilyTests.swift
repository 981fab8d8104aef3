import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct ColemanHomophilyTests {
  private func values(_ classic: Classic) -> [Double?] {
    let finding = ColemanHomophily().finding(in: study(classic))
    return classic.groupNames.map { finding.value(.group($0)) }
  }

  @Test func published() {
    // The paper gives .375 and .167, reckoned with rounded shares.
    let friends = values(.coleman)
    #expect(isNear(friends[0], 0.38125) && isNear(friends[1], 0.175))
    #expect(values(.ring).allSatisfy { isNear($0, 0.375) })
    let classroom = values(.classroom)
    #expect(isNear(classroom[0], 0.908425) && isNear(classroom[1], 0.790970))
    let kin = values(.whiteKinship)
    #expect(isNear(kin[0], 0.228571) && isNear(kin[1], 0.295652))
    let karate = values(.karate)
    #expect(isNear(karate[0], 0.736383) && isNear(karate[1], 0.715294))
  }

  @Test func undefined() {
    // a has one person, who asks b; nobody of c asks anybody.
    let graph = CompactGraph(nodeCount: 5, from: [0, 1, 2], to: [1, 2, 3], isDirected: true)
    let groups = Partition(groupOf: [0, 1, 1, 2, 2], names: ["a", "b", "c"])
    let finding = ColemanHomophily().finding(in: study(graph, groups))
    #expect(finding[.group("a")]?.undefined == .groupOfOne)
    #expect(finding[.group("c")]?.undefined == .noTies)
    #expect(finding[.group("b")]?.value != nil)
    let one = ColemanHomophily().finding(in: study(.kite))
    #expect(one[.group("all")]?.undefined == .oneGroup)
  }

  @Test(arguments: 0..<40) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    let finding = ColemanHomophily().finding(in: trial.study)
    let n = Double(trial.grouped.count)
    for (group, name) in trial.names.enumerated() {
      var (out, inside) = (0.0, 0.0)
      for a in trial.members(group) {
        for b in trial.grouped where trial.cells[a][b] > 0 {
          out += 1
          inside += trial.label[b] == group ? 1 : 0
        }
      }
      let chance = out * Double(trial.members(group).count - 1) / (n - 1)
      let value: Double? =
        chance == 0 || out == 0 || chance >= out
        ? nil : inside >= chance ? (inside - chance) / (out - chance) : (inside - chance) / chance
      #expect(agree(finding.value(.group(name)), value))
      #expect((finding[.group(name)]?.undefined == nil) == (value != nil))
    }
  }
}
