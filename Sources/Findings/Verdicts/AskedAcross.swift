import GraphEngine
import Measures
import Networks

extension Study {
  /// Whether people were most likely asked about their own group only, so that missing ties between groups say nothing.
  ///
  /// So it is taken to be where, at any depth, ties across are at most one in a hundred of what chance would give, chance
  /// would give at least five, and no group has three or more, or was asked of as many and said that there is none, that make a twentieth of its ties: a
  /// group that was asked across. Never where the files' owner says that people were asked about everybody.
  func isUnaskedAcross(_ rules: VerdictRules) -> Bool {
    guard !rules.isSurveyedAcross, let mixing = atDepth(.networking).mixing, mixing.groupCount > 1
    else { return false }
    let chance = mixing.ties.total * (1 + ExternalInternalIndex.expected(sizes: mixing.sizes)) / 2
    guard chance >= 5, mixing.ties.externalTotal <= chance / 100 else { return false }
    let denied = deniedAcross(mixing.groupCount)
    return mixing.sizes.indices.allSatisfy { group in
      let (outside, inside) = (
        mixing.ties.external[group] + denied[group], mixing.ties.within[group]
      )
      return outside < 3 || outside < 0.05 * (inside + outside)
    }
  }

  /// In how many answers each group says, or another says of it, that there is no tie between them.
  private func deniedAcross(_ groups: Int) -> [Double] {
    var denied = [Double](repeating: 0, count: groups)
    let ties = network.ties
    guard !ties.depth.isEmpty, let groupOf = grouping?.partition.groupOf else { return denied }
    var node = [Int32](repeating: -1, count: network.people.count)
    for (place, person) in slice.people.enumerated() { node[Int(person)] = Int32(place) }
    for tie in 0..<ties.count where ties.depth[tie] == Depth.none.rawValue {
      let ends = [ties.from[tie], ties.to[tie]].map { end in
        Int(end) < node.count && node[Int(end)] >= 0 ? groupOf[Int(node[Int(end)])] : -1
      }
      guard !ends.contains(-1), ends[0] != ends[1] else { continue }
      for group in ends { denied[Int(group)] += 1 }
    }
    return denied
  }
}
