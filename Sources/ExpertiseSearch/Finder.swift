public import Measures
public import Networks

/// Finds who knows what, from a question in plain words.
public struct Finder: Sendable {
  public let knowledge: Knowledge
  private let index: SearchIndex

  /// - Complexity: O(words of all names), once; a query then takes milliseconds.
  public init(_ knowledge: Knowledge) throws(SearchError) {
    self.knowledge = knowledge
    index = try SearchIndex(knowledge)
  }

  /// What people must be besides knowing something.
  public struct Filter: Sendable {
    /// Schools, as places in the network; `nil` for all.
    public var schools: Set<Int32>?
    public var atLeast: SkillLevel?
    public var offer: Offer?
    /// Somebody who is not to be found, such as the one who asks.
    public var notPerson: Int32?

    public init() {}
  }

  /// Answers a question.
  ///
  /// People are ranked by how many parts of the question they meet, then by the sum over topic parts of the best `fit ·
  /// weight`. A question that names no topic ranks people by all that they hold.
  public func find(_ query: String, _ filter: Filter = Filter()) throws(SearchError) -> Answer {
    let reading = try QueryReading(query, index, knowledge)
    var scores = Scores(knowledge, filter)
    var answer = Answer(reading)
    // A word that stands in several topics only tells apart those whom the rest of the question finds.
    for part in reading.parts.filter({ !$0.isLoose }) + reading.parts.filter(\.isLoose) {
      guard case .topics(let wanted) = part.meaning else { continue }
      let held = scores.add(wanted, isLoose: part.isLoose)
      guard !part.isLoose else { continue }
      answer.add(wanted, as: part.words, held: held, knowledge)
      // Nobody knows it: those who know the nearest topic above are better than none.
      if held.isEmpty, let last = answer.unmet.last, let above = last.broader, last.near == [above],
        let asked = knowledge.topics.place(of: last.name)
      {
        let fit = TopicFit(value: TopicFit.above, relation: .above, asked: asked)
        _ = scores.add([above: fit], isLoose: false)
      }
    }
    let others = reading.parts.compactMap { meets($0.meaning) }
    if answer.topics.isEmpty {
      scores.addEverything { person in others.contains { $0(person) } }
    }
    for isMet in others { scores.meet(isMet) }
    let found = scores.found
    let listed = found.filter { !knowledge.isHidden($0.person) }
    let parts = reading.parts.count { !$0.isLoose }
    answer.matches = listed.sorted { ($1.met, $1.score, $0.person) < ($0.met, $0.score, $1.person) }
    answer.hidden = found.count - listed.count
    answer.meetingAll = listed.count { $0.met == parts }
    return answer
  }

  /// Who meets a part that asks for a place, a role or a name; `nil` for one that asks for topics.
  private func meets(_ meaning: QueryReading.Meaning) -> ((Int32) -> Bool)? {
    let people = knowledge.network.people
    switch meaning {
    case .topics: return nil
    case .schools(let wanted, _): return { wanted.contains(people.school[Int($0)]) }
    case .roles(let wanted): return { people.role?[Int($0)].map(wanted.contains) ?? false }
    case .people(let wanted): return { wanted.contains($0) }
    }
  }
}
