import Intake
import Measures
import Networks
import TestSupport
import Testing

@testable import ExpertiseSearch

/// Data/harbour-trust, read once.
private let harbour = Result {
  Finder(Knowledge(try readNetwork(folder: packageFolder + "/Data/harbour-trust").network))
}

/// People and schools with names that are topics, months and words of no weight.
private let odd = Result {
  let folder = Workdir([
    "people.csv": """
    id,name,school,role
    P1,April May,S1,Headteacher
    P2,Will Reading,S1,Class Teacher
    P3,Grace French,S2,SENCo
    P4,Mark Baker,S2,Teacher
    P5,Joy Hope,S3,Headteacher
    P6,Ewa Nowak,S3,Teaching Assistant
    P7,Tim Sales,,Data Manager
    P8,Bea Stone,S2,Midday Supervisor
    P9,Ann Marie Lee,S1,Teacher

    """,
    "schools.csv": """
    id,name,phase
    S1,Greenfield Junior School,Primary
    S2,Holme Valley High,Secondary
    S3,Hope House PRU,Alternative provision

    """,
    "collaborations.csv": "from,to\nP1,P2\n",
    "expertise.csv": """
    person,topic,level
    P2,Guided reading,4
    P2,NPQSL,4
    P4,Polish,4
    P6,Polish,5
    P7,Census returns,4
    P8,Lunchtime play,3

    """,
  ])
  return Finder(Knowledge(try readNetwork(folder: folder.path).network))
}

extension Finder {
  /// The names of those who meet a question, the best first.
  fileprivate func names(_ query: String) throws -> [String] {
    try find(query).matches.filter { !$0.isNear }.map {
      knowledge.network.people.names[Int($0.person)]
    }
  }

  /// Each part of a question, as it was read: "place Oakfield Primary School".
  fileprivate func reading(_ query: String) throws -> [String] {
    try find(query).reading.map { "\($0.kind) \($0.meaning)" }
  }
}

@Suite struct NamesAndDenialsTests {
  @Test(arguments: [
    "Oliver French", "Thomas French", "Mark Spencer", "Joe Grant", "Jenny Foster", "Farah Simmons",
  ]) func aWholeNameWins(name: String) throws {
    let finder = try harbour.get()
    #expect(try finder.names(name) == [name])
    #expect(try finder.names("what does \(name) do?") == [name])
    #expect(try finder.names(name.lowercased()) == [name])
    #expect(try finder.reading("\(name) Oakfield").first == "person \(name)")
  }

  @Test func namesWithSlips() throws {
    let finder = try harbour.get()
    #expect(try finder.names("Farah Simons") == ["Farah Simmons"])
    #expect(try finder.names("Jeny Foster") == ["Jenny Foster"])
  }

  @Test(arguments: [
    ("April May", ["April May"]), ("May", ["April May"]), ("Mrs May", ["April May"]),
    ("Will Reading", ["Will Reading"]), ("who is Will", ["Will Reading"]),
    ("Who is Mark?", ["Mark Baker"]), ("Grace French", ["Grace French"]),
    ("French, Grace", ["Grace French"]), ("M. Baker", ["Mark Baker"]), ("J Hope", ["Joy Hope"]),
    ("Ann Lee", ["Ann Marie Lee"]), ("Joy Hope", ["Joy Hope"]),
  ])
  func shortAndOddNames(query: String, names: [String]) throws {
    #expect(try odd.get().names(query) == names)
  }

  @Test func wordsOfNamesStayWords() throws {
    let finder = try odd.get()
    #expect(try finder.reading("will reading recovery help") == ["topic Reading intervention"])
    #expect(try finder.reading("a French teacher") == ["topic French", "role Teacher"])
    #expect(try finder.find("Ann Reading").reading.map(\.kind) == ["topic", "person"])
  }

