extension TopicTree {
  /// Whoever needs more than most.
  static let inclusionLines = """
    Inclusion = inclusive practice
    SEND < Inclusion = SEN; special educational needs; special needs; special educational needs and disabilities; additional needs; learning difficulties; ALN; SEND code of practice; SEN code of practice; SEN support; inclusion register; graduated approach; SEND support; SEN paperwork; additional needs support; special educational need ~ pupils needs identified; child not coping learning; diagnosis; falling behind; way behind class; assess learning difficulty; cannot access work/learning; special/extra help class/learning; not keep up class/work/rest/others; behind peers/others/rest/class
    Education, health and care plans < SEND = EHCP; EHCPs; EHC plans; EHC plan; statutory assessment; EHC needs assessment; EHCP annual reviews; statements of special educational needs; tribunal; EHCP applications; education health and care plan; needs assessment; EHCNA; EHCNAs; EHC assessment; top-up funding; high needs funding; element 3 ~ apply plan send; parents/parent asking/ask EHCP; request assessment council
    Annual reviews < Education, health and care plans = annual review meetings
    Provision mapping < SEND = provision maps; individual education plans; IEPs; IEP; learning plans; one-page profiles; IPM; IPMs; APDR; assess plan do review; pupil passports; pupil passport; ILP; ILPs; SEN support plans; SEN support plan; SEND support plans
    Autism < SEND = ASC; ASD; autistic pupils; autistic; autism spectrum; autism spectrum condition; Asperger's; autism assessment; autistic girls; PDA profile ~ spectrum meltdown/meltdowns; spectrum pupil/child; pathological demand avoidance; PDA; meltdown/meltdowns; stimming; masking; flap/flaps/flapping hands; upset/upsets/cannot change/changes routine/routines; lines up toys; no eye contact; takes literally; flap/flaps/flapping; lines/line/lining cars/toys/objects; same routine/food/thing every; hate/hates change/changes; covers ears noise/noisy/loud
    ADHD < SEND = attention deficit; hyperactivity; ADD ~ cannot sit still; fidget; cannot concentrate; hyperactive; cannot focus; attention span; impulsive; restless; daydreams; constantly moving/fidgeting
    Neurodiversity < SEND = neurodivergent; neurodivergence
    Dyslexia < SEND = specific learning difficulties; SpLD; dyslexic; dyslexia-friendly; dyslexia assessment; dyslexia screening; specialist assessor; SpLD assessor; level 7 assessor; coloured overlays ~ letters back front; mixes up letters; letters jump/move/swap/reverse; reverses letters; struggles/struggle spelling reading; mix/mixes/mixing/reverse/reverses/confuse/confuses b&d/letters; words/letters move/swim/jump page
    Dyscalculia < SEND ~ numbers/digits back front; numbers/digits backwards/reversed/muddled; not understand number/numbers/quantity
    Dyspraxia < SEND = developmental coordination disorder; DCD ~ clumsy; fine motor; gross motor; tie/tying/ties shoelace/shoelaces/laces; not scissors/cutlery; hold/use/using/holding scissors/cutlery; always/keeps bump/bumps/bumping
    Fine motor skills < Dyspraxia = gross motor skills; motor skills
    Tourette syndrome < SEND = Tourette's; tics
    Down syndrome < SEND = Down's syndrome
    Foetal alcohol spectrum disorder < SEND = FASD
    Speech and language < SEND = SLCN; communication needs; speech therapy; speech and language therapy; SALT; SaLT; speech, language and communication needs; language delay; developmental language disorder; DLD; speech delay; stammering; stuttering; speech and language therapist; word finding; late talkers; receptive language; expressive language; NELI ~ stammer; stutter; hardly speaks; cannot say words; unclear speech; cannot understand instructions; lisp; late talker; pronounce/pronounces/pronunciation; mumble/mumbles; hard understand speech; cannot follow instructions; lost words; selectively/selective mute/mutism; words/speech/sentences jumbled/muddled/slurred/wrong; make out saying/says/say/speech/words/talking; not understand saying/says; talk/talks/speak/speaks single/few/only/two word/words; find/finding right word/words; say/make sounds not/wrong; not talk/talking/speak/speaking yet/three/four/nursery/reception; not talk/talks/talking/speak/speaks/speaking nursery/reception/toddler; only says/say words/sounds
    Selective mutism < Speech and language = selectively mute; situational mutism ~ hardly speak/speaks/talk/talks school/class; silent school talks home
    Augmentative communication < Speech and language = AAC; communication aids; picture exchange; PECS; symbols; visual timetables; Widgit; Picture Exchange Communication System ~ nonverbal; non verbal; cannot speak all; pictures communicate; cards communicate; communicate pictures
    Intensive interaction < Profound and multiple learning difficulties
    Attention Autism < Autism = bucket time; attention bucket
    Colourful semantics < Speech and language
    Lego therapy < Therapies = Lego-based therapy; brick therapy ~ Lego
    Social skills groups < SEND = social skills; social stories; comic strip conversations ~ no friends; cannot make friends
    Zones of Regulation < Sensory regulation = emotional regulation; self-soothing; colour zones ~ feelings colours; naming feelings; colours emotions; recognise/recognising/name/naming/understand/control/manage/express/regulate feelings/emotions; big feelings/emotions
    Sensory impairment < SEND = hearing impairment; visual impairment; HI; VI; deaf; blind; deaf pupils; blind pupils; partially sighted; hearing aids; radio aids; vision impairment; multi-sensory impairment; MSI; hearing loss; sight loss; cochlear implant; qualified teacher of the deaf; large print ~ hearing loss; cannot hear; cannot see board; glasses large print; lost hearing/sight; new glasses; lip reading/read; see board/screen/page not/squint; hear/hearing not teacher/back/front; squint/squints/squinting; deaf ear; hearing aid/aids
    Braille < Sensory impairment
    Physical disability < SEND = mobility; physical disabilities; wheelchair; wheelchairs; accessibility ~ wheelchair user; cerebral palsy; walking frame; crutches; broken leg/arm; muscular dystrophy
    Moving and handling < Physical disability = manual handling; hoisting; lifting and handling ~ lift/lifting hoist; hoist/hoisting pupils
    Hydrotherapy < Physical disability = hydrotherapy pool; rebound therapy
    Moderate learning difficulties < SEND = MLD
    Profound and multiple learning difficulties < SEND = PMLD; severe learning difficulties; SLD; complex needs; engagement model
    Sensory regulation < SEND = sensory processing; occupational therapy; sensory diets; sensory room; sensory needs; sensory breaks; ear defenders; sensory profile ~ overwhelmed noise; covers ears; noise lights; hate/hates/cannot/scared/upset/bear/stand noise/noises/shoes/labels/textures; chew/chews clothes/sleeves/pencils; weighted blanket
    Sensory circuits < Sensory regulation
    Therapies < Inclusion
    Art therapy < Therapies
    Play therapy < Therapies = therapeutic play
    Music therapy < Therapies
    Drama therapy < Therapies = dramatherapy
    Animal therapy < Therapies = therapy dog; therapy pony; therapy animals; reading dog; school dog; pet therapy; dog therapy; equine therapy
    Physiotherapy < Therapies = physio
    Medical needs < Inclusion = supporting pupils with medical conditions; medical conditions; health care plans; administering medicines; medication; medicines ~ tablets medicine; diabetic; long illness hospital; give/giving/store/storing/administer medicine/medicines/medication/tablets/pills; feeding tube; catheter; nits; head lice; cancer/chemotherapy child/pupil; injections; migraine/migraines; fainted/faints/fainting; epileptic/seizure/seizures/fits/asthma/epipen/nut/allergy/allergic pupil/child/class
    First aid < Medical needs = first aiders; paediatric first aid; defibrillator ~ faint/faints/fainted/fainting; collapsed; nosebleed/nosebleeds; unconscious; choke/choking/chokes/choked; bleed/bleeding knee/hand/head/child/nose; cut/cuts/gashed badly/hand/finger/head/knee/leg; bump/bumped/bang/banged/knocked head; head injury; burn/burnt/burned/scalded hand/finger; seizure/seizures child/class/lesson; stung/sting bee/wasp; ankle/wrist twisted/sprained/broken; plasters
    Diabetes < Medical needs = insulin; insulin pump; blood sugar ~ hypo; blood glucose
    Epilepsy < Medical needs = seizures; seizure ~ has/having fits; fits class/lesson; fitting pupil/child
    Asthma < Medical needs = inhalers ~ wheezing; cannot breathe; asthma attack
    Allergies < Medical needs = anaphylaxis; allergens; EpiPen; nut allergy; food allergies ~ allergic; peanut/peanuts/nut/nuts
    Toileting and intimate care < Medical needs = intimate care; continence ~ wet/wets/soil/soils himself/herself/themselves/pants; soiling; toilet accidents; changing nappies
    School nursing < Medical needs = school nurse; vaccinations
    EAL < Inclusion = English as an additional language; EFL; ESOL; multilingual learners; bilingual pupils; new arrivals; pupils new to English; English language learners; English as a second language; first language not English; mother tongue ~ new England; speak/speaks/speaking no English; no English arrived; arrived country; cannot speak English; new country language; hardly any English; little English; arrived/arrive/arriving/arrivals/came/moved/family/families/joined/child/pupil Syria/Ukraine/Poland/Romania/Afghanistan/Sudan/Eritrea/Iran/Iraq/Albania/Nigeria/Pakistan/Somalia/Turkey/abroad/overseas; new UK; moved England/UK; not understand English; cannot speak language; new country; translate/translator/translating/interpreter/interpreting family/families/parent/letter/meeting
    Refugees and asylum seekers < EAL = refugee pupils; refugees; refugee children; asylum; asylum seekers; Ukrainian families; unaccompanied children ~ fled war; refugee family; war/bombing escaped/escape; family/families/child asylum; hotel/hotels asylum/families
    Gypsy, Roma and Traveller education < Inclusion = GRT; traveller education; traveller families; Roma pupils
    Disadvantage < Inclusion = pupil premium; PP; PPG; disadvantaged pupils; closing the gap; poverty; poverty proofing; cost of living; food parcels; deprivation; disadvantaged ~ families cannot afford; hungry pupils; poor families; cannot afford uniform; afford/pay uniform/trip/trips/shoes/lunch/dinner cannot; hungry child/children/pupil/morning/mornings; no breakfast; poorest pupils/families; FSM funding/money/eligible/pupils/children/gap; premium spend/spending/money/funding
    Looked-after children < Inclusion = LAC; CLA; children in care; children looked after; virtual school; previously looked-after; PLAC; foster children; fostering; adopted children; adoption; designated teacher; personal education plans; PEPs; PEP; care-experienced; kinship care; special guardianship; children's home; care leavers ~ foster family/home/care; lives foster; adopted child/boy/girl/pupil/son/daughter; foster carer/carers/placement; moved placement/placements; taken care; lives/living grandparents/nan/aunt
    Young carers < Inclusion = carers; caring responsibilities ~ look/looks/looking/care/cares/caring mum/mother/dad/father/parent/parents/brother/sister/sibling/gran/nan/family; help/helps disabled/ill/sick mum/mother/dad/father/parent; carer mum/dad home; look/looks/looking/care/cares/caring siblings/grandma/grandad/grandparents/twin/baby/disabled/ill/poorly/sick; poorly/unwell/ill/sick/disabled mum/dad/parent/mother/father home/care/cook; mum/dad/parent wheelchair/disabled/bedridden child/pupil cares/cooks/cleans
    Service children < Inclusion = service pupils; military families; forces families; armed forces families
    Equality and diversity < Inclusion = EDI; equalities; equality; diversity; inclusion and diversity; protected characteristics; public sector equality duty
    Anti-racism < Equality and diversity = racism; race equality; decolonising the curriculum ~ racist
    LGBT+ inclusion < Equality and diversity = LGBTQ; LGBT; gender identity; trans pupils; gender questioning ~ gay pupils; wants change name pronouns; identify/identifies/identifying boy/girl/male/female/gender; change/changing gender/sex; born wrong body; transitioning pupil/student/gender; came/coming gay/bisexual/lesbian
    Gender equality < Equality and diversity = boys' achievement; misogyny; girls in STEM
    More able pupils < Inclusion = gifted and talented; gifted; talented; high ability; high attainers; most able; greater depth; higher attainers; stretch and challenge; high achievers; able pupils; challenge for the most able ~ bright bored; finishes work first; clever pupils; bored lessons/class; finishes early; stretch/challenge able/brightest/cleverest/bright; brightest; cleverest; Olympiad
    Alternative provision < Inclusion = PRU; pupil referral unit; hospital school; education other than at school; EOTAS
    """
}
