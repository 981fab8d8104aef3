import Foundation
import Settings
import TestSupport
import Testing

@testable import Commands

private let harbour = packageFolder + "/Data/harbour-trust"

/// No option of any command does nothing: it has an effect or is refused by name.
@Suite struct OptionTests {
  // MARK: Figures

  private static let examples: [FigureOption: [String]] = [
    .by: ["hub"], .depth: ["4"], .minGroup: ["20"], .minLink: ["10"], .surveyedAcross: [],
    .seed: ["7"], .names: ["full"], .of: ["H03"], .before: ["2026-01-01"], .layoutFrom: ["x.svg"],
  ]

  /// Every figure with every option that it does not use.
  static let unused = FigureName.allCases.flatMap { figure in
    FigureOption.allCases.filter { !figure.options.contains($0) }.map { (figure, $0) }
  }

  @Test(arguments: unused) func aFigureRefusesWhatItDoesNotUse(
    _ one: (FigureName, FigureOption)
  ) {
    let (figure, option) = one
    let outcome = weft(
      ["draw", figure.rawValue, harbour, "-o", "-", option.flag] + (Self.examples[option] ?? []))
    #expect(outcome.status == 64 && outcome.out.isEmpty)
    #expect(
      outcome.err.hasPrefix(
        "\(option.flag) has no effect on the figure \(figure.rawValue), only on "), "\(outcome.err)"
    )
  }

  /// And every figure with every option that it uses differs with it: by what is drawn, or by what is said of it.
  static let used = FigureName.allCases.flatMap { figure in
    FigureOption.allCases.filter { figure.options.contains($0) }.map { (figure, $0) }
  }

  /// A trust of which two terms are kept, for the figure that needs them.
  private static let terms: Workdir = {
    let folder = Workdir()
    _ = weft(["sample", folder.path + "/t", "--terms", "2"])
    return folder
  }()

  @Test(arguments: used) func aFigureUsesWhatItTakes(_ one: (FigureName, FigureOption)) {
    let (figure, option) = one
    // What shows only in large networks, or where nothing crosses, is shown to be read by its own check.
    let value: [String] =
      switch option {
      case .seed: ["x"]
      case .layoutFrom: ["/nowhere.svg"]
      case .minGroup where [.coverage, .people, .ideas].contains(figure): ["2"]
      case .surveyedAcross: []
      case .names where figure == .people || figure == .network: ["full"]
      default: Self.examples[option] ?? []
      }
    let folder = figure == .trend ? Self.terms.path + "/t" : harbour
    var plain = ["draw", figure.rawValue, folder, "-o", "-"]
    if figure == .people || (figure == .network && option == .names) {
      plain += option == .names ? [] : ["--names", "pseudonym"]
    }
    if figure == .network, option != .of { plain += ["--of", option == .names ? "P0123" : "H03"] }
    let without = weft(plain)
    let with = weft(plain + [option.flag] + value)
    if option == .surveyedAcross {
      #expect(with.status == 0)
    } else {
      #expect(with != without, "\(with.err)")
    }
  }

  /// One time alone is no trend.
  @Test func aTrendNeedsTwoTimes() {
    let outcome = weft(["draw", "trend", harbour, "-o", "-"])
    #expect(outcome.status == 65 && outcome.out.isEmpty)
    #expect(
      outcome.err.hasSuffix(
        "Only one time is on record, so there is no trend. Keep each term: weft keep \(harbour) --term \"Autumn 2026\".\n"
      ))
  }

  /// A partner cannot leave, and nobody who may not be named is found.
  @Test func whoCouldLeave() {
    let partner = weft(["draw", "without", harbour, "--of", "X02", "-o", "-"])
    #expect(partner.status == 64 && partner.out.isEmpty)
    #expect(
      partner.err.hasSuffix(
        "\"X02\" is a partner: name a person, a team or a school that could leave.\n"),
      "\(partner.err)")
    let hidden = weft(["draw", "without", harbour, "--of", "P0184", "-o", "-", "--names", "full"])
    #expect(
      hidden.status == 64
        && hidden.err.hasSuffix(
          "There is no person, team, school or group \"P0184\", or it is too small to show.\n")
    )
  }

  /// Without who answered there is no such figure, rather than one of noughts.
  @Test func whoAnsweredMustBeOnRecord() {
    let folder = Workdir([
      "people.csv": "id,name,school\n"
        + (0..<12).map { "P\($0),N\($0),S\($0 % 2)\n" }.joined(),
      "collaborations.csv": "from,to\nP0,P1\nP0,P2\nP1,P3\n",
    ])
    let outcome = weft(["draw", "response", folder.path, "-o", "-"])
    #expect(outcome.status == 65 && outcome.out.isEmpty)
    #expect(
      outcome.err.hasSuffix(
        "The files do not say who answered. Add a column responded (yes or no) to people.csv.\n"))
  }

  @Test(arguments: [
    "--mono", "--headline=x", "--subtitle=x", "--figure-number=1", "--meeting=x", "--marking=x",
  ])
  func wordsAreForPages(_ option: String) {
    let folder = Workdir()
    for form in ["csv", "dot", "json"] {
      let outcome = weft(["draw", "map", harbour, "-o", folder.path + "/f." + form, option])
      let name = option.prefix { $0 != "=" }
      #expect(outcome.status == 64)
      #expect(
        outcome.err.hasPrefix("\(name) has no effect in a file of .\(form). Leave it out."),
        "\(outcome.err)")
    }
    let map = weft(["map", harbour, "-o", folder.path + "/out", "--no-figures", option])
    #expect(map.status == 64 && map.err.contains("has no effect with --no-figures"))
    #expect(folder.names() == [])
  }

  // MARK: Commands

  /// Arguments after the folder, and what is said.
  static let refused: [([String], String)] = [
    (["silos", "--min-link", "4"], "Unknown option '--min-link'"),
    (["silos", "--top", "3"], "Unknown option '--top'"),
    (["teams", "--by", "hub"], "Unknown option '--by'"),
    (["match", "--by", "hub"], "Unknown option '--by'"),
    (["match", "--names", "full"], "Unknown option '--names'"),
    (["prospects", "--depth", "4"], "Unknown option '--depth'"),
    (["purpose", "--depth", "4"], "Unknown option '--depth'"),
    (["compare", "--period", "all"], "Unknown option '--period'"),
    (["between", "H11", "H13", "--depth", "4"], "Unknown option '--depth'"),
    (["find", "phonics", "--steps", "3"], "Unknown option '--steps'"),
    (["path", "P0087", "phonics", "--steps", "3"], "Unknown option '--steps'"),
    (
      ["show", "H03", "--by", "hub"],
      "--by has no effect on a school or team, which is seen among its own kind."
    ),
    (
      ["bridges", "--only-links", "--top", "3"],
      "--top has no effect with --only-links, which gives sentences alone."
    ),
    (["bridges", "--only-links", "--csv"], "--csv has no effect with --only-links"),
    (["bridges", "--only-links", "--role", "total"], "--role has no effect with --only-links"),
    (["bridges", "--only-links", "--names", "full"], "--names has no effect with --only-links"),
    (["find", "phonics", "--why", "--json"], "--why has no effect with --json, --csv or --plain."),
    (
      ["find", "phonics", "--depth", "4"],
      "--depth has no effect without --from: ties count for introductions alone."
    ),
    (
      ["gaps", "--min-group", "7"],
      "--min-group has no effect on a copy with names, which shows every group; add --names pseudonym."
    ),
    (["gaps", "--top", "3", "--csv"], "--top has no effect with --json, --csv or --plain."),
    (
      ["partners", "--top", "3", "--csv"],
      "--top has no effect on this table, which is printed whole."
    ),
    (
      ["partners", "X20/H13", "--top", "3"],
      "--top has no effect on a partnership or partner, which is shown whole."
    ),
    (["goals", "--table", "tree"], "--table \"tree\": add --csv or --plain."),
    (["goals", "--table", "tree", "--json"], "--table \"tree\": add --csv or --plain."),
    (["events", "--by", "hub"], "--by has no effect without --event and --add."),
    (
      ["evidence", "--starter", "--csv"],
      "--csv has no effect with --starter, which prints a list as it is."
    ),
    (
      ["teams", "--team-kind", "departmnt"],
      "There is no kind of team \"departmnt\". Did you mean department?"
    ),
  ]

  @Test(arguments: refused) func aCommandRefuses(_ one: ([String], String)) {
    let outcome = weft([one.0[0], harbour] + one.0.dropFirst())
    #expect(outcome.status == 64 && outcome.out.isEmpty)
    #expect(outcome.err.contains(one.1), "\(outcome.err)")
  }

  @Test func theCatalogueRefuses() {
    let catalogue = weft(["measures", "e-i", "--markdown"])
    #expect(
      catalogue.status == 64 && catalogue.err.hasPrefix("\"e-i\" has no effect with --markdown"))
    #expect(weft(["explain", "e-i", "--settings"]).status == 64)
  }

  /// A line that is crossed is told whatever else is asked of `weft bridges`.
  @Test(arguments: [["--only-links"], ["--role", "total"], ["--csv"], []])
  func aThresholdIsAlwaysLookedAt(_ more: [String]) {
    let outcome = weft(["bridges", harbour, "--fail-if", "single-holders>=1"] + more)
    #expect(outcome.status == 3 && outcome.err.contains("which crosses single-holders>=1"))
  }

  @Test func severalBoundariesAreTheOnlyOnes() {
    let rows = weft(
      ["boundaries", harbour, "--csv"], environment: ["WEFT_BOUNDARIES": "role,hub"]
    ).out.split(separator: "\r\n").dropFirst().map { $0.prefix { $0 != "," } }
    #expect(Set(rows) == ["role", "hub"])
    #expect(
      weft(["boundaries", harbour, "--csv"], environment: ["WEFT_BOUNDARIES": "hub"]).out.split(
        separator: "\r\n"
      ).count > 4)
  }

  /// The depth of the settings holds for two days set side by side as well.
  @Test func depthHoldsInComparisons() {
    let one = weft(["compare", harbour, "--depth", "4"])
    #expect(one.status == 0 && one == weft(["compare", harbour], environment: ["WEFT_DEPTH": "4"]))
    #expect(one.out != weft(["compare", harbour]).out)
  }

  @Test func anOptionTurnsOffWhatSettingsTurnOn() {
    let folder = Workdir([
      "people.csv": "id,name,school\n"
        + (0..<60).map { "\($0),Person \($0),\($0 < 30 ? "x" : "y")\n" }.joined(),
      "collaborations.csv": "from,to\n"
        + (0..<60).flatMap { one in
          [1, 2, 5].map { "\(one),\(one / 30 * 30 + (one + $0) % 30)\n" }
        }.joined(),
    ])
    let on = weft(["silos", folder.path], environment: ["WEFT_SURVEYED_ACROSS": "true"])
    let off = weft(
      ["silos", folder.path, "--no-surveyed-across"],
      environment: ["WEFT_SURVEYED_ACROSS": "true"])
    #expect(on.out != off.out && off.out == weft(["silos", folder.path]).out)
    #expect(on.out == weft(["silos", folder.path, "--surveyed-across"]).out)
  }

  // MARK: Values

  /// A number or word that does not fit, and what to write.
  static let values: [([String], String)] = [
    (["bridges", "--top", "-1"], "--top -1: write a number above 0."),
    (["bridges", "--top", "abc"], "--top \"abc\": write a number above 0."),
    (["bridges", "--top", "1.5"], "--top \"1.5\": write a number above 0."),
    (["bridges", "--top", ""], "--top \"\": write a number above 0."),
    (
      ["bridges", "--top", "99999999999999999999"],
      "--top \"99999999999999999999\": write a number above 0."
    ),
    (["bridges", "--top=0"], "--top 0: write a number above 0."),
    (["bridges", "--seed", "-1"], "--seed -1: write a number from 0 upwards."),
    (["bridges", "--seed", "x"], "--seed \"x\": write a number from 0 upwards."),
    (["silos", "--min-group", "2"], "--min-group 2: write a number from 3 to 10."),
    (["silos", "--min-group", "--json"], "--min-group \"--json\": write a number from 3 to 10."),
    (
      ["silos", "--depth", "deep"],
      "--depth \"deep\": write a number from 1 (networking) to 5 (collaboration)."
    ),
    (
      ["silos", "--depth", "0"],
      "--depth 0: write a number from 1 (networking) to 5 (collaboration)."
    ),
    (
      ["silos", "--period", "soon"],
      "--period \"soon\": write a day such as 2026-11-01, a stretch such as 2025-09-01/2026-07-31, or all."
    ),
    (
      ["silos", "--period", "2026-12-01/2025-01-01"],
      "--period \"2026-12-01/2025-01-01\": it ends before it begins; write 2025-01-01/2026-12-01."
    ),
    (["silos", "--delimiter", "abc"], "--delimiter \"abc\": write comma, semicolon, tab or bar."),
    (["silos", "--parallel", "add"], "--parallel \"add\": write sum, max or latest."),
    (
      ["silos", "--scale-zero", "nan"],
      "--scale-zero \"nan\": write a number of at most 1,000,000,000,000."
    ),
    (
      ["silos", "--title", "\u{1B}[31m"],
      "--title \"\\u{1B}[31m\": write a text of one line and at most 200 characters."
    ),
    (
      ["find", "phonics", "--level", "6"],
      "--level 6: write a number from 1 (learning) to 5 (trains others)."
    ),
    (
      ["find", "phonics", "--offers", "money"],
      "--offers \"money\": write coaching, visits, resources or training."
    ),
    (
      ["find", "phonics", "--half-life", "inf"],
      "--half-life \"inf\": write a number of years above 0."
    ),
    (["gaps", "--steps", "7"], "--steps 7: write a number from 1 to 6."),
    (["partners", "--as-at", "soon"], "--as-at \"soon\": write a day such as 2026-12-01."),
    (
      ["compare", "--from", "soon"],
      "--from \"soon\": write a day such as 2026-07-17. No term is kept here."
    ),
    (
      ["bridges", "--role", "gatekeper"],
      "--role \"gatekeper\": write coordinator, itinerant, representative, gatekeeper, liaison or total. Did you mean gatekeeper?"
    ),
    (["bridges", "--names", "all"], "--names \"all\": write pseudonym or full."),
    (["silos", "\u{1B}[31mx"], "Unexpected argument '\\u{1B}[31mx'"),
    (["silos", "--zzzzzzzz\u{202E}"], "Unknown option '--zzzzzzzz\\u{202E}'"),
    (
      ["silos", String(repeating: "x", count: 5000)],
      "Unexpected argument '\(String(repeating: "x", count: 39))…'"
    ),
  ]

  @Test(arguments: values) func aValueIsRefused(_ one: ([String], String)) {
    let outcome = weft([one.0[0], harbour] + one.0.dropFirst())
    #expect(outcome.status == 64 && outcome.out.isEmpty)
    #expect(outcome.err.split(separator: "\n").first.map(String.init) == one.1, "\(outcome.err)")
  }

  @Test func numbersOfTheSample() {
    let folder = Workdir()
    for (more, said) in [
      (["--seed", "-1"], "--seed -1: write a number from 0 upwards."),
      (["--people", "1e3"], "--people \"1e3\": write a number from 200 to 1,000,000."),
      (
        ["--people", "300", "--ties", "1"],
        "--ties 1: write a number from 300 to 15,000, 1 to 50 a person."
      ),
    ] {
      let outcome = weft(["sample", folder.path + "/x"] + more)
      #expect(outcome.status == 64 && outcome.err.hasPrefix(said), "\(outcome.err)")
    }
  }

  // MARK: Names of commands

  @Test(arguments: [
    ("silo", "silos"), ("Silos", "silos"), ("SHOW", "show"), ("serach", "find"), ("search", "find"),
    ("bridge", "bridges"), ("mapp", "map"), ("boundary", ""), ("xyzzy", ""), ("layout-wroker", ""),
    ("\u{1B}[31m", ""),
  ])
  func aCommandThatIsNot(_ name: String, _ meant: String) {
    let shown = name.replacing("\u{1B}", with: "\\u{1B}")
    let said =
      "There is no command \"\(shown)\".\(meant.isEmpty ? "" : " Did you mean \(meant)?") `weft --help` lists them.\n"
    for arguments in [[name], [name, harbour], [name, "--help"], ["help", name]] {
      #expect(weft(arguments) == Outcome(status: 64, out: "", err: said), "\(arguments)")
    }
  }

  // MARK: Exit codes

  /// What is not there has one code everywhere, and an answer of nobody another.
  static let codes: [([String], Int32)] = [
    (["show", "nobody at all"], 64), (["balance", "P9999"], 64), (["without", "P9999"], 64),
    (["path", "P9999", "P0001"], 64), (["find", "phonics", "--from", "P9999"], 64),
    (["draw", "network", "--of", "P9999", "-o", "-"], 64), (["partners", "X9999"], 64),
    (["local", "Nowhere"], 64), (["between", "A", "B"], 64), (["without", "--role", "King"], 64),
    (["find", "zzzz"], 1), (["find", "zzzz", "--json"], 1), (["find", "zzzz", "--csv"], 1),
    (["find", "phonics", "--school", "central", "--level", "5"], 1),
    (["find", "phonics"], 0), (["path", "P0087", "P0059"], 0),
  ]

  @Test(arguments: codes) func leavesWith(_ one: ([String], Int32)) {
    let split = one.0[0] == "draw" ? 2 : 1
    let outcome = weft(Array(one.0[..<split]) + [harbour] + one.0[split...])
    #expect(outcome.status == one.1, "\(one.0): \(outcome.err)")
  }

  @Test func noWayIsNothingFound() {
    let folder = Workdir([
      "people.csv": "id,name\nP1,Ann\nP2,Bo\nP3,Cy\n", "collaborations.csv": "from,to\nP1,P2\n",
    ])
    for form in [[], ["--json"], ["--csv"]] {
      #expect(weft(["path", folder.path, "P1", "P3"] + form).status == 1)
      #expect(weft(["path", folder.path, "P1", "P2"] + form).status == 0)
    }
  }

  @Test func theDocumentListsTheCodes() throws {
    let page = try String(contentsOfFile: packageFolder + "/Docs/Reliability.md", encoding: .utf8)
    #expect(
      page.contains(ExitStatus.table), "Docs/Reliability.md should hold:\n\(ExitStatus.table)")
    let help = weft(["--help"]).out.replacing("\n", with: " ").replacing("  ", with: " ")
    for status in ExitStatus.allCases {
      #expect(help.contains("\(status.rawValue) \(status.meaning)"), "\(status)")
    }
  }

  /// The options that the table of settings names are there.
  @Test func theSettingsNameOptions() {
    let help = ["map", "silos", "files"].map { weft([$0, "--help"]).out }.joined()
    for option in Set(Setting.all.compactMap(\.option)) {
      #expect(help.contains(option), "\(option)")
    }
  }
}
