import ArgumentParser
import Networks
import SampleTrust
import Settings

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
      """)

  @Argument(help: "The folder to make.", completion: .directory)
  var folder: String

  @Option(parsing: .unconditional, help: "How many staff, from 200 to 1,000,000.")
  var people = "640"

  @Option(parsing: .unconditional, help: "How many rows of collaborations, about.")
  var ties: String?

  @Option(parsing: .unconditional, help: "Another seed makes another trust.")
  var seed = "1"

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
  }

  func run() async throws {
    let output = try OutputFolder(folder, sparing: Inputs())
    if try output.isFilled {
      throw Failure(
        .cannotCreate, "The folder \(visible(folder)) is not empty. Name a new one.")
    }
    let trust = SampleTrust(
      people: peopleCount,
      ties: ties.flatMap(Self.ties(of: peopleCount).typed) ?? peopleCount * 5,
      seed: UInt64(Kind.seed.typed(seed) ?? 1))
    let taken = try output.add(trust.files.map { OutputFile($0.name, $0.text) })
    let written = trust.files.map(\.name).filter { !taken.contains($0) }
    Terminal.tell("Wrote \(listed(written)) to \(visible(output.path)).")
    Terminal.tell("Next: weft map \(folder) -o Output")
  }
}
