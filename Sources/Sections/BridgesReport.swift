public import Documents
import GraphEngine
public import Findings
import Measures
import Networks

/// Who bridges, and what depends on one person.
public struct BridgesReport: Sendable {
  public let brokers: Brokers
  public let fragility: Fragility?
  private let analysis: Analysis
  private let naming: Naming
  private let leftOut: String?
  private var study: Study { analysis.study }

  public init(_ analysis: Analysis, _ naming: Naming) {
    self.analysis = analysis
    brokers = analysis.brokers
    fragility = naming.fragility(of: analysis)
    self.naming = naming
    leftOut = analysis.leftOut?.sentence
  }

  /// What depends on one person, in sentences that name nobody.
  public var sentences: [String] {
    guard let boundary = study.grouping?.boundary, let fragility else { return [] }
    let found = fragility.sentences(boundary)
    let said =
      fragility.saysNothing
      ? [
        "Whether a \(boundary.singular) depends on one person cannot be said: the files have no tie to other \(boundary.plural), or so few that people were hardly asked about them."
      ]
      : found.isEmpty
        ? [
          "\(fragility.none(boundary)) depends on one person or on a single link\(fragility.isPart ? " that may be shown" : "")."
        ] : found
    return said + [leftOut].compactMap { $0 }
  }

  /// A caution about the ranking, or nothing.
  public var caution: String? {
    guard !brokers.isTrusted else { return nil }
    return
      "Only \(brokers.coverage.inWords): too few for a ranking of people by betweenness to be trusted."
  }

  /// The people through whom most shortest ways lead.
  public func table(top: Int) -> Table {
    let rows = brokers.people.filter { naming.id($0.person) != nil }.prefix(top).enumerated()
      .map { rank, broker -> [Table.Cell] in
        let isShown = broker.group >= 0 && naming.shows(broker.group, of: analysis)
        return [
          .count(rank + 1), .text(naming.id(broker.person) ?? ""),
          .text(naming.showsAll ? naming.name(broker.person) ?? "" : ""),
          naming.role(broker.person, besideSchool: true).map(Table.Cell.text) ?? .empty,
          isShown
            ? .text(study.grouping?.partition.names[broker.group] ?? "")
            : naming.showsAll ? .empty : .suppressed,
          .number(broker.betweenness, places: 1),
          naming.tellsSpread(broker.person, of: analysis)
            ? .count(broker.otherGroups) : .suppressed,
          .optional(
            naming.told(broker.constraint, of: "constraint"), places: naming.showsAll ? 3 : 2),
          .text(broker.isCutPoint ? "yes" : "no"),
          .text(
            study.grouping.map { naming.shown(broker.holds, along: $0.boundary) }?
              .joined(separator: "; ") ?? ""),
        ]
      }
    let boundary = study.grouping?.boundary
    var table = Table(
      [
        .number("rank", ""), .text("person"), .text("name"), .text("role"),
        .text(boundary?.id ?? "group", boundary?.singular ?? "group"), .number("betweenness"),
        .number("other_groups", "other \(boundary?.plural ?? "groups")"), .number("constraint"),
        .text("cut_point", "cut point"), .text("holds_alone", "holds alone"),
      ], rows: rows)
    if !naming.showsAll { table.dropColumn("name") }
    if rows.allSatisfy({ $0.last == .text("") }) { table.dropColumn("holds_alone") }
    if study.network.people.role == nil { table.dropColumn("role") }
    if boundary == nil {
      table.dropColumn("group")
      table.dropColumn("other_groups")
    }
    return table
  }
}
