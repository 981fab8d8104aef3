public import Documents
public import ExpertiseSearch
import Findings
public import Measures
import Networks

/// Who was found, with what they know and how to meet them.
public struct FindReport: Sendable {
  /// Who matches; in a copy without names those alone who have a code and may be told of.
  let answer: Finder.Answer
  let knowledge: Knowledge
  private let naming: Naming
  let words: IntroductionWords
  let shown: [Finder.Match]
  /// Topics asked for that so few know that a code beside one would tell who they are.
  private let untold: [String]
  /// Whether a copy without names is asked for a role, or for somebody by name: a code beside it would tell who they are.
  private let asksForRole: Bool
  private let asksForPerson: Bool
  /// The ways from the one who asks to each person shown; empty when nobody asks.
  let paths: [IntroductionPath?]
  let asker: Int32?
  let introductions: Introductions?

  /// - Parameter asker: who asks, and the ways on which people can be introduced.
  public init(
    _ answer: Finder.Answer, _ knowledge: Knowledge, _ naming: Naming, top: Int,
    asker: (person: Int32, introductions: Introductions)? = nil
  ) {
    self.knowledge = knowledge
    self.naming = naming
    words = IntroductionWords(knowledge, naming)
    let counts = knowledge.holderCounts
    let kinds = naming.showsAll ? [] : Set(answer.reading.map(\.kind))
    let (asksForRole, asksForPerson) = (kinds.contains("role"), kinds.contains("person"))
    (self.asksForRole, self.asksForPerson) = (asksForRole, asksForPerson)
    let answer =
      naming.showsAll
      ? answer
      : answer.keeping { match in
        naming.id(match.person) != nil && !asksForPerson
          && (!asksForRole || naming.tellsWho(hasRole: match.person))
          && match.reasons.allSatisfy {
            naming.tellsWho(holders: counts[Int($0.entry.topic)])
          }
      }
    self.answer = answer
    untold = answer.topics.filter { name in
      guard let topic = knowledge.topics.place(of: name) else { return false }
      let holders = counts[Int(topic)]
      return holders > 0 && !naming.tellsWho(holders: holders)
    }
    let shown = Array(answer.matches.prefix(top))
    self.shown = shown
    paths =
      asker.map { asker in
        let ways = asker.introductions.ways(from: asker.person)
        return shown.map { ways.path(to: $0.person) }
      } ?? []
    self.asker = asker?.person
    introductions = asker?.introductions
  }

  /// The one who fits best, of those shown.
  public var first: Int32? { shown.first?.person }

  /// How the question was read and what came of it, a sentence each.
  public var sentences: [String] {
    // Those who said so are listed: the words are not read as others alone.
    let corrected = answer.corrected.filter { seekers == nil || $0.as != "knows" }
    var lines = corrected.map {
      "\(Networks.shown($0.word)) was read as \(Networks.shown($0.as))."
    }
    if !answer.unknown.isEmpty {
      lines.append("Nothing is called \(listed(answer.unknown.map(Networks.shown), and: "or")).")
    }
    lines += answer.instead.map {
      "Nobody here lists \($0.topic): it was read as \($0.as)."
    }
    lines += (seekers ?? []).map(learning)
    let left = answer.reading.filter { $0.kind == "without" }.map(\.meaning)
    if !left.isEmpty { lines.append("Left out: \(listed(left)).") }
    // Said of the whole trust, whatever else is asked: where or at what level would tell who they are.
    lines += untold.map {
      "Fewer than \(inWords(naming.minGroup)) people know \($0), so that a code beside it would tell who they are: nobody is listed for it. Add --names full."
    }
    if asksForPerson {
      lines.append("A code beside a name would tell who it is: nobody is listed. Add --names full.")
    } else if asksForRole {
      lines.append(
        "Where a role is asked for, those alone are listed whose role \(inWords(naming.minGroup)) people of their school share: a code beside it would tell who they are. Add --names full."
      )
    }
    guard !answer.matches.isEmpty else {
      return lines + (untold.isEmpty && !asksForRole && !asksForPerson ? nobody : [])
    }
    lines += unmetTold.map(unmet)
    lines += missingRoles
    lines += answer.byParts.map {
      "Nobody lists \($0.topic) itself: \(listed(Array($0.parts.prefix(4)), and: "and")) \($0.parts.count == 1 ? "is" : "are") part of it."
    }
    return lines + [found]
  }

