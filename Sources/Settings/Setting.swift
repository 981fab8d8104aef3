public import GraphEngine
import Intake
import Networks

/// One key of weft.toml: the only place that says what it is called, takes, means and is otherwise.
public struct Setting: Sendable {
  /// The section it stands in, as `columns.people`; empty at the top of the file.
  public let section: String
  public let key: String
  /// What it takes.
  public let range: String
  /// What holds when nothing is said.
  public let standard: String
  /// A value that fits, as weft.toml has it.
  public let example: String
  public let meaning: String
  /// The option that says the same on the command line, where there is one.
  public let option: String?
  /// Whether its value may be shown to nobody.
  let isSecret: Bool
  private let advice: (written: String, typed: String)
  private let flaw: @Sendable (String) -> String?
  private let take: @Sendable (inout Settings, Toml.Content) -> Bool
  private let takeTyped: @Sendable (inout Settings, String) -> Bool

  init<Value>(
    _ key: String, in section: String = "", _ kind: Kind<Value>, standard: String = "none",
    example: String, option: String? = nil, isSecret: Bool = false, _ meaning: String,
    _ set: @escaping @Sendable (inout Settings, Value) -> Void
  ) {
    self.key = key
    self.section = section
    range = kind.range
    self.standard = standard
    self.example = example
    self.meaning = meaning
    self.option = option
    self.isSecret = isSecret
    advice = (kind.writtenAdvice, kind.typedAdvice)
    flaw = kind.flaw
    take = { settings, content in
      guard let value = kind.written(content) else { return false }
      set(&settings, value)
      return true
    }
    takeTyped = { settings, text in
      guard let value = kind.typed(text) else { return false }
      set(&settings, value)
      return true
    }
  }

  /// The whole name, as `columns.people.school`.
  public var name: String { section.isEmpty ? key : section + "." + key }

  var path: [String] { name.split(separator: ".").map(String.init) }

  /// The environment variable that says the same; keys in sections have none.
  public var variable: String? { section.isEmpty ? Self.prefix + key.uppercased() : nil }

  /// What every environment variable of Weft begins with.
  static let prefix = "WEFT_"

  /// Takes over what weft.toml says.
  func read(_ entry: Toml.Entry, into settings: inout Settings) throws(SettingsError) {
    guard take(&settings, entry.value.content) else {
      var known: String?
      if case .text(let text) = entry.value.content { known = flaw(text) }
      throw SettingsError(
        line: entry.place,
        "\(key) \(isSecret ? "does not fit" : "is \(Self.found(entry.value))"). \(capitalised(known ?? advice.written))."
      )
    }
  }

  /// Takes over what the environment says.
  func read(_ text: String, of variable: String, into settings: inout Settings)
    throws(SettingsError)
  {
    guard takeTyped(&settings, text) else {
      throw SettingsError(
        "\(variable) \(isSecret ? "does not fit" : "is \(shown(text))"). \(capitalised(flaw(text) ?? advice.typed))."
      )
    }
  }

  /// A value as a message shows it: as it is written.
  private static func found(_ value: Toml.Value) -> String {
    visible(value.source.count > 40 ? value.source.prefix(39) + "…" : value.source)
  }
}

// MARK: - What options take as well

extension Kind where Value == Int {
  public static let depth = whole(1...5, "1 (networking) to 5 (collaboration)")
  /// The fewest people of a group or link that is shown.
  public static let fewest = whole(3...10)
  public static let seed = whole(0...Int.max)
}

extension Kind where Value == Double {
  public static let strength = number(
    -Limits.largest...Limits.largest, "a number of at most \(counted(Int(Limits.largest)))")
}

extension Kind where Value == ParallelRule {
  public static let parallel = choice()
}

extension Kind where Value == UInt8 {
  /// The byte that parts columns.
  public static let delimiter = choice(
    [("comma", 0x2C), ("semicolon", 0x3B), ("tab", 0x09), ("bar", 0x7C)],
    also: [",": 0x2C, ";": 0x3B, "\t": 0x09, "|": 0x7C])
}

// MARK: - The table

extension Setting {
  /// Every key, in the order in which people read of them.
  public static let all: [Setting] = top + files + columns + figures + signIn

