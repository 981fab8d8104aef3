import Measures
import Networks

/// A question read: what each part of it asks for.
///
/// Each word belongs to one part.
struct QueryReading: Sendable {
  /// One thing that is asked for.
  struct Part: Sendable {
    /// The words of the question, corrected.
    let words: String
    var meaning: Meaning
    let places: [Int]
    /// How much speaks for it, in hundredths: a name says more than what happened, words far apart less.
    var strength = 100
    /// Whether a topic is called by one of its names.
    var isNamed = true
    /// Whether a role is what the question looks for, rather than whoever it tells of.
    var isAsked = false
    /// Whether it is a role that says of what: "maths lead" is somebody who knows mathematics.
    var isOfTopic = false
  }

  enum Meaning: Sendable {
    /// Topics, each with how well it fits, from 0 to 1.
    case topics([Int32: TopicFit])
    /// Schools, as places in the network.
    case schools(Set<Int32>, named: [String])
    /// Roles of the files, by the name they go by; the topic that whoever has one knows.
    case roles(Set<String>, name: String, topic: Int32?)
    case people(Set<Int32>)
    /// Schools that teach a stage, and topics that are it.
    case stage(Set<Int32>, topics: Set<Int32>, named: String)
    case offer(Offer)
    /// What is left out: schools, roles or people; a topic is only not asked for.
    indirect case without([Meaning])
  }

  private(set) var parts: [Part] = []
  /// Words that stand for nothing known.
  private(set) var unknown: [String] = []
  /// Words that were taken for others.
  private(set) var corrected: [(word: String, as: String)] = []
  /// Topics that nobody holds, read as something else of that name.
  private(set) var instead: [(topic: String, as: String)] = []
  /// Whether a word that tells nothing known belongs to what was found, so that it is near what was meant and no more.
  private(set) var isPartial = false

  /// Where those who do something stand for what they do; how well they do it is no more to ask for.
  private var deeds: Set<Int> = []
  /// Whether a topic was guessed from words of which none names it.
  private var isGuessed = false
  /// The topics that answer what is asked for, where others only tell for what: Arbor, of "Arbor reports for attendance".
  private(set) var main: Set<Int32> = []

  /// Whether those are asked for who would like to learn it.
  private(set) var isSeeking = false

  private var question: [Token]
  /// How much speaks for the reading that is taken up, and whether it is a name.
  private var weighed = (strength: 100, isNamed: true)

  init(_ query: String, _ lexicon: Lexicon, _ knowledge: Knowledge) throws(SearchError) {
    let isShort =
      query.utf8.count <= SearchText.longest
      || query.count <= SearchText.longest && query.utf8.count <= SearchText.longest * 16
    guard isShort else { throw .tooLong(query.unicodeScalars.count) }
    question = tokens(
      query, most: SearchText.mostWords, names: lexicon.people,
      abbreviations: lexicon.abbreviations)
    guard !question.isEmpty else { throw .noWords }
    correct(lexicon)
    dropSelf(lexicon)
    var free = Set(question.indices)
    readAmbition(query, &free, lexicon, knowledge)
    for found in readings(free, lexicon, knowledge) {
      take(found, &free, lexicon, knowledge)
      keepStage(of: found, &free, knowledge)
    }
    readStages(&free, knowledge)
    readSchoolWords(&free, lexicon, knowledge)
    readPeople(&free, lexicon)
    readLeaders(&free, lexicon)
    readRunning(&free, lexicon)
    let isAsked = parts.contains { if case .without = $0.meaning { false } else { true } }
    if !isAsked { parts = [] }
    readOffers(&free, knowledge)
    dropHeadings(free, lexicon, knowledge)
    readPurpose()
    readSeeking(query, &free)
    weigh(knowledge)
    settle(free, query)
  }

  // MARK: words

  /// Puts slips right, and words written in two.
  private mutating func correct(_ lexicon: Lexicon) {
    var words: [Token] = []
    var slips: [(place: Int, token: Token, choices: [String])] = []
    var place = 0
    while place < question.count {
      var token = question[place]
      // "TAs" are several of a TA.
      if token.text.hasSuffix("s"), token.text.count < 6, !token.isAbbreviation,
        !lexicon.knows(token)
      {
        let one = token.with(String(token.text.dropLast()))
        if lexicon.knows(one) { token = one }
      }
      if place + 1 < question.count {
        let both = token.with(token.text + question[place + 1].text)
        let areKnown = lexicon.knows(token) && lexicon.knows(question[place + 1])
        // "Time table" is a timetable, as no name has these two words.
        let isOne =
          lexicon.isName(both) && !lexicon.areBeside(token, question[place + 1])
          && BritishWords.contains(both.text)
        if !areKnown || isOne, token.text.count > 1, both.text.count > 5, lexicon.knows(both) {
          words.append(both)
          place += 2
          continue
        }
      }
      if token.kind == .content, !token.isStage, !lexicon.knows(token),
        !BritishWords.contains(token.text), let parted = lexicon.parted(token)
      {
        words += parted
        corrected.append((token.text, parted.map(\.text).joined(separator: " ")))
        place += 1
        continue
      }
      if token.kind == .content, !token.isStage, !lexicon.knows(token) {
        var choices = lexicon.corrections(of: token)
        if let name = words.last { choices = lexicon.names(beside: name, like: token) + choices }
        // "At Seaview Primary": a school or nothing.
        if token.before == "at", place + 1 < question.count,
          Lexicon.schoolKinds.contains(question[place + 1].text)
        {
          choices.removeAll { lexicon.schools(by: token.with($0)).isEmpty }
        }
        if let word = choices.first {
          slips.append((words.count, token, choices))
          token = token.with(word)
        }
      }
      words.append(token)
      place += 1
    }
    question = words
    for (place, token, choices) in slips {
      let word = choices.first { word in
        question[place] = token.with(word)
        return lexicon.uses(place, of: question)
      }
      if let word { corrected.append((token.text, word)) } else { question[place] = token }
    }
    takeDeeds(lexicon)
    hear(lexicon)
    guard !corrected.isEmpty else { return }
    for run in lexicon.people.runs(in: question) {
      for place in run.places { question[place].named = run.people }
    }
  }

