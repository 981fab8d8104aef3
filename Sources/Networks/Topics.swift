/// Something people can know, such as phonics.
public struct Topic: Sendable, Equatable {
  public let name: String
  /// Other words for it, in order of spelling.
  public let synonyms: [String]
  /// What people say who need it, for the search alone: words in any order, `/` between those of which one will do.
  public let situations: [String]
  /// The topic it is part of, as a place in the tree.
  public let broader: Int32?
  public let origin: Origin

  /// Where a topic comes from.
  public enum Origin: Int, Sendable, Comparable {
    /// The trust's own topics.csv.
    case own
    /// Somebody's claim or wish; no list has it.
    case claimed
    /// Only ever named as the broader term of another: a heading.
    case heading
    /// The list that comes with Weft.
    case starter

    public static func < (a: Origin, b: Origin) -> Bool { a.rawValue < b.rawValue }
  }

  /// A topic on its way into a tree, with the name of its broader term.
  public struct Entry: Sendable, Equatable {
    public var name: String
    public var broader: String?
    public var synonyms: [String]
    public var situations: [String]
    public var origin: Origin
    /// The broader term of the list that comes with Weft, where the trust's own is another.
    var starterBroader: String?
    /// Whether the list that comes with Weft has it.
    var isStarter = false

    public init(
      _ name: String, broader: String? = nil, synonyms: [String] = [], situations: [String] = [],
      origin: Origin
    ) {
      self.name = name
      self.broader = broader
      self.synonyms = synonyms
      self.situations = situations
      self.origin = origin
    }
  }
}

/// A key under which spellings of a topic are the same: case, spaces, hyphens, accents and punctuation do not count, and
/// & reads "and".
public func topicKey(_ text: String) -> String {
  if let plain = plainKey(text) { return plain }
  var key = ""
  for scalar in text.replacing("&", with: " and ").lowercased().unicodeScalars {
    if scalar.isASCII {
      if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
        key.unicodeScalars.append(scalar)
      }
    } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      key.unicodeScalars.append(contentsOf: plainLetter(scalar))
    }
  }
  return key
}

