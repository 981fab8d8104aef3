import ExpertiseSearch
import Intake
import Measures
import Networks
import TestSupport
import Testing

/// Data/harbour-trust, read once.
private let harbour = Result {
  Finder(Knowledge(try readNetwork(folder: packageFolder + "/Data/harbour-trust").network))
}

/// A question, and the person whom anybody would expect first or second.
///
/// Who that is was worked out from the files with another program.
private let questions: [(query: String, person: String)] = [
  // Topics by name, and questions as people ask them
  ("phonics", "P0634"), ("who knows about safeguarding?", "P0466"), ("Sensory impairment", "P0059"),
  ("young carers", "P0201"), ("expert in behaviour", "P0473"), ("governance", "P0138"),
  ("phonics catch-up", "P0634"),
  // Synonyms and abbreviations
  ("maths", "P0640"), ("SEN", "P0047"), ("special educational needs", "P0047"), ("MFL", "P0105"),
  ("EYFS", "P0412"), ("English as an additional language", "P0478"), ("SEMH", "P0260"),
  ("DSL", "P0466"), ("ASD", "P0422"), ("CEIAG", "P0271"), ("persistent absence", "P0387"),
  ("hearing impairment", "P0059"), ("systematic synthetic phonics", "P0634"),
  ("spoken language", "P0303"), ("child protection", "P0466"), ("human resources", "P0309"),
  // Slips, stems and beginnings
  ("fonics", "P0634"), ("safegaurding", "P0466"), ("atendance", "P0387"), ("mathmatics", "P0640"),
  ("behaviours", "P0473"), ("coach", "P0052"), ("transitions", "P0183"), ("comput", "P0133"),
  ("budgets", "P0147"),
  // Names of schools, hubs and phases
  ("phonics oakfield", "P0040"), ("SEN in Moorland", "P0021"), ("City maths", "P0044"),
  ("science at St Brannock's", "P0333"), ("music Fairfield Special School", "P0281"),
  ("secondary careers", "P0005"), ("english northgate", "P0605"), ("H14 behaviour", "P0473"),
  // Two topics, roles and names
  ("mathematics and science", "P0333"), ("behaviour mental health", "P0326"),
  ("SENCO Oakfield", "P0059"), ("Farah Simmons", "P0087"),
  // As headteachers and staff put it
  ("who can help with year 6 sats maths?", "P0297"), ("Which TAs know phonics?", "P0502"),
  ("who leads on attendance at Beacon?", "P0387"), ("pastoral leads who know attendance", "P0387"),
  ("children with autism in the Moorland hub", "P0422"), ("EAL lead in the City", "P0478"),
  ("we've got a new ECT struggling with behaviour management", "P0473"),
  ("I'm looking for someone who's good at teaching phonics", "P0634"),
  ("can somebody train our staff in coaching?", "P0052"), ("supporting deaf pupils", "P0059"),
  ("Who could I talk to about premises?", "P0088"), ("my year 2s can't blend", "P0634"),
  ("SENCo who knows about safeguarding", "P0466"), ("year 6 to year 7 transition", "P0183"),
  ("phonics interventions for struggling readers", "P0634"), ("nursery & reception", "P0412"),
  // A topic through its parts, a stage, a school's own name
  ("reading", "P0367"), ("sen reading", "P0047"), ("pastoral", "P0201"), ("GCSE maths", "P0044"),
  ("secondary science", "P0325"), ("A-level science", "P0325"), ("Northgate's governors", "P0094"),
  ("careers advice at Beacon Academy", "P0373"), ("wellbeing at Weir Lane", "P0568"),
  ("who teaches French at Harbour Academy", "P0521"), ("history westbrook", "P0188"),
  ("music teachers in the Estuary hub", "P0281"), ("special school music", "P0281"),
  ("ks3 computing curriculum", "P0133"),
  // Slips in several words, signs, two topics
  ("early reeding", "P0251"), ("safegaurding and mental helth", "P0466"),
  ("curiculum desing", "P0586"), ("geogrophy", "P0574"), ("DATA ANALYSIS!!", "P0555"),
  ("behaviour & attendance", "P0326"), ("oracy and writing", "P0132"), ("maths mastery", "P0198"),
  ("instructional coaching", "P0052"),
]

@Suite struct FinderTests {
  @Test(arguments: questions.indices) func findsWhomOneWouldExpect(place: Int) throws {
    let (query, person) = questions[place]
    let finder = try harbour.get()
    let found = try finder.find(query).matches.prefix(2).map {
      finder.knowledge.network.people.ids[Int($0.person)]
    }
    #expect(found.contains(person), "\(query): \(found)")
  }