  /// Puts right a word of the language that nothing here makes use of, where one that sounds like it makes a name with its neighbour.
  private mutating func hear(_ lexicon: Lexicon) {
    for place in question.indices {
      let token = question[place]
      guard token.kind == .content, token.named.isEmpty, token.text.count > 3,
        !lexicon.uses(place, of: question)
      else { continue }
      let words = lexicon.heard(
        token, before: place + 1 < question.count ? question[place + 1] : nil,
        after: place > 0 ? question[place - 1] : nil)
      for word in words {
        question[place] = token.with(word)
        if lexicon.uses(place, of: question) {
          corrected.append((token.text, word))
          break
        }
        question[place] = token
      }
    }
  }

  /// Takes those who do something well or badly for what they do: attending, of "poor attenders".
  private mutating func takeDeeds(_ lexicon: Lexicon) {
    for place in question.indices.dropFirst() {
      let token = question[place]
      guard Self.qualities.contains(question[place - 1].text), token.kind == .content,
        !lexicon.uses(place, of: question)
      else { continue }
      let text = token.text.hasSuffix("s") ? token.text.dropLast() : token.text[...]
      guard text.hasSuffix("er"), text.count > 5 else { continue }
      let deed = stem(String(text.dropLast(2)))
      question[place].stem = deed
      if lexicon.uses(place, of: question) {
        deeds.insert(place)
      } else {
        question[place].stem = token.stem
      }
    }
  }

  private static let qualities: Set<String> = [
    "bad", "brilliant", "confident", "excellent", "good", "great", "keen", "late", "persistent",
    "poor", "reluctant", "slow", "strong", "struggling", "terrible", "weak", "weakest",
  ]

  /// Takes out who somebody says they are, where they ask for something.
  private mutating func dropSelf(_ lexicon: Lexicon) {
    let mine = Set(
      lexicon.phrases(in: question).filter { Self.isRole($0) && isSelf($0.places) }
        .flatMap(\.places))
    let rest = question.indices.filter { !mine.contains($0) }.map { question[$0] }
    guard !mine.isEmpty, rest.contains(where: { [.content, .generic].contains($0.kind) }) else {
      return
    }
    question = rest
  }

  private static func isRole(_ found: Lexicon.Found) -> Bool {
    if case .role = found.item { true } else { false }
  }

  private func isSelf(_ places: [Int]) -> Bool {
    guard let first = places.min(), let last = places.max() else { return false }
    return Asking.isSelf(question[first], question[last])
  }

  private func isTold(_ places: [Int]) -> Bool {
    guard let first = places.min(), let last = places.max() else { return false }
    return Asking.isTold(question[first], question[last])
  }

  private func isAskedFor(_ places: [Int]) -> Bool {
    guard let first = places.min(), let last = places.max() else { return false }
    return Asking.isAskedFor(question[first], question[last])
  }

  // MARK: weight

  /// Weighs a reading: what happened says less than a name, a single word or words far apart still less.
  private mutating func weigh(_ candidate: Candidate) {
    let isNamed = candidate.found.contains { $0.source != .situation }
    let telling = candidate.places.count { question[$0].kind != .soft }
    // "At lunch" tells when.
    if let place = candidate.places.first, candidate.places.count == 1,
      Self.meals.contains(question[place].text), Self.times.contains(question[place].before)
    {
      return weighed = (45, false)
    }
    weighed =
      isNamed
      ? (100, true) : (telling < 2 ? 75 : [90, 65, 45][min(gap(candidate.places), 2)], false)
  }

  private static let meals: Set<String> = [
    "lunch", "lunchtime", "lunchtimes", "dinner", "break", "breaktime", "playtime", "playtimes",
  ]
  private static let times: Set<String> = ["at", "after", "before", "during", "over"]

  /// Weighs the story around a question less than the sentence that asks, and what else happened less than a child in danger.
  private mutating func weigh(_ knowledge: Knowledge) {
    let topical = parts.indices.filter {
      if case .topics = parts[$0].meaning { true } else { false }
    }
    let named = Set(topical.flatMap { parts[$0].places })
    for place in parts.indices {
      guard case .roles = parts[place].meaning, let first = parts[place].places.min(),
        let last = parts[place].places.max()
      else { continue }
      func isBeside(_ one: Int, _ other: Int) -> Bool {
        [question[one].text, "for", "of", "in"].contains(question[other].before)
      }
      parts[place].isOfTopic =
        named.contains(first - 1) && isBeside(first - 1, first)
        || named.contains(last + 1) && isBeside(last, last + 1)
    }
    guard topical.count > 1 else { return }
    let asking = Set(question.filter(Asking.isAfterCue).map(\.sentence))
    func isAsked(_ part: Part) -> Bool {
      part.places.contains { asking.contains(question[$0].sentence) }
    }
    func isDanger(_ part: Part) -> Bool {
      guard case .topics(let fits) = part.meaning, let topic = Self.best(fits) else { return false }
      return ([topic] + knowledge.topics.broader(than: topic)).contains {
        knowledge.topics[$0].name == "Safeguarding"
      }
    }
    let isAnyAsked = topical.contains { isAsked(parts[$0]) }
    let isAnyDanger = topical.contains { isDanger(parts[$0]) && parts[$0].strength > 45 }
    for place in topical {
      if isAnyAsked, !isAsked(parts[place]) {
        parts[place].strength = parts[place].strength * (parts[place].isNamed ? 85 : 65) / 100
      }
      if isAnyDanger, !parts[place].isNamed, !isDanger(parts[place]) {
        parts[place].strength = parts[place].strength * 6 / 10
      }
    }
  }

  private func words(_ places: [Int]) -> String {
    places.map { question[$0].text }.joined(separator: " ")
  }

  // MARK: phrases

