public import Networks

/// A trust small enough to work out by hand: schools A (p0 to p3) and B (p4 to p7), teams, and three partners.
///
/// Members: people 0 to 7, teams 8 (of A) and 9 (of B), schools 10 (A) and 11 (B), partners 12 (health), 13 (education),
/// 14 (community). p0 and p1 are tied to the health partner at depth 3 and 2, p4 to the education partner.
public enum SmallTrust {
  public static let health: Int32 = 12
  public static let education: Int32 = 13
  public static let community: Int32 = 14
  public static let schoolA: Int32 = 10
  public static let schoolB: Int32 = 11

  public static func network(
    _ records: Records = Records(), hidden: Set<Int> = [], ended: [Int: Day] = [:]
  )
    -> Network
  {
    let count = 8
    let ids = (0..<count).map { "p\($0)" }
    let ties = Ties(
      from: [0, 0, 1, 2, 4, 0, 1, 4], to: [1, 2, 3, 3, 5, health, health, education],
      depth: [3, 4, 3, 2, 3, 3, 2, 1],
      started: [0, 0, 0, 0, 0, 20_240_901, 20_260_301, 20_240_901],
      attributes: [
        Column(
          name: "kind", codes: [0, 1, 0, 1, 0, 2, 2, 2],
          values: ["joint planning", "updates", "visit"]),
        Column(name: "goal", codes: [0, -1, 0, -1, 1, -1, -1, -1], values: ["G1", "G2"]),
        Column(name: "outcome", codes: [0, -1, -1, -1, -1, -1, -1, -1], values: ["a plan"]),
      ])
    var school = [Int32](repeating: 0, count: 4) + [Int32](repeating: 1, count: 4)
    school[7] = People.centralTeam
    return Network(
      title: "Small Trust",
      people: People(
        ids: ids, names: ids.map { "Name of \($0)" }, school: school,
        teams: TeamLists(main: [0, 0, 0, 0, 1, 1, 1, -1]),
        role: Column(
          name: "role", codes: [0, 0, 1, 1, 0, 1, 1, 1], values: ["Teacher", "Mentor"]),
        isHidden: (0..<count).map(hidden.contains),
        response: [Response](repeating: .unknown, count: count),
        started: [Day?](repeating: nil, count: count), ended: (0..<count).map { ended[$0] }),
      teams: [
        Team(id: "T1", name: "Inclusion", school: 0, kind: "inclusion"),
        Team(id: "T2", name: "Teaching", school: 1, kind: "department"),
      ],
      schools: [
        School(
          id: "A", name: "Alder School", phase: "Primary", hub: "North",
          attributes: ["offers": "phonics coaching", "seeks": "forest days"]),
        School(
          id: "B", name: "Birch School", phase: "Primary", hub: "North",
          attributes: ["offers": "forest school", "seeks": "help with phonics"]),
      ],
      partners: [
        Partner(
          id: "X1", name: "Clinic", sector: "health",
          attributes: ["mission": "wellbeing of children", "offers": "counselling"]),
        Partner(id: "X2", name: "University", sector: "Higher Education"),
        Partner(
          id: "X3", name: "Residents", sector: "community",
          attributes: ["offers": "garden volunteers", "seeks": "coaching"]),
      ], ties: ties, newestDay: Day(number: 20_261_001), records: records)
  }

  public static func day(_ number: Int32) -> Day? { Day(number: number) }

  /// One partnership of the clinic with school A, rated by so many raters a side.
  public static func rated(ours: [Int], theirs: [Int], date: Int32 = 20_260_601) -> Records {
    var records = Records()
    records.partnerships = [
      Partnership(partner: health, with: schoolA, lead: 0, hasAgreement: true)
    ]
    for (side, scores) in [(Rating.Side.ours, ours), (.theirs, theirs)] {
      for (rater, score) in scores.enumerated() {
        for item in RatingItem.trust {
          records.ratings.append(
            Rating(
              partnership: 0, side: side, item: item, score: score, date: Day(number: date),
              rater: Int32(rater + (side == .ours ? 0 : 100))))
        }
      }
    }
    return records
  }
}
