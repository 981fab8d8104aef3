import Networks

/// Where the cells of people.csv that tell of expertise stand, to say so when one is wrong.
struct ExpertiseCells {
  var file = ""
  /// The row of each person.
  var rows: [Int] = []
  var columns: [String: (column: Int, heading: String)] = [:]
}

/// Reads what people know and would like to know: expertise.csv, and the two columns of people.csv.
func readExpertise(
  _ source: SourceFile?, topics entries: [Topic.Entry]?, people: People, cells: ExpertiseCells,
  endpoints: Endpoints, options: IntakeOptions, ledger: inout Ledger
) throws(IntakeError) -> Expertise {
  var register = TopicRegister(entries, options.withheld)
  var claims = Claims()
  claims.readPeople(people, cells, &register, &ledger)
  if let source {
    try claims.readTable(source, people, endpoints, &register, options, &ledger)
  }
  return register.expertise(claims)
}

/// The topics of the lists, and those that people claim beside them.
private struct TopicRegister {
  private let listedTree: TopicTree
  private let entries: [Topic.Entry]
  /// Names that stand for a topic of the lists: all of the trust's own, and those of the list that comes with Weft but for its
  /// synonyms, which are topics of their own when somebody writes them.
  private let listed: Set<String>
  /// Topics that no list has, by key; of several spellings the first in order.
  private var made: [String: String] = [:]
  private let withheld: Withheld

  init(_ entries: [Topic.Entry]?, _ withheld: Withheld) {
    self.entries = entries ?? TopicTree.starter
    self.withheld = withheld
    listedTree = entries == nil ? Self.starter : TopicTree(self.entries)
    listed = Set(
      self.entries.flatMap { [$0.name] + ($0.origin == .own ? $0.synonyms : []) }.map(topicKey))
  }

  /// The list that comes with Weft, made once.
  private static let starter = TopicTree(TopicTree.starter)

  /// The key of the topic that a text stands for, one that no list has included; `nil` for what is no topic: nothing but
  /// signs, or somebody who may not be mentioned.
  ///
  /// What somebody wrote is never taken for what it resembles.
  mutating func key(of text: String) -> String? {
    let key = topicKey(text)
    if key.isEmpty { return nil }
    if listed.contains(key) { return key }
    if let name = made[key] {
      made[key] = min(name, text)
      return key
    }
    guard withheld.standing(of: text, isPersonal: false) == .open else { return nil }
    made[key] = text
    return key
  }

  /// The topics of a text parted by commas; a comma inside the name of a known topic parts nothing.
  func parts(_ text: String) -> [String] {
    guard text.contains(","), listedTree.place(of: text) == nil else { return [text] }
    let pieces = text.split(separator: ",").map { trimmed(String($0)) }.filter { !$0.isEmpty }
    var parts: [String] = []
    var place = 0
    while place < pieces.count {
      let end =
        (place..<pieces.count).reversed().first { end in
          end > place && listedTree.place(of: pieces[place...end].joined(separator: ", ")) != nil
        } ?? place
      parts.append(pieces[place...end].joined(separator: ", "))
      place = end + 1
    }
    return parts
  }

  /// How a text denies a topic; the name of a topic of the lists, such as "No Outsiders", denies none.
  func denial(_ text: String) -> Answer.TopicDenial? {
    listed.contains(topicKey(text)) || listedTree.place(of: text) != nil
      ? nil : Answer.topicDenial(text)
  }

  var madeCount: Int { made.count }

  /// The claims with their topics as places in the whole tree.
  func expertise(_ claims: Claims) -> Expertise {
    let tree =
      made.isEmpty
      ? listedTree : TopicTree(entries + made.values.map { Topic.Entry($0, origin: .claimed) })
    let places = claims.topics.map { tree.place(of: $0) }
    return Expertise(
      topics: tree,
      skills: claims.skills.compactMap { skill in
        guard let place = places[Int(skill.topic)] else { return nil }
        var skill = skill
        skill.topic = place
        return skill
      },
      wishes: claims.wishes.compactMap { wish in
        places[Int(wish.topic)].map { Wish(person: wish.person, topic: $0) }
      }, unread: Set(claims.unread.compactMap { tree.place(of: $0) }))
  }
}

