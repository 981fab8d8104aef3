import Networks

/// The tables of a workspace without one person: their own rows are gone, lists have them no longer, and texts say somebody.
public struct PersonRemoval: Sendable {
  /// The tables that changed, as they are now.
  public private(set) var changed: [WorkspaceCopy.Table] = []
  /// Rows that were the person's own.
  public private(set) var rows = 0
  /// Cells in which the person was mentioned.
  public private(set) var cells = 0
  /// Where they stand: their own rows cell by cell, and the cells of other rows that mention them.
  public private(set) var places: [Place] = []

  private let keys: Set<String>
  /// Names and ids as they may stand inside a text, the longest first.
  private let mentions: [[Unicode.Scalar]]

  /// One cell that is about the person, or mentions them.
  public struct Place: Sendable, Equatable {
    /// The name of the file.
    public let file: String
    public let kind: TableKind
    public let row: Int
    public let heading: String
    /// The column of the contract; nothing for a further one.
    public let column: String?
    public let value: String
    /// Whether the row is theirs, such as a skill of theirs or what they reported.
    public let isOwn: Bool
  }

  /// Whoever a text may mean by these words: ids, addresses, and names that nobody else bears.
  public struct Person: Sendable, Equatable {
    public var ids: Set<String> = []
    public var names: Set<String> = []
    public var addresses: Set<String> = []
    /// Words of the names that nobody and nothing else is called by, and that say nothing else.
    public var nameWords: Set<String> = []

    public init() {}

    public var isEmpty: Bool { ids.isEmpty }
  }

  /// - Throws: `IntakeError` where a table cannot be read at all.
  public init(of person: Person, from copy: WorkspaceCopy) throws(IntakeError) {
    let words = person.ids.union(person.names).union(person.addresses).filter { !$0.isEmpty }
    keys = Set(words.map(Self.key))
    // A number may mean anything; only where members are named does it mean somebody.
    mentions = words.union(person.nameWords).filter {
      $0.contains(where: \.isLetter) && $0.count > 2
    }
    .map { Array($0.lowercased().unicodeScalars) }
    .sorted { $0.count > $1.count }
    for table in copy.tables {
      if let bytes = try without(table, copy.options) {
        changed.append(WorkspaceCopy.Table(kind: table.kind, name: table.name, bytes: bytes))
      }
    }
  }

  private static func key(_ text: String) -> String { folded(CleanText(text).text) }

  /// The columns that say whose a row is, in tables whose rows are people's own.
  private static func own(_ kind: TableKind) -> Set<String> {
    switch kind {
    case .people: ["id", "name", "email"]
    case .collaborations: ["from", "to", "reported_by"]
    case .expertise, .attendance: ["person"]
    case .ratings: ["rater"]
    default: []
    }
  }

  /// The bytes of a table without the person, as UTF-8; `nil` where they are not in it.
  private mutating func without(
    _ table: WorkspaceCopy.Table, _ options: IntakeOptions
  ) throws(IntakeError) -> [UInt8]? {
    let text = try TableText(table, options)
    let (header, roles) = (text.header, text.roles)
    let own = Set(Self.own(table.kind).compactMap { header.columns[$0] })
    let personal = Set(header.columns.filter { table.kind.isPersonal($0.key) }.map(\.value))
    var lines: [UInt8] = []
    var isChanged = false
    try text.each { part, row, cells throws(IntakeError) in
      var cells = cells
      func note(_ column: Int, isOwn: Bool) {
        places.append(
          Place(
            file: table.name, kind: table.kind, row: row,
            heading: column < header.headings.count ? header.headings[column] : "",
            column: roles[column], value: CleanText(cells[column]).text, isOwn: isOwn))
      }
      if part == .table {
        let isTheirs = cells.indices.contains {
          own.contains($0) && keys.contains(Self.key(cells[$0]))
        }
        if isTheirs {
          for column in cells.indices where !CleanText(cells[column]).text.isEmpty {
            note(column, isOwn: true)
          }
          rows += 1
          isChanged = true
          return
        }
        for column in cells.indices {
          let left =
            personal.contains(column) ? without(cells[column]) : withoutMentions(cells[column])
          guard left != cells[column] else { continue }
          note(column, isOwn: false)
          cells[column] = left
          self.cells += 1
          isChanged = true
        }
      }
      lines += Self.line(cells, delimiter: text.delimiter)
    }
    return isChanged ? lines : nil
  }

