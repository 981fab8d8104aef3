/// The numbers behind a figure: no more than the figure shows.
public struct DataTable: Sendable, Equatable {
  public let columns: [Column]
  public var rows: [[Cell]]

  public struct Column: Sendable, Equatable {
    /// Its name in files.
    public let name: String
    /// Its heading for people.
    public let heading: String
    public let isNumeric: Bool

    public static func text(_ name: String, _ heading: String? = nil) -> Column {
      Column(name: name, heading: heading ?? name, isNumeric: false)
    }

    public static func number(_ name: String, _ heading: String? = nil) -> Column {
      Column(name: name, heading: heading ?? name, isNumeric: true)
    }
  }

  public enum Cell: Sendable, Equatable {
    case text(String)
    case count(Int)
    case number(Double, places: Int)
    /// Not shown because so few people are behind it.
    case hidden
    case none
  }

  public init(_ columns: [Column], rows: [[Cell]] = []) {
    self.columns = columns
    self.rows = rows
  }
}
