import Diagrams
import Documents
import Findings
import GraphEngine
import Intake
import Measures
import Networks
import Papers
import Sections
import Settings
import Storage

/// Draws the figures of one study.
struct Gallery {
  let facts: FigureFacts
  private let session: Session
  private let sheet: Sheet
  /// Where groups stood on each map when the last term was kept.
  private var kept: [FigureName: FigurePlaces] = [:]
  private let naming: Naming
  private let day: Day?

  init(
    _ session: Session, _ analysis: Analysis, _ page: PageOptions, names: Naming.Mode = .groups
  ) throws(Failure) {
    try self.init(
      session, analysis, on: page.sheet(), page.words(session.settings, names), names: names)
    if page.layoutFrom == nil { kept = session.keptPlaces(along: analysis.boundary) }
  }

  /// - Parameter words: what a user wants said in place of Weft's words.
  init(
    _ session: Session, _ analysis: Analysis, on sheet: Sheet, _ words: FigureWords,
    names: Naming.Mode = .groups
  ) throws(Failure) {
    guard TextRuler.familyFound == TextRuler.family else {
      throw Failure(
        .unavailable,
        "The typeface \(TextRuler.family) is not installed, and figures are set in it. On Debian: apt-get install fonts-inter."
      )
    }
    guard
      let facts = FigureFacts(
        analysis, source: session.settings.figures.source ?? Self.source(session), words: words)
    else { throw Failure.nothingGroups }
    self.facts = facts
    self.session = session
    self.sheet = sheet
    naming = session.naming(names, analysis)
    day = session.network.newestDay
  }

  private var analysis: Analysis { facts.analysis }

  /// By what topics are looked at: by school, unless another way of grouping was asked for.
  static func topicsBy(_ analysis: Analysis) -> Boundary {
    let main = analysis.boundary ?? .school
    return main == analysis.network.boundaries.first
      ? analysis.network.boundary(named: Boundary.school.id) ?? main : main
  }

  /// What people know and what is lacking; `nil` when the files say nothing of it.
  static func topics(_ analysis: Analysis, _ naming: Naming) -> GapsReport? {
    analysis.network.expertise.tellsKnowledge
      ? GapsReport(analysis.grouped(by: topicsBy(analysis)), naming) : nil
  }

  /// Where the data come from, as the figure says it: the files of the network, and further ones it draws on.
  private static func source(_ session: Session, and further: Set<TableKind> = []) -> String {
    let drawn: Set<TableKind> = [.people, .collaborations, .schools, .teams, .partners]
    let files = session.ledger.accounts.filter {
      $0.read > 0 && drawn.union(further).contains($0.table)
    }.map(\.file).sorted()
    let newest = session.network.asAt.map { "; newest entry \($0.inWords)" } ?? ""
    return "Source: \(listed(files)) of \(session.network.title)\(newest)."
  }

  /// The facts, with further files named as their source.
  private func facts(and further: Set<TableKind>) -> FigureFacts {
    var facts = facts
    if session.settings.figures.source == nil {
      facts.source = Self.source(session, and: further)
    }
    return facts
  }

  /// The figures that apply to the workspace and can be read on the paper, in the order of the gallery.
  var applicable: [FigureName] {
    FigureName.allCases.filter { name in
      guard name.papers.contains(sheet.paper) else { return false }
      return switch name {
      case .map, .matrix: true
      case .ranking: canRank
      // Between two groups there is nothing to bridge.
      case .bridges: facts.map.staffCount > 2
      case .partners:
        facts.map.units.contains { $0.kind == .partner }
          || !session.network.records.partnerships.isEmpty
      case .ideas: !session.network.records.ideas.isEmpty
      case .coverage: session.network.expertise.tellsKnowledge
      case .people: naming.showsAll
      case .change: (try? then(nil)) != nil
      case .network, .without, .trend, .depth, .dashboard, .response, .shift: false
      }
    }
  }

