import GraphEngine
import Networks
import RealModule

/// The E-I index beside the null of free ties: any as many ties among all pairs of people.
public struct FreeTies: Measure {
  public init() {}

  public let card = Card(
    id: "e-i-free-ties", title: "E-I index against free ties, G(n, m)", family: .silo,
    question: "Could any as many ties, drawn among all pairs of people, be this inward?",
    formula:
      "E-I as for e-i; I ~ hypergeometric(C(N, 2), sum of C(n_g, 2), m): m ties drawn from all pairs, of which so many lie inside; "
      + "arcs from pairs in both orders",
    range: "-1 to +1",
    reading:
      "p is the probability of at least as many ties inside. This null lets people's numbers of ties vary; e-i keeps them.",
    undefined: "without ties, with one group, and where working groups count in fractions",
    source: "Snijders & Stokman (1987), Social Networks 9:249 (uniform null); hypergeometric tail")

  public func finding(in input: GroupedStudy) -> Finding {
    let (study, mixing) = (input.study, input.mixing)
    let (inside, total) = (mixing.ties.internalTotal, mixing.ties.total)
    guard total > 0 else { return Finding(card.id, [Figure(.network, undefined: .noTies)]) }
    guard mixing.groupCount > 1 else {
      return Finding(card.id, [Figure(.network, undefined: .oneGroup)])
    }
    guard study.slice.shares.isEmpty else {
      return Finding(card.id, [Figure(.network, undefined: .fractionalTies)])
    }
    let (k, n) = (mixing.pairsInside, mixing.pairsInside + mixing.pairsOutside)
    let mean = total * k / n
    let variance = n > 1 ? mean * (1 - k / n) * (n - total) / (n - 1) : 0
    var figure = Figure(
      .network, (total - 2 * inside) / total, expected: 1 - 2 * k / n,
      p: hypergeometricTail(atLeast: inside, draws: total, successes: k, of: n), null: .anyTies,
      basis: total)
    if variance > 0 { figure.z = (mean - inside) / variance.squareRoot() }
    return Finding(card.id, [figure])
  }
}

/// The probability of at least so many successes among draws without replacement.
///
///     P(X >= x) = sum over i >= x of C(K, i) C(n - K, d - i) / C(n, d)
///
/// The largest term by log-gamma, the others by ratios from it; never 0.
/// - Complexity: O(d).
public func hypergeometricTail(
  atLeast x: Double, draws d: Double, successes k: Double, of n: Double
) -> Double {
  let (low, high) = (max(0, d - (n - k)), min(d, k))
  guard x > low else { return 1 }
  guard x <= high else { return 1e-300 }
  func logChoose(_ a: Double, _ b: Double) -> Double {
    .logGamma(a + 1) - .logGamma(b + 1) - .logGamma(a - b + 1)
  }
  func logTerm(_ i: Double) -> Double {
    logChoose(k, i) + logChoose(n - k, d - i) - logChoose(n, d)
  }
  // From the larger of x and the mode downwards and upwards, so that terms only shrink.
  let mode = min(high, max(low, ((d + 1) * (k + 1) / (n + 2)).rounded(.down)))
  let start = max(x, mode)
  func sum(from first: Double, step: Double, while isInside: (Double) -> Bool) -> Double {
    var (i, term, total) = (first, 1.0, 0.0)
    while isInside(i), term > 1e-18 * max(total, 1e-300) {
      total += term
      let up = (k - i) * (d - i) / ((i + 1) * (n - k - d + i + 1))
      let down = i * (n - k - d + i) / ((k - i + 1) * (d - i + 1))
      term *= step > 0 ? up : down
      i += step
    }
    return total
  }
  let above = sum(from: start, step: 1) { $0 <= high }
  let below = start > x ? sum(from: start, step: -1) { $0 >= x } - 1 : 0
  return min(1, max(1e-300, .exp(logTerm(start)) * (above + below)))
}
