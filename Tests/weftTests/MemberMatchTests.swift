import TestSupport
import Testing

@testable import Commands

private let harbour = packageFolder + "/Data/harbour-trust"

/// A person, school, team or partner goes by id, code or name, in every command alike.
@Suite struct MemberMatchTests {
  private static var match: MemberMatch<String> {
    MemberMatch(
      noun: "school, team or person",
      candidates: [
        ("school", "H1", nil, "Northgate Academy"), ("school", "H2", nil, "Oak & Ash Primary"),
        ("school", "H3", nil, "St Brannock's School"), ("team", "T1", nil, "Northern Inclusion"),
        ("team", "T2", nil, "Inclusion"), ("team", "H2", nil, "Year 3 Planning"),
        ("person", "P1", "P-AB234", "Zoë O’Neill"), ("person", "P12", "P-CD567", "Karen Jenkins"),
        ("person", "P13", "P-EF765", "Karen Anne Holt"), ("person", "P140", "P-GH777", "P140"),
      ].map { .init(kind: $0.0, id: $0.1, code: $0.2, name: $0.3, member: "\($0.0) \($0.1)") })
  }

  @Test(arguments: [
    ("H1", "school H1"), ("h1", "school H1"), ("P-CD567", "person P12"), ("p-cd567", "person P12"),
    ("northgate academy", "school H1"), ("Northgate", "school H1"), ("northg", "school H1"),
    ("NORTH-GATE", "school H1"), ("Academy", "school H1"), ("oak and ash", "school H2"),
    ("Oak & Ash Primary", "school H2"), ("ash primary", "school H2"),
    ("st brannocks", "school H3"), ("St Brannock’s", "school H3"), ("Zoe ONeill", "person P1"),
    ("zoë", "person P1"), ("Holt, Karen", "person P13"), ("Karen Holt", "person P13"),
    ("jenkins", "person P12"),
    // The whole name comes before a word of another.
    ("Inclusion", "team T2"), ("year 3", "team H2"), ("Planning", "team H2"),
    ("team H2", "team H2"), ("school H2", "school H2"), ("person Karen J", "person P12"),
  ])
  func finds(_ text: String, _ member: String) throws {
    #expect(try Self.match.one(text) == member)
  }

  @Test(arguments: [
    ("Karen", "Several go by \"Karen\": write P12 or P13."),
    ("North", "Several go by \"North\": write school H1 or team T1."),
    ("H2", "Several go by \"H2\": write school H2 or team H2."),
    // No id is the beginning of another, and two letters begin too much.
    ("P14", "There is no school, team or person \"P14\"."),
    ("Ka", "There is no school, team or person \"Ka\"."),
    ("", "There is no school, team or person \"\"."),
    ("- '", "There is no school, team or person \"- '\"."),
    (
      "Nortgate",
      "There is no school, team or person \"Nortgate\". Did you mean \"Northgate Academy\"?"
    ),
    ("Karen Jenkin", "person P12"),
    (
      "Karne Jenkins",
      "There is no school, team or person \"Karne Jenkins\". Did you mean \"Karen Jenkins\"?"
    ),
  ])
  func doesNotFind(_ text: String, _ said: String) {
    do throws(Failure) {
      #expect(try Self.match.one(text) == said)
    } catch {
      #expect(error.status == .usage && error.message == said)
    }
  }

