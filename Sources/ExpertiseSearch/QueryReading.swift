import Measures
import Networks

/// A query in the index's terms: what each part of it asks for.
struct QueryReading: Sendable {
  /// One thing that is asked for.
  struct Part: Sendable {
    /// The words of the query, corrected.
    let words: String
    var meaning: Meaning
    /// Whether a single word stands in several topics and is the whole name of none.
    var isLoose = false
  }

  enum Meaning: Sendable {
    /// Topics, each with how well it fits, from 0 to 1.
    case topics([Int32: TopicFit])
    /// Schools, as places in the network.
    case schools(Set<Int32>, named: [String])
    case roles(Set<String>)
    case people(Set<Int32>)
  }

  private(set) var parts: [Part] = []
  /// Words that stand for nothing known.
  private(set) var unknown: [String] = []
  /// Words that were taken for others.
  private(set) var corrected: [(word: String, as: String)] = []
  /// Topics that nobody holds, read as something else of that name.
  private(set) var instead: [(topic: String, as: String)] = []

  private static let longestPhrase = 6

  /// Reads a query from left to right, the longest known phrase first.
  ///
  /// - Complexity: O(q) queries of the index for q words.
  init(_ query: String, _ index: SearchIndex, _ knowledge: Knowledge) throws(SearchError) {
    let isShort =
      query.utf8.count <= SearchText.longest
      || query.count <= SearchText.longest && query.utf8.count <= SearchText.longest * 16
    guard isShort else { throw .tooLong(query.unicodeScalars.count) }
    let typed = Array(plainWords(query).prefix(SearchText.mostWords))
    guard !typed.isEmpty else { throw .noWords }
    let words = try corrections(of: typed, index)
    var place = 0
    while place < words.count {
      let limit = min(Self.longestPhrase, words.count - place)
      var taken = 1
      for length in stride(from: limit, through: 1, by: -1) {
        let phrase = words[place..<(place + length)].compactMap { $0 }
        guard phrase.count == length else { continue }
        if SearchText.isFiller(phrase) {
          taken = length
          break
        }
        guard let part = try part(phrase[...], index, knowledge) else { continue }
        add(part)
        taken = length
        break
      }
      place += taken
    }
    // A question of fillers alone may be meant: a topic called Work.
    if parts.isEmpty, unknown.isEmpty {
      for word in words.compactMap({ $0 }) {
        if let part = try part([word], index, knowledge) { add(part) }
      }
    }
    dropHeadings(knowledge.topics)
    // Where nothing was understood, the question is told as it was asked.
    if parts.isEmpty, corrected.isEmpty, !unknown.isEmpty { unknown = [trimmed(query)] }
    let isClear = parts.contains {
      if case .topics = $0.meaning { !$0.isLoose } else { false }
    }
    if !isClear { for place in parts.indices { parts[place].isLoose = false } }
  }

  /// Drops what only gathers other things asked for: the curriculum, in "computing curriculum".
  private mutating func dropHeadings(_ tree: TopicTree) {
    func topic(_ part: Part) -> Int32? {
      if case .topics(let fits) = part.meaning { Self.best(fits) } else { nil }
    }
    let asked = Set(parts.compactMap(topic))
    parts.removeAll { part in
      guard let topic = topic(part), tree[topic].broader == nil else { return false }
      return tree.parts(of: topic).contains { asked.contains($0.topic) }
    }
  }

  /// The words with slips put right; `nil` for those that stand for nothing known.
  private mutating func corrections(
    of typed: [String], _ index: SearchIndex
  ) throws(SearchError) -> [String?] {
    var words: [String?] = []
    for (place, word) in typed.enumerated() {
      let joined = place + 1 < typed.count ? [word, typed[place + 1]] : [word]
      let before = place > 0 ? [typed[place - 1], word] : [word]
      var isKnown = SearchText.isFiller(word)
      if !isKnown { isKnown = try index.knows(word) }
      if isKnown || !index.items(named: joined[...]).isEmpty
        || !index.items(named: before[...]).isEmpty
      {
        words.append(word)
      } else if let correction = index.correction(of: word) {
        corrected.append((word, correction))
        words.append(correction)
      } else {
        if !unknown.contains(word) { unknown.append(word) }
        words.append(nil)
      }
    }
    return words
  }

  /// Adds a part; topics that an earlier part has as its best are the same part said twice.
  private mutating func add(_ part: Part) {
    if case .topics(let found) = part.meaning {
      for (place, known) in parts.enumerated() {
        guard case .topics(let before) = known.meaning else { continue }
        if Self.best(found) == Self.best(before) {
          parts[place].meaning = .topics(
            before.merging(found) { $0.value >= $1.value ? $0 : $1 })
          parts[place].isLoose = known.isLoose && part.isLoose
          return
        }
      }
    }
    if case .schools(let found, _) = part.meaning {
      for known in parts {
        if case .schools(found, _) = known.meaning { return }
      }
    }
    parts.append(part)
  }

  private static func best(_ topics: [Int32: TopicFit]) -> Int32? {
    topics.max { ($0.value.value, $1.key) < ($1.value.value, $0.key) }?.key
  }

  /// What a phrase asks for: something of exactly that name, else whatever holds its words.
  private mutating func part(
    _ phrase: ArraySlice<String>, _ index: SearchIndex, _ knowledge: Knowledge
  ) throws(SearchError) -> Part? {
    var found: [(item: SearchIndex.Item, fit: Double)] = index.items(named: phrase).map { ($0, 1) }
    if found.isEmpty {
      // A longer phrase than three words that is nobody's name is read in shorter pieces.
      guard phrase.count <= 3 else { return nil }
      found = try index.hits(phrase).map {
        ($0.item, TopicFit.someWords * Double(min(phrase.count, $0.words)) / Double($0.words))
      }
    }
    let sorted = PhraseItems(found, knowledge)
    guard let meaning = sorted.meaning(phrase, index, knowledge) else { return nil }
    let words = phrase.joined(separator: " ")
    guard case .topics(let fits) = meaning, let topic = Self.best(fits) else {
      return Part(words: words, meaning: meaning)
    }
    if let other = try other(than: topic, index, knowledge) {
      let name = knowledge.topics[topic].name
      if !instead.contains(where: { $0.topic == name }) { instead.append((name, other.name)) }
      return Part(words: words, meaning: other.meaning)
    }
    let best = fits[topic]?.value ?? 0
    let tied = fits.values.count { $0.value == best && $0.relation == .someWords }
    return Part(
      words: words, meaning: meaning,
      isLoose: phrase.count == 1 && best < TopicFit.someWords && tied > 1)
  }

  /// What a topic that nobody holds may mean besides: a stage of pupils, a role of that name.
  private func other(
    than topic: Int32, _ index: SearchIndex, _ knowledge: Knowledge
  ) throws(SearchError) -> (name: String, meaning: Meaning)? {
    let holders = knowledge.holderCounts
    let parts = knowledge.topics.parts(of: topic)
    guard holders[Int(topic)] == 0, !parts.contains(where: { holders[Int($0.topic)] > 0 })
    else { return nil }
    if let stage = Stages.schools(teaching: knowledge.topics[topic], in: knowledge.network) {
      return ("people in \(stage.name)", .schools(stage.schools, named: [stage.name]))
    }
    let name = plainWords(knowledge.topics[topic].name)
    let roles = try index.hits(name[...]).compactMap { hit -> String? in
      guard case .role(let role) = hit.item, hit.words == name.count else { return nil }
      return role
    }
    return roles.isEmpty ? nil : ("people whose role is \(roles[0])", .roles(Set(roles)))
  }
}
