import Intake
import Measures
import Networks
import TestSupport
import Testing

@testable import ExpertiseSearch

private let harbour = Result { try Trust(folder: packageFolder + "/Data/harbour-trust") }
private let lantern = Result {
  try Trust(folder: packageFolder + "/Tests/ExpertiseSearchTests/Questions/lantern-trust")
}

/// Questions that no phrase of a topic answers by itself.
@Suite struct SecondReadingTests {
  /// Who is named first knows the topic, and is near where it was guessed from words of which none names it.
  @Test(arguments: [
    // A word is denied by the "not" before it and by no other.
    ("harbour", "pupil just sits there and won't write anything", "Writing", false),
    // Whatever a pupil wants to become.
    ("harbour", "15 year old wants to be a plumber", "Careers", false),
    ("harbour", "girl dreams of becoming an astronaut", "Careers", false),
    ("harbour", "she won't let go of her mum in the mornings", "Attendance", false),
    ("harbour", "speechandlanguage", "Speech and language", false),
    ("harbour", "helpwithphonics", "Phonics", false),
    ("harbour", "specch n langage", "Speech and language", false),
    ("harbour", "who's musical", "Music", false),
    // Whoever was trained need not train others.
    ("harbour", "who's DSL trained at Westbrook", "Safeguarding", false),
    ("harbour", "who's good on poor attenders", "Attendance", false),
    ("harbour", "year 6s coming up to year 7", "Transition", false),
    ("harbour", "year 6 sats maths", "Mathematics", false),
    ("lantern", "arbor reports for attendance", "Arbor", false),
    ("lantern", "who speaks Spanish in the south", "Spanish", false),
    ("lantern", "times tables", "Maths", true),
  ])
  func theFirstKnowsIt(name: String, query: String, topic: String, isNear: Bool) throws {
    let trust = try (name == "harbour" ? harbour : lantern).get()
    let answer = try trust.finder.find(query)
    let first = try #require(answer.matches.first)
    #expect(trust.people("topic \(topic)").contains(trust.id(first.person)))
    #expect(first.isNear == isNear)
  }

  /// A surname with a slip, in small letters, is one of those that go with the first name.
  @Test(arguments: ["siobhan perkns", "siobhan perkns kingsway", "siobhan perkinns"])
  func aSurnameIsReadBesideTheFirstName(query: String) throws {
    let trust = try harbour.get()
    let answer = try trust.finder.find(query)
    let found = answer.matches.filter { !$0.isNear }.map { trust.id($0.person) }
    #expect(!found.isEmpty && trust.people("name Siobhán Perkins").isSuperset(of: found))
  }

  @Test(arguments: ["SENDCo at Rosewood Academy", "phonics at Rosewood Academy"])
  func aSchoolThatIsNotThereMayHaveAnEnglishName(query: String) throws {
    for trust in [harbour, lantern] {
      #expect(try trust.get().finder.find(query).matches.allSatisfy { $0.isNear })
    }
  }

  @Test func whoRunsSomethingIsWhoeverIsCalledItsManager() throws {
    let trust = try lantern.get()
    let answer = try trust.finder.find("who runs the office at the infants")
    let first = try #require(answer.matches.first)
    #expect(trust.people("role Office Manager & at A4").contains(trust.id(first.person)))
  }

  @Test(arguments: [
    "phonics lead at Seaview Primary", "phonics at Seaview Academy", "boy wants to be a girl",
    "a teacher wants to be a head",
  ])
  func nobodyMeetsWhatIsNotThere(query: String) throws {
    let answer = try harbour.get().finder.find(query)
    #expect(!answer.topics.contains("Careers"))
    if query.contains("Seaview") { #expect(answer.matches.allSatisfy { $0.isNear }) }
  }

  @Test func aWordOfTheLanguageIsNeitherPartedNorASlip() throws {
    let finder = try harbour.get().finder
    for query in ["poor attenders", "government", "Underhill"] {
      #expect(try finder.find(query).corrected.isEmpty, "\(query)")
    }
    #expect(try !finder.find("government").topics.contains("Governance"))
  }
}
