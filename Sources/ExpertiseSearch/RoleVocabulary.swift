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
    Headteacher = head teacher; head; heads; principal; headmaster; headmistress; executive head; executive headteacher; executive principal; head of school; HT; HTs; acting head; interim head; co-head; boss; person in charge ~ Leadership
    Deputy headteacher = deputy head teacher; deputy head; deputy principal; deputy; vice principal; DHT; deputies; acting deputy; associate head; VP ~ Leadership
    Assistant headteacher = assistant head teacher; assistant head; assistant principal; AHT; assistant vice principal; AVP; associate assistant head ~ Leadership
    SENCO = SENDCo; SENCo; SEN coordinator; SEND coordinator; SENDCO; SEND lead; SEN lead; SEN co-ordinator; special needs coordinator; special educational needs coordinator; inclusion lead; inclusion manager; SENCOs; SENDCOs; SENCO assistant; inclusion leader; inclusion coordinator; ALNCo ~ SEND
    Deputy designated safeguarding lead < Designated safeguarding lead = DDSL; deputy DSL; deputy safeguarding lead ~ Safeguarding
    Designated safeguarding lead = DSL; designated safeguarding; safeguarding lead; safeguarding leader; safeguarding officer; safeguarding manager; child protection officer; child protection lead; head of safeguarding; director of safeguarding ~ Safeguarding
    Higher level teaching assistant < Teaching assistant = HLTA; higher level TA; higher-level teaching assistant
    Teaching assistant = TA; LSA; classroom assistant; learning support assistant; class assistant; teacher assistant; support assistant; LSAs; teaching partner; learning partner; one-to-one TA; 1:1 TA; special needs assistant; SNA; learning assistant
    Speech assistant = speech and language assistant; SALT assistant ~ Speech and language
    Speech and language therapist = SALT therapist; speech therapist ~ Speech and language
    Class teacher < Teacher = classroom teacher; form teacher
    Teacher = schoolteacher
    Business manager = SBM; bursar; school business manager; business leader; school business leader; SBL; director of business; business director; SBMs; school business lead; business and finance manager; head of business ~ Finance
    Finance director < Director = CFO; chief financial officer; chief finance officer; director of finance; FD; head of finance; chief financial and operating officer ~ Finance
    Finance officer = finance manager; finance assistant; accounts assistant; finance lead; finance clerk; finance administrator; finance business partner; accountant; payroll officer; payroll clerk; payroll manager ~ Finance
    Chief executive = CEO; chief executive officer; trust leader; executive leader; trust CEO
    Chief operating officer = COO; operations director; director of operations ~ Operations
    Operations manager = operations lead; operations officer ~ Operations
    Attendance officer = EWO; education welfare officer; attendance lead; attendance manager; attendance welfare officer; attendance improvement officer; attendance leader; attendance champion; attendance and welfare officer; education welfare; attendance administrator; truancy officer ~ Attendance
    Head of year = HoY; HoYs; year head; year leader; year lead; pastoral head; year manager; heads of year; progress leader; head of house; year group lead; head of key stage; head of lower school; head of upper school; house leader; progress lead; heads of house ~ Pastoral
    Pastoral lead = pastoral leader; pastoral manager; pastoral officer; pastoral support; head of pastoral; pastoral worker; student support officer; student services; pastoral assistant; pastoral deputy ~ Pastoral
    Head of department = HoD; HoDs; head of faculty; faculty head; faculty lead; department head; heads of department; subject leader; subject lead; curriculum leader; curriculum lead; leader of subject; HOD; faculty leader; subject coordinator; head of subject; curriculum area leader ~ Middle leadership
    Technician = tech
    Lab technician < Technician = science technician; laboratory technician; science tech; lab tech; lab assistant; science lab technician; senior science technician ~ Practical science
    IT technician < Technician = ICT technician; computer technician; IT support technician; ICT support; IT support; IT support officer; network technician; computing technician ~ IT systems
    Network manager = IT manager; ICT manager; network administrator; IT director; IT lead; head of IT; ICT lead; ICT network manager; systems manager ~ IT systems
    Site manager = caretaker; premises manager; site supervisor; site staff; site team; janitor; handyman; premises officer; site officer; caretakers; site agent; premises staff; premises assistant; site assistant; groundsman; grounds staff; janitors; premises supervisor; facilities officer; site lead ~ Estates
    Estates manager = estates director; director of estates; head of estates; facilities manager; head of facilities; estates officer; estates lead; health and safety manager; compliance manager ~ Estates
    Office manager = front desk; reception desk; main office; front office; school secretary; receptionist; school office; admin manager; office administrator; secretary; school office manager; receptionists; reception staff; front office staff; PA to the headteacher; admin lead ~ Administration
    Administrator = admin assistant; admin officer; administration assistant; administrative assistant; clerical assistant; office assistant; clerical officer; administrative officer; school administrator; office staff ~ Administration
    Data manager = data officer; data lead; MIS manager; director of data; MIS officer; data administrator; data and exams manager; head of data ~ Data analysis
    Analyst = data analyst ~ Data analysis
    Exams officer = examinations officer; exam officer; exams manager; exams secretary; examination officer ~ Exams
    Governance professional = clerk to governors; clerk; governance clerk; clerk to the board; head of governance; governance officer; company secretary; director of governance; clerk to the trustees; governance manager; governance lead ~ Governance
    HR manager = HR officer; human resources manager; HR director; HR lead; HR adviser; personnel manager; people director; HR business partner; people partner; head of HR; head of people; HR advisor; HR administrator; chief people officer; HR assistant ~ HR
    Marketing officer = communications officer; marketing manager; communications manager; press officer; comms officer; marketing assistant; head of communications; communications lead; marketing lead; head of marketing; PR officer ~ Communications
    Family support worker = FSW; home school link worker; family liaison officer; parent support adviser; family worker; PSA; family liaison; early help worker; family link worker; home school liaison; parent support worker; family support officer; early help lead; family practitioner; parent liaison officer; community liaison officer; family link officer; home school liaison officer ~ Family support
    Learning mentor = academic mentor; behaviour mentor; pupil mentor ~ Pastoral
    Behaviour lead = behaviour manager; behaviour mentor; behaviour support worker; behaviour specialist; behaviour support officer; head of behaviour ~ Behaviour
    Librarian = library manager; library assistant; learning resource centre manager; LRC manager; school library manager ~ School libraries
    Cover supervisor = cover teacher; cover staff; cover manager; supply teacher; cover supervisors; cover organiser ~ Cover lessons
    Careers adviser = careers advisor; careers lead; careers leader; careers officer; careers guidance adviser; head of careers; careers coordinator; careers manager ~ Careers
    Counsellor = school counsellor; pupil counsellor; student counsellor ~ Counselling
    Therapist = therapy lead; therapists ~ Therapies
    Play therapist < Therapist = play therapists ~ Play therapy
    Art therapist < Therapist = art psychotherapist ~ Art therapy
    Music therapist < Therapist ~ Music therapy
    Drama therapist < Therapist = dramatherapist ~ Drama therapy
    Occupational therapist < Therapist = OT; OTs ~ Sensory regulation
    Physiotherapist < Therapist = physio ~ Physiotherapy
    School nurse = nurse; matron; medical officer; welfare assistant; nurses; medical assistant ~ Medical needs
    Educational psychologist = EP; school psychologist ~ SEND
    ELSA < Teaching assistant = emotional literacy support assistant ~ Emotional literacy support
    Cook = chef; catering manager; kitchen manager; kitchen assistant; school cook; catering assistant; catering lead; head of catering; cooks ~ Catering
    Cleaner = cleaning supervisor ~ Cleaning
    Midday supervisor = lunchtime supervisor; midday assistant; dinner lady; lunchtime assistant; dinner ladies; MDSA; MSA; lunchtime staff; lunch supervisor; midday supervisory assistant; playground supervisor; lunchtime assistants ~ Playtimes
    Early years leader = EYFS lead; early years lead; nursery manager; reception lead; EYFS leader; early years coordinator; head of nursery; head of early years; nursery leader; nursery head; foundation stage leader; foundation stage lead; EYFS coordinator ~ Early years
    Nursery nurse = early years practitioner; nursery practitioner; nursery assistant; early years educator; early years assistant; nursery worker; early years professional; nursery staff ~ Early years
    EAL coordinator = EAL lead; EAL leader ~ EAL
    Literacy coordinator < Head of department = literacy lead; English lead; reading lead ~ English
    Early career teacher < Teacher = ECT; NQT; newly qualified teacher; ECTs; ECT1; ECT2; trainee teacher; teacher trainee; student teacher
    Data protection officer = DPO ~ Data protection
    Director = directors
    Adviser = advisor; advisers; consultant; school improvement partner; school improvement adviser; school improvement lead; school improvement partners; education adviser; improvement partner
    Officer = officers
    Invigilator = exam invigilator ~ Exams
    Trustee = trustees ~ Governance
    Minibus driver = bus driver; driver; school bus driver; drivers ~ Minibus driving
    """
}
