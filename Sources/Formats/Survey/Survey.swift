import Networks

/// A survey of who works with whom, made of the staff list, whose answers `weft import` reads without being told how.
public struct Survey: Sendable {
  public struct Colleague: Sendable {
    public let name: String
    public let school: String

    public init(name: String, school: String) { (self.name, self.school) = (name, school) }
  }

  let trust: String
  /// The schools with the colleagues to be asked about, in order of name.
  let schools: [(name: String, colleagues: [String])]
  let topics: [String]

  /// - Parameters:
  ///   - colleagues: everybody who is to be asked, and asked about.
  ///   - topics: what people may say they could help with.
  public init(trust: String, colleagues: [Colleague], topics: [String]) {
    self.trust = trust
    var names: [String: [String]] = [:]
    var counts: [String: Int] = [:]
    for colleague in colleagues { counts[colleague.name, default: 0] += 1 }
    for colleague in colleagues {
      // Two of one name are told apart by their schools.
      let isAlone = counts[colleague.name] == 1 || colleague.school.isEmpty
      names[colleague.school, default: []].append(
        isAlone ? colleague.name : "\(colleague.name) (\(colleague.school))")
    }
    schools = names.sorted { $0.key < $1.key }.map {
      ($0.key.isEmpty ? Network.centralTeamName : $0.key, $0.value.sorted())
    }
    self.topics = topics
  }

  public var peopleCount: Int { schools.reduce(0) { $0 + $1.colleagues.count } }

  /// Whether each colleague gets a row with depths; beyond, names are ticked and depths asked of those alone.
  var isGrid: Bool { peopleCount <= 60 }

  /// About how long it takes to answer.
  ///
  /// Three seconds a row of a grid, one and a half a name that is only looked for, ten a name written, half a minute for the rest,
  /// two seconds a topic.
  public var minutes: Int {
    let roster = isGrid ? 3 * peopleCount : peopleCount * 3 / 2 + 60
    return max(1, (roster + 30 + topics.count * 2 + 59) / 60)
  }

  static let nameQuestion = "What is your name?"
  static let schoolQuestion = "Which school do you work in?"
  static let consentQuestion = "May your name be shown in the results?"
  static let consentAnswers = [
    "Yes, my name may be shown", "Count my answers, but do not show my name", "Leave me out",
  ]
  static let helpQuestion = "What could you help colleagues with?"
  static let wishQuestion = "What would you like help with?"

  func rosterQuestion(_ school: String) -> String {
    isGrid
      ? "How do you work with each of these colleagues? [\(school)]"
      : "Whom do you work with? [\(school)]"
  }

  static func depthQuestion(_ depth: Depth) -> String {
    "With whom would you say: \(DepthPhrase.words(depth))? Write the names, parted by semicolons"
  }

  var consent: [String] {
    [
      "We ask who works with whom so that we can see which schools and teams are well connected and which are not. It is not an appraisal: nobody is judged by how many names they tick.",
      "Answering is voluntary. Your answers are read by those who prepare the results; reports show schools and teams, and people appear under codes unless they agreed to be named.",
      "You can ask to see, correct or delete your answers at any time, and say below whether your name may be shown. It takes about \(minutes) minutes.",
    ]
  }

  /// The questions in order: what is asked, what may be chosen, how many, and the rows of a grid.
  var questions: [(text: String, answers: [String], isSeveral: Bool, rows: [String])] {
    var all: [(text: String, answers: [String], isSeveral: Bool, rows: [String])] = [
      (Self.nameQuestion, [], false, []),
      (Self.schoolQuestion, schools.map(\.name), false, []),
      (Self.consentQuestion, Self.consentAnswers, false, []),
    ]
    for school in schools {
      if isGrid {
        all.append(
          (
            rosterQuestion(school.name), Depth.allCases.map(DepthPhrase.words), false,
            school.colleagues
          ))
      } else {
        all.append((rosterQuestion(school.name), school.colleagues, true, []))
      }
    }
    if !isGrid {
      for depth in [Depth.coordination, .coalition, .collaboration] {
        all.append((Self.depthQuestion(depth), [], false, []))
      }
    }
    if !topics.isEmpty {
      all.append((Self.helpQuestion, topics, true, []))
      all.append((Self.wishQuestion, topics, true, []))
    }
    return all
  }

  // MARK: - Files

  /// The files of the survey.
  public func files(importing folder: String) throws(FormatError) -> [(
    name: String, bytes: [UInt8]
  )] {
    [
      ("README.txt", Array(guide(folder).utf8)), ("survey.docx", try document()),
      ("survey.html", Array(page.utf8)),
    ]
  }

