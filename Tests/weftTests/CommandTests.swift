import Foundation
import TestSupport
import Testing

@testable import Commands

private let harbour = packageFolder + "/Data/harbour-trust"
private let karate = packageFolder + "/Data/karate-club"

@Suite struct CommandTests {
  @Test func helpSaysWhatItIsForAndTheExitCodes() {
    let help = weft(["--help"])
    #expect(help.status == 0)
    #expect(help.out.contains("Where are our silos"))
    for code in ["65 the data cannot be used", "66 a file or folder is missing", "78 weft.toml"] {
      #expect(
        help.out.replacing("\n", with: " ").replacing("  ", with: " ").contains(code), "\(code)")
    }
    #expect(!help.out.contains("layout-worker"))
    for command in [
      "map", "check", "silos", "boundaries", "bridges", "show", "draw", "measures", "explain",
      "find", "path", "gaps", "site",
      "init", "sample", "import", "export", "survey", "doctor",
    ] {
      let page = weft([command, "--help"])
      #expect(page.status == 0 && page.out.contains("weft \(command)"), "\(command)")
    }
  }

  /// Each command stands once, under those who ask.
  @Test func commandsStandUnderWhoAsks() {
    let help = weft(["--help"]).out
    let groups = help.split(separator: "\n\n").filter { $0.hasPrefix("FOR ") }
    #expect(
      groups.map { $0.prefix { $0 != "\n" } } == [
        "FOR LEADERS:", "FOR STAFF:", "FOR GOVERNANCE:", "FOR WHOEVER KEEPS THE DATA:",
        "FOR PROGRAMS:",
      ])
    let listed = groups.flatMap { group in
      group.split(separator: "\n").dropFirst().filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
        .compactMap { $0.split(separator: " ").first.map(String.init) }
    }
    #expect(listed.sorted() == CommandWords.offered.sorted())
    #expect(Set(listed).count == listed.count)
    #expect(!help.contains("SUBCOMMANDS"))
  }

  /// How files are read is listed once, and taken everywhere.
  @Test func optionsForFilesStandInOnePlace() throws {
    let options = [
      "--people", "--collaborations", "--schools", "--teams", "--partners", "--expertise",
      "--topics", "--column", "--delimiter", "--title", "--directed", "--parallel", "--scale-zero",
      "--kind", "--confirmed",
    ]
    let page = weft(["help", "files"])
    #expect(page.status == 0 && page.err.isEmpty)
    for option in options { #expect(page.out.contains("  \(option)"), "\(option)") }
    #expect(weft(["files"]) == page && weft(["files", "--help"]) == page)
    for command in CommandWords.offered
    where !["sample", "init", "import", "survey", "files"].contains(command) {
      let help = weft([command, "--help"]).out
      for option in options { #expect(!help.contains("  \(option) "), "\(command) \(option)") }
      #expect(help.contains("<folder>") == help.contains("see weft help files"), "\(command)")
    }
    #expect(weft(["silos", "--help-hidden"]).out.contains("  --delimiter"))
    let trust = Workdir([
      "staff.csv": "id;name;place\n1;Ann;S\n2;Bo;S\n3;Cy;T\n4;Di;T\n",
      "edges.csv": "from;to\n1;2\n2;3\n3;4\n",
    ])
    let read = weft([
      "boundaries", trust.path, "--people", "staff.csv", "--delimiter", "semicolon", "--column",
      "people.school=place", "--title", "Ours",
    ])
    #expect(
      read.status == 0 && read.err.hasPrefix("Ours: 4 people, 3 recorded ties"), "\(read.err)")
    let wrong = weft(["silos", trust.path, "--delimiter", "dot"])
    #expect(
      wrong.status == 64
        && wrong.err.hasPrefix("--delimiter \"dot\": write comma, semicolon, tab or bar."))
  }

  @Test func whatIsNotUnderstood() {
    #expect(weft(["mapp", harbour]).status == 64)
    #expect(weft(["silos"]).status == 64)
    #expect(weft(["silos", harbour, "--depth", "9"]).status == 64)
    #expect(weft(["silos", harbour, "--json", "--csv"]).status == 64)
    let typo = weft(["silos", harbour, "--by", "schol"])
    #expect(typo.status == 64)
    #expect(
      typo.err.contains(
        "There is no column \"schol\" to group people by. Did you mean school? The files offer school, hub, phase, team, team-kind or role."
      ))
  }

  @Test(arguments: ["bridges", "match", "prospects"]) func aListHasAtLeastOneRow(command: String) {
    let outcome = weft([command, harbour, "--top", "0"])
    #expect(outcome.status == 64)
    #expect(outcome.err.contains("--top 0: write a number above 0."))
  }

  @Test func missingFolder() {
    let outcome = weft(["map", "/nowhere/at/all", "-o", "/tmp/x"])
    #expect(outcome.status == 66)
    #expect(
      outcome.err
        == "There is no folder \"/nowhere/at/all\". `weft sample /nowhere/at/all` makes one to try.\n"
    )
  }

  @Test func silos() {
    let outcome = weft(["silos", harbour])
    #expect(outcome.status == 0)
    #expect(
      outcome.out.contains(
        "Northgate Academy keeps to itself: 2% of its 144 ties lead out; at its size the other schools would have 34%, and 95% would by chance (E-I -0.96, expected +0.91)."
      ))
    #expect(outcome.out.contains("chance alone would have 94% do so"))
    let json = weft(["silos", harbour, "--by", "hub", "--json"])
    let root = try? JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any]
    let rows = root?["groups"] as? [[String: Any]]
    #expect(rows?.count == 3 && rows?.first?["boundary"] as? String == "hub")
    #expect(root?["schema_version"] as? Int == 2 && root?["depth"] as? Int == 1)
    #expect(json.err.isEmpty)
    let csv = weft(["silos", karate, "--csv"])
    #expect(csv.out.hasPrefix("boundary,id,name,people,asked,answered,ties,outside_share"))
    #expect(csv.out.contains("club,Mr. Hi,Mr. Hi,17,"))
    let plain = weft(["silos", karate, "--plain"])
    #expect(plain.out.split(separator: "\n").allSatisfy { $0.split(separator: "\t").count > 10 })
  }

  /// Education and inclusion meet, and hardly work jointly: depth 1 alone would hide it.
  @Test func theGapThatContactHides() {
    let sentence =
      "Department and inclusion are in contact about as often as chance would have it (1.03 times), but hardly work jointly: at depth 3 (coordination) or more they have 18 ties, where chance would give 221 (0.08 times)."
    #expect(weft(["silos", harbour, "--by", "team-kind", "--depth", "4"]).out.contains(sentence))
  }

  @Test func thresholds() {
    let crossed = weft(["silos", karate, "--fail-if", "e-i<-0.5", "--fail-if", "silos>5"])
    #expect(crossed.status == 3)
    #expect(crossed.err.hasSuffix("e-i is -0.7179, which crosses e-i<-0.5.\n"))
    #expect(weft(["silos", karate, "--fail-if", "e-i<-0.9"]).status == 0)
    #expect(weft(["silos", harbour, "--fail-if", "silos>0"]).status == 3)
    #expect(weft(["bridges", harbour, "--fail-if", "single-holders>=1"]).status == 3)
    let unknown = weft(["silos", karate, "--fail-if", "silo>0"])
    #expect(unknown.status == 64)
    #expect(
      unknown.err.contains(
        "--fail-if: there is no figure \"silo\". Did you mean silos? `weft measures` lists them."))
    let bad = weft(["silos", karate, "--fail-if", "silos"])
    #expect(
      bad.status == 64
        && bad.err.contains(
          "--fail-if \"silos\": write a figure, one of < <= > >=, and a number, as in silos>0.")
    )
    let none = weft(["silos", karate, "--fail-if", "coverage<0.7"])
    #expect(none.status == 65)
    #expect(
      none.err.contains("--fail-if coverage<0.7: coverage has no value in these data."))
    #expect(
      weft(["silos", karate, "--fail-if", "constraint>3"]).err.contains(
        "constraint is a figure of people or groups, not of the network."))
  }

  @Test func boundaries() {
    let outcome = weft(["boundaries", harbour])
    #expect(
      outcome.out.hasPrefix(
        "Whether school or hub divides more, once the others are allowed for, these data cannot tell: by school 77% of the ties"
      ))
    let csv = weft(["boundaries", harbour, "--csv"])
    #expect(
      csv.out.split(separator: "\r\n").dropFirst().first?.hasPrefix("school,18,0.2") == true)
    #expect(weft(["boundaries", karate]).out.contains("club"))
  }

  @Test func roles() throws {
    let json = weft(["bridges", karate, "--role", "gatekeeper", "--json", "--names", "full"])
    let root = try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any]
    let roles = try #require(root?["roles"] as? [[String: Any]])
    let counts = roles.map { $0["count"] as? Int }
    // networkx's clubs, both directions.
    #expect(counts == [510, 20, 128, 128, 0, 786])
    let text = weft(["bridges", karate, "--role", "gatekeeper"])
    #expect(text.out.contains("Ties point no way here, so each chain counts in both directions"))
    #expect(weft(["bridges", karate, "--role", "boss"]).status == 64)
  }

  @Test func showsAGroupAndAPerson() throws {
    let school = weft(["show", harbour, "northgate academy"])
    #expect(school.status == 0)
    #expect(school.out.hasPrefix("Northgate Academy · 57 people · 86% answered\n"))
    #expect(
      school.out.contains(
        "Not shown (no tie, fewer than three people, or to protect such a link): "))
    let hanging = weft(["show", harbour, "school", "Larkrise Primary School"])
    #expect(
      hanging.out.contains("Every tie to other schools is held by one person in the central team"))
    let person = weft(["show", harbour, "person", "P0123"])
    #expect(person.out.contains("P0123 · ") && person.out.contains("Works with "))
    let json = weft(["show", harbour, "P0123", "--json"])
    #expect(json.out.contains("\"kind\" : \"person\""))
    let near = weft(["show", harbour, "nortgate"])
    #expect(near.status == 64)
    #expect(
      near.err
        == "There is no school, team or person \"nortgate\". Did you mean \"Northgate Academy\"?\n"
    )
    // Somebody hidden or left out is nobody here.
    let rows = try String(contentsOfFile: harbour + "/people.csv", encoding: .utf8).split(
      separator: "\n")
    for word in ["hidden", "excluded"] {
      let row = try #require(rows.first { $0.contains(",\(word),") }).split(separator: ",")
      for name in [row[0], row[1]] {
        let outcome = weft(["show", harbour, String(name)])
        #expect(outcome.status == 64 && outcome.out.isEmpty)
        #expect(outcome.err.hasPrefix("There is no school, team or person \""))
      }
    }
  }

  @Test func theCatalogueIsWrittenDown() throws {
    let page = try String(contentsOfFile: packageFolder + "/Docs/Measures.md", encoding: .utf8)
    #expect(weft(["measures", "--markdown"]).out == page)
    let list = weft(["measures", "--json"])
    let rows = try JSONSerialization.jsonObject(with: Data(list.out.utf8)) as? [[String: Any]]
    #expect((rows?.count ?? 0) >= 45)
  }

  @Test func bridges() {
    let outcome = weft(["bridges", harbour])
    #expect(outcome.status == 0)
    #expect(
      outcome.out.contains(
        "Larkrise Primary School and Hillside Infant School depend on one person in the central team"
      ))
    let only = weft(["bridges", harbour, "--only-links"])
    #expect(!only.out.contains("betweenness"))
    let json = weft(["bridges", karate, "--json", "--names", "full"])
    #expect(json.out.contains("\"person\" : \"1\"") && json.out.contains("\"schema_version\" : 1"))
  }

  @Test func measures() {
    let list = weft(["measures"])
    #expect(
      list.status == 0 && list.out.contains("Do people work outside their own group, or inside it?")
    )
    let one = weft(["measures", "e-i"])
    #expect(one.out.contains("(E - I) / (E + I)") && one.out.contains("Krackhardt & Stern (1988)"))
    let typo = weft(["measures", "betweeness"])
    #expect(typo.status == 64 && typo.err.contains("Did you mean betweenness?"))
  }

  @Test func explain() {
    #expect(weft(["explain", "unknown-member"]).out.contains("The row is set aside"))
    #expect(weft(["explain"]).out.split(separator: "\n").count > 60)
    #expect(weft(["explain", "unknown-membr"]).err.contains("Did you mean unknown-member?"))
  }

  @Test func drawEachFormat() {
    let folder = Workdir()
    for (ending, start) in [
      ("svg", "<?xml"), ("pdf", "%PDF"), ("png", "\u{89}PNG"), ("dot", "graph weft"),
    ] {
      let file = folder.path + "/figure." + ending
      let outcome = weft(["draw", "matrix", karate, "-o", file])
      #expect(outcome.status == 0, "\(outcome.err)")
      let bytes = folder.bytes("figure." + ending) ?? []
      #expect(
        String(decoding: bytes.prefix(12), as: Unicode.ASCII.self).hasPrefix(start)
          || ending == "png")
    }
    #expect(weft(["draw", "map", karate, "-o", "figure.gif"]).status == 64)
    #expect(weft(["draw", "map", karate, "-o", "-"]).out.hasPrefix("<?xml"))
    #expect(weft(["draw", "map", karate, "-o", "/nowhere/figure.svg"]).status == 73)
  }

  @Test func initWritesWhatCheckReads() {
    let folder = Workdir()
    #expect(weft(["init", folder.path + "/new"]).status == 0)
    #expect(
      folder.names("new") == [
        "attendance.csv", "collaborations.csv", "decisions.csv", "events.csv", "expertise.csv",
        "goals.csv", "ideas.csv", "needs.csv", "partners.csv", "partnerships.csv", "people.csv",
        "progress.csv", "ratings.csv", "schools.csv", "stories.csv", "teams.csv", "template.xlsx",
        "topics.csv", "weft.toml",
      ])
    #expect(
      folder.text("new/people.csv")?.hasPrefix("id,name,first_name,last_name,school,team,role")
        == true)
    // One example a file, and nothing wrong with any.
    for name in folder.names("new") where name.hasSuffix(".csv") {
      #expect(folder.text("new/" + name)?.split(separator: "\n").count == 2, "\(name)")
    }
    let examples = weft(["check", folder.path + "/new"])
    #expect(examples.status == 0 && examples.out.contains("Nothing to mend."), "\(examples.out)")
    let again = weft(["init", folder.path + "/new"])
    #expect(again.err.contains("people.csv is there already and was left as it is."))
    // Examples go, rows of one's own stay.
    folder.write("new/schools.csv", Array("id,name\nS9,Ours\n".utf8))
    let emptied = weft(["init", folder.path + "/new", "--empty"])
    #expect(emptied.err.contains("schools.csv is there already and was left as it is."))
    #expect(folder.text("new/people.csv")?.split(separator: "\n").count == 1)
    #expect(folder.text("new/schools.csv") == "id,name\nS9,Ours\n")
    // Beside files of one's own there are none.
    folder.write("people.csv", Array("id,name\n1,Amy Ball\n".utf8))
    let here = weft(["init", "."], in: folder.path)
    #expect(here.status == 0 && here.err.contains("weft.toml to this folder.\n"), "\(here.err)")
    #expect(folder.text("teams.csv")?.split(separator: "\n").count == 1)
    let empty = weft(["check", folder.path + "/new"])
    #expect(empty.status == 65 && empty.err.contains("there are no rows under the header"))
  }

  /// The workbook that init writes imports with all its tables.
  @Test func theTemplateImports() {
    let folder = Workdir()
    #expect(weft(["init", folder.path + "/new"]).status == 0)
    let outcome = weft([
      "import", folder.path + "/new/template.xlsx", "-o", folder.path + "/trust", "--no-map",
    ])
    #expect(outcome.status == 0, "\(outcome.err)")
    #expect(
      folder.names("trust") == [
        ".weft-files", "collaborations.csv", "expertise.csv", "import.txt", "partners.csv",
        "partnerships.csv", "people.csv", "schools.csv", "teams.csv",
      ])
    #expect(weft(["check", folder.path + "/trust"]).status == 0)
  }

  @Test func sample() {
    let folder = Workdir()
    #expect(
      weft(["sample", folder.path + "/trust", "--people", "250", "--ties", "800"]).status == 0)
    #expect(weft(["silos", folder.path + "/trust"]).status == 0)
    let again = weft(["sample", folder.path + "/trust"])
    #expect(again.status == 73 && again.err.contains("is not empty"))
    #expect(weft(["sample", folder.path + "/x", "--people", "3"]).status == 64)
  }

  @Test func doctor() {
    let outcome = weft(["doctor"])
    #expect(outcome.status == 0 && !outcome.out.contains("missing"))
  }

  @Test func checkWritesTheRowsItSetAside() {
    let folder = Workdir()
    let outcome = weft(["check", harbour, "--set-aside", folder.path + "/rows"])
    #expect(outcome.status == 65)
    let rows = folder.text("rows/collaborations.set-aside.txt") ?? ""
    #expect(
      rows.hasPrefix(
        "Contains names: not for circulation\nrow,reason,from,to,members,kind,depth"))
    #expect(rows.contains(",self-tie,") && rows.contains(",unknown-member,"))
    #expect(!rows.contains("excluded-person"))
    #expect(outcome.err.contains("not written, because somebody asked to be left out"))
  }

  @Test func settingsAndTheirOrder() {
    let folder = Workdir([
      "people.csv": "id,name,dept,site\n1,A,x,u\n2,B,x,v\n3,C,y,u\n4,D,y,v\n",
      "collaborations.csv": "from,to\n1,2\n3,4\n2,3\n",
      "weft.toml": "boundaries = [\"site\"]\nmin_group = 3\n",
    ])
    func boundary(_ more: [String] = [], _ environment: [String: String] = [:]) -> String {
      let out = weft(["silos", folder.path, "--csv"] + more, environment: environment).out
      return out.split(separator: "\r\n").dropFirst().first.map { String($0.prefix { $0 != "," }) }
        ?? ""
    }
    #expect(boundary() == "site")
    #expect(boundary([], ["WEFT_BOUNDARIES": "dept"]) == "dept")
    #expect(boundary(["--by", "site"], ["WEFT_BOUNDARIES": "dept"]) == "site")
    let wrong = weft(["silos", folder.path], environment: ["WEFT_DEPTH": "deep"])
    #expect(
      wrong.status == 78
        && wrong.err.contains(
          "WEFT_DEPTH is \"deep\". Write a number from 1 (networking) to 5 (collaboration).")
    )
  }

  @Test func aReaderThatGoesAwayIsNoError() {
    let outcome = run(
      "/bin/bash",
      ["-c", "'\(weftProgram)' silos '\(harbour)' --csv | head -n 1; exit ${PIPESTATUS[0]}"])
    #expect(outcome.status == 0 && outcome.err.isEmpty)
  }
}
