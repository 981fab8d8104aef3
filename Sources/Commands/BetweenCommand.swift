import ArgumentParser
import GraphEngine
import Intake
import Findings
import Measures
import Networks
import Documents
import Sections

/// `weft between`: two groups side by side.
struct BetweenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "between",
    abstract:
      "Put two teams, kinds of team or schools side by side: ties beside chance, how deep, for what, what each asks of the other.",
    discussion: """
      Examples:
        weft between harbour-trust department inclusion --by team-kind
        weft between harbour-trust H11 H13
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions

  @Argument(help: "A group, by its id or name.")
  var one: String

  @Argument(help: "Another.")
  var another: String

  @OptionGroup var boundary: BoundaryOption
  @OptionGroup var period: PeriodOption
  @OptionGroup var minGroup: MinGroupOption
  @OptionGroup var names: NamesOption
  @OptionGroup var pages: PagesOptions

  private var study: StudyOptions { StudyOptions(boundary, period: period, minGroup: minGroup) }

  func run() async throws {
    let session = try Session(workspace, reading, quietly: !pages.listing.isForPeople)
    let analysis = try study.analysis(session)
    let report = OutwardReport(
      analysis, names.naming(session, analysis))
    let places = try [one, another].map { try Self.place($0, analysis.study) }
    guard places[0] != places[1] else {
      throw Failure(.usage, "\(shown(one)) and \(shown(another)) are the same group.")
    }
    try pages.print(report.between(places[0], places[1]), session)
  }

  /// The group that a text names.
  private static func place(_ text: String, _ study: Study) throws(Failure) -> Int {
    let (ids, names) = (study.grouping?.ids ?? [], study.grouping?.partition.names ?? [])
    let noun = study.grouping?.boundary.singular ?? "group"
    return try MemberMatch(
      noun: noun, remark: remark(text, study),
      candidates: ids.indices.map {
        MemberMatch.Candidate(kind: noun, id: ids[$0], name: names[$0], member: $0)
      }
    ).one(text)
  }

  /// That a text names a group of another kind, and how to ask for it; or one that everybody in it belongs to beside another.
  private static func remark(_ text: String, _ study: Study) -> String {
    let key = folded(text)
    let kind = Boundary.usual.first { kind in
      guard kind != study.grouping?.boundary else { return false }
      let groups = study.network.groups(by: kind, among: study.slice.people)
      return (groups.ids + groups.partition.names).contains { folded($0) == key }
    }
    if let kind { return ": \(visible(text)) is a \(kind.singular), so add --by \(kind.id)" }
    let network = study.network
    let named: [String?] =
      switch study.grouping?.boundary {
      case .school: network.schools.flatMap { [$0.id, $0.name] }
      case .team: network.teams.flatMap { [$0.id, $0.name] }
      case .teamKind: network.teams.map(\.kind)
      default: []
      }
    guard named.contains(where: { $0.map(folded) == key }) else { return "" }
    return study.grouping?.boundary == .school
      ? " in which anybody works alone in this period" : " that is anybody's first in this period"
  }
}

/// The sentence for a thing that is not there.
enum Unknown {
  /// The same where no file names any such thing.
  static func unnamed(_ noun: String, _ text: String, _ source: String) -> String {
    "There is no \(noun) \(shown(text)): no file names one. Add \(source)."
  }

  static func message(_ noun: String, _ text: String, _ known: [String]) -> String {
    let near = nearest(to: text, in: known).map { " Did you mean \($0)?" } ?? ""
    return "There is no \(noun) \(shown(text)).\(near)"
  }
}
