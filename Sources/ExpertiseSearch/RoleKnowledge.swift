import Measures
import Networks

/// What people know by what they do, beside what they list: their role, events at which they spoke, working groups and ideas.
struct RoleKnowledge: Sendable {
  /// By topic, those whose role stands for it and who do not list it.
  private var byRole: [Int32: [Knowledge.Entry]] = [:]
  /// By topic, those who had to do with it otherwise.
  private var byDeeds: [Int32: [(entry: Knowledge.Entry, source: Finder.Source)]] = [:]

  init(_ knowledge: Knowledge, _ lexicon: Lexicon) {
    let network = knowledge.network
    let listed = knowledge.slice.people.filter { !knowledge.isHidden($0) }
    var topicsOfTitle: [String: Set<Int32>] = [:]
    for role in lexicon.roles {
      guard let topic = role.topic else { continue }
      for title in role.titles { topicsOfTitle[title, default: []].insert(topic) }
    }
    func entry(
      _ person: Int32, _ topic: Int32, _ level: SkillLevel, _ evidence: Evidence, _ day: Day?
    ) -> Knowledge.Entry {
      let skill = Skill(person: person, topic: topic, level: level, evidence: evidence, date: day)
      return Knowledge.Entry(
        person: person, topic: topic,
        weight: SkillWeight(
          [skill], rarity: knowledge.rarities[Int(topic)], rules: knowledge.rules,
          asAt: knowledge.asAt))
    }
    for person in listed {
      guard let title = network.people.role?[Int(person)] else { continue }
      for topic in (topicsOfTitle[title] ?? []).sorted() {
        byRole[topic, default: []].append(entry(person, topic, .confident, .role, nil))
      }
    }
    let isListed = Set(listed)
    var seen: Set<[Int32]> = []
    func add(
      _ text: String?, _ people: [Int32], _ level: SkillLevel, _ evidence: Evidence, _ day: Day?,
      _ source: Finder.Source
    ) {
      guard let text else { return }
      for topic in Self.topics(text, lexicon, knowledge) {
        for person in people.sorted()
        where isListed.contains(person) && seen.insert([person, topic]).inserted {
          byDeeds[topic, default: []].append((entry(person, topic, level, evidence, day), source))
        }
      }
    }
    for event in network.records.events {
      let spoke = event.attendance.filter { $0.came == true && $0.role == "presenter" }.map(\.party)
      for text in Set([event.name, event.purpose].compactMap(\.self)).sorted() {
        add(text, spoke, .confident, .project, event.date, .event(event.name))
      }
    }
    for idea in network.records.ideas {
      add(idea.title, idea.carriers, .confident, .project, idea.date, .idea(idea.title))
    }
    for group in network.workingGroups {
      let purpose = group.attributes.first { folded($0.key) == "purpose" }?.value
      add(
        purpose, group.members, .confident, .peer, group.ended ?? group.started,
        .workingGroup(purpose ?? ""))
    }
  }

  /// The topics that a text names in full.
  private static func topics(_ text: String, _ lexicon: Lexicon, _ knowledge: Knowledge) -> [Int32]
  {
    let found = lexicon.phrases(in: tokens(text)).compactMap { found -> Int32? in
      guard case .topic(let topic) = found.item, found.source != .situation, found.weight >= 1
      else { return nil }
      return topic
    }
    return Set(found).sorted()
  }

  /// Those whose role stands for a topic.
  func byRole(_ topic: Int32) -> [Knowledge.Entry] { byRole[topic] ?? [] }
  /// Those who had to do with a topic otherwise.
  func byDeeds(_ topic: Int32) -> [(entry: Knowledge.Entry, source: Finder.Source)] {
    byDeeds[topic] ?? []
  }
}

extension Finder {
  /// What a person's knowledge of a topic is known by.
  public enum Source: Sendable, Equatable {
    /// They list it.
    case listed
    case role(String)
    case event(String)
    case workingGroup(String)
    case idea(String)
  }
}
