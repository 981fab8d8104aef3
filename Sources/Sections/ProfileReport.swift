public import Documents
import GraphEngine
public import Findings
import Measures
import Networks

/// One school, team or other group on a page.
public struct GroupReport: Sendable {
  private let analysis: Analysis
  private let profile: GroupProfile
  private let naming: Naming
  private var study: Study { analysis.study }

  public init(_ analysis: Analysis, _ profile: GroupProfile, _ naming: Naming) {
    self.analysis = analysis
    self.profile = profile
    self.naming = naming
  }

  private var isHidden: Bool { !isShown(profile.verdict.id) }

  private func isShown(_ group: String) -> Bool {
    analysis.boundary.map { naming.shows(group, along: $0) } ?? true
  }

  /// Whether the number of ties with another group may be told.
  private func tells(_ partner: GroupProfile.Partner) -> Bool {
    guard let ids = study.grouping?.ids, let one = ids.firstIndex(of: profile.verdict.id),
      let other = ids.firstIndex(of: partner.id)
    else { return false }
    return naming.tells(one, other, of: analysis)
  }

  /// Who it is, what was found, and what depends on one person.
  public var sentences: [String] {
    let verdict = profile.verdict
    guard !isHidden else {
      return [
        naming.unshown(verdict.name)
      ]
    }
    var lines = [
      [
        name(of: verdict.id, verdict.name), counted(verdict.people, "person", "people"),
        verdict.coverage.inWords,
      ]
      .joined(separator: " · ")
    ]
    lines += identity + [verdict.verdict.sentence]
    lines += profile.fragile
    lines.append(bridging)
    if let ungrouped { lines.append(ungrouped) }
    if let uncounted = analysis.leftOut?.uncounted { lines.append(uncounted) }
    return lines
  }

  /// Of a team: what it stands for, whom it is led by, what it asks of others and they of it.
  var identity: [String] {
    let network = analysis.network
    guard study.grouping?.boundary == .team,
      let place = network.teams.firstIndex(where: { $0.id == profile.verdict.id })
    else { return [] }
    let team = network.teams[place]
    let member = Int32(network.first(of: .team) + place)
    let words = MemberWords(network, naming)
    let asks = network.teams.contains { $0.attributes["objective"] != nil }
    var lines: [String] = []
    if let objective = team.attributes["objective"] {
      lines.append("Stands for: \(objective).")
    } else {
      lines.append(
        asks
          ? "What it stands for is left empty in teams.csv."
          : "What it stands for is not recorded: add the column objective to teams.csv.")
    }
    if naming.showsAll,
      let lead = team.lead.flatMap({ network.people.ids.firstIndex(of: $0) }),
      let name = naming.name(Int32(lead))
    {
      lines.append("Led by \(name).")
    }
    let open = network.records.needs.filter { $0.isMet != true }
    let asked = open.filter { $0.from.contains(member) }
    if !asked.isEmpty {
      lines.append(
        "Asks: \(asked.prefix(3).map { "\($0.statement)\($0.askedOf.isEmpty ? "" : " (of \(words.list($0.askedOf, most: 2)))")" }.joined(separator: "; "))."
      )
    }
    let wanted = open.filter { $0.askedOf.contains(member) }
    if !wanted.isEmpty {
      lines.append(
        "Is asked: \(wanted.prefix(3).map { "\($0.statement)\($0.from.isEmpty ? "" : " (by \(words.list($0.from, most: 2)))")" }.joined(separator: "; "))."
      )
    }
    let goals = network.records.goals.filter { $0.owners.contains(member) }
    if !goals.isEmpty { lines.append("Answers for: \(listed(goals.map(\.statement))).") }
    return lines
  }

  /// The finding without figures that only a method note needs: what leaves the group, beside others its size.
  public var plain: String {
    let verdict = profile.verdict
    guard !isHidden, let outside = verdict.outside,
      verdict.verdict.kind.isSaid
    else { return isHidden ? sentences[0] : verdict.verdict.sentence }
    let boundary = analysis.boundary
    let others =
      verdict.isCentral
      ? nil
      : verdict.outsideAmongOthers.map {
        " For other \(boundary?.plural ?? "groups") its size it is \(percent($0))."
      }
    return
      "\(capitalised(percent(outside))) of its contacts leave the \(boundary?.singular ?? "group").\(others ?? "")"
  }

  /// How many people it has and how many of them replied, and what depends on one person.
  public var basis: [String] {
    guard !isHidden else { return [] }
    let verdict = profile.verdict
    return ["\(counted(verdict.people, "person", "people")), \(verdict.coverage.inWords)."]
      + [analysis.leftOut?.uncounted].compactMap(\.self) + profile.fragile
  }

  /// The groups it has no tie with though chance would give some, in a sentence; `nil` when there is none.
  public var absent: String? {
    let names = profile.partners.filter {
      isShown($0.id) && (naming.showsAll ? $0.ties == 0 && !$0.isQuiet : !tells($0))
    }
    .map { name(of: $0.id, $0.name) }.sorted()
    guard !isHidden, !names.isEmpty else { return nil }
    return naming.showsAll
      ? "No tie, though chance would give some, with \(listed(names))."
      : "Not shown (no tie, fewer than \(inWords(analysis.question.minLink)) people, or to protect such a link): \(listed(names))."
  }

