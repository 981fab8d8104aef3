import Measures
import Networks

/// A trust's own statements about its leadership, each with the figure that speaks to it, a story, and what is missing.
///
/// Aggregate only: no figure here is about a person, nor rests on fewer people than may be shown.
public struct StatementEvidence: Sendable, Equatable {
  public let statement: Statement
  /// The figure, 0 to 1 or in its own unit, or `nil` where the files do not say.
  public let value: Double?
  public let isShare: Bool
  /// What the figure rests on, in words.
  public let coverage: String
  /// The title of the newest story with an effect that speaks to it; `nil` where none does yet.
  public let story: String?
  public let gap: String
  /// Whether the figure is there and rests on enough to hold the statement to.
  public let isTold: Bool

  /// One statement: what it is about, what it says, the figure that speaks to it, and the value hoped for.
  public struct Statement: Sendable, Equatable {
    public let theme: String
    public let text: String
    public let figure: String
    public let hopedFor: Double?

    public init(theme: String, text: String, figure: String, hopedFor: Double?) {
      self.theme = theme
      self.text = text
      self.figure = figure
      self.hopedFor = hopedFor
    }
  }

  /// A starter list in our own words, for a trust to change.
  public static let starter: [Statement] = [
    (
      "Professional connections", "Our people work with colleagues in other schools", "lead-out",
      0.3
    ),
    (
      "Professional connections", "Our people know somebody outside the trust", "outside-share",
      0.25
    ),
    (
      "Professional connections", "Our people learn from fields other than education",
      "outside-education", 0.2
    ),
    (
      "Professional connections", "Our outside contacts come from many fields", "sector-diversity",
      0.7
    ),
    (
      "Professional connections", "New ideas come to us through people and spread", "ideas-bridged",
      0.5
    ),
    (
      "Partnership", "Partnerships are agreed and both sides know their part",
      "partnerships-agreed", 0.9
    ),
    ("Partnership", "Partnerships do not depend on one person", "partnerships-shared", 0.9),
    ("Partnership", "Partnerships are reviewed on time", "partnerships-reviewed", 1.0),
    ("Partnership", "We ask partners how they see us", "partners-asked", 0.8),
    ("Partnership", "Trust is high on both sides", "trust", 0.66),
    ("Partnership", "Both sides give and both get", "partnerships-mutual", 0.8),
    ("Partnership", "Our goals are measured and owned together", "goals-measured", 0.9),
    ("Partnership", "Joint work leaves a recorded effect", "work-with-outcome", 0.3),
    ("Representation", "Those whom a decision affects are asked first", "decisions-asked", 0.9),
    ("Representation", "Partners have a part in what we decide", "partners-consulted", 0.6),
    (
      "Representation", "Needs that pupils, families and neighbours voice are answered",
      "needs-answered", 0.7
    ),
    (
      "Representation", "Every school has a place in groups across the trust",
      "schools-represented", 1.0
    ),
  ].map { Statement(theme: $0.0, text: $0.1, figure: $0.2, hopedFor: $0.3) }

  /// The figures that statements may name, beside the ids of measures in the catalogue.
  public static let figures = Set(starter.map(\.figure))

  /// The evidence for each statement, in their order; `nil` figures of a study say what is missing.
  static func all(_ statements: [Statement], _ analysis: Analysis) -> [StatementEvidence] {
    let sources = Sources(analysis)
    var used: Set<String> = []
    return statements.map { statement in
      // Another story for each statement, as far as others fit.
      let fitting = sources.stories(statement)
      let story = fitting.first { !used.contains($0.id) } ?? fitting.first
      if let story { used.insert(story.id) }
      let found = sources.figure(statement.figure)
      let isTold = found.value != nil && found.cases != 1
      let gap: String
      switch (found.value, statement.hopedFor) {
      case (nil, _) where found.coverage.hasPrefix("not told: "): gap = found.coverage
      case (nil, _): gap = "cannot be told: \(found.coverage)"
      case (_?, _) where !isTold: gap = "cannot be told: one is too few to say"
      case (_?, nil): gap = "no value hoped for"
      case (let value?, let hoped?):
        gap =
          value >= hoped
          ? "none"
          : found.isShare
            ? "\(percent(hoped)) hoped for" : "\(fixed(hoped, places: 2)) hoped for"
      }
      return StatementEvidence(
        statement: statement, value: found.value, isShare: found.isShare,
        coverage: found.coverage, story: story?.title, gap: gap, isTold: isTold)
    }
  }
}

