import ArgumentParser

/// What the exit code of `weft` means; `--help` lists them.
enum ExitStatus: Int32, CaseIterable {
  case ok = 0
  case nothingFound = 1
  case threshold = 3
  case usage = 64
  case badData = 65
  case missingInput = 66
  case unavailable = 69
  case internalError = 70
  case cannotCreate = 73
  case inputOutput = 74
  case temporary = 75
  case configuration = 78
  case interrupted = 130

  var meaning: String {
    switch self {
    case .ok: "done"
    case .nothingFound: "nothing was found (find, path)"
    case .threshold: "a threshold of --fail-if was crossed"
    case .usage: "the command was not understood, or names what is not there"
    case .badData: "the data cannot be used as they are"
    case .missingInput: "a file or folder is missing"
    case .unavailable: "something needed is not installed"
    case .internalError: "a mistake in weft"
    case .cannotCreate: "the output could not be made"
    case .inputOutput: "reading or writing failed"
    case .temporary: "another run is writing; try again in a moment"
    case .configuration: "weft.toml or a WEFT_ variable has a mistake"
    case .interrupted: "interrupted"
    }
  }

  static let list =
    "Exit codes: "
    + allCases.map { "\($0.rawValue) \($0.meaning)" }
    .joined(separator: " · ")

  /// The same as a table of Markdown.
  static let table =
    (["| code | meaning |", "|---|---|"] + allCases.map { "| \($0.rawValue) | \($0.meaning) |" })
    .joined(separator: "\n")
}

/// A failure with the code to leave with and the sentence to leave behind.
package struct Failure: Error {
  let status: ExitStatus
  package let message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}
