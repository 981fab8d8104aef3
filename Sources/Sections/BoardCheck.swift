import Documents
import Findings
import Networks

/// The governance officer's list: fifteen things a paper must have before it goes to the Board.
extension BoardPack {
  public struct Check: Sendable, Equatable {
    public let what: String
    /// What is still to be done; `nil` when the check is passed.
    public let toDo: String?
  }

  public var checks: [Check] {
    let document = document
    let words = document.phrases.map(\.words).joined(separator: "\n")
    func check(_ what: String, _ isPassed: Bool, _ toDo: String) -> Check {
      Check(what: what, toDo: isPassed ? nil : toDo)
    }
    let open = document.gaps.count { $0.hasPrefix("who") }
    let completed = document.gaps.filter { $0.hasPrefix("to be completed") }.count
    let tables = findings.compactMap(\.table)
    return [
      check("The meeting is named", request.meeting != nil, "add --meeting \"Trust Board\""),
      check(
        "The day of the meeting is given", request.date != nil, "add --date \"3 December 2026\""),
      check("The author is named", request.author != nil, "add --author \"name and role\""),
      check(
        "The Board is told what is asked of it",
        !request.recommendations.isEmpty || request.purpose == .information,
        "add --recommendation, or check the steps that the paper proposes"),
      check(
        "The summary has at most 150 words", BoardWords.words(in: summary) <= 150,
        "shorten it: \(BoardWords.words(in: summary)) words"),
      check("Risks are told", isNamed || words.contains("Risks"), "say what could go wrong"),
      check(
        "Equality and money are filled in", completed == 0,
        "fill in \(inWords(completed)) \(completed == 1 ? "bracket" : "brackets") on page 1"),
      check(
        "The data protection note is there", isNamed || words.contains("Data protection"),
        "say what is not shown"),
      check(
        "Every page bears a marking", !document.properties.marking.isEmpty, "add --marking"),
      check(
        "Part A names nobody", isNamed || !namesSomebody(words),
        "somebody’s name is in a text of the files: find it and take it out"),
      check(
        "Every figure has an alternative text and a caption",
        lacking.isEmpty
          && document.figures.allSatisfy { !$0.altText.words.isEmpty && !$0.caption.isEmpty },
        lacking.isEmpty
          ? "write a caption"
          : "the figure of \(listed(lacking.map(\.rawValue))) has no room: draw it on a page of its own"
      ),
      check(
        "Every finding says how sure it is",
        findings.allSatisfy { !$0.finding.sure.reason.isEmpty },
        "say how sure"),
      check(
        "Every action has somebody to do it, and a day", open == 0,
        "fill in who and by when in \(inWords(open)) \(open == 1 ? "place" : "places")"),
      check(
        "Every table has at most seven rows and a source",
        tables.allSatisfy { $0.table.rows.count <= 7 }
          && findings.allSatisfy { $0.note.contains("Source: ") }, "shorten the table"),
      check(
        "No measure’s name is in it", !hasJargon(words), "put it in plain words"),
    ]
  }

  /// Whether somebody is called by their full name, of two words or three.
  private func namesSomebody(_ text: String) -> Bool {
    let names = Set(analysis.network.people.names.filter { $0.contains(" ") })
    let words = text.split { !$0.isLetter && !"'’-".contains($0) }
    return words.indices.contains { start in
      (2...3).contains { length in
        start + length <= words.count
          && names.contains(words[start..<start + length].joined(separator: " "))
      }
    }
  }

  private func hasJargon(_ words: String) -> Bool {
    let parts = Set(words.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init))
    return !parts.isDisjoint(with: ["tie", "ties", "e-i", "betweenness", "centrality", "homophily"])
  }
}
