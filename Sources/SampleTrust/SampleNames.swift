/// Made-up names: of people in a mixed English town, of schools, and of organisations.
enum SampleNames {
  static let first = [
    "Aisha", "Alan", "Alice", "Amara", "Amelia", "Amir", "Andrew", "Angela", "Anita", "Anna",
    "Arjun", "Beth", "Bilal", "Bridget", "Callum", "Carla", "Catherine", "Chidi", "Chloë", "Claire",
    "Craig", "Daniel", "David", "Dawn", "Deborah", "Declan", "Diane", "Dylan", "Ebony", "Eleanor",
    "Elif", "Ellie", "Emeka", "Emma", "Ewan", "Farah", "Fatima", "Fiona", "Gareth", "Gemma",
    "George", "Grace", "Graham", "Gwen", "Hannah", "Harpreet", "Helen", "Holly", "Ian", "Imran",
    "Isla", "Jack", "James", "Jamila", "Jane", "Jasmine", "Jenny", "Jo", "Joanna", "Joe",
    "Jonathan",
    "Joseph", "Julia", "Karen", "Kate", "Keith", "Kelly", "Kiran", "Laura", "Leah", "Lee", "Leroy",
    "Linda", "Lisa", "Louise", "Lucy", "Luke", "Lydia", "Manjit", "Marcus", "Margaret", "Maria",
    "Mark", "Martin", "Mary", "Matthew", "Megan", "Michael", "Mina", "Mohammed", "Nadia", "Naomi",
    "Natalie", "Neil", "Nia", "Nicola", "Nina", "Oliver", "Olu", "Owen", "Patrick", "Paul",
    "Peter", "Philip", "Priya", "Rachel", "Rajesh", "Rebecca", "Rhys", "Richard", "Robert", "Rosa",
    "Rosie", "Ruth", "Ryan", "Sally", "Sam", "Samira", "Sandra", "Sarah", "Sean", "Shazia", "Simon",
    "Siobhán", "Sophie", "Stephen", "Sunita", "Susan", "Tariq", "Teresa", "Thomas", "Tina", "Tom",
    "Tracey", "Usha", "Victoria", "Wei", "Wendy", "William", "Yasmin", "Yusuf", "Zainab", "Zoë",
  ]

  static let last = [
    "Abbott", "Adeyemi", "Ahmed", "Ali", "Allen", "Andrews", "Archer", "Ashworth", "Bailey",
    "Baker", "Banerjee", "Barker", "Barnes", "Begum", "Bell", "Bennett", "Bishop", "Blackwood",
    "Booth", "Bowen", "Bradley", "Brooks", "Burgess", "Butler", "Byrne", "Campbell", "Carr",
    "Carter", "Chapman", "Chaudhry", "Chowdhury", "Clarke", "Coleman", "Collins", "Cooper", "Cox",
    "Cross", "Curtis", "Daly", "Davies", "Dawson", "Dean", "Dhillon", "Dixon", "Doyle", "Edwards",
    "Elliott", "Ellis", "Evans", "Farrell", "Fielding", "Finch", "Fisher", "Fletcher", "Ford",
    "Foster", "Fox", "Francis", "Freeman", "French", "Gallagher", "Gibson", "Gill", "Goddard",
    "Gordon", "Grant", "Gray", "Green", "Griffiths", "Gupta", "Hall", "Hamilton", "Hardy", "Harper",
    "Harrison", "Hart", "Hartley", "Hayes", "Henderson", "Hodgson", "Holmes", "Howard", "Hudson",
    "Hughes", "Hunt", "Hussain", "Iqbal", "Jenkins", "Johnson", "Kaur", "Kelly", "Kennedy", "Khan",
    "Knight", "Kowalski", "Lamb", "Lawson", "Lewis", "Lloyd", "Lowe", "Malik", "Marsh", "Mason",
    "Matthews", "McCarthy", "McKenzie", "Mehta", "Mensah", "Miller", "Mistry", "Morgan", "Morris",
    "Murphy", "Naylor", "Newton", "Nguyen", "Nolan", "Norris", "Nowak", "O'Brien", "O'Connor",
    "Okafor", "Okoro", "Osborne", "Owusu", "Palmer", "Parry", "Patel", "Payne", "Pearce", "Perkins",
    "Phillips", "Pollard", "Powell", "Price", "Quinn", "Rahman", "Read", "Rees", "Reid", "Reynolds",
    "Richards", "Roberts", "Robson", "Rose", "Ryan", "Saunders", "Shah", "Sharma", "Shaw",
    "Sheikh", "Simmons", "Simpson", "Singh", "Slater", "Spencer", "Stone", "Sutton", "Taylor",
    "Thorne", "Tucker", "Turner", "Vaughan", "Wade", "Walker", "Walsh", "Ward", "Watts", "Webb",
    "Wells", "West", "Wheeler", "White", "Whitfield", "Wilkins", "Winter", "Wood", "Wright",
    "Yates",
    "Young", "Zaman",
  ]

