import Documents
import Networks
public import Sections

extension Site {
  /// Board papers: what the paper is for, the paper as a download, and what it still lacks.
  ///
  /// - Parameters:
  ///   - options: by the names of the options of `weft pack`.
  ///   - query: the same as a query of an address.
  public func boardPapers(
    _ options: [String: String], query: String, checks: [BoardPack.Check]
  ) -> WebPage {
    let open = checks.count { $0.toDo != nil }
    let title =
      open == 0
      ? "The board paper is ready"
      : "The board paper is drafted; \(inWords(open)) of fifteen points are still to do"
    func field(_ key: String, _ label: String, _ hint: String) -> HTML {
      "<p><label for=\"\(key)\">\(label)</label><input id=\"\(key)\" name=\"\(key)\" value=\"\(options[key] ?? "")\" maxlength=\"200\" aria-describedby=\"\(key)-help\"><span class=\"k\" id=\"\(key)-help\">\(hint)</span></p>\n"
    }
    func choice(_ key: String, _ label: String, _ all: [(String, String)]) -> HTML {
      "<p><label for=\"\(key)\">\(label)</label><select id=\"\(key)\" name=\"\(key)\">\(all.html { "<option value=\"\($0.0)\"\($0.0 == options[key] ? " selected" as HTML : "")>\($0.1)</option>" })</select></p>\n"
    }
    let files: [(String, String)] = [("docx", "Word"), ("pdf", "PDF"), ("xlsx", "Excel")]
    let points = checks.html { check -> HTML in
      guard let toDo = check.toDo else {
        return "<li><span class=\"soft\">Passed.</span> \(check.what).</li>"
      }
      // What a command takes as an option is a field above, or is filled in on the paper.
      let words = toDo.contains("--") ? "fill it in above, or on the paper" : toDo
      return "<li><b>To do.</b> \(check.what): \(words).</li>"
    }
    return WebPage(
      "board-papers", title, .papers,
      """
      \(head(title, "Five findings of one page each, how sure each is, and a small thing to do. Nobody is named in it. What you fill in here stands on its front sheet."))<form method="get" action="board-papers.html" class="fields">
      \(field("meeting", "Meeting", "Such as Trust Board"))\(field("date", "Date", "As it should be read: 3 December 2026"))\(field("author", "Author", "Name and role"))\(choice("purpose", "Purpose", [("discussion", "Discussion"), ("decision", "Decision"), ("information", "Information")]))\(choice("length", "Length", [("full", "Full, for the file"), ("short", "Two pages, for trustees")]))<p><button class="btn">Check the paper</button></p></form>
      <section><h2>Download</h2><ul class="topics">\(files.html { "<li><a href=\"pack.\($0.0)\(query)\" download>\($0.1)</a></li>" })</ul>
      <p class="soft meta">Part B, which names people, is made by whoever keeps the data: it does not belong on a page that is easily sent on.</p></section>
      <section><h2>Fifteen points to check</h2><ol class="checks">\(points)</ol></section>
      """)
  }

  /// What was read of each file, and what is wrong in them.
  public func data(_ ledger: LedgerReport, folder: String, _ form: LoadingForm) -> WebPage {
    let problems = ledger.told(isNamed: naming.showsAll)
    let toDo = problems.rows.count { !Self.isNote($0) }
    let title =
      problems.rows.isEmpty
      ? "Every row of the files is in use"
      : toDo == 0
        ? "Nothing to put right in the files"
        : "\(counted(toDo, "thing")) to put right in the files"
    return WebPage(
      "data", title, .data,
      """
      \(head(title, "Read from \(folder). When a file there changes, these pages change with it."))\(form.banner)\(form.html)<section><h2>What was read</h2><div class="scroll" role="region" aria-label="What was read" tabindex="0">\(TableView(table: ledger.accounts, caption: "Each file, and what became of its rows.").html)</div></section>
      \(Self.problems(problems, "What to look at"))\(naming.showsAll ? "<p><a href=\"my-data.html\">What is held about one colleague</a>: to see it, correct it, or choose how to appear.</p>" as HTML : nil)
      """)
  }

  /// Problems of files: those that ask for something, then those that ask for nothing, folded.
  static func problems(_ problems: Table, _ heading: String) -> HTML {
    func list(_ rows: [[Table.Cell]], _ caption: String) -> HTML {
      let shown = Table(problems.columns, rows: Array(rows.prefix(most)))
      return
        "\(TableView(table: shown, caption: caption, folded: ["file", "row", "column", "value"]).html)\(rows.count > most ? "<p class=\"soft meta\">The first \(most) of \(counted(rows.count)) are shown.</p>" as HTML : nil)"
    }
    let notes = problems.rows.filter(isNote)
    let toDo = problems.rows.filter { !isNote($0) }
    let folded: HTML =
      notes.isEmpty
      ? ""
      : "<details><summary>\(counted(notes.count, "note")) that \(notes.count == 1 ? "asks" : "ask") for nothing</summary>\(list(notes, "What was seen to already, or needs nothing."))</details>\n"
    guard !toDo.isEmpty else { return folded }
    return
      "<section><h2>\(heading)</h2>\(list(toDo, "What was found, what to do, and where."))</section>\n\(folded)"
  }

  private static let most = 100

  /// Whether a problem asks for nothing.
  private static func isNote(_ row: [Table.Cell]) -> Bool {
    row.count > 1 && row[1].shown.hasPrefix("Nothing to do")
  }
}

extension SiteFrame {
  /// A page that says what happened where there is no other: what, that nothing was lost, and where to go.
  ///
  /// It says nothing of the trust: those who may not come in read it as well.
  public static func trouble(
    _ title: String, _ words: String, way: String?, button: String = "Go to the first page"
  ) -> String {
    let whole: HTML = """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="/site.css">
      </head>
      <body>
      <main id="main"><div class="wrap">
      \(head(title, "\(words)"))\(way.map { "<p><a class=\"btn\" href=\"\($0)\">\(button)</a></p>" as HTML })
      </div></main>
      </body>
      </html>

      """
    return whole.text
  }

  /// A page that leads on by itself.
  public static func opening(_ target: String) -> String {
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en-GB"><head><meta charset="utf-8"><title>Opening</title><meta http-equiv="refresh" content="0; url=\(target)"></head><body><p><a href="\(target)">Open the pages</a></p></body></html>

      """
    return page.text
  }
}
