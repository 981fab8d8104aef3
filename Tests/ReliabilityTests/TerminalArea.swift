import TestSupport
import Testing

/// Area 10: text that would steer a terminal or a log, wherever Weft may print it.
struct TerminalCase: Sendable, CustomTestStringConvertible {
  let name: String
  /// What would act on a terminal, or hide in it.
  let payload: String

  var testDescription: String { name }

  static let cases = [
    TerminalCase(name: "red", payload: "\u{1B}[31mred"),
    TerminalCase(name: "clear the screen", payload: "\u{1B}[2J\u{1B}[H"),
    TerminalCase(name: "title of the window", payload: "\u{1B}]0;owned\u{7}"),
    TerminalCase(name: "link", payload: "\u{1B}]8;;http://x\u{1B}\\text\u{1B}]8;;\u{1B}\\"),
    TerminalCase(name: "carriage return", payload: "all well\rwrong"),
    TerminalCase(name: "backspaces", payload: "abc\u{8}\u{8}\u{8}xyz"),
    TerminalCase(name: "sequence of one byte", payload: "\u{9B}31mred"),
    TerminalCase(name: "right to left", payload: "\u{202E}gpj.exe"),
    TerminalCase(name: "isolate left open", payload: "\u{2067}abc"),
    TerminalCase(name: "tag letters", payload: "a\u{E0041}\u{E0042}"),
    TerminalCase(name: "fillers", payload: "a\u{3164}\u{115F}\u{FFA0}b"),
    TerminalCase(name: "marks on marks", payload: "Z" + String(repeating: "\u{301}", count: 200)),
    TerminalCase(name: "delete and NUL", payload: "a\u{7F}b"),
    TerminalCase(name: "line separators", payload: "a\u{2028}b\u{2029}c\u{85}d"),
    TerminalCase(name: "private and unassigned", payload: "a\u{E000}\u{F0000}\u{80000}b"),
  ]

  func check() {
    let cell = "\"" + payload.replacing("\"", with: "\"\"") + "\""
    let folder = Workdir([
      "people.csv": "id,name,school,role,\(cell)\n"
        + (0..<900).map {
          $0 < 3
            ? "P\($0),\(cell),S\($0 % 3),\(cell),\(cell)\n"
            : "P\($0),Person number \($0),S\($0 % 3),Teacher,other\n"
        }.joined(),
      "collaborations.csv": "from,to,depth\n"
        + (0..<900).map { "P\($0),P\(($0 + 5) % 900),2\n" }.joined()
        + "P1,\(cell),\nP1,P2,\(cell)\n\(cell),P3,\"open\n",
      "schools.csv": "id,name\n"
        + (0..<400).map { $0 < 3 ? "S\($0),\(cell) \($0)\n" : "S\($0),School number \($0)\n" }
        .joined(),
      "stories.csv": "title,who\n\(cell),P1;\(cell)\n"
        + (0..<60).map { "A story that is told, \($0),P2\n" }.joined(),
      "\(payload.filter { $0 != "/" }).csv": "x\n",
    ])
    var said: [String] = []
    for arguments in [
      ["check", folder.path], ["check", folder.path, "--json"], ["check", folder.path, "--csv"],
      ["check", folder.path, "--plain"],
      ["check", folder.path, "--set-aside", folder.path + "/rows"],
      ["map", folder.path, "-o", folder.path + "/out", "--no-figures", "--names", "full"],
      ["silos", folder.path], ["bridges", folder.path, "--names", "full"],
      ["stories", folder.path],
      ["show", folder.path, payload], ["find", folder.path, payload],
      ["check", folder.path, "--people", payload], ["check", folder.path + payload],
      ["silos", folder.path, "--by", payload], [payload, folder.path],
      ["check", folder.path, "--delimiter", payload], ["check", folder.path, "--column", payload],
      ["silos", folder.path, "--title", payload],
    ] {
      let outcome = weft(arguments)
      said += [outcome.out, outcome.err]
    }
    for place in ["rows", "out"] {
      said += folder.names(place).filter { !$0.hasSuffix(".xlsx") }.map {
        folder.text(place + "/" + $0) ?? ""
      }
    }
    #expect(said.joined().count > 10_000)
    for text in said {
      var marks = 0
      for (scalar, next) in zip(text.unicodeScalars, text.unicodeScalars.dropFirst() + ["\n"]) {
        let isCRLF = scalar == "\r" && next == "\n"
        switch scalar.properties.generalCategory {
        case .control where scalar != "\n" && scalar != "\t" && !isCRLF, .format, .lineSeparator,
          .paragraphSeparator, .privateUse, .unassigned:
          Issue.record(
            "\(name): \(scalar.debugDescription) in \(text.prefix(200).debugDescription)")
          return
        case .nonspacingMark: marks += 1
        default: marks = 0
        }
        #expect(marks < 12, "\(name): marks on marks")
        #expect(
          !scalar.properties.isDefaultIgnorableCodePoint, "\(name): \(scalar.debugDescription)")
      }
    }
  }
}

@Suite struct TerminalArea {
  @Test(arguments: TerminalCase.cases) func terminal(_ one: TerminalCase) { one.check() }
}
