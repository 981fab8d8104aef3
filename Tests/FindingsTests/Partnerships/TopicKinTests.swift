import Networks
import TestSupport
import Testing

@testable import Findings
@testable import Measures

@Suite struct TopicKinTests {
  private let tree = TopicTree([
    Topic.Entry("Pastoral", origin: .own),
    Topic.Entry("SEND", broader: "Pastoral", origin: .own),
    Topic.Entry("Autism", broader: "SEND", synonyms: ["ASD"], origin: .own),
    Topic.Entry("Music", origin: .own),
  ])

  private func place(_ name: String) -> Int32 { tree.place(of: name) ?? -1 }

  /// A topic answers itself, all that it is part of, and what is right below it.
  @Test func whatKnowingATopicAnswers() {
    func answered(_ name: String) -> [String] {
      tree.answered(by: place(name)).map { "\(tree[$0.topic].name) \($0.kin)" }
    }
    #expect(answered("Autism") == ["Autism same", "SEND part", "Pastoral part"])
    #expect(answered("SEND") == ["SEND same", "Pastoral part", "Autism whole"])
    #expect(answered("Pastoral") == ["Pastoral same", "SEND whole"])
    #expect(answered("Music") == ["Music same"])
    #expect(TopicKin.same.distance < TopicKin.part.distance)
    #expect(TopicKin.part.distance < TopicKin.whole.distance)
  }

  @Test func topicsOfATextAndTheirWords() {
    #expect(tree.topics(of: " asd ") == [place("Autism")])
    #expect(tree.topics(of: "music and autism") == [place("Autism"), place("Music")].sorted())
    #expect(tree.topics(of: "a garden").isEmpty)
    #expect(
      tree.words(place("Autism"), .part, for: place("SEND")) == "Autism, which is part of SEND")
    #expect(
      tree.words(place("SEND"), .whole, for: place("Autism")) == "SEND, of which Autism is part")
    #expect(tree.words(place("Music"), .same, for: place("Music")) == "Music")
  }

  @Test func everyTopicOfAWish() {
    let (autism, send, music) = (place("Autism"), place("SEND"), place("Music"))
    #expect(tree.answers([autism], all: [send]) && !tree.answers([autism], all: [send, music]))
    #expect(tree.answers([autism, music], all: [send, music]) && tree.answers([], all: []))
  }
}
