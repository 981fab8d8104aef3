import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct EigenvectorTests {
  @Test func karate() {
    // igraph: 33 leads, 0 follows with .952132; strengths do not count.
    for isWeighted in [false, true] {
      let finding = Eigenvector().finding(in: study(.karate, weighted: isWeighted))
      #expect(finding.person(33) == 1 && isNear(finding.person(0), 0.952132))
    }
  }

  @Test func undefined() {
    let empty = CompactGraph(nodeCount: 3, from: [], to: [], isDirected: false)
    let finding = Eigenvector().finding(in: study(empty))
    #expect(finding.person(0) == nil && finding.people?.undefined == .noTies)
  }

  /// A power of A + I, from a start that leans on nobody.
  @Test(arguments: 0..<25) func slowTwin(seed: Int) {
    // Several parts with equal lambda have no one answer; a tie from everybody to the first makes one part.
    let trial = Trial(seed, directed: false)
    let n = trial.people.count
    var ties = trial.people.map { a in trial.people.map { trial.between(a, $0) > 0 } }
    for node in 1..<n { (ties[0][node], ties[node][0]) = (true, true) }
    var (from, to): ([Int32], [Int32]) = ([], [])
    for a in 0..<n {
      for b in a + 1..<n where ties[a][b] {
        from.append(Int32(a))
        to.append(Int32(b))
      }
    }
    var x = [Double](repeating: 1, count: n)
    for _ in 0..<600 {
      x = (0..<n).map { a in (0..<n).reduce(x[a]) { $0 + (ties[a][$1] ? x[$1] : 0) } }
      let most = x.max() ?? 1
      x = x.map { $0 / most }
    }
    let graph = CompactGraph(nodeCount: n, from: from, to: to, isDirected: false)
    let finding = Eigenvector().finding(in: study(graph))
    for node in 0..<n { #expect(agree(finding.person(node), x[node], 1e-7)) }
  }
}
