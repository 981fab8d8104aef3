import Networks

/// What the words of a question say of topics where no phrase stands in it whole.
///
/// A word says the more the fewer topics have it. A topic is told only where two words of one of its phrases are there, it
/// explains most of the question, and no other explains nearly as much; else it is better to say that nothing is known.
struct WordEvidence: Sendable {
  struct Found: Sendable {
    let topic: Int32
    let places: [Int]
  }

  /// How much of the question must be explained.
  private static let least = 0.9
  /// How much more than the next a topic must explain.
  private static let margin = 1.9
  /// What a word says that a phrase has beside others.
  private static let besideOthers = 0.6

  private struct Said: Sendable {
    let slots: [Set<String>]
    let weights: [Double]
    let topic: Int32
  }

  private let said: [Said]
  private let having: [String: [Int32]]
  /// How much each stem tells, from 0 to 1.
  private let telling: [String: Double]

  init(_ phrases: [Lexicon.Phrase]) {
    var topics: [String: Set<Int32>] = [:]
    var having: [String: [Int32]] = [:]
    var said: [Said] = []
    for phrase in phrases {
      guard case .topic(let topic) = phrase.item else { continue }
      for stem in Set(phrase.slots.joined()) {
        topics[stem, default: []].insert(topic)
        having[stem, default: []].append(Int32(said.count))
      }
      said.append(Said(slots: phrase.slots, weights: phrase.weights, topic: topic))
    }
    let count = Double(Set(said.map(\.topic)).count)
    telling = topics.mapValues {
      count > 1 ? 1 - Self.bits(Double($0.count)) / Self.bits(count) : 1
    }
    self.having = having
    self.said = said
  }

  /// The logarithm to base 2 of a number of one or more, straight between powers of two.
  private static func bits(_ number: Double) -> Double {
    Double(number.exponent) + number.significand - 1
  }

  private struct Word {
    let place: Int
    let stem: String
    let worth: Double
  }

  /// What speaks for one topic.
  private struct Score {
    var words: [Int: Double] = [:]
    var phrase: (worth: Double, topic: Int32, places: [Int]) = (0, -1, [])
    var sum: Double { words.values.sorted().reduce(phrase.worth, +) }
  }

  /// The topic for which most speaks.
  ///
  /// - Parameters:
  ///   - question: its words, `nil` for those that stand for something already.
  ///   - answering: the topic that answers for one.
  func strongest(
    in question: [Token?], _ topics: TopicTree, answering: (Int32) -> Int32
  ) -> Found? {
    var words: [Word] = []
    for (place, token) in question.enumerated() {
      guard let token, token.named.isEmpty, !words.contains(where: { $0.stem == token.stem }) else {
        continue
      }
      let weight = max(token.weight, WordClass.soft.weight)
      words.append(
        Word(place: place, stem: token.stem, worth: weight * (telling[token.stem] ?? 1)))
    }
    var scores: [Int32: Score] = [:]
    for number in Set(words.flatMap { having[$0.stem] ?? [] }).sorted() {
      let phrase = said[Int(number)]
      let topic = answering(phrase.topic)
      add(phrase, words, to: &scores[topic, default: Score()])
    }
    let ranked = scores.sorted { ($1.value.sum, $0.key) < ($0.value.sum, $1.key) }
    guard let best = ranked.first, best.value.phrase.topic >= 0,
      best.value.sum >= Self.least * words.reduce(0, { $0 + $1.worth })
    else { return nil }
    let next = ranked.dropFirst().first { other in
      !topics.broader(than: other.key).contains(best.key)
        && !topics.broader(than: best.key).contains(other.key)
    }
    guard best.value.sum >= Self.margin * (next?.value.sum ?? 0) else { return nil }
    return Found(topic: best.value.phrase.topic, places: best.value.phrase.places)
  }

  private func add(_ phrase: Said, _ words: [Word], to score: inout Score) {
    var (places, met, whole): ([Int], Double, Double) = ([], 0, 0)
    for (slot, weight) in zip(phrase.slots, phrase.weights) {
      let worth = weight * (slot.compactMap { telling[$0] }.max() ?? 0)
      whole += worth
      let found = words.first { slot.contains($0.stem) && !places.contains($0.place) }
      guard let found else { continue }
      places.append(found.place)
      met += worth
      let share = phrase.slots.count == 1 ? 1 : Self.besideOthers
      score.words[found.place] = max(score.words[found.place] ?? 0, share * found.worth)
    }
    guard places.count > 1, met > whole / 2 else { return }
    let worth = met * met / whole
    if worth > score.phrase.worth { score.phrase = (worth, phrase.topic, places.sorted()) }
  }
}
