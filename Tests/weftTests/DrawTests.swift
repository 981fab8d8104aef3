import Foundation
import TestSupport
import Testing

private let harbour = packageFolder + "/Data/harbour-trust"

/// `weft draw`, as its users run it.
@Suite struct DrawTests {
  @Test(arguments: ["map", "matrix", "bridges", "coverage", "partners", "change"])
  func everyFormOfEveryFigure(figure: String) throws {
    let folder = Workdir()
    for form in ["svg", "pdf", "csv", "dot"] {
      let tone = ["svg", "pdf"].contains(form) ? ["--mono"] : []
      let outcome = weft(["draw", figure, harbour, "-o", folder.path + "/f.\(form)"] + tone)
      #expect(outcome.status == 0, "\(figure).\(form): \(outcome.err)")
    }
    #expect(folder.text("f.svg")?.hasPrefix("<?xml") == true)
    #expect(folder.text("f.dot")?.hasPrefix("graph weft {") == true)
    #expect((folder.text("f.csv")?.split(separator: "\r\n").count ?? 0) > 5)
    let pdf = try #require(folder.bytes("f.pdf"))
    #expect(String(decoding: pdf, as: UTF8.self).contains("/Lang (en-GB)"))
  }

  /// On a slide the ground covers the page to a hair, which made cairo forget the begin of a tag.
  @Test(arguments: ["a4", "a4p", "a3", "slide", "column", "inset"])
  func everyPaperBecomesAPage(paper: String) throws {
    let folder = Workdir()
    let outcome = weft(["draw", "matrix", harbour, "--paper", paper, "-o", folder.path + "/f.pdf"])
    #expect(outcome.status == 0, "\(outcome.err)")
    let pdf = try #require(folder.bytes("f.pdf"))
    #expect(String(decoding: pdf, as: UTF8.self).contains("/Figure"))
  }

  @Test func peopleAreShownInMarkedCopiesAlone() {
    for figure in [["people"], ["network", "--of", "P0638"]] {
      let refused = weft(["draw"] + figure + [harbour, "-o", "-"])
      #expect(refused.status == 64 && refused.err.contains("add --names pseudonym"))
      let coded = weft(["draw"] + figure + [harbour, "-o", "-", "--names", "pseudonym"])
      #expect(
        coded.status == 0 && coded.out.contains("Shows people under codes: not for circulation"))
      #expect(!coded.out.contains("P0638") && !coded.out.contains("Peter Abbott"))
      let named = weft(["draw"] + figure + [harbour, "-o", "-", "--names", "full"])
      #expect(named.out.contains("Contains names: not for circulation"))
      #expect(named.out.contains("Peter Abbott"))
    }
  }

  /// P0184 is hidden, P0419 excluded: not even a named copy tells of them.
  @Test func hiddenPeopleAreNowhere() throws {
    let rows = try String(contentsOfFile: harbour + "/people.csv", encoding: .utf8)
    let names = ["P0184", "P0419"].compactMap { id in
      rows.split(separator: "\n").first { $0.hasPrefix(id) }?.split(separator: ",")[1]
    }
    #expect(names.count == 2)
    for form in ["svg", "csv", "dot"] {
      let folder = Workdir()
      let file = folder.path + "/f." + form
      #expect(weft(["draw", "people", harbour, "-o", file, "--names", "full"]).status == 0)
      let text = try #require(folder.text("f." + form))
      for word in names + ["P0184", "P0419"] { #expect(!text.contains(word), "\(form)") }
    }
    let hidden = weft(["draw", "network", harbour, "--of", "P0184", "-o", "-", "--names", "full"])
    #expect(
      hidden.status == 64
        && hidden.err.hasSuffix(
          "There is no person, team, school or group \"P0184\", or it is too small to show.\n"
        ))
  }

  @Test func networksOfSchoolsAndTeams() {
    let school = weft(["draw", "network", harbour, "--of", "H05", "-o", "-"])
    #expect(school.status == 0 && school.out.contains("Kingsway Primary"))
    let team = weft(["draw", "network", harbour, "--of", "T02", "-o", "-"])
    #expect(team.status == 0, "\(team.err)")
    let wrong = weft(["draw", "network", harbour, "--of", "H99", "-o", "-"])
    #expect(
      wrong.status == 64 && wrong.err.contains("There is no person, team, school or group \"H99\""))
    let none = weft(["draw", "network", harbour, "-o", "-"])
    #expect(none.status == 64 && none.err.contains("needs --of"))
  }

  @Test func wordsOfOnesOwn() {
    let outcome = weft([
      "draw", "map", harbour, "-o", "-", "--headline", "Our <words>", "--subtitle", "Below",
      "--meeting", "Trust Board", "--marking", "OFFICIAL", "--figure-number", "12",
    ])
    for words in ["Our &lt;words&gt;", ">Below<", "Figure 12  ·  Trust Board  ·  OFFICIAL"] {
      #expect(outcome.out.contains(words), "\(words)")
    }
  }

  @Test func mistakesAreNamed() {
    let karate = packageFolder + "/Data/karate-club"
    for (arguments, status, words) in [
      (["draw", "change", karate, "-o", "-"], 65, "Nothing is dated"),
      (["draw", "coverage", karate, "-o", "-"], 65, "say nothing of what people know"),
      (["draw", "map", karate, "-o", "x.gif"], 64, "end the name in .svg"),
      (["draw", "map", karate, "-o", "-", "--figure-number", "0"], 64, "--figure-number 0"),
      (["draw", "change", karate, "-o", "-", "--before", "then"], 64, "--before \"then\""),
      (["draw", "matrix", karate, "-o", "/tmp/weft-none.json"], 64, "A grid has no places"),
    ] as [([String], Int32, String)] {
      let outcome = weft(arguments)
      #expect(
        outcome.status == status && outcome.err.contains(words), "\(arguments): \(outcome.err)")
    }
  }

  /// A comparison of two days tells what began between them.
  @Test func changeTellsWhatBegan() {
    let folder = Workdir([
      "people.csv": "id,name,school\n"
        + (1...24).map { "P\($0),Person \($0),S\(($0 - 1) / 6 + 1)" }.joined(separator: "\n"),
      "collaborations.csv": "from,to,started,ended\n"
        + (1...4).flatMap { k in
          [
            "P\(k),P\(k + 6),2024-01-01,", "P\(k + 6),P\(k + 12),2024-01-01,2025-06-01",
            "P\(k + 12),P\(k + 18),2026-01-01,",
          ]
        }.joined(separator: "\n"),
    ])
    let outcome = weft(["draw", "change", folder.path, "-o", "-", "--before", "2025-01-01"])
    #expect(outcome.status == 0, "\(outcome.err)")
    #expect(outcome.out.contains("One link gained, one lost"))
    #expect(
      outcome.out.contains("class=\"link gained\"") && outcome.out.contains("class=\"link lost\""))
    #expect(outcome.out.contains("Gained: S3 and S4.") && outcome.out.contains("Lost: S2 and S3."))
  }
}