  /// Whether groups can be put beside each other: five or more, asked across.
  private var canRank: Bool {
    let verdicts = facts.verdicts
    return verdicts.whole.kind != .notSurveyedAcross
      && verdicts.shown.count { $0.outside != nil } >= 5
  }

  /// Draws one figure.
  ///
  /// - Parameters:
  ///   - subject: the person, team, school or other group in the middle of `network`.
  ///   - before: the earlier day or stretch of `change`.
  func draw(
    _ figure: FigureName, number: Int? = nil, of subject: String? = nil, before: Period? = nil
  ) async throws(Failure) -> DrawnFigure {
    // In groups' copies nobody is called anything.
    let name: @Sendable (Int32) -> String? = { [naming] person in
      naming.mode == .groups ? nil : naming.name(person)
    }
    var sheet = sheet
    if let places = kept[figure] { sheet.earlier = places }
    switch figure {
    case .ranking:
      return RankingPicture.drawRanking(facts, number: number, on: sheet)
    case .map:
      return await MapPicture.drawTrustMap(facts, number: number, on: sheet, by: .own)
    case .matrix:
      return MatrixPicture.drawMatrix(facts, number: number, on: sheet)
    case .bridges:
      return await MapPicture.drawBridges(
        facts, number: number, name: name, on: sheet, by: .own)
    case .partners:
      guard !session.network.partners.isEmpty || !session.network.records.partnerships.isEmpty
      else {
        throw Failure(
          .badData,
          "There are no partners to draw. Add partners.csv (id, name, sector), and partnerships.csv (partner, with, level)."
        )
      }
      return PartnerPicture.drawPartners(
        facts(and: [.partnerships, .ratings, .stories, .goals]), number: number, on: sheet)
    case .ideas:
      guard !session.network.records.ideas.isEmpty else {
        throw Failure(
          .badData,
          "There are no ideas to follow. Add ideas.csv (idea, origin, carried_by, adopted_by).")
      }
      return IdeaTrail.drawTrails(
        facts(and: [.ideas]), isNamed: naming.showsAll, name: name, number: number, on: sheet)
    case .coverage:
      return try coverage(number)
    case .people:
      guard naming.mode != .groups else {
        throw Failure(
          .usage,
          "The people map shows single people: add --names pseudonym for codes, or --names full.")
      }
      return PeopleMap.drawPeople(
        facts, number: number, showsSmallGroups: naming.showsAll, name: name, on: sheet)
    case .change:
      return await MapPicture.drawChange(
        facts, since: try then(before), number: number, on: sheet, by: .own)
    case .shift:
      return ShiftPicture.drawShift(facts, since: try then(before), number: number, on: sheet)
    case .network:
      return try await network(of: subject, number: number, name)
    case .without:
      if subject == nil, facts.fragility.singleHolders.isEmpty {
        let none = facts.fragility.sentences(facts.boundary).first
        throw Failure(
          .badData,
          "\(none ?? "\(facts.fragility.none(facts.boundary)) depends on one person.") Add --of to see what would go with somebody."
        )
      }
      return WithoutPicture.drawWithout(
        facts, without: try leavers(subject, name), number: number, on: sheet, name: name)
    case .trend:
      return try trend(number)
    case .depth:
      let levels = DepthPicture.levels(facts)
      guard levels.count > 1 else {
        throw Failure(
          .badData,
          "The files do not tell deeper ties from others, or too few are deep. Add a column depth to collaborations.csv."
        )
      }
      return DepthPicture.drawDepth(facts, levels: levels, number: number, on: sheet)
    case .response:
      guard facts.study.coverage.share != nil else {
        throw Failure(
          .badData,
          "The files do not say who answered. Add a column responded (yes or no) to people.csv.")
      }
      return ResponsePicture.drawResponse(facts, number: number, on: sheet)
    case .dashboard:
      let since = session.lastTime(beside: analysis, naming)
      let findings = KeyFindings(
        analysis, naming, topics: Self.topics(analysis, naming), since: since)
      return DashboardPicture(
        facts(and: [.expertise, .topics, .partnerships, .ratings]), findings.list.map(\.drawable),
        headline: findings.headline, since: since.map { "Since \($0.name)" }, number: number
      ).drawn(on: sheet)
    }
  }