  /// Those who would like to learn what was asked for; `nil` where the question asks for no such people, or the copy has no names.
  private var seekers: [Finder.Seekers]? { naming.showsAll ? answer.seekers : nil }

  /// Whether anybody is named, as one who knows or one who would like to learn.
  public var namesAnybody: Bool {
    first != nil || seekers?.contains { !$0.people.isEmpty } ?? false
  }

  /// Who said that they would like to learn a topic.
  private func learning(_ seekers: Finder.Seekers) -> String {
    let name = knowledge.topics[seekers.topic].name
    guard !seekers.people.isEmpty else {
      return "Nobody who can be named has said that they would like to learn \(name)."
    }
    let people = seekers.people.prefix(Self.mostSeekers).map(words.person)
    let others = seekers.people.count - people.count
    let count = capitalised(counted(seekers.people.count, "person has", "people have"))
    return
      "\(count) said that they would like to learn \(name): \(listed(people + (others > 0 ? ["\(inWords(others)) more"] : [])))."
  }

  /// The most who are named as those who would like to learn a topic.
  private static let mostSeekers = 10

  /// That nobody is to be named.
  private var nobody: [String] {
    let lines = unmetTold.map(unmet) + missingRoles
    return lines.isEmpty ? ["Nobody was found."] : lines
  }

  /// What nobody who fits has listed; nothing is said of topics that few know.
  private var unmetTold: [Finder.Unmet] { answer.unmet.filter { !untold.contains($0.name) } }

  /// That nobody has a role where it is sought, and who is named instead.
  private var missingRoles: [String] {
    answer.missingRoles.map { role in
      let place =
        answer.places.isEmpty || answer.places.count > 4
        ? "here" : "in \(listed(answer.places, and: "or"))"
      let near =
        answer.matches.contains(where: \.isNear) ? "; those marked near know what it is about" : ""
      return "Nobody who can be named \(place) is \(role)\(near)."
    }
  }

  /// How many are near what was asked for and do not meet it.
  private var nearCount: Int { answer.matches.count(where: \.isNear) }

  /// That nobody knows a topic, and what is nearest to it.
  private func unmet(_ unmet: Finder.Unmet) -> String {
    if unmet.others > 0 {
      let know = unmet.others == 1 ? "person has" : "people have"
      return
        "Nobody who fits the options has listed \(unmet.name); without them \(inWords(unmet.others)) \(know)."
    }
    guard knowledge.network.expertise.tellsKnowledge else {
      return
        "Who knows \(unmet.name) is not recorded: the files tell only what people would like to learn."
    }
    let isWhole = knowledge.topics.place(of: unmet.name).map(knowledge.isWhole) ?? true
    let level =
      (unmet.isLearnt ? " above level 1" : "") + (isWhole ? "" : " in a row that could be read")
    let no =
      unmet.words.map {
        "\(Networks.shown($0)) was read as \(unmet.name), which nobody here has listed\(level)."
      } ?? "Nobody here has listed \(unmet.name)\(level)."
    guard let broader = unmet.broader else {
      let near = unmet.near.map { knowledge.topics[$0].name }
      return near.isEmpty ? no : "\(no) Nearest to it: \(listed(near, and: "and"))."
    }
    let above = knowledge.topics[broader].name
    if unmet.near == [broader] {
      let count = knowledge.holderCounts[Int(broader)]
      return
        "\(no) It is part of \(above), which \(inWords(count)) \(count == 1 ? "person knows" : "people know")."
    }
    let beside = unmet.near.map { knowledge.topics[$0].name }
    let parts = beside.count == 1 ? "another part" : "other parts"
    return "\(no) Nearest, as \(parts) of \(above): \(listed(beside, and: "and"))."
  }

