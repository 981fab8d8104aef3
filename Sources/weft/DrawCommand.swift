import ArgumentParser
import Diagrams
import Measures
import Networks
import Reports

/// `weft draw`: one figure in one form.
struct DrawCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draw one figure as SVG, PDF, PNG or DOT.",
    discussion: """
      Figures: map, matrix.

      Examples:
        weft draw map harbour-trust -o trust-map.pdf
        weft draw matrix harbour-trust -o matrix.png --meeting "Trust Board, 3 December 2026"
        weft draw map harbour-trust -o - > map.svg
      """)

  /// The figures of the menu.
  enum Name: String, ExpressibleByArgument, CaseIterable {
    case map, matrix
  }

  @Argument(help: "Which figure: map or matrix.")
  var figure: Name

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var page: PageOptions

  @Option(
    name: [.short, .long],
    help: "The file to write: .svg, .pdf, .png or .dot; - for SVG on stdout.",
    completion: .file(extensions: ["svg", "pdf", "png", "dot"]))
  var output: String

  func validate() throws {
    if output != "-", FigureFormat(path: output) == nil {
      throw ValidationError("--output \(shown(output)): end the name in .svg, .pdf, .png or .dot.")
    }
  }

  func run() async throws {
    let session = try Session(workspace)
    let gallery = try Gallery(session, study, page)
    let drawn = try await gallery.draw(figure)
    if output == "-" {
      try Terminal.print(drawn.svg)
    } else if let format = FigureFormat(path: output) {
      try AtomicFile.write(try gallery.bytes(drawn, format), to: output)
      Terminal.tell("Wrote \(output).")
    }
  }
}
