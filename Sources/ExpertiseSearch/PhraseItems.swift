import Measures
import Networks

/// What a phrase was found in, by kind.
struct PhraseItems {
  private var topics: [Int32: Double] = [:]
  private var schools: [Int32: Double] = [:]
  private var names: [(name: String, fit: Double)] = []
  private var roles: [String: Double] = [:]
  private var people: [Int32: Double] = [:]

  init(_ found: [(item: SearchIndex.Item, fit: Double)], _ knowledge: Knowledge) {
    let all = knowledge.network.schools
    for (item, fit) in found {
      switch item {
      case .topic(let topic): topics[topic] = max(topics[topic] ?? 0, fit)
      case .school(let school):
        if schools[school] == nil { names.append((knowledge.network.name(ofSchool: school), fit)) }
        schools[school] = max(schools[school] ?? 0, fit)
      case .hub(let hub):
        for place in all.indices where all[place].hub == hub { schools[Int32(place)] = fit }
        names.append((hub, fit))
      case .phase(let phase):
        for place in all.indices where all[place].phase == phase { schools[Int32(place)] = fit }
        names.append((phase, fit))
      case .role(let role): roles[role] = fit
      case .person(let person): people[person] = fit
      }
    }
  }

  /// Of several kinds of things found, the one that is most likely meant.
  ///
  /// A topic by its own name; else, where a whole name matches, a role, a topic, a place; else the kind of which most words match,
  /// a topic before a place, a role and a person.
  func meaning(
    _ phrase: ArraySlice<String>, _ index: SearchIndex, _ knowledge: Knowledge
  ) -> QueryReading.Meaning? {
    let key = phrase.joined()
    let isOwnName = topics.keys.contains { topicKey(knowledge.topics[$0].name) == key }
    let (topic, school) = (topics.values.max() ?? 0, schools.values.max() ?? 0)
    let (role, person) = (roles.values.max() ?? 0, people.values.max() ?? 0)
    let best = max(topic, school, role, person)
    guard best > 0 else { return nil }
    if role == 1, !isOwnName { return .roles(Self.near(roles)) }
    if topic == best { return .topics(TopicFit.widened(topics, index, knowledge)) }
    if school == best {
      return .schools(
        Self.near(schools), named: names.filter { $0.fit > best / 2 }.map(\.name))
    }
    if role == best { return .roles(Self.near(roles)) }
    return .people(Self.near(people))
  }

  /// Those that fit more than half as well as the best.
  private static func near<Item: Hashable>(_ found: [Item: Double]) -> Set<Item> {
    let best = found.values.max() ?? 0
    return Set(found.filter { $0.value > best / 2 }.keys)
  }
}

extension Network {
  /// The name of a school, or of the central team.
  func name(ofSchool school: Int32) -> String {
    school < 0 ? Network.centralTeamName : schools[Int(school)].name
  }
}
