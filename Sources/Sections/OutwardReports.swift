public import Documents
public import Findings
import GraphEngine
import Measures
import Networks

/// How far a trust looks outward, whom it could work with, and its teams, for people and for programs.
public struct OutwardReport: Sendable {
  let analysis: Analysis
  let words: MemberWords
  var study: Study { analysis.study }
  var minGroup: Int { analysis.rules.minGroup }
  private var network: Network { analysis.network }

  public init(_ analysis: Analysis, _ naming: Naming) {
    self.analysis = analysis
    words = MemberWords(analysis.network, naming)
  }

  func isLarge(_ size: Int) -> Bool { words.naming.showsAll || size >= minGroup }
  func isShown(_ group: Int) -> Bool { words.naming.shows(group, of: analysis) }
  func isShown(_ team: TeamRegister.Entry) -> Bool {
    guard let place = team.team else { return isLarge(team.members.count) }
    return words.naming.showsTeam(network.teams[Int(place)].id, of: team.members.count)
  }
  private func tells(_ a: Int, _ b: Int, _ depth: Depth? = nil) -> Bool {
    words.naming.tells(a, b, of: depth.map(analysis.atDepth) ?? analysis)
  }
}

// MARK: - Outward

extension OutwardReport {
  /// The share of staff who look outward, by group.
  public var outward: Pages {
    guard !network.partners.isEmpty else {
      return Pages(sentences: ["No file names a partner: add partners.csv and ties with partners."])
    }
    guard study.contacts.isRecorded else {
      return Pages(sentences: [
        analysis.hasContactsAtOtherTimes
          ? MemberWords.contactsOfOtherTimes
          : "Who is in touch with partners is not recorded: ties with partners belong in collaborations.csv, the partner's id at one end."
      ])
    }
    let any = OutsideShare(beyondEducation: false).finding(in: study).bySubject
    let beyond = OutsideShare(beyondEducation: true).finding(in: study).bySubject
    let diversity = SectorDiversity().finding(in: study).bySubject
    let index = OutsideIndex().finding(in: study).bySubject
    let translators = Translators().finding(in: study).bySubject
    func whole(_ found: [Subject: Figure]) -> Double? { found[.network]?.value }
    var pages = Pages(sentences: [
      "\(PurposeReport.answer(whole(any))) of \(counted(study.peopleCount, "person", "people")) \(study.peopleCount == 1 ? "has" : "have") a tie with somebody outside the trust\(Self.beyond(whole(beyond), whole(any))).",
      (whole(any) ?? 0) == 0
        ? "Ties with partners belong in collaborations.csv, the partner's id at one end."
        : contacts(diversity: whole(diversity), index: whole(index)),
    ])
    if let leads { pages.sentences.append(leads) }
    if tellsInside, whole(beyond) != nil || whole(any) == nil {
      let carriers = Int(whole(translators) ?? 0)
      pages.sentences.append(
        "\(carriers == 0 ? "Nobody on record carries" : counted(carriers, "person carries", "people carry")) things between another sector and colleagues elsewhere in the trust."
      )
    }
    let ids = study.grouping?.ids ?? []
    let names = study.grouping?.partition.names ?? []
    let sizes = study.grouping?.partition.sizes ?? []
    let boundary = study.grouping?.boundary.singular ?? "group"
    let closure = analysis.closure(showsAll: words.naming.showsAll)
    if let (closest, others) = closure.closest, let share = closure.byGroup[closest] {
      pages.sentences.append(
        "Contacts know one another most in \(Network.inText(names[closest])): \(percent(share)) of pairs of contacts are tied to each other, \(percent(others)) in the middle one of the other \(study.grouping?.boundary.plural ?? "groups")."
      )
    }
    let order = ids.indices.sorted { a, b in
      let (one, two) = (any[.group(ids[a])]?.value ?? 0, any[.group(ids[b])]?.value ?? 0)
      return one == two ? a < b : one < two
    }.shownFirst(isShown) { $0 }
    pages.add(
      "groups", "By \(boundary), the most inward first",
      Table(
        [
          .text("group", boundary), .number("people"), .text("outside", "know anybody outside"),
          .text("beyond", "beyond education"), .number("diversity", "sector diversity"),
          .number("external_e_i", "E-I to partners"), .number("translators"),
          .text("closure", "contacts tied to each other"),
        ],
        rows: order.map { group in
          guard isShown(group) else {
            return [.text(names[group])] + [Table.Cell](repeating: .suppressed, count: 7)
          }
          return [
            .text(names[group]), .count(sizes[group]),
            .text(PurposeReport.answer(any[.group(ids[group])]?.value)),
            .text(PurposeReport.answer(beyond[.group(ids[group])]?.value)),
            .optional(diversity[.group(ids[group])]?.value, places: 2),
            .optional(tellsInside ? index[.group(ids[group])]?.value : nil, places: 2),
            tellsInside ? .count(Int(translators[.group(ids[group])]?.value ?? 0)) : .empty,
            .text(PurposeReport.answer(closure.byGroup[group])),
          ]
        }),
      note:
        "Contacts tied to each other: the share of pairs of a colleague's contacts; where it is high, little new comes in. Translators: people between another sector and colleagues of other \(study.grouping?.boundary.plural ?? "groups")."
    )
    let carriers = analysis.carriers
    pages.sentences += fields(carriers)
    pages.add("fields", "What comes from other fields, through whom", fieldTable(carriers))
    pages.add("missing", "Fields that nobody is in touch with", missingTable(carriers))
    pages.add("sectors", "Sectors", sectors, note: PartnersReport.sectorNote)
    pages.closing =
      "Next: weft prospects FOLDER for new partners, weft partners FOLDER for those there are."
    return pages
  }

