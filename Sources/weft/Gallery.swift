import Diagrams
import Intake
import Measures
import Networks

/// Draws the figures of one study.
struct Gallery {
  let facts: FigureFacts
  private let page: PageOptions
  private let day: Day?

  init(_ session: Session, _ options: StudyOptions, _ page: PageOptions) throws(Failure) {
    guard TextRuler.familyFound == TextRuler.family else {
      throw Failure(
        .unavailable,
        "The typeface \(TextRuler.family) is not installed, and figures are set in it. On Debian: apt-get install fonts-inter."
      )
    }
    let study = try options.study(session)
    let settings = session.settings
    self.page = page
    day = session.network.newestDay
    facts = FigureFacts(
      study, rules: options.rules(settings), minLink: options.linkLimit(settings),
      source: settings.figures.source ?? Self.source(session),
      meeting: page.meeting ?? settings.figures.meeting,
      marking: page.marking ?? settings.figures.marking)
  }

  /// Where the data come from, as the figure says it.
  private static func source(_ session: Session) -> String {
    let files = session.ledger.accounts.filter { $0.read > 0 }.map(\.file).sorted()
    let newest = session.network.newestDay.map { "; newest entry \($0.inWords)" } ?? ""
    return "Source: \(listed(files)) of \(session.network.title)\(newest)."
  }

  func draw(_ figure: DrawCommand.Name, number: Int? = nil) async throws -> DrawnFigure {
    switch figure {
    case .map:
      await MapPicture.drawTrustMap(facts, number: number, on: page.paper, by: .own)
    case .matrix:
      MatrixPicture(facts, number: number).drawn(on: page.paper)
    }
  }

  /// A figure in a form, as bytes.
  func bytes(_ drawn: DrawnFigure, _ format: FigureFormat) throws(Failure) -> [UInt8] {
    do {
      switch format {
      case .svg: return Array(drawn.svg.utf8)
      case .dot: return Array(drawn.dot.utf8)
      case .png: return try Print.png(drawn.svg, drawn.paper)
      case .pdf:
        let about = Print.About(
          title: drawn.furniture.headline, subject: drawn.furniture.subtitle, day: day)
        return try Print.pdf(drawn.svg, drawn.paper, about)
      }
    } catch {
      throw Failure(.unavailable, "The figure could not be drawn: \(error.description).")
    }
  }
}
