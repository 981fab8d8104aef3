import TestSupport
import Testing

/// What Weft says of files with gaps and ids that point nowhere is so in the files.
@Suite struct TrueInTheFilesTests {
  /// Six people in each of some schools, tied in a ring, with one tie from each school to the next.
  private static func people(_ schools: [String], more: String = "") -> String {
    "id,name,school\n"
      + schools.flatMap { school in
        (1...6).map { "\(school)\($0),Person \(school)\($0),\(school)\n" }
      }.joined() + more
  }

  private static func ties(_ schools: [String], _ columns: String, _ cells: String) -> String {
    let rings = schools.flatMap { school in
      (1...6).map { "\(school)\($0),\(school)\($0 % 6 + 1)\(cells)\n" }
    }
    let across = zip(schools, schools.dropFirst()).map { "\($0)1,\($1)1\(cells)\n" }
    return "from,to\(columns)\n" + (rings + across).joined()
  }

  private static func trust(_ files: [String: String] = [:]) -> Workdir {
    Workdir(
      [
        "people.csv": people(["A", "B"]), "collaborations.csv": ties(["A", "B"], "", ""),
        "schools.csv": "id,name,hub,phase\nA,Ash,North,Primary\nB,Elm,South,Primary\n",
      ].merging(files) { $1 })
  }

  @Test func whoLeadsAPartnershipIsInTouch() {
    let folder = Self.trust([
      "collaborations.csv": Self.ties(["A", "B"], "", "") + "A2,X4\n",
      "partners.csv":
        "id,name,sector\nX1,Works Ltd,business\nX2,Chapel,faith\nX3,Police,police\nX4,Clinic,health\n",
      "partnerships.csv": "partner,with,lead\nX1,A,A1\nX2,B,P99\nX3,A,\n",
    ])
    let out = weft(["outward", folder.path]).out
    // Of the lead whose id points nowhere it cannot be said that there is none.
    #expect(out.contains("Nobody is in touch with local authority, police, charity or community"))
  }

  @Test func aTieWithoutDepthHasNone() {
    let folder = Self.trust([
      "collaborations.csv": Self.ties(["A"], ",kind,strength", ",advice,4")
    ])
    let out = weft(["path", folder.path, "A1", "A3"]).out
    #expect(out.contains("advice, depth not recorded."), "\(out)")
    #expect(!out.contains("networking"))
    let json = weft(["path", folder.path, "A1", "A3", "--json"]).out
    #expect(json.contains("\"depth\" : null"), "\(json)")
  }

  @Test func helpThatNobodyWasAskedToOffer() {
    let skills =
      "person,topic,level,seeks,offers\nA1,Phonics,4,,\nB1,Phonics,,yes,\nB2,Phonics,,yes,\n"
    let quiet = Self.trust(["expertise.csv": skills])
    let silent = weft(["gaps", quiet.path]).out
    #expect(silent.contains("Phonics: two seek it; who offers help is not recorded."), "\(silent)")
    let told = skills + "A2,SEND,3,,coaching\nA3,SEND,,yes,\n"
    let folder = Self.trust(["expertise.csv": told])
    let out = weft(["gaps", folder.path]).out
    #expect(out.contains("Phonics: two seek it, nobody offers help."), "\(out)")
  }

  @Test func leadersOfNoOneSchoolAreCountedApart() {
    let folder = Self.trust([
      "people.csv": Self.people(["A", "B"], more: "C1,Cy,A;B\n"),
      "collaborations.csv": Self.ties(["A", "B"], "", "") + "C1,A2\n",
      "expertise.csv": "person,topic,level\nA2,Phonics,4\nB3,Phonics,4\nC1,Phonics,4\n",
    ])
    let out = weft(["gaps", folder.path]).out
    #expect(
      out.contains(
        "Phonics is led in two schools, and no leader of it is tied to one in another; one more who leads it has no one school on record."
      ), "\(out)")
  }

  @Test func neighboursThatThereAreNone() {
    let folder = Self.trust()
    #expect(
      weft(["match", folder.path]).out.contains(
        "No two schools of one phase share a hub, so there are no neighbours that might keep apart."
      ))
    let unknown = Self.trust([
      "schools.csv": "id,name,hub,phase\nA,Ash,North,Primary\nB,Elm,,Primary\n"
    ])
    #expect(
      weft(["match", unknown.path]).out.contains(
        "it takes schools with a hub and a phase on record"))
  }

  @Test func goalsThatTheListDoesNotHold() {
    let folder = Self.trust([
      "collaborations.csv": Self.ties(["A"], ",goal", ",G9") + "B1,B2,G1\n",
      "goals.csv": "id,statement\nG1,Everybody reads\n",
      "stories.csv": "title,goal\nA tale,G9\n",
    ])
    let goals = weft(["goals", folder.path]).out
    #expect(
      goals.contains(
        "100% of 7 ties and groups name a goal, 6 of them one that goals.csv does not list."),
      "\(goals)")
    #expect(
      weft(["stories", folder.path]).out.contains(
        "Could not be read, and counted neither way: which goal 1 story tells of."))
  }

  @Test func allWhoAreOnRecordIsNotEverybody() {
    let staff = Self.people(["A", "B"]).replacing("school\n", with: "school,responded\n")
    let rows = staff.split(separator: "\n").enumerated().map { place, row in
      place == 0 ? "\(row)\n" : "\(row),\(place % 3 == 0 ? "" : "yes")\n"
    }
    let folder = Self.trust(["people.csv": rows.joined()])
    #expect(
      weft(["show", folder.path, "A"]).out.contains(
        "Ash · 6 people · all 4 on record as asked answered"))
  }

  @Test func missionsThatFewRated() {
    let rated = Self.trust([
      "partners.csv": "id,name,sector\nX1,Clinic,health\n",
      "partnerships.csv": "partner,with\nX1,A\n",
      "ratings.csv": "partner,with,side,item,score,rater\nX1,A,ours,mission,3,a\n",
    ])
    #expect(
      weft(["partners", rated.path]).out.contains("mission rated by too few to tell"))
  }

  @Test func networksThatMayBeShownAreNotAll() {
    // Readers of two schools; the one of Few is too few to show, and Writers would tell of Few.
    let readers = ["A", "B1", "B2", "B3"]
    let rows = Self.people(["A", "B", "C"]).split(separator: "\n").map { row in
      row.hasPrefix("id")
        ? "\(row),team\n"
        : "\(row),\(readers.contains(where: row.hasPrefix) ? "T1" : row.hasPrefix("C1") ? "T3" : "T2")\n"
    }
    let folder = Self.trust([
      "people.csv": rows.joined(),
      "teams.csv": "id,name,kind\nT1,Readers,network\nT2,Writers,network\nT3,Few,network\n",
    ])
    let out = weft(["teams", folder.path]).out
    #expect(out.contains("3 teams and 0 working groups; 2 span more than one school."))
    #expect(out.contains("1 network or working group that may be shown."), "\(out)")
  }

  @Test func twoSchoolsAreBoth() {
    let folder = Self.trust([
      "collaborations.csv": Self.ties(["A", "B"], "", "") + "A2,B2\nA3,B3\nA4,B4\n"
    ])
    #expect(
      weft(["without", folder.path, "A5"]).out.contains("both schools still reach one another"))
  }
}