  /// The grid of topics by school.
  private func coverage(_ number: Int?) throws(Failure) -> DrawnFigure {
    guard session.network.expertise.tellsKnowledge else {
      throw Failure(
        .badData,
        "The files say nothing of what people know. Add expertise.csv (person, topic, level), or a column expertise to people.csv such as \"Phonics:4; SEND\"."
      )
    }
    let isNamed = naming.showsAll
    let topics = analysis.grouped(by: Self.topicsBy(analysis))
    let measured = topics.coverage(showsAll: isNamed)
    guard
      let facts = FigureFacts(
        topics, source: facts(and: [.expertise, .topics]).source, words: facts.words)
    else { throw Failure.nothingGroups }
    return CoveragePicture.drawCoverage(
      facts, .init(measured, facts.map, facts.analysis.expertise), number: number, on: sheet)
  }

  /// The same workspace at an earlier time: a year before the day looked at unless asked otherwise.
  private func then(_ period: Period?) throws(Failure) -> FigureFacts {
    let network = analysis.network
    func undated(_ what: String) -> Failure {
      Failure(
        .badData,
        "\(what) is dated, so there is no earlier time to compare with. Add started and ended to collaborations.csv."
      )
    }
    guard let day = analysis.study.slice.period.first ?? analysis.asAt,
      let yearAgo = Day(julian: day.julian - 365)
    else { throw undated("Nothing") }
    let isDated =
      !network.ties.started.isEmpty || !network.ties.ended.isEmpty
      || network.workingGroups.contains { $0.started != nil || $0.ended != nil }
    guard isDated else { throw undated("No tie") }
    let then = analysis.during(period ?? Period(on: yearAgo))
    guard then.study.graph.tieCount > 0 || period != nil else {
      throw Failure(
        .badData,
        "On \(yearAgo.inWords), a year before, no tie was there yet to compare with. Name a later day with --before."
      )
    }
    guard let earlier = FigureFacts(then, source: facts.source, words: facts.words) else {
      throw Failure.nothingGroups
    }
    return earlier
  }

  /// The network of one group or person.
  private func network(
    of subject: String?, number: Int?, _ name: @escaping (Int32) -> String?
  ) async throws(Failure) -> DrawnFigure {
    guard let subject else {
      throw Failure(
        .usage,
        "weft draw network needs --of with the id or name of a person, team, school or other group."
      )
    }
    switch try member(subject) {
    case .unit(let id):
      if let drawn = await MapPicture.drawNetwork(
        of: id, facts, number: number, on: sheet, by: .own)
      {
        return drawn
      }
    case .team(let id):
      let teams = FigureFacts(
        analysis.grouped(by: .team), source: facts.source, words: facts.words)
      if let teams,
        let drawn = await MapPicture.drawNetwork(
          of: id, teams, number: number, on: sheet, by: .own)
      {
        return drawn
      }
    case .person(let node):
      guard naming.mode != .groups else {
        throw Failure(
          .usage,
          "One person's network shows single people: add --names pseudonym for codes, or --names full."
        )
      }
      return await MapPicture.drawNetwork(
        ofPerson: node, facts, number: number, showsSmallGroups: naming.showsAll, name: name,
        on: sheet, by: .own)
    }
    throw Failure(.badData, tooSmall(subject))
  }

  /// The share of ties that lead out, at all times that are known.
  private func trend(_ number: Int?) throws(Failure) -> DrawnFigure {
    let store = try Failure.catching { try TermStore.reading(session.folder) }
    let times = try session.times(in: store, like: analysis)
    guard let first = times.first, let last = times.last, times.count > 1,
      let latest = FigureFacts(last.analysis, source: facts.source, words: facts.words)
    else {
      throw Failure(
        .badData,
        "Only one time is on record, so there is no trend. Keep each term: weft keep \(visible(session.folder)) --term \"Autumn 2026\"."
      )
    }
    let comparison = last.analysis.comparison(since: first.analysis)
    return TrendPicture.drawTrend(
      latest, terms: times.map { ($0.name, $0.analysis.succeeded(by: last.analysis)) },
      comparison: comparison, number: number, on: sheet)
  }

