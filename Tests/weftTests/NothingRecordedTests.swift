import TestSupport
import Testing

/// What was not asked, not answered or cannot be read is told as that, and never as nought.
@Suite struct NothingRecordedTests {
  /// Two schools of six in a ring each, with one tie between them; two of each have no role on record.
  private static let people =
    "id,name,school,role\n"
    + ["A", "B"].flatMap { school in
      (1...6).map { "\(school)\($0),\(school)\($0),\(school),\($0 > 2 ? "Teacher" : "")\n" }
    }.joined()
  private static let ring =
    ["A", "B"].flatMap { school in
      (1...6).map { "\(school)\($0),\(school)\($0 % 6 + 1)\n" }
    }.joined() + "A1,B1\n"

  private static func rings() -> Workdir {
    Workdir([
      "people.csv": people, "collaborations.csv": "from,to\n" + ring,
      "schools.csv": "id,name,hub,phase\nA,Ash,H,primary\nB,Elm,H,primary\n",
    ])
  }

  /// Two raters of one partner and three of ours of another; no day anywhere but those of reviews.
  private static func partnerships() -> Workdir {
    func sheets(_ partnership: String, _ raters: ClosedRange<Int>) -> String {
      ["reliability", "mission", "openness"].flatMap { item in
        raters.map { "\(partnership),\(item),3,r\($0)\n" }
      }.joined()
    }
    return Workdir([
      "people.csv": people, "collaborations.csv": "from,to\n" + ring,
      "partners.csv": "id,name,sector\nX1,Clinic,health\nX2,Club,\n",
      "partnerships.csv": "partner,with,review_due\nX1,A,2020-01-01\nX2,B,2030-01-01\n",
      "ratings.csv": "partner,with,side,item,score,rater\n" + sheets("X1,A,theirs", 1...2)
        + sheets("X2,B,ours", 3...5),
    ])
  }

  private func expect(
    _ words: String..., in arguments: [String], _ location: SourceLocation = #_sourceLocation
  ) {
    let outcome = weft(arguments)
    #expect(outcome.status == 0, "\(outcome.err)", sourceLocation: location)
    for word in words {
      #expect(outcome.out.contains(word), "\(word)\n\(outcome.out)", sourceLocation: location)
    }
  }

  @Test func reviewsWithoutADay() {
    let folder = Self.partnerships()
    expect(
      "Whether a review is overdue cannot be told: nothing in the files is dated.",
      "or community on record; the sector of 1 partner with a partnership is not recorded.",
      "not recorded             1             1\n", in: ["partners", folder.path])
    let evidence = weft(["evidence", folder.path, "--csv"]).out.split(separator: "\r\n")
    func row(_ statement: String) -> Substring {
      evidence.first { $0.contains(statement) } ?? ""
    }
    #expect(row("reviewed on time").contains("partnerships-reviewed,,1,nothing in the files"))
    // Whoever answered was asked, be they too few to show; trust takes both sides.
    #expect(row("how they see us").contains("partners-asked,0.5,"))
    #expect(row("Trust is high").contains("trust,,0.66,no partnership with both sides' views"))
  }

