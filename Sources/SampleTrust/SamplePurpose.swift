import GraphEngine

/// Makes goals and how far they have got, events and who came, decisions and who was asked.
struct SamplePurpose {
  private let staff: SampleStaff
  private let partners: SamplePartners
  /// The partner that is rated 4 of 4 for reliability and came prepared once in four times.
  let unprepared: Int
  private(set) var events: [String] = []
  private(set) var attendance: [String] = []

  /// A goal: id, statement, measure, baseline, target, due, the goal it is part of, partners who own it beside a team.
  struct Goal {
    let id: String
    let statement: String
    let measure: String
    let values: [Int]
    let target: Int
    let parent: String
    let owners: [String]
    /// The purpose of collaborations that serve it.
    let purpose: String
  }

  /// G6 has a single owner, G7 no measure, G8 nobody who works on it.
  static let goals: [Goal] = [
    Goal(
      id: "G1", statement: "Every child in the trust is known, safe and learning",
      measure: "", values: [], target: 0, parent: "", owners: ["T70", "X07", "X10"], purpose: ""),
    Goal(
      id: "G2", statement: "Every pupil reads by nine", measure: "% reading at age",
      values: [64, 66, 69, 73], target: 80, parent: "G1", owners: ["T70", "X06", "X19"],
      purpose: "early reading"),
    Goal(
      id: "G3", statement: "Needs are met early", measure: "weeks from concern to support",
      values: [14, 13, 11, 10], target: 6, parent: "G1", owners: ["T71", "X12", "X13", "X20"],
      purpose: "SEND"),
    Goal(
      id: "G4", statement: "Every pupil in school every day", measure: "% persistently absent",
      values: [27, 27, 26, 27], target: 18, parent: "G1", owners: ["T71", "X15", "X16"],
      purpose: "attendance"),
    Goal(
      id: "G5", statement: "No pupil is lost between schools",
      measure: "% of Year 7 settled by October",
      values: [71, 78, 84], target: 90, parent: "G1", owners: ["T70", "H11", "H13"],
      purpose: "transition"),
    Goal(
      id: "G6", statement: "Staff well and staying", measure: "% leaving within two years",
      values: [19, 18, 16], target: 12, parent: "", owners: ["T73"], purpose: "wellbeing"),
    Goal(
      id: "G7", statement: "Schools at the heart of their communities", measure: "", values: [],
      target: 0, parent: "G1", owners: ["T70", "X24", "X27"], purpose: "safeguarding"),
    Goal(
      id: "G8", statement: "Every leaver into work or study", measure: "% with a destination",
      values: [91], target: 98, parent: "", owners: ["H18", "X34"], purpose: ""),
  ]

  /// The goal that a purpose of a collaboration serves.
  static func goal(ofPurpose purpose: String) -> String {
    goals.first { !$0.purpose.isEmpty && $0.purpose == purpose }?.id ?? ""
  }

  private static let days = ["2025-12-12", "2026-03-27", "2026-07-10", "2026-10-16"]

  init(_ staff: SampleStaff, _ partners: SamplePartners, generator: inout SeededGenerator) {
    self.staff = staff
    self.partners = partners
    unprepared =
      partners.partnerships.enumerated().first { place, one in
        place != partners.planted && one.ours == 4
      }?.element.partner ?? 9
    makeEvents(&generator)
  }

  var goalRows: [String] {
    Self.goals.map { goal in
      SampleFiles.line([
        goal.id, goal.statement, goal.measure, goal.values.first.map { "\($0)" } ?? "",
        goal.values.isEmpty ? "" : "\(goal.target)", "2027-07-16", goal.parent,
        staff.ids(goal.owners),
      ])
    }
  }

  var progressRows: [String] {
    Self.goals.flatMap { goal in
      zip(Self.days, goal.values).map { SampleFiles.line([goal.id, $0, "\($1)"]) }
    }
  }

  private static let kinds: [(kind: String, purpose: String, isPlanned: Bool)] = [
    ("meeting", "review of progress", true), ("shared understanding", "common ground", true),
    ("meeting", "a family in crisis", false), ("network", "moderation", true),
    ("training", "staff development", true), ("meeting", "an incident at the gate", false),
    ("forum", "what families say", true), ("meeting", "joint planning", true),
    ("meeting", "an urgent referral", false),
  ]

