import Testing

@testable import Formats

/// What small files come to: everybody named is a tie, a question or counted, and nobody is made of two.
@Suite struct ImporterTests: ImportsFiles {
  private static let staff = """
    Staff ID,Name,School,Email
    0001,Amy Ball,Oakfield,a.ball@t.org
    0002,Gita Rao,Moor Lane,g.rao@t.org
    0003,Farah Khan,Moor Lane,f.khan@t.org
    0004,Ian Smith,Moor Lane,i.smith@t.org
    0005,Priya Shah,Oakfield,p.shah@t.org

    """

  private func rows(_ imported: Imported, _ file: String) -> [String] {
    imported.files.first { $0.name == file }.map {
      String(decoding: $0.bytes, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst().map(
        String.init)
    } ?? []
  }

  /// The ties as from-to, and from-to-how often where that is said.
  private func ties(_ imported: Imported) -> [String] {
    let text =
      imported.files.first { $0.name == "collaborations.csv" }.map {
        String(decoding: $0.bytes, as: UTF8.self)
      } ?? ""
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let often = lines.first?.firstIndex(of: "frequency")
    return lines.dropFirst().map { cells in
      [cells[0], cells[1], often.map { cells[$0] } ?? ""].filter { !$0.isEmpty }
        .joined(separator: "-")
    }
  }

  private func answers(_ cell: String) -> String {
    """
    Timestamp,Email address,Your name,Who have you worked with?
    1,i.smith@t.org,Ian Smith,"\(cell)"
    2,a.ball@t.org,Amy Ball,Gita Rao
    3,p.shah@t.org,Priya Shah,Amy Ball

    """
  }

  @Test(arguments: [
    ("Amy Ball, Farah Khan", ["0004-0001", "0004-0003"]),
    ("Amy Ball; Farah Khan, Gita Rao", ["0004-0001", "0004-0002", "0004-0003"]),
    ("Rao, Gita; Amy Ball, Farah Khan", ["0004-0001", "0004-0002", "0004-0003"]),
    ("Ball, Amy", ["0004-0001"]), ("Rao, Gita; Ball, Amy", ["0004-0001", "0004-0002"]),
    ("Ball, Amy, Rao, Gita", ["0004-0001", "0004-0002"]),
    ("Gita Rao, Amy Ball and Farah Khan", ["0004-0001", "0004-0002", "0004-0003"]),
    ("Amy Ball & Gita Rao", ["0004-0001", "0004-0002"]),
    ("Amy Ball/Gita Rao", ["0004-0001", "0004-0002"]),
    ("Amy Ball + Gita Rao", ["0004-0001", "0004-0002"]),
    ("Amy Ball\nGita Rao", ["0004-0001", "0004-0002"]),
    ("1. Amy Ball\n2. Gita Rao", ["0004-0001", "0004-0002"]),
    ("Amy Ball (Head, Oakfield), Gita Rao", ["0004-0001", "0004-0002"]),
    ("Farah Khan (weekly); Gita Rao (daily)", ["0004-0002-daily", "0004-0003-weekly"]),
    ("Gita Rao: monthly", ["0004-0002-monthly"]),
    ("Gita Rao every week", ["0004-0002-every week"]),
    ("Gita Rao, weekly", ["0004-0002-weekly"]), ("Gita Rao (never)", []),
    ("Gita Rao - never; Amy Ball", ["0004-0001"]), ("Gita Rao (Year 3)", ["0004-0002"]),
    ("No one", []),
  ]) func aListKeepsEverybody(_ one: (cell: String, ties: [String])) throws {
    let imported = try imported(["a.csv": answers(one.cell), "staff.csv": Self.staff])
    #expect(ties(imported) == (["0001-0002", "0005-0001"] + one.ties).sorted(), "\(one.cell)")
    #expect(imported.waiting == 0 && imported.doubts.isEmpty, "\(one.cell)")
  }

  @Test(arguments: [
    ("Amy Ball, Kate Newman", ["Kate Newman"], 1), ("Kate Newman; Amy Ball", ["Kate Newman"], 1),
    ("Amy Ball and Kate Newman", ["Kate Newman"], 1),
    ("Kate Newman (weekly), Zed Zee", ["Kate Newman", "Zed Zee"], 0),
    ("Kate Newman every week; Amy Ball", ["Kate Newman"], 1),
    ("Amy Ball (and Gita Rao)", ["Amy Ball (and Gita Rao)"], 0),
    ("Amy Ball; Year 3 lead", ["Year 3 lead"], 1),
  ]) func whoeverIsNotKnownIsAskedFor(
    _ one: (cell: String, waiting: [String], ties: Int)
  ) throws {
    let imported = try imported(["a.csv": answers(one.cell), "staff.csv": Self.staff])
    #expect(imported.mapping.waitingNames == one.waiting, "\(one.cell)")
    #expect(imported.waiting == one.waiting.count && imported.tieCount == 2 + one.ties)
  }

  /// Both ends of a tie are asked for at once, and one tie waits.
  @Test func whoAnswersMayWaitToo() throws {
    let form = answers("Amy Ball").replacing("i.smith@t.org,Ian Smith", with: ",Nemo Nowhere")
      .replacing("Amy Ball\"", with: "Amy Ball; Zed Zee\"")
    let imported = try imported(["a.csv": form, "staff.csv": Self.staff])
    #expect(imported.mapping.waitingNames == ["Nemo Nowhere", "Zed Zee"])
    #expect(imported.waiting == 2 && imported.tieCount == 2)
  }

  @Test func anEdgeListKeepsEverybody() throws {
    let list = """
      From,To,Strength
      Ian Smith,"Amy Ball, Farah Khan",1
      "Priya Shah, Gita Rao",Amy Ball,2
      Amy Ball,Gita Rao (weekly),
      Amy Ball,,2
      Ian Smith,TBC,2
      Total,,5

      """
    let imported = try imported(["list.csv": list, "staff.csv": Self.staff])
    #expect(
      ties(imported) == ["0001-0002-weekly", "0002-0001", "0004-0001", "0004-0003", "0005-0001"])
    #expect(imported.remarks.contains { $0.contains("2 rows name nobody at one end") })
    #expect(imported.remarks.contains { $0.contains("1 row with a total") })
  }

  /// The ids of a graph are ids, whatever words they are.
  @Test func idsOfAGraphAreNoAnswers() throws {
    let imported = try imported(["g.csv": "source,target\n0,x\nx,no\nR&D,0\nno,weekly\n"])
    #expect(ties(imported) == ["0-x", "R&D-0", "no-weekly", "x-no"])
  }

  @Test func aFormAsksForTheName() throws {
    let form = """
      ID,Start time,Completion time,Email,Name,What is your full name?,Which colleagues do you turn to?
      1,9:00,9:05,anonymous,,Gita Rao,Amy Ball;
      2,9:00,9:05,anonymous,,Farah Khan,Gita Rao;Amy Ball;

      """
    let imported = try imported(["a.csv": form, "staff.csv": Self.staff])
    #expect(ties(imported) == ["0002-0001", "0003-0001", "0003-0002"])
    #expect(imported.answers == 2)
    // Without a name nobody answered, whatever the number of the answer.
    let nameless = form.replacing("What is your full name?", with: "Shoe size").replacing(
      "Gita Rao,A", with: "41,A"
    ).replacing("Farah Khan", with: "42")
    let other = try self.imported(["a.csv": nameless, "staff.csv": Self.staff])
    #expect(other.answers == 0 && other.tieCount == 0)
    #expect(other.remarks.contains { $0.hasPrefix("a.csv is not used") })
  }

