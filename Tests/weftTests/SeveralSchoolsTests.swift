import TestSupport
import Testing

/// What is said where people are in several schools or teams, where a file names nothing, and where people have come or gone.
@Suite struct SeveralSchoolsTests {
  /// Two schools of six in a ring each; A1 is in both, B6 has left, and A3 leads a partnership that no tie tells of.
  private static let files: [String: String] = {
    let people = ["A", "B"].flatMap { school in
      (1...6).map { place in
        let id = "\(school)\(place)"
        let home = id == "A1" ? "A; B" : school
        return "\(id),\(id),\(home),\(place > 3 ? "T;W" : "T"),\(id == "B6" ? "2026-05-01" : "")\n"
      }
    }
    let ring = ["A", "B"].flatMap { school in
      (1...6).map { "\(school)\($0),\(school)\($0 % 6 + 1),\n" }
    }
    return [
      "people.csv": "id,name,school,team,ended\n" + people.joined(),
      "collaborations.csv": "from,to,started\n" + ring.joined() + "A2,B2,\nB3,X1,2026-06-01\n",
      "schools.csv": "id,name,hub,phase\nA,Ash,H,primary\nB,Elm,H,primary\n",
      "teams.csv": "id,name,kind\nT,Teachers,department\nW,Writers,network\n",
      "partners.csv": "id,name,sector\nX1,Clinic,health\nX2,Club,charity\n",
      "partnerships.csv": "partner,with,lead\nX2,A,A3\n",
      "expertise.csv": "person,topic,level\nA1,Phonics,4\nA2,Phonics,3\nA2,Drama,3\n",
    ]
  }()

  @Test(arguments: [
    (
      ["show", "FOLDER", "A", "--names", "full"],
      "Two of its people also have ties with colleagues who cannot be placed in one school"
    ),
    (
      ["show", "FOLDER", "A", "--names", "full"],
      "1 person belongs to several schools: that person is counted in none of them."
    ),
    // A1 knows Phonics too, and may be of this school.
    (["show", "FOLDER", "A", "--names", "full"], "Known to one person alone here: Drama."),
    (["show", "FOLDER", "A1", "--names", "full"], "A1 · in several schools\n"),
    (["show", "FOLDER", "A1", "--names", "full"], "Works with colleagues in 1 school: Ash (2)."),
    (
      ["show", "FOLDER", "A2", "--names", "full"],
      "Works with 3 colleagues; 50% of the ties with the two who can be placed in one school lead out of the school"
    ),
    (
      ["local", "FOLDER", "H", "--names", "full"],
      "H: 10 people in 2 schools, 9 ties among them and 0 to the rest of the trust; 2 more are with people who cannot be placed in one school."
    ),
    (
      ["compare", "FOLDER", "--from", "2026-04-01", "--to", "2026-05-15"],
      "2 ties ended as people left, 11 kept; no tie is recorded as begun or ended between the two days, so neither gains nor other losses can be told."
    ),
    (
      ["outward", "FOLDER", "--names", "full"],
      "One more leads a partnership and has no such tie on record."
    ),
    (["show", "FOLDER", "W"], "Nobody has \"W\" as their first team in this period."),
    (
      ["between", "FOLDER", "department", "network", "--by", "team-kind"],
      "There is no kind of team \"network\" that is anybody's first in this period."
    ),
    (
      ["events", "FOLDER", "--event", "E1", "--add", "T"],
      "There is no event \"E1\": no file names one. Add events.csv."
    ),
    (
      ["goals", "FOLDER", "--csv", "--table", "progress"],
      "There is no table \"progress\", as there is nothing to show."
    ),
  ])
  func says(_ asked: [String], _ sentence: String) {
    let folder = Workdir(Self.files)
    let told = weft(asked.map { $0 == "FOLDER" ? folder.path : $0 })
    #expect((told.out + told.err).contains(sentence), "\(told.out)\(told.err)")
  }

  @Test func whereEverybodyIsInSeveral() {
    let folder = Workdir([
      "people.csv": "id,name,school\na,a,A; B\nb,b,A; B\nc,c,A; B\n",
      "schools.csv": "id,name\nA,Ash\nB,Elm\n", "collaborations.csv": "from,to\na,b\nb,c\n",
    ])
    let told = weft(["silos", folder.path, "--by", "school"])
    #expect(
      told.err.contains(
        "Schools cannot be compared: everybody is in several, and nobody in one alone."),
      "\(told.err)")
  }
}
