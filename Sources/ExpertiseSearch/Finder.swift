public import Measures
public import Networks

/// Finds who knows what, from a question in plain words.
public struct Finder: Sendable {
  public let knowledge: Knowledge
  private let lexicon: Lexicon
  private let roles: RoleKnowledge
  /// How many ties each person has: of two who know as much, the one who is asked less is named first.
  private let ties: [Int32]

  /// - Complexity: O(words of all names), once; a query then takes milliseconds.
  public init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
    lexicon = Lexicon(knowledge)
    roles = RoleKnowledge(knowledge, lexicon)
    ties = (0..<Int32(knowledge.network.people.count)).map { Int32(knowledge.contacts(of: $0)) }
  }

  /// The topics that the roles of some people stand for, in order of topic, with the roles; of people who may be named.
  public func topicsByRole(of people: [Int32]) -> [(topic: Int32, roles: [String])] {
    let wanted = Set(people)
    return (0..<Int32(knowledge.topics.count)).compactMap { topic in
      let titles = Set(
        roles.byRole(topic).filter { wanted.contains($0.person) }.compactMap {
          knowledge.network.people.role?[Int($0.person)]
        })
      return titles.isEmpty ? nil : (topic, titles.sorted())
    }
  }

  /// What people must be besides knowing something.
  public struct Filter: Sendable {
    /// Schools, as places in the network; `nil` for all.
    public var schools: Set<Int32>?
    public var atLeast: SkillLevel?
    public var offer: Offer?
    /// Somebody who is not to be found, such as the one who asks.
    public var notPerson: Int32?
    /// Those whom the question leaves out.
    var leftOut: Set<Int32> = []

    public init() {}

    /// Whether somebody of a school may be found.
    func keeps(_ person: Int32, at school: Int32) -> Bool {
      if person == notPerson || leftOut.contains(person) { return false }
      return schools?.contains(school) ?? true
    }
  }

  /// Answers a question.
  ///
  /// People are ranked by how much speaks for the parts of the question that they meet, then by the sum over topic parts of
  /// the best `fit · weight`; of two who bring as much, the one with fewer ties comes first. A question that names no topic
  /// ranks people by all that they hold.
  public func find(_ query: String, _ filter: Filter = Filter()) throws(SearchError) -> Answer {
    let reading = try QueryReading(query, lexicon, knowledge)
    var filter = filter
    filter.leftOut = leftOut(reading)
    var scores = Scores(knowledge, filter)
    var answer = Answer(reading, knowledge)
    var isTopical = false
    // Of the topics asked for by name: whether nobody knows one, and whether somebody knows one.
    var (isNamedMissing, isNamedKnown, isAnyKnown) = (false, false, false)
    for part in reading.parts {
      guard case .topics(let wanted) = part.meaning else { continue }
      isTopical = true
      let held = scores.add(wanted, roles, part.strength)
      let isKnown = held.contains { wanted[$0]?.relation != .above }
      if part.isNamed {
        (isNamedMissing, isNamedKnown) = (isNamedMissing || !isKnown, isNamedKnown || isKnown)
      }
      isAnyKnown = isAnyKnown || isKnown
      answer.add(wanted, as: part.words, held: held, knowledge) {
        knowledge.holderCounts[Int($0)] > 0 || !roles.byRole($0).isEmpty
      }
      if answer.seekers != nil, let topic = QueryReading.best(wanted) {
        answer.seekers?.append(seekers(of: topic, reading, filter))
      }
      // Nobody knows it: those who had to do with it, or know the nearest topic above, are better than none.
      guard !isKnown, let last = answer.unmet.last,
        let asked = knowledge.topics.place(of: last.name)
      else { continue }
      scores.addDeeds(on: asked, roles)
      if held.isEmpty, let above = last.broader, last.near == [above] {
        _ = scores.add(
          [above: TopicFit(value: TopicFit.above, relation: .above, asked: asked)], roles)
      } else if held.isEmpty, !last.neighbours.isEmpty {
        // The nearest half as near again as the next.
        var fit = TopicFit.above
        for topic in last.neighbours {
          _ = scores.add([topic: TopicFit(value: fit, relation: .beside, asked: topic)], roles)
          fit *= TopicFit.eachLevel
        }
      } else if held.isEmpty, reading.unknown.isEmpty, let above = last.broader,
        knowledge.topics[above].broader != nil
      {
        // Other parts of what it is part of, where that is no heading and the question is read in full.
        let beside = last.near.map {
          ($0, TopicFit(value: TopicFit.above, relation: .beside, asked: $0))
        }
        _ = scores.add(Dictionary(beside) { first, _ in first }, roles)
      }
    }
    var missing: Set<String> = []
    if !isTopical {
      missing = addPeople(reading, filter, &scores, &answer)
    } else {
      addRoles(reading, isAnyKnown: isAnyKnown, isNamedKnown: isNamedKnown, &scores)
    }
    for part in reading.parts {
      if case .offer(let offer) = part.meaning { scores.meet(offer) }
      if let isMet = meets(part.meaning) { scores.meet(isMet, part.strength) }
    }
    // What was said beside a topic that nobody knows is no answer to it.
    let isBesideOnly = isNamedMissing && !isNamedKnown
    let isUnmet = !answer.unmet.isEmpty
    let found = scores.found.map { match in
      var match = match
      match.isNear =
        reading.isPartial || isNear(match, isTopical, reading, missing, isUnmet)
        || isBesideOnly && !isInRole(match.person, reading)
      return match
    }
    let hasStage = reading.parts.contains {
      if case .stage = $0.meaning { true } else { false }
    }
    let isPost16 = reading.parts.contains {
      if case .stage(_, _, let name) = $0.meaning { Stages.isPost16(name) } else { false }
    }
    let hasSixthForm = isPost16 && knowledge.network.schools.contains(where: Stages.isSixthForm)
    // A stage alone asks for those who teach it.
    let isStageAlone =
      hasStage
      && reading.parts.allSatisfy {
        switch $0.meaning {
        case .stage, .schools, .without: true
        default: false
        }
      }
    let teachers =
      isStageAlone ? lexicon.roles.first { $0.name == "Teacher" && !$0.isTitle }?.titles ?? [] : []
    // Whose school may teach a stage counts half beside those whose school does, and a quarter for a part of what is asked for.
    func likely(_ match: Match) -> Double {
      let school = knowledge.network.people.school[Int(match.person)]
      guard hasStage, school >= 0 else { return match.score }
      let place = knowledge.network.schools[Int(school)]
      // Where there is a sixth form college, a secondary school may have no sixth form.
      guard Stages.mayTeachAny(place) || hasSixthForm && !Stages.isSixthForm(place) else {
        return match.score
      }
      return match.score / (match.reasons.contains { $0.relation == .itself } ? 2 : 4)
    }
    let named =
      isTopical ? [] : Set(found.map(\.person).filter { isNamed($0, in: reading) })
    answer.matches = found.filter { !knowledge.isHidden($0.person) }.sorted {
      func first(_ match: Match) -> Int {
        let title = knowledge.network.people.role?[Int(match.person)]
        let isMain = match.reasons.contains { reading.main.contains($0.entry.topic) }
        return (isMain ? 8 : 0) + (named.contains(match.person) ? 2 : 0) + (match.isListed ? 1 : 0)
          + (title.map(teachers.contains) ?? false ? 4 : 0)
      }
      let (a, b) = (first($0), first($1))
      return ($1.rank, b, likely($1), ties[Int($0.person)], $0.person)
        < ($0.rank, a, likely($0), ties[Int($1.person)], $1.person)
    }
    answer.meetingAll = answer.matches.count { $0.met == reading.parts.count && !$0.isNear }
    return answer
  }

  /// Those who said that they would like to learn a topic or a part of it, where and in what role the question asks.
  private func seekers(
    of topic: Int32, _ reading: QueryReading, _ filter: Filter
  ) -> Seekers {
    let asked = reading.parts.compactMap { meets($0.meaning) }
    let topics = [topic] + knowledge.topics.parts(of: topic).map(\.topic)
    let people = Set(topics.flatMap(knowledge.seekers)).sorted().filter { person in
      !knowledge.isHidden(person)
        && filter.keeps(person, at: knowledge.network.people.school[Int(person)])
        && asked.allSatisfy { $0(person) }
    }
    return Seekers(topic: topic, people: people)
  }

  /// Those whom a question leaves out: of a school, in a role, by name.
  private func leftOut(_ reading: QueryReading) -> Set<Int32> {
    var people: Set<Int32> = []
    for case .without(let meanings) in reading.parts.map(\.meaning) {
      for isMeant in meanings.compactMap(meets) {
        people.formUnion(knowledge.slice.people.filter(isMeant))
      }
    }
    return people
  }

  /// Takes in people for a question without a topic: those asked for by name or role, else by place.
  ///
  /// - Returns: the roles that nobody has where they are sought; those who know their topics are taken in as near.
  private func addPeople(
    _ reading: QueryReading, _ filter: Filter, _ scores: inout Scores, _ answer: inout Answer
  ) -> Set<String> {
    let others = reading.parts.filter {
      switch $0.meaning {
      case .roles, .people: true
      default: false
      }
    }
    let places = reading.parts.compactMap { part -> ((Int32) -> Bool)? in
      switch part.meaning {
      case .schools, .stage: meets(part.meaning)
      default: nil
      }
    }
    if others.isEmpty {
      // A place alone, and a word that tells nothing: whatever was meant, it is not everybody there.
      guard reading.unknown.isEmpty, !places.isEmpty else { return [] }
      // Who meets one of several places is no answer where somebody meets all.
      let isAll = knowledge.slice.people.contains { person in
        places.allSatisfy { $0(person) } && !knowledge.isHidden(person)
          && filter.keeps(person, at: knowledge.network.people.school[Int(person)])
      }
      scores.addEverything { person in
        isAll ? places.allSatisfy { $0(person) } : places.contains { $0(person) }
      }
      return []
    }
    let asked = others.compactMap { meets($0.meaning) }
    scores.addEverything { person in asked.contains { $0(person) } }
    var missing: Set<String> = []
    for case .roles(_, let name, let topic) in others.map(\.meaning) {
      let isThere = knowledge.slice.people.contains { person in
        asked.contains { $0(person) } && places.allSatisfy { $0(person) }
          && !knowledge.isHidden(person)
          && filter.keeps(person, at: knowledge.network.people.school[Int(person)])
      }
      // Beside the maths teacher, those who know mathematics.
      let subject = lexicon.roles.first { $0.isTitle && $0.name == name }?.subject
      if !isThere {
        missing.insert(name)
        answer.missingRoles.append(name)
      }
      guard let topic = isThere ? subject : topic else { continue }
      var fits = TopicFit.widened([topic: 1], lexicon, knowledge)
      fits = fits.mapValues {
        TopicFit(value: $0.value * TopicFit.above, relation: .above, asked: topic)
      }
      _ = scores.add(fits, roles)
    }
    return missing
  }

  /// Whether a person is but near what was asked for.
  private func isNear(
    _ match: Match, _ isTopical: Bool, _ reading: QueryReading, _ missing: Set<String>,
    _ isUnmet: Bool
  ) -> Bool {
    if isTopical {
      // Of a role that is asked for.
      if match.reasons.isEmpty { return false }
      return match.reasons.allSatisfy {
        switch $0.relation {
        case .above, .beside, .deed: true
        // Half a name, and the rest of the question not understood or not known.
        case .someWords: !reading.unknown.isEmpty || isUnmet
        case .itself, .part: false
        }
      }
    }
    let title = knowledge.network.people.role?[Int(match.person)]
    let roles = reading.parts.compactMap { part in
      if case .roles(let titles, let name, _) = part.meaning {
        (titles: titles, name: name)
      } else {
        nil
      }
    }
    let isInRole = roles.contains { title.map($0.titles.contains) ?? false }
    if match.nearly > 0 { return !isInRole }
    // A teacher of other years is not the teacher of a year.
    let isVague = !roles.isEmpty && roles.allSatisfy { QueryReading.vagueRoles.contains($0.name) }
    return isVague
      && reading.parts.contains { part in
        if case .stage = part.meaning {
          !(meets(part.meaning)?(match.person) ?? true)
        } else {
          false
        }
      }
  }

  /// Takes in those in a role that is asked for beside a topic: all where nobody knows the topic.
  ///
  /// Of teachers, and others who are many, those of a school that is named with them, where no topic is.
  private func addRoles(
    _ reading: QueryReading, isAnyKnown: Bool, isNamedKnown: Bool, _ scores: inout Scores
  ) {
    let isPlaced = reading.parts.contains {
      if case .schools = $0.meaning { true } else { false }
    }
    for part in reading.parts where part.isAsked || !isAnyKnown {
      guard case .roles(_, let name, _) = part.meaning, let isMeant = meets(part.meaning),
        !QueryReading.vagueRoles.contains(name) || isPlaced && part.isAsked && !isNamedKnown
      else { continue }
      if part.isOfTopic || isAnyKnown && name == "Head of department" { continue }
      scores.addEverything(of: isMeant)
    }
  }

  /// Whether somebody has a role that the question asks for.
  private func isInRole(_ person: Int32, _ reading: QueryReading) -> Bool {
    reading.parts.contains { part in
      if case .roles = part.meaning { meets(part.meaning)?(person) ?? false } else { false }
    }
  }

  /// Whether somebody's role is called just as the question calls it, or by its initials.
  private func isNamed(_ person: Int32, in reading: QueryReading) -> Bool {
    guard let title = knowledge.network.people.role?[Int(person)] else { return false }
    let words = tokens(title)
    func key(_ words: [Token]) -> [String] {
      words.map { $0.stem.hasPrefix("lead") ? "lead" : $0.stem }
    }
    let initials = String(words.compactMap(\.text.first))
    return reading.parts.contains { part in
      guard case .roles = part.meaning else { return false }
      return key(tokens(part.words)) == key(words) || topicKey(part.words) == initials
    }
  }

  /// Who meets a part that asks for a place, a role or a name; `nil` for one that asks for topics.
  private func meets(_ meaning: QueryReading.Meaning) -> ((Int32) -> Bool)? {
    let people = knowledge.network.people
    switch meaning {
    case .topics, .offer: return nil
    case .schools(let wanted, _): return { wanted.contains(people.school[Int($0)]) }
    case .roles(let wanted, _, _): return { people.role?[Int($0)].map(wanted.contains) ?? false }
    case .people(let wanted): return { wanted.contains($0) }
    case .without(let meanings):
      let tests = meanings.compactMap(meets)
      return { person in !tests.contains { $0(person) } }
    case .stage(let schools, let topics, _):
      let holders = Set(
        topics.flatMap { topic in
          ([topic] + knowledge.topics.parts(of: topic).map(\.topic)).flatMap {
            knowledge.holders(of: $0).map(\.person)
          }
        })
      return { schools.contains(people.school[Int($0)]) || holders.contains($0) }
    }
  }
}
