import FoundationEssentials
import GraphEngine
import Intake
import Networks
import TOMLKit

/// What a workspace's `weft.toml` says.
///
/// Flags win over the environment (`WEFT_DEPTH=3`), the environment over the file.
struct Settings: Equatable {
  var title: String?
  var boundaries: [String] = []
  var period: Period?
  var depth: Depth?
  var minGroup = 5
  var minLink = 3
  var isDirected = false
  var parallel = ParallelRule.max
  var scaleZero: Double?
  var seed: UInt64 = 1
  var pseudonymKey = ""
  var isSurveyedAcross = false
  var delimiter: String?
  var files: [TableKind: String] = [:]
  var columns: [TableKind: [String: String]] = [:]
  var figures = FigureSettings()

  /// Words that figures carry.
  struct FigureSettings: Equatable {
    var meeting: String?
    var marking: String?
    var source: String?
  }

  /// Reads the settings of a folder and of the environment.
  init(folder: String) throws(Failure) {
    let path = folder + "/weft.toml"
    if let data = FileManager.default.contents(atPath: path) {
      try read(String(decoding: data, as: UTF8.self))
    }
    for (key, apply) in Self.keys.sorted(by: { $0.key < $1.key }) {
      guard let value = Terminal.environment("WEFT_" + key.uppercased()) else { continue }
      if !apply(&self, Value(typed: value)) {
        throw Failure(
          .configuration, "WEFT_\(key.uppercased()) is \(shown(value)). \(Self.advice(key))")
      }
    }
  }

  init() {}

