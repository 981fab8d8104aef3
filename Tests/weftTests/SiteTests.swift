import Foundation
import TestSupport
import Testing

private let harbour = packageFolder + "/Data/harbour-trust"

/// Whether a text holds some words, byte for byte.
private func holds(_ text: String, _ words: Substring) -> Bool {
  strstr(text, String(words)) != nil
}

/// One copy of the site of the sample trust.
private struct Copy {
  let files: [String: String]
  let outcome: Outcome

  init(_ workspace: String = harbour, _ options: [String] = []) {
    let folder = Workdir()
    outcome = weft(["site", workspace, "-o", folder.path + "/out"] + options)
    files = Dictionary(
      uniqueKeysWithValues: folder.names("out").map { ($0, folder.text("out/" + $0) ?? "") })
  }

  var pages: [(name: String, html: String)] {
    files.filter { $0.key.hasSuffix(".html") }.sorted { $0.key < $1.key }.map { ($0, $1) }
  }

  func heading(_ page: String) -> String? {
    files[page].flatMap { $0.firstMatch(of: #/<h1>(.*?)<\/h1>/#).map { String($0.output.1) } }
  }

  /// The cells of a table, by the names of its columns.
  func rows(_ file: String) -> [[String: String]] {
    let lines = (files[file] ?? "").components(separatedBy: "\r\n").filter { !$0.isEmpty }
      .map(csvCells)
    guard let head = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(head, $0)) }
  }
}

/// `weft site`: the pages as files.
@Suite struct SiteTests {
  private static let plain = Copy(harbour, ["--since", "2026-07-10"])
  private static let named = Copy(harbour, ["--names", "full"])
  private static var both: [Copy] { [plain, named] }

