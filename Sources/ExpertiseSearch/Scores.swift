import Measures
import Networks

/// Adds up what people bring to each part of a question.
struct Scores {
  private let knowledge: Knowledge
  private let filter: Finder.Filter
  private var reasons: [Int32: [Finder.Reason]] = [:]
  private var met: [Int32: Int] = [:]
  /// More than any score.
  private static let farAbove = 1e6

  init(_ knowledge: Knowledge, _ filter: Finder.Filter) {
    self.knowledge = knowledge
    self.filter = filter
  }

  /// Takes in a part that asks for topics, each person with what they bring most to it.
  ///
  /// - Parameter isLoose: whether the part adds to scores only, and is not to be met.
  /// - Returns: the topics of the part that anybody who passes the filter holds.
  mutating func add(_ topics: [Int32: TopicFit], isLoose: Bool) -> Set<Int32> {
    var held: Set<Int32> = []
    var best = [(worth: Double, entry: Int32, topic: Int32)](
      repeating: (-1, -1, -1), count: knowledge.network.people.count)
    var touched: [Int32] = []
    for (topic, fit) in topics.sorted(by: { $0.key < $1.key }) {
      let rarity = min(knowledge.rarities[Int(topic)], knowledge.rarities[Int(fit.asked)])
      for place in knowledge.places(on: topic) where isWanted(Int(place)) {
        let person = Int(knowledge.entries[Int(place)].person)
        let score = fit.value * (rarity * knowledge.entries[Int(place)].weight.strength)
        if best[person].entry < 0 { touched.append(Int32(person)) }
        // Who knows the topic above alone does not know what was asked for.
        let worth = fit.relation == .above ? score : score + Self.farAbove
        if worth > best[person].worth { best[person] = (worth, place, topic) }
        held.insert(topic)
      }
    }
    guard !isLoose || !reasons.isEmpty else { return held }
    for person in touched {
      let found = best[Int(person)]
      guard let fit = topics[found.topic] else { continue }
      let reason = Finder.Reason(knowledge, Int(found.entry), fit)
      if isLoose, reasons[person] == nil { continue }
      if !isLoose { met[person, default: 0] += fit.relation == .above ? 0 : 1 }
      // What a person knows counts once, for the part that it fits best.
      let known = reasons[person]?.firstIndex { $0.entry.topic == reason.entry.topic }
      if let known {
        if reasons[person]?[known].score ?? 0 < reason.score { reasons[person]?[known] = reason }
      } else {
        reasons[person, default: []].append(reason)
      }
    }
    return held
  }

  /// Takes in some people with all that they hold, for a question without a topic.
  mutating func addEverything(of isAskedFor: (Int32) -> Bool) {
    for person in knowledge.slice.people where isWanted(person: person) && isAskedFor(person) {
      let entries = knowledge.entries(of: person)
      reasons[person] = entries.indices.filter(isWanted).map {
        let topic = entries[$0].topic
        return Finder.Reason(knowledge, $0, TopicFit(value: 1, relation: .itself, asked: topic))
      }.sorted { $1.score < $0.score }
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

  /// Whether an entry is held by somebody who passes the filter.
  private func isWanted(_ place: Int) -> Bool {
    guard knowledge.entries[place].weight.isHeld, isWanted(person: knowledge.entries[place].person)
    else { return false }
    if filter.atLeast == nil, filter.offer == nil { return true }
    let weight = knowledge.entries[place].weight
    if let least = filter.atLeast, (weight.level ?? .confident) < least { return false }
    if let offer = filter.offer, !weight.offers.contains(offer) { return false }
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
