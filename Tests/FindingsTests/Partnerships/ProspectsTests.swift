@testable import Findings
import Measures
import Networks
import TestSupport
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
    let found = Prospect.all(Analysis(of: Study(network, by: .school)))
    let clinic = try #require(found.first { $0.partner == SmallTrust.health })
    #expect(clinic.wish == "Counselling for anxious pupils" && clinic.reason == "counselling")
    #expect(clinic.knownBy == [0, 1] && clinic.by == SmallTrust.schoolB)
    // The residents seek coaching, which Alder School offers: something to give back, and first.
    #expect(found.first?.partner == SmallTrust.community && found.first?.isMutual == true)
    #expect(!found.contains { $0.wish == "Counselling, again" })
  }

  @Test func notWhomThatSideHasAlready() {
    var partnered = records()
    partnered.partnerships = [Partnership(partner: SmallTrust.health, with: SmallTrust.schoolB)]
    let network = SmallTrust.network(partnered)
    let found = Prospect.all(Analysis(of: Study(network, by: .school)))
    #expect(!found.contains { $0.partner == SmallTrust.health })
  }

  /// By topic: a synonym, a part; not by a word of a wish about several topics.
  @Test func topicsOfTheirOffers() throws {
    var trust = Knowing(people: 12)
    trust.schools = (0..<12).map { $0 / 6 }
    trust.topics = [
      Topic.Entry("SEND", origin: .own),
      Topic.Entry("Autism", broader: "SEND", synonyms: ["ASD"], origin: .own),
      Topic.Entry("Phonics", origin: .own), Topic.Entry("Coaching", origin: .own),
      Topic.Entry("Sign language", synonyms: ["BSL"], origin: .own),
    ]
    trust.schoolWords = [["seeks": "SEND; phonics coaching", "offers": "coaching"]]
    trust.wishes = [(0, "Sign language")]
    trust.partners = [
      Partner(id: "X1", name: "Club", attributes: ["offers": "ASD; coaching in football"]),
      Partner(
        id: "X2", name: "Deaf Society", attributes: ["offers": "BSL", "seeks": "coaching"]),
    ]
    let found = Prospect.all(Analysis(of: Study(trust.network, by: .school)))
    #expect(found.map(\.wish) == ["SEND", "Sign language, which nobody here has listed"])
    #expect(found.map(\.reason) == ["Autism, which is part of SEND", "Sign language"])
    #expect(found.map(\.by) == [12, nil] && found[0].isMutual == false)
    var known = trust
    known.know(3, "Sign language")
    #expect(Prospect.all(Analysis(of: Study(known.network, by: .school))).map(\.wish) == ["SEND"])
  }
}
