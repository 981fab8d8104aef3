import ArgumentParser
import GraphEngine
import Findings
import Measures
import Networks
import Documents
import Sections

/// `weft boundaries`: which way of grouping people divides the work most.
struct BoundariesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "boundaries",
    abstract: "Say which way of grouping people divides the work most.",
    discussion: """
      Schools lie inside hubs, so work that keeps to schools keeps to hubs as well. Each boundary is therefore also looked at among \
      people who are alike in another way.

      Examples:
        weft boundaries harbour-trust
        weft boundaries harbour-trust --depth 4 --csv
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var boundary: BoundaryOption
  @OptionGroup var slice: SliceOptions
  @OptionGroup var minGroup: MinGroupOption
  @OptionGroup var surveyed: SurveyedOption
  @OptionGroup var listing: ListingOptions

  private var study: StudyOptions {
    StudyOptions(boundary, slice, minGroup: minGroup, surveyed: surveyed)
  }

  func run() async throws {
    let session = try Session(workspace, quietly: !listing.isForPeople)
    let study = try study.study(session)
    let judged = judgedBoundaries(
      study, beside: try self.study.boundaries(session), rules: self.study.rules(session.settings))
    let report = BoundariesReport(
      BoundaryRanking(
        study, judged.map(\.verdicts.boundary), rules: self.study.rules(session.settings)),
      judged.map(\.verdicts))
    guard listing.isForPeople else {
      return try Terminal.print(
        listing.text(
          report.table,
          json: .object([
            "schema_version": .whole(1), "depth": .whole(Int(study.slice.depth.rawValue)),
            "sentence": .optional(report.sentence), "boundaries": report.table.jsonRows,
          ])))
    }
    if let sentence = report.sentence { try Terminal.print(sentence + "\n\n") }
    try Terminal.print(report.table.alignedText + "\n" + BoundariesReport.howToRead + "\n")
  }
}

/// A study's own boundary and those beside it, each judged; at most nine, and none that nobody was asked across.
func judgedBoundaries(
  _ study: Study, beside boundaries: [Boundary], rules: VerdictRules
) -> [(study: Study, verdicts: SiloVerdicts)] {
  let own = study.grouping.map { [$0.boundary] } ?? []
  let others = boundaries.filter { !own.contains($0) }.prefix(8)
  let boundaries = own + others
  // What they all need is done before they go side by side.
  _ = study.counted
  return fanOut(boundaries.count) { place in
    let regrouped = study.grouped(by: boundaries[place])
    return (study: regrouped, verdicts: SiloVerdicts(regrouped, rules: rules))
  }.filter { $0.verdicts.whole.kind != .notSurveyedAcross || own.contains($0.verdicts.boundary) }
}
