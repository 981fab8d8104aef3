import Networks

/// The names of people, and the stretches of a question that are one of them.
struct PersonNames: Sendable {
  private var byWord: [String: [Int32]] = [:]
  private var words: [Int32: [String]] = [:]

  init(_ people: [Int32], _ names: (Int32) -> String) {
    for person in people {
      let name = plainWords(names(person))
      words[person] = name
      for word in Set(name) { byWord[word, default: []].append(person) }
    }
  }

  /// All words of names.
  var allWords: Dictionary<String, [Int32]>.Keys { byWord.keys }

  /// The people who have a word in their names.
  func people(by word: String) -> [Int32] { byWord[word] ?? [] }

  /// The words of the names that have a word: the surnames beside a first name.
  func beside(_ word: String) -> Set<String> {
    Set(people(by: word).flatMap { words[$0] ?? [] }).subtracting([word])
  }

  /// Common surnames that are no words: in small letters as well they are no word with a slip.
  static let surnames = Set(
    """
    adeyemi ahmed akhtar allen andrews begum bennett blair brennan byrne campbell carr chaudhry chowdhury clarke connolly
    curtis davies dawson dixon doherty doyle duffy edwards ellis evans ferguson fletcher gallagher gibbs gibson gill graham
    griffiths harris harvey hewitt holmes howard hughes hussain hussein hutchinson iqbal jackson jarvis jenkins johnston kaur
    kelly kennedy khan kumar lawson lewis lloyd macdonald malik martin mccarthy mcdonald mehta mitchell mohammed morris murphy
    murray nolan nowak obrien oconnor okafor oneill osborne owens patel perkins phillips powell quinn rahman reid richards
    roberts robertson rogers ryan saunders schofield shah sharma sheikh simpson singh stewart stuart sutton thompson thomson
    ullah wallace watkins watts whitehead wilkins williams wilson wright yates
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// A stretch of a question that is a name.
  struct Run: Sendable {
    let places: ClosedRange<Int>
    let people: Set<Int32>
  }

  /// The longest number of words that are looked at as one name.
  private static let mostWords = 5
  private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "mx", "dr"]

  /// The stretches of two words or more that are somebody's name, the longest at each place.
  ///
  /// A name is whole, its first and last word, the last before the first with a comma, or the last after an initial or a title.
  /// In small letters it counts where it is all that is asked, or one of its words is none of the language.
  /// So does one word where nothing else is asked: "May", "who is Mark".
  func runs(in question: [Token]) -> [Run] {
    if let alone = alone(in: question) { return [alone] }
    var runs: [Run] = []
    var start = 0
    while start < question.count {
      let longest = min(Self.mostWords, question.count - start)
      let run = stride(from: longest, to: 1, by: -1).lazy.compactMap { length in
        self.run(start...(start + length - 1), question)
      }.first
      if let run { runs.append(run) }
      start = (run?.places.upperBound ?? start) + 1
    }
    return runs
  }

  /// One word of a name that is all that is asked.
  private func alone(in question: [Token]) -> Run? {
    let last = question.count - 1
    let isAsked = ["who", "who is"].contains(question.dropLast().map(\.text).joined(separator: " "))
    let isEmpty = question.allSatisfy { $0.kind == .hard || $0.kind == .soft }
    let place =
      isAsked ? last : isEmpty ? question.indices.last { $0 > 0 && question[$0].isCapital } : nil
    if let place, question[place].isCapital, case let found = people(by: question[place].text),
      !found.isEmpty
    {
      return Run(places: place...place, people: Set(found))
    }
    // A word that says nothing by itself can only be the name.
    guard last == 0, question[0].kind == .hard else { return nil }
    let found = people(by: question[0].text)
    return found.isEmpty ? nil : Run(places: 0...0, people: Set(found))
  }

  private func run(_ places: ClosedRange<Int>, _ question: [Token]) -> Run? {
    let name = Array(question[places])
    let around = Set([name[0].text, name[name.count - 1].text].flatMap(people(by:)))
    let found = around.filter { person in isName(name, of: words[person] ?? []) }
    guard !found.isEmpty else { return nil }
    let isAll = question.indices.allSatisfy {
      places.contains($0) || question[$0].kind == .hard
    }
    // "A French teacher" speaks of no A. French.
    let isInitial = name[0].text.utf8.count == 1
    let isMeant = isInitial && name[0].kind == .hard ? false : name.allSatisfy(\.isCapital)
    let isForeign = !isInitial && name.contains { !BritishWords.contains($0.text) }
    guard isAll || isMeant || isForeign else { return nil }
    return Run(places: places, people: Set(found))
  }

  private func isName(_ name: [Token], of whole: [String]) -> Bool {
    guard whole.count > 1, let first = whole.first, let last = whole.last else { return false }
    let texts = name.map(\.text)
    if texts == whole || texts == [first, last] { return true }
    guard texts.count == 2 else { return false }
    if name[1].before == "," { return texts == [last, first] }
    guard texts[1] == last, name[0].isCapital || texts[0].utf8.count == 1 else { return false }
    return Self.titles.contains(texts[0]) || texts[0].utf8.count == 1 && first.hasPrefix(texts[0])
  }
}
