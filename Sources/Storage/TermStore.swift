import FoundationEssentials
import GRDB
import Glibc
import Networks

/// The terms that a workspace keeps, in `terms.db` beside its files: an SQLite database.
///
/// A term is written in one transaction that is on the disk before anything is said of it, so that a kill, a full disk or a power cut
/// leaves either all of a term or nothing. Files that several terms have alike are there once, under their SHA-256, which is checked whenever
/// they are read. A file that is not Weft's, or of a newer Weft, is left alone. Only the owner may read it: it holds names.
public struct TermStore: Sendable {
  public static let fileName = "terms.db"
  /// The layout of the tables; a store of a later one is refused.
  static let schema = 1
  /// "Weft", as SQLite's header has it.
  static let application = 0x5765_6674
  /// How long to wait for somebody else who is writing, in seconds.
  static let patience = 10.0
  /// The longest name of a term.
  public static let nameLength = 80

  private static let tables = [
    """
    CREATE TABLE file (
      sha256 TEXT NOT NULL PRIMARY KEY, bytes BLOB NOT NULL) STRICT
    """,
    """
    CREATE TABLE term (
      name TEXT NOT NULL PRIMARY KEY COLLATE NOCASE, day INTEGER, kept INTEGER NOT NULL,
      version TEXT NOT NULL, edition TEXT NOT NULL, people INTEGER NOT NULL, ties INTEGER NOT NULL) STRICT
    """,
    """
    CREATE TABLE part (
      term TEXT NOT NULL COLLATE NOCASE REFERENCES term ON DELETE CASCADE, role TEXT NOT NULL,
      name TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES file, PRIMARY KEY (term, role, name)) STRICT
    """,
  ]

  private let path: String
  private let queue: DatabaseQueue?
  /// What is to be said of a file that is there and holds nothing, as one that was cut short; `nil` for any other.
  public let remark: String?

  /// The terms of a folder, to be read; none where nothing has been kept.
  public static func reading(_ folder: String) throws(StoreError) -> TermStore {
    try TermStore(folder, isWritten: false)
  }

  /// The terms of a folder, to be changed.
  public static func writing(_ folder: String) throws(StoreError) -> TermStore {
    try TermStore(folder, isWritten: true)
  }

  private init(_ folder: String, isWritten: Bool) throws(StoreError) {
    let path = folder + "/" + Self.fileName
    self.path = path
    let (isThere, isEmpty) = try Self.check(path)
    remark =
      isEmpty
      ? "\(visible(path)) is empty: no term is kept in it. If there were some, put back a copy of it."
      : nil
    guard isThere || isWritten else {
      queue = nil
      return
    }
    if !isThere { try Self.create(path) }
    // What was left half done can be taken back only by who may write.
    let needsWriting = unsafe isWritten || access(path + "-journal", F_OK) == 0
    queue = try Self.trying(path) {
      var configuration = Configuration()
      configuration.readonly = !needsWriting
      configuration.busyMode = .timeout(Self.patience)
      configuration.prepareDatabase { database in
        try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
        if needsWriting {
          try database.execute(sql: "PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON")
        }
      }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.read { database in try Self.check(database) }
      return queue
    }
    if isWritten {
      try run(writing: true) { database in try Self.prepare(database) }
    }
  }

  /// Whether there is a file, whether it is empty, and that it may be Weft's.
  private static func check(
    _ path: String
  ) throws(StoreError) -> (isThere: Bool, isEmpty: Bool) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else {
      if errno == ENOENT { return (false, false) }
      throw StoreError(.access, "\(visible(path)) cannot be read: \(systemMessage(errno)).")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw StoreError(
        .content,
        "\(visible(path)) is no file that Weft made. Give it another name: that is where terms are kept."
      )
    }
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      throw StoreError(.access, "\(visible(path)) cannot be read: \(systemMessage(errno)).")
    }
    defer { close(file) }
    var head = [UInt8](repeating: 0, count: 100)
    let got = unsafe head.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
    // Nothing yet, or the first term was being written: SQLite takes that back.
    if unsafe access(path + "-journal", F_OK) == 0 { return (true, false) }
    if got == 0 { return (true, true) }
    let id = head[68..<72].reduce(0) { $0 << 8 | Int($1) }
    guard got == head.count, head.starts(with: Array("SQLite format 3\u{0}".utf8)),
      id == application
    else { throw foreign(path) }
    return (true, false)
  }

  private static func foreign(_ path: String) -> StoreError {
    StoreError(
      .content,
      "\(visible(path)) is no file that Weft made, or it is damaged. Give it another name: that is where terms are kept."
    )
  }

  /// An empty file that nobody else may read.
  private static func create(_ path: String) throws(StoreError) {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      // Somebody else was quicker, which is as good.
      if errno == EEXIST { return }
      throw StoreError(
        .access, "\(visible(path)) cannot be made: \(systemMessage(errno)).")
    }
    close(file)
  }

  /// Refuses what is not Weft's, or of a later Weft.
  private static func check(_ database: Database) throws {
    let id = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let names = try String.fetchAll(
      database,
      sql:
        "SELECT type || ' ' || name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
    )
    if id == 0, version == 0, names.isEmpty { return }
    guard id == application else { throw Unfit.foreign }
    guard version <= schema else { throw Unfit.newer }
    guard names == ["table file", "table part", "table term"] else { throw Unfit.foreign }
  }

  private static func prepare(_ database: Database) throws {
    guard try Int.fetchOne(database, sql: "PRAGMA application_id") != application else { return }
    for table in tables { try database.execute(sql: table) }
    try database.execute(
      sql: "PRAGMA application_id = \(application); PRAGMA user_version = \(schema)")
  }

  private enum Unfit: Error {
    case foreign, newer
    case damaged(String)
    case taken(String)
    case missing(String, near: [String])
  }
}

