import GraphEngine
import Networks
import RealModule

/// How far the communities people form agree with the formal groups.
public struct CommunityAgreement: Measure {
  /// Whether agreement is counted in pairs of people (adjusted Rand) rather than in information.
  public let adjustedRand: Bool

  public init(adjustedRand: Bool) { self.adjustedRand = adjustedRand }

  public var card: Card {
    Card(
      id: adjustedRand ? "ari" : "nmi",
      title: adjustedRand ? "Adjusted Rand index" : "Normalised mutual information", family: .silo,
      question: "Do the communities that people form agree with the formal groups?",
      formula: adjustedRand
        ? "(pairs together in both - expected) / (mean of pairs together in each - expected)"
        : "2 I(A; B) / (H(A) + H(B)); I mutual information, H entropy",
      range: adjustedRand ? "-0.5 to 1; 0 is chance" : "0 to 1",
      reading: "Near 1 the chart is the work; near 0 they have nothing to do with each other.",
      undefined: "without people who have a group",
      source: adjustedRand
        ? "Hubert & Arabie (1985), Journal of Classification 2:193"
        : "Danon et al. (2005), J. Stat. Mech. P09008")
  }

  public var sharedWork: [Study.SharedWork] { [.communities] }

  public func finding(in input: GroupedStudy) -> Finding {
    let (study, grouping) = (input.study, input.grouping)
    let table = Contingency(study.communities.communityOf, grouping.partition.groupOf)
    guard table.total > 0 else { return Finding(card.id, [Figure(.network, undefined: .noPeople)]) }
    let value = adjustedRand ? table.adjustedRand : table.normalisedMutualInformation
    return Finding(card.id, [Figure(.network, value, basis: table.total)])
  }
}

/// How many things two divisions put together in each pair of their parts.
public struct Contingency: Sendable {
  private var cells: [Int: Double] = [:]
  private var rows: [Int32: Double] = [:]
  private var columns: [Int32: Double] = [:]
  public private(set) var total = 0.0

  /// Counts things; those with -1 in either division are left out.
  public init(_ a: [Int32], _ b: [Int32]) {
    for (x, y) in zip(a, b) where x >= 0 && y >= 0 {
      cells[Int(x) << 32 | Int(y), default: 0] += 1
      rows[x, default: 0] += 1
      columns[y, default: 0] += 1
      total += 1
    }
  }

  /// Sums in a fixed order, whatever the dictionary's.
  private func sum(_ values: some Sequence<Double>, _ term: (Double) -> Double) -> Double {
    values.sorted().reduce(0) { $0 + term($1) }
  }

  /// Normalised mutual information, 2I / (H1 + H2); 1 when both divisions are a single part.
  public var normalisedMutualInformation: Double {
    func entropy(_ counts: some Sequence<Double>) -> Double {
      -sum(counts) { $0 / total * Double.log($0 / total) }
    }
    let (h1, h2) = (entropy(rows.values), entropy(columns.values))
    guard h1 + h2 > 0 else { return 1 }
    return max(0, 2 * (h1 + h2 - entropy(cells.values)) / (h1 + h2))
  }

  /// The adjusted Rand index; 1 when both divisions are a single part, or all parts single.
  public var adjustedRand: Double {
    func pairs(_ counts: some Sequence<Double>) -> Double { sum(counts) { $0 * ($0 - 1) / 2 } }
    let (a, b, both) = (pairs(rows.values), pairs(columns.values), pairs(cells.values))
    let all = total * (total - 1) / 2
    guard all > 0 else { return 1 }
    let expected = a * b / all
    let most = (a + b) / 2
    return most == expected ? 1 : (both - expected) / (most - expected)
  }
}
