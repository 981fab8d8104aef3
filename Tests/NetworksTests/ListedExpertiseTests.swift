import TestSupport
import Testing

@testable import Networks

/// Topics in a copy with names are those of lists and of people who may be named.
@Suite struct ListedExpertiseTests {
  @Test func topicsThatHiddenPeopleAloneNamedAreGone() throws {
    let tree = TopicTree([
      Topic.Entry("Reading", origin: .own),
      Topic.Entry("Phonics", broader: "Reading", synonyms: ["letters and sounds"], origin: .own),
      Topic.Entry("Falconry", origin: .claimed), Topic.Entry("Chess", origin: .claimed),
    ])
    func place(_ name: String) throws -> Int32 { try #require(tree.place(of: name)) }
    let network = Network(
      title: "Made",
      people: People(
        ids: ["a", "b"], names: ["Ann", "Bo"], school: [0, 0],
        teams: TeamLists(main: [-1, -1]), isHidden: [false, true],
        response: [.unknown, .unknown], started: [nil, nil], ended: [nil, nil]),
      schools: [School(id: "S", name: "Ash")], ties: Ties(from: [], to: []),
      expertise: Expertise(
        topics: tree,
        skills: [
          Skill(person: 0, topic: try place("Chess"), level: .confident),
          Skill(person: 0, topic: try place("Phonics")),
          Skill(person: 1, topic: try place("Falconry")),
        ], wishes: [Wish(person: 1, topic: try place("Reading"))]))
    let listed = network.withListedExpertise.expertise
    #expect(listed.topics.topics.map(\.name) == ["Chess", "Phonics", "Reading"])
    #expect(listed.topics.place(of: "falconry") == nil)
    #expect(listed.topics.place(of: "letters and sounds") == listed.topics.place(of: "Phonics"))
    #expect(listed.skills.map { listed.topics[$0.topic].name } == ["Chess", "Phonics"])
    #expect(listed.skills.first?.level == .confident && listed.wishes.isEmpty)
    let phonics = try #require(listed.topics.place(of: "Phonics"))
    #expect(listed.topics[phonics].broader == listed.topics.place(of: "Reading"))
    #expect(
      listed.topics.narrower(than: try #require(listed.topics.place(of: "Reading"))).map(\.topic)
        == [phonics])
  }
}
