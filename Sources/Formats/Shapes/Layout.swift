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
  case skills = "skills audit"
  case partners = "partner register"
  case contacts = "contact list"
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
  /// How often or how closely, of those named in the column with a heading.
  case answers(String)
  /// Who was at an event.
  case event
  /// A partner's score on an item.
  case item(String)
  /// How well whoever's row it is knows a topic.
  case skill(String)
  /// Who has a post in the school of the row.
  case post(String)

  var isSkill: Bool { if case .skill = self { true } else { false } }

  /// As the mapping says it.
  public var words: String {
    switch self {
    case .unused: "not used"
    case .kept: "kept"
    case .role(let name): name
    case .who: "who"
    case .ties(let kind): "ties: \(kind)"
    case .about(_, let kind): "a colleague each: \(kind)"
    case .answers(let heading): "answer on: \(heading)"
    case .event: "an event each"
    case .item(let name): "item: \(name)"
    case .skill(let topic): "expertise in: \(topic)"
    case .post(let name): "post: \(name)"
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
    case _ where words.hasPrefix("answer on: "): self = .answers(String(words.dropFirst(11)))
    case _ where words.hasPrefix("item: "): self = .item(String(words.dropFirst(6)))
    case _ where words.hasPrefix("post: "): self = .post(String(words.dropFirst(6)))
    case _ where words.hasPrefix("expertise in: "): self = .skill(String(words.dropFirst(14)))
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

  /// Whether it may tie anybody: not where people were asked for nothing but what they know.
  var mayTie: Bool {
    switch shape {
    case .ties, .matrix, .attendance: true
    case .survey:
      !uses.contains(where: \.isSkill)
        || uses.contains {
          if case .ties = $0 { true } else if case .about = $0 { true } else { false }
        }
    default: false
    }
  }

  func column(_ role: String) -> Int? { uses.firstIndex(of: .role(role)) }
  var who: Int? { uses.firstIndex(of: .who) }

  /// The columns of the contract and those kept, each with the heading it gets: a heading that is there already gets a number.
  ///
  /// - Parameter who: the column that whoever answered, or whose row it is, belongs in.
  func heads(_ table: SourceTable, who: String? = nil) -> [(column: Int, head: String)] {
    var taken: Set<String> = []
    var heads: [(column: Int, head: String)] = []
    for (column, use) in uses.enumerated() {
      switch use {
      case .role(let name): heads.append((column, name))
      case .who: if let who { heads.append((column, who)) }
      default: continue
      }
      heads.last.map { _ = taken.insert(folded($0.head)) }
    }
    for (column, use) in uses.enumerated() where use == .kept {
      let heading = table.headings[column]
      var (head, number) = (heading, 2)
      while !heading.isEmpty, !taken.insert(folded(head)).inserted {
        head = "\(heading) \(number)"
        number += 1
      }
      heads.append((column, head))
    }
    return heads.sorted { $0.column < $1.column }
  }

  /// The columns that say how often or how closely of those named in another, by that other.
  func answerColumns(_ table: SourceTable) -> [Int: [Int]] {
    var columns: [Int: [Int]] = [:]
    for (column, use) in uses.enumerated() {
      guard case .answers(let heading) = use else { continue }
      let lists = uses.indices.filter { other in
        switch uses[other] {
        case .ties, .about: table.headings[other] == heading
        default: false
        }
      }
      if let list = lists.last(where: { $0 < column }) ?? lists.first {
        columns[list, default: []].append(column)
      }
    }
    return columns
  }
}
