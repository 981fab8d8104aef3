import Foundation
import Networks
import TestSupport
import Testing

/// An attacker who has every file of one copy without names, and the list of staff, tries to work out what it hides.
@Suite struct DisclosureAttackTests {
  /// Harbour Trust as it is, with a school cut to three people, and three generated trusts.
  static let trusts = [
    "harbour", "a school of three", "generated 1", "generated 2", "generated 3",
  ]

  /// The key of the folder itself.
  private static let ownKey = ["WEFT_PSEUDONYM_KEY": ""]

  private static func files(_ trust: String) -> Workdir {
    let folder = Workdir()
    let harbour = packageFolder + "/Data/harbour-trust"
    if trust.hasPrefix("generated") {
      let seed = trust.suffix(1)
      _ = weft([
        "sample", folder.path + "/trust", "--people", "\(140 + 90 * (Int(seed) ?? 1))", "--ties",
        "\(300 * (Int(seed) ?? 1))", "--seed", String(seed),
      ])
      return folder
    }
    try? FileManager.default.copyItem(atPath: harbour, toPath: folder.path + "/trust")
    guard trust == "a school of three" else { return folder }
    let people = (folder.text("trust/people.csv") ?? "").split(whereSeparator: \.isNewline)
    var kept = 0
    let rows = people.filter { row in
      guard row.contains(",H09,") else { return true }
      kept += 1
      return kept <= 3
    }
    folder.write("trust/people.csv", Array((rows.joined(separator: "\n") + "\n").utf8))
    return folder
  }

  private static func table(_ text: String?) -> [[String: String]] {
    let rows = (text ?? "").split(whereSeparator: \.isNewline).map { cells(String($0)) }
    guard let head = rows.first else { return [] }
    return rows.dropFirst().map { Dictionary(zip(head, $0), uniquingKeysWith: { a, _ in a }) }
  }

