public import GraphEngine
public import Intake
public import Networks

/// What a workspace's `weft.toml` and the environment say.
///
/// Options win over the environment (`WEFT_DEPTH=3`), the environment over the file. Nothing is passed over: whatever is
/// not understood is a mistake with its place.
public struct Settings: Sendable, Equatable {
  public var title: String?
  public var boundaries: [String] = []
  public var period: Period?
  public var depth: Depth?
  public var minGroup = 5
  public var minLink = 3
  public var isDirected = false
  public var parallel = ParallelRule.max
  public var scaleZero: Double?
  public var seed: UInt64 = 1
  public var pseudonymKey = ""
  public var hasStableCodes = false
  public var isSurveyedAcross = false
  /// Kept terms that are older, in years, are taken away; `nil` where all stay.
  public var yearsKept: Int?
  public var delimiter: UInt8?
  public var files: [TableKind: String] = [:]
  public var columns: [TableKind: [String: String]] = [:]
  public var figures = FigureSettings()
  public var signIn = SignInSettings()

  /// Words that figures carry.
  public struct FigureSettings: Sendable, Equatable {
    public var meeting: String?
    public var marking: String?
    public var source: String?
  }

  /// How the people of a trust sign in to `weft serve`.
  public struct SignInSettings: Sendable, Equatable {
    public var issuer: String?
    public var client: String?
    public var secretFile: String?
    public var address: String?
    public var claim = "roles"
    public var staff: [String] = []
    public var leaders: [String] = []
    public var governance: [String] = []
    public var dataLeads: [String] = []

    public init() {}
  }

  /// Where each key was set, by its whole name: "weft.toml line 3", or an environment variable.
  private(set) var origins: [String: String] = [:]

  public init() {}

  /// Where a key was set, for a message about what only the data can tell.
  public func origin(_ key: String) -> String? { origins[key] }
}

extension Settings {
  /// The largest weft.toml, in bytes.
  public static let largest = 65_536

  /// Reads the bytes of a weft.toml; the first mistake in it is thrown.
  public init(reading bytes: [UInt8]) throws(SettingsError) {
    let toml = try TomlReader.read(try SettingsText.checked(bytes))
    // What stands further up is told first.
    var mistakes: [(Place, SettingsError)] = []
    for section in toml.sections {
      if let error = Self.mistake(inSection: section.path, section.place) {
        mistakes.append((section.place, error))
      }
    }
    for entry in toml.entries {
      do throws(SettingsError) {
        guard let setting = Setting.byPath[entry.path] else {
          throw Unplaced.mistake(entry.path, entry.place)
        }
        try setting.read(entry, into: &self)
        origins[setting.name] = "weft.toml line \(entry.place.line)"
      } catch {
        mistakes.append((entry.place, error))
      }
    }
    if let first = mistakes.min(by: {
      ($0.0.line, $0.0.column) < ($1.0.line, $1.0.column)
    }) {
      throw first.1
    }
  }

  private static func mistake(inSection path: [String], _ place: Place) -> SettingsError? {
    Setting.sections.contains(path) ? nil : Unplaced.mistake(path, place)
  }

  /// Takes over what the environment says; a variable that begins with WEFT_ and is none of Weft's is a mistake.
  ///
  /// An empty variable counts as none.
  public mutating func read(environment: [String: String]) throws(SettingsError) {
    for (name, text) in environment.sorted(by: { $0.key < $1.key })
    where name.uppercased().hasPrefix(Setting.prefix) && !text.isEmpty {
      guard let setting = Setting.top.first(where: { $0.variable == name }) else {
        throw Unplaced.mistake(variable: name)
      }
      try setting.read(text, of: name, into: &self)
      origins[setting.name] = name
    }
  }
}

extension Setting {
  static let byPath = Dictionary(all.map { ($0.path, $0) }) { first, _ in first }

  /// Every section that may stand in square brackets.
  static let sections: Set<[String]> = {
    var sections: Set<[String]> = [["columns"]]
    for setting in all where !setting.section.isEmpty { sections.insert(setting.path.dropLast()) }
    return sections
  }()
}
