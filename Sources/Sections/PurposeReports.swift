public import Documents
public import Findings
import Measures
public import Networks

/// Goals, what work is for, events, stories, ideas, decisions and voices, for people and for programs.
public struct PurposeReport: Sendable {
  let analysis: Analysis
  let words: MemberWords
  var network: Network { analysis.network }

  public init(_ analysis: Analysis, _ naming: Naming) {
    self.analysis = analysis
    words = MemberWords(analysis.network, naming)
  }

  static func answer(_ share: Double?) -> String { share.map(percent) ?? "-" }
  static func day(_ day: Day?) -> String { day.map { "\($0)" } ?? "" }

  /// What holds something nobody can read, and how often; nothing where all can be read.
  ///
  /// - Parameter cells: what is said, with % where the number of rows goes.
  /// - Parameter state: what is so of the cells: that they cannot be read, or that they are empty.
  static func unreadable(
    _ cells: [(what: String, count: Int)], _ one: String, _ many: String? = nil,
    _ state: String = "Could not be read"
  ) -> [String] {
    let some = cells.filter { $0.count > 0 }.map {
      $0.what.replacing("%", with: counted($0.count, one, many))
    }
    return some.isEmpty ? [] : ["\(state), and counted neither way: \(listed(some))."]
  }

  /// The members of a cell that are known, and that it holds somebody who is not.
  func told(
    _ members: [Int32], _ isUnread: Bool, none: String = "", most: Int = 6
  ) -> String {
    guard !members.isEmpty else { return isUnread ? "could not be read" : none }
    return words.list(members, most: most) + (isUnread ? "; the rest could not be read" : "")
  }
}

// MARK: - Goals

extension PurposeReport {
  /// Goals: what calls for attention first, then the tree.
  public var goals: Pages {
    let book = analysis.goals
    guard !book.entries.isEmpty else {
      return Pages.without("goals.csv")
    }
    func count(_ flag: GoalBook.Flag) -> Int { book.entries.count { $0.flags.contains(flag) } }
    var sentences = [
      "\(counted(book.entries.count, "goal")): \(network.records.asks("goals.measure") ? "\(counted(count(.noMeasure))) without a measure" : "how they are measured is not recorded"), \(network.records.asks("goals.owner") ? "\(counted(count(.oneOwner))) with one owner only" : "who owns them is not recorded")\(book.asksGoals ? ", \(counted(count(.noTies))) that no recorded work is linked to" : "").",
      book.asksGoals
        ? "\(capitalised(Self.answer(book.ties > 0 ? Double(book.linked) / Double(book.ties) : nil))) of \(counted(book.ties, "tie and group", "ties and groups")) name a goal\(book.unlisted == 0 ? "" : ", \(counted(book.unlisted)) of them one that goals.csv does not list")."
        : "What work each goal has cannot be told: no row of collaborations.csv names a goal.",
    ]
    let left = count(.ownersLeft)
    if left > 0 {
      sentences.append(
        "\(capitalised(counted(left, "goal"))) \(left == 1 ? "has" : "have") no owner who is still here."
      )
    }
    sentences += Self.unreadable([("the owners of %", count(.unreadOwner))], "goal")
    let wrong = book.entries.filter { $0.flags.contains(.goingWrong) }
    sentences.append(shared(book))
    if !wrong.isEmpty {
      sentences.append("Going the wrong way: \(listed(wrong.map(\.goal.statement))).")
    }
    var pages = Pages(sentences: sentences)
    let order = book.entries.enumerated().sorted { a, b in
      let (one, two) = (rank(a.element), rank(b.element))
      return one == two ? a.offset < b.offset : one < two
    }.map(\.element)
    pages.add(
      "goals", "Goals, those that call for attention first", goalTable(order, letters: 60),
      full: goalTable(order))
    pages.add(
      "tree", "How they hang together", treeTable(book.entries, letters: 80),
      full: treeTable(book.entries))
    pages.add("progress", "Progress, term by term", progressTable)
    pages.add("overlap", "Who shares goals with whom", overlapTable(book))
    pages.add(
      "missed", "Who asks for the same and shares no goal", missedTable(book))
    pages.closing =
      "Next: weft purpose FOLDER for what work is for, weft stories FOLDER for what came of it."
    return pages
  }

  private func rank(_ entry: GoalBook.Entry) -> Int {
    entry.flags.contains(.noMeasure)
      ? 0
      : !entry.flags.filter { [.oneOwner, .noOwner, .unreadOwner, .ownersLeft].contains($0) }
        .isEmpty
        ? 1 : entry.flags.isEmpty ? 3 : 2
  }

