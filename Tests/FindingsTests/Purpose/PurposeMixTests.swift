@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct PurposeMixTests {
  @Test func sharesAndForms() {
    var records = Records()
    records.events = [
      Event(id: "1", name: "a", isPlanned: true), Event(id: "2", name: "b", isPlanned: false),
      Event(id: "3", name: "c"),
    ]
    let mix = PurposeMix(SmallTrust.network(records), during: .all)
    #expect(mix.total == 8 && mix.linkedToGoal == 3 && mix.withOutcome == 1)
    #expect(mix.strategic == 3 && mix.operational == 2 && mix.unsorted == 3)
    #expect(mix.formal.ties == 3 && mix.informal.ties == 5 && mix.formal.across == 0)
    #expect(mix.planned == 1 && mix.reactive == 1)
  }

  /// Two schools at work on one purpose, without a tie over it.
  @Test func effortsApart() {
    let plain = SmallTrust.network()
    var ties = plain.ties
    ties.attributes.append(
      Column(
        name: "purpose", codes: [0, -1, 0, -1, 1, -1, -1, -1], values: ["Reading", "reading"]))
    let network = Network(
      title: "t", people: plain.people, teams: plain.teams, schools: plain.schools,
      partners: plain.partners, ties: ties)
    let mix = PurposeMix(network, during: .all)
    #expect(mix.efforts.count == 1)
    #expect(mix.efforts.first?.schools == [0, 1] && mix.efforts.first?.pairs == 1)
    #expect(mix.efforts.first?.meeting == 0)
  }
}
