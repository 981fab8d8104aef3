/// Several names in one cell.
enum NameList {
  /// A name, and what is said of whoever has it.
  struct Entry: Equatable {
    let name: String
    var answer = AnswerWord.plainTie
  }

  /// The names of a cell, and the words in it that name nobody and are no answer of no either.
  static func entries(
    _ cell: String, known: (String) -> Bool, maybe: (String) -> Bool = { _ in false }
  ) -> (names: [Entry], unread: [String]) {
    var names: [Entry] = []
    var unread: [String] = []
    for part in parts(cell, known: known, maybe: maybe) {
      if let entry = remarked(part) {
        names.append(entry)
      } else if known(part) {
        names.append(Entry(name: part))
      } else if let answer = AnswerWord(beside: part), isSaid(answer, part) {
        // "Farah Khan, weekly": it is said of the name before it.
        if names.count == 1, names[0].answer == .plainTie {
          names[0].answer = answer
        } else {
          unread.append(part)
        }
      } else if let entry = trailed(part) {
        names.append(entry)
      } else {
        switch AnswerWord(part, asksDepth: false) {
        case .none, .missing: break
        case .plainTie where !part.contains(where: \.isNumber): unread.append(part)
        case .tie, .unreadable: names.append(Entry(name: part))
        }
      }
    }
    return (names, unread)
  }

  /// The members of a list where whatever stands in it is a member, such as the ids of a graph.
  static func listed(_ cell: String, known: (String) -> Bool) -> [Entry] {
    let areSeveral = cell.count(where: { "([".contains($0) }) > 1
    guard areSeveral || cell.contains(where: { ";|,".contains($0) || $0.isNewline }) else {
      return [remarked(cell) ?? Entry(name: cell)]
    }
    return parts(cell, known: known).map { remarked($0) ?? Entry(name: $0) }
  }

  /// Whether words between names are said of one of them; "none" is an answer of its own.
  private static func isSaid(_ answer: AnswerWord, _ part: String) -> Bool {
    answer != .none || part.lowercased().hasPrefix("never")
  }

  /// "Farah Khan (weekly)", "Gita Rao: never", "Amy Ball - once a term".
  private static func remarked(_ part: String) -> Entry? {
    for mark in [" (", ": ", " - ", " – ", " — ", " = ", " [", ", "] {
      guard let cut = part.firstRange(of: mark) else { continue }
      let rest = cleaned(String(part[cut.upperBound...].filter { !")]".contains($0) }))
      let name = cleaned(String(part[..<cut.lowerBound]))
      if !name.isEmpty, let answer = AnswerWord(beside: rest) ?? number(rest, after: mark) {
        return Entry(name: name, answer: answer)
      }
    }
    return nil
  }

  /// "Ben Cole: 3", "Cara Dean = 0".
  private static func number(_ rest: String, after mark: String) -> AnswerWord? {
    guard [": ", " = "].contains(mark), rest.count < 5, Double(rest) != nil else { return nil }
    return AnswerWord(rest, asksDepth: false)
  }

  /// "Liam Murphy every week", "Amy Ball never".
  private static func trailed(_ part: String) -> Entry? {
    let words = part.split(separator: " ")
    for count in words.indices.dropFirst().suffix(6) {
      let rest = words[count...].joined(separator: " ")
      if let answer = AnswerWord(beside: rest) {
        return Entry(name: words[..<count].joined(separator: " "), answer: answer)
      }
    }
    return nil
  }

  /// The names, parted by semicolons, bars or line ends; by commas, "and", "&", "/" or "+" where what they part is known or looks
  /// like names.
  ///
  /// - Parameters:
  ///   - known: whether a text is the name of one person.
  ///   - maybe: whether a text may be the name of somebody.
  static func parts(
    _ cell: String, known: (String) -> Bool = { _ in false },
    maybe: (String) -> Bool = { _ in false }
  ) -> [String] {
    let isParting: (Character) -> Bool = { ";|".contains($0) || $0.isNewline }
    let isListed = cell.contains(where: isParting)
    return cell.split(whereSeparator: isParting).map { cleaned(String($0)) }.flatMap {
      byCommas($0, isListed: isListed, known)
    }.flatMap { byWords($0, known, maybe) }.map(withoutBullet).filter { !$0.isEmpty }
  }

