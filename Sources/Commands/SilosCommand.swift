import ArgumentParser
import Findings
import Measures
import Networks
import Documents
import Sections

/// `weft silos`: which groups keep to themselves, seen beside expected.
struct SilosCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "silos",
    abstract: "Say which groups keep to themselves, beside chance and beside the others.",
    discussion: """
      Examples:
        weft silos harbour-trust
        weft silos harbour-trust --by team-kind --depth 4
        weft silos harbour-trust --fail-if 'silos>0' --fail-if 'e-i<-0.7'
        weft silos lawfirm --collaborations edges_advice.csv --directed --by office --json
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions
  @OptionGroup var boundary: BoundaryOption
  @OptionGroup var slice: SliceOptions
  @OptionGroup var minGroup: MinGroupOption
  @OptionGroup var surveyed: SurveyedOption
  @OptionGroup var listing: ListingOptions
  @OptionGroup var threshold: ThresholdOptions

  private var study: StudyOptions {
    StudyOptions(boundary, slice, minGroup: minGroup, surveyed: surveyed)
  }

  func run() async throws {
    let session = try Session(workspace, reading, quietly: !listing.isForPeople)
    let analysis = try study.analysis(session)
    guard let report = SilosReport(analysis, gaps: analysis.gaps(showsAll: false)),
      let depths = DepthsReport(analysis)
    else { throw Failure.nothingGroups }
    let sentences = report.sentences + [ofAllTies(session, analysis)].compactMap { $0 }
    if listing.isForPeople {
      try Terminal.print(sentences.map { $0 + "\n" }.joined() + "\n")
      try Terminal.print(report.table.alignedText)
      if depths.isTold { try Terminal.print("\n" + depths.table.alignedText) }
      try Terminal.print("\n" + Self.howToRead)
    } else {
      try Terminal.print(
        listing.text(
          report.csvTable, json: json(report, sentences, depths, analysis.question.depth)))
    }
    try threshold.check { name in try analysis.figure(named: name, showsAll: false) }
  }

  /// How much of all work leads across, where nothing can be said of the ties that an option keeps.
  private func ofAllTies(_ session: Session, _ analysis: Analysis) -> String? {
    guard let all = session.unchosen, analysis.verdicts?.whole.kind.isSaid == false,
      let verdicts = Analysis(all, analysis.question).verdicts, verdicts.whole.kind.isSaid,
      let index = verdicts.index.value
    else { return nil }
    return
      "Of all ties on record \(percent((1 + index) / 2)) lead from one \(verdicts.boundary.singular) to another: here only those count that --kind or --confirmed keeps."
  }

  private func json(
    _ report: SilosReport, _ sentences: [String], _ depths: DepthsReport, _ depth: Depth
  ) -> JSONValue {
    .object([
      "schema_version": .whole(2), "boundary": .text(report.verdicts.boundary.id),
      "depth": .whole(Int(depth.rawValue)),
      "null": .optional(report.verdicts.index.null?.rawValue),
      "sentences": .array(sentences.map(JSONValue.text)),
      "groups": report.csvTable.jsonRows, "depths": depths.table.jsonRows,
    ])
  }

  private static let howToRead = """
    Lead out: the share of a group's ties that lead out of it. Could be: the range that allows for who was
    counted and for missing answers (95 %). Others at its size: what the other groups would do. By chance: what chance would give.
    E-I runs from -1 (all ties inside) to +1 (all outside). Depth: 1 is contact, 5 is joint work throughout.
    \(SilosReport.chance)
    Next: weft measures e-i, weft boundaries to see which way of grouping people divides most, weft bridges to see what holds them together.

    """
}
