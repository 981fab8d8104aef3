import ArgumentParser
import Documents
import Findings
import Intake
import Networks
import Sections
import Storage

/// `weft terms`: what is kept.
struct TermsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terms",
    abstract: "List the terms that are kept; show, restore, check or take away one.",
    discussion: """
      Examples:
        weft terms harbour-trust
        weft terms harbour-trust --show "Autumn 2026"
        weft terms harbour-trust --restore "Autumn 2026" -o autumn
        weft terms harbour-trust --drop "Autumn 2026"
        weft terms harbour-trust --verify
      """)

  @Argument(
    help: ArgumentHelp("The folder of the workspace.", valueName: "workspace"),
    completion: .directory)
  var folder: String

  @Option(help: "The files and figures of one term.")
  var show: String?

  @Option(help: "Write the files of one term to a new folder (-o).")
  var restore: String?

  @Option(help: "Take one term away for good.")
  var drop: String?

  @Flag(help: "Check that everything is as it was kept.")
  var verify = false

  @Option(name: [.short, .long], help: "The new folder for --restore.", completion: .directory)
  var output: String?

  @OptionGroup var listing: ListingOptions

  func validate() throws {
    guard [show != nil, restore != nil, drop != nil, verify].count(where: { $0 }) <= 1 else {
      throw ValidationError("Choose one of --show, --restore, --drop and --verify.")
    }
    guard (restore != nil) == (output != nil) else {
      throw ValidationError(
        "Write both --restore and --output, as in --restore \"Autumn 2026\" -o autumn.")
    }
    guard listing.isForPeople || (restore == nil && drop == nil && !verify) else {
      throw ValidationError("--json, --csv and --plain are for lists.")
    }
  }

  func run() async throws {
    try Failure.catching {
      if let drop {
        // To look for it is to make nothing.
        let term = try TermStore.kept(in: folder).term(named: drop)
        try TermStore.writing(folder).drop([term])
        return Terminal.tell("Took away \(shown(term.name)).")
      }
      let store = try TermStore.kept(in: folder)
      if verify { return try check(store) }
      if let restore { return try write(store, try store.term(named: restore)) }
      if let show { return try tell(store, try store.term(named: show)) }
      try list(store)
    }
  }

  private func list(_ store: TermStore) throws {
    let terms = try store.terms()
    guard !terms.isEmpty || !listing.isForPeople else {
      return try Terminal.print(
        (store.remark.map { $0 + "\n" } ?? "")
          + "No term is kept here. Next: weft keep \(visible(folder)) --term \"Autumn 2026\"\n")
    }
    let table = Table(
      [
        .text("term"), .text("day", "as at"), .number("people"), .number("ties"), .text("kept"),
        .text("by"),
      ],
      rows: terms.map { term in
        [
          .text(term.name), .text(term.day.map { "\($0)" } ?? ""), .count(term.people),
          .count(term.ties), .text("\(term.kept)"), .text(term.version),
        ]
      })
    let text = listing.text(table, json: table.jsonRows)
    try Terminal.print(text)
    if listing.isForPeople {
      try Terminal.print(
        "\n\(inBytes(store.size)) in \(visible(folder))/\(TermStore.fileName). Next: weft compare \(visible(folder))\n"
      )
    }
  }

  private func tell(_ store: TermStore, _ term: Term) throws {
    let files = try store.files(of: term)
    let table = Table(
      [.text("file"), .text("what"), .number("bytes")],
      rows: files.map { [.text($0.name), .text($0.role.inWords), .count($0.bytes.count)] })
    guard listing.isForPeople else {
      return try Terminal.print(listing.text(table, json: table.jsonRows))
    }
    try Terminal.print(
      "\(visible(term.name)): \(counted(term.people, "person", "people")) and \(counted(term.ties, "recorded tie"))\(term.day.map { " as at \($0.inWords)" } ?? ""); kept on \(term.kept.inWords) by \(visible(term.version)).\n\n"
        + table.alignedText)
  }

  private func check(_ store: TermStore) throws {
    let faults = try store.faults()
    let count = try store.terms().count
    guard faults.isEmpty else {
      throw Failure(
        .badData,
        "\(visible(folder))/\(TermStore.fileName) is damaged. \(faults.prefix(6).map(visible).joined(separator: " ")) Put back a copy of it."
      )
    }
    try Terminal.print(
      count == 0
        ? "\(store.remark ?? "No term is kept here.")\n"
        : "\(capitalised(inWords(count))) \(count == 1 ? "term" : "terms"), every file as it was kept.\n"
    )
  }

  private func write(_ store: TermStore, _ term: Term) throws {
    let files = try store.files(of: term).filter { [.table, .settings].contains($0.role) }
    let folder = try OutputFolder(output ?? "", sparing: Inputs())
    if try folder.isFilled {
      throw Failure(
        .cannotCreate, "The folder \(visible(output ?? "")) is not empty. Name a new one.")
    }
    // They are the user's from now on, and in no list of what Weft may replace.
    _ = try folder.add(files.map { OutputFile($0.name, $0.bytes) }, isPrivate: true)
    Terminal.tell(
      "Wrote \(listed(files.map(\.name))) of \(shown(term.name)) to \(Terminal.folder(folder.path))."
    )
  }
}

extension TermFile.Role {
  var inWords: String {
    switch self {
    case .table: "as read"
    case .reading: "how the files are read"
    case .settings: "settings"
    case .figures: "figures as published, nobody in them"
    case .places: "where groups stand on the maps"
    }
  }
}
