/// A workbook that `weft export` wrote: people and ties are the network, its other sheets what Weft found in it.
enum WeftWorkbook {
  /// The titles of the sheets that hold findings, which are no lists of people, partners or goals.
  static func findings(_ tables: [SourceTable]) -> Set<String> {
    var found: Set<String> = []
    for (_, sheets) in Dictionary(grouping: tables, by: \.file) {
      let names = Set(sheets.map(\.sheet.name))
      guard names.isSuperset(of: ["people", "ties"]), sheets.contains(where: isFinding) else {
        continue
      }
      found.formUnion(
        sheets.filter { !["people", "ties"].contains($0.sheet.name) }.map(\.title))
    }
    return found
  }

  private static func isFinding(_ table: SourceTable) -> Bool {
    signs.contains { sheet, headings in
      table.sheet.name == sheet && headings.allSatisfy { table.has($0) }
    }
  }

  private static let signs = [
    ("silos", ["boundary", "outside_share", "verdict"]),
    ("bridges", ["rank", "person", "betweenness"]),
    ("problems", ["severity", "code", "message", "fix"]),
  ]
}
