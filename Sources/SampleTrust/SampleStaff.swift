import GraphEngine

/// A school as it is made up.
struct SampleSchool {
  enum Sort: String, CaseIterable {
    case primary = "Primary"
    case secondary = "Secondary"
    case special = "Special"
    case alternative = "Alternative provision"
    case sixthForm = "Sixth form"
  }
  let id: String
  let name: String
  let sort: Sort
  let hub: String
  let staff: Int
  var opened: String
}

/// A team as it is made up.
struct SampleTeam {
  let id: String
  let name: String
  /// The place of its school, or `nil` for a team of the centre.
  let school: Int?
  let kind: String
  var lead: Int?
  let objective: String
}

/// A person as made up.
struct SamplePerson {
  var id: String
  var name: String
  let school: Int?
  let team: Int
  let role: String
  let started: String
  var ended = ""
  var visibility = "listed"
  var responded = true
  /// How much the person does with others, 1 on average.
  let activity: Double
}

/// Makes schools, teams and staff.
struct SampleStaff {
  private(set) var schools: [SampleSchool] = []
  private(set) var teams: [SampleTeam] = []
  var people: [SamplePerson] = []

  init(people count: Int, generator: inout SeededGenerator) {
    makeSchools(people: count, &generator)
    for school in schools.indices { makeTeams(school) }
    for team in Self.centralTeams {
      teams.append(
        SampleTeam(
          id: Self.number("T", teams.count + 1, 2), name: team, school: nil, kind: "central",
          objective: "serve every school of the trust"))
    }
    makePeople(count, &generator)
  }

  private static let centralTeams = [
    "School Improvement", "Trust Inclusion", "Finance", "HR and People", "Estates",
    "Digital and Data",
  ]

