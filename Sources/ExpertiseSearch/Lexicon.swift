import Measures
import Networks

/// Every phrase that a question may hold, and what each stands for.
///
/// Names of hidden people, and roles that they alone have, are not in it, so that no question finds them.
struct Lexicon: Sendable {
  /// What a phrase stands for.
  enum Item: Sendable, Hashable {
    /// A place in the tree of topics.
    case topic(Int32)
    /// A role, as a place in `roles`.
    case role(Int)
    /// Schools, as places in the network, and what they are called.
    case schools(Set<Int32>, String)
    case person(Int32)
  }

  /// How a phrase comes to stand for it.
  enum Source: Int, Sendable {
    case name, synonym, situation
  }

  struct Phrase: Sendable {
    /// For each word the stems of which one will do.
    let slots: [Set<String>]
    /// What each word says.
    let weights: [Double]
    let item: Item
    let source: Source
    var weight: Double { weights.reduce(0, +) }
  }

  /// A role that people have, or that the vocabulary knows.
  struct Role: Sendable {
    let name: String
    let topic: Int32?
    /// The roles of the files that it is.
    let titles: Set<String>
    /// Whether it is one role of the files and no more: Maths teacher.
    var isTitle = false
    /// The topic that its name has.
    var subject: Int32?
    /// The role of which it is a kind.
    var broader: String?
  }

  private var phrases: [Phrase] = []
  private var evidence = WordEvidence([])
  private var byStem: [String: [Int32]] = [:]
  /// In how many names a stem is.
  private var counts: [String: Int] = [:]
  private(set) var roles: [Role] = []
  /// Stems of the vocabulary, and its words that a mistyped one may stand for.
  private var stems: Set<String> = []
  private let words: Vocabulary
  private let beginnings: [String]
  private let spoken: [String]
  private let spokenWords: Set<String>
  private let isHeld: [Bool]
  private let names: Vocabulary
  /// The names of people who may be found.
  let people: PersonNames
  /// The trust's own topics and those that somebody wrote, by each stem of their names.
  private let ownByStem: [String: [Int32]]
  private let ownNames: [Int32: [Token]]
  /// By a topic, the trust's own that stand nowhere in the tree and hold a name of it within theirs, with the share of words that it is.
  private let unplaced: [Int32: [(topic: Int32, share: Double)]]
  private let ids: [String: Item]
  private let schoolWords: [String: [Int32]]
  /// By the stem of all its words written in one, the words of a name of several.
  private let parted: [String: [String]]
  /// By their initials, the topics that somebody holds and the roles that somebody has, of two words or more.
  private let initials: [String: Item]
  /// Words for those who do something, in roles that somebody has.
  private let doersOfRoles: [(word: String, role: Int)]
  /// The words that stand right after and right before each in names.
  private let wordsAfter: [String: Set<String>]
  private let wordsBefore: [String: Set<String>]
  /// Names of topics that are small words as well.
  let abbreviations: Set<String>

