import ArgumentParser
import Documents
import Findings
import Intake
import Measures
import Networks
import Sections
import Settings
import Storage

/// `weft compare`: the same trust at two times.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Set two times side by side: is it better, how sure is that, and what came and went.",
    discussion: """
      With terms that are kept (weft keep) or a second folder, each time has its own files: people are told by id, schools that were renamed or merged by \
      the column became of schools.csv, and a difference is told only where it can be. With two days, the dates in the files of today (started and ended) are all there \
      is. Without either: the last term that is kept and the files of today, or else the newest day in the files and six months before it.

      Examples:
        weft compare harbour-trust
        weft compare harbour-trust --from "Autumn 2025"
        weft compare harbour-trust --from "Autumn 2025" --to "Spring 2026"
        weft compare autumn-files spring-files
        weft compare harbour-trust --from 2025-12-19 --to 2026-07-17
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions

  @Argument(help: "Another folder: the same trust at another time.", completion: .directory)
  var other: String?

  @OptionGroup var boundary: BoundaryOption
  @OptionGroup var depth: DepthOption
  @OptionGroup var minGroup: MinGroupOption
  @OptionGroup var pages: PagesOptions

  @Option(help: "The earlier time: a term that is kept, or a day.")
  var from: String?

  @Option(help: "The later time: a term that is kept, or a day; the files of today unless you say.")
  var to: String?

  func validate() throws {
    if other != nil, from != nil || to != nil {
      throw ValidationError("Write either a second folder, or --from and --to.")
    }
  }

  private func isDay(_ text: String?) -> Bool { text.map { readDay($0) != nil } ?? false }

  func run() async throws {
    // What is asked for is looked for before anything is read.
    let store = try Failure.catching { try TermStore.reading(workspace.folder) }
    let (first, second) = (
      try term("--from", from, store), try term("--to", to, store)
    )
    let session = try Session(workspace, reading, quietly: !pages.listing.isForPeople)
    let analysis = try StudyOptions(boundary, depth: depth, minGroup: minGroup)
      .analysis(session, needsBoundary: false)
    if let other {
      return try pages.print(try folders(session, analysis, other), session)
    }
    let last = try Failure.catching { try session.lastTerm(in: store) }
    let isOfTerms = from == nil && to == nil ? last != nil : first != nil || second != nil
    try pages.print(
      isOfTerms
        ? try terms(session, analysis, store, first, second) : try days(session, analysis), session)
  }

  /// The term that a word names; `nil` for a day, or where nothing is said.
  ///
  /// A term may be called like a day; then it is the term.
  private func term(
    _ option: String, _ word: String?, _ store: TermStore
  ) throws(Failure) -> Term? {
    guard let word else { return nil }
    return try Failure.catching {
      if let named = try store.named(word) { return named }
      if isDay(word) { return nil }
      // A day that there is not is no term either.
      let hasTerms = try !store.terms().isEmpty
      if !hasTerms || !word.contains(where: \.isLetter),
        let mistake = Kind.day("2026-07-17").mistake(option, word)
      {
        throw Failure(.usage, mistake + (hasTerms ? "" : " No term is kept here."))
      }
      return try store.term(named: word)
    }
  }

  /// Two terms, or a term and the files of today, with all terms in a table.
  private func terms(
    _ session: Session, _ now: Analysis, _ store: TermStore, _ first: Term?, _ second: Term?
  ) throws(Failure) -> Pages {
    for (option, word, term) in [("--from", from, first), ("--to", to, second)] {
      if let word, term == nil {
        throw Failure(.usage, "\(option) \(shown(word)): both are terms, or both are days.")
      }
    }
    let last = try Failure.catching { try session.lastTerm(in: store) }
    guard let first = first ?? last else {
      throw Failure(.usage, "--from: name a term that is kept.")
    }
    let all = try session.times(in: store, like: now)
    func analysis(_ term: Term) -> Analysis { all.first { $0.term == term }?.analysis ?? now }
    let later = second.map(analysis) ?? now
    var page = TermComparisonReport(
      later.comparison(since: analysis(first)), session.naming(.groups, later),
      then: first.name, now: second?.name ?? "today"
    ).pages
    let latest = all.last?.analysis ?? now
    let hasSuccessors = all.contains { $0.analysis.network.schools.contains { $0.became != nil } }
    page.add(
      "trend", "All terms",
      TrendReport().table(all.map { ($0.name, $0.analysis.succeeded(by: latest)) }),
      note: second != nil && hasSuccessors
        ? "In every term schools are counted as what they have become by the last, so shares may differ from those above."
        : "")
    return page
  }

  /// The trust of two folders, the earlier first.
  private func folders(
    _ session: Session, _ analysis: Analysis, _ other: String
  ) throws(Failure) -> Pages {
    let second = try Session(WorkspaceOptions(other, reading), quietly: true)
    let across = Session.analysis(second.network, like: analysis)
    let isInOrder =
      (analysis.asAt ?? across.asAt).map { first in
        across.asAt.map { first <= $0 } ?? true
      } ?? true
    let (earlier, later) = isInOrder ? (analysis, across) : (across, analysis)
    let names = isInOrder ? (session.folder, other) : (other, session.folder)
    return TermComparisonReport(
      later.comparison(since: earlier), (isInOrder ? second : session).naming(.groups, later),
      then: visible(names.0), now: visible(names.1)
    ).pages
  }

  /// Two days of the files of today.
  private func days(_ session: Session, _ analysis: Analysis) throws(Failure) -> Pages {
    for (option, text) in [("--from", from), ("--to", to)] {
      if let text, let mistake = Kind.day("2026-07-17").mistake(option, text) {
        throw Failure(.usage, mistake)
      }
    }
    guard let second = to.flatMap(readDay) ?? session.network.asAt,
      let first = from.flatMap(readDay) ?? Day(julian: second.julian - 182)
    else {
      throw Failure(.badData, "The files hold no dates, so nothing can be compared.")
    }
    guard first < second else {
      throw Failure(.usage, "\(first) is not before \(second).")
    }
    return ComparisonReport(session.network, analysis.comparison(from: first, to: second)).pages
  }
}
