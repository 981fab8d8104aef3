public import Networks

extension WorkspaceCopy {
  /// people.csv with other values in the row of one person, as UTF-8.
  ///
  /// - Parameters:
  ///   - id: whose row it is; of several, the first.
  ///   - values: by heading, as the file has it; headings that it has not are passed over.
  ///   - visibility: what stands in the column `visibility` of all their rows, which is added where there is none; `nil` to leave it.
  /// - Returns: `nil` where there is no such person.
  public func people(
    setting values: [String: String], visibility: String?, of id: String
  ) throws(IntakeError) -> [UInt8]? {
    guard let table = try text(of: .people) else { return nil }
    let header = table.header
    guard let idColumn = header.columns["id"] ?? header.columns["name"] else { return nil }
    let key = folded(id)
    var shown = header.columns["visibility"]
    if shown == nil, visibility != nil { shown = header.headings.count }
    var lines: [UInt8] = []
    var isFound = false
    try table.each { part, _, cells throws(IntakeError) in
      var cells = cells
      func put(_ value: String, _ column: Int) {
        while cells.count <= column { cells.append("") }
        cells[column] = value
      }
      if part == .headings, let shown, shown == cells.count { cells.append("visibility") }
      if part == .table, idColumn < cells.count, folded(CleanText(cells[idColumn]).text) == key {
        if !isFound {
          for (column, heading) in header.headings.enumerated() where column != idColumn {
            if let value = values[heading] { put(value, column) }
          }
        }
        isFound = true
        if let shown, let visibility { put(visibility, shown) }
      }
      lines += PersonRemoval.line(cells, delimiter: table.delimiter)
    }
    return isFound ? lines : nil
  }

  /// Whether whoever goes by a word may be named: `nil` where nobody does, or several do.
  public func visibility(of person: PersonRemoval.Person) throws(IntakeError) -> Visibility? {
    guard let id = person.ids.first else { return nil }
    let places = try PersonRemoval(of: person, from: self).places
    let rows = places.filter { $0.kind == .people && $0.isOwn }
    guard rows.contains(where: { folded($0.value) == folded(id) }) else { return nil }
    let words = rows.filter { $0.column == "visibility" }.map {
      VisibilityWord($0.value).visibility
    }
    return words.contains(.excluded) ? .excluded : words.contains(.hidden) ? .hidden : .listed
  }
}

extension WorkspaceCopy {
  /// Whose each address of people.csv is, by id; an address in small letters, and none that two people have.
  public func addresses() throws(IntakeError) -> [String: String] {
    guard let table = try text(of: .people), table.header.columns["email"] != nil,
      let id = ["id", "name"].first(where: { table.header.columns[$0] != nil })
    else { return [:] }
    var found: [String: String] = [:]
    var shared: Set<String> = []
    try table.each { part, _, cells throws(IntakeError) in
      let (whose, key) = (table.cell(id, of: cells), table.cell("email", of: cells).lowercased())
      guard part == .table, key.contains("@") else { return }
      if let other = found.updateValue(whose, forKey: key), other != whose { shared.insert(key) }
    }
    return found.filter { !shared.contains($0.key) }
  }

  /// The headings of a file, with the columns of the contract that they are read as.
  public func headings(of kind: TableKind) -> [(heading: String, role: String?)] {
    guard let table = try? text(of: kind) else { return [] }
    let roles = table.roles
    return table.header.headings.enumerated().map { ($1, roles[$0]) }
  }
}
