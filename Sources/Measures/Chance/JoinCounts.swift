/// The exact mean and variance of ties within and between groups when groups are dealt out anew.
///
/// Ties stay as they are; the group labels are dealt out at random over the N people, each group keeping its size. With
/// W the sum of weights, Q of squared weights, S of products over ordered pairs of ties that share an end, and p2, p3,
/// p22 the chance that two, three and twice two people carry the labels asked for:
///
///     E = W p2        Var = Q p2 + S p3 + (W^2 - Q - S) p22 - (W p2)^2
///
/// Moran (1948), *The interpretation of statistical maps*, J. R. Stat. Soc. B 10:243; Cliff & Ord (1981), *Spatial
/// Processes*, chapter 1. Undefined for fewer than four people, where the cases are counted instead.
public struct JoinCounts: Sendable, Equatable {
  public let mean: Double
  public let variance: Double
  public var deviation: Double { variance > 0 ? variance.squareRoot() : 0 }

  /// Ties within any group.
  public static func within(_ sizes: [Int], _ sums: TieSums) -> JoinCounts? {
    let n = sizes.reduce(0, +)
    guard n >= 4 else { return nil }
    var (p2, p3, p4, squares, fourths) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for size in sizes {
      let pairs = falling(size, 2)
      p2 += pairs
      p3 += falling(size, 3)
      p4 += falling(size, 4)
      squares += pairs
      fourths += pairs * pairs
    }
    let twoPairs = p4 + squares * squares - fourths
    return moments(
      sums, p2 / falling(n, 2), p3 / falling(n, 3), twoPairs / falling(n, 4))
  }

  /// Ties within one group of `size` among `n` people.
  public static func within(size: Int, of n: Int, _ sums: TieSums) -> JoinCounts? {
    guard n >= 4 else { return nil }
    return moments(
      sums, falling(size, 2) / falling(n, 2), falling(size, 3) / falling(n, 3),
      falling(size, 4) / falling(n, 4))
  }

  /// Ties between two groups.
  public static func between(_ a: Int, _ b: Int, of n: Int, _ sums: TieSums) -> JoinCounts? {
    guard n >= 4 else { return nil }
    let product = Double(a) * Double(b)
    return moments(
      sums, 2 * product / falling(n, 2), product * Double(a + b - 2) / falling(n, 3),
      4 * falling(a, 2) * falling(b, 2) / falling(n, 4))
  }

  /// The balance of ties within one group against ties that leave it, whose mean is 0 under the null.
  ///
  ///     D = I_k - c E_k,    c = p2 / (2 (p1 - p2)),    p_r = n_k^(r) / N^(r)
  ///
  /// so that a group with many ties of both sorts is not called inward for being busy.
  /// - Returns: c and the variance of D; `nil` for a group of one, of everybody, or fewer than four people.
  public static func balance(
    size: Int, of n: Int, _ sums: TieSums
  ) -> (factor: Double, variance: Double)? {
    guard n >= 4, size >= 2, size < n else { return nil }
    let p1 = Double(size) / Double(n)
    let p2 = falling(size, 2) / falling(n, 2)
    let p3 = falling(size, 3) / falling(n, 3)
    let p4 = falling(size, 4) / falling(n, 4)
    let (w, q, s, a) = (sums.weight, sums.square, sums.shared, sums.endSquare)
    let c = p2 / (2 * (p1 - p2))
    // I_k = J and E_k = T - 2J, where T sums the weights at the group's people: D = (1 + 2c) J - c T.
    let inside = q * p2 + s * p3 + (w * w - q - s) * p4
    let ends = a * p1 + (4 * w * w - a) * p2
    let both = a * p2 + (2 * w * w - a) * p3
    let k = 1 + 2 * c
    return (c, k * k * inside + c * c * ends - 2 * k * c * both)
  }

  private static func moments(
    _ sums: TieSums, _ p2: Double, _ p3: Double, _ p22: Double
  ) -> JoinCounts {
    let (w, q, s) = (sums.weight, sums.square, sums.shared)
    let mean = w * p2
    let variance = q * p2 + s * p3 + (w * w - q - s) * p22 - mean * mean
    // Rounding can leave a trace where the true variance is 0.
    return JoinCounts(mean: mean, variance: variance > 1e-12 * max(mean * mean, 1) ? variance : 0)
  }

  /// The falling factorial: r factors from n downwards.
  static func falling(_ n: Int, _ r: Int) -> Double {
    var product = 1.0
    for step in 0..<r { product *= Double(max(n - step, 0)) }
    return product
  }
}