  func goalTable(_ entries: [GoalBook.Entry], letters: Int = .max) -> Table {
    Table(
      [
        .text("goal"), .text("statement"), .text("measure"), .number("baseline"),
        .number("now"), .number("target"), .text("way", "way made"), .number("owners"),
        .number("ties", "linked work"), .text("attention"),
      ],
      rows: entries.map { entry in
        [
          .text(brief(entry.goal.id, letters)), .text(brief(entry.goal.statement, letters)),
          .text(
            brief(
              entry.goal.measure
                ?? (network.records.asks("goals.measure") ? "none" : "not recorded"), letters)),
          .optional(entry.goal.baseline, places: 0),
          .optional(entry.goal.progress.last?.value, places: 0),
          .optional(entry.goal.target, places: 0), .text(entry.wayMade.map(percent) ?? ""),
          tellsOwners(entry) ? .count(entry.owners.count) : .empty,
          analysis.goals.asksGoals ? .count(entry.ties) : .empty,
          .text(entry.flags.map(\.rawValue).joined(separator: "; ")),
        ]
      })
  }

  /// Whether it can be told how many own a goal.
  private func tellsOwners(_ entry: GoalBook.Entry) -> Bool {
    !entry.owners.isEmpty
      || (network.records.asks("goals.owner") && !entry.goal.unread.contains("owner"))
  }

  private func treeTable(_ entries: [GoalBook.Entry], letters: Int = .max) -> Table {
    Table(
      [.text("goal"), .text("owners")],
      rows: entries.map { entry in
        [
          .text(
            String(repeating: "   ", count: entry.level) + brief(entry.goal.statement, letters)),
          .text(told(entry.owners, entry.goal.unread.contains("owner"))),
        ]
      })
  }

  private var progressTable: Table {
    Table(
      [.text("goal"), .text("measure"), .text("values", "values, oldest first"), .text("last")],
      rows: network.records.goals.filter { !$0.progress.isEmpty }.map { goal in
        [
          .text(goal.id), .text(goal.measure ?? ""),
          .text(goal.progress.map { fixed($0.value, places: 0) }.joined(separator: " → ")),
          .text(Self.day(goal.progress.last?.date)),
        ]
      })
  }

  /// How many share a goal, and who should.
  private func shared(_ book: GoalBook) -> String {
    let pairs = book.owners * (book.owners - 1) / 2
    let shared =
      book.owners < 2
      ? "Fewer than two have a goal on record, so none is shared."
      : "\(counted(book.overlaps.count)) of \(counted(pairs, "pair")) of those who have goals \(book.overlaps.count == 1 ? "shares" : "share") one."
    guard book.tellsWishes else {
      return shared
        + " Who should share one cannot be told without needs.csv or the column seeks of schools.csv."
    }
    guard let first = book.missed.first else { return shared }
    return shared
      + " \(capitalised(counted(book.missed.count, "pair asks", "pairs ask"))) for the same and \(book.missed.count == 1 ? "shares" : "share") none, first \(words.list([first.a, first.b])) (\(brief(first.wish)))."
  }

  private func overlapTable(_ book: GoalBook) -> Table {
    Table(
      [
        .text("a", "one"), .text("b", "another"), .number("shared", "goals shared"),
        .number("of_a", "of the one's"), .number("of_b", "of the other's"),
      ],
      rows: book.overlaps.prefix(12).map {
        [
          .text(brief(words.word($0.a), 36)), .text(brief(words.word($0.b), 36)),
          .count($0.shared), .count($0.ofA), .count($0.ofB),
        ]
      })
  }

  private func missedTable(_ book: GoalBook) -> Table {
    Table(
      [.text("a", "one"), .text("b", "another"), .text("wish", "both ask for")],
      rows: book.missed.prefix(10).map {
        [.text(words.word($0.a)), .text(words.word($0.b)), .text($0.wish)]
      })
  }
}

// MARK: - Stories and ideas

