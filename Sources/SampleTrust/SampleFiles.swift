import GraphEngine
import Networks
import Documents

/// Writes a made-up trust as CSV files.
struct SampleFiles {
  let staff: SampleStaff
  let ties: SampleTies
  let partners: SamplePartners
  let expertise: SampleExpertise
  let dirt: SampleDirt
  let ratings: SampleRatings
  let purpose: SamplePurpose
  let stories: SampleStories

  func files(target: Int, _ generator: inout SeededGenerator) -> [(name: String, text: String)] {
    let collaborations = collaborationRows(target: target, &generator)
    return [
      ("README.md", SampleReadme(self, rows: collaborations.count).text),
      (
        "attendance.csv",
        file("event,person,role,attended,prepared,contributed,responsive,kept", purpose.attendance)
      ),
      (
        "collaborations.csv",
        file(
          "from,to,members,kind,depth,purpose,goal,started,ended,reported_by,outcome",
          collaborations + dirt.collaborations)
      ),
      (
        "decisions.csv",
        file("id,decision,date,decided_by,consulted,affects,goal", purpose.decisionRows)
      ),
      ("events.csv", file("id,name,date,kind,purpose,goal,planned", purpose.events)),
      (
        "expertise.csv",
        file("person,topic,level,evidence,date,offers,seeks", expertise.skills.map(row))
      ),
      (
        "goals.csv",
        file("id,statement,measure,baseline,target,due,parent,owner", purpose.goalRows)
      ),
      (
        "ideas.csv",
        file("id,idea,date,origin,carried_by,adopted_by,trialled_by,dropped_by", stories.ideaRows)
      ),
      (
        "needs.csv",
        file("id,need,date,from,asked_of,voice,channel,goal,action,met", stories.needRows)
      ),
      ("partners.csv", file("id,name,sector,mission,offers,seeks", partnerRows)),
      (
        "partnerships.csv",
        file(
          "partner,with,lead,level,agreement,roles_clear,shared_goal,started,review_due,gives,gets",
          partners.partnerships.indices.filter { !isPolice(partners.partnerships[$0]) }
            .map { partnershipRow($0) })
      ),
      (
        "people.csv",
        file(
          "id,name,school,team,role,email,started,ended,visibility,responded",
          personRows + dirt.people)
      ),
      ("progress.csv", file("goal,date,value", purpose.progressRows)),
      ("ratings.csv", file("partner,with,side,item,score,date,rater", ratings.rows)),
      (
        "schools.csv",
        file("id,name,phase,hub,opened,offers,seeks", staff.schools.indices.map { schoolRow($0) })
      ),
      ("stories.csv", file("id,title,date,who,goal,voice,impact", stories.storyRows)),
      ("teams.csv", file("id,name,school,kind,lead,objective", staff.teams.map(row))),
      (
        "topics.csv",
        file(
          "topic,broader,synonyms",
          (SampleExpertise.topics + [SampleExpertise.unknown]).map {
            Self.line([$0.topic, $0.broader, $0.synonyms])
          })
      ),
    ]
  }

  private func file(_ header: String, _ rows: [String]) -> String {
    ([header] + rows).joined(separator: "\n") + "\n"
  }

  static func line(_ cells: [String]) -> String {
    cells.map { csvCell($0) }.joined(separator: ",")
  }

  private var personRows: [String] {
    staff.people.sorted { $0.id < $1.id }.map { Self.personRow($0, staff) }
  }

  static func personRow(_ person: SamplePerson, _ staff: SampleStaff) -> String {
    let letters = person.name.lowercased().unicodeScalars.filter {
      ("a"..."z").contains($0) || $0 == " "
    }
    let address = String(letters).split(separator: " ").joined(separator: ".")
    return line([
      person.id, person.name, person.school.map { staff.schools[$0].id } ?? "",
      staff.teams[person.team].id, person.role,
      "\(address).\(person.id.lowercased())@harbour.example",
      person.started, person.ended, person.visibility == "listed" ? "" : person.visibility,
      person.responded ? "yes" : "no",
    ])
  }

  /// What schools offer and look for goes round; two secondaries of one hub have what the other seeks.
  private func schoolRow(_ place: Int) -> String {
    let school = staff.schools[place]
    let things = [
      "phonics coaching", "attendance officers", "oracy", "forest school", "transition visits",
      "early years moderation", "outdoor learning", "mathematics mastery", "music ensembles",
    ]
    var offers = things[place % things.count]
    var seeks = things[(place * 5 + 3) % things.count]
    if school.name == "Harbour Academy" {
      (offers, seeks) = ("science moderation", "young carers groups")
    }
    if school.name == "Westbrook Academy" {
      (offers, seeks) = ("young carers groups", "science moderation")
    }
    return Self.line([
      school.id, school.name, school.sort.rawValue, school.hub, school.opened, offers, seeks,
    ])
  }

