import TestSupport
import Testing

/// A cell that names somebody no file knows, or no yes or no, is told apart from an empty one, on every page.
@Suite struct UnreadCellsTests {
  @Test(arguments: [
    (
      "decisions",
      "decision,decided_by,consulted,affects\nRule,A,Mr Nobody Known,B\nOther,A,A1,B\n",
      ["2 decisions; 1 affected", "counted neither way: who was consulted on 1 decision."],
      ["Rule,,Ash,could not be read,cannot be told"]
    ),
    // Nobody is an answer; an empty cell is none.
    (
      "decisions",
      "decision,decided_by,consulted,affects\nRule,A,nobody,B\nOther,A,,B\nThird,A,n/a,B\nFourth,A,B,\n",
      [
        "4 decisions, 3 of which say whom they affect; 1 affected",
        "Not recorded, and counted neither way: who was consulted on 2",
      ],
      [
        "Rule,,Ash,nobody,Elm", "Other,,Ash,not recorded,cannot be told",
        "Fourth,,Ash,Elm,cannot be told",
      ]
    ),
    (
      "events", "id,name,planned\nE1,Talk,yes\nE2,Visit,see diary\nE3,Walk,\n",
      ["100% of the 1 event that says so (of 3)", "neither way: whether 1 event was planned."],
      ["E2,,Visit,,could not be read,", "E3,,Walk,,,"]
    ),
    (
      "events", "id,name,planned\nE1,Talk,maybe\nE2,Visit,\n",
      ["2 events.", "neither way: whether 1 event was planned."], []
    ),
    (
      "partners",
      "partner,with,lead,agreement,roles_clear,level,started\nX1,A,\"A1; A2\",see folder,?,deepish,a while ago\nX2,B,vacant,yes,yes,2,2026-01-01\n",
      [
        "counted neither way: who leads 1 partnership, whether there is an agreement in 1 partnership, the depth of 1 partnership and when 1 partnership began."
      ],
      ["X1/A,X1,Ash,,cannot be told,,,,,,,", "X2/B,X2,Elm,,steady,,"]
    ),
    (
      "ideas", "idea,origin,carried_by,adopted_by\nSwap,A,A1,Some School\nKites,Elsewhere,A1,B\n",
      [
        "2 ideas, 1 taken up; whether anybody carried them across cannot be told, and where they began could not be read.",
        "counted neither way: where 1 idea began and who took up 1 idea.",
      ],
      [
        "Kites,,could not be read,one not named,Elm,1,,,cannot be told,cannot be told",
        "Swap,,Ash,one not named,could not be read,,,,cannot be told,cannot be told",
      ]
    ),
    (
      "goals", "id,statement,measure,owner\nG1,Read,%,QQQ\nG2,Count,%,A1; QQQ\nG3,Sing,%,A1\n",
      ["0 without a measure, 1 with one owner only", "neither way: the owners of 2 goals."],
      [
        "G1,Read,%,,,,,,,\"an owner could not be read",
        "G2,Count,%,,,,,1,,\"an owner could not be read",
      ]
    ),
    (
      "needs", "need,voice,action,met\nRoom,pupils,,perhaps\nClub,families,begun,\n",
      ["2 needs raised; 0 have had no response.", "whether there was a response to 1 need."],
      ["pupils,1,0,0,,1"]
    ),
    // Two empty cells are no answer, and no word that there was none.
    (
      "needs",
      "need,voice,action,met\nRoom,pupils,,\nClub,families,none,\nBus,families,,no\nPlay,staff,begun,\n",
      [
        "4 needs raised; 2 have had no response.",
        "Not recorded, and counted neither way: whether there was a response to 1 need.",
        "Voiced and never answered: families.",
      ],
      ["families,2,0,0,,0", "pupils,1,0,0,,1", "staff,1,1,0,,0"]
    ),
    // Where nobody was consulted on anything, that is what the file says.
    (
      "decisions", "decision,decided_by,consulted,affects\nRule,A,none,B\nOther,A,nobody,A\n",
      ["2 decisions; 1 affected somebody who was not consulted."],
      ["Rule,,Ash,nobody,Elm", "Other,,Ash,nobody,"]
    ),
    (
      "teams", "id,name,school,lead\nTA,Ay,A,q99\nTB,Bee,B,\n",
      ["1 team has no lead recorded.", "counted neither way: who leads 1 team."], []
    ),
  ])
  func isToldApart(_ file: String, _ rows: String, _ sentences: [String], _ cells: [String]) {
    let name = file == "partners" ? "partnerships" : file
    let folder = TwoSchools.folder(["\(name).csv": rows])
    let command = file == "needs" ? "voices" : file
    let told = weft([command, folder.path]).out
    for sentence in sentences { #expect(told.contains(sentence), "\(sentence)\n\(told)") }
    let table = weft([command, folder.path, "--csv"]).out
    for cell in cells { #expect(table.contains(cell), "\(cell)\n\(table)") }
  }

  /// Whether somebody joins a partner with a school cannot be told where no file says who is in touch with partners.
  @Test func bridgesFromPartnersNeedTiesWithThem() {
    let folder = TwoSchools.folder([
      "partners.csv": "id,name\nX1,Library\n",
      "partnerships.csv": "partner,with\nX1,A\n",
      "ideas.csv": "idea,origin,carried_by,adopted_by\nSwap,X1,A1,B\nKites,A,A1,B\n",
      "stories.csv": "title,who,impact\nBooks,X1; Nobody Known,Better\n",
      "events.csv": "id,name\nE1,Talk\n", "attendance.csv": "event,person,attended\nE1,A1,no\n",
    ])
    // Nor is a story of which it cannot be read who took part none of theirs; where only who was away is written down, who came is not.
    let partners = weft(["partners", folder.path]).out
    #expect(
      partners.contains("Who took part in 1 story that says what changed could not be read."),
      "\(partners)")
    let events = weft(["events", folder.path, "--csv"]).out
    #expect(events.contains("E1,,Talk,,,,,"), "\(events)")
    let told = weft(["ideas", folder.path]).out
    #expect(
      told.contains(
        "Whether 1 idea came through a bridge cannot be told: who is in touch with partners is not recorded."
      ), "\(told)")
    #expect(told.contains("\n1 came through a bridge"), "\(told)")
    let table = weft(["ideas", folder.path, "--csv"]).out
    #expect(table.contains("Swap,,Library,one not named,Elm,1,,,yes,cannot be told"), "\(table)")
  }

