public import Documents
import Findings
public import Measures
import Networks

/// The warmest introductions from one person to another, or to somebody who knows a topic.
public struct PathReport: Sendable {
  private let knowledge: Knowledge
  private let introductions: Introductions
  private let naming: Naming
  private let words: IntroductionWords
  private let from: Int32
  /// The topic, where somebody who knows it is sought.
  private let topic: Int32?
  /// The topic asked for, of which `topic` may be a part.
  private let asked: Int32?
  private let targets: [Int32]
  public let paths: [IntroductionPath]
  private let opening: (RouteOpening, to: Int32)?
  /// How a question in words was read, where that is how those to be met were found.
  private let reading: String?

  /// - Parameters:
  ///   - targets: who will do, the most wanted first.
  ///   - topic: what they are to know, if that is what is sought.
  ///   - asked: the topic asked for, where they know but a part of it.
  public init(
    _ knowledge: Knowledge, _ introductions: Introductions, _ naming: Naming, from: Int32,
    to targets: [Int32], topic: Int32? = nil, asked: Int32? = nil,
    reading: String? = nil
  ) {
    self.knowledge = knowledge
    self.introductions = introductions
    self.naming = naming
    self.from = from
    // Who has no code is not spoken of, as one to be met or on the way.
    let targets = targets.filter { naming.id($0) != nil }
    self.targets = targets
    self.topic = topic
    self.asked = asked
    self.reading = reading
    words = IntroductionWords(knowledge, naming)
    paths = introductions.paths(from: from, to: targets).filter { path in
      path.between.allSatisfy { naming.id($0) != nil }
    }
    opening =
      paths.isEmpty
      ? targets.prefix(20).lazy.compactMap { target in
        introductions.opening(from: from, to: target, in: knowledge.network).map { ($0, target) }
      }.first { naming.id($0.0.near) != nil && naming.id($0.0.far) != nil } : nil
  }

  /// Whom a topic leads to: those who lead it in school or beyond, the weightiest first; where nobody does, all who hold it.
  ///
  /// Where nobody holds the topic itself, those who hold what is part of it, the topics right below before those further down.
  public static func targets(
    _ knowledge: Knowledge, topic: Int32, from: Int32
  ) -> (people: [Int32], topic: Int32) {
    for place in [topic] + knowledge.topics.parts(of: topic).map(\.topic) {
      let holders = knowledge.holders(of: place).filter {
        $0.person != from && !knowledge.isHidden($0.person)
      }.sorted { ($1.weight.value, $0.person) < ($0.weight.value, $1.person) }
      guard !holders.isEmpty else { continue }
      let leading = holders.filter { ($0.weight.level ?? .confident) >= .leadsInSchool }
      return ((leading.isEmpty ? holders : leading).map(\.person), place)
    }
    return ([], topic)
  }

  /// The answer as text.
  public var text: String {
    guard let best = paths.first else {
      return (partly + [noWay] + nextBest).map { visible($0) + "\n" }.joined()
    }
    var lines = partly
    if best.links.count == 1 {
      lines.append("\(words.name(from)) and \(words.person(best.to)) know each other.")
    } else {
      lines.append(
        "\(words.name(from)) can meet \(words.person(best.to)) in \(inWords(best.links.count)) steps."
      )
    }
    if let topic, let knows = words.knowledge(of: best.to, topic) { lines.append(knows + ".") }
    lines.append("")
    lines += words.steps(best).enumerated().map { "  \($0 + 1). \($1)" }
    lines.append("     Cost \(fixed(best.cost, places: 1)).")
    for path in paths.dropFirst() {
      lines.append("")
      lines.append("Or \(words.line(path)), cost \(fixed(path.cost, places: 1)):")
      if path.to != best.to, let topic, let knows = words.knowledge(of: path.to, topic) {
        lines.append("     \(words.name(path.to)), \(knows).")
      }
      lines += words.steps(path).enumerated().map { "  \($0 + 1). \($1)" }
    }
    lines += ["", "A message to copy:", "  " + message(to: best.to, through: best.between.first)]
    return lines.map { visible($0) + "\n" }.joined()
  }

