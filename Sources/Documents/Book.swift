public import Networks

/// Tables and figures on their way to a workbook.
public struct Book: Sendable {
  public var title: String
  public var sheets: [Sheet]
  public var figures: [Illustration]
  /// How to read it, a line each, on a sheet of their own.
  public var notes: [String]
  /// What may be done with this copy; on every sheet.
  public var marking: String
  public var author: String?
  /// The day of what it tells, never the day of writing.
  public var day: Day?

  public init(
    _ title: String, sheets: [Sheet], figures: [Illustration] = [], notes: [String] = [],
    marking: String = "", author: String? = nil, day: Day? = nil
  ) {
    self.title = title
    self.sheets = sheets
    self.figures = figures
    self.notes = notes
    self.marking = marking
    self.author = author
    self.day = day
  }

  /// A table with the words on the tab of its sheet.
  public struct Sheet: Sendable {
    public let name: String
    public let what: String
    public let table: Table

    public init(_ name: String, _ what: String, _ table: Table) {
      self.name = name
      self.what = what
      self.table = table
    }
  }
}
