import Networks

/// What a picture says to whoever cannot see it: never empty.
public struct AltText: Sendable, Equatable {
  public let words: String

  /// `nil` where there are no words.
  public init?(_ words: String) {
    let words = visible(trimmed(words))
    guard !words.isEmpty else { return nil }
    self.words = words
  }
}

/// A picture for a page, at its final size; there is none without an alternative text.
public struct Illustration: Sendable, Equatable {
  public let svg: [UInt8]
  /// The same picture for programs that read no SVG.
  public let png: [UInt8]
  /// In millimetres.
  public let width: Double
  public let height: Double
  public let altText: AltText
  /// What stands below it.
  public var caption: String

  public init(
    svg: [UInt8], png: [UInt8], width: Double, height: Double, altText: AltText, caption: String
  ) {
    self.svg = svg
    self.png = png
    self.width = width
    self.height = height
    self.altText = altText
    self.caption = caption
  }
}
