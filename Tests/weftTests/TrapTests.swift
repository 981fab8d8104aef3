import Foundation
import TestSupport
import Testing

/// Nothing that a file, a flag or a setting says may reach a statement that stops the program.
///
/// The rooms that read what users write hold none of the words below, but for the places listed with the reason why no value gets there.
@Suite struct TrapTests {
  private static let rooms = [
    "Intake", "Networks", "ExpertiseSearch", "Settings", "Commands", "Server",
  ]

  /// A way to stop, as a pattern of text.
  private static let traps: [(name: String, pattern: String)] = [
    ("precondition", #"\bprecondition(Failure)?\("#),
    ("assertion", #"\bassert(ionFailure)?\("#),
    ("fatalError", #"\bfatalError\("#),
    ("forced try", #"\btry!"#),
    ("forced cast", #"\bas!"#),
    ("forced unwrap", #"[\w\)\]\}]![^=\w"]"#),
    ("implicit unwrap", #": \[?\w+(\.\w+)*\]?!"#),
    ("unchecked unwrap", #"unsafelyUnwrapped"#),
    ("byte from a wider number", #"\bU?Int(8|16)\((?!clamping|exactly|truncating|ascii)"#),
    ("whole number from a fraction", #"\bInt\([^)]*(rounded|scaled|Double)"#),
  ]

  /// What stays, by file and trap: how often, and why no value gets there.
  private static let stays: [String: (count: Int, why: String)] = [
    "Intake/Words.swift precondition": (
      2, "guards a read of raw memory; every caller has measured"
    ),
    "Networks/Grouping.swift precondition": (1, "ids and names of groups are made side by side"),
    "Intake/RowReader.swift byte from a wider number": (1, "counts from 0 to 255"),
    "Intake/Answers.swift byte from a wider number": (1, "reads a text, and may be nil"),
    "Intake/OldText.swift byte from a wider number": (1, "a byte"),
    "Intake/Encoding.swift byte from a wider number": (3, "widens a byte; an ASCII letter"),
    "Intake/ExpertiseTable.swift byte from a wider number": (2, "reads a text, and may be nil"),
    "Intake/Problem.swift byte from a wider number": (1, "65 and less than 26"),
    "Intake/Values.swift byte from a wider number": (1, "a whole number from 0 to 5"),
    "Intake/Withheld.swift byte from a wider number": (2, "a letter or digit of ASCII"),
    "Networks/BritishWords.swift byte from a wider number": (1, "less than 8"),
    "Networks/FixedDecimals.swift whole number from a fraction": (1, "less than 9e15"),
    "Settings/Setting.swift byte from a wider number": (1, "checked to lie from 0 to 5"),
    "Commands/Output/FileName.swift byte from a wider number": (3, "letters of ASCII"),
    "Commands/Output/Linux.swift byte from a wider number": (1, "checked beforehand"),
    "Server/Address.swift byte from a wider number": (1, "reads a text, and may be nil"),
    "Commands/Terminal.swift byte from a wider number": (1, "a letter of ASCII"),
    "Commands/FindCommand.swift byte from a wider number": (1, "checked to lie from 1 to 5"),
    "Commands/StudyOptions.swift byte from a wider number": (1, "checked to lie from 0 to 5"),
  ]

  @Test func nothingThatUsersWriteCanStopTheProgram() throws {
    var found: [String: Int] = [:]
    for room in Self.rooms {
      let folder = packageFolder + "/Sources/" + room
      let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
      #expect(!all.isEmpty)
      for file in all where file.hasSuffix(".swift") {
        let data = FileManager.default.contents(atPath: folder + "/" + file) ?? Data()
        let code = Self.code(String(decoding: data, as: UTF8.self))
        for (name, pattern) in Self.traps {
          let regex = try Regex(pattern)
          let count = code.matches(of: regex).count
          if count > 0 { found["\(room)/\(file) \(name)"] = count }
        }
      }
    }
    for (place, count) in found.sorted(by: { $0.key < $1.key }) {
      #expect(Self.stays[place]?.count == count, "\(place): \(count)")
    }
    for place in Self.stays.keys { #expect(found[place] != nil, "\(place) stays no longer") }
  }

  /// Source without comments and without what stands in quotes.
  private static func code(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      if line.drop(while: { $0 == " " }).hasPrefix("//") { return "" }
      return String(line).replacing(/"([^"\\]|\\.)*"/, with: "\"\"")
    }.joined(separator: "\n")
  }
}
