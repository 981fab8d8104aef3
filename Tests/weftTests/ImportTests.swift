import Foundation
import Formats
import TestSupport
import Testing

/// `weft import`: what trusts have becomes a workspace and a true map, in one command.
@Suite struct ImportTests {
  private func imported(
    _ files: [String: String], _ more: [String] = [], in given: Workdir? = nil
  ) -> (folder: Workdir, outcome: Outcome) {
    let folder = given ?? Workdir()
    for (name, text) in files { folder.write(name, Array(text.utf8)) }
    let outcome = weft(
      ["import"] + files.keys.sorted().map { folder.path + "/" + $0 }
        + ["-o", folder.path + "/trust"] + more)
    return (folder, outcome)
  }

  /// The rows of a CSV file of the workspace, without the header, in order.
  private func rows(_ folder: Workdir, _ file: String) -> [String] {
    (folder.text("trust/" + file) ?? "").split(whereSeparator: \.isNewline).dropFirst().map(
      String.init)
  }

  private static let people =
    "id,name,school\n001,Amy Ball,Ashby\n002,Ben Cole,Ashby\n003,Cara Dyer,Birch\n004,Gita Hale,Birch\n"

  @Test func aFormWithTickedColleagues() {
    let form = """
      ID,Start time,Completion time,Email,Name,Whom do you work with?
      1,11/3/26 9:01:12,11/3/26 9:05:00,a@x.org,Amy Ball,Ben Cole;Gita Hale;
      2,11/3/26 9:01:12,11/3/26 9:05:00,b@x.org,Ben Cole,Amy Ball;Cara Dyer;
      3,11/3/26 9:01:12,11/3/26 9:05:00,g@x.org,Gita Hale,Amy Ball;
      """
    let (folder, outcome) = imported(["people.csv": Self.people, "form.csv": form])
    #expect(outcome.status == 0, "\(outcome.err)")
    #expect(outcome.err.split(separator: "\n").count <= 10)
    #expect(
      rows(folder, "collaborations.csv").map {
        $0.split(separator: ",").prefix(2).joined(separator: "-")
      } == [
        "001-002", "001-004", "002-001", "002-003", "004-001",
      ])
    #expect(rows(folder, "people.csv").map { $0.hasSuffix("yes") } == [true, true, false, true])
    #expect(folder.names("trust/Map").contains("index.html"))
    // Pairs that both name: Amy and Ben, Amy and Gita.
    let both = weft(["check", folder.path + "/trust", "--json"])
    #expect(both.status == 0)
    let confirmed = weft(["silos", folder.path + "/trust", "--confirmed"])
    #expect(confirmed.err.hasPrefix("Trust: 4 people, 2 recorded ties"), "\(confirmed.err)")
  }

  @Test func doubtfulNamesWaitForADecision() {
    let form =
      "Timestamp,Your name,Who do you work with?\n11/3/26,Amy Ball,\"B. Cole, Gita Hale, Somebody New\"\n"
    let (folder, outcome) = imported(["people.csv": Self.people, "form.csv": form], ["--no-map"])
    #expect(
      outcome.err.contains(
        "2 ties wait for a decision on 2 names: B. Cole (perhaps Ben Cole); Somebody New"),
      "\(outcome.err)")
    #expect(rows(folder, "collaborations.csv").count == 1)
    let mapping = folder.text("trust/import.txt") ?? ""
    #expect(mapping.contains("B. Cole = ? # perhaps 002, Ben Cole\nSomebody New = ?\n"))
    folder.write(
      "trust/import.txt",
      Array(
        mapping.replacing("B. Cole = ? # perhaps 002, Ben Cole", with: "B. Cole = 002").replacing(
          "Somebody New = ?", with: "Somebody New = new"
        ).utf8))
    let (_, again) = imported(
      ["people.csv": Self.people, "form.csv": form], ["--no-map"], in: folder)
    #expect(again.status == 0 && !again.err.contains("wait"), "\(again.err)")
    #expect(
      rows(folder, "collaborations.csv").map { String($0.prefix(8)) } == [
        "001,002,", "001,004,", "001,Some",
      ])
    #expect(rows(folder, "people.csv").contains { $0.contains("Somebody New") })
  }

  /// Answers of no are no ties, empty ones neither, and words nobody can tell wait.
  @Test func aColumnAColleague() {
    let grid = """
      Timestamp,What is your name?,How often do you meet? [Amy Ball],How often do you meet? [Ben Cole],How often do you meet? [Cara Dyer],How often do you meet? [Gita Hale]
      1,Amy Ball,,Weekly,Never,Perhaps
      2,Ben Cole,Monthly,,No,
      """
    let (folder, outcome) = imported(["people.csv": Self.people, "grid.csv": grid], ["--no-map"])
    #expect(
      rows(folder, "collaborations.csv") == [
        "001,002,How often do you meet,Weekly", "002,001,How often do you meet,Monthly",
      ])
    #expect(
      outcome.err.contains("1 tie waits for a decision on 1 answer: \"Perhaps\""), "\(outcome.err)")
  }

  @Test func aMatrixOfHundreds() {
    let ids = (0..<643).map { "P\($0)" }
    var text = "," + ids.joined(separator: ",") + "\n"
    for row in 0..<643 {
      text +=
        ids[row] + "," + (0..<643).map { $0 == (row + 1) % 643 ? "1" : "0" }.joined(separator: ",")
        + "\n"
    }
    let (folder, outcome) = imported(["matrix.csv": text], ["--no-map"])
    #expect(outcome.err.contains("a matrix of 643 people, 643 ties"), "\(outcome.err)")
    #expect(
      rows(folder, "people.csv").count == 643 && rows(folder, "collaborations.csv").count == 643)
    #expect(
      rows(folder, "collaborations.csv").contains("P642,P0,1")
        || rows(folder, "collaborations.csv").contains("P642,P0"))
  }

  /// The same edge list in every form gives the same workspace.
  @Test func everyFormOfAnEdgeList() throws {
    let forms = [
      "a.csv": "from,to,weight\nAnn,Bo,2\nBo,Cy,1\n",
      "b.csv": "Source;Target;Weight\nAnn;Bo;2\nBo;Cy;1\n",
      "c.tsv": "ego\talter\tstrength\nAnn\tBo\t2\nBo\tCy\t1\n",
      "d.csv": "Our ties in 2026,,\n,,\nfrom,to,value\nAnn,Bo,2\nBo,Cy,1\n",
    ]
    for (name, text) in forms {
      let (folder, outcome) = imported([name: text], ["--no-map"])
      #expect(outcome.status == 0, "\(name) \(outcome.err)")
      #expect(rows(folder, "collaborations.csv") == ["Ann,Bo,2", "Bo,Cy,1"], "\(name)")
      #expect(rows(folder, "people.csv") == ["Ann,Ann", "Bo,Bo", "Cy,Cy"], "\(name)")
    }
    let folder = Workdir()
    let sheet = OutSheet(
      name: "x", headings: ["from", "to", "weight"],
      rows: [[.text("Ann"), .text("Bo"), .number(2)], [.text("Bo"), .text("Cy"), .number(1)]])
    let ignored = OutSheet(
      name: "notes (ignore)", headings: ["from", "to"], rows: [[.text("X"), .text("Y")]])
    folder.write("t.xlsx", try workbook([sheet, ignored]))
    #expect(
      weft(["import", folder.path + "/t.xlsx", "-o", folder.path + "/trust", "--no-map"]).status
        == 0)
    #expect(rows(folder, "collaborations.csv") == ["Ann,Bo,2", "Bo,Cy,1"])
  }

  @Test func whoWasAtWhichMeeting() {
    let list =
      "SEND network\nName,12/01/2026,09/02/2026\nAmy Ball,P,Apologies\nBen Cole,P,P\nCara Dyer,,P\nGita Hale,A,absent\n"
    let (folder, outcome) = imported(
      ["people.csv": Self.people, "attendance list.csv": list], ["--no-map"])
    #expect(outcome.status == 0, "\(outcome.err)")
    #expect(rows(folder, "events.csv").count == 2)
    #expect(rows(folder, "attendance.csv").count { $0.hasSuffix("yes") } == 4)
    #expect(rows(folder, "attendance.csv").count { $0.hasSuffix("no") } == 3)
    #expect(
      rows(folder, "collaborations.csv").map {
        $0.split(separator: "\"").last.map(String.init) ?? ""
      } == [
        ",attended together,2026-01-12", ",attended together,2026-02-09",
      ])
  }

  /// Nothing given is passed over in silence, and nothing is said to wait that does not.
  @Test func whatIsNotUsedIsSaidOnTheScreen() {
    let files = [
      "people.csv": Self.people, "odd.csv": "colour,shape\nred,round\n",
      "pairs.csv": "Observer,Observed\nAmy Ball,Ben Cole\nCara Dyer,Gita Hale\n",
      "attendance list.csv": "Name,12/01/2026\nAmy Ball,P\nNemo Nowhere,P\nTotal present,2\n",
      "ties.csv": "from,to\nAmy Ball,\"Ben Cole, Cara Dyer\"\nAmy Ball,\n",
    ]
    let (folder, outcome) = imported(files, ["--no-map"])
    #expect(outcome.status == 0, "\(outcome.err)")
    for words in [
      "odd.csv is not used", "pairs.csv is not used", "1 name waits for a decision: Nemo Nowhere",
      "ties.csv: 1 row names nobody at one end",
    ] {
      #expect(outcome.err.contains(words), "\(words): \(outcome.err)")
    }
    #expect(!outcome.err.contains("0 ties"), "\(outcome.err)")
    #expect(
      rows(folder, "collaborations.csv").map { String($0.prefix(7)) } == ["001,002", "001,003"])
    // What is written in import.txt as the sentence says is done.
    let mapping = (folder.text("trust/import.txt") ?? "").replacing(
      "[pairs.csv]\nnot used\nObserver = not used\nObserved = not used",
      with: "[pairs.csv]\nedge list\nObserver = from\nObserved = to")
    folder.write("trust/import.txt", [0xEF, 0xBB, 0xBF] + Array(mapping.utf8))
    let (_, again) = imported(files, ["--no-map"], in: folder)
    #expect(again.status == 0 && !again.err.contains("pairs.csv is not used"), "\(again.err)")
    #expect(rows(folder, "collaborations.csv").count { $0.hasPrefix("003,004") } == 1)
  }

  /// A list of staff alone has no map, and the way to one is told.
  @Test func staffAloneLeadsToASurvey() {
    let (folder, outcome) = imported(["staff.csv": Self.people])
    #expect(outcome.status == 0, "\(outcome.err)")
    #expect(folder.names("trust").filter { $0.hasSuffix(".csv") } == ["people.csv"])
    #expect(
      outcome.err.contains("No ties yet. Next: weft survey") && !outcome.err.contains("weft map"),
      "\(outcome.err)")
    #expect(weft(["survey", folder.path + "/trust"]).status == 0)
    // Ties that are there stay, and the next list of staff leads to a map of them.
    folder.write("ties.csv", Array("from,to\n001,002\n".utf8))
    #expect(
      weft(["import", folder.path + "/ties.csv", "-o", folder.path + "/trust", "--no-map"]).status
        == 0)
    let (_, again) = imported(["staff.csv": Self.people], ["--no-map"], in: folder)
    #expect(again.status == 0 && again.err.contains("weft map"), "\(again.err)")
    #expect(rows(folder, "collaborations.csv") == ["001,002"])
  }

  @Test func aUseThatIsNoneIsNamed() {
    let files = ["a.csv": "from,to\nAnn,Bo\n"]
    let (folder, first) = imported(files, ["--no-map"])
    #expect(first.status == 0, "\(first.err)")
    let mapping = (folder.text("trust/import.txt") ?? "").replacing(
      "from = from", with: "from = form")
    folder.write("trust/import.txt", Array(mapping.utf8))
    let (_, outcome) = imported(files, ["--no-map"], in: folder)
    #expect(
      outcome.status != 0 && outcome.err.contains("\"form\" is nothing that a column can be"),
      "\(outcome.err)")
    #expect(folder.text("trust/import.txt") == mapping)
  }

  /// One row a post; a school that closed; the register of all of England.
  @Test func staffByPostAndTheSchoolRegister() {
    let staff =
      "Employee number,Surname,Forename,Academy,FTE,Trade union\n1,Ball,Amy,Ashby Infants,0.2,x\n1,Ball,Amy,Birch & Co School,0.8,x\n2,Cole,Ben,Ashby Infants,1,x\n"
    let register = """
      URN,EstablishmentName,EstablishmentStatus (name),OpenDate,CloseDate,PhaseOfEducation (name)
      110001,Ashby Infants,Closed,01-01-1900,31-08-2019,Primary
      140001,Ashby Primary,Open,01-09-2019,,Primary
      140002,Birch and Co,Open,01-09-2020,,Not applicable
      150000,Elsewhere,Open,01-09-2020,,Primary
      """
    let links = "URN,LinkURN,LinkName,LinkType\n110001,140001,Ashby Primary,Successor\n"
    let ties = "from,to\n1,2\n"
    let (folder, outcome) = imported(
      ["staff.csv": staff, "edubasealldata.csv": register, "links.csv": links, "ties.csv": ties],
      ["--no-map"])
    #expect(outcome.status == 0, "\(outcome.err)")
    #expect(rows(folder, "people.csv") == ["1,Amy Ball,140002,0.8", "2,Ben Cole,140001,1"])
    #expect(rows(folder, "schools.csv").count == 3)
    #expect(!(folder.text("trust/import.txt") ?? "").contains("Trade union = kept"))
    #expect(
      outcome.err.contains("1 person works at a school that has closed by the register"),
      "\(outcome.err)")
  }

  @Test func whatIsTheirsIsLeft() {
    let folder = Workdir()
    #expect(weft(["init", folder.path + "/trust", "--empty"]).status == 0)
    folder.write("trust/people.csv", Array(Self.people.utf8))
    folder.write("trust/collaborations.csv", Array("from,to\n001,002\n".utf8))
    let (_, refused) = imported(["ties.csv": "from,to\n001,003\n"], ["--no-map"], in: folder)
    #expect(
      refused.status == 73 && refused.err.contains("collaborations.csv is there already"),
      "\(refused.err)")
    #expect(folder.text("trust/collaborations.csv") == "from,to\n001,002\n")
    let (_, forced) = imported(
      ["ties.csv": "from,to\n001,003\n"], ["--no-map", "--force"], in: folder)
    #expect(forced.status == 0, "\(forced.err)")
    #expect(rows(folder, "collaborations.csv") == ["001,003"])
  }

  @Test(arguments: [
    ("x.csv", "colour,shape\nred,round\n", "could be recognised: its headings are"),
    ("x.json", "{\"a\":1}", "is JSON that Weft does not know"),
    ("x.dot", "graph { a -- ", "ends before its last }"),
    ("x.graphml", "<graphml><a>", "is not well-formed XML"),
    ("x.xlsx", "PK\u{3}\u{4}junk", "is a damaged zip file"),
    ("x.html", "<!DOCTYPE html><html></html>", "is a web page"), ("x.csv", "", "the file is empty"),
  ]) func whatCannotBeReadIsSaid(_ one: (name: String, text: String, says: String)) {
    let (folder, outcome) = imported([one.name: one.text], ["--no-map"])
    #expect(outcome.status == 65 && outcome.err.contains(one.says), "\(outcome.err)")
    #expect(folder.names("trust").isEmpty)
  }

  @Test func aPlanWritesNothing() {
    let (folder, outcome) = imported(["a.csv": "from,to\nAnn,Bo\n"], ["--plan"])
    #expect(
      outcome.status == 0 && outcome.out.contains("[a.csv]\nedge list\nfrom = from\nto = to\n"),
      "\(outcome.out)")
    #expect(folder.names("trust").isEmpty)
  }

  /// The answers to the survey that Weft writes import without being explained.
  @Test func theSurveyComesBack() {
    let folder = Workdir()
    folder.write("staff.csv", Array(Self.people.utf8))
    folder.write("ties.csv", Array("from,to\n001,002\n".utf8))
    #expect(
      weft([
        "import", folder.path + "/staff.csv", folder.path + "/ties.csv", "-o",
        folder.path + "/trust", "--no-map",
      ]).status == 0)
    let survey = weft(["survey", folder.path + "/trust"])
    #expect(survey.status == 0 && survey.err.contains("minutes to answer"), "\(survey.err)")
    #expect(
      folder.names("trust/Survey") == [".weft-files", "README.txt", "survey.docx", "survey.html"])
    let page = folder.text("trust/Survey/survey.html") ?? ""
    for words in [
      "What is your name?", "May your name be shown in the results?", "Gita Hale",
      "We share ideas and resources and decide together",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    let answers = """
      Timestamp,What is your name?,Which school do you work in?,May your name be shown in the results?,How do you work with each of these colleagues? [Amy Ball],How do you work with each of these colleagues? [Ben Cole],How do you work with each of these colleagues? [Cara Dyer],What could you help colleagues with?
      1,Amy Ball,Ashby,"Yes, my name may be shown",,We share ideas and resources and decide together,We have not worked together,"Phonics, SEND"
      2,Cara Dyer,Birch,Leave me out,We know each other and talk now and then,,,
      3,Gita Hale,Birch,"Count my answers, but do not show my name",,"We pass on information, each working alone",,
      """
    folder.write("answers.csv", Array(answers.utf8))
    let outcome = weft([
      "import", folder.path + "/answers.csv", "-o", folder.path + "/trust", "--no-map",
    ])
    #expect(outcome.status == 0 && !outcome.err.contains("wait"), "\(outcome.err)")
    let kind = "How do you work with each of these colleagues"
    #expect(
      rows(folder, "collaborations.csv") == [
        "001,002,\(kind),coalition", "003,001,\(kind),networking", "004,002,\(kind),cooperation",
      ])
    #expect(
      rows(folder, "people.csv") == [
        "001,Amy Ball,Ashby,\"Phonics, SEND\",listed,yes", "002,Ben Cole,Ashby,,,no",
        "003,Cara Dyer,Birch,,excluded,yes",
        "004,Gita Hale,Birch,,hidden,yes",
      ])
  }
}
