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

  /// Once all but two schools are gone, whether the rest still reaches one another is whether those two have a tie.
  @Test(arguments: [
    (["what-if", "--close", "Ash", "--close", "Birch"], true, false),
    (["without", "Ash3", "Birch5"], true, false), (["without", "Ash3", "Cedar5"], false, false),
    // Both are in one role, and of two schools.
    (["without", "Ash3", "Cedar5", "--by", "role"], false, false),
    (["without", "Ash3", "Ash7"], true, true),
    (["what-if", "--close", "Ash", "--without", "Ash3"], true, true),
  ])
  func whatStaysBehindSeveralWhoLeaveTellsNoThinLink(
    _ change: [String], _ tellsTies: Bool, _ tellsRest: Bool
  ) {
    func said(_ more: String...) -> Outcome {
      weft([change[0], Self.folder.path] + change.dropFirst() + more)
    }
    let (plain, full) = (said(), said("--names", "full"))
    #expect(plain.status == 0 && full.status == 0, "\(plain.err)")
    let rest = [
      "no way to each other", "within three steps", "pairs apart", "cut off", "every tie",
      "keep to themselves", "still reach one another.", "only way to others",
    ]
    #expect(rest.contains(where: full.out.contains))
    #expect(rest.contains(where: plain.out.contains) == tellsRest, "\(plain.out)")
    #expect(
      plain.out.contains("Whether those who stay would still reach one another is not shown")
        == !tellsRest)
    for ties in ["pairs who work together", "E-I index", "ties go,"] where full.out.contains(ties) {
      #expect(plain.out.contains(ties) == tellsTies, "\(plain.out)")
    }
    #expect(
      plain.out.contains(/How many ties go without P-.+ is not shown: it would tell how many/)
        == (!tellsTies && change[0] == "without"))
  }

  /// Between two who know nobody outside their schools a way leads over the link of the two.
  @Test func aWayOverAThinLinkIsNotToldFromNone() throws {
    func plan(_ thin: String, _ more: String...) throws -> [String: String] {
      var (people, ties) = ("id,name,school,role\n", "from,to\n" + thin)
      let schools = ["Oak", "Fir", "Pine", "Elm"]
      for (place, school) in schools.enumerated() {
        for one in 0..<12 {
          people += "\(school)\(one),\(school) Person \(one),\(school),Teacher\n"
          // The last three are beside one of the others alone.
          guard one < 9 else { continue }
          ties += "\(school)\(one),\(school)\((one + 1) % 9)\n"
          if one < 6 { ties += "\(school)\(one),\(schools[(place + 1) % 4])\(one + 2)\n" }
        }
        ties += "\(school)9,\(school)8\n\(school)10,\(school)9\n\(school)11,\(school)9\n"
      }
      let trust = Workdir([
        "people.csv": people, "collaborations.csv": ties,
        "expertise.csv":
          "person,topic,level,offers,seeks\nOak9,Phonics,4,coaching,\nPine9,Phonics,1,,yes\n",
      ])
      return try #require(csvRows(weft(["plan", trust.path, "--csv"] + more).out).first)
    }
    let thin = try plan("Oak8,Pine8\n")
    #expect(thin["through"] == "nobody on record yet, or not shown")
    #expect(try plan("")["through"] == thin["through"])
    #expect(
      try plan("Oak8,Pine8\n", "--names", "full")["through"] == "Oak Person 8 then Pine Person 8")
    #expect(try plan("", "--names", "full")["through"] == "nobody on record yet")
  }

  /// A measure in which groups are weighed against each other is an equation for those that are hidden, wherever it is asked for.
  @Test func aMeasureOfTheWholeIsNotAskedForByItsName() {
    func crossed(_ command: String, _ measure: String, _ more: String...) -> Outcome {
      weft([command, Self.folder.path, "--fail-if", measure + ">-1"] + more)
    }
    for measure in ["blau", "modularity"] {
      let plain = crossed("silos", measure)
      #expect(plain.status == 64 && plain.err.contains("\(measure) is not shown where groups are"))
      #expect(!plain.err.contains("\(measure) is 0."))
      let full = crossed("bridges", measure, "--names", "full")
      #expect(full.status == 3 && full.err.contains("\(measure) is 0."), "\(full.err)")
    }
    #expect(crossed("silos", "e-i").err.contains("e-i is -0."))
    let place = Workdir(["own.csv": "statement,measure\nWe mix,blau\nWe meet,e-i\n"])
    let rows = csvRows(
      Self.run("evidence", "--statements", place.path + "/own.csv", "--csv").out)
    #expect(rows.count == 2 && rows[0]["coverage"]?.contains("could be worked out") == true)
    #expect(rows[0]["value"] == "" && Double(rows[1]["value"] ?? "") != nil)
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
