import GraphEngine
import Networks
import TestSupport
import Testing

@testable import Findings
@testable import Measures

@Suite struct SchoolMatchTests {
  /// Each has what the other seeks: 2 + 2 + 1, same phase and hub 2: 7.
  ///
  /// Of schools of four nothing is said about ties.
  @Test func bothWays() throws {
    let study = Study(SmallTrust.network(), by: .school)
    let match = try #require(SchoolMatch.all(Analysis(of: study), showsAll: true).first)
    #expect(match.score == 7 && match.isBothWays && match.isWantedBothWays)
    #expect(match.stage == nil && match.ties == nil)
    #expect(match.fromB.map(\.what) == ["forest days"])
    #expect(match.fromB.map(\.why) == ["they offer forest school"])
    #expect(match.fromA.map(\.what) == ["help with phonics"])
    #expect(match.next == "introduce two people, one from each")
  }

  @Test func nothingSaidOrOffered() {
    #expect(SchoolMatch.all(Analysis(of: study(.karate)), showsAll: true).isEmpty)
  }

  /// Chance gives the two less than one tie: that they have none says nothing.
  @Test func neighboursOfTooFewTies() {
    let study = Study(SmallTrust.network(), by: .school)
    var rules = VerdictRules()
    rules.minGroup = 3
    let found = CompetingNeighbours.all(Analysis(of: study, rules: rules), showsAll: true)
    #expect(found.apart.isEmpty && found.judged == 0 && found.tooFew == 1)
    // Schools of fewer than five are not shown.
    #expect(CompetingNeighbours.all(Analysis(of: study), showsAll: true).tooFew == 0)
  }

  /// Two schools of six; what the first asks for, the second's staff know.
  private func trust(_ seeks: String, offers: String = "", hidden: Set<Int> = []) -> Knowing {
    var trust = Knowing(people: 12)
    trust.schools = (0..<12).map { $0 / 6 }
    trust.hidden = hidden
    trust.topics = [
      Topic.Entry("SEND", origin: .own),
      Topic.Entry("Autism", broader: "SEND", synonyms: ["ASD", "autistic spectrum"], origin: .own),
      Topic.Entry("Coaching", origin: .own),
    ]
    trust.schoolWords = [["seeks": seeks], ["offers": offers]]
    return trust
  }

  private func matches(_ trust: Knowing) -> [SchoolMatch] {
    SchoolMatch.all(Analysis(of: Study(trust.network, by: .school)), showsAll: true)
  }

  /// By synonym, by a part, and by the whole; as well as by three who know, or one who leads.
  @Test(arguments: [
    ("autistic spectrum", "Autism", "several know Autism"),
    ("help with ASD", "Autism", nil),
    ("SEND", "Autism", "several know Autism, which is part of SEND"),
    ("autism", "SEND", "several know SEND, of which Autism is part"), ("coaching", "Autism", nil),
    ("autism coaching", "Autism", nil),
  ]) func topicsThatAnswer(seeks: String, known: String, why: String?) {
    var trust = trust(seeks)
    for person in [Int32(6), 7, 8] { trust.know(person, known, 2) }
    let asked = matches(trust).flatMap(\.fromB).filter { $0.need == .asked }
    #expect(asked.map(\.why) == (why.map { [$0] } ?? []), "\(seeks)")
    #expect(asked.allSatisfy { $0.strength > 0 && !$0.isOffered && $0.worth == 1.5 })
  }

  @Test func oneWhoLeadsAndTwoWhoDoNot() {
    var leads = trust("autism")
    leads.know(6, "Autism", 4)
    #expect(matches(leads).first?.fromB.first?.why == "one or two lead on Autism")
    var two = trust("autism")
    two.know(6, "Autism", 2)
    two.know(7, "Autism", 2)
    #expect(matches(two).isEmpty)
  }

  /// What only hidden people know is offered by nobody, and what they seek is sought by nobody.
  @Test func hiddenPeopleCountForNothing() {
    var trust = trust("autism", hidden: [6, 7, 8, 0, 1])
    for person in [Int32(6), 7, 8] { trust.know(person, "Autism", 5) }
    trust.wishes = [(0, "Coaching"), (1, "Coaching")]
    for person in [Int32(9), 10, 11] { trust.know(person, "Coaching", 2) }
    // Of a school of which nobody has listed anything nothing is said to be missing.
    #expect(matches(trust).isEmpty)
    trust.know(2, "SEND", 2)
    let found = matches(trust).flatMap { $0.fromA + $0.fromB }
    #expect(!found.isEmpty && found.allSatisfy { $0.what == "Coaching" && $0.need == .missing })
  }

  /// An offer in words goes before what staff know; two wishes before a topic that is only missing.
  @Test func whatCountsMost() throws {
    var trust = trust("autism", offers: "ASD visits; autistic spectrum")
    for person in [Int32(6), 7, 8] { trust.know(person, "Coaching", 2) }
    trust.know(0, "SEND", 2)
    let missing = try #require(matches(trust).first)
    #expect(missing.fromB.map(\.need) == [.asked, .missing])
    #expect(missing.fromB[0].why == "they offer autistic spectrum" && missing.fromB[0].worth == 2)
    #expect(missing.score == 2)
    trust.wishes = [(0, "Coaching"), (1, "Coaching")]
    #expect(matches(trust).first?.fromB.map(\.need) == [.asked, .sought])
  }

  @Test func schoolsWithFewStaffSayOnlyWhatTheyWrite() {
    var trust = trust("autism")
    trust.schools = (0..<12).map { $0 < 8 ? 0 : 1 }
    for person in [Int32(8), 9, 10] { trust.know(person, "Autism", 5) }
    #expect(matches(trust).isEmpty)
    var rules = VerdictRules()
    rules.minGroup = 3
    #expect(
      !SchoolMatch.all(
        Analysis(of: Study(trust.network, by: .school), rules: rules), showsAll: true
      ).isEmpty)
  }
}