  /// Who leads a partnership and has no tie with any partner on record: in touch, though no tie says so.
  private var leads: String? {
    let staff = Set(study.slice.people)
    let count = Set(network.records.partnerships.compactMap(\.lead))
      .count { staff.contains($0) && study.contacts.partnersOf[$0] == nil }
    return count == 0
      ? nil
      : "\(capitalised(inWords(count))) more \(count == 1 ? "leads a partnership and has" : "lead partnerships and have") no such tie on record."
  }

  /// The share in touch outside education, or why it cannot be told.
  private static func beyond(_ share: Double?, _ any: Double?) -> String {
    share == nil && any != nil
      ? "; how many outside education cannot be told, since the sector of a partner is not recorded"
      : ", \(PurposeReport.answer(share)) with somebody outside education"
  }

  /// Whether any tie between colleagues is on record, beside which those with partners can be seen.
  private var tellsInside: Bool { study.graph.tieCount > 0 }

  /// In how many sectors contacts are, and how much of the work leads out, in words with their figures.
  private func contacts(diversity: Double?, index: Double?) -> String {
    let met = Sectors.coverage(network, study.contacts).count { $0.people > 0 }
    let known =
      (Sectors.unrecorded(network, study.contacts)?.people ?? 0) > 0
      ? " whose sector is on record" : ""
    let spread = diversity.map { value in
      "Contacts\(known) are in \(counted(met, "sector")) (sector diversity \(fixed(value, places: 2)) of 1)"
    }
    let side =
      !tellsInside
      ? "how much work stays inside is not on record"
      : index.map { value in
        "\(value < 0 ? "most work stays inside the trust" : "more work leads out than stays inside") (E-I index towards partners \(fixed(value, places: 2)))"
      }
    return capitalised([spread, side].compactMap { $0 }.joined(separator: "; ")) + "."
  }

  private var sectors: Table {
    PartnersReport.sectorTable(
      Sectors.coverage(network, study.contacts), network, study.contacts)
  }
}

// MARK: - Match and prospects

extension OutwardReport {
  /// Schools that would gain most from one another, and neighbours that keep apart.
  public func match(top: Int) -> Pages {
    let isNamed = words.naming.showsAll
    let matches = analysis.matches(showsAll: isNamed)
    let pairs = analysis.competingNeighbours(showsAll: isNamed)
    let neighbours = pairs?.apart ?? []
    var pages = Pages(sentences: [best(matches)] + apart(pairs))
    pages.add(
      "matches", "Schools that would gain from one another",
      Table(
        [
          .text("a", "one"), .text("b", "another"), .number("score"),
          .text("for_a", "what the first could have"), .text("for_b", "what the second could have"),
          .text("common", "in common"), .text("stage"), .text("next", "next step"),
        ],
        rows: matches.prefix(top).map { match in
          let common = [
            match.isSamePhase ? "phase" : nil, match.isSameHub ? "hub" : nil,
            match.ties.flatMap { $0 >= 0.5 ? counted(Int($0.rounded()), "tie") : nil },
          ].compactMap { $0 }
          return [
            .text(brief(words.school(match.a), 28)), .text(brief(words.school(match.b), 28)),
            .number(match.score, places: 1), .text(brief(Self.words(match.fromB.first), 56)),
            .text(brief(Self.words(match.fromA.first), 56)), .text(common.joined(separator: ", ")),
            .text(Self.stage(match)), .text(match.next),
          ]
        }),
      full: Table(
        [
          .text("a"), .text("b"), .number("score"), .text("for_a"), .text("for_b"),
          .number("ties"), .text("stage"), .text("next"),
        ],
        rows: matches.prefix(top).map { match in
          [
            .text(words.school(match.a)), .text(words.school(match.b)),
            .number(match.score, places: 1),
            .text(match.fromB.map { Self.words($0) }.joined(separator: "; ")),
            .text(match.fromA.map { Self.words($0) }.joined(separator: "; ")),
            match.ties.map { .count(Int($0.rounded())) } ?? .suppressed,
            .text(Self.stage(match)), .text(match.next),
          ]
        }),
      note:
        "What is asked for counts most, then what staff seek, then what one or none there knows. People are not named: weft find says who knows a topic.\n"
        + "Stages: networking, cooperation, coordination, coalition, collaboration; the next step is what to see to before entering the next."
    )
    pages.add(
      "neighbours", "Neighbours of one phase that keep apart",
      Table(
        [
          .text("a", "one"), .text("b", "another"), .number("ties"),
          .number("expected", "by chance"), .number("ratio"),
        ],
        rows: neighbours.prefix(top).map {
          [
            .text(words.school($0.a)), .text(words.school($0.b)),
            $0.seen.map { .number($0, places: 0) } ?? .suppressed,
            .number($0.expected, places: 1), $0.ratio.map { .number($0, places: 2) } ?? .suppressed,
          ]
        }))
    pages.closing =
      "Next: weft between FOLDER \(matches.first.map { network.schools[$0.a].id } ?? "A") \(matches.first.map { network.schools[$0.b].id } ?? "B") for two of them side by side."
    return pages
  }

