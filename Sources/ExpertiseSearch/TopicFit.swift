import Measures
import Networks

/// How well a topic answers for the one that was asked for.
struct TopicFit: Sendable, Equatable {
  /// From 0 to 1.
  let value: Double
  let relation: Finder.Relation
  /// The topic asked for.
  let asked: Int32
}

extension TopicFit {
  /// What each level below the topic asked for leaves of the fit.
  static let eachLevel = 0.5
  /// What the topic above the one asked for leaves of the fit.
  static let above = 0.25
  /// What is left of the fit for somebody whose role stands for the topic and who does not list it.
  static let byRole = 0.5
  /// What words that are not the whole name leave of the fit, times the share of the name that they are.
  static let someWords = 0.9

  /// The topics asked for, with those in which the knowledge may lie; the best fit of each.
  ///
  /// A topic that lies `l` levels below fits by 0.5^l, the one right above by 0.25. A trust's own topic that stands nowhere in the
  /// tree and has the asked one's words in its name (Reading recovery, for Reading) fits by 0.9 times their share of it.
  static func widened(
    _ topics: [Int32: Double], _ lexicon: Lexicon, _ knowledge: Knowledge
  ) -> [Int32: TopicFit] {
    var wide: [Int32: TopicFit] = [:]
    func take(_ topic: Int32, _ value: Double, _ relation: Finder.Relation, _ asked: Int32) {
      if let known = wide[topic], known.value >= value { return }
      wide[topic] = TopicFit(value: value, relation: relation, asked: asked)
    }
    let asked = topics.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for (topic, fit) in asked { take(topic, fit, fit == 1 ? .itself : .someWords, topic) }
    for (topic, fit) in asked {
      var (left, level) = (fit, 0)
      for below in knowledge.topics.parts(of: topic) {
        while level < below.levels { (left, level) = (left * eachLevel, level + 1) }
        take(below.topic, left, .part(levels: below.levels), topic)
      }
      // Of a word that many topics have, none is meant so much.
      guard asked.count <= 8 else { continue }
      for (unplaced, share) in lexicon.unplaced(in: topic) {
        take(unplaced, fit * someWords * share, .part(levels: 1), topic)
      }
    }
    for (topic, fit) in asked {
      if let broader = knowledge.topics[topic].broader { take(broader, fit * above, .above, topic) }
    }
    return wide
  }
}
