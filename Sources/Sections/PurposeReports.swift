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
}

// MARK: - Goals

extension PurposeReport {
  /// Goals: what calls for attention first, then the tree.
  public var goals: Pages {
    let book = analysis.goals
    guard !book.entries.isEmpty else {
      return Pages(sentences: ["There is no goals.csv. `weft init` shows its columns."])
    }
    func count(_ flag: GoalBook.Flag) -> Int { book.entries.count { $0.flags.contains(flag) } }
    var sentences = [
      "\(counted(book.entries.count, "goal")): \(counted(count(.noMeasure))) without a measure, \(counted(count(.oneOwner))) with one owner only\(book.asksGoals ? ", \(counted(count(.noTies))) that no recorded work is linked to" : "").",
      book.asksGoals
        ? "\(Self.answer(book.ties > 0 ? Double(book.linked) / Double(book.ties) : nil)) of \(counted(book.ties, "tie and group", "ties and groups")) name a goal."
        : "What work each goal has cannot be told: collaborations.csv has no column goal.",
    ]
    let wrong = book.entries.filter { $0.flags.contains(.goingWrong) }
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
    pages.add(
      "overlap", "Who shares goals with whom", overlapTable(book),
      note: "Shared of either: Jaccard's index. A pair at 1 works towards the very same goals.")
    pages.closing =
      "Next: weft purpose FOLDER for what work is for, weft stories FOLDER for what came of it."
    return pages
  }