/// Claims and wishes on the way; their topics are numbers of keys met.
private struct Claims {
  private(set) var skills: [Skill] = []
  private(set) var wishes: [Wish] = []
  private(set) var topics: [String] = []
  /// What is known by people who could not be read, as written.
  private(set) var unread: Set<String> = []
  private var numbers: [String: Int32] = [:]

  private mutating func number(_ key: String) -> Int32 {
    if let known = numbers[key] { return known }
    let number = Int32(topics.count)
    topics.append(key)
    numbers[key] = number
    return number
  }

  // MARK: people.csv

  /// Takes `expertise` and `seeks` of people.csv: lists such as `Phonics:4; SEND`.
  mutating func readPeople(
    _ people: People, _ cells: ExpertiseCells, _ register: inout TopicRegister,
    _ ledger: inout Ledger
  ) {
    for (role, column) in [("expertise", people.expertise), ("seeks", people.seeks)] {
      guard let column, let place = cells.columns[role] else { continue }
      let alreadyMade = register.madeCount
      defer {
        if register.madeCount > alreadyMade {
          ledger.report(
            Problem(
              .madeFromNames, file: cells.file, column: place.column, heading: place.heading,
              detail: counted(register.madeCount - alreadyMade, "topic is", "topics are")))
        }
      }
      var (noSkills, open): (Int, [String]) = (0, [])
      defer {
        func tell(_ detail: String) {
          ledger.report(
            Problem(
              .noSkill, file: cells.file, column: place.column, heading: place.heading,
              detail: detail))
        }
        if noSkills > 0 {
          let says = counted(noSkills, "entry says", "entries say")
          tell(role == "seeks" ? "\(says) that nothing is sought; not counted" : says)
        }
        if !open.isEmpty {
          let which = Set(open).sorted().prefix(3).map { shown($0) }
          tell(
            "\(counted(open.count, "entry leaves", "entries leave")) open what is \(role == "seeks" ? "sought" : "known"), such as \(listed(Array(which))); not counted"
          )
        }
      }
      // Many people write the same cell: each is taken apart once.
      var lists = [[ListedTopic]?](repeating: nil, count: column.values.count)
      for person in people.ids.indices where column.codes[person] >= 0 {
        let code = Int(column.codes[person])
        let list = lists[code] ?? readList(column.values[code], &register)
        lists[code] = list
        func report(_ code: ProblemCode, _ value: String, _ detail: String = "") {
          ledger.report(
            Problem(
              code, file: cells.file, row: cells.rows[person], column: place.column,
              heading: place.heading, value: value, detail: detail))
        }
        for entry in list {
          if let text = entry.unknownLevel { report(.unknownLevel, text) }
          if let denial = entry.denial {
            if denial == .sure { noSkills += 1 } else { open.append(entry.name) }
          } else if entry.topic < 0 {
            report(.unknownTopicInList, entry.name)
          } else if role == "seeks" {
            wishes.append(Wish(person: Int32(person), topic: entry.topic))
          } else {
            skills.append(
              Skill(
                person: Int32(person), topic: entry.topic, level: entry.level, evidence: .own))
          }
        }
      }
    }
  }

  /// One topic of a cell such as `Phonics:4; SEND`.
  private struct ListedTopic {
    var name = ""
    /// The number of its key; -1 where it is no topic.
    var topic: Int32 = -1
    var level: SkillLevel?
    /// A level that is none, as written.
    var unknownLevel: String?
    /// How the entry says that nothing is known of the topic, or leaves it open.
    var denial: Answer.TopicDenial?
  }

  private mutating func readList(
    _ text: String, _ register: inout TopicRegister
  ) -> [ListedTopic] {
    let parts = text.split(whereSeparator: { $0 == ";" || $0 == "|" || $0.isNewline })
      .flatMap { register.parts(trimmed(String($0))) }
    return parts.compactMap { written in
      guard !Values.isMissing(written.utf8.span) else { return nil }
      let (name, level) = Self.nameAndLevel(written)
      guard !Values.isMissing(name.utf8.span) else { return nil }
      var entry = ListedTopic(name: name, level: level?.value)
      entry.denial = level.flatMap { Answer.levelDenial($0.text) } ?? register.denial(name)
      if entry.denial != nil {
        entry.name = written
        return entry
      }
      if let level, level.value == nil { entry.unknownLevel = level.text }
      if let key = register.key(of: name) { entry.topic = number(key) }
      return entry
    }
  }

