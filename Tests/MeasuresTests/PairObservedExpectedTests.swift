import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

@Suite struct PairObservedExpectedTests {
  @Test func whiteKinship() {
    let finding = PairObservedExpected().finding(in: study(.whiteKinship))
    let between = finding[.pair("F", "M")]
    #expect(between?.basis == 9)
    #expect(isNear(between?.expected, 12.2222, 5e-5))
    #expect(isNear(between?.value, 9 / 12.222222))
  }

  @Test func aGroupOfOneHasNoTiesWithItself() {
    let graph = CompactGraph(nodeCount: 4, from: [0, 1], to: [1, 2], isDirected: false)
    let groups = Partition(groupOf: [0, 1, 1, 1], names: ["a", "b"])
    let finding = PairObservedExpected().finding(in: study(graph, groups))
    #expect(finding[.pair("a", "a")]?.undefined == .groupOfOne)
    let empty = CompactGraph(nodeCount: 4, from: [], to: [], isDirected: false)
    let none = PairObservedExpected().finding(in: study(empty, groups))
    #expect(none[.network]?.undefined == .noTies && none.figures.count == 1)
  }

  /// 201 groups of three with ties between nearly every two: the 20,000 furthest from chance, with q over all of them.
  @Test func veryManyGroups() {
    let graph = randomGraph(seed: 9, nodeCount: 603, density: 0.6)
    let groups = Partition(
      groupOf: (0..<603).map { Int32($0 % 201) }, names: (0..<201).map { "g\($0)" })
    let all = study(graph, groups)
    let finding = PairObservedExpected().finding(in: all)
    var tied: Set<[Int]> = []
    for node in 0..<603 {
      for other in graph.neighbours(node) where node < other {
        tied.insert([node % 201, Int(other) % 201].sorted())
      }
    }
    #expect(tied.count > 20_000)
    #expect(finding.figures.count == 20_000)
    #expect(Set(finding.figures.map(\.subject)).count == 20_000)
    // What is left out lies nearest to chance, so ranks from the front are those among all.
    let ps = finding.figures.compactMap(\.p).sorted()
    var least = 1.0
    var rates: [Double: Double] = [:]
    for (rank, p) in ps.enumerated().reversed() {
      least = min(least, p * Double(tied.count) / Double(rank + 1))
      rates[p] = least
    }
    for figure in finding.figures where (figure.p ?? 1) < 0.05 {
      #expect(agree(figure.q, rates[figure.p ?? 1], 1e-9))
    }
  }

  /// Pairs counted one by one; mean and variance over every way to deal the groups out; q by hand.
  @Test(arguments: 0..<16) func slowTwin(seed: Int) {
    let trial = Trial(seed, nodeCount: 6 + seed % 2, groups: 2 + seed % 2)
    let finding = PairObservedExpected().finding(in: trial.study)
    let grouped = trial.grouped
    let labels = grouped.compactMap { trial.label[$0] }
    let ties = grouped.flatMap { a in grouped.filter { $0 > a }.map { trial.between(a, $0) } }
    guard ties.contains(where: { $0 > 0 }), grouped.count > 3 else {
      #expect(finding.figures.allSatisfy { $0.value == nil })
      return
    }
    func seen(_ labels: [Int], _ g: Int, _ h: Int) -> Double {
      var (sum, place) = (0.0, 0)
      for i in labels.indices {
        for j in i + 1..<labels.count {
          if (labels[i], labels[j]) == (g, h) || (labels[i], labels[j]) == (h, g) {
            sum += ties[place]
          }
          place += 1
        }
      }
      return sum
    }
    let deals = dealings(of: labels)
    var chances: [(Double, Figure?)] = []
    for g in trial.names.indices {
      for h in g..<trial.names.count {
        let figure = finding[.pair(trial.names[g], trial.names[h])]
        let values = deals.map { seen($0, g, h) }
        let mean = values.reduce(0, +) / Double(values.count)
        let variance =
          values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
        let here = seen(labels, g, h)
        guard mean > 1e-12 else {
          #expect(figure?.undefined == .groupOfOne)
          continue
        }
        #expect(agree(figure?.value, here / mean) && agree(figure?.expected, mean))
        let z = variance > 1e-9 ? (here - mean) / variance.squareRoot() : nil
        #expect(agree(figure?.z, z, 1e-7))
        if let z { chances.append((bothTails(z), figure)) }
      }
    }
    for (p, figure) in chances {
      // Benjamini & Hochberg: the least of k p / rank over the ranks from here up.
      let above = chances.filter { $0.0 >= p }.map { one in
        one.0 * Double(chances.count) / Double(chances.count { $0.0 <= one.0 })
      }
      #expect(agree(figure?.q, above.min().map { min(1, $0) }, 1e-7))
    }
  }

  /// Every different order of some labels.
  private func dealings(of labels: [Int]) -> [[Int]] {
    guard !labels.isEmpty else { return [[]] }
    return Set(labels).sorted().flatMap { label -> [[Int]] in
      var rest = labels
      rest.remove(at: rest.firstIndex(of: label) ?? 0)
      return dealings(of: rest).map { [label] + $0 }
    }
  }
}
