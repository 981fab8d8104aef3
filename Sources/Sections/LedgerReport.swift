public import Documents
public import Intake
public import Networks

/// What became of the files, for people and for programs.
public struct LedgerReport: Sendable {
  private let ledger: Ledger
  private let network: Network?

  public init(_ ledger: Ledger, network: Network?) {
    self.ledger = ledger
    self.network = network
  }

  /// One row a problem.
  public var problems: Table { Self.table(ledger.problems) }

  /// The problems without what may name a person.
  public var problemsWithoutPeople: Table { Self.table(ledger.problems.map(\.withoutPerson)) }

  private static func table(_ problems: [Problem]) -> Table {
    Table(
      [
        .text("severity"), .text("code"), .text("file"), .number("row"), .text("column"),
        .text("heading"), .text("value"), .text("message"), .text("fix"),
      ],
      rows: problems.map { problem in
        [
          .text(problem.code.severity.rawValue), .text(problem.code.rawValue), .text(problem.file),
          problem.row.map(Table.Cell.count) ?? .empty,
          problem.column.map { .text(columnLetters($0)) } ?? .empty,
          problem.heading.map(Table.Cell.text) ?? .empty,
          problem.value.map(Table.Cell.text) ?? .empty, .text(problem.message),
          .text(problem.fix),
        ]
      })
  }

  /// Problems for a page, the gravest first, with those that say the same of several rows as one: what was found, what to do, where.
  ///
  /// - Parameter isShown: whether problems of a file are told.
  public func told(isNamed: Bool, _ isShown: (String) -> Bool = { _ in true }) -> Table {
    let problems = ledger.problems.filter { isShown($0.file) }
      .map { isNamed ? $0 : $0.withoutPerson }
    let groups = Self.repeated(problems).sorted {
      $0.first.code.severity < $1.first.code.severity
    }
    let table = Self.table(groups.map(\.first)).keeping([
      "message", "fix", "file", "row", "column", "value",
    ])
    return Table(
      table.columns,
      rows: zip(table.rows, groups).map { row, group in
        guard !group.rows.isEmpty else { return row }
        let others = "\(group.others ? "Much the same" : "The same") in \(Self.rows(group.rows))."
        return [.text("\(row[0].shown) \(others)")] + row.dropFirst()
      })
  }

  /// One row a file: rows read, used, merged, set aside.
  public var accounts: Table {
    Table(
      [
        .text("file"), .number("read", "rows read"), .number("used"), .number("merged"),
        .number("set_aside", "set aside"),
      ],
      rows: ledger.accounts.map {
        [
          .text($0.file), .count($0.told.read), .count($0.used), .count($0.merged),
          .count($0.told.setAside),
        ]
      })
  }

  /// The whole ledger for programs.
  public var json: JSONValue {
    .object([
      "schema_version": .whole(1),
      "files": .array(ledger.accounts.map(Self.json)),
      "counts": .object(
        Dictionary(
          uniqueKeysWithValues: ledger.counts.map { ($0.key.rawValue, .whole($0.value)) })),
      "problems": problems.jsonRows,
    ])
  }

  private static func json(_ account: Ledger.Account) -> JSONValue {
    .object([
      "file": .text(account.file), "table": .text(account.table.rawValue),
      "encoding": .text(account.encoding.rawValue),
      "delimiter": .text(String(UnicodeScalar(account.delimiter))),
      "read": .whole(account.told.read), "used": .whole(account.used),
      "merged": .whole(account.merged), "set_aside": .whole(account.told.setAside),
      "columns": .object(
        Dictionary(
          account.columns.map { ($0.role, .text($0.heading)) }, uniquingKeysWith: { a, _ in a })),
      "attributes": .array(account.attributes.map(JSONValue.text)),
    ])
  }

  /// The whole ledger for people, with so many problems at most.
  public func text(atMost limit: Int) -> String {
    var text = ""
    if let network { text += Self.overview(network) + "\n\n" }
    if !ledger.accounts.isEmpty { text += accounts.alignedText + "\n" + columns + "\n" }
    guard !ledger.problems.isEmpty else { return text + "Nothing to mend.\n" }
    let shown = Self.repeated(ledger.problems).sorted {
      $0.first.code.severity < $1.first.code.severity
    }.prefix(limit)
    text += tally + "\n\n"
    for (problem, rows, others) in shown {
      text += "\(problem.code.severity.rawValue): \(problem.place): \(problem.message)"
      text += " [\(problem.code.rawValue)]\n"
      if !rows.isEmpty {
        text += "    \(others ? "Much the same" : "The same") in \(Self.rows(rows)).\n"
      }
      if problem.fix != "Nothing to do." { text += "    \(problem.fix)\n" }
    }
    let hidden = ledger.counts.values.reduce(0, +) - shown.reduce(0) { $0 + 1 + $1.rows.count }
    if hidden > 0 { text += "\n\(counted(hidden)) more: --json lists them all.\n" }
    return text
  }