  static let primaries = [
    "Oakfield Primary School", "Meadow Lane Primary School", "Quayside Primary School",
    "Larkrise Primary School", "Kingsway Primary School", "Castle Hill Primary School",
    "St Brannock's CofE Primary School", "Fernley Primary School", "Weir Lane Primary School",
    "Hillside Infant School",
  ]
  static let secondaries = [
    "Harbour Academy", "Northgate Academy", "Millbrook High School", "Westbrook Academy",
    "Beacon Academy",
  ]
  static let specials = ["Fairfield Special School"]
  static let alternatives = ["Bridgeway AP Academy"]
  static let sixthForms = ["Trinity Sixth Form College"]

  /// Words from which further schools are named.
  static let places = [
    "Ashgrove", "Brambles", "Copthorne", "Dale", "Elmwood", "Foxhill", "Gatehouse", "Hazel",
    "Ivybridge", "Juniper", "Kestrel", "Linden", "Marlow", "Nettlecombe", "Orchard", "Parkside",
    "Queensmead", "Riverside", "Southfield", "Thornbury", "Upland", "Valley", "Waterside", "Yew",
  ]

  static let hubs = ["Estuary", "Moorland", "City"]

  /// Partners: name, sector, what they are for, what they offer and look for.
  static let partners:
    [(name: String, sector: String, mission: String, offers: String, seeks: String)] = [
      (
        "Harbour Teaching School Hub", "education", "professional development for teachers",
        "training; coaching", "placement schools"
      ),
      (
        "Westmouth University", "higher-education", "teacher education and research",
        "trainee teachers; research", "research sites"
      ),
      (
        "Saltmarsh University PGCE", "higher-education", "initial teacher education",
        "trainee teachers", "placement schools"
      ),
      (
        "Coastal Music Hub", "education", "music for every child", "instrument tuition; concerts",
        "rehearsal space"
      ),
      (
        "Estuary Maths Hub", "education", "mastery teaching in mathematics",
        "training; work groups", "lead teachers"
      ),
      (
        "Moor English Hub", "education", "early reading and language", "audits; training",
        "model classrooms"
      ),
      (
        "Children's Mental Health Service", "health", "mental health of children",
        "consultation; assessment", "referral information"
      ),
      (
        "School Nursing Service", "health", "health of school-age children",
        "health checks; training", "clinic space"
      ),
      (
        "Speech and Language Therapy", "health", "communication", "assessment; training",
        "named contacts"
      ),
      (
        "Early Help Team", "local-authority", "support for families before a crisis",
        "family support", "early referrals"
      ),
      (
        "Virtual School", "local-authority", "education of looked-after children",
        "advice; funding", "attainment data"
      ),
      (
        "SEND Advisory Service", "local-authority", "inclusion", "specialist advice",
        "timely requests"
      ),
      (
        "Educational Psychology Service", "local-authority", "learning and wellbeing",
        "assessment; supervision", "planning time"
      ),
      (
        "Children's Social Care", "local-authority", "safety of children", "case work",
        "attendance at conferences"
      ),
      (
        "Admissions and Attendance Service", "local-authority", "every child in school",
        "legal advice", "attendance data"
      ),
      (
        "Safer Schools Police Team", "police", "safety in and around schools", "assemblies; advice",
        "information sharing"
      ),
      (
        "Youth Justice Partnership", "police", "diverting young people from crime", "mentoring",
        "referrals"
      ),
      ("Harbour Foodbank", "charity", "food for families", "food parcels", "collection points"),
      (
        "Read Together", "charity", "volunteers who read with children", "reading volunteers",
        "volunteers"
      ),
      (
        "Young Carers Project", "charity", "support for young carers", "groups; respite",
        "identification"
      ),
      (
        "Tideway Youth Theatre", "charity", "drama for young people", "workshops",
        "performance space"
      ),
      ("Coastal Wildlife Trust", "charity", "nature", "forest school training", "school grounds"),
      ("Sports for All Foundation", "charity", "sport and health", "coaching", "pitches"),
      (
        "Parent Carer Forum", "community", "the voice of parents of children with SEND",
        "parent views", "a place at meetings"
      ),
      (
        "Quayside Residents' Association", "community", "the neighbourhood", "volunteers",
        "meeting rooms"
      ),
      (
        "Refugee Welcome Group", "community", "settling families", "interpreters", "uniform; places"
      ),
      ("Pupil Parliament Network", "community", "pupil voice", "pupil views", "an audience"),
      (
        "Diocese of Westmouth", "faith", "church schools", "inspection; governance",
        "distinctiveness"
      ),
      ("Interfaith Forum", "faith", "understanding", "visits; speakers", "curriculum links"),
      ("Tideway Engineering", "business", "ship repair", "apprenticeships; visits", "applicants"),
      ("Harbour Port Authority", "business", "the port", "work experience", "school leavers"),
      ("Severnside Digital", "business", "software", "coding clubs; equipment", "talent"),
      ("Fairwind Energy", "business", "offshore wind", "careers talks", "technicians"),
      ("Careers Hub", "business", "careers education", "employer contacts", "careers leaders"),
      (
        "Harbour FC Foundation", "charity", "football in the community", "mentoring; coaching",
        "venues"
      ),
      (
        "Community Kitchen", "community", "cooking and eating together", "cooking sessions",
        "kitchens"
      ),
    ]
}
