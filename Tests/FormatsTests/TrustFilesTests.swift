import Testing

@testable import Formats

/// Files in the style of the programs that trusts use: what each comes to, by counts that are known.
@Suite struct TrustFilesTests: ImportsFiles {
  private static let staff = """
    Staff ID,Full Name,School,Email
    1,Amy Ball,Ashby Primary,a.ball@t.org
    2,Ben Cole,Ashby Primary,b.cole@t.org
    3,Cara Dunn,Birch Primary,c.dunn@t.org
    4,Dev Ellis,Birch Primary,d.ellis@t.org
    5,Hal Ives,Cedar High,h.ives@t.org

    """

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

  // MARK: - Terms

  /// Files of two terms are one network, and it is said how to have two; a column of days, or names of schools, ask for nothing.
  @Test func tablesOfTermsCountTogetherAndThatIsSaid() throws {
    let (autumn, spring) = (
      "From,To\nAmy Ball,Ben Cole\nBen Cole,Cara Dunn\n", "From,To\nAmy Ball,Cara Dunn\n"
    )
    let read = try imported(["Autumn 2025.csv": autumn, "Spring 2026.csv": spring])
    #expect(read.tieCount == 3)
    #expect(
      read.remarks.last
        == "Autumn 2025.csv and Spring 2026.csv are called after terms, and their ties count together. To see what has changed, import each as a file of its own into the same folder, one after the other, and keep each with weft keep FOLDER --term \"Autumn 2025\" before the next."
    )
    let years = try imported(["ties 2024-25.csv": autumn, "ties 2025-26.csv": spring])
    #expect(years.remarks.contains { $0.contains("--term \"ties 2024-25\"") })
    for names in [("Ashby.csv", "Birch.csv"), ("Springfield.csv", "Summerhill.csv")] {
      let schools = try imported([names.0: autumn, names.1: spring])
      #expect(!schools.remarks.contains { $0.contains("terms") })
    }
    // A sheet that nobody has called anything goes by its file.
    let sheets = ["Autumn 2025.xlsx", "Spring 2026.xlsx"].map {
      SourceTable(
        file: $0, sheet: Sheet(name: "Sheet1", [["From", "To"], ["Amy Ball", "Ben Cole"]]))
    }
    #expect(TermTables(sheets)?.line.contains("--term \"Autumn 2025\"") == true)
    let dated = "From,To,Started\nAmy Ball,Ben Cole,2025-09-08\n"
    let days = try imported([
      "Autumn.csv": dated, "Spring.csv": dated.replacing("2025-09", with: "2026-02"),
    ])
    #expect(!days.remarks.contains { $0.contains("terms") })
  }

  // MARK: - Staff in one cell

  /// A row a school with its staff in a cell is everybody with their school, by semicolons, lines or commas.
  @Test(arguments: [
    "School,Phase,Staff\nAshby,Primary,Amy Ball; Ben Cole\nBirch,Primary,Cara Dunn; Dev Ellis\n",
    "School,Teachers\nAshby,\"Amy Ball\nBen Cole\"\nBirch,\"Cara Dunn\nDev Ellis\"\n",
    "School,Staff\nAshby,\"Amy Ball, Ben Cole\"\nBirch,\"Cara Dunn, Dev Ellis\"\n",
    "School,Name\nAshby,Amy Ball; Ben Cole\nBirch,Cara Dunn; Dev Ellis\n",
    "School,Staff\nAshby,Amy Ball\nAshby,Ben Cole\nBirch,Cara Dunn\nBirch,Dev Ellis\n",
  ])
  func staffOfASchoolInOneCell(list: String) throws {
    let read = try imported(["list.csv": list, "ties.csv": "From,To\nAmy Ball,Cara Dunn\n"])
    #expect(
      cells(read, "people.csv", ["name", "school"]).sorted() == [
        "Amy Ball-Ashby", "Ben Cole-Ashby", "Cara Dunn-Birch", "Dev Ellis-Birch",
      ])
    #expect(read.tieCount == 1 && read.doubts.isEmpty)
  }

  /// "Ball, Amy" is one person, and so is a name with an id.
  @Test func aNameWithACommaIsOne() throws {
    let list = "School,Name\nAshby,\"Ball, Amy\"\nBirch,\"Dunn, Cara\"\n"
    let read = try imported(["list.csv": list, "ties.csv": "From,To\nAmy Ball,Cara Dunn\n"])
    #expect(read.peopleCount == 2 && read.tieCount == 1)
  }

  /// People in a list of schools are not lost in silence, and what is advised makes them people.
  @Test func staffInTheListOfSchoolsAreSaid() throws {
    let schools =
      "id,name,phase,Staff\nA,Ashby,Primary,Amy Ball; Ben Cole\nB,Birch,Primary,Cara Dunn\n"
    let ties = "From,To\nAmy Ball,Cara Dunn\n"
    let read = try imported(["schools.csv": schools, "ties.csv": ties])
    #expect(
      read.remarks.contains(
        "schools.csv: \"Staff\" names people, who are not added. Save the schools and their people as a file of their own, such as staff.csv, with the headings School and Staff, and import it too."
      ))
    let staff = "School,Staff\nAshby,Amy Ball; Ben Cole\nBirch,Cara Dunn\n"
    let both = try imported(["schools.csv": schools, "ties.csv": ties, "staff.csv": staff])
    #expect(
      cells(both, "people.csv", ["name", "school"]).sorted() == [
        "Amy Ball-Ashby", "Ben Cole-Ashby", "Cara Dunn-Birch",
      ])
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
        "Observer,Observed,Status\nAmy Ball,Cara Dunn,Active\nBen Cole,Dev Ellis,Declined\n",
      "staff.csv": Self.staff,
    ]
    let first = try imported(files)
    #expect(first.tieCount == 0)
    let said = first.mapping.text.replacing(
      "[pairs.csv]\nnot used\nObserver = not used\nObserved = not used",
      with: "[pairs.csv]\nedge list\nObserver = from\nObserved = to")
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

  // MARK: - What is kept by hand

  private func remarks(_ imported: Imported, _ words: String) -> Bool {
    imported.remarks.contains { $0.contains(words) }
  }

  /// A meeting that comes again is an event each day, whichever file it stands in and however its program writes the day.
  @Test func aMeetingThatComesAgainInAnotherFile() throws {
    func report(_ start: String, _ name: String) -> String {
      "Topic,Start Time,Participants\nSEND,\"\(start)\",2\n\nName,Join Time,Leave Time\nAmy Ball,9:00,10:00\n\(name),9:00,10:00\n"
    }
    let imported = try imported([
      "a.csv": report("22/09/2026 09:00", "Ben Cole"),
      "b.csv": report("Oct 20, 2026 09:00", "Dev Ellis"),
      "c.csv": report("11/24/2026 09:00 AM", "Hal Ives"),
      "d.csv": report("12/01/2026 09:00:00 AM", "Cara Dunn"), "staff.csv": Self.staff,
    ])
    #expect(
      cells(imported, "events.csv", ["id", "date"]) == [
        "SEND-22/09/2026", "SEND 2026-10-20-Oct 20 2026", "SEND 2026-11-24-2026-11-24",
        "SEND 2026-12-01-2026-12-01",
      ])
    #expect(cells(imported, "attendance.csv", ["person"]).count == 8)
    #expect(remarks(imported, "d.csv: \"12/01/2026 09:00:00 AM\" is read month first"))
    #expect(!remarks(imported, "c.csv:"))
  }

  @Test func tabsBelowATitle() throws {
    let report = """
      1. Summary
      Meeting title\tSEND
      Start time\t9/22/26, 9:00:00 AM

      2. Participants
      Name\tFirst Join\tLast Leave\tEmail
      Amy Ball\t9/22/26, 9:00 AM\t9/22/26, 10:00 AM\ta.ball@t.org
      Dev Ellis\t9/22/26, 9:00 AM\t9/22/26, 10:00 AM\td.ellis@t.org

      """
    let imported = try imported(["r.csv": report, "staff.csv": Self.staff])
    #expect(cells(imported, "events.csv", ["id", "date"]) == ["SEND-2026-09-22"])
    #expect(cells(imported, "collaborations.csv", ["members"]) == ["1;4"])
    let list =
      "Contacts, autumn 2026\nfrom\tto\tnote\nAmy Ball\tDev Ellis\tmaths, art\nBen Cole\tHal Ives\t\n"
    #expect(ties(try self.imported(["c.txt": list, "staff.csv": Self.staff])) == ["1-4", "2-5"])
    let semicolons = "Contacts\nfrom;to\nAmy Ball;Dev Ellis\nBen Cole;Hal Ives\n"
    #expect(
      remarks(
        try self.imported(["c.csv": semicolons, "staff.csv": Self.staff]),
        "If that row is a title, delete it"))
  }

  @Test func daysMonthFirst() throws {
    let log = "from,to,date\nAmy Ball,Dev Ellis,9/22/2026\nBen Cole,Hal Ives,3/4/2026 9:00 AM\n"
    let imported = try imported(["log.csv": log, "staff.csv": Self.staff])
    #expect(ties(imported, ["started"]) == ["1-4-2026-09-22", "2-5-2026-03-04"])
    #expect(remarks(imported, "\"date\" is read month first"))
    // One day that only the usual order makes leaves the others as they are.
    let mixed = log + "Ben Cole,Amy Ball,31/12/2026\n"
    #expect(
      ties(try self.imported(["log.csv": mixed, "staff.csv": Self.staff]), ["started"]) == [
        "1-4-9/22/2026", "2-1-31/12/2026", "2-5-3/4/2026 9:00 AM",
      ])
  }

  @Test func aCalendarIsAnAttendanceList() throws {
    let calendar = """
      Subject,Start Date,All day event,Meeting Organizer,Required Attendees,Optional Attendees
      Maths,9/22/2026,False,Hal Ives,Amy Ball; Ben Cole,Dev Ellis
      Dentist,10/2/2026,False,Amy Ball,,

      """
    let imported = try imported(["calendar.csv": calendar, "staff.csv": Self.staff])
    #expect(
      cells(imported, "collaborations.csv", ["members", "started"]) == ["1;2;4;5-2026-09-22"])
    #expect(cells(imported, "attendance.csv", ["person", "role"]).contains("5-chair"))
    #expect(remarks(imported, "whoever was asked to a meeting counts as having come"))
  }

  /// A column beside those of days that has no mark of somebody who came holds notes.
  @Test func notesAreNoEvent() throws {
    let list = "Name,Maths 22/09/2026,Maths 20/10/2026,Notes\nAmy Ball,P,P,\nBen Cole,P,A,absent\n"
    let imported = try imported(["register.csv": list, "staff.csv": Self.staff])
    #expect(cells(imported, "events.csv", ["id"]) == ["Maths 20/10/2026", "Maths 22/09/2026"])
  }

  @Test func twoTablesOnASheet() throws {
    let sheet = """
      Name,School,Role
      Amy Ball,Ashby,Teacher
      Dev Ellis,Birch,Head
      Who meets whom,,
      From,To,How often
      Amy Ball,Dev Ellis,Weekly

      """
    let imported = try imported(["book.csv": sheet])
    #expect(
      cells(imported, "people.csv", ["name", "school"]) == ["Amy Ball-Ashby", "Dev Ellis-Birch"])
    #expect(ties(imported, ["frequency"]) == ["Amy Ball-Dev Ellis-Weekly"])
  }

  @Test func rowsThatAreNobody() throws {
    let list = """
      Name,Role,Email
      Oakfield Primary,,
      Amy Ball,Teacher,a@t.org
      Birch Academy (continued),,
      Ben Cole,Acting head,b@t.org
      * acting,,
      Prepared by HR,,

      """
    let imported = try imported(["staff.csv": list])
    #expect(cells(imported, "people.csv", ["name"]) == ["Amy Ball", "Ben Cole"])
    #expect(remarks(imported, "nothing but the name of a school, such as \"Oakfield Primary\""))
    #expect(remarks(imported, "3 rows repeat the headings or are a note"))
  }

  @Test func dittoIsWhatStandsAbove() throws {
    let staff =
      "Name,School\nAmy Ball,Ashby\nBen Cole,\"\"\"\"\nDev Ellis,ditto\nHal Ives,see above\n"
    let ties = "from,to\nAmy Ball,Ben Cole\nditto,Dev Ellis\n"
    let imported = try imported(["staff.csv": staff, "ties.csv": ties])
    #expect(
      cells(imported, "people.csv", ["name", "school"]) == [
        "Amy Ball-Ashby", "Ben Cole-Ashby", "Dev Ellis-Ashby", "Hal Ives-see above",
      ])
    #expect(self.ties(imported) == ["Amy Ball-Ben Cole", "Amy Ball-Dev Ellis"])
    // Whoever answers a form sees nothing above.
    let form = "Timestamp,Your name,Who do you work with?\n1,Amy Ball,Ben Cole\n2,Dev Ellis,ditto\n"
    let asked = try self.imported(["staff.csv": Self.staff, "form.csv": form])
    #expect(self.ties(asked) == ["1-2"] && asked.doubts == ["ditto"])
  }

  @Test func whatHasToBeFilledDownIsSaid() throws {
    let blocks = "School,Name\nAshby,Amy Ball\n,Ben Cole\nBirch,Dev Ellis\n,Hal Ives\n"
    #expect(
      remarks(
        try imported(["staff.csv": blocks]), "If a school stands only in the first row of its staff"
      ))
    let ties = "from,to\nAmy Ball,Ben Cole\n,Dev Ellis\n"
    #expect(
      remarks(
        try imported(["ties.csv": ties, "staff.csv": Self.staff]),
        "a name that stands only in the first of several rows has to be filled down"))
  }

  // MARK: - How often

  /// Each column of answers is a question, whether they are yes and no or how often.
  @Test func howOftenBesideAnotherQuestion() throws {
    let edges =
      "Source,Target,Works with,Seeks advice\n1,2,Weekly,Yes\n2,4,Never,No\n1,5,Monthly,No\n"
    let imported = try imported(["edges.csv": edges, "staff.csv": Self.staff])
    #expect(
      ties(imported, ["kind"]) == ["1-2-Seeks advice", "1-2-Works with", "1-5-Works with"])
    let alone = "Source,Target,Works with\n1,2,Weekly\n2,4,Never\n1,5,Monthly\n"
    #expect(
      ties(try self.imported(["e.csv": alone, "staff.csv": Self.staff]), ["frequency"]) == [
        "1-2-Weekly", "1-5-Monthly", "2-4-Never",
      ])
  }

  /// 2.0 is no number 2 before a 0.
  @Test(arguments: ["2.0", "10.0"]) func numbersAreNoDenial(_ text: String) throws {
    let list = "from,to,frequency\n1,2,\(text)\n1,4,0.0\n"
    #expect(try imported(["t.csv": list, "staff.csv": Self.staff]).tieCount == 1)
  }

  @Test(arguments: [
    "used to be weekly", "Stopped in 2024", "N/A - on leave", "see above", "previously monthly",
  ]) func whatWasLeavesItOpen(_ text: String) throws {
    let list = "from,to,frequency\n1,2,\(text)\n1,4,Weekly\n"
    let imported = try imported(["t.csv": list, "staff.csv": Self.staff])
    #expect(remarks(imported, "does not say whether the two work together now"))
    if !text.hasPrefix("N/A") { #expect(AnswerWord(text, asksDepth: false) == .unreadable) }
  }

  // MARK: - Who is one person

  @Test func whoGoesByAnotherName() throws {
    let staff = """
      Staff ID,Legal First Name,Legal Last Name,Preferred First Name,Maiden name,School
      1,Amelia,Ball,Amy,,A
      2,Cara,Dyer-Hughes,Cara,Dyer,A
      3,Benjamin,Cole,,,B

      """
    let ties = "from,to\nAmy Ball,Cara Dyer\nAmelia Ball,Benjamin Cole\n"
    #expect(
      self.ties(try imported(["staff.csv": staff, "ties.csv": ties])) == ["1-2", "1-3"])
    let known = "Name,Known as,School\nAmelia Jane Ball,Amy,A\nBen Cole,,B\n"
    #expect(
      self.ties(try imported(["staff.csv": known, "t.csv": "from,to\nAmy Ball,Ben Cole\n"])) == [
        "Amelia Jane Ball-Ben Cole"
      ])
  }

  /// The nodes of a graph are the people of the list who alone have their names, and a group of nodes is nobody.
  @Test func theNodesOfAGraphAreTheStaff() throws {
    let graph = """
      <graphml xmlns:y="http://www.yworks.com/xml/graphml"><key for="node" id="d" yfiles.type="nodegraphics"/>
      <graph edgedefault="directed"><node id="n0"><data key="d"><y:NodeLabel>Amy Ball</y:NodeLabel></data></node>
      <node id="g" yfiles.foldertype="group"><data key="d"><y:NodeLabel>SEND</y:NodeLabel></data><graph>
      <node id="g::n1"><data key="d"><y:NodeLabel>Dev Ellis</y:NodeLabel></data></node></graph></node>
      <edge source="n0" target="g::n1"/></graph></graphml>
      """
    let imported = try imported(["a.graphml": graph, "staff.csv": Self.staff])
    #expect(ties(imported) == ["1-4"])
    #expect(cells(imported, "people.csv", ["id", "group"]) == ["1-", "2-", "3-", "4-SEND", "5-"])
    let list =
      "dl n=3 format=edgelist1 labels: \"Amy Ball\",\"Ben Cole\",\"Eve Fox\"\ndata:\n1 2\n2 3\n"
    let dl = try self.imported(["a.dl": list, "staff.csv": Self.staff])
    #expect(ties(dl) == ["1-2", "2-Eve Fox"])
  }

  /// An address of another domain and a name with a school not known are put to somebody, with whom they may mean.
  @Test func whomAnotherAddressMayMean() throws {
    let ties = "from,to\na.ball@old.org,2\nMr B Cole (Ashby),4\nno-reply@t.org,4\n"
    let imported = try imported(["staff.csv": Self.staff, "t.csv": ties])
    #expect(self.ties(imported).isEmpty)
    #expect(
      imported.doubts == [
        "Mr B Cole (Ashby) (perhaps Ben Cole)", "a.ball@old.org (perhaps Amy Ball)",
        "no-reply@t.org",
      ])
  }

  @Test func whatSpreadsheetsMadeOfLongNumbersIsPutToSomebody() throws {
    let staff =
      "Staff ID,Name,School\n100000,Amy Ball,A\n103000,Ben Cole,A\n123456789012,Dev Ellis,B\n"
    let imported = try imported([
      "staff.csv": staff, "t.csv": "from,to\n1.00E+05,103000\n1.23457E+11,103000\n",
    ])
    #expect(
      imported.doubts == ["1.00E+05 (perhaps Amy Ball)", "1.23457E+11 (perhaps Dev Ellis)"])
  }

  /// Whoever is somebody's buddy is not called by another's name, however different all buddies are.
  @Test func aColumnOfNamesIsNoOtherId() throws {
    let buddies =
      "Name,School,Buddy,Login,Trained\nAmy Ball,A,Dev Ellis,aball1,No\nBen Cole,A,Hal Ives,bcole1,Yes\n"
    let imported = try imported([
      "buddies.csv": buddies, "staff.csv": Self.staff,
      "t.csv": "from,to\nDev Ellis,3\nHal Ives,aball1\n",
    ])
    #expect(ties(imported) == ["4-3", "5-1"])
    #expect(remarks(imported, "\"Buddy\" is kept as it stands and makes no ties"))
    #expect(!remarks(imported, "\"Trained\""))
    // What it advises is done.
    let decided = try self.imported(
      ["buddies.csv": buddies, "staff.csv": Self.staff],
      mapping: "[buddies.csv]\nsurvey answers\nName = who\nSchool = school\nBuddy = ties: Buddy\n")
    #expect(ties(decided) == ["1-4", "2-5"])
  }

  @Test func twoIdsOfOneNameAreSaid() throws {
    let list = "Payroll no,Name,Role\nX1,Amy Ball,Teacher\nX2,Eve Fox,Head\n"
    let imported = try imported(["a.csv": Self.staff, "b.csv": list])
    #expect(cells(imported, "people.csv", ["id"]).count == 7)
    #expect(
      remarks(imported, "one person has another id in another list and counts as two: Amy Ball"))
    let nodes = "Id,Label,Degree\n1001,Amy Ball,2\n1002,Dev Ellis,1\n"
    let gephi = try self.imported([
      "nodes.csv": nodes, "edges.csv": "Source,Target,Type,Weight\n1001,1002,Undirected,2.0\n",
      "staff.csv": Self.staff,
    ])
    #expect(ties(gephi) == ["1-4"] && gephi.tieCount == 1)
  }

  @Test func membersOfTeams() throws {
    let teams =
      "Team,Member,Email,Role\nMaths,Amy Ball,a.ball@t.org,Owner\nMaths,Dev Ellis,d.ellis@t.org,Member\n"
    let imported = try imported(["teams.csv": teams, "staff.csv": Self.staff])
    #expect(
      cells(imported, "collaborations.csv", ["members", "kind", "purpose"]) == [
        "1;4-working group-Maths"
      ])
  }

  @Test func marksUnderGroupsAndNamesBesideSchools() throws {
    let ticks = "Name,SEND group,Maths group\nAmy Ball,x,\nDev Ellis,x,x\nHal Ives,,x\n"
    let files = ["g.csv": ticks, "staff.csv": Self.staff]
    #expect(remarks(try imported(files), "attendance list, Name = who, SEND group = an event each"))
    let decided = try imported(
      files,
      mapping:
        "[g.csv]\nattendance list\nName = who\nSEND group = an event each\nMaths group = an event each\n"
    )
    #expect(cells(decided, "collaborations.csv", ["members"]) == ["1;4", "4;5"])
    let pairs = "School A,School B,Lead A,Lead B\nAshby Primary,Birch Primary,Amy Ball,Dev Ellis\n"
    let schools = ["m.csv": pairs, "staff.csv": Self.staff]
    #expect(remarks(try imported(schools), "write Lead A = from, Lead B = to"))
    let people = try imported(
      schools,
      mapping:
        "[m.csv]\nedge list\nLead A = from\nLead B = to\nSchool A = from_school\nSchool B = to_school\n"
    )
    #expect(ties(people) == ["1-4"])
    let anonymous =
      "ID,Start time,Completion time,Email,Name,Which schools do you work with?\n1,a,b,anonymous,,Birch Primary;\n"
    #expect(
      remarks(
        try imported(["f.csv": anonymous, "staff.csv": Self.staff]), "its answers are anonymous"))
  }

  @Test func staffOfHRSystems() throws {
    let iTrent = """
      Personal Reference,Surname,First Forename,Known As,Organisation Unit,Position Title,FTE,Occupancy End Date
      0001,BALL,AMELIA,Amy,Ashby Primary,Teacher,0.6,
      0001,BALL,AMELIA,Amy,Birch Primary,Lead,0.4,31/08/2025
      0002,COLE,BEN,,Birch Primary,Teacher,1,31/08/2025

      """
    let imported = try imported(["i.csv": iTrent, "t.csv": "from,to\nAmy Ball,Ben Cole\n"])
    #expect(
      cells(imported, "people.csv", ["id", "school", "role", "ended"]) == [
        "0001-Ashby Primary-Teacher-", "0002-Birch Primary-Teacher-31/08/2025",
      ])
    #expect(ties(imported) == ["0001-0002"])
    let every = """
      Employee,Employee Number,Line Manager,Location,Job Title,Employment Status
      "Ball, Amy (Mrs)",001,"Cole, Ben",Ashby,Teacher,Active
      "Cole, Ben",002,"Ball, Amy",Ashby,Teacher,Left 31/08/2025

      """
    let other = try self.imported(["e.csv": every, "t.csv": "from,to\nAmy Ball,Ben Cole\n"])
    #expect(ties(other) == ["001-002"])
    #expect(remarks(other, "1 row says in \"Employment Status\" that somebody has left"))
  }

  @Test func aPlaceOfWorkIsNoPartner() throws {
    let elements =
      "Label,Type,School\nAmy Ball,Person,Ashby\nDev Ellis,Person,Birch\nAshby,Organization,\nNHS,Organization,\n"
    let imported = try imported([
      "elements.csv": elements, "connections.csv": "From,To\nAmy Ball,Ashby\nDev Ellis,NHS\n",
    ])
    #expect(cells(imported, "partners.csv", ["id"]) == ["NHS"])
    #expect(cells(imported, "schools.csv", ["id"]) == ["Ashby"])
  }

  @Test func aSchoolThatIsProposedIsNotOpen() throws {
    let register = """
      URN,EstablishmentName,EstablishmentStatus (name),CloseDate
      1,Ashby School,Closed,31-08-2019
      2,Ashby School,Open,
      3,Ashby School,Proposed to open,

      """
    let imported = try imported([
      "edubasealldata.csv": register, "staff.csv": "Name,School\nAmy Ball,Ashby School\n",
    ])
    #expect(cells(imported, "people.csv", ["school"]) == ["2"])
    #expect(cells(imported, "schools.csv", ["id"]) == ["2"])
  }
}
