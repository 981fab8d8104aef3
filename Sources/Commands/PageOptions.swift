public import ArgumentParser
public import Diagrams
import FoundationEssentials
import Networks
import Documents
public import Sections
import Settings

/// The sheet a figure is drawn on, and the words a board wants on it.
struct PageOptions: ParsableArguments {
  @Option(
    help:
      "a4 (landscape, unless you say otherwise), a4p (portrait), a3, slide, column (160 mm wide, for a page of text), half (78 mm), inset (160 by 94 mm, without headline and source, for a page that has its own) or wide (247 by 136 mm, the same for a page on its side)."
  )
  var paper: PaperSize?

  @Flag(help: "Without colour: shapes, letters, hatching and dashes tell things apart.")
  var mono = false

  @Option(help: "What stands at the top of a figure in place of the finding.")
  var headline: String?

  @Option(help: "What stands below the headline in place of what is shown, of whom and when.")
  var subtitle: String?

  @Option(parsing: .unconditional, help: "The number of the figure in the paper: 1 to 999.")
  var figureNumber: String?

  @Option(help: "The meeting the figure is for.")
  var meeting: String?

  @Option(help: "A marking such as OFFICIAL.")
  var marking: String?

  @Option(
    help: "An earlier figure (.svg or .json) whose places are kept.",
    completion: .file(extensions: ["svg", "json"]))
  var layoutFrom: String?

  func validate() throws {
    try Kind.figureNumber.check("--figure-number", figureNumber)
    for (option, text) in [
      ("--headline", headline), ("--subtitle", subtitle), ("--meeting", meeting),
      ("--marking", marking),
    ] { try Kind.text.check(option, text) }
  }
}

extension Kind where Value == Int {
  fileprivate static let figureNumber = whole(1...999)
}

extension PageOptions {
  /// Refuses what only a page bears.
  func refuseWords(_ why: String) throws {
    try refuse(
      [
        "--mono": mono, "--headline": headline != nil, "--subtitle": subtitle != nil,
        "--figure-number": figureNumber != nil, "--meeting": meeting != nil,
        "--marking": marking != nil,
      ], why)
  }

  /// What a figure is drawn on, with the places of an earlier one when asked for.
  func sheet() throws(Failure) -> Sheet {
    var sheet = Sheet(paper ?? .a4, tone: mono ? .mono : .colour)
    guard let layoutFrom else { return sheet }
    guard let data = FileManager.default.contents(atPath: layoutFrom) else {
      throw Failure(.missingInput, "--layout-from \(shown(layoutFrom)): there is no such file.")
    }
    guard let places = FigurePlaces(reading: String(decoding: data, as: UTF8.self)) else {
      throw Failure(
        .badData,
        "--layout-from \(shown(layoutFrom)): no places of groups are in it. Give a figure that weft draw wrote as .svg or .json."
      )
    }
    sheet.earlier = places
    return sheet
  }

  /// The marking of a copy: what the user says, and what it shows of people.
  static func marking(_ settings: Settings, _ naming: Naming.Mode, own: String? = nil) -> String? {
    let copy: String? =
      switch naming {
      case .groups: nil
      case .pseudonym: "Shows people under codes: not for circulation"
      case .full: "Contains names: not for circulation"
      }
    let said = own ?? settings.figures.marking
    let marks = [said, copy].compactMap { $0 }
    return marks.isEmpty ? nil : marks.joined(separator: "  ·  ")
  }

  /// The words a user wants in place of Weft's; flags win over settings.
  ///
  /// - Parameter naming: a copy that shows people is marked as such, unless the user marks it.
  func words(_ settings: Settings, _ naming: Naming.Mode) -> FigureWords {
    FigureWords(
      headline: headline, subtitle: subtitle, meeting: meeting ?? settings.figures.meeting,
      marking: Self.marking(settings, naming, own: marking),
      number: figureNumber.flatMap(Kind.figureNumber.typed))
  }
}

extension Naming.Mode: ExpressibleByArgument {}

extension PaperSize: ExpressibleByArgument {}

/// The forms a figure is written in.
enum FigureFormat: String, CaseIterable {
  case svg, pdf, png, dot, csv, json

  init?(path: String) {
    guard let ending = path.split(separator: ".").last else { return nil }
    self.init(rawValue: ending.lowercased())
  }
}