  private func guide(_ folder: String) -> String {
    """
    A survey of who works with whom, for \(trust)

    \(counted(peopleCount, "colleague")) in \(counted(schools.count, "group")). Answering takes about \(minutes) minutes each; \(hours) of staff time if everybody answers.

    Microsoft Forms: choose Quick import and give survey.docx. Check that the questions about colleagues are \(isGrid ? "Likert questions with a row for each colleague" : "choices with multiple answers"). Keep the wording: the answers are read by it.
    Google Forms: make the same questions; grids and checkboxes both do.
    On paper: print survey.html, and type the answers into a table with the questions as headings.

    When the answers are in, save them as a workbook or CSV and run:
      weft import ANSWERS.xlsx -o \(folder)

    What people are told is at the top of the survey. Ask your data protection lead to read it before you send it.

    """
  }

  private var hours: String {
    let hours = max(1, (peopleCount * minutes + 30) / 60)
    return "about \(counted(hours, "hour"))"
  }

  /// The survey as a Word document that Microsoft Forms imports: numbered questions with lettered answers.
  private func document() throws(FormatError) -> [UInt8] {
    var body = ""
    func line(_ text: String, isBold: Bool = false) {
      body +=
        "<w:p><w:r>\(isBold ? "<w:rPr><w:b/></w:rPr>" : "")<w:t xml:space=\"preserve\">\(escapedForXML(text))</w:t></w:r></w:p>"
    }
    line("Who works with whom: \(trust)", isBold: true)
    for sentence in consent { line(sentence) }
    for (number, question) in questions.enumerated() {
      line(
        "\(number + 1). \(question.text)\(question.isSeveral ? " (tick all that apply)" : "")",
        isBold: true)
      for row in question.rows { line("   \(row)") }
      for (place, answer) in question.answers.enumerated() {
        line("\(Self.letters(place)). \(answer)")
      }
    }
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let packages = "http://schemas.openxmlformats.org/package/2006"
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return try zipped([
      (
        "[Content_Types].xml",
        Array(
          (head
            + "<Types xmlns=\"\(packages)/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"\(main)\"/></Types>")
            .utf8)
      ),
      (
        "_rels/.rels",
        Array(
          (head
            + "<Relationships xmlns=\"\(packages)/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>")
            .utf8)
      ),
      (
        "word/document.xml",
        Array((head + "<w:document xmlns:w=\"\(word)\"><w:body>\(body)</w:body></w:document>").utf8)
      ),
    ])
  }

  private static func letters(_ place: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(0x61 + place % 26)))
    return place < 26 ? letter : letters(place / 26 - 1) + letter
  }

  /// The survey as a page to print.
  private var page: String {
    var text = """
      <!doctype html>
      <html lang="en-GB"><head><meta charset="utf-8"><title>Who works with whom: \(escapedForXML(trust))</title>
      <style>
      body { font: 11pt/1.4 sans-serif; max-width: 48em; margin: 2em auto; padding: 0 1em; }
      h2 { font-size: 1.05em; margin: 1.6em 0 .4em; break-after: avoid; }
      ul { list-style: none; padding: 0; columns: 2; }
      table { border-collapse: collapse; width: 100%; font-size: .85em; }
      th, td { border: 1px solid #777; padding: .25em .4em; text-align: left; vertical-align: top; }
      td.box { text-align: center; } tr { break-inside: avoid; }
      .line { border-bottom: 1px solid #777; height: 2em; }
      </style></head><body>
      <h1>Who works with whom: \(escapedForXML(trust))</h1>

      """
    for sentence in consent { text += "<p>\(escapedForXML(sentence))</p>\n" }
    for (number, question) in questions.enumerated() {
      text += "<h2>\(number + 1). \(escapedForXML(question.text))</h2>\n"
      if !question.rows.isEmpty {
        text += "<table><thead><tr><th scope=\"col\">Colleague</th>"
        text +=
          question.answers.map { "<th scope=\"col\">\(escapedForXML($0))</th>" }.joined()
          + "</tr></thead><tbody>\n"
        for row in question.rows {
          text +=
            "<tr><th scope=\"row\">\(escapedForXML(row))</th>"
            + question.answers.map { _ in "<td class=\"box\">☐</td>" }.joined() + "</tr>\n"
        }
        text += "</tbody></table>\n"
      } else if question.answers.isEmpty {
        text += "<div class=\"line\"></div>\n"
      } else {
        text +=
          "<ul>" + question.answers.map { "<li>☐ \(escapedForXML($0))</li>" }.joined() + "</ul>\n"
      }
    }
    return text + "</body></html>\n"
  }
}
