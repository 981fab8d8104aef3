@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct StoryBookTests {
  /// A partner in a story stands for itself alone, not for a team of the centre that it has a partnership with.
  @Test func whichPartnershipsAStoryIsOfAndWhatHasNone() {
    let plain = SmallTrust.network()
    var teams = plain.teams
    teams[1].school = nil
    var records = Records()
    records.goals = [Goal(id: "G1", statement: "a"), Goal(id: "G2", statement: "b")]
    records.partnerships = [
      Partnership(partner: SmallTrust.health, with: 9),
      Partnership(partner: SmallTrust.health, with: SmallTrust.schoolA),
      Partnership(partner: SmallTrust.community, with: Partnership.trust),
    ]
    records.stories = [
      Story(id: "1", title: "of the school", parties: [SmallTrust.health, 0], goal: 1)
    ]
    let network = Network(
      title: "t", people: plain.people, teams: teams, schools: plain.schools,
      partners: plain.partners, ties: plain.ties, records: records)
    let book = StoryBook(network)
    #expect(book.stories[0].partnerships == [1])
    #expect(book.untoldGoals == [0] && book.untoldPartners == [SmallTrust.community])
  }

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
    #expect(book.withParties == 2 && book.acrossSides == 2)
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

  /// Whoever is in several schools is of no side, and so not of the central team.
  @Test func peopleWhoCannotBePlaced() {
    var records = Records()
    records.stories = [Story(id: "S1", title: "a", parties: [0, 4])]
    records.ideas = [
      Idea(
        id: "1", title: "a", origin: [SmallTrust.schoolA], carriers: [0], adopters: [4])
    ]
    let plain = SmallTrust.network(records)
    var people = plain.people
    people.school[4] = People.severalSchools
    let network = Network(
      title: "t", people: people, teams: plain.teams, schools: plain.schools,
      partners: plain.partners, ties: plain.ties, records: records)
    let book = StoryBook(network)
    #expect(book.stories[0].sides == ["Alder School"] && book.acrossSides == 0)
    #expect(book.trails.map(\.cameThroughBridge) == [false])
    #expect(IdeaBridges(book, Study(network, by: .school)).seen == 0)
  }
}
