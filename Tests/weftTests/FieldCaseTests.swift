import Foundation
import TestSupport
import Testing

/// Thirteen small inputs from the field, each with what it has to come to (FieldCases/*/EXPECTED.md), run by the built program.
@Suite struct FieldCaseTests {
  private func field(_ name: String) -> String {
    packageFolder + "/Tests/weftTests/FieldCases/" + name
  }

  private func json(_ arguments: [String]) -> [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(weft(arguments + ["--json"]).out.utf8)))
      as? [String: Any] ?? [:]
  }

  /// A file's account: rows read, used, merged, set aside.
  private func account(_ folder: String, _ file: String, _ flags: [String] = []) -> [Int] {
    let files = json(["check", folder] + flags)["files"] as? [[String: Any]] ?? []
    let own = files.first { $0["file"] as? String == file } ?? [:]
    return ["read", "used", "merged", "set_aside"].map { own[$0] as? Int ?? -1 }
  }

  private func counts(_ folder: String, _ flags: [String] = []) -> [String: Int] {
    json(["check", folder] + flags)["counts"] as? [String: Int] ?? [:]
  }

  /// The names and numbers of people of the schools in `weft silos`.
  private func schools(_ folder: String) -> [String: Int] {
    let rows = json(["silos", folder])["groups"] as? [[String: Any]] ?? []
    return Dictionary(
      rows.map { ($0["name"] as? String ?? "", $0["people"] as? Int ?? -1) },
      uniquingKeysWith: { a, _ in a })
  }

  @Test func apologiesAreNoMeeting() {
    let outcome = weft(["events", field("01-apologies")])
    #expect(outcome.out.contains("2 people met at them, 1 pair in all"), "\(outcome.out)")
    #expect(outcome.out.contains("1 person is recorded as having been away, and not counted."))
  }

  @Test func neverIsNoTie() {
    let folder = field("02-never")
    let outcome = weft(["silos", folder])
    #expect(outcome.err.contains("18 people, 24 recorded ties"))
    #expect(outcome.out.contains("0% of ties lead") || outcome.out.contains("No tie leads"))
    // The answers are there, so nobody may say that people were not asked.
    #expect(!outcome.out.contains("not asked across"))
    #expect(account(folder, "collaborations.csv") == [28, 28, 0, 0])
    #expect(counts(folder)["no-tie"] == 1)
    #expect(
      weft(["check", folder]).out.contains("4 rows say never, none or 0: asked about, and no tie."))
  }

  @Test func ofTwoSchoolsUnderOneNameTheOpenOneCounts() {
    let folder = field("03-gias-predecessor")
    let outcome = weft(["silos", folder])
    #expect(outcome.out.hasPrefix("14% of ties lead from one school to another"))
    #expect(outcome.out.contains("E-I -0.71"))
    #expect(schools(folder) == ["Ashby Primary": 6, "Birch Primary": 6, "Cedar High": 6])
    #expect(
      weft(["bridges", folder, "--only-links"]).out
        == "No school depends on one person or on a single link.\n")
    #expect(counts(folder)["unknown-school"] == nil)
  }

  @Test func whoIsLeftOutIsCountedEverywhere() throws {
    let folder = field("04-uncounted")
    let sentence =
      "The school of 6 people is not known: they and their 11 ties are left out, so this rests on 12 of 18 people and 17 of 28 ties."
    for command in ["silos", "bridges"] {
      #expect(weft([command, folder]).out.contains(sentence), "\(command)")
    }
    #expect((json(["silos", folder])["sentences"] as? [String])?.contains(sentence) == true)
    let work = Workdir()
    let map = weft(["map", folder, "-o", work.path + "/Out"])
    #expect(map.err.contains(sentence))
    let summary = try #require(work.text("Out/summary.md"))
    #expect(summary.contains(sentence))
    #expect(summary.contains("12 of 18 people · 2 schools · 17 of 28 ties"))
    #expect(
      !summary.contains("depends on one person") && !summary.contains("depend on one person:"))
    #expect(
      summary.contains("Whether Birch Primary and Cedar High depend on one person cannot be said"))
    #expect(work.text("Out/index.html")?.contains("The school of 6 people is not known") == true)
    for figure in ["trust-map", "matrix"] {
      let svg = try #require(work.text("Out/\(figure).svg"))
      #expect(svg.contains("6 people whose school is not known (with 11 ties)"), "\(figure)")
    }
  }

  @Test func typographyPartsNobodyFromTheirName() {
    #expect(account(field("05-typographic-names"), "collaborations.csv") == [2, 2, 0, 0])
  }

  @Test func aCellOfTwoSchoolsIsNoFourth() {
    let folder = field("06-two-schools")
    #expect(schools(folder) == ["Ashby Primary": 5, "Birch Primary": 5, "Cedar High": 6])
    let silos = weft(["silos", folder])
    #expect(silos.out.hasPrefix("14% of ties"))
    #expect(
      silos.out.contains("2 people belong to several schools: they and their 7 ties are left out"))
  }

  @Test func guardedTextIsRead() {
    let folder = field("07-text-guard")
    #expect(account(folder, "people.csv") == [18, 18, 0, 0])
    #expect(account(folder, "collaborations.csv") == [28, 28, 0, 0])
    #expect(weft(["silos", folder]).out.hasPrefix("14% of ties"))
    let formula = Workdir([
      "people.csv": "id,name\n\"=\"\"001\"\"\",Ann\n=A2,Bo\n003,Cy\n004,Di\n",
      "collaborations.csv": "from,to\n001,003\n003,004\n",
    ])
    let told = weft(["check", formula.path]).out
    #expect(
      told.contains(
        "\"=A2\" is a spreadsheet formula, which is never run, and an id is needed. [formula-id]"))
    #expect(account(formula.path, "people.csv") == [4, 3, 0, 1])
  }

  @Test func zerosThatASpreadsheetDroppedAreNamed() {
    let outcome = weft(["check", field("08-zeros-lost")])
    #expect(
      outcome.out.contains(
        "\"12\" is in none of the files. Did you mean \"0012\"? A spreadsheet drops zeros from the front of numbers. [changed-id]"
      ))
    #expect(outcome.out.contains("Format the column as text before"))
    #expect(account(field("08-zeros-lost"), "collaborations.csv") == [2, 0, 0, 2])
  }

  @Test func severalColleaguesInACellAreATieEach() {
    let folder = field("09-forms-multiselect")
    let flags = ["--column", "from=Name", "--column", "to=Whom do you work with?"]
    #expect(account(folder, "collaborations.csv", flags) == [3, 3, 0, 0])
    let out = weft(["check", folder] + flags).out
    #expect(out.hasPrefix("09 Forms Multiselect: 4 people and 5 ties."))
    #expect(out.contains("2 pairs are listed in both directions"))
    // Nothing in the advice leads to another network.
    #expect(!out.contains("members") && !out.contains("strength=\"Id\""))
  }

  @Test func aStrengthInWordsKeepsItsTie() {
    let folder = field("10-strength-in-words")
    #expect(account(folder, "connections.csv") == [2, 2, 0, 0])
    let out = weft(["check", folder]).out
    #expect(
      out.contains(
        "warning: connections.csv row 2, column D (Strength): \"Strong\" is not a number; the tie counts, its strength as not given."
      ))
    #expect(out.contains("\"Weak\" is not a number"))
  }

  @Test func aReviewByMonthIsDueAtItsEnd() {
    let outcome = weft(["partners", field("11-review-by-month"), "--as-at", "2026-11-25"])
    #expect(outcome.out.contains("1 review is overdue: Farshire University with the trust."))
    #expect(outcome.out.contains("2025-07-31"))
    let inTime = weft(["partners", field("11-review-by-month"), "--as-at", "2025-07-31"])
    #expect(!inTime.out.contains("overdue: Farshire"))
  }

  @Test func anAbsenceIsStatedOfAnEmptyCellAlone() {
    let files = [
      "people.csv": "id,name,school\n1,Ann,S\n2,Bo,S\n3,Cy,T\n4,Di,T\n",
      "collaborations.csv": "from,to\n1,2\n2,3\n3,4\n",
      "partners.csv": "id,name\nX1,University\n",
    ]
    func partners(_ row: String) -> String {
      let folder = Workdir(
        files.merging(["partnerships.csv": "partner,with,agreement,review_due\n\(row)\n"]) { $1 })
      return weft(["partners", folder.path, "--as-at", "2026-11-25"]).out
        + weft(["partners", folder.path, "X1", "--as-at", "2026-11-25"]).out
    }
    let unread = partners("X1,trust,under discussion,when we can")
    #expect(unread.contains("1 review date could not be read: University with the trust."))
    #expect(
      !unread.contains("No review dates are recorded")
        && !unread.lowercased().contains("no review date"))
    #expect(unread.contains("could not be read"))
    #expect(partners("X1,trust,,").contains("No review dates are recorded."))
  }

  @Test func noOnlyLinkWhereTheOthersAreHidden() throws {
    let work = Workdir()
    #expect(weft(["draw", "map", field("12-only-link"), "-o", work.path + "/map.svg"]).status == 0)
    let svg = try #require(work.text("map.svg"))
    #expect(!svg.contains("Only link of a group") && !svg.contains("#B10026"))
    #expect(svg.contains("or more ties"))
  }

  @Test func ticksPartedByCommasAreTopicsEach() {
    let out = weft(["gaps", field("13-topics-with-commas")]).out
    let rows = out.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(rows.first { $0.first == "Phonics" }?.last == "3")
    #expect(rows.first { $0.first == "SEND" }?.last == "2")
    #expect(!out.contains("Phonics, SEND") && !rows.contains { $0.first == "None" })
  }
}
