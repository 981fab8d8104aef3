import Foundation
import TestSupport
import Testing

/// Area 21: who is hidden or left out, and groups of few people, cannot be told from any answer.
@Suite struct WithheldAreas {
  static let count = asked.count + smallGroups.count + coded.count

  // MARK: Asking for somebody withheld

  /// A trust in which QHIDA is hidden and QEXCA left out, each with a role and a topic of their own.
  private static let trust: Workdir = {
    var people = "id,name,school,team,role,email,dept,expertise,visibility\n"
    var ties = "from,to,depth,started\n"
    for one in 1...24 {
      people +=
        "P\(one),Person \(one),S\(one % 3),T\(one % 2),Teacher,p\(one)@x.org,Maths,Phonics:3,listed\n"
      ties += "P\(one),P\(one * 7 % 24 + 1),2,2026-01-01\nP\(one),P\(one % 24 + 1),3,2026-01-01\n"
    }
    for (id, name, word) in [
      ("QHIDA", "Quilla Hidmark", "hidden"), ("QEXCA", "Quentin Excmark", "excluded"),
    ] {
      people += "\(id),\(name),S1,T1,Sole\(id),\(id)@zqzq.org,Dept\(id),Falconry:5,\(word)\n"
      for one in 1...6 { ties += "\(id),P\(one),2,2026-01-01\n" }
    }
    return Workdir([
      "people.csv": people, "collaborations.csv": ties,
      "schools.csv":
        "id,name,phase,hub\nS0,Alder,primary,N\nS1,Birch,primary,N\nS2,Cedar,secondary,S\n",
      "teams.csv": "id,name,kind\nT0,Zero,department\nT1,One,inclusion\n",
    ])
  }()

  /// Every command that takes a person or a role; WHO stands for whom is asked for.
  static let questions: [[String]] = [
    ["show", "WHO"], ["show", "person", "WHO"], ["balance", "WHO"], ["without", "WHO"],
    ["without", "P1", "WHO"], ["path", "WHO", "P1"], ["path", "P1", "WHO"],
    ["find", "phonics", "--from", "WHO"], ["find", "WHO"], ["find", "who is WHO?"],
    ["find", "WHO", "--json"], ["without", "--role", "WHO"],
    ["between", "WHO", "Teacher", "--by", "role"], ["between", "Teacher", "WHO", "--by", "role"],
    ["between", "WHO", "Maths", "--by", "dept"], ["silos", "--by", "WHO"], ["local", "WHO"],
    ["partners", "WHO"], ["teams", "--team-kind", "WHO"], ["find", "phonics", "--school", "WHO"],
    ["draw", "network", "--of", "WHO", "-o", "-"],
    ["draw", "network", "--of", "WHO", "-o", "-", "--names", "pseudonym"],
    ["draw", "network", "--of", "WHO", "-o", "-", "--names", "full"],
    ["draw", "without", "--of", "WHO", "-o", "-", "--names", "full"],
  ]
  /// By id, name, other case, the beginning, one slip, a role and a department of their own, and an address.
  static let spellings = [
    "QHIDA", "qhida", "QHID", "QHIDB", "Quilla Hidmark", "quilla hidmark", "Quilla", "Hidmark",
    "Quilla Hidmarc", "SoleQHIDA", "SoleQHID", "DeptQHIDA", "QHIDA@zqzq.org",
    "QEXCA", "qexca", "QEXC", "Quentin Excmark", "Excmark", "SoleQEXCA", "DeptQEXCA",
  ]

  struct Asked: Sendable, CustomTestStringConvertible {
    let question: [String]
    let who: String
    var testDescription: String { question.joined(separator: " ") + " as " + who }
  }

  static let asked = questions.flatMap { question in
    spellings.map { Asked(question: question, who: $0) }
  }

  /// What is answered when `who` is asked for, with the name itself left out.
  private static func answer(_ question: [String], _ who: String) -> Outcome {
    let arguments = question.map { $0.replacing("WHO", with: who) }
    let split = question[0] == "draw" ? 2 : 1
    let outcome = weft(Array(arguments[..<split]) + [trust.path] + arguments[split...])
    return Outcome(
      status: outcome.status, out: outcome.out.replacing(who, with: "WHO"),
      err: outcome.err.replacing(who, with: "WHO"))
  }

