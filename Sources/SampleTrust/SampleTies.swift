import GraphEngine

/// A tie between two people as it truly is; the survey then reports it once, twice or not at all.
struct SampleTie: Equatable {
  let a: Int
  let b: Int
  let depth: Int
  let kind: String
  let purpose: String
  let started: String
  let ended: String
}

/// The facts that are planted among the ties, by the names of those they concern.
struct PlantedTies {
  /// The secondary that keeps to itself.
  var silo = 0
  /// The two schools whose every outside tie one person holds.
  var hanging: [Int] = []
  /// That person.
  var holder = 0
  /// The school of which few answered.
  var quiet = 0
}

/// Makes ties: mostly in the team, then the school, the hub, the trust.
struct SampleTies {
  private(set) var ties: [SampleTie] = []
  private(set) var groups: [[Int]] = []
  private(set) var planted = PlantedTies()
  private let staff: SampleStaff
  private var seen: Set<[Int]> = []

  init(_ staff: SampleStaff, ties count: Int, generator: inout SeededGenerator) {
    self.staff = staff
    plan()
    let pools = Pools(staff)
    var tries = 0
    while ties.count < count, tries < count * 40 {
      tries += 1
      let a = pools.everybody.pick(&generator)
      guard let b = pools.other(for: a, &generator) else { continue }
      consider(a, b, &generator)
    }
    holdTogether(&generator)
    makeGroups(&generator)
  }

  private mutating func plan() {
    planted.silo = staff.school(named: "Northgate Academy") ?? 0
    planted.quiet = staff.school(named: "Weir Lane Primary School") ?? 0
    planted.hanging = ["Larkrise Primary School", "Hillside Infant School"].compactMap {
      staff.school(named: $0)
    }
    // An adviser of the centre, not the director.
    let improvement = staff.people.indices.filter {
      staff.people[$0].school == nil
        && staff.teams[staff.people[$0].team].name == "School Improvement"
    }
    planted.holder = improvement.dropFirst().first ?? 0
  }

  /// Adds a tie unless a planted fact forbids it.
  private mutating func consider(_ a: Int, _ b: Int, _ generator: inout SeededGenerator) {
    let (schoolA, schoolB) = (staff.people[a].school, staff.people[b].school)
    guard a != b else { return }
    if schoolA != schoolB {
      if [schoolA, schoolB].contains(where: { $0.map(planted.hanging.contains) ?? false }) {
        return
      }
      // The silo lets one in fourteen through.
      if schoolA == planted.silo || schoolB == planted.silo, generator.below(14) > 0 { return }
    }
    add(a, b, &generator)
  }

  private mutating func add(_ a: Int, _ b: Int, _ generator: inout SeededGenerator) {
    guard seen.insert([min(a, b), max(a, b)]).inserted else { return }
    let (started, ended) = Self.dates(&generator)
    let depth = depth(a, b, &generator)
    ties.append(
      SampleTie(
        a: a, b: b, depth: depth, kind: Self.kind(depth, &generator),
        purpose: Self.purposes[generator.below(Self.purposes.count)], started: started,
        ended: ended))
  }

  /// The ties of an earlier term: most of those of today, and others in the place of those that have begun since.
  ///
  /// - Parameters:
  ///   - share: the share of ties that have begun since.
  ///   - opened: the school that has opened up since, whose ties to others were few.
  ///   - closed: the school that has drawn back since, whose ties to others were many.
  mutating func goBack(
    _ share: Double, opened: Int, closed: Int, before day: String,
    _ generator: inout SeededGenerator
  ) {
    func isOutside(_ tie: SampleTie, _ school: Int) -> Bool {
      let schools = [staff.people[tie.a].school, staff.people[tie.b].school]
      return schools[0] != schools[1] && schools.contains(school)
    }
    func isFixed(_ tie: SampleTie) -> Bool { [tie.a, tie.b].contains(planted.holder) }
    let count = ties.count
    ties = ties.filter { tie in
      if isFixed(tie) { return true }
      return generator.unit() >= (isOutside(tie, opened) ? 0.6 : share)
    }
    // What has gone since: drawn as the others were.
    let pools = Pools(staff)
    let inOpened = count - ties.count
    var added = 0
    while added < inOpened {
      let a = pools.everybody.pick(&generator)
      guard let b = pools.other(for: a, &generator) else { continue }
      guard ![a, b].contains(planted.holder),
        staff.people[a].school == staff.people[b].school
          || ![staff.people[a].school, staff.people[b].school].contains(opened)
      else { continue }
      let before = ties.count
      consider(a, b, &generator)
      added += ties.count - before
    }
    let (own, others) = (
      staff.staff(of: closed), staff.people.indices.filter { staff.people[$0].school != closed }
    )
    for _ in 0..<(own.count * 2) {
      consider(
        own[generator.below(own.count)], others[generator.below(others.count)], &generator)
    }
    ties = ties.map { tie in
      SampleTie(
        a: tie.a, b: tie.b, depth: tie.depth, kind: tie.kind, purpose: tie.purpose,
        started: tie.started > day ? "2023" + tie.started.dropFirst(4) : tie.started, ended: "")
    }
  }

  private static let purposes = [
    "curriculum", "assessment", "SEND", "behaviour", "attendance", "transition", "early reading",
    "safeguarding", "wellbeing", "staff development",
  ]

