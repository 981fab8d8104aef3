import Networks

/// Names as short as they can be without two groups being called the same.
///
/// A school's shape tells its phase, so that "Primary School" can go; "Church of England" is CofE, as everywhere.
enum ShortNames {
  /// The short name of each, in order; a name that would be like another's stays whole.
  static func all(_ names: [(name: String, kind: NodeClass)]) -> [String] {
    let short = names.map { one($0.name, $0.kind) }
    var count: [String: Int] = [:]
    for name in short { count[folded(name), default: 0] += 1 }
    return zip(short, names).map { (count[folded($0)] ?? 0) > 1 || $0.isEmpty ? $1.name : $0 }
  }

  /// With the churches as they are written for short.
  static func brief(_ name: String) -> String {
    [("Church of England", "CofE"), ("Roman Catholic", "RC"), ("C of E", "CofE")]
      .reduce(name) { $0.replacing($1.0, with: $1.1) }
  }

  private static func one(_ name: String, _ kind: NodeClass) -> String {
    guard kind == .primary || kind == .secondary || kind == .special else { return name }
    let short = brief(name)
    let endings =
      kind == .primary
      ? [
        " Community Primary School", " Primary School", " Primary Academy", " Primary",
        " School",
      ] : kind == .special ? [" School"] : []
    for ending in endings where short.hasSuffix(ending) && short.count > ending.count + 2 {
      return String(short.dropLast(ending.count))
    }
    return short
  }
}

/// Codes of a few letters for central teams, no two alike.
enum TeamCodes {
  static func all(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      let words = name.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        .filter { !["and", "the", "of", "for", "team"].contains($0.lowercased()) }
      var tries: [String] = []
      if let capitals = words.first(where: {
        $0.count > 1 && $0.count <= 4 && $0.allSatisfy(\.isUppercase)
      }) {
        tries.append(capitals)
      }
      if words.count > 1 {
        tries.append(words.prefix(4).compactMap { $0.first?.uppercased() }.joined())
      }
      let first = words.first ?? "T"
      tries += (3...max(3, min(5, first.count))).map { String(first.prefix($0)) }
      tries += (2...99).map { String(first.prefix(2)) + "\($0)" }
      let code = tries.first { !$0.isEmpty && !taken.contains($0) } ?? name
      taken.insert(code)
      return code
    }
  }
}
