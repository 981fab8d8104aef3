import Foundation
import TestSupport
import Testing

private let harbour = packageFolder + "/Data/harbour-trust"

/// A CSV table of a command as rows of cells by heading.
private func rows(_ arguments: [String]) -> [[String: String]] { csvRows(weft(arguments).out) }

private func sentences(_ arguments: [String]) throws -> [String] {
  let json =
    try JSONSerialization.jsonObject(
      with: Data(weft(arguments + ["--json"]).out.utf8)) as? [String: Any]
  return json?["sentences"] as? [String] ?? []
}

/// A trust with three terms, made once.
private let threeTerms: Workdir = {
  let work = Workdir()
  _ = weft(["sample", work.path + "/trust", "--terms", "3"])
  return work
}()

/// What is planted between the terms of a made-up trust is found, and nothing else is called real.
@Suite struct PlantedTermsTests {
  private var trust: String { threeTerms.path + "/trust" }

  @Test func theTermsAreThere() {
    let terms = rows(["terms", trust, "--csv"])
    #expect(terms.map { $0["term"] } == ["Autumn 2025", "Spring 2026", "Autumn 2026"])
    #expect(weft(["terms", trust, "--verify"]).out == "Three terms, every file as it was kept.\n")
  }

  @Test func schoolsThatChanged() {
    let groups = rows([
      "compare", trust, "--from", "Autumn 2025", "--csv", "--table", "groups",
    ])
    #expect(groups.count == 19)
    let real = groups.filter {
      $0["verdict"]?.hasPrefix("better") == true || $0["verdict"]?.hasPrefix("worse") == true
    }
    #expect(Set(real.map { $0["group"] }) == ["Beacon Academy", "Westbrook Academy"])
    func row(_ name: String) -> [String: String] { groups.first { $0["group"] == name } ?? [:] }
    #expect(row("Beacon Academy")["verdict"]?.hasPrefix("better") == true)
    #expect(Double(row("Westbrook Academy")["difference"] ?? "") ?? 0 < -8)
    #expect(
      row("Weir Lane Primary School")["verdict"]
        == "cannot be compared: 89% answered then and 39% now, which is too different to compare")
    #expect(row("Weir Lane Primary School")["difference"] == "")
    // Two in five have come to one school, and are told as that.
    #expect(row("Castle Hill Primary School")["verdict"] == "no change that these data could show")
    let stayed = Double(row("Castle Hill Primary School")["stayed"] ?? "") ?? 0
    let people = Double(row("Castle Hill Primary School")["people"] ?? "") ?? 1
    #expect(stayed / people < 0.65)
  }

  @Test func theWholeHasNotChanged() {
    let figures = rows([
      "compare", trust, "--from", "Autumn 2025", "--csv", "--table", "figures",
    ])
    #expect(figures[0]["verdict"] == "no change that these data could show")
    #expect(figures[1]["verdict"] == "no change that these data could show")
  }

  @Test func mergersTopicsAndPartnerships() throws {
    let said = try sentences(["compare", trust, "--from", "Autumn 2025"])
    #expect(
      said.contains(
        "Quayside Infant School and Quayside Junior School are one school now, Quayside Primary School, and are compared as one."
      ))
    #expect(
      said.contains(
        "Somebody knows Sensory impairment now, which nobody had listed. Braille went with people who left: nobody has listed it now."
      ))
    let partnerships = rows([
      "compare", trust, "--from", "Autumn 2025", "--csv", "--table", "partnerships",
    ])
    let carers = partnerships.first { $0["partner"] == "Young Carers Project" }
    #expect(carers?["change"] == "worse" && carers?["come"] == "review overdue since 31 March 2026")
    #expect(partnerships.allSatisfy { ["worse", "new on record"].contains($0["change"]) })
  }

  /// A leader hears in words where people changed, and which school cannot be compared, not in a table alone.
  @Test func turnoverAndFewAnswersAreSaid() throws {
    let said = try sentences(["compare", trust, "--from", "Autumn 2025"])
    #expect(
      said.contains(
        "Many are new since Autumn 2025 in Castle Hill Primary School (11 of 26): a change there may be who works there, not how they work."
      ), "\(said)")
    #expect(
      said.contains(
        "Weir Lane Primary School cannot be compared: 89% answered then and 39% now, which is too different to compare."
      ))
    // Of two terms the later is called what it is; only the files of today are now.
    let terms = try sentences(["compare", trust, "--from", "Autumn 2025", "--to", "Autumn 2026"])
    #expect(terms[0].contains(" in Autumn 2025, 21% in Autumn 2026 ("), "\(terms[0])")
    #expect(said[0].contains(" in Autumn 2025, 21% now ("), "\(said[0])")
    // Where nothing can be compared no school is named for it.
    let few = try sentences(["compare", trust, "--from", "Spring 2026"])
    #expect(!few.contains { $0.contains("Weir Lane Primary School cannot be compared") })
  }

  @Test func aTermThatFewAnswered() throws {
    let said = try sentences(["compare", trust, "--from", "Spring 2026"])
    #expect(
      said[0].hasPrefix("Whether more work crosses schools than in Spring 2026 cannot be said: "))
    let groups = rows(["compare", trust, "--from", "Spring 2026", "--csv", "--table", "groups"])
    #expect(groups.allSatisfy { $0["verdict"]?.hasPrefix("cannot be compared") == true })
  }

  /// The trend says of each term what the comparison of two says of it.
  @Test func oneTruth() {
    let trend = rows(["compare", trust, "--from", "Autumn 2025", "--csv", "--table", "trend"])
    let figures = rows(["compare", trust, "--from", "Autumn 2025", "--csv", "--table", "figures"])
    #expect(trend.count == 3)
    for (one, other) in [(trend[0], figures[0]["then"]), (trend[2], figures[0]["now"])] {
      #expect(agree(one["outside"].flatMap(Double.init), other.flatMap(Double.init), 1e-12))
    }
  }
}