  /// Which two schools have most to gain, where one pair stands out.
  private func best(_ matches: [SchoolMatch]) -> String {
    guard let best = matches.first else {
      guard !network.tellsAims else {
        let part =
          words.naming.disclosure?.hidesAny(along: .school) == true ? " that may be shown" : ""
        return
          "No school\(part) offers or knows, by what is recorded, what another looks for."
      }
      return
        "Nothing says what schools look for or can give: add the columns seeks and offers to schools.csv, needs.csv, or expertise.csv."
    }
    let (one, two) = (words.school(best.a), words.school(best.b))
    let alike = matches.count { $0.score == best.score }
    if alike > 1 {
      return
        "\(capitalised(inWords(alike))) pairs of schools would gain equally much, among them \(one) and \(two)."
    }
    guard best.isBothWays else {
      return best.fromB.isEmpty
        ? "\(two) would gain most from \(one)." : "\(one) would gain most from \(two)."
    }
    return
      "\(one) and \(two) would gain most from one another\(best.isWantedBothWays ? ": each has what the other looks for" : "")."
  }

  /// Which neighbours of one phase keep apart, of those that can be judged.
  private func apart(_ pairs: NeighbourPairs?) -> [String] {
    let unknown = "Whether neighbouring schools of one phase keep apart cannot be said:"
    guard let pairs else {
      return [
        "\(unknown) it takes schools with a hub and a phase on record, and people who were asked about other schools."
      ]
    }
    guard pairs.areThere else {
      return [
        "No two schools of one phase share a hub, so there are no neighbours that might keep apart."
      ]
    }
    let few =
      "too few ties by chance (under \(inWords(Int(NeighbourPairs.enough)))) or too few answers"
    guard pairs.judged > 0 else {
      return [
        pairs.tooFew == 0
          ? "\(unknown) no two of them may be shown."
          : "\(unknown) \(counted(pairs.tooFew, "pair has", "pairs have")) \(few)."
      ]
    }
    let part = words.naming.disclosure?.hidesAny(along: .school) != true ? "" : " that may be shown"
    let judged = "of \(counted(pairs.judged)) that can be judged"
    return [
      pairs.apart.first.map {
        "\(counted(pairs.apart.count, "pair")) of neighbouring schools of one phase\(part), \(judged), \(pairs.apart.count == 1 ? "has" : "have") at most two thirds of the ties that chance would give, first \(words.school($0.a)) and \(words.school($0.b))."
      }
        ?? "No pair of neighbouring schools of one phase\(part), \(judged), has as few as two thirds of the ties that chance would give.",
      pairs.tooFew == 0
        ? nil : "\(counted(pairs.tooFew, "more pair has", "more pairs have")) \(few) to say.",
    ].compactMap { $0 }
  }

  /// The schools with nobody in a group across the trust, those that may be shown.
  private func unrepresented(_ register: TeamRegister) -> String {
    let shown = register.neverRepresented.filter {
      words.naming.shows(network.schools[Int($0)].id, along: .school)
    }
    let isAnyShown = network.schools.contains { words.naming.shows($0.id, along: .school) }
    guard isAnyShown else {
      return
        "Which schools have somebody in a group across the trust is not told: none may be shown."
    }
    return shown.isEmpty
      ? "Every school that may be shown has somebody in a group across the trust."
      : "In no group across the trust: \(listed(shown.map { words.school(Int($0)) }))."
  }

  /// How far two schools have come, where that may be told.
  private static func stage(_ match: SchoolMatch) -> String {
    guard match.ties != nil else { return "few or none, or not shown" }
    return match.stage.map { $0 == .none ? "strangers" : $0.word } ?? "in contact"
  }

  /// What one school could have of another, and why.
  private static func words(_ gain: SchoolMatch.Gain?) -> String {
    guard let gain else { return "" }
    let need =
      switch gain.need {
      case .asked: ""
      case .sought: ", sought by staff"
      case .missing: ", hardly known"
      }
    return "\(gain.what)\(need) (\(gain.why))"
  }

