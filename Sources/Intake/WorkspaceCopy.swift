import FoundationEssentials
import GraphEngine
public import Networks

/// The files of a workspace as they were on the disk at one moment, with how they are read: enough to read the same network again.
public struct WorkspaceCopy: Sendable {
  /// What the folder is called, for the title of a trust that has no other.
  public let folder: String
  public let tables: [Table]
  public let options: IntakeOptions

  /// One file.
  public struct Table: Sendable, Equatable {
    public let kind: TableKind
    /// Its name, without the folder; told apart where two files of different folders have the same.
    public let name: String
    public var bytes: [UInt8]

    public init(kind: TableKind, name: String, bytes: [UInt8]) {
      self.kind = kind
      self.name = name
      self.bytes = bytes
    }
  }

  /// Takes the files that a workspace is read from.
  public init(of folder: String, options: IntakeOptions) throws(IntakeError) {
    let input = InputFolder(path: folder)
    let workspace = try Workspace(input, options: options)
    var tables: [Table] = []
    for kind in TableKind.allCases {
      guard let path = workspace.paths[kind] else { continue }
      let file = try input.bytes(at: path)
      let bytes = try file.bytes(at: 0, count: file.size)
      try file.checkUnchanged()
      let last = path.split(separator: "/").last.map(String.init) ?? kind.fileName
      let isTaken = tables.contains { $0.name == last }
      tables.append(
        Table(kind: kind, name: isTaken ? "\(kind.rawValue)-\(last)" : last, bytes: bytes))
    }
    self.init(folder: folder, tables: tables, options: options)
  }

  /// Files by the names of the contract; others are passed over.
  public init(folder: String, files: [(name: String, bytes: [UInt8])]) {
    let tables = files.compactMap { name, bytes in
      TableKind.allCases.first { $0.fileName == name }.map {
        Table(kind: $0, name: name, bytes: bytes)
      }
    }
    self.init(folder: folder, tables: tables, options: IntakeOptions())
  }

  private init(folder: String, tables: [Table], options: IntakeOptions) {
    self.folder = folder
    self.tables = tables
    var options = options
    options.files = Dictionary(uniqueKeysWithValues: tables.map { ($0.kind, $0.name) })
    self.options = options
  }

  /// The same with some files in place of others of their kind, or beside them.
  public func replacing(_ new: [Table]) -> WorkspaceCopy {
    let kinds = Set(new.map(\.kind))
    return WorkspaceCopy(
      folder: folder, tables: tables.filter { !kinds.contains($0.kind) } + new, options: options)
  }

  /// The table that a file of this name is read as; `nil` where it is none.
  public static func kind(ofFile name: String) -> TableKind? {
    let parts = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, ["csv", "tsv", "txt"].contains(parts[1]) else { return nil }
    return TableKind.allCases.first { $0.fileStems.contains(String(parts[0])) }
  }

  /// The network of these files.
  public func network() throws(IntakeError) -> (network: Network, ledger: Ledger) {
    try readNetwork(
      InputFolder(
        name: folder,
        files: Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0.bytes) })),
      options: options)
  }
}

// MARK: - How the files are read, as text

extension WorkspaceCopy {
  private struct Reading: Codable {
    var folder: String
    var files: [String: String]
    var columns: [String: [String: String]]
    var delimiter: UInt8?
    var title: String?
    var isDirected: Bool
    var parallel: String
    var scaleZero: Double?
    var today: Int32?
  }

  /// How the files are read, as JSON.
  public var reading: [UInt8] {
    let note = Reading(
      folder: folder.split(separator: "/").last.map(String.init) ?? folder,
      files: Dictionary(
        uniqueKeysWithValues: options.files.map { ($0.key.rawValue, $0.value) }),
      columns: Dictionary(
        uniqueKeysWithValues: options.columns.map { ($0.key.rawValue, $0.value) }),
      delimiter: options.delimiter, title: options.title, isDirected: options.isDirected,
      parallel: options.parallelRule.rawValue, scaleZero: options.scaleZero,
      today: options.today?.number)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    // A note of texts and finite numbers, which always encodes.
    return (try? encoder.encode(note)).map { [UInt8]($0) } ?? []
  }

  /// The copy whose reading and files these are; `nil` where the note is none, or a file is missing.
  public init?(reading: [UInt8], files: [String: [UInt8]]) {
    guard let note = try? JSONDecoder().decode(Reading.self, from: Data(reading)) else {
      return nil
    }
    var options = IntakeOptions()
    var tables: [Table] = []
    for kind in TableKind.allCases {
      guard let name = note.files[kind.rawValue] else { continue }
      guard let bytes = files[name] else { return nil }
      tables.append(Table(kind: kind, name: name, bytes: bytes))
    }
    for (table, columns) in note.columns {
      if let kind = TableKind(rawValue: table) { options.columns[kind] = columns }
    }
    options.delimiter = note.delimiter
    options.title = note.title
    options.isDirected = note.isDirected
    options.parallelRule = ParallelRule(rawValue: note.parallel) ?? .max
    options.scaleZero = note.scaleZero
    options.today = note.today.flatMap { Day(number: $0) }
    self.init(folder: note.folder, tables: tables, options: options)
  }
}
