import Foundation
import TestSupport
import Testing

private let harbour = packageFolder + "/Data/harbour-trust"

/// The commands about partnerships and purpose, run as their users run them.
@Suite struct PartnershipCommandTests {
  /// Ties with partners that had not begun are no sign that nobody recorded any.
  @Test func contactsOfOtherTimesAreNotUnrecorded() {
    let before = weft(["outward", harbour, "--period", "2024-06-01"])
    #expect(
      before.out.hasPrefix(
        "Who was in touch with partners then is not on record: the ties with them in the files are of other times."
      ))
    let now = weft(["outward", harbour])
    #expect(!now.out.contains("is not on record") && now.out.contains("have a tie with somebody"))
  }

  /// A leader's five questions, answered from one command.
  @Test func fiveQuestions() {
    let outcome = weft(["partners", harbour])
    #expect(outcome.status == 0)
    for sentence in [
      "3 depend on one person: Young Carers Project with Millbrook High School,",
      "1 review is overdue: Young Carers Project with Millbrook High School.",
      "the sides stand two steps apart or more in 1: Young Carers Project with Millbrook High School.",
      "We have no partnership in police on record.",
      "Evidence of impact: 7 of 68 have a story with its effect,",
    ] {
      #expect(outcome.out.contains(sentence), "\(sentence)")
    }
    let lines = outcome.out.split(separator: "\n").map(String.init)
    let first = lines.firstIndex { $0.hasPrefix("partner ") }.map { lines[$0 + 1] } ?? ""
    #expect(first.hasPrefix("Young Carers Project") && first.hasSuffix("red"))
  }

  @Test func onePartnershipByIdOrPartnersName() {
    let one = weft(["partners", harbour, "X20/H13"])
    #expect(one.out.contains("Review overdue since 31 March 2026. Hold the review this term"))
    #expect(one.out.contains("trust        high     low  c             3             3"))
    #expect(weft(["partners", harbour, "young carers project"]).out == one.out)
    let several = weft(["partners", harbour, "X11"])
    #expect(several.out.contains("Virtual School has 3 partnerships."))
    let typo = weft(["partners", harbour, "Virtual Shcool"])
    #expect(typo.status == 64 && typo.err.contains("Did you mean \"Virtual School\"?"))
  }

  @Test func asAtAnotherDay() {
    let before = weft(["partners", harbour, "--as-at", "2026-03-01"])
    #expect(before.out.contains("No review is overdue on 1 March 2026."))
    #expect(weft(["partners", harbour, "--as-at", "soon"]).status == 64)
  }

  /// A partnership that is over is in no figure, and was in all of them while it lasted; one whose last day lies ahead is under way.
  @Test func whatHasEndedCountsNoMore() {
    let trust = Workdir([
      "people.csv": "id,name,school\nP1,Amy Ball,S1\nP2,Ben Hill,S1\n",
      "schools.csv": "id,name\nS1,Oakfield\n",
      "collaborations.csv": "from,to,started\nP1,P2,2024-09-01\n",
      "partners.csv": "id,name\nX1,Coast Library\nX2,River Trust\n",
      "partnerships.csv":
        "partner,with,lead,started,review_due,ended\nX1,S1,P1,2024-09-01,2025-06-01,2026-03-31\nX2,S1,P2,2024-09-01,2025-09-01,2031-08-31\n",
      "ratings.csv":
        "partner,with,side,item,score,date,rater\nX1,S1,ours,mission,3,2026-02-01,r1\nX2,S1,ours,mission,3,2026-06-01,r1\n",
    ])
    func rows(_ more: String...) -> Set<String> {
      Set(csvRows(weft(["partners", trust.path, "--csv"] + more).out).compactMap { $0["id"] })
    }
    #expect(rows() == ["X2/S1"])
    #expect(rows("--as-at", "2025-12-01") == ["X1/S1", "X2/S1"])
    let said = weft(["partners", trust.path]).out
    #expect(
      said.contains(
        "1 partnership has ended and counts no more: Coast Library with Oakfield (31 March 2026)."))
    #expect(said.contains("1 review is overdue: River Trust with Oakfield."))
    for text in ["coast library", "Coast", "X1", "x1/s1"] {
      let one = weft(["partners", trust.path, text])
      #expect(
        one.err.contains("Coast Library with Oakfield ended on 31 March 2026") && one.out.isEmpty,
        "\(text)")
    }
  }

  /// Five steps, each about something else, by six weeks after the day of the files; and where the files do not tell, what to add.
  @Test func fiveSmallThings() {
    let rows = weft(["next", harbour, "--csv"]).out.split(separator: "\r\n").dropFirst()
    #expect(rows.count == 5 && Set(rows.map { $0.prefix { $0 != "," } }).count == 5)
    #expect(rows.allSatisfy { $0.contains(",2026-12-24,") })
    #expect(
      rows.contains {
        $0.hasPrefix("partnerships,")
          && $0.contains("Young Carers Project with Millbrook High School")
      })
    let few = Workdir()
    few.write("people.csv", Array("id,school\np1,A\np2,A\np3,B\np4,B\n".utf8))
    few.write("collaborations.csv", Array("from,to\np1,p2\np3,p4\n".utf8))
    let bare = weft(["next", few.path])
    #expect(bare.status == 0 && bare.out.contains("Add partnerships.csv."))
    #expect(bare.out.contains("whoever keeps the data") && !bare.out.contains(" by  2"))
  }

  @Test func formsForPrograms() throws {
    let csv = weft(["partners", harbour, "--csv"])
    #expect(csv.out.hasPrefix("id,partner,with,sector,status,flags,why,action,lead,people,"))
    #expect(csv.out.split(separator: "\r\n").count == 69)
    let sectors = weft(["partners", harbour, "--csv", "--table", "sectors"])
    #expect(sectors.out.contains("police,2,0,6"))
    let json = weft(["goals", harbour, "--json"])
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any])
    #expect(value["schema_version"] as? Int == 1 && json.err.isEmpty)
    #expect(
      (value["tables"] as? [String: Any])?.keys.sorted() == [
        "goals", "missed", "overlap", "progress", "tree",
      ])
    let wrong = weft(["goals", harbour, "--csv", "--table", "gaols"])
    #expect(
      wrong.status == 64
        && wrong.err.contains("The tables are goals, tree, progress, overlap and missed."))
    #expect(weft(["goals", harbour, "--table", "tree"]).status == 64)
  }

  /// Without the files each command says what is missing, and leaves well.
  @Test(arguments: [
    "partners", "goals", "stories", "ideas", "decisions", "voices", "events", "outward", "match",
    "prospects", "teams", "purpose", "evidence",
  ]) func withoutTheFiles(_ command: String) {
    let folder = Workdir([
      "people.csv": "id,name\n1,A\n2,B\n", "collaborations.csv": "from,to\n1,2\n",
    ])
    let outcome = weft([command, folder.path])
    #expect(outcome.status == 0 && !outcome.out.isEmpty, "\(outcome.err)")
    // An empty table goes with a sentence.
    let csv = weft([command, folder.path, "--csv"])
    #expect(csv.status == 0 && !(csv.out.isEmpty && csv.err.isEmpty), "\(command)")
  }

  /// What is not in the files is said to be missing, not to be lacking.
  @Test func whatNobodyRecordedIsNoFinding() {
    let folder = Workdir([
      "people.csv": "id,name,school\n1,A,S\n2,B,T\n", "collaborations.csv": "from,to\n1,2\n",
      "partnerships.csv": "partner,with\nClub,S\n", "ideas.csv": "idea\nSwap\n",
      "goals.csv": "id,statement\nG,\(String(repeating: "long ", count: 90))\n",
    ])
    let partners = weft(["partners", folder.path]).out
    for sentence in [
      "1 partnership with 1 partner: 0 red, 0 to watch and 1 steady.",
      "Who is in touch with partners is not recorded", "The sectors of partners are not recorded",
    ] {
      #expect(partners.contains(sentence), "\(sentence)")
    }
    #expect(
      weft(["ideas", folder.path]).out.hasPrefix("1 idea; who took it up is not recorded.\n"))
    #expect(weft(["teams", folder.path]).out.hasPrefix("No file names a team or a working group:"))
    let goals = weft(["goals", folder.path]).out.split(separator: "\n")
    #expect(goals.allSatisfy { $0.count < 230 })
  }

  @Test func theIdeaFigure() throws {
    let drawn = weft(["draw", "ideas", harbour, "-o", "-"])
    #expect(
      drawn.out.contains(
        "Five of six ideas taken up came through a bridge, where chance would give hardly one"))
    #expect(!drawn.out.contains("P0638"))
    let none = Workdir([
      "people.csv": "id,name,school\n1,A,S\n2,B,T\n3,C,S\n4,D,T\n",
      "collaborations.csv": "from,to\n1,2\n",
    ])
    let missing = weft(["draw", "ideas", none.path, "-o", "-"])
    #expect(
      missing.status == 65
        && missing.err.contains(
          "There are no ideas to follow. Add ideas.csv (idea, origin, carried_by, adopted_by).")
    )
  }

  @Test func whoIsNotThere() {
    for (arguments, message) in [
      (
        ["between", harbour, "department", "inclusoin", "--by", "team-kind"],
        "Did you mean \"inclusion\"?"
      ),
      (["between", harbour, "H01", "H01"], "are the same group"),
      (
        ["between", harbour, "T01", "T02"],
        "There is no school \"T01\": T01 is a team, so add --by team."
      ),
      (
        ["between", harbour, "H11", "moorland", "--by", "team"],
        "There is no team \"H11\": H11 is a school, so add --by school."
      ),
      (["without", harbour, "P9999"], "There is no person \"P9999\"."),
      (["without", harbour], "Say without whom"),
      (["without", harbour, "--role", "Advisor"], "Did you mean Adviser?"),
      (["events", harbour, "--event", "E99", "--add", "T35"], "There is no event \"E99\"."),
      (["events", harbour, "--event", "E07"], "Write both --event and --add"),
      (["local", harbour, "Estury"], "Did you mean \"Estuary\"?"),
      (["compare", harbour, "--from", "2026-09-01", "--to", "2026-01-01"], "is not before"),
    ] {
      let outcome = weft(arguments)
      #expect(outcome.status == 64 && outcome.err.contains(message), "\(arguments): \(outcome.err)")
    }
  }

  @Test func statementsOfOnesOwn() {
    let folder = Workdir([
      "people.csv": "id,name,school\n1,A,S\n2,B,T\n3,C,S\n4,D,T\n",
      "collaborations.csv": "from,to\n1,2\n",
      "statements.csv": "statement,measure,hoped_for\n\"We work \"\"together\"\"\",e-i,0.5\n",
    ])
    let good = weft(["evidence", folder.path])
    #expect(good.out.contains("We work \"together\"") && good.out.contains("1 holds, 0 fall short"))
    folder.write("statements.csv", Array("statement,measure\nx,e-j\n".utf8))
    let wrong = weft(["evidence", folder.path])
    #expect(
      wrong.status == 65
        && wrong.err.contains("row 2: There is no measure \"e-j\". Did you mean e-i?"))
    let starter = weft(["evidence", harbour, "--starter"])
    #expect(starter.out.hasPrefix("theme,statement,measure,hoped_for\r\n"))
    folder.write("statements.csv", Array(starter.out.utf8))
    #expect(weft(["evidence", folder.path]).status == 0)
  }

  /// The files of the southern women: the published projection, from the command.
  @Test func southernWomen() {
    let outcome = weft(["events", packageFolder + "/Data/southern-women"])
    #expect(
      outcome.out.contains("18 people met at them, 139 pairs in all, 91% of those possible."))
    #expect(outcome.out.contains("none has more than 50 people"))
  }
}

