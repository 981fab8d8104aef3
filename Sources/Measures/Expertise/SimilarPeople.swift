import Networks

/// Colleagues like somebody: people who know the same topics, the rarer and the better the more.
///
/// The likeness of people a and b is the sum over topics t of w_at · w_bt, the products of their weights (as in Profiles
/// RNS). Nobody hidden is named. Undefined, and left out, for people who share no topic.
public struct SimilarPerson: Sendable, Equatable {
  public let person: Int32
  public let likeness: Double
  /// The topics they share, the one that counts most first.
  public let topics: [Int32]
}

extension Knowledge {
  /// The people most like somebody in what both know, and do not only learn; the most like first.
  ///
  /// - Complexity: O(sum of the holders of the person's topics).
  public func people(like person: Int32, most: Int = 5) -> [SimilarPerson] {
    var shared: [Int32: [(topic: Int32, product: Double)]] = [:]
    for entry in entries(of: person) where entry.weight.isHeld {
      for other in holders(of: entry.topic) where other.person != person {
        guard !isHidden(other.person) else { continue }
        shared[other.person, default: []].append(
          (entry.topic, entry.weight.value * other.weight.value))
      }
    }
    let found = shared.map { other, topics in
      SimilarPerson(
        person: other, likeness: topics.reduce(0) { $0 + $1.product },
        topics: topics.sorted { ($1.product, $0.topic) < ($0.product, $1.topic) }.map(\.topic))
    }
    return Array(
      found.sorted { ($1.likeness, $0.person) < ($0.likeness, $1.person) }.prefix(most))
  }
}
