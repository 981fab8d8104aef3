import RealModule

/// The probability that a standard normal variable is at least z.
///
///     P(Z >= z) = erfc(z / sqrt 2) / 2
///
/// Never 0: what is too small to tell from it reads 1e-300.
public func upperTail(_ z: Double) -> Double { max(1e-300, .erfc(z / 2.0.squareRoot()) / 2) }

/// The probability that a standard normal variable is at least as far from 0 as z; never 0.
public func bothTails(_ z: Double) -> Double { min(1, 2 * upperTail(abs(z))) }

/// The probability that Student's t is at least `t`; never 0.
///
/// The normal curve at Wallace's transform, z = (8 v + 1) / (8 v + 3) sqrt (v ln (1 + t^2 / v)) for v degrees of freedom,
/// within 0.003 for v >= 1. Wallace (1959), Ann. Math. Stat. 30:1121.
public func studentTail(_ t: Double, freedom v: Double) -> Double {
  guard v < 1e6 else { return upperTail(t) }
  let z = (8 * v + 1) / (8 * v + 3) * (v * .log(onePlus: t * t / v)).squareRoot()
  return upperTail(t < 0 ? -z : z)
}

/// Adjusts the p-values of several tests so that, of those called significant at level q, a share of q is expected to be false.
///
///     q_(i) = min over j >= i of (k / j) p_(j),   p_(1) <= ... <= p_(k)
///
/// Benjamini & Hochberg (1995), *Controlling the false discovery rate*, J. R. Stat. Soc. B 57:289.
/// - Returns: one adjusted value for each given, in the same order; `nil` stays `nil` and is not counted.
public func falseDiscoveryRates(_ values: [Double?]) -> [Double?] {
  let known = values.indices.filter { values[$0] != nil }
  let ascending = known.sorted { (values[$0] ?? 1, $0) < (values[$1] ?? 1, $1) }
  var adjusted = [Double?](repeating: nil, count: values.count)
  var least = 1.0
  for (rank, place) in ascending.enumerated().reversed() {
    least = min(least, Double(known.count) / Double(rank + 1) * (values[place] ?? 1))
    adjusted[place] = least
  }
  return adjusted
}

extension [Figure] {
  /// The figures with q, which is p adjusted for their number.
  func withFalseDiscoveryRates() -> [Figure] {
    zip(self, falseDiscoveryRates(map(\.p))).map { figure, rate in
      var figure = figure
      figure.q = rate
      return figure
    }
  }
}

/// e to the power x.
func exponential(_ x: Double) -> Double { .exp(x) }

/// The natural logarithm.
func logarithm(_ x: Double) -> Double { .log(x) }

/// The middle value, or the mean of the two middle ones; `nil` for none.
func median(_ values: [Double]) -> Double? {
  guard !values.isEmpty else { return nil }
  let sorted = values.sorted()
  return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}
