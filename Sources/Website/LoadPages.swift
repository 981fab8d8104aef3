import Documents
import Networks
public import Sections

/// What the page of the files offers beside what was read: to load files, and to take back what was loaded last.
public struct LoadingForm: Sendable {
  /// Goes with each form, so that no other page can send it.
  let key: String
  /// What was loaded last, and under what names the files before it are kept.
  let loaded: (names: [String], kept: [String])?

  public init(key: String, loaded: (names: [String], kept: [String])?) {
    self.key = key
    self.loaded = loaded
  }

  /// A form that does one thing.
  static func button(_ action: String, _ words: String, _ key: String, isQuiet: Bool = false)
    -> HTML
  {
    "<form method=\"post\" action=\"\(action)\"><input type=\"hidden\" name=\"key\" value=\"\(key)\"><button class=\"\(isQuiet ? "btn quiet" : "btn")\">\(words)</button></form>"
  }

  var html: HTML {
    """
    <section><h2>Load files</h2>
    <p>Choose files such as people.csv or collaborations.csv. First you see what would change; nothing is loaded before you say so.</p>
    <form method="post" action="load" enctype="multipart/form-data" class="load"><input type="hidden" name="key" value="\(key)"><p><label for="files">Files, up to 20 MB in all</label><input type="file" id="files" name="files" multiple required accept=".csv,.tsv,.txt"></p><p><button class="btn">See what would change</button></p></form></section>

    """
  }

  var banner: HTML {
    guard let loaded else { return "" }
    let kept: HTML =
      loaded.kept.isEmpty
      ? ""
      : " What was there before is kept beside it as \(listed(loaded.kept)): delete that when you are sure."
    return
      "<div class=\"banner\" role=\"status\"><p>Loaded \(listed(loaded.names)).\(kept)</p>\(Self.button("undo", "Undo", key, isQuiet: true))</div>\n"
  }
}

extension Site {
  /// What loading some files would change, and the button that does it.
  public func loading(_ report: LoadReport, key: String) -> WebPage {
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
      : "<div class=\"acts2\">\(LoadingForm.button("apply", report.act, key))\(LoadingForm.button("discard", "Leave things as they are", key, isQuiet: true))</div>"
    let answer =
      report.isNothing
      ? "Nothing would change."
      : "Nothing is loaded yet. The files as they are now will be kept beside the new ones."
    return WebPage(
      "load", report.heading, .data,
      """
      \(head(report.heading, "\(answer)", crumb: ("Data", "data.html")))\(TableView(table: report.table, caption: "Each file beside the one that is there.", folded: ["new", "gone", "changed"]).html)
      \(act)
      <section><h2>What it would do to the findings</h2>
      \(findings)</section>
      \(wide("Who would change", report.cells, "Colleagues who may be named: who, what, from and to."))\(wide("What to look at in these files", report.problems, "What was found, by file and row."))<details><summary>How the headings are read</summary>\(TableView(table: report.headings, caption: "Each heading, and what it is read as.").html)</details>
      """)
  }
}
