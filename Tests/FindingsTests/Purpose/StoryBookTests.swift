@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct StoryBookTests {
  @Test func diversityOfWhoTookPart() {
    var records = Records()
    records.stories = [
      Story(id: "S1", title: "a", parties: [0, 1, SmallTrust.health]),
      Story(id: "S2", title: "b", parties: [0, 4, SmallTrust.health, 7]),
      Story(id: "S3", title: "c"),
    ]
    let book = StoryBook(SmallTrust.network(records))
    #expect(isNear(book.stories[0].diversity, 1 - 4.0 / 9 - 1.0 / 9))
    #expect(book.stories[1].diversity == 0.75)
    #expect(book.stories[1].sides == ["Alder School", "Birch School", "Central team", "health"])
    #expect(book.stories[2].diversity == nil)
  }

  @Test func ideasThatSomebodyCarriedAcross() {
    var records = Records()
    records.ideas = [
      Idea(
        id: "1", title: "a", origin: [SmallTrust.health], carriers: [0],
        adopters: [SmallTrust.schoolA, SmallTrust.schoolB]),
      Idea(id: "2", title: "b", origin: [SmallTrust.schoolA], adopters: [SmallTrust.schoolB]),
      Idea(id: "3", title: "c", origin: [SmallTrust.health], carriers: [0]),
      Idea(id: "4", title: "d", origin: [0], carriers: [1], adopters: [SmallTrust.schoolA]),
    ]
    let book = StoryBook(SmallTrust.network(records))
    #expect(book.trails.map(\.cameThroughBridge) == [true, false, false, false])
    #expect(book.trails.map(\.isAdopted) == [true, true, false, true])
    #expect(isNear(book.bridgedShare, 1.0 / 3) && book.trails[0].schools == [0, 1])
    #expect(StoryBook(SmallTrust.network()).bridgedShare == nil)
  }
}
