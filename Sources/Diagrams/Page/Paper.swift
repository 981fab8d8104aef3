/// The sheet or screen a figure is made for; `column` and `half` stand in the text of a portrait page and are set at the size
/// at which they are read.
public enum PaperSize: String, Sendable, CaseIterable {
  case a4, a4p, a3, slide, column, half
  /// A figure on a page that says its headline, what it shows and where it comes from.
  case inset
  /// The same on a page on its side.
  case wide

  /// Those that are a page by themselves.
  public static let pages: [PaperSize] = [.a4, .a4p, .a3, .slide]

  /// Width and height in points of 1/72 inch.
  public var size: (width: Double, height: Double) {
    switch self {
    case .a4: (841.89, 595.28)
    case .a4p: (595.28, 841.89)
    case .a3: (1190.55, 841.89)
    case .slide: (960, 540)
    // 160 by 150 mm, and 78 by 150.
    case .column: (453.54, 425.2)
    case .half: (221.1, 425.2)
    // 160 by 94 mm.
    case .inset: (453.54, 266.46)
    // 247 by 136 mm.
    case .wide: (700.16, 385.51)
    }
  }

  /// How much larger than on A4 everything is drawn, so that type holds its own on a larger sheet.
  public var typeScale: Double {
    switch self {
    case .a4, .a4p, .column, .half, .inset, .wide: 1
    case .a3: 1.2
    case .slide: 1.1
    }
  }

  /// The room to draw in: the sheet in units of which `typeScale` make a point.
  public var canvas: (width: Double, height: Double) {
    (size.width / typeScale, size.height / typeScale)
  }

  /// The room that no ink enters, in those units.
  public var margin: Double { isNarrow || self == .wide ? 2 : 36 }

  /// Whether the page it stands on says its headline, what it shows and where it comes from.
  public var isBare: Bool { self == .inset || self == .wide }

  /// Whether it stands in a page of text, which has margins of its own.
  public var isNarrow: Bool { self == .column || self == .half || self == .inset }

  /// How many labelled nodes it takes.
  public var nodeLimit: Int {
    switch self {
    case .a4, .a4p, .wide: 60
    case .a3: 90
    case .slide: 45
    case .column: 40
    case .half, .inset: 10
    }
  }
}

/// Whether a figure is in colour, or made for a printer that has none.
public enum Tone: String, Sendable, CaseIterable {
  case colour, mono
}

/// What a figure is drawn on: a paper, with colour or without, and an earlier figure whose places it keeps.
public struct Sheet: Sendable, Equatable {
  public var paper: PaperSize
  public var tone: Tone
  public var earlier: FigurePlaces?

  public init(_ paper: PaperSize = .a4, tone: Tone = .colour, earlier: FigurePlaces? = nil) {
    self.paper = paper
    self.tone = tone
    self.earlier = earlier
  }
}

extension Sheet {
  /// The same, on which nothing stands yet.
  var withoutPlaces: Sheet { Sheet(paper, tone: tone) }
}

/// Words of a user's own for a figure, in place of Weft's.
public struct FigureWords: Sendable, Equatable {
  public var headline: String?
  public var subtitle: String?
  public var meeting: String?
  public var marking: String?
  public var number: Int?

  public init(
    headline: String? = nil, subtitle: String? = nil, meeting: String? = nil,
    marking: String? = nil, number: Int? = nil
  ) {
    self.headline = headline
    self.subtitle = subtitle
    self.meeting = meeting
    self.marking = marking
    self.number = number
  }
}

/// The words round a figure.
public struct Furniture: Sendable, Equatable {
  /// What was found, in a few words.
  public var headline: String
  /// Whether a user wrote the headline, so that it stands as it is.
  public var isHeadlineGiven = false
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
    case link(colour: String, width: Double, dashes: String?)
    /// A node that is there for orientation alone.
    case quiet
    case ring
    /// A share on a scale, one that cannot be judged, what it is compared with, and how far it may be off.
    case share
    case openShare
    case blackTick
    /// A partnership by its depth, and one that needs a look.
    case depth(radius: Double, isContact: Bool)
    case frame
    case range
    /// A link told in a code, with one that occurs.
    case chip(_ code: String, isAlarm: Bool)
    /// A number of partners.
    case count
    case person(PersonMark)
    /// The ground that people of one group stand on.
    case panel
    case cell(fill: String, text: String)
    /// How well a school is served on a topic.
    case gap(CoveragePicture.Gap, isQuiet: Bool = false)
    case outline
    case dot(isFilled: Bool)
    case tick
    /// What was given up.
    case cross
    /// Somebody on the way of an idea.
    case diamond(isFilled: Bool)
    /// How sure something is, of three.
    case sure(Int)
  }
  public let mark: Mark
  public let text: String

  public init(_ mark: Mark, _ text: String) {
    self.mark = mark
    self.text = text
  }
}

extension LegendItem.Mark {
  /// What the row explains, in a word.
  var word: String {
    switch self {
    case .node(let kind): kind.rawValue
    case .link: "link"
    case .quiet: "quiet"
    case .ring: "ring"
    case .share: "share"
    case .openShare: "open-share"
    case .blackTick: "black-tick"
    case .depth: "depth"
    case .frame: "frame"
    case .range: "range"
    case .chip(_, let isAlarm): isAlarm ? "alarm-chip" : "chip"
    case .count: "count"
    case .person(let mark): mark.rawValue
    case .panel: "panel"
    case .cell: "cell"
    case .gap: "gap"
    case .outline: "outline"
    case .dot: "dot"
    case .tick: "tick"
    case .cross: "cross"
    case .diamond: "diamond"
    case .sure: "sure"
    }
  }
}
