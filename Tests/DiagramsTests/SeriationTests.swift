@testable import Diagrams
import GraphEngine
import Testing

@Suite struct SeriationTests {
  private func cost(_ order: [Int], _ weights: [[Double]]) -> Double {
    var sum = 0.0
    for (i, a) in order.enumerated() {
      for (j, b) in order.enumerated() where j > i { sum += weights[a][b] * Double(j - i) }
    }
    return sum
  }

  @Test func aChainIsFoundAgain() {
    let chain = [4, 1, 5, 0, 3, 2]
    var weights = [[Double]](repeating: [Double](repeating: 0, count: 6), count: 6)
    for (a, b) in zip(chain, chain.dropFirst()) {
      weights[a][b] = 1
      weights[b][a] = 1
    }
    let order = Seriation.order(weights)
    #expect(order == chain || order == chain.reversed())
  }

  @Test func smallCases() {
    #expect(Seriation.order([]) == [])
    #expect(Seriation.order([[0]]) == [0])
  }

  /// No thing can be moved to a better place: the fast costs agree with the whole sum.
  @Test(arguments: 0..<15) func nothingIsLeftToGain(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let n = 8
    var weights = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
    for a in 0..<n {
      for b in 0..<a {
        weights[a][b] = Double(generator.below(6))
        weights[b][a] = weights[a][b]
      }
    }
    let order = Seriation.order(weights)
    #expect(order.sorted() == Array(0..<n))
    let least = cost(order, weights)
    for thing in 0..<n {
      let others = order.filter { $0 != thing }
      for place in 0...others.count {
        var candidate = others
        candidate.insert(thing, at: place)
        #expect(cost(candidate, weights) >= least - 1e-9)
      }
    }
  }
}
