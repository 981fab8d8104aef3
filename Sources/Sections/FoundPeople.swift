import ExpertiseSearch
import Findings
import Measures
import Networks

extension FindReport {
  /// Somebody who was found, in the words of a page.
  public struct Found: Sendable {
    public let person: Int32
    public let name: String
    public let role: String?
    public let school: String?
    /// What they know of what was asked for, the one that counts most first.
    public let knows: [Known]
    public let offers: [String]
    /// Near what was asked for, without meeting it.
    public let isNear: Bool
    public let way: Way
  }

  /// What somebody knows: "Phonics", "leads in school", "Qualification, 2 years old".
  public struct Known: Sendable {
    public let topic: String
    public let level: String
    public let basis: String
  }

  /// How the one who asks could meet them.
  public enum Way: Sendable, Equatable {
    /// Nobody said who asks.
    case unasked
    case theyKnowEachOther
    /// Those who introduce, one after the other.
    case through([String])
    /// What to do where no way is short.
    case instead(String)
  }

  /// Those found, in the order of the answer.
  public var people: [Found] {
    shown.enumerated().map { rank, match in
      Found(
        person: match.person, name: words.name(match.person), role: words.role(match.person),
        school: words.school(match.person),
        knows: match.reasons.prefix(3).map { reason in
          let weight = reason.entry.weight
          let age = weight.parts.first.map(WeightWords.age) ?? "no date"
          return Known(
            topic: knowledge.topics[reason.entry.topic].name,
            level: (weight.level ?? .confident).words,
            basis: "\(TopicPeople.heading(TopicPeople.kind(weight))), \(age)")
        },
        offers: Set(match.reasons.flatMap(\.entry.weight.offers)).sorted().map(\.rawValue),
        isNear: match.isNear, way: way(rank))
    }
  }

  private func way(_ rank: Int) -> Way {
    guard let asker, let introductions else { return .unasked }
    guard let path = paths[rank] else {
      return .instead(words.nextBestSentence(asker, shown[rank].person, introductions))
    }
    return path.between.isEmpty ? .theyKnowEachOther : .through(path.between.map(words.name))
  }

  /// The topics that were asked for, by name.
  public var topicNames: [String] { answer.topics }

  /// The finding as a heading: "19 people can be asked".
  public var heading: String {
    let count = answer.matches.count { !$0.isNear }
    guard count > 0 else {
      return answer.matches.isEmpty
        ? "Nobody was found" : "Nobody is listed for it; somebody knows something close"
    }
    let met = answer.topics.filter { !answer.unmet.map(\.name).contains($0) }
    let about = met.isEmpty ? "" : " about \(listed(met, and: "or"))"
    return "\(counted(count, "person", "people")) can be asked\(about)"
  }
}
