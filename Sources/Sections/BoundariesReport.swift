public import Documents
public import Findings
import Measures
import Networks

/// Which way of grouping people divides the work most, for people and for programs.
public struct BoundariesReport: Sendable {
  private let ranking: BoundaryRanking
  private let verdicts: [Boundary: SiloVerdicts]
  private let disclosure: Disclosure

  public init(_ analysis: Analysis) {
    ranking = analysis.ranking
    disclosure = analysis.disclosure
    verdicts = Dictionary(
      analysis.judged.compactMap(\.verdicts).map { ($0.boundary, $0) },
      uniquingKeysWith: { a, _ in a })
  }

  /// The finding in one sentence, where there is one.
  public var sentence: String? {
    ranking.sentence.map { "\($0) How sure: \(ranking.certainty.inWords)." }
  }

  /// One row a boundary, the strongest first.
  public var table: Table {
    Table(
      [
        .text("boundary"), .number("groups"), .number("outside_share", "lead across"),
        .number("outside_share_chance", "by chance"), .number("effect", "missing"),
        .number("own_effect", "its own"), .text("held_fixed", "allowing for"),
        .text("verdict"),
      ],
      rows: ranking.entries.map { entry in
        let judged = verdicts[entry.boundary]
        // What chance would give tells the sum of squared sizes: beside the sizes shown, those of two hidden groups.
        func share(_ value: Double?, _ boundaries: Boundary?...) -> Table.Cell {
          let isCoarse = boundaries.contains { $0.map(disclosure.hidesAny) ?? false }
          return value.map { .share(isCoarse ? wholePercent($0) : $0) } ?? .empty
        }
        let (own, fixed) = (entry.boundary, entry.heldFixed)
        return [
          .text(entry.boundary.singular),
          judged.map { .count($0.groups.count { !$0.isCentral }) } ?? .empty,
          (judged?.index.value).map { .share((1 + $0) / 2) } ?? .empty,
          share(judged?.index.expected.map { (1 + $0) / 2 }, own), share(entry.effect, own),
          share(entry.ownEffect, own, fixed), .text(fixed?.singular ?? ""),
          .text(
            entry.sameAs.map { "same groups as \($0.singular)" } ?? judged?.whole.kind.inWords ?? ""
          ),
        ]
      })
  }

  /// What the columns say.
  public static let howToRead = """
    Lead across: the share of ties that lead from one group to another. Missing: the share of those that chance would give and that are not there.
    Its own: what is still missing after allowing for another way of grouping; what only follows another comes out near 0%.
    """
}

/// How far a boundary holds at each depth, for people and for programs.
public struct DepthsReport: Sendable {
  private let profile: DepthProfile
  /// Whether some group is hidden, so that what chance would give is told in whole per cent.
  private let isCoarse: Bool

  public init?(_ analysis: Analysis) {
    isCoarse = analysis.boundary.map(analysis.disclosure.hidesAny) ?? false
    guard let depths = analysis.depths else { return nil }
    profile = depths
  }

  /// Whether the files tell depths apart.
  public var isTold: Bool { profile.isTold }

  private func chance(_ row: DepthProfile.Row) -> Double? {
    row.outsideByChance.map { isCoarse ? wholePercent($0) : $0 }
  }

  /// One row a depth.
  public var table: Table {
    Table(
      [
        .number("depth"), .text("word", ""), .number("ties"), .number("outside_share", "lead out"),
        .number("outside_share_chance", "by chance"), .number("e_i", "E-I"),
        .number("e_i_expected", "expected"), .number("z"), .number("silos"),
      ],
      rows: profile.rows.map { row in
        [
          .count(Int(row.depth.rawValue)), .text("\(row.depth.word) or more"),
          .number(row.index.basis ?? 0, places: 0), row.outside.map { .share($0) } ?? .empty,
          chance(row).map { .share($0) } ?? .empty,
          row.index.value.map { .signed($0) } ?? .empty,
          chance(row).map { .signed(2 * $0 - 1) } ?? .empty,
          isCoarse ? .suppressed : .optional(row.index.z, places: 1),
          .count(row.silos),
        ]
      })
  }
}
