/// Known words, kept so that the one a mistyped word most likely stands for is found soon.
///
/// Near means what it means to `Spelling`.
public struct Vocabulary: Sendable {
  private struct Word {
    let text: String
    let letters: [Unicode.Scalar]
    let signature: UInt64
  }
  /// Words by the number of their letters, in ascending order.
  private var byLength: [Int: [Word]] = [:]

  public init(_ words: some Sequence<String>) {
    for text in Set(words).sorted() {
      let letters = Array(folded(text).unicodeScalars)
      byLength[letters.count, default: []].append(
        Word(text: text, letters: letters, signature: Self.signature(letters)))
    }
  }

  /// A word that begins with f written with ph, as in fonics.
  private static func sameSound(_ text: String) -> String? {
    guard let first = text.first, first == "f" || first == "F" else { return nil }
    return "ph" + text.dropFirst()
  }

  /// A bit for each letter that occurs.
  ///
  /// A slip takes at most one letter away and adds at most one, so words whose bits differ more are further apart.
  private static func signature(_ letters: [Unicode.Scalar]) -> UInt64 {
    letters.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
  }

  /// The nearest word, or `nil` when none is near.
  ///
  /// - Parameter sameStart: whether a word with two slips must at least begin with the same letter: weaving is no slip
  ///   for reading; of words as near, those that begin with it come first: reeding is no slip for feeding.
  /// - Complexity: O(w l²) for w words of nearly the same length l.
  public func nearest(to text: String, sameStart: Bool = false) -> String? {
    let key = Array(folded(text).unicodeScalars)
    let isId = key.contains { ("0"..."9").contains($0) }
    guard !key.isEmpty, key.count <= Spelling.longest, !isId || key.count >= 4 else { return nil }
    let limit = key.count <= 5 || isId ? 1 : 2
    var best: (distance: Int, start: Int, text: String)?
    var isSingle = true
    let signature = Self.signature(key)
    for length in (key.count - limit)...(key.count + limit) {
      for word in byLength[length] ?? [] {
        guard (signature & ~word.signature).nonzeroBitCount <= limit,
          (word.signature & ~signature).nonzeroBitCount <= limit
        else { continue }
        let start = sameStart && word.letters.first != key.first ? 1 : 0
        let atMost = start == 1 ? 1 : limit
        let distance = Spelling.distance(
          key, word.letters, limit: min(atMost, best?.distance ?? limit))
        guard distance <= atMost else { continue }
        if let known = best {
          if known.distance == distance { isSingle = false }
          if (known.distance, known.start, known.text) <= (distance, start, word.text) { continue }
          if distance < known.distance { isSingle = true }
        }
        best = (distance, start, word.text)
      }
    }
    if best == nil, sameStart, let sound = Self.sameSound(text) {
      return nearest(to: sound, sameStart: true)
    }
    return isId && !isSingle ? nil : best?.text
  }
}
