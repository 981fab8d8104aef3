import Diagrams
import Documents
import Findings
import Sections

/// The figures of a board pack, at the size at which they stand on the page.
struct PackFigures {
  /// What they are drawn on; whatever its size, they are as wide as the text.
  private static let paper = PaperSize.a4
  private static let width = 160.0
  /// The highest that leaves room for the rest of a finding's page, and of Part B's, in millimetres.
  private static let (tallest, tallestInPartB) = (94.0, 58.0)

  private let gallery: Gallery
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
  }

  private static func figure(of part: BoardPack.Part) -> FigureName? {
    switch part {
    case .silos: .matrix
    case .people: .bridges
    case .topics: .coverage
    case .partners: .partners
    case .unknown: nil
    }
  }

  /// The figures of some findings, where there is anything to draw.
  func illustrations(
    _ parts: [BoardPack.Part]
  ) async throws(Failure) -> [BoardPack.Part: Illustration] {
    var drawn: [BoardPack.Part: Illustration] = [:]
    for part in parts {
      guard let name = Self.figure(of: part), gallery.applicable.contains(name) else { continue }
      drawn[part] = illustration(try await gallery.draw(name))
    }
    return drawn
  }

  private func illustration(_ figure: DrawnFigure) -> Illustration? {
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