/// Of whoever leaves alone `weft what-if` says which figure shows it, and that command draws it.
@Suite struct WhatIfFigureTests {
  @Test(arguments: [
    (["--without", "P0638"], nil), (["--without", "T05"], "T05"), (["--close", "H05"], "H05"),
  ])
  func theFigureIsNamedAndDrawn(_ change: [String], _ place: String?) throws {
    let work = Workdir()
    let said = weft(["what-if", harbour] + change).out
    // A person is called by the code that this copy has, never as they were asked for.
    let of = try place ?? String(#require(said.firstMatch(of: /P-[0-9A-Z]{5}/)).output)
    #expect(said.contains("weft draw without \(harbour) --of \"\(of)\" -o without.svg"), "\(said)")
    #expect(!said.contains("P0638"))
    let drawn = weft(["draw", "without", harbour, "--of", of, "-o", work.path + "/without.svg"])
    #expect(drawn.status == 0, "\(drawn.err)")
  }

  @Test(arguments: [
    ["--merge", "H01,H02"], ["--without", "Analyst"], ["--close", "H05", "--without", "T05"],
  ])
  func ofOthersNoneIsPromised(_ changes: [String]) {
    let said = weft(["what-if", harbour] + changes)
    #expect(said.status == 0 && !said.out.contains("weft draw without"), "\(said.err)")
  }
}

/// `weft keep`, `terms` and `forget`, as their users run them.
@Suite struct KeepCommandTests {
  private func trust(_ work: Workdir) -> String {
    _ = try? FileManager.default.copyItem(atPath: harbour, toPath: work.path + "/trust")
    return work.path + "/trust"
  }