  /// Those of `partners` with ties, for people.
  public var shownPartners: Table {
    Table(
      partners.columns,
      rows: zip(partners.rows, inOrder).filter { $0.1.ties > 0 && tells($0.1) }.map(\.0))
  }

  /// Who has ties outside, in roles and counts.
  private var bridging: String {
    let outside = profile.bridging.count
    // Where some ties lead to people of no group, "outside" would be about more than is counted.
    let others =
      profile.besideUngrouped > 0
      ? analysis.boundary?.others(beside: [profile.verdict.name]) : nil
    guard outside > 0 else {
      return "Nobody in it has a recorded tie \(others.map { "with \($0)" } ?? "outside it")."
    }
    let roles = naming.roleWords(
      of: profile.bridging.map(\.person), in: study.network, besideSchool: true)
    let words = Array(roles.prefix(5))
    let who =
      roles.isEmpty
      ? "" : ": \(listed(words))\(roles.count > 5 ? " and others" : "")"
    let all = profile.verdict.people
    let some =
      all == 1
      ? "Its one person"
      : outside == all
        ? "All \(inWords(all)) of its people" : "\(counted(outside)) of its \(counted(all)) people"
    return
      "\(some) \(outside == 1 ? "has" : "have") ties \(others.map { "with \($0)" } ?? "outside it")\(who)."
  }

  /// Who has ties with people of no group on record, of which no other sentence speaks.
  private var ungrouped: String? {
    let count = profile.besideUngrouped
    guard count > 0, let boundary = analysis.boundary else { return nil }
    return
      "\(count == profile.verdict.people ? "All \(inWords(count))" : capitalised(inWords(count))) of its people also \(count == 1 ? "has" : "have") ties with colleagues who cannot be placed in one \(boundary.singular), which count neither as inside nor as outside."
  }

  /// The other groups, the most beside chance first; those whose ties are not shown last.
  private var inOrder: [GroupProfile.Partner] {
    profile.partners.shownFirst({ isShown($0.id) && tells($0) }) { $0.id }
  }

  /// Whom the group works with, the most beside chance first.
  public var partners: Table {
    Table(
      [
        .text("id"), .text("name", study.grouping?.boundary.singular ?? "group"), .number("people"),
        .number("ties"), .number("expected", "by chance"), .number("ratio", "times chance"),
      ],
      rows: isHidden
        ? []
        : inOrder.map { other in
          let start: [Table.Cell] = [.text(other.id), .text(name(of: other.id, other.name))]
          guard isShown(other.id), tells(other) else {
            return start + [Table.Cell](repeating: .suppressed, count: 4)
          }
          return start + [
            .count(other.people), .number(other.ties, places: 0),
            .number(other.expected, places: 1),
            .number(other.ratio, places: 2),
          ]
        })
  }

  /// A team with its school, since many are called Teaching; any other group by its name.
  private func name(of id: String, _ name: String) -> String {
    guard study.grouping?.boundary == .team,
      let team = study.network.teams.first(where: { $0.id == id })
    else { return name }
    let school = team.school.map { study.network.schools[Int($0)].name } ?? "across the trust"
    return name.contains(school) ? name : "\(name) (\(school))"
  }

  /// Those of the group with most ties outside it; for a named copy.
  public var people: Table {
    Table(
      [
        .text("person"), .text("name"), .text("role"), .number("outside", "ties outside"),
        .number("other_groups", "other \(study.grouping?.boundary.plural ?? "groups")"),
      ],
      rows: profile.bridging.compactMap { one in
        guard naming.showsAll, let id = naming.id(one.person) else { return nil }
        return [
          .text(id), .text(naming.name(one.person) ?? ""),
          .text(study.network.people.role?[Int(one.person)] ?? ""),
          .number(one.outside, places: 0), .count(one.otherGroups),
        ]
      })
  }

  /// All of it for programs.
  public var json: JSONValue {
    let verdict = profile.verdict
    return .object([
      "schema_version": .whole(1), "kind": .text("group"),
      "boundary": .optional(study.grouping?.boundary.id), "id": .text(verdict.id),
      "name": .text(verdict.name), "verdict": .text(verdict.verdict.kind.rawValue),
      "sentences": .array(sentences.map(JSONValue.text)), "partners": partners.jsonRows,
      "people": people.jsonRows,
    ])
  }
}

/// One person's place on a page.
public struct PersonReport: Sendable {
  private let analysis: Analysis
  private var study: Study { analysis.study }
  private let profile: PersonProfile
  private let naming: Naming
  /// What the asker called the person.
  private let title: String

  public init(_ analysis: Analysis, _ profile: PersonProfile, _ naming: Naming, title: String) {
    self.analysis = analysis
    self.profile = profile
    self.naming = naming
    self.title = title
  }

