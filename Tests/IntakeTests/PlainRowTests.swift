import Foundation
import GraphEngine
import Intake
import Networks
import TestSupport
import Testing

/// Rows read eight bytes at a time, beside the same rows with every cell in quotes, which are read byte by byte.
@Suite struct PlainRowTests {
  private struct Writing {
    var delimiter = ","
    var lineEnd = "\n"
    var isQuoted = false

    func text(_ rows: [[String]]) -> String {
      rows.map { row in
        row.map { isQuoted ? "\"" + $0.replacing("\"", with: "\"\"") + "\"" : $0 }
          .joined(separator: delimiter) + lineEnd
      }.joined()
    }
  }

  private static let names = [
    "Ada Okafor", "Ada Okafo", "Zoë Ångström", "Teacher 12", "Teacher 13", "n/a", "Nora", "Na",
    " Ben Ali ",
    "=HYPERLINK(1)", "@here", "#REF!", "O'Neill", "'quoted", "-", "Total", "Subtotal",
    "A longer name than eight bytes",
    "abcdefg", "abcdefgh", "abcdefghi", "tab\u{7F}delete", "not recorded", "Not Applicable",
  ]
  private static let days = [
    "2024-03-09", "2024-13-09", "2024-02-30", "2024-3-9", "09/03/2024", "2099-01-01", "2024-03-0x",
    "2024:03:09", "20240309", "", "n/a", "1899-12-31", "45000", "2024-03-09T10:00",
  ]
  private static let strengths = [
    "1", "5", "0", "-1", "0.5", "1e3", "", "five", "+4", "99999999999999", "n/a", "3 ",
  ]

  private static func workspace(_ seed: UInt64) -> (people: [[String]], ties: [[String]]) {
    var generator = SeededGenerator(seed: seed)
    func pick(_ pool: [String]) -> String { pool[generator.below(pool.count)] }
    var people = [["id", "name", "school", "team", "role", "visibility", "started"]]
    for place in 0..<120 {
      let id = place % 10 == 9 ? "a.longer.id.\(place)@example.org" : "p\(place)"
      people.append([
        generator.below(40) == 0 ? "p0" : id, pick(names), "School \(generator.below(6))",
        pick(["English", "Maths;English", "Maths", ""]), pick(names),
        pick(["", "", "", "hidden", "excluded"]), pick(days),
      ])
    }
    var ties = [["from", "to", "kind", "strength", "depth", "started", "ended", "note"]]
    for _ in 0..<400 {
      let isOdd = generator.below(5) == 0
      func end() -> String {
        let place = generator.below(isOdd ? 125 : 120)
        return place % 10 == 9 ? "a.longer.id.\(place)@example.org" : "p\(place)"
      }
      ties.append([
        end(), isOdd ? pick([end(), "Nobody", "", "School 1", "Ada Okafor"]) : end(),
        isOdd ? pick(names) : "support", isOdd ? pick(strengths) : "3",
        isOdd ? pick(["", "2", "9", "coordination", "0", "n/a"]) : "2",
        isOdd ? pick(days) : "2023-09-01", isOdd ? pick(days) : "2024-07-19",
        pick(names + ["the same long words again and again"]),
      ])
    }
    return (people, ties)
  }

  @Test func likeByteByByte() throws {
    for seed in UInt64(0)..<60 {
      let (people, ties) = Self.workspace(seed)
      var writing = Writing()
      writing.delimiter = [",", "\t", "|"][Int(seed % 3)]
      writing.lineEnd = seed % 4 == 0 ? "\r\n" : "\n"
      let read = try [false, true].map { isQuoted in
        writing.isQuoted = isQuoted
        let folder = Workdir([
          "people.csv": writing.text(people), "collaborations.csv": writing.text(ties),
        ])
        var options = IntakeOptions()
        options.title = "Trust"
        options.today = Day(year: 2026, month: 11, day: 22)
        options.isDirected = seed % 2 == 0
        return try readNetwork(folder: folder.path, options: options)
      }
      #expect(read[0].network.people == read[1].network.people, "seed \(seed)")
      #expect(read[0].network.teams == read[1].network.teams, "seed \(seed)")
      #expect(read[0].network.ties == read[1].network.ties, "seed \(seed)")
      #expect(read[0].network.newestDay == read[1].network.newestDay, "seed \(seed)")
      #expect(read[0].ledger.problems == read[1].ledger.problems, "seed \(seed)")
      for (a, b) in zip(read[0].ledger.accounts, read[1].ledger.accounts) {
        #expect(a.balances && (a.read, a.used, a.merged) == (b.read, b.used, b.merged))
        #expect(a.setAside.map(\.row) == b.setAside.map(\.row))
      }
      #expect(read[0].network.ties.count > 100)
    }
  }

  @Test func numberedNamesAreNoMisspellings() throws {
    let rows = (1...30).map { "t\($0),Teacher \($0),Elm\n" }.joined()
    let folder = Workdir([
      "people.csv": "id,name,school\n\(rows)a,Margaret Hughes,Elm\nb,Margaret Hugues,Elm\n",
      "collaborations.csv": "from,to\nt1,t2\n",
    ])
    let ledger = try readNetwork(folder: folder.path).ledger
    #expect(ledger.problems.filter { $0.code == .similarName }.map(\.row) == [33])
  }
}