  /// Problems that say the same of several rows as one, with the further rows; where a kind has many values, those after the
  /// fifth stand as one too.
  private static func repeated(
    _ problems: [Problem]
  ) -> [(first: Problem, rows: [Int], others: Bool)] {
    struct Kind: Hashable {
      let code: ProblemCode
      let file: String
      let column: Int?
      var message: String?
    }
    var groups: [(first: Problem, rows: [Int], others: Bool)] = []
    var place: [Kind: Int] = [:]
    var values: [Kind: Int] = [:]
    for problem in problems {
      var kind = Kind(code: problem.code, file: problem.file, column: problem.column)
      let whole = kind
      kind.message = problem.message
      guard let row = problem.row else {
        groups.append((problem, [], false))
        continue
      }
      if let known = place[kind] {
        groups[known].rows.append(row)
      } else if values[whole, default: 0] < valuesOfAKind {
        values[whole, default: 0] += 1
        place[kind] = groups.count
        groups.append((problem, [], false))
      } else if let known = place[whole] {
        groups[known].rows.append(row)
      } else {
        place[whole] = groups.count
        groups.append((problem, [], true))
      }
    }
    // Two are told singly.
    return groups.flatMap { group -> [(first: Problem, rows: [Int], others: Bool)] in
      guard group.rows.count == 1 else { return [group] }
      let last = problems.last {
        $0.row == group.rows[0] && $0.code == group.first.code && $0.column == group.first.column
          && $0.file == group.first.file && $0.message == group.first.message
      }
      return [(group.first, [], false)] + (last.map { [($0, [], false)] } ?? [])
    }
  }

  /// How many values of one kind of problem are told singly.
  private static let valuesOfAKind = 20

  /// Some further rows in words: "45 more rows (3, 4, 5, 6, 7 and others)".
  private static func rows(_ rows: [Int]) -> String {
    let some = rows.prefix(5).map { "\($0)" }
    return
      "\(counted(rows.count, "more row")) (\(listed(some + (rows.count > 5 ? ["others"] : []))))"
  }

  /// How many problems of each weight there are.
  private var tally: String {
    let words: [(ProblemCode.Severity, String, String)] = [
      (.stop, "stop", "stops"), (.error, "error (row set aside)", "errors (rows set aside)"),
      (.warning, "warning", "warnings"), (.note, "note", "notes"),
    ]
    return listed(
      words.compactMap { severity, one, many in
        let count = ledger.counts.filter { $0.key.severity == severity }.values.reduce(0, +)
        return count == 0 ? nil : counted(count, one, many)
      }) + "."
  }

  /// Which heading was read as which column.
  private var columns: String {
    ledger.accounts.map { account in
      let matches = account.columns.map { match in
        folded(match.heading) == folded(match.role)
          ? match.role : "\(match.role) = \(visible(match.heading))"
      }
      var line = "\(account.file): read \(listed(matches))"
      if !account.attributes.isEmpty {
        let shown = account.attributes.prefix(12).map { visible($0) }
        let left = account.attributes.count - shown.count
        line += "; kept \(listed(shown + (left > 0 ? ["\(counted(left)) more"] : [])))"
        line += account.attributes.count == 1 ? " as a further column" : " as further columns"
      }
      return line + ".\n"
    }.joined()
  }

  /// What the network holds, in a sentence.
  static func overview(_ network: Network) -> String {
    var parts = [counted(network.people.count, "person", "people")]
    if !network.schools.isEmpty { parts.append(counted(network.schools.count, "school")) }
    if !network.teams.isEmpty { parts.append(counted(network.teams.count, "team")) }
    if !network.partners.isEmpty { parts.append(counted(network.partners.count, "partner")) }
    parts.append(counted(network.ties.tellingCount, "tie"))
    if !network.workingGroups.isEmpty {
      parts.append(counted(network.workingGroups.count, "working group"))
    }
    var text = "\(network.title): \(listed(parts))."
    let hidden = network.people.isHidden.count { $0 }
    if hidden > 0 {
      text +=
        " \(hidden < fewest ? "Some people are" : counted(hidden, "person is", "people are")) counted and never named."
    }
    if network.excludedCount > 0 {
      text += " \(ownWish(network.excludedCount))."
    }
    return text
  }
}

/// Fewer people than this who asked for something are not counted where it is told, in the trust's own lists too.
private let fewest = 5

/// How many people are left out because they asked to be, where it does not tell of one.
func ownWish(_ count: Int) -> String {
  count < fewest
    ? "Some people were left out at their own wish"
    : "\(counted(count, "person was", "people were")) left out at their own wish"
}