  init(_ knowledge: Knowledge) {
    let network = knowledge.network
    let topics = knowledge.topics
    var phrases: [Phrase] = []
    var spoken: Set<String> = []
    var several: [(words: [String], item: Item)] = []
    var wordsAfter: [String: Set<String>] = [:]
    var wordsBefore: [String: Set<String>] = [:]
    let abbreviations = Self.abbreviations(topics)
    func tokens(_ text: String) -> [Token] {
      ExpertiseSearch.tokens(text, abbreviations: abbreviations)
    }
    // Most words of situations are in several.
    var written: [Substring: [Token]] = [:]
    func add(_ name: [Token], _ item: Item, _ source: Source) {
      guard !name.isEmpty else { return }
      let isYear = { (token: Token) in
        if case .role = item { source == .name && token.text == "year" } else { false }
      }
      phrases.append(
        Phrase(
          // Heads of year are heads of any.
          slots: name.map { isYear($0) ? Self.years : [$0.stem] }, weights: name.map(\.weight),
          item: item, source: source))
      for token in name where token.kind != .hard { spoken.insert(token.text) }
      guard name.count > 1 else { return }
      for (one, other) in zip(name, name.dropFirst()) {
        wordsAfter[one.text, default: []].insert(other.text)
        wordsBefore[other.text, default: []].insert(one.text)
      }
      several.append((name.map(\.text), item))
    }
    var topicNames: [[[Token]]] = []
    for (place, topic) in topics.topics.enumerated() {
      let names = ([topic.name] + topic.synonyms).map(tokens)
      for (number, name) in names.enumerated() {
        add(name, .topic(Int32(place)), number == 0 ? .name : .synonym)
      }
      topicNames.append(names)
      for slots in topic.situations.flatMap({ Self.slots(of: $0, &written) }) {
        for token in slots.joined() { spoken.insert(token.text) }
        phrases.append(
          Phrase(
            slots: slots.map { choices in
              let stems = Set(choices.map(\.stem))
              return slots.count < 2
                ? stems : stems.reduce(stems) { $0.union(WordFamilies.stems(of: $1)) }
            },
            weights: slots.map { $0.map(\.weight).max() ?? 0 }, item: .topic(Int32(place)),
            source: .situation))
      }
    }
    let listed = knowledge.slice.people.filter { !knowledge.isHidden($0) }
    let titles = Set(listed.compactMap { network.people.role?[Int($0)] }).sorted()
    roles = Self.roles(titles, topics, abbreviations)
    for (place, role) in roles.enumerated() {
      guard role.isTitle else {
        for name in RoleVocabulary.all[place].names { add(name, .role(place), .name) }
        continue
      }
      let name = tokens(role.name)
      add(name, .role(place), .synonym)
      guard let subject = role.subject else { continue }
      let posts = name.filter { Self.posts.contains($0.text) }
      for other in [topics[subject].name] + topics[subject].synonyms {
        add(tokens(other) + posts, .role(place), .synonym)
      }
    }
    var schoolWords: [String: [Int32]] = [:]
    var ids: [String: Item] = [:]
    for (place, school) in network.schools.enumerated() {
      let item = Item.schools([Int32(place)], school.name)
      let name = tokens(school.name)
      add(name, item, .name)
      let telling = name.filter { !Self.schoolKinds.contains($0.text) }
      if !telling.isEmpty, telling.count < name.count { add(telling, item, .synonym) }
      // "Hillside infants", "Trinity sixth form": the name without the last that all have.
      let short = name.filter { !Self.lastWords.contains($0.text) }
      if !telling.isEmpty, telling.count < short.count, short.count < name.count {
        add(short, item, .synonym)
      }
      for token in telling where token.kind == .content && token.text.count > 2 {
        schoolWords[token.stem, default: []].append(Int32(place))
      }
      ids[topicKey(school.id)] = item
    }
    if !network.schools.isEmpty {
      // Files may have a school of that name for the team.
      let named = network.schools.indices.filter {
        ["central", "centralteam"].contains(topicKey(network.schools[$0].name))
      }
      let central = Item.schools(
        Set([People.centralTeam] + named.map { Int32($0) }), Network.centralTeamName)
      for name in [
        Network.centralTeamName, "central team", "head office", "trust office", "central office",
        "trust central team", "central",
      ] + (network.schools.contains { Self.isCalled("centre", $0) } ? [] : ["centre"]) {
        add(tokens(name), central, .name)
      }
    }
    for kind in Self.tellingKinds {
      let found = network.schools.indices.filter { Self.isCalled(kind, network.schools[$0]) }
      guard !found.isEmpty else { continue }
      let name = found.count == 1 ? network.schools[found[0]].name : "\(kind) schools"
      let item = Item.schools(Set(found.map { Int32($0) }), name)
      add(tokens("\(kind) school"), item, .synonym)
      // "At the infants".
      if Self.pluralKinds.contains(kind), found.count < 3 {
        add(tokens(kind + "s"), item, .synonym)
      }
    }
    func addPlaces(_ name: String, _ key: KeyPath<School, String?>) {
      let found = network.schools.indices.filter { network.schools[$0][keyPath: key] == name }
      let item = Item.schools(Set(found.map { Int32($0) }), name)
      add(tokens(name), item, .name)
      let telling = tokens(name).filter {
        !Self.schoolKinds.contains($0.text) || $0.text == topicKey(name)
      }
      if !telling.isEmpty, telling.count < tokens(name).count { add(telling, item, .synonym) }
      for other in Self.phaseNames[topicKey(name)] ?? [] { add(tokens(other), item, .synonym) }
    }
    for hub in Set(network.schools.compactMap(\.hub)).sorted() { addPlaces(hub, \.hub) }
    for phase in Set(network.schools.compactMap(\.phase)).sorted() { addPlaces(phase, \.phase) }
    let people = PersonNames(listed) { network.people.names[Int($0)] }
    for person in listed {
      // One of digits alone is more likely a year or a key stage.
      let id = network.people.ids[Int(person)]
      if id.contains(where: \.isLetter) { ids[topicKey(id)] = .person(person) }
    }
    let own = topics.topics.indices.filter { topics.topics[$0].origin < .heading }
    ownNames = Dictionary(
      uniqueKeysWithValues: own.map { (Int32($0), tokens(topics.topics[$0].name)) })
    var ownByStem: [String: [Int32]] = [:]
    for place in own {
      for stem in Set((ownNames[Int32(place)] ?? []).map(\.stem)) {
        ownByStem[stem, default: []].append(Int32(place))
      }
    }
    unplaced = Self.unplaced(topics, topicNames, ownByStem, ownNames)
    self.abbreviations = abbreviations
    var parted: [String: [String]] = [:]
    // What goes by its own name before what goes by another, and either before a school or phase.
    var initials: [String: [Int: Set<Item>]] = [:]
    for (words, item) in several {
      let isThere =
        switch item {
        case .topic(let topic): knowledge.isHeld(topic)
        case .role(let role): !roles[role].titles.isEmpty
        case .schools, .person: true
        }
      let key = stem(words.joined())
      if case .topic = item, parted[key] == nil { parted[key] = words }
      guard isThere else { continue }
      parted[key] = words
      let letters = String(words.compactMap(\.first))
      guard letters.allSatisfy(\.isLetter), !words.contains(where: { Token($0).isStage }) else {
        continue
      }
      let standing: Int? =
        switch item {
        case .topic(let topic) where tokens(topics[topic].name).map(\.text) == words: 0
        // Of other names only those that are long enough to go by their initials.
        case .topic: words.count < 3 ? nil : 1
        case .role(let role):
          roles[role].titles.union([roles[role].name]).contains {
            tokens($0).map(\.text) == words
          } ? 0 : nil
        case .schools(_, let name):
          words.count > 2 || network.schools.contains { $0.phase == name } ? 2 : nil
        case .person: nil
        }
      if let standing { initials[letters, default: [:]][standing, default: []].insert(item) }
    }
    let single = Set(phrases.filter { $0.slots.count == 1 }.flatMap { $0.slots[0] })
    self.initials = initials.compactMapValues { standings in
      let items = standings.min { $0.key < $1.key }?.value ?? []
      return items.count == 1 ? items.first : nil
    }.filter { key, _ in
      !single.contains(stem(key)) && WordClass.of(key) == .content && !BritishWords.contains(key)
    }
    self.parted = parted
    var doersOfRoles: [(word: String, role: Int)] = []
    for (place, role) in roles.enumerated() where !role.titles.isEmpty {
      let names = role.isTitle ? [role.name] : role.titles.sorted()
      for token in names.flatMap({ tokens($0) })
      where token.kind == .content && Self.endings.contains(where: token.text.hasSuffix) {
        doersOfRoles.append((token.text, place))
      }
    }
    self.doersOfRoles = doersOfRoles
    (self.wordsAfter, self.wordsBefore) = (wordsAfter, wordsBefore)
    self.ownByStem = ownByStem
    self.people = people
    self.ids = ids
    self.schoolWords = schoolWords
    names = Vocabulary(people.allWords.filter { $0.count > 3 })
    self.spoken = spoken.filter { $0.count > 3 }.sorted()
    spokenWords = spoken
    words = Vocabulary(self.spoken)
    beginnings = self.spoken.filter { $0.count > 4 }
    isHeld = topics.topics.indices.map { knowledge.isHeld(Int32($0)) }
    self.phrases = phrases
    index()
  }

