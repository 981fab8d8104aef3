import ArgumentParser
import Diagrams
import Findings
import Measures
import Networks
import Documents
import Sections

/// `weft draw`: one figure in one form.
struct DrawCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draw one figure as SVG, PDF, PNG or DOT.",
    discussion: """
      Figures:
        map       who works with whom across schools, central teams and partners
        matrix    the same as a grid, with what leads out of each school
        bridges   what holds the groups together
        network   one person, team or school and its network to two steps (--of ID)
        coverage  which school has somebody for which topic
        partners  which school works with which partner, and how deeply
        ideas     where ideas began, who brought them in, and where they were taken up
        people    every person, with the bridges named (--names pseudonym or full)
        change    links gained and lost between two times (--before DAY)

      .csv gives the numbers behind the figure, .json the places of its groups for --layout-from.

      Examples:
        weft draw map harbour-trust -o trust-map.pdf
        weft draw matrix harbour-trust -o matrix.png --meeting "Trust Board, 3 December 2026"
        weft draw network harbour-trust --of H03 -o northgate.png
        weft draw people harbour-trust --names pseudonym -o people.pdf --paper a3
        weft draw change harbour-trust --before 2026-01-01 -o change.png --layout-from trust-map.svg
        weft draw map harbour-trust -o - > map.svg
      """)

  @Argument(help: "Which figure: \(FigureName.allCases.map(\.rawValue).joined(separator: ", ")).")
  var figure: FigureName

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var page: PageOptions

  @Option(help: "What people are called: groups (not shown), pseudonym or full.")
  var names: Naming.Mode = .groups

  @Option(help: "network: the id of the person, team, school or group in the middle.")
  var of: String?

  @Option(help: "change: the earlier day or stretch; a year before the newest day unless given.")
  var before: String?

  @Option(
    name: [.short, .long],
    help: "The file to write: .svg, .pdf, .png, .dot, .csv or .json; - for SVG on stdout.",
    completion: .file(extensions: FigureFormat.allCases.map(\.rawValue)))
  var output: String

  @Flag(help: "Replace a file of that name that is no figure as Weft wrote it.")
  var force = false

  func validate() throws {
    if output != "-", FigureFormat(path: output) == nil {
      throw ValidationError(
        "--output \(shown(output)): end the name in .svg, .pdf, .png, .dot, .csv or .json.")
    }
    if let before, Period(typed: before) == nil {
      throw ValidationError(
        "--before \(shown(before)): write a day such as 2026-01-01 or a stretch such as 2025-09-01/2026-07-31."
      )
    }
  }

  func run() async throws {
    let session = try Session(workspace)
    let file =
      output == "-"
      ? nil : try FigureFile(output, sparing: session.inputs(page), force: force)
    var study = study
    // A trust of one school has nothing to group by, and may yet ask who knows what.
    if figure == .coverage, study.by == nil, session.settings.boundaries.isEmpty,
      session.network.boundary(named: Boundary.school.id) != nil
    {
      study.by = Boundary.school.id
    }
    let gallery = try Gallery(session, study, page, names: names)
    let drawn = try await gallery.draw(
      figure, of: of, before: before.flatMap(Period.init(typed:)))
    if let file, let format = FigureFormat(path: output) {
      try file.write(try gallery.bytes(drawn, format), isPrivate: names == .full)
      Terminal.tell("Wrote \(visible(output)).")
    } else {
      try Terminal.print(drawn.svg)
    }
  }
}
