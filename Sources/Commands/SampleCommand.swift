import ArgumentParser
import Intake
import Networks
import SampleTrust
import Settings
import Storage

/// `weft sample`: a fictional trust to try things on.
struct SampleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Make a fictional trust to try things on.",
    discussion: """
      The same seed makes the same files. The README among them lists the facts that are planted in the data.

      Examples:
        weft sample harbour-trust
        weft sample big-trust --people 10000 --ties 60000 --seed 7
        weft sample harbour-trust --terms 3      with earlier terms kept, to compare
      """)

  @Argument(help: "The folder to make.", completion: .directory)
  var folder: String

  @Option(parsing: .unconditional, help: "How many staff, from 200 to 1,000,000.")
  var people = "640"

  @Option(parsing: .unconditional, help: "How many rows of collaborations, about.")
  var ties: String?

  @Option(parsing: .unconditional, help: "Another seed makes another trust.")
  var seed = "1"

  @Option(
    parsing: .unconditional, help: "How many terms, from 1 to 6; all are kept for weft compare.")
  var terms = "1"

  private static let termsAtMost = Kind.whole(1...SampleTerms.most)
  private static let peopleAtMost = Kind.whole(200...1_000_000)

  /// The rows that so many people may have.
  private static func ties(of people: Int) -> Kind<Int> {
    .whole(
      people...people * 50, "\(counted(people)) to \(counted(people * 50)), 1 to 50 a person")
  }

  private var peopleCount: Int { Self.peopleAtMost.typed(people) ?? 640 }

  func validate() throws {
    try Self.peopleAtMost.check("--people", people)
    try Self.ties(of: peopleCount).check("--ties", ties)
    try Kind.seed.check("--seed", seed)
    try Self.termsAtMost.check("--terms", terms)
  }

  func run() async throws {
    let output = try OutputFolder(folder, sparing: Inputs())
    if try output.isFilled {
      throw Failure(
        .cannotCreate, "The folder \(visible(folder)) is not empty. Name a new one.")
    }
    let made = SampleTerms(
      Self.termsAtMost.typed(terms) ?? 1, people: peopleCount,
      ties: ties.flatMap(Self.ties(of: peopleCount).typed) ?? peopleCount * 5,
      seed: UInt64(Kind.seed.typed(seed) ?? 1))
    guard let today = made.terms.last else { return }
    let taken = try output.add(today.files.map { OutputFile($0.name, $0.text) })
    let written = today.files.map(\.name).filter { !taken.contains($0) }
    Terminal.tell("Wrote \(listed(written)) to \(Terminal.folder(output.path)).")
    guard made.terms.count > 1 else { return Terminal.tell("Next: weft map \(folder) -o Output") }
    try keep(made.terms)
    Terminal.tell("Next: weft compare \(folder)")
  }

  /// Keeps the terms as though each had been kept in its time.
  private func keep(_ terms: [SampleTerms.Term]) throws(Failure) {
    try Failure.catching {
      let store = try TermStore.writing(folder)
      for term in terms {
        let copy = WorkspaceCopy(
          folder: folder, files: term.files.map { ($0.name, Array($0.text.utf8)) })
        let network = try copy.network().network
        guard let day = network.asAt ?? Day.today else { continue }
        try store.keep(
          Term(
            name: term.name, day: network.asAt, kept: day, version: Weft.configuration.version,
            edition: network.edition, people: network.slice().people.count,
            ties: network.ties.tellingCount),
          [TermFile(.reading, "reading.json", copy.reading)]
            + copy.tables.map { TermFile(.table, $0.name, $0.bytes) })
        Terminal.tell("Kept \(shown(term.name)).")
      }
    }
  }
}
