/// The sheet or screen a figure is made for.
public enum PaperSize: String, Sendable, CaseIterable {
  case a4, a4p, a3, slide

  /// Width and height in points of 1/72 inch.
  public var size: (width: Double, height: Double) {
    switch self {
    case .a4: (841.89, 595.28)
    case .a4p: (595.28, 841.89)
    case .a3: (1190.55, 841.89)
    case .slide: (960, 540)
    }
  }

  /// The room that no ink enters.
  public var margin: Double { 36 }

  /// How many labelled nodes it takes.
  public var nodeLimit: Int { self == .a3 ? 120 : 60 }
}

/// The words round a figure.
public struct Furniture: Sendable, Equatable {
  /// What was found, in a few words.
  public var headline: String
  /// What is shown, of whom and when.
  public var subtitle: String
  /// How many people, groups and links it rests on, and how many answered.
  public var basis: String
  /// How to read it and what it does not show.
  public var reading: String
  /// What is not shown because few people are behind it; empty when all is shown.
  public var suppression: String
  public var source: String
  public var meeting: String?
  public var marking: String?
  public var number: Int?
  /// The finding and how many people, in at most 250 characters.
  public var altText: String
  /// The figure in words for who cannot see it.
  public var description: String

  public init(
    headline: String, subtitle: String, basis: String, reading: String, suppression: String = "",
    source: String,
    meeting: String? = nil, marking: String? = nil, number: Int? = nil, altText: String,
    description: String
  ) {
    self.headline = headline
    self.subtitle = subtitle
    self.basis = basis
    self.reading = reading
    self.suppression = suppression
    self.source = source
    self.meeting = meeting
    self.marking = marking
    self.number = number
    self.altText = altText
    self.description = description
  }
}

/// A row of the legend: what a mark looks like and what it means.
public struct LegendItem: Sendable, Equatable {
  public enum Mark: Sendable, Equatable {
    case node(NodeClass)
    case link(colour: String, width: Double, isDashed: Bool)
    case ring
    case hull
    case cell(fill: String, text: String)
    case outline
    case dot(isFilled: Bool)
    case tick
  }
  public let mark: Mark
  public let text: String

  public init(_ mark: Mark, _ text: String) {
    self.mark = mark
    self.text = text
  }
}
