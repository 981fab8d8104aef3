import GraphEngine
import TestSupport

/// Burt's sums written out over the dense matrix: the slow twin of constraint and of what is made of it.
struct SlowHoles {
  let both: [[Double]]

  init(_ graph: CompactGraph, weighted: Bool) {
    let cells = matrix(graph).map { $0.map { weighted ? $0 : ($0 > 0 ? 1 : 0) } }
    both = cells.indices.map { i in cells.indices.map { cells[i][$0] + cells[$0][i] } }
  }

  private func share(_ i: Int, _ j: Int) -> Double {
    let total = both[i].reduce(0, +)
    return total > 0 ? both[i][j] / total : 0
  }

  func constraint(_ i: Int) -> Double? {
    let parts = constraints(i)
    return parts.isEmpty ? nil : parts.reduce(0, +)
  }

  /// What each contact adds to constraint.
  func constraints(_ i: Int) -> [Double] {
    both.indices.filter { both[i][$0] > 0 }.map { j in
      let indirect = both.indices.filter { $0 != i && $0 != j }
        .reduce(0) { $0 + share(i, $1) * share($1, j) }
      return (share(i, j) + indirect) * (share(i, j) + indirect)
    }
  }

  func effectiveSize(_ i: Int) -> Double? {
    let contacts = both.indices.filter { both[i][$0] > 0 }
    guard !contacts.isEmpty else { return nil }
    return contacts.reduce(0) { sum, j in
      let strongest = both[j].max() ?? 1
      return sum + 1
        - both.indices.filter { $0 != i && $0 != j }
        .reduce(0) { $0 + share(i, $1) * both[j][$1] / strongest }
    }
  }
}
