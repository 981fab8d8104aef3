/// What a command has to say: sentences to read out first, then tables with a heading and a line under them.
///
/// People read it as text; programs take one table as CSV or tabbed text, or all of it as JSON.
public struct Pages: Sendable {
  public var sentences: [String] = []
  public var sections: [Section] = []
  /// The table that programs are given when they name none; the first unless it is said.
  public var main: String?
  /// A line at the end: how to read it, what to run next.
  public var closing: String

  public struct Section: Sendable {
    /// The name by which a program asks for the table.
    public let name: String
    public let heading: String
    /// The rows people are shown.
    public let table: Table
    /// The rows programs are given, where they get more.
    public let full: Table
    /// What a reader must know of the table.
    public let note: String

    public init(
      _ name: String, _ heading: String, _ table: Table, full: Table? = nil, note: String = ""
    ) {
      self.name = name
      self.heading = heading
      self.table = table
      self.full = full ?? table
      self.note = note
    }
  }

  public init(sentences: [String] = [], sections: [Section] = [], closing: String = "") {
    self.sentences = sentences
    self.sections = sections
    self.closing = closing
  }

  /// Adds a table, unless it has no rows.
  public mutating func add(
    _ name: String, _ heading: String, _ table: Table, full: Table? = nil, note: String = ""
  ) {
    guard !table.rows.isEmpty else { return }
    sections.append(Section(name, heading, table, full: full, note: note))
  }

  /// For people.
  public var text: String {
    var parts: [String] = []
    if !sentences.isEmpty { parts.append(sentences.map { $0 + "\n" }.joined()) }
    for section in sections {
      var part = section.heading + "\n\n" + section.table.alignedText
      if !section.note.isEmpty { part += "\n" + section.note + "\n" }
      parts.append(part)
    }
    if !closing.isEmpty { parts.append(closing + "\n") }
    return parts.joined(separator: "\n")
  }

  /// The table with a name, or the first.
  public func table(_ name: String?) -> Table? {
    guard let name = name ?? main else { return sections.first?.full ?? Table([]) }
    return sections.first { $0.name == name }?.full
  }

  /// Everything, for programs.
  public var json: JSONValue {
    var tables: [String: JSONValue] = [:]
    for section in sections { tables[section.name] = section.full.jsonRows }
    return .object([
      "schema_version": .whole(1), "sentences": .array(sentences.map(JSONValue.text)),
      "tables": .object(tables),
    ])
  }
}

/// A text cut to so many characters for a table people read, a mark standing for the rest.
public func brief(_ text: String, _ length: Int = 48) -> String {
  text.count > length ? text.prefix(length - 1) + "…" : text
}
