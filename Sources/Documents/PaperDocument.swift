public import Networks

/// A paper as a value: what it says, in reading order, before a writer gives it the form of Word, PDF or another program.
///
/// It knows pages, headings, tables and figures, and nothing of what they are about.
public struct Document: Sendable {
  public var title: String
  public var properties: Properties
  public var blocks: [Block]
  public let language = "en-GB"

  public init(_ title: String, _ properties: Properties = Properties(), blocks: [Block] = []) {
    self.title = title
    self.properties = properties
    self.blocks = blocks
  }

  /// What is said of the paper, on every page or in what programs show of a file.
  public struct Properties: Sendable, Equatable {
    /// The words at the head and the foot of every page, on the left.
    public var head = ""
    public var foot: Phrase = ""
    /// What may be done with this copy, at the head of every page; in a confidential one also at the foot, in red.
    public var marking = ""
    public var isConfidential = false
    public var author: String?
    public var subject = ""
    /// The day of what it tells, never the day of writing, or each copy would differ.
    public var day: Day?

    public init() {}
  }

  /// A part of the paper.
  public enum Block: Sendable {
    /// A few quiet words above a heading.
    case kicker(String)
    /// A heading of level 1 (of a page), 2 or 3.
    case heading(Int, String)
    /// What the page comes to, in a sentence or two under its heading.
    case lead(Phrase)
    case paragraph(Phrase)
    case list([Phrase], isNumbered: Bool)
    case table(PaperTable)
    case figure(Illustration)
    /// Short texts side by side, each under a heading of level 2.
    case panels([Panel])
    case box(Box)
    case grid(Grid)
    /// How to read what stands above it, and where it comes from.
    case note(Phrase)
    /// The headings of level 1 that follow, with their pages.
    case contents
    /// A new page, upright.
    case pageBreak
    /// A new page on its side, for what is too wide for an upright one; those that follow are too, until the next `pageBreak`.
    case wideBreak
  }

  /// A short text under a heading.
  public struct Panel: Sendable, Equatable {
    public let heading: String
    public let text: Phrase

    public init(_ heading: String, _ text: Phrase) {
      self.heading = heading
      self.text = text
    }
  }

  /// Text set apart: tinted where somebody is asked something, framed in red where a copy is to be handled with care.
  public struct Box: Sendable, Equatable {
    public let heading: String
    public let items: [Phrase]
    public let isNumbered: Bool
    public let isWarning: Bool

    public init(
      _ heading: String, _ items: [Phrase], isNumbered: Bool = false, isWarning: Bool = false
    ) {
      self.heading = heading
      self.items = items
      self.isNumbered = isNumbered
      self.isWarning = isWarning
    }
  }

  /// A table with what it shows in words above it; a row may be set in bold.
  public struct PaperTable: Sendable {
    public let caption: String
    public let table: Table
    public let strongRows: Set<Int>

    public init(_ caption: String, _ table: Table, strongRows: Set<Int> = []) {
      self.caption = caption
      self.table = table
      self.strongRows = strongRows
    }
  }

  /// Texts in columns of given widths, such as terms and what is said of each.
  public struct Grid: Sendable, Equatable {
    /// In millimetres, the gap to the next column included.
    public let widths: [Double]
    /// The words above the columns; none where the first column says enough.
    public let head: [String]
    public let rows: [[Cell]]
    public let isRuled: Bool

    public init(_ widths: [Double], head: [String] = [], rows: [[Cell]], isRuled: Bool = true) {
      precondition(rows.allSatisfy { $0.count == widths.count }, "a cell for every column")
      self.widths = widths
      self.head = head
      self.rows = rows
      self.isRuled = isRuled
    }

    /// The lines of one cell, from above.
    public typealias Cell = [Line]

    public struct Line: Sendable, Equatable {
      public enum Style: Sendable, Equatable { case numeral, alarm, headline, term, text, quiet }
      public let style: Style
      public let text: Phrase

      public init(_ style: Style, _ text: Phrase) {
        self.style = style
        self.text = text
      }
    }
  }
}

extension Document {
  /// Every text of the paper, in reading order.
  public var phrases: [Phrase] {
    blocks.flatMap { block -> [Phrase] in
      switch block {
      case .kicker(let text), .heading(_, let text): [Phrase(text)]
      case .lead(let text), .paragraph(let text), .note(let text): [text]
      case .list(let items, _): items
      case .table(let table):
        [Phrase(table.caption)]
          + ([table.table.columns.map { Phrase($0.heading) }]
          + table.table.rows.map { $0.map { Phrase($0.shown) } }).flatMap { $0 }
      case .figure(let figure): [Phrase(figure.caption)]
      case .panels(let panels): panels.flatMap { [Phrase($0.heading), $0.text] }
      case .box(let box): [Phrase(box.heading)] + box.items
      case .grid(let grid):
        grid.head.map { Phrase($0) } + grid.rows.flatMap { $0.flatMap { $0.map(\.text) } }
      case .contents, .pageBreak, .wideBreak: []
      }
    }
  }

  /// What the author has still to fill in, in reading order.
  public var gaps: [String] { (phrases + [properties.foot]).flatMap(\.gaps) }

  public var figures: [Illustration] {
    blocks.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }
}
