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
    #expect(inclusion.lacks == ["lead", "objective", "success criteria"])
    let group = try #require(register.teams.first { $0.team == nil })
    #expect(isNear(group.span, 4.0 / 9) && group.schools == [0, 1])
    #expect(group.name == "Working group: reading")
    #expect(register.neverRepresented.isEmpty)
  }

  @Test func schoolsInNoGroup() {
    let plain = SmallTrust.network()
    let network = Network(
      title: "t", people: plain.people, teams: plain.teams, schools: plain.schools,
      ties: Ties(), workingGroups: [WorkingGroup(members: [0, 7])])
    #expect(TeamRegister(Study(network, by: .school)).neverRepresented == [1])
  }
}