  private static func cells(_ line: String) -> [String] {
    var (cells, cell, isQuoted) = ([String](), "", false)
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        cells.append(cell)
        cell = ""
      default: cell.append(character)
      }
    }
    return cells + [cell]
  }

  /// In a table ranked by a number, where a row stands would tell a number that is not shown.
  @Test(arguments: ["silos", "outward"]) func hiddenRowsStandLast(_ command: String) {
    let ran = weft([command, packageFolder + "/Data/harbour-trust", "--by", "team"])
    #expect(ran.status == 0)
    let tables = ran.out.components(separatedBy: "\n\n").map {
      $0.split(separator: "\n").map { $0.contains("  c  ") && !$0.contains("%") }
    }
    let ranked = tables.filter { $0.contains(true) && $0.count > 20 }
    #expect(!ranked.isEmpty)
    for rows in ranked {
      let first = rows.firstIndex(of: true) ?? rows.count
      #expect(rows[first...].allSatisfy { $0 }, "a row after those that are hidden")
    }
  }

  @Test(arguments: trusts) func nothingIsWorkedOut(_ trust: String) throws {
    let folder = Self.files(trust)
    let out = weft(
      ["map", folder.path + "/trust", "-o", folder.path + "/copy", "--no-figures"],
      environment: Self.ownKey)
    #expect(out.status == 0, "\(out.err)")
    let matrix = weft([
      "draw", "matrix", folder.path + "/trust", "-o", folder.path + "/matrix.csv",
    ])
    let named = weft([
      "map", folder.path + "/trust", "-o", folder.path + "/named", "--no-figures", "--names",
      "full",
    ])
    #expect(matrix.status == 0 && named.status == 0, "\(matrix.err)\(named.err)")
    let raw = Self.table(folder.text("trust/people.csv"))
    let silos = Self.table(folder.text("copy/silos.csv"))
    let people = Self.table(folder.text("copy/people.csv"))
    let json = try Self.json(folder, "copy")
    let network = try #require(json["network"] as? [String: Any])

    // Headcounts: what the trust has less the schools shown tells of no school, or of five people and two schools at least.
    let shown = silos.filter { $0["people"] != "c" }
    let total = network["people"] as? Int ?? 0
    let left = total - shown.reduce(0) { $0 + (Int($1["people"] ?? "") ?? 0) }
    let hidden = silos.count - shown.count
    #expect(left == 0 && hidden == 0 || left >= 5 && hidden >= 2, "\(left) people in \(hidden)")
    if trust == "a school of three" { #expect(hidden >= 2) }
    for row in silos where row["people"] == "c" {
      #expect(["ties", "e_i", "e_i_expected", "outside_share", "p"].allSatisfy { row[$0] == "c" })
    }

    // Rows: of a school none is missing, or five at least, so that none of them is told to be the hidden one.
    let rows = Dictionary(grouping: people) { $0["school"] ?? "" }.mapValues(\.count)
    let missing = shown.map { (Int($0["people"] ?? "") ?? 0) - (rows[$0["id"] ?? ""] ?? 0) }
    #expect(missing.allSatisfy { $0 == 0 || $0 >= 5 }, "\(missing)")
    let hides = raw.contains { $0["visibility"] == "hidden" }
    #expect(missing.count { $0 >= 5 } >= (hides ? 3 : 0))
    #expect(people.allSatisfy { $0["school"] != "c" })

    // Codes: no id gives one away without the key, with or without what else is known.
    let codes = Set(people.compactMap { $0["person"] })
    let ids = raw.compactMap { $0["id"] }
    #expect(codes.isDisjoint(with: Pseudonyms(ids: ids, key: "").codes))
    #expect(codes.isDisjoint(with: Pseudonyms(ids: ids.sorted(), key: "").codes))

    // Roles: beside a school only where five people there share it.
    let homes = Dictionary(grouping: raw) { ($0["role"] ?? "") + "|" + ($0["school"] ?? "") }
    let names = Dictionary(
      Self.table(folder.text("trust/schools.csv")).map { ($0["name"] ?? "", $0["id"] ?? "") },
      uniquingKeysWith: { a, _ in a })
    for row in Self.table(folder.text("copy/bridges.csv")) where row["role"] != "" {
      let home = names[row["school"] ?? ""] ?? ""
      #expect((homes[(row["role"] ?? "") + "|" + home]?.count ?? 0) >= 5, "\(row)")
    }

    // Contacts: no column adds up what the contacts have, so that whoever has one is beside nobody's code.
    let known = Self.oneContact(Self.table(folder.text("named/people.csv")))
    #expect(known > 1 || trust != "harbour")
    #expect(Self.oneContact(people) == 0)
    let columns = Set(people.first?.keys.map { $0 } ?? [])
    #expect(
      columns.isDisjoint(with: ["ssi", "closeness", "harmonic", "eigenvector", "pagerank"]))
    let bridges = Self.table(folder.text("copy/bridges.csv"))
    for (rows, column) in [
      (people, "constraint"), (people, "constraint-weighted"), (people, "hierarchy"),
      (bridges, "constraint"),
    ] {
      let values = rows.compactMap { $0[column].flatMap(Double.init) }
      #expect(!values.isEmpty && values.allSatisfy { abs($0 * 100 - ($0 * 100).rounded()) < 1e-9 })
    }

    // Topics: of a school that is far from all who know one, not whether anybody is near.
    for (copy, isTold) in [("copy", false), ("named", true)] {
      let far = csvRows(folder.text(copy + "/gaps.csv") ?? "").filter { $0["class"] == "distant" }
      #expect(trust != "harbour" || !far.isEmpty)
      #expect(far.allSatisfy { ($0["near_share"] != "c") == isTold })
    }

    // Links: no pair of groups beside those of the grid, and of no thin link can it be said that it is there.
    let grid = Self.links(folder.text("matrix.csv"))
    let nameOf = Dictionary(
      silos.map { ($0["id"] ?? "", $0["name"] ?? "") }, uniquingKeysWith: { a, _ in a })
    let told = Self.pairs(json)
    if trust == "harbour" { Self.expectNoThinStep(folder, people, told.map { $0.ids }) }
    #expect(told.allSatisfy { $0.boundary == "school" && $0.depth == 1 })
    for pair in told where !pair.ids.contains("central") {
      #expect(grid[pair.ids.compactMap { nameOf[$0] }.sorted()] != nil, "\(pair)")
    }
    // Each school's ties that lead out, less those told: exactly, where the centre is told too.
    var rest: [String: Double] = [:]
    for row in shown where row["id"] != "central" {
      let (id, name) = (row["id"] ?? "", row["name"] ?? "")
      let outward = (Double(row["ties"] ?? "") ?? 0) * (Double(row["outside_share"] ?? "") ?? 0)
      let hasCentre = silos.contains { $0["id"] == "central" }
      guard !hasCentre || told.contains(where: { Set($0.ids) == [id, "central"] }) else { continue }
      rest[name] = outward - told.filter { $0.ids.contains(id) }.reduce(0) { $0 + $1.ties }
    }
    let truth = Self.pairs(try Self.json(folder, "named")).filter {
      $0.boundary == "school" && $0.depth == 1 && !$0.ids.contains("central")
    }
    #expect(truth.contains { $0.ties == 1 })
    let all = Set(silos.filter { $0["id"] != "central" }.compactMap { $0["name"] })
    for one in truth where one.ties > 0 && one.ties <= 1 {
      let pair = one.ids.compactMap { nameOf[$0] }.sorted()
      guard grid[pair] == nil else { continue }
      for name in pair {
        guard let own = rest[name] else { continue }
        let room = all.filter { !pair.contains($0) && grid[[name, $0].sorted()] == nil }
          .reduce(0) { $0 + min(own, rest[$1] ?? own) }
        #expect(own - room < 0.01, "\(pair): \(own) left over, room for \(room)")
      }
    }
  }

  /// Of the whole no more is told along a boundary that hides groups than a sum: several measures would be equations that solve them.
  @Test func theWholeTellsNoEquations() throws {
    let folder = Self.files("a school of three")
    let out = weft(["map", folder.path + "/trust", "-o", folder.path + "/copy", "--no-figures"])
    #expect(out.status == 0)
    let findings = try #require(
      try Self.json(folder, "copy")["findings"] as? [[String: Any]])
    var kept: Set<String> = []
    for finding in findings where finding["boundary"] as? String == "school" {
      let measure = finding["measure"] as? String ?? ""
      for figure in finding["figures"] as? [[String: Any]] ?? [] {
        let kind = (figure["subject"] as? [String: Any])?["kind"] as? String
        if measure == "peers" {
          #expect(figure["z"] == nil && figure["p"] == nil)
          if let expected = figure["expected"] as? Double {
            #expect(abs(expected * 200 - (expected * 200).rounded()) < 1e-9)
          }
        }
        guard kind == "network", figure["value"] is Double else { continue }
        kept.insert(measure)
        if measure == "e-i" {
          #expect(figure["expected"] == nil && figure["z"] == nil && figure["p"] == nil)
        }
      }
    }
    #expect(kept.contains("e-i") && kept.contains("density"))
    let solving: Set = [
      "modularity", "gupta-anderson-may", "assortativity", "freeman-segregation", "odds-ratio",
      "yule-q", "blau", "iqv", "nmi", "ari", "e-i-rescaled", "e-i-free-ties", "coordinator",
    ]
    #expect(kept.isDisjoint(with: solving), "\(kept.intersection(solving))")
    // What is adjusted for the number of groups, or of pairs, tells where among the others those stand that are not shown.
    let ranked = findings.filter {
      $0["boundary"] as? String == "school" || $0["measure"] as? String == "pairs"
    }.flatMap { $0["figures"] as? [[String: Any]] ?? [] }
    #expect(ranked.contains { $0["p"] != nil } && !ranked.contains { $0["q"] != nil })
    let silos = Self.table(folder.text("copy/silos.csv")).filter { $0["boundary"] == "school" }
    #expect(silos.contains { $0["p"] != "c" } && silos.allSatisfy { $0["q"] == "c" })
    // What chance would give tells the sum of squared sizes.
    let boundaries = csvRows(weft(["boundaries", folder.path + "/trust", "--csv"]).out)
    let school = try #require(boundaries.first { $0["boundary"] == "school" })
    for column in ["outside_share_chance", "effect"] {
      let share = try #require(Double(school[column] ?? ""))
      #expect(abs(share * 200 - (share * 200).rounded()) < 1e-6, "\(column) \(share)")
    }
    // So does what is left of another boundary once schools are held fixed.
    for row in boundaries where row["held_fixed"] == "school" {
      let share = try #require(Double(row["own_effect"] ?? ""))
      #expect(abs(share * 200 - (share * 200).rounded()) < 1e-6, "\(row)")
    }
    #expect(boundaries.contains { $0["held_fixed"] == "school" })
    for row in Self.table(folder.text("copy/silos.csv")) {
      if let others = Double(row["outside_share_others"] ?? "") {
        #expect(abs(others * 200 - (others * 200).rounded()) < 1e-6, "\(others)")
      }
    }
  }

  /// How many people with one contact alone show who it is: their values are one share of the contact's, the same for all of them.
  private static func oneContact(_ people: [[String: String]]) -> Int {
    func value(_ row: [String: String]) -> Double? {
      Double(row["eigenvector"] ?? "").flatMap { $0 > 1e-9 ? $0 : nil }
    }
    let values = people.compactMap(value)
    let alone = people.filter { $0["degree"] == "1" && $0["strength"] == "1" }.compactMap(value)
    var seen: [Int: Int] = [:]
    for one in alone {
      for share in Set(values.map { Int(($0 / one * 1e5).rounded()) }) {
        seen[share, default: 0] += 1
      }
    }
    return seen.values.filter { $0 > 1 }.max() ?? 0
  }

  /// Who introduces whom, and where somebody's contacts are, tells by code no link that the grid leaves out.
  private static func expectNoThinStep(
    _ folder: Workdir, _ people: [[String: String]], _ links: [[String]]
  ) {
    let home = Dictionary(
      people.map { ($0["person"] ?? "", $0["school"] ?? "") }, uniquingKeysWith: { a, _ in a })
    let told = Set(links.map { Set($0) })
    let plan = weft(
      ["plan", folder.path + "/trust", "--introductions", "9", "--csv"], environment: ownKey)
    #expect(plan.status == 0 && plan.out.contains("nobody on record yet"))
    for row in csvRows(plan.out) {
      let way = ["one", "through", "other"].flatMap {
        (row[$0] ?? "").matches(of: /P-[A-Z0-9]{5}/).map { String($0.output) }
      }
      // Whoever leads the team of one is beside no code.
      let through = row["through"] ?? ""
      guard through.contains("P-"), !through.contains("leads") else { continue }
      for (a, b) in zip(way, way.dropFirst()) where home[a] != home[b] {
        #expect(told.contains([home[a] ?? "", home[b] ?? ""]), "\(row)")
      }
    }
    let names = table(folder.text("trust/schools.csv"))
    func outside(_ row: [String: String]) -> Double {
      (Double(row["degree"] ?? "") ?? 0) * (1 + (Double(row["e-i"] ?? "") ?? -1)) / 2
    }
    for one in people.filter({ outside($0) > 2.5 }).prefix(3) {
      let said = weft(
        ["show", folder.path + "/trust", one["person"] ?? ""], environment: ownKey
      ).out
      let into = said.split(separator: "\n").first { $0.hasPrefix("Reaches into") } ?? ""
      for school in names where into.contains((school["name"] ?? "-") + " (") {
        #expect(told.contains([one["school"] ?? "", school["id"] ?? ""]), "\(into)")
      }
    }
  }

  private static func json(_ folder: Workdir, _ copy: String) throws -> [String: Any] {
    let text = folder.text(copy + "/findings.json") ?? ""
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// What a copy says of the ties of two different groups.
  private static func pairs(
    _ json: [String: Any]
  ) -> [(boundary: String, depth: Int, ids: [String], ties: Double)] {
    (json["findings"] as? [[String: Any]] ?? []).filter { $0["measure"] as? String == "pairs" }
      .flatMap { finding in
        (finding["figures"] as? [[String: Any]] ?? []).compactMap { figure in
          guard let subject = figure["subject"] as? [String: Any],
            let ids = subject["ids"] as? [String], ids.count == 2, ids[0] != ids[1],
            let ties = figure["basis"] as? Double
          else { return nil }
          return (
            finding["boundary"] as? String ?? "", finding["depth"] as? Int ?? 0, ids, ties
          )
        }
      }
  }

  /// The links of a grid between different groups, by the names of both.
  private static func links(_ text: String?) -> [[String]: Double] {
    var links: [[String]: Double] = [:]
    for row in table(text) {
      for (column, cell) in row where column != row["group"] {
        let isShare = column.hasSuffix("percent") || ["group", "note"].contains(column)
        guard !isShare, let ties = Double(cell) else { continue }
        links[[row["group"] ?? "", column].sorted()] = ties
      }
    }
    return links
  }

  /// Two copies of different files have no code in common; of the same files they have all.
  @Test func codesChangeWithTheFiles() {
    let folder = Self.files("harbour")
    func codes() -> Set<String> {
      _ = weft([
        "map", folder.path + "/trust", "-o", folder.path + "/copy", "--no-figures", "--force",
      ])
      return Set(Self.table(folder.text("copy/people.csv")).compactMap { $0["person"] })
    }
    let first = codes()
    #expect(first.count > 600 && codes() == first)
    let ties = folder.text("trust/collaborations.csv") ?? ""
    folder.write(
      "trust/collaborations.csv",
      Array((ties.split(separator: "\n").dropLast(3).joined(separator: "\n") + "\n").utf8))
    #expect(codes().isDisjoint(with: first))
    folder.write("trust/weft.toml", Array("stable_codes = true\n".utf8))
    let stable = codes()
    folder.write("trust/collaborations.csv", Array(ties.utf8))
    #expect(codes() == stable)
  }

  /// The key is made once, for its owner alone; where none can be kept, a run says so.
  @Test func theKeyIsKept() throws {
    let folder = Self.files("harbour")
    let key = folder.path + "/trust/weft.key"
    let run = { weft(["bridges", folder.path + "/trust"], environment: Self.ownKey) }
    let first = run()
    let made = try String(contentsOfFile: key, encoding: .utf8)
    #expect(first.status == 0 && made.count == 65 && run().out == first.out)
    let mode = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try String(contentsOfFile: key, encoding: .utf8) == made)
    // Others can read it: it is no secret any more.
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
    let open = run()
    #expect(open.status == 0 && open.out != first.out)
    #expect(
      open.err.contains(
        "No key can be kept in \(folder.path)/trust (weft.key, yours alone to read)"))
  }

  /// How many asked to be left out, and how many rows tell of them, is not told while they are few.
  @Test func fewWhoAskedAreNotCounted() {
    let people = (1...12).map { "P\($0),Name \($0),S\($0 % 2)," }
    let folder = Workdir([
      "people.csv": "id,name,school,visibility\n" + people.joined(separator: "\n")
        + "\nQX,Quinn Out,S1,excluded\n",
      "collaborations.csv": "from,to\nP1,P2\nP3,P4\nQX,P1\nQX,P2\nP3,QX\n",
    ])
    let check = weft(["check", folder.path])
    #expect(check.out.contains("some rows were left out because somebody asked to be"))
    #expect(check.out.contains("Some people were left out at their own wish."))
    let json = weft(["check", folder.path, "--json"]).out
    #expect(json.contains("\"read\" : 2") && !json.contains("\"read\" : 5"))
    let bridges = weft(["bridges", folder.path])
    #expect(!bridges.err.contains("set aside"), "\(bridges.err)")
  }

  /// A mean at either end of the scale tells what each rater said, so only the end is told.
  @Test func ratersAreNotTold() {
    var files = [
      "people.csv": "id,name,school\n" + (1...12).map { "P\($0),N\($0),S\($0 % 2)\n" }.joined(),
      "collaborations.csv": "from,to\nP1,P2\nP3,P4\n",
      "partners.csv": "id,name,sector\nX1,Clinic,health\n",
      "partnerships.csv": "partner,with,level\nX1,S1,3\n", "schools.csv": "id,name\nS0,A\nS1,B\n",
    ]
    func value(_ scores: [Int]) -> String {
      files["ratings.csv"] =
        "partner,with,side,item,score,rater\n"
        + scores.enumerated().flatMap { rater, score in
          ["power", "involvement", "resources"].map { "X1,S1,ours,\($0),\(score),P\(rater + 1)\n" }
        }.joined()
      let folder = Workdir(files)
      let out = weft(["partners", folder.path, "--csv"]).out
      return Self.table(out).first?["value_ours"] ?? "none"
    }
    #expect(value([1, 1, 1]) == "low" && value([4, 4, 4]) == "high")
    #expect(value([1, 1, 2]) == "low" && value([4, 4, 3]) == "high")
    #expect(Double(value([1, 2, 2])).map { abs($0 - 5.0 / 3) < 0.01 } == true)
    #expect(value([1, 1]) == "c")
  }

  /// Every file of a copy with names says so, and every file of a marked copy bears the marking.
  @Test(arguments: [["--names", "full"], ["--marking", "OFFICIAL"]])
  func everyFileIsMarked(_ flags: [String]) throws {
    let folder = Self.files("generated 1")
    let out = weft(["map", folder.path + "/trust", "-o", folder.path + "/copy"] + flags)
    #expect(out.status == 0, "\(out.err)")
    let words = flags[1] == "full" ? "Contains names: not for circulation" : "OFFICIAL"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/copy") {
      guard ![".png", ".pdf", ".xlsx"].contains(where: name.hasSuffix), !name.hasPrefix(".") else {
        continue
      }
      #expect(folder.text("copy/" + name)?.contains(words) == true, "\(name)")
    }
    let silos = Self.table(folder.text("copy/silos.csv"))
    #expect(silos.allSatisfy { $0["marking"] == words } && !silos.isEmpty)
  }

  /// Headings that tell special categories of people, in words of their own, are not read.
  @Test(arguments: [
    "religion_of_belief", "Ethnicity (self-described)", "Ethnic group", "Trade union member?",
    "Do you have a disability?", "Sexual orientation", "Long-term illness", "Faith",
  ])
  func specialCategoriesAreNotRead(_ heading: String) {
    let rows = (1...12).map { "P\($0),S\($0 % 2),x\($0 % 3)" }
    let folder = Workdir([
      "people.csv": "id,school,\(heading)\n" + rows.joined(separator: "\n") + "\n",
      "collaborations.csv": "from,to\nP1,P2\nP3,P4\n",
    ])
    let check = weft(["check", folder.path])
    #expect(!check.out.contains("kept \(heading)"), "\(check.out)")
    let boundaries = weft(["boundaries", folder.path])
    #expect(!boundaries.out.lowercased().contains(heading.lowercased()), "\(boundaries.out)")
  }

  @Test(arguments: ["Mental health lead", "Health and safety", "Racehorse", "Union Street office"])
  func workIsRead(_ heading: String) {
    let rows = (1...12).map { "P\($0),S\($0 % 2),x\($0 % 3)" }
    let folder = Workdir([
      "people.csv": "id,school,\(heading)\n" + rows.joined(separator: "\n") + "\n",
      "collaborations.csv": "from,to\nP1,P2\nP3,P4\n",
    ])
    let isWork = heading != "Union Street office"
    #expect(weft(["check", folder.path]).out.contains("kept \(heading)") == isWork)
  }

  @Test func discloseSaysWhatIsHiddenAndWhy() {
    let folder = Self.files("a school of three")
    let out = weft(["disclose", folder.path + "/trust"])
    #expect(out.status == 0 && out.out.contains("fewer than 5 people"))
    #expect(out.out.contains("beside a group that has"))
    #expect(weft(["disclose", folder.path + "/trust", "--csv"]).out.contains("H09,"))
  }
}
