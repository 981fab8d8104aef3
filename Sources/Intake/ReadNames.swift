extension TableKind {
  /// Whether a file of this name in a workspace is read as a table.
  public static func reads(fileNamed name: String) -> Bool {
    let name = name.lowercased()
    return allCases.contains { table in
      table.fileStems.contains { stem in
        ["csv", "tsv", "txt"].contains { name == "\(stem).\($0)" }
      }
    }
  }
}