  /// A reading of some words, and how much speaks for it.
  private struct Candidate {
    var found: [Lexicon.Found]
    let places: [Int]
    let score: Double
  }

  /// The readings of the words that are free; where they tell of no topic, role or person, what says less.
  private mutating func readings(
    _ free: Set<Int>, _ lexicon: Lexicon, _ knowledge: Knowledge
  ) -> [Candidate] {
    func cover(withDenied: Bool) -> [Candidate] {
      Self.cover(
        candidates(withDenied: withDenied, lexicon, knowledge).filter {
          free.isSuperset(of: $0.places)
        })
    }
    func isTelling(_ candidates: [Candidate]) -> Bool {
      !parts.isEmpty
        || candidates.contains {
          Self.kind($0.found[0].item) != 1 && !$0.places.allSatisfy { question[$0].isStage }
        }
    }
    let found = cover(withDenied: false)
    if isTelling(found) { return found }
    let second = cover(withDenied: true)
    if isTelling(second) { return second }
    let taken = Set(found.flatMap(\.places))
    let left = question.enumerated().map { taken.contains($0.offset) ? nil : $0.element }
    guard let guess = lexicon.evidence(in: left, knowledge.topics) else { return found }
    isGuessed = true
    let one = Lexicon.Found(
      item: .topic(guess.topic), source: .situation, places: guess.places, weight: 1)
    return found + [Candidate(found: [one], places: guess.places, score: 1)]
  }

  /// The readings of all phrases; of the same words and kind one.
  private func candidates(
    withDenied: Bool, _ lexicon: Lexicon, _ knowledge: Knowledge
  ) -> [Candidate] {
    let read =
      (lexicon.phrases(in: question) + lexicon.ownTopics(in: question)).filter { $0.weight > 0 }
      + lexicon.names(in: question)
    let taken = spokenFor(read, lexicon, knowledge)
    let told = Set(read.filter { Self.isRole($0) && isTold($0.places) }.map(\.places))
    let isAnyAsked = read.contains { found in
      switch found.item {
      case .topic, .role: !told.contains { !Set($0).isDisjoint(with: found.places) }
      case .schools, .person: false
      }
    }
    let found = read.filter {
      !isShadow($0, taken, knowledge) && !isWithinRole($0, read, lexicon)
        && !(isAnyAsked && Self.isRole($0) && told.contains($0.places))
    }
    struct Key: Hashable {
      let places: [Int]
      let kind: Int
      let source: Int
    }
    var groups: [Key: [Lexicon.Found]] = [:]
    for one in found {
      // Nothing that only begins like a role nobody has shadows another reading of its words.
      groups[
        Key(
          places: one.places, kind: Self.kind(one.item),
          source: one.fit < 1 ? 9 : one.source.rawValue), default: []
      ]
      .append(one)
    }
    return groups.map { key, group in
      let score =
        group.map { self.score($0, withDenied: withDenied, lexicon, knowledge) }.max() ?? 0
      return Candidate(found: group, places: key.places, score: score)
    }.filter { $0.score > 0 }.sorted {
      ($1.score, $0.places[0], Self.kind($0.found[0].item)) < (
        $0.score, $1.places[0], Self.kind($1.found[0].item)
      )
    }
  }

  /// The words of each school, and of each topic that somebody holds, that the question names.
  private func spokenFor(
    _ found: [Lexicon.Found], _ lexicon: Lexicon, _ knowledge: Knowledge
  ) -> [Set<Int>] {
    let named = found.compactMap { found -> Set<Int>? in
      switch found.item {
      case .schools: Set(found.places)
      case .topic(let topic):
        (found.source == .name || found.fit < 1) && knowledge.isHeld(topic)
          ? Set(found.places) : nil
      case .role, .person: nil
      }
    }
    return named + question.indices.filter { tellsSchool($0, lexicon) }.map { [$0] }
  }

  /// Whether it is a topic that nobody holds, of words that stand for something the trust has.
  private func isShadow(_ found: Lexicon.Found, _ taken: [Set<Int>], _ knowledge: Knowledge) -> Bool
  {
    guard case .topic(let topic) = found.item, knowledge.topics[topic].origin >= .heading,
      !knowledge.isHeld(topic)
    else { return false }
    let telling = found.places.filter { [.content, .generic].contains(question[$0].kind) }
    return !telling.isEmpty && taken.contains { $0.isSuperset(of: telling) }
  }

  /// Whether it is a role whose name is within that of another: the head, in "deputy head", though nobody is deputy.
  private func isWithinRole(
    _ found: Lexicon.Found, _ all: [Lexicon.Found], _ lexicon: Lexicon
  ) -> Bool {
    guard case .role(let role) = found.item else { return false }
    return all.contains { other in
      guard case .role(let longer) = other.item, other.fit == 1,
        Set(other.places).isStrictSuperset(of: found.places)
      else { return false }
      // A class teacher is a teacher, where the files call them so.
      return lexicon.roles[longer].name != lexicon.roles[role].name
        && lexicon.roles[longer].broader != lexicon.roles[role].name
    }
  }

  /// Whether a word tells one of at most two schools.
  private func tellsSchool(_ place: Int, _ lexicon: Lexicon) -> Bool {
    let token = question[place]
    let isName =
      Self.placeWords.contains(token.before) || token.isCapital
      || !BritishWords.contains(token.text)
    return isName && (1...2).contains(Set(lexicon.schools(by: token)).count)
  }

  private static func kind(_ item: Lexicon.Item) -> Int {
    switch item {
    case .role: 0
    case .schools: 1
    case .topic: 2
    case .person: 3
    }
  }

