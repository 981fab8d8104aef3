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

extension Failure {
  /// What a body comes to; whatever it throws is a failure.
  static func catching<Value>(_ body: () throws -> Value) throws(Failure) -> Value {
    do {
      return try body()
    } catch let failure as Failure {
      throw failure
    } catch let error as StoreError {
      throw Failure(error)
    } catch let error as IntakeError {
      throw Failure(error)
    } catch {
      throw Failure(.internalError, "\(error)")
    }
  }
}

extension TermStore {
  /// The terms of a folder, which must be there, to be read.
  static func kept(in folder: String) throws -> TermStore {
    try InputFolder(path: folder).check()
    return try TermStore.reading(folder)
  }

  /// The files of a term as a workspace that can be read.
  func copy(of term: Term) throws -> WorkspaceCopy {
    let files = try self.files(of: term)
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

  /// The term of a name; `nil` where there is none.
  func named(_ word: String) throws(StoreError) -> Term? {
    try terms().first { folded($0.name) == folded(word) }
  }
}

extension Session {
  /// The trust as a term has it, asked the same question as at that time.
  func analysis(
    of term: Term, in store: TermStore, like now: Analysis
  ) throws(Failure) -> Analysis {
    try Failure.catching {
      let copy = try store.copy(of: term)
      let network = try reading.chosen(try copy.network().network, copy.options)
      return Self.analysis(network, like: now)
    }
  }

  /// The earlier time that a word means, a kept term or a day; where nothing is said, the last term.
  func earlierTime(
    _ word: String?, beside now: Analysis, _ naming: Naming
  ) throws(Failure) -> EarlierTime? {
    guard let word else { return lastTime(beside: now, naming) }
    return try Failure.catching {
      let store = try TermStore.reading(folder)
      let named = try store.named(word)
      if named == nil, let day = readDay(word) { return EarlierTime(day, of: now) }
      let term = try named ?? store.term(named: word)
      return EarlierTime(
        term: term.name, try analysis(of: term, in: store, like: now),
        beside: now, naming)
    }
  }

  /// All terms that are kept, in order, and the files of today where no term has them.
  func times(
    in store: TermStore, like now: Analysis
  ) throws(Failure) -> [(term: Term?, name: String, analysis: Analysis)] {
    let kept = try Failure.catching { try store.terms() }
    var times = try kept.map { term throws(Failure) in
      (term: term as Term?, name: term.name, analysis: try analysis(of: term, in: store, like: now))
    }
    // Today's people and ties may be kept already, under a name of their own.
    if !kept.contains(where: { $0.edition == network.edition }) {
      times.append((nil, "today", now))
    }
    return times
  }

  /// The last term that is kept; nothing where none can be read, which is said.
  func lastTime(beside now: Analysis, _ naming: Naming) -> EarlierTime? {
    fromKept { store in
      guard let last = try lastTerm(in: store) else { return nil }
      return EarlierTime(
        term: last.name, try analysis(of: last, in: store, like: now),
        beside: now, naming)
    }
  }

  /// Something of what is kept, by which nothing stands or falls; what is wrong with `terms.db` is said once.
  private func fromKept<Value>(_ body: (TermStore) throws -> Value?) -> Value? {
    do {
      return try Failure.catching {
        let store = try TermStore.reading(folder)
        if let remark = store.remark { Terminal.tellOnce("warning: \(remark)") }
        return try body(store)
      }
    } catch {
      Terminal.tellOnce("warning: \(error.message)")
      return nil
    }
  }

  /// The same question asked of a network of another time.
  static func analysis(_ network: Network, like now: Analysis) -> Analysis {
    var question = now.question
    question.boundary = now.boundary
    (question.period, question.asAt) = (nil, nil)
    return Analysis(network, question)
  }

  /// The last term that is neither of the people and ties of today nor of a later day; `nil` where none is kept.
  func lastTerm(in store: TermStore) throws(StoreError) -> Term? {
    try store.terms().last { term in
      let isLater = term.day.flatMap { day in network.asAt.map { day > $0 } } ?? false
      return term.edition != network.edition && !isLater
    }
  }

  /// Where groups stood on each map when the last term was kept; nothing where no term can be read, which is said.
  func keptPlaces(along boundary: Boundary?) -> [FigureName: FigurePlaces] {
    guard let boundary,
      let files = fromKept({ store in try store.terms().last.map { try store.files(of: $0) } })
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
