import GraphEngine

/// A claim to know a topic.
struct SampleSkill {
  let person: Int
  let topic: String
  let level: Int
  let evidence: String
  let date: String
  let offers: String
  var seeks = false
}

/// Makes topics and who knows them.
struct SampleExpertise {
  static let topics: [(topic: String, broader: String, synonyms: String)] = [
    ("Phonics", "Early reading", "synthetic phonics;letters and sounds"),
    ("Early reading", "English", "learning to read"),
    ("Reading fluency", "English", ""),
    ("Writing", "English", ""),
    ("Oracy", "English", "spoken language"),
    ("English", "Curriculum", "literacy"),
    ("Mathematics", "Curriculum", "maths;numeracy"),
    ("Mathematics mastery", "Mathematics", "maths mastery"),
    ("Science", "Curriculum", ""),
    ("History", "Curriculum", ""),
    ("Geography", "Curriculum", ""),
    ("Music", "Curriculum", ""),
    ("Computing", "Curriculum", "coding;ICT"),
    ("Modern languages", "Curriculum", "MFL;French;Spanish"),
    ("Early years", "Curriculum", "EYFS;reception;nursery"),
    ("SEND", "Inclusion", "SEN;special educational needs"),
    ("Autism", "SEND", "ASC;ASD"),
    ("Speech and language", "SEND", "SLCN;communication needs"),
    ("Sensory impairment", "SEND", "hearing impairment;visual impairment"),
    ("EAL", "Inclusion", "English as an additional language"),
    ("Behaviour", "Pastoral", "behavior;relational practice"),
    ("Attendance", "Pastoral", "persistent absence"),
    ("Safeguarding", "Pastoral", "child protection;DSL"),
    ("Mental health", "Pastoral", "wellbeing;SEMH"),
    ("Young carers", "Pastoral", ""),
    ("Assessment", "Leadership", "moderation;marking"),
    ("Coaching", "Leadership", "mentoring;instructional coaching"),
    ("Curriculum design", "Leadership", ""),
    ("Governance", "Leadership", "governors;trustees"),
    ("Transition", "Leadership", "year 6 to 7"),
    ("Finance", "Operations", "budget;ICFP"),
    ("Estates", "Operations", "premises;health and safety"),
    ("HR", "Operations", "people;recruitment"),
    ("Data analysis", "Operations", "data;reporting"),
    ("Careers", "Curriculum", "careers guidance;CEIAG"),
  ]

  /// The topic that nobody knows and some would like to.
  static let unknown = (topic: "Sign language", broader: "SEND", synonyms: "BSL;signing")

  private(set) var skills: [SampleSkill] = []
  /// The two topics that a single person knows, and those people.
  private(set) var single: [(topic: String, person: Int)] = []
  /// The topic nobody in one hub knows, and that hub.
  let absent = (topic: "Mathematics mastery", hub: "Moorland")

  init(_ staff: SampleStaff, _ planted: PlantedTies, generator: inout SeededGenerator) {
    let lone = ["Sensory impairment", "Young carers"]
    for person in staff.people.indices {
      let who = staff.people[person]
      let kind = staff.teams[who.team].kind
      let hub = who.school.map { staff.schools[$0].hub }
      var known: Set<String> = []
      for _ in 0..<(1 + generator.below(3)) {
        let topic = Self.topic(for: kind, &generator)
        if lone.contains(topic) { continue }
        if topic == absent.topic, hub == nil || hub == absent.hub { continue }
        guard known.insert(topic).inserted else { continue }
        skills.append(Self.skill(person, topic, &generator))
      }
    }
    addPhonics(staff)
    let inclusion = staff.people.indices.filter { person in
      staff.teams[staff.people[person].team].kind == "inclusion"
        && !planted.hanging.contains { $0 == staff.people[person].school }
    }
    for (index, topic) in lone.enumerated() where inclusion.count > index * 7 {
      let person = inclusion[index * 7]
      single.append((topic, person))
      skills.append(
        SampleSkill(
          person: person, topic: topic, level: 4, evidence: "qualification", date: "2024-03-11",
          offers: "coaching;training"))
    }
    // Who is learning a topic looks for somebody who knows it, every other time.
    for place in skills.indices where skills[place].level == 1 && place % 2 == 0 {
      skills[place].seeks = true
    }
    for (index, person) in inclusion.enumerated() where index % 18 == 3 {
      skills.append(
        SampleSkill(
          person: person, topic: Self.unknown.topic, level: 0, evidence: "", date: "", offers: "",
          seeks: true))
    }
  }

  /// Gives some who teach in primary schools phonics.
  ///
  /// Drawn apart, so that nothing else of the trust depends on it.
  private mutating func addPhonics(_ staff: SampleStaff) {
    var generator = SeededGenerator(seed: UInt64(staff.people.count))
    for person in staff.people.indices {
      let who = staff.people[person]
      guard let school = who.school, staff.schools[school].sort == .primary,
        staff.teams[who.team].kind == "department", generator.below(6) == 0
      else { continue }
      skills.append(Self.skill(person, "Phonics", &generator))
    }
  }

  private static func topic(for kind: String, _ generator: inout SeededGenerator) -> String {
    let wanted: [String] =
      switch kind {
      case "leadership": ["Leadership", "Pastoral", "Curriculum"]
      case "inclusion": ["SEND", "Inclusion", "Pastoral"]
      case "pastoral": ["Pastoral"]
      case "operations": ["Operations"]
      case "central": ["Operations", "Leadership", "Inclusion"]
      default: ["Curriculum", "English", "Mathematics"]
      }
    let fitting = topics.filter { wanted.contains($0.broader) || wanted.contains($0.topic) }
    return fitting[generator.below(fitting.count)].topic
  }

  private static func skill(
    _ person: Int, _ topic: String, _ generator: inout SeededGenerator
  ) -> SampleSkill {
    let level = [1, 2, 2, 3, 3, 3, 4, 4, 5][generator.below(9)]
    let evidence = ["qualification", "role", "project", "peer", "self", "self"][generator.below(6)]
    let year = 2016 + generator.below(11)
    let date =
      generator.below(6) == 0 ? "" : "\(year)-0\(1 + generator.below(9))-1\(generator.below(9))"
    let offers =
      level < 3 ? "" : ["", "coaching", "visits", "resources", "training"][generator.below(5)]
    return SampleSkill(
      person: person, topic: topic, level: level, evidence: evidence, date: date, offers: offers)
  }
}
