extension TopicTree {
  /// Topics that people in English schools are asked about, in words of our own.
  ///
  /// A trust's own topics.csv extends and overrides them. Each line: the topic, `<` the topic it is part of, `=` other
  /// words for it, `~` what people say when they need it: their words in any order, `/` between words of which one will do.
  public static let starter: [Topic.Entry] = [
    curriculumLines, subjectLines, inclusionLines, pastoralLines, leadershipLines, operationsLines,
    softwareLines, languageLines,
  ].flatMap { $0.split(separator: "\n").map { entry(String($0)) } }

  /// The version of the list; it changes whenever a line does.
  public static let starterVersion = "2026.18"

  private static func entry(_ line: String) -> Topic.Entry {
    let said = line.split(separator: "~", maxSplits: 1)
    let sides = said[0].split(separator: "=", maxSplits: 1)
    let names = sides[0].split(separator: "<", maxSplits: 1).map { trimmed(String($0)) }
    func list(_ text: Substring) -> [String] {
      text.split(separator: ";").map { trimmed(String($0)) }
    }
    return Topic.Entry(
      names[0], broader: names.count > 1 ? names[1] : nil,
      synonyms: sides.count > 1 ? list(sides[1]) : [],
      situations: said.count > 1 ? list(said[1]) : [], origin: .starter)
  }
}