  /// Parts `Phonics:4` into the topic and its level.
  private static func nameAndLevel(
    _ text: String
  ) -> (name: String, level: (text: String, value: SkillLevel?)?) {
    guard let colon = text.lastIndex(of: ":") else { return (text, nil) }
    let after = trimmed(String(text[text.index(after: colon)...]))
    let name = trimmed(String(text[..<colon]))
    guard !name.isEmpty, !after.isEmpty else { return (text, nil) }
    return (name, (after, SkillLevel(written: after)))
  }

  // MARK: expertise.csv

  mutating func readTable(
    _ source: SourceFile, _ people: People, _ given: Endpoints, _ register: inout TopicRegister,
    _ options: IntakeOptions, _ ledger: inout Ledger
  ) throws(IntakeError) {
    var reader = try TableReader(source, options)
    var endpoints = given
    var dates = DateOrder()
    var seen: [UInt64: [Int]] = [:]
    var perPerson: [Int32: (position: RowPosition, topics: Set<Int32>)] = [:]
    var (repeats, noSkills) = (0, 0)
    var matches = MatchTally()
    let personColumn = reader.column("person") ?? 0
    let topicColumn = reader.column("topic") ?? 0
    let alreadyMade = register.madeCount
    while try reader.next() {
      guard let person = Self.person(personColumn, &reader, &endpoints, &matches) else {
        if reader.column("seeks").flatMap({ reader.yesOrNo($0) }) != true, !reader.saysNoSkill() {
          unread.formUnion(
            reader.raw(topicColumn).split { $0 == ";" || $0 == "|" }
              .flatMap { register.parts(trimmed(String($0))) })
        }
        continue
      }
      if person < 0 {
        reader.setAsidePrivately()
        continue
      }
      guard let text = reader.id(topicColumn, needed: "a topic") else { continue }
      let parts = text.split { $0 == ";" || $0 == "|" }.flatMap {
        register.parts(trimmed(String($0)))
      }
      .filter { !Values.isMissing($0.utf8.span) }
      var topics: [Int32] = []
      var missed: [String] = []
      var isDenied = false
      for part in parts {
        let denial = register.denial(part)
        if denial == .sure {
          isDenied = true
        } else if denial == nil, let key = register.key(of: part) {
          topics.append(number(key))
        } else {
          missed.append(part)
        }
      }
      if topics.isEmpty, isDenied {
        noSkills += 1
        reader.use()
        continue
      }
      guard let first = topics.first else {
        reader.setAside(.unknownTopic, column: topicColumn, value: text)
        continue
      }
      for part in missed {
        reader.report(.unknownTopicInList, column: topicColumn, value: part)
      }
      if reader.saysNoSkill() {
        noSkills += 1
        reader.use()
        continue
      }
      var skill = Skill(person: person, topic: first)
      skill.level = reader.level()
      skill.evidence = reader.evidence()
      skill.offers = reader.offers()
      if let column = reader.column("date") {
        let day = reader.day(column, today: options.today, dates: &dates)
        skill.date = day.flatMap { day in options.today.map { day <= $0 } ?? true ? day : nil }
      }
      let seeks = reader.column("seeks").flatMap { reader.yesOrNo($0) } ?? false
      let content = reader.summary().content
      if seen[content]?.contains(where: { skills[$0] == skill }) ?? false {
        repeats += 1
        reader.use()
        continue
      }
      for topic in topics {
        skill.topic = topic
        if seeks { wishes.append(Wish(person: person, topic: topic)) }
        guard !seeks || skill.level != nil || skill.evidence != nil else { continue }
        if topic == first { seen[content, default: []].append(skills.count) }
        skills.append(skill)
        let position = reader.position
        perPerson[person, default: (position, [])].topics.insert(topic)
      }
      reader.use()
    }
    reader.merge(repeats)
    matches.announce(&reader)
    if noSkills > 0 {
      reader.announce(
        .noSkill, column: reader.column("level"), detail: counted(noSkills, "row says", "rows say"))
    }
    if repeats > 0 {
      reader.announce(.duplicateRow, detail: counted(repeats, "row is", "rows are"))
    }
    if register.madeCount > alreadyMade {
      reader.announce(
        .madeFromNames, column: topicColumn,
        detail: counted(register.madeCount - alreadyMade, "topic is", "topics are"))
    }
    for (person, claimed) in perPerson.sorted(by: { $0.key < $1.key })
    where claimed.topics.count > Limits.topicsOfAPerson {
      try reader.report(
        .manyTopics, at: claimed.position, column: personColumn, value: people.ids[Int(person)],
        detail: counted(claimed.topics.count, "topic"))
    }
    try ledger.close(&reader, dates: dates)
  }