  /// How many were found, and how many of them meet all that was asked for.
  private var found: String {
    let count = answer.matches.count
    if nearCount == count {
      return counted(count, "person is", "people are")
        + " near what you asked for; nobody meets it."
    }
    let met = answer.topics.filter { !answer.unmet.map(\.name).contains($0) }
    let knows = count == 1 ? "knows" : "know"
    var sentence = counted(count, "person", "people") + " "
    if !met.isEmpty {
      sentence += "\(knows) \(listed(met, and: "or")) or something close to it"
    } else if !answer.unmet.isEmpty {
      sentence += "\(knows) something close to it"
    } else {
      sentence += count == 1 ? "fits" : "fit"
    }
    let all = answer.meetingAll == 0 ? "nobody" : counted(answer.meetingAll)
    let them = answer.meetingAll > 1 ? "know" : "knows"
    let isPlaced = !answer.places.isEmpty && !answer.topics.isEmpty && answer.places.count <= 4
    let places = listed(answer.places, and: "or")
    if isPlaced {
      sentence +=
        met.count > 1
        ? "; \(all) in \(places) \(them) all of them" : "; \(all) of them in \(places)"
    } else if met.count > 1 {
      sentence += "; \(all) \(them) all of them"
    }
    guard count > shown.count else { return sentence + "." }
    return sentence
      + (shown.count == 1
        ? "; the first is shown." : "; the first \(counted(shown.count)) are shown.")
  }

  /// One row a person.
  public var table: Table {
    var columns: [Table.Column] = [
      .number("rank", ""), .text("person"), .text("name"), .text("role"), .text("school"),
      .text("topic", "knows"), .number("level"), .text("evidence"), .text("offers"),
      .number("score"),
    ]
    let tellsNear = shown.contains(where: \.isNear)
    if tellsNear { columns.append(.text("match")) }
    if asker != nil { columns += [.number("steps"), .text("through", "introduced by")] }
    let rows = shown.enumerated().map { rank, match -> [Table.Cell] in
      let reasons = match.reasons
      var row: [Table.Cell] = [
        .count(rank + 1), .text(naming.id(match.person) ?? ""),
        .text(naming.name(match.person) ?? ""), .text(words.role(match.person) ?? ""),
        .text(words.school(match.person) ?? ""),
        .text(few(reasons)),
        reasons.compactMap(\.entry.weight.level).max().map { .count(Int($0.rawValue)) } ?? .empty,
        .text(reasons.first.map(WeightWords.source) ?? ""),
        .text(
          Set(reasons.flatMap(\.entry.weight.offers)).sorted().map(\.rawValue).joined(
            separator: ", ")),
        .number(match.score, places: 2),
      ]
      if tellsNear { row.append(.text(match.isNear ? "near" : "found")) }
      if let asker {
        let path = paths[rank]
        row.append(path.map { .count($0.links.count) } ?? .empty)
        row.append(
          .text(
            path.map(words.through) ?? introductions.map { words.nextBest(asker, match.person, $0) }
              ?? ""))
      }
      return row
    }
    var table = Table(columns, rows: rows)
    if !naming.showsAll { table.dropColumn("name") }
    if knowledge.network.people.role == nil { table.dropColumn("role") }
    if knowledge.network.schools.isEmpty { table.dropColumn("school") }
    return table
  }

  /// The topics known, three at most, the one that counts most first.
  private func few(_ reasons: [Finder.Reason]) -> String {
    let topics = reasons.map { knowledge.topics[$0.entry.topic].name }
    return topics.prefix(3).joined(separator: ", ") + (topics.count > 3 ? " ..." : "")
  }

