import Foundation
import Intake
import Measures
import Networks
import TestSupport
import Testing

@testable import ExpertiseSearch

/// Narrower topics answer for a broader one, and what is said when nobody knows either.
@Suite struct BroaderTopicTests {
  /// Ten people; what they know is given as lines of expertise.csv.
  private func finder(_ skills: String, topics: String = "") throws -> Finder {
    let people = (1...10).map { "P\($0),Person\($0),S\($0 % 2),Teacher\n" }.joined()
    var files = [
      "people.csv": "id,name,school,role\n" + people,
      "schools.csv": "id,name,phase\nS0,Elm School,Primary\nS1,Oak School,Secondary\n",
      "collaborations.csv": "from,to\nP1,P2\n",
      "expertise.csv": "person,topic,level,evidence\n" + skills,
    ]
    if !topics.isEmpty { files["topics.csv"] = "topic,broader,synonyms\n" + topics }
    let folder = Workdir(files)
    return Finder(Knowledge(try readNetwork(folder: folder.path).network))
  }

  private func ids(_ answer: Finder.Answer, _ finder: Finder) -> [String] {
    answer.matches.map { finder.knowledge.network.people.ids[Int($0.person)] }
  }

  @Test func aPartAnswersForTheWhole() throws {
    let finder = try finder("P1,Phonics,4,role\nP2,Early reading,4,role\n")
    let answer = try finder.find("reading")
    #expect(answer.unmet.isEmpty && answer.topics == ["Reading"])
    #expect(answer.byParts.map(\.topic) == ["Reading"])
    #expect(answer.byParts.first?.parts == ["Early reading", "Phonics"])
    #expect(ids(answer, finder) == ["P2", "P1"])
    #expect(answer.matches.map { $0.reasons[0].relation } == [.part(levels: 1), .part(levels: 2)])
    #expect(answer.matches.map { $0.reasons[0].fit } == [0.5, 0.25])
  }

  /// The trust says Early reading is part of English; the list that comes with Weft puts Reading between the two.
  @Test func aCoarserListOfTheTrustsOwnLosesNothing() throws {
    let finder = try finder(
      "P1,Early reading,4,role\n", topics: "Early reading,English,\nPhonics,Early reading,\n")
    #expect(try ids(finder.find("reading"), finder) == ["P1"])
    #expect(try finder.find("english").matches[0].reasons[0].fit == 0.5)
    // What the trust puts elsewhere is elsewhere.
    let other = try self.finder("P1,Early reading,4,role\n", topics: "Early reading,Nursery,\n")
    // Its name answers all the same.
    #expect(try other.find("reading").topics == ["Early reading"])
  }

  @Test func neverAboveAnEqualHolderOfTheTopicItself() throws {
    // One person holds the part, five the topic: by rarity alone the part would count more than twice as much.
    let finder = try finder(
      "P9,Autism,4,role\n" + (1...5).map { "P\($0),SEND,4,role\n" }.joined())
    let answer = try finder.find("SEND")
    #expect(ids(answer, finder).prefix(5).sorted() == ["P1", "P2", "P3", "P4", "P5"])
    #expect(ids(answer, finder).last == "P9")
    let (direct, part) = (answer.matches[0], answer.matches[5])
    #expect(finder.knowledge.entries(of: part.person).first?.weight.value ?? 0 > 2 * direct.score)
    #expect(part.score == direct.score / 2)
  }

  @Test func nobodyMeansNeitherItNorAPart() throws {
    let finder = try finder("P1,SEND,4,role\nP2,Attendance,3,role\nP3,Behaviour,3,role\n")
    let part = try #require(try finder.find("autism").unmet.first)
    #expect(part.name == "Autism" && part.words == nil)
    #expect(part.near.map { finder.knowledge.topics[$0].name } == ["SEND"])
    let sibling = try #require(try finder.find("keeping children safe").unmet.first)
    #expect(sibling.name == "Safeguarding")
    #expect(
      sibling.near.map { finder.knowledge.topics[$0].name } == ["Attendance", "Behaviour"])
    let far = try #require(try finder.find("dance").unmet.first)
    #expect(far.near.isEmpty && far.broader == nil)
    #expect(try finder.find("pastoral").unmet.isEmpty)
  }

  @Test func aTopicOfTheTrustsOwnIsFoundByItsWords() throws {
    let finder = try finder("P1,Reading rockets,4,role\nP2,Reading,4,role\n")
    let answer = try finder.find("reading")
    #expect(ids(answer, finder) == ["P2", "P1"])
    #expect(answer.matches[1].reasons[0].fit == 0.45)
  }

  @Test func aStageNobodyListsMeansItsSchools() throws {
    let finder = try finder("P1,Mathematics,5,role\nP2,Mathematics,3,role\n")
    let answer = try finder.find("who can help with year 6 SATs maths?")
    #expect(ids(answer, finder) == ["P2", "P1"])
    #expect(answer.instead.map(\.topic) == ["Key stage 2"] && answer.unmet.isEmpty)
    #expect(answer.places == ["primary schools"] && answer.meetingAll == 1)
    let listed = try self.finder("P1,Key stage 2,4,role\nP2,Mathematics,3,role\n")
    #expect(try listed.find("ks2 maths").instead.isEmpty)
  }

  @Test func whatSomebodyKnowsCountsOnce() throws {
    let finder = try finder("P1,SEND,4,role\n")
    let match = try #require(try finder.find("autism SEND").matches.first)
    #expect(match.met == 1 && match.reasons.count == 1)
    #expect(match.score == match.reasons[0].entry.weight.value)
    // A heading over what is asked for besides asks for nothing more.
    #expect(try finder.find("SEND inclusion").topics == ["SEND"])
    #expect(try finder.find("inclusion").topics == ["Inclusion"])
  }

  @Test func theTopicAboveDoesNotMeetTheQuestion() throws {
    let finder = try finder(
      "P1,English,5,qualification\nP2,Oracy,2,self\nP2,Writing,2,self\nP3,Oracy,5,role\n")
    let answer = try finder.find("oracy and writing")
    #expect(ids(answer, finder) == ["P2", "P3", "P1"])
    #expect(answer.matches.map(\.met) == [2, 1, 0] && answer.meetingAll == 1)
    // English is known besides, and yet it is Oracy that answers.
    let both = try self.finder("P1,English,5,qualification\nP1,Oracy,2,self\n")
    #expect(try both.find("oracy").matches[0].reasons.map(\.relation) == [.itself])
  }

  @Test func aWordThatMostOfARoleIsMeansTheRole() throws {
    let finder = try finder("P1,SEND,5,role\n")
    let answer = try finder.find("heads of department SEND")
    #expect(answer.unmet.map(\.name) == ["Middle leadership"])
    #expect(try finder.find("teachers with SEND").matches.first?.met == 2)
  }

  /// Docs/Expertise.md says what the code does.
  @Test func theFitsStandInTheDocument() throws {
    let page = String(
      decoding: FileManager.default.contents(atPath: packageFolder + "/Docs/Expertise.md")
        ?? Data(),
      as: UTF8.self)
    for line in [
      "| a topic that is part of it | \(TopicFit.eachLevel) for each level between |",
      "| the topic of which it is part | \(TopicFit.above) |",
      "| a topic with some of the words | \(TopicFit.someWords) x the share of its words |",
      "at most \(SearchText.longest) characters, of which \(SearchText.mostWords) words",
    ] { #expect(page.contains(line), "\(line)") }
  }
}
