import Documents
import Findings
import Measures
import Networks

/// Networks and working groups as a register, and teams that hear themselves.
extension OutwardReport {
  /// How many networks there are, and what of them is not known.
  ///
  /// - Parameter all: those that may be shown and those that may not.
  func networks(_ entries: [TeamRegister.Entry], of all: [TeamRegister.Entry]) -> String? {
    let networks = entries.filter(\.isNetwork)
    guard !networks.isEmpty else { return nil }
    let unasked = analysis.teams.unasked(of: networks)
    let criteria = networks.count { $0.criteria != nil }
    let met = networks.count { $0.lastMet != nil }
    let isOne = networks.count == 1
    let asksCriteria = criteria > 0 || !unasked.contains { $0.contains("success_criteria") }
    let known: String =
      isOne
      ? "\(criteria == 0 ? "does not say" : "says") how it will be known that it worked"
      : "\(criteria == 0 ? "none" : counted(criteria)) \(criteria > 1 ? "say" : "says") how it will be known that they worked"
    let meeting: String =
      isOne
      ? "has \(met == 0 ? "no" : "a") meeting of half its members on record"
      : "\(met == 0 ? "none" : counted(met)) \(met > 1 ? "have" : "has") a meeting of half the members on record"
    let tellsMeetings = analysis.network.records.events.contains { !$0.attendance.isEmpty }
    let told = (asksCriteria ? [known] : []) + (tellsMeetings ? [meeting] : [])
    let open = unasked.isEmpty ? "" : " No file says \(listed(unasked, and: "or"))."
    let part = networks.count < all.count(where: \.isNetwork) ? " that may be shown" : ""
    if isOne, !told.isEmpty {
      return "The one network or working group\(part) \(listed(told)).\(open)"
    }
    let some =
      counted(networks.count, "network or working group", "networks and working groups") + part
    return told.isEmpty ? "\(capitalised(some)).\(open)" : "Of \(some), \(listed(told)).\(open)"
  }

  func networkTable(_ entries: [TeamRegister.Entry]) -> Table {
    func schools(_ entry: TeamRegister.Entry) -> String {
      let names = entry.schools.filter {
        words.naming.shows(analysis.network.schools[Int($0)].id, along: .school)
      }.map { words.school(Int($0)) }
      let kept = names.count < entry.schools.count && !names.isEmpty
      return listed(names) + (kept ? ", of those that may be shown" : "")
    }
    return Table(
      [
        .text("network"), .text("lead"), .text("objective"),
        .text("criteria", "how it will be known"), .number("people"), .text("schools"),
        .text("last_met", "last met"), .text("lacks"),
      ],
      rows: entries.map { entry in
        [
          .text(entry.name),
          .text(
            entry.lead.map { words.word($0) } ?? (entry.hasUnknownLead ? "could not be read" : "")),
          .text(entry.objective ?? ""), .text(entry.criteria ?? ""), .count(entry.members.count),
          .text(schools(entry)), .text(PurposeReport.day(entry.lastMet)),
          .text(entry.lacks.joined(separator: ", ")),
        ]
      })
  }

  /// Which teams are alike and closed, and whom to ask in.
  func echoes(_ register: TeamRegister) -> String? {
    let found = analysis.echoes
    guard found.judged > 0 else { return nil }
    let shown = found.teams.filter { isShown(register.teams[$0.entry]) }
    guard !shown.isEmpty else {
      return found.teams.isEmpty
        ? "Same people, same views? Of the \(counted(found.judged, "team")) that can be judged (five people or more, all of one school at least twice as large), none is both more alike in role and more closed in its contacts than chance makes a team its size."
        : nil
    }
    let teams = shown.prefix(4).map { team in
      let guest = team.guest.flatMap { words.naming.name($0) }.map { "; ask \($0) in" } ?? ""
      return
        "\(register.teams[team.entry].name) (\(percent(team.alike)) in one role, \(percent(team.closure)) of a member's contacts know one another\(guest))"
    }
    return
      "Same people, same views? More alike and more closed than chance makes a team its size: \(listed(teams))."
  }
}

