import Networks

/// Keys under which the spellings of one name are the same.
enum NameKey {
  /// The words of a name in small plain letters: accents, full stops and the kind of apostrophe or hyphen do not count; & reads "and".
  ///
  /// An apostrophe or a hyphen inside a word parts nothing: O'Brien, O’Brien and OBrien are one.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in plainLetters(text).lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": word.unicodeScalars.append(scalar)
      case "'", "\u{2018}", "\u{2019}", "\u{2BC}", "`", "\u{B4}", "-", "\u{2010}"..."\u{2015}",
        "\u{2212}":
        continue
      case "&", "+":
        words += [word, "and"]
        word = ""
      case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
        word.unicodeScalars.append(scalar)
      default:
        words.append(word)
        word = ""
      }
    }
    words.append(word)
    return words.filter { !$0.isEmpty }
  }

  /// All letters and digits of a name.
  static func whole(_ text: String) -> String { words(text).joined() }
}

/// A person's name as others write it, in parts.
struct WrittenName {
  /// First name, further names and last name, without title and what stands after the name.
  let words: [String]
  let hasTitle: Bool
  /// Whether it can be shortened: no list of several names.
  private let isOne: Bool

  init(_ text: String) {
    var words: [String] = []
    // "Ball, Amy" and "Ball, Mrs Amy"; but "Amy Ball, MBE".
    let parts = Self.withoutRemark(text).split(separator: ",", omittingEmptySubsequences: false)
      .map { NameKey.words(String($0)) }
    let after = parts.dropFirst().flatMap { $0 }
    if after.allSatisfy(Self.honours.contains) {
      words = parts.first ?? []
    } else {
      words = after + (parts.first ?? [])
    }
    // Two names of two words each are more likely two people.
    isOne = parts.count == 1 || parts.count == 2 && min(after.count, parts[0].count) < 2
    // A title is one wherever it comes to stand: "Mrs Ball, Amy".
    let named = words.filter { !Self.titles.contains($0) }
    hasTitle = named.count < words.count && !named.isEmpty
    self.words =
      named.isEmpty ? words : named.filter { !Self.honours.contains($0) || named.count < 3 }
  }

  /// A name without what stands after it in brackets: "Amy Ball (Ashby)", "Amy Ball <amy@x.org>".
  private static func withoutRemark(_ text: String) -> String {
    guard let open = text.firstIndex(where: { "(<[".contains($0) }), open > text.startIndex,
      text.last.map({ ")>]".contains($0) }) == true
    else { return text }
    return trimmed(String(text[..<open]))
  }

  var key: String { words.joined() }
  /// First and last name alone; `nil` where one is but an initial.
  var short: String? {
    guard isOne, words.count > 1, let first = words.first, let last = words.last, first.count > 1
    else { return nil }
    return first + " " + last
  }
  /// The first letter and the last name.
  var initial: String? {
    guard isOne, words.count > 1, let first = words.first?.first, let last = words.last,
      last.count > 1
    else { return nil }
    return "\(first) \(last)"
  }
  var beginsWithInitial: Bool { words.count > 1 && words.first?.count == 1 }
  /// The last name, where nothing but a title stands before it.
  var titledLast: String? { hasTitle && words.count == 1 ? words.first : nil }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "rev", "revd",
    "reverend", "cllr",
    "madam", "mme", "messrs",
  ]
  private static let honours: Set<String> = [
    "mbe", "obe", "cbe", "phd", "med", "bed", "ba", "bsc", "ma", "msc", "pgce", "qts", "npqh",
  ]
}

/// People by their names in whatever spelling.
struct PersonNames {
  /// Whom a name may stand for; -2 for several people.
  private var byKey: [String: Int32] = [:]
  private var byShort: [String: Int32] = [:]
  private var byInitial: [String: (person: Int32, isInitial: Bool)] = [:]
  private var byLast: [String: Int32] = [:]

  static let several: Int32 = -2

  enum Match: Equatable {
    /// The same name, typed in another way.
    case same(Int32)
    /// The only person it can stand for: a name shortened, or with a title and no first name.
    case likely(Int32)
    case several
    case nobody
  }

  init(_ names: [String]) {
    func note(_ person: Int32, _ key: String?, in table: inout [String: Int32]) {
      guard let key, !key.isEmpty else { return }
      table[key] = table[key] == nil || table[key] == person ? person : Self.several
    }
    for (place, text) in names.enumerated() {
      let (name, person) = (WrittenName(text), Int32(place))
      note(person, name.key, in: &byKey)
      note(person, name.short, in: &byShort)
      if name.words.count > 1 { note(person, name.words.last, in: &byLast) }
      if let initial = name.initial {
        let before = byInitial[initial]
        byInitial[initial] = (before == nil ? person : Self.several, name.beginsWithInitial)
      }
    }
  }

  func match(_ text: String) -> Match {
    let name = WrittenName(text)
    guard !name.key.isEmpty else { return .nobody }
    func found(_ person: Int32, _ isSame: Bool) -> Match {
      person == Self.several ? .several : isSame ? .same(person) : .likely(person)
    }
    if let person = byKey[name.key] { return found(person, true) }
    if let short = name.short, let person = byShort[short] { return found(person, false) }
    if let initial = name.initial, let known = byInitial[initial],
      name.beginsWithInitial || known.isInitial
    {
      return found(known.person, false)
    }
    if let last = name.titledLast, let person = byLast[last] { return found(person, false) }
    return .nobody
  }
}