  /// The best way, a sentence a step, or what there is instead; and a message to copy.
  public var advice: (steps: [String], instead: [String], message: String?) {
    guard let best = paths.first else {
      return (
        [],
        [noWay] + (targets.first.map { [words.nextBestSentence(from, $0, introductions)] } ?? []),
        targets.first.map { message(to: $0, through: nil) }
      )
    }
    return (words.steps(best), [], message(to: best.to, through: best.between.first))
  }

  /// That those to be met know but a part of what was asked for.
  private var partly: [String] {
    if let reading { return [reading] }
    guard let topic, let asked, topic != asked else { return [] }
    let (part, whole) = (knowledge.topics[topic].name, knowledge.topics[asked].name)
    return ["Nobody who can be named lists \(whole) itself: \(part) is part of it."]
  }

  private func message(to person: Int32, through: Int32?) -> String {
    words.message(
      from: from, to: person, through: through, about: topic.map { knowledge.topics[$0].name })
  }

  /// What to do without an introduction, and a message.
  private var nextBest: [String] {
    guard let target = targets.first else { return [] }
    return [
      "Until then: " + words.nextBestSentence(from, target, introductions), "",
      "A message to copy:",
      "  " + message(to: target, through: nil),
    ]
  }

  /// That there is no way, and what would open one.
  private var noWay: String {
    if targets.isEmpty, let topic {
      return "Nobody who can be named knows \(knowledge.topics[topic].name)."
    }
    let whom =
      topic.map { "somebody who knows \(knowledge.topics[$0].name)" }
      ?? targets.first.map(words.person) ?? ""
    let no = "No way of three steps leads from \(words.person(from)) to \(whom)."
    guard let (opening, to) = opening else { return no }
    return "\(no) \(words.sentence(opening, from: from, to: to, isNamed: topic == nil))"
  }

  /// One row a step.
  public var table: Table {
    var table = Table([
      .number("way"), .number("step"), .text("from"), .text("to"), .text("to_name", "name"),
      .text("to_role", "role"), .text("to_school", "school"), .text("tie"), .number("depth"),
      .number("cost"),
    ])
    for (way, path) in paths.enumerated() {
      var from = path.from
      for (step, link) in path.links.enumerated() {
        table.rows.append([
          .count(way + 1), .count(step + 1), .text(naming.id(from) ?? ""),
          .text(naming.id(link.to) ?? ""), .text(naming.name(link.to) ?? ""),
          .text(words.role(link.to) ?? ""), .text(words.school(link.to) ?? ""),
          .text(words.tie(link)), link.depth.map { .count(Int($0.rawValue)) } ?? .empty,
          .number(link.cost, places: 2),
        ])
        from = link.to
      }
    }
    if !naming.showsAll { table.dropColumn("to_name") }
    return table
  }

  /// Everything, for other programs.
  public var json: JSONValue {
    .object([
      "schema_version": .whole(1), "from": .optional(naming.id(from)),
      "topic": .optional(topic.map { knowledge.topics[$0].name }),
      "ways": .array(
        paths.map { path in
          .object([
            "to": .optional(naming.id(path.to)), "cost": .number(path.cost),
            "people": .array(
              ([path.from] + path.links.map(\.to)).map { .optional(naming.id($0)) }),
            "ties": .array(
              path.links.map { link in
                .object([
                  "depth": link.depth.map { .whole(Int($0.rawValue)) } ?? .null,
                  "cost": .number(link.cost),
                  "years_since": .number(link.years), "what": .text(words.tie(link)),
                ])
              }),
          ])
        }),
      "read_as": .optional(reading),
      "next_step": paths.isEmpty
        ? .optional(targets.first.map { words.nextBestSentence(from, $0, introductions) }) : .null,
      "message": .optional(
        (paths.first?.to ?? targets.first).map {
          message(to: $0, through: paths.first?.between.first)
        }),
      "would_open_one": opening.map { opening, _ in
        .array([opening.near, opening.far].map { .optional(naming.id($0)) })
      } ?? .null,
    ])
  }
}
