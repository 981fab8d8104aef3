import Networks

/// The schools in which a stage of pupils is taught.
///
/// Hardly anybody lists "key stage 2" as what they know; who asks for help with year 6 wants people in primary schools.
enum Stages {
  /// By topic of the list that comes with Weft: what the stage's schools are called, and how their phases begin.
  private static let stages: [String: (name: String, phases: [String])] = [
    "earlyyears": ("schools with early years", ["nursery", "primary", "infant", "first"]),
    "keystage1": ("primary schools", ["primary", "infant", "first", "middledeemedprimary"]),
    "keystage2": ("primary schools", ["primary", "junior", "first", "middle"]),
    "keystage3": ("secondary schools", ["secondary", "middle", "high", "upper"]),
    "keystage4": ("secondary schools", ["secondary", "high", "upper"]),
    "post16": (
      "schools with a sixth form", ["16plus", "post16", "sixthform", "secondary", "upper"]
    ),
  ]
  /// Phases of which a school may have pupils of any stage: its ages are not in the files.
  private static let everyStage = [
    "allthrough", "allage", "special", "alternative", "ap", "pru", "pupilreferral", "hospital",
  ]

  /// The stage that a word is, as a topic of the list that comes with Weft.
  static func stage(of word: String) -> String? {
    if word.hasPrefix("year"), let year = Int(word.dropFirst(4)) {
      switch year {
      case 1...2: return "Key stage 1"
      case 3...6: return "Key stage 2"
      case 7...9: return "Key stage 3"
      case 10...11: return "Key stage 4"
      default: return "Post-16"
      }
    }
    if word.count == 3, word.hasPrefix("ks"), let stage = Int(word.dropFirst(2)), stage < 6 {
      return stage == 5 ? "Post-16" : "Key stage \(stage)"
    }
    switch word {
    case "gcse": return "Key stage 4"
    case "alevel": return "Post-16"
    default: return nil
    }
  }

  /// Whether a topic of the list that comes with Weft is a stage.
  static func isStage(_ topic: Topic) -> Bool { stages[topicKey(topic.name)] != nil }

  /// The schools of a stage, and what they are called; `nil` for a topic that is no stage, or a trust without such schools.
  static func schools(
    teaching topic: Topic, in network: Network
  ) -> (name: String, schools: Set<Int32>)? {
    guard let stage = stages[topicKey(topic.name)] else { return nil }
    let found = network.schools.indices.filter { place in
      guard let phase = network.schools[place].phase.map(topicKey) else { return false }
      return stage.phases.contains { phase.hasPrefix($0) }
    }
    let ofEvery = network.schools.indices.filter { mayTeachAny(network.schools[$0]) }
    return found.isEmpty ? nil : (stage.name, Set((found + ofEvery).map { Int32($0) }))
  }

  /// Whether a school may have pupils of any stage, for all that the files tell.
  static func mayTeachAny(_ school: School) -> Bool {
    guard let phase = school.phase.map(topicKey) else { return false }
    return everyStage.contains { phase.hasPrefix($0) }
  }

  /// Whether what schools of a stage are called is that of the last one.
  static func isPost16(_ name: String) -> Bool { name == stages["post16"]?.name }

  /// Whether a school has pupils over sixteen and no others.
  static func isSixthForm(_ school: School) -> Bool {
    guard let phase = school.phase.map(topicKey) else { return false }
    return ["16plus", "post16", "sixthform"].contains { phase.hasPrefix($0) }
  }

  /// The schools of a phase of some name, and what it is called; `nil` where no school is of it.
  static func phase(
    called name: String, in network: Network
  ) -> (name: String, schools: Set<Int32>)? {
    let key = topicKey(name)
    let found = network.schools.indices.filter {
      network.schools[$0].phase.map(topicKey) == key
    }
    guard let first = found.first, let phase = network.schools[first].phase else { return nil }
    return (phase, Set(found.map { Int32($0) }))
  }
}