extension PurposeReport {
  /// Stories, how varied those in them were, and what changed.
  public var stories: Pages {
    let book = analysis.stories
    guard !book.stories.isEmpty else {
      return Pages.without("stories.csv")
    }
    let silent = book.stories.count { $0.story.impact == nil }
    let voices = Set(book.stories.compactMap(\.story.voice)).sorted()
    let records = network.records
    let effect =
      records.asks("stories.impact")
      ? "\(counted(silent)) without a recorded effect" : "what changed is not recorded"
    let tellers =
      !records.asks("stories.voice")
      ? "Who told them is not recorded."
      : "Told by \(voices.isEmpty ? "nobody named" : listed(voices))."
    var pages = Pages(
      sentences: [
        "\(counted(book.stories.count, "story", "stories")); \(effect). \(tellers)",
        records.asks("stories.who")
          ? together(book)
          : "Who took part is not recorded: the column who of stories.csv is for that.",
      ] + untold
        + Self.unreadable(
          [
            ("who took part in %", book.stories.count { $0.story.unread.contains("who") }),
            ("which goal % tells of", book.stories.count { $0.story.unread.contains("goal") }),
          ], "story", "stories"))
    let order = book.stories.sorted {
      ($1.diversity ?? -1, $0.story.id) < ($0.diversity ?? -1, $1.story.id)
    }
    pages.add(
      "stories", "Stories in full, the most varied first",
      Table(
        [
          .text("story"), .text("date"), .text("voice", "told by"), .text("who", "who took part"),
          .text("impact", "what changed"), .text("goal"), .text("belongs", "belongs to"),
          .number("diversity"),
        ],
        rows: order.map { told in
          [
            .text(told.story.title), .text(Self.day(told.story.date)),
            .text(told.story.voice ?? "not recorded"),
            .text(
              self.told(told.story.parties, told.story.unread.contains("who"))),
            .text(told.story.impact ?? "not recorded"),
            .text(told.story.goal.map { network.records.goals[$0].statement } ?? ""),
            .text(belongs(told)), .optional(told.diversity, places: 2),
          ]
        }),
      note: "Diversity: Blau's index over schools, centre and sectors; 0 when all are of one.")
    pages.add("untold", "What has no story yet", untoldTable)
    pages.closing = "Next: weft ideas FOLDER for where ideas come from."
    return pages
  }

  /// How many stories bring sides together, of those that say who took part.
  private func together(_ book: StoryBook) -> String {
    let count = book.acrossSides
    if book.withParties == 1, book.stories.count > 1 {
      return
        "The one that says who took part \(count == 1 ? "brings together more than one school, team of the centre or sector" : "is of one school, team of the centre or sector alone")."
    }
    let of =
      book.withParties == book.stories.count
      ? ""
      : " of the \(counted(book.withParties)) that \(book.withParties == 1 ? "says" : "say") who took part"
    return
      "\(count == 0 ? "None" : counted(count))\(of) \(count < 2 ? "brings" : "bring") together more than one school, team of the centre or sector."
  }

  /// The partnerships that a story is of.
  private func belongs(_ told: StoryBook.Told) -> String {
    told.partnerships.prefix(3).map { network.records.partnerships[$0] }.map {
      "the partnership of \(network.partners[network.index(of: $0.partner)].name) with \(network.name(ofSideOf: $0))"
    }.joined(separator: "; ")
  }

  /// How many goals and partners no story tells of, where there are such.
  private var untold: [String] {
    let book = analysis.stories
    let partners = Set(network.records.partnerships.map(\.partner)).count
    let told = [
      book.untoldGoals.isEmpty
        ? nil
        : "\(counted(book.untoldGoals.count)) of \(counted(network.records.goals.count, "goal"))",
      book.untoldPartners.isEmpty
        ? nil
        : "\(counted(book.untoldPartners.count)) of \(counted(partners, "partner")) with a partnership",
    ].compactMap { $0 }
    let isRead = book.stories.allSatisfy { $0.story.unread.isDisjoint(with: ["who", "goal"]) }
    return told.isEmpty
      ? [] : ["No story \(isRead ? "" : "that could be read ")tells of \(listed(told))."]
  }

  private var untoldTable: Table {
    let book = analysis.stories
    return Table(
      [.text("kind"), .text("name", "what")],
      rows: book.untoldGoals.map { [.text("goal"), .text(network.records.goals[$0].statement)] }
        + book.untoldPartners.map { [.text("partner"), .text(words.word($0))] })
  }

