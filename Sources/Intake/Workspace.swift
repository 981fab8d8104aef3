import Networks

/// The files of a workspace: which of them is which table.
struct Workspace {
  let input: InputFolder
  private(set) var paths: [TableKind: String] = [:]
  private(set) var problems: [Problem] = []

  /// Finds each table by name, without case; files named by hand come first.
  init(_ input: InputFolder, options: IntakeOptions) throws(IntakeError) {
    self.input = input
    let names = try input.names()
    for table in TableKind.allCases {
      if let named = options.files[table] {
        paths[table] = try input.path(named: named)
        continue
      }
      let candidates = table.fileStems.flatMap { stem in
        ["csv", "tsv", "txt"].flatMap { ending in
          names.filter { $0.lowercased() == "\(stem).\(ending)" }
        }
      }
      guard let chosen = candidates.first else { continue }
      paths[table] = input.path(of: chosen)
      for other in candidates.dropFirst() {
        problems.append(Problem(.unusedFile, file: other, detail: chosen))
      }
    }
    let used = Set(paths.values.map { $0.split(separator: "/").last.map(String.init) ?? $0 })
    let told = Set(problems.map(\.file)).union(used)
    for name in names where !told.contains(name) {
      guard let hint = Self.hint(name) else { continue }
      problems.append(Problem(.ignoredFile, file: name, detail: hint))
    }
    for table in [TableKind.people, .collaborations] where paths[table] == nil {
      throw Self.missing(table, folder: input.path, names: names)
    }
  }

  /// Whether there is a file of a table.
  func has(_ table: TableKind) -> Bool { paths[table] != nil }

  /// Opens and examines the file of a table.
  func source(_ table: TableKind, _ options: IntakeOptions) throws(IntakeError) -> SourceFile {
    let path = paths[table] ?? input.path(of: table.fileName)
    return try SourceFile(
      table: table, path: path, bytes: input.bytes(at: path), delimiter: options.delimiter)
  }

  /// What to do with a file that stands for no table; `nil` for one that holds none, as a picture or a note does.
  private static func hint(_ name: String) -> String? {
    let low = name.lowercased()
    guard !low.hasPrefix("."), !low.hasPrefix("~$") else { return nil }
    func has(_ endings: [String]) -> Bool { endings.contains { low.hasSuffix("." + $0) } }
    if has(["xlsx", "xlsm", "xls", "ods", "numbers"]) {
      return low == "template.xlsx" ? nil : imported(name)
    }
    if has(["graphml", "gexf", "gml", "net", "dl", "json"]) {
      return imported(name)
    }
    guard has(["csv", "tsv", "tab"]) else { return nil }
    let guesses: [(words: [String], table: TableKind)] = [
      (["edubase", "gias", "establishment", "school", "academ"], .schools),
      (["staff", "people", "person", "employee", "node"], .people),
      (["tie", "edge", "link", "collab", "connection", "survey", "response"], .collaborations),
      (["team"], .teams),
      (["partner"], .partners), (["expert", "skill"], .expertise), (["topic"], .topics),
    ]
    let table = guesses.first { $0.words.contains { low.contains($0) } }?.table
    return table.map {
      "If it holds the \($0.rawValue), name it: --\($0.rawValue) \(visible(name))."
    }
      ?? "If it holds one of the tables, give it that table's name, such as schools.csv."
  }

  private static func imported(_ name: String) -> String {
    "Make the tables of it: weft import \(visible(name)) -o WORKSPACE."
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
      message += " \(imported(workbook))"
    } else if csv.isEmpty {
      message += " `weft init \(visible(folder))` writes empty files to fill in."
    } else {
      message +=
        " The folder has \(listed(csv.prefix(8).map { shown($0) })). Name the file, for example"
        + " --\(table.rawValue) \(visible(csv[0]))."
    }
    return IntakeError(.missing, message)
  }
}