  /// A cell that names members, without the person.
  private func without(_ cell: String) -> String {
    if keys.contains(Self.key(cell)) { return "" }
    for separator in [";", "|", ",", "\n"] as [Character] where cell.contains(separator) {
      let parts = cell.split(separator: separator, omittingEmptySubsequences: false)
      let left = parts.filter { !keys.contains(Self.key(String($0))) }
      if left.count < parts.count {
        return left.map(String.init).joined(separator: String(separator))
      }
    }
    return withoutMentions(cell)
  }

  /// A text in which whole words that mean the person are "somebody".
  public func withoutMentions(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    var isTouched = false
    func isWord(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    for mention in mentions {
      var place = 0
      while place + mention.count <= scalars.count {
        let end = place + mention.count
        let isHere =
          (place == 0 || !isWord(scalars[place - 1]))
          && (end == scalars.count || !isWord(scalars[end]))
          && (0..<mention.count).allSatisfy { offset in
            let scalar = scalars[place + offset]
            return scalar == mention[offset]
              || scalar.properties.lowercaseMapping.unicodeScalars.elementsEqual([mention[offset]])
          }
        if isHere {
          scalars.replaceSubrange(place..<end, with: Array("somebody".unicodeScalars))
          isTouched = true
        }
        place += 1
      }
    }
    guard isTouched else { return text }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }

  static func line(_ cells: [String], delimiter: UInt8) -> [UInt8] {
    var line: [UInt8] = []
    for (place, cell) in cells.enumerated() {
      if place > 0 { line.append(delimiter) }
      let bytes = Array(cell.utf8)
      let isPlain =
        !bytes.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        && bytes.first != 0x20 && bytes.last != 0x20
      if isPlain {
        line += bytes
      } else {
        line.append(0x22)
        for byte in bytes {
          if byte == 0x22 { line.append(0x22) }
          line.append(byte)
        }
        line.append(0x22)
      }
    }
    line.append(0x0A)
    return line
  }
}

extension WorkspaceCopy {
  /// The ids, names and addresses of whoever goes by a word in these files: nobody where nobody does or several do.
  ///
  /// A name that somebody else bears too is not among them.
  public func person(_ word: String) throws(IntakeError) -> PersonRemoval.Person {
    var found = PersonRemoval.Person()
    guard let table = try text(of: .people) else { return found }
    var rows: [(id: String, name: String, address: String)] = []
    try table.each { part, _, cells throws(IntakeError) in
      guard part == .table else { return }
      func cell(_ role: String) -> String { table.cell(role, of: cells) }
      let parts = [cell("first_name"), cell("last_name")].filter { !$0.isEmpty }
      let name = cell("name").isEmpty ? parts.joined(separator: " ") : cell("name")
      rows.append((cell("id").isEmpty ? name : cell("id"), name, cell("email")))
    }
    let key = folded(word)
    var own = rows.filter {
      folded($0.id) == key || !$0.address.isEmpty && folded($0.address) == key
    }
    if own.isEmpty { own = rows.filter { folded($0.name) == key } }
    guard Set(own.map(\.id)).count == 1 else { return found }
    for person in own {
      found.ids.insert(person.id)
      if !person.address.isEmpty { found.addresses.insert(person.address) }
      let isShared = rows.contains { folded($0.name) == folded(person.name) && $0.id != person.id }
      if !person.name.isEmpty, !isShared { found.names.insert(person.name) }
    }
    let others = Set(rows.filter { !found.ids.contains($0.id) }.flatMap { Self.words($0.name) })
      .union(try placeNames().flatMap(Self.words))
    found.nameWords = Set(found.names.flatMap(Self.words)).filter { word in
      word.count > 4 && !others.contains(word) && !BritishWords.contains(word)
    }
    return found
  }

  /// The names of schools, teams and partners.
  private func placeNames() throws(IntakeError) -> [String] {
    var names: [String] = []
    for kind in [TableKind.schools, .teams, .partners] {
      guard let table = try text(of: kind) else { continue }
      try table.each { part, _, cells throws(IntakeError) in
        if part == .table { names.append(table.cell("name", of: cells)) }
      }
    }
    return names
  }

  private static func words(_ name: String) -> [String] {
    name.lowercased().split { !$0.isLetter && !"'’-".contains($0) }.map(String.init)
  }
}
