import Documents
import Networks
public import Sections

/// What the page of the files offers beside what was read: to load files, and to take back what was loaded last.
public struct LoadingForm: Sendable {
  /// Goes with each form, so that no other page can send it.
  let key: String
  /// What was loaded last, and under what names the files before it are kept.
  let loaded: (names: [String], kept: [String], mark: String)?
  /// What was taken back last.
  let takenBack: [String]

  public init(
    key: String, loaded: (names: [String], kept: [String], mark: String)?, takenBack: [String]
  ) {
    self.key = key
    self.loaded = loaded
    self.takenBack = takenBack
  }

  /// A form that does one thing, of what its page showed; it stands at one address, whatever question the page answers.
  static func button(
    _ action: String, _ words: String, _ key: String, of mark: String, isQuiet: Bool = false
  )
    -> HTML
  {
    "<form method=\"post\" action=\"/\(action)\"><input type=\"hidden\" name=\"key\" value=\"\(key)\"><input type=\"hidden\" name=\"of\" value=\"\(mark)\"><button class=\"\(isQuiet ? "btn quiet" : "btn")\">\(words)</button></form>"
  }

  var html: HTML {
    """
    <section><h2>Load files</h2>
    <p>Choose files such as people.csv or collaborations.csv, a workbook, the answers of a form, or a register of schools. First you see how they are read and what would change; nothing is loaded before you say so.</p>
    <form method="post" action="/load" enctype="multipart/form-data" class="load"><input type="hidden" name="key" value="\(key)"><p><label for="files">Files, up to 20 MB in all</label><input type="file" id="files" name="files" multiple required accept=".csv,.tsv,.txt,.xlsx,.ods,.graphml,.gexf,.net,.dl,.gml,.dot,.gv,.json"></p><p><button class="btn">See what would change</button></p></form></section>

    """
  }

  var banner: HTML {
    guard let loaded else {
      return takenBack.isEmpty
        ? ""
        : "<div class=\"banner\" role=\"status\"><p>Taken back: \(takenBack.count == 1 ? "one file is" : "the \(inWords(takenBack.count)) files are") as before. What was loaded is kept in the folder as \(listed(takenBack.map { "\($0).taken-back-" })) and the time: delete \(takenBack.count == 1 ? "it" : "them") when you are sure.</p></div>\n"
    }
    let kept: HTML =
      loaded.kept.isEmpty
      ? ""
      : " What was there before is kept in the folder as \(listed(loaded.kept)): delete \(loaded.kept.count == 1 ? "it" : "them") when you are sure."
    return
      "<div class=\"banner\" role=\"status\"><p>Loaded \(listed(loaded.names)).\(kept)</p>\(Self.button("undo", "Undo", key, of: loaded.mark, isQuiet: true))</div>\n"
  }
}