  /// Every match shown, explained to the last factor.
  public var why: String {
    shown.enumerated().map { rank, match in
      let sum = match.reasons.map { fixed($0.score, places: 3) }
      let head =
        "\(rank + 1). \(visible(words.name(match.person))): "
        + (sum.count > 1 ? sum.joined(separator: " + ") + " = " : "")
        + fixed(match.score, places: 3)
      let reasons = match.reasons.map { reason -> String in
        let topic = visible(knowledge.topics[reason.entry.topic].name)
        let asked = visible(knowledge.topics[reason.asked].name)
        let title = reason.fit < 1 ? "\(topic), \(WeightWords.fits(reason, asked))" : topic
        return "   \(title)\n"
          + WeightWords.lines(reason, knowledge).map { "     \(visible($0))\n" }.joined()
      }
      return head + "\n" + reasons.joined()
    }.joined(separator: "\n")
  }

  /// Everything, for other programs.
  public var json: JSONValue {
    .object([
      "schema_version": .whole(1), "topics": .array(answer.topics.map(JSONValue.text)),
      "unknown_words": .array(answer.unknown.map(JSONValue.text)),
      "corrected": .array(
        answer.corrected.map { .object(["word": .text($0.word), "as": .text($0.as)]) }),
      "reading": .array(
        answer.reading.map { part in
          .object(["words": .text(part.words), "kind": .text(part.kind), "as": .text(part.meaning)])
        }),
      "roles_nobody_has": .array(answer.missingRoles.map(JSONValue.text)),
      "unmet": .array(
        unmetTold.map { unmet in
          .object([
            "topic": .text(unmet.name),
            "near": .array(unmet.near.map { .text(knowledge.topics[$0].name) }),
          ])
        }),
      "would_learn": seekers.map { seekers in
        .array(
          seekers.map { seekers in
            .object([
              "topic": .text(knowledge.topics[seekers.topic].name),
              "people": .array(seekers.people.map { .optional(naming.id($0)) }),
            ])
          })
      } ?? .null,
      "found": .whole(answer.matches.count),
      "not_named": .null,
      "half_life_years": .number(knowledge.rules.halfLife),
      "people": .array(shown.enumerated().map { rank, match in json(rank, match) }),
    ])
  }

  private static func isPart(_ reason: Finder.Reason) -> Bool {
    if case .part = reason.relation { true } else { false }
  }

  private func json(_ rank: Int, _ match: Finder.Match) -> JSONValue {
    var object: [String: JSONValue] = [
      "person": .optional(naming.id(match.person)), "role": .optional(words.role(match.person)),
      "school": .optional(words.school(match.person)), "score": .number(match.score),
      "parts_met": .whole(match.met), "near": .truth(match.isNear),
      "why": .array(
        match.reasons.map { reason in
          .object([
            "topic": .text(knowledge.topics[reason.entry.topic].name), "fit": .number(reason.fit),
            "weight": .number(reason.entry.weight.value),
            "rarity": .number(reason.rarity), "strength": .number(reason.entry.weight.strength),
            "score": .number(reason.score),
            "part_of": Self.isPart(reason) ? .text(knowledge.topics[reason.asked].name) : .null,
            "claimed": .truth(reason.entry.weight.isClaimed),
            "known_by": .text(WeightWords.source(reason)),
            "level": reason.entry.weight.level.map { .whole(Int($0.rawValue)) } ?? .null,
            "offers": .array(reason.entry.weight.offers.map { .text($0.rawValue) }),
            "evidence": .array(
              reason.entry.weight.parts.map { part in
                .object([
                  "kind": .text((part.skill.evidence ?? .own).rawValue),
                  "date": .optional(part.skill.date.map { "\($0)" }),
                  "age_years": .optional(part.age), "evidence_factor": .number(part.evidence),
                  "level_factor": .number(part.level), "recency_factor": .number(part.recency),
                  "value": .number(part.value),
                ])
              }),
          ])
        }),
    ]
    if naming.showsAll { object["name"] = .optional(naming.name(match.person)) }
    if asker != nil {
      let path = paths[rank]
      object["steps"] = path.map { .whole($0.links.count) } ?? .null
      object["introduced_by"] = .array(
        (path?.between ?? []).map { .optional(naming.id($0)) })
    }
    return .object(object)
  }
}
