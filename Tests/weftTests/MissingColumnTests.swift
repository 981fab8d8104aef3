import Foundation
import TestSupport
import Testing

/// A column that is not there is no answer, and least of all the answer none.
@Suite struct MissingColumnTests {
  /// A command, the file, the columns it is to lack, what is said, and what is not.
  static let cases:
    [(command: String, file: String, columns: [String], says: [String], not: String)] =
      [
        (
          "decisions", "decisions.csv", ["consulted"],
          ["8 decisions; who was consulted is not recorded."],
          "neither decided nor were consulted"
        ),
        (
          "decisions", "decisions.csv", ["decided_by"],
          ["8 decisions; who took them is not recorded."],
          "a part in no decision"
        ),
        (
          "decisions", "decisions.csv", ["affects"],
          ["8 decisions; whom they affected is not recorded."], "neither decided nor"
        ),
        (
          "ideas", "ideas.csv", ["origin"],
          [
            "8 ideas, 6 taken up; who carried them across is not recorded, and where they began is not recorded."
          ], "through a bridge"
        ),
        (
          "goals", "goals.csv", ["owner"],
          [
            "8 goals: 2 without a measure, who owns them is not recorded, 2 that no recorded work is linked to."
          ], "no owner"
        ),
        (
          "partners", "goals.csv", ["measure"],
          [
            "Evidence of impact: 7 of 68 have a story with its effect; whether a goal of theirs is measured is not recorded."
          ], "neither on record"
        ),
        (
          "outward", "partners.csv", ["sector"],
          [
            "Which fields nobody is in touch with cannot be told: the sector of a partner is not recorded."
          ], "Nobody is in touch with"
        ),
        ("teams", "attendance.csv", ["role"], [], "presented at no event"),
        ("evidence", "partnerships.csv", ["agreement"], [], "no partnerships"),
        ("evidence", "needs.csv", ["voice"], [], "no needs"),
        (
          "voices", "decisions.csv", ["consulted"], ["12 needs raised; 9 have had no response."],
          "Not in the room"
        ),
        (
          "voices", "needs.csv", ["action", "met"],
          ["12 needs raised; whether they had a response is not recorded."], "never answered"
        ),
        (
          "stories", "stories.csv", ["who", "impact", "voice"],
          [
            "10 stories; what changed is not recorded. Who told them is not recorded.",
            "Who took part is not recorded: the column who of stories.csv is for that.",
            "No story tells of 5 of 8 goals.",
          ], "partners with a partnership"
        ),
        (
          "ideas", "ideas.csv", ["adopted_by"], ["8 ideas; who took them up is not recorded."],
          "nobody on record"
        ),
        (
          "goals", "goals.csv", ["measure"],
          [
            "8 goals: how they are measured is not recorded, 1 with one owner only, 2 that no recorded work is linked to."
          ],
          "no measure"
        ),
        (
          "partners", "stories.csv", ["impact"],
          [
            "Evidence of impact: 13 of 68 have a measured goal; whether a story tells of their effect is not recorded."
          ],
          "have a story with its effect"
        ),
      ]

  @Test(arguments: cases.indices) func aColumnThatIsNotThereIsNoAnswer(place: Int) throws {
    let asked = Self.cases[place]
    let folder = Workdir()
    try FileManager.default.copyItem(
      atPath: packageFolder + "/Data/harbour-trust", toPath: folder.path + "/t")
    var lines = (folder.text("t/" + asked.file) ?? "").components(separatedBy: "\n")
    let headings = lines[0].components(separatedBy: ",")
    #expect(Set(asked.columns).isSubset(of: headings))
    lines[0] = headings.enumerated().map {
      asked.columns.contains($1) ? "kept_\($0)" : $1
    }.joined(separator: ",")
    folder.write("t/" + asked.file, Array(lines.joined(separator: "\n").utf8))
    let told = weft([asked.command, folder.path + "/t"])
    #expect(told.status == 0)
    let said = told.out.components(separatedBy: "\n")
    for sentence in asked.says { #expect(said.contains(sentence), "\(said.prefix(6))") }
    #expect(!told.out.contains(asked.not), "\(asked.not)")
  }

  /// A column in which nothing was ever filled in says as little as one that is not there.
  @Test(arguments: cases.indices) func aColumnThatIsEmptyIsNoAnswer(place: Int) throws {
    let asked = Self.cases[place]
    let folder = Workdir()
    try FileManager.default.copyItem(
      atPath: packageFolder + "/Data/harbour-trust", toPath: folder.path + "/t")
    let lines = (folder.text("t/" + asked.file) ?? "").split(whereSeparator: \.isNewline).map(
      String.init)
    let headings = csvCells(lines[0])
    let rows = lines.dropFirst().map { line in
      zip(headings, csvCells(line)).map { asked.columns.contains($0) ? "" : "\"\($1)\"" }
        .joined(separator: ",")
    }
    let text = ([lines[0]] + rows).joined(separator: "\n")
    folder.write("t/" + asked.file, Array(text.utf8))
    let told = weft([asked.command, folder.path + "/t"])
    #expect(told.status == 0)
    let said = told.out.components(separatedBy: "\n")
    for sentence in asked.says { #expect(said.contains(sentence), "\(said.prefix(6))") }
    #expect(!told.out.contains(asked.not), "\(asked.not)")
  }

  @Test func theFigureOfIdeasClaimsNoneEither() throws {
    let folder = Workdir()
    try FileManager.default.copyItem(
      atPath: packageFolder + "/Data/harbour-trust", toPath: folder.path + "/t")
    let ideas = folder.text("t/ideas.csv") ?? ""
    #expect(ideas.contains("adopted_by"))
    folder.write("t/ideas.csv", Array(ideas.replacing("adopted_by", with: "kept").utf8))
    let drawn = weft(["draw", "ideas", folder.path + "/t", "-o", "-"]).out
    #expect(drawn.contains("Who took up the eight ideas is not recorded"))
    #expect(!drawn.contains("nobody on record") && !drawn.contains("from outside the trust"))
  }
}
