import ArgumentParser
import Documents
import Findings
import Measures
import Sections

/// `weft topics`: what people can know here, and which topics may be one.
struct TopicsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics",
    abstract: "List the topics, how many know each, and which of them may be one.",
    discussion: """
      A name that somebody wrote is always a topic of its own. Where it may be another, the line for topics.csv is given that \
      makes the two one; nothing is merged by itself.

      Examples:
        weft topics harbour-trust
        weft topics harbour-trust --whole --csv
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions

  @Flag(help: "Also the topics of Weft's own list that nobody here mentions.")
  var whole = false

  @OptionGroup var slice: SliceOptions
  @OptionGroup var listing: ListingOptions

  func run() async throws {
    let session = try Session(workspace, reading, quietly: true)
    let analysis = try StudyOptions(nil, slice).analysis(session, needsBoundary: false)
    let report = TopicsReport(analysis.expertise, isWhole: whole)
    guard listing.isForPeople else {
      return try Terminal.print(listing.text(report.table, json: report.json))
    }
    try Terminal.print(report.sentences.map { $0 + "\n" }.joined())
    if !report.mergeTable.rows.isEmpty { try Terminal.print("\n" + report.mergeTable.alignedText) }
    try Terminal.print("\n" + report.table.alignedText)
  }
}
