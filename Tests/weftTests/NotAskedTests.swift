import TestSupport
import Testing

/// Nothing is said of what nobody was asked: schools that did not answer, what people know, ties between colleagues.
@Suite struct NotAskedTests {
  /// What the files of a trust of five schools of six leave open.
  enum Trust: Sendable {
    /// Two schools did not answer; one person elsewhere named somebody in one of them.
    case answers
    /// The files tell what people would like to know, and not what anybody does.
    case knowledge
    /// No file tells who works with whom; two partners have one name.
    case ties

    var files: [String: String] {
      let schools = ["A": "Ash", "B": "Beech", "C": "Cedar", "D": "Dene", "E": "Elm"]
      let silent = self == .answers ? ["D", "E"] : []
      let names = schools.keys.sorted()
      let people = names.flatMap { school in
        (1...6).map {
          "\(school)\($0),N\(school)\($0),\(school),\(silent.contains(school) ? "no" : "yes")\n"
        }
      }
      let rings = names.filter { !silent.contains($0) }.flatMap { school in
        (1...6).map { "\(school)\($0),\(school)\($0 % 6 + 1)\n" }
      }
      let across = "A1,B1\nB2,C2\nA3,C3\nA2,D1\n"
      return [
        "people.csv": "id,name,school,responded\n" + people.joined(),
        "schools.csv": "id,name\n" + names.map { "\($0),\(schools[$0] ?? "")\n" }.joined(),
        "collaborations.csv": "from,to\n" + (self == .ties ? "A1,X3\n" : rings.joined() + across),
        "expertise.csv": self == .knowledge
          ? "person,topic,seeks\nA1,Phonics,yes\nB1,Phonics,yes\n"
          : "person,topic,level,seeks\nA1,Phonics,4,\nB4,Phonics,,yes\n",
        "partners.csv": "id,name,sector\nX1,Club,charity\nX2,Club,community\nX3,Clinic,health\n",
        "partnerships.csv": "partner,with\nClub,A\n",
      ]
    }
  }

  @Test(
    arguments: [
      (
        .answers, ["bridges"],
        [
          "Whether Dene and Elm depend on one person cannot be said: too few of their people answered."
        ],
        ["Dene depends on one person"]
      ),
      (
        .answers, ["gaps", "--names", "full"],
        ["in one of the three schools where enough answered most staff would need two or more"], []
      ),
      (
        .answers, ["between", "D", "E", "--names", "full"],
        ["Dene and Elm have no tie on record", "Too few of either answered"], ["chance alone"]
      ),
      (
        .answers, ["plan", "--names", "full"],
        ["2 people who know or look for something", "Phonics: NA1 knows it, NB4 would like to"], []
      ),
      (
        .knowledge, ["gaps", "--names", "full"],
        [
          "Two people would like to learn Phonics; what anybody knows is not recorded. Ask who knows Phonics already."
        ], ["Nobody", "X absent"]
      ),
      (.knowledge, ["find", "phonics"], ["Who knows Phonics is not recorded"], ["Nobody"]),
      (
        .ties, ["plan", "--names", "full"],
        ["No tie between colleagues is on record"], ["would bring"]
      ),
      (
        .ties, ["outward"], ["how much work stays inside is not on record"],
        ["stays inside (", "carry things", "carries things"]
      ),
      (
        .ties, ["check"], ["\"Club\" is the name of several partners, \"X1\" and \"X2\"."],
        ["in none of the files"]
      ),
    ] as [(Trust, [String], [String], [String])])
  func says(_ trust: Trust, _ asked: [String], _ told: [String], _ untold: [String]) {
    let folder = Workdir(trust.files)
    let outcome = weft([asked[0], folder.path] + asked.dropFirst())
    let text = outcome.out + outcome.err
    for sentence in told { #expect(text.contains(sentence), "\(text)") }
    for sentence in untold { #expect(!text.contains(sentence), "\(text)") }
  }
}
