import Foundation
public import GraphEngine
public import Networks
import TestSupport

/// A trust drawn from a seed with its truth known: who works with whom, who answered a survey, and what they then told.
public struct SimulatedTrust: Sendable {
  /// What a trust is drawn from.
  public struct Design: Sendable {
    public var groups = 12
    /// The people of each group; drawn when empty, log-normal around 33, from `fewest` to `most`.
    public var sizes: [Int] = []
    public var fewest = 8
    public var most = 120
    /// The mean number of ties inside, of people in a group of common size, and outside.
    public var inside = 5.0
    public var outside = 1.5
    /// 0 where everybody has as many ties inside whatever the size; 1 where each pair has the same chance.
    public var slope = 0.5
    /// The standard deviation of the logarithm of people's activity.
    public var heavy = 0.4
    /// Groups lie in so many hubs, in which outside ties are `hubPull` times as likely.
    public var hubs = 0
    public var hubPull = 3.0
    /// The standard deviation of the logarithm of groups' outside ties: groups differ, and none is a silo.
    public var spread = 0.0
    /// The share of a group who answer, drawn for each group, and the chance that who answers names a tie.
    public var response = 1.0...1.0
    public var report = 1.0
    /// The group whose outside ties are `effect` times those of the others.
    public var silo: Int?
    public var effect = 1.0

    public init() {}
    public init(_ change: (inout Design) -> Void) { change(&self) }
  }

  public let groups: Partition
  public let responses: [Response]
  /// What was told, and what all would have told had everybody answered; row names column.
  private let told: [(Int32, Int32)]
  private let whole: [(Int32, Int32)]
  /// The expected number of ties inside each group, and of those that leave it.
  public let expected: Expected

  public struct Expected: Sendable {
    public fileprivate(set) var inside: [Double]
    public fileprivate(set) var outside: [Double]
  }

  public init(_ design: Design, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func normal() -> Double {
      (-2 * log(1 - generator.unit())).squareRoot() * cos(2 * .pi * generator.unit())
    }
    let sizes =
      design.sizes.isEmpty
      ? (0..<design.groups).map { _ in
        min(design.most, max(design.fewest, Int(exp(3.5 + 0.7 * normal()))))
      } : design.sizes
    let k = sizes.count
    let groupOf = sizes.indices.flatMap { [Int](repeating: $0, count: sizes[$0]) }
    let n = groupOf.count
    var activity = (0..<n).map { _ in exp(design.heavy * normal()) }
    var mean = [Double](repeating: 0, count: k)
    for i in 0..<n { mean[groupOf[i]] += activity[i] / Double(sizes[groupOf[i]]) }
    for i in 0..<n { activity[i] /= mean[groupOf[i]] }
    let common = exp(sizes.reduce(0) { $0 + log(Double($1)) } / Double(k))
    let outward = (0..<k).map {
      exp(design.spread * normal()) * ($0 == design.silo ? design.effect : 1)
    }
    func pull(_ g: Int, _ h: Int) -> Double {
      guard g != h else { return 0 }
      let alike = design.hubs > 0 && g % design.hubs == h % design.hubs
      return outward[g] * outward[h] * (alike ? design.hubPull : 1)
    }
    var total = 0.0
    for g in 0..<k { for h in 0..<k { total += pull(g, h) * Double(sizes[g] * sizes[h]) } }
    let insideOf = sizes.map {
      design.inside * pow(Double($0) / common, design.slope) / Double(max($0 - 1, 1))
    }
    responses = {
      let rates = (0..<k).map { _ in
        design.response.lowerBound
          + (design.response.upperBound - design.response.lowerBound) * generator.unit()
      }
      return groupOf.map { generator.unit() < rates[$0] ? .yes : .no }
    }()
    var (told, whole) = ([(Int32, Int32)](), [(Int32, Int32)]())
    let none = [Double](repeating: 0, count: k)
    var expected = Expected(inside: none, outside: none)
    for i in 0..<n {
      let g = groupOf[i]
      for j in (i + 1)..<max(n, i + 1) {
        let h = groupOf[j]
        let rate = g == h ? insideOf[g] : pull(g, h) * design.outside * Double(n) / max(total, 1e-9)
        let chance = min(0.95, activity[i] * activity[j] * rate)
        if g == h {
          expected.inside[g] += chance
        } else {
          expected.outside[g] += chance
          expected.outside[h] += chance
        }
        guard generator.unit() < chance else { continue }
        for (a, b) in [(i, j), (j, i)] where generator.unit() < design.report {
          whole.append((Int32(a), Int32(b)))
          if responses[a] == .yes { told.append((Int32(a), Int32(b))) }
        }
      }
    }
    (self.told, self.whole, self.expected) = (told, whole, expected)
    groups = Partition(
      groupOf: groupOf.map { Int32($0) },
      names: (0..<k).map { "g\($0 < 10 ? "0" : "")\($0)" })
  }

  /// The network of what was told, or of what all would have told.
  ///
  /// - Parameters:
  ///   - isDirected: whether who named whom counts, rather than whether either did.
  ///   - dealt: a seed by which people are dealt out to the groups anew, so that groups mean nothing.
  ///   - isKnown: whether the files say who answered.
  public func network(
    ifAllAnswered: Bool = false, isDirected: Bool = false, dealt: UInt64? = nil,
    isKnown: Bool = true, attributes: [Column] = []
  ) -> Network {
    let arcs = ifAllAnswered ? whole : told
    let graph = CompactGraph(
      nodeCount: responses.count, from: arcs.map(\.0), to: arcs.map(\.1), isDirected: isDirected)
    // A tie that both named is one tie.
    let plain = CompactGraph(graph, weights: graph.weights.map { _ in 1 })
    var groupOf = groups.groupOf
    if let dealt {
      var generator = SeededGenerator(seed: dealt)
      generator.shuffle(&groupOf)
    }
    let answered =
      ifAllAnswered ? responses.map { _ in Response.yes } : isKnown ? responses : []
    return Network(
      plain, groups: Partition(groupOf: groupOf, names: groups.names),
      attributes: attributes, responses: answered)
  }
}
