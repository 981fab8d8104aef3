public import Documents
import Findings
public import Measures
import Networks

/// What a person, a team or a school knows and lacks, in sentences.
public struct TopicProfileReport: Sendable {
  private let knowledge: Knowledge
  private let profile: TopicProfile
  private let words: IntroductionWords
  private let naming: Naming
  /// The person, when it is one.
  private let person: Int32?
  private let similar: [SimilarPerson]

  /// - Parameters:
  ///   - members: one person, or all of a group.
  ///   - isPerson: whether it is about one person, and colleagues like them may be told.
  public init(_ knowledge: Knowledge, members: [Int32], isPerson: Bool, _ naming: Naming) {
    self.knowledge = knowledge
    self.naming = naming
    words = IntroductionWords(knowledge, naming)
    profile = knowledge.profile(of: members)
    person = isPerson ? members.first : nil
    similar = person.map { knowledge.people(like: $0, most: 3) } ?? []
  }

  /// A sentence each on what is known, what depends on one person, what is lacking, and who is alike.
  public var sentences: [String] {
    var lines: [String] = []
    let strengths = profile.strengths.prefix(5).map { strength -> String in
      let topic = knowledge.topics[strength.topic].name
      let level = (strength.level ?? .confident).words
      let about = person == nil ? counted(strength.holders, "person", "people") : level
      return "\(topic) (\(about)\(strength.isClaimed ? ", claimed" : ""))"
    }
    if !strengths.isEmpty { lines.append("Knows above all \(listed(Array(strengths))).") }
    if !profile.thin.isEmpty {
      lines.append("Known to one person alone here: \(few(profile.thin)).")
    }
    let sought = profile.gaps.filter { $0.seekers > 0 }
    if !sought.isEmpty {
      lines.append("Would like to know \(few(sought.map(\.topic))).")
    }
    let missing = profile.gaps.filter { $0.seekers == 0 }
    if !missing.isEmpty {
      lines.append(
        "Nobody here knows \(few(missing.map(\.topic))), though a group of this size would have two who do."
      )
    }
    if !similar.isEmpty {
      let people = similar.map { other in
        "\(words.person(other.person)), who also knows \(few(Array(other.topics.prefix(2))))"
      }
      lines.append("Colleagues alike: \(people.joined(separator: "; ")).")
    }
    return lines
  }

  /// The same as what people have listed: where nobody listed a topic somebody may know it.
  public var asListed: [String] {
    sentences.map {
      $0.replacing("Nobody here knows", with: "Nobody here has listed", maxReplacements: 1)
    }
  }

  private func few(_ topics: [Int32]) -> String {
    let names = topics.prefix(6).map { knowledge.topics[$0].name }
    let more = topics.count - names.count
    return listed(more > 0 ? names + ["\(counted(more)) more"] : names)
  }

  public var json: JSONValue {
    .object([
      "strengths": .array(
        profile.strengths.map { strength in
          .object([
            "topic": .text(knowledge.topics[strength.topic].name),
            "weight": .number(strength.weight), "holders": .whole(strength.holders),
            "level": strength.level.map { .whole(Int($0.rawValue)) } ?? .null,
            "claimed": .truth(strength.isClaimed),
          ])
        }),
      "thin": .array(profile.thin.map { .text(knowledge.topics[$0].name) }),
      "gaps": .array(
        profile.gaps.map { gap in
          .object([
            "topic": .text(knowledge.topics[gap.topic].name), "seekers": .whole(gap.seekers),
            "holders_in_trust": .whole(gap.holdersInTrust),
          ])
        }),
      "alike": .array(
        similar.map { other in
          .object([
            "person": .optional(naming.id(other.person)), "likeness": .number(other.likeness),
            "topics": .array(other.topics.map { .text(knowledge.topics[$0].name) }),
          ])
        }),
    ])
  }
}

extension JSONValue {
  /// An object with one member more.
  public func adding(_ name: String, _ value: JSONValue?) -> JSONValue {
    guard case .object(var members) = self, let value else { return self }
    members[name] = value
    return .object(members)
  }
}