extension Site {
  /// What loading some files would change, and the button that does it.
  public func loading(_ report: LoadReport, key: String, mark: String) -> WebPage {
    func wide(_ heading: String, _ table: Table, _ caption: String, most: Int = 40) -> HTML {
      guard !table.rows.isEmpty else { return "" }
      let shown = Table(table.columns, rows: Array(table.rows.prefix(most)))
      let rest = table.rows.count - shown.rows.count
      return
        "<section><h2>\(heading)</h2><div class=\"scroll\" role=\"region\" aria-label=\"\(heading)\" tabindex=\"0\">\(TableView(table: shown, caption: caption).html)</div>\(rest > 0 ? "<p class=\"soft meta\">And \(counted(rest, "more row", "more rows")).</p>" as HTML : nil)</section>\n"
    }
    let findings: HTML =
      report.findings.isEmpty
      ? "<p>The five things on the first page would say what they say now.</p>"
      : "<ul class=\"people\">\(report.findings.html { "<li><h3>\($0.then)</h3><p class=\"soft\">Now: \($0.now)</p></li>\n" })</ul>"
    let act: HTML =
      report.isNothing
      ? "<p><a class=\"btn\" href=\"data.html\">Back to the files</a></p>"
      : "<div class=\"acts2\">\(LoadingForm.button("apply", report.act, key, of: mark))\(LoadingForm.button("discard", "Leave things as they are", key, of: mark, isQuiet: true))</div>"
    let answer =
      report.isNothing
      ? "Nothing would change."
      : "Nothing is loaded yet. The files as they are now will be kept beside the new ones."
    return WebPage(
      "load", report.heading, .data,
      """
      \(head(report.heading, "\(answer)", crumb: ("Data", "data.html")))\(TableView(table: report.table, caption: "Each file beside the one that is there.", folded: ["new", "gone", "changed"]).html)
      \(report.warnings.html { "<p class=\"banner red\">\($0)</p>\n" })\(act)
      \(report.matching.map { matching($0, key, mark) })<section><h2>What it would do to the findings</h2>
      \(findings)</section>
      \(wide("Who would change", report.cells, "Colleagues who may be named: who, what, from and to."))\(Self.problems(report.problems, "What to look at in these files"))<details><summary>How the headings are read</summary>\(TableView(table: report.headings, caption: "Each heading, and what it is read as.").html)</details>
      """)
  }

  /// How tables are read, to be chosen otherwise, and what waits for a decision.
  private func matching(_ matching: LoadReport.Matching, _ key: String, _ mark: String) -> HTML {
    func fields(_ choices: [LoadReport.Choice]) -> HTML {
      choices.html { choice in
        "<p><label for=\"\(choice.field)\">\(choice.label)</label><select id=\"\(choice.field)\" name=\"\(choice.field)\">\(choice.options.html { "<option value=\"\($0.value)\"\($0.value == choice.chosen ? " selected" as HTML : nil)>\($0.words)</option>" })</select></p>\n"
      }
    }
    func group(_ heading: String, _ words: String, _ choices: [LoadReport.Choice]) -> HTML {
      choices.isEmpty
        ? ""
        : "<fieldset><legend>\(heading)</legend><p class=\"soft meta\">\(words)</p><div class=\"fields\">\(fields(choices))</div></fieldset>\n"
    }
    let waiting: HTML =
      matching.waiting == 0
      ? ""
      : "<p class=\"banner\">\(counted(matching.waiting, "tie waits", "ties wait")) for a decision below, and would not be loaded.\(matching.more > 0 ? " \(capitalised(counted(matching.more, "more question comes", "more questions come"))) when these are decided." : "")</p>\n"
    let remarks: HTML =
      matching.remarks.isEmpty
      ? "" : "<ul class=\"meta\">\(matching.remarks.html { "<li>\($0)</li>" })</ul>\n"
    let tables = matching.tables.html { table in
      "<fieldset><legend>\(table.kind.label)</legend><div class=\"fields\"><p><label for=\"\(table.kind.field)\">This table is</label><select id=\"\(table.kind.field)\" name=\"\(table.kind.field)\">\(table.kind.options.html { "<option value=\"\($0.value)\"\($0.value == table.kind.chosen ? " selected" as HTML : nil)>\($0.words)</option>" })</select></p>\n\(fields(table.columns))</div></fieldset>\n"
    }
    return """
      <section><h2>How they are read</h2>
      \(waiting)\(remarks)<form method="post" action="/match"><input type="hidden" name="key" value="\(key)"><input type="hidden" name="of" value="\(mark)">
      \(group("Whom do these names mean?", "They fit nobody for sure. Ties of a name that waits are not loaded.", matching.names))\(group("What do these answers mean?", "Weft does not know the words.", matching.answers))<details\(matching.names.isEmpty && matching.answers.isEmpty ? " open" as HTML : nil)><summary>Match the columns</summary>\(tables)</details>
      <p><button class="btn quiet">Read them like this</button></p></form></section>

      """
  }
}
