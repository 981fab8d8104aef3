extension TopicTree {
  /// Topics that people in English schools are asked about, in general words and without the names of products.
  ///
  /// A trust's own topics.csv extends and overrides them. Each line: the topic, `<` the topic it is part of, `=` other
  /// words for it.
  public static let starter: [Topic.Entry] = starterLines.split(separator: "\n").map { line in
    let sides = line.split(separator: "=", maxSplits: 1).map { trimmed(String($0)) }
    let names = sides[0].split(separator: "<", maxSplits: 1).map { trimmed(String($0)) }
    let synonyms = sides.count > 1 ? sides[1].split(separator: ";") : []
    return Topic.Entry(
      names[0], broader: names.count > 1 ? names[1] : nil,
      synonyms: synonyms.map { trimmed(String($0)) }, origin: .starter)
  }

  private static let starterLines = """
    Curriculum = subjects; curriculum subjects
    Teaching and learning = pedagogy; teaching; T&L
    Inclusion = inclusive practice
    Pastoral = pastoral care; personal development
    Leadership = school leadership
    Operations = business operations; support services
    English < Curriculum = literacy; English language; English literature
    Reading < English = reading comprehension; guided reading; comprehension
    Early reading < Reading = learning to read
    Phonics < Early reading = synthetic phonics; systematic phonics; letters and sounds; phonics scheme; phonics screening; phonics catch-up; phonics intervention; phonics interventions; blending; decoding
    Reading fluency < Reading = fluency
    Reading for pleasure < Reading = library; book culture
    Reading intervention < Reading = reading catch-up; catch-up reading; reading interventions; struggling readers; readers who struggle
    Writing < English = composition; writing intervention; writing interventions
    Spelling < Writing = spelling and grammar; SPaG; GPS
    Handwriting < Writing
    Oracy < English = spoken language; speaking and listening; talk
    Vocabulary < English = word gap; tier two words
    Mathematics < Curriculum = maths; math; numeracy; arithmetic; maths catch-up; maths intervention; maths interventions
    Mathematics mastery < Mathematics = maths mastery; mastery maths; teaching for mastery
    Times tables < Mathematics = multiplication tables; multiplication check; MTC
    Statistics teaching < Mathematics = teaching statistics
    Science < Curriculum
    Biology < Science
    Chemistry < Science
    Physics < Science
    Practical science < Science = science practicals; working scientifically; lab work
    History < Curriculum
    Geography < Curriculum = fieldwork
    Religious education < Curriculum = RE; religious studies; RS
    Modern languages < Curriculum = MFL; languages; foreign languages; French; Spanish; German; Mandarin
    Classics < Curriculum = Latin; Greek
    Art and design < Curriculum = art; visual arts
    Design and technology < Curriculum = DT; D&T; food technology; textiles; engineering
    Music < Curriculum = music hub; choir; singing; instrumental teaching
    Drama < Curriculum = theatre; performing arts
    Dance < Curriculum
    Physical education < Curriculum = PE; sport; games; school games
    Swimming < Physical education = water safety
    Outdoor learning < Curriculum = forest school; outdoor education
    Computing < Curriculum = ICT; IT curriculum; coding; programming; computer science
    Digital learning < Teaching and learning = educational technology; edtech; e-learning; online learning; remote learning
    Artificial intelligence < Digital learning = AI; generative AI
    Online safety < Safeguarding = e-safety; internet safety
    PSHE < Curriculum = personal, social, health and economic education; life skills
    Relationships and sex education < PSHE = RSE; RSHE; sex education
    Citizenship < Curriculum = British values; democracy
    Business and economics < Curriculum = business studies; economics
    Social sciences < Curriculum = psychology; sociology; politics
    Vocational education < Curriculum = BTEC; T levels; technical education; applied qualifications
    Careers < Curriculum = careers guidance; careers education; CEIAG; IAG; work experience; employer engagement
    Early years < Curriculum = EYFS; foundation stage; reception; nursery; early childhood; two-year-olds
    Key stage 1 < Curriculum = KS1; infants; year 1; year 2; Y1; Y2
    Key stage 2 < Curriculum = KS2; juniors; SATs; year 3; year 4; year 5; year 6; Y3; Y4; Y5; Y6
    Key stage 3 < Curriculum = KS3; lower secondary; year 7; year 8; year 9; Y7; Y8; Y9
    Key stage 4 < Curriculum = KS4; GCSE; GCSEs; year 10; year 11; Y10; Y11
    Post-16 < Curriculum = KS5; key stage 5; A level; A levels; sixth form teaching; year 12; year 13; Y12; Y13
    Mixed-age teaching < Teaching and learning = mixed age classes; small schools
    SEND < Inclusion = SEN; special educational needs; special needs; SENCO; SENCo work; additional needs; ALN; SENDCO; SEND code of practice; SEN code of practice
    Education, health and care plans < SEND = EHCP; EHCPs; statutory assessment; EHC plans
    Autism < SEND = ASC; ASD; autistic pupils; autism spectrum
    ADHD < SEND = attention deficit; hyperactivity
    Dyslexia < SEND = specific learning difficulties; SpLD; dyslexic pupils
    Dyscalculia < SEND
    Speech and language < SEND = SLCN; communication needs; speech therapy; SALT
    Sensory impairment < SEND = hearing impairment; visual impairment; HI; VI; deaf; blind
    Sign language < Sensory impairment = BSL; British Sign Language; signing
    Physical disability < SEND = mobility; moving and handling
    Moderate learning difficulties < SEND = MLD
    Profound and multiple learning difficulties < SEND = PMLD; severe learning difficulties; SLD; complex needs
    Sensory regulation < SEND = sensory circuits; sensory processing; occupational therapy
    Medical needs < Inclusion = supporting pupils with medical conditions; first aid
    EAL < Inclusion = English as an additional language; EFL; multilingual learners; bilingual pupils; new arrivals
    Gypsy, Roma and Traveller education < Inclusion = GRT; traveller education
    Disadvantage < Inclusion = pupil premium; PP; PPG; disadvantaged pupils; closing the gap
    Looked-after children < Inclusion = LAC; CLA; children in care; virtual school; previously looked-after
    Young carers < Inclusion = carers
    Equality and diversity < Inclusion = EDI; equalities; anti-racism; diversity
    More able pupils < Inclusion = gifted and talented; high attainers; most able
    Alternative provision < Inclusion = AP; PRU; pupil referral unit
    Behaviour < Pastoral = behavior; behaviour management; relational practice; discipline; classroom management
    Restorative practice < Behaviour = restorative approaches; restorative justice
    De-escalation < Behaviour = positive handling; physical intervention; restraint
    Exclusions < Behaviour = suspensions; permanent exclusion
    Anti-bullying < Behaviour = bullying
    Attendance < Pastoral = persistent absence; absence; school refusal; EBSA; emotionally based school avoidance; education welfare
    Safeguarding < Pastoral = child protection; DSL; designated safeguarding lead; KCSIE
    Prevent duty < Safeguarding = radicalisation; extremism
    Contextual safeguarding < Safeguarding = county lines; exploitation; CSE
    Mental health < Pastoral = wellbeing; SEMH; emotional health; pupil wellbeing; ELSA; counselling; anxiety; bereavement
    Trauma-informed practice < Mental health = trauma; attachment; adverse childhood experiences; ACEs
    Nurture groups < Mental health = nurture; nurture provision
    Family support < Pastoral = early help; parenting; parental engagement; parents
    Pupil voice < Pastoral = student voice; school council
    Transition < Pastoral = year 6 to 7; year 6 to year 7; Y6 to Y7; KS2 to KS3; primary to secondary; primary to secondary transfer; transfer
    Assessment < Teaching and learning = moderation; marking; feedback; formative assessment; AfL; testing
    Exams < Assessment = examinations; exams officer; access arrangements; invigilation
    Metacognition < Teaching and learning = self-regulation; learning to learn; retrieval practice; cognitive science
    Adaptive teaching < Teaching and learning = differentiation; scaffolding
    Questioning < Teaching and learning
    Homework < Teaching and learning
    Teaching assistants < Teaching and learning = TAs; LSAs; HLTA; deployment of support staff
    Tutoring < Teaching and learning = small group tuition; one-to-one tuition; tuition; catch-up; interventions
    Coaching < Leadership = mentoring; instructional coaching; coaching and mentoring
    Early career teachers < Leadership = ECT; ECTs; ECF; NQT; induction; early career framework
    Initial teacher training < Leadership = ITT; teacher training; trainees; PGCE; SCITT
    Professional development < Leadership = CPD; CPDL; staff training; INSET; staff development
    National professional qualifications < Leadership = NPQ; NPQs; NPQH; NPQSL; NPQLT; NPQLBC; NPQEL; NPQML
    Curriculum design < Leadership = curriculum planning; curriculum development; intent; schemes of work; knowledge-rich curriculum
    School improvement < Leadership = SIP; improvement planning; school improvement partner; school evaluation; SEF
    Inspection < School improvement = Ofsted; inspection readiness; deep dive; deep dives; SIAMS
    Middle leadership < Leadership = subject leadership; heads of department
    Change management < Leadership = implementation; project management
    Research and evidence < Leadership = evidence-informed practice; action research; evaluation
    Partnership working < Leadership = collaboration; community engagement; networks
    Governance < Leadership = governors; trustees; local governing body; LGB; clerking; company secretary
    Trust growth < Governance = due diligence; academy conversion; mergers
    Finance < Operations = budget; budgeting; ICFP; school finance; accounts; payroll
    Procurement < Finance = purchasing; contracts; tendering
    Bid writing < Finance = grants; fundraising; income generation
    Estates < Operations = premises; facilities; buildings; caretaking; site management; CIF
    Health and safety < Operations = risk assessment; H&S; fire safety; asbestos
    Sustainability < Operations = climate; net zero; energy; eco-schools
    Catering < Operations = school meals; school food; free school meals
    Transport < Operations = minibus; school travel
    HR < Operations = human resources; personnel; employment law; casework
    Recruitment < HR = hiring; safer recruitment; retention
    Staff wellbeing < HR = workload; occupational health
    Data analysis < Operations = data; reporting; census; statistics; data manager; MIS
    Data protection < Operations = GDPR; privacy; DPO; freedom of information; FOI
    Admissions < Operations = appeals; in-year admissions
    IT systems < Operations = networks and servers; IT support; cyber security; infrastructure
    Communications < Operations = marketing; website; social media; press; PR
    Complaints < Operations = complaint handling
    Risk management < Operations = risk register; business continuity; internal audit; insurance
    Administration < Operations = office management; reception desk; school office
    Educational visits < Operations = school trips; EVC; residentials
    """
}
