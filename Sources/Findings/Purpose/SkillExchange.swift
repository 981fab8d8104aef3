import Measures
public import Networks

/// What two groups could teach each other: topics that one holds and the other seeks or has not listed.
///
/// A group *seeks* a topic when somebody of it would like to know it; it *lacks* one when nobody of it has listed anything of it while
/// two or more of the other hold it. What somebody of a group knows as well as anybody of the other is no lesson to it.
public struct SkillExchange: Sendable, Equatable {
  /// What the first could teach the second, and the other way round: what is sought first, then what most hold.
  public let fromA: [Lesson]
  public let fromB: [Lesson]
  /// The first two people to bring together: somebody who offers or holds what the other would like to know; `nil` where nobody seeks
  /// what the others know, or none of them may be named.
  public let pair: Pair?

  public struct Lesson: Sendable, Equatable {
    public let topic: Int32
    /// The highest level of it in the one group.
    public let level: SkillLevel
    /// How many of the one group hold it, and of the whole trust.
    public let holders: Int
    public let inTrust: Int
    /// How many of the other would like to know it.
    public let seekers: Int
  }

  public struct Pair: Sendable, Equatable {
    public let teacher: Int32
    public let learner: Int32
    public let topic: Int32
    public let offers: [Offer]
  }

  init(_ knowledge: Knowledge, _ a: [Int32], _ b: [Int32]) {
    let (one, two) = (Set(a), Set(b))
    func lessons(_ givers: Set<Int32>, _ takers: Set<Int32>) -> [Lesson] {
      knowledge.topicsInPlay.compactMap { topic -> Lesson? in
        let all = knowledge.holders(of: topic)
        let own = all.filter { givers.contains($0.person) }
        let holders = own.count
        let known = knowledge.entries(on: topic).contains { takers.contains($0.person) }
        let seekers = knowledge.seekers(of: topic).count { takers.contains($0) }
        guard holders > 0, seekers > 0 || !known && holders > 1 else { return nil }
        func highest(_ entries: [Knowledge.Entry]) -> SkillLevel? {
          entries.map { $0.weight.level ?? .confident }.max()
        }
        let level = highest(own) ?? .confident
        guard highest(all.filter { takers.contains($0.person) }).map({ $0 < level }) ?? true
        else { return nil }
        return Lesson(
          topic: topic, level: level, holders: holders,
          inTrust: all.count, seekers: seekers)
      }.sorted { ($1.seekers, $1.holders, $0.topic) < ($0.seekers, $0.holders, $1.topic) }
    }
    fromA = lessons(one, two)
    fromB = lessons(two, one)
    func first(_ lessons: [Lesson], _ givers: Set<Int32>, _ takers: Set<Int32>) -> Pair? {
      for lesson in lessons where lesson.seekers > 0 {
        let teacher = knowledge.holders(of: lesson.topic).filter {
          givers.contains($0.person) && !knowledge.isHidden($0.person)
        }.max {
          ($0.weight.offers.isEmpty ? 0 : 1, $0.weight.value, $1.person)
            < ($1.weight.offers.isEmpty ? 0 : 1, $1.weight.value, $0.person)
        }
        let learner = knowledge.seekers(of: lesson.topic).first {
          takers.contains($0) && !knowledge.isHidden($0) && $0 != teacher?.person
        }
        if let teacher, let learner {
          return Pair(
            teacher: teacher.person, learner: learner, topic: lesson.topic,
            offers: teacher.weight.offers)
        }
      }
      return nil
    }
    pair = first(fromA, one, two) ?? first(fromB, two, one)
  }
}
