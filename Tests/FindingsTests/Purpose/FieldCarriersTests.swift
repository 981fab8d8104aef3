@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct FieldCarriersTests {
  /// p0 of school A is in touch with the clinic; a tie to p4 of school B makes them a carrier.
  @Test func whoCarriesWhatFromWhichField() throws {
    let plain = SmallTrust.network()
    func carriers(_ ties: Ties) -> FieldCarriers {
      FieldCarriers(
        Study(
          Network(
            title: "t", people: plain.people, teams: plain.teams, schools: plain.schools,
            partners: plain.partners, ties: ties), by: .school))
    }
    let found = carriers(
      Ties(
        from: [0, 0], to: [SmallTrust.health, 4],
        attributes: [Column(name: "purpose", codes: [0, -1], values: ["referrals"])]))
    let health = try #require(found.fields.first)
    #expect(found.fields.count == 1 && health.sector == "health" && health.carriers == [0])
    #expect(health.partners == [SmallTrust.health] && health.about == ["referrals"])
    #expect(health.groups.count == 1 && found.isTold)
    // The residents are on file and nobody is in touch with them; no partner is of the police.
    let community = try #require(found.missing.first { $0.sector == "community" })
    #expect(community.partners == [SmallTrust.community])
    #expect(found.missing.first { $0.sector == "police" }?.partners == [])
    #expect(!found.missing.contains { $0.sector == "health" || $0.sector == "education" })
    // Who is in touch and tied to nobody elsewhere carries nothing.
    #expect(carriers(Ties(from: [0, 0], to: [SmallTrust.health, 1])).fields.isEmpty)
    // A school that is in touch with the residents is somebody, though nobody says who.
    let bySchool = carriers(
      Ties(from: [0, SmallTrust.schoolA], to: [SmallTrust.health, SmallTrust.community]))
    #expect(!bySchool.missing.contains { $0.sector == "community" })
  }
}
