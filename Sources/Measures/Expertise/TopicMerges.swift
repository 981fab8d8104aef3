import Networks

/// Two topics that may be one, for a person to say.
public struct TopicMerge: Sendable, Equatable {
  /// The one that fewer know.
  public let topic: Int32
  public let into: Int32
  public let why: Reason

  public enum Reason: String, Sendable {
    /// The list that comes with Weft has the name as another word for it.
    case sameWord = "another word for it"
    /// The names differ by a slip.
    case spelling = "spelt alike"
  }
}

/// Topics that are known by the same people.
public struct TopicNeighbour: Sendable, Equatable {
  public let topic: Int32
  /// People who hold both.
  public let both: Int
  /// `both` over those who hold either, from 0 to 1.
  public let share: Double
}

extension Knowledge {
  /// Topics in play that may be one, in order of the one that would go.
  ///
  /// A topic that somebody wrote and the one which has its name as another word; and two names of at least six letters that differ
  /// by a slip or two. Nothing is merged by itself.
  /// - Complexity: O(t² l) for t topics in play with names of l letters.
  public var topicMerges: [TopicMerge] {
    let inPlay = topicsInPlay
    var merges = topics.sameWords.map {
      TopicMerge(topic: $0.topic, into: $0.whole, why: .sameWord)
    }
    let letters = inPlay.map { Array(topicKey(topics[$0].name).unicodeScalars) }
    for a in inPlay.indices where letters[a].count > 5 {
      for b in inPlay.indices where b > a && letters[b].count > 5 {
        guard abs(letters[a].count - letters[b].count) < 3, letters[a].first == letters[b].first
        else { continue }
        let limit = min(letters[a].count, letters[b].count) < 9 ? 1 : 2
        guard Spelling.distance(letters[a], letters[b], limit: limit) <= limit,
          !letters[a].contains(where: { $0.properties.numericType != nil })
        else { continue }
        let isFewer =
          (topics[inPlay[b]].origin, holderCounts[Int(inPlay[a])]) > (
            topics[inPlay[a]].origin, holderCounts[Int(inPlay[b])]
          )
        let (topic, into) = isFewer ? (inPlay[b], inPlay[a]) : (inPlay[a], inPlay[b])
        merges.append(TopicMerge(topic: topic, into: into, why: .spelling))
      }
    }
    return merges.sorted { ($0.topic, $0.into) < ($1.topic, $1.into) }
  }

  /// The topics most often known together with one, the nearest first: at least two people hold both, and they are at least a
  /// fifth of those who hold either.
  public func neighbours(of topic: Int32) -> [TopicNeighbour] {
    let holders = holders(of: topic).map(\.person)
    var both: [Int32: Int] = [:]
    for person in holders {
      for entry in entries(of: person) where entry.topic != topic && entry.weight.isHeld {
        both[entry.topic, default: 0] += 1
      }
    }
    return both.compactMap { other, count in
      let either = holders.count + holderCounts[Int(other)] - count
      let share = Double(count) / Double(either)
      return count > 1 && share >= 0.2
        ? TopicNeighbour(topic: other, both: count, share: share) : nil
    }.sorted { ($1.share, $0.topic) < ($0.share, $1.topic) }
  }
}
