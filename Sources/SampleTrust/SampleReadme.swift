import Networks

/// The README of a made-up trust: what it is, and the facts planted in it.
struct SampleReadme {
  let text: String

  init(_ files: SampleFiles, rows: Int) {
    let (staff, ties) = (files.staff, files.ties)
    let planted = ties.planted
    func school(_ place: Int) -> String { staff.schools[place].name }
    func count(_ sort: SampleSchool.Sort) -> Int { staff.schools.count { $0.sort == sort } }
    let answered = staff.people.count { $0.responded }
    func partner(_ place: Int) -> String {
      SamplePartners.names[files.partners.partnerships[place].partner].name
    }
    let partnership = files.partners.partnerships[files.partners.planted]
    let hidden = staff.people.first { $0.visibility == "hidden" }?.id ?? ""
    let excluded = staff.people.first { $0.visibility == "excluded" }?.id ?? ""
    let seekers = files.expertise.skills.count { $0.topic == SampleExpertise.unknown.topic }
    let lone = files.expertise.single.map { "\($0.topic) (\(staff.people[$0.person].id))" }
    text = """
      # A fictional trust

      Made by `weft sample`; nobody in it exists. \(counted(staff.schools.count)) schools in \
      \(counted(Set(staff.schools.map(\.hub)).count)) hubs (\(count(.primary)) primary, \(count(.secondary)) secondary, \
      \(count(.special)) special, \(count(.alternative)) alternative provision, \(count(.sixthForm)) sixth form) and a \
      central team; \(counted(staff.people.count)) staff, \(counted(staff.teams.count)) teams, \
      \(counted(SamplePartners.names.count)) partners, \(counted(rows)) collaborations at depths 0 to 5, of which \
      \(counted(ties.groups.count)) are working groups. \(percent(Double(answered) / Double(staff.people.count))) of the \
      staff answered the survey.

      ## Planted facts

      1. \(school(planted.silo)) keeps to itself far more than the other schools.
      2. Teaching teams (kind `department`) and `inclusion` teams are in constant contact at depth 1 and 2 and hardly \
      ever work jointly at depth 4 or 5.
      3. One person, \(staff.people[planted.holder].id), holds every tie of \
      \(listed(planted.hanging.map(school))) to the rest of the trust.
      4. In \(school(planted.quiet)) only 40% answered.
      5. Two topics are known to a single person: \(listed(lone)).
      6. Nobody in the \(files.expertise.absent.hub) hub knows \(files.expertise.absent.topic). Nobody at all knows \
      \(SampleExpertise.unknown.topic), which \(counted(seekers, "person", "people")) would like to learn.
      7. The partnership of \(SamplePartners.names[partnership.partner].name) with \
      \(partnership.school.map(school) ?? "the trust") was due for review on 31 March 2026, depends on one person, and is \
      rated 4 of 4 on our side and 1 of 4 on theirs.
      8. \(hidden) is hidden: counted and never named. \(excluded) is excluded: in nothing but one count.
      9. Staff are in touch with the police, and no partnership is recorded; every other sector has one.
      10. Between June 2025 and June 2026 the trust of \(partner(files.ratings.falling)) in us fell from 3 to 2. \
      \(partner(files.ratings.assessed)) was assessed with all six principles: 110 of 144.
      11. \(SamplePartners.names[files.purpose.unprepared].name) is rated highly for reliability and came prepared to one \
      meeting only.
      12. Of eight goals G1 and G7 have no measure, G6 has one owner, G4 last went the wrong way; no work is linked to \
      G1 and G8.
      13. Three of ten stories have no recorded effect; five of the six ideas taken up were carried across by \
      somebody who bridges both ends.
      14. Pupils voiced three needs, none answered, and their channel has been silent since October 2025; the community \
      partners have a part in no decision.
      15. Harbour Academy and Westbrook Academy, neighbours that keep apart, each have what the other seeks.
      16. One event in three was called in haste.

      ## Dirt

      people.csv has a row twice, a total and a blank row. collaborations.csv has an id with a slip, a tie with oneself, a \
      depth that is no depth, a day that is none, a spreadsheet's day number, a UK date, a row without an asker and a blank \
      row; many ties are reported from both sides.

      """
  }
}