  static let top: [Setting] = [
    Setting(
      "title", .text, standard: "the folder's name", example: "\"Harbour Trust\"",
      option: "--title", "what to call the trust"
    ) { $0.title = $1 },
    Setting(
      "boundaries", .texts, standard: "all that the files offer",
      example: "[\"school\", \"hub\"]", option: "--by",
      "how people are grouped, the main one first; of several, no others are looked at"
    ) { $0.boundaries = $1 },
    Setting(
      "period", .period, standard: "the newest day in the files", example: "\"2026-11-01\"",
      option: "--period", "ties under way then count: a day, \"2025-09-01/2026-07-31\", or \"all\""
    ) { $0.period = $1 },
    Setting(
      "depth", .depth, standard: "1", example: "1", option: "--depth",
      "ties of at least this depth count: 1 networking to 5 collaboration"
    ) { $0.depth = Depth(rawValue: UInt8($1)) },
    Setting(
      "min_group", .fewest, standard: "5", example: "5", option: "--min-group",
      "groups of fewer people are not shown"
    ) { $0.minGroup = $1 },
    Setting(
      "min_link", .fewest, standard: "3", example: "3", option: "--min-link",
      "links of fewer people are not shown"
    ) { $0.minLink = $1 },
    Setting(
      "directed", .truth, standard: "false", example: "false", option: "--directed",
      "true when each row says who asked whom"
    ) { $0.isDirected = $1 },
    Setting(
      "parallel", .parallel, standard: "\"max\"", example: "\"max\"", option: "--parallel",
      "what becomes of several ties between two people"
    ) { $0.parallel = $1 },
    Setting(
      "scale_zero", .strength, example: "1", option: "--scale-zero",
      "the strength that means \"never\""
    ) { $0.scaleZero = $1 },
    Setting(
      "delimiter", .delimiter, standard: "guessed, and said", example: "\"comma\"",
      option: "--delimiter", "what parts the columns"
    ) { $0.delimiter = $1 },
    Setting(
      "seed", .seed, standard: "1", example: "1", option: "--seed",
      "of everything drawn at random"
    ) { $0.seed = UInt64($1) },
    Setting(
      "pseudonym_key", .text, example: "\"a secret of your own\"", isSecret: true,
      "a secret, so that codes cannot be worked out from ids; the file must be yours alone to read"
    ) { $0.pseudonymKey = $1 },
    Setting(
      "stable_codes", .truth, standard: "false", example: "true", option: "--stable-codes",
      "true when codes stay the same as the files change, so that copies can be compared, by others too"
    ) { $0.hasStableCodes = $1 },
    Setting(
      "surveyed_across", .truth, standard: "false", example: "true", option: "--surveyed-across",
      "true when people were asked about everybody"
    ) { $0.isSurveyedAcross = $1 },
    Setting(
      "years_kept", .whole(1...30), standard: "all terms stay", example: "3",
      "kept terms of so many years ago and more are taken away when another is kept"
    ) { $0.yearsKept = $1 },
  ]

  static let files: [Setting] = TableKind.allCases.map { table in
    Setting(
      table.rawValue, in: "files", .text, standard: "\"\(table.fileName)\"",
      example: table == .people ? "\"staff.csv\"" : "\"\(table.fileName)\"",
      option: [.people, .collaborations, .schools, .teams, .partners, .expertise, .topics].contains(
        table)
        ? "--\(table.rawValue)" : nil, "the file of \(table.rawValue), in the folder"
    ) { $0.files[table] = $1 }
  }

  static let columns: [Setting] = TableKind.allCases.flatMap { table in
    table.columns.map { role in
      Setting(
        role.name, in: "columns.\(table.rawValue)", .text,
        standard: "\"\(role.name)\", or as Docs/Data.md lists",
        example:
          "\"\(role.name == "strength" ? "intervals_20s" : role.aliases.first ?? role.name)\"",
        option: "--column", "the heading of the column \(role.name)"
      ) { $0.columns[table, default: [:]][role.name] = $1 }
    }
  }

  static let figures: [Setting] = [
    Setting(
      "meeting", in: "figures", .text, example: "\"Trust Board, 3 December 2026\"",
      option: "--meeting", "the meeting figures are for"
    ) { $0.figures.meeting = $1 },
    Setting(
      "marking", in: "figures", .text, example: "\"OFFICIAL\"", option: "--marking",
      "a marking that figures bear"
    ) { $0.figures.marking = $1 },
    Setting(
      "source", in: "figures", .text, standard: "the files, and their newest entry",
      example: "\"Source: staff survey, autumn 2026\"", "where figures say their data come from"
    ) { $0.figures.source = $1 },
  ]

  static let signIn: [Setting] = [
    Setting(
      "issuer", in: "sign_in", .text,
      example: "\"https://login.microsoftonline.com/TENANT/v2.0\"",
      "who says who people are, by OpenID Connect"
    ) { $0.signIn.issuer = $1 },
    Setting(
      "client", in: "sign_in", .text, example: "\"0f9e-weft\"",
      "what the issuer calls these pages"
    ) { $0.signIn.client = $1 },
    Setting(
      "secret_file", in: "sign_in", .text, example: "\"/etc/weft/secret\"",
      "the file with the secret that the issuer gave, and nothing else"
    ) { $0.signIn.secretFile = $1 },
    Setting(
      "address", in: "sign_in", .text, example: "\"https://weft.harbour.example\"",
      "where browsers open the pages"
    ) { $0.signIn.address = $1 },
    Setting(
      "claim", in: "sign_in", .text, standard: "roles", example: "\"roles\"",
      "the claim of the issuer that tells roles; the four lists hold its values, or addresses"
    ) { $0.signIn.claim = $1 },
    Setting(
      "staff", in: "sign_in", .texts, standard: "nobody", example: "[\"Weft.Staff\"]",
      "who may find colleagues, schools and partners"
    ) { $0.signIn.staff = $1 },
    Setting(
      "leaders", in: "sign_in", .texts, standard: "nobody", example: "[\"Weft.Leader\"]",
      "who may read everything but the files"
    ) { $0.signIn.leaders = $1 },
    Setting(
      "governance", in: "sign_in", .texts, standard: "nobody", example: "[\"Weft.Governance\"]",
      "who may read findings and board papers, and no names"
    ) { $0.signIn.governance = $1 },
    Setting(
      "data_leads", in: "sign_in", .texts, standard: "nobody", example: "[\"Weft.Data\"]",
      "who may load files and answer requests about data"
    ) { $0.signIn.dataLeads = $1 },
  ]
}
