import ArgumentParser
import Formats
import Intake
import Networks
import Settings

/// `weft init`: files to fill in.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract:
      "Write CSV files with the columns Weft reads and an example row each, a workbook to fill in, and a weft.toml.",
    discussion: """
      Files that are there already are left as they are. --empty writes the files without examples, and takes the examples out of \
      files that hold nothing else. template.xlsx has the same tables with lists to choose from; weft import reads it.

      Examples:
        weft init my-trust
        weft init my-trust --empty
      """)

  @Argument(help: "The folder to make.", completion: .directory)
  var folder: String

  @Flag(help: "Without example rows.")
  var empty = false

  func run() async throws {
    let output = try OutputFolder(folder, sparing: Inputs())
    // Examples would stand among what somebody has filled in.
    let isEmpty = try empty || hasOwn(output)
    let files = try files(isEmpty: isEmpty)
    var taken = try output.add(files)
    if empty { taken = try emptied(taken, files, output) }
    for name in taken {
      Terminal.tell("\(visible("\(output.path)/\(name)")) is there already and was left as it is.")
    }
    let written = files.map(\.name).filter { !taken.contains($0) }
    if !written.isEmpty {
      Terminal.tell("Wrote \(listed(written)) to \(Terminal.folder(output.path)).")
    }
    Terminal.tell(
      isEmpty
        ? "Fill in people.csv and collaborations.csv; the others are optional."
        : "Put your own rows in place of the examples; people.csv and collaborations.csv are needed, the others optional."
    )
    Terminal.tell("Next: weft check \(folder)")
  }

  /// Whether the folder has people or ties that are no example.
  private func hasOwn(_ output: OutputFolder) throws -> Bool {
    try files(isEmpty: false).contains { file in
      guard [TableKind.people.fileName, TableKind.collaborations.fileName].contains(file.name),
        let there = try? readBytes(path: output.path + "/" + file.name, atMost: 1 << 20)
      else { return false }
      return there != Array(file.pieces.joined()) && there.count(where: { $0 == 0x0A }) > 1
    }
  }

  /// Takes the examples out of the files that hold them alone.
  ///
  /// - Returns: the files that hold anything else.
  private func emptied(
    _ taken: [String], _ files: [OutputFile], _ output: OutputFolder
  ) throws -> [String] {
    let examples = try self.files(isEmpty: false)
    let changed = files.filter { file in
      guard taken.contains(file.name), let example = examples.first(where: { $0.name == file.name })
      else { return false }
      let there = try? readBytes(path: output.path + "/" + file.name, atMost: 1 << 20)
      return there == Array(example.pieces.joined()) && example.text != file.text
    }
    guard !changed.isEmpty else { return taken }
    try output.replace(
      with: changed, by: .new, force: false, isPrivate: false, edited: Set(changed.map(\.name)),
      keeping: true)
    return taken.filter { name in !changed.contains { $0.name == name } }
  }

  private func files(isEmpty: Bool) throws -> [OutputFile] {
    let tables = TableKind.allCases.map { table in
      let heads = table.columns.map(\.name)
      let row = heads.map { csvCell(Example.cells[table]?[$0] ?? "") }.joined(separator: ",")
      return OutputFile(
        table.fileName, heads.joined(separator: ",") + "\n" + (isEmpty ? "" : row + "\n"))
    }
    do {
      let book = try workbook(Example.sheets(isEmpty: isEmpty))
      return tables + [
        OutputFile("template.xlsx", book), OutputFile("weft.toml", SettingsPage.template),
      ]
    } catch {
      throw Failure(.internalError, "template.xlsx could not be made.")
    }
  }
}

