import Intake
import Networks

/// A yes or a no beside a tie: "Yes - phonics", "Not any more", "N".
struct YesNo {
  let isYes: Bool

  /// `nil` for anything else.
  init?(_ text: String) {
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

  /// Whether a heading asks whether there is a tie.
  static func isOfTies(_ heading: String) -> Bool {
    let words = heading.lowercased().split { !$0.isLetter }
    return words.contains { word in
      [
        "active", "work", "tie", "link", "contact", "connect", "know", "collab", "met", "meet",
        "talk",
        "current", "together", "relation",
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
        "verif", "check", "anonym", "share", "person",
      ].contains(where: word.hasPrefix)
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

  /// Words of headings over numbers that are no strength.
  static let others: Set<Substring> = [
    "year", "age", "row", "no", "ref", "number", "distance", "km", "miles", "date", "term", "rank",
    "order", "page", "group", "code", "wave", "round", "cohort", "timestamp", "time", "lat", "lon",
  ]
}
