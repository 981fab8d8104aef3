public import Documents
public import Networks

/// What the files hold of one person, for that person: each value and where it stands, and how they appear.
public struct OwnDataReport: Sendable {
  public let id: String
  public let name: String
  public let visibility: Visibility
  /// The cells of their row in people.csv that may be corrected.
  public let fields: [(heading: String, value: String)]
  /// Their own rows, cell by cell, with who sees them.
  public let held: Table
  /// Where others' rows mention them: the place alone, and of a tie its two ends.
  public let mentions: Table

  public init(
    id: String, name: String, visibility: Visibility,
    fields: [(heading: String, value: String)], held: [Held], mentions: [Mention]
  ) {
    self.id = id
    self.name = name
    self.visibility = visibility
    self.fields = fields
    self.held = Table(
      [
        .text("file"), .number("row"), .text("heading"), .text("value", "what it says"),
        .text("seen_by", "who sees it"),
      ],
      rows: held.map {
        [.text($0.file), .count($0.row), .text($0.heading), .text($0.value), .text($0.seenBy)]
      })
    self.mentions = Table(
      [
        .text("file"), .number("row"), .text("heading"), .text("value", "what it says of the tie"),
      ],
      rows: mentions.map {
        [.text($0.file), .count($0.row), .text($0.heading), .text($0.value)]
      })
  }

  public struct Held: Sendable {
    let file: String
    let row: Int
    let heading: String
    let value: String
    let seenBy: String

    public init(file: String, row: Int, heading: String, value: String, seenBy: String) {
      self.file = file
      self.row = row
      self.heading = heading
      self.value = value
      self.seenBy = seenBy
    }
  }

  public struct Mention: Sendable {
    let file: String
    let row: Int
    let heading: String
    let value: String

    public init(file: String, row: Int, heading: String, value: String) {
      self.file = file
      self.row = row
      self.heading = heading
      self.value = value
    }
  }

  /// How they appear, in a sentence.
  public var appearance: String {
    switch visibility {
    case .listed: "Colleagues can find \(name) by name, in copies with names."
    case .hidden: "\(name) is counted, and named nowhere."
    case .excluded: "\(name) is left out of every figure, and named nowhere."
    }
  }

  /// Their own rows as they are read: a line for what of a row the same people see.
  public var records: Table { Self.records(held, seen: true) }

  /// Others' rows, a line each.
  public var mentioned: Table { Self.records(mentions, seen: false) }

  private static func records(_ cells: Table, seen: Bool) -> Table {
    var order: [String] = []
    var lines: [String: (where: String, says: [String], seen: String)] = [:]
    for row in cells.rows {
      let (file, number, heading, value) = (row[0].shown, row[1].shown, row[2].shown, row[3].shown)
      let seenBy = seen ? row[4].shown : ""
      let key = "\(file) \(number) \(seenBy)"
      if lines[key] == nil {
        order.append(key)
        lines[key] = ("\(file), row \(number)", [], seenBy)
      }
      lines[key]?.says.append(value.isEmpty ? "named under \(heading)" : "\(heading): \(value)")
    }
    let columns: [Table.Column] = [
      .text("says", "what it says"), .text("where", "where it stands"),
    ]
    return Table(
      columns + (seen ? [.text("seen_by", "who sees it")] : []),
      rows: order.compactMap { lines[$0] }.map { line in
        [.text(line.says.joined(separator: "; ")), .text(line.where)]
          + (seen ? [.text(line.seen)] : [])
      })
  }

  /// All of it as one table, to be kept.
  public var all: Table {
    Table(
      held.columns,
      rows: held.rows
        + mentions.rows.map { Array($0.prefix(4)) + [.text("in somebody else's row")] })
  }
}
