import TestSupport
import Testing

/// What one page says, another does not gainsay: partners and schools as far as the files tell of them.
@Suite struct OneTruthTests {
  private func expect(
    _ words: String..., in arguments: [String], without: String = "\u{0}",
    _ location: SourceLocation = #_sourceLocation
  ) {
    let outcome = weft(arguments)
    #expect(outcome.status == 0, "\(outcome.err)", sourceLocation: location)
    for word in words {
      #expect(outcome.out.contains(word), "\(word)\n\(outcome.out)", sourceLocation: location)
    }
    #expect(!outcome.out.contains(without), "\(outcome.out)", sourceLocation: location)
  }

  /// A partner of partnerships.csv alone is one that ties may name; a row set aside makes none.
  @Test func partnersThatPartnershipsName() {
    let folder = TwoSchools.folder([
      "collaborations.csv": "from,to\n" + TwoSchools.ring + "A1,Y1\nA2,Y1\n",
      "partnerships.csv": "partner,with\nY1,A\nY7,Nowhere\n",
      "ratings.csv":
        "partner,with,side,item,score\nY8,A,ours,reliability,3\nY1,A,ours,reliability,3\n",
    ])
    expect(
      "1 partnership with 1 partner", in: ["partners", folder.path],
      without: "not recorded: add ties")
    let check = weft(["check", folder.path]).out
    #expect(!check.contains("“Y1”"), "\(check)")
    let sectors = weft(["partners", folder.path, "--csv", "--table", "sectors"]).out
    #expect(sectors.hasSuffix("not recorded,1,1,2\r\n"), "\(sectors)")
  }

  @Test func nothingThatCanBeReadAndNobodyInTouch() {
    let folder = TwoSchools.folder([
      "partnerships.csv":
        "partner,with,lead,level,agreement\nX1,A,QQQ,very deep,ask Sam\nX2,B,B1,3,\n"
    ])
    expect(
      "2 partnerships with 2 partners: 0 red, 0 to watch, 1 steady and 1 that cannot be told.",
      in: ["partners", folder.path], without: "education")
    expect(
      "X1 with Ash: how it stands cannot be told", "a year before  not recorded",
      "lead           could not be read", in: ["partners", folder.path, "X1/A"],
      without: "0 people")
  }

  @Test func whatSchoolsLookForAndPartnersGive() {
    let schools = "id,name,seeks,offers\nA,Ash,phonics,drums\nB,Elm,chess,swimming\n"
    let (told, untold) = (TwoSchools.folder(["schools.csv": schools]), TwoSchools.folder())
    expect(
      "No school offers or knows, by what is recorded, what another looks for.",
      in: ["match", told.path])
    expect("Nothing says what schools look for or can give", in: ["match", untold.path])
    let partners = [
      "schools.csv": schools, "partners.csv": "id,name,offers\nX,Zoo,phonics\nY,Bank,money\n",
    ]
    let deal = ["partnerships.csv": "partner,with\nX,A\n"]
    let (dealing, strangers) = (
      TwoSchools.folder(partners.merging(deal) { $1 }), TwoSchools.folder(partners)
    )
    expect(
      "1 partner offers what is looked for here and is a partner of that side already, first Zoo for \"phonics\"; no other",
      in: ["prospects", dealing.path])
    // Nothing says who is in touch with whom outside.
    expect("not recorded", in: ["prospects", strangers.path], without: "nobody yet")
  }

  /// Both sides of one partnership fell: one partnership, whose lead has left.
  @Test func whoActsAndOnHowMany() {
    func sheets(_ side: String, _ day: String, _ score: Int) -> String {
      ["reliability", "mission", "openness"].flatMap { item in
        (1...3).map { "X1,A,\(side),\(item),\(score),r\(side)\($0),\(day)\n" }
      }.joined()
    }
    let folder = TwoSchools.folder([
      "people.csv": "id,name,school,ended\n"
        + ["A", "B"].flatMap { school in
          (1...6).map {
            "\(school)\($0),\(school)\($0),\(school),\(school + "\($0)" == "A6" ? "2026-01-01" : "")\n"
          }
        }.joined(),
      "partnerships.csv": "partner,with,lead\nX1,A,A6\n",
      "ratings.csv": "partner,with,side,item,score,rater,date\n"
        + ["ours", "theirs"].map {
          sheets($0, "2025-10-01", 4) + sheets($0, "2026-10-01", 3)
        }.joined(),
    ])
    let actions = weft(["partners", folder.path, "--csv", "--table", "actions"]).out
    #expect(actions.contains("answer it.\",1,X1 with Ash,a lead to be named"), "\(actions)")
    expect("a lead to be named", in: ["next", folder.path])
  }

  /// Ties of a working group are counted as pairs wherever they are counted.
  @Test func workingGroups() {
    let folder = TwoSchools.folder([
      "collaborations.csv": "from,to,members,ended\n"
        + "B1,B2,,\nB2,B3,,\n,,A1;B1;B2;B3,\n"
    ])
    let text = weft(["show", folder.path, "A"]).out
    #expect(text.contains("only 3 ties, and those of working groups count for less"), "\(text)")
  }

  /// An event after the last tie is the day of every page.
  @Test func agesAreAsAtTheNewestDay() {
    let folder = TwoSchools.folder([
      "events.csv": "id,name,date\nE,Day,2026-10-01\n",
      "expertise.csv": "person,topic,level,date\nA1,Phonics,4,2026-07-31\n",
    ])
    expect(
      "Ages are as at 1 October 2026, the newest day in the files.",
      in: ["find", folder.path, "phonics"])
  }
}
