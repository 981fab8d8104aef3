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
      })
  }
}

/// Claims and wishes on the way; their topics are numbers of keys met.
private struct Claims {
  private(set) var skills: [Skill] = []
  private(set) var wishes: [Wish] = []
  private(set) var topics: [String] = []
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
          if entry.topic < 0 {
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
  }

  private mutating func readList(
    _ text: String, _ register: inout TopicRegister
  ) -> [ListedTopic] {
    text.split(whereSeparator: { $0 == ";" || $0 == "|" }).compactMap { part in
      let written = trimmed(String(part))
      guard !written.isEmpty else { return nil }
      let (name, level) = Self.nameAndLevel(written)
      var entry = ListedTopic(name: name, level: level?.value)
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
    var repeats = 0
    let personColumn = reader.column("person") ?? 0
    let topicColumn = reader.column("topic") ?? 0
    let alreadyMade = register.madeCount
    while try reader.next() {
      guard let person = Self.person(personColumn, &reader, &endpoints) else { continue }
      if person < 0 {
        reader.setAsidePrivately()
        continue
      }
      guard let text = reader.id(topicColumn, needed: "a topic") else { continue }
      guard let key = register.key(of: text) else {
        reader.setAside(.unknownTopic, column: topicColumn, value: text)
        continue
      }
      let topic = number(key)
      var skill = Skill(person: person, topic: topic)
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
      if seeks { wishes.append(Wish(person: person, topic: topic)) }
      if !seeks || skill.level != nil || skill.evidence != nil {
        seen[content, default: []].append(skills.count)
        skills.append(skill)
        let position = reader.position
        perPerson[person, default: (position, [])].topics.insert(topic)
      }
      reader.use()
    }
    reader.merge(repeats)
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
    _ column: Int, _ reader: inout TableReader, _ endpoints: inout Endpoints
  ) -> Int32? {
    guard let text = reader.id(column, needed: "a person") else { return nil }
    switch endpoints.match(text) {
    case .member(let member) where member < endpoints.peopleCount,
      .byName(let member) where member < endpoints.peopleCount:
      return member
    case .excluded: return -1
    case .member, .byName: reader.setAside(.notAPerson, column: column, value: text)
    case .clash(let kinds):
      reader.setAside(
        .idClash, column: column, value: text,
        detail: listed(kinds.map { "a \($0.rawValue)" }))
    case .ambiguous: reader.setAside(.ambiguousName, column: column, value: text)
    case .unknown:
      reader.setAside(
        .unknownMember, column: column, value: text, detail: endpoints.suggestion(for: text))
    }
    return nil
  }
}

extension SkillLevel {
  /// A level from 1 to 5 or by its words.
  init?(written text: String) {
    let key = folded(text)
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
    for word in list(column) {
      if let offer = Offer.allCases.first(where: { $0.rawValue == folded(word) }) {
        offers.insert(offer)
      } else {
        report(.unknownWord, column: column, value: word, detail: "what people offer")
      }
    }
    return offers.sorted()
  }
}
