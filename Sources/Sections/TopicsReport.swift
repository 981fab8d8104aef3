public import Documents
public import Measures
import Networks

/// The topics of a trust, and those that may be one.
public struct TopicsReport: Sendable {
  private let knowledge: Knowledge
  private let places: [Int32]
  private let merges: [TopicMerge]

  /// - Parameter isWhole: whether topics of the list that comes with Weft are told that nobody here mentions.
  public init(_ knowledge: Knowledge, isWhole: Bool) {
    self.knowledge = knowledge
    places = isWhole ? Array(0..<Int32(knowledge.topics.count)) : knowledge.topicsInPlay
    merges = knowledge.topicMerges
  }

  private func name(_ topic: Int32) -> String { knowledge.topics[topic].name }

  /// How many there are, and what to do about those that may be one.
  public var sentences: [String] {
    let held = places.count { knowledge.holderCounts[Int($0)] > 0 }
    var lines = [
      "\(counted(places.count, "topic")); somebody knows \(counted(held)). The list that comes with Weft is version \(TopicTree.starterVersion)."
    ]
    if !merges.isEmpty {
      lines.append(
        "\(counted(merges.count, "pair")) may be one topic. Nothing is merged by itself: to accept one, copy its line into topics.csv."
      )
    }
    return lines
  }

  public var table: Table {
    Table(
      [
        .text("topic"), .text("broader", "part of"), .text("origin", "from"),
        .number("holders", "know it"),
        .number("seekers", "seek it"), .text("near", "often known with"),
        .text("synonyms", "also called"),
      ],
      rows: places.map { topic in
        let it = knowledge.topics[topic]
        return [
          .text(it.name), .text(it.broader.map(name) ?? ""), .text(it.origin.words),
          .count(knowledge.holderCounts[Int(topic)]), .count(knowledge.seekers(of: topic).count),
          .text(
            knowledge.neighbours(of: topic).prefix(2).map { name($0.topic) }.joined(separator: ", ")
          ),
          .text(it.synonyms.prefix(4).joined(separator: ", ")),
        ]
      })
  }

  /// Pairs that may be one, with the line that makes them so.
  public var mergeTable: Table {
    Table(
      [
        .text("topic"), .text("into", "may be"), .text("why"), .text("line", "line for topics.csv"),
      ],
      rows: merges.map { merge in
        let line = [name(merge.into), "", name(merge.topic)].map(csvCell).joined(separator: ",")
        return [
          .text(name(merge.topic)), .text(name(merge.into)), .text(merge.why.rawValue), .text(line),
        ]
      })
  }

  private func csvCell(_ text: String) -> String {
    text.contains(where: { ",\"\n".contains($0) })
      ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  public var json: JSONValue {
    .object([
      "schema_version": .whole(1), "starter_version": .text(TopicTree.starterVersion),
      "topics": table.jsonRows,
      "merges": mergeTable.jsonRows,
    ])
  }
}

extension Topic.Origin {
  fileprivate var words: String {
    switch self {
    case .own: "topics.csv"
    case .claimed: "what people wrote"
    case .heading: "a broader term"
    case .starter: "Weft's list"
    }
  }
}
