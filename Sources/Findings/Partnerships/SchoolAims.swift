import Measures
import Networks

/// What each school looks for and what it can give, in the words of its files and in topics.
///
/// A school looks for what its column `seeks` lists in schools.csv and the needs it has voiced that are not met, both *asked
/// for*; for topics that two or more of its staff seek, *sought*; and for topics that one or none of its staff holds, *missing*. It can
/// give what its column `offers` lists, and the topics its staff hold: *known well* by three or more, or by one who
/// leads on it. How well is the sum of their weights (`SkillWeight`). People who are counted and never named
/// count nowhere here, since nobody can be introduced to them; nor do the topics of schools with few staff.
struct SchoolAims {
  /// Something asked for in words, with the topics it is about.
  struct Wish {
    let text: String
    let topics: [Int32]
  }

  /// How well a topic is known in a school.
  struct Strength: Equatable {
    var holders = 0
    var weight = 0.0
    var isLed = false
    /// Whether others could learn from it.
    var isGood: Bool { holders > 2 || isLed }
  }

  /// The best answer that a school has on a topic.
  struct Answer {
    let known: Int32
    let kin: TopicKin
    let strength: Strength
  }

  let asked: [[Wish]]
  let offered: [[String]]
  let sought: [[Int32]]
  let missing: [[Int32]]
  /// For each school the topics it could help with.
  private(set) var answers: [[Int32: Answer]]
  let topics: TopicTree

  /// - Parameters:
  ///   - isShown: whether what staff of a school know and seek is told at all.
  ///   - tells: whether it is told where a topic is known, of which so many people know it.
  /// - Complexity: O(k + s t) for k entries of knowledge, s schools and t topics.
  init(
    _ knowledge: Knowledge, minGroup: Int, isShown: (Int) -> Bool = { _ in true },
    tells: (_ holders: Int) -> Bool = { _ in true }
  ) {
    let network = knowledge.network
    let topics = knowledge.topics
    self.topics = topics
    let schools = network.schools.indices
    asked = schools.map { school in
      network.asked(bySchool: school).map { Wish(text: $0, topics: topics.topics(of: $0)) }
    }
    offered = schools.map { network.offered(bySchool: $0) }
    var staff = [Int](repeating: 0, count: network.schools.count)
    for person in knowledge.slice.people {
      let school = Int(network.people.school[Int(person)])
      if school >= 0 { staff[school] += 1 }
    }
    let isLarge = schools.map { staff[$0] >= minGroup && isShown($0) }
    func home(_ person: Int32) -> Int? {
      let school = Int(network.people.school[Int(person)])
      return school >= 0 && isLarge[school] && !knowledge.isHidden(person) ? school : nil
    }
    var strengths = [[Int32: Strength]](repeating: [:], count: network.schools.count)
    for entry in knowledge.entries where entry.weight.isHeld {
      guard let school = home(entry.person), tells(knowledge.holderCounts[Int(entry.topic)])
      else { continue }
      strengths[school][entry.topic, default: Strength()].holders += 1
      strengths[school][entry.topic]?.weight += entry.weight.value
      if (entry.weight.level ?? .learning) >= .leadsInSchool {
        strengths[school][entry.topic]?.isLed = true
      }
    }
    var seekers = [[Int32: Set<Int32>]](repeating: [:], count: network.schools.count)
    for wish in knowledge.wishes where knowledge.isPresent(wish.person) {
      guard let school = home(wish.person) else { continue }
      seekers[school][wish.topic, default: []].insert(wish.person)
    }
    sought = seekers.map { $0.filter { $0.value.count > 1 }.keys.sorted() }
    let inPlay = knowledge.entries.isEmpty ? [] : knowledge.topicsInPlay
    // A school of which nobody has listed anything was most likely not asked.
    missing = schools.map { school in
      isLarge[school] && !strengths[school].isEmpty
        ? inPlay.filter {
          tells(knowledge.holderCounts[Int($0)]) && (strengths[school][$0]?.holders ?? 0) < 2
        } : []
    }
    answers = strengths.map { own in
      var best: [Int32: Answer] = [:]
      for (known, strength) in own.sorted(by: { $0.key < $1.key }) where strength.isGood {
        for (topic, kin) in topics.answered(by: known) {
          let old = best[topic]
          let isBetter =
            old.map {
              (kin.distance, -strength.weight) < ($0.kin.distance, -$0.strength.weight)
            } ?? true
          if isBetter { best[topic] = Answer(known: known, kin: kin, strength: strength) }
        }
      }
      return best
    }
  }
}

extension Network {
  private func list(_ school: Int, _ names: [String]) -> [String] {
    schools[school].attributes.sorted { $0.key < $1.key }
      .filter { names.contains(folded($0.key)) }
      .flatMap { $0.value.split { $0 == ";" || $0 == "|" }.map { trimmed(String($0)) } }
      .filter { !$0.isEmpty }
  }

  /// What a school says it looks for, and the needs it has voiced that are not met.
  func asked(bySchool school: Int) -> [String] {
    let voiced = records.needs.filter { need in
      need.isMet != true && need.from.contains { self.school(of: $0) == Int32(school) }
    }.map(\.statement)
    return Set(list(school, ["seeks", "wants", "needs"]) + voiced).sorted()
  }

  /// What a school says it can give.
  func offered(bySchool school: Int) -> [String] {
    Set(list(school, ["offers", "strengths", "gives"])).sorted()
  }
}
