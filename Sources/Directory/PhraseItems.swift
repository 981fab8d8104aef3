import Measures
import Networks

/// What a phrase was found in, by kind.
struct PhraseItems {
  private var topics: [Int32: Double] = [:]
  private var schools: Set<Int32> = []
  private var names: [String] = []
  private var roles: Set<String> = []
  private var people: Set<Int32> = []
  private let best: Double

  init(_ found: [(item: SearchIndex.Item, fit: Double)], _ knowledge: Knowledge) {
    best = found.map(\.fit).max() ?? 0
    for (item, fit) in found {
      switch item {
      case .topic(let topic): topics[topic] = max(topics[topic] ?? 0, fit)
      case .school(let school):
        if schools.insert(school).inserted {
          names.append(knowledge.network.name(ofSchool: school))
        }
      case .hub(let hub):
        schools.formUnion(Self.schools(knowledge) { $0.hub == hub })
        names.append(hub)
      case .phase(let phase):
        schools.formUnion(Self.schools(knowledge) { $0.phase == phase })
        names.append(phase)
      case .role(let role): roles.insert(role)
      case .person(let person): people.insert(person)
      }
    }
  }

  /// Of several kinds of things found, the one that is most likely meant: a topic by its own name, a role, a place, a
  /// topic by other words, a person.
  func meaning(
    _ phrase: ArraySlice<String>, _ index: SearchIndex, _ knowledge: Knowledge
  ) -> QueryReading.Meaning? {
    let key = phrase.joined()
    let isOwnName = topics.keys.contains { topicKey(knowledge.topics[$0].name) == key }
    if best == 1, !isOwnName {
      if !roles.isEmpty { return .roles(roles) }
      if topics.isEmpty, !schools.isEmpty { return .schools(schools, named: names) }
    }
    if !topics.isEmpty { return .topics(TopicFit.widened(topics, index, knowledge)) }
    if !schools.isEmpty { return .schools(schools, named: names) }
    if !roles.isEmpty { return .roles(roles) }
    return people.isEmpty ? nil : .people(people)
  }

  private static func schools(
    _ knowledge: Knowledge, _ isWanted: (School) -> Bool
  ) -> [Int32] {
    let schools = knowledge.network.schools
    return schools.indices.filter { isWanted(schools[$0]) }.map { Int32($0) }
  }
}

extension Network {
  /// The name of a school, or of the central team.
  func name(ofSchool school: Int32) -> String {
    school < 0 ? Network.centralTeamName : schools[Int(school)].name
  }
}
