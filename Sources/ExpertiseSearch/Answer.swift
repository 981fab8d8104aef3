public import Measures
import Networks

extension Finder {
  /// Who was found, and how the question was read.
  public struct Answer: Sendable {
    /// Those who match, the best first.
    public internal(set) var matches: [Match] = []
    /// The topics asked for, by name, as they were read.
    public private(set) var topics: [String] = []
    /// Words that were taken for others.
    public let corrected: [(word: String, as: String)]
    /// Words that stand for nothing known.
    public let unknown: [String]
    /// Each part of the question, as it was read.
    public let reading: [Reading]
    /// Roles asked for that nobody has where they are sought.
    public internal(set) var missingRoles: [String] = []
    /// Topics that nobody in the trust holds, and as what they were read instead: a role, a stage of pupils.
    public let instead: [(topic: String, as: String)]
    /// Topics asked for that nobody who passes the filter holds, nor any topic that is part of them.
    public private(set) var unmet: [Unmet] = []
    /// Topics asked for that nobody lists themselves, with those held that are part of them.
    public private(set) var byParts: [(topic: String, parts: [String])] = []
    /// Schools, hubs and phases that the question names.
    public private(set) var places: [String] = []
    /// Where the question asks who would like to learn something: of each topic asked for, those who said so.
    ///
    /// `nil` for any other question, and where the files tell of nobody's wishes.
    public internal(set) var seekers: [Seekers]?
    /// How many of those matching, hidden ones aside, meet every part of the question.
    public internal(set) var meetingAll = 0
  }

  /// Some words of the question and what they were taken for.
  public struct Reading: Sendable, Equatable {
    public let words: String
    /// "topic", "place", "stage", "role", "person" or "offer".
    public let kind: String
    public let meaning: String
  }

  /// Those who would like to learn a topic, or a part of it.
  public struct Seekers: Sendable, Equatable {
    public let topic: Int32
    /// Those who may be named, in the order of the files.
    public let people: [Int32]
  }

  /// A topic that nobody here knows, with what is nearest to it.
  public struct Unmet: Sendable, Equatable {
    public let name: String
    /// The words of the question, where they are other than the name.
    public let words: String?
    /// Topics held that are nearest: the one of which it is part, or others that are part of the same.
    public let near: [Int32]
    /// The topic of which it is part and those near are, or which is near itself.
    public let broader: Int32?
    /// How many hold it, or a part of it, and are not what was asked for otherwise.
    public var others = 0
    /// Whether somebody has listed it as one they are learning.
    public var isLearnt = false
    /// Topics that come near it though they share no topic above, where nobody knows that either.
    public var neighbours: [Int32] = []
  }

  /// A person who matches, and why.
  public struct Match: Sendable, Equatable {
    public let person: Int32
    public let score: Double
    /// How many parts of the question the person meets.
    public let met: Int
    /// How many parts they come near without meeting them.
    let nearly: Int
    /// What they are ranked by before their score: what the parts that they meet weigh, and half of those they come near.
    let rank: Int
    /// What they know of it; empty where their role, name or place alone is asked for.
    public let reasons: [Reason]
    /// Whether they are near what was asked for and do not meet it.
    public internal(set) var isNear = false
    /// Whether they list what was asked for, rather than having a role that stands for it.
    var isListed: Bool {
      reasons.contains { $0.source == .listed && $0.relation != .above }
    }
  }

  /// How a topic that somebody holds answers the one that was asked for.
  public enum Relation: Sendable, Equatable {
    case itself
    /// Some words of its name, or of another word for it, are those of the question.
    case someWords
    /// It is part of the topic asked for, so many levels below.
    case part(levels: Int)
    /// The topic asked for is part of it.
    case above
    /// It comes near the topic asked for, which nobody knows.
    case beside
    /// They had to do with it, at an event or in a working group, and do not list it.
    case deed
  }

  /// A topic that a person holds and the question asks for.
  public struct Reason: Sendable, Equatable {
    public let entry: Knowledge.Entry
    /// The topic asked for, for which this one answers.
    public let asked: Int32
    public let relation: Relation
    /// How well the topic fits the question: 1 for the topic itself, 1/2 for each level below, 1/4 for the one it is part of;
    /// less where only some of its words match.
    public let fit: Double
    /// How rare the topic is, yet no rarer than the one asked for, so that nobody who knows a part stands above somebody who
    /// knows the topic asked for as well.
    public let rarity: Double
    /// What their knowledge is known by.
    public let source: Finder.Source
    /// Fit times rarity times strength of evidence.
    public var score: Double { fit * (rarity * entry.weight.strength) }
  }
}

extension Finder.Reason {
  init(
    _ knowledge: Knowledge, _ entry: Knowledge.Entry, _ fit: TopicFit,
    _ source: Finder.Source = .listed
  ) {
    self.entry = entry
    asked = fit.asked
    relation = fit.relation
    self.fit = fit.value
    self.source = source
    rarity = min(entry.weight.rarity, knowledge.rarities[Int(fit.asked)])
  }
}