  @Test func thereAreEnough() { #expect(questions.count >= 80) }

  @Test func saysHowItReadTheQuestion() throws {
    let finder = try harbour.get()
    let slip = try finder.find("safegaurding zzzz moorland")
    #expect(slip.corrected.map(\.as) == ["safeguarding"] && slip.unknown == ["zzzz"])
    #expect(slip.topics == ["Safeguarding"] && slip.places == ["Moorland"])
    #expect(slip.meetingAll > 0 && slip.meetingAll < slip.matches.count)
    let nobody = try finder.find("sign language")
    #expect(nobody.unmet.map(\.name) == ["Sign language"] && nobody.topics == ["Sign language"])
    let none = try finder.find("qqqqqqq")
    #expect(none.matches.isEmpty && none.unknown == ["qqqqqqq"])
  }

  @Test func narrowerTopicsCountHalf() throws {
    let finder = try harbour.get()
    let topics = finder.knowledge.topics
    let match = try #require(
      try finder.find("SEND").matches.first { match in
        match.reasons.allSatisfy { topics[$0.entry.topic].name == "Autism" }
      })
    #expect(match.reasons.map(\.fit) == [0.5])
    #expect(match.reasons.map(\.relation) == [.part(levels: 1)])
    let weight = match.reasons[0].entry.weight
    #expect(match.reasons[0].rarity < weight.rarity, "no rarer than SEND")
    #expect(match.score == match.reasons[0].rarity * weight.strength / 2)
  }

  @Test func filters() throws {
    let finder = try harbour.get()
    let people = finder.knowledge.network.people
    var filter = Finder.Filter()
    filter.schools = [0]
    #expect(
      try finder.find("maths", filter).matches.allSatisfy { people.school[Int($0.person)] == 0 })
    filter.schools = nil
    filter.atLeast = .leadsAcrossSchools
    let leading = try finder.find("maths", filter).matches
    #expect(!leading.isEmpty)
    #expect(
      leading.allSatisfy {
        $0.reasons.allSatisfy { ($0.entry.weight.level ?? .learning) >= .leadsAcrossSchools }
      })
    filter = Finder.Filter()
    filter.offer = .coaching
    #expect(
      try finder.find("maths", filter).matches.allSatisfy {
        $0.reasons.allSatisfy { $0.entry.weight.offers.contains(.coaching) }
      })
    filter = Finder.Filter()
    filter.notPerson = try finder.find("phonics").matches.first?.person
    #expect(try finder.find("phonics", filter).matches.first?.person != filter.notPerson)
  }

  /// Whatever anybody types has a clear answer; how soon is for Benchmarks to say.
  @Test(arguments: [
    "\"", "phonics\"", "\"phonics", "phonics AND", "NOT", "AND OR NOT", "phonics NOT maths",
    "NEAR(phonics maths, 2)", "text:phonics", "phonics*", "*", "^phonics", "(((((", "a-b-c",
    "{text}",
    "phonics; DROP TABLE texts; --", "' OR 1=1 --", "%", "_", "\u{0}phonics", "\u{202E}phonics",
    "<script>", "=1+1", "🦊", "ﬀ", "الصوتيات", "phonics phonics phonics", "+phonics", "\\",
    "text MATCH 'x'",
    "rank", "rowid:1",
  ])
  func oddQuestions(query: String) throws {
    let finder = try harbour.get()
    do {
      let answer = try finder.find(query)
      let isClear =
        !answer.matches.isEmpty || !answer.unknown.isEmpty || !answer.unmet.isEmpty
        || answer.topics.isEmpty
      #expect(isClear, "\(query)")
    } catch {
      #expect(error == .noWords, "\(query): \(error)")
    }
  }

  @Test func emptyAndEndless() throws {
    let finder = try harbour.get()
    for empty in ["", "   ", "\n\t", "--", "()"] {
      #expect(throws: SearchError.noWords) { try finder.find(empty) }
    }
    let long = String(repeating: "phonics ", count: 1250)
    #expect(throws: SearchError.tooLong(10_000)) { try finder.find(long) }
    #expect(
      SearchError.tooLong(10_000).description
        == "The query has 10,000 characters; at most 256 are searched for. Write a few words, such as \"phonics catch-up\"."
    )
    #expect(
      SearchError.noWords.description
        == "The query holds no word. Write what you look for, such as \"phonics\".")
    let words = (0..<60).map { "w\($0)" }.joined(separator: " ")
    #expect(try finder.find(String(words.prefix(256))).unknown.count <= 24)
  }

  @Test func hiddenPeopleAreNeverFound() throws {
    let folder = Workdir([
      "people.csv":
        "id,name,role,visibility\nP1,Ann Lee,Teacher,\nP2,Zebedee Quux,Zoologist,hidden\nP3,Cy Day,Teacher,\nP4,Xerxes Left,Teacher,excluded\n",
      "collaborations.csv": "from,to\nP1,P3\n",
      "expertise.csv":
        "person,topic,level\nP1,Phonics,3\nP2,Phonics,5\nP4,Phonics,5\nP2,Weaving,5\n",
    ])
    let network = try readNetwork(folder: folder.path).network
    let finder = Finder(Knowledge(network))
    let answer = try finder.find("phonics")
    #expect(answer.matches.map { network.people.ids[Int($0.person)] } == ["P1"])
    let alone = try finder.find("weaving")
    #expect(alone.matches.isEmpty)
    for name in ["Zebedee", "Quux", "Zebedee Quux", "Zebede", "Xerxes"] {
      let found = try finder.find(name)
      #expect(found.matches.isEmpty && found.corrected.isEmpty, "\(name)")
    }
  }
}