/// Where figures for statements come from.
private struct Sources {
  let analysis: Analysis
  let health: PartnershipHealth
  var study: Study { analysis.study }
  var network: Network { analysis.network }
  var ledger: PartnershipLedger { analysis.ledger }
  /// The same along schools, whatever else people are grouped by.
  let schools: Analysis

  init(_ analysis: Analysis) {
    self.analysis = analysis
    schools = analysis.grouped(by: .school)
    health = PartnershipHealth(analysis.ledger)
  }

  /// A figure, and what it rests on: in words, and how many cases where it is a share of them.
  struct Found {
    let value: Double?
    let isShare: Bool
    let coverage: String
    var cases: Int?

    init(_ value: Double?, _ isShare: Bool, _ coverage: String, of cases: Int? = nil) {
      (self.value, self.isShare, self.coverage, self.cases) = (value, isShare, coverage, cases)
    }
  }

  private func share(_ count: Int, _ of: Int, _ noun: String, _ plural: String? = nil) -> Found {
    Found(
      of > 0 ? Double(count) / Double(of) : nil, true,
      of > 0 ? "of \(counted(of, noun, plural))" : "no \(plural ?? noun + "s")", of: of)
  }

  /// The share that is so of those of which it can be told: what cannot be read or is empty is neither.
  private func share(_ answers: [Bool?], _ noun: String, _ plural: String? = nil) -> Found {
    let told = answers.compactMap { $0 }
    let part = told.count < answers.count ? " of which it can be told" : ""
    return share(
      told.count { $0 }, told.count, noun + part, (plural ?? noun + "s") + part)
  }

  /// The column that a figure would need and that no row of its file has anything in.
  private func lacking(_ columns: [String]) -> Found? {
    columns.first { !network.records.asks($0) }.map {
      let parts = $0.split(separator: ".")
      return Found(nil, true, "\(parts[0]).csv says nothing under \(parts[1])")
    }
  }

  /// What a figure needs beside the rows themselves, where there are rows.
  private func untold(_ id: String) -> Found? {
    let records = network.records
    switch id {
    case "lead-out":
      guard !network.schools.isEmpty else { return Found(nil, true, "no schools") }
      switch schools.verdicts?.whole.kind {
      case .notSurveyedAcross:
        return Found(nil, true, "people were most likely not asked about others")
      case .notEnoughData, nil: return Found(nil, true, "too little is recorded")
      default: return nil
      }
    case "outside-share", "outside-education", "sector-diversity":
      return study.contacts.isRecorded ? nil : untoldContacts
    case "partnerships-shared":
      return ledger.entries.isEmpty || ledger.tellsContacts ? nil : untoldContacts
    case "partnerships-agreed":
      return records.partnerships.isEmpty
        ? nil : lacking(["partnerships.agreement", "partnerships.roles_clear"])
    case "partnerships-reviewed":
      guard !records.partnerships.isEmpty else { return nil }
      return lacking(["partnerships.review_due"])
        ?? (ledger.asAt == nil ? Found(nil, true, "nothing in the files is dated") : nil)
    case "partners-asked":
      return ledger.entries.isEmpty || !records.ratings.isEmpty
        ? nil : Found(nil, true, "no ratings to show")
    case "partnerships-mutual":
      return records.partnerships.isEmpty
        ? nil : lacking(["partnerships.gives", "partnerships.gets"])
    case "goals-measured":
      return records.goals.isEmpty
        ? nil : lacking(["goals.measure", "goals.owner", "progress.value"])
    case "work-with-outcome":
      let mix = analysis.purpose
      return mix.total == 0 || mix.asksOutcomes
        ? nil : Found(nil, true, "collaborations.csv says nothing under outcome")
    case "ideas-bridged":
      return records.ideas.isEmpty
        ? nil : lacking(["ideas.adopted_by", "ideas.origin", "ideas.carried_by"])
    case "decisions-asked":
      return records.decisions.isEmpty
        ? nil : lacking(["decisions.consulted", "decisions.decided_by", "decisions.affects"])
    case "partners-consulted":
      return records.decisions.isEmpty
        ? Found(nil, true, "no decisions")
        : lacking(["decisions.consulted", "decisions.decided_by"])
    case "needs-answered":
      guard !records.needs.isEmpty else { return nil }
      return lacking(["needs.voice"])
        ?? (records.asks("needs.met") ? nil : lacking(["needs.action"]))
    default: return nil
    }
  }

