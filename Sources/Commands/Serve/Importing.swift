import Formats
import Intake
import Networks
import Sections

/// Workbooks, forms and other tools' files on their way into the folder, read as `weft import` reads them.
struct Importing: Sendable {
  let imported: Imported
  private let tables: [SourceTable]

  /// - Parameters:
  ///   - given: the files.
  ///   - people: people.csv of the folder.
  ///   - mapping: how tables were read before.
  init(
    _ given: [(name: String, bytes: [UInt8])], people: [UInt8]?, mapping: ImportMapping
  ) throws(Failure) {
    do throws(FormatError) {
      var tables: [SourceTable] = []
      for (name, bytes) in given { tables += try ImportFile.tables(name: name, bytes: bytes) }
      tables.sort { ($0.file, $0.sheet.name) < ($1.file, $1.sheet.name) }
      self.tables = tables
      let register = try people.flatMap { bytes throws(FormatError) in
        mapping.peopleAreMade
          ? nil : try ImportFile.tables(name: TableKind.people.fileName, bytes: bytes).first
      }
      var importer = Importer(tables, register: register, earlier: mapping)
      imported = try importer.run()
    } catch {
      throw Failure(.badData, error.description)
    }
  }

  /// The tables it comes to; people.csv only where something was learnt of somebody, or there is none yet.
  func files(hasPeople: Bool) -> [(name: String, bytes: [UInt8])] {
    let learns = imported.hasStaff || imported.answers + imported.added > 0 || !hasPeople
    return imported.files.filter { file in
      // Where every tie waits there is a heading and no row yet.
      let hasRows = file.bytes.firstIndex(of: 10).map { $0 + 1 < file.bytes.count } ?? false
      return (learns || file.name != TableKind.people.fileName)
        && (hasRows || imported.waiting == 0)
    }.map { ($0.name, $0.bytes) }
  }

  /// What may be told of the reading, and chosen otherwise.
  func matching(isNamed: Bool, mayBeNamed: (String) -> Bool) -> LoadReport.Matching {
    LoadReport.Matching(
      tables: imported.mapping.readings(of: tables).enumerated().map { place, reading in
        LoadReport.Matching.Table(
          kind: LoadReport.Choice(
            field: "t\(place)", label: reading.title, chosen: reading.shape.rawValue,
            options: Shape.allCases.map { ($0.rawValue, Self.words($0)) }),
          columns: reading.columns.enumerated().map { column, read in
            var uses = ImportMapping.uses(reading.shape, read.heading)
            if !uses.contains(read.use) {
              // The question has its own words already.
              let stem = read.use.prefix { $0 != ":" } + ": "
              uses.removeAll { read.use.hasPrefix(stem) && $0.hasPrefix(stem) }
              uses.insert(read.use, at: 0)
            }
            return LoadReport.Choice(
              field: "t\(place)c\(column)", label: read.heading, chosen: read.use,
              options: uses.map { ($0, Self.words($0)) })
          })
      },
      names: isNamed
        ? questions.names.enumerated().map { question($0, $1, mayBeNamed) } : [],
      answers: questions.answers.enumerated().map { place, answer in
        LoadReport.Choice(
          field: "a\(place)", label: answer, chosen: imported.mapping.answers[answer] ?? "?",
          options: [
            ("?", "wait"), ("tie", "yes, they work together"), ("none", "no tie"),
            ("missing", "no answer"),
          ])
      },
      waiting: imported.waiting,
      more: isNamed
        ? max(0, imported.mapping.waitingNames.count - Self.atOnce)
          + max(0, imported.mapping.waitingAnswers.count - Self.atOnce) : 0,
      remarks: isNamed ? imported.remarks : [])
  }

  /// The mapping with what somebody chose, by field.
  func mapping(
    _ chosen: [String: String], mayBeNamed: (String) -> Bool
  ) -> ImportMapping {
    var mapping = imported.mapping
    for (place, reading) in mapping.readings(of: tables).enumerated() {
      if let shape = chosen["t\(place)"].flatMap(Shape.init), shape != reading.shape {
        mapping.set(shape, of: reading.title)
        continue
      }
      for (column, read) in reading.columns.enumerated() {
        guard let use = chosen["t\(place)c\(column)"], use != read.use,
          ImportMapping.uses(reading.shape, read.heading).contains(use)
        else { continue }
        mapping.use(use, at: column, of: reading.title)
      }
    }
    for (place, name) in questions.names.enumerated() {
      guard let decision = chosen["n\(place)"],
        question(place, name, mayBeNamed).options.contains(where: { $0.value == decision })
      else { continue }
      mapping.names[name] = decision
    }
    for (place, answer) in questions.answers.enumerated() {
      guard let decision = chosen["a\(place)"], ["?", "tie", "none", "missing"].contains(decision)
      else { continue }
      mapping.answers[answer] = decision
    }
    return mapping
  }

  /// The names and answers that are put to somebody: those that wait, then those decided.
  private var questions: (names: [String], answers: [String]) {
    func first(_ waiting: [String], _ all: some Sequence<String>) -> [String] {
      Array((waiting + all.sorted().filter { !waiting.contains($0) }).prefix(Self.atOnce))
    }
    let mapping = imported.mapping
    return (
      first(mapping.waitingNames, mapping.names.keys),
      first(mapping.waitingAnswers, mapping.answers.keys)
    )
  }

  /// How many of them stand on a page.
  private static let atOnce = 50

  private func question(
    _ place: Int, _ name: String, _ mayBeNamed: (String) -> Bool
  ) -> LoadReport.Choice {
    let decided = imported.mapping.names[name].map { String($0.prefix { $0 != "#" }) } ?? "?"
    let decision = decided.hasPrefix("?") ? "?" : decided
    var options = [("?", "wait"), ("nobody", "nobody: leave it out"), ("new", "somebody new")]
    options += (imported.near[name] ?? []).filter { mayBeNamed($0.id) }.map {
      ($0.id, "\($0.name) (\($0.id))")
    }
    if !options.contains(where: { $0.0 == decision }) { options.append((decision, decision)) }
    return LoadReport.Choice(field: "n\(place)", label: name, chosen: decision, options: options)
  }

  private static func words(_ shape: Shape) -> String {
    switch shape {
    case .ties: "list of ties, from and to"
    case .matrix: "square of names"
    default: shape.rawValue
    }
  }

  private static func words(_ use: String) -> String {
    switch use {
    case "who": "who answered, or whose row it is"
    case "kept": "a further column, for grouping"
    case "tied": "whether there is a tie"
    case "chair": "who took the chair, or leads the group"
    case "guests": "who else was there"
    case "apologies": "who sent apologies"
    case "members": "who is in the group"
    case "from_school": "the school of whoever is named first"
    case "to_school": "the school of whoever is named second"
    case _ where use.hasPrefix("ties: "): "colleagues named, as ties"
    case _ where use.hasPrefix("answer on: "): "how often or how closely, of those named before"
    case _ where use.hasPrefix("item: "): "a score"
    default: use.replacing("_", with: " ")
    }
  }
}
