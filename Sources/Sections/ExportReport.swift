public import Documents
public import Findings
public import Measures
import GraphEngine
import Networks

/// People and ties as other programs take them: under codes, or names in a named copy, with the figures that people have.
public struct ExportReport: Sendable {
  /// One row a person: what stands for them, their group, role and figures.
  public let people: Table
  /// One row a tie: the places of its ends among the rows of people, its weight, kinds and depth.
  public let ties: [(from: Int, to: Int, weight: Double, kind: String, depth: String)]
  public let isDirected: Bool
  /// Whether somebody is left out because they are not to be shown.
  public let leavesOut: Bool

  /// - Parameters:
  ///   - findings: what the measures found in the study of the analysis.
  ///   - kindHeading: the heading of the column that tells kinds of ties apart.
  public init(_ analysis: Analysis, _ findings: [Finding], _ naming: Naming, kindHeading: String?) {
    let study = analysis.study
    let columns = findings.compactMap { finding in
      naming.told(finding, in: analysis).map { (measure: finding.measure, values: $0.values) }
    }

    let shown = (0..<study.peopleCount).compactMap { node in
      naming.id(study.slice.people[node]).map { (node: node, id: $0) }
    }.sorted { $0.id < $1.id }
    var place = [Int](repeating: -1, count: study.peopleCount)
    var rows: [[Table.Cell]] = []
    for (row, entry) in shown.enumerated() {
      place[entry.node] = row
      let person = study.slice.people[entry.node]
      let group = study.group(ofNode: entry.node)
      let groupCell: Table.Cell =
        group < 0
        ? .empty
        : naming.shows(group, of: analysis)
          ? .text(study.grouping?.partition.names[group] ?? "") : .suppressed
      rows.append(
        [
          .text(entry.id), .text(naming.name(person) ?? entry.id), groupCell,
          naming.role(person, besideSchool: true).map(Table.Cell.text) ?? .empty,
        ] + columns.map { .optional($0.values[entry.node], places: 6) })
    }
    var table = Table(
      [.text("id"), .text("label"), .text(study.grouping?.boundary.id ?? "group"), .text("role")]
        + columns.map { .number($0.measure) }, rows: rows)
    if study.network.people.role == nil { table.dropColumn("role") }
    if study.grouping == nil { table.dropColumn("group") }
    people = table
    let arcs = study.slice.arcs
    isDirected = arcs.isDirected
    let facts = Self.facts(analysis, kindHeading)
    var ties: [(from: Int, to: Int, weight: Double, kind: String, depth: String)] = []
    for node in 0..<arcs.nodeCount {
      for entry in Int(arcs.starts[node])..<Int(arcs.starts[node + 1]) {
        let other = Int(arcs.targets[entry])
        guard arcs.isDirected || node < other else { continue }
        guard place[node] >= 0, place[other] >= 0 else { continue }
        let (a, b) = (study.slice.people[node], study.slice.people[other])
        let fact = facts[Pair(a, b, isDirected: arcs.isDirected)]
        let (from, to) = (place[node], place[other])
        let turned = !arcs.isDirected && from > to
        ties.append(
          (
            turned ? to : from, turned ? from : to, arcs.weights.isEmpty ? 1 : arcs.weights[entry],
            (fact?.kinds ?? []).sorted().joined(separator: "; "), fact?.depth.map(\.word) ?? ""
          ))
      }
    }
    self.ties = ties.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    leavesOut = shown.count < study.peopleCount
  }

  private struct Pair: Hashable {
    let from: Int32
    let to: Int32

    init(_ a: Int32, _ b: Int32, isDirected: Bool) {
      (from, to) = isDirected || a < b ? (a, b) : (b, a)
    }
  }

  /// The kinds and the greatest depth of the ties between two people that count.
  private static func facts(
    _ analysis: Analysis, _ heading: String?
  ) -> [Pair: (kinds: Set<String>, depth: Depth?)] {
    let (network, slice) = (analysis.network, analysis.study.slice)
    let ties = network.ties
    let column = heading.flatMap { heading in
      ties.attributes.first { folded($0.name) == folded(heading) }
    }
    guard column != nil || !ties.depth.isEmpty else { return [:] }
    var facts: [Pair: (kinds: Set<String>, depth: Depth?)] = [:]
    for tie in 0..<ties.count
    where ties.isCurrent(tie, during: slice.period) && ties.reaches(tie, slice.depth) {
      let isOneWay = !ties.isDirected.isEmpty && ties.isDirected[tie]
      var pairs = [Pair(ties.from[tie], ties.to[tie], isDirected: slice.arcs.isDirected)]
      if slice.arcs.isDirected, !isOneWay {
        pairs.append(Pair(ties.to[tie], ties.from[tie], isDirected: true))
      }
      for pair in pairs {
        if let kind = column?[tie] { facts[pair, default: ([], nil)].kinds.insert(kind) }
        if let depth = ties.depth(of: tie) {
          let known = facts[pair, default: ([], nil)].depth ?? depth
          facts[pair, default: ([], nil)].depth = max(known, depth)
        }
      }
    }
    return facts
  }
}
