import TestSupport
import Testing

@testable import ExpertiseSearch

private let harbour = Result { try Trust(folder: packageFolder + "/Data/harbour-trust") }
private let lantern = Result {
  try Trust(folder: packageFolder + "/Tests/ExpertiseSearchTests/Questions/lantern-trust")
}

/// What the parts of a question weigh beside each other.
@Suite struct WeighingTests {
  @Test(arguments: [
    // Who asks is not looked for, nor who is told of.
    ("harbour", "TA here, who could show me something for autistic pupils?", "topic Autism"),
    ("lantern", "My head asked me to sort the payslips. Who's the HR manager?", "role HR Manager"),
    // The sentence that asks says more than the story around it.
    (
      "harbour", "Ofsted came last week and it went fine. Anyone who knows phonics?",
      "topic Phonics"
    ),
    // A child in danger comes first.
    (
      "harbour", "queueing for dinner a boy told me he's scared of mum's boyfriend",
      "topic Safeguarding"
    ),
    // A role that is asked for stands beside a topic that nobody knows.
    (
      "lantern", "attendance and welfare officer please, about the census",
      "role Attendance and Welfare Officer"
    ),
    // Words far apart say less than a name.
    ("harbour", "number one priority in our order of things is phonics", "topic Phonics"),
    ("lantern", "cybersecurty training", "topic Cyber Security"),
    ("lantern", "mum speaks only Polish", "topic Polish speaker"),
    // Whoever is to be coached does not coach.
    ("harbour", "somebody to coach our brand new deputy", "topic Coaching"),
  ])
  func theFirstIsRight(name: String, query: String, rule: String) throws {
    let trust = try (name == "harbour" ? harbour : lantern).get()
    let answer = try trust.finder.find(query)
    let first = try #require(answer.matches.first)
    #expect(trust.people(rule).contains(trust.id(first.person)), "\(answer.reading)")
  }

  /// Nobody meets what is of private life, of another organisation, or beside a topic that nobody knows.
  @Test(arguments: [
    ("harbour", "my landlord won't mend the leak in my flat"),
    ("harbour", "my husband needs a spreadsheet for his accounts"),
    ("harbour", "trampolining tomorrow and the hall is double booked"),
    ("lantern", "drawing up a will"),
    ("lantern", "who is the headteacher at the Oakwood Partnership"),
  ])
  func nobodyMeetsIt(name: String, query: String) throws {
    let trust = try (name == "harbour" ? harbour : lantern).get()
    let met = try trust.finder.find(query).matches.filter { !$0.isNear }.map { trust.id($0.person) }
    #expect(met.isEmpty)
  }

  /// A name that the trust does not have is no word with a slip, in small letters neither.
  @Test(arguments: ["where is the Van de Graaff kept", "is it carr or reid", "patel"])
  func aNameIsNoSlip(query: String) throws {
    #expect(try harbour.get().finder.find(query).corrected.isEmpty)
  }
}