  private func score(
    _ found: Lexicon.Found, withDenied: Bool, _ lexicon: Lexicon, _ knowledge: Knowledge
  ) -> Double {
    // Words that say little alone are a name only where nothing else is asked.
    if found.weight < 1, found.source == .situation {
      let isAll = question.indices.allSatisfy {
        found.places.contains($0) || question[$0].kind == .soft
      }
      // What pupils cannot or will not do tells more: "won't write".
      let isDenied =
        withDenied && question[found.places[0]].stem == "not"
        && found.places == Array(found.places[0]..<(found.places[0] + found.places.count))
      return (isAll || isDenied) && found.places.count > 1 ? 0.5 : 0
    }
    let small =
      found.weight < 1 && found.fit == 1 && !found.places.contains { question[$0].kind == .content }
    var isRole = false
    if case .role(let place) = found.item { isRole = !lexicon.roles[place].titles.isEmpty }
    let onlySmall = small && !isRole && question.contains { $0.kind == .content || $0.isStage }
    if onlySmall { return 0 }
    switch found.item {
    case .person:
      let start = question[found.places[0]]
      // Whoever is named in full is meant; at a school that is called like them, the school.
      guard !start.named.isEmpty, !Self.locations.contains(start.before) else {
        return found.weight
      }
      return found.weight + 0.6
    case .schools:
      let start = question[found.places[0]]
      let isPlaced = Self.placeWords.contains(start.before) || start.isCapital
      if found.places.count == 1, ["centre", "infants", "juniors"].contains(start.text), !isPlaced {
        return 0
      }
      return found.weight + (found.source == .name && found.places.count > 1 ? 0.3 : 0)
        + (isPlaced ? 0.25 : 0.02)
    case .role(let place):
      let role = lexicon.roles[place]
      return role.titles.isEmpty ? found.weight * 0.55 : found.weight + 0.15
    case .topic(let topic):
      var score = found.weight
      switch found.source {
      case .name: score += 0.1
      case .synonym: score += 0.05
      case .situation: score *= Self.apart[min(gap(found.places), 2)]
      }
      if knowledge.topics[topic].origin < .heading {
        score += found.source == .name && knowledge.isHeld(topic) ? 0.1 : 0.05
      }
      if !knowledge.isHeld(topic) { score -= found.places.count > 1 ? 0.12 : 0.3 }
      return score
    }
  }

  /// What is left of a situation whose words have none, one or more that tell something else between them.
  private static let apart = [1, 0.75, 0.5]

  /// How many words that tell something stand between those of a reading.
  private func gap(_ places: [Int]) -> Int {
    guard let first = places.min(), let last = places.max() else { return 0 }
    return (first...last).count {
      !places.contains($0) && (question[$0].kind != .soft || question[$0].stem == "not")
    }
  }

  private static let placeWords: Set<String> = [
    "at", "in", "from", "near", "across", "the", "of", "within", "around",
  ]

  /// Words after which a school stands and hardly a person.
  private static let locations: Set<String> = ["at", "in", "near", "across", "within", "around"]

  /// The best readings that share no word, the one that most speaks for first.
  private static func cover(_ candidates: [Candidate]) -> [Candidate] {
    var taken: Set<Int> = []
    var cover: [Candidate] = []
    for candidate in candidates where taken.isDisjoint(with: candidate.places) {
      taken.formUnion(candidate.places)
      cover.append(candidate)
    }
    return cover.sorted { $0.places[0] < $1.places[0] }
  }

  private mutating func take(
    _ candidate: Candidate, _ free: inout Set<Int>, _ lexicon: Lexicon, _ knowledge: Knowledge
  ) {
    let words = words(candidate.places)
    var topics: [Int32: Double] = [:]
    var schools: Set<Int32> = []
    var names: [String] = []
    var titles: Set<String> = []
    var role: Lexicon.Role?
    var people: Set<Int32> = []
    // Topics found by a situation beside one within them that somebody knows.
    var wide: Set<Int32> = []
    let isAnyKnown = candidate.found.contains {
      if case .topic(let topic) = $0.item {
        lexicon.isKnown(topic) || lexicon.isOfRole(topic)
      } else {
        false
      }
    }
    for found in candidate.found {
      switch found.item {
      case .topic(var topic):
        if found.source == .situation {
          if !isAnyKnown, let above = answering(topic, lexicon, knowledge) { topic = above }
          let words = found.places.map { question[$0] }
          let named = lexicon.parts(of: topic, named: words, knowledge.topics)
          if !named.isEmpty {
            for part in named { topics[part] = 1 }
            continue
          }
          if !lexicon.isKnown(topic) {
            let above = knowledge.topics.broader(than: topic).dropLast().prefix(1)
            for part in ([topic] + above).flatMap(knowledge.topics.partsElsewhere)
            where knowledge.isHeld(part) {
              topics[part] = 1
            }
          }
          let own = lexicon.ownTopics(within: topic, sharing: words, knowledge.topics)
          for nearer in own { topics[nearer] = 1 }
          if !own.isEmpty { wide.insert(topic) }
        }
        let fit = found.fit < 1 ? TopicFit.someWords * found.fit : 1
        topics[topic] = max(topics[topic] ?? 0, fit)
      case .schools(let some, let name):
        schools.formUnion(some)
        if !names.contains(name) { names.append(name) }
      case .role(let place):
        titles.formUnion(self.titles(of: lexicon.roles[place], candidate.places))
        if role == nil || !lexicon.roles[place].titles.isEmpty { role = lexicon.roles[place] }
      case .person(let person): people.insert(person)
      }
    }
    if candidate.found.allSatisfy({ $0.source == .situation }), !topics.isEmpty,
      !topics.keys.contains(where: { lexicon.isKnown($0) })
    {
      // Nobody knows what happened: whoever knows what it happened in, the nursery.
      for topic in candidate.places.flatMap({ lexicon.topics(called: question[$0]) })
      where knowledge.topics[topic].broader != nil {
        topics[topic] = 1
      }
    }
    free.subtract(candidate.places)
    weigh(candidate)
    defer { weighed = (100, true) }
    func part(_ meaning: Meaning) -> Part {
      Part(words: words, meaning: meaning, places: candidate.places)
    }
    if let role {
      var found = part(.roles(titles, name: role.name, topic: role.topic ?? role.subject))
      found.isAsked = isAskedFor(candidate.places)
      if found.isAsked { found.strength = Self.askedStrength }
      add(found, &free)
    } else if !schools.isEmpty {
      add(part(.schools(schools, named: names.sorted())), &free)
    } else if !people.isEmpty {
      add(part(.people(people)), &free)
    } else if !topics.isEmpty {
      if candidate.found.contains(where: { $0.source == .situation }) {
        for topic in topics.keys where lexicon.isKnown(topic) {
          wide.formUnion(
            knowledge.topics.broader(than: topic).filter { topics.keys.contains($0) })
        }
      }
      take(topics, wide, words, candidate.places, &free, lexicon, knowledge)
    }
  }