  @Test(arguments: [
    "phonics but not at Oakfield", "phonics except at Oakfield", "phonics outside Oakfield",
    "phonics other than at Oakfield", "phonics, apart from Oakfield", "phonics not H01",
    "who isn't at Oakfield and knows phonics", "someone who doesn't work at Oakfield: phonics",
  ])
  func aSchoolIsLeftOut(query: String) throws {
    let finder = try harbour.get()
    let network = finder.knowledge.network
    let school = try #require(network.schools.firstIndex { $0.name == "Oakfield Primary School" })
    let answer = try finder.find(query)
    let all = try finder.find("phonics").matches.filter {
      network.people.school[Int($0.person)] != Int32(school)
    }
    #expect(answer.matches.map(\.person) == all.map(\.person))
    #expect(answer.meetingAll == all.count { !$0.isNear } && answer.unknown.isEmpty)
    #expect(
      Set(answer.reading.map { "\($0.kind) \($0.meaning)" })
        == ["topic Phonics", "without Oakfield Primary School"])
  }

  @Test func otherThingsLeftOut() throws {
    let finder = try harbour.get()
    let fatima = try finder.names("someone other than Fatima who knows phonics")
    #expect(!fatima.isEmpty && !fatima.contains { $0.hasPrefix("Fatima") })
    #expect(try finder.names("anyone but Fatima for phonics") == fatima)
    #expect(
      try finder.reading("phonics but not at Oakfield or Fernley") == [
        "topic Phonics", "without Oakfield Primary School", "without Fernley Primary School",
      ])
    #expect(
      try finder.reading("phonics outside the Moorland hub")
        == ["topic Phonics", "without Moorland"])
    #expect(
      try finder.reading("phonics, but not TAs") == ["topic Phonics", "without Teaching assistant"])
    #expect(
      try finder.reading("a headteacher who is not in a primary")
        == ["role Headteacher", "without Primary"])
    #expect(try finder.find("not at Oakfield").unknown == ["not at Oakfield"])
  }

  /// "Not" may as well say what pupils cannot do.
  @Test func notIsNoDenialOfTopics() throws {
    let finder = try harbour.get()
    #expect(try finder.reading("children not coming to school") == ["topic Attendance"])
    #expect(
      try finder.reading("we are not sure who at Oakfield knows phonics")
        == ["place Oakfield Primary School", "topic Phonics"])
    #expect(try finder.reading("learning outside the classroom") == ["topic Outdoor learning"])
    #expect(try finder.find("attendance but not behaviour").unknown == ["not behaviour"])
    #expect(try finder.find("kids who can count but not read").unknown == [])
  }

  @Test func coachingIsATopicOnlyBesideOne() throws {
    let finder = try harbour.get()
    #expect(try finder.reading("come and coach phonics") == ["topic Phonics", "offer coaching"])
    #expect(try finder.reading("phonics and coaching") == ["topic Phonics", "topic Coaching"])
  }

  @Test func whatARoleIsAboutStandsForIt() throws {
    let finder = try harbour.get()
    #expect(try finder.reading("literacy lead primary") == ["topic English", "place Primary"])
    #expect(try finder.names("literacy lead primary").first == "Fatima Campbell")
    #expect(try finder.names("finance director").prefix(1) == ["Jane Marsh"])
  }

  @Test func whatTheTrustHasComesFirst() throws {
    let odd = try odd.get()
    for query in ["PRU headteacher", "head of the PRU"] {
      #expect(try odd.names(query).first == "Joy Hope", "\(query)")
    }
    #expect(try odd.reading("alternative provision") == ["place Alternative provision"])
    #expect(try odd.names("school census") == ["Tim Sales"])
    #expect(try harbour.get().find("wellbeing of staff").unmet.map(\.name) == ["Staff wellbeing"])
  }

  /// Roles and names answer where the files say nothing of what people know.
  @Test func withoutExpertise() throws {
    let folder = Workdir([
      "people.csv": "id,name,role\nP1,Joy Hope,Headteacher\nP2,Ann Lee,SENCo\n",
      "collaborations.csv": "from,to\nP1,P2\n",
    ])
    let finder = Finder(Knowledge(try readNetwork(folder: folder.path).network))
    #expect(try finder.names("headteacher") == ["Joy Hope"])
    #expect(try finder.names("Ann Lee") == ["Ann Lee"])
    #expect(try finder.names("SEND") == ["Ann Lee"])
    #expect(try finder.find("phonics").unmet.map(\.name) == ["Phonics"])
  }

  @Test func correctionsStandForSomething() throws {
    let finder = try harbour.get()
    #expect(try finder.find("phonix").corrected.map(\.as) == ["phonics"])
    let refuser = try finder.find("school refuser")
    #expect(refuser.corrected.map(\.as) == ["refusal"] && refuser.topics == ["School refusal"])
    let nothing = try finder.find("restoritive")
    #expect(nothing.corrected.isEmpty && nothing.unknown == ["restoritive"])
  }

  @Test func emptyWordsBesideATopic() throws {
    let finder = try harbour.get()
    for query in [
      "computing curriculum", "reading curriculum", "marking policy", "maths programme",
    ] {
      let answer = try finder.find(query)
      #expect(answer.unknown.isEmpty && answer.meetingAll > 0, "\(query)")
    }
    #expect(try finder.find("EHCP paperwork").unknown.isEmpty)
    #expect(try finder.find("speaker").unknown == ["speaker"])
    let odd = try odd.get()
    #expect(try odd.names("Polish speaker") == ["Ewa Nowak", "Mark Baker"])
    #expect(try odd.names("NPQSL holder in a primary") == ["Will Reading"])
    #expect(try odd.find("who plays trombone").matches.isEmpty)
    #expect(try odd.names("Lunchtime play") == ["Bea Stone"])
  }

  @Test func whoeverWantsToLearnIsNotFoundAsOneWhoKnows() throws {
    let finder = try harbour.get()
    func said(_ query: String) throws -> [String] {
      try finder.find(query).corrected.map { "\($0.word) = \($0.as)" }
    }
    #expect(try said("who wants to learn about phonics") == ["wants to learn = knows"])
    #expect(try said("who needs help with phonics?") == ["needs help = knows"])
    #expect(try said("anyone looking for help with phonics") == ["looking for = knows"])
    for query in [
      "we need help with phonics", "a child who needs help with phonics",
      "someone who wants to come and coach phonics", "a teacher who needs help with phonics",
    ] {
      #expect(try said(query) == [], "\(query)")
    }
  }
}