  @Test func keptAndRestored() throws {
    let work = Workdir()
    let trust = trust(work)
    let kept = weft(["keep", trust, "--term", "Autumn 2026"])
    #expect(
      kept.status == 0
        && kept.err.contains(
          "Kept \"Autumn 2026\": 633 people and 3,121 recorded ties as at 12 November 2026")
    )
    #expect(
      weft(["terms", trust, "--restore", "autumn 2026", "-o", work.path + "/again"]).status == 0)
    for name in try FileManager.default.contentsOfDirectory(atPath: harbour)
    where name.hasSuffix(".csv") {
      #expect(work.bytes("again/\(name)") == work.bytes("trust/\(name)"), "\(name)")
    }
    #expect(
      weft(["silos", work.path + "/again", "--csv"]).out == weft(["silos", trust, "--csv"]).out)
    // The folder that is read holds nothing else that is new, and what was there is as it was.
    #expect(
      Set(work.names("trust")).subtracting(
        try FileManager.default.contentsOfDirectory(atPath: harbour)) == ["terms.db"])
    // Nobody is in what was published.
    let figures = weft(["terms", trust, "--show", "Autumn 2026", "--csv"])
    #expect(figures.out.contains("findings.json,\"figures as published, nobody in them\""))
  }

  @Test(arguments: [
    (["keep", "DIR"], "Missing expected argument '--term <term>'"),
    (
      ["keep", "DIR", "--term", ""], "--term is empty: name the term, as in --term \"Autumn 2026\"."
    ),
    (["keep", "DIR", "--term", "a\nb"], "--term \"a"),
    (["terms", "DIR", "--drop", "x"], "No term is kept here."),
    (["terms", "DIR", "--restore", "x"], "Write both --restore and --output"),
    (
      ["terms", "DIR", "--verify", "--drop", "x"],
      "Choose one of --show, --restore, --drop and --verify."
    ),
    (["forget", "DIR", "P0001"], "No term is kept here, so there is nobody to forget."),
    (["compare", "DIR", "--from", "x"], "No term is kept here."),
    (["what-if", "DIR"], "Say what changes: --without, --merge, --close, --tie or --invite."),
    (["what-if", "DIR", "--merge", "H01"], "name two schools or more"),
    (["what-if", "DIR", "--tie", "P0001"], "name two people"),
    (["what-if", "DIR", "--tie", "P0001,P0001"], "that is one person"),
    (["what-if", "DIR", "--without", "Nobody at all"], "There is no person, team or role"),
    (["plan", "DIR", "--introductions", "0"], "--introductions 0: write a number from 1 to 50."),
    (["plan", "DIR", "--for", "Atlantis"], "There is no school \"Atlantis\"."),
  ])
  func mistakes(arguments: [String], message: String) {
    let outcome = weft(arguments.map { $0 == "DIR" ? harbour : $0 })
    #expect(outcome.status == 64 && outcome.err.contains(message), "\(outcome.err)")
    #expect(outcome.out.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: harbour + "/terms.db"))
  }

  @Test func forgettingLeavesNobody() throws {
    let work = Workdir()
    let trust = trust(work)
    for term in ["Spring", "Autumn"] { _ = weft(["keep", trust, "--term", term]) }
    let row = try #require(
      work.text("trust/people.csv")?.split(separator: "\n").first { $0.hasPrefix("P0638,") })
    let name = row.split(separator: ",")[1]
    work.write("trust/people.csv.before-20261129-101500", Array("id\nP0638\n".utf8))
    let outcome = weft(["forget", trust, "P0638"])
    #expect(
      outcome.err.contains(
        "may mention them as well: people.csv.before-20261129-101500. Delete them when you are sure."
      ))
    #expect(
      outcome.status == 0 && outcome.out.hasPrefix("Autumn: ") && outcome.out.contains("\nSpring: ")
    )
    #expect(outcome.err.contains("The files of today mention them too, and are yours to change"))
    let text = String(decoding: work.bytes("trust/terms.db") ?? [], as: UTF8.self)
    #expect(!text.contains("P0638") && !text.contains(name) && !text.contains("p0638@"))
    #expect(weft(["terms", trust, "--verify"]).status == 0)
    let figures = rows(["compare", trust, "--from", "Spring", "--csv", "--table", "figures"])
    #expect(figures.first { $0["what"] == "people" }?["then"] == "632")
    // The files of today are the user's.
    #expect(work.text("trust/people.csv")?.contains("P0638") == true)
  }

  /// Whenever it is killed, what was said to be kept is kept, and the rest is as it was.
  @Test func killedAtAnyTime() throws {
    let work = Workdir()
    let trust = trust(work)
    #expect(weft(["keep", trust, "--term", "first"]).status == 0)
    var said = ["first"]
    for number in 0..<40 {
      let process = Process()
      let pipe = Pipe()
      process.executableURL = URL(fileURLWithPath: weftProgram)
      process.arguments = ["keep", trust, "--term", "term \(number)"]
      process.environment = environmentOfTests
      process.standardError = pipe
      try process.run()
      usleep(UInt32(20_000 + number * 25_000))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let told = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      if told.contains("Kept \"term \(number)\"") { said.append("term \(number)") }
      let outcome = weft(["terms", trust, "--verify"])
      #expect(outcome.status == 0, "\(outcome.err)")
    }
    let terms = Set(rows(["terms", trust, "--csv"]).compactMap { $0["term"] })
    #expect(terms.isSuperset(of: said))
  }

  /// Signals that ask a program to stop lose nothing either.
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func askedToStop(signal: Int32) throws {
    let work = Workdir()
    let trust = trust(work)
    for number in 0..<6 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: weftProgram)
      process.arguments = ["keep", trust, "--term", "term \(number)"]
      process.environment = environmentOfTests
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(100_000 + number * 150_000))
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      #expect(weft(["terms", trust, "--verify"]).status == 0)
    }
  }

  @Test func severalKeepAtOnce() async throws {
    let work = Workdir()
    let trust = trust(work)
    let outcomes = await withTaskGroup(of: Outcome.self) { group in
      for number in 0..<4 { group.addTask { weft(["keep", trust, "--term", "term \(number)"]) } }
      group.addTask { weft(["keep", trust, "--term", "term 0"]) }
      return await group.reduce(into: [Outcome]()) { $0.append($1) }
    }
    #expect(outcomes.count { $0.status == 0 } == 4)
    #expect(
      outcomes.count { $0.status == 64 && $0.err.contains("There is a term \"term 0\" already.") }
        == 1)
    #expect(rows(["terms", trust, "--csv"]).count == 4)
  }

  /// What is restored is the user's: a map written there takes nothing of it away, and only its owner may read it.
  @Test func restoredFilesAreNobodyElses() throws {
    let work = Workdir()
    let trust = trust(work)
    #expect(weft(["keep", trust, "--term", "Autumn"]).status == 0)
    #expect(weft(["terms", trust, "--restore", "Autumn", "-o", work.path + "/again"]).status == 0)
    let before = work.names("again")
    // A map has tables of the same names, and takes none of these for its own.
    #expect(weft(["map", trust, "-o", work.path + "/again", "--no-figures"]).status == 73)
    #expect(before.allSatisfy { work.bytes("again/\($0)") == work.bytes("trust/\($0)") })
    let mode = try FileManager.default.attributesOfItem(atPath: work.path + "/again/people.csv")[
      .posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  /// A term of a later day is not the last one, and a day and a term are not set side by side.
  @Test func lastTerms() throws {
    let trust = threeTerms.path + "/trust"
    let work = Workdir()
    #expect(
      weft(["terms", trust, "--restore", "Autumn 2025", "-o", work.path + "/then"]).status == 0)
    _ = try FileManager.default.copyItem(
      atPath: trust + "/terms.db", toPath: work.path + "/then/terms.db")
    let said = try sentences(["compare", work.path + "/then"])
    #expect(said.first?.hasPrefix("From ") == true, "\(said)")
    let mixed = weft(["compare", trust, "--from", "2026-01-01", "--to", "Spring 2026"])
    #expect(
      mixed.status == 64
        && mixed.err.contains("--from \"2026-01-01\": both are terms, or both are days."))
  }

  /// A copy with names tells nothing of what hidden people knew then: what they alone had listed is not said to be gone.
  @Test func hiddenPeopleKnewNothing() throws {
    let work = Workdir()
    let trust = trust(work)
    let people = (work.text("trust/people.csv") ?? "").split(separator: "\n")
    let hidden = try #require(
      people.first { $0.contains(",hidden,") }?.split(separator: ",").first.map(String.init))
    let skills = work.text("trust/expertise.csv") ?? ""
    work.write(
      "trust/expertise.csv", Array((skills + "\(hidden),Falconry,4,qualification,,,\n").utf8))
    #expect(weft(["keep", trust, "--term", "Autumn"]).status == 0)
    // Another tie, so that the term is not of the very files of today.
    work.write(
      "trust/collaborations.csv",
      Array(
        (work.text("trust/collaborations.csv") ?? "").split(separator: "\n").dropLast(40)
          .joined(separator: "\n").utf8))
    #expect(
      weft(["site", trust, "-o", work.path + "/site", "--names", "full", "--no-figures"]).status
        == 0)
    let home = work.text("site/index.html") ?? ""
    #expect(home.contains("Since Autumn"))
    for page in work.names("site") where page.hasSuffix(".html") {
      #expect(work.text("site/\(page)")?.contains("Falconry") == false, "\(page)")
    }
  }

  /// A store that cannot be read stops what needs it, and nothing else.
  @Test func damagedStores() throws {
    let work = Workdir()
    let trust = trust(work)
    work.write("trust/terms.db", Array("not a store".utf8))
    let compare = weft(["compare", trust])
    #expect(
      compare.status == 65 && compare.err.contains("is no file that Weft made, or it is damaged"))
    #expect(weft(["silos", trust]).status == 0)
    let refusal =
      "\(trust)/terms.db is no file that Weft made, or it is damaged. Give it another name: that is where terms are kept."
    for arguments in [
      ["map", trust, "-o", work.path + "/out"],
      ["site", trust, "-o", work.path + "/site", "--no-figures"],
    ] {
      let outcome = weft(arguments)
      #expect(outcome.status == 0)
      let warnings = outcome.err.split(separator: "\n").filter { $0.hasPrefix("warning: ") }
      #expect(warnings == ["warning: \(refusal)"], "\(outcome.err)")
    }
    #expect(weft(["keep", trust, "--term", "x"]).status == 65)
    #expect(work.text("trust/terms.db") == "not a store")
  }

  /// A file that was cut short to nothing may have held terms.
  @Test func emptyStores() throws {
    let work = Workdir()
    let trust = trust(work)
    work.write("trust/terms.db", [])
    let remark =
      "\(trust)/terms.db is empty: no term is kept in it. If there were some, put back a copy of it.\n"
    #expect(
      weft(["terms", trust]).out
        == "\(remark)No term is kept here. Next: weft keep \(trust) --term \"Autumn 2026\"\n")
    #expect(weft(["terms", trust, "--verify"]).out == remark)
    #expect(weft(["forget", trust, "P0638"]).err.hasSuffix(remark))
    let kept = weft(["keep", trust, "--term", "x"])
    #expect(kept.status == 0 && kept.err.contains(remark))
    #expect(weft(["terms", trust, "--verify"]).out == "One term, every file as it was kept.\n")
  }

  @Test(arguments: [["terms"], ["terms", "--verify"], ["forget", "P1"], ["keep", "--term", "x"]])
  func foldersThatAreNotThere(arguments: [String]) {
    func ask(_ folder: String) -> Outcome {
      weft([arguments[0], folder] + arguments.dropFirst())
    }
    for (folder, message) in [
      ("/nonexistent", "There is no folder \"/nonexistent\"."), ("", "There is no folder \"\"."),
      (harbour + "/people.csv", "is a file. Name the folder that holds it."),
    ] {
      let outcome = ask(folder)
      #expect(outcome.status == 66 && outcome.out.isEmpty, "\(folder)")
      #expect(outcome.err.contains(message), "\(outcome.err)")
    }
  }

  @Test func yearsKept() throws {
    let work = Workdir()
    _ = weft(["sample", work.path + "/trust", "--terms", "6"])
    let trust = work.path + "/trust"
    #expect(rows(["terms", trust, "--csv"]).count == 6)
    work.write("trust/weft.toml", Array("years_kept = 1\n".utf8))
    let outcome = weft(["keep", trust, "--term", "now"])
    #expect(
      outcome.status == 0 && outcome.err.contains("more than 1 year old (years_kept in weft.toml).")
    )
    #expect(rows(["terms", trust, "--csv"]).count < 6)
  }

  /// Groups stand where they stood when the last term was kept.
  @Test func mapsKeepTheirPlaces() throws {
    let work = Workdir()
    let trust = trust(work)
    func places(_ folder: String, _ figure: String) -> [String: String] {
      let svg = work.text("\(folder)/\(figure).svg") ?? ""
      var found: [String: String] = [:]
      for element in svg.split(separator: "<")
      where element.hasPrefix("g ") && element.contains("data-id=") {
        func value(_ name: String) -> String {
          element.components(separatedBy: " \(name)=\"").dropFirst().first.map {
            String($0.prefix { $0 != "\"" })
          } ?? ""
        }
        found[value("data-id")] = value("data-x") + " " + value("data-y")
      }
      return found
    }
    #expect(weft(["keep", trust, "--term", "Autumn"]).status == 0)
    #expect(weft(["map", trust, "-o", work.path + "/one"]).status == 0)
    let rows = (work.text("trust/collaborations.csv") ?? "").split(separator: "\n")
    work.write(
      "trust/collaborations.csv",
      Array(
        (rows.enumerated().filter { $0.offset % 11 != 5 }.map(\.element).joined(separator: "\n")
          + "\n").utf8))
    #expect(weft(["map", trust, "-o", work.path + "/two"]).status == 0)
    let (one, two) = (places("one", "trust-map"), places("two", "trust-map"))
    let groups = one.keys.filter { !$0.hasPrefix("X") }
    #expect(groups.count > 20)
    #expect(groups.allSatisfy { one[$0] == two[$0] })
  }
}