/// What must stand in no output, looked for in every output.
@Suite struct ConfidenceTests {
  /// A trust whose raters, hidden lead and excluded guest carry names found nowhere else.
  private static let files: [String: String] = [
    "people.csv":
      "id,name,school,visibility\nHIDDENID,Hidden Person,S1,hidden\nEXCLID,Excluded Person,S1,excluded\n"
      + (1...12).map { "P\($0),Name \($0),S\($0 % 2 + 1),\n" }.joined(),
    "collaborations.csv":
      "from,to\nHIDDENID,X1\nP1,X1\nP2,P3\nP4,P5\nP1,P3\nEXCLID,X1\nHIDDENID,P1\n",
    "partners.csv": "id,name,sector,offers\nX1,Clinic,health,drama\nX2,Club,charity,\n",
    "partnerships.csv": "partner,with,lead\nX1,S1,HIDDENID\nX2,S2,EXCLID\n",
    "ratings.csv": "partner,with,side,item,score,rater\n"
      + ["reliability", "mission", "openness"].flatMap { item in
        ["RATER-SECRET-1", "RATER-SECRET-2"].map { "X1,S1,theirs,\(item),1,\($0)\n" }
          + ["RATER-SECRET-3", "RATER-SECRET-4", "RATER-SECRET-5"].map {
            "X1,S1,ours,\(item),4,\($0)\n"
          }
      }.joined() + "X1,S1,theirs,mission,9,RATER-SECRET-6\nX1,S1,theirs,mission,1,EXCLID\n",
    "events.csv": "id,kind\nE1,meeting\n",
    "attendance.csv": "event,person\nE1,HIDDENID\nE1,EXCLID\nE1,P1\nE1,X1\n",
    "goals.csv": "id,statement,owner\nG1,Drama,HIDDENID; EXCLID\n",
    "stories.csv": "title,who,impact\nA story,HIDDENID; EXCLID; X1,better\n",
    "ideas.csv":
      "idea,origin,carried_by,adopted_by,trialled_by,dropped_by\nAn idea,X1,HIDDENID,S1; S2,,EXCLID\nAnother,HIDDENID,P1,S1,HIDDENID,P2\n",
    "expertise.csv": "person,topic,level\nHIDDENID,Falconry,5\nP1,Phonics,2\n",
    "needs.csv": "need,from,asked_of\nDrama,HIDDENID,EXCLID\n",
    "decisions.csv": "decision,decided_by,consulted,affects\nA rule,HIDDENID,EXCLID,S1\n",
  ]