  /// The words of a situation: for each the words of which one will do, in as many ways as there are choices of several words.
  private static func slots(
    of situation: String, _ written: inout [Substring: [Token]]
  ) -> [[[Token]]] {
    func read(_ word: Substring) -> [Token] {
      if let known = written[word] { return known }
      let read = tokens(String(word))
      written[word] = read
      return read
    }
    var ways: [[[Token]]] = [[]]
    let words = situation.split { $0 == " " || $0 == "-" }
    for (place, word) in words.enumerated() {
      // "Year 6" is one word.
      let isYear = place > 0 && words[place - 1] == "year" && Int(word) != nil
      if word == "year", place + 1 < words.count, Int(words[place + 1]) != nil { continue }
      let slot = isYear ? "year" + word : word
      let choices = slot.split(separator: "/").map(read)
        .filter { !$0.isEmpty && $0[0].kind != .hard }
      let single = choices.filter { $0.count == 1 }.flatMap(\.self)
      let runs =
        (single.isEmpty ? [] : [[single]])
        + choices.filter { $0.count > 1 }.map { run in run.map { [$0] } }
      guard !runs.isEmpty else { continue }
      ways = ways.flatMap { way in runs.map { way + $0 } }
    }
    return ways.filter { !$0.isEmpty }
  }

  /// Names of topics that are short words as well, such as RE.
  private static func abbreviations(_ topics: TopicTree) -> Set<String> {
    let names = topics.topics.flatMap { [$0.name] + $0.synonyms }
    return Set(
      names.filter { $0.count > 1 && $0.allSatisfy(\.isUppercase) }.map(topicKey)
        .filter { WordClass.of($0) == .hard })
  }

  /// How words for those who do something end.
  private static let endings = ["ist", "ian", "ant"]

  /// "year" and the stems of every year.
  private static let years = Set((1...13).map { "year\($0)" } + [stem("year")])

  /// Words of roles that are no subject.
  private static let posts: Set<String> = [
    "teacher", "head", "lead", "leader", "coordinator", "tutor", "specialist", "faculty",
    "department", "subject", "assistant", "technician",
  ]

  /// The topic that a role of the files names beside the post: mathematics, of Maths teacher.
  private static func subject(
    of title: [Token], _ topics: TopicTree, _ places: [[String]: Int32]
  ) -> Int32? {
    let rest = title.filter { !posts.contains($0.text) }
    guard rest.count < title.count, let topic = places[rest.map(\.stem)],
      !Stages.isStage(topics[topic]),
      topics.broader(than: topic).contains(where: { topics[$0].name == "Curriculum" })
    else { return nil }
    return topic
  }