/// `weft what-if` and `weft plan` beside what is planted in the sample.
@Suite struct WhatIfCommandTests {
  private func states(_ arguments: [String]) -> [String: [String: String]] {
    let found = rows(["what-if", harbour] + arguments + ["--csv", "--table", "states"])
    return Dictionary(found.map { ($0["what"] ?? "", $0) }) { first, _ in first }
  }

  @Test func theOneWhoHoldsTwoSchools() throws {
    let states = states(["--without", "P0638"])
    #expect(states["people"]?["difference"] == "-1")
    #expect(states["schools that keep to themselves"]?["then"] == "3")
    let said = try sentences(["what-if", harbour, "--without", "P0638"])
    #expect(
      said.contains(
        "Larkrise Primary School and Hillside Infant School lose every tie to other schools."))
    let bridges = rows([
      "what-if", harbour, "--without", "P0638", "--names", "full", "--csv", "--table", "successors",
    ])
    #expect(Set(bridges.map { $0["a"] }) == ["Larkrise Primary School", "Hillside Infant School"])
    #expect(bridges.allSatisfy { $0["who"]?.contains("before they leave") == true })
  }

  @Test func mixedChanges() {
    let states = states([
      "--merge", "Oakfield Primary School,H02", "--close", "H03", "--tie", "P0001,P0003",
    ])
    #expect(states["schools"]?["today"] == "18" && states["schools"]?["then"] == "16")
    #expect(states["people"]?["then"] == "610")
  }

  /// What is asked twice is told once.
  @Test(arguments: [
    ["--close", "H01"], ["--without", "P0638"], ["--invite", "T35:E07"], ["--tie", "P0001,P0003"],
  ]) func changesAskedForTwice(change: [String]) {
    let once = weft(["what-if", harbour] + change)
    #expect(once.status == 0 && !once.out.isEmpty)
    #expect(weft(["what-if", harbour] + change + change) == once)
    #expect(
      change[0] != "--tie"
        || weft(["what-if", harbour] + change + ["--tie", "P0003,P0001"]) == once)
  }

  /// What is asked in two ways is answered alike.
  @Test func sameAsWithout() throws {
    let without = rows(["without", harbour, "P0638", "--csv", "--table", "states"])
    let apart = without.first { $0["what"] == "share of pairs apart" }
    let states = states(["--without", "P0638"])
    let (a, b) = (
      Double(apart?["without"] ?? "") ?? 0,
      Double(states["pairs with no way to each other, %"]?["then"] ?? "") ?? 1
    )
    // Of those left in the one, with them counted as apart from nobody in the other: near enough to be one figure.
    #expect(abs(a * 100 - b) < 0.5)
  }

  @Test func smallTeamsNeedNames() {
    let outcome = weft(["what-if", harbour, "--without", "T01"])
    #expect(outcome.status == 64 && outcome.err.contains("fewer than five people"))
    #expect(weft(["what-if", harbour, "--without", "T01", "--names", "full"]).status == 0)
  }

  @Test func hiddenPeopleAreNobody() throws {
    let people = (try String(contentsOfFile: harbour + "/people.csv", encoding: .utf8)).split(
      separator: "\n")
    let hidden = try #require(people.first { $0.contains(",hidden,") }?.split(separator: ",").first)
    let outcome = weft(["what-if", harbour, "--without", String(hidden), "--names", "full"])
    #expect(outcome.status == 64 && outcome.err.contains("There is no person, team or role"))
    let plan = weft(["plan", harbour, "--introductions", "50", "--names", "full", "--csv"])
    let name = people.first { $0.hasPrefix(hidden) }?.split(separator: ",")[1] ?? "?"
    #expect(plan.status == 0 && !plan.out.contains(name))
  }

  @Test func invitations() throws {
    let said = try sentences(["what-if", harbour, "--invite", "T35:E07"])
    let events = try sentences(["events", harbour, "--event", "E07", "--add", "T35"])
    #expect(said == events && !said.isEmpty)
  }

  /// A plan is worth more than three times what chance is, keeps to its limits, and names nobody by accident.
  @Test func plans() throws {
    let plan = rows(["plan", harbour, "--csv"])
    #expect(plan.count == 5)
    let gained = plan.compactMap { Int($0["pairs"] ?? "") }
    #expect(gained == gained.sorted(by: >) || gained.count == 5)
    let said = try sentences(["plan", harbour])
    let total = gained.reduce(0, +)
    #expect(
      said[0].contains(
        "would bring \(total / 1000),\(String(format: "%03d", total % 1000)) more pairs"))
    let times = try #require(
      said[1].components(separatedBy: "the plan brings ").last?.split(separator: " ").first)
    #expect(try #require(Double(times)) >= 3)
    for one in plan {
      #expect(one["one"]?.hasPrefix("P-") == true && one["other"]?.hasPrefix("P-") == true)
    }
    let own = rows([
      "plan", harbour, "--for", "Northgate Academy", "--at-most", "1", "--names", "full", "--csv",
    ])
    #expect(own.count == 5)
    for one in own {
      #expect([one["one"], one["other"]].count { $0?.contains("Northgate Academy") == true } == 1)
    }
  }
}