extension Finder.Answer {
  /// The same with some of those who match alone, and no number of others.
  public func keeping(_ isKept: (Finder.Match) -> Bool) -> Finder.Answer {
    var answer = self
    answer.matches = matches.filter(isKept)
    answer.meetingAll = answer.matches.count { $0.met == reading.count && !$0.isNear }
    return answer
  }

  init(_ reading: QueryReading, _ knowledge: Knowledge) {
    corrected = reading.corrected
    if reading.isSeeking, !knowledge.wishes.isEmpty { seekers = [] }
    unknown = reading.unknown
    instead = reading.instead
    self.reading = reading.parts.map { part in
      let (kind, meaning) = part.meaning.told(knowledge)
      return Finder.Reading(words: part.words, kind: kind, meaning: meaning)
    }
    for part in reading.parts {
      switch part.meaning {
      case .schools(_, let names): places += names
      case .stage(_, _, let name): places.append(name)
      default: break
      }
    }
  }

  /// Notes how a part that asks for topics was answered.
  ///
  /// - Parameters:
  ///   - held: those of its topics that anybody found holds.
  ///   - isKnown: whether anybody knows a topic, by listing it or by their role.
  mutating func add(
    _ wanted: [Int32: TopicFit], as words: String, held: Set<Int32>, _ knowledge: Knowledge,
    isKnown: (Int32) -> Bool
  ) {
    let counts = knowledge.holderCounts
    // Of topics that fit as well, the one most people know.
    let best = wanted.max {
      ($0.value.value, counts[Int($0.key)], $1.key) < ($1.value.value, counts[Int($1.key)], $0.key)
    }
    guard let best else { return }
    let name = knowledge.topics[best.key].name
    topics.append(name)
    let answering = held.filter { wanted[$0]?.relation != .above }
    if answering.isEmpty {
      let near = knowledge.topics.neighbours(of: best.key).filter(isKnown).prefix(3)
      unmet.append(Self.unmet(best.key, words, Array(near), knowledge))
    } else if !answering.contains(where: { wanted[$0]?.asked == $0 }) {
      let parts = answering.sorted {
        (wanted[$1]?.value ?? 0, counts[Int($1)], $0) < (
          wanted[$0]?.value ?? 0, counts[Int($0)], $1
        )
      }
      byParts.append((name, parts.map { knowledge.topics[$0].name }))
    }
  }

  /// What is nearest to a topic that nobody knows: the topics above that somebody holds, or what else is part of them.
  private static func unmet(
    _ topic: Int32, _ typed: String, _ neighbours: [Int32], _ knowledge: Knowledge
  ) -> Finder.Unmet {
    let name = knowledge.topics[topic].name
    // "exam" for Exams needs no telling.
    let words = topicKey(name).hasPrefix(topicKey(typed)) ? nil : typed
    let places = [topic] + knowledge.topics.parts(of: topic).map(\.topic)
    let others = Set(places.flatMap { knowledge.holders(of: $0).map(\.person) }).count
    guard others == 0 else {
      return Finder.Unmet(name: name, words: words, near: [], broader: nil, others: others)
    }
    let counts = knowledge.holderCounts
    let isLearnt = knowledge.listing(topic) != name
    let isAboveKnown = knowledge.topics.broader(than: topic).contains { counts[Int($0)] > 0 }
    if !isAboveKnown, !neighbours.isEmpty {
      return Finder.Unmet(
        name: name, words: words, near: neighbours, broader: nil, isLearnt: isLearnt,
        neighbours: neighbours)
    }
    for above in knowledge.topics.broader(than: topic) {
      if counts[Int(above)] > 0 {
        return Finder.Unmet(
          name: name, words: words, near: [above], broader: above, isLearnt: isLearnt)
      }
      let beside = knowledge.topics.parts(of: above).filter {
        $0.topic != topic && counts[Int($0.topic)] > 0
      }.sorted {
        ($0.levels, counts[Int($1.topic)], $0.topic) < ($1.levels, counts[Int($0.topic)], $1.topic)
      }
      guard !beside.isEmpty else { continue }
      return Finder.Unmet(
        name: name, words: words, near: beside.prefix(3).map(\.topic), broader: above,
        isLearnt: isLearnt)
    }
    return Finder.Unmet(name: name, words: words, near: [], broader: nil, isLearnt: isLearnt)
  }
}

extension QueryReading.Meaning {
  /// What it is, and what it stands for.
  func told(_ knowledge: Knowledge) -> (kind: String, meaning: String) {
    switch self {
    case .topics(let fits):
      ("topic", QueryReading.best(fits).map { knowledge.topics[$0].name } ?? "")
    case .schools(_, let names): ("place", names.joined(separator: ", "))
    case .stage(_, _, let name): ("stage", name)
    case .roles(_, let name, _): ("role", name)
    case .people(let people):
      (
        "person",
        people.sorted().map { knowledge.network.people.names[Int($0)] }.joined(separator: ", ")
      )
    case .offer(let offer): ("offer", offer.rawValue)
    case .without(let meanings):
      ("without", meanings.map { $0.told(knowledge).meaning }.joined(separator: ", "))
    }
  }
}