// MARK: - Reading

extension TermStore {
  /// Every term, in order of its day, then of when it was kept.
  public func terms() throws(StoreError) -> [Term] {
    guard queue != nil else { return [] }
    return try run { database in try Self.terms(database) }
  }

  private static func terms(_ database: Database) throws -> [Term] {
    guard try database.tableExists("term") else { return [] }
    return try Row.fetchAll(database, sql: "SELECT * FROM term").map { row in
      guard let kept = Day(number: Int32(clamping: row["kept"] as Int64)) else {
        throw Unfit.damaged("the day of a term")
      }
      let day = (row["day"] as Int64?).flatMap { Day(number: Int32(clamping: $0)) }
      return Term(
        name: row["name"], day: day, kept: kept, version: row["version"],
        edition: row["edition"], people: row["people"], ties: row["ties"])
    }.sorted {
      ($0.day?.number ?? 0, $0.kept.number, $0.name) < (
        $1.day?.number ?? 0, $1.kept.number, $1.name
      )
    }
  }

  /// The term of a name, whatever its case.
  public func term(named name: String) throws(StoreError) -> Term {
    let all = try terms()
    guard let found = all.first(where: { folded($0.name) == folded(name) }) else {
      throw Self.missing(name, all.map(\.name))
    }
    return found
  }

  private static func missing(_ name: String, _ known: [String]) -> StoreError {
    StoreError(
      .name,
      known.isEmpty
        ? "No term is kept here. Keep one: weft keep FOLDER --term \"Autumn 2026\"."
        : "There is no term \(shown(name)). The terms are \(listed(known.map { shown($0) })).")
  }

