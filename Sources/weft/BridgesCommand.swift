import ArgumentParser
import Measures
import Networks
import Reports

/// `weft bridges`: who holds the groups together, and what hangs on one person.
struct BridgesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bridges",
    abstract: "Say what hangs on one person, and who bridges now.",
    discussion: """
      People appear under codes unless --names full is given. Rankings are about positions in a network, not about merit.

      Examples:
        weft bridges harbour-trust
        weft bridges harbour-trust --only-links
        weft bridges harbour-trust --top 25 --csv > bridges.csv
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var listing: ListingOptions

  @Option(help: "How many people to list.")
  var top = 10

  @Flag(help: "Say only what hangs on one person or one link.")
  var onlyLinks = false

  @Option(help: "What people are called: pseudonym or full.")
  var names: MapCommand.Names = .pseudonym

  func validate() throws {
    guard top > 0 else { throw ValidationError("--top \(top): write a number above 0.") }
  }

  func run() async throws {
    let session = try Session(workspace, quietly: !listing.isForPeople)
    let study = try study.study(session)
    let rules = self.study.rules(session.settings)
    let fragility = Fragility(study, minGroup: rules.minGroup)
    let naming = Naming(
      session.network, names == .full ? .full : .pseudonym, key: session.settings.pseudonymKey)
    let report = BridgesReport(
      study, Brokers(study, fragility: fragility), fragility, naming, minGroup: rules.minGroup)
    if listing.isForPeople {
      try Terminal.print(report.sentences.map { $0 + "\n" }.joined())
      if onlyLinks { return }
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
  }
}
