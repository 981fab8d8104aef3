import ArgumentParser
import Intake
import Findings
import Measures
import Networks
import Documents
import Sections
import Settings

/// `weft partners`: the partnership ledger, or one partnership whole.
struct PartnersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "partners",
    abstract:
      "Say how each partnership stands: who holds it, what is overdue, where the two sides differ.",
    discussion: """
      Reads partnerships.csv, ratings.csv and the ties of staff with partners; goals, events and stories where they are \
      there. Ratings are confidential: a mean is shown from three raters upwards, and a side that nobody asked is \
      "unknown", never agreement. Without a day of your own, things are looked at as at the newest day in the files.

      Examples:
        weft partners harbour-trust
        weft partners harbour-trust X20/H13
        weft partners harbour-trust --top 100 --as-at 2026-12-01
        weft partners harbour-trust --csv > partners.csv
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions

  @Argument(help: "A partnership such as X20/H13, or a partner, by id or name.")
  var id: String?

  @OptionGroup var names: NamesOption
  @OptionGroup var pages: PagesOptions

  @OptionGroup var top: TopOption

  @Option(name: .customLong("as-at"), help: "The day on which things are looked at.")
  var asAt: String?

  func validate() throws {
    try Kind.day("2026-12-01").check("--as-at", asAt)
    let holdsAll = (pages.listing.csv || pages.listing.plain) && pages.table != "red"
    try refuse(
      ["--top": top.top != nil && id != nil], "on a partnership or partner, which is shown whole")
    try refuse(["--top": top.top != nil && holdsAll], "on this table, which is printed whole")
  }

  func run() async throws {
    let session = try Session(workspace, reading, quietly: !pages.listing.isForPeople)
    let day = asAt.flatMap(readDay)
    let analysis = try StudyOptions().analysis(session, needsBoundary: false) { question in
      if let day { question.asAt = day }
    }
    let report = PartnersReport(analysis, names.naming(session, analysis))
    guard let id else { return try pages.print(report.pages(top: top.count(or: 20)), session) }
    let meant = try Self.meant(id, analysis)
    let found = meant.entries
    if found.isEmpty { throw Failure(.badData, report.ending(meant.ended)) }
    try pages.print(
      found.count == 1 ? report.pages(of: found[0]) : report.pages(among: found), session)
  }

  /// Partnerships that a text stands for: those under way, and those that are over.
  private struct Meant {
    var entries: [PartnershipLedger.Entry] = []
    var ended: [Partnership] = []
  }

  /// The partnership that a text stands for, or all of a partner.
  private static func meant(_ text: String, _ analysis: Analysis) throws(Failure) -> Meant {
    let (network, entries) = (analysis.network, analysis.ledger.entries)
    let ended = network.records.endedPartnerships
    let whole =
      entries.map { (id: $0.id, member: Meant(entries: [$0])) }
      + ended.map { (id: network.id(of: $0), member: Meant(ended: [$0])) }
    let partners = Set(entries.map(\.partnership.partner) + ended.map(\.partner)).sorted()
    let candidates =
      whole.map {
        MemberMatch.Candidate(kind: "partnership", id: $0.id, name: "", member: $0.member)
      }
      + partners.map { partner in
        MemberMatch.Candidate(
          kind: "partner", id: network.id(of: partner),
          name: network.name(ofGroup: partner) ?? "",
          member: Meant(
            entries: entries.filter { $0.partnership.partner == partner },
            ended: ended.filter { $0.partner == partner }))
      }
    return try MemberMatch(
      noun: "partnership or partner", source: "partnerships.csv", candidates: candidates
    ).one(text)
  }
}
