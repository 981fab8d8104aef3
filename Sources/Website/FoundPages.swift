import Documents
import Findings
import Networks
public import Sections

extension Site {
  /// What somebody looked for: the words, what they must be, and who asks.
  public struct Sought: Sendable {
    public let text: String
    /// By the names of the options of `weft find`.
    public let options: [String: String]

    public init(_ text: String, _ options: [String: String]) {
      self.text = text
      self.options = options
    }

    subscript(_ key: String) -> String { options[key] ?? "" }

    /// Whether people must be somewhere, or offer something.
    var isNarrowed: Bool { ["hub", "phase", "level", "offers"].contains { !self[$0].isEmpty } }
  }

  /// Who was found, or what was wrong with the question.
  public enum Found: Sendable {
    case report(FindReport)
    case mistake(String)
  }

  /// The answer to a question in plain words.
  public func found(_ sought: Sought, _ found: Found) -> WebPage {
    switch found {
    case .mistake(let words):
      return WebPage(
        "find", "That could not be searched", .find, asks: true, asked: sought.text,
        "\(head("That could not be searched", "\(words)"))\(naming.showsAll ? search(sought) : "")\(atoz)"
      )
    case .report(let report):
      guard naming.showsAll else { return topicsFound(sought, report) }
      let people = report.people
      let (met, near) = (people.filter { !$0.isNear }, people.filter(\.isNear))
      let list: HTML =
        met.isEmpty ? "" : "<ol class=\"people\">\n\(met.html { person($0, sought) })</ol>\n"
      let beside: HTML =
        near.isEmpty
        ? ""
        : "<section><h2>Something close</h2>\n<ol class=\"people\">\n\(near.html { person($0, sought) })</ol></section>\n"
      // Where nobody was found, the heading says so, and the question stands in its field.
      let further = report.sentences.filter { !people.isEmpty || $0 != report.heading + "." }
      let asked = people.isEmpty && !further.isEmpty ? [] : ["You asked for “\(sought.text)”."]
      let answer = (asked + further).joined(separator: " ")
      return WebPage(
        "find", report.heading, .find, asks: true, asked: sought.text,
        table: Self.unscored(report.table),
        """
        \(head(report.heading, "\(answer)"))\(people.isEmpty && !sought.isNarrowed ? "" : search(sought))\(list)\(beside)\(people.isEmpty ? "\(Self.nothing)\(mostKnown)" as HTML : "")\(atoz)<div class="method">\(people.isEmpty ? "" : Self.order)<p>People who asked not to be named are not listed.</p></div>
        """)
    }
  }

