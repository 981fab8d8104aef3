import Foundation
import TestSupport
import Testing

/// What a copy without names leaves out is not given away by a sum, a difference or a range of what it shows.
@Suite struct SolvedNumbersTests {
  /// Five schools of twelve in a ring, Yew with one hidden person who alone leads out of it, Dale of six beside Elm of three, and a central team.
  ///
  /// Ash and Cedar, which are a hub, have one tie.
  private static let folder: Workdir = {
    let schools = ["Ash", "Birch", "Cedar", "Fir", "Gorse"]
    var people = "id,name,school,role,visibility\n"
    var ties = "from,to\nAsh3,Cedar5\n"
    for (place, school) in schools.enumerated() {
      for one in 0..<12 {
        people += "\(school)\(one),\(school) Person \(one),\(school),Teacher,listed\n"
        for step in [1, 3, 4] { ties += "\(school)\(one),\(school)\((one + step) % 12)\n" }
        ties += "\(school)\(one),\(schools[(place + 1) % 5])\(one)\n"
      }
    }
    for (school, size, other) in [("Yew", 8, ""), ("Dale", 6, "Ash"), ("Elm", 3, "Birch")] {
      for one in 0..<size {
        people += "\(school)\(one),\(school) Person \(one),\(school),Teacher,listed\n"
        ties += "\(school)\(one),\(school)\((one + 1) % size)\n"
        if !other.isEmpty { ties += "\(school)\(one),\(other)\(one)\n" }
      }
    }
    for one in 0..<6 {
      people += "Hub\(one),Hub Person \(one),,Officer,listed\n"
      ties += "Hub\(one),Hub\((one + 1) % 6)\nHub\(one),Fir\(one)\n"
    }
    people += "Q1,Quilla Hidmark,Yew,Teacher,hidden\nQ2,Quentin Excmark,Ash,Teacher,excluded\n"
    ties += "Q1,Birch3\nQ1,Yew2\nQ2,Ash1\n"
    let hubs = (schools + ["Yew", "Dale", "Elm"]).map {
      "\($0),\($0),\(["Ash", "Cedar"].contains($0) ? "Pair" : "Rest")\n"
    }
    return Workdir([
      "people.csv": people, "collaborations.csv": ties,
      "schools.csv": "id,name,hub\n" + hubs.joined(),
    ])
  }()

  private static let map: Workdir = {
    let place = Workdir()
    _ = weft(["map", folder.path, "-o", place.path + "/m", "--no-figures"])
    return place
  }()

  private static func run(_ command: String, _ arguments: String...) -> Outcome {
    weft([command, folder.path] + arguments)
  }

  /// 26.4% of 269 ties before and 26.0% after would tell the one tie between the two.
  @Test(arguments: [["--merge", "Ash,Cedar"], ["--close", "Ash", "--close", "Cedar"]])
  func aMergerDoesNotTellAThinLink(_ change: [String]) {
    let plain = weft(["what-if", Self.folder.path] + change)
    #expect(plain.status == 0 && plain.out.contains("is not shown: it would tell how many"))
    #expect(!plain.out.contains("% of ties lead out") && !plain.out.contains("that lead out of"))
    #expect(plain.out.contains("pairs who work together") == (change[0] == "--merge"))
    let full = weft(["what-if", Self.folder.path, "--names", "full"] + change)
    #expect(full.out.contains("% of ties lead out") && full.out.contains("pairs who work together"))
    // A link that may be told leaves nothing out.
    let thick = weft(
      ["what-if", Self.folder.path] + change.map { $0.replacing("Cedar", with: "Birch") })
    #expect(thick.out.contains("% of ties lead out"))
  }

  /// Somebody of Cedar who leaves as Ash closes, beside each alone: how many ties they have with Ash, and so the one between the two.
  @Test func somebodyWhoLeavesAsASchoolClosesTellsNoThinLink() {
    for (who, isTold) in [("Cedar5", false), ("Ash3", true), ("Birch5", true)] {
      let said = Self.run("what-if", "--close", "Ash", "--without", who)
      #expect(said.status == 0 && said.out.contains("pairs who work together") == isTold, "\(who)")
    }
    let two = Self.run("what-if", "--without", "Ash3", "--without", "Cedar5")
    #expect(two.status == 0 && !two.out.contains("pairs who work together"))
  }

  @Test func severalGroupsAtOnceAreNotTakenOut() {
    let both = Self.run("without", "--role", "Teacher", "--central")
    #expect(both.status == 64 && both.err.contains("--central at a time"))
    #expect(Self.run("without", "--central").out.contains("ties go"))
    #expect(Self.run("without", "--role", "Teacher", "--central", "--names", "full").status == 0)
  }

  @Test func aHubOfTwoSchoolsDoesNotTellItsLink() {
    let pair = Self.run("local", "Pair")
    #expect(pair.status == 0 && !pair.out.contains("ties") && !pair.out.contains("%"))
    #expect(Self.run("local", "Pair", "--names", "full").out.contains("73 ties among them"))
    // The two hubs make up all schools: each tells what the other hides.
    #expect(!Self.run("local", "Rest").out.contains("ties among them"))
    #expect(Self.run("local", "Rest", "--names", "full").out.contains("ties among them"))
  }