  /// What this copy calls the person: by the id they were asked for, never by a name that it does not tell.
  private var name: String {
    guard let own = naming.name(profile.person) else {
      return naming.showsAll ? title : "One colleague"
    }
    let isId = folded(title) == folded(study.network.people.ids[Int(profile.person)])
    return !naming.showsAll && isId ? title : own
  }

  /// Who it is and how they stand among the others.
  public var sentences: [String] {
    let node = study.node(of: profile.person) ?? 0
    let group = study.group(ofNode: node)
    // Whoever has no code in this copy is said to be nobody in particular, of no role and no group.
    let hasCode = naming.id(profile.person) != nil
    let own =
      !hasCode || group < 0 || !naming.shows(group, of: analysis)
      ? nil : study.grouping?.partition.names[group]
    let isOfSeveral =
      naming.showsAll && study.network.people.school[Int(profile.person)] == People.severalSchools
    let parts = [
      name, hasCode ? naming.role(profile.person, besideSchool: true) : nil,
      own ?? (isOfSeveral ? "in several schools" : nil),
    ]
    var lines = [parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")]
    if profile.contacts == 0 {
      lines.append("No recorded ties. That may mean that nobody wrote them down.")
      return lines
    }
    var work = "Works with \(counted(profile.contacts, "colleague"))"
    if let outside = profile.outside, let chance = profile.outsideByChance {
      let boundary = study.grouping?.boundary.singular ?? "group"
      let ties =
        profile.placed == profile.contacts
        ? "these ties"
        : "the ties with the \(inWords(profile.placed)) who can be placed in one \(boundary)"
      work +=
        "; \(percent(outside)) of \(ties) lead out of the \(boundary) (\(percent(chance)) by chance)"
    }
    lines.append(work + ".")
    // By code and school, a link of few people would be told.
    let groups = profile.groups.filter {
      naming.shows($0.group, of: analysis)
        && (group < 0 || naming.tells(group, $0.group, of: analysis))
    }
    if !groups.isEmpty {
      let named = groups.prefix(8).map { "\(Network.inText($0.name)) (\($0.count))" }
      // Of whoever is in several, one of these may be their own.
      let verb = group >= 0 ? "Reaches into" : "Works with colleagues in"
      lines.append(
        reached(groups.map(\.group), beside: own, isOfGroup: group >= 0).map {
          "\(verb) \($0): \(listed(named))."
        } ?? "\(verb) \(listed(named)).")
    }
    if study.coverage.share ?? 1 >= Brokers.coverageNeeded, let rank = profile.rank {
      lines.append(
        "Others reach each other by the shortest way through this person more often than through \(percent(1 - Double(rank) / Double(max(1, study.peopleCount)))) of people (betweenness \(fixed(profile.betweenness, places: 1)))."
      )
    }
    if profile.isCutPoint { lines.append("Without this person somebody would be cut off.") }
    if let boundary = analysis.boundary {
      let holds = naming.shown(profile.holds, along: boundary)
      if !holds.isEmpty {
        lines.append(
          "Holds every tie of \(listed(holds.map(Network.inText))) to \(boundary.others(beside: holds))."
        )
      }
    }
    return lines
  }

  /// How many other groups these are: the centre is no school, and beside it no school is another one; `nil` of the centre alone.
  private func reached(_ groups: [Int], beside own: String?, isOfGroup: Bool) -> String? {
    guard let grouping = study.grouping else { return nil }
    let (names, boundary) = ([own].compactMap { $0 }, grouping.boundary)
    let rest = groups.count { !grouping.isCentral($0) }
    guard rest > 0 else { return nil }
    let schools =
      isOfGroup
      ? counted(rest, boundary.other(beside: names), boundary.others(beside: names))
      : counted(rest, boundary.singular, boundary.plural)
    return rest == groups.count ? schools : "\(schools) and the central team"
  }

  /// How often the person has each role.
  public var roles: Table {
    Table(
      [
        .text("role"), .number("count", "times"), .number("expected", "by chance"),
        .text("question", "who"),
      ],
      rows: profile.roles.map {
        [
          .text($0.role.rawValue),
          naming.tells($0.role, of: profile.person, in: analysis)
            ? .number($0.count, places: 0) : .suppressed,
          naming.tellsChance(of: analysis) ? .optional($0.expected, places: 1) : .suppressed,
          .text(Brokerage($0.role).card.question),
        ]
      })
  }

  /// All of it for programs.
  public var json: JSONValue {
    .object([
      "schema_version": .whole(1), "kind": .text("person"), "asked": .text(name),
      "contacts": .whole(profile.contacts), "outside_share": .optional(profile.outside),
      "outside_share_chance": .optional(profile.outsideByChance),
      "betweenness": .number(profile.betweenness),
      "constraint": .optional(naming.told(profile.constraint, of: "constraint")),
      "cut_point": .truth(profile.isCutPoint),
      "sentences": .array(sentences.map(JSONValue.text)), "roles": roles.jsonRows,
    ])
  }
}