  /// The topic above one that nobody knows, where somebody knows that: whoever tells what happened asks for no topic by its name.
  ///
  /// A heading, such as Pastoral, answers for nothing.
  private func answering(
    _ topic: Int32, _ lexicon: Lexicon, _ knowledge: Knowledge
  ) -> Int32? {
    let topics = knowledge.topics
    guard let above = topics[topic].broader, topics[above].broader != nil,
      knowledge.holderCounts[Int(above)] > 0 || lexicon.isOfRole(above)
    else { return nil }
    return above
  }

  /// The titles of a role that are meant: of heads of year, those of the year.
  private func titles(of role: Lexicon.Role, _ places: [Int]) -> Set<String> {
    guard !role.isTitle, let year = places.map({ question[$0] }).first(where: \.isStage) else {
      return role.titles
    }
    let years = role.titles.filter { tokens($0).contains { $0.text == year.text } }
    return years.isEmpty ? role.titles.filter { !tokens($0).contains(where: \.isStage) } : years
  }

  private mutating func take(
    _ topics: [Int32: Double], _ wide: Set<Int32>, _ words: String, _ places: [Int],
    _ free: inout Set<Int>, _ lexicon: Lexicon, _ knowledge: Knowledge
  ) {
    let around = TopicFit.widened(topics.filter { wide.contains($0.key) }, lexicon, knowledge)
      .mapValues {
        TopicFit(value: $0.value * TopicFit.eachLevel, relation: $0.relation, asked: $0.asked)
      }
    let fits = TopicFit.widened(topics.filter { !wide.contains($0.key) }, lexicon, knowledge)
      .merging(around) { $1.value > $0.value ? $1 : $0 }
    if !isDenied(places, .topics(fits)), let topic = Self.best(fits), !knowledge.isHeld(topic),
      let stage = Stages.schools(teaching: knowledge.topics[topic], in: knowledge.network)
    {
      let name = knowledge.topics[topic].name
      if !instead.contains(where: { $0.topic == name }) {
        instead.append((name, "people in \(stage.name)"))
      }
      return add(
        Part(
          words: words, meaning: .stage(stage.schools, topics: [], named: stage.name),
          places: places), &free)
    }
    if let topic = Self.best(fits), !knowledge.isHeld(topic),
      let phase = Stages.phase(called: knowledge.topics[topic].name, in: knowledge.network)
    {
      let meaning = Meaning.schools(phase.schools, named: [phase.name])
      return add(Part(words: words, meaning: meaning, places: places), &free)
    }
    add(Part(words: words, meaning: .topics(fits), places: places), &free)
  }

  /// Whether the question leaves out what stands at some places.
  private func isDenied(_ places: [Int], _ meaning: Meaning) -> Bool {
    guard let start = places.first else { return false }
    switch (question[start].denial, meaning) {
    case (.except, _), (.not, .schools), (.not, .roles), (.not, .people): return true
    default: break
    }
    // "Not at Oakfield or Fernley": of the same kind, and right after it.
    guard let last = parts.last, case .without(let before) = last.meaning,
      last.places.max() == start - 1, ["or", "nor", "and", ","].contains(question[start].before)
    else { return false }
    return before.contains { Self.isSameKind($0, meaning) }
  }

  /// Whether a topic stands after "but not", "and not" or ", not", which is not understood.
  private func isContrasted(_ places: [Int]) -> Bool {
    guard let start = places.first, start > 0, question[start].denial == .not else { return false }
    let cue = question[start - 1]
    return Denial.isCue(cue.text) && ["but", "and", ","].contains(cue.before)
  }

  private static func isSameKind(_ one: Meaning, _ other: Meaning) -> Bool {
    switch (one, other) {
    case (.schools, .schools), (.roles, .roles), (.people, .people), (.topics, .topics): true
    default: false
    }
  }

  /// Takes up what is left out; the words that say so stand for no more.
  private mutating func leaveOut(_ part: Part, _ free: inout Set<Int>) {
    let cues = question.indices.prefix { $0 < part.places[0] }.reversed().prefix {
      Denial.isCue(question[$0].text) || Denial.isPassed(question[$0].text)
    }
    free.subtract(cues)
    parts.append(Part(words: part.words, meaning: .without([part.meaning]), places: part.places))
  }

  /// Adds a part; topics that an earlier part has as its best are the same part said twice.
  private mutating func add(_ part: Part, _ free: inout Set<Int>) {
    var part = part
    switch part.meaning {
    case .topics: (part.strength, part.isNamed) = weighed
    case .stage: part.strength = Self.stageStrength
    default: break
    }
    if isDenied(part.places, part.meaning) { return leaveOut(part, &free) }
    if case .topics = part.meaning, !parts.isEmpty, isContrasted(part.places) {
      unknown.append("not " + part.words)
    }
    for (place, known) in parts.enumerated() {
      switch (known.meaning, part.meaning) {
      case (.topics(let before), .topics(let found)):
        guard Self.best(found) == Self.best(before) else { continue }
        parts[place].meaning = .topics(before.merging(found) { $0.value >= $1.value ? $0 : $1 })
        let (more, less) = (
          max(known.strength, part.strength), min(known.strength, part.strength)
        )
        parts[place].strength = max(more, min(Self.mostStrength, more + less / 2))
        parts[place].isNamed = known.isNamed || part.isNamed
        return
      case (.schools(let before, let names), .schools(let found, let more)):
        // "Castle Hill and Oakfield": either will do; "secondary schools in the City": both at once.
        let both = before.intersection(found)
        parts[place].meaning =
          both.isEmpty
          ? .schools(before.union(found), named: names + more)
          : .schools(both, named: names + more.filter { !names.contains($0) })
        return
      case (.stage(let before, let topics, let name), .stage(let found, let more, let other)):
        parts[place].meaning = .stage(
          before.union(found), topics: topics.union(more),
          named: name == other ? name : "\(name) or \(other)")
        return
      case (.roles(let before, let name, let topic), .roles(let found, let other, let second)):
        parts[place].meaning = .roles(
          before.union(found), name: name == other ? name : "\(name) or \(other)",
          topic: topic ?? second)
        parts[place].isAsked = known.isAsked || part.isAsked
        return
      default: continue
      }
    }
    parts.append(part)
  }

