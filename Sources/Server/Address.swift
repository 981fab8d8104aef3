import Commands
import Website

/// What an address asks for: a question, a page of it, and what was filled in.
///
/// A question other than that of the settings stands as the first folder, as in `/by=hub&depth=3/silos.html`, so that links from one
/// page to another keep it.
struct Address: Equatable {
  var question = QuestionWords()
  /// The name of the file, without folders; "index.html" for the first page.
  var file = "index.html"
  var query: [String: String] = [:]
  /// The query as it was sent, with its question mark.
  var rawQuery = ""

  static let longest = 2048

  /// `nil` for what cannot be an address of a page.
  init?(_ target: String) {
    guard target.utf8.count <= Self.longest, target.hasPrefix("/") else { return nil }
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let pairs = Self.pairs(parts[1], plusIsSpace: true) else { return nil }
      query = pairs
      rawQuery = "?" + parts[1]
    }
    var folders = parts[0].dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    if folders.count == 2 {
      guard let pairs = Self.pairs(folders[0], plusIsSpace: false), !pairs.isEmpty,
        Set(pairs.keys).isSubset(of: QuestionWords.keys)
      else { return nil }
      question = QuestionWords(pairs)
      folders.removeFirst()
    }
    guard folders.count == 1, let name = Self.decoded(folders[0], plusIsSpace: false) else {
      return nil
    }
    if !name.isEmpty { file = name }
  }

  /// The address of a page under a question.
  static func path(_ question: QuestionWords, _ file: String) -> String {
    let pairs = question.pairs.map { "\($0.key)=\(queryText($0.value))" }.joined(separator: "&")
    return (pairs.isEmpty ? "/" : "/\(pairs)/") + file
  }

  /// Pairs of a query; `nil` where one is not readable or comes twice.
  static func pairs(_ text: Substring, plusIsSpace: Bool) -> [String: String]? {
    var pairs: [String: String] = [:]
    for piece in text.split(separator: "&") {
      let sides = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let key = decoded(sides[0], plusIsSpace: plusIsSpace),
        let value = decoded(sides.count > 1 ? sides[1] : "", plusIsSpace: plusIsSpace),
        pairs.updateValue(value, forKey: key) == nil
      else { return nil }
    }
    return pairs
  }

  /// A piece of an address as text; `nil` for what is no text, or holds signs that steer.
  private static func decoded(_ text: Substring, plusIsSpace: Bool) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.next(), let low = rest.next(),
          let value = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16)
        else { return nil }
        bytes.append(value)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    guard !bytes.contains(where: { $0 < 32 || $0 == 127 }) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }
}
