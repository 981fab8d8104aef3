public import Documents
import ExpertiseSearch
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
  /// Topics that somebody's role stands for, though nobody lists them, with the roles.
  private let byRole: [(topic: Int32, roles: [String])]
  /// What one person offers, by topic.
  private let offers: [(topic: Int32, offers: [Offer])]
  /// For a gap, somebody who could fill it.
  private let nearest: [Int32: Int32]
  private let namesHolder: Bool
  /// Whom it is about, as indices into the network's people.
  private let here: Set<Int32>
  /// For a topic the person would like to know, the warmest way to somebody who knows it.
  private let ways: [(topic: Int32, path: IntroductionPath)]
  /// Of a group: topics that somebody of it offers to help with.
  private let offered: [Int32]
  /// Topics that somebody knows who may be of the group too.
  private let knownBeside: Set<Int32>

  /// - Parameters:
  ///   - members: one person, or all of a group.
  ///   - isPerson: whether it is about one person, and colleagues like them may be told.
  ///   - beside: people who may be of the group too, as of several or of one that is not known.
  ///   - introductions: the ways between colleagues, where the nearest who knows what a person seeks is to be told.
  ///   - namesHolder: whether somebody who could fill a gap is named, where people may be.
  public init(
    _ knowledge: Knowledge, members: [Int32], isPerson: Bool, _ naming: Naming,
    beside: Set<Int32> = [], namesHolder: Bool = true, introductions: Introductions? = nil
  ) {
    self.namesHolder = namesHolder && naming.showsAll
    self.knowledge = knowledge
    self.naming = naming
    words = IntroductionWords(knowledge, naming)
    profile = knowledge.profile(of: members)
    person = isPerson ? members.first : nil
    let tellsWho = { (topic: Int32) in
      naming.tellsWho(holders: knowledge.holderCounts[Int(topic)])
    }
    similar = (person.map { knowledge.people(like: $0, most: 3) } ?? []).filter {
      $0.topics.allSatisfy(tellsWho)
    }
    let here = Set(members)
    self.here = here
    let knownBeside = Set(
      beside.flatMap { person in
        knowledge.entries(of: person).filter(\.weight.isHeld).map(\.topic)
      })
    self.knownBeside = knownBeside
    let held = Set(profile.strengths.map(\.topic)).union(knownBeside)
    // A role tells its holder, and one that is missing tells who asked not to be named.
    byRole =
      naming.showsAll
      ? Finder(knowledge).topicsByRole(of: members).filter { !held.contains($0.topic) } : []
    offers =
      person.map { person in
        knowledge.entries(of: person).filter {
          !$0.weight.offers.isEmpty && $0.weight.isHeld && tellsWho($0.topic)
        }
        .sorted { ($1.weight.value, $0.topic) < ($0.weight.value, $1.topic) }
        .map { ($0.topic, $0.weight.offers) }
      } ?? []
    var nearest: [Int32: Int32] = [:]
    for gap in profile.gaps.prefix(6) {
      let holders = knowledge.holders(of: gap.topic).filter {
        !here.contains($0.person) && !knowledge.isHidden($0.person)
      }
      let best = holders.max { ($0.weight.value, $1.person) < ($1.weight.value, $0.person) }
      if let best { nearest[gap.topic] = best.person }
    }
    self.nearest = nearest
    offered =
      isPerson
      ? []
      : profile.strengths.map(\.topic).filter { topic in
        knowledge.holders(of: topic).contains {
          here.contains($0.person) && !$0.weight.offers.isEmpty
        }
      }
    guard isPerson, let person = members.first, let introductions else {
      ways = []
      return
    }
    ways = profile.gaps.filter { $0.seekers > 0 && tellsWho($0.topic) }.prefix(3).compactMap {
      gap in
      let targets = PathReport.targets(knowledge, topic: gap.topic, from: person).people
      return introductions.paths(from: person, to: targets).first.map { (gap.topic, $0) }
    }
  }

  /// Whether it may be told that a topic is known here.
  private func tells(_ topic: Int32) -> Bool {
    let holders = knowledge.holderCounts[Int(topic)]
    return person == nil ? naming.tellsWhere(holders: holders) : naming.tellsWho(holders: holders)
  }
  private var strengths: [TopicProfile.Strength] { profile.strengths.filter { tells($0.topic) } }
  private var thin: [Int32] {
    profile.thin.filter { tells($0) && !knownBeside.contains($0) }
  }
  /// What they lack; what one or two people would like to know is told of no school and no code.
  private var gaps: [TopicProfile.Gap] {
    profile.gaps.filter { gap in
      gap.seekers == 0 && knownBeside.contains(gap.topic)
        ? false
        : gap.seekers == 0
          || (person == nil ? naming.showsAll || gap.seekers > 2 : tells(gap.topic))
    }
  }

  /// A sentence each on what is known, what depends on one person, what is lacking, and who is alike.
  public var sentences: [String] {
    var lines: [String] = []
    let best = strengths.prefix(5).map { strength -> String in
      let topic = knowledge.topics[strength.topic].name
      let level = (strength.level ?? .confident).words
      let about = person == nil ? counted(strength.holders, "person", "people") : level
      return "\(topic) (\(about)\(strength.isClaimed ? ", claimed" : ""))"
    }
    if !best.isEmpty { lines.append("Knows above all \(listed(Array(best))).") }
    if !byRole.isEmpty {
      let topics = byRole.prefix(6).map {
        "\(knowledge.topics[$0.topic].name) (\(listed(Array($0.roles.prefix(2)))))"
      }
      lines.append("By role, though nobody lists it: \(listed(Array(topics))).")
    }
    if !offers.isEmpty {
      let said = offers.prefix(4).map {
        "\(knowledge.topics[$0.topic].name) (\(listed($0.offers.map(\.rawValue))))"
      }
      lines.append("Offers \(listed(Array(said))).")
    }
    if !thin.isEmpty {
      lines.append("Known to one person alone here: \(few(thin)).")
    }
    let sought = gaps.filter { $0.seekers > 0 }
    if !sought.isEmpty {
      lines.append("Would like to know \(few(sought.map(\.topic))).")
    }
    for way in ways {
      let through = way.path.between
      lines.append(
        "Nearest for \(knowledge.topics[way.topic].name): \(words.person(way.path.to)), \(through.isEmpty ? "whom you know" : "introduced by \(listed(through.map(words.name)))")."
      )
    }
    let byOffer = offered.filter(tells)
    if !byOffer.isEmpty { lines.append("Offers help with \(few(byOffer)).") }
    let roleTopics = Set(byRole.map(\.topic))
    let missing = gaps.filter { $0.seekers == 0 && !roleTopics.contains($0.topic) }
    if !missing.isEmpty {
      lines.append(
        "Nobody here has listed \(few(missing.map(\.topic), and: "or") { knowledge.listing($0, among: here.contains) }), though a group of this size would have two who have."
      )
    }
    if ways.isEmpty, let gap = (sought + missing).first(where: { nearest[$0.topic] != nil }),
      let holder = nearest[gap.topic], namesHolder
    {
      lines.append("To ask about \(knowledge.topics[gap.topic].name): \(words.person(holder)).")
    }
    if !similar.isEmpty {
      let people = similar.map { other in
        "\(words.person(other.person)), who also knows \(few(Array(other.topics.prefix(2))))"
      }
      lines.append("Colleagues alike: \(people.joined(separator: "; ")).")
    }
    return lines
  }

  private func few(
    _ topics: [Int32], and word: String = "and", _ name: ((Int32) -> String)? = nil
  ) -> String {
    let names = topics.prefix(6).map { name?($0) ?? knowledge.topics[$0].name }
    let more = topics.count - names.count
    return listed(more > 0 ? names + ["\(counted(more)) more"] : names, and: word)
  }

  public var json: JSONValue {
    .object([
      "strengths": .array(
        strengths.map { strength in
          .object([
            "topic": .text(knowledge.topics[strength.topic].name),
            "weight": .number(strength.weight), "holders": .whole(strength.holders),
            "level": strength.level.map { .whole(Int($0.rawValue)) } ?? .null,
            "claimed": .truth(strength.isClaimed),
          ])
        }),
      "thin": .array(thin.map { .text(knowledge.topics[$0].name) }),
      "gaps": .array(
        gaps.map { gap in
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