  /// Where ideas came from, through whom, and to which schools.
  public var ideas: Pages {
    let book = analysis.stories
    guard !book.trails.isEmpty else {
      return Pages.without("ideas.csv")
    }
    let adopted = book.trails.filter(\.isAdopted)
    let bridges = analysis.ideas
    let across = adopted.count(where: \.cameThroughBridge)
    // Of what could not be read nothing is counted, not even that it was not so.
    let clear = adopted.count { !$0.isUnclear }
    let placed = adopted.filter { $0.isFromOutside || !$0.idea.unread.contains("origin") }.count
    let carried =
      !book.tellsWays
      ? "who carried them across is not recorded"
      : clear == 0 && !adopted.isEmpty
        ? "whether anybody carried them across cannot be told"
        : "\(counted(across)) of \(clear == adopted.count ? "those" : "the \(counted(clear)) of which it can be told") \(across == 1 ? "was" : "were") carried across by somebody"
    let abroad = counted(adopted.count { $0.isFromOutside })
    let outside =
      !book.tellsOrigins
      ? "where they began is not recorded"
      : placed == 0 && !adopted.isEmpty
        ? "where they began could not be read"
        : "\(abroad)\(placed == adopted.count ? "" : " of the \(counted(placed)) whose beginning could be read") came from outside the trust"
    var sentences = [
      !book.tellsAdopters
        ? "\(counted(book.trails.count, "idea")); who took \(book.trails.count == 1 ? "it" : "them") up is not recorded."
        : "\(counted(book.trails.count, "idea")), \(counted(adopted.count)) taken up"
          + (adopted.isEmpty ? "." : "; \(carried), and \(outside).")
    ]
    if book.tellsWays, let expected = bridges.expected {
      sentences.append(
        "\(bridges.seen == 0 ? "None\(bridges.untold.isEmpty ? "" : " of which it can be told")" : counted(bridges.seen)) came through a bridge, somebody who works or has a tie both where the idea began and where it went; had carriers been drawn from all staff, chance would give \(fixed(expected, places: 1))."
      )
    }
    if book.tellsWays, !bridges.untold.isEmpty {
      sentences.append(
        "Whether \(counted(bridges.untold.count, "idea")) came through a bridge cannot be told: who is in touch with partners is not recorded."
      )
    }
    func unread(_ column: String) -> Int {
      book.trails.count { $0.idea.unread.contains(column) }
    }
    sentences += Self.unreadable(
      [
        ("where % began", unread("origin")), ("who carried %", unread("carried_by")),
        ("who took up %", unread("adopted_by")), ("who tries %", unread("trialled_by")),
        ("who dropped %", unread("dropped_by")),
      ], "idea")
    var pages = Pages(sentences: sentences)
    pages.add(
      "ideas", "Trails: from whom, through whom, to whom", ideaTable(letters: 48),
      full: ideaTable())
    pages.closing =
      "Next: weft draw ideas FOLDER -o ideas.pdf for the figure, weft stories FOLDER for what came of them."
    return pages
  }

  /// One row an idea.
  public func ideaTable(letters: Int = .max) -> Table {
    let book = analysis.stories
    let bridges = analysis.ideas
    let most = letters == .max ? .max : 4
    let order = book.trails.indices.sorted {
      let (one, two) = (book.trails[$0], book.trails[$1])
      return (two.schools.count, one.idea.id) < (one.schools.count, two.idea.id)
    }
    return Table(
      [
        .text("idea"), .text("date"), .text("origin"), .text("carried_by", "carried by"),
        .text("adopted_by", "taken up by"), .number("schools"),
        .text("trialled_by", "being tried by"), .text("dropped_by", "dropped by"),
        .text("across", "carried across"), .text("bridge"),
      ],
      rows: order.map { place in
        let trail = book.trails[place]
        func told(_ members: [Int32], _ column: String, none: String = "", most: Int = 6)
          -> Table.Cell
        {
          .text(
            brief(
              self.told(members, trail.idea.unread.contains(column), none: none, most: most),
              letters))
        }
        func crossed(_ isSo: Bool) -> Table.Cell {
          .text(!book.tellsWays ? "" : isSo ? "yes" : trail.isUnclear ? "cannot be told" : "no")
        }
        return [
          .text(brief(trail.idea.title, letters)), .text(Self.day(trail.idea.date)),
          told(trail.idea.origin, "origin"), told(trail.idea.carriers, "carried_by"),
          told(
            trail.adopters, "adopted_by",
            none: book.tellsAdopters ? "nobody on record" : "not recorded",
            most: most),
          book.tellsAdopters && (trail.isAdopted || !trail.idea.unread.contains("adopted_by"))
            ? .count(trail.schools.count) : .empty,
          told(trail.triers, "trialled_by", most: most),
          told(trail.idea.droppers, "dropped_by", most: most),
          crossed(trail.cameThroughBridge),
          bridges.untold.contains(place)
            ? .text("cannot be told") : crossed(!bridges.bridges[place].isEmpty),
        ]
      })
  }
}

// MARK: - Decisions and voices

