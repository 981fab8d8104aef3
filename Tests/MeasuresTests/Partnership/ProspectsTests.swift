import Measures
import Networks
import Testing

@Suite struct ProspectsTests {
  private func records() -> Records {
    var records = Records()
    records.needs = [
      Need(id: "N1", statement: "Counselling for anxious pupils", from: [SmallTrust.schoolB]),
      Need(id: "N2", statement: "Counselling, again", from: [SmallTrust.schoolB], isMet: true),
      Need(id: "N3", statement: "A garden", from: [SmallTrust.schoolA]),
    ]
    return records
  }

  @Test func whoCouldHelpAndWhoKnowsThem() throws {
    let network = SmallTrust.network(records())
    let found = Prospect.all(network, Contacts(network, during: .all))
    let clinic = try #require(found.first { $0.partner == SmallTrust.health })
    #expect(clinic.wish == "Counselling for anxious pupils" && clinic.reason == ["counselling"])
    #expect(clinic.knownBy == [0, 1] && clinic.by == SmallTrust.schoolB)
    // The residents seek coaching, which Alder School offers: something to give back, and first.
    #expect(found.first?.partner == SmallTrust.community && found.first?.isMutual == true)
    #expect(!found.contains { $0.wish == "Counselling, again" })
  }

  @Test func notWhomThatSideHasAlready() {
    var partnered = records()
    partnered.partnerships = [Partnership(partner: SmallTrust.health, with: SmallTrust.schoolB)]
    let network = SmallTrust.network(partnered)
    let found = Prospect.all(network, Contacts(network, during: .all))
    #expect(!found.contains { $0.partner == SmallTrust.health })
  }
}