  private func row(_ team: SampleTeam) -> String {
    Self.line([
      team.id, team.name, team.school.map { staff.schools[$0].id } ?? "", team.kind,
      team.lead.map { staff.people[$0].id } ?? "", team.objective,
    ])
  }

  private func row(_ skill: SampleSkill) -> String {
    Self.line([
      staff.people[skill.person].id, skill.topic, skill.level > 0 ? "\(skill.level)" : "",
      skill.evidence, skill.date, skill.offers, skill.seeks ? "yes" : "",
    ])
  }

  private var partnerRows: [String] {
    SamplePartners.names.enumerated().map { place, partner in
      Self.line([
        Self.partnerId(place), partner.name, partner.sector, partner.mission, partner.offers,
        partner.seeks,
      ])
    }
  }

  static func partnerId(_ place: Int) -> String { SampleStaff.number("X", place + 1, 2) }

  private func with(_ partnership: SamplePartnership) -> String {
    partnership.school.map { staff.schools[$0].id } ?? "trust"
  }

  /// Staff are in touch with the police, and nothing is agreed with them.
  private func isPolice(_ partnership: SamplePartnership) -> Bool {
    SamplePartners.names[partnership.partner].sector == "police"
  }

  /// What is agreed; some of it is left open, as such lists are.
  private func partnershipRow(_ place: Int) -> String {
    let partnership = partners.partnerships[place]
    let partner = SamplePartners.names[partnership.partner]
    let id = Self.partnerId(partnership.partner)
    let isPlanted = place == partners.planted
    let goal = SamplePurpose.goals.last { $0.owners.contains(id) }?.id ?? ""
    let started = place % 9 == 4 ? "2026-05-04" : "20\(19 + place % 6)-09-01"
    return Self.line([
      id, with(partnership), staff.people[partnership.lead].id, "\(partnership.level)",
      partnership.agreement, isPlanted || place % 5 == 1 ? "no" : place % 4 == 0 ? "" : "yes",
      goal.isEmpty && place % 3 == 0 ? "no" : goal, started, partnership.reviewDue,
      partner.offers, isPlanted || place % 7 == 3 ? "" : partner.seeks,
    ])
  }

  /// Ties as people report them: either end, if they answered, three times in four; then partners and working groups.
  private func collaborationRows(target: Int, _ generator: inout SeededGenerator) -> [String] {
    var rows: [String] = []
    let fixed = ties.groups.count + partners.partnerships.reduce(0) { $0 + $1.holders.count }
    var order = Array(ties.ties.indices)
    generator.shuffle(&order)
    let planted = Set([ties.planted.holder])
    for place in order {
      let tie = ties.ties[place]
      let isPlanted = planted.contains(tie.a) || planted.contains(tie.b)
      guard isPlanted || rows.count < target - fixed - dirt.collaborations.count else { continue }
      for (from, to) in [(tie.a, tie.b), (tie.b, tie.a)]
      where staff.people[from].responded && (isPlanted || generator.below(100) < 80) {
        rows.append(row(tie, from, to))
      }
    }
    for partnership in partners.partnerships {
      for holder in partnership.holders
      where staff.people[holder].responded || holder == partnership.lead {
        rows.append(
          Self.line([
            staff.people[holder].id, Self.partnerId(partnership.partner), "", "partnership",
            "\(partnership.level)", "partnership", "", "2025-0\(1 + generator.below(9))-12", "",
            staff.people[holder].id, "",
          ]))
      }
    }
    for (place, group) in ties.groups.enumerated() {
      let members = group.map { staff.people[$0].id }.joined(separator: ";")
      let purpose = Self.groupPurposes[place % Self.groupPurposes.count]
      rows.append(
        Self.line([
          "", "", members, place == 13 ? "training day" : "working group", place == 13 ? "1" : "3",
          purpose, SamplePurpose.goal(ofPurpose: purpose), "2026-01-1\(place % 9)", "", "",
          place % 3 == 0 ? "shared plan" : "",
        ]))
    }
    return rows
  }

  private static let groupPurposes = [
    "early reading", "SEND", "attendance", "transition", "assessment", "safeguarding",
    "curriculum", "behaviour", "wellbeing", "staff development", "mathematics", "computing",
    "governance", "whole trust",
  ]

  private func row(_ tie: SampleTie, _ from: Int, _ to: Int) -> String {
    Self.line([
      staff.people[from].id, staff.people[to].id, "", tie.kind, "\(tie.depth)", tie.purpose,
      tie.depth > 2 ? SamplePurpose.goal(ofPurpose: tie.purpose) : "", tie.started, tie.ended,
      staff.people[from].id, tie.depth > 3 && (tie.a + tie.b) % 4 == 0 ? "joint plan in use" : "",
    ])
  }
}