extension PurposeReport {
  /// Who decided, who was asked, and who never is.
  public var decisions: Pages {
    let book = analysis.decisions
    guard !book.entries.isEmpty else {
      return Pages.without("decisions.csv")
    }
    let unasked = book.entries.count { !$0.notAsked.isEmpty }
    var pages = Pages(sentences: [
      book.tellsMissed
        && !book.entries.contains(where: { $0.isTold && !$0.decision.affects.isEmpty })
        ? "\(decided(book)); whether anybody affected was not consulted cannot be told."
        : book.tellsMissed
          ? "\(decided(book)); \(unasked == 0 ? "none" : counted(unasked)) affected somebody who was not consulted."
          : "\(counted(book.entries.count, "decision")); \(!book.tellsConsulted ? "who was consulted" : !book.tellsDeciders ? "who took them" : "whom they affected") is not recorded."
    ])
    if book.tellsParts {
      pages.sentences.append(
        book.involvedCount == 0
          ? "The files do not say which partners have a share in a goal or partnership."
          : book.neverAsked.isEmpty
            ? "Every partner with a share in a goal or partnership was asked at least once."
            : "\(counted(book.neverAsked.count, "partner has", "partners have")) a share in our goals or partnerships and a part in no decision\(book.asFarAsKnown): \(words.list(book.neverAsked))."
      )
    }
    func unread(_ column: String) -> Int {
      book.entries.count { $0.decision.unread.contains(column) }
    }
    pages.sentences += Self.unreadable(
      [
        ("who took %", unread("decided_by")), ("who was consulted on %", unread("consulted")),
        ("whom % would affect", unread("affects")),
      ], "decision")
    if book.tellsMissed {
      func blank(_ column: String) -> Int {
        book.entries.count { $0.decision.blank.contains(column) }
      }
      pages.sentences += Self.unreadable(
        [("who took %", blank("decided_by")), ("who was consulted on %", blank("consulted"))],
        "decision", nil, "Not recorded")
    }
    if let widest { pages.sentences.append(widest) }
    pages.add(
      "decisions", "Decisions",
      Table(
        [
          .text("decision"), .text("date"), .text("decided_by", "decided by"), .text("consulted"),
          .text("not_asked", "affected, not consulted"),
        ],
        rows: book.entries.map { entry in
          [
            .text(brief(entry.decision.statement)), .text(Self.day(entry.decision.date)),
            .text(
              book.tellsDeciders
                ? told(
                  entry.decision.deciders, entry.decision.unread.contains("decided_by"),
                  none: entry.decision.blank.contains("decided_by") ? "not recorded" : "")
                : "not recorded"),
            .text(
              book.tellsConsulted
                ? told(
                  entry.decision.consulted, entry.decision.unread.contains("consulted"),
                  none: entry.decision.blank.contains("consulted") ? "not recorded" : "nobody",
                  most: 4) : "not recorded"),
            .text(
              !book.tellsMissed
                ? "" : tellsMissed(entry) ? words.list(entry.notAsked, most: 4) : "cannot be told"),
          ]
        }))
    pages.add(
      "reach", "How far decisions reach", reachTable,
      note:
        "In two steps: whom decisions.csv says they affect; then owners of the goal and of those above and below it, and the other side of partnerships with those affected."
    )
    pages.add(
      "never", "Partners never asked",
      Table(
        [.text("partner"), .text("sector")],
        rows: book.neverAsked.map { member in
          [
            .text(words.word(member)),
            .text(
              network.partners[network.index(of: member)].sector.map(PartnersReport.words) ?? ""),
          ]
        }))
    pages.closing = "Next: weft voices FOLDER for whose needs are heard."
    return pages
  }

  /// Whether it can be told of a decision whom it affects that had no part in it.
  private func tellsMissed(_ entry: DecisionBook.Entry) -> Bool {
    entry.isTold && !entry.decision.affects.isEmpty
  }

  /// How many decisions there are, and how many of them say whom they affect.
  private func decided(_ book: DecisionBook) -> String {
    let all = counted(book.entries.count, "decision")
    let told = book.withAffected
    return told == book.entries.count
      ? all
      : "\(all), \(counted(told)) of which \(told == 1 ? "says whom it affects" : "say whom they affect")"
  }

  /// The decision that reaches most who were not asked.
  private var widest: String? {
    let reach = analysis.decisionReach.decisions
    guard analysis.decisions.tellsMissed else { return nil }
    guard let most = reach.max(by: { ($0.missed.count, $1.place) < ($1.missed.count, $0.place) }),
      !most.missed.isEmpty
    else { return nil }
    let decision = network.records.decisions[most.place]
    return
      "“\(brief(decision.statement))” reaches \(counted(most.reached, "other")) in two steps; \(counted(most.missed.count)) of them neither decided nor \(most.missed.count == 1 ? "was" : "were") consulted: \(words.list(most.missed, most: 4))."
  }