  /// The roles of the vocabulary, with the titles of the files that are one of them; then each title that has a name of its own.
  private static func roles(
    _ titles: [String], _ topics: TopicTree, _ abbreviations: Set<String>
  ) -> [Role] {
    var having: [String: Set<String>] = [:]
    var own: [Role] = []
    var places: [[String]: Int32] = [:]
    for (place, topic) in topics.topics.enumerated() {
      for name in [topic.name] + topic.synonyms {
        let key = tokens(name, abbreviations: abbreviations).map(\.stem)
        if places[key] == nil { places[key] = Int32(place) }
      }
    }
    for title in titles {
      let name = tokens(title, abbreviations: abbreviations)
      let subject = subject(of: name, topics, places)
      var known = RoleVocabulary.roles(in: title)
      if known.isEmpty, subject != nil, topicKey(title).hasPrefix("headof") {
        known = RoleVocabulary.all.filter { $0.name == "Head of department" }
      }
      let stems = name.map(\.stem)
      if !known.contains(where: { $0.names.contains { $0.map(\.stem) == stems } }) {
        own.append(Role(name: title, topic: nil, titles: [title], isTitle: true, subject: subject))
      }
      for role in known {
        having[role.name, default: []].insert(title)
        var above = role.broader
        while let name = above {
          having[name, default: []].insert(title)
          above = RoleVocabulary.all.first { $0.name == name }?.broader
        }
      }
    }
    // The kind of technician nobody is may be what every technician of the trust is; but not every one knows laboratories,
    // and a head of department may lead any subject, as a director anything.
    var lent: Set<String> = []
    for role in RoleVocabulary.all where having[role.name] == nil {
      if let above = role.broader,
        !["Teacher", "Teaching assistant", "Head of department", "Director"].contains(above),
        let titles = having[above]
      {
        let plain = titles.filter { topicKey($0) == topicKey(above) }
        if !plain.isEmpty {
          having[role.name] = plain
          lent.insert(role.name)
        }
      }
    }
    return RoleVocabulary.all.map { role in
      Role(
        name: role.name, topic: lent.contains(role.name) ? nil : role.topic.flatMap(topics.place),
        titles: having[role.name] ?? [], broader: role.broader)
    } + own
  }

  /// Words that many schools have in their names.
  static let schoolKinds: Set<String> = [
    "school", "academy", "primary", "secondary", "high", "infant", "infants", "junior", "juniors",
    "college", "special",
    "church", "ce", "cofe", "c&e", "catholic", "rc", "community", "centre", "center", "ap",
    "sixthform", "nursery", "upper",
    "lower", "middle", "free", "grammar", "the", "saint", "hub", "hubs", "trust", "schools",
    "first", "studio", "provision",
    "alternative", "c", "of", "e", "cofe", "federation", "cluster", "region", "area",
  ]

  /// What schools of a phase are called besides.
  private static let phaseNames = [
    "special": [
      "specialist setting", "specialist school", "specialist provision", "special setting",
      "special needs school",
    ],
    "alternativeprovision": ["PRU", "pupil referral unit", "AP setting"],
  ]

  /// Words of names of schools that hardly anybody says.
  private static let lastWords: Set<String> = ["school", "schools", "academy", "college", "the"]

  /// Words of what a school is that tell it where few are called so: the high school.
  private static let tellingKinds = ["high", "infant", "junior", "grammar", "middle", "studio"]

  /// Those of them that stand for the school in the plural.
  private static let pluralKinds: Set<String> = ["infant", "junior"]

  /// Whether a word is in the name of a school.
  private static func isCalled(_ word: String, _ school: School) -> Bool {
    tokens(school.name).contains { $0.stem == stem(word) }
  }

  /// What the words of a question say of topics where no phrase is whole.
  ///
  /// What is said of a topic that nobody knows speaks for the one above it, where that is known and no heading.
  func evidence(in question: [Token?], _ topics: TopicTree) -> WordEvidence.Found? {
    evidence.strongest(in: question, topics) { topic in
      let above = [topic] + topics.broader(than: topic).dropLast()
      return above.first { isKnown($0) } ?? topic
    }
  }

  /// Files each phrase under the rarest of its words, so that a question looks at few.
  private mutating func index() {
    var counts: [String: Int] = [:]
    for phrase in phrases {
      for stem in phrase.slots.joined() {
        counts[stem, default: 0] += 1
        if phrase.source != .situation { self.counts[stem, default: 0] += 1 }
      }
    }
    for (place, phrase) in phrases.enumerated() {
      let rarest = phrase.slots.min { a, b in
        (a.reduce(0) { $0 + (counts[$1] ?? 0) }, a.sorted()[0]) < (
          b.reduce(0) { $0 + (counts[$1] ?? 0) }, b.sorted()[0]
        )
      }
      for stem in (rarest ?? []).sorted() { byStem[stem, default: []].append(Int32(place)) }
    }
    stems = Set(counts.keys)
    evidence = WordEvidence(phrases)
  }

  /// A phrase found in a question: what it stands for and which words it takes.
  struct Found: Sendable {
    let item: Item
    let source: Source
    let places: [Int]
    let weight: Double
    /// 1 where the whole name is there, else the share of it.
    var fit = 1.0
  }