  private static func kind(_ depth: Int, _ generator: inout SeededGenerator) -> String {
    let kinds =
      switch depth {
      case 0, 1: ["contact", "advice"]
      case 2: ["advice", "updates", "referral"]
      case 3: ["joint planning", "moderation", "coaching"]
      default: ["joint project", "team teaching", "joint planning"]
      }
    return kinds[generator.below(kinds.count)]
  }

  private static func dates(_ generator: inout SeededGenerator) -> (String, String) {
    // From September 2023 to November 2026.
    let months = 8 + generator.below(39)
    let (year, month, day) = (2023 + months / 12, 1 + months % 12, 1 + generator.below(12))
    let started = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    let hasEnded = generator.below(25) == 0 && months < 36
    return (started, hasEnded ? "2026-10-1\(generator.below(8))" : "")
  }

  /// Deep inside a team, shallower further out; between teaching and inclusion teams shallow wherever they sit.
  private func depth(_ a: Int, _ b: Int, _ generator: inout SeededGenerator) -> Int {
    let (one, two) = (staff.people[a], staff.people[b])
    let kinds = Set([staff.teams[one.team].kind, staff.teams[two.team].kind])
    if kinds == ["department", "inclusion"] {
      return generator.below(40) == 0 ? 4 : 1 + generator.below(2)
    }
    let weights =
      one.team == two.team
      ? [0, 1, 2, 4, 6, 4]
      : one.school == two.school ? [0, 2, 4, 5, 4, 1] : [1, 5, 6, 4, 3, 1]
    var draw = generator.below(weights.reduce(0, +))
    for (depth, weight) in weights.enumerated() {
      if draw < weight { return depth }
      draw -= weight
    }
    return 1
  }

  /// Gives the two hanging schools their ties to the one person who holds them.
  private mutating func holdTogether(_ generator: inout SeededGenerator) {
    for school in planted.hanging {
      for person in staff.staff(of: school).prefix(11) { add(person, planted.holder, &generator) }
    }
  }

  /// Thirteen working groups across schools and one day for many.
  private mutating func makeGroups(_ generator: inout SeededGenerator) {
    let outsiders = planted.hanging + [planted.silo]
    let eligible = staff.people.indices.filter { person in
      !(staff.people[person].school.map(outsiders.contains) ?? false) && person != planted.holder
    }
    for group in 0..<14 {
      var members: Set<Int> = []
      let size = group == 13 ? 42 : 5 + generator.below(8)
      while members.count < min(size, eligible.count) {
        members.insert(eligible[generator.below(eligible.count)])
      }
      groups.append(members.sorted())
    }
  }
}

/// People to draw from, each as likely as they are active.
private struct Pools {
  let everybody: Pool
  private let teams: [Pool]
  private let schools: [Pool]
  private let hubs: [String: Pool]
  private let centre: Pool
  private let departments: [Pool?]
  private let inclusion: [Pool?]
  private let staff: SampleStaff

  init(_ staff: SampleStaff) {
    self.staff = staff
    let people = staff.people
    everybody = Pool(Array(people.indices), people)
    var byTeam = [[Int]](repeating: [], count: staff.teams.count)
    var bySchool = [[Int]](repeating: [], count: staff.schools.count)
    var byHub: [String: [Int]] = [:]
    for (index, person) in people.enumerated() {
      byTeam[person.team].append(index)
      if let school = person.school {
        bySchool[school].append(index)
        byHub[staff.schools[school].hub, default: []].append(index)
      }
    }
    teams = byTeam.map { Pool($0, people) }
    schools = bySchool.map { Pool($0, people) }
    hubs = byHub.mapValues { Pool($0, people) }
    func pools(_ kind: String) -> [Pool?] {
      bySchool.map { members in
        let own = members.filter { staff.teams[people[$0].team].kind == kind }
        return own.isEmpty ? nil : Pool(own, people)
      }
    }
    departments = pools("department")
    inclusion = pools("inclusion")
    centre = Pool(people.indices.filter { people[$0].school == nil }, people)
  }

  /// Somebody for a person to work with.
  func other(for person: Int, _ generator: inout SeededGenerator) -> Int? {
    let who = staff.people[person]
    let draw = generator.below(100)
    if draw < 46 { return teams[who.team].pick(&generator) }
    guard let school = who.school else { return everybody.pick(&generator) }
    if draw < 62, let across = across(who, school) { return across.pick(&generator) }
    if draw < 83 { return schools[school].pick(&generator) }
    if draw < 91 { return hubs[staff.schools[school].hub]?.pick(&generator) }
    if draw < 95 { return everybody.pick(&generator) }
    return centre.pick(&generator)
  }
}

extension Pools {
  /// For teachers the inclusion staff of their school and the other way round, who meet all the time.
  private func across(_ person: SamplePerson, _ school: Int) -> Pool? {
    switch staff.teams[person.team].kind {
    case "department": inclusion[school]
    case "inclusion": departments[school]
    default: nil
    }
  }
}

/// A weighted urn.
private struct Pool {
  private let people: [Int]
  private var sums: [Double] = []

  init(_ people: [Int], _ all: [SamplePerson]) {
    self.people = people
    var sum = 0.0
    for person in people {
      sum += all[person].activity
      sums.append(sum)
    }
  }

  func pick(_ generator: inout SeededGenerator) -> Int {
    let target = generator.unit() * (sums.last ?? 0)
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] <= target { low = middle + 1 } else { high = middle }
    }
    return people[low]
  }
}
