import ArgumentParser
import Networks
import SampleTrust

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

  @Option(help: "How many staff, from 200 to 1,000,000.")
  var people = 640

  @Option(help: "How many rows of collaborations, about.")
  var ties = 3200

  @Option(help: "Another seed makes another trust.")
  var seed: UInt64 = 1

  func validate() throws {
    guard (200...1_000_000).contains(people) else {
      throw ValidationError("--people \(people): write a number from 200 to 1,000,000.")
    }
    guard (people...(people * 50)).contains(ties) else {
      throw ValidationError(
        "--ties \(ties): write a number from \(people) to \(people * 50), 1 to 50 a person.")
    }
  }

  func run() async throws {
    let output = try OutputFolder(folder, sparing: Inputs())
    if try output.isFilled {
      throw Failure(
        .cannotCreate, "The folder \(visible(folder)) is not empty. Name a new one.")
    }
    let trust = SampleTrust(people: people, ties: ties, seed: seed)
    let taken = try output.add(trust.files.map { OutputFile($0.name, $0.text) })
    let written = trust.files.map(\.name).filter { !taken.contains($0) }
    Terminal.tell("Wrote \(listed(written)) to \(visible(output.path)).")
    Terminal.tell("Next: weft map \(folder) -o Output")
  }
}
