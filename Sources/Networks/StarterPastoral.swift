extension TopicTree {
  /// Care, conduct and safety.
  static let pastoralLines = """
    Pastoral = pastoral care; personal development
    Behaviour < Pastoral = behavior; behaviour management; behavioural needs; relational practice; discipline; classroom management; behaviour policy; behaviour support; low-level disruption; challenging behaviour ~ class listen; won't listen; shout/shouting out; won't sit down; out control class; climbing walls; naughty; swearing; throw/throwing things; disrupt lessons; rude staff; fight/fighting; calm class; chaos lessons; answer back; refuses do told; rowdy; kicks off; kick/kicking off; bite/bites/biting child/children/others/pupils/staff; running around/riot
    Behaviour routines < Behaviour = routines; lining up; corridors; classroom routines
    Rewards and sanctions < Behaviour = rewards; sanctions; detentions; praise; isolation; removal room
    Restorative practice < Behaviour = restorative approaches; restorative justice; restorative conversations; repairing relationships
    De-escalation < Behaviour = positive handling; physical intervention; restraint; restrictive physical intervention; reasonable force ~ safe/safely hold/holding child; lash/lashes/lashing out; hits staff; violent pupil
    Team Teach < De-escalation
    Exclusions < Behaviour = excluded; excluding; suspensions; permanent exclusion; permanent exclusions; fixed-term exclusions; managed moves; reintegration ~ send home pupil; expelled
    Anti-bullying < Behaviour = bullying; bullied; bullies ~ picked on; pick on; nasty each other
    Uniform < Behaviour = school uniform; dress code
    Mobile phones < Behaviour = phone policy; phone bans ~ phones lessons
    Attendance < Pastoral = persistent absence; absence; absenteeism; education welfare; truancy; severe absence; punctuality; lateness ~ miss/missing school; bunk/bunking off; skive/skiving; keep/keeps off school; late every day; refuse/refuses/won't come/attend/go school; never in school; days off; stay/stays/staying home; take/taken out holiday; turn up; absent; truant; off school
    School refusal < Attendance = EBSA; emotionally based school avoidance; EBSNA; school avoidance; anxious non-attenders; school phobia
    Children missing education < Attendance = CME; off-rolling; elective home education; home educated
    Penalty notices < Attendance = attendance fines; fixed penalty notices ~ fined holiday/holidays; fine/fines parents; fined parents
    Attendance codes < Attendance = registers; registration codes
    Safeguarding < Pastoral = child protection; designated safeguarding; KCSIE; keeping children safe in education; safeguarding and child protection; safeguarding concerns; abuse; neglect; child abuse ~ worried child home; keep/keeping children/pupils safe; hurt home; tell child worried; child harmed; bruise/bruises; disclosure; unsafe home; scared child; not safe; abused; frightened go home; dirty hungry clothes; run/ran/runs/running off site; left site; hit parents; social services
    Prevent duty < Safeguarding = Prevent; radicalisation; extremism; counter-terrorism
    Contextual safeguarding < Safeguarding = county lines; exploitation; criminal exploitation; gangs; knife crime; child criminal exploitation; CCE ~ carrying knife; drug/drugs dealing; selling drugs; dealing older boys/lads/pupils; missing home overnight
    Child sexual exploitation < Safeguarding = CSE; grooming
    Child-on-child abuse < Safeguarding = peer-on-peer abuse; sexual harassment; sexual violence; harmful sexual behaviour
    Domestic abuse < Safeguarding = domestic violence; Operation Encompass
    Female genital mutilation < Safeguarding = FGM; honour-based abuse; forced marriage
    Private fostering < Safeguarding
    Working with the police < Safeguarding = police; police liaison; police officers; youth justice; youth offending; youth offending team
    Substance misuse < Safeguarding = drug misuse; alcohol misuse
    Early help < Pastoral = CAF; team around the family; TAF; early help assessment; multi-agency working; MASH
    Mental health < Pastoral = wellbeing; SEMH; social, emotional and mental health; emotional health; pupil wellbeing; emotional wellbeing; mental health lead; senior mental health lead; mental health support ~ anxious; anxiety; anxieties; worried all time; panic attacks; depressed; depression; low mood; sad all time; self harm; self-harm; self-harming; cutting; suicidal; suicide; stress exams; eating disorder; stop/stopped/not/won't eat/eating; anorexia; crying; cries; low self-esteem; nervous; tearful; can't cope; cannot cope; stressed pupils
    Mental Health First Aid < Mental health = MHFA; youth mental health first aid; mental health first aider
    Emotional literacy support < Mental health = ELSA; emotional literacy; emotional literacy support assistant
    Counselling < Mental health = school counselling; counsellor; therapeutic support; school counsellor
    Bereavement < Mental health = grief; loss; bereaved ~ parent died; mum/dad/gran/nan/grandad/grandparent/brother/sister/pet died; lost/losing mum/dad/parent/gran/nan/grandad/grandparent/brother/sister; grieving; someone died; death family; dying
    Family breakdown < Family support = parental separation; divorce ~ parents splitting; parents divorcing
    Resilience < Mental health = growth mindset; character education; mindfulness
    Trauma-informed practice < Mental health = trauma; adverse childhood experiences; ACEs; trauma-informed; attachment and trauma
    Attachment < Trauma-informed practice = attachment aware; attachment theory; attachment awareness
    Nurture groups < Mental health = nurture; nurture provision; nurture group; boxall profile
    Thrive approach < Mental health = Thrive
    Sleep < Mental health = tired pupils ~ falls asleep; sleepy
    Family support < Pastoral = parenting support; parenting classes; parenting courses; family work; home visits ~ parents struggling home; parents need help; housing; evicted; food bank
    Parental engagement < Family support = parents; working with parents; parents' evenings; engaging families; hard-to-reach families; PTA ~ parents engage; angry parent/parents; parents come in
    Young offenders < Working with the police
    Pupil voice < Pastoral = student voice; school council; student leadership; pupil parliament; student council
    Peer mentoring < Pastoral = buddies; buddy system; playground leaders
    House system < Pastoral = houses; tutor time; form time; tutor groups
    Playtimes < Pastoral = lunchtimes; break duty; lunchtime supervision; playground
    Transition < Pastoral = year 6 to 7; year 6 to year 7; KS2 to KS3; primary to secondary; primary to secondary transfer; secondary transfer; transition days ~ moving up primary; move/moving/going up big/secondary school; settle new school; start/starting secondary; feeder schools; year 6 year 7; join/joining us year 7
    Early years transition < Transition = starting school
    """
}