  private static let commands = [
    ["partners"], ["partners", "X1/S1"], ["goals"], ["purpose"], ["events"], ["stories"], ["ideas"],
    ["decisions"], ["voices"], ["outward"], ["match"], ["prospects"], ["teams"], ["evidence"],
    ["without", "P1"], ["between", "S1", "S2"],
    ["compare", "--from", "2020-01-01", "--to", "2021-01-01"], ["balance", "P1"],
  ]

  private func mustNotBeThere(_ text: String, _ place: String) {
    for secret in [
      "RATER", "SECRET", "HIDDENID", "Hidden Person", "EXCLID", "Excluded Person", "hidden person",
      // What nobody but the hidden person knows.
      "know Falconry", "lead on Falconry",
    ] {
      #expect(!text.contains(secret), "\(place) holds \(secret)")
    }
  }

  @Test func noOutputOfAnyCommand() {
    let folder = Workdir(Self.files)
    for command in Self.commands {
      for form in [[], ["--json"], ["--csv"], ["--plain"]] {
        for names in form.isEmpty ? ["pseudonym", "full"] : ["full"] {
          let isNaming = !["compare", "events", "evidence", "match", "purpose"].contains(command[0])
          let arguments =
            [command[0], folder.path] + command.dropFirst() + form
            + (isNaming ? ["--names", names] : [])
          let outcome = weft(Array(arguments))
          // Of people of a school of few, one by one, only a copy with names tells.
          let isOfOne = ["without", "balance"].contains(command[0]) && names == "pseudonym"
          #expect(outcome.status == (isOfOne ? 64 : 0), "\(arguments): \(outcome.err)")
          mustNotBeThere(outcome.out + outcome.err, "\(arguments)")
        }
      }
    }
  }

