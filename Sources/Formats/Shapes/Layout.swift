public import Intake
import Networks

/// What a table is, as far as a trust's files go.
public enum Shape: String, Sendable, CaseIterable {
  case staff = "staff list"
  case ties = "edge list"
  case matrix = "matrix"
  case survey = "survey answers"
  case attendance = "attendance list"
  case ratings = "partner ratings"
  case register = "school register"
  case successors = "school links"
  case trusts = "school groups"
  case plain = "as it stands"
  case unused = "not used"
}

/// What a column is used for.
public enum ColumnUse: Sendable, Equatable {
  case unused
  /// Kept under its own heading, for grouping.
  case kept
  /// A column of the plain contract, such as school.
  case role(String)
  /// Who answered, or whose row it is.
  case who
  /// Those named, one or several in a cell, as ties of a kind.
  case ties(String)
  /// What is said of one colleague, as ties of a kind.
  case about(String, kind: String)
  /// Who was at an event.
  case event
  /// A partner's score on an item.
  case item(String)

  /// As the mapping says it.
  public var words: String {
    switch self {
    case .unused: "not used"
    case .kept: "kept"
    case .role(let name): name
    case .who: "who"
    case .ties(let kind): "ties: \(kind)"
    case .about(_, let kind): "a colleague each: \(kind)"
    case .event: "an event each"
    case .item(let name): "item: \(name)"
    }
  }

  /// Reads what a mapping says of one column; those that stand for many columns have no place here.
  init?(_ words: String) {
    switch words {
    case "not used", "": self = .unused
    case "kept": self = .kept
    case "who": self = .who
    case "an event each": self = .event
    case _ where words.hasPrefix("ties: "): self = .ties(String(words.dropFirst(6)))
    case _ where words.hasPrefix("item: "): self = .item(String(words.dropFirst(6)))
    case _ where words.hasPrefix("a colleague each"): return nil
    default: self = .role(words)
    }
  }
}

/// How one table is read.
public struct Layout: Sendable, Equatable {
  public var shape: Shape
  /// The table of the contract, of one that is taken as it stands.
  public var table: TableKind?
  public var uses: [ColumnUse]

  init(_ shape: Shape, _ uses: [ColumnUse], table: TableKind? = nil) {
    (self.shape, self.uses, self.table) = (shape, uses, table)
  }

  func column(_ role: String) -> Int? { uses.firstIndex(of: .role(role)) }
  var who: Int? { uses.firstIndex(of: .who) }
}