  /// Those without whom the trust is drawn: whom somebody asks about, else whoever most depends on.
  private func leavers(
    _ subject: String?, _ name: (Int32) -> String?
  ) throws(Failure) -> WithoutPicture.Leavers {
    let study = facts.study
    guard let subject else {
      if let foremost = WithoutPicture.Leavers(foremostIn: facts, name: name) { return foremost }
      throw Failure(
        .badData,
        facts.fragility.isUnasked
          ? "People were most likely not asked about other \(facts.boundary.plural), so what depends on one person cannot be said."
          : facts.fragility.isThin
            ? "Too few ties are on record, so what depends on one person cannot be said."
            : !facts.fragility.hasTies
              ? "No tie between two \(facts.boundary.plural) is on record, so what depends on one person cannot be said."
              : "\(facts.fragility.none(facts.boundary)) is found to depend on one person, and too few answered to say who connects most. Name somebody with --of."
      )
    }
    func everybody(_ members: [Int32], of id: String) -> WithoutPicture.Leavers {
      let name =
        facts.map.units.first { $0.id == id }?.name
        ?? session.network.namedTeams.first { $0.id == id }?.name ?? id
      return WithoutPicture.Leavers(members, who: "everybody of \(Network.inText(name))")
    }
    switch try member(subject) {
    case .person(let node):
      let person = study.slice.people[node]
      return WithoutPicture.Leavers([person], who: name(person) ?? "one colleague")
    case .team(let id):
      let place = try session.team(id)
      let members = session.members(ofTeam: place, among: study.slice.people)
      guard naming.showsTeam(id, of: members.count) else {
        throw Failure(.badData, tooSmall(subject))
      }
      return everybody(members, of: id)
    case .unit(let id):
      let group = study.grouping?.ids.firstIndex(of: id)
      let members = study.slice.people.indices.filter { study.group(ofNode: $0) == group }
      if group != nil, !members.isEmpty {
        return everybody(members.map { study.slice.people[$0] }, of: id)
      }
      guard let place = session.network.namedTeams.firstIndex(where: { $0.id == id }) else {
        throw Failure(
          .usage,
          "\(shown(subject)) is a partner: name a person, a team or a school that could leave.")
      }
      return everybody(session.members(ofTeam: place, among: study.slice.people), of: id)
    }
  }

  private func tooSmall(_ team: String) -> String {
    "The team \(shown(team)) has fewer than \(facts.map.suppressed.minGroup) people, or stands beside one that has, so it is not shown."
  }

  private enum Member {
    case unit(String)
    case team(String)
    case person(Int)
  }

  /// The group on the map, the team or the person that a text stands for.
  private func member(_ subject: String) throws(Failure) -> Member {
    let units = facts.map.units
    let mapped = Set(units.map(\.id))
    var candidates = units.map { unit in
      MemberMatch.Candidate(
        kind: unit.kind == .central ? "team" : unit.kind.rawValue, id: unit.id, name: unit.name,
        member: Member.unit(unit.id))
    }
    candidates += session.network.namedTeams.filter { !mapped.contains($0.id) }.map {
      .init(kind: "team", id: $0.id, name: $0.name, member: .team($0.id))
    }
    let staff = facts.study.slice.people
    let nodes = Dictionary(uniqueKeysWithValues: zip(staff, staff.indices))
    candidates += session.candidates(subject, among: staff, toldBy: naming).compactMap { person in
      nodes[person.member].map {
        .init(
          kind: "person", id: person.id, code: person.code, name: person.name, member: .person($0))
      }
    }
    return try MemberMatch(
      noun: "person, team, school or group", remark: ", or it is too small to show",
      candidates: candidates
    ).one(subject)
  }

