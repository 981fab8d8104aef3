import Documents
import Findings
import Formats
import FoundationEssentials
import Intake
import Measures
import Networks
package import Sections
import Settings
import Website

/// Files that somebody wants to load in place of those of the folder: first what that would change, then the change.
package struct Loading: Sendable {
  /// What would change.
  package let report: LoadReport
  /// Tells these files, read like this, from others: whoever says yes says what they saw.
  package var mark: String {
    var hasher = Hasher()
    for (name, bytes, _) in files {
      hasher.combine(name)
      hasher.combine(bytes)
    }
    return String(hasher.finalize(), radix: 16)
  }
  private let folder: String
  private let files: [(name: String, bytes: [UInt8], before: [UInt8]?)]
  /// What was given, and how those of it that are no tables were read.
  private let given: [(name: String, bytes: [UInt8])]
  private let importing: Importing?
  /// The ids of those who may be named, before and after.
  private let named: Set<String>

  /// Reads the files beside those that are there; nothing is written.
  ///
  /// - Throws: what is wrong, where the trust could not be read with these files.
  package init(
    _ given: [(name: String, bytes: [UInt8])], to trust: ServedTrust
  ) throws(Failure) {
    try self.init(given, to: trust, mapping: nil)
  }

  /// The same files, read as somebody chose.
  package func matched(
    _ chosen: [String: String], to trust: ServedTrust
  ) throws(Failure) -> Loading {
    try Loading(given, to: trust, mapping: importing?.mapping(chosen, mayBeNamed: named.contains))
  }

  private init(
    _ given: [(name: String, bytes: [UInt8])], to trust: ServedTrust, mapping: ImportMapping?
  ) throws(Failure) {
    guard !given.isEmpty else { throw Failure(.usage, "No file was chosen.") }
    let session = trust.session
    folder = session.folder
    self.given = given
    let copy: WorkspaceCopy
    do throws(IntakeError) {
      copy = try WorkspaceCopy(of: session.folder, options: session.options)
    } catch {
      throw Failure(error)
    }
    let others = given.filter { WorkspaceCopy.kind(ofFile: $0.name) == nil }
    var plain = given.filter { WorkspaceCopy.kind(ofFile: $0.name) != nil }
    let people =
      plain.first { WorkspaceCopy.kind(ofFile: $0.name) == .people }?.bytes
      ?? copy.tables.first { $0.kind == .people }?.bytes
    let note = try Self.note(in: folder)
    if others.isEmpty {
      importing = nil
    } else {
      let importing = try Importing(
        others, people: people, mapping: mapping ?? note?.mapping ?? ImportMapping())
      plain += importing.files(hasPeople: people != nil)
      self.importing = importing
    }
    var tables: [WorkspaceCopy.Table] = []
    for (name, bytes) in plain {
      guard let kind = WorkspaceCopy.kind(ofFile: name) else { continue }
      guard !tables.contains(where: { $0.kind == kind }) else {
        throw Failure(
          .usage,
          others.isEmpty
            ? "Two of the files are \(kind.fileName). Load one at a time."
            : "\(kind.fileName) is among the files, and is made of another of them too. Load one at a time."
        )
      }
      if let elsewhere = session.options.files[kind], elsewhere.contains("/") {
        throw Failure(
          .usage,
          "weft.toml says that \(kind.fileName) is \(visible(elsewhere)), outside this folder. Replace it there."
        )
      }
      let own = copy.tables.first { $0.kind == kind }
      tables.append(
        WorkspaceCopy.Table(kind: kind, name: own?.name ?? kind.fileName, bytes: bytes))
    }
    files =
      tables.map { table in
        (table.name, table.bytes, copy.tables.first { $0.kind == table.kind }?.bytes)
      }
      + (importing.map {
        [(ImportMapping.fileName, Array($0.imported.mapping.text.utf8), note?.bytes)]
      } ?? [])
    let read: (network: Network, ledger: Ledger)
    var changes: [TableChange] = []
    do throws(IntakeError) {
      read = try copy.replacing(tables).network()
      for table in tables {
        changes.append(
          try TableChange(
            copy.tables.first { $0.kind == table.kind }, table, options: session.options))
      }
    } catch {
      throw Failure(error)
    }
    // Whoever asked not to be named, before or after, is not put forward for a name written like theirs.
    func ids(_ people: People, hidden: Bool) -> Set<String> {
      Set(zip(people.ids, people.isHidden).filter { $0.1 == hidden }.map(\.0))
    }
    named = ids(read.network.people, hidden: false)
      .subtracting(ids(session.network.people, hidden: true))
    let network = try session.reading.chosen(read.network, session.options)
    let names = Set(tables.map(\.name))
    let accounts = read.ledger.accounts
    let ledger = LedgerReport(read.ledger, network: network)
    let isNamed = trust.isNamed
    report = LoadReport(
      files: zip(tables, changes).map { table, change in
        let account = accounts.first { $0.table == table.kind }
        return LoadReport.File(
          name: table.name, isNew: !copy.tables.contains { $0.kind == table.kind }, change: change,
          setAside: account?.told.setAside ?? 0,
          columns: (account?.columns ?? []).map { ($0.heading, $0.role) },
          further: account?.attributes ?? [],
          isMostlyGone: change.gone > max(0, (account?.told.read ?? 0) - change.added))
      },
      elsewhere: Self.elsewhere(session.ledger, read.ledger, not: names),
      matching: importing?.matching(isNamed: isNamed, mayBeNamed: named.contains),
      findings: try Self.findings(trust, network),
      problems: ledger.told(isNamed: isNamed) { names.contains($0) },
      cells: isNamed ? Self.cells(changes, tables, session.network, network) : Table([]))
  }

  /// How tables were read when files were last imported into the folder.
  private static func note(
    in folder: String
  ) throws(Failure) -> (mapping: ImportMapping, bytes: [UInt8])? {
    let path = folder + "/" + ImportMapping.fileName
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do {
      let bytes = try readBytes(path: path, atMost: 4_000_000)
      return (try ImportMapping(reading: String(decoding: bytes, as: UTF8.self)), bytes)
    } catch let error as IntakeError {
      throw Failure(error)
    } catch {
      throw Failure(.configuration, "\(error)")
    }
  }

  /// Rows of files that stay which could no longer be used, file by file.
  private static func elsewhere(
    _ before: Ledger, _ now: Ledger, not names: Set<String>
  ) -> [(file: String, rows: Int)] {
    now.accounts.compactMap { account in
      guard !names.contains(account.file) else { return nil }
      let earlier = before.accounts.first { $0.table == account.table }?.told.setAside ?? 0
      let more = account.told.setAside - earlier
      return more > 0 ? (account.file, more) : nil
    }
  }

  /// What the first page says now and would say, where that differs.
  private static func findings(
    _ trust: ServedTrust, _ network: Network
  ) throws(Failure) -> [(now: String, then: String)] {
    let session = trust.session
    let question = try StudyOptions().analysis(session, needsBoundary: false).question
    func things(_ network: Network) -> [KeyFinding] {
      // As the first page is made.
      let analysis = Analysis(
        network, question)
      let naming = Naming(
        network, trust.isNamed ? .full : .pseudonym,
        codes: trust.isNamed
          ? [] : CodeBook(network, session.settings, folder: session.folder).codes,
        analysis: analysis, minGroup: session.settings.minGroup)
      return KeyFindings(
        analysis, naming, topics: Gallery.topics(analysis, naming), since: nil
      ).list
    }
    return zip(things(session.network), things(network)).compactMap { now, then in
      let (now, then) = (
        "\(now.headline). \(now.comparison)", "\(then.headline). \(then.comparison)"
      )
      return now == then ? nil : (now, then)
    }
  }

  /// Who would change, of those who may be named before and after.
  private static func cells(
    _ changes: [TableChange], _ tables: [WorkspaceCopy.Table], _ before: Network, _ now: Network
  ) -> Table {
    func names(_ network: Network) -> [String: String] {
      let people = network.people
      return Dictionary(
        people.ids.indices.filter { !people.isHidden[$0] }.map {
          (people.ids[$0], people.names[$0])
        },
        uniquingKeysWith: { first, _ in first })
    }
    guard let place = tables.firstIndex(where: { $0.kind == .people }) else { return Table([]) }
    let (old, new) = (names(before), names(now))
    let change = changes[place]
    var rows: [[Table.Cell]] = []
    func row(_ who: String, _ what: String, _ before: String, _ now: String) {
      rows.append([.text(who), .text(what), .text(before), .text(now)])
    }
    for id in change.addedIDs { if let name = new[id] { row(name, "is new", "", "") } }
    for id in change.goneIDs { if let name = old[id] { row(name, "is gone", "", "") } }
    for cell in change.cells {
      if old[cell.id] != nil, let name = new[cell.id] {
        row(name, cell.heading, cell.before, cell.now)
      }
    }
    return Table(
      [.text("who"), .text("what"), .text("before", "from"), .text("now", "to")], rows: rows)
  }

  /// Loads the files; those that were there stay beside them under other names.
  package func load() throws(Failure) -> Loaded {
    let stamp = Self.stamp()
    var done: [Loaded.File] = []
    do throws(Failure) {
      for (name, bytes, before) in files where before != bytes {
        let kept = try InputFile(folder: folder, name: name).replace(
          before, with: bytes, stamp: stamp)
        done.append(Loaded.File(name: name, bytes: bytes, kept: kept))
      }
    } catch {
      // All or none.
      try? Loaded(folder: folder, files: done, mark: stamp).takeBack()
      throw error
    }
    return Loaded(folder: folder, files: done, mark: stamp + mark)
  }

  static func stamp() -> String {
    let now = Date().formatted(
      .iso8601.year().month().day().time(includingFractionalSeconds: false))
    return String(now.filter { $0.isNumber || $0 == "T" }).replacing("T", with: "-")
  }
}

/// Files that were loaded, and how to go back.
package struct Loaded: Sendable {
  struct File: Sendable {
    let name: String
    let bytes: [UInt8]
    /// The name under which the file as it was is kept.
    let kept: String?
  }

  let folder: String
  let files: [File]
  /// Tells it from what else was loaded.
  package let mark: String

  /// The names of the files, and of those that are kept.
  package var names: [String] { files.map(\.name) }
  package var kept: [String] { files.compactMap(\.kept) }

  /// Brings the files back as they were; those that were loaded stay beside them under other names.
  package func takeBack() throws(Failure) {
    for file in files.reversed() {
      try InputFile(folder: folder, name: file.name).bringBack(
        file.kept, loaded: file.bytes, stamp: Loading.stamp())
    }
  }
}
