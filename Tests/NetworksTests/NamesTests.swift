import Testing

@testable import Networks

@Suite struct NamesTests {
  @Test func aNameOfSeveralIsFollowedByWhatTellsThemApart() {
    #expect(toldApart(["A", "B", "A"], by: ["1", "2", "3"]) == ["A (1)", "B", "A (3)"])
    #expect(toldApart(["A", "B"], by: ["1", "2"]) == ["A", "B"])
    #expect(toldApart([], by: []) == [])
  }

  @Test func schoolsAndPartnersOfOneNameAreToldApartByTheirId() {
    let network = Network(
      title: "T", people: People(),
      schools: [
        School(id: "S1", name: "St Mary's"), School(id: "S2", name: "St Mary's"),
        School(id: "S3", name: "Central team"), School(id: "S4", name: "Oakfield"),
      ],
      partners: [Partner(id: "X1", name: "Police"), Partner(id: "X2", name: "Police")])
    #expect(
      network.schools.map(\.name)
        == ["St Mary's (S1)", "St Mary's (S2)", "Central team (S3)", "Oakfield"])
    #expect(network.partners.map(\.name) == ["Police (X1)", "Police (X2)"])
    #expect(network.replacing(teams: []).schools.map(\.name) == network.schools.map(\.name))
  }

  /// A school that became an academy is called as it was; the one that closed is told apart.
  @Test func theOpenOneOfTwoSchoolsKeepsTheName() {
    let network = Network(
      title: "T", people: People(),
      schools: [
        School(id: "1", name: "Ashby", closed: Day(year: 2024, month: 8, day: 31)),
        School(id: "2", name: "Ashby"), School(id: "3", name: "Birch"),
      ])
    #expect(network.schools.map(\.name) == ["Ashby (1)", "Ashby", "Birch"])
  }

  @Test func teamsOfOneNameAreToldApartByTheirSchoolOrElseTheirId() {
    let network = Network(
      title: "T", people: People(),
      teams: [
        Team(id: "T1", name: "Teaching", school: 0), Team(id: "T2", name: "Teaching", school: 1),
        Team(id: "T3", name: "Teaching", school: 1), Team(id: "T4", name: "Finance", school: nil),
        Team(id: "T5", name: "Teaching", school: nil),
      ],
      schools: [School(id: "S1", name: "Oakfield"), School(id: "S2", name: "Northgate")])
    #expect(
      network.namedTeams.map(\.name) == [
        "Teaching (Oakfield)", "Teaching (Northgate) (T2)", "Teaching (Northgate) (T3)", "Finance",
        "Teaching (T5)",
      ])
  }
}
