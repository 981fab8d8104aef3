import ArgumentParser
import Diagrams
import Documents
import Findings
import FoundationEssentials
import Intake
import Measures
import Networks
import Sections
import Settings
import Storage

/// `weft keep`: puts a term by.
struct KeepCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keep",
    abstract:
      "Keep this term: the files as read, and what was published of them, in terms.db beside them.",
    discussion: """
      Later terms can then be compared with it (weft compare), and maps keep every group where it stood. Only you may read terms.db: it holds names. \
      What is kept stays as it is until you take it away (weft terms) or somebody asks to be forgotten (weft forget).

      Examples:
        weft keep harbour-trust --term "Autumn 2026"
        weft terms harbour-trust
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions

  @Option(help: "What to call the term.")
  var term: String

  func validate() throws { _ = try TermName.checked(term) }

  func run() async throws {
    let name = try TermName.checked(term)
    let session = try Session(workspace, reading)
    let copy: WorkspaceCopy
    let network: Network
    do {
      // What is kept is what was read: the bytes are taken once, and read from there.
      copy = try WorkspaceCopy(of: session.folder, options: session.options)
      network = try copy.network().network
    } catch {
      throw Failure(error)
    }
    let analysis = try StudyOptions().analysis(session, needsBoundary: false)
    var files = [TermFile(.reading, "reading.json", copy.reading)]
    files += copy.tables.map { TermFile(.table, $0.name, $0.bytes) }
    files += ["weft.toml", "import.txt"].compactMap { name in
      FileManager.default.contents(atPath: session.folder + "/" + name).map {
        TermFile(.settings, name, [UInt8]($0))
      }
    }
    files.append(TermFile(.figures, "findings.json", Array(Self.figures(session, analysis).utf8)))
    if let boundary = analysis.boundary {
      let gallery = try Gallery(session, analysis, PageOptions.parse([]), names: .groups)
      for figure in FigureName.withPlaces where gallery.applicable.contains(figure) {
        guard let places = try await gallery.draw(figure).places else { continue }
        files.append(
          TermFile(.places, figure.placesFile(along: boundary), Array(places.json.utf8)))
      }
    }
    guard let today = Day.today else {
      throw Failure(.unavailable, "The clock of this machine shows no day between 1900 and 2199.")
    }
    let kept = Term(
      name: name, day: network.asAt,
      kept: today,
      version: Weft.configuration.version, edition: network.edition,
      people: analysis.study.peopleCount, ties: network.ties.tellingCount)
    try put(kept, files, session)
  }

  private func put(_ term: Term, _ files: [TermFile], _ session: Session) throws(Failure) {
    do {
      let store = try TermStore.writing(session.folder)
      if let remark = store.remark { Terminal.tell(remark) }
      let same = try store.terms().last { $0.edition == term.edition }
      try Interruption.check()
      try store.keep(term, files)
      let asAt = term.day.map { " as at \($0.inWords)" } ?? ""
      Terminal.tell(
        "Kept \(shown(term.name)): \(counted(term.people, "person", "people")) and \(counted(term.ties, "recorded tie"))\(asAt), in \(visible(session.folder))/\(TermStore.fileName) (\(inBytes(store.size)))."
      )
      if let same {
        Terminal.tell("People and ties are the same as in \(shown(same.name)).")
      }
      if let years = session.settings.yearsKept { try retire(store, years, term.kept) }
    } catch let error as StoreError {
      throw Failure(error)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.interrupted, "Interrupted: nothing was kept.")
    }
    Terminal.tell("Next: weft compare \(session.folder), once there are newer files.")
  }

  /// Takes away terms that are older than the settings allow.
  private func retire(_ store: TermStore, _ years: Int, _ today: Day) throws(StoreError) {
    let old = try store.terms().filter { term in
      let day = term.day ?? term.kept
      return (today.julian - day.julian) * 4 > years * 1_461
    }
    guard !old.isEmpty else { return }
    try store.drop(old)
    Terminal.tell(
      "Took away \(listed(old.map { shown($0.name) })), more than \(counted(years, "year")) old (years_kept in weft.toml)."
    )
  }

  /// The figures of groups and of the whole, as published; nobody is in them.
  static func figures(_ session: Session, _ analysis: Analysis) -> String {
    var file = FindingsFile(analysis, session.naming(.groups, analysis), withPeople: false)
    let asked = MapTables.askedOf([analysis.study])
    for found in reviewWithoutPeople(asked, groupsAtMost: FindingsFile.groupsAtMost) {
      file.add(analysis.study, found, withPeople: false)
    }
    if let verdicts = analysis.verdicts { file.add(verdicts) }
    return file.json
  }
}