  /// What a stage weighs, which as often tells of whose pupils as it asks for a school.
  private static let stageStrength = 60
  /// What a role weighs that is asked for, beside whatever it is asked for on account of.
  private static let askedStrength = 110
  /// What two readings of a topic weigh at most together.
  private static let mostStrength = 120

  /// Words with which the names of other organisations end.
  private static let organisations: Set<String> = [
    "partnership", "council", "hospital", "surgery", "clinic", "university", "federation",
    "alliance", "trust", "foundation", "association",
  ]

  static func best(_ topics: [Int32: TopicFit]) -> Int32? {
    topics.max { ($0.value.value, $1.key) < ($1.value.value, $0.key) }?.key
  }

  // MARK: what is left

  /// A year said within what somebody tells is of the pupils: "year 2 SATs papers" asks for primary schools as well.
  private mutating func keepStage(
    of candidate: Candidate, _ free: inout Set<Int>, _ knowledge: Knowledge
  ) {
    guard candidate.found.allSatisfy({ $0.source == .situation }),
      let place = candidate.places.first(where: { question[$0].isStage }),
      let name = Stages.stage(of: question[place].text),
      let topic = knowledge.topics.place(of: name),
      let stage = Stages.schools(teaching: knowledge.topics[topic], in: knowledge.network)
    else { return }
    let meaning = Meaning.stage(stage.schools, topics: [], named: stage.name)
    add(Part(words: question[place].text, meaning: meaning, places: [place]), &free)
  }

  /// Who runs a school, where nothing but the school is asked for beside: its head.
  private mutating func readLeaders(_ free: inout Set<Int>, _ lexicon: Lexicon) {
    let areSchools = parts.allSatisfy { part in
      switch part.meaning {
      case .schools(let schools, _): schools.count == 1
      case .stage: true
      default: false
      }
    }
    let isSchool = parts.contains { if case .schools = $0.meaning { true } else { false } }
    guard areSchools, isSchool,
      let place = free.sorted().first(where: { Self.leading.contains(question[$0].text) }),
      free.allSatisfy({ question[$0].kind != .content || Self.leading.contains(question[$0].text) }
      ),
      let head = lexicon.roles.first(where: { $0.name == "Headteacher" && !$0.titles.isEmpty })
    else { return }
    let meaning = Meaning.roles(head.titles, name: head.name, topic: head.topic)
    free.remove(place)
    parts.append(Part(words: question[place].text, meaning: meaning, places: [place]))
  }

  private static let leading: Set<String> = [
    "run", "runs", "ran", "leads", "manages", "oversees", "governs", "steers",
  ]

  /// Who runs something of a school that is called so in a role: the office.
  private mutating func readRunning(_ free: inout Set<Int>, _ lexicon: Lexicon) {
    for place in free.sorted() where Self.leading.contains(question[place].text) {
      guard free.contains(place + 1), question[place + 1].kind == .content,
        let role = lexicon.role(running: question[place + 1])
      else { continue }
      free.subtract([place, place + 1])
      let meaning = Meaning.roles(role.titles, name: role.name, topic: role.topic)
      add(
        Part(words: words([place, place + 1]), meaning: meaning, places: [place, place + 1]), &free)
    }
  }

  /// What a pupil wants to become asks for careers, whatever it is.
  private mutating func readAmbition(
    _ query: String, _ free: inout Set<Int>, _ lexicon: Lexicon, _ knowledge: Knowledge
  ) {
    guard let job = Ambition.words(in: query), let careers = knowledge.topics.place(of: "Careers")
    else { return }
    let places = question.indices.filter { job.contains(question[$0].text) }
    guard !places.isEmpty else { return }
    free.subtract(places)
    take([careers: 1], [], words(places), places, &free, lexicon, knowledge)
  }

  /// Tells what is asked for from what it is for: "Arbor reports for attendance".
  private mutating func readPurpose() {
    let topical = parts.filter { if case .topics = $0.meaning { true } else { false } }
    guard topical.count == 2, let start = topical[1].places.min(), question[start].before == "for",
      topical[0].places.allSatisfy({ $0 < start }), case .topics(let fits) = topical[0].meaning
    else { return }
    main = Set(fits.filter { $0.value.relation != .above }.keys)
  }

  /// Years, key stages and exams that stand alone.
  private mutating func readStages(_ free: inout Set<Int>, _ knowledge: Knowledge) {
    let stageTopics = parts.map { part -> Int32? in
      if case .topics(let fits) = part.meaning { Self.best(fits) } else { nil }
    }
    // A topic of the stage that is held does not shut out the people of its schools.
    for (place, topic) in stageTopics.enumerated() {
      guard let topic, parts.count > 1, parts[place].places.allSatisfy({ question[$0].isStage }),
        let stage = Stages.schools(teaching: knowledge.topics[topic], in: knowledge.network)
      else { continue }
      parts[place].meaning = .stage(stage.schools, topics: [topic], named: stage.name)
    }
  }

