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
      Schools lie inside hubs, so work that keeps to schools keeps to hubs as well. Each boundary is therefore also looked at \
      after allowing for each of the others.

      Examples:
        weft boundaries harbour-trust
        weft boundaries harbour-trust --depth 4 --csv
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions
  @OptionGroup var boundary: BoundaryOption
  @OptionGroup var slice: SliceOptions
  @OptionGroup var minGroup: MinGroupOption
  @OptionGroup var surveyed: SurveyedOption
  @OptionGroup var listing: ListingOptions

  private var study: StudyOptions {
    StudyOptions(boundary, slice, minGroup: minGroup, surveyed: surveyed)
  }

  func run() async throws {
    let session = try Session(workspace, reading, quietly: !listing.isForPeople)
    let analysis = try study.analysis(session)
    let report = BoundariesReport(analysis)
    guard listing.isForPeople else {
      return try Terminal.print(
        listing.text(
          report.table,
          json: .object([
            "schema_version": .whole(1), "depth": .whole(Int(analysis.question.depth.rawValue)),
            "sentence": .optional(report.sentence), "boundaries": report.table.jsonRows,
          ])))
    }
    if let sentence = report.sentence { try Terminal.print(sentence + "\n\n") }
    try Terminal.print(report.table.alignedText + "\n" + BoundariesReport.howToRead + "\n")
  }
}
