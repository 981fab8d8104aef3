import ArgumentParser
import FoundationEssentials
import Formats
import GraphEngine
import Intake
import Networks

/// `weft survey`: a survey to send, made of the staff list.
struct SurveyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survey",
    abstract: "Write a survey of who works with whom, made of people.csv, to send to staff.",
    discussion: """
      Asks each person about colleagues, school by school, with depth in plain words; what they could help with and would like help \
      with; and whether their name may be shown. Writes survey.docx for the Quick import of Microsoft Forms, survey.html to print, and \
      README.txt with the minutes it takes. Whoever is hidden or left out, or has left, is not on it. The answers import as they are: \
      weft import ANSWERS.xlsx -o FOLDER.

      Examples:
        weft survey our-trust
        weft survey our-trust -o survey-2026
      """)

  @Argument(help: "The folder with people.csv.", completion: .directory)
  var folder: String

  @Option(
    name: [.short, .long], help: "The folder to write; Survey inside the other unless given.",
    completion: .directory)
  var output: String?

  @Flag(
    help: "Replace files of the same names that Weft did not write, or that were changed since.")
  var force = false

  func run() async throws {
    let target = output ?? folder + "/Survey"
    let place = try OutputFolder(target, sparing: Inputs(folder: folder, named: []))
    let network = try network()
    let today = Day.today
    let colleagues = network.people.ids.indices.filter { person in
      !network.people.isHidden[person]
        && (network.people.ended[person].map { ended in today.map { ended >= $0 } ?? true } ?? true)
    }.map { person in
      let school = network.people.school[person]
      return Survey.Colleague(
        name: network.people.names[person],
        school: school >= 0 ? network.schools[Int(school)].name : "")
    }
    guard colleagues.count > 1 else {
      throw Failure(
        .badData,
        "people.csv names \(inWords(colleagues.count)) to ask about; a survey needs two people or more."
      )
    }
    let survey = Survey(
      trust: network.title, colleagues: colleagues, topics: Self.topics(network))
    let files: [OutputFile]
    do {
      files = try survey.files(importing: folder).map { OutputFile($0.name, $0.bytes) }
    } catch {
      throw Failure(.internalError, error.description)
    }
    let kept = try place.replace(with: files, by: .survey, force: force, isPrivate: true)
    for file in kept {
      Terminal.tell("\(visible(file)) was changed since Weft wrote it, and was left as it is.")
    }
    Terminal.tell(
      "Wrote a survey about \(counted(colleagues.count, "colleague")) to \(visible(target)): about \(counted(survey.minutes, "minute")) to answer."
    )
    Terminal.tell("Next: read \(visible(target))/README.txt")
  }

  /// The workspace, whether or not it has ties yet.
  private func network() throws(Failure) -> Network {
    guard FileManager.default.fileExists(atPath: folder + "/people.csv") else {
      throw Failure(
        .missingInput,
        "There is no people.csv in \(shown(folder)). A survey is made of the staff list: weft import STAFF.xlsx -o \(visible(folder)) makes one."
      )
    }
    do throws(IntakeError) {
      var files: [String: [UInt8]] = [:]
      for name in ["people.csv", "schools.csv", "teams.csv", "topics.csv"] {
        let path = folder + "/" + name
        guard FileManager.default.fileExists(atPath: path) else { continue }
        files[name] = try readBytes(path: path, atMost: Limits.file)
      }
      // Nobody needs ties to ask for them: one between two partners stands in for what is not there yet.
      files["collaborations.csv"] = Array("from,to\npartner:A,partner:B\n".utf8)
      return try readNetwork(InputFolder(name: folder, files: files), options: IntakeOptions())
        .network
    } catch {
      throw Failure(error)
    }
  }

  private static let usualTopics = [
    "Phonics", "Reading", "Writing", "Mathematics", "Science", "SEND", "Autism",
    "Speech and language", "Early years", "Behaviour",
    "Attendance", "Safeguarding", "Assessment", "Careers", "Digital learning", "Leadership",
  ]

  /// The topics of the trust, or the usual ones.
  private static func topics(_ network: Network) -> [String] {
    let own = network.expertise.topics.topics.filter { $0.origin == .own }.map(\.name)
    return own.isEmpty ? usualTopics : Array(own.prefix(24))
  }
}
