import Foundation
import GraphEngine
import TestSupport
import Testing

private let harbour = packageFolder + "/Data/harbour-trust"

/// `weft map`, the main job, as its users run it.
@Suite struct MapTests {
  private static let figures = [
    "bridges-map", "change", "coverage", "idea-trails", "matrix", "partner-map", "ranking",
    "trust-map",
  ]
  private static let expected = Set(
    [
      ".weft-files", "bridges.csv", "findings.json", "index.html", "people.csv", "problems.csv",
      "evidence.csv", "gaps.csv", "goals.csv", "ideas.csv", "partners.csv",
      "silos.csv", "summary.md", "tables.xlsx",
    ] + figures.flatMap { figure in ["csv", "dot", "pdf", "png", "svg"].map { "\(figure).\($0)" } }
  ).sorted()

  /// The text of every file of a run; PDF and PNG as bytes read one by one.
  private func texts(_ folder: Workdir) -> [String: String] {
    var texts: [String: String] = [:]
    for name in folder.names("out") {
      let bytes = folder.bytes("out/" + name) ?? []
      texts[name] =
        name.hasSuffix(".png") || name.hasSuffix(".pdf")
        ? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        : String(decoding: bytes, as: UTF8.self)
    }
    return texts
  }

  @Test func everythingIsThereAndNamesNobody() throws {
    let folder = Workdir()
    let outcome = weft(["map", harbour, "-o", folder.path + "/out"])
    #expect(outcome.status == 0, "\(outcome.err)")
    #expect(folder.names("out") == Self.expected)
    let texts = texts(folder)
    let summary = try #require(texts["summary.md"])
    #expect(
      summary.contains(
        "Northgate Academy keeps to itself: 2% of its 144 ties lead out; at its size the other schools would have 34%, and 95% would by chance"
      ))
    #expect(
      summary.contains(
        "Larkrise Primary School and Hillside Infant School depend on one person in the central team"
      ))
    #expect(
      summary.contains(
        "- Nobody in the trust has listed Sign language, and six people would like to learn it. Hire, train somebody, or buy in Sign language from a partner.\n- One person in the trust knows Sensory impairment"
      ))
    #expect(
      texts["gaps.csv"]?.contains("Young carers,Pastoral,H02,Meadow Lane Primary School,c,c,c,1,")
        == true)
    // No name, id or address of anybody anywhere.
    let people = try String(contentsOfFile: harbour + "/people.csv", encoding: .utf8)
      .split(separator: "\n").dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      .filter { $0.count > 5 && $0[0].hasPrefix("P") }
    #expect(people.count > 600)
    let known = people.flatMap { $0.prefix(2) }
    #expect(mentions(of: known, in: "of \(people[7][1]), \(people[9][0])").count == 2)
    for (file, text) in texts where !file.hasSuffix(".png") {
      #expect(mentions(of: known, in: text) == [], "\(file)")
    }
  }

  @Test func theExcludedPersonIsInNoOutputEvenWithNames() throws {
    let folder = Workdir()
    #expect(weft(["map", harbour, "-o", folder.path + "/out", "--names", "full"]).status == 0)
    let rows = try String(contentsOfFile: harbour + "/people.csv", encoding: .utf8).split(
      separator: "\n")
    let excluded = try #require(rows.first { $0.contains(",excluded,") }).split(separator: ",")
    let hidden = try #require(rows.first { $0.contains(",hidden,") }).split(separator: ",")
    for (file, text) in texts(folder) where !file.hasSuffix(".png") {
      for word in [excluded[0], excluded[1], hidden[0], hidden[1]] {
        #expect(!text.contains(word), "\(file) tells of \(word)")
      }
    }
    let check = weft(["check", harbour, "--json"])
    #expect(!check.out.contains(excluded[0]) && !check.out.contains(excluded[1]))
    #expect(folder.text("out/people.csv")?.contains("Director") == false)
    #expect(
      folder.text("out/trust-map.svg")?.contains("Contains names: not for circulation") == true)
    #expect(folder.names("out").contains("collaborations.set-aside.txt"))
  }

  @Test func findingsFollowTheirSchema() throws {
    let folder = Workdir()
    let karate = packageFolder + "/Data/karate-club"
    #expect(weft(["map", karate, "-o", folder.path + "/out", "--names", "full"]).status == 0)
    let data = Data(try #require(folder.bytes("out/findings.json")))
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(root["schema_version"] as? Int == 3)
    let network = try #require(root["network"] as? [String: Any])
    #expect(network["people"] as? Int == 34 && network["ties"] as? Int == 78)
    #expect(
      network["coverage"] as? [String: Any] != nil
        && network["groups"] as? [String: Int] == ["club": 2])
    let findings = try #require(root["findings"] as? [[String: Any]])
    for finding in findings {
      #expect(finding["measure"] is String && finding["depth"] is Int)
      for figure in try #require(finding["figures"] as? [[String: Any]]) {
        let subject = try #require(figure["subject"] as? [String: Any])
        #expect(subject["kind"] is String && subject["id"] is String)
        #expect(figure["value"] != nil || figure["undefined"] is String)
      }
    }
    let people = try #require(root["people"] as? [String])
    let degree = try #require(findings.first { $0["measure"] as? String == "degree" })
    let degrees = try #require((degree["people"] as? [String: Any])?["values"] as? [Double])
    // Zachary (1977): 17 friends at most, 1 at least, 78 pairs.
    #expect(people.count == 34 && people == people.sorted() && degrees.count == 34)
    #expect(degrees.max() == 17 && degrees.min() == 1 && degrees.reduce(0, +) == 156)
    let constraint = try #require(findings.first { $0["measure"] as? String == "constraint" })
    let constrained = try #require(constraint["people"] as? [String: Any])
    #expect((constrained["values"] as? [Double])?.count == 34 && constrained["undefined"] == nil)
    let index = try #require(findings.first { $0["measure"] as? String == "e-i" })
    let whole = try #require((index["figures"] as? [[String: Any]])?.first)
    #expect(abs((whole["value"] as? Double ?? 0) + 0.717949) < 5e-7)
    #expect(abs((whole["z"] as? Double ?? 0) + 7.874810) < 5e-7)
    #expect(whole["null"] as? String == "labels dealt anew, exact mean and variance")
  }

  /// The order of rows in any file changes no byte of any output, but for the row numbers in problems.csv, whose digest is
  /// in the list.
  @Test func theOrderOfRowsChangesNothing() throws {
    let shuffled = Workdir()
    var generator = SeededGenerator(seed: 11)
    for name in try FileManager.default.contentsOfDirectory(atPath: harbour).sorted()
    where name.hasSuffix(".csv") {
      var lines = try String(contentsOfFile: harbour + "/" + name, encoding: .utf8)
        .split(separator: "\n").map(String.init)
      let header = lines.removeFirst()
      generator.shuffle(&lines)
      shuffled.write(name, Array(([header] + lines).joined(separator: "\n").utf8) + [10])
    }
    let folder = Workdir()
    let one = Workdir()
    let key = ["WEFT_PSEUDONYM_KEY": "the same"]
    for (files, out) in [(harbour, one), (shuffled.path, folder)] {
      let made = weft(["map", files, "-o", out.path + "/out", "--title", "T"], environment: key)
      #expect(made.status == 0)
    }
    for name in Self.expected where !["problems.csv", ".weft-files"].contains(name) {
      #expect(one.bytes("out/" + name) == folder.bytes("out/" + name), "\(name)")
    }
    func codes(_ folder: Workdir) -> [String] {
      (folder.text("out/problems.csv") ?? "").split(separator: "\r\n")
        .map { $0.split(separator: ",").prefix(3).joined(separator: ",") }.sorted()
    }
    #expect(codes(one) == codes(folder))
  }

  @Test func aFailedRunLeavesTheOldOutputWhole() {
    let folder = Workdir(["people.csv": "id,name\nP1,A\n"])
    #expect(
      weft(["map", packageFolder + "/Data/karate-club", "-o", folder.path + "/out"]).status == 0)
    let before = texts(folder)
    #expect(weft(["map", folder.path, "-o", folder.path + "/out"]).status == 66)
    #expect(texts(folder) == before)
    // Somebody's own file in the folder stays, and what an earlier run wrote and this one does not goes.
    folder.write("out/notes.txt", Array("mine".utf8))
    #expect(
      weft([
        "map", packageFolder + "/Data/karate-club", "-o", folder.path + "/out", "--names", "full",
      ]).status == 0)
    #expect(folder.text("out/notes.txt") == "mine")
    #expect(folder.names().filter { $0.contains(".new-") } == [])
  }

  @Test func killedAtAnyMomentItLeavesOneWholeOutput() throws {
    let folder = Workdir()
    let karate = packageFolder + "/Data/karate-club"
    #expect(weft(["map", karate, "-o", folder.path + "/out"]).status == 0)
    let before = texts(folder)
    for delay in stride(from: 20_000, to: 700_000, by: 85_000) {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: weftProgram)
      process.arguments = ["map", harbour, "-o", folder.path + "/out"]
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(delay))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let after = texts(folder)
      #expect(after == before || after["summary.md"]?.hasPrefix("# Harbour Trust") == true)
      #expect(after == before || folder.names("out") == Self.expected)
    }
  }

  @Test func interruptedItClearsUp() throws {
    let folder = Workdir()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: weftProgram)
    process.arguments = ["map", harbour, "-o", folder.path + "/out"]
    process.standardError = FileHandle.nullDevice
    try process.run()
    usleep(150_000)
    process.interrupt()
    process.waitUntilExit()
    if process.terminationStatus != 0 { #expect(process.terminationStatus == 130) }
    #expect(folder.names().filter { $0.contains(".new-") } == [])
  }

  @Test func tablesAlone() {
    let folder = Workdir()
    let karate = packageFolder + "/Data/karate-club"
    let outcome = weft(["map", karate, "-o", folder.path + "/out", "--no-figures"])
    #expect(outcome.status == 0 && outcome.err.contains("/out/summary.md first."))
    #expect(
      folder.names("out") == [
        ".weft-files", "bridges.csv", "findings.json", "people.csv", "problems.csv", "silos.csv",
        "summary.md", "tables.xlsx",
      ])
    #expect(folder.text("out/summary.md")?.contains(".svg") == false)
  }

  @Test func withoutGroupsItSaysSoAndMeasuresPeople() {
    let folder = Workdir([
      "people.csv": "id,name\n1,A\n2,B\n3,C\n", "collaborations.csv": "from,to\n1,2\n2,3\n",
    ])
    let outcome = weft(["map", folder.path, "-o", folder.path + "/out"])
    #expect(outcome.status == 0)
    #expect(outcome.err.contains("Nothing in the files groups people"))
    #expect(
      folder.names("out") == [
        ".weft-files", "bridges.csv", "findings.json", "people.csv", "problems.csv", "summary.md",
        "tables.xlsx",
      ])
    #expect(weft(["silos", folder.path]).status == 65)
  }

  @Test(arguments: ["C", "tr_TR.UTF-8", "de_DE.UTF-8"]) func everyLocaleGivesTheSameBytes(
    locale: String
  ) {
    let karate = packageFolder + "/Data/karate-club"
    let plain = weft(["silos", karate, "--csv"])
    let other = weft(
      ["silos", karate, "--csv"], environment: ["LC_ALL": locale, "TZ": "Pacific/Kiritimati"])
    #expect(plain.out == other.out)
  }
}
