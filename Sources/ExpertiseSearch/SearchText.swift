import Networks

/// A query as words.
enum SearchText {
  /// The most characters of a query.
  static let longest = 256
  /// The most words of a query that are looked for.
  static let mostWords = 24

  /// Words that carry no meaning in a question such as "who knows about phonics at Oakfield?".
  private static let fillers = Set(
    """
    a about across advice after again all also am an and another any anybody anyone anyones are
    around as ask at available be because been before being best better between bit but by can
    children childrens class classes classroom classrooms colleague colleagues contact could
    currently deal dealing do does doing done dr each else especially ever every everybody
    everyone everyones excellent experience experienced expert expertise experts find for
    friendly from gave get getting give given giving go good got great had has have having help
    helped helping helps her here him his how hub hubs i if im in into introduce introduced is
    issue issues its ive job just kids know knowing knowledge knows lead leading leads learn
    lesson lessons let lets like likes look looking lots made make makes making many matter may
    me member members miss more most mr mrs ms much my near need needed needing needs new nobody
    none not of off on one ones onto or other our out over people person please possible problem
    problems pupil pupils question questions really recommend right run running runs same say
    school schools see seen set several she should show skill skilled skills so some somebody
    someone someones something specialist specialists staff still strong such support supporting
    sure teach teaches teaching team teams tell than thanks that the their them then there these
    they thing things this those through to train trained trains trust trusts try trying turn
    under up us use used using very want wanted wants was way we well were what whats when where
    whether which while who whom whos whose why will wish with within without work worked
    working works would yes yet you your
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Two words that carry none together, though one alone does.
  private static let fillerPairs: Set<String> = [
    "talk to", "talk with", "speak to", "speak with", "charge of", "in charge", "responsible for",
    "good at",
    "head of", "in touch", "touch with", "put me", "point me",
  ]

  static func isFiller(_ word: String) -> Bool { fillers.contains(word) }

  /// Whether a phrase carries no meaning: one such word, or two that have none together.
  static func isFiller(_ phrase: [String]) -> Bool {
    switch phrase.count {
    case 1: isFiller(phrase[0])
    case 2: fillerPairs.contains(phrase.joined(separator: " "))
    default: false
    }
  }
}

/// Why a query cannot be answered.
public enum SearchError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Nothing but spaces and signs.
  case noWords
  case tooLong(Int)
  /// The engine failed; its own words.
  case engine(String)

  public var description: String {
    switch self {
    case .noWords: "The query holds no word. Write what you look for, such as \"phonics\"."
    case .tooLong(let count):
      "The query has \(counted(count, "character")); at most \(SearchText.longest) are searched for. Write a few words, such as \"phonics catch-up\"."
    case .engine(let reason): "The search could not be made: \(reason)."
    }
  }
}