  /// A distinctive word of a school's name.
  private mutating func readSchoolWords(
    _ free: inout Set<Int>, _ lexicon: Lexicon, _ knowledge: Knowledge
  ) {
    for place in free.sorted() where tellsSchool(place, lexicon) {
      let token = question[place]
      let schools = Set(lexicon.schools(by: token))
      free.remove(place)
      // The rest of the name, if it is there, is part of it.
      add(
        Part(
          words: token.text,
          meaning: .schools(
            schools, named: schools.sorted().map { knowledge.network.name(ofSchool: $0) }),
          places: [place]), &free)
    }
  }

  /// Names of people: the whole name, or one word of it with no other beside it that is not theirs.
  private mutating func readPeople(_ free: inout Set<Int>, _ lexicon: Lexicon) {
    var place = 0
    while place < question.count {
      defer { place += 1 }
      guard free.contains(place) else { continue }
      var found = Set(lexicon.people.people(by: question[place].text))
      var run = [place]
      while free.contains(run[run.count - 1] + 1), run[run.count - 1] + 1 < question.count {
        let next = run[run.count - 1] + 1
        let both = found.intersection(lexicon.people.people(by: question[next].text))
        guard !both.isEmpty else { break }
        (found, run) = (both, run + [next])
      }
      guard !found.isEmpty else { continue }
      if run.count == 1 {
        let token = question[place]
        let isName = token.isCapital || !BritishWords.contains(token.text)
        let beside = [place - 1, place + 1].contains {
          free.contains($0) && question[$0].kind == .content && !Denial.isCue(question[$0].text)
        }
        guard isName, token.kind == .content, !beside else { continue }
      }
      free.subtract(run)
      let part = Part(words: words(run), meaning: .people(found), places: run)
      if isDenied(run, part.meaning) { leaveOut(part, &free) } else { parts.append(part) }
      place = run[run.count - 1]
    }
  }

  /// What the one who is found should do for others, beside what they know.
  private mutating func readOffers(_ free: inout Set<Int>, _ knowledge: Knowledge) {
    let claimed = Set(
      parts.flatMap { part -> [Int] in
        switch part.meaning {
        case .topics, .roles: part.places
        default: []
        }
      })
    /// "Come and coach phonics" asks for coaching as an offer, "phonics and coaching" as a topic.
    func isOfferTopic(_ part: Part) -> Bool {
      guard part.places.count == 1, Self.offer(question[part.places[0]]) != nil else {
        return false
      }
      return !["and", ",", "or", "plus"].contains(question[part.places[0]].before)
        || !claimed.contains(part.places[0] - 1)
    }
    let asked = parts.filter {
      switch $0.meaning {
      case .topics: !isOfferTopic($0)
      case .roles: !isCoached($0)
      default: false
      }
    }
    guard !asked.isEmpty else { return }
    var offers: [Offer] = []
    for part in parts where isOfferTopic(part) {
      if case .topics = part.meaning, let offer = Self.offer(question[part.places[0]]) {
        offers.append(offer)
      }
    }
    parts.removeAll { part in
      if case .topics = part.meaning { isOfferTopic(part) } else { false }
    }
    let texts = Set(question.map(\.text))
    let isSeen =
      !texts.isDisjoint(with: ["see", "come", "seen"])
      && !texts.isDisjoint(with: [
        "action", "taught", "practice", "working", "lesson", "lessons", "come", "teaching", "teach",
        "done",
      ])
    for place in free.sorted() {
      guard let offer = Self.offer(question[place]) else { continue }
      offers.append(offer)
      free.remove(place)
    }
    if isSeen, texts.contains("see") { offers.append(.visits) }
    for offer in Set(offers).sorted() where offers.count < 4 {
      parts.append(Part(words: offer.rawValue, meaning: .offer(offer), places: []))
    }
  }

  /// Whether a part is whoever is to be coached: our deputy, of "somebody to coach our deputy".
  private func isCoached(_ part: Part) -> Bool {
    guard let place = part.places.first, place > 0 else { return false }
    let last = question[..<place].last { $0.kind != .soft }
    return last.flatMap(Self.offer) == .coaching
      && !Set(question[place].lead).isDisjoint(with: ["our", "my", "a", "the", "her", "his"])
  }

  private static func offer(_ token: Token) -> Offer? {
    switch token.text {
    case "coach", "coaches", "coaching", "coached", "mentor", "mentoring", "mentored", "shadowing":
      .coaching
    case "visit", "visits", "visiting", "watch", "observe", "observing", "shadow", "tour": .visits
    case "resource", "resources", "materials", "planning", "worksheets", "worksheet", "templates",
      "slides", "powerpoints", "packs", "booklets", "borrow", "handouts":
      .resources
    case "train", "trains", "trainer", "training", "inset", "cpd", "twilight", "workshop",
      "workshops", "session", "sessions":
      .training
    default: nil
    }
  }

  /// Whether the words of two parts stand side by side with "and" between: both are asked for.
  private func areJoined(_ part: Part, _ other: [Int]) -> Bool {
    let one = part.places
    let later = one[0] < other[0] ? other : one
    let earlier = one[0] < other[0] ? one : other
    return earlier.last == later[0] - 1
      && ["and", "or", ",", "plus"].contains(question[later[0]].before)
  }