  private var reachTable: Table {
    Table(
      [
        .text("decision"), .text("affects"), .text("next", "and through them"),
        .text("goals", "goals it bears on"), .number("reached"),
        .text("missed", "reached, not consulted"),
      ],
      rows: analysis.decisionReach.decisions.map { reached in
        // Whom a decision affects that does not say so, nobody can tell.
        let decision = network.records.decisions[reached.place]
        let isTold = reached.reached > 0 || !decision.affects.isEmpty
        let isKnown = analysis.decisions.entries[reached.place].isTold
        return [
          .text(brief(decision.statement)),
          .text(told(reached.first, decision.unread.contains("affects"), most: 4)),
          .text(words.list(reached.second, most: 4)),
          .text(reached.goals.map { network.records.goals[$0].id }.joined(separator: ", ")),
          isTold ? .count(reached.reached) : .empty,
          .text(
            !analysis.decisions.tellsMissed
              ? "not recorded"
              : isTold && isKnown ? words.list(reached.missed, most: 4) : "cannot be told"),
        ]
      })
  }

  /// Whose needs are voiced and answered, and who is not in the room.
  public var voices: Pages {
    let voices = analysis.voices
    guard !network.records.needs.isEmpty || !network.records.stories.isEmpty else {
      return Pages.without("needs.csv")
    }
    func asks(_ column: String) -> Bool { network.records.asks(column) }
    let unheard = voices.groups.filter {
      voices.tellsAnswers && $0.needs > 0 && $0.answered + $0.unread + $0.unrecorded == 0
    }
    .map(\.voice)
    let silent = voices.channels.filter { ($0.silentMonths ?? 0) >= 6 }
    let needs = network.records.needs.count
    let raised = "\(counted(needs, "need")) raised"
    let open = voices.unanswered.count
    var sentences = [
      voices.tellsAnswers
        ? open == 0 && needs > 0 && voices.unread + voices.unrecorded == 0
          ? "\(raised), and \(needs == 1 ? "it has" : "all have") had a response."
          : "\(raised); \(counted(open)) \(open == 1 ? "has" : "have") had no response."
        : "\(raised); whether they had a response is not recorded."
    ]
    let answer = "whether there was a response to %"
    sentences += Self.unreadable([(answer, voices.unread)], "need")
    if voices.tellsAnswers {
      sentences += Self.unreadable([(answer, voices.unrecorded)], "need", nil, "Not recorded")
    }
    if !unheard.isEmpty { sentences.append("Voiced and never answered: \(listed(unheard)).") }
    if !voices.outside.isEmpty {
      sentences.append(
        "Not in the room: \(words.list(voices.outside)) had no part in any decision\(analysis.decisions.asFarAsKnown)."
      )
    }
    for channel in silent {
      sentences.append(
        "We have heard nothing through \(channel.name) for \(inWords(channel.silentMonths ?? 0)) months."
      )
    }
    let tellsBlanks = voices.tellsAnswers && voices.unrecorded > 0
    var pages = Pages(sentences: sentences)
    pages.add(
      "voices", "Whose voice",
      Table(
        [.text("voice"), .number("needs"), .number("answered"), .number("met"), .number("stories")]
          + (voices.unread > 0 ? [.number("unread", "could not be read")] : [])
          + (tellsBlanks ? [.number("unrecorded", "not recorded")] : []),
        rows: voices.groups.map {
          [
            .text($0.voice), asks("needs.voice") ? .count($0.needs) : .empty,
            voices.tellsAnswers && asks("needs.voice") ? .count($0.answered) : .empty,
            asks("needs.met") && asks("needs.voice") ? .count($0.met) : .empty,
            asks("stories.voice") ? .count($0.stories) : .empty,
          ] + (voices.unread > 0 ? [.count($0.unread)] : [])
            + (tellsBlanks ? [.count($0.unrecorded)] : [])
        }))
    pages.add(
      "unanswered", "Needs without an answer",
      Table(
        [
          .text("need"), .text("date"), .text("voice"), .text("from"),
          .text("asked_of", "asked of"),
        ],
        rows: voices.unanswered.map {
          [
            .text(brief($0.statement)), .text(Self.day($0.date)), .text($0.voice ?? ""),
            .text(told($0.from, $0.unread.contains("from"))),
            .text(told($0.askedOf, $0.unread.contains("asked_of"))),
          ]
        }))
    pages.add(
      "channels", "Ways in",
      Table(
        [
          .text("channel"), .number("needs"), .text("last", "last heard"),
          .number("silent", "months silent"),
        ],
        rows: voices.channels.map {
          [
            .text($0.name), .count($0.needs), .text(Self.day($0.lastHeard)),
            $0.silentMonths.map(Table.Cell.count) ?? .empty,
          ]
        }))
    pages.closing = "Next: weft prospects FOLDER for who outside could help, weft decisions FOLDER."
    return pages
  }
}

// MARK: - Events