/// Two groups towards others, and what each could learn.
extension OutwardReport {
  func towards(_ found: BetweenGroups, _ one: String, _ two: String) -> [String] {
    let towards = found.towards
    var sentences: [String] = []
    if let newest = towards.together.first {
      let partners = towards.partners
      let first = newest.partners[0]
      sentences.append(
        "Together they have acted towards \(counted(partners.count, "partner")), last \(words.word(first)) (\(newest.name)\(newest.date.map { ", \($0.inWords)" } ?? ""))."
      )
    } else if towards.isTold {
      sentences.append(
        "No event, decision, story or working group on record has both of them beside the same partner."
      )
    } else {
      sentences.append(
        "Whether they act together towards a partner cannot be told: attendance.csv, decisions.csv and stories.csv would say who took part."
      )
    }
    if !found.sharedPartners.isEmpty {
      sentences.append(
        "Both are in touch with \(counted(found.sharedPartners.count, "partner")): \(words.list(found.sharedPartners.map { Int32(analysis.network.first(of: .partner) + $0) }, most: 4))."
      )
    }
    let alone = [(one, towards.aloneA), (two, towards.aloneB)].filter { !$0.1.isEmpty }
    if !alone.isEmpty {
      sentences.append(
        "Alone: \(alone.map { "\($0.0) with \(words.list($0.1, most: 3))" }.joined(separator: "; "))."
      )
    }
    return sentences
  }

  func togetherTable(_ towards: TowardsPartners) -> Table {
    Table(
      [
        .text("date"), .text("what"), .text("kind"), .text("partners"),
        .text("came_of", "what came of it"),
      ],
      rows: towards.together.prefix(12).map {
        [
          .text(PurposeReport.day($0.date)), .text($0.name), .text($0.kind.rawValue),
          .text(words.list($0.partners, most: 4)), .text($0.cameOf ?? "not recorded"),
        ]
      })
  }

  /// Where few know a topic, that it is known here would tell who knows it.
  private func tells(_ lesson: SkillExchange.Lesson) -> Bool {
    words.naming.tellsWhere(holders: lesson.inTrust)
  }

  func teaching(_ exchange: SkillExchange?, _ one: String, _ two: String) -> [String] {
    guard let exchange else {
      return ["What they could teach each other cannot be told without expertise.csv."]
    }
    let topics = analysis.network.expertise.topics
    func names(_ lessons: [SkillExchange.Lesson]) -> String? {
      let some = lessons.filter(tells).prefix(3).map {
        topics[$0.topic].name + ($0.seekers > 0 ? " (sought there)" : "")
      }
      return some.isEmpty ? nil : listed(some)
    }
    let told = [
      names(exchange.fromA).map { "\(one) could teach \(two) \($0)" },
      names(exchange.fromB).map { "\(two) could teach \(one) \($0)" },
    ].compactMap { $0 }
    guard !told.isEmpty else { return [] }
    var sentences = [capitalised(told.joined(separator: "; ")) + "."]
    if let pair = exchange.pair,
      words.naming.tellsWho(holders: analysis.expertise.holderCounts[Int(pair.topic)]),
      let teacher = words.naming.name(pair.teacher),
      let learner = words.naming.name(pair.learner)
    {
      let offer =
        pair.offers.isEmpty ? "knows" : "offers \(listed(pair.offers.map(\.rawValue))) in"
      sentences.append(
        "First bring together \(teacher), who \(offer) \(topics[pair.topic].name), and \(learner), who would like to know it."
      )
    }
    return sentences
  }

  func lessonTable(_ exchange: SkillExchange?, _ one: String, _ two: String) -> Table {
    guard let exchange else { return Table([]) }
    let topics = analysis.network.expertise.topics
    func rows(_ lessons: [SkillExchange.Lesson], _ from: String, _ to: String) -> [[Table.Cell]] {
      let told = lessons.filter(tells).prefix(6)
      return told.shownFirst({ isLarge($0.holders) }) { $0.topic }.map { lesson in
        [
          .text(from), .text(to), .text(topics[lesson.topic].name), .text(lesson.level.words),
          isLarge(lesson.holders) ? .count(lesson.holders) : .suppressed,
          .text(lesson.seekers > 0 ? "sought" : "not listed"),
        ]
      }
    }
    return Table(
      [
        .text("from"), .text("to"), .text("topic"), .text("level", "up to"),
        .number("holders", "people who know it"),
        .text("why"),
      ], rows: rows(exchange.fromA, one, two) + rows(exchange.fromB, two, one))
  }
}
