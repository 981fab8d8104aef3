import FoundationEssentials
import Networks

/// The files of a workspace: which of them is which table.
struct Workspace {
  let folder: String
  private(set) var paths: [TableKind: String] = [:]
  private(set) var problems: [Problem] = []

  /// Finds each table by name, without case; files named by hand come first.
  init(folder: String, options: IntakeOptions) throws(IntakeError) {
    self.folder = folder
    var isFolder = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw IntakeError(
        .missing, "There is no folder \(shown(folder)). `weft sample \(folder)` makes one to try.")
    }
    guard isFolder else {
      throw IntakeError(.missing, "\(shown(folder)) is a file. Name the folder that holds it.")
    }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw IntakeError(.unreadable, "The folder \(shown(folder)) could not be listed.")
    }
    for table in TableKind.allCases {
      if let named = options.files[table] {
        paths[table] = try Self.find(named, in: folder)
        continue
      }
      let candidates = table.fileStems.flatMap { stem in
        ["csv", "tsv", "txt"].flatMap { ending in
          names.filter { $0.lowercased() == "\(stem).\(ending)" }
        }
      }
      guard let chosen = candidates.first else { continue }
      paths[table] = folder + "/" + chosen
      for other in candidates.dropFirst() {
        problems.append(Problem(.unusedFile, file: other, detail: chosen))
      }
    }
    for table in [TableKind.people, .collaborations] where paths[table] == nil {
      throw Self.missing(table, folder: folder, names: names)
    }
  }

  /// A file named by hand: a path from where the user stands, or inside the folder.
  private static func find(_ named: String, in folder: String) throws(IntakeError) -> String {
    for path in [folder + "/" + named, named] where FileManager.default.fileExists(atPath: path) {
      return path
    }
    throw IntakeError(.missing, "There is no file \(shown(named)), here or in \(shown(folder)).")
  }

  private static func missing(_ table: TableKind, folder: String, names: [String]) -> IntakeError {
    let others = Set(
      TableKind.allCases.filter { $0 != table }.flatMap { $0.fileStems.map { $0 + ".csv" } })
    let csv = names.filter { name in
      [".csv", ".tsv"].contains { name.lowercased().hasSuffix($0) }
        && !others.contains(name.lowercased())
    }
    var message = "There is no \(table.fileName) in \(shown(folder))."
    if let workbook = names.first(where: { $0.lowercased().hasSuffix(".xlsx") }) {
      message += " \(shown(workbook)) is a workbook: save each sheet as CSV UTF-8."
    } else if csv.isEmpty {
      message += " `weft init \(folder)` writes empty files to fill in."
    } else {
      message +=
        " The folder has \(listed(csv.prefix(8).map { shown($0) })). Name the file, for example"
        + " --\(table.rawValue) \(csv[0])."
    }
    return IntakeError(.missing, message)
  }
}
