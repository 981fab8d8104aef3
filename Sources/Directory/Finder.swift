public import Measures
public import Networks

/// Finds who knows what, from a question in plain words.
public struct Finder: Sendable {
  public let knowledge: Knowledge
  private let index: SearchIndex

  /// - Complexity: O(words of all names), once; a query then takes milliseconds.
  public init(_ knowledge: Knowledge) throws(SearchError) {
    self.knowledge = knowledge
    index = try SearchIndex(knowledge)
  }

  /// What people must be besides knowing something.
  public struct Filter: Sendable {
    /// Schools, as places in the network; `nil` for all.
    public var schools: Set<Int32>?
    public var atLeast: SkillLevel?
    public var offer: Offer?
    /// Somebody who is not to be found, such as the one who asks.
    public var notPerson: Int32?

    public init() {}
  }

  /// Who was found, and how the question was read.
  public struct Answer: Sendable {
    /// Those who match, the best first.
    public let matches: [Match]
    /// How many more match who are counted and never named.
    public let hidden: Int
    /// The topics asked for, by name, as they were read.
    public let topics: [String]
    /// Words that were taken for others.
    public let corrected: [(word: String, as: String)]
    /// Words that stand for nothing known.
    public let unknown: [String]
    /// Topics asked for that nobody who passes the filter holds, nor any topic that is part of them.
    public let unmet: [String]
    /// Schools, hubs and phases that the question names.
    public let places: [String]
    /// How many of those matching, hidden ones aside, meet every part of the question.
    public let meetingAll: Int
  }

  /// A person who matches, and why.
  public struct Match: Sendable, Equatable {
    public let person: Int32
    public let score: Double
    /// How many parts of the question the person meets.
    public let met: Int
    public let reasons: [Reason]
  }

  /// A topic that a person holds and the question asks for.
  public struct Reason: Sendable, Equatable {
    public let entry: Knowledge.Entry
    /// How well the topic fits the question: 1 for the topic itself, 1/2 for one that is part of it, 1/4 for the one it
    /// is part of; less where only some of its words match.
    public let fit: Double
    /// Fit times weight.
    public var score: Double { fit * entry.weight.value }
  }

  /// Answers a question.
  ///
  /// People are ranked by how many parts of the question they meet, then by the sum over topic parts of the best `fit ·
  /// weight`. A question that names no topic ranks people by all that they hold.
  public func find(_ query: String, _ filter: Filter = Filter()) throws(SearchError) -> Answer {
    let reading = try QueryReading(query, index, knowledge)
    var scores = Scores(knowledge, filter)
    var topics: [String] = []
    var unmet: [String] = []
    var places: [String] = []
    for part in reading.parts {
      guard case .topics(let wanted) = part.meaning else { continue }
      let best = wanted.max { ($0.value, $1.key) < ($1.value, $0.key) }
      let name = best.map { knowledge.topics[$0.key].name } ?? part.words
      topics.append(name)
      // The topic above fits by a quarter: those who hold that alone do not hold what was asked for.
      if scores.add(wanted) <= (best?.value ?? 0) / 4 { unmet.append(name) }
    }
    let others = reading.parts.compactMap { meets($0.meaning) }
    for case .schools(_, let names) in reading.parts.map(\.meaning) { places += names }
    if topics.isEmpty { scores.addEverything { person in others.contains { $0(person) } } }
    for isMet in others { scores.meet(isMet) }
    let found = scores.found
    let listed = found.filter { !knowledge.isHidden($0.person) }
    return Answer(
      matches: listed.sorted {
        ($1.met, $1.score, $0.person) < ($0.met, $0.score, $1.person)
      }, hidden: found.count - listed.count, topics: topics, corrected: reading.corrected,
      unknown: reading.unknown, unmet: unmet,
      places: places, meetingAll: listed.count { $0.met == reading.parts.count })
  }
}

extension Finder {
  /// Who meets a part that asks for a place, a role or a name; `nil` for one that asks for topics.
  private func meets(_ meaning: QueryReading.Meaning) -> ((Int32) -> Bool)? {
    let people = knowledge.network.people
    switch meaning {
    case .topics: return nil
    case .schools(let wanted, _): return { wanted.contains(people.school[Int($0)]) }
    case .roles(let wanted): return { people.role?[Int($0)].map(wanted.contains) ?? false }
    case .people(let wanted): return { wanted.contains($0) }
    }
  }
}

/// Adds up what people bring to each part of a question.
private struct Scores {
  private let knowledge: Knowledge
  private let filter: Finder.Filter
  private var reasons: [Int32: [Finder.Reason]] = [:]
  private var met: [Int32: Int] = [:]

  init(_ knowledge: Knowledge, _ filter: Finder.Filter) {
    self.knowledge = knowledge
    self.filter = filter
  }

  /// Takes in a part that asks for topics; the best fit among the topics that anybody holds, or 0.
  mutating func add(_ topics: [Int32: Double]) -> Double {
    var bestFit = 0.0
    var best: [Int32: Finder.Reason] = [:]
    for (topic, fit) in topics.sorted(by: { $0.key < $1.key }) {
      for entry in knowledge.entries(on: topic) where isWanted(entry) {
        let reason = Finder.Reason(entry: entry, fit: fit)
        bestFit = max(bestFit, fit)
        if let known = best[entry.person], known.score >= reason.score { continue }
        best[entry.person] = reason
      }
    }
    for (person, reason) in best {
      met[person, default: 0] += 1
      reasons[person, default: []].append(reason)
    }
    return bestFit
  }

  /// Takes in some people with all that they hold, for a question without a topic.
  mutating func addEverything(of isAskedFor: (Int32) -> Bool) {
    for person in knowledge.slice.people where isWanted(person: person) && isAskedFor(person) {
      reasons[person] = knowledge.entries(of: person).filter(isWanted)
        .map { Finder.Reason(entry: $0, fit: 1) }.sorted { $1.score < $0.score }
    }
  }

  /// Counts a part that asks for a place, a role or a name for those found who meet it.
  mutating func meet(_ isMet: (Int32) -> Bool) {
    for person in reasons.keys where isMet(person) { met[person, default: 0] += 1 }
  }

  private func isWanted(person: Int32) -> Bool {
    if person == filter.notPerson { return false }
    guard let schools = filter.schools else { return true }
    return schools.contains(knowledge.network.people.school[Int(person)])
  }

  private func isWanted(_ entry: Knowledge.Entry) -> Bool {
    guard entry.weight.isHeld, isWanted(person: entry.person) else { return false }
    if let least = filter.atLeast, (entry.weight.level ?? .confident) < least { return false }
    if let offer = filter.offer, !entry.weight.offers.contains(offer) { return false }
    return true
  }

  var found: [Finder.Match] {
    reasons.map { person, reasons in
      Finder.Match(
        person: person, score: reasons.reduce(0) { $0 + $1.score }, met: met[person] ?? 0,
        reasons: reasons)
    }
  }
}
