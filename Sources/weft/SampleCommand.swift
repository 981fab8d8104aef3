import ArgumentParser
import FoundationEssentials
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
    if let held = try? FileManager.default.contentsOfDirectory(atPath: folder), !held.isEmpty {
      throw Failure(.cannotCreate, "The folder \(folder) is not empty. Name a new one.")
    }
    let trust = SampleTrust(people: people, ties: ties, seed: seed)
    try OutputFolder.make(folder)
    for file in trust.files { try AtomicFile.write(file.text, to: folder + "/" + file.name) }
    Terminal.tell("Wrote \(listed(trust.files.map(\.name))) to \(folder).")
    Terminal.tell("Next: weft map \(folder) -o Output")
  }
}
