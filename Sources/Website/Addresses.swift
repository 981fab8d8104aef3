import Networks

/// The names of pages, each used once, from what they are about.
///
/// Small letters, digits and hyphens alone, so that a page has the same name on every disk and says nothing but what its
/// heading says.
struct Addresses: Sendable {
  private var taken: Set<String> = []
  private var known: [String: String] = [:]

  /// The page about something of a kind, by its id; `name` is what it is called.
  mutating func add(_ kind: String, id: String, name: String) {
    let stem = kind + "-" + Self.plain(name)
    let free = sequence(first: 1) { $0 + 1 }.lazy.map { $0 == 1 ? stem : "\(stem)-\($0)" }
      .first { [taken] in !taken.contains($0) }
    taken.insert(free ?? stem)
    known[kind + "\u{1F}" + id] = free ?? stem
  }

  /// The page without its ending; `nil` where there is none.
  func stem(_ kind: String, _ id: String) -> String? { known[kind + "\u{1F}" + id] }

  /// The page's file.
  func page(_ kind: String, _ id: String) -> String? { stem(kind, id).map { $0 + ".html" } }

  /// A text in small letters, digits and hyphens: "St Brannock's" is "st-brannock-s".
  static func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.lowercased().unicodeScalars.prefix(200) where result.utf8.count < 48 {
      let isPlain = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
      if isPlain {
        result.unicodeScalars.append(scalar)
      } else if !result.hasSuffix("-"), !result.isEmpty {
        result += "-"
      }
    }
    while result.hasSuffix("-") { result.removeLast() }
    return result.isEmpty ? "page" : result
  }
}
