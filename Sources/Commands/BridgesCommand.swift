import ArgumentParser
import Findings
import Measures
import Networks
import Documents
import Sections

/// `weft bridges`: who holds the groups together, and what depends on one person.
struct BridgesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bridges",
    abstract: "Say what depends on one person, and who bridges now.",
    discussion: """
      People appear under codes unless --names full is given. Rankings are about positions in a network, not about merit.

      Examples:
        weft bridges harbour-trust
        weft bridges harbour-trust --only-links
        weft bridges harbour-trust --role gatekeeper
        weft bridges harbour-trust --top 25 --csv > bridges.csv
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions
  @OptionGroup var boundary: BoundaryOption
  @OptionGroup var slice: SliceOptions
  @OptionGroup var minGroup: MinGroupOption
  @OptionGroup var seed: SeedOption
  @OptionGroup var listing: ListingOptions

  @OptionGroup var top: TopOption

  @Flag(help: "Say only what depends on one person or one link.")
  var onlyLinks = false

  @Option(
    help:
      "List who has a role of Gould and Fernandez's: coordinator, itinerant, representative, gatekeeper, liaison, or total for all."
  )
  var role: Role?

  enum Role: String, ExpressibleByArgument, CaseIterable {
    case coordinator, itinerant, representative, gatekeeper, liaison, total
  }

  @OptionGroup var names: NamesOption

  @OptionGroup var threshold: ThresholdOptions

  private var study: StudyOptions { StudyOptions(boundary, slice, minGroup: minGroup, seed: seed) }

  func validate() throws {
    guard onlyLinks else { return }
    try refuse(
      [
        "--top": top.top != nil, "--role": role != nil, "--names": names.names != nil,
        "--json": listing.json, "--csv": listing.csv, "--plain": listing.plain,
      ],
      "with --only-links, which gives sentences alone")
  }

  func run() async throws {
    let session = try Session(workspace, reading, quietly: !listing.isForPeople)
    let analysis = try study.analysis(session)
    let naming = names.naming(session, analysis)
    let top = top.count(or: 10)
    if let role = role.flatMap({ Brokerage.Role(rawValue: $0.rawValue) }) {
      let report = RolesReport(analysis, role, naming)
      try Terminal.print(text(report, top: top))
      return try check(analysis)
    }
    let report = BridgesReport(analysis, naming)
    if listing.isForPeople {
      try Terminal.print(report.sentences.map { $0 + "\n" }.joined())
      if onlyLinks { return try check(analysis) }
      if let caution = report.caution { try Terminal.print(caution + "\n") }
      try Terminal.print("\n" + report.table(top: top).alignedText)
      try Terminal.print(
        """

        Betweenness: how often a person stands on the shortest way between two others.
        Constraint: low when a person's contacts do not know each other. Cut point: without them somebody is cut off.
        Next: weft measures betweenness

        """)
    } else {
      let table = report.table(top: top)
      try Terminal.print(
        listing.text(
          table,
          json: .object([
            "schema_version": .whole(1), "sentences": .array(report.sentences.map(JSONValue.text)),
            "people": table.jsonRows,
          ])))
    }
    try check(analysis)
  }

  /// Leaves with code 3 when a figure crosses a line.
  private func check(_ analysis: Analysis) throws {
    try threshold.check { name in try analysis.figure(named: name, showsAll: names.areFull) }
  }

  private func text(_ report: RolesReport, top: Int) -> String {
    let people = report.people(top: top)
    guard listing.isForPeople else {
      return listing.text(
        people,
        json: .object([
          "schema_version": .whole(1), "roles": report.totals.jsonRows, "people": people.jsonRows,
        ]))
    }
    return report.sentences.joined(separator: "\n") + "\n\n" + report.totals.alignedText + "\n"
      + people.alignedText + """

        By chance: what arcs at random, as many as there are, would give in groups of these sizes; z in standard deviations.
        Next: weft measures gatekeeper

        """
  }
}