  @Test func aFormMayAskForFirstAndLastName() throws {
    let form = """
      Timestamp,First name,Last name,Who do you work with?
      1,Gita,Rao,Amy Ball
      2,Farah,Khan,"Gita Rao, Amy Ball"

      """
    let imported = try imported(["a.csv": form, "staff.csv": Self.staff])
    #expect(ties(imported) == ["0002-0001", "0003-0001", "0003-0002"])
    let again = try self.imported(
      ["a.csv": form, "staff.csv": Self.staff], mapping: imported.mapping.text)
    #expect(ties(again) == ties(imported))
  }

  /// An id that everybody has is nobody's, and reading it takes no longer for that.
  @Test func anIdThatEverybodyHas() throws {
    let rows = (0..<3_000).map { "12,First\($0) Last\($0),Oakfield\n" }.joined()
    let imported = try imported(["staff.csv": "Staff ID,Name,School\n" + rows])
    #expect(imported.peopleCount == 3_000)
    #expect(imported.remarks.count == 1 && imported.remarks[0].utf8.count < 400)
  }

  @Test func neverBesideAColleagueIsNoTie() throws {
    let form = """
      Your name,Colleague 1,How often 1,Colleague 2,How often 2
      Amy Ball,Farah Khan,Weekly,Gita Rao,Never
      Ian Smith,Priya Shah,Never,,
      Gita Rao,Amy Ball,Daily,Ian Smith,

      """
    let imported = try imported(["a.csv": form, "staff.csv": Self.staff])
    #expect(ties(imported) == ["0001-0003-Weekly", "0002-0001-Daily", "0002-0004"])
    // What the mapping says of it reads back.
    let again = try self.imported(
      ["a.csv": form, "staff.csv": Self.staff], mapping: imported.mapping.text)
    #expect(ties(again) == ties(imported))
  }

  /// A form that asks for several names is no edge list, whatever it calls them, with a staff list or without.
  @Test(arguments: [
    "Email,Name,Name 1,How often 1,Name 2,How often 2,Name 3,How often 3",
    "Email,Name,Person 1,Frequency 1,Person 2,Frequency 2,Person 3,Frequency 3",
    "Email,Name,Staff 1,How often,Staff 2,How often2,Staff 3,How often3",
    "Email,Respondent,Name 1,How often? (1),Name 2,How often? (2),Name 3,How often? (3)",
    "Email,Your name,1. Person A,2. How often,3. Person A,4. How often,5. Person A,6. How often",
    "Email,Name,Colleague 1,How often do you work with colleague 1?,Colleague 2,How often do you work with colleague 2?,Colleague 3,How often do you work with colleague 3?",
    "Email,Name,Who? [Row 1],How often? [Row 1],Who? [Row 2],How often? [Row 2],Who? [Row 3],How often? [Row 3]",
    "Email,Name,Name2,How often,Name3,How often2,Name4,How often3",
  ]) func severalNamesAreWhomSomebodyNames(_ headings: String) throws {
    let form =
      headings
      + "\na.ball@t.org,Amy Ball,Farah Khan,Never,Gita Rao,Weekly,Ian Smith,Daily\nf.khan@t.org,Farah Khan,Priya Shah,Daily,Amy Ball,Never,,\n"
    let imported = try imported(["a.csv": form, "staff.csv": Self.staff])
    #expect(ties(imported) == ["0001-0002-Weekly", "0001-0004-Daily", "0003-0005-Daily"])
    #expect(imported.answers == 2 && imported.waiting == 0 && imported.remarks.isEmpty)
    let again = try self.imported(
      ["a.csv": form, "staff.csv": Self.staff], mapping: imported.mapping.text)
    #expect(ties(again) == ties(imported))
  }

  @Test func severalNamesWithoutAListOfStaff() throws {
    let imported = try imported([
      "a.csv":
        "Name,Name 1,How often 1,Name 2,How often 2\nAmy Ball,Bob Carr,Never,Cat Dunn,Weekly\nDan Eve,Eve Fox,Daily,,\n"
    ])
    #expect(ties(imported) == ["Amy Ball-Cat Dunn-Weekly", "Dan Eve-Eve Fox-Daily"])
  }

  /// Two columns of names with nobody who answered are the ends of a tie.
  @Test(arguments: [
    "Project,Person 1,Person 2", "ID,Name 1,Name 2", "Name,Staff 1,Staff 2",
    "Note,Person A,Person B",
  ]) func twoNumberedColumnsAreAnEdgeList(_ headings: String) throws {
    let imported = try imported([
      "a.csv": headings + "\nPhonics,Amy Ball,Gita Rao\nMaths hub,Ian Smith,Priya Shah\n",
      "staff.csv": Self.staff,
    ])
    #expect(ties(imported) == ["0001-0002", "0004-0005"])
  }

  /// A third column of names belongs to the first two, though nobody in it is known yet.
  @Test func whoeverIsNamedThirdIsAskedForToo() throws {
    let imported = try imported([
      "a.csv": "Name,Name 1,Name 2,Name 3\nAmy Ball,Gita Rao,Ian Smith,Zed Zee\n",
      "staff.csv": Self.staff,
    ])
    #expect(ties(imported) == ["0001-0002", "0001-0004"])
    #expect(imported.waiting == 1 && imported.mapping.waitingNames == ["Zed Zee"])
  }

