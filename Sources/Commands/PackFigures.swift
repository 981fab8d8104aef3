import Diagrams
import Documents
import Findings
import Sections

/// The figures of a board pack, at the size at which they stand on the page.
struct PackFigures {
  private let gallery: Gallery
  /// The same on a page on its side.
  private let wideGallery: Gallery
  private let hasPNG: Bool

  /// Nobody is named in them, in Part B neither.
  ///
  /// - Parameter hasPNG: whether programs that read no SVG are served too.
  init(_ session: Session, _ analysis: Analysis, hasPNG: Bool) throws(Failure) {
    self.hasPNG = hasPNG
    gallery = try Gallery(session, analysis, on: Sheet(.inset), FigureWords())
    wideGallery = try Gallery(session, analysis, on: Sheet(.wide), FigureWords())
  }

  struct Drawn {
    var figures: [BoardPack.Part: Illustration] = [:]
    /// Figures of more than an upright page can hold.
    var wide: [BoardPack.Part: Illustration] = [:]
    /// The findings whose figure has no room on either.
    var lacking: [BoardPack.Part] = []
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

  /// The figures of some findings, where there is anything to draw.
  func illustrations(_ parts: [BoardPack.Part]) async throws(Failure) -> Drawn {
    var drawn = Drawn()
    for part in parts {
      let names = Self.figures(of: part).filter(shows)
      // The caption of the finding is of the figure that it has first.
      let first = Self.figures(of: part).first
      for name in names where drawn.figures[part] == nil {
        let figure = try await gallery.draw(name)
        drawn.figures[part] = illustration(
          figure, caption: name == first ? "" : figure.furniture.subtitle + ".")
        // Of a ranking the table of its finding says the rest.
        guard name.papers.contains(.wide), name != .ranking else { continue }
        let wide = try await wideGallery.draw(name)
        // A page more is worth it where it shows more.
        if drawn.figures[part] == nil || wide.table.rows.count > figure.table.rows.count {
          drawn.wide[part] = illustration(wide, caption: wide.furniture.reading)
        }
      }
      if !names.isEmpty, drawn.figures[part] == nil, drawn.wide[part] == nil {
        drawn.lacking.append(part)
      }
    }
    return drawn
  }

  /// Whether a figure has anything to show in a paper; what depends on one person, where something does.
  private func shows(_ name: FigureName) -> Bool {
    name == .without
      ? !gallery.facts.fragility.singleHolders.isEmpty : gallery.applicable.contains(name)
  }

  private func illustration(_ figure: DrawnFigure, caption: String) -> Illustration? {
    let millimetres = 25.4 / 72
    guard figure.fits, let alt = AltText(figure.furniture.altText),
      let png = hasPNG ? try? Print.png(figure.svg, figure.paper, dpi: 200) : []
    else { return nil }
    return Illustration(
      svg: Array(figure.svg.utf8), png: png, width: figure.paper.size.width * millimetres,
      height: figure.paper.size.height * millimetres, altText: alt,
      caption: caption)
  }
}
