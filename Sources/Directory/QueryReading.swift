import Measures
import Networks

/// A query in the index's terms: what each part of it asks for.
struct QueryReading: Sendable {
  /// One thing that is asked for.
  struct Part: Sendable {
    /// The words of the query, corrected.
    let words: String
    var meaning: Meaning
  }

  enum Meaning: Sendable {
    /// Topics, each with how well it fits, from 0 to 1.
    case topics([Int32: Double])
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

  private static let longestPhrase = 6

  /// Reads a query from left to right, the longest known phrase first.
  ///
  /// - Complexity: O(q) queries of the index for q words.
  init(_ query: String, _ index: SearchIndex, _ knowledge: Knowledge) throws(SearchError) {
    guard query.count <= SearchText.longest else { throw .tooLong(query.count) }
    let words = Array(SearchText.words(query).prefix(SearchText.mostWords))
    guard !words.isEmpty else { throw .noWords }
    var place = 0
    while place < words.count {
      let limit = min(Self.longestPhrase, words.count - place)
      var taken = 0
      for length in stride(from: limit, through: 1, by: -1) {
        let phrase = words[place..<(place + length)]
        if length == 1, SearchText.isFiller(words[place]) { break }
        let meaning = try Self.meaning(phrase, index, knowledge)
        guard let meaning else { continue }
        add(Part(words: phrase.joined(separator: " "), meaning: meaning))
        taken = length
        break
      }
      if taken == 0, !SearchText.isFiller(words[place]) {
        try readMisspelt(words[place], index, knowledge)
      }
      place += max(taken, 1)
    }
    // A question of fillers alone may be meant: a topic called Work.
    if parts.isEmpty, unknown.isEmpty {
      for word in words {
        if let meaning = try Self.meaning([word][...], index, knowledge) {
          add(Part(words: word, meaning: meaning))
        }
      }
    }
  }

  private mutating func readMisspelt(
    _ word: String, _ index: SearchIndex, _ knowledge: Knowledge
  ) throws(SearchError) {
    if let correction = index.correction(of: word),
      let meaning = try Self.meaning([correction][...], index, knowledge)
    {
      corrected.append((word, correction))
      add(Part(words: correction, meaning: meaning))
    } else {
      unknown.append(word)
    }
  }

  /// Adds a part; topics that an earlier part has as its best are the same part said twice.
  private mutating func add(_ part: Part) {
    if case .topics(let found) = part.meaning {
      for (place, known) in parts.enumerated() {
        guard case .topics(let before) = known.meaning else { continue }
        if Self.best(found) == Self.best(before) {
          parts[place].meaning = .topics(before.merging(found) { max($0, $1) })
          return
        }
      }
    }
    parts.append(part)
  }

  private static func best(_ topics: [Int32: Double]) -> Int32? {
    topics.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// What a phrase asks for: something of exactly that name, else whatever holds its words.
  private static func meaning(
    _ phrase: ArraySlice<String>, _ index: SearchIndex, _ knowledge: Knowledge
  ) throws(SearchError) -> Meaning? {
    let named = index.items(named: phrase)
    if !named.isEmpty { return meaning(named.map { ($0, 1) }, phrase, knowledge) }
    // A longer phrase than three words that is nobody's name is read in shorter pieces.
    guard phrase.count <= 3 else { return nil }
    let hits = try index.hits(phrase)
    guard !hits.isEmpty else { return nil }
    return meaning(
      hits.map { ($0.item, 0.9 * Double(min(phrase.count, $0.words)) / Double($0.words)) }, phrase,
      knowledge)
  }

  /// Of several kinds of things found, the one that is most likely meant: a topic by its own name, a role, a place, a
  /// topic by other words, a person.
  private static func meaning(
    _ found: [(item: SearchIndex.Item, fit: Double)], _ phrase: ArraySlice<String>,
    _ knowledge: Knowledge
  ) -> Meaning? {
    var topics: [Int32: Double] = [:]
    var schools: Set<Int32> = []
    var names: [String] = []
    var roles: Set<String> = []
    var people: Set<Int32> = []
    let best = found.map(\.fit).max() ?? 0
    for (item, fit) in found {
      switch item {
      case .topic(let topic): topics[topic] = max(topics[topic] ?? 0, fit)
      case .school(let school):
        if schools.insert(school).inserted {
          names.append(knowledge.network.name(ofSchool: school))
        }
      case .hub(let hub):
        schools.formUnion(schoolsWhere(knowledge) { $0.hub == hub })
        names.append(hub)
      case .phase(let phase):
        schools.formUnion(schoolsWhere(knowledge) { $0.phase == phase })
        names.append(phase)
      case .role(let role): roles.insert(role)
      case .person(let person): people.insert(person)
      }
    }
    let key = phrase.joined()
    let isOwnName = topics.keys.contains { topicKey(knowledge.topics[$0].name) == key }
    if isOwnName { return .topics(widened(topics, knowledge)) }
    if best == 1 {
      if !roles.isEmpty { return .roles(roles) }
      if !topics.isEmpty { return .topics(widened(topics, knowledge)) }
      if !schools.isEmpty { return .schools(schools, named: names) }
    }
    if !topics.isEmpty { return .topics(widened(topics, knowledge)) }
    if !schools.isEmpty { return .schools(schools, named: names) }
    if !roles.isEmpty { return .roles(roles) }
    return people.isEmpty ? nil : .people(people)
  }

  private static func schoolsWhere(
    _ knowledge: Knowledge, _ isWanted: (School) -> Bool
  ) -> [Int32] {
    let schools = knowledge.network.schools
    return schools.indices.filter { isWanted(schools[$0]) }.map { Int32($0) }
  }

  /// Topics with those that are part of them, at half for each level below, and the one right above, at a quarter.
  private static func widened(_ topics: [Int32: Double], _ knowledge: Knowledge) -> [Int32: Double]
  {
    var wide = topics
    func take(_ topic: Int32, _ fit: Double) { wide[topic] = max(wide[topic] ?? 0, fit) }
    for (topic, fit) in topics {
      var half = fit
      var level = 0
      for below in knowledge.topics.narrower(than: topic) {
        while level < below.levels {
          half /= 2
          level += 1
        }
        take(below.topic, half)
      }
      if let above = knowledge.topics[topic].broader { take(above, fit / 4) }
    }
    return wide
  }
}

extension Network {
  /// The name of a school, or of the central team.
  func name(ofSchool school: Int32) -> String {
    school < 0 ? Network.centralTeamName : schools[Int(school)].name
  }
}
