public import Documents
public import Findings
import Measures
import Networks

/// Every group in one list by how much of its work leaves it, the lowest first, with what that means in a word.
public struct SiloRanking: Sendable {
  /// How loudly a word is said.
  public enum Tone: Sendable, Equatable {
    /// A finding that asks for somebody.
    case alarm
    /// Nothing out of the way.
    case plain
    /// Too little to go by.
    case unknown
  }

  public struct Row: Sendable {
    public let id: String
    public let name: String
    /// The share of its ties that lead out; `nil` where the group is not shown or nothing is known.
    public let outside: Double?
    public let range: ClosedRange<Double>?
    public let others: Double?
    public let word: String
    public let tone: Tone
    public let isHidden: Bool
  }

  public let rows: [Row]
  /// What is found, and what it is compared with.
  public let heading: String
  public let comparison: String
  private let singular: String
  private let plural: String

  /// - Parameter findings: the key findings, so that both say the same.
  public init?(_ analysis: Analysis, _ naming: Naming, _ findings: KeyFindings) {
    guard let verdicts = analysis.verdicts else { return nil }
    singular = verdicts.boundary.singular
    plural = verdicts.boundary.plural
    let held = Set(naming.fragility(of: analysis)?.singleHolders.flatMap(\.groups) ?? [])
    rows = verdicts.groups.map { group in
      guard naming.shows(group.id, along: verdicts.boundary) else {
        return Row(
          id: group.id, name: group.name, outside: nil, range: nil, others: nil,
          word: "Not shown", tone: .unknown, isHidden: true)
      }
      let (word, tone) = Self.word(group, verdicts, isHeld: held.contains(group.id))
      return Row(
        id: group.id, name: group.name, outside: group.outside,
        range: group.outside == nil ? nil : group.doubt.range,
        others: group.isCentral ? nil : group.outsideAmongOthers, word: word, tone: tone,
        isHidden: false)
    }.sorted { a, b in
      (a.outside ?? 2, a.name, a.id) < (b.outside ?? 2, b.name, b.id)
    }
    let (silos, dependence) = (findings[.silos], findings[.dependence])
    let isBoth =
      rows.contains { $0.word == Self.keeps } && rows.contains { $0.word == Self.onePerson }
    heading =
      isBoth ? KeyFindings.line([silos.headline, dependence.headline]) : silos.headline
    comparison = "\(silos.comparison) \(dependence.comparison)"
  }

  private static let keeps = "Keeps to itself"
  private static let onePerson = "One person"

  private static func word(
    _ group: SiloVerdicts.GroupVerdict, _ verdicts: SiloVerdicts, isHeld: Bool
  ) -> (String, Tone) {
    switch group.verdict.kind {
    case .silo: return (keeps, .alarm)
    case .notEnoughData:
      let isQuiet = (group.coverage.share ?? 1) < verdicts.rules.minCoverage
      return isQuiet
        ? (
          "Too few replies (\(counted(group.coverage.answered)) of \(counted(group.coverage.asked)))",
          .unknown
        )
        : ("Too little to say", .unknown)
    case .notSurveyedAcross: return ("Not asked", .unknown)
    case .inward, .asChance, .open:
      if isHeld { return (onePerson, .alarm) }
      return group.isCentral
        ? ("Works across \(verdicts.boundary.plural) by design", .plain)
        : (capitalised(verdicts.standing(group)), .plain)
    }
  }

  /// The same as a table.
  public var table: Table {
    Table(
      [
        .text("group", capitalised(singular)), .number("outside"),
        .text("range", "Possible range"), .number("others", "Others its size"),
        .text("word", "What it means"),
      ],
      rows: rows.map { row in
        guard !row.isHidden else {
          return [.text(row.name), .suppressed, .suppressed, .suppressed, .text(row.word)]
        }
        return [
          .text(row.name), row.outside.map(Table.Cell.share) ?? .undefined("not known"),
          .text(
            row.range.map { $0.isOneShare ? percent($0.lowerBound) : Findings.inWords($0) } ?? ""),
          row.others.map(Table.Cell.share) ?? .empty, .text(row.word),
        ]
      })
  }

  /// What the pictures are of.
  public var caption: String {
    "Share of each \(singular)'s contacts that lead out of it, lowest first."
  }
}

extension SiloVerdicts.GroupVerdict {
  /// How far the share that leads out could be off, in a sentence; `nil` where nothing is known of it.
  var rangeInWords: String? {
    doubt.range.map {
      let range =
        $0.isOneShare
        ? "\(capitalised(percent($0.lowerBound))), even" : "Between \(Findings.inWords($0, "and")),"
      return
        "\(range) allowing for who was counted\(doubt.missing >= 0.5 ? " and for missing replies" : "")."
    }
  }
}

extension ClosedRange<Double> {
  /// Whether both ends are the same share as told, in whole per cent.
  fileprivate var isOneShare: Bool { percent(lowerBound) == percent(upperBound) }
}