  /// Two years' worth of meetings, every third called in haste; the planted partner comes unprepared.
  private mutating func makeEvents(_ generator: inout SeededGenerator) {
    let leads = staff.teams.compactMap(\.lead)
    for place in 0..<27 {
      let id = SampleStaff.number("E", place + 1, 2)
      let sort = Self.kinds[place % Self.kinds.count]
      let month = (8 + place / 2) % 12 + 1
      let year = 2025 + (8 + place / 2) / 12
      let date = "\(year)-\(month < 10 ? "0" : "")\(month)-\(place % 2 == 0 ? "08" : "22")"
      events.append(
        SampleFiles.line([
          id, capitalisedFirst(sort.purpose), date, sort.kind, sort.purpose,
          Self.goals[1 + place % 4].id, sort.isPlanned ? "yes" : "no",
        ]))
      var present: [Int] = []
      for _ in 0..<(5 + generator.below(6)) {
        let person = leads[generator.below(leads.count)]
        if !present.contains(person) { present.append(person) }
      }
      for (place, person) in present.enumerated() {
        let role = place == 0 ? "chair" : place == 1 ? "presenter" : "participant"
        seat(
          id, staff.people[person].id, role, true, generator.below(10) > 1, generator.below(10) > 2)
      }
      let guests = [
        unprepared, place % SamplePartners.names.count,
        (place * 7 + 3) % SamplePartners.names.count,
      ]
      for guest in Set(guests).sorted() where guest != unprepared || place % 3 == 0 {
        let isPlanted = guest == unprepared
        seat(
          id, SampleFiles.partnerId(guest), "participant", !(isPlanted && place % 6 == 0),
          isPlanted ? place == 3 : generator.below(10) > 1,
          isPlanted ? place == 3 : generator.below(10) > 2)
      }
    }
  }

  private func capitalisedFirst(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private mutating func seat(
    _ event: String, _ party: String, _ role: String, _ came: Bool, _ prepared: Bool,
    _ contributed: Bool
  ) {
    func answer(_ value: Bool) -> String { value ? "yes" : "no" }
    attendance.append(
      SampleFiles.line([
        event, party, role, answer(came), came ? answer(prepared) : "",
        came ? answer(contributed) : "", answer(contributed), answer(prepared && contributed),
      ]))
  }

  /// Decisions of leadership; of the two community partners who own goals neither is ever asked.
  var decisionRows: [String] {
    let made: [(String, String, [String], [String], [String], String)] = [
      (
        "One reading scheme in all primary schools", "2025-10-14", ["T70"],
        ["X06", "H01", "H02", "H03", "H05"],
        ["H01", "H02", "H03", "H05"], "G2"
      ),
      (
        "A joint referral form", "2025-11-20", ["T71", "X10"], ["X12", "X14"],
        ["T03", "T06", "T09"], "G3"
      ),
      (
        "Attendance officers shared within a hub", "2026-01-15", ["T70", "T72"], ["X15"],
        ["H11", "H12", "H13"], "G4"
      ),
      (
        "Year 6 and Year 7 teachers meet each June", "2026-02-12", ["T70"],
        ["H11", "H13", "H01", "H04", "H10"],
        ["H01", "H04", "H10"], "G5"
      ),
      (
        "Lettings reserved for trust schools", "2026-03-05", ["T74"], ["nobody"],
        ["X21", "X25", "X36"],
        "G7"
      ),
      ("Uniform supplier changed", "2026-04-23", ["T72"], ["nobody"], ["H11", "H12", "H14"], ""),
      (
        "Young carers counted in every school", "2026-05-14", ["T71", "X20"], ["H13"],
        ["H11", "H12", "H14", "H15"], "G3"
      ),
      (
        "Careers week moved to spring", "2026-06-11", ["H18"], ["X34", "H11", "H12"],
        ["H11", "H12"], "G8"
      ),
    ]
    return made.enumerated().map { place, one in
      SampleFiles.line([
        "D\(place + 1)", one.0, one.1, staff.ids(one.2), staff.ids(one.3), staff.ids(one.4), one.5,
      ])
    }
  }
}

extension SampleStaff {
  /// Ids as written for the trust of 640 people (`H13`, `T70` the first central team), turned into those of this trust.
  func ids(_ written: [String]) -> String {
    written.map { id in
      guard let number = Int(id.dropFirst()) else { return id }
      switch id.prefix(1) {
      case "H": return schools[number - 1].id
      case "T": return teams[number < 70 ? number - 1 : teams.count - 76 + number].id
      default: return id
      }
    }.joined(separator: "; ")
  }
}
