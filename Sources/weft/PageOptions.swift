public import ArgumentParser
public import Diagrams
import Networks

/// The sheet a figure is drawn on, and the words a board wants on it.
struct PageOptions: ParsableArguments {
  @Option(help: "a4 (landscape), a4p (portrait), a3 or slide.")
  var paper: PaperSize = .a4

  @Option(help: "The meeting the figure is for.")
  var meeting: String?

  @Option(help: "A marking such as OFFICIAL.")
  var marking: String?
}

extension PaperSize: ExpressibleByArgument {}

/// The forms a figure is written in.
enum FigureFormat: String, CaseIterable {
  case svg, pdf, png, dot

  init?(path: String) {
    guard let ending = path.split(separator: ".").last else { return nil }
    self.init(rawValue: ending.lowercased())
  }
}