  /// Partners who could answer what the trust looks for.
  public func prospects(top: Int) -> Pages {
    let prospects = analysis.prospects
    guard let first = prospects.first else {
      return Pages(sentences: [noProspect])
    }
    var pages = Pages(sentences: [
      "\(counted(prospects.count, "match", "matches")) between what is looked for here and what partners offer; first \(words.word(first.partner)) for \"\(first.wish)\"."
    ])
    pages.add(
      "prospects", "Partners who could help",
      Table(
        [
          .text("partner"), .text("sector"), .text("for", "could help with"), .text("of", "of"),
          .text("why", "because of"), .text("known_by", "who knows them"),
          .number("partnerships", "partnerships here"), .text("mutual", "something to give back"),
        ],
        rows: prospects.prefix(top).map { prospect in
          [
            .text(words.word(prospect.partner)),
            .text(
              network.partners[network.index(of: prospect.partner)].sector.map(PartnersReport.words)
                ?? ""), .text(brief(prospect.wish, 44)),
            .text(prospect.by.map { brief(words.word($0), 28) } ?? "the trust"),
            .text(brief(prospect.reason, 58)),
            .text(
              !prospect.knownBy.isEmpty
                ? words.list(prospect.knownBy, most: 2)
                : prospect.hasMet
                  ? "met at an event"
                  : analysis.ledger.tellsContacts ? "nobody on record" : "not recorded"),
            .count(prospect.partnerships), .text(prospect.isMutual ? "yes" : ""),
          ]
        }))
    pages.closing = "Next: weft partners FOLDER for how present partnerships stand."
    return pages
  }
}

extension OutwardReport {
  /// Why there is no match, where the files say enough to tell.
  private var noProspect: String {
    let asks =
      !network.records.needs.isEmpty || !network.records.goals.isEmpty
      || network.schools.contains { school in
        school.attributes.keys.contains { folded($0) == "seeks" }
      }
    let offers = network.partners.contains { partner in
      partner.attributes.keys.contains { ["mission", "offers"].contains(folded($0)) }
    }
    let missing = [
      network.partners.isEmpty ? "partners.csv" : nil,
      !network.partners.isEmpty && !offers
        ? "the columns mission and offers of partners.csv" : nil,
      asks ? nil : "needs.csv, goals.csv or the column seeks of schools.csv",
    ].compactMap { $0 }
    if missing.isEmpty, let first = analysis.presentPartners.first {
      let partners = Set(analysis.presentPartners.map(\.partner)).count
      return
        "\(capitalised(counted(partners, "partner offers", "partners offer"))) what is looked for here and \(partners == 1 ? "is a partner" : "are partners") of that side already, first \(words.word(first.partner)) for \"\(first.wish)\"; no other partner's mission or offers meet an open need, a wish of a school or a goal."
    }
    return missing.isEmpty
      ? "No partner's mission or offers meet an open need, a wish of a school or a goal."
      : "What partners could help with cannot be told without \(listed(missing))."
  }
}

// MARK: - Teams

extension OutwardReport {
  /// Teams and working groups: how far they span, what they give, what their entry lacks.
  public func teams(kind: String?) -> Pages {
    guard !network.teams.isEmpty || !network.workingGroups.isEmpty else {
      return Pages(sentences: [
        "No file names a team or a working group: add teams.csv, the column team to people.csv, or members to collaborations.csv."
      ])
    }
    let register = analysis.teams
    let chosen = register.teams.filter { entry in
      kind.map { folded(entry.kind ?? "") == folded($0) } ?? true
    }
    let large = chosen.filter(isShown)
    let spanning = chosen.count { $0.schools.count > 1 }
    // Without a school on record nothing spans any, and none is left out.
    let tellsSchools = !network.schools.isEmpty
    let span =
      tellsSchools
      ? "\(spanning == 0 ? "none" : counted(spanning)) \(spanning < 2 ? "spans" : "span") more than one school"
      : "which schools they span is not recorded"
    var sentences = [
      "\(counted(chosen.count { $0.team != nil }, "team")) and \(counted(chosen.count { $0.team == nil }, "working group")); \(span)."
    ]
    if tellsSchools {
      sentences.append(
        !register.hasGroupsAcross
          ? "No group across the trust is on record: add members to collaborations.csv, or a team without a school to teams.csv."
          : register.neverRepresented.isEmpty
            && words.naming.disclosure?.hidesAny(along: .school) != true
            ? "Every school has somebody in a group across the trust."
            : unrepresented(register)
      )
    }
    if let told = networks(large, of: chosen) { sentences.append(told) }
    let unled = chosen.filter { $0.team != nil && $0.lacks.contains("lead") }.count
    if unled > 0 {
      sentences.append("\(counted(unled, "team has", "teams have")) no lead recorded.")
    }
    sentences += PurposeReport.unreadable(
      [
        ("who leads %", chosen.count { $0.team != nil && $0.hasUnknownLead })
      ], "team")
    if kind == nil, let told = echoes(register) { sentences.append(told) }
    let silent = large.filter { $0.team != nil && $0.presented == 0 }
    let tellsPresenters =
      network.records.events.contains { !$0.attendance.isEmpty }
      && network.records.asks("attendance.role")
    if tellsPresenters,
      large.contains(where: { $0.team != nil })
    {
      sentences.append(
        "\(counted(silent.count)) of \(counted(large.count { $0.team != nil }, "team")) presented at no event."
      )
    }
    var pages = Pages(sentences: sentences)
    let order = large.sorted {
      ($1.schools.count, $1.span ?? 0, $0.name) < ($0.schools.count, $0.span ?? 0, $1.name)
    }
    let named = large.filter(\.isNetwork)
    pages.add(
      "networks", "Networks and working groups", networkTable(order.filter(\.isNetwork)),
      note: named.isEmpty
        ? ""
        : "Success criteria: its own, or the measure of the goal it serves. Last met: the newest event to which half of its members came."
    )
    pages.add(
      "teams", "Teams and groups, the widest first",
      Table(
        [
          .text("team"), .text("kind"), .number("people"), .number("schools"), .number("span"),
          .text("out", "ties out"), .number("presented"), .number("variety"),
          .text("lacks"),
        ],
        rows: order.map { entry in
          [
            .text(brief(entry.name, 44)), .text(entry.kind ?? ""), .count(entry.members.count),
            tellsSchools ? .count(entry.schools.count) : .empty,
            .optional(tellsSchools ? entry.span : nil, places: 2),
            .text(PurposeReport.answer(entry.outsideShare)),
            tellsPresenters ? .count(entry.presented) : .empty,
            .optional(entry.variety, places: 2),
            .text(entry.lacks.joined(separator: ", ")),
          ]
        }),
      note:
        "Span: Blau's index over members' schools. Variety: the same over roles. Out: the share of ties that leave the team, those with people of no team among them. "
        + (chosen.count > large.count
          ? "\(capitalised(counted(chosen.count - large.count, "group is", "groups are"))) too small to show, or beside one that is."
          : ""))
    let kinds = Dictionary(grouping: large.filter { $0.team != nil }.compactMap(\.kind)) { $0 }
      .mapValues(\.count).sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(2)
      .map { $0.key.contains(" ") ? "\"\($0.key)\"" : $0.key }
    pages.closing =
      kinds.count < 2
      ? "Next: weft show FOLDER team ID for one of them."
      : "Next: weft between FOLDER \(kinds.joined(separator: " ")) --by team-kind for two kinds of team side by side."
    return pages
  }
}

