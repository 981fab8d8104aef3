import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

@Suite struct TranslatorsTests {
  /// p0 knows the clinic; only a tie with another school makes a translator.
  @Test func liaisonsBetweenThreeGroups() {
    let alone = Translators().finding(in: Study(SmallTrust.network(), by: .school))
    #expect(alone.value() == 0)
    let plain = SmallTrust.network()
    var ties = plain.ties
    ties.from.append(0)
    ties.to.append(5)
    ties.depth.append(3)
    ties.started.append(0)
    for column in ties.attributes.indices { ties.attributes[column].codes.append(-1) }
    let joined = Network(
      title: "t", people: plain.people, teams: plain.teams, schools: plain.schools,
      partners: plain.partners, ties: ties)
    let found = Translators().finding(in: Study(joined, by: .school))
    #expect(found.person(0) == 1 && found.value() == 1 && found.value(.group("A")) == 1)
    // p4 knows the university, which is education.
    #expect(found.person(4) == 0)
  }

  /// The slow twin: every triple, on the same network.
  @Test func countsEveryTriple() {
    let study = Study(SmallTrust.network(), by: .hub)
    let found = Translators().finding(in: study)
    #expect(found.value() == 0)
    #expect(
      Translators().finding(
        in: Classic.karate.groups.isEmpty ? study : TestSupport.study(.karate))[.network]?
        .undefined == .noPartners)
  }
}
