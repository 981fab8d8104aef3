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
    Headteacher = head teacher; head; heads; principal; headmaster; headmistress; executive head; executive headteacher; executive principal; head of school; HT; HTs; acting head; interim head; co-head; boss; person in charge; interim headteacher; acting headteacher; HoS; head of academy; academy head ~ Leadership
    Deputy headteacher = deputy head teacher; deputy head; deputy principal; deputy; vice principal; DHT; deputies; acting deputy; associate head; VP; DH; associate headteacher ~ Leadership
    Assistant headteacher = assistant head teacher; assistant head; assistant principal; AHT; assistant vice principal; AVP; associate assistant head ~ Leadership
    SENCO = SENDCo; SENCo; SEN coordinator; SEND coordinator; SENDCO; SEND lead; SEN lead; SEN co-ordinator; special needs coordinator; special educational needs coordinator; inclusion lead; inclusion manager; SENCOs; SENDCOs; SENCO assistant; inclusion leader; inclusion coordinator; ALNCo; SEND manager; SEND leader; head of SEND; head of inclusion; director of inclusion; SEND officer; SEND administrator; special needs lead ~ SEND
    Deputy designated safeguarding lead < Designated safeguarding lead = DDSL; deputy DSL; deputy safeguarding lead; deputy safeguarding officer ~ Safeguarding
    Designated safeguarding lead = DSL; designated safeguarding; safeguarding lead; safeguarding leader; safeguarding officer; safeguarding manager; child protection officer; child protection lead; head of safeguarding; director of safeguarding; designated person; designated safeguarding officer; safeguarding team; safeguarding and attendance officer; safeguarding person; lead DSL ~ Safeguarding
    Higher level teaching assistant < Teaching assistant = HLTA; higher level TA; higher-level teaching assistant; higher level TAs
    Teaching assistant = TA; LSA; classroom assistant; learning support assistant; class assistant; teacher assistant; support assistant; LSAs; teaching partner; learning partner; one-to-one TA; 1:1 TA; special needs assistant; SNA; learning assistant; TAs; SEN TA; SEND TA; learning support mentor
    Speech assistant = speech and language assistant; SALT assistant ~ Speech and language
    Speech and language therapist = SALT therapist; speech therapist ~ Speech and language
    Class teacher < Teacher = classroom teacher; form teacher
    Teacher = schoolteacher
    Business manager = SBM; bursar; school business manager; business leader; school business leader; SBL; director of business; business director; SBMs; school business lead; business and finance manager; head of business; finance and business manager; business support manager ~ Finance
    Finance director < Director = CFO; chief financial officer; chief finance officer; director of finance; FD; head of finance; chief financial and operating officer ~ Finance
    Finance officer = finance manager; finance assistant; accounts assistant; finance lead; finance clerk; finance administrator; finance business partner; accountant; payroll officer; payroll clerk; payroll manager; finance team; accounts team; finance department; finance office; payroll team; accounts clerk; finance person; purchase ledger clerk ~ Finance
    Chief executive = CEO; chief executive officer; trust leader; executive leader; trust CEO; chief exec; trust boss
    Chief operating officer = COO; operations director; director of operations ~ Operations
    Operations manager = operations lead; operations officer ~ Operations
    Attendance officer = EWO; education welfare officer; attendance lead; attendance manager; attendance welfare officer; attendance improvement officer; attendance leader; attendance champion; attendance and welfare officer; education welfare; attendance administrator; truancy officer; attendance team; absence officer; attendance person; attendance support officer; attendance mentor; attendance clerk; attendance and family officer ~ Attendance
    Head of year = HoY; HoYs; year head; year leader; year lead; pastoral head; year manager; heads of year; progress leader; head of house; year group lead; head of key stage; head of lower school; head of upper school; house leader; progress lead; heads of house; head of year group; assistant head of year; pastoral year lead; achievement leader; director of year ~ Pastoral
    Pastoral lead = pastoral leader; pastoral manager; pastoral officer; pastoral support; head of pastoral; pastoral worker; student support officer; student services; pastoral assistant; pastoral deputy; pastoral team; student support manager; pastoral care lead; student welfare officer; pastoral mentor; pastoral support officer; pastoral support worker; student services officer; pastoral person ~ Pastoral
    Head of department = HoD; HoDs; head of faculty; faculty head; faculty lead; department head; heads of department; subject leader; subject lead; curriculum leader; curriculum lead; leader of subject; HOD; faculty leader; subject coordinator; head of subject; curriculum area leader; subject heads; director of subject; curriculum team leader ~ Middle leadership
    Technician = tech
    Lab technician < Technician = science technician; laboratory technician; science tech; lab tech; lab assistant; science lab technician; senior science technician; prep room technician ~ Practical science
    IT technician < Technician = ICT technician; computer technician; IT support technician; ICT support; IT support; IT support officer; network technician; computing technician; tech support; computer guy; ICT guy; helpdesk technician ~ IT systems
    Network manager = IT manager; ICT manager; network administrator; IT director; IT lead; head of IT; ICT lead; ICT network manager; systems manager; head of ICT; IT services manager; systems administrator ~ IT systems
    Site manager = caretaker; premises manager; site supervisor; site staff; site team; janitor; handyman; premises officer; site officer; caretakers; site agent; premises staff; premises assistant; site assistant; groundsman; grounds staff; janitors; premises supervisor; facilities officer; site lead; maintenance team; maintenance officer; maintenance man; caretaking team; premises lead; site guy; maintenance assistant; groundskeeper; site controller; site keeper ~ Estates
    Estates manager = estates director; director of estates; head of estates; facilities manager; head of facilities; estates officer; estates lead; health and safety manager; compliance manager; estates team; estates and facilities manager; health and safety officer; buildings manager ~ Estates
    Office manager = front desk; reception desk; main office; front office; school secretary; receptionist; school office; admin manager; office administrator; secretary; school office manager; receptionists; reception staff; front office staff; PA to the headteacher; admin lead; head's PA; headteacher's PA; PA to the head; PA to the principal; office team; reception team; school receptionist; office lead; office lady; runs the office; admin team leader; office supervisor ~ Administration
    Administrator = admin assistant; admin officer; administration assistant; administrative assistant; clerical assistant; office assistant; clerical officer; administrative officer; school administrator; office staff; admin team; admin person; admin staff; office admin assistant; clerical staff ~ Administration
    Data manager = data officer; data lead; MIS manager; director of data; MIS officer; data administrator; data and exams manager; head of data; data team; data person; data and MIS manager; data and assessment manager ~ Data analysis
    Analyst = data analyst ~ Data analysis
    Exams officer = examinations officer; exam officer; exams manager; exams secretary; examination officer; exams team; exams person; exams administrator; exams lead; exams and data manager ~ Exams
    Governance professional = clerk to governors; clerk; governance clerk; clerk to the board; head of governance; governance officer; company secretary; director of governance; clerk to the trustees; governance manager; governance lead; clerk to the governing body; clerk to the trust; governance support officer; governance team ~ Governance
    HR manager = HR officer; human resources manager; HR director; HR lead; HR adviser; personnel manager; people director; HR business partner; people partner; head of HR; head of people; HR advisor; HR administrator; chief people officer; HR assistant; HR team; HR department; HR person; human resources officer; recruitment officer; recruitment manager; resourcing manager ~ HR
    Marketing officer = communications officer; marketing manager; communications manager; press officer; comms officer; marketing assistant; head of communications; communications lead; marketing lead; head of marketing; PR officer; comms team; marketing team; comms manager; comms lead; media officer; communications team; web editor; communications assistant ~ Communications
    Family support worker = FSW; home school link worker; family liaison officer; parent support adviser; family worker; PSA; family liaison; early help worker; family link worker; home school liaison; parent support worker; family support officer; early help lead; family practitioner; parent liaison officer; community liaison officer; family link officer; home school liaison officer; family support practitioner; family support adviser; family support advisor; early help officer; early help coordinator; family mentor; family lead; parent mentor; family officer; parent support advisor ~ Family support
    Learning mentor = academic mentor; behaviour mentor; pupil mentor; progress mentor; inclusion mentor ~ Pastoral
    Behaviour lead = behaviour manager; behaviour mentor; behaviour support worker; behaviour specialist; behaviour support officer; head of behaviour; behaviour team; behaviour officer; behaviour support assistant; inclusion room manager; isolation room manager; behaviour leader ~ Behaviour
    Librarian = library manager; library assistant; learning resource centre manager; LRC manager; school library manager; library staff; learning resources manager ~ School libraries
    Cover supervisor = cover teacher; cover staff; cover manager; supply teacher; cover supervisors; cover organiser; cover team; cover person; cover coordinator ~ Cover lessons
    Careers adviser = careers advisor; careers lead; careers leader; careers officer; careers guidance adviser; head of careers; careers coordinator; careers manager; careers team; careers person; careers and employability lead ~ Careers
    Counsellor = school counsellor; pupil counsellor; student counsellor; counselling lead; wellbeing counsellor ~ Counselling
    Therapist = therapy lead; therapists ~ Therapies
    Play therapist < Therapist = play therapists ~ Play therapy
    Art therapist < Therapist = art psychotherapist ~ Art therapy
    Music therapist < Therapist ~ Music therapy
    Drama therapist < Therapist = dramatherapist ~ Drama therapy
    Occupational therapist < Therapist = OT; OTs; paediatric OT ~ Sensory regulation
    Physiotherapist < Therapist = physio ~ Physiotherapy
    School nurse = nurse; matron; medical officer; welfare assistant; nurses; medical assistant; medical team; first aid officer; medical welfare officer; school matron; health care assistant; medical needs officer ~ Medical needs
    Educational psychologist = EP; school psychologist; ed psych; ed psychologist; EPs ~ SEND
    ELSA < Teaching assistant = emotional literacy support assistant; emotional literacy assistant; emotional literacy TA ~ Emotional literacy support
    Cook = chef; catering manager; kitchen manager; kitchen assistant; school cook; catering assistant; catering lead; head of catering; cooks; kitchen team; kitchen staff lead; chef manager; head cook; head chef; kitchen supervisor; catering team ~ Catering
    Cleaner = cleaning supervisor; cleaning team; cleaning staff; cleaner in charge; cleaning manager; head cleaner ~ Cleaning
    Midday supervisor = lunchtime supervisor; midday assistant; dinner lady; lunchtime assistant; dinner ladies; MDSA; MSA; lunchtime staff; lunch supervisor; midday supervisory assistant; playground supervisor; lunchtime assistants; lunchtime ladies; dinner supervisor; midday meals supervisor; MDS; mealtime assistant; dinner staff ~ Playtimes
    Early years leader = EYFS lead; early years lead; nursery manager; reception lead; EYFS leader; early years coordinator; head of nursery; head of early years; nursery leader; nursery head; foundation stage leader; foundation stage lead; EYFS coordinator; EYFS manager; head of EYFS; reception leader; early years manager ~ Early years
    Nursery nurse = early years practitioner; nursery practitioner; nursery assistant; early years educator; early years assistant; nursery worker; early years professional; nursery staff; early years TA; EYFS TA; early years staff; nursery key worker; nursery TA ~ Early years
    EAL coordinator = EAL lead; EAL leader; EAL teacher; EAL TA; head of EAL; EAL mentor; EAL assistant ~ EAL
    Literacy coordinator < Head of department = literacy lead; English lead; reading lead ~ English
    Early career teacher < Teacher = ECT; NQT; newly qualified teacher; ECTs; ECT1; ECT2; trainee teacher; teacher trainee; student teacher
    Data protection officer = DPO; data protection lead; GDPR lead; data protection manager; GDPR officer ~ Data protection
    Director = directors
    Adviser = advisor; advisers; consultant; school improvement partner; school improvement adviser; school improvement lead; school improvement partners; education adviser; improvement partner; school improvement officer; education consultant
    Officer = officers
    Invigilator = exam invigilator; lead invigilator ~ Exams
    Trustee = trustees ~ Governance
    Minibus driver = bus driver; driver; school bus driver; drivers; coach driver ~ Minibus driving
    """
}
