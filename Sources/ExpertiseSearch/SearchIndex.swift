import GRDB
import Measures
import Networks

/// The words of topics, places, roles and names in a full-text index in memory (SQLite FTS5, Porter's stems).
///
/// Names of hidden people, and roles that they alone have, are not in it, so that no query finds them.
struct SearchIndex: Sendable {
  /// What a text in the index is the name of.
  enum Item: Sendable, Hashable, Comparable {
    /// A place in the tree of topics.
    case topic(Int32)
    /// A school, as a place in the network.
    case school(Int32)
    case hub(String)
    case phase(String)
    case role(String)
    case person(Int32)

    private var order: (Int, Int32, String) {
      switch self {
      case .topic(let place): (0, place, "")
      case .school(let place): (1, place, "")
      case .hub(let name): (2, 0, name)
      case .phase(let name): (3, 0, name)
      case .role(let name): (4, 0, name)
      case .person(let place): (5, place, "")
      }
    }
    static func < (a: Item, b: Item) -> Bool { a.order < b.order }
  }

  /// A text that a phrase was found in.
  struct Hit: Sendable, Equatable {
    let item: Item
    /// How many words the text has.
    let words: Int
  }

  /// What each text names, by row of the index.
  private let items: [Item]
  private let lengths: [Int]
  /// Items by their whole text.
  private let exact: [String: [Item]]
  /// Words other than of people's names, and words of people's names.
  private let vocabulary: Vocabulary
  private let names: Vocabulary
  /// The trust's own topics that stand nowhere in the tree, by each word of their names.
  private let unplaced: [String: [(topic: Int32, words: [String])]]
  private let queue: DatabaseQueue

  init(_ knowledge: Knowledge) throws(SearchError) {
    let texts = Self.texts(knowledge)
    var exact: [String: [Item]] = [:]
    var (vocabulary, names): (Set<String>, Set<String>) = ([], [])
    var lengths: [Int] = []
    var rows: [String] = []
    for (text, item) in texts {
      let words = plainWords(text)
      lengths.append(words.count)
      rows.append(words.joined(separator: " "))
      exact[words.joined(), default: []].append(item)
      if case .person = item {
        names.formUnion(words)
      } else {
        vocabulary.formUnion(words)
      }
    }
    // Ids of people are found whole; one of digits alone is more likely a year or a key stage.
    for person in knowledge.slice.people where !knowledge.isHidden(person) {
      let id = knowledge.network.people.ids[Int(person)]
      guard id.contains(where: \.isLetter) else { continue }
      exact[plainWords(id).joined(), default: []].append(.person(person))
    }
    items = texts.map(\.item)
    self.lengths = lengths
    self.exact = exact.mapValues { Set($0).sorted() }
    self.vocabulary = Vocabulary(vocabulary.filter { $0.count > 3 })
    self.names = Vocabulary(names.filter { $0.count > 3 })
    unplaced = Self.unplaced(knowledge.topics)
    queue = try Self.database(rows)
  }

  private static func database(_ rows: [String]) throws(SearchError) -> DatabaseQueue {
    do {
      let queue = try DatabaseQueue()
      try queue.write { database in
        try database.execute(
          sql: """
            CREATE VIRTUAL TABLE texts USING fts5(
              text, detail = full, prefix = '3', tokenize = 'porter unicode61 remove_diacritics 2')
            """)
        let insert = try database.makeStatement(
          sql: "INSERT INTO texts (rowid, text) VALUES (?, ?)")
        for (place, text) in rows.enumerated() { try insert.execute(arguments: [place + 1, text]) }
      }
      return queue
    } catch {
      throw .engine("\(error)")
    }
  }

  /// Every text that can be found, and what it names.
  private static func texts(_ knowledge: Knowledge) -> [(text: String, item: Item)] {
    let network = knowledge.network
    var texts: [(text: String, item: Item)] = []
    for (place, topic) in knowledge.topics.topics.enumerated() {
      for word in [topic.name] + topic.synonyms { texts.append((word, .topic(Int32(place)))) }
    }
    for (place, school) in network.schools.enumerated() {
      texts.append((school.name, .school(Int32(place))))
      texts.append((school.id, .school(Int32(place))))
    }
    if !network.schools.isEmpty {
      texts.append((Network.centralTeamName, .school(People.centralTeam)))
    }
    texts += Set(network.schools.compactMap(\.hub)).sorted().map { ($0, .hub($0)) }
    texts += Set(network.schools.compactMap(\.phase)).sorted().map { ($0, .phase($0)) }
    let listed = knowledge.slice.people.filter { !knowledge.isHidden($0) }
    // A role that only somebody hidden has is one that nobody has.
    if let role = network.people.role {
      texts += Set(listed.compactMap { role[Int($0)] }).sorted().map { ($0, .role($0)) }
    }
    for person in listed {
      texts.append((network.people.names[Int(person)], .person(person)))
    }
    return texts.filter { !plainWords($0.text).isEmpty }
  }

  private static func unplaced(
    _ topics: TopicTree
  ) -> [String: [(topic: Int32, words: [String])]] {
    var unplaced: [String: [(topic: Int32, words: [String])]] = [:]
    for (place, topic) in topics.topics.enumerated() where topic.broader == nil {
      guard topic.origin < .heading else { continue }
      let words = plainWords(topic.name)
      for word in Set(words) { unplaced[word, default: []].append((Int32(place), words)) }
    }
    return unplaced
  }

  /// The trust's own topics that stand nowhere in the tree and hold a name within theirs, with the share of words that it is.
  func unplaced(with name: String) -> [(topic: Int32, share: Double)] {
    let name = plainWords(name)
    guard let first = name.first else { return [] }
    return (unplaced[first] ?? []).filter { $0.words.count > name.count && $0.words.contains(name) }
      .map { ($0.topic, Double(name.count) / Double($0.words.count)) }
  }

  /// What has exactly this text, whatever its spaces.
  func items(named words: ArraySlice<String>) -> [Item] { exact[words.joined()] ?? [] }

  /// The texts that hold the words one after the other, as stems, the last as a beginning; at most 2,000.
  func hits(_ words: ArraySlice<String>) throws(SearchError) -> [Hit] {
    // Words are letters and digits alone, so nothing in them steers the engine; the last may go on.
    try rows(words, most: 2000).map { Hit(item: items[$0 - 1], words: lengths[$0 - 1]) }
  }

  /// Whether any text holds a word, or one that begins with it.
  func knows(_ word: String) throws(SearchError) -> Bool {
    if exact[word] != nil { return true }
    // A letter or digit alone stands in "key stage 1" and names nothing.
    guard word.count > 1 else { return false }
    return try !rows([word], most: 1).isEmpty
  }

  private func rows(_ words: ArraySlice<String>, most: Int) throws(SearchError) -> [Int] {
    let phrase = "\"" + words.joined(separator: " ") + "\""
    let goesOn = (words.last?.count ?? 0) > 2
    do {
      return try queue.read { database in
        let search = try database.cachedStatement(
          sql: "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rowid LIMIT ?")
        return try Int.fetchAll(
          search, arguments: [goesOn ? "\(phrase) OR \(phrase) *" : phrase, most])
      }
    } catch {
      throw .engine("\(error)")
    }
  }

  /// The known word that a mistyped one most likely is: of topics, places and roles first, then of names.
  func correction(of word: String) -> String? {
    guard word.count > 3 else { return nil }
    return vocabulary.nearest(to: word, sameStart: true)
      ?? names.nearest(to: word, sameStart: true)
  }
}
