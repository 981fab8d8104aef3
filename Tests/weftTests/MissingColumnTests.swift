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
            "Who took part is not recorded: add the column who to stories.csv.",
            "No story tells of 5 of 8 goals.",
          ], "partners with a partnership"
        ),
        (
          "ideas", "ideas.csv", ["adopted_by"], ["8 ideas; who took them up is not recorded."],
          "nobody yet"
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
}
