import Diagrams
import Documents
import Findings
import Website

/// The pictures that pages for browsers show.
enum SiteFigures {
  /// Those that apply; none where nothing groups people.
  ///
  /// - Parameter step: told before each is drawn.
  static func drawn(
    _ session: Session, _ analysis: Analysis, _ page: PageOptions, step: (String) -> Void = { _ in }
  ) async throws -> [Site.FigureKind: Site.Figure] {
    guard analysis.boundary != nil else { return [:] }
    // Pictures of groups name nobody, in a named copy either.
    let gallery = try Gallery(session, analysis, page)
    let wanted: [(FigureName, Site.FigureKind)] = [
      (.map, .map), (.matrix, .matrix), (.bridges, .bridges), (.partners, .partners),
    ]
    var figures: [Site.FigureKind: Site.Figure] = [:]
    for (name, kind) in wanted where gallery.applicable.contains(name) {
      step("drawing \(name.fileName)")
      let drawn = try await gallery.draw(name)
      figures[kind] = Site.Figure(
        file: name.fileName + ".svg", svg: try gallery.bytes(drawn, .svg),
        alt: drawn.furniture.altText, description: drawn.furniture.description,
        table: Table(drawn.table))
    }
    return figures
  }
}
