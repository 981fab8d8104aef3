@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct GivingBalanceTests {
  /// p0 is asked by p1, asks p2, works both ways with nobody, presented once and listened once.
  @Test func givenAndReceived() {
    var records = Records()
    records.events = [
      Event(id: "1", name: "a", attendance: [Attendance(party: 0, role: "presenter")]),
      Event(
        id: "2", name: "b",
        attendance: [Attendance(party: 0), Attendance(party: 4, role: "presenter")]),
    ]
    records.ideas = [
      Idea(id: "i", title: "t", carriers: [0], adopters: [SmallTrust.schoolB]),
      Idea(id: "j", title: "u", carriers: [0]),
    ]
    let plain = SmallTrust.network(records)
    let network = Network(
      title: "t", people: plain.people, teams: plain.teams, schools: plain.schools,
      partners: plain.partners,
      ties: Ties(from: [1, 0], to: [0, 2], isDirected: [true, true]), records: records)
    let found = GivingBalance(Study(network, by: .school), of: 0)
    #expect(found.asked == 1 && found.asks == 1 && found.mutual == 0)
    #expect(found.presented == 1 && found.listened == 1 && found.carried == 1)
    #expect(found.given == 3 && found.received == 2 && found.balance == 0.2)
  }

  /// Whoever helped gave, be it written first; whoever was helped by somebody, or asked, received.
  @Test func theKindOfATieTellsWhoGave() {
    let plain = SmallTrust.network()
    let kinds = ["helped", "Supported", "asked", "helped by", "contact"]
    let network = Network(
      title: "t", people: plain.people, teams: plain.teams, schools: plain.schools,
      partners: plain.partners,
      ties: Ties(
        from: [0, 0, 0, 0, 0], to: [1, 2, 3, 4, 5], isDirected: [true, true, true, true, true],
        attributes: [Column(name: "kind", codes: [0, 1, 2, 3, 4], values: kinds)]))
    let study = Study(network, by: .school)
    let found = GivingBalance(study, of: 0)
    #expect(found.given == 2 && found.received == 3 && found.balance == -0.2)
    #expect(GivingBalance(study, of: 1).received == 1 && GivingBalance(study, of: 3).given == 1)
  }

  /// A tie without a direction tells neither who gives nor who receives.
  @Test func tiesWithoutADirectionTellNeither() {
    let found = GivingBalance(Study(SmallTrust.network(), by: .school), of: 0)
    #expect(found.undirected == 2 && found.mutual == 0 && found.given == 0)
    #expect(found.balance == nil && !found.canBeTold)
  }

  @Test func helpBothWaysIsMutualAndOneDirectedTieMakesItTold() {
    let plain = SmallTrust.network()
    let network = Network(
      title: "t", people: plain.people, teams: plain.teams, schools: plain.schools,
      partners: plain.partners,
      ties: Ties(from: [0, 1, 2], to: [1, 0, 0], isDirected: [true, true, false]))
    let study = Study(network, by: .school)
    let found = GivingBalance(study, of: 0)
    #expect(found.mutual == 1 && found.asked == 0 && found.asks == 0 && found.undirected == 1)
    #expect(found.balance == 0 && found.canBeTold)
    // Of somebody without a tie nothing is recorded, in files that tell of others.
    #expect(GivingBalance(study, of: 7).balance == nil && GivingBalance(study, of: 7).canBeTold)
  }
}
