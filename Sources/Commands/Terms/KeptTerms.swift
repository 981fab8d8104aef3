import ArgumentParser
import Diagrams
import Documents
import Findings
import FoundationEssentials
import Intake
import Networks
import Sections
import Settings
import Storage

/// What a workspace's kept terms are to the commands: networks to compare, and places of groups.
extension Failure {
  init(_ error: StoreError) {
    let status: ExitStatus =
      switch error.kind {
      case .name: .usage
      case .content: .badData
      case .access: .inputOutput
      case .busy: .temporary
      }
    self.init(status, error.description)
  }
}

/// A name that terms may have.
enum TermName {
  /// The name without blanks at its ends, and with single ones inside.
  static func checked(_ text: String) throws(ValidationError) -> String {
    let name = text.split { $0 == " " || $0 == "\u{A0}" }.joined(separator: " ")
    guard !name.isEmpty else {
      throw ValidationError("--term is empty: name the term, as in --term \"Autumn 2026\".")
    }
    guard name.count <= TermStore.nameLength,
      !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else {
      throw ValidationError(
        "--term \(shown(text)): a name has at most \(TermStore.nameLength) characters, on one line."
      )
    }
    return name
  }
}

extension TermStore {
  /// The files of a term as a workspace that can be read.
  func copy(of term: Term) throws(Failure) -> WorkspaceCopy {
    let files: [TermFile]
    do {
      files = try self.files(of: term)
    } catch {
      throw Failure(error)
    }
    let tables = Dictionary(
      files.filter { $0.role == .table }.map { ($0.name, $0.bytes) }
    ) { one, _ in one }
    guard let reading = files.first(where: { $0.role == .reading }),
      let copy = WorkspaceCopy(reading: reading.bytes, files: tables)
    else {
      throw Failure(.badData, "The term \(shown(term.name)) lacks files, so it cannot be read.")
    }
    return copy
  }
}

enum KeptTerms {
  /// The terms of a workspace, to be read.
  static func store(_ folder: String) throws(Failure) -> TermStore {
    do {
      return try TermStore.reading(folder)
    } catch {
      throw Failure(error)
    }
  }
}

extension Session {
  /// The trust as a term has it, asked the same question as at that time.
  func analysis(of term: Term, in store: TermStore, like now: Analysis)
    throws(Failure) -> Analysis
  {
    let copy = try store.copy(of: term)
    do {
      let network = try copy.network().network
      return Self.analysis(try reading.chosen(network, copy.options), like: now)
    } catch let error as IntakeError {
      throw Failure(
        .badData, "The term \(shown(term.name)) can no longer be read: \(error.description)")
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.internalError, "\(error)")
    }
  }

  /// The earlier time that a word means, a kept term or a day; where nothing is said, the last term that is not of today's files.
  func earlierTime(
    _ word: String?, beside now: Analysis, _ naming: Naming
  ) throws(Failure) -> EarlierTime? {
    guard let word else {
      guard let store = try? TermStore.reading(folder), let last = try? lastTerm(in: store),
        let then = try? analysis(of: last, in: store, like: now)
      else { return nil }
      return EarlierTime(term: last.name, then, beside: now, naming)
    }
    let store = try KeptTerms.store(folder)
    do {
      let named = try store.terms().first { folded($0.name) == folded(word) }
      if named == nil, let day = readDay(word) { return EarlierTime(day, of: now) }
      let term = try named ?? store.term(named: word)
      return EarlierTime(
        term: term.name, try analysis(of: term, in: store, like: now), beside: now, naming)
    } catch let error as StoreError {
      throw Failure(error)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.internalError, "\(error)")
    }
  }

  /// The same question asked of a network of another time.
  static func analysis(_ network: Network, like now: Analysis) -> Analysis {
    var question = now.question
    question.boundary = now.boundary
    (question.period, question.asAt) = (nil, nil)
    return Analysis(network, question)
  }

  /// The last term that is not of the very files of today; `nil` where none is kept.
  func lastTerm(in store: TermStore) throws(Failure) -> Term? {
    do {
      return try store.terms().last { $0.edition != network.edition }
    } catch {
      throw Failure(error)
    }
  }

  /// Where groups stood on each map when the last term was kept; nothing where no term can be read.
  func keptPlaces(along boundary: Boundary?) -> [FigureName: FigurePlaces] {
    guard let boundary, let store = try? TermStore.reading(folder),
      let last = try? store.terms().last, let files = try? store.files(of: last)
    else { return [:] }
    var kept: [FigureName: FigurePlaces] = [:]
    for figure in FigureName.withPlaces {
      let name = figure.placesFile(along: boundary)
      if let file = files.first(where: { $0.role == .places && $0.name == name }) {
        kept[figure] = FigurePlaces(reading: String(decoding: file.bytes, as: UTF8.self))
      }
    }
    return kept
  }
}

extension FigureName {
  /// The figures whose groups stand where they stood in the last term.
  static let withPlaces: [FigureName] = [.map]

  /// The file of a kept term with their places, for groups along a boundary.
  func placesFile(along boundary: Boundary) -> String { "\(fileName) by \(boundary.id).json" }
}
