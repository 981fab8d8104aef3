import Networks

/// Roles in schools, with the names they go by and the topic that whoever has one knows.
struct RoleVocabulary: Sendable {
  struct Role: Sendable {
    let name: String
    /// Its names as tokens, the first its own.
    let names: [[Token]]
    /// The topic it stands for.
    let topic: String?
    /// The role of which it is a kind.
    let broader: String?
  }

  static let all: [Role] = lines.split(separator: "\n").map { line in
    let sides = line.split(separator: "~", maxSplits: 1)
    let halves = sides[0].split(separator: "=", maxSplits: 1)
    let names = halves[0].split(separator: "<", maxSplits: 1).map { trimmed(String($0)) }
    let others = halves.count > 1 ? halves[1].split(separator: ";").map { trimmed(String($0)) } : []
    return Role(
      name: names[0], names: ([names[0]] + others).map { tokens($0) },
      topic: sides.count > 1 ? trimmed(String(sides[1])) : nil,
      broader: names.count > 1 ? names[1] : nil)
  }

  /// The roles of the vocabulary that a role of the trust's files is: SENDCo is SENCO.
  ///
  /// The longest name found in it counts.
  static func roles(in title: String) -> [Role] {
    let words = tokens(title).map { $0.text.hasPrefix("year") ? "year" : $0.stem }
    let isOfPart = isHeadOfPart(title)
    var best: (length: Int, roles: [Role]) = (0, [])
    for role in all {
      let names = role.names.filter { !isOfPart || $0.last?.stem != "head" }
      let length = names.filter { isIn($0.map(\.stem), words) }.map(\.count).max() ?? 0
      if length > best.length {
        best = (length, [role])
      } else if length > 0, length == best.length {
        best.roles.append(role)
      }
    }
    return best.roles
  }

  /// Words for all that a headteacher is the head of.
  private static let wholes: Set<String> = ["school", "schools", "academy", "college", "centre"]

  /// Whether a title is that of a head of something within a school: a subject, a year, a sixth form.
  private static func isHeadOfPart(_ title: String) -> Bool {
    let words = plainWords(title)
    guard let head = words.firstIndex(of: "head"), words.dropFirst(head + 1).first == "of" else {
      return false
    }
    return !words[head...].contains { wholes.contains($0) }
  }

