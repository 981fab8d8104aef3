public import Documents
public import Intake
import Networks

/// What loading files would change, in words: rows, headings, findings, and what is wrong in them.
public struct LoadReport: Sendable {
  /// One file beside the one whose place it would take.
  public struct File: Sendable {
    public let name: String
    public let isNew: Bool
    public let change: TableChange
    /// Rows of it that would not be used.
    public let setAside: Int
    /// Which heading is read as which column.
    public let columns: [(heading: String, role: String)]
    public let further: [String]
    /// Whether more of the rows that are there would go than stay.
    public let isMostlyGone: Bool

    public init(
      name: String, isNew: Bool, change: TableChange, setAside: Int,
      columns: [(heading: String, role: String)], further: [String], isMostlyGone: Bool
    ) {
      self.name = name
      self.isNew = isNew
      self.change = change
      self.setAside = setAside
      self.columns = columns
      self.further = further
      self.isMostlyGone = isMostlyGone
    }

    /// "12 rows new, 3 gone, 5 changed".
    public var words: String {
      guard !isNew else { return "\(counted(change.added, "row", "rows")), in a file that is new" }
      guard !change.isNothing else { return "the same as now" }
      let rows = [
        change.added > 0 ? "\(counted(change.added)) new" : nil,
        change.gone > 0 ? "\(counted(change.gone)) gone" : nil,
        change.changed > 0 ? "\(counted(change.changed)) changed" : nil,
      ].compactMap { $0 }
      let headings = [
        change.newHeadings.isEmpty
          ? nil : "new headings \(listed(change.newHeadings.map { shown($0) }))",
        change.lostHeadings.isEmpty
          ? nil : "without \(listed(change.lostHeadings.map { shown($0) }))",
      ].compactMap { $0 }
      let about = rows.isEmpty ? "no row changed" : "rows: " + listed(rows)
      return ([about] + headings).joined(separator: "; ")
    }
  }

  /// One thing that somebody may choose, as a form asks for it.
  public struct Choice: Sendable {
    public let field: String
    public let label: String
    public let chosen: String
    public let options: [(value: String, words: String)]

    public init(
      field: String, label: String, chosen: String, options: [(value: String, words: String)]
    ) {
      self.field = field
      self.label = label
      self.chosen = chosen
      self.options = options
    }
  }

  /// How tables that are no files of the contract are read, and what waits for a decision.
  public struct Matching: Sendable {
    public struct Table: Sendable {
      public let kind: Choice
      public let columns: [Choice]

      public init(kind: Choice, columns: [Choice]) {
        self.kind = kind
        self.columns = columns
      }
    }

    public let tables: [Table]
    /// Names that may mean one or another, and answers that are no word Weft knows.
    public let names: [Choice]
    public let answers: [Choice]
    /// Ties that wait for those decisions.
    public let waiting: Int
    /// Names and answers that come when those shown are decided.
    public let more: Int
    public let remarks: [String]

    public init(
      tables: [Table], names: [Choice], answers: [Choice], waiting: Int, more: Int,
      remarks: [String]
    ) {
      self.tables = tables
      self.names = names
      self.answers = answers
      self.waiting = waiting
      self.more = more
      self.remarks = remarks
    }
  }

  public let files: [File]
  /// Rows of files that stay which could no longer be used, file by file.
  public let elsewhere: [(file: String, rows: Int)]
  /// How workbooks, forms and the like are read; `nil` where none is loaded.
  public let matching: Matching?
  /// What each thing on the first page says now and would say then; those that stay are left out.
  public let findings: [(now: String, then: String)]
  /// The problems of the files, without what may name a person where nobody is named.
  public let problems: Table
  /// Who would change, from and to; nothing where nobody may be named.
  public let cells: Table

  public init(
    files: [File], elsewhere: [(file: String, rows: Int)] = [], matching: Matching? = nil,
    findings: [(now: String, then: String)],
    problems: Table, cells: Table
  ) {
    self.files = files
    self.elsewhere = elsewhere
    self.matching = matching
    self.findings = findings
    self.problems = problems
    self.cells = cells
  }

  public var isNothing: Bool { files.allSatisfy { !$0.isNew && $0.change.isNothing } }

  /// What somebody should know before they say yes.
  public var warnings: [String] {
    let gone = files.filter(\.isMostlyGone).map(\.name)
    return [
      gone.isEmpty
        ? nil
        : "Most rows of \(listed(gone)) would go: a new file takes the place of the old one and is not added to it.",
      elsewhere.isEmpty
        ? nil
        : "In files that stay, rows could no longer be used: \(listed(elsewhere.map { "\(counted($0.rows)) of \($0.file)" })). They name what would be there no more.",
    ].compactMap { $0 }
  }

  public var heading: String {
    guard !files.isEmpty else { return "Nothing can be loaded before the names below are decided" }
    let names = listed(files.map(\.name))
    return isNothing
      ? "\(names) \(files.count == 1 ? "says" : "say") what is there already"
      : "Loading \(names) would change this"
  }

  /// What the button does.
  public var act: String {
    let aside = files.reduce(0) { $0 + $1.setAside }
    let names = files.count == 1 ? files[0].name : "the \(inWords(files.count)) files"
    return "Load \(names)"
      + (aside > 0 ? ", leaving out \(counted(aside, "row", "rows"))" : "")
  }

  public var table: Table {
    Table(
      [
        .text("file"), .text("what", "what would change"), .number("new"), .number("gone"),
        .number("changed"), .number("aside", "left out"),
      ],
      rows: files.map {
        [
          .text($0.name), .text($0.words), .count($0.change.added), .count($0.change.gone),
          .count($0.change.changed), .count($0.setAside),
        ]
      })
  }

  /// Which heading is read as what.
  public var headings: Table {
    Table(
      [.text("file"), .text("heading", "heading in the file"), .text("role", "read as")],
      rows: files.flatMap { file in
        file.columns.map { [.text(file.name), .text($0.heading), .text($0.role)] }
          + file.further.map { [.text(file.name), .text($0), .text("kept as a further column")] }
      })
  }
}
