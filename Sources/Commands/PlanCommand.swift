import ArgumentParser
import Documents
import Findings
import GraphEngine
import Measures
import Networks
import Sections
import Settings

/// `weft plan`: few introductions that bring many together.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract:
      "Find the few introductions that would bring most colleagues of different schools together.",
    discussion: """
      Each with what the two could talk about and who could introduce them. Only people who offer or look for something in expertise.csv, where anybody does, \
      or know something where no offer is on record; \
      nobody is in more introductions than you say; hidden people never. Two people count as within reach when at most two colleagues stand between them, or one where \
      nearly all are that near. How good a plan is, and what it is compared with: Docs/Terms.md.

      Examples:
        weft plan harbour-trust
        weft plan harbour-trust --introductions 8 --at-most 1
        weft plan harbour-trust --for "Northgate Academy" --names full
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions

  @Option(parsing: .unconditional, help: "How many introductions, from 1 to 50.")
  var introductions = "5"

  @Option(parsing: .unconditional, help: "In how many of them one person may be, from 1 to 10.")
  var atMost = "2"

  @Option(help: "The school, or other group, that each introduction shall be for.")
  var `for`: String?

  @OptionGroup var boundary: BoundaryOption
  @OptionGroup var depth: DepthOption
  @OptionGroup var minGroup: MinGroupOption
  @OptionGroup var seed: SeedOption
  @OptionGroup var names: NamesOption
  @OptionGroup var pages: PagesOptions

  private static let count = Kind.whole(1...50)
  private static let load = Kind.whole(1...10)

  func validate() throws {
    try Self.count.check("--introductions", introductions)
    try Self.load.check("--at-most", atMost)
  }

  func run() async throws {
    let session = try Session(workspace, reading, quietly: !pages.listing.isForPeople)
    let analysis = try StudyOptions(boundary, depth: depth, minGroup: minGroup, seed: seed)
      .analysis(session, needsBoundary: false)
    let naming = names.naming(session, analysis)
    var request = PlanRequest()
    request.count = Self.count.typed(introductions) ?? request.count
    request.atMostPerPerson = Self.load.typed(atMost) ?? request.atMostPerPerson
    request.group = try `for`.map { text throws(Failure) in try group(text, analysis, naming) }
    try pages.print(PlanReport(analysis, analysis.plan(request), naming).pages, session)
  }

  private func group(
    _ text: String, _ analysis: Analysis, _ naming: Naming
  ) throws(Failure) -> String {
    guard let grouping = analysis.study.grouping else { throw Failure.nothingGroups }
    let noun = grouping.boundary.singular
    let place = try MemberMatch(
      noun: noun,
      candidates: grouping.ids.indices.map {
        MemberMatch.Candidate(
          kind: noun, id: grouping.ids[$0], name: grouping.partition.names[$0], member: $0)
      }
    ).one(text)
    guard naming.shows(place, of: analysis) else {
      throw Failure(
        .usage,
        "\(grouping.partition.names[place]) is not shown without --names full: few people are in it."
      )
    }
    return grouping.ids[place]
  }
}