/// The key of a text of nothing but ASCII, byte by byte, as most are; `nil` for any other.
private func plainKey(_ text: String) -> String? {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      bytes.append(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
    case UInt8(ascii: "&"): bytes += "and".utf8
    case 0x80...: return nil
    default: break
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The words of a text: letters and digits, in small letters, without accents; an apostrophe parts nothing, and & is "and".
public func plainWords(_ text: String) -> [String] {
  var words: [String] = []
  var word = ""
  for character in text.contains("&") ? text.replacing("&", with: " and ") : text {
    if isWordPart(character) {
      word.append(character)
    } else if !"'\u{2019}\u{2018}\u{2BC}`".contains(character) {
      words.append(topicKey(word))
      word = ""
    }
  }
  words.append(topicKey(word))
  return words.filter { !$0.isEmpty }
}

private func isWordPart(_ character: Character) -> Bool {
  guard let byte = character.asciiValue else { return character.isLetter || character.isNumber }
  let letter = byte | 0x20
  return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

/// A Latin letter without its accent, any other as it is.
private func plainLetter(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
  let plain: [(letters: String, letter: Unicode.Scalar)] = [
    ("àáâãäåāăą", "a"), ("çćĉċč", "c"), ("ďđ", "d"), ("èéêëēĕėęě", "e"), ("ĝğġģ", "g"),
    ("ĥħ", "h"), ("ìíîïĩīĭįı", "i"), ("ĵ", "j"), ("ķ", "k"), ("ĺļľł", "l"), ("ñńņň", "n"),
    ("òóôõöøōŏő", "o"), ("ŕŗř", "r"), ("śŝşšș", "s"), ("ţťŧț", "t"), ("ùúûüũūŭůűų", "u"),
    ("ŵẁẃẅ", "w"), ("ýÿŷỳ", "y"), ("źżž", "z"),
  ]
  return [plain.first { $0.letters.unicodeScalars.contains(scalar) }?.letter ?? scalar]
}

/// Topics with their synonyms and broader terms: the words in which people say what they know.
public struct TopicTree: Sendable, Equatable {
  /// The topics in ascending order of key.
  public let topics: [Topic]
  /// What was left out because it could not be.
  public let flaws: [Flaw]
  private let places: [String: Int32]
  /// Topics that somebody wrote whose name is another word for one of the list that comes with Weft.
  public let sameWords: [SameWord]
  /// The topics right below each, ascending.
  let narrower: [[Int32]]
  /// The same, with those besides that the list which comes with Weft puts there, within what the trust's own says.
  let finer: [[Int32]]
  /// What the list that comes with Weft puts right below each, and the trust elsewhere.
  let elsewhere: [[Int32]]

  /// A topic, and the one that has its name as another word.
  public struct SameWord: Sendable, Equatable, Comparable {
    public let topic: Int32
    public let whole: Int32

    public static func < (a: SameWord, b: SameWord) -> Bool {
      (a.topic, a.whole) < (b.topic, b.whole)
    }
  }

  /// Something in the entries that a tree cannot hold.
  public enum Flaw: Sendable, Equatable {
    /// Topics each of which is part of the next and the last of the first; the first was cut loose.
    case cycle([String])
    /// A synonym that stands for another topic already.
    case synonym(String, of: String, takenBy: String)
  }

  /// Builds a tree; entries with the same key are one, the one of the nearer origin giving the name.
  ///
  /// Broader terms that no entry describes become headings. A synonym belongs to the first topic that claims it, by
  /// origin and then by key, and never to a topic when another has it as its name: a name that somebody wrote is always
  /// a topic, and part of the one that has it as a synonym in the list which comes with Weft.
  /// - Complexity: O(t log t) for t topics and synonyms.
  public init(_ entries: [Topic.Entry] = []) {
    var merged = Self.merge(entries)
    var keys = Set(merged.map { topicKey($0.name) })
    for entry in merged {
      guard let broader = entry.broader, !topicKey(broader).isEmpty,
        keys.insert(topicKey(broader)).inserted
      else { continue }
      merged.append(Topic.Entry(broader, origin: .heading))
    }
    let keyed = merged.map { (key: topicKey($0.name), entry: $0) }.sorted { $0.key < $1.key }
    merged = keyed.map(\.entry)
    var places: [String: Int32] = [:]
    for (place, entry) in keyed.enumerated() { places[entry.key] = Int32(place) }
    var flaws: [Flaw] = []
    var synonyms = [[String]](repeating: [], count: merged.count)
    var partOf: [(part: Int32, whole: Int32)] = []
    let byOrigin = merged.indices.sorted { (merged[$0].origin, $0) < (merged[$1].origin, $1) }
    for place in byOrigin {
      for synonym in merged[place].synonyms.sorted() {
        let key = topicKey(synonym)
        guard !key.isEmpty, places[key] != Int32(place) else { continue }
        if let other = places[key] {
          if merged[place].origin == .own, merged[Int(other)].origin == .own {
            flaws.append(
              .synonym(synonym, of: merged[place].name, takenBy: merged[Int(other)].name))
          }
          if merged[Int(other)].origin < .heading, merged[place].isStarter {
            partOf.append((other, Int32(place)))
          }
          continue
        }
        places[key] = Int32(place)
        synonyms[place].append(synonym)
      }
    }
    var broader = merged.map { entry in entry.broader.flatMap { places[topicKey($0)] } }
    let above = broader.map { $0.map(Int.init) }
    for place in cycleBeginnings(above) {
      flaws.append(.cycle(cycle(through: place, above).map { merged[$0].name }))
      broader[place] = nil
    }
    partOf.removeAll { Self.isBelow($0.whole, $0.part, broader) }
    for (part, whole) in partOf
    where broader[Int(part)] == nil && !Self.isBelow(whole, part, broader) {
      broader[Int(part)] = whole
    }
    var narrower = [[Int32]](repeating: [], count: merged.count)
    for (place, above) in broader.enumerated() {
      if let above { narrower[Int(above)].append(Int32(place)) }
    }
    var finer = narrower
    var elsewhere = [[Int32]](repeating: [], count: merged.count)
    for place in merged.indices {
      let above = merged[place].starterBroader.flatMap { places[topicKey($0)] }
      if let above, !Self.isBelow(Int32(place), above, broader) {
        elsewhere[Int(above)].append(Int32(place))
      }
      guard let above, Self.lies(above, between: Int32(place), and: broader) else { continue }
      finer[Int(above)] = (finer[Int(above)] + [Int32(place)]).sorted()
    }
    for (part, whole) in partOf
    where !finer[Int(whole)].contains(part) && !Self.isBelow(whole, part, broader) {
      finer[Int(whole)] = (finer[Int(whole)] + [part]).sorted()
    }
    topics = merged.indices.map {
      Topic(
        name: merged[$0].name, synonyms: synonyms[$0], situations: merged[$0].situations,
        broader: broader[$0],
        origin: merged[$0].origin)
    }
    self.flaws = flaws
    self.places = places
    sameWords = partOf.map { SameWord(topic: $0.part, whole: $0.whole) }.sorted()
    self.narrower = narrower
    self.finer = finer
    self.elsewhere = elsewhere
  }

  /// The tree with some of its topics alone, and the place of each of today in it; `nil` for those left out.
  func keeping(_ isKept: (Int32) -> Bool) -> (tree: TopicTree, places: [Int32?]) {
    let kept = topics.indices.map(Int32.init).filter(isKept)
    var new = [Int32?](repeating: nil, count: topics.count)
    for (place, old) in kept.enumerated() { new[Int(old)] = Int32(place) }
    func moved(_ lists: [[Int32]]) -> [[Int32]] {
      kept.map { lists[Int($0)].compactMap { new[Int($0)] } }
    }
    let tree = TopicTree(
      topics: kept.map { old in
        let topic = topics[Int(old)]
        return Topic(
          name: topic.name, synonyms: topic.synonyms, situations: topic.situations,
          broader: topic.broader.flatMap { new[Int($0)] }, origin: topic.origin)
      }, flaws: flaws, places: places.compactMapValues { new[Int($0)] },
      sameWords: sameWords.compactMap { same in
        new[Int(same.topic)].flatMap { topic in
          new[Int(same.whole)].map { SameWord(topic: topic, whole: $0) }
        }
      }, narrower: moved(narrower), finer: moved(finer), elsewhere: moved(elsewhere))
    return (tree, new)
  }

  private init(
    topics: [Topic], flaws: [Flaw], places: [String: Int32], sameWords: [SameWord],
    narrower: [[Int32]], finer: [[Int32]], elsewhere: [[Int32]]
  ) {
    (self.topics, self.flaws, self.places) = (topics, flaws, places)
    (self.sameWords, self.narrower, self.finer) = (sameWords, narrower, finer)
    self.elsewhere = elsewhere
  }

  /// Whether a topic is another or lies anywhere below it.
  private static func isBelow(_ below: Int32, _ above: Int32, _ broader: [Int32?]) -> Bool {
    var place: Int32? = below
    while let current = place {
      if current == above { return true }
      place = broader[Int(current)]
    }
    return false
  }

  /// Whether a topic is part of the one right above another, and no part of that other: Reading lies between Early
  /// reading and English.
  private static func lies(
    _ middle: Int32, between below: Int32, and broader: [Int32?]
  ) -> Bool {
    guard let top = broader[Int(below)] else { return false }
    var place: Int32? = middle
    while let current = place, current != below {
      if current == top { return middle != top }
      place = broader[Int(current)]
    }
    return false
  }

  /// One entry a key; a trust's own topic takes in the starter topic of that name, and those that it has as other words.
  private static func merge(_ entries: [Topic.Entry]) -> [Topic.Entry] {
    let ordered = entries.map { (key: topicKey($0.name), entry: $0) }.filter { !$0.key.isEmpty }
      .sorted {
        ($0.entry.origin, $0.key, $0.entry.name) < ($1.entry.origin, $1.key, $1.entry.name)
      }
    // What the trust says is another word for its topic is no topic of the list that comes with Weft besides.
    let names = Set(ordered.filter { $0.entry.origin < .heading }.map(\.key))
    var owners: [String: String] = [:]
    for (key, entry) in ordered where entry.origin == .own {
      for word in entry.synonyms.map(topicKey) where !names.contains(word) && owners[word] == nil {
        owners[word] = key
      }
    }
    var byKey: [String: Topic.Entry] = [:]
    for (key, entry) in ordered {
      var entry = entry
      if entry.origin == .starter, let above = entry.broader.map(topicKey),
        let owner = owners[above]
      {
        entry.broader = byKey[owner]?.name ?? entry.broader
      }
      if entry.origin == .starter, let owner = owners[key], var known = byKey[owner] {
        known.synonyms = Set(known.synonyms + entry.synonyms + [entry.name]).sorted()
        known.situations = Set(known.situations + entry.situations).sorted()
        known.isStarter = true
        byKey[owner] = known
        continue
      }
      guard var known = byKey[key] else {
        byKey[key] = entry
        byKey[key]?.isStarter = entry.origin == .starter
        continue
      }
      known.broader = known.broader ?? entry.broader
      if entry.origin == .starter {
        known.starterBroader = entry.broader
        known.isStarter = true
      }
      known.synonyms = Set(known.synonyms + entry.synonyms).sorted()
      known.situations = Set(known.situations + entry.situations).sorted()
      byKey[key] = known
    }
    return Array(byKey.values)
  }

  public var count: Int { topics.count }

  public subscript(place: Int32) -> Topic { topics[Int(place)] }

  /// The topic that a text names, by name or synonym.
  public func place(of text: String) -> Int32? { places[topicKey(text)] }

  /// Every name and synonym, in ascending order.
  public var words: [String] { topics.flatMap { [$0.name] + $0.synonyms }.sorted() }
}