  /// The person a cell names, -1 for somebody left out, or `nil` after setting the row aside.
  private static func person(
    _ column: Int, _ reader: inout TableReader, _ endpoints: inout Endpoints,
    _ matches: inout MatchTally
  ) -> Int32? {
    guard let text = reader.id(column, needed: "a person") else { return nil }
    let match = endpoints.match(text)
    switch match {
    case .member(let member) where member < endpoints.peopleCount,
      .byName(let member) where member < endpoints.peopleCount,
      .likely(let member, _) where member < endpoints.peopleCount,
      .byColumn(let member, _) where member < endpoints.peopleCount:
      if case .likely(_, let name) = match {
        reader.report(.likelyName, column: column, value: text, detail: name)
      }
      matches.count(match)
      return member
    case .excluded: return -1
    case .member, .byName, .likely, .byColumn:
      reader.setAside(.notAPerson, column: column, value: text)
    case .clash(let kinds):
      reader.setAside(
        .idClash, column: column, value: text,
        detail: listed(kinds.map { "a \($0.rawValue)" }))
    case .ambiguous: reader.setAside(.ambiguousName, column: column, value: text)
    case .unknown:
      let (code, near) = endpoints.diagnosis(of: text)
      reader.setAside(code, column: column, value: text, detail: near)
    }
    return nil
  }
}

extension SkillLevel {
  /// A level from 1 to 5 or by its words, or both: "4 - leads across schools", "Level 4".
  init?(written text: String) {
    var words = Answer.wordKey(text).split(separator: " ").map(String.init)
    if words.count > 1, words[0] == "level" { words.removeFirst() }
    if words.count > 1, let number = UInt8(words[0]), let level = SkillLevel(rawValue: number) {
      guard folded(words.dropFirst().joined()) == folded(level.words) else { return nil }
      self = level
      return
    }
    let key = folded(words.joined())
    if let number = UInt8(key), let level = SkillLevel(rawValue: number) {
      self = level
    } else if let level = Self.allCases.first(where: { folded($0.words) == key }) {
      self = level
    } else {
      return nil
    }
  }
}

extension TableReader {
  /// Whether the level says that nothing is known of the topic.
  fileprivate func saysNoSkill() -> Bool {
    column("level").map { !isEmpty($0) && Answer.isNoSkill(raw($0)) } ?? false
  }

  fileprivate mutating func level() -> SkillLevel? {
    guard let column = column("level"), !isMissing(column) else { return nil }
    let level = SkillLevel(written: trimmed(raw(column)))
    if level == nil { report(.unknownLevel, column: column, value: raw(column)) }
    return level
  }

  fileprivate mutating func evidence() -> Evidence? {
    guard let column = column("evidence"), let text = text(column) else { return nil }
    let evidence = Evidence.allCases.first { $0.rawValue == folded(text) }
    if evidence == nil {
      report(.unknownWord, column: column, value: text, detail: "evidence")
    }
    return evidence
  }

  fileprivate mutating func offers() -> [Offer] {
    guard let column = column("offers") else { return [] }
    var offers: Set<Offer> = []
    for word in wordList(column) {
      if let offer = Offer.allCases.first(where: { $0.rawValue == folded(word) }) {
        offers.insert(offer)
      } else {
        report(.unknownWord, column: column, value: word, detail: "what people offer")
      }
    }
    return offers.sorted()
  }
}
