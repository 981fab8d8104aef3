/// What a heading says of its own scale: in "How often? (1 = never, 5 = daily)" 1 means never.
struct ScaleLegend {
  /// The number that means never.
  let never: Double?
  /// The heading without the word for it, which else would ask whom people never meet.
  let rest: String

  init(_ heading: String) {
    var words: [Substring] = []
    var text = heading[...]
    while let first = text.first {
      let word =
        first.isNumber
        ? text.prefix { $0.isNumber } : text.prefix { $0.isLetter || "'’".contains($0) }
      if !word.isEmpty { words.append(word) }
      text = text.dropFirst(max(1, word.count))
    }
    let small = words.map { $0.lowercased() }
    func isNever(_ place: Int) -> Bool {
      guard small.indices.contains(place) else { return false }
      return ["never", "none", "nothing"].contains(small[place])
        || small[place...].starts(with: ["not", "at", "all"])
        || small[place] == "no" && small.indices.contains(place + 1)
          && ["contact", "tie", "ties", "link", "interaction"].contains(small[place + 1])
    }
    let numbers = small.indices.filter { Double(small[$0]) != nil && small[$0].count < 3 }
    let after = numbers.lazy.map { number in
      (
        number,
        ["is", "means"].contains(small.dropFirst(number + 1).first) ? number + 2 : number + 1
      )
    }.first { isNever($0.1) }
    let before = numbers.lazy.map { ($0, $0 - 1) }.first { isNever($0.1) }
    // One number alone is how many were asked for, and no scale.
    guard numbers.count > 1 || small.contains("scale") || heading.contains("="),
      let (number, word) = after ?? before
    else {
      (never, rest) = (nil, heading)
      return
    }
    never = Double(small[number])
    words.remove(at: word)
    rest = words.joined(separator: " ")
  }
}