  /// People of the sample trust: id, name, address, visibility.
  private static let people: [[Substring]] = {
    let text = (try? String(contentsOfFile: harbour + "/people.csv", encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      .filter { $0.count > 8 && $0[0].hasPrefix("P") }
  }()

  @Test func bothCopiesAreMade() {
    for copy in Self.both {
      #expect(copy.outcome.status == 0, "\(copy.outcome.err)")
      for page in [
        "index", "find", "silos", "silos-map", "silos-matrix", "silos-table", "missing",
        "partnerships", "schools", "partners", "numbers", "privacy", "accessibility", "version",
        "404", "topic-phonics", "school-northgate-academy",
      ] { #expect(copy.files[page + ".html"] != nil, "\(page)") }
    }
    #expect(Self.people.count > 600)
  }

  @Test func everyLinkLeadsSomewhereInTheFolder() {
    for copy in Self.both {
      var links = 0
      for (name, html) in copy.pages {
        for match in html.matches(of: #/(?:href|src|action)="([^"]*)"/#) {
          let address = String(match.output.1)
          if address == "data:," { continue }
          links += 1
          let parts = address.split(separator: "#", omittingEmptySubsequences: false)
          let target = parts[0].isEmpty ? name : String(parts[0])
          let file = copy.files[target]
          #expect(file != nil, "\(name): \(address)")
          if parts.count > 1 {
            #expect(file?.contains("id=\"\(parts[1])\"") == true, "\(name): \(address)")
          }
        }
      }
      #expect(links > 5_000)
    }
  }

  @Test func nothingIsFetchedAndNothingIsInline() {
    for copy in Self.both {
      for (name, html) in copy.pages {
        #expect(!html.contains("http://") && !html.contains("https://"), "\(name)")
        #expect(html.firstMatch(of: #/(?:href|src|action)="\/\//#) == nil, "\(name)")
        #expect(html.firstMatch(of: #/<[^>]*\s(?:style|on\w+)\s*=/#) == nil, "\(name)")
        #expect(html.firstMatch(of: #/<script(?![^>]*\ssrc=)/#) == nil, "\(name)")
        #expect(!html.contains("<style") && html.contains("Content-Security-Policy"), "\(name)")
      }
      let style = copy.files["site.css"] ?? ""
      #expect(!style.isEmpty && !style.contains("url(") && !style.contains("@import"))
      let script = copy.files["site.js"] ?? ""
      #expect(script.contains("textContent"))
      for word in ["fetch(", "XMLHttpRequest", "innerHTML", "eval(", "import(", "localStorage"] {
        #expect(!script.contains(word), "\(word)")
      }
    }
  }

  @Test func nobodyIsNamedInAPlainCopy() {
    for (file, text) in Self.plain.files {
      for person in Self.people {
        #expect(!holds(text, person[1]), "\(file) names somebody")
        #expect(!holds(text, person[0]), "\(file) has an id")
      }
      #expect(!file.hasPrefix("person-"))
    }
  }

  @Test func aNamedCopyNamesPeopleUnderTopicsAloneAndIsMarked() throws {
    let pages = Self.named.pages
    #expect(pages.count { $0.name.hasPrefix("person-") } > 500)
    let phonics = try #require(Self.named.files["topic-phonics.html"])
    #expect(Self.people.contains { phonics.contains("\">\($0[1])</a></h3>") })
    for (name, html) in pages {
      #expect(
        html.contains("<p class=\"marking\">Contains names: not for circulation</p>"), "\(name)")
      guard !name.hasPrefix("topic-"), !name.hasPrefix("person-") else { continue }
      for person in Self.people { #expect(!holds(html, person[1]), "\(name) names somebody") }
    }
    for (name, text) in Self.named.files where name.hasSuffix(".csv") || name.hasSuffix(".json") {
      let isEmpty = name.hasSuffix(".csv") && text.hasSuffix(",marking\r\n")
      #expect(isEmpty || text.contains("not for circulation"), "\(name)")
    }
    #expect(Self.named.files["search-index.js"]?.contains("not for circulation") == true)
    #expect(!Self.plain.files.values.contains { $0.contains("not for circulation") })
  }

  @Test func whoIsHiddenOrLeftOutIsNowhere() {
    let unseen = Self.people.filter { ["hidden", "excluded"].contains($0[8]) }
    #expect(unseen.count >= 2)
    for copy in Self.both {
      for (file, text) in copy.files {
        for person in unseen {
          #expect(!holds(text, person[1]), "\(file)")
          #expect(!holds(text, person[0]) && !holds(text, person[0].lowercased()[...]), "\(file)")
        }
      }
    }
    for person in unseen {
      #expect(Self.named.files["person-\(person[0].lowercased()).html"] == nil)
    }
  }

  @Test func noPageTellsHowCentralSomebodyIs() {
    for (name, html) in Self.named.pages where name.hasPrefix("person-") {
      let main = html.components(separatedBy: "<main").last?.components(separatedBy: "</main>")
        .first
      for word in ["betweenness", "contacts", "colleagues (", "score", "rank", "%"] {
        #expect(main?.contains(word) == false, "\(name): \(word)")
      }
    }
  }

  @Test func headingsLeadDownAndAreCompared() {
    for copy in Self.both {
      for (name, html) in copy.pages {
        let levels = html.matches(of: #/<h([1-6])/#).compactMap { Int($0.output.1) }
        #expect(levels.first == 1 && levels.count { $0 == 1 } == 1, "\(name)")
        for (above, below) in zip(levels, levels.dropFirst()) {
          #expect(below <= above + 1, "\(name)")
        }
        let next = html.firstMatch(of: #/<\/h1>\s*<p class="(?:answer|soft meta)">(.*?)<\/p>/#)
        #expect((next?.output.1.count ?? 0) > 10, "\(name)")
        #expect(html.firstMatch(of: #/<h[1-6]>\s*<\/h/#) == nil, "\(name)")
      }
    }
  }

  @Test func numbersOfHeadingsAreInTheTables() throws {
    for copy in Self.both {
      let topics = copy.rows("find.csv")
      #expect(copy.heading("find.html") == "\(topics.count) topics to ask about")
      var seen = 0
      for row in topics {
        let page = try #require(row["page"])
        let rows = copy.rows(page.replacingOccurrences(of: ".html", with: ".csv"))
        // A row a person, or where nobody is listed, a kind of evidence.
        let people = rows.reduce(0) { $0 + (Int($1["people"] ?? "1") ?? 0) }
        #expect(row["listed"] == "\(people)", "\(page)")
        let begins = people == 0 ? "Nobody is" : people == 1 ? "One person" : "\(people) people"
        #expect(copy.heading(page)?.hasPrefix(begins) == true, "\(page)")
        seen += people
      }
      #expect(seen > 800)
      let red = copy.rows("partnerships.csv").count { $0["state"] == "Act now" }
      #expect(red == 5 && copy.heading("partnerships.html")?.hasPrefix("Five ") == true)
      let thin = Set(
        copy.rows("missing.csv").filter { ["0", "1"].contains($0["holders_in_trust"]) }
          .compactMap { $0["topic"] })
      #expect(
        thin.count == 3
          && copy.heading("missing.html")
            == "Nobody has listed Sign language; two topics rest on one person each"
      )
      let silo = copy.rows("silos.csv").filter { $0["word"] == "Keeps to itself" }
      #expect(silo.map { $0["group"] } == ["Northgate Academy"])
      #expect(
        copy.heading("silos.html")
          == "Northgate Academy keeps to itself; two schools depend on one person")
    }
  }

  /// Beside a list of everybody else a count with hidden people in it would tell what they know.
  @Test func aNamedCopyCountsNobodyItDoesNotList() throws {
    let counts = Dictionary(
      Self.named.rows("missing.csv").map { ($0["topic"] ?? "", $0["holders_in_trust"] ?? "") },
      uniquingKeysWith: { first, _ in first })
    let listed = Self.named.rows("find.csv")
    #expect(listed.count > 30 && counts.count == listed.count)
    for row in listed { #expect(counts[row["topic"] ?? ""] == row["listed"], "\(row)") }
  }

  @Test func everyFigureIsOnAPage() {
    let pages = Self.plain.pages.map(\.html).joined()
    let figures = Self.plain.files.keys.filter { $0.hasSuffix(".svg") }
    #expect(figures.count == 4)
    for figure in figures { #expect(pages.contains("<img src=\"\(figure)\""), "\(figure)") }
  }

  @Test func everyFindingHasFourThingsBesideIt() throws {
    let home = try #require(Self.plain.files["index.html"])
    let rows = home.matches(of: #/<li><div class="pic">([\s\S]*?)<\/li>/#).map {
      String($0.output.1)
    }
    #expect(rows.count == 5)
    for row in rows {
      for label in ["How sure", "Since 10 July 2026", "Next step"] {
        let told = row.firstMatch(of: try Regex("\(label)</span>(?:<b>)?[A-Z]"))
        #expect(told != nil, "\(label) in \(row)")
      }
    }
    let uncompared = try #require(Self.named.files["index.html"])
    #expect(uncompared.components(separatedBy: "Not compared yet.").count >= 6)
  }

  @Test func theFourViewsOfSilosClaimTheSame() {
    let views = ["silos", "silos-map", "silos-matrix", "silos-table"].map { $0 + ".html" }
    #expect(Set(views.compactMap(Self.plain.heading)).count == 1)
    let answers = views.compactMap {
      Self.plain.files[$0]?.firstMatch(of: #/class="answer">(.*?)<\/p>/#).map {
        String($0.output.1)
      }
    }
    #expect(answers.count == 4 && Set(answers).count == 1)
  }

  @Test func theIndexIsSmallAndFindsWhatNobodyListed() throws {
    let index = try #require(Self.named.files["search-index.js"])
    // Under 1 MB for 1,000 people: 633 of them here.
    #expect(index.utf8.count < 633_000 && index.utf8.count > 20_000)
    #expect(index.contains("\"Dyslexia\", \"nobody listed\", \"topic-send.html\""))
    #expect(index.contains("\"Phonics\", \"topic\", \"topic-phonics.html\", \"19 people\""))
    #expect(Self.plain.files["search-index.js"]?.contains("\"person\"") == false)
  }

  @Test func theSameBytesComeTwice() {
    let again = Copy(harbour, ["--since", "2026-07-10"])
    #expect(again.files.count > 400)
    #expect(again.files == Self.plain.files)
  }

  @Test func aPlainCopyTakesTheNamedOneAwayAndSparesWhatIsNotItsOwn() {
    let folder = Workdir()
    let out = folder.path + "/out"
    #expect(weft(["site", harbour, "-o", out, "--names", "full", "--no-figures"]).status == 0)
    #expect(folder.names("out").contains { $0.hasPrefix("person-") })
    folder.write("out/notes.txt", Array("ours".utf8))
    #expect(weft(["site", harbour, "-o", out, "--no-figures"]).status == 0)
    #expect(!folder.names("out").contains { $0.hasPrefix("person-") })
    #expect(folder.text("out/notes.txt") == "ours")
    folder.write("taken.html", [])
    let foreign = Workdir(["index.html": "ours"])
    #expect(weft(["site", harbour, "-o", foreign.path, "--no-figures"]).status != 0)
    #expect(foreign.text("index.html") == "ours" && foreign.names() == ["index.html"])
  }

  /// A school of three people is named, and nothing is told of it.
  @Test func nothingIsToldOfASchoolOfThree() throws {
    let folder = Workdir()
    for file in try FileManager.default.contentsOfDirectory(atPath: harbour) {
      var text = try String(contentsOfFile: harbour + "/" + file, encoding: .utf8)
      if file == "people.csv" {
        var left = 3
        text = text.components(separatedBy: "\n").filter { line in
          guard line.contains(",H04,") else { return true }
          left -= 1
          return left >= 0
        }.joined(separator: "\n")
      }
      folder.write(file, Array(text.utf8))
    }
    let copy = Copy(folder.path)
    #expect(copy.outcome.status == 0, "\(copy.outcome.err)")
    let name = "Larkrise Primary School"
    let page = try #require(copy.files["school-larkrise-primary-school.html"])
    #expect(page.contains("nothing of it is shown") && !page.contains("What its people know"))
    let row = try #require(copy.rows("silos.csv").first { $0["group"] == name })
    #expect(row["outside"] == "c" && row["range"] == "c" && row["word"] == "Not shown")
    for (file, text) in copy.files {
      let isOfPlaces =
        file.hasPrefix("school") || file.hasPrefix("team") || file.hasPrefix("partner")
        || ["silos.", "silos-table."].contains { file.hasPrefix($0) } || file == "search-index.js"
        // Who took part, by name and without a number.
        || ["goals.", "stories.", "ideas.", "decisions.", "voices."].contains {
          file.hasPrefix($0)
        }
      #expect(isOfPlaces || !holds(text, name[...]), "\(file)")
    }
    // Another is hidden with it, so that no sum tells of the three.
    #expect(copy.rows("silos.csv").count { $0["outside"] == "c" } >= 2)
  }

  @Test func hostileNamesStayNames() {
    let hostile = "<script>alert(1)</script>"
    let quoted = "\"\" onmouseover=\"\"alert(2)"
    let folder = Workdir([
      "people.csv": "id,name,school,team,role\n"
        + (1...24).map {
          "../P\($0),\"\(hostile) \($0)\",S\($0 % 2),T\($0 % 3),\"\(quoted)\""
        }.joined(separator: "\n"),
      "schools.csv":
        "id,name,phase,hub\nS0,\"\(hostile)\",\"<b>\",\"<i>\"\nS1,\"../../etc/passwd\",x,y\n",
      "teams.csv":
        "id,name,school\nT0,\"\(hostile)\",S0\nT1,\"\(quoted)\",S1\nT2,javascript:alert(3),S1\n",
      "partners.csv": "id,name,sector\nX1,\"\(hostile)\",\"\(quoted)\"\nX2,\"\(hostile)\",other\n",
      "partnerships.csv": "partner,with,gives\nX1,S0,\"\(hostile)\"\nX2,trust,\"\(quoted)\"\n",
      "expertise.csv": "person,topic,level,evidence\n"
        + (1...24).map { "../P\($0),\"\(hostile) \($0 % 4)\",3,self" }.joined(separator: "\n"),
      "collaborations.csv": "from,to\n"
        + (1...24).flatMap { a in
          (1...24).filter { $0 > a && (a * $0) % 3 != 1 }.map { "../P\(a),../P\($0)" }
        }.joined(separator: "\n"),
    ])
    let copy = Copy(folder.path, ["--names", "full", "--title", "<i>Trust</i>", "--no-figures"])
    #expect(copy.outcome.status == 0, "\(copy.outcome.err)")
    #expect(copy.pages.count > 40)
    var escaped = 0
    for (name, html) in copy.pages {
      #expect(name.wholeMatch(of: #/[a-z0-9-]+\.html/#) != nil, "\(name)")
      #expect(
        !html.contains("<script>") && !html.contains("<b>\"") && !html.contains("<i>"), "\(name)")
      #expect(html.firstMatch(of: #/<[^>]*\son\w+\s*=/#) == nil, "\(name)")
      #expect(!html.contains("href=\"javascript"), "\(name)")
      escaped += html.contains("&lt;script&gt;alert(1)&lt;/script&gt;") ? 1 : 0
    }
    #expect(escaped > 20)
    #expect(copy.files["search-index.js"]?.contains("</script>") == true)
  }

  @Test func aTrustOfPeopleAndTiesAloneHasEveryPageAndInventsNothing() throws {
    let folder = Workdir([
      "people.csv": "id,name\n" + (1...12).map { "p\($0),Person \($0)" }.joined(separator: "\n"),
      "collaborations.csv": "from,to\n" + (2...12).map { "p1,p\($0)" }.joined(separator: "\n"),
    ])
    let copy = Copy(folder.path)
    #expect(copy.outcome.status == 0, "\(copy.outcome.err)")
    let home = try #require(copy.files["index.html"])
    for words in [
      "Nothing can be said of silos", "Nothing in the files groups people.",
      "We do not know who knows what", "We do not know how partnerships stand",
    ] { #expect(home.contains(words), "\(words)") }
    #expect(!home.contains("Nobody knows") && !home.contains("No partnership"))
    for page in ["silos", "find", "missing", "partnerships", "schools", "partners"] {
      #expect(copy.files[page + ".html"] != nil, "\(page)")
    }
  }

  /// One school has no other to stand beside, and what no file tells of is a subject, not the name of a file.
  @Test func oneSchoolStandsAloneAndWhatIsNotOnRecordIsSaidInWords() throws {
    let pairs = (0..<40).map { "p\($0 % 20),p\(($0 * 3 + 1 + $0 / 20) % 20)" }
    let folder = Workdir([
      "people.csv": "id,name,school\n"
        + (0..<20).map { "p\($0),Person \($0),Ash School" }.joined(separator: "\n"),
      "collaborations.csv": "from,to\n" + pairs.joined(separator: "\n"),
      "partners.csv": "id,name,sector\nX1,Club,charity\n",
      "partnerships.csv": "partner,with,agreement\nX1,Ash School,no\n",
    ])
    let copy = Copy(folder.path, ["--no-figures"])
    #expect(copy.outcome.status == 0, "\(copy.outcome.err)")
    #expect(copy.heading("schools.html") == "1 school")
    let school = try #require(copy.files["school-ash-school.html"])
    #expect(school.contains("there is no other to compare it with"))
    #expect(school.contains("There is no other school to work with on record."))
    #expect(!school.contains("no recorded tie") && !school.contains("another school"))
    for (page, subject) in [
      ("goals", "Goals are"), ("stories", "Stories are"), ("ideas", "Ideas are"),
      ("decisions", "Decisions are"), ("voices", "Whose voice is heard is"),
      ("events", "Meetings are"),
    ] {
      #expect(copy.heading(page + ".html") == "\(subject) not on record", "\(page)")
      #expect(copy.files[page + ".html"]?.contains("There is no ") == true, "\(page)")
    }
    // Nobody was asked how far they trust the other side.
    let list = try #require(copy.files["partnerships.html"])
    #expect(list.contains("Club") && !list.contains("We trust") && !list.contains("unknown"))
    #expect(Self.plain.files["partnerships.html"]?.contains("We trust") == true)
  }

  /// A word with no room in a column breaks; the page does not scroll for it.
  @Test(.enabled(if: Accessibility.tools != nil, Accessibility.missing))
  func aLongWordWidensNoPage() throws {
    var files = Self.plain.files
    files["schools.html"] = files["schools.html"]?.replacingOccurrences(
      of: ">Beacon Academy<", with: ">\(String(repeating: "Llanfairpwll", count: 6))<")
    #expect(files["schools.html"] != Self.plain.files["schools.html"])
    for reading in try Accessibility.read(["schools.html"], of: files, at: [390, 320]) {
      #expect(reading.reach <= reading.width, "\(reading.reach) at \(reading.width)")
    }
  }

  /// Pages of every kind, at the width of a desk, a phone and a small phone.
  @Test(.enabled(if: Accessibility.tools != nil, Accessibility.missing))
  func nothingBarsAnybody() throws {
    let kinds = [
      "index", "find", "silos", "silos-map", "silos-matrix", "silos-table", "topic-phonics",
      "topic-sign-language", "missing", "partnerships",
      "partnership-young-carers-project-with-millbrook-high-school", "schools",
      "school-northgate-academy", "school-harbour-academy",
      "partners", "partner-young-carers-project", "numbers", "privacy", "accessibility", "version",
      "404",
    ].map { $0 + ".html" }
    let team = try #require(Self.named.pages.first { $0.name.hasPrefix("team-") }).name
    let person = try #require(Self.named.pages.first { $0.name.hasPrefix("person-") }).name
    let plain = try Accessibility.read(kinds, of: Self.plain.files, at: [1280, 390, 320])
    let named = try Accessibility.read(
      ["topic-phonics.html", team, person], of: Self.named.files, at: [1280, 390, 320])
    #expect(plain.count == 3 * kinds.count && named.count == 9)
    for reading in plain + named {
      #expect(reading.passes >= 20, "\(reading.page) at \(reading.width)")
      #expect(reading.faults.isEmpty, "\(reading.page) at \(reading.width): \(reading.faults)")
      #expect(
        reading.reach <= reading.width, "\(reading.page) scrolls sideways at \(reading.width)")
    }
  }

  @Test(.enabled(if: Accessibility.tools != nil, Accessibility.missing))
  func theSearchAnswersInThePage() throws {
    let folder = Workdir(Self.plain.files)
    let page = try Accessibility.document(
      "file://\(folder.path)/find.html?q=who%20knows%20about%20dyslexia%20qqq", in: folder)
    #expect(page.contains("<a href=\"topic-send.html\">Dyslexia</a>"))
    #expect(page.contains("“qqq” matched nothing"))
    let nothing = try Accessibility.document(
      "file://\(folder.path)/find.html?q=%3Cqq%3Eqqq%3C%2Fqq%3Ezzq", in: folder)
    #expect(nothing.contains("Nothing is listed for"))
    #expect(nothing.contains("That does not mean nobody knows it."))
    #expect(!nothing.contains("<qq>qqq"))
  }
}
