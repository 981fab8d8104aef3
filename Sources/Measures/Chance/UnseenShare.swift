import RealModule

/// The largest share of a sort of which none was seen among some draws that leaves that likely enough.
///
/// 1 - 0.025^(1/n), for n draws: were the share larger, n draws would miss it less than once in 40. 1 for none.
///
/// Clopper & Pearson (1934), Biometrika 26:404. For example `shareLeftOpen(byNoneOf: 10)` is 0.308.
/// - Parameter draws: how many were seen; weights may add up to fractions.
/// - Complexity: O(1).
public func shareLeftOpen(byNoneOf draws: Double) -> Double {
  draws > 0 ? 1 - Double.pow(0.025, 1 / draws) : 1
}