  /// What is said where no file tells who is in touch with partners.
  private var untoldContacts: Found {
    let isOfOtherTimes = analysis.hasContactsAtOtherTimes
    return Found(
      nil, true,
      isOfOtherTimes
        ? "the ties with partners are of other times" : "no ties with partners on record"
    )
  }

  /// The share of work between people of known schools that leads from one to another.
  private var leadingOut: Found {
    let ties = schools.study.mixing?.ties
    let (inside, outside) = (ties?.internalTotal ?? 0, ties?.externalTotal ?? 0)
    guard inside + outside > 0 else {
      return Found(nil, true, "no ties between people of known schools")
    }
    // Working groups count in parts of a tie, so that a share of all need not be one of pairs.
    let pairs = schools.pairsTied
    let word = abs(inside + outside - Double(pairs)) < 1e-9 ? "of" : "from"
    return Found(
      outside / (inside + outside), true,
      "\(word) \(counted(pairs, "pair")) of colleagues"
    )
  }

  func figure(_ id: String) -> Found {
    if let untold = untold(id) { return untold }
    let entries = ledger.entries
    let records = network.records
    switch id {
    case "lead-out": return leadingOut
    case "partnerships-agreed":
      return share(
        health.settled.count, health.settled.of, "partnership that tells both",
        "partnerships that tell both")
    case "partnerships-shared":
      // Two who are known are two, whoever could not be read.
      let held = entries.filter { !$0.holders.isEmpty }
      return share(
        held.map { $0.holders.count > 1 ? true : $0.holderCount.map { _ in false } },
        "partnership that somebody holds", "partnerships that somebody holds")
    case "partnerships-reviewed":
      let dated = entries.filter { $0.partnership.reviewDue != nil }
      let late = dated.count { entry in
        entry.flags.contains { if case .overdue = $0 { true } else { false } }
      }
      return share(
        dated.count - late, dated.count, "partnership with a date", "partnerships with a date")
    case "partners-asked":
      return share(entries.count(where: isAsked), entries.count, "partnership")
    case "trust":
      let both = entries.filter { $0.trustGap.size != nil }
      guard let mean = ToldMean(of: both.flatMap { [$0.ours.trust, $0.theirs.trust] }) else {
        return Found(nil, false, "no partnership with both sides' views to show")
      }
      guard case .exact(let value) = mean else {
        return Found(nil, false, "not told: with it what some raters said could be worked out")
      }
      return Found(
        (value - 1) / 3, false,
        "from \(counted(both.count, "partnership")) with both sides' views"
      )
    case "partnerships-mutual":
      return share(
        health.bothWays.count, health.bothWays.of, "partnership that says so",
        "partnerships that say so")
    case "goals-measured":
      return share(
        analysis.goals.entries.map { entry in
          let isShort = entry.owners.count < 2 && entry.goal.unread.contains("owner")
          return entry.goal.isMeasured && isShort
            ? nil : entry.goal.isMeasured && entry.owners.count > 1
        }, "goal")
    case "work-with-outcome":
      let mix = analysis.purpose
      return share(mix.withOutcome, mix.total, "tie or group", "ties and groups")
    case "ideas-bridged":
      let book = analysis.stories
      return share(
        book.trails.filter(\.isAdopted).map {
          $0.cameThroughBridge ? true : $0.isUnclear ? nil : false
        }, "adopted idea")
    case "decisions-asked":
      let book = analysis.decisions
      let told = book.entries.filter { !$0.decision.affects.isEmpty }
      return share(
        told.map { $0.isTold ? $0.notAsked.isEmpty : nil }, "decision that says whom it affects",
        "decisions that say whom they affect")
    case "partners-consulted":
      let involved = Set(records.partnerships.map(\.partner))
      let never = Set(analysis.decisions.neverAsked)
      return share(
        involved.subtracting(never).count, involved.count, "partner with a partnership",
        "partners with a partnership")
    case "needs-answered":
      let outside = records.needs.filter {
        ["pupils", "families", "community"].contains($0.voice ?? "")
      }
      return share(outside.map(\.isAnswered), "need voiced", "needs voiced")
    case "schools-represented":
      let register = analysis.teams
      guard register.hasGroupsAcross else { return Found(nil, true, "no group across the trust") }
      let schools = analysis.study.schools.count
      return share(schools - register.neverRepresented.count, schools, "school")
    default:
      guard let measure = catalogue.first(where: { $0.card.id == id }) else {
        return Found(nil, false, "no figure is called \(id)")
      }
      let isShare = measure.card.range.hasPrefix("0 to 1")
      guard analysis.tellsWhole(measure.card.id) else {
        return Found(nil, isShare, "not told: with it what is not shown could be worked out")
      }
      let figure = measure.finding(of: study)[.network]
      return Found(
        figure?.value, isShare,
        figure?.basis.map { basis(id, $0) } ?? figure?.undefined?.rawValue ?? "not known"
      )
    }
  }

