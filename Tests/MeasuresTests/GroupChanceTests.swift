import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

/// The p of a small group beside every way to choose its people.
@Suite struct GroupChanceTests {
  @Test(arguments: 0..<12) func drawnAsEnumerated(seed: Int) throws {
    let n = 14
    let size = 3 + seed % 3
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: n, density: 0.25 + Double(seed % 3) / 10)
    let groups = Partition(
      groupOf: (0..<n).map { $0 < size ? 0 : $0 % 2 == 0 ? 1 : 2 }.map { Int32($0) },
      names: ["a", "b", "c"])
    let finding = ExternalInternalIndex(weighted: false).finding(in: study(graph, groups))
    let figure = try #require(finding[.group("a")])
    let cells = matrix(graph)
    let p1 = Double(size) / Double(n)
    let p2 = p1 * Double(size - 1) / Double(n - 1)
    let factor = p2 / (2 * (p1 - p2))
    func balance(_ set: Int) -> Double {
      var value = 0.0
      for a in 0..<n {
        for b in 0..<n where a < b && cells[a][b] > 0 {
          let ends = (set >> a & 1) + (set >> b & 1)
          if ends == 2 { value += 1 } else if ends == 1 { value -= factor }
        }
      }
      return value
    }
    let seen = balance((1 << size) - 1)
    let all = (0..<(1 << n)).filter { $0.nonzeroBitCount == size }.map(balance)
    let beyond = all.count { $0 > seen + 1e-9 }
    let equal = all.count { abs($0 - seen) <= 1e-9 }
    let exact = (Double(beyond) + Double(equal) / 2) / Double(all.count)
    #expect(figure.null == .labelsDrawn)
    // Four standard errors of 10,000 draws.
    let error = 4 * (exact * (1 - exact) / 10_000).squareRoot() + 0.002
    #expect(abs((figure.p ?? -1) - exact) < error, "\(figure.p ?? -1) beside \(exact)")
  }

  @Test func aLargeGroupKeepsTheCurve() throws {
    let graph = randomGraph(seed: 1, nodeCount: 60, density: 0.5)
    let groups = Partition(groupOf: (0..<60).map { Int32($0 / 30) }, names: ["a", "b"])
    let figure = try #require(
      ExternalInternalIndex(weighted: false).finding(in: study(graph, groups))[.group("a")])
    #expect(figure.null == .labels)
    #expect(isNear(figure.p, upperTail(-(figure.z ?? 0)), 1e-12))
  }

  /// The furthest draws go on in a tail: a group of its own is far beyond what any draw shows.
  @Test func theTailGoesOn() throws {
    let (graph, groups) = leakyTrust(seed: 2, groups: 12, silo: 4)
    let finding = ExternalInternalIndex(weighted: false).finding(in: study(graph, groups))
    #expect((finding[.group("g04")]?.p ?? 1) < 1e-6)
  }

  @Test func studentsTail() {
    // Tables of t: 2.571 at 0.025 and 5 degrees, 3.169 at 0.005 and 10, 1.812 at 0.05 and 10.
    #expect(isNear(studentTail(2.571, freedom: 5), 0.025, 0.001))
    #expect(isNear(studentTail(3.169, freedom: 10), 0.005, 0.0003))
    #expect(isNear(studentTail(1.812, freedom: 10), 0.05, 0.0005))
    #expect(isNear(studentTail(-1.812, freedom: 10), 0.95, 0.0005))
    #expect(studentTail(2, freedom: .infinity) == upperTail(2))
  }
}
