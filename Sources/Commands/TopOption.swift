import ArgumentParser
import Settings

/// How many rows a list has.
struct TopOption: ParsableArguments {
  @Option(parsing: .unconditional, help: "How many to list, at most.")
  var top: String?

  func validate() throws { try Kind.top.check("--top", top) }

  /// The number asked for, or else the command's own.
  func count(or standard: Int) -> Int { top.flatMap(Kind.top.typed) ?? standard }
}

extension Kind where Value == Int {
  static let top = whole(1...Int.max)
}