  /// What a measure of the catalogue rests on; of what, where the starter list names it.
  private func basis(_ id: String, _ count: Double) -> String {
    guard count == count.rounded() else { return "working groups count in parts of a tie" }
    switch id {
    case "outside-share", "outside-education":
      return "of \(counted(Int(count), "person", "people"))"
    case "sector-diversity": return "from \(counted(Int(count), "contact")) with partners"
    default: return "from \(counted(Int(count))) in all"
    }
  }

  /// Whether anybody on the partner's side has been asked and answered, be it too few to show.
  private func isAsked(_ entry: PartnershipLedger.Entry) -> Bool {
    ledger.rounds.newestRound(entry.place, .theirs) != nil
  }

  /// The stories with an effect that speak to a statement, the newest first: those of the partnerships, goals or people that its figure counts.
  ///
  /// A statement of one's own, whose figure is a measure, is met by a story that shares a word of five letters or more with it.
  func stories(_ statement: StatementEvidence.Statement) -> [Story] {
    network.records.stories.filter { $0.impact != nil && fits($0, statement) }
      .sorted { ($1.date?.number ?? 0, $0.id) < ($0.date?.number ?? 0, $1.id) }
  }

  private func fits(_ story: Story, _ statement: StatementEvidence.Statement) -> Bool {
    let partners = story.parties.filter { network.kind(of: $0) == .partner }
    let schools = Set(story.parties.compactMap { network.school(of: $0) })
    func partnership(_ holds: (PartnershipLedger.Entry) -> Bool) -> Bool {
      ledger.entries.contains { network.isOf(story, $0.partnership) && holds($0) }
    }
    func sector(_ partner: Int32) -> String? { network.partners[network.index(of: partner)].sector }
    switch statement.figure {
    case "lead-out": return schools.count > 1
    case "outside-share": return !partners.isEmpty
    case "outside-education": return partners.contains { !Sectors.isEducation(sector($0)) }
    case "sector-diversity": return Set(partners.compactMap(sector).map(Sectors.key)).count > 1
    case "ideas-bridged":
      return analysis.stories.trails.contains { trail in
        trail.isAdopted && trail.cameThroughBridge
          && story.parties.contains { trail.idea.origin.contains($0) }
          && story.parties.contains { trail.adopters.contains($0) }
      }
    case "partnerships-agreed":
      return partnership {
        $0.partnership.hasAgreement == true && $0.partnership.rolesAreClear == true
      }
    case "partnerships-shared": return partnership { $0.holders.count > 1 }
    case "partnerships-reviewed":
      return partnership { entry in
        entry.partnership.reviewDue != nil
          && !entry.flags.contains { if case .overdue = $0 { true } else { false } }
      }
    case "partners-asked": return partnership(isAsked)
    case "trust": return partnership { $0.trustGap.size != nil }
    case "partnerships-mutual":
      return partnership { !$0.partnership.gives.isEmpty && !$0.partnership.gets.isEmpty }
    case "goals-measured":
      return story.goal.map { place in
        analysis.goals.entries.contains {
          $0.goal.id == network.records.goals[place].id && $0.goal.isMeasured && $0.owners.count > 1
        }
      } ?? false
    case "work-with-outcome": return story.parties.count > 1
    case "decisions-asked":
      return story.goal.map { goal in
        analysis.decisions.entries.contains { $0.decision.goal == goal && $0.notAsked.isEmpty }
      } ?? false
    case "partners-consulted":
      return network.records.decisions.contains { decision in
        partners.contains { (decision.deciders + decision.consulted).contains($0) }
      }
    case "needs-answered":
      return ["pupils", "families", "community"].contains(story.voice ?? "")
    case "schools-represented": return schools.count > 2
    default:
      func words(_ text: String) -> Set<String> {
        Set(text.lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count > 4 })
      }
      return !words(statement.text).isDisjoint(
        with: words(story.title + " " + (story.impact ?? "")))
    }
  }
}
