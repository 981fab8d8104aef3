/// A mistake in the settings: where it is, what was found and what to do, in one or two sentences.
public struct SettingsError: Error, Sendable, Equatable, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }

  /// A mistake in what weft.toml says.
  init(line place: Place, _ words: String) { self.init("weft.toml line \(place.line): \(words)") }

  /// A mistake in how weft.toml is written, to the column.
  init(at place: Place, _ words: String) {
    self.init("weft.toml line \(place.line), column \(place.column): \(words)")
  }
}

/// Where something stands in weft.toml, both counted from 1.
struct Place: Sendable, Equatable {
  let line: Int
  let column: Int
}
