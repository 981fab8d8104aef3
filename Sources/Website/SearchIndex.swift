import Documents
import Findings
import Measures
import Networks
import Sections

extension Site {
  /// What the search in the page looks through, as a script that sets one name: a line each of title, kind, page, what to say
  /// of it, and other words for it.
  ///
  /// It holds what the pages hold and nothing more: no person who has no page.
  var searchIndex: String {
    var rows: [[String]] = topics.map { topic in
      let count = topic.count
      return [
        topic.name, "topic", addresses.page("topic", "\(topic.topic)") ?? "find.html",
        count == 0
          ? "Nobody is listed. That does not mean nobody knows it."
          : counted(count, "person", "people"),
        analysis.expertise.topics[topic.topic].synonyms.joined(separator: "; "),
      ]
    }
    rows += unlisted
    let network = analysis.network
    rows += network.schools.map { school in
      [
        school.name, "school", addresses.page("school", school.id) ?? "schools.html",
        [school.phase, school.hub].compactMap { $0 }.joined(separator: ", "), "",
      ]
    }
    rows += network.teams.map { team in
      let home = team.school.map { network.schools[Int($0)].name } ?? "Across the trust"
      return [team.name, "team", addresses.page("team", team.id) ?? "schools.html", home, ""]
    }
    rows += network.partners.map { partner in
      [
        partner.name, "partner", addresses.page("partner", partner.id) ?? "partners.html",
        partner.sector?.replacing("-", with: " ") ?? "", "",
      ]
    }
    rows += colleagues.map { person in
      [
        person.name, "person", addresses.page("person", "\(person.person)") ?? "find.html",
        [person.role, person.school].compactMap { $0 }.joined(separator: ", "), "",
      ]
    }
    let mark =
      frame.marking.map { "const weftMarking = \(JSONValue.text($0).json.trimmingLastLine);\n" }
      ?? ""
    return "\"use strict\";\n" + mark + "const weftIndex = "
      + JSONValue.array(rows.map(JSONValue.texts)).json
      .trimmingLastLine + ";\n"
  }

  /// Topics that a common list has and nobody here mentions: they lead to the nearest that somebody is listed for.
  private var unlisted: [[String]] {
    guard !topics.isEmpty else { return [] }
    let tree = analysis.expertise.topics
    let known = Dictionary(topics.map { ($0.topic, $0) }, uniquingKeysWith: { first, _ in first })
    return (0..<Int32(tree.count)).compactMap { place in
      guard known[place] == nil else { return nil }
      let around = tree.parts(of: place).map(\.topic) + tree.broader(than: place)
      guard let near = around.lazy.compactMap({ known[$0] }).first(where: { $0.count > 0 }) else {
        return nil
      }
      return [
        tree[place].name, "nobody listed", addresses.page("topic", "\(near.topic)") ?? "find.html",
        "That does not mean nobody knows it. Nearest: \(near.name).",
        tree[place].synonyms.joined(separator: "; "),
      ]
    }
  }
}

extension String {
  /// Without the line feed at the end.
  fileprivate var trimmingLastLine: String { hasSuffix("\n") ? String(dropLast()) : self }
}
