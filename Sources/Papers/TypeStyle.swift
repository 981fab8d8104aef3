/// How a kind of text is set, in points; the same in every form of a paper.
struct TypeStyle: Sendable, Equatable {
  var size: Double
  var leading: Double
  var isBold = false
  var colour = Ink.text
  /// The space above and below.
  var before = 0.0
  var after = 0.0

  static let family = "Inter"

  static let title = TypeStyle(size: 23, leading: 28, isBold: true, after: 2)
  static let section = TypeStyle(size: 12, leading: 17, isBold: true, before: 14, after: 2)
  static let third = TypeStyle(size: 10, leading: 15, isBold: true, before: 6, after: 1)
  static let kicker = TypeStyle(size: 9, leading: 14, isBold: true, colour: Ink.quiet)
  static let lead = TypeStyle(size: 12, leading: 17.5, colour: Ink.quiet, after: 10)
  static let body = TypeStyle(size: 10.5, leading: 17, after: 4)
  static let panel = TypeStyle(size: 10, leading: 15.5)
  static let table = TypeStyle(size: 9.5, leading: 13.5)
  static let contents = TypeStyle(size: 9, leading: 12, after: 1)
  static let small = TypeStyle(size: 8.5, leading: 12.5, colour: Ink.quiet)
  static let numeral = TypeStyle(size: 23, leading: 28, isBold: true)
  static let headline = TypeStyle(size: 12, leading: 16, isBold: true, after: 2)

  func bold(_ isBold: Bool = true) -> TypeStyle {
    var style = self
    style.isBold = isBold
    return style
  }

  func inked(_ colour: String) -> TypeStyle {
    var style = self
    style.colour = colour
    return style
  }

  static func heading(_ level: Int) -> TypeStyle {
    level == 1 ? .title : level == 2 ? .section : .third
  }
}

/// The colours of a paper, as six hexadecimal digits.
enum Ink {
  static let text = "1A1A1A"
  static let quiet = "4A545E"
  static let alarm = "B10026"
  static let rule = "8C959D"
  static let hairline = "DDE2E6"
  static let tint = "F2F5F5"
}

/// A page of A4, in millimetres.
struct Leaf: Equatable {
  let width: Double
  let height: Double

  static let upright = Leaf(width: 210, height: 297)
  /// On its side.
  static let wide = Leaf(width: upright.height, height: upright.width)

  static let margin = 25.0
  var room: Double { width - 2 * Self.margin }
  /// Where the text of a page ends, in points from above.
  var bottom: Double { Self.points(height - 23) }

  /// Three columns, and the gutters between them.
  static let panelGutter = 7.0
  func panelWidth(of count: Int) -> Double {
    (room - Double(count - 1) * Self.panelGutter) / Double(max(1, count))
  }
  static func points(_ millimetres: Double) -> Double { millimetres * 72 / 25.4 }
}

/// Why a paper could not be written.
public struct PaperFailure: Error, Sendable, CustomStringConvertible {
  public let description: String
  /// What the system says of it, if it does: "File too large".
  public let reason: String?
  let number: Int32?

  init(_ description: String, number: Int32? = nil, reason: String? = nil) {
    self.description = description
    self.number = number
    self.reason = reason
  }
}
