import ArgumentParser
import Measures
import Networks
import Reports

/// `weft silos`: which groups keep to themselves, seen beside expected.
struct SilosCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "silos",
    abstract: "Say which groups keep to themselves, beside chance and beside the others.",
    discussion: """
      Examples:
        weft silos harbour-trust
        weft silos harbour-trust --by team-kind --depth 4
        weft silos lawfirm --collaborations edges_advice.csv --directed --by office --json
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var listing: ListingOptions

  func run() async throws {
    let session = try Session(workspace, quietly: !listing.isForPeople)
    let study = try study.study(session)
    let verdicts = SiloVerdicts(study, rules: self.study.rules(session.settings))
    let report = SilosReport(verdicts)
    if listing.isForPeople {
      try Terminal.print(report.sentences.map { $0 + "\n" }.joined() + "\n")
      try Terminal.print(report.table.alignedText)
      try Terminal.print("\n" + Self.howToRead)
    } else {
      try Terminal.print(
        listing.text(report.csvTable, json: report.csvTable.jsonRows))
    }
  }

  private static let howToRead = """
    Lead out: the share of a group's ties that lead out of it. Others at its size: what the other groups would do.
    E-I runs from -1 (all ties inside) to +1 (all outside); expected is what chance alone would give.
    Next: weft measures e-i, or weft bridges to see what holds the groups together.

    """
}