  /// Drops what only gathers other things asked for: the curriculum, in "computing curriculum".
  private mutating func dropHeadings(
    _ free: Set<Int>, _ lexicon: Lexicon, _ knowledge: Knowledge
  ) {
    let tree = knowledge.topics
    func topic(_ part: Part) -> Int32? {
      if case .topics(let fits) = part.meaning { Self.best(fits) } else { nil }
    }
    let asked = parts.compactMap { part in topic(part).map { (topic: $0, places: part.places) } }
    parts = parts.filter { part in
      guard let topic = topic(part) else { return true }
      // "Year 6 SATs maths" asks for mathematics in the schools of year 6.
      let isStage = part.places.allSatisfy {
        question[$0].isStage || lexicon.isStage(question[$0], tree)
      }
      if isStage, !part.places.isEmpty,
        asked.contains(where: { other in
          other.topic != topic && !areJoined(part, other.places)
            && tree.broader(than: other.topic).contains { tree[$0].name == "Curriculum" }
        }), parts.contains(where: { if case .stage = $0.meaning { true } else { false } })
      {
        return false
      }
      let below = Set(tree.parts(of: topic).map(\.topic))
      // One asked for by its name stays where it is known and what is below it is not.
      let isKnown =
        topicKey(part.words) == topicKey(tree[topic].name)
        && knowledge.holderCounts[Int(topic)] > 0
      return !asked.contains {
        below.contains($0.topic) && !areJoined(part, $0.places)
          && !(isKnown && knowledge.holderCounts[Int($0.topic)] == 0)
      }
    }
    parts = parts.compactMap { part in
      guard case .roles(_, let name, _) = part.meaning, part.places.count == 1 else { return part }
      let topical = Set(parts.filter { topic($0) != nil }.flatMap(\.places))
      if name == "Director" || name == "Officer", !topical.isEmpty { return nil }
      return name == "Headteacher" ? head(part, topical, free, lexicon) : part
    }
  }

  /// A headteacher, unless the question says of what: "head of maths" and "maths head" are none, nor is "head of boarding".
  private func head(
    _ part: Part, _ topical: Set<Int>, _ free: Set<Int>, _ lexicon: Lexicon
  ) -> Part? {
    let place = part.places[0]
    guard ["head", "heads"].contains(question[place].text) else { return part }
    let stages = Set(
      parts.flatMap { part -> [Int] in if case .stage = part.meaning { part.places } else { [] } })
    func isNamed(_ place: Int) -> Bool { topical.contains(place) || stages.contains(place) }
    // "Who heads maths" asks for the head of maths.
    let isVerb =
      question[place].text == "heads" && ["who", "whos", "that"].contains(question[place].before)
    let next = place + 1 < question.count ? question[place + 1] : nil
    let isOf =
      next.map { $0.before == "of" || isVerb && ["heads", "up", "the"].contains($0.before) }
      ?? false
    let isBefore = isNamed(place - 1) && question[place].before == question[place - 1].text
    if isOf, free.contains(place + 1) { return nil }
    guard isOf && isNamed(place + 1) || isBefore else { return part }
    let isStage = stages.contains(isOf ? place + 1 : place - 1)
    guard !isStage,
      let head = lexicon.roles.first(where: {
        $0.name == "Head of department" && !$0.titles.isEmpty
      })
    else { return nil }
    return Part(
      words: part.words, meaning: .roles(head.titles, name: head.name, topic: head.topic),
      places: part.places)
  }

  /// Says that those who know a topic are found where those are asked for who would like to.
  private mutating func readSeeking(_ query: String, _ free: inout Set<Int>) {
    let isTopical = parts.contains { if case .topics = $0.meaning { true } else { false } }
    guard isTopical, let words = Seeking.words(in: query) else { return }
    free = free.filter { !words.contains(question[$0].text) }
    corrected.append((words.joined(separator: " "), Seeking.readAs))
    isSeeking = true
  }

  /// Roles of too many people to be an answer by themselves.
  static let vagueRoles: Set<String> = [
    "Teacher", "Teaching assistant", "Class teacher", "Director", "Officer", "Adviser",
  ]

  /// Names the words that stand for nothing, and judges whether what was found can be what was meant.
  private mutating func settle(_ free: Set<Int>, _ query: String) {
    let claimed = Set(
      parts.filter {
        switch $0.meaning {
        case .topics, .roles: true
        default: false
        }
      }.flatMap(\.places))
    let left = free.sorted().filter { place in
      [.content, .generic].contains(question[place].kind)
        && !(WordClass.emptyBesideTopic.contains(question[place].text)
          && (claimed.contains(place - 1) || claimed.contains(place + 1)))
        && !(deeds.contains(place + 1) && claimed.contains(place + 1))
    }
    for place in left where !unknown.contains(question[place].text) {
      unknown.append(question[place].text)
    }
    let telling = question.count { $0.kind == .content || $0.kind == .generic }
    isPartial = left.contains { place in
      let isBeside = [place - 1, place + 1].contains { beside in
        claimed.contains(beside)
          && question[max(place, beside)].before == question[min(place, beside)].text
      }
      return isBeside && telling <= 4
    }
    // A school that the files do not have: "at Seaview Primary".
    let schools = Set(
      parts.flatMap { part -> [Int] in if case .schools = part.meaning { part.places } else { [] } }
    )
    let isElsewhere = left.contains { place in
      (question[place].before == "at" || question[place].lead.starts(with: ["the", "at"]))
        && (question[place].isCapital
          || !BritishWords.contains(question[place].text, isCapital: true))
        && (schools.contains(place + 1)
          || place + 1 < question.count
            && (Lexicon.schoolKinds.contains(question[place + 1].text)
              || Self.organisations.contains(question[place + 1].text))
          || question[place].text == "nhs")
    }
    if isElsewhere || isGuessed || PrivateLife.isTold(in: question) { isPartial = true }
    // A teacher is much too many people to be the answer to a question that was not understood.
    let isVague = !parts.contains { part in
      switch part.meaning {
      case .roles(_, let name, _):
        !Self.vagueRoles.contains(name)
      case .topics, .people: true
      default: false
      }
    }
    if isVague, !left.isEmpty { isPartial = true }
    if parts.isEmpty, corrected.isEmpty, !unknown.isEmpty || left.isEmpty {
      unknown = [trimmed(query)]
    }
  }
}

extension Knowledge {
  /// Whether anybody holds a topic or a part of it.
  func isHeld(_ topic: Int32) -> Bool {
    holderCounts[Int(topic)] > 0
      || topics.parts(of: topic).contains { holderCounts[Int($0.topic)] > 0 }
  }
}

extension Network {
  /// The name of a school, or of the central team.
  func name(ofSchool school: Int32) -> String {
    school < 0 ? Network.centralTeamName : schools[Int(school)].name
  }
}
