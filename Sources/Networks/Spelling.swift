/// Finds the known text that a mistyped one most likely stands for.
public enum Spelling {
  /// The most letters of a text that is taken for a misspelt one.
  public static let longest = 200

  /// The nearest candidate, or `nil` when none is near.
  ///
  /// Near is one slip in a text of up to 5 characters and two in a longer one, case, spaces, `_` and `-` not
  /// counted; of equally near ones the first in ascending order. A text with digits is most likely an id, whose
  /// neighbours are other people's: it needs four characters and
  /// a single candidate that differs by one slip at most.
  public static func nearest(to text: String, in candidates: some Sequence<String>) -> String? {
    let key = Array(folded(text).unicodeScalars)
    guard !key.isEmpty, key.count <= longest else { return nil }
    let isId = key.contains { ("0"..."9").contains($0) }
    if isId, key.count < 4 { return nil }
    let limit = key.count <= 5 || isId ? 1 : 2
    var best: (distance: Int, text: String)?
    var isSingle = true
    for candidate in candidates {
      let other = Array(folded(candidate).unicodeScalars)
      guard abs(other.count - key.count) <= limit else { continue }
      let distance = distance(key, other, limit: limit)
      guard distance <= limit else { continue }
      if let known = best {
        if known.distance == distance, known.text != candidate { isSingle = false }
        if (known.distance, known.text) <= (distance, candidate) { continue }
        if distance < known.distance { isSingle = true }
      }
      best = (distance, candidate)
    }
    return isId && !isSingle ? nil : best?.text
  }

  /// Whether one insertion, deletion, change or swap of neighbours turns one text into the other.
  ///
  /// Distance 1, without its table.
  public static func isOneSlip(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    if a.count > b.count { return isOneSlip(b, a) }
    guard b.count - a.count <= 1 else { return false }
    guard let first = a.indices.first(where: { a[$0] != b[$0] }) else { return a.count < b.count }
    if a.count < b.count { return a[first...].elementsEqual(b[(first + 1)...]) }
    if a[(first + 1)...].elementsEqual(b[(first + 1)...]) { return true }
    return first + 1 < a.count && a[first] == b[first + 1] && a[first + 1] == b[first]
      && a[(first + 2)...].elementsEqual(b[(first + 2)...])
  }

  /// Insertions, deletions, changes and swaps of neighbours that turn one text into the other (Damerau 1964).
  public static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int {
    if a == b { return 0 }
    var before: [Int] = []
    var above = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(above[j] + (a[i] == b[j] ? 0 : 1), above[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      if row.min() ?? 0 > limit { return limit + 1 }
      (before, above) = (above, row)
    }
    return above[b.count]
  }
}