  @Test func ofManySixAreListed() {
    let many = MemberMatch(
      noun: "person",
      candidates: (1...9).map { .init(kind: "person", id: "A\($0)", name: "Ann Lee", member: $0) })
    #expect {
      try many.one("ann lee")
    } throws: {
      ($0 as? Failure)?.message
        == "Nine go by \"ann lee\": write A1, A2, A3, A4, A5 or A6, or more of the name."
    }
  }

  /// What is asked by id, and what by name, a word of it or a code, comes to the same.
  static let same: [([String], [String])] = [
    (["show", "school", "H12"], ["show", "northgate"]),
    (["show", "H07", "--csv"], ["show", "st brannocks", "--csv"]),
    (["show", "T70", "--csv"], ["show", "school improvement", "--csv"]),
    (["show", "P0059", "--csv"], ["show", "karen jenkins", "--csv"]),
    (["path", "P0087", "P0059"], ["path", "Farah Simmons", "Karen Jenkins"]),
    (["path", "P0087", "P0059"], ["path", "simmons farah", "jenkins, karen"]),
    (["find", "phonics", "--from", "P0059"], ["find", "phonics", "--from", "karen jenk"]),
    (["find", "phonics", "--school", "H12"], ["find", "phonics", "--school", "Northgate"]),
    (["balance", "P0059"], ["balance", "Karen Jenkins"]),
    (["without", "P0638", "P0059"], ["without", "Peter Abbott", "Karen Jenkins"]),
    (["without", "--team", "T70"], ["without", "--team", "School Improvement"]),
    (["between", "H11", "H12"], ["between", "Harbour", "Northgate"]),
    (["local", "Estuary"], ["local", "estu"]),
    (["partners", "X20"], ["partners", "Young Carers"]),
    (["partners", "X20/H13"], ["partners", "x20/h13"]),
    (
      ["events", "--event", "E07", "--add", "T70"],
      ["events", "--event", "E07", "--add", "school improvement"]
    ),
    (
      ["draw", "network", "-o", "-", "--of", "H12"],
      ["draw", "network", "-o", "-", "--of", "Northgate"]
    ),
    (
      ["draw", "network", "-o", "-", "--of", "X02"],
      ["draw", "network", "-o", "-", "--of", "westmouth university"]
    ),
    (
      ["draw", "network", "-o", "-", "--of", "T70"],
      ["draw", "network", "-o", "-", "--of", "team School Improvement"]
    ),
    (
      ["draw", "network", "-o", "-", "--of", "P0059", "--names", "full"],
      ["draw", "network", "-o", "-", "--of", "Karen Jenkins", "--names", "full"]
    ),
  ]

  @Test(arguments: same) func idsAndNamesAlike(_ one: ([String], [String])) {
    let outcomes = [one.0, one.1].map { weft(Self.on($0)) }
    #expect(outcomes[0].status == 0, "\(one.0): \(outcomes[0].err)")
    #expect(outcomes[1].status == 0, "\(one.1): \(outcomes[1].err)")
    // A person's page is headed as they were asked for, and a path says what it was asked.
    #expect(
      outcomes[0].out.split(separator: "\n").dropFirst()
        == outcomes[1].out.split(separator: "\n").dropFirst(), "\(one)")
  }

  private static func on(_ words: [String]) -> [String] {
    let split = words[0] == "draw" ? 2 : 1
    return Array(words[..<split]) + [harbour] + words[split...]
  }

  /// The code by which a copy names somebody finds them.
  @Test func codes() throws {
    let said = weft(["balance", harbour, "P0059"]).out
    let code = try #require(
      said.split { !($0.isLetter || $0.isNumber || $0 == "-") }.first { $0.hasPrefix("P-") })
    #expect(weft(["balance", harbour, String(code)]).out == said)
    #expect(
      weft(["path", harbour, "P0087", code.lowercased()]).out
        == weft(["path", harbour, "P0087", "P0059"]).out)
  }

  /// Of somebody hidden (P0184) or left out (P0419) is said what is said of nobody.
  @Test(arguments: [
    (["show", "WHO"], "There is no school, team or person WHO."),
    (["show", "person", "WHO"], "There is no person WHO."),
    (["path", "WHO", "P0059"], "There is no person WHO."),
    (["path", "P0059", "WHO"], "There is no person or topic WHO."),
    (["find", "phonics", "--from", "WHO"], "There is no person WHO."),
    (["balance", "WHO"], "There is no person WHO."),
    (["without", "WHO"], "There is no person WHO."),
    (
      ["draw", "network", "-o", "-", "--names", "full", "--of", "WHO"],
      "There is no person, team, school or group WHO, or it is too small to show."
    ),
  ])
  func whoeverIsWithheldIsNobody(_ words: [String], _ said: String) {
    for who in ["P0184", "Lisa Shah", "P0419", "Wendy Ahmed", "Qxyz Wvut"] {
      let outcome = weft(Self.on(words.map { $0 == "WHO" ? who : $0 }))
      #expect(outcome.status == 64 && outcome.out.isEmpty)
      #expect(
        outcome.err.split(separator: "\n").last?.hasPrefix(
          said.replacing("WHO", with: "\"\(who)\"")) == true,
        "\(words) \(who): \(outcome.err)")
    }
  }

  @Test func whatSeveralGoBy() {
    for (words, said) in [
      (
        ["without", "--team", "Pastoral"],
        "Several go by \"Pastoral\": write T34, T40, T46, T52 or T58.\n"
      ),
      (["local", "Estury"], "There is no hub \"Estury\". Did you mean \"Estuary\"?\n"),
      (
        ["partners", "Virtual Shcool"],
        "There is no partnership or partner \"Virtual Shcool\". Did you mean \"Virtual School\"?\n"
      ),
      (
        ["between", "H11", "Harbor Academy"],
        "There is no school \"Harbor Academy\". Did you mean \"Harbour Academy\"?\n"
      ),
    ] {
      let outcome = weft(Self.on(words))
      #expect(outcome.status == 64 && outcome.err.hasSuffix(said), "\(outcome.err)")
    }
  }
}
