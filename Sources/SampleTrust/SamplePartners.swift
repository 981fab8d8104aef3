import GraphEngine

/// A partnership with a school or the whole trust.
struct SamplePartnership {
  let partner: Int
  /// The place of the school, or `nil` for the trust.
  let school: Int?
  let lead: Int
  let level: Int
  let agreement: String
  let reviewDue: String
  /// Staff who have ties with the partner there.
  let holders: [Int]
  /// What each side gives it from 1 to 4.
  let ours: Int
  let theirs: Int
}

/// Makes partnerships and the ties of staff with partners.
struct SamplePartners {
  private(set) var partnerships: [SamplePartnership] = []
  /// The partnership that is overdue, held by one person, and seen differently by its two sides.
  private(set) var planted = 0
  static let names = SampleNames.partners

  init(_ staff: SampleStaff, _ ties: PlantedTies, generator: inout SeededGenerator) {
    for partner in Self.names.indices {
      for _ in 0..<(1 + generator.below(3)) {
        let school = generator.below(5) == 0 ? nil : generator.below(staff.schools.count)
        let pool =
          school.map(staff.staff) ?? staff.people.indices.filter { staff.people[$0].school == nil }
        var holders: [Int] = []
        for _ in 0..<(2 + generator.below(4)) {
          let person = pool[generator.below(pool.count)]
          if !holders.contains(person) { holders.append(person) }
        }
        guard !partnerships.contains(where: { $0.partner == partner && $0.school == school }) else {
          continue
        }
        let view = 2 + generator.below(3)
        partnerships.append(
          SamplePartnership(
            partner: partner, school: school, lead: holders[0], level: 1 + generator.below(5),
            agreement: ["yes", "yes", "yes", "no"][generator.below(4)],
            reviewDue: "2027-0\(1 + generator.below(8))-15", holders: holders, ours: view,
            theirs: min(4, max(1, view - 1 + generator.below(3)))))
      }
    }
    plant(staff)
  }

  private mutating func plant(_ staff: SampleStaff) {
    let partner = Self.names.firstIndex { $0.name == "Young Carers Project" } ?? 0
    partnerships.removeAll { $0.partner == partner }
    let school = staff.school(named: "Millbrook High School") ?? 0
    let pastoral = staff.staff(of: school).filter {
      staff.teams[staff.people[$0].team].kind == "pastoral"
    }
    let lead = pastoral.first ?? staff.staff(of: school).first ?? 0
    planted = partnerships.count
    partnerships.append(
      SamplePartnership(
        partner: partner, school: school, lead: lead, level: 4, agreement: "yes",
        reviewDue: "2026-03-31", holders: [lead], ours: 4, theirs: 1))
  }
}
