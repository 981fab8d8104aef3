/// Words by how much they say of what is looked for.
enum WordClass: Sendable {
  /// Joins others and says nothing itself: "the", "who".
  case hard
  /// Says something only together with others: "training", "look".
  case soft
  /// The second half of many names, which no name may lack and none is known by: "therapy", "licence".
  case generic
  case content

  /// How much a name gains by a word of the class.
  var weight: Double {
    switch self {
    case .hard: 0
    case .soft: 0.2
    case .generic: 0.6
    case .content: 1
    }
  }

  static func of(_ word: String) -> WordClass {
    if hardWords.contains(word) { return .hard }
    if softWords.contains(word) || softStems.contains(stem(word)) { return .soft }
    if genericStems.contains(stem(word)) { return .generic }
    return .content
  }

  /// Words that ask for no more beside a topic: "Polish speaker", "marking policy".
  static let emptyBesideTopic = words(
    """
    holder holders speaker speakers policy policies paperwork documentation curriculum programme programmes scheme schemes
    report reports reporting review reviews project projects education learning studies
    club clubs request requests return returns form forms document documents checklist assessor assessors course courses
    certificate certificates qualification qualifications app apps software unit units topic activities family families
    parent parents guru whizz practitioner practitioners queries query enthusiast poor
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  private static let hardWords = words(
    """
    a about across after again all also am among an and another any anybody anyone anyones anything are around as at be because
    been before being between both but by could d did do does doing done each either else etc ever every everybody
    everyone everyones for from had has have having he hello her here hers hey hi him his how i id if ill im in into is it
    its ive just ll many may me might mine more most mr mrs ms much must my near of oh ok okay on one ones onto or
    other others our ours over per please re really shall she should so some somebody someone someones something somewhere
    still such than thank thanks that thats the their theirs them then there these they theyre theyve thing things this those
    through to too towards u us ve very via was we were weve what whats when where whether which while who whod whom whos
    whose why will with within without would yes yet you your yours youre
    theres hes shes theyll theyd itll wheres hows whens youd youll itd thatll shouldve
    """)

  private static let softWords = words(
    """
    awareness always awful amazing fantastic creative persuasive sometimes usual whole anymore advice advise able afraid class classroom classrooms anywhere asked ask asking available away back bad become best better big bit bits brilliant
    can cannot cant class classes come comes coming contact course courses currently day days deal dealing dept
    difficult down each email end enough especially expert experts expertise experience experienced excellent favourite
    few find first for friendly fully gave general get gets getting give given gives giving go goes going good got great
    guidance guy happen happy hard having help helped helper helpful helping helps hint hints home hour hours idea ideas
    inside interest interested introduce introduced issue issues job keen keep keeps kept kid kids kind knew know knowing
    knowledge knowledgeable known knows lad lads last late lead leading leads led left let lets like likes little live local long
    look looked looking looks lot lots made main make makes making matter matters mean meet member members mid moment
    move moved need needed needing needs never new next nice nobody none not now no off often old open out own part pass people
    person perhaps phone piece place point possible problem problems properly pupil pupils put question questions quick
    quickly quite ran ready real recommend regular regularly right role run running runs same say saying says
    school schools section see seem seems seen seriously session sessions set several share short side skill skilled skills
    small sort sorting speak speaks speaking spoke spoken staff start started starting starts stay strong struggle
    struggles struggling stuck student students stuff suggest suggestions support supporting supportive supports sure system take
    taken takes talk talking talks taught teach teaches teaching team teams tell tells term terms therapist thought time times tip tips
    today together told top train trained trainer training trains tried try trying trust trusts turn twilight understand understands
    understood until up upon use used useful user uses using usually want wanted wanting wants way ways week weeks well
    willing wish wonder wondering wont word words work worked worker working works workshop worth write yr year years boy boys girl girls
    child children childrens colleague colleagues dont doesnt isnt arent didnt havent hasnt inset cpd offer offers offered offering
    visit visits visiting resource resources material materials template templates plan plans deliver coordinator
    co champion specialist specialists leader leaders teacher teachers tutor hub hubs area areas department practice
    practical approach approaches strategy strategies method methods effective effectively improve improving improved
    develop developing implement implementing successful proper lesson lessons coursework worksheet worksheets workbook workbooks flashcard flashcards beginner beginners advanced basic basics show action watch plays played practise practises
    """)
  private static let softStems = Set(["lead", "teach", "support", "train"].map(stem))

  private static let genericStems = Set(
    words(
      """
      therapy licence license award awards speaker speakers driver drivers technology liaison survey pilot club clubs scheme
      programme programmes policy policies group groups management manager managers officer officers assistant assistants
      administrator service services project projects education learning development intervention interventions
      assessment care curriculum health studies study test tests testing level levels report reports reporting review reviews
      parent parents society certificate diploma qualification qualifications consultant mentor supervisor adviser advisor
      """
    ).map(stem)
  ).subtracting(["assess"])
}
