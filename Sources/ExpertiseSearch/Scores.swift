import Measures
import Networks

/// Adds up what people bring to each part of a question.
struct Scores {
  private let knowledge: Knowledge
  private let filter: Finder.Filter
  private var reasons: [Int32: [Finder.Reason]] = [:]
  private var met: [Int32: Int] = [:]
  /// What the parts that somebody meets or comes near weigh together.
  private var ranks: [Int32: Int] = [:]
  /// Those who come near a part that they do not meet.
  private var near: [Int32: Int] = [:]
  /// What an offer adds to a rank: nobody who makes it and is but near goes before who knows what was asked for.
  private static let offerRank = 90
  /// More than any score.
  private static let farAbove = 1e6

  init(_ knowledge: Knowledge, _ filter: Finder.Filter) {
    self.knowledge = knowledge
    self.filter = filter
  }

  /// Takes in a part that asks for topics, each person with what they bring most to it.
  ///
  /// - Parameters:
  ///   - roles: what people know by their roles; a person who lists a topic of the part is not among them twice.
  ///   - strength: how much speaks for the part, in hundredths.
  /// - Returns: the topics of the part that anybody who passes the filter holds.
  mutating func add(
    _ topics: [Int32: TopicFit], _ roles: RoleKnowledge, _ strength: Int = 100
  ) -> Set<Int32> {
    var held: Set<Int32> = []
    var best = [(worth: Double, entry: Int32, topic: Int32)](
      repeating: (-1, -1, -1), count: knowledge.network.people.count)
    var touched: [Int32] = []
    let wanted = topics.sorted(by: { $0.key < $1.key })
    for (topic, fit) in wanted {
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
    for person in touched {
      let found = best[Int(person)]
      guard let fit = topics[found.topic] else { continue }
      take(
        Finder.Reason(knowledge, knowledge.entries[Int(found.entry)], fit), of: person, strength)
    }
    guard filter.atLeast == nil, filter.offer == nil else { return held }
    var added: Set<Int32> = []
    for (topic, fit) in wanted where fit.relation != .above {
      for entry in roles.byRole(topic) where isWanted(person: entry.person) {
        guard best[Int(entry.person)].worth < Self.farAbove, added.insert(entry.person).inserted
        else { continue }
        // Knowing the topic above counts no more beside the role.
        if best[Int(entry.person)].entry >= 0 {
          near[entry.person, default: 1] -= 1
          ranks[entry.person, default: strength] -= strength
          reasons[entry.person]?.removeAll { $0.asked == fit.asked && $0.relation == .above }
        }
        let title = knowledge.network.people.role?[Int(entry.person)] ?? ""
        let half = TopicFit(
          value: fit.value * TopicFit.byRole, relation: fit.relation, asked: fit.asked)
        take(Finder.Reason(knowledge, entry, half, .role(title)), of: entry.person, strength)
        held.insert(topic)
      }
    }
    return held
  }

  /// Takes in those who had to do with a topic that nobody holds.
  mutating func addDeeds(on topic: Int32, _ roles: RoleKnowledge) {
    guard filter.atLeast == nil, filter.offer == nil else { return }
    for (entry, source) in roles.byDeeds(topic) where isWanted(person: entry.person) {
      let fit = TopicFit(value: TopicFit.above, relation: .deed, asked: topic)
      take(Finder.Reason(knowledge, entry, fit, source), of: entry.person)
    }
  }

  private mutating func take(
    _ reason: Finder.Reason, of person: Int32, _ strength: Int = 100
  ) {
    let isNear = [.above, .beside, .deed].contains(reason.relation)
    ranks[person, default: 0] += isNear ? strength : 2 * strength
    if isNear { near[person, default: 0] += 1 } else { met[person, default: 0] += 1 }
    // What a person knows counts once, for the part that it fits best.
    if let known = reasons[person]?.firstIndex(where: { $0.entry.topic == reason.entry.topic }) {
      if reasons[person]?[known].score ?? 0 < reason.score { reasons[person]?[known] = reason }
    } else {
      reasons[person, default: []].append(reason)
    }
  }

  /// Takes in some people with all that they hold, for a question without a topic.
  mutating func addEverything(of isAskedFor: (Int32) -> Bool) {
    for person in knowledge.slice.people where isWanted(person: person) && isAskedFor(person) {
      let entries = knowledge.entries(of: person)
      let held = entries.indices.filter(isWanted)
      guard reasons[person] == nil,
        !held.isEmpty || filter.atLeast == nil && filter.offer == nil
      else { continue }
      reasons[person] = held.map {
        let fit = TopicFit(value: 1, relation: .itself, asked: entries[$0].topic)
        return Finder.Reason(knowledge, entries[$0], fit)
      }.sorted { $1.score < $0.score }
    }
  }

  /// Counts a part that asks for a place, a role or a name for those found who meet it.
  mutating func meet(_ isMet: (Int32) -> Bool, _ strength: Int = 100) {
    for person in reasons.keys where isMet(person) {
      met[person, default: 0] += 1
      ranks[person, default: 0] += 2 * strength
    }
  }

  /// Counts an offer for those who make it beside a topic asked for.
  mutating func meet(_ offer: Offer) {
    for (person, reasons) in reasons
    where reasons.contains(where: { $0.entry.weight.offers.contains(offer) }) {
      met[person, default: 0] += 1
      ranks[person, default: 0] += Self.offerRank
    }
  }

  private func isWanted(person: Int32) -> Bool {
    filter.keeps(person, at: knowledge.network.people.school[Int(person)])
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
        nearly: near[person] ?? 0, rank: ranks[person] ?? 0, reasons: reasons)
    }
  }
}
