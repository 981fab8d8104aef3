import Intake
import Measures
import Networks
import TestSupport
import Testing

@testable import ExpertiseSearch

/// People with roles of a subject or a year, and topics that questions come near.
private let trust = Result {
  let folder = Workdir([
    "people.csv": """
    id,name,school,role
    P1,Ann Lee,S1,Headteacher
    P2,Bo Dale,S2,Headteacher
    P3,Cy Fox,S2,Head of geography
    P4,Di Hart,S2,Maths teacher
    P5,Ed King,S2,Teacher of physics
    P6,Flo Nash,S1,Year 6 teacher
    P7,Gus Orr,S1,Teacher
    P8,Hal Pike,S2,Head of Year 7
    P9,Ida Quin,S2,Catering manager
    P10,Jo Rowe,S1,Cook
    P11,Kim Sale,S2,Head of sixth form
    P12,Lea Todd,S3,Physiotherapist
    P13,Max Ure,S3,Mental health lead
    P14,Ned Vane,S1,Caretaker
    P15,Oz Wood,,Estates director
    P16,Pia York,S1,SENCO

    """,
    "schools.csv": """
    id,name,phase
    S1,Elm First School,Primary
    S2,Our Lady High School,Secondary
    S3,Haven PRU,Alternative provision

    """,
    "collaborations.csv": "from,to\nP1,P2\n",
    "expertise.csv": """
    person,topic,level
    P7,Makaton,5
    P4,Mathematics,4
    P6,Times tables,3
    P16,Religious education,4
    P7,Baby room,4
    P13,Eating disorders,4
    P2,Bereavement,5
    P14,Boiler maintenance,4
    P15,Estates,4
    P9,Allergens,4
    P5,Pashto,4
    P8,Toilet training,3
    P15,Redundancy,3
    P3,Academies financial handbook,3

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

/// What a question means is what stands nearest to its words, and never more.
@Suite struct NearestMeaningTests {
  @Test(arguments: [
    ("maths teacher", ["P4"]), ("numeracy teacher", ["P4"]), ("physics teacher", ["P5"]),
    ("year 6 teacher", ["P6"]), ("head of geography", ["P3"]), ("geography head", ["P3"]),
    ("head of year 7", ["P8"]), ("head of year 9", []), ("sixth form head", ["P11"]),
    ("head of boarding", []), ("cook", ["P10", "P9"]), ("catering manager", ["P9", "P10"]),
    ("physio", ["P12"]),
  ])
  func aTitleWithASubjectOrYearIsItsPeopleAlone(query: String, people: [String]) throws {
    #expect(try trust.get().ids(query) == people)
  }

  @Test func othersWhoKnowTheSubjectAreNear() throws {
    #expect(try trust.get().ids("maths teacher", near: true) == ["P6"])
    #expect(try trust.get().ids("head") == ["P2", "P1"])
    #expect(try trust.get().ids("Our Lady head").first == "P2")
  }

  @Test(arguments: ["RE", "R.E. lead", "RE teacher", "who leads RE"])
  func anAbbreviationOfATopicIsNoSmallWord(query: String) throws {
    #expect(try trust.get().ids(query) == ["P16"])
  }

  @Test func smallWordsStaySmall() throws {
    let loud = try trust.get().find("WHO WILL HELP ME RE MAKATON")
    #expect(loud.topics == ["Makaton"] && loud.unknown == [])
    #expect(try trust.get().find("help us with makaton").unknown == [])
  }

  @Test func halfANameIsEnoughOnlyByItsRarerWord() throws {
    let finder = try trust.get()
    #expect(try finder.ids("baby") == ["P7"])
    #expect(try finder.ids("room") == [] && finder.ids("room", near: true) == [])
    // What else was asked for nobody knows.
    #expect(try finder.ids("a boy vaping in toilets") == [])
    #expect(try finder.ids("a boy vaping in toilets", near: true) == ["P8"])
  }

  @Test(arguments: ["Kurdish translator", "Kurdish interpreter"])
  func aTopicAboveOneAskedForDropsOut(query: String) throws {
    #expect(try trust.get().ids(query) == [])
    #expect(try trust.get().ids("Pashto translator") == ["P5"])
    // With "and" both are asked for.
    #expect(try trust.get().find("Pashto and interpreting").topics == ["Pashto", "Home languages"])
  }

  @Test func aSituationLeadsToTheTrustsOwnNearerTopic() throws {
    let finder = try trust.get()
    #expect(try finder.ids("the boiler is broken") == ["P14", "P15"])
    #expect(try finder.ids("she stopped eating").first == "P13")
    // A school of no stage may have pupils of any; it counts less than one that has them.
    #expect(try finder.ids("girl in year 9 stopped eating").contains("P13"))
    #expect(try !finder.ids("the toilets are blocked").contains("P8"))
  }

  @Test(arguments: [
    ("boy bites others", []), ("grieving", ["P2"]), ("let me know who can help", []),
    ("I am being made redundant", ["P15"]), ("signs", []), ("gift aid", []),
  ])
  func unlikeWordsAreNotMixed(query: String, people: [String]) throws {
    #expect(try trust.get().ids(query) == people)
  }

  @Test func aWordOfTwoIsPartedBeforeItIsASlip() throws {
    let finder = try trust.get()
    let parted = try finder.find("timestables")
    #expect(parted.topics == ["Times tables"] && parted.corrected.map(\.as) == ["times tables"])
    #expect(try finder.find("time table").topics == ["Timetabling"])
    for word in ["halal", "digraphs", "gurdwara"] {
      #expect(try finder.find(word).corrected.isEmpty, "\(word)")
    }
  }

  @Test func initialsAreNamesOfWhatIsHeld() throws {
    #expect(try trust.get().ids("AFH") == ["P3"])
    #expect(try trust.get().ids("parents at home") == [])
  }

  @Test func whoWouldLikeToLearnIsTold() throws {
    let folder = Workdir([
      "people.csv":
        "id,name,school,role,visibility\nP1,Ann Lee,S1,Teacher,\nP2,Bo Ray,S2,Teacher,\nP3,Cy Day,S1,Teacher,hidden\n",
      "schools.csv": "id,name\nS1,Oak School\nS2,Elm School\n",
      "collaborations.csv": "from,to\nP1,P2\n",
      "expertise.csv":
        "person,topic,level,seeks\nP2,Spanish,4,\nP1,Spanish,,yes\nP3,Spanish,,yes\n",
    ])
    let finder = Finder(Knowledge(try readNetwork(folder: folder.path).network))
    let asked = try #require(try finder.find("who wants to learn Spanish").seekers?.first)
    #expect(asked.people == [0])
    #expect(try finder.find("who wants to learn Spanish at Elm").seekers?.first?.people == [])
    #expect(try finder.find("Spanish").seekers == nil)
  }
}
