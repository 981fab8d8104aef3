public import Documents
public import Findings
import Measures
import Networks

/// Where the silos are, for people and for programs.
public struct SilosReport: Sendable {
  public let verdicts: SiloVerdicts
  /// Gaps between groups that contact hides, the widest first.
  public let gaps: [DepthGap]
  /// The groups that this copy hides.
  private let disclosure: Disclosure?
  /// Who is left out, in a sentence.
  private let leftOut: String?
  /// Why schools cannot be compared, where everybody works in several.
  private let inSeveralSchools: String?

  /// - Parameters:
  ///   - gaps: which gaps are told; none unless given.
  ///   - showsSmallGroups: whether groups too small to show are shown all the same, as in a named copy.
  public init?(_ analysis: Analysis, gaps: [DepthGap] = [], showsSmallGroups: Bool = false) {
    guard let verdicts = analysis.verdicts else { return nil }
    self.verdicts = verdicts
    self.gaps = gaps
    leftOut = analysis.leftOut?.sentence
    inSeveralSchools = analysis.inSeveralSchools
    disclosure = showsSmallGroups ? nil : analysis.disclosure
  }

  /// The groups in the order people read them: silos first, then by how inward they are beside the others.
  private var groups: [SiloVerdicts.GroupVerdict] {
    verdicts.groups.sorted { key($0) < key($1) }.shownFirst({ !isHidden($0) }) { $0.id }
  }

  private func key(_ group: SiloVerdicts.GroupVerdict) -> (Int, Double, String) {
    let order: [Verdict.Kind] = [
      .silo, .inward, .asChance, .open, .notSurveyedAcross, .notEnoughData,
    ]
    return (
      order.firstIndex(of: group.verdict.kind) ?? 9, group.beside.z ?? group.index.z ?? 0, group.id
    )
  }

  private var hidesAny: Bool { disclosure?.hidesAny(along: verdicts.boundary) == true }

  private func isHidden(_ group: SiloVerdicts.GroupVerdict) -> Bool {
    disclosure?.hides(group.id, along: verdicts.boundary) == true
  }

  /// One row a group, for people.
  public var table: Table {
    Table(
      [
        .text("group", verdicts.boundary.singular), .number("people"), .number("answered"),
        .number("ties"), .number("leave", "lead out"), .number("range", "could be"),
        .number("others", "others at its size"), .number("chance", "by chance"),
        .number("e_i", "E-I"), .number("expected", "expected"),
        .text("verdict"), .text("certainty", "how sure"),
      ],
      rows: groups.map { group in
        guard !isHidden(group) else {
          return [.text(group.name)] + [Table.Cell](repeating: .suppressed, count: 9)
            + [.text("not shown"), .empty]
        }
        return [
          .text(group.name), .count(group.people),
          .text(group.coverage.share.map(percent) ?? ""), .number(group.ties, places: 0),
          .text(group.outside.map(percent) ?? "-"),
          .text(group.outside == nil ? "" : group.doubt.range.map(Self.span) ?? ""),
          .text(group.outsideAmongOthers.map(percent) ?? "-"),
          .text(group.outsideByChance.map(percent) ?? "-"),
          .text(group.index.value.map(signed) ?? "-"),
          .text(group.index.expected.map(signed) ?? "-"), .text(verdicts.standing(group)),
          .text(verdicts.standingCertainty(group)?.inWords ?? ""),
        ]
      })
  }

  /// A range of shares in a table: "2-10 %".
  private static func span(_ range: ClosedRange<Double>) -> String {
    let (low, high) = (range.lowerBound * 100, range.upperBound * 100)
    return "\(fixed(low, places: 0))-\(fixed(high, places: 0))%"
  }

  /// One row a group, in full, for files.
  public var csvTable: Table {
    Table(
      [
        .text("boundary"), .text("id"), .text("name"), .number("people"), .number("asked"),
        .number("answered"), .number("ties"), .number("outside_share"),
        .number("outside_share_low"), .number("outside_share_high"),
        .number("outside_share_all_answered_low"), .number("outside_share_all_answered_high"),
        .number("outside_share_others"), .number("outside_share_chance"), .number("e_i"),
        .number("e_i_expected"), .number("z"), .number("p"), .number("q"), .text("verdict"),
        .text("certainty"), .text("sentence"),
      ],
      rows: verdicts.groups.map { group in
        let start: [Table.Cell] = [
          .text(verdicts.boundary.id), .text(group.id), .text(group.name),
        ]
        guard !isHidden(group) else {
          return start + [Table.Cell](repeating: .suppressed, count: 16)
            + [
              .text(Verdict.Kind.notEnoughData.rawValue), .empty,
              .text(
                "Fewer than \(verdicts.rules.minGroup) people, or beside a group that has: not shown."
              ),
            ]
        }
        return start + [
          .count(group.people), .count(group.coverage.asked), .count(group.coverage.answered),
          .number(group.ties, places: 2), .optional(group.outside, places: 4),
          .optional(group.doubt.interval?.lowerBound, places: 4),
          .optional(group.doubt.interval?.upperBound, places: 4),
          .optional(group.doubt.bounds?.lowerBound, places: 4),
          .optional(group.doubt.bounds?.upperBound, places: 4),
          .optional(group.outsideAmongOthers, places: 4),
          .optional(group.outsideByChance, places: 4), .optional(group.index.value, places: 6),
          .optional(group.index.expected, places: 6), .optional(group.index.z, places: 4),
          .optional(group.index.p, places: 6),
          // Adjusted for all groups, it tells the place of each among them, those not shown included.
          hidesAny ? .suppressed : .optional(group.q, places: 6),
          .text(group.verdict.kind.rawValue), .text(group.verdict.certainty.rawValue),
          .text(group.verdict.sentence),
        ]
      })
  }

  /// The sentences worth reading out: on the whole, on each silo, then on the gaps that contact hides.
  public var sentences: [String] {
    [verdicts.whole.inFull]
      + [inSeveralSchools, leftOut, unasked, verdicts.noSilo(showsAll: disclosure == nil)]
      .compactMap { $0 }
      + verdicts.silos(showsAll: disclosure == nil).map {
        "\($0.verdict.sentence) How sure: \($0.verdict.certainty.inWords)."
      }
      + gaps.prefix(2).map(\.sentence)
  }

  /// Where nobody is on record as asked, so that what its people would say of each other is in no figure.
  private var unasked: String? {
    let names = verdicts.groups.filter { $0.isUnasked && !isHidden($0) }
      .map { Network.inText($0.name) }
    guard !names.isEmpty else { return nil }
    let told =
      names.count > 6 ? names.prefix(5) + ["\(counted(names.count - 5)) more"] : names[...]
    return
      "Nobody in \(listed(Array(told), and: "or")) is on record as asked, so ties among \(names.count == 1 ? "its" : "their") own people are missing here."
  }

  /// How chance was reckoned: nothing is drawn at random.
  public static let chance =
    "Chance: people's groups are dealt out anew and the ties stay as they are; the mean and variance over all dealings are exact. How rare a small group would be is found by drawing thousands of its size from the seed."
}
