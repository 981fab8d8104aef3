import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct SpectralSegregationTests {
  /// Echenique & Fryer (2007), figure III, to the two places they print.
  @Test func published() {
    let finding = SpectralSegregation().finding(in: study(.echeniqueFryer))
    let houses = [
      (6, 0.87), (7, 0.62), (12, 1.26), (13, 0.92), (18, 0.93), (20, 0.29), (21, 0.10), (16, 0.25),
      (10, 0.25),
    ]
    for (house, value) in houses { #expect(isNear(finding.person(house), value, 0.01), "\(house)") }
    // B1 to D4 hang together and share lambda .7185, B5 and C5 .25; the other group is one part with .8069.
    func mean(_ houses: [Int]) -> Double {
      houses.reduce(0) { $0 + (finding.person($1) ?? 0) } / Double(houses.count)
    }
    #expect(isNear(mean([6, 7, 12, 13, 18, 19, 20, 21]), 0.7185, 5e-5))
    #expect(isNear(mean([10, 16]), 0.25))
    #expect(isNear(finding.value(.group("2")), 0.8069, 5e-5))
    #expect(isNear(finding.value(.group("1")), (8 * 0.7185 + 2 * 0.25) / 10, 5e-5))
  }

  @Test func peopleAloneInTheirGroupReadNought() {
    let graph = CompactGraph(nodeCount: 4, from: [0, 1], to: [1, 2], isDirected: false)
    let groups = Partition(groupOf: [0, 1, 1, -1], names: ["a", "b"])
    let finding = SpectralSegregation().finding(in: study(graph, groups))
    #expect(finding.person(0) == 0 && finding.value(.group("a")) == 0)
    #expect(finding.people?.values[3] == .some(nil) && finding.people?.undefined == .noGroup)
    // b: 1 spends half of its ties inside, 2 all of its one: lambda = sqrt(1/2).
    #expect(isNear(finding.value(.group("b")), 0.5.squareRoot()))
  }

  /// The eigenvector of B itself, by multiplying out (B + I) / 2 with as much of it as there is.
  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    let finding = SpectralSegregation().finding(in: trial.study)
    for node in trial.people where trial.label[node] == nil { #expect(finding.person(node) == nil) }
    for (group, name) in trial.names.enumerated() {
      let members = trial.members(group)
      var left = Set(members)
      while let start = left.min() {
        var part: Set<Int> = [start]
        while let next = members.first(where: { node in
          !part.contains(node) && part.contains { trial.between($0, node) > 0 }
        }) {
          part.insert(next)
        }
        left.subtract(part)
        let nodes = part.sorted()
        let b = nodes.map { i in
          nodes.map { j in
            trial.between(i, j) > 0 ? 1 / Double(trial.contacts(i).count) : 0
          }
        }
        var x = nodes.map { _ in 1.0 }
        for _ in 0..<3000 {
          x = nodes.indices.map { i in
            (x[i] + nodes.indices.reduce(0) { $0 + b[i][$1] * x[$1] }) / 2
          }
          let most = x.max() ?? 1
          x = x.map { $0 / most }
        }
        let lambda =
          nodes.indices.reduce(0) { sum, i in
            sum + nodes.indices.reduce(0) { $0 + b[i][$1] * x[$1] }
          } / x.reduce(0, +)
        let mean = x.reduce(0, +) / Double(x.count)
        for (place, node) in nodes.enumerated() {
          #expect(agree(finding.person(node), nodes.count > 1 ? lambda * x[place] / mean : 0, 1e-7))
        }
      }
      let values = members.compactMap { finding.person($0) }
      let whole = values.reduce(0, +) / Double(members.count)
      #expect(agree(finding.value(.group(name)), whole))
    }
  }
}