// MARK: - Between and without

extension OutwardReport {
  /// Two groups side by side.
  public func between(_ a: Int, _ b: Int) -> Pages {
    guard let grouping = study.grouping else { return Pages() }
    let names = grouping.partition.names
    guard isShown(a), isShown(b) else {
      return Pages(sentences: [
        "One of the two has fewer than \(minGroup) people, or stands beside a group that has: not shown."
      ])
    }
    let found = analysis.between(a, b)
    let (one, two) = (names[a], names[b])
    let first = found.byDepth.first
    let deep = found.byDepth.first { $0.depth == .coalition }
    var sentences: [String] = []
    let isTold = tells(a, b)
    let isQuiet = [a, b].allSatisfy { study.coverageOfGroups[$0].isQuiet }
    if !isTold {
      sentences.append(
        "How many ties \(one) and \(two) have is not shown: none, those of fewer than \(inWords(analysis.question.minLink)) people, or more beside such a link."
      )
    } else if let first, let ratio = first.ratio {
      let sure = first.p.map {
        isQuiet
          ? ""
          : $0 < 0.05
            ? "; a difference that chance hardly explains" : "; chance alone would explain that"
      }
      sentences.append(
        first.seen == 0
          ? "\(capitalised(one)) and \(two) have no tie on record, where chance would give \(fixed(first.expected ?? 0, places: 1))\(sure ?? "")."
          : "\(capitalised(one)) and \(two) have \(counted(Int(first.seen.rounded()), "tie")), \(times(ratio)) times what chance would give\(sure ?? "")."
      )
      if isQuiet {
        sentences.append(
          "Too few of either answered for that to say how they work together.")
      } else if first.seen < BetweenGroups.enough {
        sentences.append(
          "That is too few ties to say how they work together: \(inWords(Int(BetweenGroups.enough))) are needed."
        )
      } else if let deep, let ratio = deep.ratio, tells(a, b, deep.depth) {
        sentences.append(
          "Joint work (depth 4 and more) stands at \(times(ratio)) times: \(ratio < (first.ratio ?? 0) / 2 ? "they tell one another things and decide apart" : "contact and joint work go together")."
        )
      }
    }
    let sorted = found.operational + found.strategic + found.unsorted
    if isTold, Double(sorted) >= BetweenGroups.enough, found.asksKinds {
      sentences.append(
        "Of what passes between them \(found.untold > 0 ? "and says what it is, " : "")\(percent(Double(found.operational) / Double(sorted))) is operational, \(percent(Double(found.strategic) / Double(sorted))) strategic."
      )
    }
    if let uncounted = analysis.leftOut?.uncounted { sentences.append(uncounted) }
    sentences += towards(found, one, two) + teaching(found.exchange, one, two)
    var pages = Pages(sentences: sentences)
    pages.add(
      "depth", "How deep it goes",
      Table(
        [
          .text("depth", "at least"), .number("ties"), .number("expected", "by chance"),
          .number("ratio"), .number("p"),
        ],
        rows: found.byDepth.map { row in
          guard tells(a, b, row.depth) else {
            return [.text(row.depth.word), .suppressed, .optional(row.expected, places: 1)]
              + [.suppressed, .suppressed]
          }
          return [
            .text(row.depth.word), .number(row.seen, places: 0), .optional(row.expected, places: 1),
            .optional(row.ratio, places: 2), .optional(row.p, places: 4),
          ]
        }))
    func needs(_ needs: [Need], _ from: String, _ to: String) -> [[Table.Cell]] {
      needs.map {
        [.text(from), .text(to), .text($0.statement), .text(PurposeReport.day($0.date))]
      }
    }
    pages.add(
      "asks", "What each asks of the other, unmet",
      Table(
        [.text("from"), .text("of"), .text("need"), .text("date")],
        rows: needs(found.asksOfB, one, two) + needs(found.asksOfA, two, one)))
    pages.add("together", "Together towards partners", togetherTable(found.towards))
    pages.add(
      "lessons", "What one could teach the other",
      lessonTable(found.exchange, one, two),
      note:
        "Sought: somebody there would like to know it. Not listed: nobody there has, and two or more here know it."
    )
    pages.add(
      "roles", "Roles that one has and the other has not",
      Table(
        [.text("group"), .text("roles", "roles only there")],
        rows: [(one, found.rolesOnlyA), (two, found.rolesOnlyB)].filter { !$0.1.isEmpty }.map {
          [.text($0.0), .text(listed($0.1))]
        }))
    return pages
  }

