import ArgumentParser
import Documents
import Sections

/// `weft prospects`: new partners.
struct ProspectsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prospects",
    abstract:
      "Find partners whose mission or offers meet an open need, a school's wish or a goal, and who knows them.",
    discussion: """
      Examples:
        weft prospects harbour-trust
        weft prospects harbour-trust --top 40 --csv
      """)

  @OptionGroup var schools: SchoolStudyOptions

  func run() async throws {
    try schools.print { $0.prospects(top: schools.top) }
  }
}
