import Foundation
import Intake
import Networks
import TestSupport
import Testing

@Suite struct ExpertiseTests {
  private func expertise(_ files: [String: String]) throws -> (Network, Ledger) {
    let folder = Workdir(
      ["collaborations.csv": "from,to\nP1,P2\n", "people.csv": "id,name\nP1,Ann\nP2,Bo\n"].merging(
        files
      ) { _, new in new })
    return try readNetwork(folder: folder.path)
  }

  @Test func everyCell() throws {
    let (network, _) = try expertise([
      "expertise.csv":
        "person,topic,level,evidence,date,offers,seeks\nP2,synthetic phonics,5,peer,2024-03-11,training|coaching,\n"
        + "P1,Bee keeping,,,,,yes\n"
    ])
    let topics = network.expertise.topics
    // What somebody wrote is a topic of its own, part of the one that the starter list would have it stand for.
    let phonics = try #require(topics.place(of: "synthetic phonics"))
    #expect(topics[phonics].name == "synthetic phonics")
    #expect(topics.broader(than: phonics).contains { topics[$0].name == "Phonics" })
    #expect(
      network.expertise.skills == [
        Skill(
          person: 1, topic: phonics, level: .trainsOthers, evidence: .peer,
          date: Day(year: 2024, month: 3, day: 11), offers: [.coaching, .training])
      ])
    let bees = try #require(topics.place(of: "bee-keeping"))
    #expect(topics[bees].origin == .claimed)
    #expect(network.expertise.wishes == [Wish(person: 0, topic: bees)])
  }

  /// Rows whose person cannot be read leave open who knows their topics; wishes, denials and people left out do not.
  @Test func whoCouldNotBeRead() throws {
    let (network, _) = try expertise([
      "people.csv":
        "id,name,visibility\nP1,Ann,\nP2,Bo,\nP3,Cy,excluded\n",
      "expertise.csv":
        "person,topic,level,seeks\nP1,Phonics,3,\nP9,Phonics;Drama,4,\nP8,Music,,yes\nP7,History,none,\nP3,Art,4,\n,Latin,2,\n",
    ])
    let topics = network.expertise.topics
    #expect(Set(network.expertise.unread.map { topics[$0].name }) == ["Phonics", "Drama", "Latin"])
  }

  /// Who wrote a word that is none of those is told which they are.
  @Test func theWordsAreNamed() throws {
    let (_, ledger) = try expertise([
      "expertise.csv": "person,topic,evidence,offers\nP1,Phonics,hearsay,yes\n"
    ])
    let fixes = ledger.problems.filter { $0.code == .unknownWord }.map(\.fix)
    #expect(
      fixes.sorted() == [
        "Write one of: coaching, visits, resources, training.",
        "Write one of: qualification, role, project, peer, self.",
      ])
  }

  @Test func peopleSayItToo() throws {
    let (network, _) = try expertise([
      "people.csv": "id,name,expertise,seeks\nP1,Ann,Phonics:4;SEN,EAL\nP2,Bo,,\n"
    ])
    let topics = network.expertise.topics
    let told = network.expertise.skills.map {
      "\(topics[$0.topic].name) \($0.level?.rawValue ?? 0) \($0.evidence?.rawValue ?? "")"
    }
    #expect(told == ["Phonics 4 self", "SEN 0 self"])
    #expect(network.expertise.wishes.map { topics[$0.topic].name } == ["EAL"])
  }

  @Test func theOrderOfRowsTellsNothing() throws {
    let rows = [
      "P1,Weaving,3", "P2,weaving,2", "P1,Phonics,4", "P2,Sewing,1", "P1,Phonics,2", "P2,Hemming,2",
    ]
    let head = "person,topic,level\n"
    let one = try expertise(["expertise.csv": head + rows.joined(separator: "\n")]).0
    let other = try expertise(["expertise.csv": head + rows.reversed().joined(separator: "\n")]).0
    #expect(one.expertise == other.expertise)
  }

  @Test func fourHundredTopics() throws {
    let rows = (0..<400).map { "P1,Subject number \($0 * 1013),3" }
    let (network, ledger) = try expertise([
      "expertise.csv": "person,topic,level\n" + rows.joined(separator: "\n")
    ])
    #expect(network.expertise.skills.count == 400)
    #expect(ledger.counts[.manyTopics] == 1)
    let problem = try #require(ledger.problems.first { $0.code == .manyTopics })
    #expect(
      problem.message == "\"P1\" has 400 topics; so many say little of what one person knows.")
    #expect(problem.isPersonal)
  }
}
