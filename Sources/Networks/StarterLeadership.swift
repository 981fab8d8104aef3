extension TopicTree {
  /// Leading schools and growing those who work in them.
  static let leadershipLines = """
    Leadership = school leadership; headship; senior leadership; senior leadership team; SLT
    Executive leadership < Leadership = executive headship; trust leadership
    Middle leadership < Leadership = subject leadership; curriculum leadership; heads of department; department leadership; phase leadership
    Coaching < Leadership = mentoring; instructional coaching; coaching and mentoring; executive coaching; leadership coaching; coaching conversations ~ mentor/mentoring/coach ECT/ECTs/NQT/trainee/trainees/student/teacher/colleague/colleagues; better mentor
    Difficult conversations < Leadership = courageous conversations; holding to account; challenging conversations
    Early career teachers < Leadership = ECT; ECTs; ECF; NQT; NQTs; new teachers; induction of teachers; ECT induction; early career framework; newly qualified teachers; ECT mentoring; appropriate body; AB form; RQT; RQTs; probationer ~ new/first teacher struggling/mentor; started teaching struggling/mentor/mentors; newly/just qualified; first year teaching
    Initial teacher training < Leadership = ITT; teacher training; trainee teachers; teacher trainees; PGCE; SCITT; student teachers; school direct; QTS; assessment only route; ITE; beginning teachers; trainees; placement students
    Professional development < Leadership = CPD; CPDL; staff training; INSET; staff development; CPD programme; professional learning; training programmes
    National professional qualifications < Leadership = NPQ; NPQs; NPQML
    NPQ headship < National professional qualifications = NPQH; headship NPQ; NPQ for headship; headship qualification; qualification for headship; NPQ in headship
    NPQ senior leadership < National professional qualifications = NPQSL; senior leadership NPQ; NPQ in senior leadership; senior leadership qualification
    NPQ executive leadership < National professional qualifications = NPQEL; executive leadership NPQ; executive leadership qualification
    NPQ leading teaching < National professional qualifications = NPQLT; leading teaching NPQ; leading teaching qualification; NPQ teaching
    NPQ leading teacher development < National professional qualifications = NPQLTD; leading teacher development NPQ; teacher development NPQ; NPQ teacher development
    NPQ leading behaviour and culture < National professional qualifications = NPQLBC; leading behaviour NPQ; behaviour and culture NPQ; behaviour and culture qualification; NPQ behaviour
    NPQ leading literacy < National professional qualifications = NPQLL; leading literacy NPQ; leading literacy qualification; NPQ literacy; literacy NPQ; NPQ in leading literacy
    NPQ leading primary mathematics < National professional qualifications = NPQLPM; leading primary maths NPQ; leading primary mathematics NPQ; NPQ maths; maths NPQ; primary maths NPQ
    NPQ early years leadership < National professional qualifications = NPQEYL; early years leadership NPQ; early years NPQ; NPQ early years; early years leadership qualification
    NPQ for SENCOs < National professional qualifications = NPQSENCO; NPQ SENCO; NPQ SEND; SENCO qualification; National Award for SEN; NASENCO; NASENCo award
    Performance management < Leadership = appraisal; staff appraisal; capability; upper pay scale; pay progression; threshold application; UPS application; PM targets
    Curriculum design < Leadership = curriculum planning; curriculum development; intent; curriculum intent; intent implementation impact; schemes of work; knowledge-rich curriculum; sequencing; progression maps; curriculum mapping; long-term plans; medium-term plans; curriculum maps; curriculum overview; progression; subject sequencing ~ plan/planning curriculum; what taught when; order topics/units teach; sequence lessons/units/knowledge; units planning; knowledge organised
    School improvement < Leadership = SIP; improvement planning; school improvement plan; school improvement partner; school evaluation; self-evaluation; SEF; school development plan; SDP
    School reviews < School improvement = peer review; peer reviews; external review; challenge partners
    Inspection < School improvement = Ofsted; inspection readiness; deep dive; deep dives; inspectors; inspector; Ofsted inspection; inspection framework; Ofsted call; Ofsted visit ~ inspection coming; inspectors call/phone; inspectors due; Ofsted coming/call/due/prepare/visit; inspector/inspectors coming/visit
    Church school inspection < Inspection = SIAMS
    Requires improvement schools < School improvement = special measures; schools causing concern; turnaround
    Change management < Leadership = implementation; project management; implementation science ~ make change stick
    Timetabling < Leadership = timetable; timetables; curriculum modelling ~ rota/rotas lessons/teachers/rooms/class; lessons/rooms/classes clash/clashes/clashing; room/rooms swap/allocated lessons
    Strategic planning < Leadership = strategy; vision and values; vision
    Research and evidence < Leadership = evidence-informed practice; action research; research; evaluation of impact; EEF; research school
    Partnership working < Leadership = collaboration; working with other schools; school-to-school support
    Community engagement < Partnership working = community links; community partnerships; local community; volunteers; volunteering
    Alumni < Community engagement
    International links < Partnership working = school exchanges; exchange visits; overseas trips; twinning
    Business links < Partnership working = local employers; sponsorship; sponsors
    Universities and research partners < Partnership working
    Governance < Leadership = governors; trustees; governing body; governing board; local governing body; LGB; academy trust governance; local governing boards; governor training; new governors; trust board; scheme of delegation; governor recruitment; chair of governors; parent governors; board meetings; link governors ~ learn ropes governor; governor questions; governors meeting/panel/papers/visit/report; board papers; parent governor
    Clerking < Governance = clerk; governance professional; minutes; clerk to governors
    Company secretary < Governance = company secretarial; Companies House; academy trust handbook
    Policies < Governance = school policies; policy writing; statutory policies
    Trust growth < Governance = due diligence; academy conversion; mergers; joining a trust; new schools joining; free school bids; trust expansion; expansion; growing the trust; new school joining
    Church and faith schools < Leadership = diocese; diocesan; faith schools; church schools
    Flexible working < HR = part-time working; job share; job shares; part time; going part time; compressed hours; phased return
    """
}
