import Measures
import Networks
import TestSupport
import Testing

@testable import ExpertiseSearch

/// Questions as they are typed on a phone, each with how its words are read and who comes first.
@Suite struct OnPhonesTests {
  private static let harbour = Result { try Trust(folder: packageFolder + "/Data/harbour-trust") }

  private func answer(_ question: String) throws -> (
    reading: [String], role: String?, school: String?, isNear: Bool?
  ) {
    let finder = try Self.harbour.get().finder
    let answer = try finder.find(question)
    let network = finder.knowledge.network
    let first = answer.matches.first
    let person = first.map { Int($0.person) }
    let school = person.map { network.people.school[$0] } ?? -1
    return (
      answer.reading.map(\.meaning), person.flatMap { network.people.role?[$0] },
      school >= 0 ? network.schools[Int(school)].id : nil, first?.isNear
    )
  }

  @Test(arguments: [
    ("who runs hillside infants", "H10"), ("whos in charge of fairfield", "H16"),
    ("who leads kingsway", "H05"), ("boss at northgate", "H12"),
  ])
  func whoRunsASchoolIsItsHead(question: String, school: String) throws {
    let answer = try answer(question)
    #expect(answer.role == "Headteacher" && answer.school == school)
    #expect(answer.isNear == false)
  }

  @Test(arguments: [
    ("year 2 SATs papers", ["Assessment", "primary schools"]),
    ("three year old not talking yet", ["Speech and language"]),
    ("who heads maths", ["Head of department", "Mathematics"]),
    ("who is in charge of safeguarding", ["Safeguarding"]),
    ("hasnt been in for 3 weeks", ["Attendance"]), ("im struggling with my class", ["Behaviour"]),
    ("kids reading like robots", ["Reading fluency"]), ("fonix", ["Phonics"]),
    ("maffs", ["Mathematics"]), ("signlanguage", ["Sign language"]),
  ])
  func eachWordHasItsReading(question: String, meanings: [String]) throws {
    #expect(Set(try answer(question).reading) == Set(meanings))
  }

  /// Where nobody knows a topic nor the one above, those who know what lies near it are near.
  @Test func aTopicThatNobodyKnowsEndsWithSomebodyNear() throws {
    let finder = try Self.harbour.get().finder
    let answer = try finder.find("NQT support")
    let topics = answer.matches.prefix(2).map { match in
      match.reasons.map { finder.knowledge.topics[$0.entry.topic].name }
    }
    #expect(topics == [["Coaching"], ["Coaching"]])
    #expect(answer.matches.allSatisfy(\.isNear) && answer.meetingAll == 0)
    #expect(answer.unmet.map(\.near.count) == [1])
  }
}
