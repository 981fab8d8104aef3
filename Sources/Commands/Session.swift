import ArgumentParser
import Findings
import FoundationEssentials
import GraphEngine
import Intake
import Networks
import Documents
import Sections
import Settings

/// A workspace that has been read, with what its settings and the command's flags come to.
struct Session {
  let network: Network
  /// The network with all of its ties, where an option keeps some.
  let unchosen: Network?
  let ledger: Ledger
  let settings: Settings
  let folder: String
  let options: IntakeOptions
  /// How the files are read, as it was asked for: terms that are kept are read the same way.
  let reading: ReadingOptions
  /// What stands for each person in copies without names.
  private let book: CodeBook

  /// Reads a workspace.
  ///
  /// Problems are summed up on stderr, unless `quietly`.
  init(
    _ folder: FolderArgument, _ reading: ReadingOptions, quietly: Bool = false
  ) throws(Failure) {
    try self.init(WorkspaceOptions(folder, reading), quietly: quietly)
  }

  init(_ arguments: WorkspaceOptions, quietly: Bool = false) throws(Failure) {
    folder = arguments.folder
    reading = arguments.reading
    settings = try arguments.settings()
    options = try arguments.intakeOptions(settings)
    let read: (network: Network, ledger: Ledger)
    do {
      read = try readNetwork(folder: folder, options: options)
    } catch {
      throw Failure(error)
    }
    ledger = read.ledger
    network = try arguments.reading.chosen(read.network, options)
    unchosen = arguments.reading.choosesTies ? read.network : nil
    book = CodeBook(network, settings, folder: folder)
    if !quietly { Terminal.tell(summary) }
  }

  /// What people are called in a copy.
  ///
  /// - Parameter analysis: what the copy tells of, which decides what of groups it may show.
  func naming(_ mode: Naming.Mode, _ analysis: Analysis? = nil) -> Naming {
    Naming(
      network, mode, codes: mode == .full ? [] : book.codes, analysis: analysis,
      minGroup: settings.minGroup)
  }

  /// One line on what was read and what was not.
  private var summary: String {
    let setAside = ledger.setAsideCount
    var text =
      "\(network.title): \(counted(network.people.count, "person", "people")), "
      + counted(network.ties.tellingCount, "recorded tie")
    if !network.workingGroups.isEmpty {
      text += ", \(counted(network.workingGroups.count, "working group"))"
    }
    if setAside > 0 {
      text += ". \(counted(setAside, "row was", "rows were")) set aside: weft check \(folder)"
    }
    return text
  }
}

extension Session {
  /// What is read, and may not be written, by a command without figures.
  var inputs: Inputs { Inputs(folder: folder, named: Array(options.files.values)) }

  /// What is read, and may not be written.
  func inputs(_ page: PageOptions) -> Inputs {
    Inputs(folder: folder, named: Array(options.files.values), earlier: page.layoutFrom)
  }
}

extension Failure {
  /// The failure that an intake error is.
  init(_ error: IntakeError) {
    let status: ExitStatus =
      switch error.kind {
      case .missing: .missingInput
      case .unusable: .badData
      case .unreadable: .inputOutput
      }
    self.init(status, error.description)
  }
}

extension WorkspaceOptions {
  /// The settings of the folder and the environment.
  func settings() throws(Failure) -> Settings {
    do {
      let (settings, remark) = try SettingsFile.settings(
        of: folder, environment: ProcessInfo.processInfo.environment)
      if let remark { Terminal.tell(remark) }
      var own = settings
      own.hasStableCodes = settings.hasStableCodes || reading.stableCodes
      return own
    } catch {
      throw Failure(.configuration, error.description)
    }
  }

  /// What intake is told: options over settings.
  func intakeOptions(_ settings: Settings) throws(Failure) -> IntakeOptions {
    var options = IntakeOptions()
    let named: [(TableKind, String?)] = [
      (.people, reading.people), (.collaborations, reading.collaborations),
      (.schools, reading.schools), (.teams, reading.teams),
      (.partners, reading.partners), (.expertise, reading.expertise), (.topics, reading.topics),
    ]
    for (table, file) in named { if let file { options.files[table] = file } }
    for (table, file) in settings.files where options.files[table] == nil {
      options.files[table] = try path(file, of: table, settings)
    }
    options.columns = settings.columns
    for text in reading.column { try name(text, &options) }
    options.delimiter = reading.delimiter.flatMap(Kind.delimiter.typed) ?? settings.delimiter
    options.title = reading.title ?? settings.title
    // Who named whom is needed to tell what both sides name.
    options.isDirected = reading.confirmed || (reading.directed ?? settings.isDirected)
    options.parallelRule = reading.parallel.flatMap(Kind.parallel.typed) ?? settings.parallel
    options.scaleZero = reading.scaleZero.flatMap(Kind.strength.typed) ?? settings.scaleZero
    options.today = Day.today
    return options
  }

