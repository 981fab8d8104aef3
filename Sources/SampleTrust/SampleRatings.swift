import GraphEngine

/// Makes what raters of both sides say of each partnership, in two rounds.
///
/// Most sides have three or four raters; some have two, some nobody answered. Raters carry made-up numbers.
struct SampleRatings {
  private(set) var rows: [String] = []
  /// The partnership in which their trust fell between the rounds.
  private(set) var falling = 0
  /// The partnership that was assessed with all six principles.
  private(set) var assessed = 0

  private static let six = [
    "reliability", "mission", "openness", "power", "involvement", "resources",
  ]

  init(_ partners: SamplePartners, _ staff: SampleStaff, generator: inout SeededGenerator) {
    let partnerships = partners.partnerships
    falling =
      partnerships.indices.first { place in
        place != partners.planted && partnerships[place].theirs == partnerships[place].ours
          && partnerships[place].theirs == 3 && partnerships[place].holders.count > 1
      } ?? 0
    assessed = partnerships.firstIndex { $0.school == nil } ?? 0
    for (place, partnership) in partnerships.enumerated()
    where SamplePartners.names[partnership.partner].sector != "police" {
      for (side, score) in [("ours", partnership.ours), ("theirs", partnership.theirs)] {
        let isPlanted = [partners.planted, falling, assessed].contains(place)
        let answered = generator.below(8)
        let raters =
          isPlanted
          ? 3 : side == "theirs" && answered == 0 ? 0 : answered == 1 ? 2 : 3 + answered % 2
        for rater in 0..<raters {
          let isPure = place == partners.planted
          let own = isPure ? score : min(4, max(1, score + [0, -1, 1, 0][rater]))
          let fallen = place == falling && side == "theirs" ? max(1, own - 1) : own
          add(partnership, side, rater, fallen, "2026-06-15", staff)
          if place == falling || (place % 6 == 0 && !isPlanted) {
            add(partnership, side, rater, own, "2025-06-15", staff)
          }
        }
      }
    }
    assess(partnerships[assessed], staff)
  }

  private mutating func add(
    _ partnership: SamplePartnership, _ side: String, _ rater: Int, _ score: Int, _ date: String,
    _ staff: SampleStaff
  ) {
    for (place, item) in Self.six.enumerated() {
      // Value is seen a little lower than trust where there are hands to spare for only one of them.
      let lower = place > 2 && rater == 1 && score > 2 ? 1 : 0
      rate(partnership, side, rater, item, score - lower, date, staff)
    }
    let level =
      side == "ours" ? partnership.level : max(0, partnership.level - (rater == 2 ? 1 : 0))
    rate(partnership, side, rater, "level", score == 1 ? 1 : level, date, staff)
  }

  /// Readiness, and six principles of six statements each, from three raters on our side.
  private mutating func assess(_ partnership: SamplePartnership, _ staff: SampleStaff) {
    for rater in 0..<3 {
      for (place, thing) in ["responsibility", "risk", "resources", "rewards"].enumerated() {
        let day = "2026-06-15"
        rate(partnership, "ours", rater, "readiness-\(thing)", place == 1 ? 2 : 3, day, staff)
        rate(partnership, "theirs", rater, "self-\(thing)", place == 1 ? 4 : 3, day, staff)
      }
      for principle in 1...6 {
        for statement in 1...6 {
          let score = principle == 6 ? 2 : principle == 4 ? 3 : [3, 3, 4][rater]
          rate(
            partnership, "ours", rater, "pat-\(principle)-\(statement)", score, "2026-06-15", staff)
        }
      }
    }
  }

  private mutating func rate(
    _ partnership: SamplePartnership, _ side: String, _ rater: Int, _ item: String, _ score: Int,
    _ date: String, _ staff: SampleStaff
  ) {
    let name = "\(side == "ours" ? "A" : "B")\(partnership.partner + 1)\(rater + 1)"
    rows.append(
      SampleFiles.line([
        SampleFiles.partnerId(partnership.partner),
        partnership.school.map { staff.schools[$0].id } ?? "trust", side, item, "\(score)", date,
        name,
      ]))
  }
}
