import Documents
import Findings
import Networks
import Sections

extension Site {
  /// What the work is for and what came of it, in six views, and what to do next.
  var purposePages: [WebPage] { Self.purposes.map(page) + [nextSteps, reading] }

  /// One view of what the work is for.
  private struct Purpose: Sendable {
    let stem: String
    let words: String
    /// What is not on record where there is nothing to show.
    var subject: String?
    let pages: @Sendable (PurposeReport) -> Pages
  }

  private static let purposes = [
    Purpose(stem: "goals", words: "Goals") { $0.goals },
    Purpose(stem: "stories", words: "Stories") { $0.stories },
    Purpose(stem: "ideas", words: "Ideas") { $0.ideas },
    Purpose(stem: "decisions", words: "Decisions") { $0.decisions },
    Purpose(stem: "voices", words: "Voices", subject: "Whose voice is heard is") { $0.voices },
    Purpose(stem: "events", words: "Meetings") { $0.events },
  ]

  func purposePage(_ stem: String) -> WebPage? {
    switch stem {
    case "next": nextSteps
    case "reading": reading
    default: Self.purposes.first { $0.stem == stem }.map(page)
    }
  }

  /// People stand under the topics they know, and nowhere else; here they are counted.
  private var callingBy: Naming { naming.ofGroups }

  private func page(_ purpose: Purpose) -> WebPage {
    let pages = purpose.pages(PurposeReport(analysis, callingBy))
    let tabs = Self.purposes.html { other in
      "<li><a href=\"\(other.stem).html\"\(other.stem == purpose.stem ? " aria-current=\"page\"" as HTML : "")>\(other.words)</a></li>"
    }
    let isEmpty = pages.sections.isEmpty
    let told = pages.sentences.first.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
    let heading =
      isEmpty ? "\(purpose.subject ?? "\(purpose.words) are") not on record" : told
    let answer =
      isEmpty
      ? (pages.sentences + ["Whoever keeps the data can add that file."]).joined(separator: " ")
      : pages.sentences.dropFirst().joined(separator: " ")
    return WebPage(
      purpose.stem, heading ?? purpose.words, .purpose, table: pages.sections.first?.full,
      """
      \(head(heading ?? purpose.words, "\(answer)"))<nav aria-label="What the work is for"><ul class="tabs">\(tabs)</ul></nav>
      \(pages.sections.html(section))\(isEmpty ? nil : downloads(purpose.stem))
      """)
  }

  private var nextSteps: WebPage {
    let pages = NextSteps(analysis, callingBy, topics: gaps).pages
    let title = "What to do next"
    return WebPage(
      "next", title, nil, table: pages.sections.first?.full,
      """
      \(head(title, "\(pages.sentences.joined(separator: " "))", crumb: ("Five things to know", "index.html")))\(pages.sections.html { "<section><h2>\($0.heading)</h2>\n\(cards($0.full, title: "act"))</section>\n" })\(pages.sections.isEmpty ? nil : downloads("next"))
      """)
  }

  private var reading: WebPage {
    let title = "How to read these pages"
    let entries = ReadingPage.entries.html { entry in
      "<dt>\(entry.word.count > 1 ? capitalised(entry.word) : entry.word)</dt><dd>\(entry.meaning)</dd>"
    }
    return WebPage(
      "reading", title, .about,
      """
      \(head(title, "Every figure stands beside what chance or other schools would give, and says how sure it is."))<dl class="kv">\(entries)</dl>
      """)
  }

  // MARK: Tables

  /// Columns that are for programs.
  private static let keys: [String: Set<String>] = [
    "goals": ["goal"], "events": ["event"], "reach": ["goals"], "stories": ["diversity"],
  ]

  private func section(_ section: Pages.Section) -> HTML {
    var table = section.full
    for key in Self.keys[section.name] ?? [] { table.dropColumn(key) }
    if section.name == "progress" { table = named(table) }
    if section.name == "events" {
      table = table.keeping(["name"] + table.columns.map(\.name).filter { $0 != "name" })
    }
    let note: HTML? = section.note.isEmpty ? nil : "<p class=\"soft meta\">\(section.note)</p>\n"
    let isLong =
      table.columns.count > 3 && table.rows.contains { $0.contains { $0.shown.count > 60 } }
    return
      "<section><h2>\(section.heading)</h2>\n\(isLong ? cards(table, title: table.columns[0].name) : rows(table, section.heading))\(note)</section>\n"
  }

  /// A goal is called by what it says.
  private func named(_ table: Table) -> Table {
    let words = Dictionary(
      analysis.network.records.goals.map { ($0.id, $0.statement) }, uniquingKeysWith: { a, _ in a })
    return Table(
      table.columns,
      rows: table.rows.map { row in
        [.text(words[row[0].shown] ?? row[0].shown)] + row.dropFirst()
      })
  }

  /// A table for reading: the first dozen rows, and the others behind a line that says how many.
  private func rows(_ table: Table, _ caption: String) -> HTML {
    func view(_ rows: ArraySlice<[Table.Cell]>) -> HTML {
      TableView(
        table: Table(
          table.columns,
          rows: rows.map { row in
            row.map { cell in
              if case .text(let text) = cell { .text(Self.inWords(text)) } else { cell }
            }
          }),
        caption: caption,
        folded: Set(table.columns.dropFirst(2).map(\.name)), isCaptionHidden: true
      ).html
    }
    guard table.rows.count > 14 else { return view(table.rows[...]) }
    return
      "\(view(table.rows.prefix(12)))<details><summary>The other \(table.rows.count - 12)</summary>\(view(table.rows.dropFirst(12)))</details>\n"
  }

  /// A day as people write it, and a part of a whole set in under it.
  private static func inWords(_ text: String) -> String {
    let digits = text.utf8.count == 10 ? Int32(text.replacing("-", with: "")) : nil
    return digits.flatMap { Day(number: $0) }?.inWords ?? text.replacing("   ", with: "\u{2003}")
  }

  /// Each row by itself, where its cells hold sentences: the title, then what is known of it.
  private func cards(_ table: Table, title: String) -> HTML {
    guard let place = table.columns.firstIndex(where: { $0.name == title }) else { return "" }
    let items = table.rows.html { row in
      let facts = table.columns.indices.html { column -> HTML in
        let text = row[column].shown
        guard column != place, !text.isEmpty else { return "" }
        return
          "<dt>\(capitalised(table.columns[column].heading))</dt><dd>\(TableView.words(Self.inWords(text)))</dd>"
      }
      return "<li><h3>\(row[place].shown)</h3><dl class=\"kv\">\(facts)</dl></li>\n"
    }
    return "<ul class=\"people\">\(items)</ul>\n"
  }
}