  /// Where everybody is in several schools, that is why none can be compared; what neither of two times tells is not recorded.
  @Test func everybodyInSeveralSchools() {
    let people = TwoSchools.people.split(separator: "\n").map { row in
      row.replacing(",A,", with: ",A; B,").replacing(",B,", with: ",A; B,")
    }.joined(separator: "\n")
    let folder = TwoSchools.folder(["people.csv": people])
    let told = weft(["silos", folder.path]).out
    #expect(
      told.contains(
        "Schools cannot be compared: everybody is in several, and nobody in one alone."),
      "\(told)")
    let table = weft(["compare", folder.path, folder.path, "--csv", "--table", "figures"]).out
    #expect(table.contains("people,12,12,0,,as recorded"), "\(table)")
    #expect(table.contains("partnerships,,,,,not recorded"), "\(table)")
  }

  /// A word that says nobody is whoever has it for an id.
  @Test func nobodyMayBeSomebody() {
    let folder = TwoSchools.folder([
      "partners.csv": "id,name,sector\nno,North Org,health\n",
      "decisions.csv": "decision,decided_by,consulted,affects\nRule,A,no,no\nOther,A,nobody,no\n",
    ])
    let table = weft(["decisions", folder.path, "--csv"]).out
    #expect(table.contains("Rule,,Ash,North Org,\r\n"), "\(table)")
    #expect(table.contains("Other,,Ash,nobody,North Org\r\n"), "\(table)")
  }

  /// Where no lead could be read, nothing is said of how many depend on one person.
  @Test(arguments: [("", nil), ("X2,A,A1\n", "None whose lead can be read depends on one person.")])
  func ofNoLeadNothingIsSaid(_ more: String, _ sentence: String?) {
    let folder = TwoSchools.folder([
      "partners.csv": "id,name\nX1,Works\nX2,Chapel\n",
      "partnerships.csv": "partner,with,lead\nX1,A,see folder\n" + more,
      "collaborations.csv": "from,to\n" + TwoSchools.ring + "A1,X2\nA2,X2\n",
    ])
    let told = weft(["partners", folder.path]).out
    #expect(told.contains("counted neither way: who leads 1 partnership."), "\(told)")
    #expect(told.contains("depends on one person") == (sentence != nil), "\(told)")
    if let sentence { #expect(told.contains(sentence), "\(told)") }
    #expect(folder.text("partnerships.csv") != nil)
  }
}