/// One row of each table, all of one small story, and what may be chosen in its columns.
private enum Example {
  static let cells: [TableKind: [String: String]] = [
    .schools: ["id": "S1", "name": "Example Primary School", "phase": "Primary", "hub": "North"],
    .people: [
      "id": "P001", "name": "Example Person", "school": "S1", "team": "T1", "role": "Teacher",
      "email": "person@example.org",
      "expertise": "Phonics:3", "seeks": "SEND", "started": "2024-09-01", "visibility": "listed",
      "responded": "yes",
    ],
    .collaborations: [
      "from": "P001", "to": "X1", "kind": "joint planning", "depth": "cooperation",
      "frequency": "monthly", "purpose": "reading",
      "started": "2025-09-01", "reported_by": "P001",
    ],
    .teams: [
      "id": "T1", "name": "Example Team", "school": "S1", "kind": "year group", "lead": "P001",
      "objective": "Better reading",
    ],
    .partners: [
      "id": "X1", "name": "Example Library", "sector": "culture", "offers": "author visits",
      "area": "North",
    ],
    .partnerships: [
      "partner": "X1", "with": "S1", "lead": "P001", "level": "cooperation", "agreement": "yes",
      "roles_clear": "yes", "shared_goal": "G1",
      "started": "2025-09-01", "review_due": "2026-09-01", "gives": "author visits",
      "gets": "readers",
    ],
    .ratings: [
      "partner": "X1", "with": "S1", "side": "ours", "item": "reliability", "score": "3",
      "date": "2026-03-01", "rater": "1",
    ],
    .events: [
      "id": "E1", "name": "Example meeting", "date": "2026-01-15", "kind": "meeting",
      "purpose": "reading", "goal": "G1", "planned": "yes",
    ],
    .attendance: [
      "event": "E1", "person": "P001", "role": "chair", "attended": "yes", "prepared": "yes",
    ],
    .goals: [
      "id": "G1", "statement": "More pupils read for pleasure",
      "measure": "pupils who borrow a book each month", "baseline": "40", "target": "60",
      "due": "2026-07-31", "owner": "P001",
    ],
    .progress: ["goal": "G1", "date": "2026-01-31", "value": "45"],
    .stories: [
      "id": "ST1", "title": "An author came to read", "date": "2026-02-10", "who": "P001;X1",
      "goal": "G1", "impact": "30 new borrowers",
    ],
    .ideas: [
      "id": "I1", "idea": "A reading breakfast", "date": "2025-11-01", "origin": "X1",
      "carried_by": "P001", "adopted_by": "S1",
    ],
    .needs: [
      "id": "N1", "need": "More books for early readers", "date": "2025-10-01", "from": "S1",
      "voice": "families", "goal": "G1",
    ],
    .decisions: [
      "id": "D1", "decision": "Open the library at lunch", "date": "2025-12-01",
      "decided_by": "P001", "affects": "S1", "goal": "G1",
    ],
    .expertise: [
      "person": "P001", "topic": "Phonics", "level": "3", "evidence": "role", "date": "2025-09-01",
      "offers": "coaching",
    ],
    .topics: ["topic": "Reading breakfasts", "broader": "Reading", "synonyms": "book breakfasts"],
  ]

  private static let choices: [String: [String]] = [
    "depth": Depth.allCases.map(\.word), "level": Depth.allCases.map(\.word),
    "direction": ["mutual", "directed"],
    "visibility": ["listed", "hidden", "excluded"], "responded": ["yes", "no"],
    "planned": ["yes", "no"], "attended": ["yes", "no"],
    "agreement": ["yes", "no"], "roles_clear": ["yes", "no"],
    "phase": ["Nursery", "Primary", "Middle", "Secondary", "All-through", "16 plus", "Special"],
    "frequency": ["daily", "weekly", "monthly", "termly", "yearly"],
  ]

  /// The tables most trusts begin with, as sheets with lists to choose from.
  static func sheets(isEmpty: Bool) -> [OutSheet] {
    let tables: [TableKind] = [
      .people, .collaborations, .schools, .teams, .partners, .partnerships, .expertise,
    ]
    return tables.map { table in
      let heads = table.columns.map(\.name)
      var sheet = OutSheet(
        name: table.rawValue, headings: heads,
        rows: isEmpty ? [] : [heads.map { cells[table]?[$0].map(OutSheet.Cell.text) ?? .empty }])
      for (place, head) in heads.enumerated() {
        // Levels of expertise are numbers of their own.
        if let list = choices[head], !(table == .expertise && head == "level") {
          sheet.choices[place] = list
        }
        if head == "school", table != .schools { sheet.lookups[place] = "schools" }
        if ["from", "to", "lead", "person"].contains(head) { sheet.lookups[place] = "people" }
        if head == "partner" { sheet.lookups[place] = "partners" }
      }
      if table == .expertise { sheet.choices[2] = ["1", "2", "3", "4", "5"] }
      return sheet
    }
  }
}
