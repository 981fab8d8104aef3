/// Rows and columns before anybody decides how they look: the one form behind text, CSV and JSON.
public struct Table: Sendable {
  /// A column: its heading in tables for people, and its name in CSV and JSON.
  public struct Column: Sendable {
    public let name: String
    public let heading: String
    public let isNumeric: Bool

    /// A column of words.
    public static func text(_ name: String, _ heading: String? = nil) -> Column {
      Column(name: name, heading: heading ?? name, isNumeric: false)
    }

    /// A column of numbers, set flush right.
    public static func number(_ name: String, _ heading: String? = nil) -> Column {
      Column(name: name, heading: heading ?? name, isNumeric: true)
    }
  }

  /// One cell.
  public enum Cell: Sendable, Equatable {
    case text(String)
    case count(Int)
    /// A number, and the decimals that people are shown; files hold it in full.
    case number(Double, places: Int)
    /// A share of one, shown as a percentage.
    case share(Double)
    /// A number shown with its sign, to two decimals.
    case signed(Double)
    /// No value, and the reason.
    case undefined(String)
    /// Not shown because so few people are behind it.
    case suppressed
    case empty

    public static func optional(_ value: Double?, places: Int) -> Cell {
      value.map { .number($0, places: places) } ?? .empty
    }
  }

  public let columns: [Column]
  public var rows: [[Cell]]

  public init(_ columns: [Column], rows: [[Cell]] = []) {
    self.columns = columns
    self.rows = rows
  }
}

extension Table {
  /// The table with some of its columns, in the order they are named.
  public func keeping(_ names: [String]) -> Table {
    let places = names.compactMap { name in columns.firstIndex { $0.name == name } }
    return Table(places.map { columns[$0] }, rows: rows.map { row in places.map { row[$0] } })
  }

  /// Takes a column out.
  public mutating func dropColumn(_ name: String) {
    self = keeping(columns.map(\.name).filter { $0 != name })
  }
}
