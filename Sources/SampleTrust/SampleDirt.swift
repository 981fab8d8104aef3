/// The small faults that real exports have, put in on purpose; intake must find each of them.
struct SampleDirt {
  /// Rows added to people.csv as they stand.
  let people: [String]
  /// Rows added to collaborations.csv as they stand, in its columns
  /// from, to, members, kind, depth, purpose, goal, started, ended, reported_by, outcome.
  let collaborations: [String]

  init(_ staff: SampleStaff, _ ties: SampleTies) {
    let listed = staff.people.filter {
      $0.visibility == "listed" && $0.ended.isEmpty && $0.responded
    }
    let (a, b, c) = (listed[10], listed[60], listed[110])
    people = [
      // The same row twice, and a total at the foot.
      SampleFiles.personRow(a, staff),
      "Total,\(staff.people.count),,,,,,,,",
      ",,,,,,,,,",
    ]
    collaborations = [
      // An id with a slip.
      "\(a.id),\(b.id)x,,advice,2,SEND,,2026-03-02,,\(a.id),",
      // A tie with oneself.
      "\(b.id),\(b.id),,contact,1,behaviour,,2026-03-02,,\(b.id),",
      // A depth that is no depth.
      "\(c.id),\(a.id),,advice,teamwork,SEND,,2026-03-02,,\(c.id),",
      // Words and UK dates.
      "\(a.id),\(c.id),,joint planning,coordination,curriculum,,14/02/2026,,\(a.id),",
      // A spreadsheet's day number.
      "\(b.id),\(c.id),,moderation,3,assessment,,46090,,\(b.id),",
      // No such day.
      "\(c.id),\(b.id),,updates,2,attendance,,31/02/2026,,\(c.id),",
      // Nobody asked.
      ",\(b.id),,contact,1,transition,,2026-05-11,,\(b.id),",
      ",,,,,,,,,,",
    ]
  }
}
