import Measures
import Networks

/// How a topic that is known or offered answers one that is looked for.
enum TopicKin: Sendable, Equatable {
  case same
  /// What is known is part of what is looked for.
  case part
  /// What is looked for is part of what is known.
  case whole

  /// How far the two are apart; the nearest comes first.
  var distance: Int { self == .same ? 0 : self == .part ? 1 : 2 }
}

extension TopicTree {
  /// Every topic that knowing one answers: itself, what it is part of at any height, and what is right below it.
  func answered(by known: Int32) -> [(topic: Int32, kin: TopicKin)] {
    [(known, .same)] + broader(than: known).map { ($0, .part) }
      + narrower(than: known).filter { $0.levels == 1 }.map { ($0.topic, .whole) }
  }

  /// The topics that a text is about: the one it names as a whole, by name or synonym, else those it holds.
  func topics(of text: String) -> [Int32] {
    place(of: trimmed(text)).map { [$0] } ?? topics(in: text)
  }

  /// Whether some topics answer every one of others.
  func answers(_ known: [Int32], all wanted: [Int32]) -> Bool {
    let answered = Set(known.flatMap { self.answered(by: $0).map(\.topic) })
    return answered.isSuperset(of: wanted)
  }

  /// What is known, beside what was looked for, in words: "Autism, which is part of SEND".
  func words(_ known: Int32, _ kin: TopicKin, for wanted: Int32) -> String {
    switch kin {
    case .same: self[known].name
    case .part: "\(self[known].name), which is part of \(self[wanted].name)"
    case .whole: "\(self[known].name), of which \(self[wanted].name) is part"
    }
  }
}