extension PurposeReport {
  /// Who meets whom, and what can be seen of partners' reliability.
  public var events: Pages {
    let events = network.records.events
    guard !events.isEmpty else {
      return Pages.without("events.csv")
    }
    let projection = analysis.events
    let notice = analysis.notice
    let unclear = events.count(where: Self.isUnclear)
    var sentences = [planned(notice, of: events.count, unclear: unclear)]
    sentences += Self.unreadable(
      [("whether % \(unclear == 1 ? "was" : "were") planned", unclear)], "event")
    sentences += timing(notice)
    sentences.append(
      projection.pairs.isEmpty
        ? (events.contains { !$0.attendance.isEmpty }
          ? "No two people are known to have met at them."
          : "Who met at them is not recorded: add attendance.csv (event, person).")
        : "\(counted(projection.people, "person", "people")) met at them, \(counted(projection.pairs.count, "pair")) in all, \(Self.answer(projection.density)) of those possible."
    )
    let absence = analysis.absence
    if !absence.unsure.isEmpty {
      sentences.append(
        "Whether \(kinds(absence.unsure)) came is not recorded or could not be read (attendance.csv): counted neither as there nor as away."
      )
    }
    if !absence.away.isEmpty {
      sentences.append(
        "\(kinds(absence.away)) \(absence.away.count == 1 ? "is" : "are") recorded as having been away, and not counted."
      )
    }
    let reliability = analysis.reliability
    for one in reliability where one.diverges {
      sentences.append(
        "\(words.word(one.member)) is rated \(Self.rated(one.perceived.value ?? 0)) for reliability, \((one.divergence ?? 0) > 0 ? "but" : "and yet") did \(Self.answer(one.seen)) of what was expected of it."
      )
    }
    var pages = Pages(sentences: sentences)
    pages.add(
      "events", "Events, the newest first", eventTable,
      note: projection.pairs.isEmpty
        ? ""
        : "Who met whom: at events of up to \(projection.cap) people, as few would talk to one another where there are more; \(projection.overCap == 0 ? "none has" : "\(counted(projection.overCap)) \(projection.overCap == 1 ? "has" : "have")") more than \(projection.cap) people."
    )
    pages.add(
      "planned", "Planned or not, by what for", Self.plannedTable(notice.byPurpose, "purpose"))
    pages.add(
      "trend", "Planned or not, over time", Self.plannedTable(notice.byHalfYear, "half_year"))
    pages.add("reliability", "Reliability, seen and said", reliabilityTable(reliability))
    pages.closing =
      "Next: weft events FOLDER --event \(events[0].id) --add TEAM for what inviting a team would bring."
    return pages
  }

  /// How many of the events were planned; nothing but how many there are where what they say cannot be read.
  private func planned(_ notice: EventNotice, of all: Int, unclear: Int) -> String {
    guard notice.answered > 0 else {
      return unclear > 0
        ? "\(counted(all, "event"))."
        : "\(counted(all, "event")); whether they were planned no file says: add the column planned to events.csv."
    }
    let rest =
      notice.notPlanned == 0
      ? "" : ", \(counted(notice.notPlanned)) \(notice.notPlanned == 1 ? "was" : "were") not"
    return "\(capitalised(inAll(notice, of: all))) were planned\(rest)."
  }

  /// Whether what an event says of having been planned cannot be read.
  private static func isUnclear(_ event: Event) -> Bool { event.unread.contains("planned") }

  /// How many of some members are people, and how many partners, teams and schools.
  private func kinds(_ members: [Int32]) -> String {
    let words: [(kind: MemberKind, one: String, many: String)] = [
      (.person, "person", "people"), (.partner, "partner", "partners"), (.team, "team", "teams"),
      (.school, "school", "schools"),
    ]
    return listed(
      words.compactMap { word in
        let count = members.count { network.kind(of: $0) == word.kind }
        return count == 0 ? nil : counted(count, word.one, word.many)
      })
  }

  /// How many of the events were planned, of how many that say so.
  private func inAll(_ notice: EventNotice, of all: Int) -> String {
    let share = Self.answer(Double(notice.planned) / Double(notice.answered))
    return notice.answered == all
      ? "\(share) of \(counted(all, "event"))"
      : "\(share) of the \(counted(notice.answered, "event that says", "events that say")) so (of \(counted(all)))"
  }

  /// How short the notice was, and for what events were least planned.
  private func timing(_ notice: EventNotice) -> [String] {
    let worst = notice.byPurpose.first { $0.events >= 3 && $0.planned < $0.events }
    return [
      notice.dated > 0
        ? "Of \(counted(notice.dated, "event")) with a day on which people were asked, \(counted(notice.short)) \(notice.short == 1 ? "was" : "were") called less than a week before."
        : "How short the notice was cannot be told: events.csv has no day on which people were asked (called).",
      worst.map {
        "Least planned: \($0.name), \(counted($0.planned)) of \(counted($0.events, "event"))."
      },
    ].compactMap { $0 }
  }

