@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct TeamRegisterTests {
  @Test func spanGivingAndWhatIsLacking() throws {
    var records = Records()
    records.events = [
      Event(id: "E", name: "e", attendance: [Attendance(party: 0, role: "presenter")])
    ]
    let plain = SmallTrust.network(records)
    let network = Network(
      title: "t", people: plain.people, teams: plain.teams, schools: plain.schools,
      partners: plain.partners, ties: plain.ties,
      workingGroups: [WorkingGroup(members: [0, 1, 4], attributes: ["purpose": "reading"])],
      records: records)
    let register = TeamRegister(Study(network, by: .school))
    let inclusion = try #require(register.teams.first { $0.team == 0 })
    #expect(inclusion.span == 0 && inclusion.presented == 1 && inclusion.members == [0, 1, 2, 3])
    // What no team says is not asked of any.
    #expect(inclusion.lacks.isEmpty && !inclusion.isNetwork)
    let group = try #require(register.teams.first { $0.team == nil })
    #expect(isNear(group.span, 4.0 / 9) && group.schools == [0, 1])
    #expect(group.name == "Working group: reading")
    #expect(register.neverRepresented.isEmpty)
  }

  /// A register: who leads, what for, how it will be known, when half of them last met.
  @Test func networksAsARegister() throws {
    var records = Records()
    records.goals = [Goal(id: "G1", statement: "Reading", measure: "% at age")]
    records.events = [
      Event(
        id: "E1", name: "e", date: Day(number: 20_260_301),
        attendance: [Attendance(party: 0), Attendance(party: 4)]),
      Event(
        id: "E2", name: "f", date: Day(number: 20_260_601), attendance: [Attendance(party: 0)]),
    ]
    let plain = SmallTrust.network(records)
    var teams = plain.teams
    teams[0].lead = "p0"
    teams[0].attributes["objective"] = "every child included"
    let network = Network(
      title: "t", people: plain.people, teams: teams, schools: plain.schools,
      partners: plain.partners, ties: plain.ties,
      workingGroups: [
        WorkingGroup(members: [0, 1, 4], attributes: ["goal": "G1", "Lead": "p4"]),
        WorkingGroup(members: [1, 5], attributes: ["purpose": "sums"]),
      ], records: records)
    let register = TeamRegister(Study(network, by: .school))
    let groups = register.teams.filter(\.isNetwork)
    #expect(groups.count == 2 && register.unasked(of: groups).isEmpty)
    #expect(groups[0].lead == 4 && groups[0].objective == "Reading")
    #expect(groups[0].criteria == "% at age" && groups[0].lacks.isEmpty)
    #expect(groups[0].lastMet == Day(number: 20_260_301))
    #expect(groups[1].lacks == ["lead", "success criteria"] && groups[1].lastMet == nil)
    // Teams of a school are asked for a lead and an objective, where others give one, and for no criteria.
    #expect(register.teams.first { $0.team == 1 }?.lacks == ["lead", "objective"])
  }

  /// Where no group spans the trust, every school is in none, and none is said to be in one.
  @Test func noGroupAcross() {
    let register = TeamRegister(Study(SmallTrust.network(), by: .school))
    #expect(!register.hasGroupsAcross && register.neverRepresented.isEmpty)
  }

  @Test func schoolsInNoGroup() {
    let plain = SmallTrust.network()
    let network = Network(
      title: "t", people: plain.people, teams: plain.teams, schools: plain.schools,
      ties: Ties(), workingGroups: [WorkingGroup(members: [0, 7])])
    #expect(TeamRegister(Study(network, by: .school)).neverRepresented == [1])
  }

  /// Whoever has no one school or role on record spans no further one; a school that has closed is in no group and misses none.
  @Test func whatCannotBePlacedAndWhatHasClosed() throws {
    let plain = SmallTrust.network()
    var (people, schools) = (plain.people, plain.schools)
    people.school[1] = People.severalSchools
    people.role?.codes = [0, -1, 0, 0, 0, 1, 1, 1]
    schools.append(School(id: "C", name: "Cedar School", closed: Day(number: 20_250_831)))
    schools.append(School(id: "D", name: "Damson School"))
    let network = Network(
      title: "t", people: people, teams: plain.teams, schools: schools,
      ties: Ties(), workingGroups: [WorkingGroup(members: [0, 4])],
      newestDay: Day(number: 20_261_001))
    let study = Study(network, by: .school)
    let register = TeamRegister(study)
    let inclusion = try #require(register.teams.first { $0.team == 0 })
    #expect(inclusion.span == 0 && inclusion.variety == 0)
    #expect(register.neverRepresented == [3] && study.schools == [0, 1, 3])
  }
}
