extension TopicTree {
  /// Topics that people in English schools are asked about, in words of our own.
  ///
  /// A trust's own topics.csv extends and overrides them. Each line: the topic, `<` the topic it is part of, `=` other
  /// words for it, `~` what people say when they need it: their words in any order, `/` between words of which one will do.
  public static let starter: [Topic.Entry] = [
    curriculumLines, subjectLines, inclusionLines, pastoralLines, leadershipLines, operationsLines,
    softwareLines, languageLines,
  ].flatMap { parts(of: $0[...], at: "\n").map(entry) }

  /// The version of the list; it changes whenever a line does.
  public static let starterVersion = "2026.18"

  /// The parts of a text between signs, byte by byte.
  private static func parts(
    of text: Substring, at sign: Unicode.Scalar, most: Int = .max
  ) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: sign), maxSplits: most - 1).map { Substring($0) }
  }

  private static func entry(_ line: Substring) -> Topic.Entry {
    let said = parts(of: line, at: "~", most: 2)
    let sides = parts(of: said[0], at: "=", most: 2)
    let names = parts(of: sides[0], at: "<", most: 2).map { trimmed(String($0)) }
    func list(_ text: Substring) -> [String] {
      parts(of: text, at: ";").map { trimmed(String($0)) }
    }
    return Topic.Entry(
      names[0], broader: names.count > 1 ? names[1] : nil,
      synonyms: sides.count > 1 ? list(sides[1]) : [],
      situations: said.count > 1 ? list(said[1]) : [], origin: .starter)
  }
}
