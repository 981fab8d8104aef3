import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

@Suite struct SchoolMatchTests {
  /// Each has what the other seeks: 2 + 2 + 1, same phase and hub 2, no tie between them: strangers, 7.
  @Test func bothWays() throws {
    let study = Study(SmallTrust.network(), by: .school)
    let match = try #require(SchoolMatch.all(study).first)
    #expect(match.score == 7 && match.isBothWays && match.stage == .none && match.ties == 0)
    #expect(match.fromB == ["forest days"] && match.fromA == ["help with phonics"])
    #expect(match.next == "introduce two people, one from each")
  }

  @Test func nothingSaidOrOffered() {
    #expect(SchoolMatch.all(study(.karate)).isEmpty)
  }

  @Test func neighboursBelowChance() {
    let found = CompetingNeighbours.all(
      Study(SmallTrust.network(), by: .school), minGroup: 3)
    #expect(found.count == 1 && found[0].seen == 0 && found[0].ratio == 0 && found[0].expected > 0)
    #expect(
      CompetingNeighbours.all(Study(SmallTrust.network(), by: .school), minGroup: 5).isEmpty)
  }
}