  /// All phrases in the words of a question.
  func phrases(in question: [Token]) -> [Found] {
    var found: [Found] = []
    for (place, token) in question.enumerated() {
      if let item = ids[token.text] {
        found.append(Found(item: item, source: .name, places: [place], weight: 1.2))
      }
      if token.isAbbreviation, let item = initials[token.text] {
        found.append(Found(item: item, source: .synonym, places: [place], weight: 1))
      }
      // "Physio" is the physiotherapist, where nobody lists physiotherapy.
      if token.kind == .content, token.text.count > 4 {
        for (word, role) in doersOfRoles
        where word.count > token.text.count + 2 && word.hasPrefix(token.text) {
          found.append(Found(item: .role(role), source: .synonym, places: [place], weight: 0.8))
        }
      }
      for number in byStem[token.stem] ?? [] {
        let phrase = phrases[Int(number)]
        // Cooking is no cook.
        if case .role(let role) = phrase.item, phrase.slots.count == 1, !roles[role].isTitle,
          token.text.hasSuffix("ing")
        {
          continue
        }
        guard let places = Self.places(of: phrase, around: place, question) else { continue }
        // A word that says little in the question says no more by its name: "let" is not Lettings.
        let weight = zip(phrase.weights, places).reduce(0) {
          let word = question[$1.1]
          return $0 + (word.kind == .hard || word.stem == "not" ? $1.0 : min($1.0, word.weight))
        }
        // Several words that stand as they are count whole, however little each says; of a situation three in a row.
        let isWhole =
          phrase.source == .situation
          ? places.count > 2 && (places.max() ?? 0) - (places.min() ?? 0) < places.count
          : places.count > 1
        if !isWhole, weight < 1, phrase.weight >= 1, question.count > 1 { continue }
        found.append(
          Found(
            item: phrase.item, source: phrase.source, places: places.sorted(),
            weight: isWhole ? max(1, weight) : weight))
      }
    }
    return found
  }

  /// Where each word of a phrase stands: one after the other, else close together in any order.
  private static func places(of phrase: Phrase, around place: Int, _ question: [Token]) -> [Int]? {
    let slots = phrase.slots
    if slots.count == 1 { return [place] }
    for (slot, stems) in slots.enumerated() where stems.contains(question[place].stem) {
      let start = place - slot
      if start >= 0, start + slots.count <= question.count,
        slots.indices.allSatisfy({ slots[$0].contains(question[start + $0].stem) })
      {
        return Array(start..<(start + slots.count))
      }
    }
    // A name of soft words alone must stand as it is.
    guard phrase.weight >= 1 else { return nil }
    let room = slots.count + (phrase.source == .situation ? 4 : 1)
    var taken: [Int] = []
    for stems in slots {
      let near = question.indices.filter {
        stems.contains(question[$0].stem) && !taken.contains($0) && abs($0 - place) < room
      }
      guard let next = near.min(by: { (abs($0 - place), $0) < (abs($1 - place), $1) }) else {
        return nil
      }
      taken.append(next)
    }
    guard let first = taken.min(), let last = taken.max(), last - first < room,
      taken.contains(place),
      phrase.source != .situation
        || areDenied(taken, question) && question[first].sentence == question[last].sentence
    else { return nil }
    // "Geography head" is the Head of geography, "deputy of the head" no role of the vocabulary.
    if case .role = phrase.item {
      return phrase.source == .synonym && last - first == slots.count - 1 ? taken : nil
    }
    // In a name nothing of weight stands between.
    if phrase.source != .situation {
      let between = (first...last).filter { !taken.contains($0) }
      guard between.allSatisfy({ question[$0].kind != .content }) else { return nil }
    }
    return taken
  }

  /// Whether a "not" among the words of a situation denies one of them: in "sits there and won't write" not the sitting.
  private static func areDenied(_ taken: [Int], _ question: [Token]) -> Bool {
    guard let not = taken.first(where: { question[$0].stem == "not" }) else { return true }
    let rest = question.dropFirst(not + 1)
    if let next = taken.filter({ $0 > not }).min() {
      let between = rest.prefix(next - not - 1)
      return between.count < 3 && between.count { $0.kind == .content } < 2
    }
    // Said before it: "the board, she cannot".
    let last = taken.filter { $0 < not }.max() ?? not
    return rest.allSatisfy { $0.kind != .content }
      && !question[last...not].dropFirst().contains { clauses.contains($0.before) }
  }

  /// Words with which something else begins.
  private static let clauses: Set<String> = ["and", "but", "so", "then", "because", ","]

  /// The trust's own topics of whose names a question has the greater part.
  func ownTopics(in question: [Token]) -> [Found] {
    var hits: [Int32: [Int]] = [:]
    for (place, token) in question.enumerated() where token.kind != .hard {
      for topic in ownByStem[token.stem] ?? [] { hits[topic, default: []].append(place) }
    }
    return hits.sorted { $0.key < $1.key }.compactMap { topic, places in
      guard let name = ownNames[topic], name.count > 1 else { return nil }
      let stems = Set(places.map { question[$0].stem })
      func worth(_ token: Token) -> Double {
        let count = Double(ownByStem[token.stem]?.count ?? 1)
        return token.weight * token.weight * (1 + 1 / count)
      }
      let whole = name.reduce(0) { $0 + worth($1) }
      let there = name.filter { stems.contains($0.stem) }
      let share = there.reduce(0) { $0 + worth($1) } / max(whole, 1e-9)
      // Half will do where it is the rarer one: of Baby room, "baby" and not "room".
      func uses(_ tokens: [Token]) -> Int { tokens.reduce(0) { $0 + (counts[$1.stem] ?? 0) } }
      let isTelling =
        share > 0.5 + 1e-9
        || share > 0.5 - 1e-9 && uses(there) <= uses(name.filter { !stems.contains($0.stem) })
      guard isTelling, share < 1, there.contains(where: { $0.kind == .content }),
        places.contains(where: { question[$0].kind != .soft })
      else { return nil }
      let once = Dictionary(places.map { (question[$0].stem, $0) }, uniquingKeysWith: min).values
        .sorted()
      return Found(
        item: .topic(topic), source: .synonym, places: once,
        weight: there.reduce(0) { $0 + $1.weight } * 0.9, fit: share)
    }
  }