  private static let answers = Dictionary(
    uniqueKeysWithValues: questions.map { ($0, answer($0, "QNONE")) })

  @Test(arguments: asked) func asFarAsNobody(_ one: Asked) throws {
    let nobody = try #require(Self.answers[one.question])
    #expect(nobody.status == 64 || nobody.status == 1, "\(nobody)")
    #expect(Self.answer(one.question, one.who) == nobody)
  }

  /// The same questions do find somebody who may be named.
  @Test(arguments: [
    // Without names some who may be named are not listed, so that nobody can say which of them asked for it.
    ["show", "P3", "--names", "full"], ["balance", "P3", "--names", "full"],
    ["without", "P3", "--names", "full"], ["path", "P3", "P1"],
    ["find", "phonics", "--from", "P3"], ["find", "P3"], ["without", "--role", "Teacher"],
    ["draw", "network", "--of", "P3", "-o", "-", "--names", "full"],
  ])
  func somebodyIsFound(_ question: [String]) {
    #expect(Self.answer(question, "nobody else").status == 0)
  }

  // MARK: Groups of few

  /// A trust with one group of seven people, who are a school, a hub, a phase, a team, a kind of team, a role and a
  /// department of their own.
  private static func small(_ settings: String? = nil) -> Workdir {
    var people = "id,name,school,team,role,dept,expertise\n"
    var ties = "from,to,depth,started\n"
    for one in 0..<43 {
      let school = one < 36 ? ["alder", "birch", "cedar"][one / 12] : "tiny"
      let isTiny = one >= 36
      people += "P\(one),Person \(one),\(school),team-\(school),"
      people +=
        isTiny
        ? "Tinyrole,Tinydept,Tinytopic:4\n"
        : "\(["Teacher", "Leader"][one % 2]),\(["Maths", "Music"][one % 2]),Phonics:3\n"
      ties +=
        "P\(one),P\((one * 7 + 3) % 43),2,2026-01-01\nP\(one),P\((one + 1) % 43),3,2025-01-01\n"
    }
    let names = ["alder": "Alder", "birch": "Birch", "cedar": "Cedar", "tiny": "Tinyschool"]
    var files = [
      "people.csv": people, "collaborations.csv": ties,
      "schools.csv":
        "id,name,phase,hub,seeks,offers\nalder,Alder,primary,North,Phonics,Music\nbirch,Birch,primary,North,Music,Maths\ncedar,Cedar,secondary,South,Art,Phonics\ntiny,Tinyschool,Tinyphase,Tinyhub,Phonics,Art\n",
      "teams.csv": "id,name,school,kind\n"
        + names.keys.sorted().map {
          "team-\($0),\($0 == "tiny" ? "Tinyteam" : "Team " + $0),\($0),\($0 == "tiny" ? "Tinykind" : "department")\n"
        }.joined(),
      "events.csv": "id,name,date\nE,Meet,2026-01-01\n",
      "attendance.csv": "event,person\nE,P1\nE,P20\n",
      "partners.csv": "id,name,sector\nX,Clinic,health\n",
    ]
    files["weft.toml"] = settings
    return Workdir(files)
  }

  /// Commands that show groups or say what people share, with every way to group by.
  static let smallGroups: [[String]] = {
    let ways = ["school", "hub", "phase", "team", "team-kind", "role", "dept"]
    let plain: [[String]] = [
      ["show", "tiny"], ["show", "team-tiny"], ["show", "alder"], ["show", "alder", "--csv"],
      ["show", "alder", "--json"], ["match"], ["match", "--csv"], ["teams"], ["teams", "--csv"],
      ["local", "Tinyhub"], ["local", "Tinyhub", "--json"],
      ["events", "--event", "E", "--add", "team-tiny"],
      ["without", "--team", "team-tiny"], ["without", "--role", "Tinyrole"],
      ["between", "Tinyschool", "Alder"], ["between", "Tinyrole", "Teacher", "--by", "role"],
      ["find", "tinytopic", "--names", "pseudonym"],
      ["find", "tinytopic", "--names", "pseudonym", "--json"],
      ["path", "P36", "P40", "--names", "pseudonym"],
      ["path", "P36", "P40", "--names", "pseudonym", "--csv"],
    ]
    let grouped: [[String]] = [
      ["silos"], ["silos", "--csv"], ["silos", "--json"], ["outward"], ["outward", "--csv"],
      ["gaps", "--names", "pseudonym", "--csv"], ["show", "P3"], ["show", "P3", "--json"],
      ["without", "P36", "P37", "P38", "P39", "P40", "P41", "P42"],
    ]
    return plain + grouped.flatMap { command in ways.map { command + ["--by", $0] } }
  }()

