import Intake
import Measures
import Networks
import TestSupport
import Testing

@testable import ExpertiseSearch

/// Words by how they sound, words that one says for another, and places that are told by what they are.
@Suite struct SoundsTests {
  private static let trust = Result {
    let folder = Workdir([
      "people.csv": """
      id,name,school,role
      P1,Ann Lee,S1,Teacher
      P2,Bo Dale,S2,Teacher
      P3,Cy Fox,,Teacher
      P4,Di Hart,S3,Cook
      P5,Ed King,S3,Teacher

      """,
      "schools.csv": """
      id,name,phase
      S1,Elm First School,Primary
      S2,Our Lady High School,Secondary
      S3,Haven College,Sixth form

      """,
      "topics.csv": "topic,broader\nFirst aid,Operations\n",
      "collaborations.csv": "from,to\nP1,P2\n",
      "expertise.csv": """
      person,topic,level
      P1,BSL,4
      P1,HR,5
      P3,HR,3
      P2,First aid,4
      P2,Mathematics,5
      P5,Mathematics,4
      P5,Behaviour,4
      P5,Food technology,4

      """,
    ])
    return Finder(Knowledge(try readNetwork(folder: folder.path).network))
  }

  @Test(arguments: [
    ("sine", "sign"), ("ortism", "autism"), ("nurcher", "nurture"), ("fizics", "physics"),
    ("rapping", "wrapping"),
  ]) func wordsThatSoundAlikeHaveOneKey(one: String, other: String) {
    #expect(Sounds.key(one) == Sounds.key(other))
    #expect(Sounds.key(one) != Sounds.key("attendance"))
  }

  @Test(arguments: [
    // A word of the language is put right beside the rest of a name alone.
    ("sine language", "P1"),
    // One word for another.
    ("a pupil chucked a chair", "P5"), ("he yells out in lessons", "P5"),
    // What the trust puts elsewhere answers for what happened.
    ("a girl collapsed at lunch", "P2"),
    // Cooking is no cook.
    ("cooking", "P5"),
    ("HR at the centre", "P3"), ("maths at the high school", "P2"),
    // A sixth form college before a secondary school that may have none.
    ("A level maths", "P5"), ("maths in the six form", "P5"),
  ]) func theFirstIs(question: String, person: String) throws {
    let finder = try Self.trust.get()
    let first = try finder.find(question).matches.first
    let people = finder.knowledge.network.people
    #expect(first.map { people.ids[Int($0.person)] } == person)
    #expect(first?.isNear == false)
  }

  @Test func aSineWaveIsNoSign() throws {
    #expect(try Self.trust.get().find("sine").corrected.isEmpty)
  }
}
