import Diagrams
import Documents
import Findings
import Sections

/// The figures of a board pack, at the size at which they stand on the page.
struct PackFigures {
  private static let paper = PaperSize.inset

  private let gallery: Gallery
  private let hasPNG: Bool

  /// Nobody is named in them, in Part B neither.
  ///
  /// - Parameter hasPNG: whether programs that read no SVG are served too.
  init(_ session: Session, _ analysis: Analysis, hasPNG: Bool) throws(Failure) {
    self.hasPNG = hasPNG
    gallery = try Gallery(session, analysis, on: Sheet(Self.paper), FigureWords())
  }

  /// The figures that would do for a finding, the best first.
  private static func figures(of part: BoardPack.Part) -> [FigureName] {
    switch part {
    case .silos: [.ranking, .matrix]
    case .people: [.without]
    case .topics: [.coverage]
    case .partners: [.partners]
    // The table says it.
    case .unknown: []
    }
  }

  /// The figures of some findings, where there is anything to draw, and the findings whose figure has no room.
  func illustrations(
    _ parts: [BoardPack.Part]
  ) async throws(Failure) -> (drawn: [BoardPack.Part: Illustration], lacking: [BoardPack.Part]) {
    var drawn: [BoardPack.Part: Illustration] = [:]
    var lacking: [BoardPack.Part] = []
    for part in parts {
      let names = Self.figures(of: part).filter(shows)
      for name in names where drawn[part] == nil {
        // The caption of the finding is of the figure that it has first.
        let isFirst = name == Self.figures(of: part).first
        drawn[part] = illustration(try await gallery.draw(name), hasCaption: !isFirst)
      }
      if !names.isEmpty, drawn[part] == nil { lacking.append(part) }
    }
    return (drawn, lacking)
  }

  /// Whether a figure has anything to show in a paper; what depends on one person, where something does.
  private func shows(_ name: FigureName) -> Bool {
    name == .without
      ? !gallery.facts.fragility.singleHolders.isEmpty : gallery.applicable.contains(name)
  }

  private func illustration(_ figure: DrawnFigure, hasCaption: Bool) -> Illustration? {
    let millimetres = 25.4 / 72
    guard figure.fits, let alt = AltText(figure.furniture.altText),
      let png = hasPNG ? try? Print.png(figure.svg, figure.paper, dpi: 200) : []
    else { return nil }
    return Illustration(
      svg: Array(figure.svg.utf8), png: png, width: figure.paper.size.width * millimetres,
      height: figure.paper.size.height * millimetres, altText: alt,
      caption: hasCaption ? figure.furniture.subtitle + "." : "")
  }
}
