public import Documents
import GraphEngine
public import Findings
public import Measures
import Networks

/// Who has which of Gould and Fernandez's roles, for people and for programs.
public struct RolesReport: Sendable {
  private let analysis: Analysis
  private var study: Study { analysis.study }
  private let role: Brokerage.Role
  private let naming: Naming

  public init(_ analysis: Analysis, _ role: Brokerage.Role, _ naming: Naming) {
    self.analysis = analysis
    self.role = role
    self.naming = naming
  }

  /// What the role is, and how the counting goes.
  public var sentences: [String] {
    let card = Brokerage(role).card
    let direction =
      study.slice.arcs.isDirected
      ? "Each chain of two arcs counts once."
      : "Ties point no way here, so each chain counts in both directions, and gatekeepers are representatives too."
    return [
      "\(card.title): \(card.question.prefix(1).lowercased())\(card.question.dropFirst()) \(direction)"
    ]
  }

  /// How often each role occurs in the network.
  public var totals: Table {
    Table(
      [
        .text("role"), .number("count", "times"), .number("expected", "by chance"),
        .number("ratio", "times chance"), .text("question", "who"),
      ],
      rows: Brokerage.Role.allCases.map { role in
        let measure = Brokerage(role)
        let figure = measure.finding(of: study)[.network]
        let expected = figure?.expected
        let ratio = expected.flatMap { expected in
          expected > 0 ? figure?.value.map { $0 / expected } : nil
        }
        return [
          .text(role.rawValue), .number(figure?.value ?? 0, places: 0),
          tellsChance ? .optional(expected, places: 1) : .suppressed,
          tellsChance ? .optional(ratio, places: 2) : .suppressed,
          .text(measure.card.question),
        ]
      })
  }

  private var tellsChance: Bool { naming.tellsChance(of: analysis) }

  /// The people who have the role most often.
  public func people(top: Int) -> Table {
    let column = naming.told(Brokerage(role).finding(in: study), in: analysis)
    let values = column?.values ?? []
    let order = values.indices.filter { (values[$0] ?? 0) > 0 }
      .sorted { (values[$1] ?? 0, $0) < (values[$0] ?? 0, $1) }
    let rows = order.filter { naming.id(study.slice.people[$0]) != nil }.prefix(top).enumerated()
      .map { rank, node -> [Table.Cell] in
        let person = study.slice.people[node]
        let group = study.group(ofNode: node)
        let isShown = group >= 0 && naming.shows(group, of: analysis)
        return [
          .count(rank + 1), .text(naming.id(person) ?? ""), .text(naming.name(person) ?? ""),
          naming.role(person, besideSchool: true).map(Table.Cell.text) ?? .empty,
          isShown ? .text(study.grouping?.partition.names[group] ?? "") : .suppressed,
          .number(values[node] ?? 0, places: 0),
          tellsChance ? .optional(column?.expected?[node], places: 1) : .suppressed,
          tellsChance ? .optional(column?.z?[node], places: 1) : .suppressed,
        ]
      }
    let boundary = study.grouping?.boundary
    var table = Table(
      [
        .number("rank", ""), .text("person"), .text("name"), .text("role"),
        .text(boundary?.id ?? "group", boundary?.singular ?? "group"), .number("count", "times"),
        .number("expected", "by chance"), .number("z"),
      ], rows: rows)
    if !naming.showsAll { table.dropColumn("name") }
    if study.network.people.role == nil { table.dropColumn("role") }
    return table
  }
}