  private static let few = (file: small("min_group = 10\n"), none: small())

  private static func said(_ command: [String], _ folder: Workdir, _ environment: [String: String])
    -> String
  {
    let outcome = weft(
      [command[0], folder.path, "--title", "T"] + command.dropFirst(),
      environment: environment.merging(["WEFT_PSEUDONYM_KEY": "the same"]) { own, _ in own })
    return "\(outcome.status)\n\(outcome.out)\(outcome.err)".replacing(folder.path, with: "")
  }

  /// `min_group = 10` holds whichever way it is given, and changes what is said.
  @Test(arguments: smallGroups) func minGroupHolds(_ command: [String]) {
    let file = Self.said(command, Self.few.file, [:])
    let variable = Self.said(command, Self.few.none, ["WEFT_MIN_GROUP": "10"])
    #expect(file == variable)
    let option = Self.said(command + ["--min-group", "10"], Self.few.none, [:])
    #expect(option == file || option.hasPrefix("64\nUnknown option '--min-group'"))
    // A line that names the group says no number of it, but that it is small.
    for line in file.split(whereSeparator: \.isNewline) where line.contains("Tiny") {
      let told = line.replacing("<10", with: "").replacing("Fewer than 10 people", with: "")
        .replacing(/P\d+|P-\w+/, with: "")
      let numbers = told.matches(of: /\d+/).map(\.output)
      #expect(numbers.isEmpty || Self.isOfAll(command, line), "\(line)")
    }
    let usual = Self.said(command, Self.few.none, [:])
    #expect(usual != file || !usual.contains("Tiny"), "nothing changed: \(usual)")
  }

  /// Whether the numbers of a line are not the group's: a topic's, who knows it, or the worth of a match without its ties.
  private static func isOfAll(_ command: [String], _ line: Substring) -> Bool {
    line.contains("Tinytopic") || command[0] == "match" && !line.contains(" tie")
  }

  // MARK: Codes

  /// Commands that print people's codes.
  static let coded: [[String]] = [
    ["bridges"], ["bridges", "--csv"], ["bridges", "--role", "gatekeeper"],
    ["find", "phonics", "--names", "pseudonym"],
    ["find", "phonics", "--names", "pseudonym", "--json"],
    ["path", "P0", "P4", "--names", "pseudonym"],
    ["path", "P0", "P4", "--names", "pseudonym", "--json"],
    ["without", "P1"],
    ["draw", "people", "-o", "-", "--names", "pseudonym"],
    ["draw", "network", "--of", "P1", "-o", "-", "--names", "pseudonym"], ["map"],
  ]

  /// `pseudonym_key` changes every code, whichever way it is given, and no code stays.
  @Test(arguments: coded) func pseudonymKeyHolds(_ command: [String]) {
    let keyed = Self.small("pseudonym_key = \"hush\"\n")
    _ = run("/bin/chmod", ["600", keyed.path + "/weft.toml"])
    func codes(
      _ folder: Workdir, _ environment: [String: String] = ["WEFT_PSEUDONYM_KEY": ""]
    ) -> Set<String> {
      let output = Workdir()
      var arguments = command
      if command[0] == "map" { arguments += ["-o", output.path + "/out", "--no-figures"] }
      let split = command[0] == "draw" ? 2 : 1
      let outcome = weft(
        Array(arguments[..<split]) + [folder.path] + arguments[split...], environment: environment)
      #expect(outcome.status == 0, "\(outcome.err)")
      let files = output.names("out").compactMap { output.text("out/" + $0) }
      let text = outcome.out + files.joined()
      return Set(text.matches(of: /P-[0-9A-Z]{5,}/).map { String($0.output) })
    }
    let (file, variable, none) = (
      codes(keyed), codes(Self.few.none, ["WEFT_PSEUDONYM_KEY": "hush"]), codes(Self.few.none)
    )
    #expect(!file.isEmpty && file == variable)
    #expect(file.isDisjoint(with: none))
  }
}
