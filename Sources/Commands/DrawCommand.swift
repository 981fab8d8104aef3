import ArgumentParser
import Diagrams
import Findings
import Measures
import Networks
import Documents
import Sections
import Settings

/// `weft draw`: one figure in one form.
struct DrawCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draw one figure as SVG, PDF, PNG or DOT.",
    discussion: """
      Figures:
        ranking   the share of ties that lead out of each school, beside the others at its size
        map       who works with whom across schools, central teams and partners
        matrix    the same as a grid, with what leads out of each school
        bridges   what holds the groups together
        network   one person, team or school and its network to two steps (--of ID or NAME)
        coverage  which school has somebody for which topic
        partners  which school works with which partner, and how deeply
        ideas     where ideas began, who brought them in, and where they were taken up
        people    every person, with the bridges named (--names pseudonym or full)
        change    links gained and lost between two times (--before DAY)
        shift     what came and went between two times, and how far each school's share moved (--before DAY)
        without   what would be lost without somebody (--of ID or NAME), or without whoever most depends on
        trend     the share of ties that lead out, over all terms that are kept (weft keep)
        depth     the share of ties that lead out by how deep they are, beside the others at its size
        response  who answered in each school, and what that lets anybody say of it
        dashboard five findings on one page, how sure each is, and what would help; nobody is named

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

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions
  @OptionGroup var question: QuestionOptions
  @OptionGroup var page: PageOptions

  @Option(
    help: "What people are called: groups (not shown, unless you say otherwise), pseudonym or full."
  )
  var names: Naming.Mode?

  @Option(
    help:
      "network: the id or name of the person, team, school or group in the middle; without: of who would leave."
  )
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
    try Kind.period.check("--before", before)
    try refuseUnused()
  }

  /// Refuses what the figure, or the form it is written in, makes no use of.
  private func refuseUnused() throws {
    for option in FigureOption.allCases where isGiven(option) && !figure.options.contains(option) {
      let others = FigureName.allCases.filter { $0.options.contains(option) }.map(\.rawValue)
      throw ValidationError(
        "\(option.flag) has no effect on the figure \(figure.rawValue), only on \(listed(others)). Leave it out."
      )
    }
    if let paper = page.paper, !figure.papers.contains(paper) {
      throw ValidationError(
        "The figure \(figure.rawValue) cannot be read on --paper \(paper.rawValue). Choose \(listed(figure.papers.map(\.rawValue), and: "or"))."
      )
    }
    guard let format = FigureFormat(path: output), !format.isPage else { return }
    let form = "in a file of .\(format.rawValue)"
    try page.refuseWords(form)
    if format == .csv || !figure.hasPlaces {
      try refuse(["--paper": page.paper != nil, "--layout-from": page.layoutFrom != nil], form)
    }
  }

  private func isGiven(_ option: FigureOption) -> Bool {
    switch option {
    case .by: question.by != nil
    case .depth: question.depth != nil
    case .minGroup: question.minGroup != nil
    case .minLink: question.minLink != nil
    case .surveyedAcross: question.surveyedAcross != nil
    case .seed: question.seed != nil
    case .names: names != nil
    case .of: of != nil
    case .before: before != nil
    case .layoutFrom: page.layoutFrom != nil
    }
  }

  func run() async throws {
    let session = try Session(workspace, reading)
    let file =
      output == "-"
      ? nil : try FigureFile(output, sparing: session.inputs(page), force: force)
    var study = question.study
    // A trust of one school has nothing to group by, and may yet ask who knows what.
    if figure == .coverage, study.by == nil, session.settings.boundaries.isEmpty,
      session.network.boundary(named: Boundary.school.id) != nil
    {
      study.by = Boundary.school.id
    }
    let gallery = try Gallery(
      session, try study.analysis(session), page, names: names ?? .groups)
    let drawn = try await gallery.draw(
      figure, of: of, before: before.flatMap(Kind.period.typed))
    if let file, let format = FigureFormat(path: output) {
      try file.write(try gallery.bytes(drawn, format), isPrivate: names == .full)
      Terminal.tell("Wrote \(visible(output)).")
    } else {
      try Terminal.print(drawn.svg)
    }
  }
}
