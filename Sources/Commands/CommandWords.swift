import ArgumentParser
import Intake
import Networks

/// What is said of a command that is not understood.
///
/// Nothing typed reaches the terminal raw or at length.
enum CommandWords {
  /// Words that people type for a command of another name.
  private static let others = [
    "search": "find", "who": "find", "query": "find", "route": "path", "introduce": "path",
    "plot": "draw", "figure": "draw", "chart": "draw", "validate": "check", "verify": "check",
    "profile": "show", "report": "map", "web": "site", "pages": "site",
    "new": "init", "demo": "sample",
  ]

  /// The commands that help lists.
  static var offered: [String] {
    Weft.configuration.subcommands.compactMap {
      $0.configuration.shouldDisplay ? $0.configuration.commandName : nil
    }
  }

  /// Refuses a command that does not exist, with the one that was meant.
  static func check(_ arguments: ArraySlice<String>) throws(Failure) {
    let named = arguments.first == "help" ? arguments.dropFirst().first : arguments.first
    guard let named, !named.hasPrefix("-") else { return }
    let commands = Weft.configuration.subcommands
    let known = commands.compactMap { $0.configuration.commandName } + ["help"]
    guard !known.contains(named) else { return }
    let near = nearest(to: named, in: offered + others.keys).map { others[$0] ?? $0 }
    throw Failure(
      .usage,
      "There is no command \(shown(named)).\(near.map { " Did you mean \($0)?" } ?? "") `weft --help` lists them."
    )
  }

  /// A page of help, with groups of commands headed by whom they are for and nothing else.
  static func help(_ page: String) -> String { page.replacing(" SUBCOMMANDS:\n", with: ":\n") }

  /// What the argument parser says of an error, with Weft's words for a value of a choice.
  static func message(_ error: any Error) -> String {
    let message = Weft.message(for: error)
    let said = choice(message) ?? bounded(message)
    let full = Weft.fullMessage(for: error)
    guard let place = full.firstRange(of: message), !message.isEmpty else { return bounded(full) }
    return said + bounded(String(full[place.upperBound...]))
  }

  /// What the parser says of a value that is none of a choice, in our words; `nil` where it says something else.
  private static func choice(_ message: String) -> String? {
    let parts = message.split(separator: "' is invalid for '", maxSplits: 1)
    guard parts.count == 2, parts[0].hasPrefix("The value '"),
      let end = parts[1].firstIndex(of: "'")
    else { return nil }
    let value = String(parts[0].dropFirst("The value '".count))
    let option = parts[1][..<end].split(separator: " ").first.map(String.init) ?? ""
    let rest = String(parts[1][end...])
    let words =
      rest.contains("\n")
      ? rest.split(separator: "\n").dropFirst().map { String($0.drop { " -".contains($0) }) }
      : rest.split(separator: "'", omittingEmptySubsequences: false).enumerated().filter {
        $0.offset % 2 == 0 && $0.offset > 0
      }.map { String($0.element) }
    guard !words.isEmpty else { return nil }
    let near = nearest(to: value, in: words).map { " Did you mean \($0)?" } ?? ""
    return "\(option) \(shown(value)): write \(listed(words, and: "or")).\(near)"
  }

  /// A text for the terminal: long pieces between quotes cut, signs that cannot be seen written out.
  private static func bounded(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: "'", omittingEmptySubsequences: false).map { piece in
        visible(piece.count > 200 ? piece.prefix(39) + "…" : String(piece))
      }.joined(separator: "'")
    }
    return lines.joined(separator: "\n")
  }
}