  /// The network with and without somebody.
  ///
  /// - Parameter some: those who leave, a person, a role, a team or the centre each.
  public func without(_ some: [Set<Int32>], who: String) -> Pages {
    let found = analysis.without(Set(some.joined()).sorted())
    let told = LeaversTold(some, of: analysis, words.naming)
    let names = study.grouping?.partition.names ?? []
    let boundary = study.grouping?.boundary
    func number(_ value: Double?) -> Table.Cell { .optional(value, places: 3) }
    let people = counted(found.people, "person", "people")
    let ties =
      told.ties
      ? "Without \(who) (\(people)) \(counted(found.tiesLost, "tie goes", "ties go"))\(boundary.map { between(found, $0) } ?? "")."
      : "How many ties go without \(who) (\(people)) is not shown: it would tell how many those who leave have with one another."
    var sentences = (told.rest ? together(found, who) : []) + [ties]
    sentences += told.rest ? [] : [LeaversTold.untoldRest]
    sentences += losses(found, tellsRest: told.rest)
    sentences += told.rest ? staying(found) : []
    let (before, after) = (found.with, found.without)
    let states: [(String, Double?, Double?)?] = [
      told.ties ? ("E-I index", before.index, after.index) : nil,
      told.rest ? ("share of pairs apart", before.fragmentation, after.fragmentation) : nil,
      told.ties && told.rest
        ? ("degree centralization", before.centralization, after.centralization) : nil,
    ]
    var pages = Pages(sentences: sentences)
    pages.add(
      "states", "With and without",
      Table(
        [.text("what"), .number("with"), .number("without")],
        rows: states.compactMap { $0 }.map { [.text($0.0), number($0.1), number($0.2)] }))
    pages.add(
      "bridges", "Bridges to make again, or to make better",
      Table(
        [.text("a", "one"), .text("b", "another"), .number("ties", "ties today")],
        rows: found.pairsLost.filter { tells($0.a, $0.b) }.prefix(12).map {
          [.text(names[$0.a]), .text(names[$0.b]), .count($0.ties)]
        }), note: "All ties between the two would go: chances to introduce others.")
    return pages
  }

  /// Whether those who stay reach one another as before, or how many do not.
  private func staying(_ found: WithoutPeople) -> [String] {
    guard !found.isSpared else {
      return [
        "The others reach one another as before\(spared(found.people == 1 ? "them" : "these people"))."
      ]
    }
    guard found.peopleCutOff > 0 else { return [] }
    // A few of a copy without names are somebody.
    let isTold = words.naming.showsAll || found.peopleCutOff >= minGroup
    let some = isTold ? counted(found.peopleCutOff, "person", "people") : "somebody"
    let stays = isTold && found.peopleCutOff > 1 ? "stay" : "stays"
    var sentences = ["\(capitalised(some)) who \(stays) would be cut off from the rest."]
    if let before = found.with.fragmentation, let after = found.without.fragmentation,
      after - before >= 0.01
    {
      sentences.append(
        "\(capitalised(percent(after))) of pairs would not reach one another, \(percent(before)) today."
      )
    }
    return sentences
  }

  /// How many of the ties that would go lead between groups, as far as both ends have one.
  private func between(_ found: WithoutPeople, _ boundary: Boundary) -> String {
    let untold = "cannot be told, as somebody cannot be placed in one \(boundary.singular)"
    guard found.tiesUntold < found.tiesLost || found.tiesLost == 0 else {
      return "; whether between \(boundary.plural) \(untold)"
    }
    let people = study.network.people
    let isCentre =
      boundary == .school
      && found.leaving.allSatisfy { people.school[Int($0)] == People.centralTeam }
    let ends =
      isCentre
      ? "with \(boundary.plural)"
      : "between \(boundary.plural)\(found.bridgesToCentre > 0 ? " or with the central team" : "")"
    let across = ", \(counted(found.bridgesLost)) of them \(ends)"
    return found.tiesUntold == 0
      ? across : across + "; of \(counted(found.tiesUntold)) more it \(untold)"
  }