  /// Two things said beside a name are both of it.
  @Test func howOftenAndHowDeepBesideAColleague() throws {
    let imported = try imported([
      "a.csv":
        "Name,Colleague 1,How often 1,How closely 1,Colleague 2,How often 2,How closely 2\nAmy Ball,Farah Khan,Weekly,3,Gita Rao,Never,\nIan Smith,Priya Shah,Daily,,Amy Ball,Monthly,5\n",
      "staff.csv": Self.staff,
    ])
    #expect(
      rows(imported, "collaborations.csv") == [
        "0001,0003,Colleague,coordination,Weekly", "0004,0001,Colleague,collaboration,Monthly",
        "0004,0005,Colleague,,Daily",
      ])
  }

  /// How often somebody meets others is not said of whoever is named in the column before.
  @Test func aQuestionOfItsOwnIsSaidOfNobody() throws {
    let form = """
      Your name,Who else?,How often do you work with colleagues in other schools?
      Amy Ball,Farah Khan,Never
      Ian Smith,Priya Shah; Amy Ball,Never

      """
    let imported = try imported(["a.csv": form, "staff.csv": Self.staff])
    #expect(ties(imported) == ["0001-0003", "0004-0001", "0004-0005"])
    #expect(imported.remarks.count == 1)
    #expect(imported.remarks.first?.contains("belongs to no column of names") == true)
  }

  @Test func headingsInTwoRows() throws {
    let form = """
      Respondent ID,Collector ID,What is your name?,Which colleagues do you work with?,,,How often do you meet?,
      ,,Open-Ended Response,Amy Ball,Farah Khan,Other,Amy Ball,Farah Khan
      11,4,Gita Rao,Amy Ball,,Ian Smith,Weekly,Never
      12,4,Priya Shah,,Farah Khan,,,Daily

      """
    let imported = try imported(["a.csv": form, "staff.csv": Self.staff])
    #expect(
      ties(imported).sorted() == [
        "0002-0001", "0002-0001-Weekly", "0002-0004", "0005-0003", "0005-0003-Daily",
      ])
  }

  // MARK: - People

  @Test func namesThatDifferUnderOneIdAreTwoPeople() throws {
    let imported = try imported([
      "staff.csv":
        "Staff ID,Name,School\n12,Amy Ball,Oakfield\n12,Bob Brown,Moor Lane\n13,Cara Cole,Moor Lane\n13,\"Cole, Cara\",Oakfield\n",
      "ties.csv": "from,to\n13,12\n13,Amy Ball\n",
    ])
    #expect(
      rows(imported, "people.csv").map { $0.split(separator: ",")[0] } == [
        "12 (Amy Ball)", "12 (Bob Brown)", "13",
      ])
    #expect(ties(imported) == ["13-12 (Amy Ball)"])
    #expect(imported.waiting == 1 && imported.near["12"]?.count == 2)
    #expect(imported.remarks.contains { $0.contains("Amy Ball and Bob Brown") })
  }

  @Test func anAddressTellsNamesakesApart() throws {
    let imported = try imported([
      "staff.csv":
        "Name,School,Email\nJohn Smith,Oakfield,j@t.org\nJohn Smith,Moor Lane,john@t.org\nAmy Ball,Oakfield,\n"
    ])
    #expect(rows(imported, "people.csv").count == 3)
    let one = try self.imported([
      "staff.csv":
        "Name,School,Job title\nJohn Smith,Oakfield,Teacher\nJohn Smith,Moor Lane,Head\nCara Cole,Oakfield,Teacher\n"
    ])
    #expect(rows(one, "people.csv").count == 2)
    #expect(one.remarks.contains { $0.contains("John Smith") })
  }

  /// Without ids a name at one school is one person however it is spelt, and that is said.
  @Test func aNameSpeltInSeveralWaysIsOnePerson() throws {
    let imported = try imported([
      "staff.csv":
        "Name,School\nBOB CARR,Elm\nBob  Carr,Elm\n\"Carr, Bob\",Elm\nBob Carr,Elm\nKate O’Neil,Elm\nKate O'Neil,Elm\nAli Hassan,Elm\nHassan Ali,Elm\n",
      "ties.csv": "from,to\nBob Carr,Kate O'Neil\nBOB CARR,Hassan Ali\n\"Carr, Bob\",Ali Hassan\n",
    ])
    #expect(
      rows(imported, "people.csv") == [
        "Ali Hassan,Ali Hassan,Elm", "Bob Carr,Bob Carr,Elm", "Hassan Ali,Hassan Ali,Elm",
        "Kate O’Neil,Kate O’Neil,Elm",
      ])
    #expect(
      ties(imported) == ["Bob Carr-Ali Hassan", "Bob Carr-Hassan Ali", "Bob Carr-Kate O’Neil"])
    #expect(imported.remarks.contains { $0.contains("Bob Carr (also BOB CARR and Carr, Bob)") })
  }

  /// Ids, addresses and schools keep two of one name apart, and the name alone then means neither.
  @Test(arguments: [
    "Name,School\nBob Carr,Elm\nBOB CARR,Oak\nAmy Ball,Elm\n",
    "Staff ID,Name,School\n1,Bob Carr,Elm\n2,BOB CARR,Elm\n3,Amy Ball,Elm\n",
    "Name,School,Email\nBob Carr,Elm,b@t.org\nBOB CARR,Elm,c@t.org\nAmy Ball,Elm,\n",
  ]) func namesakesStayApart(_ staff: String) throws {
    let imported = try imported(["staff.csv": staff, "ties.csv": "from,to\nAmy Ball,Bob Carr\n"])
    #expect(imported.peopleCount == 3 && imported.tieCount == 0 && imported.waiting == 1)
    #expect(imported.near["Bob Carr"]?.count == 2)
  }

  @Test func twoListsOfTheSamePeopleAreOne() throws {
    let second = """
      Name,Team,Email
      Amy Ball,Maths,A.Ball@t.org
      Gita Rao,English,
      New Person,English,n.person@t.org

      """
    let imported = try imported(["f.csv": second, "staff.csv": Self.staff])
    #expect(rows(imported, "people.csv").count == 6)
    #expect(rows(imported, "people.csv")[0] == "0001,Amy Ball,Oakfield,Maths,a.ball@t.org")
    let other = try self.imported([
      "a.csv": "Staff ID,Name,School\n0001,Zoe Zed,Oakfield\n", "staff.csv": Self.staff,
    ])
    #expect(rows(other, "people.csv").count == 6)
    #expect(other.remarks.contains { $0.contains("Zoe Zed and Amy Ball") })
  }

  @Test(arguments: [
    "Legal Surname,Legal Forename,Staff Code,Establishment,Main Role,Work email address",
    "Last name,First name,Payroll number,School(s),Job title,Email",
    "Legal last name,Legal first name,Arbor Staff ID,Sites,Job titles,Email address",
  ]) func headingsOfOtherSystems(_ headings: String) throws {
    let imported = try imported([
      "list.csv": headings
        + "\nBall,Amy,S1,Oakfield,Head,a@t.org\nRao,Gita,S2,Moor Lane,SENCO,g@t.org\n"
    ])
    #expect(
      rows(imported, "people.csv") == [
        "S1,Amy Ball,Oakfield,Head,a@t.org", "S2,Gita Rao,Moor Lane,SENCO,g@t.org",
      ])
    #expect(imported.remarks.isEmpty)
  }

  /// Whoever has nothing under "Known as" goes by their forename.
  @Test(arguments: ["Legal name", "Forename", "Legal first name"])
  func anEmptyKnownAsIsTheForename(_ heading: String) throws {
    let mapping = "[s.csv]\nstaff list\nStaff ID = id\nKnown as = first_name\n"
    let imported = try imported(
      [
        "s.csv":
          "Staff ID,Known as,\(heading),Surname,Base\n1,Kate,Katherine,Lee,Elm\n2,,Robert,Carr,Oak\n3,,Amy,,Elm\n4,,Ian Smith,Smith,Elm\n"
      ],
      mapping: heading == "Legal name"
        ? "" : mapping + "\(heading) = kept\nSurname = last_name\nBase = school\n")
    #expect(
      rows(imported, "people.csv").map { $0.split(separator: ",")[1] } == [
        "Kate Lee", "Robert Carr", "Amy", "Ian Smith",
      ])
  }

  /// A cell that no table of a workspace may hold is not imported.
  @Test func aCellThatIsTooLongIsRefused() throws {
    func staff(_ length: Int) -> [String: String] {
      ["s.csv": "Name,School\nAmy Ball,\(String(repeating: "x", count: length))\n"]
    }
    #expect(try imported(staff(32_000)).peopleCount == 1)
    #expect {
      try imported(staff(32_001))
    } throws: {
      "\($0)".contains("has a text of more than 32000 bytes in one cell, column 2 of row 2")
    }
  }

  @Test func aListWithoutSchoolsSaysSo() throws {
    let imported = try imported(["s.csv": "id,name,team\n1,Amy Ball,x\n2,Gita Rao,x\n"])
    #expect(imported.remarks.contains { $0.contains("no column of schools was found") })
  }

  /// Numbered columns of a staff list that are nobody at work make no form of it.
  @Test func aStaffListMayHaveNumberedColumns() throws {
    let imported = try imported([
      "s.csv":
        "Name,School,Emergency contact 1,Emergency contact 2,Subject 1,Subject 2\nAmy Ball,Elm,Jo Ball,Al Ball,Maths,PE\nGita Rao,Elm,Ed Rao,,Art,\n"
    ])
    #expect(imported.readings == ["s.csv: a staff list, 2 people"])
    #expect(
      rows(imported, "people.csv") == [
        "Amy Ball,Amy Ball,Elm,Maths,PE", "Gita Rao,Gita Rao,Elm,Art,",
      ])
  }

  @Test func ofTwoColumnsTheFirstCountsAndTheOtherIsKept() throws {
    let list =
      "Staff ID,Name,School,School\nJ1,John Smith,Oakfield,OAK\nC1,Cara Cole,Moor Lane,MLA\n"
    let imported = try imported(["s.csv": list])
    #expect(
      rows(imported, "people.csv") == ["C1,Cara Cole,Moor Lane,MLA", "J1,John Smith,Oakfield,OAK"])
    let again = try self.imported(["s.csv": list], mapping: imported.mapping.text)
    #expect(rows(again, "people.csv") == rows(imported, "people.csv"))
  }

  @Test func ofTwoPostsTheFirstCounts() throws {
    let imported = try imported([
      "s.csv":
        "Staff ID,Name,School,Role\nJ1,John Smith,Oakfield,Teacher\nJ1,John Smith,Moor Lane,Cover\n"
    ])
    #expect(rows(imported, "people.csv") == ["J1,John Smith,Oakfield,Teacher"])
  }

  @Test(arguments: ["Total 18", "Count: 9", "Grand total", "Total present", "Vacancy"])
  func aTotalIsNobody(_ text: String) throws {
    let imported = try imported(["s.csv": "Name,School\nAmy Ball,Oakfield\n\(text),\n"])
    #expect(rows(imported, "people.csv").count == 1)
    #expect(TotalRow.isOne(text) && !TotalRow.isOne("Total Learning Academy"))
  }

  @Test(arguments: ["Total", "Row total", "Sum", "Grand total", "Total given"])
  func aTotalIsNobodyInAMatrixEither(_ text: String) throws {
    let matrix = """
      Name,Amy Ball,Gita Rao,Farah Khan,\(text)
      Amy Ball,,2,1,3
      Gita Rao,4,,0,4
      Farah Khan,,1,,1
      \(text),4,3,1,8

      """
    for files in [["m.csv": matrix], ["m.csv": matrix, "staff.csv": Self.staff]] {
      let imported = try imported(files)
      #expect(imported.tieCount == 4 && imported.waiting == 0)
      #expect(imported.peopleCount == (files.count == 1 ? 3 : 5))
    }
  }

  @Test func aTotalIsNoEndOfATie() throws {
    let imported = try imported([
      "e.csv": "From,To,Times met\nAmy Ball,Gita Rao,3\nAmy Ball,Total,3\nTotal,Gita Rao,3\n",
      "staff.csv": Self.staff,
    ])
    #expect(ties(imported) == ["0001-0002-3"] && imported.waiting == 0)
    #expect(imported.remarks.contains { $0.contains("2 rows with a total were left out") })
  }

  // MARK: - What is not used, and decisions

  @Test func whatIsNotUsedIsNamed() throws {
    let imported = try imported([
      "staff.csv": Self.staff,
      "pairs.csv": "Observer,Observed,Begun\nAmy Ball,Farah Khan,Sep\nGita Rao,Ian Smith,Oct\n",
      "odd.csv": "colour,shape\nred,round\nblue,square\n",
    ])
    let said = imported.remarks.filter { $0.contains("is not used") }
    #expect(said.map { String($0.prefix { $0 != " " }) } == ["odd.csv", "pairs.csv"])
    #expect(said.last?.contains("Observer = from and Observed = to") == true)
    #expect(said.first?.contains("its headings \"colour\" and \"shape\" mean.") == true)
  }

  /// What is advised makes no ties of numbers, and leads on.
  @Test(arguments: [
    (
      "Partner register.csv",
      "Organisation,School,Town\nBrighton University,Oakfield,Brighton\nBarnardo's,Moor Lane,Leeds\n",
      "call it Partnerships"
    ),
    (
      "levels.csv", "Name,Shoes,Level\nAmy Ball,x,0003\nGita Rao,y,0002\n",
      "write survey answers and Name = who, or staff list and Name = name."
    ),
    (
      "CPD register.csv", "Name,Course,Date\nAmy Ball,NPQSL,03/10/2025\nGita Rao,ELSA,03/10/2025\n",
      "save it as expertise.csv with \"Name\" called person and \"Course\" called topic."
    ),
    (
      "log.csv",
      "Date,Session,Staff attending\n01/09/2026,Hub,\"Amy Ball, Gita Rao\"\n02/09/2026,Heads,Ian Smith; Priya Shah\n",
      "write attendance list, Session = event, Staff attending = who and Date = date."
    ),
    (
      "groups.csv", "Person 1,Person 2,Person 3\nAmy Ball,Gita Rao,Ian Smith\n",
      "write survey answers, HEADING = who and Person 1 = ties: Person 1"
    ),
  ]) func whatIsAdvisedLeadsOn(_ one: (file: String, text: String, says: String)) throws {
    let imported = try imported([one.file: one.text, "staff.csv": Self.staff])
    #expect(imported.remarks.count == 1 && imported.tieCount == 0)
    #expect(imported.remarks.first?.contains(one.says) == true, "\(imported.remarks)")
  }

  /// What the advice says to write is read.
  @Test func whatIsAdvisedIsRead() throws {
    let files = [
      "log.csv":
        "Date,Session,Staff attending\n01/09/2026,Hub,\"Amy Ball, Gita Rao\"\n02/09/2026,Heads,Ian Smith; Priya Shah\n",
      "days.csv": "Date,Who was in\n03/09/2026,Amy Ball; Ian Smith\n", "staff.csv": Self.staff,
    ]
    let imported = try imported(
      files,
      mapping:
        "[log.csv]\nattendance list\nSession = event\nStaff attending = who\nDate = date\n[days.csv]\nattendance list\nDate = event\nWho was in = who\n"
    )
    #expect(
      rows(imported, "collaborations.csv") == [
        ",,\"0001;0002\",attended together,01/09/2026",
        ",,\"0001;0004\",attended together,2026-09-03",
        ",,\"0004;0005\",attended together,02/09/2026",
      ])
  }

  /// A log of meetings has all who came in one cell.
  @Test func aMeetingLogIsAnAttendanceList() throws {
    let imported = try imported([
      "l.csv":
        "Meeting log,,\nDate,Meeting,Attendees\n01/09/2026,Hub,\"Amy Ball, Rao, Gita\"\n08/09/2026,Heads,Ian Smith; Zed Zee\n",
      "staff.csv": Self.staff,
    ])
    #expect(
      rows(imported, "attendance.csv") == ["Heads,0004,yes", "Hub,0001,yes", "Hub,0002,yes"])
    #expect(rows(imported, "events.csv") == ["Heads,Heads,08/09/2026", "Hub,Hub,01/09/2026"])
    #expect(
      rows(imported, "collaborations.csv") == [",,\"0001;0002\",attended together,01/09/2026"])
    #expect(imported.mapping.waitingNames == ["Zed Zee"])
  }

  @Test(arguments: [("expertise.csv", "Name,Topic"), ("Skills audit.csv", "Staff name,Skill")])
  func aListOfWhatPeopleKnow(_ one: (file: String, heads: String)) throws {
    let imported = try imported([
      one.file: one.heads + ",Level\n\"Ball, Amy\",Phonics,Leads in school\nGita Rao,SEND,3\n",
      "staff.csv": Self.staff,
    ])
    #expect(
      rows(imported, "expertise.csv") == ["0001,Phonics,Leads in school", "0002,SEND,3"])
    #expect(imported.tieCount == 0 && imported.peopleCount == 5)
    #expect(imported.files.map(\.name) == ["people.csv", "expertise.csv"])
  }

  @Test func aDecisionMayBeSeveralPeople() throws {
    let files = ["a.csv": answers("The leads; Nemo; Zed"), "staff.csv": Self.staff]
    let imported = try imported(
      files, mapping: "[names]\nThe leads = 0001; Rao, Gita\nNemo = 9999\nZed = nobody\n")
    #expect(ties(imported) == ["0001-0002", "0004-0001", "0004-0002", "0005-0001"])
    #expect(imported.waiting == 1 && imported.doubts.count == 1)
    #expect(imported.doubts.first?.contains("9999") == true)
    #expect(imported.mapping.names["Nemo"] == "9999")
  }

  @Test func aMappingIsReadAsItWasMeant() throws {
    let text = "\u{FEFF}# ours\r\n[a.csv]\r\nsurvey answers\r\nYour name = who\r\nWho? = ties\r\n"
    let mapping = try ImportMapping(reading: text)
    let table = SourceTable(
      file: "a.csv", sheet: Sheet(name: "", [["Your name", "Who?"], ["Amy", "Bo"]]))
    #expect(
      mapping.layout(of: table, like: Layout(.unused, [.unused, .unused]))
        == Layout(.survey, [.who, .ties("Who")]))
    for use in ["tie", "whoo", "schol"] {
      #expect(throws: FormatError.self) {
        try ImportMapping(reading: "[a.csv]\nsurvey answers\nYour name = \(use)\n")
      }
    }
    let imported = try imported(
      ["a.csv": answers("Amy Ball"), "staff.csv": Self.staff],
      mapping:
        "[a.csv]\nsurvey answers\nYour name = who\nWho have you worked with? = ties: x\nEmail address = email\nYour nmae = kept\n"
    )
    #expect(imported.remarks.contains { $0.contains("Your nmae") })
    #expect(rows(imported, "collaborations.csv").first == "0001,0002,x")
  }

  /// Every use that Weft writes, it reads.
  @Test(arguments: Shape.allCases) func usesReadBack(_ shape: Shape) throws {
    for use in ImportMapping.uses(shape, "Who?") + ["kept", "not used", "answer on: Who?"] {
      _ = try ImportMapping(reading: "[a.csv]\n\(shape.rawValue)\nWho? = \(use)\n")
    }
  }

  @Test func schoolsMatchByTheirWords() throws {
    let register = """
      URN,EstablishmentName,EstablishmentStatus (name),OpenDate,CloseDate,PhaseOfEducation (name)
      140001,St Mary's Church of England Primary School,Open,01-09-2019,,Primary
      140002,Oakfield School,Open,01-09-2020,,Primary
      150000,Elsewhere,Open,01-09-2020,,Primary

      """
    let imported = try imported([
      "staff.csv":
        "id,name,school\n1,Ann,St Mary's C of E Primary School\n2,Bo,Oakfield\n3,Cy,Nowhere\n",
      "edubasealldata.csv": register,
    ])
    #expect(rows(imported, "people.csv") == ["1,Ann,140001", "2,Bo,140002", "3,Cy,Nowhere"])
    #expect(imported.remarks.contains { $0.contains("Nowhere") })
  }

  // MARK: - What is no tie, and nobody

  /// Questions about whom people do not work with tie nobody, and are said.
  @Test(arguments: [
    "People you never see", "Who do you NOT work with but would like to?",
    "Which of these colleagues have you never met?", "Colleagues you avoid",
    "Who would you like to work with?", "Colleagues you don't know",
  ]) func questionsThatTieNobody(question: String) throws {
    let read = try imported([
      "a.csv":
        "Your name,Who do you work with?,\(question)\nAmy Ball,Ben Cole,Cara Dean\nBen Cole,,Amy Ball\n"
    ])
    #expect(ties(read) == ["Amy Ball-Ben Cole"])
    #expect(read.remarks.contains { $0.contains("\(question) = ties: ") })
    #expect(read.mapping.text.contains("\n\(question) = not used\n"))
    #expect(read.mapping.text.contains("makes no ties"))
  }

  @Test(arguments: [
    "Colleagues not listed above", "Who do you go to for advice?",
    "Who do you work with? (not yourself)",
  ]) func questionsThatTie(question: String) throws {
    #expect(question.contains("yourself") || !Question.asksForNoTies(question))
  }

  /// A No in a column of yes and no takes the tie away, and those two are people all the same.
  @Test(arguments: [
    ("Do you work together?", ["Yes - phonics", "No - not yet", "Not any more", "Y", "N"]),
    ("active", ["TRUE", "FALSE", "No", "Yes", "No"]),
    ("share of week", ["25%", "0%", "0", "3", "0"]),
  ]) func aNoBesideTheEnds(heading: String, cells: [String]) throws {
    let ends = [
      "Amy Ball,Ben Cole", "Amy Ball,Cara Dean", "Ben Cole,Dev Patel", "Dev Patel,Eve Fox",
      "Eve Fox,Finn Gray",
    ]
    let rows = zip(ends, cells).map { "\($0),\($1)" }.joined(separator: "\n")
    let read = try imported(["a.csv": "from,to,\(heading)\n\(rows)\n"])
    #expect(ties(read) == ["Amy Ball-Ben Cole", "Dev Patel-Eve Fox"])
    #expect(read.peopleCount == 6)
    #expect(
      read.remarks.contains {
        $0.contains("3 rows were left out") && $0.contains("\(heading) = kept")
      })
    let kept = try imported(
      ["a.csv": "from,to,\(heading)\n\(rows)\n"],
      mapping: "[a.csv]\nedge list\nfrom = from\nto = to\n\(heading) = kept\n")
    #expect(ties(kept).count == 5)
  }

  /// A column of yes and no about something else takes no tie away.
  @Test func aNoOfSomethingElse() throws {
    let read = try imported([
      "a.csv": "from,to,Same school?\nAmy Ball,Ben Cole,Yes\nAmy Ball,Cara Dean,No\n"
    ])
    #expect(ties(read).count == 2)
  }

  @Test func rowsThatSayNever() throws {
    let read = try imported([
      "a.csv":
        "from,to,frequency\nAmy Ball,Ben Cole,Weekly\nAmy Ball,Cara Dean,We don't\nBen Cole,Cara Dean,Not yet\n"
    ])
    #expect(read.tieCount == 1)
    #expect(read.remarks == ["a.csv: 2 rows say never, none or 0: asked about, and no tie."])
  }

  /// A remark is of the name before it, and of no other.
  @Test(arguments: [
    ("Amy Ball (never) and Gita Rao (weekly)", ["Gita Rao-weekly"]),
    ("Amy Ball (weekly) & Gita Rao (never)", ["Amy Ball-weekly"]),
    ("Amy Ball (never) and Gita Rao (never)", []), ("Amy Ball / Gita Rao (never)", ["Amy Ball"]),
    ("Amy Ball - never and Gita Rao - weekly", ["Gita Rao-weekly"]),
    ("Zed Nobody (never) and Una Known (weekly)", ["Una Known-weekly"]),
  ]) func remarksOnEachOfTwo(cell: String, named: [String]) throws {
    let read = try imported([
      "a.csv":
        "Your name,Who do you work with?\nEve Fox,\(cell)\nAmy Ball,Gita Rao\nGita Rao,Amy Ball\n"
    ])
    #expect(ties(read).filter { $0.hasPrefix("Eve") } == named.map { "Eve Fox-\($0)" })
  }

  /// Words that name nobody make nobody, though no list says who there is.
  @Test func wordsThatNameNobody() throws {
    let read = try imported([
      "a.csv":
        "from,to\nAmy Ball,none\nCara Dean,n/a - new starter\nDev Patel,Amy Ball\nFinn Gray,Nobody really\nGita Rao,Unsure\nHal Moss,I work alone\nIda Low,the SENCO at Birch\n"
    ])
    #expect(ties(read) == ["Dev Patel-Amy Ball"])
    #expect(read.mapping.names == ["I work alone": "?", "the SENCO at Birch": "?"])
    #expect(!rows(read, "people.csv").contains { $0.hasPrefix("none") || $0.hasPrefix("Unsure") })
    // Ids are ids.
    let ids = try imported(["a.csv": "from,to\nn1,the hub\nthe hub,None X\nq,n1\n"])
    #expect(ids.peopleCount > 2 && ids.mapping.names.isEmpty)
  }

  // MARK: - Rows and cells

  @Test func cellsBeyondTheHeadings() throws {
    let list = try imported([
      "a.csv":
        "Name,School,Works with\nAmy Ball,Ashby,Ben Cole, Cara Dean\nBen Cole,Ashby,Amy Ball\nCara Dean,Birch,\n"
    ])
    #expect(ties(list) == ["Amy Ball-Ben Cole", "Amy Ball-Cara Dean", "Ben Cole-Amy Ball"])
    #expect(
      list.remarks.contains {
        $0.contains(
          "1 row has cells beyond the headings, such as \"Cara Dean\"; they are read as part")
      })
    let other = try imported([
      "a.csv": "from,to,kind\nAmy Ball,Ben Cole,x\nCara Dean,Dev Patel,y,extra\n"
    ])
    #expect(other.remarks.contains { $0.contains("such as \"extra\"; they are not used") })
  }

  @Test func headingsUnderOthers() throws {
    let pair = try imported([
      "a.csv":
        "Person,,Colleague,,Strength\nName,School,Name,School,\nAmy Ball,Ashby,Dev Patel,Birch,3\nBen Cole,Ashby,Amy Ball,Ashby,2\nNote: 5 means daily\n"
    ])
    #expect(ties(pair) == ["Amy Ball-Dev Patel", "Ben Cole-Amy Ball"] && pair.peopleCount == 3)
    let grid = try imported([
      "a.csv":
        "Name,School,How often do you work with\n,,Amy Ball,Ben Cole,Cara Dean\nAmy Ball,Ashby,,Daily,Never\nBen Cole,Ashby,Weekly\nCara Dean,Birch,Never\n"
    ])
    #expect(
      ties(grid) == ["Amy Ball-Ben Cole-Daily", "Ben Cole-Amy Ball-Weekly"] && grid.peopleCount == 3
    )
  }

  @Test func repeatedHeadings() throws {
    let read = try imported([
      "a.csv":
        "from,to,depth\nAmy Ball,Ben Cole,2\nfrom,to,depth\nCara Dean,Dev Patel,3\nPage 2 of 3\n"
    ])
    #expect(read.peopleCount == 4 && read.doubts.isEmpty)
    #expect(read.remarks == ["a.csv: 2 rows repeat the headings or are a note, and were left out."])
  }

  /// A surname before the first name is a question, and nobody new.
  @Test func surnameFirst() throws {
    let read = try imported([
      "a.csv":
        "Surname,Forename,School,Works with 1,Works with 2\nBall,Amy,Ashby,Cole Ben,\nCole,Ben,Birch,,Ball Amy\n"
    ])
    #expect(read.peopleCount == 2 && read.waiting == 2)
    #expect(read.doubts == ["Ball Amy (perhaps Amy Ball)", "Cole Ben (perhaps Ben Cole)"])
  }

  // MARK: - Columns that were passed over

  /// Of a list of elements only people are people.
  @Test func elementsOfOtherKinds() throws {
    let read = try imported([
      "elements.csv":
        "Label,Type\nAmy Ball,Person\nBen Cole,\nAshby Primary,School\nLeeds MIND,Charity\nReading week,Project\n",
      "ties.csv": "from,to\nAmy Ball,Ben Cole\nAmy Ball,Ashby Primary\nBen Cole,Leeds MIND\n",
    ])
    #expect(read.peopleCount == 2 && read.tieCount == 3 && read.doubts.isEmpty)
    #expect(rows(read, "schools.csv") == ["Ashby Primary,Ashby Primary"])
    #expect(rows(read, "partners.csv") == ["Leeds MIND,Leeds MIND"])
    #expect(rows(read, "teams.csv") == ["Reading week,Reading week"])
    #expect(
      read.remarks.contains {
        $0.contains("one in partners.csv, one in schools.csv and one in teams.csv")
          || $0.contains("1 in partners.csv, 1 in schools.csv and 1 in teams.csv")
      })
  }

  @Test func theChairIsAMember() throws {
    let read = try imported([
      "a.csv": "Working party,Chair,Members\nPhonics,Amy Ball,\"Ben Cole, Cara Dean\"\n"
    ])
    #expect(read.peopleCount == 3)
    #expect(
      rows(read, "collaborations.csv").contains { $0.contains("Ben Cole;Cara Dean;Amy Ball") })
  }

  @Test func whoSentApologiesWasNotThere() throws {
    let read = try imported([
      "a.csv":
        "Date,Meeting,Attendees,Apologies\n12/09/2026,SEND network,\"Amy Ball, Ben Cole\",Cara Dean\n"
    ])
    #expect(
      rows(read, "attendance.csv") == [
        "SEND network,Amy Ball,yes", "SEND network,Ben Cole,yes", "SEND network,Cara Dean,no",
      ])
    #expect(rows(read, "collaborations.csv").contains { $0.contains("Amy Ball;Ben Cole") })
  }

  @Test func keptColumnsAreSaid() throws {
    let read = try imported([
      "a.csv":
        "Name,School,Phonics,Makaton,Which areas could you help with?,What could you help others with?\nAmy Ball,Ashby,room 3,Monday,EAL,SEND\nBen Cole,Birch,room 1,Friday,,\n"
    ])
    #expect(
      read.remarks.contains { $0.contains("\"Phonics\" and \"Makaton\" are kept as they stand") })
    #expect(
      read.remarks.contains {
        $0.contains("Which areas could you help with? = expertise under [a.csv]")
      })
    #expect(rows(read, "people.csv").contains { $0.contains("SEND") })
  }

  /// Where each school has a sheet of its own, its name can be the school.
  @Test func sheetsThatAreSchools() throws {
    func tables() -> [SourceTable] {
      [
        ("Ashby Primary", [["Name", "Role", "Works with"], ["Amy Ball", "Head", "Ben Cole"]]),
        ("Birch High", [["Name", "Role", "Works with"], ["Ben Cole", "TA", "Amy Ball"]]),
      ].map { SourceTable(file: "a.xlsx", sheet: Sheet(name: $0.0, $0.1)) }
    }
    var importer = Importer(tables(), register: nil, earlier: ImportMapping())
    let first = try importer.run()
    #expect(
      first.remarks.contains { $0.contains("sheet name = school under [a.xlsx, Ashby Primary]") })
    let text = first.mapping.text.replacing(
      "survey answers\n", with: "survey answers\nsheet name = school\n")
    var again = Importer(tables(), register: nil, earlier: try ImportMapping(reading: text))
    let second = try again.run()
    #expect(
      rows(second, "people.csv") == [
        "Amy Ball,Amy Ball,Ashby Primary,Head,yes", "Ben Cole,Ben Cole,Birch High,TA,yes",
      ])
    #expect(second.remarks.isEmpty && second.mapping.text.contains("sheet name = school"))
  }

  // MARK: - Graph files and registers

  @Test func nodesThatOnlyEdgesName() throws {
    let json =
      "{\"nodes\":[{\"id\":\"Amy Ball\"},{\"id\":\"Ben Cole\"}],\"links\":[{\"source\":\"Amy Ball\",\"target\":\"Cara Dean\"}]}"
    let read = try imported(["a.json": json])
    #expect(read.peopleCount == 3)
    #expect(
      read.remarks.contains {
        $0.contains(
          "1 node stands only in edges and not among the nodes, and was added: \"Cara Dean\"")
      })
    let dl = try imported([
      "a.dl": "dl n=3 format=edgelist1\nlabels embedded:\ndata:\namy ben 2\nben cara 0\n"
    ])
    #expect(dl.peopleCount == 3 && dl.tieCount == 1)
    #expect(!dl.remarks.contains { $0.contains("only in edges") })
  }

  @Test func ofTwoSchoolsOfOneNameTheOpenOne() throws {
    let read = try imported([
      "staff.csv": "id,name,school\n1,Amy Ball,Ashby Primary School\n",
      "edubasealldata.csv":
        "URN,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name)\n100001,Ashby Primary School,Open,Primary\n100009,Ashby Primary School,Closed,Primary\n",
    ])
    #expect(rows(read, "schools.csv") == ["100001,Ashby Primary School,Primary"])
  }

  /// Questions that end with a colleague, with or without a sign between, and how often beside them.
  @Test(arguments: [
    (
      "ID,Start time,Completion time,Email,Name,How often do you work with.Amy Ball,How often do you work with.Gita Rao,How far do you agree?.Meetings help\n1,1,1,i.smith@t.org,Ian Smith,Often,Never,Agree\n2,1,1,p.shah@t.org,Priya Shah,Rarely,Weekly,Neutral\n",
      ["0004-0001-Often", "0005-0001-Rarely", "0005-0002-Weekly"]
    ),
    (
      "ID,Start time,Completion time,Email,Name,Do you work with Amy Ball?,\"If yes, how often?\",Do you work with Gita Rao?,\"If yes, how often?2\"\n1,1,1,i.smith@t.org,Ian Smith,Yes,Weekly,No,\n2,1,1,p.shah@t.org,Priya Shah,Yes,,Yes,Monthly\n",
      ["0004-0001-Weekly", "0005-0001", "0005-0002-Monthly"]
    ),
    (
      "Timestamp,Email address,How often? (1 = never 5 = daily) [Amy Ball],How often? (1 = never 5 = daily) [Gita Rao]\n1,i.smith@t.org,5,1\n2,p.shah@t.org,1,3\n",
      ["0004-0001", "0005-0002"]
    ),
    (
      "Colleague A,School A,Colleague B,School B,How many times a term\n\"Ball, Amy\",Oakfield,\"Rao, Gita\",Moor Lane,3-4\n\"Shah, Priya\",Oakfield,Ian Smith,Moor Lane,0\n",
      ["0001-0002-3-4"]
    ),
    ("From,To,How often (1=never 5=daily)\n0001,0002,4\n0001,0003,1\n", ["0001-0002-4"]),
  ]) func whoIsAskedAbout(_ one: (text: String, ties: [String])) throws {
    let files = ["a.csv": one.text, "staff.csv": Self.staff]
    let imported = try imported(files)
    #expect(ties(imported).filter { !$0.hasSuffix("-0") } == one.ties, "\(one.text)")
    #expect(imported.waiting == 0 && imported.tieCount == one.ties.count)
    let again = try self.imported(files, mapping: imported.mapping.text)
    #expect(rows(again, "collaborations.csv") == rows(imported, "collaborations.csv"))
    #expect(again.mapping.text == imported.mapping.text)
  }

  /// What one heading says of its scale, and what is no scale.
  @Test(arguments: [
    ("How often? (1 = never, 5 = daily)", 1 as Double?), ("Contact 0 none - 3 a lot", 0),
    ("1 means not at all, 4 very much", 1), ("Scale: never (1) to daily (5)", 1),
    ("Colleagues you never see 2", nil), ("Who are your 3 contacts?", nil),
    ("Whom do you never meet?", nil),
  ]) func scalesThatHeadingsTell(_ one: (heading: String, never: Double?)) {
    #expect(ScaleLegend(one.heading).never == one.never)
    #expect(Question.asksForNoTies(one.heading) == one.heading.contains("you never"))
  }

  /// The name and the address of whoever answers are not offered as the two ends of a tie.
  @Test func oneWithTheirAddressIsNoPair() throws {
    let imported = try imported([
      "a.csv":
        "ID,Start time,Email,Name,How far?.Meetings help\n1,1,a.ball@t.org,Amy Ball,Agree\n2,1,g.rao@t.org,Gita Rao,Neutral\n",
      "staff.csv": Self.staff,
    ])
    #expect(imported.remarks.count == 1 && imported.tieCount == 0)
    #expect(
      imported.remarks.first?.contains("write survey answers and Name = who") == true,
      "\(imported.remarks)")
  }

  /// Headings in two rows, tables side by side, errors of a spreadsheet, and names within names.
  @Test func sheetsAsPeopleKeepThem() throws {
    for above in ["Who,,Where,", "Staff,Staff,Place,Place"] {
      let two = try imported([
        "a.csv": "\(above)\nID,Name,School,Role\nS1,Amy Ball,Ashby,Head\nS2,Bo Cole,Birch,T\n"
      ])
      #expect(rows(two, "people.csv") == ["S1,Amy Ball,Ashby,Head", "S2,Bo Cole,Birch,T"])
    }
    let beside = try imported([
      "a.csv":
        "ID,Name,School,,From,To\nS1,Amy Ball,Ashby,,Amy Ball,Bo Cole\nS2,Bo Cole,Birch,,Bo Cole,Cy Dunn\nS3,Cy Dunn,Birch,,,\n"
    ])
    #expect(ties(beside) == ["S1-S2", "S2-S3"])
    #expect(rows(beside, "people.csv").last == "S3,Cy Dunn,Birch")
    let broken = try imported([
      "a.csv": "ID,Name,School\nS1,Amy Ball,#N/A\nS2,#REF!,Birch\n", "t.csv": "from,to\nS1,S2\n",
    ])
    #expect(rows(broken, "people.csv") == ["S1,Amy Ball,", "S2,S2,Birch"])
    #expect(
      broken.remarks.contains {
        $0.hasPrefix(
          "a.csv: 2 cells hold no value but an error of the spreadsheet, such as \"#N/A\" under \"School\""
        )
      }, "\(broken.remarks)")
    let names = try imported([
      "a.csv":
        "ID,Name,School\n1,Amy Ball (née Stone),A\n2,\"Rob \"\"Bob\"\" Hill\",A\n3,Cara Dunn-Fox,B\n",
      "t.csv": "from,to\nAmy Ball,Bob Hill\nAmy Stone,Rob Hill\nCara Dunn,Amy Ball\n",
    ])
    #expect(ties(names) == ["1-2", "1-2"])
    #expect(names.doubts == ["Cara Dunn (perhaps Cara Dunn-Fox)"])
    let numbered = try imported([
      "nodes.csv": "Name,Label,School\n1,Amy Ball,A\n2,Bo Cole,B\n",
      "e.csv": "Source,Target\n1,2\n",
    ])
    #expect(rows(numbered, "people.csv") == ["1,Amy Ball,A", "2,Bo Cole,B"])
  }

  /// Facts of people beside a column an event, days that either order makes days, and schools beside names.
  @Test func whatStandsBesideNames() throws {
    let register = try imported([
      "register.csv":
        "Name,School,SLT 05/01/2026,SLT 12/01/2026\nAmy Ball,Ashby Primary,P,P\nBo Cole,Birch Primary,P,A\n"
    ])
    #expect(
      rows(register, "people.csv") == [
        "Amy Ball,Amy Ball,Ashby Primary", "Bo Cole,Bo Cole,Birch Primary",
      ])
    let days = try imported(["t.csv": "from,to,started\na1,b2,03/04/2026\nb2,c3,05/06/2026\n"])
    #expect(
      days.remarks.contains {
        $0.contains("\"started\" is read day first") && $0.contains("\"03/04/2026\" is 2026-04-03")
          && $0.contains("write 2026-03-04")
      }, "\(days.remarks)")
    let sure = try imported(["t.csv": "from,to,started\na1,b2,03/04/2026\nb2,c3,25/06/2026\n"])
    #expect(sure.remarks.isEmpty)
    let both = try imported([
      "a.csv":
        "Your name and school,Who do you work with?\nAmy Ball - Oak Primary,Bo Cole - Ash High; Cy Dunn - Oak Primary\nBo Cole - Ash High,Amy Ball - Oak Primary\n"
    ])
    #expect(
      rows(both, "people.csv").map {
        $0.split(separator: ",").dropFirst().prefix(2).joined(separator: ",")
      }
        == ["Amy Ball,Oak Primary", "Bo Cole,Ash High", "Cy Dunn,Oak Primary"])
    #expect(both.tieCount == 3)
  }

  /// Whoever answers twice, what is no score, and a count at the foot of a list are told.
  @Test func whatElseIsTold() throws {
    let twice = try imported([
      "a.csv":
        "Timestamp,Email address,Who do you work with?\n1,a.ball@t.org,Gita Rao\n2,a.ball@t.org,Ian Smith\n",
      "staff.csv": Self.staff,
    ])
    #expect(ties(twice) == ["0001-0002", "0001-0004"])
    #expect(
      twice.remarks == [
        "a.csv: 1 person answered more than once, and all they said counts: Amy Ball. Delete the answers that do not hold."
      ])
    let ratings = try imported([
      "r.csv": "Partner,Frequency,Power,Mission\nLibrary,4,3,2\n", "staff.csv": Self.staff,
    ])
    #expect(
      ratings.remarks.contains { $0.hasPrefix("r.csv: \"Frequency\" is no score and is not used.") }
    )
    let list = try imported([
      "staff.csv": "Name,School,FTE\nAmy Ball,Ashby,1\nHeadcount,1,1\nNumber of staff,1,\n"
    ])
    #expect(rows(list, "people.csv") == ["Amy Ball,Amy Ball,Ashby,1"])
  }

  /// What a workbook of Weft found is no list of people.
  @Test func findingsAreNoPeople() {
    func sheet(_ name: String, _ rows: [[String]]) -> SourceTable {
      SourceTable(file: "h.xlsx", sheet: Sheet(name: name, rows))
    }
    let tables = [
      sheet("people", [["id", "label"], ["P1", "Amy Ball"]]),
      sheet("ties", [["from", "to"], ["P1", "P2"]]),
      sheet(
        "silos",
        [
          ["boundary", "id", "name", "outside_share", "verdict"],
          ["school", "S1", "Ashby", "1", ""],
        ]),
      sheet("partners", [["id", "partner"], ["X/S", "Library"]]),
    ]
    #expect(WeftWorkbook.findings(tables) == ["h.xlsx, silos", "h.xlsx, partners"])
    #expect(WeftWorkbook.findings([tables[0], tables[1], tables[3]]).isEmpty)
  }
}
