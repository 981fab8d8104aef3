public import Networks

extension Network {
  /// What people would like to know: what they say they seek, and unmet needs they voiced that name a topic.
  ///
  /// A need names a topic when its statement holds the topic's name, or another word for it of several words; single
  /// synonyms, such as "talk" for oracy, are too common in sentences to tell. In order of person and topic, each once.
  /// - Complexity: O(words of all needs).
  public var wishes: [Wish] {
    var wishes = Set(expertise.wishes)
    for need in records.needs where need.isMet != true {
      let voices = need.from.filter { kind(of: $0) == .person }
      guard !voices.isEmpty else { continue }
      for topic in expertise.topics.topics(in: need.statement) {
        for person in voices { wishes.insert(Wish(person: person, topic: topic)) }
      }
    }
    return wishes.sorted()
  }
}

extension TopicTree {
  /// The topics that a sentence names, in order; a word belongs to the longest name it stands in.
  package func topics(in sentence: String) -> [Int32] {
    let words = sentence.split {
      !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "'" && $0 != "&"
    }
    .prefix(400)
    var found: [Int32] = []
    var place = words.startIndex
    while place < words.endIndex {
      var taken = 1
      for length in stride(from: min(5, words.endIndex - place), through: 1, by: -1) {
        let phrase = words[place..<(place + length)].joined(separator: " ")
        guard let topic = self.place(of: phrase) else { continue }
        guard length > 1 || topicKey(self[topic].name) == topicKey(phrase) else { continue }
        found.append(topic)
        taken = length
        break
      }
      place += taken
    }
    return Set(found).sorted()
  }
}
