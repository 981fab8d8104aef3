import GraphEngine
import Networks
import Testing

@Suite struct GroupingTests {
  private var network: Network {
    Network(
      title: "T",
      people: People(
        ids: ["a", "b", "c", "d"], names: ["A", "B", "C", "D"],
        school: [0, 1, People.centralTeam, People.unknownSchool],
        teams: TeamLists(main: [0, -1, 1, 1]),
        role: Column(name: "role", codes: [0, 0, -1, 0], values: ["Teacher"]),
        isHidden: [false, false, false, false], response: [.yes, .no, .unknown, .yes],
        started: [nil, nil, nil, nil], ended: [nil, nil, nil, nil],
        attributes: [
          Column(name: "Site Code", codes: [0, 1, 2, 0], values: ["G2", "G2/G3", "G3"])
        ]),
      teams: [Team(id: "t1", name: "One", kind: "pastoral"), Team(id: "t2", name: "Two")],
      schools: [
        School(id: "s1", name: "Oak", phase: "Primary", hub: "North"),
        School(id: "s2", name: "Elm", hub: "North", attributes: ["Type": "Academy"]),
      ])
  }

  /// To the central team, which is no school, no school is another.
  @Test func whatIsBesideAGroup() {
    #expect(Boundary.school.others(beside: ["Oak"]) == "other schools")
    #expect(Boundary.school.other(beside: ["Central team"]) == "school")
    #expect(Boundary.school.others(beside: ["Central team", "Oak"]) == "other schools")
    #expect(Boundary.hub.other(beside: ["Central team"]) == "other hub")
  }

  @Test func schoolsAndTheCentre() {
    let groups = network.groups(by: .school, among: [0, 1, 2, 3])
    #expect(groups.ids == ["central", "s1", "s2"])
    #expect(groups.partition.names == ["Central team", "Oak", "Elm"])
    #expect(groups.partition.groupOf == [1, 2, 0, -1])
  }

  @Test func throughSchoolsAndTeams() {
    #expect(network.groups(by: .phase, among: [0, 1, 2, 3]).partition.groupOf == [0, -1, -1, -1])
    #expect(network.groups(by: .hub, among: [0, 1, 2, 3]).partition.groupOf == [0, 0, -1, -1])
    #expect(network.groups(by: .teamKind, among: [0, 1, 2]).ids == ["pastoral"])
    #expect(network.groups(by: .role, among: [0, 1, 2, 3]).partition.missingCount == 1)
  }

  @Test func cellsThatNameSeveralGroupsBelongToNone() {
    let site = network.groups(by: Boundary("Site Code"), among: [0, 1, 2, 3])
    #expect(site.ids == ["G2", "G3"])
    #expect(site.partition.groupOf == [0, -1, 1, 0])
  }

  @Test func namesAreFoundHoweverTheyAreTyped() {
    #expect(network.boundary(named: "site-code") == Boundary("Site Code"))
    #expect(network.boundary(named: "TEAM KIND") == .teamKind)
    #expect(network.boundary(named: "type") == Boundary("school.Type"))
    #expect(Boundary("school.Type").singular == "Type" && Boundary("school.Type").plural == "Types")
    #expect(network.boundary(named: "colour") == nil)
  }
}