  /// The name without a bullet or number before it, as in "- Amy Ball".
  private static func withoutBullet(_ text: String) -> String {
    let rest = text.drop { $0.isASCII && $0.isNumber || ".)-–•*· ".contains($0) }
    let bullet = text.prefix(text.count - rest.count)
    let isBullet = bullet.contains { ".)-–•*·".contains($0) } && bullet.last == " "
    return isBullet && rest.first?.isLetter == true ? String(rest) : text
  }

  /// What a text falls into at every sign that may part names.
  static func loose(_ text: String) -> [String] {
    text.split { ";|,".contains($0) || $0.isNewline }.flatMap { atWords(String($0)) }
  }

  private static func byCommas(_ text: String, isListed: Bool, _ known: (String) -> Bool)
    -> [String]
  {
    guard text.contains(","), !known(text) else { return [text] }
    let parts = atCommas(text)
    guard parts.count > 1 else { return parts }
    if parts.contains(where: known) { return joined(parts, known) }
    if parts.count % 2 == 0 {
      // "Ball, Amy, Cole, Ben" are two.
      let pairs = stride(from: 0, to: parts.count, by: 2).map { "\(parts[$0]), \(parts[$0 + 1])" }
      if pairs.count(where: known) * 2 >= pairs.count { return pairs }
    }
    // "Ball, Amy" is one name.
    if isListed { return [text] }
    let isNames = parts.allSatisfy {
      $0.contains(" ") || $0.contains("@") || $0.allSatisfy(\.isNumber)
    }
    if isNames { return parts }
    return parts.count == 2 && parts.allSatisfy { !$0.contains(" ") }
      ? [text] : joined(parts, known)
  }

  /// The parts between commas, but for those within brackets.
  private static func atCommas(_ text: String) -> [String] {
    var parts = [""]
    var depth = 0
    for sign in text {
      if "([".contains(sign) { depth += 1 }
      if ")]".contains(sign) { depth = max(0, depth - 1) }
      if sign == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(sign) }
    }
    return parts.map(cleaned).filter { !$0.isEmpty }
  }

  /// Names of which some are "Kerr, Jack", put together again.
  private static func joined(_ parts: [String], _ known: (String) -> Bool) -> [String] {
    var names: [String] = []
    var place = 0
    while place < parts.count {
      if place + 1 < parts.count, !known(parts[place]),
        known("\(parts[place]), \(parts[place + 1])")
      {
        names.append("\(parts[place]), \(parts[place + 1])")
        place += 2
      } else {
        names.append(parts[place])
        place += 1
      }
    }
    return names
  }

  /// Names parted by words or signs that names may have too: only where one of them is known, or each may be somebody.
  private static func byWords(
    _ text: String, _ known: (String) -> Bool, _ maybe: (String) -> Bool
  ) -> [String] {
    guard text.contains(where: { " &/+".contains($0) }) else { return [text] }
    let parts = atWords(text)
    // Two remarks are two people's.
    let remarks = parts.count { $0.hasSuffix(")") || $0.hasSuffix("]") || remarked($0) != nil }
    if remarks > 1 { return parts }
    guard parts.count > 1 else { return [parts.first ?? text] }
    guard !known(text) else { return [text] }
    let names = parts.map { (remarked($0) ?? trailed($0))?.name ?? $0 }
    return names.contains(where: known) || names.allSatisfy(maybe) ? parts : [text]
  }

  private static func atWords(_ text: String) -> [String] {
    var parts: [[Substring]] = [[]]
    var depth = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      let isInside = depth > 0
      depth = max(0, depth + word.count { "([".contains($0) } - word.count { ")]".contains($0) })
      if isInside || depth > 0 {
        parts[parts.count - 1].append(word)
        continue
      }
      if ["and", "&", "+", "/"].contains(word.lowercased()) {
        parts.append([])
        continue
      }
      for (place, piece) in word.split(
        omittingEmptySubsequences: false,
        whereSeparator: {
          "&/+".contains($0)
        }
      ).enumerated() {
        if place > 0 { parts.append([]) }
        if !piece.isEmpty { parts[parts.count - 1].append(piece) }
      }
    }
    return parts.map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
  }
}