  /// The trust's own topics within one that was found by a situation, and that have one of its words: Boiler maintenance, of "boiler broken".
  func ownTopics(within topic: Int32, sharing words: [Token], _ topics: TopicTree) -> [Int32] {
    let telling = words.filter { $0.kind == .content && $0.stem != "not" }
    return Set(telling.flatMap { ownByStem[$0.stem] ?? [] }).filter { own in
      isHeld[Int(own)] && own != topic
        && (topics.broader(than: own).contains(topic) || isKin(own, of: topic)
          || isTold(own, by: words))
    }.sorted()
  }

  /// Whether some words have all that tells in a topic's name of several: Polish, of Polish speaker.
  private func isTold(_ own: Int32, by words: [Token]) -> Bool {
    guard let name = ownNames[own], name.count > 1 else { return false }
    let telling = name.filter { $0.kind == .content }
    let stems = Set(words.map(\.stem))
    return !telling.isEmpty && telling.allSatisfy { stems.contains($0.stem) }
      && name.allSatisfy { $0.kind == .content || $0.kind == .generic }
  }

  /// The parts of a topic that somebody knows and whose names are said: Spanish, of "speaks Spanish".
  func parts(of topic: Int32, named words: [Token], _ topics: TopicTree) -> [Int32] {
    let stems = Set(words.filter { $0.kind == .content }.map(\.stem))
    return topics.parts(of: topic).map(\.topic).filter { part in
      isHeld[Int(part)] && stems.isSuperset(of: tokens(topics[part].name).map(\.stem))
    }.sorted()
  }

  /// Whether the name of a topic has another name of a topic within it, or what people say when they need that.
  private func isKin(_ own: Int32, of topic: Int32) -> Bool {
    phrases(in: ownNames[own] ?? []).contains { $0.item == .topic(topic) }
  }

  /// Whether somebody knows a topic, a part of it, or one of the trust's own that has its name.
  func isKnown(_ topic: Int32) -> Bool {
    isHeld[Int(topic)]
      || unplaced(in: topic).contains { isHeld[Int($0.topic)] }
  }

  /// The role of whoever runs something, where somebody has it: Office manager, of "runs the office".
  func role(running thing: Token) -> Role? {
    for post in ["manager", "lead", "leader", "coordinator"] {
      let found = phrases(in: [thing, Token(post)]).first {
        if case .role(let role) = $0.item {
          $0.places.count == 2 && !roles[role].titles.isEmpty
        } else {
          false
        }
      }
      if case .role(let role)? = found?.item { return roles[role] }
    }
    return nil
  }

  /// Whether somebody has a role that stands for a topic.
  func isOfRole(_ topic: Int32) -> Bool {
    roles.contains { $0.topic == topic && !$0.titles.isEmpty }
  }

  /// The schools that one distinctive word of their names tells.
  func schools(by token: Token) -> [Int32] { schoolWords[token.stem] ?? [] }

  /// The stretches of a question that name somebody in full.
  func names(in question: [Token]) -> [Found] {
    var found: [Found] = []
    var start = 0
    while start < question.count {
      let people = question[start].named
      let end = question[start...].firstIndex { $0.named != people } ?? question.count
      if !people.isEmpty {
        found += people.sorted().map {
          Found(
            item: .person($0), source: .name, places: Array(start..<end),
            weight: Double(end - start))
        }
      }
      start = end
    }
    return found
  }

  /// The trust's own topics that stand nowhere in the tree and hold a name of a topic within theirs, with the share of words that it is.
  func unplaced(in topic: Int32) -> [(topic: Int32, share: Double)] { unplaced[topic] ?? [] }

  private static func unplaced(
    _ topics: TopicTree, _ names: [[[Token]]], _ ownByStem: [String: [Int32]],
    _ ownNames: [Int32: [Token]]
  ) -> [Int32: [(topic: Int32, share: Double)]] {
    let byStem = ownByStem.mapValues { $0.filter { topics[$0].broader == nil } }
      .filter { !$0.value.isEmpty }
    var found: [Int32: [(topic: Int32, share: Double)]] = [:]
    for (place, names) in names.enumerated() {
      for name in names where name.contains(where: { $0.kind == .content }) {
        for own in name.first.flatMap({ byStem[$0.stem] }) ?? [] {
          let words = ownNames[own] ?? []
          guard words.count > name.count, words.map(\.stem).contains(name.map(\.stem)) else {
            continue
          }
          found[Int32(place), default: []].append(
            (own, Double(name.count) / Double(words.count)))
        }
      }
    }
    return found
  }

