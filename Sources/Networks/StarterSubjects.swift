extension TopicTree {
  /// The subjects, and what is taught in them.
  static let subjectLines = """
    Science < Curriculum = sciences; science curriculum ~ electricity circuits; photosynthesis; habitats; living things; states matter; magnets; science experiments; solar system; evolution inheritance
    Biology < Science ~ genetics; cells; ecology; dissection; enzymes; human body; respiration
    Chemistry < Science ~ periodic table; titration; acids alkalis; chemical reactions; atoms molecules
    Physics < Science ~ forces motion; electromagnetism; quantum; waves; radioactivity; gravity
    Practical science < Science = science practicals; working scientifically; lab work; laboratory work; required practicals; science demonstrations
    Astronomy < Science
    History < Curriculum = local history; history curriculum ~ Tudors; Victorians; Romans; Anglo-Saxons; Vikings; Ancient Egypt; Egyptians; World War; Stone Age; Holocaust; Black history; medieval; Ancient Greece; Industrial Revolution; Cold War; Nazi Germany; castles; civil war; Weimar; slave trade; Great Fire London; suffragettes; Norman conquest
    Geography < Curriculum = fieldwork; geography fieldwork ~ rivers volcanoes; map skills; maps; rivers; volcanoes; earthquakes; coasts; rainforests; continents oceans; Ordnance Survey; erosion; tectonics; settlements; weather climate zones
    Religious education < Curriculum = RE; religious studies; RS; world religions ~ Bible; Islam; Judaism; Hinduism; Sikhism; Buddhism; Christianity; Ramadan; Easter story
    Collective worship < Religious education = assemblies; assembly; acts of worship; church school; spirituality; SMSC
    Philosophy for children < Curriculum = P4C; philosophy; ethics
    Modern languages < Curriculum = MFL; modern foreign languages; languages; foreign languages ~ French German Spanish
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
    Art and design < Curriculum = art; visual arts; fine art ~ painting; clay; drawing pictures; sculpture; sketching; printmaking; watercolour
    Photography < Art and design
    Ceramics < Art and design = pottery
    Design and technology < Curriculum = DT; D&T; design technology; resistant materials; woodwork ~ laser cutter; 3D printing
    Food technology < Design and technology = food and nutrition; cookery; cooking; baking
    Textiles < Design and technology = sewing
    Engineering < Design and technology = robotics; STEM; STEM club
    Music < Curriculum = music hub; singing; instrumental teaching; music curriculum ~ ukulele; guitar; piano; violin; recorders; learn instrument; percussion; drums; composing songs
    Choir < Music = choral singing; school choir
    Orchestra < Music = ensembles; music ensembles; school band; wind band
    Music technology < Music
    Drama < Curriculum = theatre; performing arts; school productions ~ acting; acting plays; school play; school show; improvisation
    Dance < Curriculum ~ ballet; street dance; choreography
    Physical education < Curriculum = PE; sport; sports; school games; PE and sport premium; sports premium; sports day; competitive sport ~ football; rugby; cricket; hockey; gymnastics; athletics; badminton; fitness; basketball
    Netball < Physical education
    Swimming < Physical education = water safety
    Bikeability < Physical education = cycling; cycle training
    Yoga < Physical education = mindful movement
    Duke of Edinburgh award < Curriculum = DofE; Duke of Edinburgh; D of E; DofE award
    Cadets < Curriculum = CCF; combined cadet force; uniformed groups
    Enrichment < Curriculum = extra-curricular; extracurricular activities; after-school clubs; clubs; cultural capital
    Chess < Enrichment = chess club
    Computing < Curriculum = ICT; IT curriculum; coding; programming; computer science ~ Scratch; Python; algorithms; micro:bit; computers lessons
    Online safety < Safeguarding = e-safety; internet safety; sexting; cyberbullying ~ phones social media pupils; online grooming; posting pictures online; phones messages nasty
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
    Careers < Curriculum = careers guidance; careers education; careers advice; CEIAG; IAG; employer engagement; Gatsby benchmarks ~ jobs leavers; what job/jobs; leave school job; future jobs
    Work experience < Careers = work placements; employer encounters
    """

  /// Languages that families speak, and who can speak them.
  static let languageLines =
    """
    Home languages < EAL = community languages; interpreting; translation; interpreter; translator; translating
    Sign language < Sensory impairment = BSL; British Sign Language; signing
    Makaton < Augmentative communication = signing with symbols ~ signs nonverbal; signing nonverbal; sign non-verbal
    Portuguese < Home languages = Brazilian
    Dari < Home languages ~ Afghan
    Pashto < Home languages ~ Afghan

    """
    + [
      "Polish", "Romanian", "Urdu", "Punjabi", "Bengali", "Gujarati", "Arabic", "Turkish",
      "Kurdish",
      "Somali", "Tamil", "Hindi", "Lithuanian", "Latvian", "Bulgarian", "Slovak",
      "Czech", "Hungarian", "Albanian", "Ukrainian", "Farsi", "Tigrinya",
      "Amharic", "Yoruba", "Igbo", "Twi", "Swahili", "Vietnamese", "Cantonese", "Korean", "Tagalog",
      "Nepali", "Sinhala", "Malayalam", "Telugu", "Greek", "Dutch", "Swedish", "Hebrew", "Welsh",
      "Irish", "Gaelic", "Cornish", "Mongolian", "Thai", "Shona", "Wolof", "Lingala", "Estonian",
      "Croatian", "Serbian", "Macedonian", "Georgian", "Armenian", "Kazakh", "Romani", "Sylheti",
      "Mirpuri", "Marathi", "Malay", "Indonesian", "Burmese", "Norwegian", "Danish", "Finnish",
      "Icelandic", "Maltese", "Afrikaans", "Zulu", "Hausa", "Oromo", "Uzbek", "Bosnian",
      "Slovenian",
    ].map { "\($0) < Home languages" }.joined(separator: "\n")
}
