import GraphEngine
public import Measures
import Networks

/// One row a person with every figure of the catalogue that people have.
public struct PeopleReport: Sendable {
  public let table: Table

  /// - Parameters:
  ///   - findings: what the measures found in the study.
  ///   - minGroup: groups with fewer people are not told, unless the copy carries names.
  public init(_ study: Study, _ findings: [Finding], _ naming: Naming, minGroup: Int) {
    let columns = findings.filter { $0.people != nil }
    let expected = columns.filter { $0.people?.expected != nil }
    let boundary = study.grouping?.boundary.id ?? "group"
    let isNamed = naming.mode == .full
    var heads: [Table.Column] = [.text("person")]
    if isNamed { heads.append(.text("name")) }
    heads.append(.text(boundary))
    heads += columns.map { .number($0.measure) }
    heads += expected.map { .number($0.measure + "-expected") }
    let sizes = study.grouping?.partition.sizes ?? []
    var rows: [(key: String, cells: [Table.Cell])] = []
    for node in 0..<study.peopleCount {
      let person = study.slice.people[node]
      guard let id = naming.id(person) else { continue }
      let group = study.group(ofNode: node)
      var cells: [Table.Cell] = [.text(id)]
      if isNamed { cells.append(.text(naming.name(person) ?? "")) }
      cells.append(
        group < 0
          ? .empty
          : isNamed || sizes[group] >= minGroup
            ? .text(study.grouping?.ids[group] ?? "") : .suppressed)
      cells += columns.map { .optional($0.people?.values[node], places: 6) }
      cells += expected.map { .optional($0.people?.expected?[node], places: 6) }
      rows.append((id, cells))
    }
    // In order of what stands for the id, so that the order tells nothing more.
    table = Table(heads, rows: rows.sorted { $0.key < $1.key }.map(\.cells))
  }
}

extension Table.Cell {
  /// A number that may be missing in two ways.
  static func optional(_ value: Double??, places: Int) -> Table.Cell {
    .optional(value ?? nil, places: places)
  }
}
