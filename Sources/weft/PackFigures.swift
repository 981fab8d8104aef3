import Diagrams
import Documents
import Findings
import Sections

/// The figures of a board pack, at the size at which they stand on the page.
struct PackFigures {
  /// What they are drawn on where they can be read on it, set at its own size; and otherwise, made as small as fits.
  private static let (paper, otherwise) = (PaperSize.column, PaperSize.a4)
  /// The figures that say the same there: on a small paper others sum schools to hubs, and show another finding.
  private static let keepTheirFinding: Set<FigureName> = [.ranking]
  private static let width = 160.0
  /// The highest that leaves room for the rest of a finding's page, and of Part B's, in millimetres; of what is made smaller.
  private static let (tallest, tallestInPartB) = (94.0, 58.0)

  private let gallery: Gallery
  private let fallback: Gallery
  private let hasPNG: Bool
  private let room: Double

  /// Nobody is named in them, in Part B neither.
  ///
  /// - Parameters:
  ///   - hasPNG: whether programs that read no SVG are served too.
  ///   - isPartB: whether they go with a page that has a warning and a longer table.
  init(
    _ session: Session, _ analysis: Analysis, hasPNG: Bool, isPartB: Bool
  ) throws(Failure) {
    self.hasPNG = hasPNG
    room = isPartB ? Self.tallestInPartB : Self.tallest
    gallery = try Gallery(session, analysis, on: Sheet(Self.paper), FigureWords())
    fallback = try Gallery(session, analysis, on: Sheet(Self.otherwise), FigureWords())
  }

  /// The figures that would do for a finding, the best first.
  private static func figures(of part: BoardPack.Part) -> [FigureName] {
    switch part {
    case .silos: [.ranking, .matrix]
    case .people: [.bridges]
    case .topics: [.coverage]
    case .partners: [.partners]
    case .unknown: []
    }
  }

  /// The figures of some findings, where there is anything to draw.
  func illustrations(
    _ parts: [BoardPack.Part]
  ) async throws(Failure) -> [BoardPack.Part: Illustration] {
    var drawn: [BoardPack.Part: Illustration] = [:]
    for part in parts {
      let names = Self.figures(of: part)
      let small = names.filter(Self.keepTheirFinding.contains)
      if let name = small.first(where: gallery.applicable.contains) {
        drawn[part] = illustration(try await gallery.draw(name), room: .infinity)
      } else if let name = names.first(where: fallback.applicable.contains) {
        drawn[part] = illustration(try await fallback.draw(name), room: room)
      }
    }
    return drawn
  }

  private func illustration(_ figure: DrawnFigure, room: Double) -> Illustration? {
    let size = figure.paper.size
    let ratio = size.height / size.width
    let width = min(Self.width, room / ratio)
    guard let alt = AltText(figure.furniture.altText),
      let png = hasPNG ? try? Print.png(figure.svg, figure.paper, dpi: 200) : []
    else { return nil }
    return Illustration(
      svg: Array(figure.svg.utf8), png: png, width: width, height: width * ratio, altText: alt,
      caption: figure.furniture.subtitle)
  }
}
