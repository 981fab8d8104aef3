import Foundation
import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct CommunityAgreementTests {
  private let nmi = CommunityAgreement(adjustedRand: false)
  private let ari = CommunityAgreement(adjustedRand: true)

  @Test func published() {
    let table = Contingency([0, 0, 1, 2], [0, 0, 1, 1])
    #expect(isNear(table.adjustedRand, 0.571429))
    // By the geometric mean of the entropies it would be .816497.
    #expect(isNear(table.normalisedMutualInformation, 0.8))
    #expect(isNear(nmi.finding(in: study(.karate)).value(), 0.587850))
    #expect(isNear(ari.finding(in: study(.karate)).value(), 0.464591))
  }

  @Test func constantsAgree() {
    let same = Contingency([0, 0, 0], [5, 5, 5])
    #expect(same.adjustedRand == 1 && same.normalisedMutualInformation == 1)
    let one = Contingency([3], [1])
    #expect(one.adjustedRand == 1 && one.normalisedMutualInformation == 1)
    let single = Contingency([0, 1, 2], [2, 0, 1])
    #expect(single.adjustedRand == 1 && isNear(single.normalisedMutualInformation, 1, 1e-12))
    // A division that says nothing shares nothing with one that does.
    let none = Contingency([0, 0, 0, 0], [0, 0, 1, 1])
    #expect(none.adjustedRand == 0 && none.normalisedMutualInformation == 0)
  }

  @Test func undefined() {
    let graph = CompactGraph(nodeCount: 3, from: [0], to: [1], isDirected: false)
    let nobody = Partition(groupOf: [-1, -1, -1], names: [])
    for measure in [nmi, ari] {
      #expect(measure.finding(in: study(graph, nobody))[.network]?.undefined == .noPeople)
    }
  }

  /// Rand's pairs counted one by one; information summed over people.
  @Test(arguments: 0..<40) func slowTwin(seed: Int) {
    let n = 2 + seed % 15
    let a = randomPartition(seed: UInt64(seed), nodeCount: n, groups: 1 + seed % 4, missing: true)
      .groupOf
    let b = randomPartition(seed: UInt64(seed + 99), nodeCount: n, groups: 1 + seed % 3).groupOf
    let known = (0..<n).filter { a[$0] >= 0 }
    guard known.count > 1 else { return }
    var (both, inA, inB, pairs) = (0.0, 0.0, 0.0, 0.0)
    for i in known {
      for j in known where i < j {
        pairs += 1
        inA += a[i] == a[j] ? 1 : 0
        inB += b[i] == b[j] ? 1 : 0
        both += a[i] == a[j] && b[i] == b[j] ? 1 : 0
      }
    }
    let (expected, most) = (inA * inB / pairs, (inA + inB) / 2)
    let table = Contingency(a, b)
    #expect(
      agree(table.adjustedRand, most == expected ? 1 : (both - expected) / (most - expected)))
    let total = Double(known.count)
    var (information, entropies) = (0.0, 0.0)
    for i in known {
      let p = Double(known.count { a[$0] == a[i] }) / total
      let q = Double(known.count { b[$0] == b[i] }) / total
      let joint = Double(known.count { a[$0] == a[i] && b[$0] == b[i] }) / total
      information += log(joint / (p * q)) / total
      entropies -= (log(p) + log(q)) / total
    }
    #expect(
      agree(
        table.normalisedMutualInformation, entropies > 1e-12 ? 2 * information / entropies : 1))
  }
}
