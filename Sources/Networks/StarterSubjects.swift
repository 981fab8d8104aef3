extension TopicTree {
  /// The subjects, and what is taught in them.
  static let subjectLines = """
    Science < Curriculum = sciences; science curriculum ~ electricity circuits; photosynthesis; habitats; living classification/classify/organism/organisms/habitat/habitats; states matter; magnets; science experiments; solar system; evolution inheritance; heart/lungs/blood circulation; circulatory; digestion; digestive; teeth skeleton; skeleton; plants grow/growing/parts; seeds; food chains; light sound/shadows; shadows; sound light; friction; solids liquids gases; rocks fossils/soils; fossils; planets; Earth moon/sun; electricity; electrical circuits; microscopes; life cycle/cycles; minibeasts; reproduction; Bunsen; density; particle/particles; evolution; pollination; food webs; changing state; separating mixtures
    Biology < Science ~ genetics; cells; ecology; dissection; enzymes; human body; respiration
    Chemistry < Science ~ periodic table; titration; acids alkalis; chemical reactions; atoms molecules
    Physics < Science ~ forces motion; electromagnetism; quantum; waves; radioactivity; gravity
    Practical science < Science = science practicals; working scientifically; lab work; laboratory work; required practicals; science demonstrations
    Astronomy < Science
    History < Curriculum = local history; history curriculum ~ Tudors; Victorians; Romans; Anglo-Saxons; Vikings; Ancient Egypt; Egyptians; World War; Stone Age; Holocaust; Black history; medieval; Ancient Greece; Industrial Revolution; Cold War; Nazi Germany; castles; civil war; Weimar; slave trade; Great Fire London; suffragettes; Norman conquest; Ancient Greeks/Rome/Maya/Benin/Sumer/China/civilisations; Mayans; Aztecs; Benin; Iron Age; Bronze Age; Battle Hastings; Henry VIII; Elizabethans; Elizabethan; Gunpowder Plot; Guy Fawkes; Florence Nightingale; Blitz; evacuees; Titanic; Rosa Parks; civil rights; Hitler; Russian Revolution; French Revolution; Treaty Versailles; British Empire; Windrush; Plague; Black Death; Crusades; Magna Carta; Peasants Revolt; kings queens; chronology; timelines; archaeology; Mary Seacole; Tutankhamun; pyramids; Saxons; gladiators; trenches; Reformation; witches trials; Jack Ripper; crime punishment
    Geography < Curriculum = fieldwork; geography fieldwork ~ rivers volcanoes; map skills; maps; rivers; volcanoes; earthquakes; coasts; rainforests; continents oceans; Ordnance Survey; erosion; tectonics; settlements; weather climate zones; mountains; glaciers; glaciation; deserts; biomes; ecosystems; compass; atlases; atlas; urbanisation; capital cities; countries capitals; water cycle; tsunamis; tornadoes; hurricanes; map reading; population migration; globalisation; plate tectonics; climate zones; grid references; fair trade
    Religious education < Curriculum = RE; religious studies; RS; world religions ~ Bible; Islam; Judaism; Hinduism; Sikhism; Buddhism; Christianity; Ramadan; Easter story; Hindu; Sikh; Muslim faith/festival; Diwali; Eid; Passover; Christmas nativity story; Buddha; gods goddesses; world faiths; parables; pilgrimage
    Collective worship < Religious education = assemblies; assembly; acts of worship; church school; spirituality; SMSC
    Philosophy for children < Curriculum = P4C; philosophy; ethics
    Modern languages < Curriculum = MFL; modern foreign languages; languages; foreign languages; primary languages; language teaching ~ French German Spanish; French/Spanish/German/Italian verbs/vocabulary/phonics/grammar/listening/speaking/lessons/GCSE; verbs conjugate/tenses; conjugation; conjugating
    French < Modern languages
    Spanish < Modern languages
    German < Modern languages
    Italian < Modern languages
    Japanese < Modern languages
    Russian < Modern languages
    Mandarin < Modern languages = Chinese; Mandarin Chinese
    Latin < Classics
    Ancient Greek < Classics
    Classics < Curriculum = classical civilisation
    Art and design < Curriculum = art; visual arts; fine art ~ painting; clay; drawing pictures; sculpture; sketching; printmaking; watercolour; collage; portraits; pop art; sketchbooks; Van Gogh; Picasso; artists; batik
    Photography < Art and design
    Ceramics < Art and design = pottery
    Design and technology < Curriculum = DT; D&T; design technology; resistant materials; woodwork; product design; graphics ~ laser cutter; 3D printing; CAD; workshop tools
    Food technology < Design and technology = food and nutrition; cookery; cooking; baking; food tech; food; food lessons; cooking lessons; healthy cooking
    Textiles < Design and technology = sewing
    Engineering < Design and technology = robotics; STEM; STEM club
    Music < Curriculum = music hub; singing; instrumental teaching; music curriculum; class music; whole-class instruments ~ ukulele; guitar; piano; violin; recorders; learn instrument; percussion; drums; composing songs; samba; djembe; brass; music notation; rhythm; glockenspiels; drumming; keyboards music; songs; sing
    Choir < Music = choral singing; school choir
    Orchestra < Music = ensembles; music ensembles; school band; wind band
    Music technology < Music
    Drama < Curriculum = theatre; performing arts; school productions; school play; school show; school performance; nativity; drama productions ~ acting; acting plays; school play; school show; improvisation; stage play; play rehearsals; musicals; stage Shakespeare/performance/lighting/fright
    Dance < Curriculum ~ ballet; street dance; choreography
    Physical education < Curriculum = PE; sport; sports; school games; PE and sport premium; sports premium; sports day; competitive sport ~ football; rugby; cricket; hockey; gymnastics; athletics; badminton; fitness; basketball
    Netball < Physical education
    Swimming < Physical education = water safety
    Bikeability < Physical education = cycling; cycle training
    Yoga < Physical education = mindful movement
    Duke of Edinburgh award < Curriculum = DofE; Duke of Edinburgh; D of E; DofE award; Duke of Ed; D of E bronze; DofE bronze; bronze award ~ expedition/expeditions bronze/silver/gold
    Cadets < Curriculum = CCF; combined cadet force; uniformed groups
    Enrichment < Curriculum = extra-curricular; extracurricular activities; after-school clubs; clubs; cultural capital
    Chess < Enrichment = chess club
    Computing < Curriculum = ICT; IT curriculum; coding; programming; computer science ~ Scratch; Python; algorithms; micro:bit; computers lessons; micro bit; HTML; JavaScript; robots; Bee-Bots; debugging; databases
    Online safety < Safeguarding = e-safety; internet safety; sexting; cyberbullying ~ phones social media pupils; online grooming; posting pictures online; phones messages nasty; nude/nudes/naked/explicit picture/pictures/photo/photos/image/images/selfie/selfies; nudes; Snapchat; TikTok; WhatsApp; Roblox; online stranger/strangers/gaming/bullying/predator; phones night; screen time; gaming night/addicted
    PSHE < Curriculum = personal, social, health and economic education; life skills; health education; PSHCE ~ growing up; puberty; periods; drugs alcohol; vaping; healthy eating
    Relationships and sex education < PSHE = RSE; RSHE; sex education; consent
    Financial education < PSHE = money management; financial literacy
    Citizenship < Curriculum = British values; democracy; fundamental British values
    Business and economics < Curriculum = business studies; economics; enterprise
    Social sciences < Curriculum
    Psychology < Social sciences
    Sociology < Social sciences
    Politics < Social sciences = government and politics
    Law teaching < Social sciences = A level law; GCSE law
    Health and social care < Vocational education = childcare courses; child development courses
    Travel and tourism < Vocational education
    Vocational education < Curriculum = BTEC; BTECs; T levels; technical education; applied qualifications; functional skills; vocational courses
    Hair and beauty < Vocational education
    Construction courses < Vocational education = bricklaying
    Apprenticeships < Careers = apprentices; apprenticeship levy
    Careers < Curriculum = careers guidance; careers education; careers advice; CEIAG; IAG; employer engagement; Gatsby benchmarks; careers guidance interviews; next steps; destinations; NEET; NEETs; careers fair ~ jobs leavers; what job/jobs; leave school job; future jobs; mock interviews; interview practice; CV; CVs; college applications/apply/place/courses; leavers college; what want grow up; job/jobs ideas/future; world work; futures; leave/leaving/leavers school jobs/next/college; no idea/plans/clue future/career/job/school; what jobs/job subject/degree/do; apprenticeship/apprenticeships; college applications/places
    Work experience < Careers = work placements; employer encounters
    """

  /// Languages that families speak, and who can speak them.
  static let languageLines =
    """
    Home languages < EAL = community languages; interpreting; translation; interpreter; translator; translating; multilingual families ~ translate/translating letter/letters/parents; speak/speaks another language
    Sign language < Sensory impairment = BSL; British Sign Language; signing
    Makaton < Augmentative communication = signing with symbols ~ signs nonverbal; signing nonverbal; sign non-verbal
    Portuguese < Home languages = Brazilian
    Dari < Home languages ~ Afghan
    Pashto < Home languages ~ Afghan
    Farsi < Home languages = Persian ~ Iranian
    Punjabi < Home languages = Panjabi
    Bengali < Home languages = Bangla
    Tagalog < Home languages = Filipino

    """
    + [
      "Polish", "Romanian", "Urdu", "Gujarati", "Arabic", "Turkish",
      "Kurdish",
      "Somali", "Tamil", "Hindi", "Lithuanian", "Latvian", "Bulgarian", "Slovak",
      "Czech", "Hungarian", "Albanian", "Ukrainian", "Tigrinya",
      "Amharic", "Yoruba", "Igbo", "Twi", "Swahili", "Vietnamese", "Cantonese", "Korean",
      "Nepali", "Sinhala", "Malayalam", "Telugu", "Greek", "Dutch", "Swedish", "Hebrew", "Welsh",
      "Irish", "Gaelic", "Cornish", "Mongolian", "Thai", "Shona", "Wolof", "Lingala", "Estonian",
      "Croatian", "Serbian", "Macedonian", "Georgian", "Armenian", "Kazakh", "Romani", "Sylheti",
      "Mirpuri", "Marathi", "Malay", "Indonesian", "Burmese", "Norwegian", "Danish", "Finnish",
      "Icelandic", "Maltese", "Afrikaans", "Zulu", "Hausa", "Oromo", "Uzbek", "Bosnian",
      "Slovenian",
    ].map { "\($0) < Home languages" }.joined(separator: "\n")
}