  /// Whether groups reach one another without some people: the answer to whether they can do without.
  private func together(_ found: WithoutPeople, _ who: String) -> [String] {
    guard let boundary = study.grouping?.boundary else { return [] }
    let today = Set(analysis.without([]).groupsTogether)
    let all = found.groupsTogether.count + found.groupsApart.count
    // Where groups have no way to each other today, nothing depends on anybody.
    guard all > 1, today.count > 1 else { return [] }
    let names = study.grouping?.partition.names ?? []
    // Beside the names of those shown a number of all would tell of one that is not.
    guard names.indices.allSatisfy(isShown) else { return [] }
    let centre = study.grouping.flatMap { grouping in
      grouping.ids.indices.first(where: grouping.isCentral)
    }
    let isThere =
      centre.map { found.groupsTogether.contains($0) || found.groupsApart.contains($0) } ?? false
    let many = boundary.counted(all, centre: isThere)
    guard !found.groupsApart.isEmpty else {
      let every =
        all - (isThere ? 1 : 0) == 2
        ? "both \(boundary.plural)\(isThere ? " and the central team" : "")" : "all \(many)"
      return ["Without \(who), \(every) still reach one another."]
    }
    let part = isThere ? "\(counted(all)) groups (\(many))" : many
    guard found.groupsTogether.count > 1 else {
      guard all > 2 else {
        let two = isThere ? "groups" : boundary.plural
        return ["Without \(who), the two \(two) no longer reach one another."]
      }
      return ["Without \(who), no two of \(part) still reach one another."]
    }
    let parted = found.groupsApart.filter(today.contains)
    let shown = parted.filter(isShown).map { Network.inText(names[$0]) }
    let others =
      !parted.isEmpty && shown.count == parted.count
      ? "; \(listed(shown)) \(shown.count == 1 ? "depends" : "depend") on them" : ""
    return [
      "Without \(who), \(counted(found.groupsTogether.count)) of \(part) still reach one another\(others)."
    ]
  }

  /// What would go with people who leave: groups cut off or left empty, partners, topics, partnerships, goals.
  ///
  /// - Parameter tellsRest: whether this copy tells how those who stay hang together.
  func losses(_ found: WithoutPeople, tellsRest: Bool) -> [String] {
    let names = study.grouping?.partition.names ?? []
    let boundary = study.grouping?.boundary
    var sentences: [String] = []
    // Of a handful of people each tie would tell who they are.
    let cutOff = found.groupsCutOff.filter(isShown)
    if let boundary {
      let emptied = found.groupsEmptied.filter(isShown)
      if !emptied.isEmpty {
        sentences.append(
          "Nobody would be left in \(listed(emptied.map { Network.inText(names[$0]) })).")
      }
      if tellsRest, !cutOff.isEmpty {
        sentences.append(
          "\(capitalised(listed(cutOff.map { Network.inText(names[$0]) }))) \(cutOff.count == 1 ? "loses" : "lose") every tie to \(boundary.others(beside: cutOff.map { names[$0] }))."
        )
      } else if tellsRest, found.groupsCutOff.isEmpty {
        let other = boundary.other(beside: emptied.map { names[$0] })
        sentences.append("No \(emptied.isEmpty ? boundary.singular : other) is cut off.")
      }
    }
    if names.indices.contains(where: { !isShown($0) }) {
      sentences.append("Groups of fewer than \(minGroup) people are not looked at.")
    }
    if !found.partnersLost.isEmpty {
      sentences.append(
        "Nobody else is in touch with \(words.list(found.partnersLost.map { Int32(network.first(of: .partner) + $0) }))."
      )
    }
    return sentences + lost(found)
  }

  /// What does not go with those who leave, of what the files tell.
  private func spared(_ who: String) -> String {
    let records = network.records
    let told = [
      // In a copy without names that would tell where the one person is who knows a topic.
      network.expertise.tellsKnowledge && words.naming.showsAll ? "topic" : nil,
      records.partnerships.isEmpty || !analysis.ledger.tellsContacts ? nil : "partnership",
      records.goals.contains { !$0.owners.isEmpty } ? "goal" : nil,
      network.workingGroups.isEmpty ? nil : "working group",
    ].compactMap { $0 }
    return told.isEmpty
      ? "; what else would go with \(who) no file tells"
      : ", and no \(listed(told, and: "or")) goes with \(who)"
  }

  /// What nobody else knows, holds or owns.
  private func lost(_ found: WithoutPeople) -> [String] {
    let records = network.records
    func some(_ names: [String]) -> String {
      listed(names.count > 6 ? names.prefix(5) + ["\(counted(names.count - 5)) more"] : names)
    }
    let topics = found.topicsLost.map { topic in
      analysis.expertise.listing(topic) { !found.leaving.contains($0) }
    }
    let partnerships = found.partnershipsLost.map { place in
      let partnership = records.partnerships[place]
      return
        "\(network.partners[network.index(of: partnership.partner)].name) with \(network.name(ofSideOf: partnership))"
    }
    let goals = found.goalsLost.map { records.goals[$0].statement }
    return [
      topics.isEmpty || !words.naming.showsAll
        ? nil : "Nobody else has listed \(some(topics)).",
      partnerships.isEmpty
        ? nil
        : "Nobody else holds \(partnerships.count == 1 ? "the partnership" : "the partnerships") of \(some(partnerships)).",
      goals.isEmpty
        ? nil : "Nobody else owns the \(goals.count == 1 ? "goal" : "goals") \(some(goals)).",
      found.workingGroupsLost.isEmpty
        ? nil
        : "\(capitalised(counted(found.workingGroupsLost.count, "working group"))) would have fewer than two members.",
    ].compactMap { $0 }
  }

