import Documents
import GraphEngine
public import Findings
public import Measures
import Networks

/// One row a person with every figure of the catalogue that people have.
public struct PeopleReport: Sendable {
  private let analysis: Analysis
  private var study: Study { analysis.study }
  private let columns: [Finding]
  private let naming: Naming

  /// - Parameter findings: what the measures found in the study.
  public init(_ analysis: Analysis, _ findings: [Finding], _ naming: Naming) {
    self.analysis = analysis
    self.naming = naming
    columns = findings.compactMap { finding in
      naming.told(finding, in: analysis).map { Finding(finding.measure, people: $0) }
    }
  }

  /// The rows as the bytes of a CSV file, in pieces, in order of what stands for each person.
  ///
  /// Written row by row: a table of a million people would fill the memory.
  public var csv: [[UInt8]] {
    let isNamed = naming.showsAll
    let withChance =
      naming.tellsChance(of: analysis) ? columns.filter { $0.people?.expected != nil } : []
    let values =
      columns.compactMap { $0.people?.values } + withChance.compactMap { $0.people?.expected }
    let expected = withChance.map { $0.measure + "-expected" }
    let heads =
      ["person"] + (isNamed ? ["name"] : []) + [study.grouping?.boundary.id ?? "group"]
      + columns.map(\.measure) + expected
    var bytes = Array(heads.map { csvCell($0) }.joined(separator: ",").utf8)
    bytes += [13, 10]
    // In order of what stands for the id, so that the order tells nothing more.
    let rows = (0..<study.peopleCount).compactMap { node in
      naming.id(study.slice.people[node]).map { (node: node, id: $0) }
    }.sorted { $0.id < $1.id }
    let groups = groupCells
    let pieces = (rows.count + 4_095) / 4_096
    let parts = fanOut(pieces) { piece in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(4_096 * 12 * (values.count + 2))
      for (node, id) in rows[piece * 4_096..<min((piece + 1) * 4_096, rows.count)] {
        bytes += csvCell(id).utf8
        if isNamed {
          bytes.append(0x2C)
          bytes += csvCell(naming.name(study.slice.people[node]) ?? "").utf8
        }
        bytes.append(0x2C)
        let group = study.group(ofNode: node)
        if group >= 0 { bytes += groups[group] }
        for column in values {
          bytes.append(0x2C)
          if let value = column[node] { bytes += exact(value).utf8 }
        }
        bytes += [13, 10]
      }
      return bytes
    }
    return [bytes] + parts
  }

  /// What stands for each group.
  private var groupCells: [[UInt8]] {
    guard let grouping = study.grouping else { return [] }
    return grouping.ids.indices.map { group in
      let isShown = naming.shows(group, of: analysis)
      return Array((isShown ? csvCell(grouping.ids[group]) : Table.Cell.suppressed.full).utf8)
    }
  }
}
