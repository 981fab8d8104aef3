public import Documents
import Findings
import Measures
import Networks

// MARK: - Purpose

extension PurposeReport {
  /// What work is for, in which form, and where several schools do the same apart.
  public var purpose: Pages {
    let mix = analysis.purpose
    guard mix.total > 0 else { return Pages(sentences: ["No work is under way in the period."]) }
    var sentences = [
      Self.linked(mix),
      Self.sorts(mix),
    ]
    if let twice { sentences.insert(twice, at: 1) }
    // Without schools on record nothing can lead out of one.
    let tellsSchools = network.schools.count > 1
    if tellsSchools { sentences += [Self.forms(mix)].compactMap { $0 } + reached }
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
          ("strategic", mix.strategic, mix.told), ("operational", mix.operational, mix.told),
          ("unsorted", mix.unsorted, mix.told),
          ("not said what it is", mix.total - mix.told, mix.told < mix.total ? mix.total : 0),
          ("formal, across schools", mix.formal.across, tellsSchools ? mix.formal.ties : 0),
          ("informal, across schools", mix.informal.across, tellsSchools ? mix.informal.ties : 0),
        ].filter { $0.2 > 0 }.map { [.text($0.0), .count($0.1), .text(Self.share($0.1, $0.2))] }),
      note: mix.told > 0 && mix.told < mix.total
        ? "Strategic, operational and unsorted: the share of those that say what they are." : "")
    pages.add(
      "duplicates", "The same work twice", duplicateTable,
      note:
        "Schools of one phase at work on one purpose (depth 3 and more)\(begun), with no tie and no group in common between those at work on it. The most that could be saved first; no school more than twice."
    )
    if tellsSchools {
      pages.add(
        "ways", "Which ways lead from school to school", wayTable,
        note: "A way is a kind of work. Formal is what somebody has set up (Docs/Partnerships.md).")
    }
    pages.closing = "Next: weft goals FOLDER, weft events FOLDER."
    return pages
  }
}

// MARK: - The same twice, and the ways between schools

extension PurposeReport {
  /// What is said of when the same work began, as far as the files tell.
  private var begun: String {
    let pairs = analysis.duplicates.pairs
    let dated = pairs.count { $0.one.started != nil && $0.other.started != nil }
    return dated == pairs.count
      ? ", begun within a year"
      : dated == 0
        ? " whose beginnings are not recorded" : ", begun within a year where that is recorded"
  }

  private func shows(_ school: Int32) -> Bool {
    words.naming.shows(network.schools[Int(school)].id, along: .school)
  }

  /// How often the same is done twice, first of all where.
  private var twice: String? {
    let found = analysis.duplicates
    guard found.missing.isEmpty else {
      return
        "Whether the same is done twice cannot be told without the \(found.missing.count == 1 ? "column" : "columns") \(listed(found.missing))."
    }
    let shown = found.first.filter { shows($0.one.school) && shows($0.other.school) }
    guard let first = shown.first else {
      return found.alike == 0
        ? "No two schools of one phase have joint work of their own on the same purpose."
        : found.pairs.isEmpty
          ? "Schools of one phase that work on the same purpose have ties or groups in common over it."
          : nil
    }
    return
      "The same may be done twice in \(counted(found.pairs.count)) of \(counted(found.alike, "case")) where two schools of one phase work on one purpose: begin with \(first.purpose) at \(words.school(Int(first.one.school))) and \(words.school(Int(first.other.school)))."
  }

  private var duplicateTable: Table {
    func size(_ people: [Int32]) -> Table.Cell {
      words.naming.showsAll || people.count >= analysis.rules.minGroup
        ? .count(people.count) : .suppressed
    }
    func lead(_ side: DuplicateEffort.Side) -> String {
      side.lead.flatMap { words.naming.name($0) } ?? "somebody not named"
    }
    return Table(
      [
        .text("purpose"), .text("a", "one school"), .text("b", "another"),
        .number("people_a", "people in the one"), .number("people_b", "in the other"),
        .text("introduce", "who to introduce"),
      ],
      rows: analysis.duplicates.first.filter { shows($0.one.school) && shows($0.other.school) }.map
      {
        pair in
        [
          .text(pair.purpose), .text(words.school(Int(pair.one.school))),
          .text(words.school(Int(pair.other.school))), size(pair.one.people),
          size(pair.other.people), .text("\(lead(pair.one)) to \(lead(pair.other))"),
        ]
      })
  }