  /// The one person of Yew with a tie outside it is hidden: their role would be told.
  @Test func noRoleOfOneOrTwo() {
    let plain = Self.run("show", "Yew").out
    #expect(plain.contains("1 of its 9 people has ties outside it.\n"))
    #expect(
      Self.run("show", "Yew", "--names", "full").out.contains("has ties outside it: Teacher (1)."))
    // Those who are not listed have no role in a sum either: all are teachers.
    #expect(Self.run("show", "Ash").out.contains(/outside it: Teacher \(\d+\)/))
    let summary = Self.map.text("m/summary.md") ?? ""
    #expect(
      summary.contains(
        /people who connect others most are Teacher \(\d+\) and another role \(\d+\)/))
  }

  /// Whoever has ties in as many schools as there are has one in the school whose link is not shown.
  @Test func overHowManySchoolsContactsAreSpreadTellsNoThinLink() throws {
    let rows = csvRows(Self.map.text("m/people.csv") ?? "")
    let spread = ["reach", "blau", "iqv", "participation", "itinerant", "liaison"]
    var told: [Bool: Int] = [:]
    for school in ["Ash", "Birch", "Cedar", "Fir", "Gorse", "Yew"] {
      let links = csvRows(Self.run("show", school, "--csv").out)
        .count { Double($0["ties"] ?? "") ?? 0 > 0 }
      for row in rows where row["school"] == school {
        let index = try #require(Double(row["e-i"] ?? ""))
        let outside = (try #require(Double(row["degree"] ?? "")) * (1 + index) / 2).rounded()
        let isTold = outside <= Double(max(1, links))
        told[isTold, default: 0] += 1
        for column in spread { #expect(row[column]?.isEmpty == !isTold, "\(school): \(row)") }
        if isTold { #expect(Double(row["reach"] ?? "") ?? 9 <= Double(max(1, links))) }
      }
    }
    #expect((told[true] ?? 0) > 5 && (told[false] ?? 0) > 5, "\(told)")
    // The same in bridges.csv, of whom people.csv does not tell it.
    let untold = Set(rows.filter { $0["reach"]?.isEmpty == true }.compactMap { $0["person"] })
    for row in csvRows(Self.map.text("m/bridges.csv") ?? "") {
      #expect((row["other_groups"] == "c") == untold.contains(row["person"] ?? ""), "\(row)")
    }
    let liaisons = csvRows(Self.run("bridges", "--role", "liaison", "--csv").out)
    #expect(!liaisons.contains { untold.contains($0["person"] ?? "") })
  }

  /// Of one or two ties the kind would tell whose they are.
  @Test func ofFewTiesOfAKindNoSchoolsAreNamed() {
    let ways = csvRows(
      weft(["purpose", packageFolder + "/Data/harbour-trust", "--csv", "--table", "ways"]).out)
    let single = ways.first { $0["across"] == "1" }
    #expect(single?["kind"] == "training day" && single?["for_example"] == "")
    #expect(ways.contains { $0["for_example"]?.isEmpty == false })
  }

  /// Along whatever the copy groups people by, of nobody's group so few are missing that its sums would be theirs.
  @Test func ofNoGroupAreFewMissing() throws {
    var people = "id,school,team,visibility\n"
    var ties = "from,to\nQ,Ash1\nQ,Ash2\n"
    let schools = ["Ash", "Birch", "Cedar", "Fir"]
    for (place, school) in schools.enumerated() {
      for one in 0..<24 {
        people += "\(school)\(one),\(school),\(school) team \(one % 3),\n"
        ties += "\(school)\(one),\(school)\((one + 1) % 24)\n"
        ties += "\(school)\(one),\(schools[(place + 1) % 4])\(one)\n"
      }
    }
    let trust = Workdir([
      "people.csv": people + "Q,Ash,Ash team 0,hidden\n", "collaborations.csv": ties,
    ])
    for boundary in ["school", "team"] {
      let run = weft([
        "map", trust.path, "-o", trust.path + "/m", "--by", boundary, "--no-figures", "--force",
      ])
      #expect(run.status == 0)
      let rows = Dictionary(grouping: csvRows(trust.text("m/people.csv") ?? "")) { $0[boundary] }
      let groups = csvRows(trust.text("m/silos.csv") ?? "").filter { $0["boundary"] == boundary }
      let missing = groups.compactMap { group in
        Int(group["people"] ?? "").map { $0 - (rows[group["id"]]?.count ?? 0) }
      }
      #expect(missing.count == groups.count && missing.count { $0 >= 5 } >= 3)
      #expect(missing.allSatisfy { $0 == 0 || $0 >= 5 }, "\(boundary): \(missing)")
    }
  }

  @Test func whoAskedToBeLeftOutIsNotCounted() {
    let said = Self.run("check").out
    #expect(said.contains(/people.csv +84 +84 +0 +0\n/), "\(said)")
  }

  /// What chance and missing answers could do to all ties is in whole per cent where groups are hidden.
  @Test func rangesOfTheWholeAreInWholePerCent() throws {
    let place = Workdir()
    func ranges(_ names: String, _ boundary: String) throws -> [Double] {
      let out = place.path + "/" + names
      #expect(
        weft(["map", Self.folder.path, "-o", out, "--names", names, "--no-figures"]).status == 0)
      let text = try #require(place.text(names + "/findings.json"))
      let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      return (read?["verdicts"] as? [[String: Any]] ?? []).filter {
        $0["boundary"] as? String == boundary
      }.flatMap { $0["outside_share_interval"] as? [Double] ?? [] }
    }
    func isWhole(_ share: Double) -> Bool { abs(share * 100 - (share * 100).rounded()) < 1e-9 }
    let plain = try ranges("pseudonym", "school")
    #expect(plain.count > 4 && plain.allSatisfy(isWhole))
    #expect(try !ranges("full", "school").allSatisfy(isWhole))
  }
}
