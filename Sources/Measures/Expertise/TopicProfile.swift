public import Networks

/// What a person, a team or a school knows, and what they lack.
public struct TopicProfile: Sendable, Equatable {
  /// A topic that is known.
  public struct Strength: Sendable, Equatable {
    public let topic: Int32
    /// The sum of the weights of those who hold it.
    public let weight: Double
    /// How many of them hold it, hidden people among them.
    public let holders: Int
    /// The highest level among them.
    public let level: SkillLevel?
    /// Whether nothing but people's own word stands behind it.
    public let isClaimed: Bool
  }

  /// A topic that is wanted.
  public struct Gap: Sendable, Equatable {
    public let topic: Int32
    /// How many of them would like to know it.
    public let seekers: Int
    /// How many people of the trust hold it.
    public let holdersInTrust: Int
  }

  /// The topics held, the weightiest first.
  public let strengths: [Strength]
  /// Of several people: topics that one of them alone holds.
  public let thin: [Int32]
  /// The topics sought and not held, the most sought first; for a team or school also those of which it would have two
  /// holders if the trust's were spread evenly, and has none.
  public let gaps: [Gap]
}

extension Knowledge {
  /// The profile of one person.
  public func profile(of person: Int32) -> TopicProfile { profile(of: [person]) }

  /// The profile of some people: a team, a school.
  ///
  /// A topic is missing from a group of g among N people when nobody in it knows anything of it, though g · n / N >= 2 of its n
  /// holders would be there if they were spread evenly.
  public func profile(of people: [Int32]) -> TopicProfile {
    let members = Set(people.filter { isPresent($0) })
    var held: [Int32: [Entry]] = [:]
    for person in members.sorted() {
      for entry in entries(of: person) where entry.weight.isHeld {
        held[entry.topic, default: []].append(entry)
      }
    }
    let strengths = held.map { topic, entries in
      TopicProfile.Strength(
        topic: topic, weight: entries.reduce(0) { $0 + $1.weight.value }, holders: entries.count,
        level: entries.compactMap(\.weight.level).max(),
        isClaimed: entries.allSatisfy(\.weight.isClaimed))
    }.sorted { ($1.weight, $0.topic) < ($0.weight, $1.topic) }
    var sought: [Int32: Int] = [:]
    for wish in wishes where members.contains(wish.person) {
      sought[wish.topic, default: 0] += 1
    }
    // Who knows a part of a topic, or says they learn it, knows something of it.
    var touched: Set<Int32> = []
    for person in members {
      for entry in entries(of: person) {
        var topic: Int32? = entry.topic
        while let known = topic, touched.insert(known).inserted { topic = topics[known].broader }
      }
    }
    let missing = topicsInPlay.filter { topic in
      guard !touched.contains(topic) || sought[topic] != nil && held[topic] == nil else {
        return false
      }
      if sought[topic] != nil { return true }
      let expected = Double(members.count) * Double(holders(of: topic).count)
      return members.count > 1 && expected >= 2 * Double(peopleCount)
    }
    let gaps = missing.map {
      TopicProfile.Gap(
        topic: $0, seekers: sought[$0] ?? 0, holdersInTrust: holders(of: $0).count)
    }.sorted {
      ($1.seekers, $1.holdersInTrust, $0.topic) < ($0.seekers, $0.holdersInTrust, $1.topic)
    }
    return TopicProfile(
      strengths: strengths,
      thin: members.count < 2 ? [] : strengths.filter { $0.holders == 1 }.map(\.topic).sorted(),
      gaps: gaps)
  }
}