  /// Which kind of work leads from school to school most often, and who has one kind alone.
  private var reached: [String] {
    let ways = analysis.ways
    guard let widest = ways.ways.first, widest.across > 0 else {
      return ways.ways.isEmpty ? [] : ["No work that says of what kind it is joins two schools."]
    }
    let all = ways.ways.reduce(0) { $0 + $1.across }
    guard Double(all) >= BetweenGroups.enough else {
      return [
        "Too little work joins schools to say which way carries it: \(inWords(Int(BetweenGroups.enough))) ties and groups are needed."
      ]
    }
    // Of one or two ties the kind would tell of those who have them.
    let single = ways.single.filter {
      words.naming.showsAll || shows($0.school) && $0.count >= analysis.question.minLink
    }
    return [
      "Work between schools is most often \(widest.kind): \(counted(widest.across)) of \(counted(all, "tie and group", "ties and groups")) that join schools and say of what kind they are.",
      single.isEmpty
        ? nil
        : "One way alone leads out of \(listed(single.map { "\(words.school(Int($0.school))) (\($0.kind))" })).",
    ].compactMap { $0 }
  }

  private var wayTable: Table {
    let schools = analysis.grouped(by: .school)
    let ids = schools.study.grouping?.ids ?? []
    func example(_ way: WorkWays.Way) -> String {
      // Of one or two ties the kind would tell of those who have them.
      for pair in way.pairs
      where words.naming.showsAll || pair.count >= analysis.question.minLink {
        guard let a = ids.firstIndex(of: network.schools[Int(pair.a)].id),
          let b = ids.firstIndex(of: network.schools[Int(pair.b)].id),
          words.naming.tells(a, b, of: schools)
        else { continue }
        return "\(words.school(Int(pair.a))) and \(words.school(Int(pair.b)))"
      }
      return ""
    }
    return Table(
      [
        .text("kind"), .text("form"), .number("work", "ties and groups"), .number("across"),
        .text("share"), .text("for_example", "for example"),
      ],
      rows: analysis.ways.ways.prefix(12).map { way in
        [
          .text(way.kind), .text(way.isFormal ? "formal" : "informal"), .count(way.count),
          .count(way.across), .text(percent(Double(way.across) / Double(way.count))),
          .text(example(way)),
        ]
      })
  }
}

extension PurposeReport {
  private static func share(_ count: Int, _ of: Int) -> String {
    answer(of > 0 ? Double(count) / Double(of) : nil)
  }

  /// How much work is strategic and how much operational, of what says what it is.
  private static func sorts(_ mix: PurposeMix) -> String {
    guard mix.told > 0 else {
      return
        "What kind of work it is cannot be told: no \(mix.asksKinds ? "work under way" : "row of collaborations.csv") says so (kind, purpose)."
    }
    if mix.told < mix.total, Double(mix.told) < BetweenGroups.enough {
      return
        "Only \(counted(mix.told)) of \(counted(mix.total)) \(mix.told == 1 ? "says" : "say") what kind of work it is (kind, purpose): too few to sort."
    }
    let of =
      mix.told == mix.total
      ? ""
      : "Of the \(counted(mix.told)) that say what they are, "
    return
      "\(of)\(share(mix.strategic, mix.told)) are strategic (planning, projects, coaching), \(share(mix.operational, mix.told)) operational (updates, referrals, contact), \(share(mix.unsorted, mix.told)) cannot be sorted from their words."
  }

  /// How much formal work joins two schools or more, and how much informal, where there is any.
  private static func forms(_ mix: PurposeMix) -> String? {
    func cases(_ layer: PurposeMix.Layer) -> String? {
      layer.share.map { "\(percent($0)) of \(counted(layer.ties, "case"))" }
    }
    switch (cases(mix.formal), cases(mix.informal)) {
    case (let formal?, let informal?):
      return "Formal work joins schools in \(formal), informal in \(informal)."
    case (let formal?, nil): return "Formal work joins schools in \(formal)."
    case (nil, let informal?): return "Informal work joins schools in \(informal)."
    case (nil, nil): return nil
    }
  }

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
      : " No row of collaborations.csv has \(listed(missing.map { $0 == "goal" ? "a goal" : "an outcome" }, and: "or")), so more cannot be told."
    return told.isEmpty
      ? "\(work) under way.\(open)"
      : "Of \(work) under way, \(told.joined(separator: " and ")).\(open)"
  }
}
