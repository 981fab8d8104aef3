import Testing

@testable import Formats

/// Files in the style of the programs that trusts use: what each comes to, by counts that are known.
@Suite struct TrustFilesTests {
  private static let staff = """
    Staff ID,Full Name,School,Email
    1,Amy Ball,Ashby Primary,a.ball@t.org
    2,Ben Cole,Ashby Primary,b.cole@t.org
    3,Cara Dunn,Birch Primary,c.dunn@t.org
    4,Dev Ellis,Birch Primary,d.ellis@t.org
    5,Hal Ives,Cedar High,h.ives@t.org

    """

  private func imported(_ files: [String: String], mapping: String = "") throws -> Imported {
    var tables: [SourceTable] = []
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      tables += try ImportFile.tables(name: name, bytes: Array(text.utf8))
    }
    var importer = Importer(tables, register: nil, earlier: try ImportMapping(reading: mapping))
    return try importer.run()
  }

  /// Some columns of a file, a line a row.
  private func cells(_ imported: Imported, _ file: String, _ heads: [String]) -> [String] {
    let text =
      imported.files.first { $0.name == file }.map { String(decoding: $0.bytes, as: UTF8.self) }?
      .replacing("\"", with: "") ?? ""
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let places = heads.map { lines.first?.firstIndex(of: $0) }
    return lines.dropFirst().map { line in
      places.map { place in place.map { line[$0] } ?? "" }.joined(separator: "-")
    }
  }

  private func ties(_ imported: Imported, _ more: [String] = []) -> [String] {
    cells(imported, "collaborations.csv", ["from", "to"] + more)
  }

  // MARK: - Questions beside the ends

  /// Polinode writes a column a question, with 0 where the two do not.
  @Test func eachQuestionIsAKindAndZeroIsNoTie() throws {
    let list = """
      Source,Target,I work with this person,Advice,Energy
      Amy Ball,Ben Cole,1,0,3
      Amy Ball,Cara Dunn,0,0,0
      Cara Dunn,Dev Ellis,0,1,0

      """
    let imported = try imported(["edges.csv": list, "staff.csv": Self.staff])
    #expect(
      ties(imported, ["kind", "strength"]).sorted() == [
        "1-2-Energy-3", "1-2-I work with this person-", "3-4-Advice-",
      ])
    #expect(imported.tieCount == 3)
    #expect(imported.remarks.contains { $0.contains("1 row with no other answer was left out") })
    // Kept by hand, it ties as any row does, and the second reading is like the first.
    let again = try self.imported(
      ["edges.csv": list, "staff.csv": Self.staff], mapping: imported.mapping.text)
    #expect(ties(again).sorted() == ties(imported).sorted())
  }

  @Test(arguments: [
    ("Status", ["Active", "Declined", "Not started"]),
    ("How do you work together?", ["Moderation", "We do not work together", "Never met"]),
    ("Still in contact?", ["Yes", "No", "not any more"]),
  ]) func whatSaysNoTiesNobody(_ one: (head: String, words: [String])) throws {
    let list = """
      From,To,\(one.head)
      Amy Ball,Cara Dunn,\(one.words[0])
      Ben Cole,Dev Ellis,\(one.words[1])
      Ben Cole,Hal Ives,\(one.words[2])

      """
    let imported = try imported(["list.csv": list, "staff.csv": Self.staff])
    #expect(ties(imported) == ["1-3"], "\(one.head)")
    #expect(imported.remarks.contains { $0.contains("2 rows were left out") }, "\(one.head)")
  }

  /// Whoever follows the advice on the two ends has what the other columns say as well.
  @Test func adviceOnTheEndsReadsTheRestToo() throws {
    let files = [
      "pairs.csv":
        "Mentor,Mentee,Status\nAmy Ball,Cara Dunn,Active\nBen Cole,Dev Ellis,Declined\n",
      "staff.csv": Self.staff,
    ]
    let first = try imported(files)
    #expect(first.tieCount == 0)
    let said = first.mapping.text.replacing(
      "[pairs.csv]\nnot used\nMentor = not used\nMentee = not used",
      with: "[pairs.csv]\nedge list\nMentor = from\nMentee = to")
    #expect(said != first.mapping.text)
    #expect(ties(try imported(files, mapping: said)) == ["1-3"])
  }

  // MARK: - Schools

  @Test func schoolsAtTheEndsNeedPeopleAndAreNone() throws {
    let list =
      "From school,To school,Strength\nAshby Primary,Birch Primary,3\nBirch Primary,Dell Academy,1\n"
    #expect(throws: FormatError(SchoolEnds.needsPeople("links.csv"))) {
      try self.imported(["links.csv": list])
    }
    #expect(throws: FormatError(SchoolEnds.needsPeople("links.csv"))) {
      try self.imported(["links.csv": list.replacing(" school", with: "")])
    }
    let imported = try imported(["links.csv": list, "staff.csv": Self.staff])
    #expect(imported.peopleCount == 5)
    #expect(
      ties(imported, ["strength"]) == [
        "Ashby Primary-Birch Primary-3", "Birch Primary-Dell Academy-1",
      ])
    #expect(cells(imported, "schools.csv", ["id"]) == ["Dell Academy"])
    #expect(imported.doubts.isEmpty && imported.waiting == 0)
  }

  @Test func aMatrixOfSchoolsMakesNobody() throws {
    let square =
      ",Ashby Primary,Birch Primary,Cedar High\nAshby Primary,0,3,1\nBirch Primary,3,0,0\nCedar High,1,0,0\n"
    let imported = try imported(["m.csv": square, "staff.csv": Self.staff])
    #expect(imported.peopleCount == 5 && imported.tieCount == 4 && imported.doubts.isEmpty)
    #expect(throws: FormatError(SchoolEnds.needsPeople("m.csv"))) {
      try self.imported(["m.csv": square])
    }
  }

  @Test func schoolsThatPeopleAnswerWithAreTies() throws {
    let form = """
      Timestamp,Username,How often? [Ashby Primary],How often? [Cedar High],Which schools have you worked with?,Former school
      1,a.ball@t.org,Weekly,Never,"Birch Primary, Cedar High",Cedar High
      2,h.ives@t.org,Monthly,,None of these,Birch Primary

      """
    let imported = try imported(["grid.csv": form, "staff.csv": Self.staff])
    // Nobody is tied to their own school, and a former school is none they work with.
    #expect(ties(imported) == ["1-Birch Primary", "1-Cedar High", "5-Ashby Primary"])
    #expect(imported.waiting == 0)
  }

  @Test func aListOfTiesSaysThePeoplesSchools() throws {
    let list = """
      Person A,School B,Person B,School A
      Amy Ball,Birch Primary,Dev Ellis,Ashby Primary
      Ben Cole,Birch Primary,Dev Ellis,Ashby Primary
      Ben Cole,Birch Primary,Dev Ellis,Cedar High

      """
    let imported = try imported(["list.csv": list])
    #expect(
      cells(imported, "people.csv", ["id", "school"]) == [
        "Amy Ball-Ashby Primary", "Ben Cole-", "Dev Ellis-Birch Primary",
      ])
    #expect(imported.remarks.contains { $0.contains("1 person has different schools") })
  }

  /// The national register has the authority and the school's own number in two columns.
  @Test func aSchoolIsFoundByItsNumberOfTwoColumns() throws {
    let register = """
      URN,LA (code),EstablishmentNumber,EstablishmentName,EstablishmentStatus (name),CloseDate
      110003,801,4003,Cedar High,Closed,31-08-2019
      140003,801,4003,Cedar High School,Open,
      140002,801,2002,Birch Primary Academy,Open,

      """
    let people = """
      Name,School
      Amy Ball,801/4003
      Ben Cole,8014003
      Cara Dunn,Birch Primary

      """
    let imported = try imported(["edubase.csv": register, "staff.csv": people])
    #expect(
      cells(imported, "people.csv", ["id", "school"]) == [
        "Amy Ball-140003", "Ben Cole-140003", "Cara Dunn-Birch Primary",
      ])
    #expect(
      imported.remarks.contains { $0.contains("Birch Primary (perhaps Birch Primary Academy)") })
  }

  // MARK: - Forms

  @Test func aFormsDatesAreNobodysAndNoneOfTheAboveIsNobody() throws {
    let form = """
      Respondent ID,Collector ID,Start Date,End Date,First Name,Last Name,What is your name?,Who do you work with?,,
      ,,,,,,Open-Ended Response,Amy Ball,Ben Cole,None of the above
      11,42,03/11/2026,03/11/2026,,,Amy Ball,,Ben Cole,
      12,42,03/11/2026,03/11/2026,,,Ben Cole,Amy Ball,,
      13,42,03/11/2026,03/11/2026,,,Dev Ellis,,,None of the above

      """
    let imported = try imported(["sm.csv": form])
    #expect(ties(imported) == ["Amy Ball-Ben Cole", "Ben Cole-Amy Ball"])
    #expect(cells(imported, "people.csv", ["started", "ended"]) == ["-", "-", "-"])
    #expect(!imported.remarks.contains { $0.contains("None of the above") })
  }

  @Test func qualtricsHasItsQuestionsInTheSecondRow() throws {
    let form = """
      StartDate,Q1,Q2_1,Q2_2
      Start Date,Your name,How often do you work with - Ben Cole,How often do you work with - Dev Ellis
      "{""ImportId"":""startDate""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_1""}","{""ImportId"":""QID2_2""}"
      2026-03-11,Amy Ball,Weekly,Never

      """
    let imported = try imported(["q.csv": form, "staff.csv": Self.staff])
    #expect(ties(imported, ["frequency"]) == ["1-2-Weekly"])
  }

  /// A heading that comes again goes with the name before it, though nobody could be understood.
  @Test func howOftenGoesWithTheNameBeforeIt() throws {
    let form = """
      Timestamp,Your name,Colleague 1,How often?,Colleague 2,How often?
      1,Amy Ball,Ben Cole,Weekly,Dev Ellis,hmm
      2,Ben Cole,Amy Ball,Weekly,,

      """
    let imported = try imported(["f.csv": form, "staff.csv": Self.staff])
    #expect(ties(imported) == ["1-2", "2-1"])
    #expect(imported.mapping.waitingAnswers == ["hmm"])
  }

  @Test(arguments: ["sometimes maybe", "perhaps weekly", "a bit"])
  func hedgedWordsWait(_ text: String) {
    #expect(AnswerWord(text, asksDepth: false) == .unreadable)
  }

  // MARK: - Meetings and groups

  /// An x among other marks may cross somebody out; alone it is a tick.
  @Test func anXAmongOtherMarksSaysNothing() throws {
    func attended(_ marks: [String]) throws -> [String] {
      let list = """
        Name,SEND 12/09/2025,SEND 10/10/2025
        Amy Ball,\(marks[0]),\(marks[1])
        Ben Cole,\(marks[2]),\(marks[3])

        """
      return cells(
        try imported(["attendance.csv": list, "staff.csv": Self.staff]), "attendance.csv",
        ["event", "person", "attended"])
    }
    #expect(
      try attended(["P", "x", "sent apols", "Zoom"]) == [
        "SEND 10/10/2025-2-yes", "SEND 12/09/2025-1-yes", "SEND 12/09/2025-2-no",
      ])
    #expect(
      try attended(["x", "", "x", "x"]) == [
        "SEND 10/10/2025-2-yes", "SEND 12/09/2025-1-yes", "SEND 12/09/2025-2-yes",
      ])
  }

  @Test func theReportOfAnOnlineMeetingIsAnAttendanceList() throws {
    let report = """
      1. Summary
      Meeting title,SEND network
      Start time,"3/11/26, 9:01:12"

      2. Participants
      Name,First Join,Last Leave,Email,Role
      Amy Ball,"3/11/26, 9:01","3/11/26, 10:01",a.ball@t.org,Organizer
      Dev Ellis (Guest),"3/11/26, 9:01","3/11/26, 10:01",,Attendee

      3. In-Meeting Activities
      Name,Join Time,Leave Time,Email,Role
      Amy Ball,"3/11/26, 9:01","3/11/26, 10:01",a.ball@t.org,Organizer

      """
    let imported = try imported(["report.csv": report, "staff.csv": Self.staff])
    #expect(
      cells(imported, "attendance.csv", ["event", "person", "attended"]) == [
        "SEND network-1-yes", "SEND network-4-yes",
      ])
    #expect(cells(imported, "events.csv", ["id", "date"]) == ["SEND network-3/11/26"])
    #expect(cells(imported, "collaborations.csv", ["members"]) == ["1;4"])
  }

  @Test func aRowForEachMemberIsAGroup() throws {
    let list = """
      Working group,Member,Role in group
      SEND network,Amy Ball,Chair
      SEND network,Dev Ellis,
      SEND network,Hal Ives,Left
      Maths hub,Ben Cole,Lead

      """
    let imported = try imported(["m.csv": list, "staff.csv": Self.staff])
    #expect(
      cells(imported, "collaborations.csv", ["members", "kind", "purpose"]) == [
        "1;4-working group-SEND network"
      ])
    #expect(imported.remarks.contains { $0.contains("1 row says that somebody has left") })
  }

  /// Columns of names that are groups are not offered as the two ends of ties.
  @Test func columnsOfGroupsAreNoEnds() throws {
    let list = "SEND,Maths,Music\nAmy Ball,Ben Cole,Dev Ellis\nDev Ellis,Hal Ives,Amy Ball\n"
    let imported = try imported(["g.csv": list, "staff.csv": Self.staff])
    let said = imported.remarks.first { $0.hasPrefix("g.csv is not used") } ?? ""
    #expect(said.contains("a column Members") && !said.contains("= from"))
  }

  // MARK: - Lists of staff, elements and partners

  @Test func idsThatSpreadsheetsChangedAreFound() throws {
    let people =
      "Staff ID,Staff Name,First Name,Last Name,School\n=\"003\",\"Ball, Amy\",Amy,Ball,A\n102.0,,Ben,Cole,B\n"
    let imported = try imported(["staff.csv": people, "t.csv": "from,to\n3,102\n"])
    #expect(ties(imported) == ["003-102.0"])
    #expect(cells(imported, "people.csv", ["id", "name"]) == ["003-Amy Ball", "102.0-Ben Cole"])
  }

  @Test func teamsArePartedAtCommasWhereOneIsKnown() throws {
    let people = """
      id;name;team
      1;Amy Ball;SLT, Maths
      2;Ben Cole;Maths, Science
      3;Cara Dunn;Design, Technology and Food

      """
    let imported = try imported(["staff.csv": people])
    let text = imported.files.first { $0.name == "people.csv" }.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    #expect(text?.contains("SLT; Maths") == true && text?.contains("Maths; Science") == true)
    #expect(text?.contains("Design, Technology and Food") == true)
  }

  @Test func whatAnElementIsStandsInAnyOfItsTypes() throws {
    let blueprint = """
      {"elements":[{"_id":"a","attributes":{"label":"Amy Ball","element type":"Person"},"type":"Person"},
      {"_id":"n","attributes":{"label":"NHS","element type":"Organisation"}}],
      "connections":[{"_id":"c","from":"a","to":"n","direction":"mutual","attributes":{}}]}
      """
    let imported = try imported(["kumu.json": blueprint])
    #expect(cells(imported, "people.csv", ["name"]) == ["Amy Ball"])
    #expect(cells(imported, "partners.csv", ["name"]) == ["NHS"])
  }

  @Test func organisationsThatRateOneAnotherAreAskedAbout() throws {
    let scores = """
      Respondent Organization,Partner Organization,Power/Influence,Reliability
      Trust,NHS,A great deal,Don't know
      Trust,Police,Not at all,2

      """
    let one = try imported(["r.csv": scores])
    #expect(
      cells(one, "ratings.csv", ["partner", "item", "score"]) == [
        "NHS-power-4", "Police-power-1", "Police-reliability-2",
      ])
    let both = try imported(["r.csv": scores + "NHS,Trust,3,4\n", "staff.csv": Self.staff])
    #expect(!both.files.contains { $0.name == "ratings.csv" })
    #expect(both.remarks.contains { $0.contains("Add a column Side") })
  }
}