  /// A file that the settings name: in the folder, wherever the user stands.
  private func path(
    _ file: String, of table: TableKind, _ settings: Settings
  ) throws(Failure) -> String {
    let path = file.hasPrefix("/") ? file : folder + "/" + file
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure(
        .configuration,
        "\(settings.origin("files.\(table.rawValue)") ?? "weft.toml"): there is no file \(shown(file)) in the folder. Correct the name or leave the line out."
      )
    }
    return file
  }

  /// Takes over one `--column`, such as `strength=intervals_20s` or `people.school=site`.
  private func name(_ text: String, _ options: inout IntakeOptions) throws(Failure) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw Failure(.usage, "--column \(shown(text)): write column=heading, as in strength=weight.")
    }
    let place = parts[0].split(separator: ".", maxSplits: 1).map(String.init)
    let role = place.last ?? ""
    let all = TableKind.allCases.filter { table in
      (place.count < 2 || table.rawValue == place[0])
        && table.columns.contains { $0.name == role }
    }
    // A bare name means the network's own files, where one of them has it.
    let own = all.filter { [.people, .collaborations, .schools, .teams, .partners].contains($0) }
    let tables = own.isEmpty ? all : own
    guard let table = tables.first else {
      let known = Set(TableKind.allCases.flatMap { $0.columns.map(\.name) }).sorted()
      let near = nearest(to: role, in: known).map { " Did you mean \($0)?" } ?? ""
      throw Failure(.usage, "--column \(shown(text)): there is no column \(shown(role)).\(near)")
    }
    guard tables.count == 1 else {
      throw Failure(
        .usage,
        "--column \(shown(text)): say which file, as in \(tables.map { "\($0.rawValue).\(role)=\(parts[1])" }.joined(separator: " or "))."
      )
    }
    options.columns[table, default: [:]][role] = parts[1]
  }
}

extension Session {
  /// The heading of the column that tells kinds of ties apart; `nil` where none does.
  var kindHeading: String? { network.kindHeading(options) }
}

extension Network {
  fileprivate func kindHeading(_ options: IntakeOptions) -> String? {
    let own = [options.columns[.collaborations]?["kind"]].compactMap(\.self)
    return (own + ["kind", "type", "relation", "layer", "relationship"]).first { heading in
      ties.attributes.contains { folded($0.name) == folded(heading) }
        || workingGroups.contains { $0.attributes[heading] != nil }
    }
  }
}

extension ReadingOptions {
  /// Whether some ties alone count.
  fileprivate var choosesTies: Bool { !kind.isEmpty || confirmed }

  /// The network with the ties that count.
  func chosen(_ network: Network, _ options: IntakeOptions) throws(Failure) -> Network {
    guard choosesTies else { return network }
    let heading = network.kindHeading(options)
    var network = network
    if !kind.isEmpty {
      let known = heading.map { network.tieKinds(heading: $0) } ?? []
      guard let heading, !known.isEmpty else {
        throw Failure(
          .usage,
          "--kind: the files tell no kinds of ties apart. Add a column kind to collaborations.csv.")
      }
      var kinds: Set<String> = []
      for text in kind {
        let meant = known.filter { folded($0) == folded(text) }
        guard !meant.isEmpty else {
          let near = nearest(to: text, in: known).map { " Did you mean \(shown($0))?" } ?? ""
          throw Failure(
            .usage,
            "--kind \(shown(text)): there are no such ties.\(near) The kinds are \(listed(known.prefix(8).map { shown($0) }))\(known.count > 8 ? " and others" : "")."
          )
        }
        kinds.formUnion(meant)
      }
      network = network.keeping(kinds: kinds, heading: heading)
    }
    return confirmed ? network.confirmed(heading: heading) : network
  }
}

extension Day {
  /// The day on which the program runs, in universal time.
  static var today: Day? {
    let days = Int((Date().timeIntervalSince1970 / 86_400).rounded(.down))
    return Day(julian: days + 2_440_588)
  }
}
