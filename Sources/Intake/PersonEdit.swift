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
    guard let table = tables.first(where: { $0.kind == .people }) else { return nil }
    let source = try SourceFile(
      table: .people, path: table.name, bytes: FileBytes(table.bytes), delimiter: options.delimiter)
    let (header, headingRow, _) = try source.findHeader(named: options.columns[.people] ?? [:])
    guard let idColumn = header.columns["id"] ?? header.columns["name"] else { return nil }
    let key = folded(id)
    var lines: [UInt8] = []
    var headings: [String] = []
    var shown = header.columns["visibility"]
    var isFound = false
    var reader = source.rows()
    while try reader.next() {
      var texts = reader.texts
      if reader.row == headingRow {
        headings = texts.map { CleanText($0).text }
        if shown == nil, visibility != nil {
          shown = texts.count
          texts.append("visibility")
        }
      } else if reader.row > headingRow, idColumn < texts.count,
        folded(CleanText(texts[idColumn]).text) == key
      {
        if !isFound {
          for (column, heading) in headings.enumerated() where column != idColumn {
            guard let value = values[heading] else { continue }
            while texts.count <= column { texts.append("") }
            texts[column] = value
          }
        }
        isFound = true
        if let shown, let visibility {
          while texts.count <= shown { texts.append("") }
          texts[shown] = visibility
        }
      }
      lines += PersonRemoval.line(texts, delimiter: source.delimiter)
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
    guard let table = tables.first(where: { $0.kind == .people }) else { return [:] }
    let source = try SourceFile(
      table: .people, path: table.name, bytes: FileBytes(table.bytes), delimiter: options.delimiter)
    let (header, headingRow, _) = try source.findHeader(named: options.columns[.people] ?? [:])
    guard let id = header.columns["id"] ?? header.columns["name"],
      let address = header.columns["email"]
    else { return [:] }
    var found: [String: String] = [:]
    var shared: Set<String> = []
    var reader = source.rows()
    while try reader.next() {
      let texts = reader.texts
      guard reader.row > headingRow, max(id, address) < texts.count else { continue }
      let (whose, key) = (CleanText(texts[id]).text, CleanText(texts[address]).text.lowercased())
      guard key.contains("@") else { continue }
      if let other = found.updateValue(whose, forKey: key), other != whose { shared.insert(key) }
    }
    return found.filter { !shared.contains($0.key) }
  }

  /// The headings of a file, with the columns of the contract that they are read as.
  public func headings(of kind: TableKind) -> [(heading: String, role: String?)] {
    guard let table = tables.first(where: { $0.kind == kind }),
      let source = try? SourceFile(
        table: kind, path: table.name, bytes: FileBytes(table.bytes), delimiter: options.delimiter),
      let (header, headingRow, _) = try? source.findHeader(named: options.columns[kind] ?? [:])
    else { return [] }
    let roles = Dictionary(
      header.columns.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    var reader = source.rows()
    while (try? reader.next()) == true {
      guard reader.row == headingRow else { continue }
      return reader.texts.enumerated().map { (CleanText($1).text, roles[$0]) }
    }
    return []
  }
}