  private static func plannedTable(_ parts: [EventNotice.Part], _ name: String) -> Table {
    Table(
      [
        .text(name, name == "purpose" ? "what for" : "half year"), .number("events"),
        .number("planned"), .number("not_planned", "not planned"),
      ],
      rows: parts.map {
        [.text($0.name), .count($0.events), .count($0.planned), .count($0.events - $0.planned)]
      })
  }

  private static func rated(_ mean: Double) -> String {
    View.isAtEnd(mean) ? View.words(mean) : "\(View.words(mean)) of 4"
  }

  private var eventTable: Table {
    Table(
      [
        .text("event"), .text("date"), .text("name"), .text("kind"), .text("planned"),
        .number("people"), .number("partners"), .number("schools"),
      ],
      rows: network.records.events.sorted {
        ($1.date?.number ?? 0, $0.id) < ($0.date?.number ?? 0, $1.id)
      }.map { event in
        let came = event.attendance.filter { $0.came == true }
        // Where those who were away are all that is written down, whoever came is not.
        let isKnown = !came.isEmpty
        func told(_ count: Int) -> Table.Cell { isKnown ? .count(count) : .empty }
        return [
          .text(event.id), .text(Self.day(event.date)), .text(brief(event.name, 32)),
          .text(event.kind ?? ""),
          .text(
            event.isPlanned.map { $0 ? "yes" : "no" }
              ?? (Self.isUnclear(event) ? "could not be read" : "")),
          told(came.count { network.kind(of: $0.party) == .person }),
          told(came.count { network.kind(of: $0.party) == .partner }),
          told(Set(came.compactMap { network.school(of: $0.party) }).count),
        ]
      })
  }

  private func reliabilityTable(_ all: [Reliability]) -> Table {
    func rate(_ rate: Reliability.Rate) -> Table.Cell {
      .text(rate.share.map { "\(percent($0))" } ?? "")
    }
    return Table(
      [
        .text("partner"), .number("invited"), .text("came"), .text("answered"),
        .text("prepared"), .text("took_part", "took part"), .text("kept", "kept promises"),
        .text("seen"), .text("said", "said (of 4)"), .text("note"),
      ],
      rows: all.prefix(20).map { one in
        [
          .text(words.word(one.member)), .count(one.invited), rate(one.came),
          rate(one.responsive), rate(one.prepared), rate(one.contributed), rate(one.kept),
          .text(Self.answer(one.seen)),
          one.perceived.value.map { _ in PartnersReport.cell(one.perceived) }
            ?? (one.perceived == .tooFew ? .suppressed : .text("unknown")),
          .text(one.diverges ? "diverges" : ""),
        ]
      })
  }

  /// What adding a team to an event would bring.
  public func invitation(_ invitation: Invitation, team: String, event: Event) -> Pages {
    func signed(_ value: Double?) -> String {
      value.map { ($0 > 0 ? "+" : "") + fixed($0, places: 3) } ?? "-"
    }
    let isTold = words.naming.showsAll || invitation.isTold
    let ties =
      isTold
      ? "\(counted(invitation.newTies)) of whom have no tie today. If each became one, the E-I index would go from \(signed(invitation.before)) to \(signed(invitation.after))."
      : "How many of them have no tie today is not shown: it would tell whom those who come work with."
    var pages = Pages(sentences: [
      "Adding \(team) (\(counted(invitation.team, "person", "people"))) to \(event.name)\(event.date.map { " of \($0.inWords)" } ?? ""), where \(counted(invitation.attendees, "person comes", "people come")) anyway:",
      "\(counted(invitation.meetings, "meeting")) of two people\(isTold ? "," : ".") \(ties)",
    ])
    pages.add(
      "invitation", "What it would bring",
      Table(
        [.text("what"), .text("is")],
        rows: [
          ("people of the team", counted(invitation.team)),
          ("people there anyway", counted(invitation.attendees)),
          ("pairs that would meet", counted(invitation.meetings)),
          ("of those without a tie", isTold ? counted(invitation.newTies) : "c"),
          ("E-I index now", signed(invitation.before)),
          ("E-I index then", isTold ? signed(invitation.after) : "c"),
        ].map { [.text($0.0), .text($0.1)] }),
      note: "A ceiling: not everybody who meets goes on to work together.")
    return pages
  }
}

extension Pages {
  /// What is said where a file is not there.
  static func without(_ file: String) -> Pages {
    Pages(sentences: ["There is no \(file)."], closing: "`weft init` shows its columns.")
  }
}