  /// A trust's statements with the figures that speak to them.
  public func evidence(_ statements: [StatementEvidence.Statement]) -> Pages {
    let all = analysis.evidence(statements)
    let met = all.count { $0.gap == "none" }
    let missing = all.count { !$0.isTold }
    let short = all.count - met - missing
    var pages = Pages(sentences: [
      "\(counted(all.count, "statement")): \(counted(met)) \(met == 1 ? "holds" : "hold"), \(counted(short)) \(short == 1 ? "falls" : "fall") short, \(counted(missing)) cannot be told from the files."
    ])
    let noStory = network.records.stories.isEmpty ? "not recorded" : "none yet"
    func value(_ one: StatementEvidence) -> String {
      one.value.map { one.isShare ? percent($0) : fixed($0, places: 2) } ?? "not known"
    }
    pages.add(
      "evidence", "What we say, and what shows it",
      Table(
        [
          .text("theme"), .text("statement"), .text("figure"), .text("coverage"), .text("story"),
          .text("gap"),
        ],
        rows: all.map {
          [
            .text($0.statement.theme), .text($0.statement.text), .text(value($0)),
            .text($0.coverage), .text($0.story ?? noStory), .text($0.gap),
          ]
        }),
      full: Table(
        [
          .text("theme"), .text("statement"), .text("measure"), .number("value"),
          .number("hoped_for"), .text("coverage"), .text("story"), .text("gap"),
        ],
        rows: all.map {
          [
            .text($0.statement.theme), .text($0.statement.text), .text($0.statement.figure),
            .optional($0.value, places: 4), .optional($0.statement.hopedFor, places: 2),
            .text($0.coverage), .text($0.story ?? ""), .text($0.gap),
          ]
        }))
    pages.closing =
      "Write your own statements: weft evidence FOLDER --starter > statements.csv, then change it."
    return pages
  }
}

// MARK: - Giving and receiving

extension OutwardReport {
  /// What somebody gives and receives, in their own view.
  public func balance(_ found: GivingBalance, of name: String) -> Pages {
    guard found.canBeTold else {
      return Pages(sentences: [
        "Who gives and who receives cannot be told from these files: no tie has a direction (the column direction of collaborations.csv), nobody is recorded as a presenter (attendance.csv) or as carrying an idea (ideas.csv)."
      ])
    }
    let sense =
      switch found.balance {
      case nil: "Nothing that points one way is recorded of \(name)"
      case _? where found.given + found.received < GivingBalance.enough:
        "Too little that points one way is recorded of \(name) to say whether more is given or received"
      case let balance? where balance > 0.2: "\(name) gives more than is given back"
      case let balance? where balance < -0.2: "\(name) receives more than is passed on"
      default: "\(name) gives about as much as comes back"
      }
    var sentences = [
      "\(sense)\(found.given + found.received < GivingBalance.enough ? "" : found.balance.map { " (balance \(fixed($0, places: 2)), from -1 to +1)" } ?? ""). For \(name) alone to see."
    ]
    if found.undirected > 0 {
      sentences.append(
        "\(capitalised(counted(found.undirected, "more colleague", "more colleagues"))) \(found.undirected == 1 ? "is" : "are") tied to \(name) without a direction, which tells neither."
      )
    }
    func told(_ count: Int, _ isRecorded: Bool) -> Table.Cell {
      isRecorded ? .count(count) : .empty
    }
    var pages = Pages(sentences: sentences)
    pages.add(
      "balance", "Given and received",
      Table(
        [.text("what"), .number("given"), .number("received")],
        rows: [
          [
            .text("asked for help, and asking"), told(found.asked, found.tellsDirections),
            told(found.asks, found.tellsDirections),
          ],
          [
            .text("helps and is helped"), told(found.mutual, found.tellsDirections),
            told(found.mutual, found.tellsDirections),
          ],
          [
            .text("presented at events, listened"), told(found.presented, found.tellsPresenters),
            told(found.listened, found.tellsPresenters),
          ],
          [.text("ideas carried to others"), told(found.carried, found.tellsCarriers), .empty],
          [
            .text("in all"), .count(found.given),
            told(found.received, found.tellsDirections || found.tellsPresenters),
          ],
        ]))
    return pages
  }
}

extension Network {
  /// Whether anything says what schools look for or can give.
  fileprivate var tellsAims: Bool {
    !records.needs.isEmpty || !expertise.skills.isEmpty || !expertise.wishes.isEmpty
      || schools.contains { school in
        school.attributes.contains {
          ["seeks", "offers"].contains(folded($0.key)) && !trimmed($0.value).isEmpty
        }
      }
  }
}
