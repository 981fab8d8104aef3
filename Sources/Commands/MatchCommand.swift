import ArgumentParser
import Documents
import Sections
import Findings
import Measures
import Networks

/// `weft match`: schools that would gain from one another.
struct MatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Pair schools: what one looks for and another has, and neighbours that keep apart.",
    discussion: """
      Reads the columns seeks and offers of schools.csv (lists with ;), needs.csv, what people know and seek (expertise.csv, \
      topics.csv), and ties between schools. A topic is met by its synonyms, its parts, and the topic it is part of.

      Examples:
        weft match harbour-trust
        weft match harbour-trust --csv --table neighbours
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions
  @OptionGroup var slice: SliceOptions
  @OptionGroup var minGroup: MinGroupOption
  @OptionGroup var top: TopOption
  @OptionGroup var pages: PagesOptions

  func run() async throws {
    let session = try Session(workspace, reading, quietly: !pages.listing.isForPeople)
    let options = StudyOptions(nil, slice, minGroup: minGroup)
    let analysis = try options.analysis(session, needsBoundary: false).grouped(by: .school)
    let report = OutwardReport(analysis, session.naming(.pseudonym, analysis))
    try pages.print(report.match(top: top.count(or: 15)), session)
  }
}