  /// The words of a name that is written in one: times tables, of "timestables".
  ///
  /// Of a topic, or of a role that somebody has; with small words between or beside: "speechandlanguage", "helpwithphonics".
  func parted(_ token: Token) -> [Token]? {
    guard token.text.count > 5 else { return nil }
    if let words = parted[token.stem] { return words.map { token.with($0) } }
    if token.text.count > 9, token.text.count < 24, !token.isCapital || token.lead.isEmpty,
      let near = parted.keys.filter({
        $0.first == token.text.first && $0.count > 8 && slips(token.stem, $0) == 1
      }).min(), let words = parted[near]
    {
      return words.map { token.with($0) }
    }
    guard token.text.count < 40, let words = split(token.text) else { return nil }
    let pieces = words.map { token.with($0) }.filter { $0.kind != .hard }
    let telling = pieces.filter { $0.kind != .soft }
    let isWhole =
      telling.count > 1
      ? parted[stem(pieces.map(\.text).joined())] != nil
      : !token.isCapital && telling.allSatisfy { $0.text.count > 4 && isName($0) }
    return isWhole && !telling.isEmpty ? pieces : nil
  }

  /// The fewest known words and small words that a text is made of, one after the other.
  private func split(_ text: String) -> [String]? {
    let letters = Array(text)
    var fewest: [[String]?] = [[]]
    for end in 1...letters.count {
      var best: [String]?
      for start in max(0, end - 16)..<end {
        guard end - start > 1, let before = fewest[start],
          best.map({ before.count + 1 < $0.count }) ?? true
        else { continue }
        let word = String(letters[start..<end])
        guard spokenWords.contains(word) || [.hard, .soft].contains(WordClass.of(word)) else {
          continue
        }
        best = before + [word]
      }
      fewest.append(best)
    }
    return fewest[letters.count].flatMap { $0.count > 1 ? $0 : nil }
  }

  /// Whether a word is the name of a stage of pupils, or of its exams.
  func isStage(_ token: Token, _ topics: TopicTree) -> Bool {
    (byStem[token.stem] ?? []).contains {
      let phrase = phrases[Int($0)]
      guard phrase.slots.count == 1, phrase.source != .situation,
        case .topic(let topic) = phrase.item
      else { return false }
      return Stages.isStage(topics[topic])
    }
  }

  /// Whether a word is the whole name of something.
  func isName(_ token: Token) -> Bool {
    (byStem[token.stem] ?? []).contains {
      phrases[Int($0)].slots.count == 1 && phrases[Int($0)].source != .situation
    }
  }

  /// Whether some name has two words just as they are written, one after the other.
  func areBeside(_ one: Token, _ other: Token) -> Bool {
    wordsAfter[one.text]?.contains(other.text) ?? false
  }

  /// The words that sound like one and stand in a name beside its neighbour: sign, of "sine language".
  func heard(_ token: Token, before next: Token?, after last: Token?) -> [String] {
    let beside =
      (next.flatMap { wordsBefore[$0.text] } ?? [])
      .union(last.flatMap { wordsAfter[$0.text] } ?? [])
    let sound = Sounds.key(token.text)
    return beside.filter {
      $0.first == token.text.first && $0.count > 3 && $0 != token.text
        && stem($0) != token.stem && Sounds.key($0) == sound && slips(token.text, $0) < 3
    }.sorted()
  }

  /// The topics that somebody knows and that go by a word.
  func topics(called token: Token) -> [Int32] {
    (byStem[token.stem] ?? []).compactMap { number -> Int32? in
      let phrase = phrases[Int(number)]
      guard phrase.slots.count == 1, phrase.source != .situation, phrase.weight >= 1,
        case .topic(let topic) = phrase.item, isHeld[Int(topic)]
      else { return nil }
      return topic
    }
  }

  /// Whether any phrase has the word.
  func knows(_ token: Token) -> Bool {
    stems.contains(token.stem) || ids[token.text] != nil
      || token.isAbbreviation && initials[token.text] != nil
      || !people.people(by: token.text).isEmpty
      || schoolWords[token.stem] != nil
  }

  /// The known words that a mistyped one may be, the likeliest first; none for a word of the language.
  func corrections(of token: Token) -> [String] {
    guard token.text.count > 3, !PersonNames.surnames.contains(token.text),
      !BritishWords.contains(token.text, isCapital: token.isCapital)
    else { return [] }
    // Whoever does something is nearer to what they do than to a word with a slip: refusal, of refuser.
    let (deeds, acts) = relatives(of: token.text)
    var found = deeds + alike(token.text)
    let name = token.isCapital ? names.nearest(to: token.text, sameStart: true) : nil
    if let name, found.first.map({ slips(token.text, name) < slips(token.text, $0) }) ?? false {
      found.insert(name, at: 0)
    }
    if token.text.count > 4, let begun = beginnings.first(where: { $0.hasPrefix(token.text) }) {
      found.append(begun)
    }
    found += acts + soundingAlike(token.text)
    if token.isCapital, !token.lead.isEmpty {
      // What has a capital within a sentence is a name: nothing but the nearest word will do, "Graaff" is no grief.
      found.removeAll { slips(token.text, $0) > (token.text.count > 7 ? 2 : 1) }
    }
    if let name { found.append(name) }
    return found
  }