  /// Takes over everything a file in TOML says; the first mistake is named with its line.
  mutating func read(_ text: String) throws(Failure) {
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw Failure(
        .configuration, "weft.toml line \(error.source.begin.line): \(error.description).")
    } catch {
      throw Failure(.configuration, "weft.toml could not be read.")
    }
    for key in table.keys.sorted() {
      guard let value = table[key] else { continue }
      if let section = value.table {
        try readSection(key, section, text)
      } else if let apply = Self.keys[key] {
        if !apply(&self, Value(value)) { throw Self.mistake(key, text, Self.advice(key)) }
      } else {
        throw Self.unknown(key, Array(Self.keys.keys) + ["files", "columns", "figures"], text)
      }
    }
  }

  private mutating func readSection(
    _ name: String, _ section: TOMLTable, _ text: String
  ) throws(Failure) {
    switch name {
    case "files":
      for key in section.keys.sorted() {
        guard let table = TableKind(rawValue: key) else {
          throw Self.unknown(key, TableKind.allCases.map(\.rawValue), text)
        }
        files[table] = section[key]?.string
      }
    case "columns":
      for key in section.keys.sorted() {
        guard let table = TableKind(rawValue: key), let roles = section[key]?.table else {
          throw Self.unknown(key, TableKind.allCases.map(\.rawValue), text)
        }
        for role in roles.keys.sorted() {
          guard table.columns.contains(where: { $0.name == role }) else {
            throw Self.unknown(role, table.columns.map(\.name), text)
          }
          columns[table, default: [:]][role] = roles[role]?.string
        }
      }
    case "figures":
      for key in section.keys.sorted() {
        switch key {
        case "meeting": figures.meeting = section[key]?.string
        case "marking": figures.marking = section[key]?.string
        case "source": figures.source = section[key]?.string
        default: throw Self.unknown(key, ["meeting", "marking", "source"], text)
        }
      }
    default: throw Self.unknown(name, ["files", "columns", "figures"], text)
    }
  }

  /// A value of the file or the environment, read as the kind a key needs.
  struct Value {
    private let toml: (any TOMLValueConvertible)?
    private let text: String?

    init(_ toml: any TOMLValueConvertible) {
      self.toml = toml
      text = toml.string
    }

    init(typed text: String) {
      toml = nil
      self.text = text
    }

    var string: String? { text }
    var whole: Int? { toml?.int ?? (toml == nil ? text.flatMap { Int($0) } : nil) }
    var number: Double? {
      toml?.double ?? toml?.int.map(Double.init)
        ?? (toml == nil ? text.flatMap { Double($0) } : nil)
    }
    var truth: Bool? {
      toml?.bool
        ?? (toml == nil
          ? ["true": true, "yes": true, "false": false, "no": false][text ?? ""] : nil)
    }
    var strings: [String]? {
      if let array = toml?.array {
        let strings = array.compactMap { $0.string }
        return strings.count == array.count ? strings : nil
      }
      return text.map { $0.split(separator: ",").map { trimmed(String($0)) } }
    }
    var day: String? { text ?? toml?.date.map { "\($0.debugDescription)" } }
  }

  /// Every key at the top of the file, and how it is taken over; `false` when the value does not fit.
  static let keys: [String: @Sendable (inout Settings, Value) -> Bool] = [
    "title": { set(&$0.title, to: $1.string) },
    "boundaries": { set(&$0.boundaries, $1.strings) },
    "period": { set(&$0.period, to: $1.day.flatMap(Period.init(typed:))) },
    "depth": { set(&$0.depth, to: $1.whole.flatMap { Depth(rawValue: UInt8(clamping: $0)) }) },
    "min_group": { set(&$0.minGroup, $1.whole.flatMap { (3...10).contains($0) ? $0 : nil }) },
    "min_link": { set(&$0.minLink, $1.whole.flatMap { (3...10).contains($0) ? $0 : nil }) },
    "directed": { set(&$0.isDirected, $1.truth) },
    "parallel": { set(&$0.parallel, $1.string.flatMap(ParallelRule.init(rawValue:))) },
    "scale_zero": { set(&$0.scaleZero, to: $1.number) },
    "seed": { set(&$0.seed, $1.whole.flatMap { UInt64(exactly: $0) }) },
    "pseudonym_key": { set(&$0.pseudonymKey, $1.string) },
    "surveyed_across": { set(&$0.isSurveyedAcross, $1.truth) },
    "delimiter": { set(&$0.delimiter, to: $1.string) },
  ]

  private static func set<Value>(_ place: inout Value?, to value: Value?) -> Bool {
    guard let value else { return false }
    place = value
    return true
  }

  private static func set<Value>(_ place: inout Value, _ value: Value?) -> Bool {
    guard let value else { return false }
    place = value
    return true
  }

  /// What a key takes.
  private static func advice(_ key: String) -> String {
    switch key {
    case "title", "pseudonym_key": "Write a text in quotes."
    case "boundaries": "Write a list such as [\"school\", \"hub\"]."
    case "period":
      "Write a day such as \"2026-11-01\", a stretch such as \"2025-09-01/2026-07-31\", or \"all\"."
    case "depth": "Write a number from 0 to 5."
    case "min_group", "min_link": "Write a number from 3 to 10."
    case "directed", "surveyed_across": "Write true or false."
    case "parallel": "Write \"sum\", \"max\" or \"latest\"."
    case "delimiter": "Write \"comma\", \"semicolon\", \"tab\" or \"bar\"."
    default: "Write a number."
    }
  }

  private static func mistake(_ key: String, _ text: String, _ advice: String) -> Failure {
    Failure(
      .configuration,
      "weft.toml line \(line(of: key, in: text)): \(key) has a value that does not fit. \(advice)")
  }

  private static func unknown(_ key: String, _ known: [String], _ text: String) -> Failure {
    let near = nearest(to: key, in: known).map { " Did you mean \($0)?" } ?? ""
    return Failure(
      .configuration,
      "weft.toml line \(line(of: key, in: text)): there is no key \(shown(key)).\(near)"
        + " The keys here are \(listed(known.sorted())).")
  }

  /// The line on which a key stands, counted from 1.
  private static func line(of key: String, in text: String) -> Int {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let place = lines.firstIndex { line in
      let start = trimmed(String(line)).drop { "[\"'".contains($0) }
      return start.hasPrefix(key) || start.hasPrefix("columns." + key)
    }
    return (place ?? 0) + 1
  }
}

extension Period {
  /// A period as it is typed: a day, `FIRST/LAST` with either left out, or `all`.
  init?(typed text: String) {
    if text == "all" {
      self = .all
      return
    }
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    func day(_ text: String) -> Day? { readDay(text) }
    switch ends.count {
    case 1:
      guard let only = day(ends[0]) else { return nil }
      self.init(on: only)
    case 2:
      let (first, last) = (day(ends[0]), day(ends[1]))
      guard (first != nil || ends[0].isEmpty) && (last != nil || ends[1].isEmpty) else {
        return nil
      }
      if let first, let last, last < first { return nil }
      self.init(first: first, last: last)
    default: return nil
    }
  }
}
