import Networks
import TestSupport
import Testing

@testable import Findings
@testable import Measures

@Suite struct SchoolAimsTests {
  /// Schools of six and five; p0 and p1 seek music, three of the second know phonics, one leads on autism.
  private func trust() -> Knowing {
    var trust = Knowing(people: 11)
    trust.schools = (0..<11).map { $0 < 6 ? 0 : 1 }
    trust.topics = [
      Topic.Entry("Reading", origin: .own),
      Topic.Entry("Phonics", broader: "Reading", origin: .own),
      Topic.Entry("Autism", origin: .own), Topic.Entry("Music", origin: .own),
    ]
    trust.schoolWords = [["Seeks": "phonics | a garden; "], ["offers": "visits"]]
    trust.wishes = [(0, "Music"), (1, "Music"), (2, "Autism")]
    for person in [Int32(6), 7, 8] { trust.know(person, "Phonics", 2) }
    trust.know(9, "Autism", 3)
    trust.know(10, "Music", 2)
    return trust
  }

  private func names(_ topics: [Int32], _ aims: SchoolAims) -> [String] {
    topics.map { aims.topics[$0].name }
  }

  @Test func whatIsAskedSoughtAndMissing() {
    let network = trust().network(needs: [
      Need(id: "1", statement: "Quiet rooms", from: [0]),
      Need(id: "2", statement: "Cover", from: [1], isMet: true),
    ])
    let aims = SchoolAims(Knowledge(network), minGroup: 5)
    #expect(aims.asked[0].map(\.text) == ["Quiet rooms", "a garden", "phonics"])
    #expect(aims.asked[0].map { names($0.topics, aims) } == [[], [], ["Phonics"]])
    #expect(aims.offered == [[], ["visits"]])
    // One who seeks is no reason for a school; two are.
    #expect(aims.sought.map { names($0, aims) } == [["Music"], []])
    #expect(names(aims.missing[1], aims).contains("Music"))
    #expect(!names(aims.missing[1], aims).contains("Phonics"))
  }

  /// Well known is what three hold or one leads on, weighed by X1; what two hold is not.
  @Test func whatASchoolCouldHelpWith() throws {
    let knowledge = trust().knowledge
    let aims = SchoolAims(knowledge, minGroup: 5)
    let answers = aims.answers[1]
    #expect(names(answers.keys.sorted(), aims) == ["Autism", "Phonics", "Reading"])
    let reading = try #require(answers[aims.topics.place(of: "Reading") ?? -1])
    #expect(aims.topics[reading.known].name == "Phonics" && reading.kin == .part)
    let weights = knowledge.holders(of: reading.known).map(\.weight.value)
    #expect(reading.strength.holders == 3)
    #expect(abs(reading.strength.weight - weights.reduce(0, +)) < 1e-12)
    #expect(aims.answers[0].isEmpty)
  }

  @Test func fewStaffAndHiddenOnes() {
    #expect(SchoolAims(trust().knowledge, minGroup: 6).answers[1].isEmpty)
    var hidden = trust()
    hidden.hidden = [0, 6, 9]
    let aims = SchoolAims(hidden.knowledge, minGroup: 5)
    #expect(aims.answers[1].isEmpty && aims.sought[0].isEmpty)
  }
}
