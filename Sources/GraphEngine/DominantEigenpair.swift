/// The largest eigenvalue of a symmetric matrix and its eigenvector, of length 1.
///
/// Lanczos (1950), J. Res. Natl. Bur. Stand. 45:255, with every basis vector kept orthogonal to all before it. It ends when
/// the eigenvector no longer leans on the newest direction, which is asked every eight steps, and starts afresh from the
/// best vector after 40 steps (16 for long vectors). The tridiagonal matrix's eigenvalue is found by bisection (Sturm
/// counts), its vector by inverse iteration.
/// - Parameters:
///   - start: a vector that is not orthogonal to the eigenvector; a positive one for a connected part.
///   - multiply: the matrix times a vector.
/// - Returns: the eigenpair, to about 1e-13 of the largest eigenvalue, or as near as 100 starts bring it.
/// - Complexity: O(40 products and 1600 n) a start.
public func dominantEigenpair(
  start: [Double], multiply: ([Double]) -> [Double]
) -> (value: Double, vector: [Double]) {
  let most = min(start.count, start.count > 10_000 ? 16 : 40)
  var vector = scaled(start, 1 / length(start))
  var value = 0.0
  for _ in 0..<100 {
    var basis = [vector]
    var diagonal: [Double] = []
    var beside: [Double] = []
    var small = (value: 0.0, vector: [1.0])
    while true {
      var next = multiply(basis[basis.count - 1])
      diagonal.append(dot(next, basis[basis.count - 1]))
      // Twice is enough (Parlett 1980).
      for _ in 0..<2 {
        for place in basis.indices { add(-dot(next, basis[place]), basis[place], to: &next) }
      }
      let rest = length(next)
      let isLast = basis.count == most || rest <= 1e-14
      if isLast || basis.count % 8 == 0 {
        small = largestOfTridiagonal(diagonal, beside)
        let lean = rest * abs(small.vector[small.vector.count - 1])
        if isLast || lean <= 1e-14 * max(1, abs(small.value)) { break }
      }
      beside.append(rest)
      basis.append(scaled(next, 1 / rest))
    }
    value = small.value
    var better = [Double](repeating: 0, count: start.count)
    for (weight, old) in zip(small.vector, basis) { add(weight, old, to: &better) }
    vector = scaled(better, 1 / length(better))
    var residual = multiply(vector)
    add(-value, vector, to: &residual)
    if length(residual) <= 1e-13 * max(1, abs(value)) || basis.count == start.count { break }
  }
  return (value, vector)
}

/// The largest eigenpair of a symmetric tridiagonal matrix.
private func largestOfTridiagonal(
  _ diagonal: [Double], _ beside: [Double]
) -> (value: Double, vector: [Double]) {
  let count = diagonal.count
  func reach(_ row: Int) -> Double {
    (row > 0 ? abs(beside[row - 1]) : 0) + (row < count - 1 ? abs(beside[row]) : 0)
  }
  var low = diagonal.max() ?? 0
  var high = diagonal.indices.map { diagonal[$0] + reach($0) }.max() ?? 0
  // Above the largest eigenvalue, T - x has only negative pivots.
  func isAbove(_ x: Double) -> Bool {
    var pivot = diagonal[0] - x
    if pivot >= 0 { return false }
    for row in 1..<max(1, count) {
      pivot = diagonal[row] - x - beside[row - 1] * beside[row - 1] / pivot
      if pivot >= 0 { return false }
    }
    return true
  }
  for _ in 0..<200 where high - low > 1e-16 * max(1, abs(high)) {
    let middle = (low + high) / 2
    if middle <= low || middle >= high { break }
    if isAbove(middle) { high = middle } else { low = middle }
  }
  let shift = high + 1e-14 * max(1, abs(high))
  var vector = [Double](repeating: 1, count: count)
  for _ in 0..<4 {
    vector = solved(diagonal.map { shift - $0 }, beside.map { -$0 }, vector)
    vector = scaled(vector, 1 / length(vector))
  }
  return (high, vector)
}

/// Solves a positive definite tridiagonal system by elimination.
private func solved(_ diagonal: [Double], _ beside: [Double], _ right: [Double]) -> [Double] {
  var pivots = diagonal
  var result = right
  for row in 1..<max(1, diagonal.count) {
    let factor = beside[row - 1] / pivots[row - 1]
    pivots[row] -= factor * beside[row - 1]
    if pivots[row] <= 0 { pivots[row] = 1e-300 }
    result[row] -= factor * result[row - 1]
  }
  for row in diagonal.indices.reversed() {
    if row < diagonal.count - 1 { result[row] -= beside[row] * result[row + 1] }
    result[row] /= pivots[row]
  }
  return result
}

/// The sum of products, in four sums side by side.
private func dot(_ a: [Double], _ b: [Double]) -> Double {
  var sums = SIMD4<Double>.zero
  let quarters = a.count / 4 * 4
  for place in stride(from: 0, to: quarters, by: 4) {
    let left = SIMD4<Double>(a[place], a[place + 1], a[place + 2], a[place + 3])
    let right = SIMD4<Double>(b[place], b[place + 1], b[place + 2], b[place + 3])
    sums += left * right
  }
  var sum = sums.sum()
  for place in quarters..<a.count { sum += a[place] * b[place] }
  return sum
}

private func length(_ vector: [Double]) -> Double { dot(vector, vector).squareRoot() }

private func scaled(_ vector: [Double], _ factor: Double) -> [Double] { vector.map { $0 * factor } }

private func add(_ factor: Double, _ vector: [Double], to sum: inout [Double]) {
  for place in sum.indices { sum[place] += factor * vector[place] }
}