  static func number(_ prefix: String, _ value: Int, _ digits: Int) -> String {
    let text = String(value)
    return prefix + String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// Ten primaries, five secondaries, a special school, alternative provision and a sixth form for every 640 people.
  private mutating func makeSchools(people count: Int, _ generator: inout SeededGenerator) {
    let blocks = max(1, count / 640)
    let sizes: [(SampleSchool.Sort, [String], Int)] = [
      (.primary, SampleNames.primaries, 22), (.secondary, SampleNames.secondaries, 54),
      (.special, SampleNames.specials, 32), (.alternative, SampleNames.alternatives, 17),
      (.sixthForm, SampleNames.sixthForms, 30),
    ]
    let total = sizes.reduce(50) { $0 + $1.1.count * $1.2 }
    let scale = Double(count) / Double(blocks * total)
    for block in 0..<blocks {
      var place = 0
      for (sort, names, size) in sizes {
        for name in names {
          let spread = 0.8 + 0.4 * generator.unit()
          let year = 2012 + generator.below(11)
          schools.append(
            SampleSchool(
              id: Self.number("H", schools.count + 1, blocks * 18 > 99 ? 4 : 2),
              name: block == 0 ? name : Self.rename(name, block), sort: sort,
              hub: SampleNames.hubs[place % 3] + (block == 0 ? "" : " \(block + 1)"),
              staff: max(6, Int(Double(size) * spread * scale)), opened: "\(year)-09-01"))
          place += 1
        }
      }
    }
  }

  private static func rename(_ name: String, _ block: Int) -> String {
    let place = SampleNames.places[block % SampleNames.places.count]
    let turn = block / SampleNames.places.count
    return "\(place)\(turn == 0 ? "" : " \(turn + 1)") \(name)"
  }

  private mutating func makeTeams(_ school: Int) {
    let names: [(String, String, String)] =
      switch schools[school].sort {
      case .primary:
        [
          ("Leadership", "leadership", "lead the school well"),
          ("Teaching", "department", "teach a broad curriculum"),
          ("Inclusion", "inclusion", "every child included"),
        ]
      case .secondary:
        [
          ("Leadership", "leadership", "lead the school well"),
          ("English and Humanities", "department", "strong literacy in every subject"),
          ("Maths and Science", "department", "confident problem solvers"),
          ("Pastoral", "pastoral", "pupils known and safe"),
          ("Inclusion", "inclusion", "every child included"),
          ("Operations", "operations", "a school that runs smoothly"),
        ]
      case .special, .alternative, .sixthForm:
        [
          ("Leadership", "leadership", "lead the school well"),
          ("Teaching", "department", "teach a broad curriculum"),
          ("Inclusion", "inclusion", "every child included"),
        ]
      }
    for (name, kind, objective) in names {
      teams.append(
        SampleTeam(
          id: Self.number("T", teams.count + 1, 2), name: name, school: school, kind: kind,
          objective: objective))
    }
  }

  private mutating func makePeople(_ count: Int, _ generator: inout SeededGenerator) {
    var names: Set<String> = []
    func name() -> String {
      while true {
        let first = SampleNames.first[generator.below(SampleNames.first.count)]
        let last = SampleNames.last[generator.below(SampleNames.last.count)]
        let name = "\(first) \(last)"
        if names.insert(name).inserted || names.count > 20_000 { return name }
      }
    }
    for school in schools.indices {
      let own = teams.indices.filter { teams[$0].school == school }
      let shares = own.map { Self.share(teams[$0].kind) }
      for place in 0..<schools[school].staff where people.count < count {
        let team = own[Self.pick(shares, place, schools[school].staff)]
        add(name(), school, team, &generator)
      }
    }
    let central = teams.indices.filter { teams[$0].school == nil }
    var turn = 0
    while people.count < count {
      add(name(), nil, central[turn % central.count], &generator)
      turn += 1
    }
    for team in teams.indices {
      teams[team].lead = people.firstIndex { $0.team == team }
    }
    number(&generator)
  }

  /// How much of a school's staff a kind of team has.
  private static func share(_ kind: String) -> Double {
    switch kind {
    case "leadership": 0.14
    case "department": 0.5
    case "inclusion": 0.22
    case "pastoral": 0.12
    default: 0.1
    }
  }

  /// The team of the person at a place of the staff list, teams filled in turn by their shares.
  private static func pick(_ shares: [Double], _ place: Int, _ staff: Int) -> Int {
    let target = (Double(place) + 0.5) / Double(staff) * shares.reduce(0, +)
    var sum = 0.0
    for (index, share) in shares.enumerated() {
      sum += share
      if target < sum { return index }
    }
    return shares.count - 1
  }

  private mutating func add(
    _ name: String, _ school: Int?, _ team: Int, _ generator: inout SeededGenerator
  ) {
    let isLead = !people.contains { $0.team == team }
    let year = 2009 + generator.below(17)
    let activity = Self.activity(&generator) * (isLead ? 1.7 : 1)
    people.append(
      SamplePerson(
        id: "", name: name, school: school, team: team,
        role: role(team, isLead: isLead, &generator),
        started: "\(year)-\(["01", "04", "09"][generator.below(3)])-01", activity: activity))
  }

  /// A heavy-tailed activity: most people do little with others, a few very much.
  private static func activity(_ generator: inout SeededGenerator) -> Double {
    let sum = (0..<6).reduce(0.0) { total, _ in total + generator.unit() } - 3
    var value = 1.0
    for _ in 0..<Int(abs(sum) * 4) { value *= sum > 0 ? 1.22 : 0.84 }
    return max(0.12, value)
  }

  private func role(
    _ team: Int, isLead: Bool, _ generator: inout SeededGenerator
  ) -> String {
    let sort = teams[team].school.map { schools[$0].sort }
    func one(_ roles: [String]) -> String { roles[generator.below(roles.count)] }
    switch (teams[team].kind, isLead) {
    case ("leadership", true): return sort == .sixthForm ? "Principal" : "Headteacher"
    case ("leadership", false):
      return one(["Deputy Headteacher", "Assistant Headteacher", "Business Manager"])
    case ("department", true): return sort == .primary ? "Curriculum Leader" : "Head of Department"
    case ("department", false):
      return sort == .primary
        ? one(["Class Teacher", "Class Teacher", "Teaching Assistant"])
        : one(["Teacher", "Teacher", "Teacher", "Teaching Assistant"])
    case ("inclusion", true): return "SENCO"
    case ("inclusion", false):
      return one([
        "Teaching Assistant", "Family Support Worker", "Learning Mentor", "Speech Assistant",
      ])
    case ("pastoral", true): return "Pastoral Lead"
    case ("pastoral", false): return one(["Head of Year", "Attendance Officer"])
    case ("operations", true): return "Operations Manager"
    case ("operations", false): return one(["Administrator", "Site Manager", "Technician"])
    default: return isLead ? "Director" : one(["Adviser", "Officer", "Analyst"])
    }
  }

  /// Numbers people in an order that says nothing about where they work.
  private mutating func number(_ generator: inout SeededGenerator) {
    var order = Array(people.indices)
    generator.shuffle(&order)
    let digits = max(4, String(people.count).count)
    for (index, person) in order.enumerated() {
      people[person].id = Self.number("P", index + 1, digits)
    }
  }

  /// The place of a school by its name.
  func school(named name: String) -> Int? { schools.firstIndex { $0.name == name } }

  /// The places of a school's staff.
  func staff(of school: Int) -> [Int] { people.indices.filter { people[$0].school == school } }
}
