import Documents
import Networks
public import Sections

extension Site {
  /// What is held of one colleague, and what they may do about it.
  ///
  /// - Parameters:
  ///   - word: who was asked about.
  ///   - report: what is held; `nil` where nobody goes by the word.
  ///   - key: goes with the form.
  ///   - isOwn: whether it is the one who reads who is asked about, and nobody else may be.
  public func myData(
    _ word: String, _ report: OwnDataReport?, key: String, isOwn: Bool = false
  ) -> WebPage {
    let ask: HTML = """
      <form method="get" action="my-data.html" class="fields"><p><label for="who">Name, staff number or address</label><input id="who" name="who" value="\(report == nil ? word : "")" maxlength="128" autocomplete="off"></p><p><button class="btn">Show what is held</button></p></form>
      <p class="soft meta">Whoever asked not to be named is found by their exact number or address alone.</p>
      """
    guard let report else {
      if isOwn {
        let title = "The files do not know your address"
        return WebPage(
          "my-data", title, .own,
          "\(head(title, "Nothing could be found for the account that you signed in with. Ask whoever keeps the files: your address in people.csv may be another."))"
        )
      }
      let title = "What is held about one colleague"
      let lead =
        word.isEmpty
        ? "Everybody may see what is held about them, correct it, or ask not to be named or counted."
        : "No single colleague goes by \(quoted(word)). Try the staff number: a name that two people have tells nobody apart."
      return WebPage(
        "my-data", title, .data, "\(head(title, "\(lead)", crumb: ("Data", "data.html")))\(ask)")
    }
    let choices: [(Visibility, String)] = [
      (.listed, "Listed: colleagues can find them by name"),
      (.hidden, "Counted, and named nowhere"), (.excluded, "Left out of everything"),
    ]
    let fields = report.fields.enumerated().html { place, field in
      "<p><label for=\"f\(place)\">\(field.heading)</label><input id=\"f\(place)\" name=\"f\(place)\" value=\"\(field.value)\" maxlength=\"1000\" autocomplete=\"off\"></p>\n"
    }
    func wide(_ heading: String, _ words: String, _ table: Table) -> HTML {
      table.rows.isEmpty
        ? ""
        : "<section><h2>\(heading)</h2><div class=\"scroll\" role=\"region\" aria-label=\"\(heading)\" tabindex=\"0\">\(TableView(table: table, caption: words, folded: ["where", "seen_by"]).html)</div></section>\n"
    }
    if isOwn {
      let title = "What is held about you"
      return WebPage(
        "my-data", title, .own, table: report.all,
        """
        \(head(title, "\(report.appearance) You may change that here; it holds at once."))<form method="post" action="/correct" class="fields"><input type="hidden" name="key" value="\(key)"><input type="hidden" name="id" value="\(report.id)"><p><label for="visibility">How you appear</label><select id="visibility" name="visibility">\(choices.html { "<option value=\"\($0.0.rawValue)\"\($0.0 == report.visibility ? " selected" as HTML : nil)>\($0.1)</option>" })</select></p><p><button class="btn">Appear like this</button></p></form>
        \(wide("Your own rows", "Each value, where it stands and who sees it.", report.records))\(wide("Where others' rows mention you", "Of a tie that somebody else reported, its ends and kind alone; what was said of it is theirs who said it.", report.mentioned))<section><h2>Put it right, or keep it</h2><p>To correct a value, write to whoever keeps the files in your trust.</p><p><a href="my-data.csv" download>Download all of it as a table</a></p></section>
        """)
    }
    let title = "What is held about \(report.name)"
    return WebPage(
      "my-data", title, .data, table: report.all,
      """
      \(head(title, "\(report.appearance) You see what a correction would change before it is made.", crumb: ("Data", "data.html")))<details><summary>Correct it, or choose how to appear</summary>
      <form method="post" action="/correct"><input type="hidden" name="key" value="\(key)"><input type="hidden" name="id" value="\(report.id)"><div class="fields"><p><label for="visibility">How they appear</label><select id="visibility" name="visibility">\(choices.html { "<option value=\"\($0.0.rawValue)\"\($0.0 == report.visibility ? " selected" as HTML : nil)>\($0.1)</option>" })</select></p>
      \(fields)</div><p><button class="btn">See what would change</button></p></form>
      <p class="soft meta">Terms that are kept have their own copy: weft forget takes a person out of those.</p></details>
      \(wide("Their own rows", "Each value, where it stands and who sees it.", report.records))\(wide("Where others' rows mention them", "Of a tie that somebody else reported, its ends and kind alone; what was said of it is theirs who said it.", report.mentioned))
      <section><h2>Keep a copy</h2><p><a href="my-data.csv?who=\(queryText(report.id))" download>Download it as a table</a></p></section>
      <section><h2>Somebody else</h2>\(ask)</section>
      """)
  }

  private func quoted(_ word: String) -> String { "\u{201C}\(word)\u{201D}" }
}
