import Foundation
import TestSupport
import Testing

@testable import Formats

/// A school that is hidden only because it stands beside a smaller one: what is found of it is said in a copy with names and in no other,
/// and what is said of none is said of those that may be shown.
@Suite struct HeldBackTests {
  /// Five schools that work together, Elm of three people, and Dale beside it.
  ///
  /// - Parameters:
  ///   - inside: how many steps around Dale's circle a tie goes at most.
  ///   - holders: those of Dale's people who have a tie to somebody elsewhere.
  private static func trust(dale: Int, inside: Int, holders: [Int]) -> [String: String] {
    var people = "id,name,school,answered\n"
    var ties = "from,to\n"
    let schools = ["Ash", "Birch", "Cedar", "Fir", "Gorse"]
    for school in schools {
      for one in 0..<16 {
        people += "\(school)\(one),\(school) \(one),\(school),yes\n"
        for step in [1, 3, 5] { ties += "\(school)\(one),\(school)\((one + step) % 16)\n" }
      }
    }
    for (place, school) in schools.enumerated() {
      for (shift, other) in schools.dropFirst(place + 1).enumerated() {
        for one in 0..<16 where one != shift {
          ties += "\(school)\(one),\(other)\((one * 5 + shift) % 16)\n"
        }
      }
    }
    for one in 0..<dale {
      people += "D\(one),Dale \(one),Dale,yes\n"
      for step in 1...inside { ties += "D\(one),D\((one + step) % dale)\n" }
    }
    for (tie, one) in holders.enumerated() { ties += "D\(one),\(schools[tie % 5])\(tie)\n" }
    for one in 0..<3 {
      people += "E\(one),Elm \(one),Elm,yes\n"
      ties += "E\(one),Ash\(one)\nE\(one),Birch\(one)\n"
    }
    return ["people.csv": people, "collaborations.csv": ties]
  }

  /// What is hidden of the trust is hidden of its hubs, looked at by themselves.
  @Test func aHubByItselfHidesWhatTheTrustHides() {
    var files = Self.trust(dale: 7, inside: 2, holders: [0, 1])
    files["schools.csv"] =
      "id,name,hub\n"
      + ["Ash", "Birch", "Dale"].map { "\($0),\($0),North\n" }.joined()
      + ["Cedar", "Fir", "Gorse", "Elm"].map { "\($0),\($0),South\n" }.joined()
    let folder = Workdir(files)
    let whole = csvRows(weft(["silos", folder.path, "--csv"]).out)
    let hidden = Set(whole.filter { $0["people"] == "c" }.compactMap { $0["id"] })
    #expect(hidden.contains("Elm") && hidden.count > 1)
    for hub in ["North", "South"] {
      let local = weft(["local", folder.path, hub, "--csv"])
      for row in csvRows(local.out) where hidden.contains(row["id"] ?? "") {
        #expect(row["people"] == "c", "\(row)")
      }
      #expect(local.status == 0)
    }
  }

  /// Everything that is written of a trust, a line each.
  private func lines(_ folder: Workdir, names: String) throws -> [String] {
    var said: [String] = []
    for command in ["silos", "bridges"] {
      let options = command == "bridges" ? ["--names", names] : []
      said += weft([command, folder.path] + options).out.split(separator: "\n").map(String.init)
    }
    for (command, place) in [("map", "map"), ("site", "site"), ("pack", "pack")] {
      let out = folder.path + "/" + place + names
      #expect(weft([command, folder.path, "-o", out, "--names", names]).status == 0)
      let files = try FileManager.default.subpathsOfDirectory(atPath: out).sorted()
      for file in files {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: out + "/" + file))
        if file.hasSuffix(".docx") {
          var xml: [UInt8] = []
          let isThere = try ZipArchive([UInt8](bytes)).read("word/document.xml") { part, count, _ in
            xml += part[..<count]
          }
          #expect(isThere)
          said += String(decoding: xml, as: UTF8.self).components(separatedBy: "</w:p>")
            .map { $0.replacing(/<[^>]*>/, with: "") }
        } else if ["md", "html", "svg", "csv"].contains(where: { file.hasSuffix("." + $0) }) {
          said += String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        }
      }
    }
    #expect(said.count > 300)
    return said
  }

  /// No figure draws it, nor does any list say more of it than that it is not shown.
  @Test(.timeLimit(.minutes(5))) func noFigureDrawsIt() throws {
    let folder = Workdir(Self.trust(dale: 12, inside: 4, holders: [0, 1]))
    // Nothing that may be shown depends on one person: it is said, and not drawn.
    let without = weft(["draw", "without", folder.path, "-o", folder.path + "/w.svg"])
    #expect(without.status == 65 && !without.err.contains("Dale") && folder.text("w.svg") == nil)
    #expect(without.err.contains("No school that may be shown depends on one person."))
    for figure in ["ranking", "map", "matrix", "bridges", "response", "dashboard", "people"] {
      let out = folder.path + "/figure-" + figure
      for form in ["svg", "csv", "dot"] {
        let outcome = weft(
          ["draw", figure, folder.path, "-o", out + "." + form]
            + (figure == "people" ? ["--names", "pseudonym"] : []))
        #expect(outcome.status == 0, "\(outcome.err)")
        let text = try String(contentsOfFile: out + "." + form, encoding: .utf8)
        #expect(!text.contains("Dale") && !text.contains("Elm"), "\(figure).\(form)")
        #expect(
          !["ranking", "response", "map"].contains(figure) || text.contains("Birch"),
          "\(figure).\(form)")
      }
    }
    for (command, refused) in [
      (["what-if", folder.path, "--close", "Dale"], true), (["show", folder.path, "Dale"], false),
    ] {
      let outcome = weft(command)
      #expect((outcome.status == 0) != refused)
      #expect((outcome.out + outcome.err).contains("stands beside a group that has"))
    }
  }

  @Test(.timeLimit(.minutes(5))) func nothingSaysThatItDependsOnOnePerson() throws {
    let folder = Workdir(Self.trust(dale: 6, inside: 1, holders: [0, 0, 0, 0, 0, 0]))
    func tells(_ line: String) -> Bool {
      line.contains("Dale")
        && line.contains(/depends on one|one person|second link|would be cut off/)
    }
    let coded = try lines(folder, names: "pseudonym")
    #expect(coded.filter(tells) == [])
    #expect(coded.contains { $0.contains("No school that may be shown depends on one person") })
    #expect(try lines(folder, names: "full").contains(where: tells))
  }

  @Test(.timeLimit(.minutes(5))) func nothingSaysThatItKeepsToItself() throws {
    let folder = Workdir(Self.trust(dale: 12, inside: 4, holders: [0, 1]))
    func tells(_ line: String) -> Bool {
      line.contains(/Dale (keeps|depends|works)/) || line.contains("leads Dale")
    }
    let coded = try lines(folder, names: "pseudonym")
    #expect(coded.filter(tells) == [])
    #expect(
      coded.contains { $0.contains("No school that may be shown is found to keep to itself") })
    #expect(try lines(folder, names: "full").contains(where: tells))
  }
}
