import ArgumentParser
import Diagrams
import Documents
import ExpertiseSearch
import Findings
import Intake
import Measures
import Networks
package import Sections
import Settings
package import Website

/// A trust as a server shows it, its files read once.
package struct ServedTrust: Sendable {
  let session: Session
  package let isNamed: Bool
  private let marking: String?
  /// Whose each address is, by id, of those who may be named; nothing where nobody signs in.
  private let addresses: [String: String]

  package init(_ options: ServeOptions) throws(Failure) {
    session = try Session(options.workspace, options.reading, quietly: true)
    isNamed = options.names == .full
    marking = options.marking
    guard session.settings.signIn.issuer != nil, isNamed else {
      addresses = [:]
      return
    }
    let people = session.network.people
    let listed = Set(zip(people.ids, people.isHidden).filter { !$0.1 }.map(\.0))
    do throws(IntakeError) {
      addresses = try WorkspaceCopy(of: session.folder, options: session.options).addresses()
        .filter { listed.contains($0.value) }
    } catch {
      throw Failure(error)
    }
  }

  /// The id of whoever has an address, of those who may be named.
  package func id(ofAddress address: String) -> String? { addresses[address.lowercased()] }

  /// What is wrong in the files, and what was read of each.
  package var ledger: LedgerReport { LedgerReport(session.ledger, network: session.network) }

  /// The question answered.
  package func answer(_ question: QuestionWords) throws(Failure) -> ServedQuestion {
    let options: QuestionOptions = try parsed(question.arguments)
    let analysis = try options.study.analysis(session, needsBoundary: false)
    let page: PageOptions = try parsed(marking.map { ["--marking", $0] } ?? [])
    let words = page.words(session.settings, isNamed ? .full : .groups)
    let earlier = try session.earlierTime(
      question["since"], beside: analysis, session.naming(.groups, analysis))
    let site = Site(
      analysis, topics: Gallery.topicsBy(analysis),
      session.naming(isNamed ? .full : .pseudonym, analysis), marking: words.marking,
      since: earlier,
      served: Site.Served(
        boundaries: session.network.boundaries.map { ($0.id, $0.singular) },
        question: question.pairs),
      version: Weft.configuration.version)
    return ServedQuestion(
      session: session, analysis: analysis, page: page, isNamed: isNamed, question: question,
      site: site)
  }
}

/// Reads options as a command would.
private func parsed<Options: ParsableArguments>(_ arguments: [String]) throws(Failure) -> Options {
  do {
    return try Options.parse(arguments)
  } catch {
    throw Failure(.usage, Options.message(for: error))
  }
}

/// One question of a trust, answered; what takes long is worked out when somebody asks for it.
package struct ServedQuestion: Sendable {
  let session: Session
  let analysis: Analysis
  let page: PageOptions
  let isNamed: Bool
  let question: QuestionWords
  /// The pages, without pictures.
  package let site: Site

  /// The pages with their pictures.
  package func illustrated() async throws -> Site {
    site.illustrated(try await SiteFigures.drawn(session, analysis, page))
  }

  /// Who knows about something.
  ///
  /// - Parameter options: what they must be, by the names of the options of `weft find`, and `from`, who asks.
  package func find(
    _ text: String, _ options: [String: String]
  ) throws(Failure) -> FindReport {
    // A copy without names tells topics alone: neither where people are nor who there is may be found by asking.
    let options = isNamed ? options : [:]
    var arguments: [String] = []
    for key in ["school", "phase", "hub", "level", "offers"] {
      if let value = options[key], !value.isEmpty { arguments += ["--\(key)", value] }
    }
    let command: FindCommand = try parsed(arguments + ["--", session.folder, text])
    let knowledge = analysis.expertise
    var filter = try command.filter(session.network)
    var asker: (person: Int32, introductions: Introductions)?
    if let from = options["from"], !from.isEmpty {
      let person = try session.person(from, knowledge)
      filter.notPerson = person
      asker = (person, analysis.introductions)
    }
    do {
      let answer = try Finder(knowledge).find(text, filter)
      return FindReport(answer, knowledge, naming, top: 20, asker: asker)
    } catch {
      throw Failure(.usage, error.description)
    }
  }

  /// How one colleague could meet another.
  ///
  /// - Parameters:
  ///   - from: what the one who asks goes by.
  ///   - person: the place of the one to be met, from a page of theirs.
  package func path(from: String, to person: Int32) throws(Failure) -> PathReport {
    let knowledge = analysis.expertise
    let asker = try session.person(from, knowledge)
    guard asker != person else {
      throw Failure(.usage, "That is you. Write who would like to meet them.")
    }
    return PathReport(knowledge, analysis.introductions, naming, from: asker, to: [person])
  }

  /// The board pack in a form, and what it still lacks.
  ///
  /// - Parameter options: by the names of the options of `weft pack`.
  package func pack(
    _ form: String, _ options: [String: String]
  ) async throws -> (bytes: [UInt8], checks: [BoardPack.Check]) {
    var arguments = question.arguments + ["-o", "pack.\(form)"]
    for key in ["meeting", "date", "author", "purpose", "marking", "length"] {
      if let value = options[key], !value.isEmpty { arguments += ["--\(key)", value] }
    }
    let command: PackCommand = try parsed(arguments + ["--", session.folder])
    let asked = try command.question.study.analysis(session)
    // Were others counted than on the pages, the two would differ by those who may not be named.
    let analysis = isNamed ? analysis : asked
    let pack = try await command.pack(session, analysis)
    let files = try command.files(pack, session, analysis)
    return (files.flatMap { $0.pieces.flatMap { $0 } }, pack.checks)
  }

  /// The five findings of the first page on one page, as a file of a form; nobody is named in it.
  ///
  /// Of the same analysis as the first page: were others counted, the two would differ by those who may not be named.
  package func dashboard(_ form: String) async throws -> [UInt8]? {
    guard let format = FigureFormat(path: "dashboard.\(form)"), format.isPage else { return nil }
    let gallery = try Gallery(session, analysis, page)
    return try gallery.bytes(try await gallery.draw(.dashboard), format)
  }

  private var naming: Naming { session.naming(isNamed ? .full : .pseudonym, analysis) }
}
