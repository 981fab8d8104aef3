import Networks

/// One thing intake found: where, what, and what to do about it.
public struct Problem: Sendable, Equatable {
  public let code: ProblemCode
  /// The name of the file, without its folder.
  public let file: String
  /// The row as a spreadsheet numbers it, the header being row 1; `nil` for the whole file.
  public let row: Int?
  /// The place of the column from 0, or `nil` for the whole row.
  public let column: Int?
  /// The heading of the column.
  public internal(set) var heading: String?
  /// What the cell holds.
  public let value: String?
  /// What the sentence says besides: a near miss, a list of words, a number.
  public let detail: String
  /// Whether the value may name or identify a person.
  public let isPersonal: Bool

  init(
    _ code: ProblemCode, file: String, row: Int? = nil, column: Int? = nil, heading: String? = nil,
    value: String? = nil, detail: String = "", isPersonal: Bool = false
  ) {
    self.code = code
    self.file = file
    self.row = row
    self.column = column
    self.heading = heading
    self.value = value
    self.detail = detail
    self.isPersonal = isPersonal
  }

  /// File, row and column in words: "people.csv row 4, column C (school)".
  public var place: String {
    var place = visible(file)
    if let row { place += " row \(row)" }
    if let column {
      place += "\(row == nil ? " " : ", ")column \(columnLetters(column))"
      if let heading, !heading.isEmpty { place += " (\(visible(heading)))" }
    }
    return place
  }

  /// What was found, in a sentence.
  public var message: String { code.message(value: value.map(shown) ?? "", detail: detail) }

  /// What to do, with an example.
  public var fix: String { code.fix(value: value.map(shown) ?? "", detail: detail) }

  /// The same problem without the value and what was said of it: for copies that name nobody.
  public var withoutPerson: Problem { isPersonal ? saying("(person)", detail: "") : self }

  /// The same problem where it tells of somebody who is not to be shown.
  var withheld: Problem {
    let detail =
      switch code {
      // What these say besides stands in no cell.
      case .missingValue, .formulaId, .longRow, .shortRow, .nulCharacter, .damagedText,
        .unknownScore,
        .unknownEntry, .unknownWord, .idClash, .loneMember, .invisibleCharacter,
        .controlCharacter, .stackedMarks, .unknownVisibility:
        self.detail
      case .unknownMember, .changedId, .scientificId, .unknownInList, .likelyName, .unknownInGroup,
        .unknownReference, .unknownLead, .unknownSchool,
        .unknownTeam, .topicCycle:
        ""
      default: self.detail.isEmpty ? "" : Withheld.word
      }
    return saying(Withheld.word, detail: detail)
  }

  private func saying(_ value: String, detail: String) -> Problem {
    Problem(
      code, file: file, row: row, column: column, heading: heading,
      value: self.value == nil ? nil : value, detail: detail)
  }
}

/// The letters a spreadsheet gives a column: A, B, ...
///
/// Z, AA.
public func columnLetters(_ column: Int) -> String {
  var rest = column + 1
  var letters = ""
  while rest > 0 {
    let (quotient, remainder) = (rest - 1).quotientAndRemainder(dividingBy: 26)
    letters = String(UnicodeScalar(UInt8(65 + remainder))) + letters
    rest = quotient
  }
  return letters
}