  @Test func whatWorkIsAndWhoMet() {
    let folder = Workdir([
      "people.csv": Self.people,
      "collaborations.csv": "from,to,kind\nA1,A2,coffee\nA1,B1,coffee\nA2,B2,\n",
      "schools.csv": "id,name\nA,Ash\nB,Elm\n", "events.csv": "id,kind\nE1,meeting\n",
      "attendance.csv": "event,person,attended\nE1,A1,\n",
      "decisions.csv": "decision,decided_by,consulted,affects\nRule,A1,A2,\nOther,A1,A2,B\n",
      "ideas.csv": "idea,origin,adopted_by,carried_by\nSwap,A,B,A1\n",
    ])
    expect(
      "Only 2 of 3 say what kind of work it is (kind, purpose): too few to sort.",
      "Informal work joins schools in 50% of 2 cases.", in: ["purpose", folder.path])
    expect(
      "Whether 1 person came is not recorded or could not be read (attendance.csv)",
      in: ["events", folder.path])
    #expect(
      weft(["events", folder.path, "--csv", "--table", "events"]).out
        .hasSuffix("E1,,E1,meeting,,,,\r\n"))
    #expect(
      weft(["decisions", folder.path, "--csv", "--table", "reach"]).out
        .contains("Rule,,,,,cannot be told\r\n"))
    let balance = weft(["balance", folder.path, "A1", "--csv"]).out
    #expect(balance.contains("\"asked for help, and asking\",,\r\n"), "\(balance)")
    #expect(balance.contains("in all,1,\r\n"), "\(balance)")
  }

  @Test func nothingGroupsPeople() {
    let folder = Workdir([
      "people.csv": "id,name\n1,A\n2,B\n3,C\n", "collaborations.csv": "from,to\n1,2\n2,3\n",
    ])
    expect("(1 person) 2 ties go.\n", in: ["without", folder.path, "2"])
  }

  @Test func twoSchoolsOnOneTie() {
    let folder = Self.rings()
    expect("the two schools no longer reach one another.", in: ["without", folder.path, "A1"])
    expect(
      "1 pair of neighbouring schools of one phase, of 1 that can be judged, has at most two thirds of the ties",
      // That one person is tied is not told from none.
      "Ash  Elm         c        7.1      c", in: ["match", folder.path])
    expect(
      "This pair works together already, so nothing changes by it.",
      in: ["what-if", folder.path, "--tie", "A1,A2"])
    expect(
      "Works with 3 colleagues; 33% of these ties lead out of the school",
      in: ["show", folder.path, "A1", "--names", "full"])
    #expect(weft(["map", folder.path, "-o", folder.path + "/out", "--no-figures"]).status == 0)
    let summary = folder.text("out/summary.md") ?? ""
    #expect(
      summary.contains(
        "people who connect others most are Teacher (8) and role not recorded (4). Two of them have ties in another school."
      ), "\(summary)")
  }

  /// Chance gives two schools of few ties under five, so that none between them says nothing.
  @Test func neighboursOfFewTies() {
    let folder = Workdir([
      "people.csv": Self.people, "collaborations.csv": "from,to\nA1,A2\nB1,B2\nA1,B1\nA2,B2\n",
      "schools.csv": "id,name,hub,phase\nA,Ash,H,primary\nB,Elm,H,primary\n",
    ])
    expect(
      "keep apart cannot be said: 1 pair has too few ties by chance (under five) or too few answers.",
      in: ["match", folder.path])
  }

  /// Six pairs of one working group are too few to compare another day with.
  @Test func daysWithTooFewTies() {
    let pairs = (1...6).flatMap { one in (1...3).map { "A\(one),B\($0),,2025-09-01\n" } }
    let folder = Workdir([
      "people.csv": Self.people,
      "collaborations.csv": "from,to,members,started\n,,A1;A2;A3;A4,2024-09-01\n"
        + pairs.joined(),
    ])
    let outcome = weft([
      "compare", folder.path, "--from", "2024-10-01", "--to", "2025-10-01",
    ])
    #expect(
      outcome.out.contains(
        "Whether more ties lead out than on the first day cannot be said: there are too few ties to compare."
      ), "\(outcome.out)")
    #expect(!outcome.out.contains("95% interval"))
  }

  /// Where no school is on record, none has somebody in a group, and no group spans more than one.
  @Test func teamsOfATrustWithoutSchools() {
    let folder = Workdir([
      "people.csv": "id,name,team\n" + (1...12).map { "p\($0),p\($0),T\($0 % 2)\n" }.joined(),
      "teams.csv": "id,name,kind\nT0,Readers,network\nT1,Finance,operations\n",
      "collaborations.csv": "from,to\n"
        + (1...12).map { "p\($0),p\($0 % 12 + 1)\n" }.joined(),
    ])
    expect(
      "2 teams and 0 working groups; which schools they span is not recorded.",
      in: ["teams", folder.path])
    #expect(!weft(["teams", folder.path]).out.contains("Every school"))
  }

  /// Of a tie of somebody of no known school nobody can say whether it leads to another.
  @Test func withoutSomebodyOfNoKnownSchool() {
    let folder = Workdir([
      "people.csv": Self.people + "Z1,Zed,unknown,Teacher\n",
      "collaborations.csv": "from,to\n" + Self.ring + "Z1,A1\nZ1,B2\n",
      "schools.csv": "id,name\nA,Ash\nB,Elm\n",
    ])
    expect(
      "2 ties go; whether between schools cannot be told, as somebody cannot be placed in one school.",
      in: ["without", folder.path, "Z1", "--names", "full"])
    expect(
      ", 1 of them between schools; of 1 more it cannot be told",
      in: ["without", folder.path, "A1", "--names", "full"])
  }

  /// Contacts of another time are none of this one, in all commands alike.
  @Test func contactsOfAnotherTime() {
    let folder = Workdir([
      "people.csv": Self.people, "schools.csv": "id,name\nA,Ash\nB,Elm\n",
      "partners.csv": "id,name,sector\nX1,Clinic,health\nX2,Club,sport\n",
      "collaborations.csv": "from,to,members,started,ended\n"
        + Self.ring.split(separator: "\n").map { "\($0),,2024-09-01,\n" }.joined()
        + ",,A1;B1;X1,2024-09-01,2025-07-31\nA2,A3,,2026-09-01,\n",
    ])
    let then = "the ties with partners are of other times"
    func figure(_ options: [String]) -> Substring? {
      weft(["evidence", folder.path, "--csv"] + options).out.split(separator: "\r\n")
        .first { $0.contains(",outside-share,") }
    }
    expect("is not on record: the ties with them", in: ["outward", folder.path])
    #expect(figure([])?.contains(",outside-share,,") == true)
    #expect(figure([])?.contains(then) == true)
    expect("17% of 12 people have a tie with", in: ["outward", folder.path, "--period", "all"])
    #expect(figure(["--period", "all"])?.contains("0.1666") == true)
  }

  /// A year before the first tie there is nothing to compare with, though all ties are dated.
  @Test func nothingWasThereThen() {
    let ties = Self.ring.split(separator: "\n").map { "\($0),2026-03-01\n" }.joined()
    let folder = Workdir([
      "people.csv": Self.people, "schools.csv": "id,name\nA,Ash\nB,Elm\n",
      "collaborations.csv": "from,to,started\n" + ties,
    ])
    for figure in ["change", "shift"] {
      let outcome = weft(["draw", figure, folder.path, "-o", "-"])
      #expect(
        outcome.err.contains(
          "On 1 March 2025, a year before, no tie was there yet to compare with."), "\(outcome.err)"
      )
    }
  }

  /// What went with people who left is seen, though no row says that a tie ended.
  @Test func tiesOfPeopleWhoLeft() {
    let days = ["A6": ",2026-07-31", "B6": "2026-09-01,"]
    let people = ["A", "B"].flatMap { school in
      (1...6).map { place in
        let id = "\(school)\(place)"
        return "\(id),\(id),\(school),\(days[id] ?? ",")\n"
      }
    }.joined()
    let folder = Workdir([
      "people.csv": "id,name,school,started,ended\n" + people,
      "schools.csv": "id,name\nA,Ash\nB,Elm\n",
      "collaborations.csv": "from,to,started\n"
        + Self.ring.split(separator: "\n").map { "\($0),2025-01-01\n" }.joined(),
    ])
    expect(
      "2 ties have begun since 1 September 2025; 2 ties have gone with people who left, and what else ended is not recorded",
      in: ["draw", "shift", folder.path, "-o", "-"])
  }

  /// What an option leaves out is no sign that people were asked about their own school only.
  @Test func tiesThatAnOptionLeavesOut() {
    let names = (1...8).flatMap { a in ["A", "B", "C"].map { "\($0)\(a)" } }
    var rows = ""
    for school in ["A", "B", "C"] {
      for a in 1...8 {
        for step in [1, 2] { rows += "\(school)\(a),\(school)\((a + step - 1) % 8 + 1),inside\n" }
      }
    }
    for a in 1...8 {
      rows += "A\(a),B\(a),across\nB\(a),C\(a),across\nC\(a),A\(a % 8 + 1),across\n"
    }
    let folder = Workdir([
      "people.csv": "id,name,school\n" + names.map { "\($0),\($0),\($0.prefix(1))\n" }.joined(),
      "schools.csv": "id,name\nA,Ash\nB,Elm\nC,Oak\n",
      "collaborations.csv": "from,to,kind\n" + rows,
    ])
    let outcome = weft(["silos", folder.path, "--kind", "inside"])
    #expect(outcome.status == 0 && !outcome.out.contains("most likely"), "\(outcome.out)")
  }
}