  /// Whether all words of a name are in a title, in order; a title such as Head alone is not Head of Year.
  private static func isIn(_ name: [String], _ title: [String]) -> Bool {
    guard !name.isEmpty else { return false }
    var rest = name[...]
    for word in title where word == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  private static let lines = """
    Headteacher = head teacher; head; heads; principal; headmaster; headmistress; executive head; executive headteacher; executive principal; head of school; HT; HTs ~ Leadership
    Deputy headteacher = deputy head teacher; deputy head; deputy principal; deputy; vice principal; DHT; deputies ~ Leadership
    Assistant headteacher = assistant head teacher; assistant head; assistant principal; AHT ~ Leadership
    SENCO = SENDCo; SENCo; SEN coordinator; SEND coordinator; SENDCO; SEND lead; SEN lead; SEN co-ordinator; special needs coordinator; special educational needs coordinator; inclusion lead; inclusion manager ~ SEND
    Designated safeguarding lead = DSL; DDSL; designated safeguarding; safeguarding lead; safeguarding leader; safeguarding officer; deputy designated safeguarding lead; child protection officer ~ Safeguarding
    Higher level teaching assistant < Teaching assistant = HLTA
    Teaching assistant = TA; LSA; classroom assistant; learning support assistant; class assistant; teacher assistant; support assistant
    Speech assistant = speech and language assistant; SALT assistant ~ Speech and language
    Speech and language therapist = SALT therapist; speech therapist ~ Speech and language
    Class teacher < Teacher = classroom teacher; form teacher
    Teacher = schoolteacher
    Business manager = SBM; bursar; school business manager; business leader; school business leader; SBL; director of business; business director ~ Finance
    Finance director < Director = CFO; chief financial officer; chief finance officer; director of finance; FD ~ Finance
    Finance officer = finance manager; finance assistant; accounts assistant ~ Finance
    Chief executive = CEO; chief executive officer; trust leader
    Chief operating officer = COO; operations director; director of operations ~ Operations
    Operations manager = operations lead; operations officer ~ Operations
    Attendance officer = EWO; education welfare officer; attendance lead; attendance manager; attendance welfare officer; attendance improvement officer; attendance leader ~ Attendance
    Head of year = HoY; HoYs; year head; year leader; year lead; pastoral head; year manager; heads of year; progress leader; head of house; year group lead ~ Pastoral
    Pastoral lead = pastoral leader; pastoral manager; pastoral officer; pastoral support; head of pastoral ~ Pastoral
    Head of department = HoD; HoDs; head of faculty; faculty head; faculty lead; department head; heads of department; subject leader; subject lead; curriculum leader; curriculum lead; leader of subject ~ Middle leadership
    Technician = tech
    Lab technician < Technician = science technician; laboratory technician; science tech ~ Practical science
    IT technician < Technician = ICT technician; computer technician; IT support technician ~ IT systems
    Network manager = IT manager; ICT manager; network administrator; IT director; IT lead ~ IT systems
    Site manager = caretaker; premises manager; site supervisor; site staff; site team; janitor; handyman; premises officer; site officer ~ Estates
    Estates manager = estates director; director of estates; head of estates; facilities manager ~ Estates
    Office manager = school secretary; receptionist; school office; admin manager; office administrator; secretary ~ Administration
    Administrator = admin assistant; admin officer; administration assistant; administrative assistant; clerical assistant ~ Administration
    Data manager = data officer; data lead; MIS manager; director of data ~ Data analysis
    Analyst = data analyst ~ Data analysis
    Exams officer = examinations officer; exam officer; exams manager; exams secretary; examination officer ~ Exams
    Governance professional = clerk to governors; clerk; governance clerk; clerk to the board; head of governance; governance officer; company secretary ~ Governance
    HR manager = HR officer; human resources manager; HR director; HR lead; HR adviser; personnel manager; people director ~ HR
    Marketing officer = communications officer; marketing manager; communications manager; press officer; comms officer; marketing assistant ~ Communications
    Family support worker = FSW; home school link worker; family liaison officer; parent support adviser; family worker; PSA; family liaison; early help worker; family link worker; home school liaison ~ Family support
    Learning mentor = academic mentor; behaviour mentor; pupil mentor ~ Pastoral
    Behaviour lead = behaviour manager; behaviour mentor ~ Behaviour
    Librarian = library manager; library assistant ~ School libraries
    Cover supervisor = cover teacher; cover staff; cover manager; supply teacher ~ Cover lessons
    Careers adviser = careers advisor; careers lead; careers leader; careers officer; careers guidance adviser ~ Careers
    Counsellor = school counsellor ~ Counselling
    Therapist = play therapist; therapy lead ~ Therapies
    Occupational therapist < Therapist = OT; OTs ~ Sensory regulation
    Physiotherapist < Therapist = physio ~ Physiotherapy
    School nurse = nurse; matron ~ Medical needs
    Educational psychologist = EP; school psychologist ~ SEND
    ELSA < Teaching assistant = emotional literacy support assistant ~ Emotional literacy support
    Cook = chef; catering manager; kitchen manager; kitchen assistant; school cook ~ Catering
    Cleaner = cleaning supervisor ~ Cleaning
    Midday supervisor = lunchtime supervisor; midday assistant; dinner lady; lunchtime assistant ~ Playtimes
    Early years leader = EYFS lead; early years lead; nursery manager; reception lead; EYFS leader; early years coordinator ~ Early years
    Nursery nurse = early years practitioner; nursery practitioner; nursery assistant; early years educator ~ Early years
    EAL coordinator = EAL lead; EAL leader ~ EAL
    Literacy coordinator < Head of department = literacy lead; English lead; reading lead ~ English
    Early career teacher < Teacher = ECT; NQT; newly qualified teacher
    Data protection officer = DPO ~ Data protection
    Director = directors
    Adviser = advisor; advisers; consultant; school improvement partner; school improvement adviser
    Officer = officers
    Invigilator = exam invigilator ~ Exams
    Trustee = trustees ~ Governance
    Minibus driver = bus driver; driver ~ Minibus driving
    """
}
