import Documents

/// Markup.
///
/// What is written in the source stands as it is; whatever is put in is escaped, unless it is markup itself.
///
///     let heading: HTML = "<h1>\(school.name)</h1>"
///
/// There is no way to make markup from a text of the files, so escaping cannot be forgotten.
public struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// As it is written to a file.
  public let text: String

  public init(stringLiteral value: String) { text = value }
  public init(stringInterpolation parts: StringInterpolation) { text = parts.text }

  /// Pieces one after the other.
  public init(_ pieces: [HTML]) { text = pieces.map(\.text).joined() }

  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity * 2)
    }

    public mutating func appendLiteral(_ literal: String) { text += literal }
    public mutating func appendInterpolation(_ text: String) { self.text += htmlText(text) }
    public mutating func appendInterpolation(_ number: Int) { text += "\(number)" }
    public mutating func appendInterpolation(_ markup: HTML) { text += markup.text }
    public mutating func appendInterpolation(_ markup: HTML?) { text += markup?.text ?? "" }
    public mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { text += piece.text }
    }
  }
}

extension Sequence {
  /// Markup for each, one after the other.
  func html(_ one: (Element) -> HTML) -> HTML { HTML(map(one)) }
}

/// A class attribute, or nothing.
func classed(_ names: String?...) -> HTML {
  let names = names.compactMap { $0 }
  return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
}

/// A link, or the words alone where there is no page.
func link(_ words: String, _ address: String?) -> HTML {
  address.map { "<a href=\"\($0)\">\(words)</a>" } ?? "\(words)"
}
