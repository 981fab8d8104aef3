import Intake
import Measures
import Networks
import TestSupport
import Testing

@testable import ExpertiseSearch

/// Data/harbour-trust, whose topics are coarse, read once.
private let harbour = Result {
  Finder(Knowledge(try readNetwork(folder: packageFolder + "/Data/harbour-trust").network))
}

/// A trust with words, roles and schools of its own.
private let wolds = Result {
  let folder = Workdir([
    "people.csv": """
    id,name,school,role
    P1,Ann Lee,S1,Headteacher
    P2,Bo Dale,S2,Head of School
    P3,Cy Fox,S2,Designated Safeguarding Lead
    P4,Di Hart,S2,Deputy Designated Safeguarding Lead
    P5,Ed King,S1,Attendance Officer
    P6,Flo Nash,S2,Education Welfare Officer
    P7,Gus Orr,S3,Occupational Therapist
    P8,Hal Pike,S1,Curriculum Leader
    P9,Ida Quin,S1,Head of Department
    P10,Jo Rowe,S3,Teacher
    P11,Kim Sale,S1,Site Manager
    P12,Lea Todd,S1,Teaching Assistant
    P13,Max Ure,S2,HLTA

    """,
    "schools.csv": """
    id,name,phase
    S1,Elm First School,Primary
    S2,Our Lady High School,Secondary
    S3,Haven Academy,Alternative provision

    """,
    "collaborations.csv": "from,to\nP1,P2\n",
    "expertise.csv": """
    person,topic,level
    P8,White Rose Maths,4
    P4,Knife crime,4
    P6,Penalty notices,4
    P10,Behaviour,4
    P12,Behaviour,4
    P7,Persian,3
    P9,VAT,3
    P13,Greek,3

    """,
  ])
  return Finder(Knowledge(try readNetwork(folder: folder.path).network))
}

extension Finder {
  /// The ids of those who meet a question, or come near it.
  fileprivate func ids(_ query: String, near: Bool = false) throws -> [String] {
    try find(query).matches.filter { $0.isNear == near }.map {
      knowledge.network.people.ids[Int($0.person)]
    }
  }
}

/// What staff say when something happens, and roles as they are spoken of.
@Suite struct PlainWordsTests {
  /// Nobody asks for Penalty notices who tells of a fine: whoever knows Attendance meets it.
  @Test(arguments: [
    ("someone brought a knife into school", "Safeguarding"),
    ("parents fined for holidays", "Attendance"),
    ("a boy keeps hitting other children", "Behaviour"),
    ("child refuses to get out of the car in the morning", "Attendance"),
    ("the fence has blown down", "Estates"), ("a mum says dad hits her", "Safeguarding"),
    ("new family arrived from Syria", "EAL"), ("grandad died", "Mental health"),
    ("we need to appoint a new teacher", "HR"), ("a teacher has gone off with stress", "HR"),
    ("helping pupils settle into year 7", "Transition"),
    ("a child running out of school", "Safeguarding"),
    ("getting quiet children to speak up in class", "Oracy"), ("can't hold a pencil", "Writing"),
    ("how do I teach column subtraction", "Mathematics"), ("Ancient Greeks", "History"),
    ("teaching the heart and circulation", "Science"), ("French verbs", "Modern languages"),
    ("samba drumming", "Music"), ("better mentor to my ECT", "Coaching"),
    ("parents asking for an EHCP", "SEND"), ("what the results are telling us", "Data analysis"),
    ("she bites her classmates", "Behaviour"), ("she pulls her hair out", "Mental health"),
    ("a child came in with a black eye", "Safeguarding"), ("mum has cancer", "Mental health"),
    ("a girl faints before every test", "Mental health"),
    ("pupil will not put pen to paper", "Writing"), ("the results have dropped", "Data analysis"),
    ("children who hide under tables", "Behaviour"),
    ("never puts her hand up", "Oracy"), ("uncle touched her", "Safeguarding"),
    ("stares at the page and won't write anything", "Writing"),
    ("the gutter is overflowing", "Estates"), ("osmosis and diffusion", "Science"),
    ("pupils who won't go into the classroom", "Attendance"),
    ("girl sits on her own at break", "Mental health"), ("glockenspiels", "Music"),
    ("a fifteen year old wants to be a vet", "Careers"), ("Boudicca", "History"),
    ("circle theorems", "Mathematics"), ("nobody applied for the job", "HR"),
  ])
  func whatHappenedLeadsToWhoeverCanHelp(query: String, topic: String) throws {
    let finder = try harbour.get()
    let answer = try finder.find(query)
    let first = try #require(answer.matches.first)
    let known = finder.knowledge.entries(of: first.person).map {
      finder.knowledge.topics[$0.topic].name
    }
    #expect(!first.isNear && known.contains(topic) && answer.topics.contains(topic))
  }

  /// By its name a topic nobody knows stays what was asked for, and whoever knows the one above is near.
  @Test func aNameIsNoSituation() throws {
    let answer = try harbour.get().find("penalty notices")
    #expect(answer.unmet.map(\.name) == ["Penalty notices"] && answer.meetingAll == 0)
    #expect(answer.matches.first?.isNear == true)
    // A heading answers for nothing.
    #expect(try harbour.get().find("parents splitting up").topics == ["Family support"])
  }

  @Test func theTrustsOwnTopicIsMetInPlainWords() throws {
    let finder = try wolds.get()
    #expect(try finder.ids("someone brought a knife") == ["P4"])
    #expect(try finder.ids("parents fined for term-time holidays") == ["P6"])
    #expect(try finder.ids("Farsi") == ["P7"])
    #expect(try finder.ids("Greek speaker") == ["P13"])
    #expect(try finder.ids("VAT return") == ["P9"])
    #expect(try finder.ids("WRM") == ["P8"])
  }

  /// A letter too few of two alike is a likelier slip than one that makes another word.
  @Test(arguments: ["famliy suport worker", "family suport worker"])
  func aDoubledLetterIsLeftOut(query: String) throws {
    let finder = try harbour.get()
    let answer = try finder.find(query)
    let people = finder.knowledge.network.people
    #expect(answer.matches.first.map { people.role?[Int($0.person)] } == "Family Support Worker")
    #expect(answer.matches.first?.isNear == false)
  }

  @Test(arguments: ["deputy head", "dep head", "vice principal", "assistant head", "asst. head"])
  func aRoleWithinTheNameOfAnotherIsNotMeant(query: String) throws {
    let answer = try wolds.get().find(query)
    #expect(answer.missingRoles.count == 1 && answer.unknown.isEmpty)
    #expect(answer.matches.allSatisfy { $0.isNear })
  }

  @Test(arguments: [
    ("deputy DSL", ["P4"]), ("DDSL", ["P4"]), ("DSL", ["P3", "P4"]), ("EWO", ["P6", "P5"]),
    ("attendance officers", ["P5", "P6"]), ("curriculum leads", ["P8", "P9"]),
    ("play therapist", []), ("therapist", ["P7"]), ("site mgr", ["P11"]),
    ("higher level TA", ["P13"]),
    ("AP behaviour", ["P10"]), ("behaviour", ["P10", "P12"]),
  ])
  func theRoleCalledSoComesFirst(query: String, people: [String]) throws {
    let finder = try wolds.get()
    let all = try finder.find(query)
    let meeting = all.matches.filter { !$0.isNear && $0.met == all.reading.count }.map {
      finder.knowledge.network.people.ids[Int($0.person)]
    }
    #expect(meeting == people)
  }
}
