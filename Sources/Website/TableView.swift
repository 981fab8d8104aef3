import Documents
import Networks

/// A table for reading: the first column heads each row, and on a phone the lesser columns fold under it, so that no fact is lost.
struct TableView {
  let table: Table
  let caption: String
  /// The columns that fold on a phone, by name.
  var folded: Set<String> = []
  /// Where a row leads.
  var address: (Int) -> String? = { _ in nil }
  /// A lesser line under the head of a row.
  var under: (Int) -> String? = { _ in nil }
  /// Whether a row stands out, being an alarm.
  var isMarked: (Int) -> Bool = { _ in false }
  /// Whether the caption is for screen readers alone, since a heading says the same.
  var isCaptionHidden = false

  var html: HTML {
    guard !table.rows.isEmpty else { return "" }
    let columns = Array(table.columns.indices)
    let heads = columns.html { column in
      let own = table.columns[column]
      return
        "<th scope=\"col\"\(classed(own.isNumeric ? "num" : nil, isFolded(column) ? "wideonly" : nil))>\(capitalised(own.heading))</th>"
    }
    let rows = table.rows.indices.html { row in
      "<tr\(classed(isMarked(row) ? "mark" : nil))>\(columns.html { cell(row, $0) })</tr>\n"
    }
    return """
      <table><caption\(classed(isCaptionHidden ? "hidden" : nil))>\(caption)</caption>
      <thead><tr>\(heads)</tr></thead>
      <tbody>
      \(rows)</tbody></table>

      """
  }

  private func isFolded(_ column: Int) -> Bool {
    column > 0 && folded.contains(table.columns[column].name)
  }

  private func cell(_ row: Int, _ column: Int) -> HTML {
    let own = table.columns[column]
    let text = table.rows[row][column].shown
    guard column == 0 else {
      return
        "<td\(classed(own.isNumeric ? "num" : nil, isFolded(column) ? "wideonly" : nil))>\(Self.words(text))</td>"
    }
    let lesser: HTML? = under(row).map { "<span class=\"k\">\($0)</span>" }
    let further = table.columns.indices.filter(isFolded).compactMap { column -> String? in
      let text = table.rows[row][column].shown
      return text.isEmpty ? nil : "\(capitalised(table.columns[column].heading)): \(text)"
    }
    let folded: HTML? =
      further.isEmpty ? nil : "<span class=\"narrow\">\(further.joined(separator: " · "))</span>"
    return "<th scope=\"row\">\(link(text, address(row)))\(lesser)\(folded)</th>"
  }

  /// A cell; `c` says what it stands for.
  static func words(_ text: String) -> HTML {
    text == "c" ? "<abbr title=\"Not shown: too few people\">c</abbr>" : "\(text)"
  }
}