  /// A figure in a form, as bytes, sealed.
  func bytes(_ drawn: DrawnFigure, _ format: FigureFormat) throws(Failure) -> [UInt8] {
    let plain = try unsealed(drawn, format)
    let figure = Marking(facts.words.marking)?.on(plain, Substring(format.rawValue)) ?? plain
    return Seal(format)?.sealed(figure) ?? figure
  }

  /// A figure as a tagged page of its own; one without alternative text is none.
  private func page(_ drawn: DrawnFigure) throws -> [UInt8] {
    guard let alt = AltText(drawn.furniture.altText) else {
      throw Failure(.internalError, "The figure has no alternative text.")
    }
    let size = drawn.paper.size
    let figure = Illustration(
      svg: Array(drawn.svg.utf8), png: [], width: size.width * 25.4 / 72,
      height: size.height * 25.4 / 72, altText: alt, caption: "")
    return try PDFFile.bytes(of: figure, titled: drawn.furniture.headline, day: day)
  }

  private func unsealed(_ drawn: DrawnFigure, _ format: FigureFormat) throws(Failure) -> [UInt8] {
    do {
      switch format {
      case .svg: return Array(drawn.svg.utf8)
      case .dot: return Array(drawn.dot.utf8)
      case .csv: return Array(Table(drawn.table).csv.utf8)
      case .json:
        guard let places = drawn.places else {
          throw Failure(.usage, "A grid has no places to keep; write it as .csv instead.")
        }
        return Array(places.json.utf8)
      case .png: return try Print.png(drawn.svg, drawn.paper)
      case .pdf: return try page(drawn)
      }
    } catch let error as Print.Failure {
      throw Failure(.unavailable, "The figure could not be drawn: \(error.description).")
    } catch let error as PaperFailure {
      throw Failure(.unavailable, "The figure could not be drawn: \(error.description).")
    } catch let error as Failure {
      throw error
    } catch {
      throw Failure(.unavailable, "The figure could not be drawn.")
    }
  }
}

extension KeyFinding {
  /// The finding as a dashboard draws it, in the same words.
  fileprivate var drawable: DashboardPicture.Finding {
    let drawing: DashboardPicture.Drawing
    let caption: String
    switch picture {
    case .share(let name, let own, let others):
      (drawing, caption) = (
        .share(
          name: name.split(separator: " ").first.map(String.init) ?? name, own: own, others: others
        ), "a dot each: share leading out"
      )
    case .shares(let all): (drawing, caption) = (.shares(all), "a dot each: share leading out")
    case .holder(let names):
      (drawing, caption) = (.holder(names), "all contacts out through one person")
    case .pair(let what, let seen, let expected):
      (drawing, caption) = (.pair(what: what, seen: seen, expected: expected), "")
    case .counts(let rows):
      (drawing, caption) = (
        .counts(
          rows.map {
            .init(
              $0.name, $0.count,
              isAlarm: $0.isAlarm && !($0.count == 0 && question == .partnerships))
          }, nothing: question == .topics ? "nobody" : "none"),
        question == .topics ? "people who know it" : "partnerships"
      )
    case .none: (drawing, caption) = (.none, "")
    }
    let dots =
      switch sure.certainty {
      case .beyondDoubt: 3
      case .likely: 2
      case .hint: 1
      case .cannotSay, nil: 0
      }
    return DashboardPicture.Finding(
      heading: headline, comparison: comparison, sure: (sure.note.lead, sure.note.rest, dots),
      since: (since.lead, since.rest), step: step?.act, drawing: drawing, caption: caption)
  }
}

extension Table {
  /// The numbers behind a figure, as every other table.
  init(_ data: DataTable) {
    self.init(
      data.columns.map {
        $0.isNumeric ? .number($0.name, $0.heading) : .text($0.name, $0.heading)
      },
      rows: data.rows.map { row in
        row.map { cell in
          switch cell {
          case .text(let text): text.isEmpty ? .empty : .text(text)
          case .count(let value): .count(value)
          case .number(let value, let places): .number(value, places: places)
          case .hidden: .suppressed
          case .none: .empty
          }
        }
      })
  }
}