  /// The two raters on their side both gave 1: no mean of theirs, and no gap, may be told.
  @Test func nothingOfTwoRaters() throws {
    let folder = Workdir(Self.files)
    let csv = weft(["partners", folder.path, "--csv"])
    let lines = csv.out.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let header = lines[0].map(String.init)
    let row = try #require(lines.first { $0[0] == "X1/S1" })
    func cell(_ name: String) -> Substring {
      header.firstIndex(of: name).map { row[$0] } ?? "missing"
    }
    #expect(cell("trust_ours") == "high" && cell("trust_theirs") == "c")
    #expect(
      cell("trust_gap").isEmpty && cell("raters_theirs").isEmpty && cell("raters_ours") == "3")
    let page = weft(["partners", folder.path, "X1/S1"]).out
    #expect(!page.contains("apart") && !page.contains("1.0") && !page.contains("they at"))
  }

  @Test func noFileOfAMap() {
    let folder = Workdir(Self.files)
    #expect(weft(["map", folder.path, "-o", folder.path + "/out"]).status == 0)
    for name in folder.names("out") {
      mustNotBeThere(
        String(decoding: folder.bytes("out/" + name) ?? [], as: UTF8.self), name)
    }
    #expect(folder.names("out").contains("partners.csv"))
  }

  /// Rows of ratings that cannot be used are counted, and never copied.
  @Test func noRowOfRatingsSetAside() {
    let folder = Workdir(Self.files)
    let outcome = weft(["check", folder.path, "--set-aside", folder.path + "/rows"])
    #expect(outcome.status == 65)
    #expect(outcome.err.contains("some rows not written"))
    for name in folder.names("rows") {
      #expect(folder.text("rows/" + name)?.contains("RATER") == false)
    }
    #expect(!outcome.out.contains("RATER"))
  }

  /// The order of rows changes no byte of any table.
  @Test func theOrderOfRows() {
    let ratings = "ratings.csv"
    var files = Self.files
    for (name, text) in files where name != "people.csv" && name != ratings {
      let lines = text.split(separator: "\n").map(String.init)
      files[name] = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
    }
    let lines = (files[ratings] ?? "").split(separator: "\n").map(String.init)
    files[ratings] = ([lines[0]] + lines.dropFirst().sorted()).joined(separator: "\n") + "\n"
    let (one, two) = (Workdir(Self.files), Workdir(files))
    let key = ["WEFT_PSEUDONYM_KEY": "the same"]
    for command in ["partners", "goals", "events", "ideas", "decisions", "voices", "evidence"] {
      #expect(
        weft([command, one.path, "--json"], environment: key).out
          == weft([command, two.path, "--json"], environment: key).out,
        "\(command)")
    }
  }

  @Test func hostileNames() {
    let odd = [
      "=HYPERLINK(1)", "<b>|x|</b>", "\u{5E9}\u{5DC}\u{5D5}\u{5DD}", "🎭 Theatre",
      String(repeating: "long ", count: 100),
    ]
    let folder = Workdir([
      "people.csv": "id,name,school\n1,A,S\n2,B,T\n", "collaborations.csv": "from,to\n1,2\n",
      "partners.csv": "id,name\n" + odd.enumerated().map { "X\($0),\"\($1)\"\n" }.joined(),
      "partnerships.csv": "partner,with\n" + odd.indices.map { "X\($0),trust\n" }.joined(),
    ])
    let csv = weft(["partners", folder.path, "--csv"])
    #expect(csv.status == 0 && !csv.out.contains("\n=") && !csv.out.contains(",="))
    #expect(weft(["partners", folder.path]).out.contains("🎭 Theatre"))
    #expect(weft(["map", folder.path, "-o", folder.path + "/out"]).status == 0)
    #expect(folder.text("out/summary.md")?.contains("<b>") == false)
  }
}