  /// The files of a term, each as it was kept.
  public func files(of term: Term) throws(StoreError) -> [TermFile] {
    try run { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT part.role, part.name, part.sha256, file.bytes FROM part LEFT JOIN file USING (sha256)
          WHERE term = ? ORDER BY role, part.name
          """, arguments: [term.name]
      ).map { row in
        let name: String = row["name"]
        guard let role = TermFile.Role(rawValue: row["role"]), let data: Data = row["bytes"] else {
          throw Unfit.damaged(name)
        }
        let bytes = [UInt8](data)
        guard checksum(bytes) == row["sha256"] as String else { throw Unfit.damaged(name) }
        return TermFile(role, name, bytes)
      }
    }
  }

  /// What is wrong with the store, in sentences; empty where all is as it was kept.
  public func faults() throws(StoreError) -> [String] {
    guard queue != nil else { return [] }
    return try run { database in
      var faults = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)")
        .filter { $0 != "ok" }
      guard try database.tableExists("file") else { return faults }
      if try !Row.fetchAll(database, sql: "PRAGMA foreign_key_check").isEmpty {
        faults.append("A file of a term is not there.")
      }
      let rows = try Row.fetchCursor(database, sql: "SELECT sha256, bytes FROM file")
      while let row = try rows.next() {
        let data: Data = row["bytes"]
        let sum: String = row["sha256"]
        guard checksum([UInt8](data)) != sum else { continue }
        let terms = try String.fetchAll(
          database,
          sql: "SELECT term || ': ' || name FROM part WHERE sha256 = ? ORDER BY term, name",
          arguments: [sum])
        faults.append("Not as it was kept: \(listed(terms)).")
      }
      for term in try Self.terms(database) {
        let count = try Int.fetchOne(
          database, sql: "SELECT count(*) FROM part WHERE term = ? AND role = 'table'",
          arguments: [term.name])
        if count ?? 0 < 2 { faults.append("\(shown(term.name)) lacks files.") }
      }
      return faults
    }
  }
}

// MARK: - Changing

extension TermStore {
  /// Keeps a term with its files.
  ///
  /// - Throws: where one of the name is kept already.
  public func keep(_ term: Term, _ files: [TermFile]) throws(StoreError) {
    try run(writing: true) { database in
      if let known = try Self.terms(database).first(where: { folded($0.name) == folded(term.name) })
      {
        throw Unfit.taken(known.name)
      }
      try database.execute(
        sql: "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          term.name, term.day.map { Int64($0.number) }, Int64(term.kept.number), term.version,
          term.edition, term.people, term.ties,
        ])
      for file in files { try Self.put(file, of: term.name, database) }
    }
  }

  private static func put(_ file: TermFile, of term: String, _ database: Database) throws {
    let sum = checksum(file.bytes)
    try database.execute(
      sql: "INSERT OR IGNORE INTO file VALUES (?, ?)", arguments: [sum, Data(file.bytes)])
    try database.execute(
      sql: "INSERT OR REPLACE INTO part VALUES (?, ?, ?, ?)",
      arguments: [term, file.role.rawValue, file.name, sum])
  }

  /// Takes terms away, and whatever files no other term has.
  public func drop(_ terms: [Term]) throws(StoreError) {
    try run(writing: true) { database in
      for term in terms {
        try database.execute(sql: "DELETE FROM term WHERE name = ?", arguments: [term.name])
      }
      try Self.sweep(database)
    }
    try compact()
  }

  /// Puts other files in the place of those of the same role and name, all terms in one step, and leaves no trace of the old.
  public func rewrite(_ changes: [(term: Term, files: [TermFile])]) throws(StoreError) {
    try run(writing: true) { database in
      for change in changes {
        for file in change.files { try Self.put(file, of: change.term.name, database) }
      }
      try Self.sweep(database)
    }
    try compact()
  }

  private static func sweep(_ database: Database) throws {
    try database.execute(sql: "DELETE FROM file WHERE sha256 NOT IN (SELECT sha256 FROM part)")
  }

  private func compact() throws(StoreError) {
    guard let queue else { return }
    try Self.trying(path) { try queue.vacuum() }
  }

  /// The size of the file, in bytes.
  public var size: Int {
    var status = stat()
    return unsafe lstat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}

// MARK: - Errors

extension TermStore {
  private func run<Value: Sendable>(
    writing: Bool = false, _ body: @Sendable (Database) throws -> Value
  ) throws(StoreError) -> Value {
    guard let queue else { throw Self.missing("", []) }
    return try Self.trying(path) { writing ? try queue.write(body) : try queue.read(body) }
  }

  private static func trying<Value>(
    _ path: String, _ body: () throws -> Value
  ) throws(StoreError) -> Value {
    do {
      return try body()
    } catch let error as StoreError {
      throw error
    } catch Unfit.newer {
      throw StoreError(
        .content, "\(visible(path)) was kept by a newer Weft. Use that one, or a newer one still.")
    } catch Unfit.foreign {
      throw foreign(path)
    } catch Unfit.damaged(let name) {
      throw StoreError(
        .content,
        "\(visible(path)) is damaged: \(shown(name)) is not as it was kept. Put back a copy of \(fileName), or see what is left: weft terms FOLDER --verify."
      )
    } catch Unfit.taken(let name) {
      throw StoreError(
        .name,
        "There is a term \(shown(name)) already. Choose another name, or take it away first: weft terms FOLDER --drop \(shown(name))."
      )
    } catch let error as DatabaseError {
      throw named(error, path)
    } catch {
      throw StoreError(.access, "\(visible(path)) cannot be used: \(error).")
    }
  }

  private static func named(_ error: DatabaseError, _ path: String) -> StoreError {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      StoreError(
        .busy, "Somebody else is writing \(visible(path)). Try again when they are done.")
    case .SQLITE_FULL:
      StoreError(
        .access, "\(visible(path)) cannot be written: the disk is full. Nothing was changed.")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH:
      StoreError(.access, "\(visible(path)) may not be written here. Nothing was changed.")
    case .SQLITE_IOERR:
      StoreError(
        .access, "\(visible(path)) could not be read or written whole. Nothing was changed.")
    default:
      StoreError(
        .content,
        "\(visible(path)) is damaged (\(error.message ?? "SQLite \(error.resultCode.rawValue)")). Put back a copy of it, or take it away."
      )
    }
  }

  private static func systemMessage(_ code: Int32) -> String {
    unsafe String(cString: strerror(code)).lowercased()
  }
}
