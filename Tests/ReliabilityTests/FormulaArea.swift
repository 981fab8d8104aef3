import Foundation
import TestSupport
import Testing

/// Area 8: a cell that a spreadsheet might run, in each field that an export may carry.
struct FormulaCase: Sendable, CustomTestStringConvertible {
  let opening: Opening
  let field: Field

  var testDescription: String { "\(opening.rawValue) in \(field.rawValue)" }

  enum Opening: String, CaseIterable {
    case plus, minus, at, tab
    case wideMinus = "wide minus"
    case smallEquals = "small equals"
    case spaceFirst = "space before"
    case quoteFirst = "quote before"

    /// Whether Weft takes a text with the opening for an id; a formula is none.
    var makesId: Bool { self != .at && self != .tab }

    var text: String {
      switch self {
      case .plus: "+"
      case .minus: "-"
      case .at: "@"
      case .tab: "\t="
      case .wideMinus: "\u{FF0D}"
      case .smallEquals: "\u{FE66}"
      case .spaceFirst: " +"
      case .quoteFirst: "\"+"
      }
    }
  }

  enum Field: String, CaseIterable {
    case personId, personName, role, school, team, partner, topic, goal, story, idea, decision,
      event,
      heading, label
  }

  static let cases = Opening.allCases.flatMap { opening in
    Field.allCases.filter { $0 != .personId || opening.makesId }
      .map { FormulaCase(opening: opening, field: $0) }
  }

  /// What stands in a field: the opening, and a word by which the cell is found again.
  private static func payload(_ opening: Opening, _ field: Field) -> String {
    opening.text + "1+cmd|" + mark(field)
  }

  private static func mark(_ field: Field) -> String {
    "Field" + field.rawValue.uppercased() + "End"
  }

  /// A trust in which every field of that kind holds the payload.
  private static func workspace(_ opening: Opening) -> Workdir {
    func cell(_ field: Field, _ more: String = "") -> String {
      if field == .personId, !opening.makesId { return "P" + more }
      return "\"" + (payload(opening, field) + more).replacing("\"", with: "\"\"") + "\""
    }
    var people = "id,name,school,team,role,expertise,started,\(cell(.heading))\n"
    for place in 0..<24 {
      people +=
        "\(cell(.personId, "\(place)")),\(cell(.personName, "\(place)")),S\(place % 3),T\(place % 2),\(cell(.role, "\(place % 2)")),\(cell(.topic)),2020-01-01,\(cell(.label, "\(place % 3)"))\n"
    }
    var ties = "from,to,depth,started\n"
    for place in 0..<24 {
      for step in [1, 3, 7] {
        let other = (place + step) % 24
        ties +=
          "\(cell(.personId, "\(place)")),\(cell(.personId, "\(other)")),\(1 + place % 4),2024-01-0\(step)\n"
      }
    }
    ties += "\(cell(.personId, "nobody")),\(cell(.personId, "0")),1,\n"
    let folder = Workdir()
    let someone = cell(.personId, "0")
    for (file, text) in [
      "people.csv": people, "collaborations.csv": ties,
      "schools.csv": "id,name,phase\n"
        + (0..<3).map { "S\($0),\(cell(.school, "\($0)")),primary\n" }.joined(),
      "teams.csv": "id,name\n" + (0..<2).map { "T\($0),\(cell(.team, "\($0)"))\n" }.joined(),
      "partners.csv": "id,name,sector\nX1,\(cell(.partner)),health\n",
      "partnerships.csv": "partner,with,lead,level\nX1,S0,\(someone),3\nX1,trust,,2\n",
      "goals.csv": "id,statement,target,due,owner\nG1,\(cell(.goal)),5,2027-01-01,\(someone)\n",
      "stories.csv": "title,who,date\n\(cell(.story)),\(someone),2024-01-01\n",
      "ideas.csv": "idea,origin,carried_by,adopted_by\n\(cell(.idea)),S0,\(someone),S1\n",
      "decisions.csv": "decision,decided_by,affects\n\(cell(.decision)),\(someone),S1\n",
      "events.csv": "id,name,date\nE1,\(cell(.event)),2024-01-01\n",
      "attendance.csv": "event,person\nE1,\(someone)\nE1,X1\n",
    ] { folder.write(file, Array(text.utf8)) }
    return folder
  }

  /// Every cell of every CSV file that Weft writes about such a trust.
  private static let cells: [Opening: [String]] = {
    var all: [Opening: [String]] = [:]
    for opening in Opening.allCases {
      let folder = workspace(opening)
      var texts: [String] = []
      let out = folder.path + "/out"
      let map = weft(["map", folder.path, "-o", out, "--no-figures", "--names", "full"])
      #expect(map.status == 0, "\(opening): \(map.err)")
      for name in folder.names("out")
      where name.hasSuffix(".csv") || name.hasSuffix(".set-aside.txt") {
        texts.append(folder.text("out/" + name) ?? "")
      }
      let heading = payload(opening, .heading)
      for command in commands + [["silos", "--by=" + heading]] {
        texts.append(weft([command[0], folder.path] + command.dropFirst() + ["--csv"]).out)
      }
      all[opening] = texts.flatMap { cells(of: $0) }
    }
    return all
  }()

  private static let commands = [
    ["check"], ["partners"], ["goals"], ["stories"], ["ideas"], ["voices"], ["decisions"],
    ["events"], ["bridges", "--names", "full"], ["boundaries"], ["silos", "--by", "team"],
  ]

  /// The cells of a CSV text, read as a spreadsheet reads them.
  private static func cells(of text: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var (isQuoted, afterQuote) = (false, false)
    for scalar in text.unicodeScalars {
      if isQuoted, scalar == "\"" {
        isQuoted = false
        afterQuote = true
      } else if scalar == "\"", afterQuote {
        cell.unicodeScalars.append(scalar)
        (isQuoted, afterQuote) = (true, false)
      } else if scalar == "\"", cell.isEmpty {
        isQuoted = true
      } else if !isQuoted, scalar == "," || scalar == "\n" || scalar == "\r" {
        cells.append(cell)
        (cell, afterQuote) = ("", false)
      } else {
        cell.unicodeScalars.append(scalar)
        afterQuote = false
      }
    }
    return cells + [cell]
  }

  func check() {
    let mark = Self.mark(field)
    let found = Self.cells[opening]?.filter { $0.contains(mark) } ?? []
    for cell in found {
      let begins = cell.unicodeScalars.drop { $0.properties.isWhitespace || $0 == "\"" }.first
      // The payload may stand inside a sentence, which is none.
      let risky: [Unicode.Scalar] = [
        "=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{FE66}",
        "\u{2212}",
      ]
      #expect(begins.map { !risky.contains($0) } ?? true, "\(testDescription): \(cell)")
    }
    // With an opening that Weft keeps as text, the field must be exported somewhere.
    if opening == .wideMinus || opening == .minus {
      #expect(!found.isEmpty, "\(field.rawValue) is exported nowhere")
    }
  }
}

@Suite struct FormulaArea {
  @Test(arguments: FormulaCase.cases) func formulas(_ one: FormulaCase) { one.check() }
}