  private func rank(_ entry: GoalBook.Entry) -> Int {
    entry.flags.contains(.noMeasure)
      ? 0
      : entry.flags.contains(.oneOwner) || entry.flags.contains(.noOwner)
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
          .text(brief(entry.goal.measure ?? "none", letters)),
          .optional(entry.goal.baseline, places: 0),
          .optional(entry.goal.progress.last?.value, places: 0),
          .optional(entry.goal.target, places: 0), .text(entry.wayMade.map(percent) ?? ""),
          .count(entry.owners.count), .count(entry.ties),
          .text(entry.flags.map(\.rawValue).joined(separator: "; ")),
        ]
      })
  }

  private func treeTable(_ entries: [GoalBook.Entry], letters: Int = .max) -> Table {
    Table(
      [.text("goal"), .text("owners")],
      rows: entries.map { entry in
        [
          .text(
            String(repeating: "   ", count: entry.level) + brief(entry.goal.statement, letters)),
          .text(words.list(entry.owners)),
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

  private func overlapTable(_ book: GoalBook) -> Table {
    Table(
      [
        .text("a", "one"), .text("b", "another"), .number("shared"), .number("either"),
        .number("share"),
      ],
      rows: book.overlaps.prefix(12).map {
        [
          .text(brief(words.word($0.a), 36)), .text(brief(words.word($0.b), 36)),
          .count($0.shared), .count($0.either), .number($0.share, places: 2),
        ]
      })
  }
}

// MARK: - Purpose

extension PurposeReport {
  /// What work is for, in which form, and where several schools do the same apart.
  public var purpose: Pages {
    let mix = analysis.purpose
    guard mix.total > 0 else { return Pages(sentences: ["No work is under way in the period."]) }
    func share(_ count: Int, _ of: Int) -> String {
      Self.answer(of > 0 ? Double(count) / Double(of) : nil)
    }
    let events = mix.planned + mix.reactive
    var sentences = [
      Self.linked(mix),
      mix.asksKinds
        ? "\(share(mix.strategic, mix.total)) are strategic (planning, projects, coaching), \(share(mix.operational, mix.total)) operational (updates, referrals, contact), \(share(mix.unsorted, mix.total)) cannot be sorted from their words."
        : "What kind of work it is cannot be told: collaborations.csv has no column kind or purpose.",
    ]
    if events > 0 {
      sentences.append(
        "\(share(mix.planned, events)) of \(counted(events, "event")) were planned, \(share(mix.reactive, events)) called at short notice."
      )
    }
    if mix.formal.ties + mix.informal.ties > 0 {
      sentences.append(
        "Formal work leads out of a school in \(Self.answer(mix.formal.share)) of \(counted(mix.formal.ties)) cases, informal in \(Self.answer(mix.informal.share)) of \(counted(mix.informal.ties))."
      )
    }
    var pages = Pages(sentences: sentences)
    pages.add(
      "mix", "What work is for",
      Table(
        [.text("sort"), .number("count"), .text("share")],
        rows: [
          ("linked to a goal", mix.linkedToGoal, mix.asksGoals ? mix.total : 0),
          ("with a recorded effect", mix.withOutcome, mix.asksOutcomes ? mix.total : 0),
          (
            "without a recorded effect", mix.total - mix.withOutcome,
            mix.asksOutcomes ? mix.total : 0
          ),
          ("strategic", mix.strategic, mix.asksKinds ? mix.total : 0),
          ("operational", mix.operational, mix.asksKinds ? mix.total : 0),
          ("unsorted", mix.unsorted, mix.asksKinds ? mix.total : 0),
          ("events planned", mix.planned, events),
          ("events at short notice", mix.reactive, events),
          ("formal, across schools", mix.formal.across, mix.formal.ties),
          ("informal, across schools", mix.informal.across, mix.informal.ties),
        ].filter { $0.2 > 0 }.map { [.text($0.0), .count($0.1), .text(share($0.1, $0.2))] }))
    pages.add(
      "efforts", "The same purpose in several schools",
      Table(
        [
          .text("purpose"), .number("schools"), .number("pairs"),
          .number("meeting", "pairs that meet over it"),
          .number("apart"), .text("for_example", "for example"),
        ],
        rows: mix.efforts.prefix(12).map { effort in
          [
            .text(effort.purpose), .count(effort.schools.count), .count(effort.pairs),
            .count(effort.meeting), .count(effort.pairs - effort.meeting),
            .text(listed(effort.schools.prefix(2).map { network.schools[Int($0)].name })),
          ]
        }),
      note:
        "Schools with joint work of their own (depth 3 and more) on a purpose; pairs apart may be doing the same twice."
    )
    pages.closing = "Next: weft goals FOLDER, weft events FOLDER."
    return pages
  }
}

extension PurposeReport {
  /// How much work names a goal and has an effect, of what the files have a place for.
  private static func linked(_ mix: PurposeMix) -> String {
    func share(_ count: Int) -> String { answer(Double(count) / Double(mix.total)) }
    let told = [
      mix.asksGoals ? "\(share(mix.linkedToGoal)) name a goal" : nil,
      mix.asksOutcomes ? "\(share(mix.withOutcome)) have a recorded effect" : nil,
    ].compactMap { $0 }
    let missing = [mix.asksGoals ? nil : "goal", mix.asksOutcomes ? nil : "outcome"].compactMap {
      $0
    }
    let work = counted(mix.total, "tie and group", "ties and groups")
    let open =
      missing.isEmpty
      ? ""
      : " collaborations.csv has no column \(listed(missing, and: "or")), so more cannot be told."
    return told.isEmpty
      ? "\(work) under way.\(open)"
      : "Of \(work) under way, \(told.joined(separator: " and ")).\(open)"
  }
}

// MARK: - Stories and ideas

extension PurposeReport {
  /// Stories, how varied those in them were, and what changed.
  public var stories: Pages {
    let book = analysis.stories
    guard !book.stories.isEmpty else {
      return Pages(sentences: ["There is no stories.csv. `weft init` shows its columns."])
    }
    let silent = book.stories.count { $0.story.impact == nil }
    let voices = Set(book.stories.compactMap(\.story.voice)).sorted()
    var pages = Pages(sentences: [
      "\(counted(book.stories.count, "story", "stories")); \(counted(silent)) without a recorded effect. Told by \(voices.isEmpty ? "nobody named" : listed(voices)).",
      "\(counted(book.stories.count { $0.sides.count > 1 })) bring together more than one school, team of the centre or sector.",
    ])
    pages.add(
      "stories", "Stories, the most varied first",
      Table(
        [
          .text("story"), .text("date"), .text("who"), .number("diversity"), .text("goal"),
          .text("voice"), .text("impact", "what changed"),
        ],
        rows: book.stories.sorted {
          ($1.diversity ?? -1, $0.story.id) < ($0.diversity ?? -1, $1.story.id)
        }.map { told in
          [
            .text(brief(told.story.title, 40)), .text(Self.day(told.story.date)),
            .text(words.list(told.story.parties, most: 3)),
            .optional(told.diversity, places: 2),
            .text(told.story.goal.map { network.records.goals[$0].id } ?? ""),
            .text(told.story.voice ?? ""),
            .text(told.story.impact.map { brief($0, 60) } ?? "not recorded"),
          ]
        }),
      note: "Diversity: Blau's index over schools, centre and sectors; 0 when all are of one.")
    pages.closing = "Next: weft ideas FOLDER for where ideas come from."
    return pages
  }

  /// Where ideas came from, through whom, and to which schools.
  public var ideas: Pages {
    let book = analysis.stories
    guard !book.trails.isEmpty else {
      return Pages(sentences: ["There is no ideas.csv. `weft init` shows its columns."])
    }
    let adopted = book.trails.filter(\.isAdopted)
    let bridges = analysis.ideas
    let across = adopted.count(where: \.cameThroughBridge)
    var sentences = [
      "\(counted(book.trails.count, "idea")), \(counted(adopted.count)) taken up"
        + (adopted.isEmpty
          ? "."
          : "; \(counted(across)) of those were carried across by somebody, and \(counted(adopted.count { $0.isFromOutside })) came from outside the trust.")
    ]
    if let expected = bridges.expected {
      sentences.append(
        "\(counted(bridges.seen)) came through a bridge, somebody who works or has a tie both where the idea began and where it went; had carriers been drawn from all staff, chance would give \(fixed(expected, places: 1))."
      )
    }
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
        return [
          .text(brief(trail.idea.title, letters)), .text(Self.day(trail.idea.date)),
          .text(brief(words.list(trail.idea.origin), letters)),
          .text(brief(words.list(trail.idea.carriers), letters)),
          .text(
            trail.isAdopted ? brief(words.list(trail.adopters, most: most), letters) : "nobody yet"),
          .count(trail.schools.count), .text(brief(words.list(trail.triers, most: most), letters)),
          .text(brief(words.list(trail.idea.droppers, most: most), letters)),
          .text(trail.cameThroughBridge ? "yes" : "no"),
          .text(bridges.bridges[place].isEmpty ? "no" : "yes"),
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
      return Pages(sentences: ["There is no decisions.csv. `weft init` shows its columns."])
    }
    let unasked = book.entries.count { !$0.notAsked.isEmpty }
    var pages = Pages(sentences: [
      "\(counted(book.entries.count, "decision")); \(counted(unasked)) affected somebody who was not consulted.",
      book.involvedCount == 0
        ? "The files do not say which partners have a share in a goal or partnership."
        : book.neverAsked.isEmpty
          ? "Every partner with a share in a goal or partnership was asked at least once."
          : "\(counted(book.neverAsked.count, "partner has", "partners have")) a share in our goals or partnerships and a part in no decision: \(words.list(book.neverAsked)).",
    ])
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
            .text(words.list(entry.decision.deciders)),
            .text(
              entry.decision.consulted.isEmpty
                ? "nobody" : words.list(entry.decision.consulted, most: 4)),
            .text(words.list(entry.notAsked, most: 4)),
          ]
        }))
    pages.add(
      "reach", "How far decisions reach",
      Table(
        [.text("decider"), .number("decisions"), .number("touched", "members affected")],
        rows: book.reach.prefix(10).map {
          [.text(words.word($0.member)), .count($0.decisions), .count($0.touched)]
        }), note: "From what decisions.csv says they affect, and no further: a first look.")
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

  /// Whose needs are voiced and answered, and who is not in the room.
  public var voices: Pages {
    let voices = analysis.voices
    guard !network.records.needs.isEmpty || !network.records.stories.isEmpty else {
      return Pages(sentences: ["There is no needs.csv. `weft init` shows its columns."])
    }
    let unheard = voices.groups.filter { $0.needs > 0 && $0.answered == 0 }.map(\.voice)
    let silent = voices.channels.filter { ($0.silentMonths ?? 0) >= 6 }
    var sentences = [
      "\(counted(network.records.needs.count, "need")) raised; \(counted(voices.unanswered.count)) \(voices.unanswered.count == 1 ? "has" : "have") had no response."
    ]
    if !unheard.isEmpty { sentences.append("Voiced and never answered: \(listed(unheard)).") }
    if !voices.outside.isEmpty {
      sentences.append(
        "Not in the room: \(words.list(voices.outside)) had no part in any decision.")
    }
    for channel in silent {
      sentences.append(
        "We have heard nothing through \(channel.name) for \(inWords(channel.silentMonths ?? 0)) months."
      )
    }
    var pages = Pages(sentences: sentences)
    pages.add(
      "voices", "Whose voice",
      Table(
        [
          .text("voice"), .number("needs"), .number("answered"), .number("met"), .number("stories"),
        ],
        rows: voices.groups.map {
          [
            .text($0.voice), .count($0.needs), .count($0.answered), .count($0.met),
            .count($0.stories),
          ]
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
            .text(words.list($0.from)), .text(words.list($0.askedOf)),
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
      return Pages(sentences: ["There is no events.csv. `weft init` shows its columns."])
    }
    let projection = analysis.events
    let planned = events.count { $0.isPlanned == true }
    let known = events.count { $0.isPlanned != nil }
    var sentences = [
      "\(counted(events.count, "event"))"
        + (known > 0
          ? "; \(percent(Double(planned) / Double(known))) planned, the others called at short notice."
          : "."),
      projection.pairs.isEmpty
        ? (events.contains { !$0.attendance.isEmpty }
          ? "No two people are known to have met at them."
          : "Nobody is recorded as having met anybody at them: add attendance.csv (event, person).")
        : "\(counted(projection.people, "person", "people")) met at them, \(counted(projection.pairs.count, "pair")) in all, \(Self.answer(projection.density)) of those possible. Each event counts 1 / (n - 1) for each pair of its n people; \(projection.overCap == 0 ? "none has" : "\(counted(projection.overCap)) left out with") more than \(projection.cap) people.",
    ]
    let seats = events.flatMap(\.attendance)
    let unsure = seats.count { $0.came == nil }
    let away = seats.count { $0.came == false }
    if unsure > 0 {
      sentences.append(
        "Whether \(unsure == 1 ? "one person" : "\(counted(unsure)) people") came is empty or could not be read in attendance.csv: counted neither as there nor as away."
      )
    }
    if away > 0 {
      sentences.append(
        "\(counted(away, "person is", "people are")) recorded as having been away, and not counted."
      )
    }
    let reliability = analysis.reliability
    for one in reliability where one.diverges {
      sentences.append(
        "\(words.word(one.member)) is rated \(Self.rated(one.perceived.value ?? 0)) for reliability, \((one.divergence ?? 0) > 0 ? "but" : "and yet") did \(Self.answer(one.seen)) of what was expected of it."
      )
    }
    var pages = Pages(sentences: sentences)
    pages.add("events", "Events, the newest first", eventTable)
    pages.add("reliability", "Reliability, seen and said", reliabilityTable(reliability))
    pages.closing =
      "Next: weft events FOLDER --event \(events[0].id) --add TEAM for what inviting a team would bring."
    return pages
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
        return [
          .text(event.id), .text(Self.day(event.date)), .text(brief(event.name, 32)),
          .text(event.kind ?? ""), .text(event.isPlanned.map { $0 ? "yes" : "no" } ?? ""),
          .count(came.count { network.kind(of: $0.party) == .person }),
          .count(came.count { network.kind(of: $0.party) == .partner }),
          .count(Set(came.compactMap { network.school(of: $0.party) }).count),
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
    var pages = Pages(sentences: [
      "Adding \(team) (\(counted(invitation.team, "person", "people"))) to \(event.name)\(event.date.map { " of \($0.inWords)" } ?? ""), where \(counted(invitation.attendees, "person comes", "people come")) anyway:",
      "\(counted(invitation.meetings, "meeting")) of two people, \(counted(invitation.newTies)) of whom have no tie today. If each became one, the E-I index would go from \(signed(invitation.before)) to \(signed(invitation.after)).",
    ])
    pages.add(
      "invitation", "What it would bring",
      Table(
        [.text("what"), .text("is")],
        rows: [
          ("people of the team", counted(invitation.team)),
          ("people there anyway", counted(invitation.attendees)),
          ("pairs that would meet", counted(invitation.meetings)),
          ("of those without a tie", counted(invitation.newTies)),
          ("E-I index now", signed(invitation.before)),
          ("E-I index then", signed(invitation.after)),
        ].map { [.text($0.0), .text($0.1)] }),
      note: "A ceiling: not everybody who meets goes on to work together.")
    return pages
  }
}
