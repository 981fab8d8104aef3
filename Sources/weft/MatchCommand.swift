import ArgumentParser
import Documents
import Sections

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

  @OptionGroup var schools: SchoolStudyOptions

  func run() async throws {
    try schools.print { $0.match(top: schools.top) }
  }
}