  /// In a copy without names: the topics asked for, and nobody.
  ///
  /// Places, levels and offers in the question change nothing in it: where the one person who knows a topic works would be told by
  /// asking school after school.
  private func topicsFound(_ sought: Sought, _ report: FindReport) -> WebPage {
    let found = topics.filter { report.topicNames.contains($0.name) }
    let title = found.first?.heading ?? "Nothing is listed for it"
    let list: HTML =
      found.isEmpty
      ? Self.nothing
      : "<ul class=\"topics\">\(found.html { "<li>\(link($0.name, addresses.page("topic", "\($0.topic)"))) <span class=\"soft\">\($0.heading)</span></li>" })</ul>\n"
    return WebPage(
      "find", title, .find, asks: true, asked: sought.text,
      "\(head(title, "You asked for “\(sought.text)”. This copy lists nobody: whoever keeps the data can serve one with names, for colleagues."))\(list)\(atoz)"
    )
  }

  /// Without the score, which pages never show.
  private static func unscored(_ table: Table) -> Table {
    var table = table
    table.dropColumn("score")
    table.dropColumn("rank")
    return table
  }

  private static let nothing: HTML =
    "<p>That does not mean nobody knows it: not everybody may have said what they know. Try a wider word, or ask whoever leads the subject nearest to it.</p>\n"

  private static let order: HTML =
    "<p><b>The order.</b> Kind of evidence first (a qualification counts most, somebody's own word least), then how far it goes and how recent it is. Another question gives another order; nobody is ranked as a person.</p>\n        "

  /// The topics that most people are listed for, for whoever found nobody.
  private var mostKnown: HTML {
    let some = topics.filter { $0.count > 0 }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
      .prefix(5)
    guard !some.isEmpty else { return "" }
    return
      "<section><h2>What most people are listed for</h2><ul class=\"topics\">\(some.html { "<li>\(link($0.name, addresses.page("topic", "\($0.topic)"))) <span class=\"soft\">\(Self.people($0.count))</span></li>" })</ul></section>\n"
  }

  private var atoz: HTML {
    "<p class=\"meta\">Every topic is in the <a href=\"find.html\">list from A to Z</a>.</p>\n"
  }

  private func person(_ person: FindReport.Found, _ sought: Sought) -> HTML {
    let about = [person.role, person.school].compactMap { $0 }.joined(separator: ", ")
    let address = addresses.page("person", "\(person.person)")
      .map { sought["from"].isEmpty ? $0 : "\($0)?from=\(queryText(sought["from"]))" }
    return """
      <li><div><h2>\(link(person.name, address))</h2>
      \(about.isEmpty ? nil : "<p class=\"soft meta\">\(about)</p>")
      \(person.knows.html { "<p><b>\($0.topic): \($0.level).</b> <span class=\"soft\">\($0.basis).</span></p>" })\(person.offers.isEmpty ? nil : "<p class=\"meta\">Offers \(listed(person.offers)).</p>")</div><div>\(way(person))</div></li>

      """
  }

  private func way(_ person: FindReport.Found) -> HTML {
    switch person.way {
    case .unasked:
      let schools = introducers[person.person] ?? []
      return schools.isEmpty
        ? "<p class=\"meta\">No short introduction found. Write to them directly.</p>"
        : "<p class=\"meta\"><span class=\"k\">Who could introduce you</span>Somebody at \(listed(Self.few(schools).map(Network.inText), and: "or")) works with them.</p>"
    case .theyKnowEachOther: return "<p class=\"meta\">You know each other.</p>"
    case .through(let names):
      return
        "<p class=\"k\">Who could introduce you</p><ol class=\"via meta\"><li>You</li>\(names.html { "<li>\($0)</li>" })<li>\(person.name)</li></ol>"
    case .instead(let words):
      return "<p class=\"meta\"><span class=\"k\">No short introduction found</span>\(words)</p>"
    }
  }

  /// What the people found must be, and who asks.
  private func search(_ sought: Sought) -> HTML {
    let schools = analysis.network.schools
    func select(_ key: String, _ label: String, _ any: String, _ options: [(String, String)])
      -> HTML
    {
      guard !options.isEmpty else { return "" }
      return
        "<p><label for=\"\(key)\">\(label)</label><select id=\"\(key)\" name=\"\(key)\"><option value=\"\">\(any)</option>\(options.html { "<option value=\"\($0.0)\"\($0.0 == sought[key] ? " selected" as HTML : "")>\($0.1)</option>" })</select></p>\n"
    }
    let hubs = Set(schools.compactMap(\.hub)).sorted().map { ($0, $0) }
    let phases = Set(schools.compactMap(\.phase)).sorted().map { ($0, capitalised($0)) }
    let levels = SkillLevel.allCases.map { ("\($0.rawValue)", capitalised($0.words) + " or above") }
    let offers = Offer.allCases.map { ($0.rawValue, capitalised($0.rawValue)) }
    let asker = sought["from"]
    let isKnown = frame.open != nil
    let state =
      isKnown
      ? "Choose a hub, a phase, a level or an offer"
      : asker.isEmpty
        ? "Say who you are, to see who could introduce you; or choose a hub, a phase, a level or an offer"
        : "Asked by \(asker): change who asks, or choose a hub, a phase, a level or an offer"
    return """
      <details class="filter"><summary>\(state)</summary><form method="get" action="find.html" class="fields">
      <input type="hidden" name="q" value="\(sought.text)">
      \(isKnown ? nil : "<p><label for=\"from\">Your name or staff number</label><input id=\"from\" name=\"from\" value=\"\(sought["from"])\" maxlength=\"128\" autocomplete=\"name\" aria-describedby=\"from-help\"><span class=\"k\" id=\"from-help\">To see who could introduce you; it stands in the address, and Weft keeps it nowhere</span></p>" as HTML)
      \(select("hub", "Hub", "Anywhere", hubs))\(select("phase", "Phase", "Any", phases))\(select("level", "How far it goes", "Any level", levels))\(select("offers", "Offers", "Anything", offers))<p><button class="btn">Show</button></p></form></details>

      """
  }

  // MARK: Introductions

  /// The page of a colleague with the way from the one who asks; `nil` where there is no such page.
  ///
  /// - Parameter path: works out the way to a person, or says what is wrong.
  public func meeting(
    _ stem: String, from: String, path: (Int32) -> Result<PathReport, Mistake>
  ) -> WebPage? {
    guard let person = colleague(stem) else { return nil }
    let form = asker(from)
    switch path(person.person) {
    case .failure(let mistake):
      return page(person, meeting: "<p class=\"banner red\">\(mistake.words)</p>\(form)")
    case .success(let report):
      let advice = report.advice
      let steps: HTML =
        advice.steps.isEmpty
        ? paragraphs(advice.instead)
        : "<ol class=\"steps\">\(advice.steps.html { "<li>\($0)</li>" })</ol>"
      return page(
        person,
        meeting:
          "\(steps)\(advice.message.map { "<h3>A message to copy</h3><p class=\"draft\">\($0)</p>" as HTML })\(form)"
      )
    }
  }

  /// What was wrong with what a reader wrote, in a sentence.
  public struct Mistake: Error, Sendable {
    let words: String
    public init(_ words: String) { self.words = words }
  }

  /// Asks who would like to be introduced.
  func asker(_ from: String) -> HTML {
    // Whoever signed in is known.
    frame.open != nil
      ? ""
      : """
      <form method="get" class="fields"><p><label for="from">Your name or staff number</label><input id="from" name="from" value="\(from)" maxlength="128" autocomplete="name"></p><p><button class="btn">Who could introduce me?</button></p></form>

      """
  }
}

/// A text as a value in an address.
public func queryText(_ text: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"):
      bytes.append(byte)
    default:
      bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
