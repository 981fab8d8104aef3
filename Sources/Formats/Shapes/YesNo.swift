import Intake
import Networks

/// A yes or a no beside a tie: "Yes - phonics", "Not any more", "N".
struct YesNo {
  let isYes: Bool

  /// `nil` for anything else.
  init?(_ text: String) {
    if let state = Self.states[folded(text)] {
      isYes = state
      return
    }
    switch AnswerWord(text, asksDepth: false) {
    case .none: isYes = false
    case .tie where AnswerWord(text, asksDepth: false) == .plainTie: isYes = true
    default:
      let first = text.lowercased().split { !$0.isLetter }.first ?? ""
      guard ["yes", "y", "true"].contains(first) else { return nil }
      isYes = true
    }
    guard text != "0", text != "1" || isYes else { return nil }
  }

  /// Words of a column Status: what has not begun, or has ended, ties nobody.
  private static let states: [String: Bool] = {
    var states: [String: Bool] = [:]
    for word in ["active", "current", "ongoing", "started", "inprogress", "live", "completed"] {
      states[word] = true
    }
    for word in [
      "declined", "notstarted", "notyetstarted", "cancelled", "canceled", "withdrawn", "rejected",
      "refused", "inactive", "ended", "lapsed", "expired", "dormant", "planned", "proposed",
      "pending",
    ] { states[word] = false }
    return states
  }()

  /// Whether a heading asks whether there is a tie.
  static func isOfTies(_ heading: String) -> Bool {
    let words = heading.lowercased().split { !$0.isLetter }
    return words.contains { word in
      [
        "active", "work", "tie", "link", "contact", "connect", "know", "collab", "met", "meet",
        "talk",
        "current", "together", "relation", "status",
      ].contains(where: word.hasPrefix)
    }
  }

  /// Whether a heading asks something else of two people.
  static func isOfAnother(_ heading: String) -> Bool {
    let words = heading.lowercased().split { !$0.isLetter }
    return words.contains { word in
      [
        "same", "mutual", "recip", "manage", "formal", "paid", "fund", "consent", "direct",
        "confirm",
        "verif", "check", "anonym", "share",
      ].contains(where: word.hasPrefix)
        // "I work with this person" is of a tie, "In person" is not.
        || word.hasPrefix("person") && !words.contains("this")
    }
  }
}

/// A number beside a tie: how strong it is, or how much of the time it takes.
enum Strength {
  /// The number of a cell, without the sign of per cent.
  static func number(_ text: String) -> Double? {
    let plain = text.hasSuffix("%") ? trimmed(String(text.dropLast())) : text
    return Double(plain).flatMap { $0 >= 0 && $0.isFinite ? $0 : nil }
  }

  /// Whether a heading is over numbers that are no strength.
  static func areOther(_ heading: String) -> Bool {
    !Set(heading.lowercased().split { !$0.isLetter }).isDisjoint(with: others)
  }

  private static let others: Set<Substring> = [
    "year", "age", "row", "no", "ref", "number", "distance", "km", "miles", "date", "term", "rank",
    "order", "page", "group", "code", "wave", "round", "cohort", "timestamp", "time", "lat", "lon",
  ]
}
