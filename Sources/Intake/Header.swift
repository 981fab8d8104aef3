import Networks

/// Which column of a file is which.
struct Header: Sendable {
  /// The headings as the file has them, cleaned.
  let headings: [String]
  /// The place of each column that means something, by role.
  private(set) var columns: [String: Int] = [:]
  /// The places of the columns kept as attributes.
  private(set) var attributes: [Int] = []
  /// The places of columns whose heading an earlier attribute has.
  private(set) var repeatedAttributes: [Int] = []
  /// The places of columns without a heading.
  private(set) var unnamed: [Int] = []
  /// Roles whose heading stands twice, with that heading.
  private(set) var repeated: [String] = []
  /// A heading of people.csv that is most likely "visibility", and was read as that.
  private(set) var misspeltVisibility: Int?
  /// Columns whose heading stands for a role that another column has, with that role.
  private(set) var beside: [(column: Int, role: String)] = []
  /// Columns that hold what Weft does not keep about a person, with what it is.
  private(set) var refused: [(column: Int, kind: String)] = []

  /// Matches headings to roles: columns named by the user first, then each role's own name, then
  /// its other names in order.
  ///
  /// What is left over becomes attributes.
  init(_ headings: [String], table: TableKind, named: [String: String]) {
    self.headings = headings
    let keys = headings.map(folded)
    var free = Set(headings.indices)
    func take(_ role: String, _ key: String) -> Int {
      let found = keys.indices.filter { keys[$0] == key && free.contains($0) }
      if let first = found.first {
        columns[role] = first
        free.remove(first)
      }
      return found.count
    }
    for (role, heading) in named.sorted(by: { $0.key < $1.key }) where !heading.isEmpty {
      _ = take(role, folded(heading))
    }
    for names in [{ (role: ColumnRole) in [role.name] }, { $0.aliases }] {
      for role in table.columns where columns[role.name] == nil && named[role.name] == nil {
        for name in names(role) where columns[role.name] == nil {
          if take(role.name, folded(name)) > 1, let place = columns[role.name] {
            repeated.append(headings[place])
          }
        }
      }
    }
    if table == .collaborations, columns["frequency"] == nil, named["frequency"] == nil {
      // "How often do you work together?"
      let asks = free.sorted().first {
        keys[$0].hasPrefix("howoften") || keys[$0].hasPrefix("howfrequently")
      }
      if let asks {
        columns["frequency"] = asks
        free.remove(asks)
      }
    }
    if table == .people {
      refused = free.sorted().compactMap { place in
        SpecialCategory.told(by: headings[place]).map { (place, $0) }
      }
      free.subtract(refused.map(\.column))
    }
    if table == .people, columns["visibility"] == nil, named["visibility"] == nil {
      let like = free.sorted().first { place in
        keys[place].contains("visib") || keys[place].contains("consent")
          || Spelling.nearest(to: keys[place], in: ["visibility"]) != nil
      }
      if let like {
        columns["visibility"] = like
        free.remove(like)
        misspeltVisibility = like
      }
    }
    beside = free.sorted().compactMap { place in
      let role = table.columns.first { role in
        ([role.name] + role.aliases).contains { folded($0) == keys[place] }
          && columns[role.name] != nil
      }
      return role.map { (place, $0.name) }
    }
    var seen: Set<String> = []
    for place in free.sorted() where !keys[place].isEmpty && place < Limits.columns {
      if seen.insert(keys[place]).inserted {
        attributes.append(place)
      } else {
        repeatedAttributes.append(place)
      }
    }
    unnamed = free.filter { keys[$0].isEmpty }.sorted()
  }

  /// The number of columns up to the last that has a heading.
  var namedWidth: Int { (headings.lastIndex { !$0.isEmpty } ?? -1) + 1 }

  /// Leaves out attributes by their heading.
  mutating func leaveOut(_ isLeftOut: (String) -> Bool) {
    attributes.removeAll { isLeftOut(headings[$0]) }
  }

  /// What the column at a place is; `nil` for one that means nothing to the contract.
  func role(of place: Int) -> String? { columns.first { $0.value == place }?.key }

  /// Whether the header has what the table cannot do without.
  func isUsable(for table: TableKind) -> Bool { missing(for: table) == nil }

  /// The column a table cannot do without and has not got, in words.
  func missing(for table: TableKind) -> String? {
    func has(_ role: String) -> Bool { columns[role] != nil }
    switch table {
    case .people:
      return has("id") || has("name") || (has("first_name") && has("last_name"))
        ? nil : "id (or name)"
    case .collaborations:
      if has("members") || (has("from") && has("to")) { return nil }
      return has("from") ? "to" : has("to") ? "from" : "from (and to, or members)"
    case .schools, .teams, .partners: return has("id") || has("name") ? nil : "id (or name)"
    case .expertise: return has("person") ? has("topic") ? nil : "topic" : "person"
    case .topics: return has("topic") ? nil : "topic"
    default: return table.missingRecordColumn(has: has)
    }
  }
}
