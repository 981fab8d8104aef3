/// Makes stories, ideas and needs.
struct SampleStories {
  private let staff: SampleStaff
  private let partners: SamplePartners
  private let ties: PlantedTies

  init(_ staff: SampleStaff, _ partners: SamplePartners, _ ties: PlantedTies) {
    self.staff = staff
    self.partners = partners
    self.ties = ties
  }

  /// The lead of the first partnership of a partner.
  private func lead(_ partner: Int) -> String {
    partners.partnerships.first { $0.partner == partner }.map { staff.people[$0.lead].id } ?? ""
  }

  private func school(_ partner: Int) -> String {
    partners.partnerships.first { $0.partner == partner && $0.school != nil }?.school
      .map { SampleStaff.number("H", $0 + 1, 2) } ?? "H01"
  }

  /// Ten stories, three without a recorded effect; pupils tell one of them.
  var storyRows: [String] {
    let told: [(String, String, [String], String, String, String)] = [
      (
        "The music lesson that brought a class back", "2026-02-06", ["X04", school(3)], "", "staff",
        "Eleven pupils joined a band; attendance in the class rose by four points."
      ),
      (
        "Reading volunteers on Tuesdays", "2026-03-13", ["X19", school(18), lead(18)], "G2",
        "staff", "Twenty pupils moved from below to at their reading age in two terms."
      ),
      (
        "A referral that took nine days", "2026-04-17", ["X10", school(9), "T03"], "G3", "partner",
        "Support began before the case became urgent."
      ),
      (
        "Young carers speak to the staff meeting", "2026-05-22", ["X20", "H13"], "G3", "pupils",
        "Seven young carers were known by name a month later."
      ),
      ("Moderating together", "2026-01-23", ["H01", "H05", "X06"], "G2", "staff", ""),
      (
        "The gate at half past three", "2026-06-19", ["X16", "H11"], "", "community",
        "Complaints from neighbours fell from twelve a month to three."
      ),
      ("Garden and kitchen", "2026-07-03", ["X36", "X22", school(21)], "", "families", ""),
      (
        "First apprentices", "2026-09-18", ["X30", "H18"], "G8", "partner",
        "Four leavers began work in September."
      ),
      (
        "Two SENCOs, one plan", "2026-03-27", ["H11", "H13", "X13"], "G3", "staff",
        "The waiting list for assessment was halved."
      ),
      (
        "An evening at the mosque and the cathedral", "2026-05-08", ["X28", "X29", school(28)], "",
        "staff", ""
      ),
    ]
    return told.enumerated().map { place, one in
      SampleFiles.line([
        SampleStaff.number("S", place + 1, 2), one.0, one.1, staff.ids(one.2), one.3,
        one.4, one.5,
      ])
    }
  }

  /// Eight ideas, of which six were adopted and five of those came through a person between partner and school.
  var ideaRows: [String] {
    typealias Made = (
      title: String, date: String, origin: String, carrier: String, adopted: [String],
      trialled: [String], dropped: [String]
    )
    let ideas: [Made] = [
      (
        "Reading volunteers every week", "2025-10-10", "X19", lead(18),
        ["H17", "H01", "H04", "H10"], ["H06"], []
      ),
      (
        "One page on each young carer", "2026-02-20", "X20",
        staff.people[partners.partnerships[partners.planted].lead].id, ["H13", "H11"], ["H12"], []
      ),
      (
        "Mastery lessons filmed", "2026-03-06", "X05", lead(4), ["H08", "H03", "H02"], [], ["H05"]
      ),
      (
        "Talk before writing", "2026-01-30", "T70", staff.people[ties.holder].id,
        ["H04", "H10", "H05"], [], []
      ),
      ("A calm room", "2026-04-24", "X13", lead(12), ["H17", "H16"], ["H14"], []),
      ("Walking bus", "2025-11-07", "H06", "", ["H09"], [], ["H07"]),
      ("Digital portfolios", "2026-05-15", "X32", "", [], [], []),
      ("Governors' learning walks", "2026-06-26", "T70", "", [], ["H15"], []),
    ]
    return ideas.enumerated().map { place, idea in
      SampleFiles.line([
        "I\(place + 1)", idea.title, idea.date, staff.ids([idea.origin]), idea.carrier,
        staff.ids(idea.adopted), staff.ids(idea.trialled), staff.ids(idea.dropped),
      ])
    }
  }

  /// Twelve needs: teaching and inclusion teams ask of one another, pupils and families are heard and not answered.
  var needRows: [String] {
    let needs: [(String, String, [String], [String], String, String, String, String, String)] = [
      (
        "Earlier advice on pupils who struggle", "2026-03-02", ["T32"], ["T35"], "staff",
        "staff survey", "G3", "", "no"
      ),
      (
        "More patience before a referral", "2026-03-03", ["T35"], ["T32"], "staff", "staff survey",
        "G3", "", "no"
      ),
      (
        "Cover so that teachers can come to reviews", "2026-03-04", ["T47"], ["T44"], "staff",
        "staff survey", "", "", "no"
      ),
      (
        "A named contact for each class", "2026-03-04", ["T44"], ["T47"], "staff", "staff survey",
        "", "Contact list made", "yes"
      ),
      (
        "Somewhere quiet at lunchtime", "2025-10-03", [], ["H13"], "pupils", "pupil parliament", "",
        "", "no"
      ),
      (
        "Buses that match the school day", "2025-10-03", [], ["H15"], "pupils", "pupil parliament",
        "G4", "", "no"
      ),
      (
        "To be asked before the rules change", "2025-10-03", ["X27"], ["T70"], "pupils",
        "pupil parliament", "", "", "no"
      ),
      (
        "Interpreters at parents' evenings", "2026-06-05", ["X26"], ["H08"], "families",
        "parent forum", "", "Refugee Welcome Group to send two", "yes"
      ),
      (
        "Help with uniform costs", "2026-06-05", ["X24"], ["T74"], "families", "parent forum", "",
        "", "no"
      ),
      (
        "The hall in the evenings", "2026-09-11", ["X25"], ["H18"], "community", "open evening",
        "G7", "", "no"
      ),
      (
        "Drama for pupils who are anxious", "2026-09-14", ["H13"], [], "staff", "staff survey",
        "G3", "", "no"
      ),
      (
        "Employers who come into lessons", "2026-09-14", ["H18"], [], "staff", "staff survey", "G8",
        "Careers Hub asked", "no"
      ),
    ]
    return needs.enumerated().map { place, one in
      SampleFiles.line([
        SampleStaff.number("N", place + 1, 2), one.0, one.1, staff.ids(one.2),
        staff.ids(one.3), one.4, one.5, one.6, one.7, one.8,
      ])
    }
  }
}