  /// The names beside the name of somebody that a mistyped word may be: Perkins, of "siobhan perkns".
  func names(beside name: Token, like token: Token) -> [String] {
    guard token.text.count > 3, !BritishWords.contains(token.text),
      !BritishWords.contains(name.text)
    else { return [] }
    return people.beside(name.text).filter {
      $0.first == token.text.first && slips(token.text, $0) < 3
    }.sorted { (slips(token.text, $0), $0) < (slips(token.text, $1), $1) }
  }

  /// The words as near as the nearest: first those that differ by one letter for two alike, then those that name a topic by themselves.
  private func alike(_ text: String) -> [String] {
    guard let nearest = words.nearest(to: text, sameStart: true) else { return [] }
    let distance = slips(text, nearest)
    // "Fonix" has two slips to panics and sounds like phonics.
    if distance > 1, let same = soundingAlike(text).first, Sounds.key(nearest) != Sounds.key(same),
      standing(same) == 0
    {
      return [same]
    }
    let (length, start) = (text.utf8.count, nearest.utf8.first)
    let others = spoken.filter { word in
      word.utf8.first == start && abs(word.utf8.count - length) <= distance && word != nearest
        && slips(text, word) == distance
    }
    let single = Self.single(text)
    return ([nearest] + others).enumerated().map { place, word in
      (Self.single(word) == single ? 0 : 1, standing(word), place, word)
    }.sorted(by: <).map(\.3)
  }

  /// A word with one letter where two alike follow each other: suport and support are the same.
  private static func single(_ word: String) -> String {
    word.reduce(into: "") { if $0.last != $1 { $0.append($1) } }
  }

  /// How many slips lie between two words.
  private func slips(_ word: String, _ other: String) -> Int {
    Spelling.distance(Array(word.unicodeScalars), Array(other.unicodeScalars), limit: 3)
  }

  /// What a word is by itself: 0 for a topic somebody holds, a role somebody has or a school, 1 for any other.
  private func standing(_ word: String) -> Int {
    let places = byStem[Token(word).stem] ?? []
    return places.map { place -> Int in
      let phrase = phrases[Int(place)]
      guard phrase.slots.count == 1, phrase.weight >= 1 else { return 1 }
      switch phrase.item {
      case .topic(let topic): return isHeld[Int(topic)] ? 0 : 1
      case .role(let role): return roles[role].titles.isEmpty ? 1 : 0
      case .schools, .person: return 0
      }
    }.min() ?? 1
  }

  private static let doers = ["ers", "ors", "er", "or"]
  private static let deeds: Set<String> = ["", "al", "als", "ance", "ation", "ion", "ment"]

  /// Known words of the same root as one for somebody who does it: the deeds, such as refusal, of refuser, and the word itself.
  private func relatives(of text: String) -> (deeds: [String], acts: [String]) {
    guard let doer = Self.doers.first(where: text.hasSuffix) else { return ([], []) }
    let root = text.dropLast(doer.count)
    guard root.count > 3 else { return ([], []) }
    let found = spoken.filter {
      $0.hasPrefix(root) && Self.deeds.contains(String($0.dropFirst(root.count)))
    }
    return (found.filter { $0.count > root.count }, found.filter { $0.count == root.count })
  }

  /// Known words that sound like one, the nearest in letters first.
  private func soundingAlike(_ text: String) -> [String] {
    let sound = Sounds.key(text)
    guard sound.count > (text.count > 5 ? 1 : 2) else { return [] }
    let (length, hasF) = (text.utf8.count, text.contains("f"))
    return spoken.filter {
      abs($0.utf8.count - length) < 4 && Self.beginAlike($0, text)
        && (Sounds.key($0) == sound
          || hasF && $0.contains("th") && Sounds.key($0.replacing("th", with: "f")) == sound)
        // Two sounds alone, as of quilla and quickly, are those of too many words.
        && (sound.count > 2 || slips(text, $0) < 3)
    }.map { (slips(text, $0), standing($0), $0) }.sorted(by: <).map(\.2)
  }

  /// Whether two words begin with one letter, or both with a vowel.
  private static func beginAlike(_ word: String, _ other: String) -> Bool {
    guard let one = word.utf8.first, let two = other.utf8.first else { return false }
    return one == two || Sounds.isVowel(one) && Sounds.isVowel(two)
      || word.hasPrefix("ph") && other.hasPrefix("f")
      || word.hasPrefix("f") && other.hasPrefix("ph")
  }

  /// Whether something in the question makes use of the word at a place.
  func uses(_ place: Int, of question: [Token]) -> Bool {
    let token = question[place]
    return token.kind != .content || ids[token.text] != nil || !schools(by: token).isEmpty
      || !people.people(by: token.text).isEmpty
      || (phrases(in: question) + ownTopics(in: question)).contains {
        $0.weight > 0 && $0.places.contains(place)
      }
  }
}
