import Documents
import Findings
import Measures
import Networks
import Sections

extension Site {
  /// The topics from A to Z, and a page for each.
  var findPages: [WebPage] { [find] + topics.map(page) }

  /// The page of one topic.
  func topicPage(_ stem: String) -> WebPage? {
    topics.first { addresses.stem("topic", "\($0.topic)") == stem }.map(page)
  }

  var find: WebPage {
    guard !topics.isEmpty else {
      return WebPage(
        "find", "What people know is not on record", .find, asks: true,
        head(
          "What people know is not on record",
          "No file says what people know. Add expertise.csv: person, topic, level."))
    }
    let listed = topics.count { $0.count > 0 }
    let title = "\(counted(topics.count, "topic")) to ask about"
    let letters = Dictionary(grouping: topics) { Self.letter($0.name) }.sorted { $0.key < $1.key }
    let jumps = letters.html {
      "<li><a href=\"#\(Self.anchor($0.key))\">\($0.key)</a></li>"
    }
    let lists = letters.html { letter, topics in
      """
      <section id="\(Self.anchor(letter))"><h2>\(letter)</h2>
      <ul class="topics">\(topics.html { "<li>\(link($0.name, addresses.page("topic", "\($0.topic)"))) <span class=\"soft\">\(Self.people($0.count))</span></li>" })</ul></section>

      """
    }
    return WebPage(
      "find", title, .find, asks: true, table: topicTable,
      """
      \(head(title, "\(listed == topics.count ? "People are listed for every one." : "People are listed for \(counted(listed)) of them.") \(naming.showsAll ? "Choose a topic to see who can be asked, and where somebody could introduce you." : "This copy lists nobody: whoever keeps the data can make one with names, for colleagues.")"))<div id="results" aria-live="polite"></div>
      <nav aria-label="Letters"><ul class="letters">\(jumps)</ul></nav>
      <div class="az">
      \(lists)</div>
      \(downloads("find"))<div class="method"><p>\(naming.showsAll ? "Some people are counted and not listed, so a topic may be known to more people than are listed." : "People said what they know, and not everybody may have.") One that nobody is listed for may be known all the same.</p></div>
      """)
  }

  private var topicTable: Table {
    Table(
      [.text("topic"), .number("listed"), .text("page")],
      rows: topics.map {
        [
          .text($0.name), .count($0.count),
          .text(addresses.page("topic", "\($0.topic)") ?? ""),
        ]
      })
  }

  static func people(_ count: Int) -> String {
    count == 0 ? "nobody listed" : counted(count, "person", "people")
  }

  /// The letter a topic stands under; everything that begins with no letter of the alphabet stands together.
  private static func letter(_ name: String) -> String {
    let first = folded(name).unicodeScalars.first ?? "#"
    return ("a"..."z").contains(first) ? String(first).uppercased() : "Other"
  }

  private static func anchor(_ letter: String) -> String { "letter-" + letter.lowercased() }

  // MARK: One topic

  private static let order: HTML =
    "<p><b>The order.</b> By what kind of evidence there is, and by name within each kind. Nobody is given a mark, and nobody is ranked.</p>\n<p>People who asked not to be named are not listed.</p>"
  private static let unnamed: HTML =
    "<p>This copy lists nobody: what people know tells who they are. Whoever keeps the data can make a copy with names, for colleagues.</p>"

  private func page(_ topic: TopicPeople) -> WebPage {
    let groups: HTML =
      topic.isNamed
      ? topic.groups.html { group in
        """
        <section><h2>\(group.heading)</h2>
        <ul class="people">
        \(group.people.html { colleague($0) })</ul></section>

        """
      }
      : "<section><h2>By evidence</h2><dl class=\"kv\">\(topic.groups.html { "<dt>\($0.heading)</dt><dd>\(Self.people($0.count))</dd>" })</dl></section>\n"
    let nobody: HTML =
      "<p>Nobody is listed for \(topic.name). That does not mean nobody knows it.</p>\n"
    return WebPage(
      addresses.stem("topic", "\(topic.topic)") ?? "topic", topic.heading, .find, asks: true,
      table: topic.table,
      """
      \(head(topic.heading, answer(topic), crumb: ("Topics from A to Z", "find.html")))\(topic.groups.isEmpty ? nobody : groups)\(near(topic))\(places(topic))\(downloads(addresses.stem("topic", "\(topic.topic)") ?? ""))<div class="method">
      \(topic.isNamed ? Self.order : Self.unnamed)
      </div>
      """)
  }

  /// What the topic is part of, and what is wrong with it, if anything.
  private func answer(_ topic: TopicPeople) -> HTML {
    let found = gaps?.gaps.gaps.filter { $0.topic == topic.topic }.map(\.sentence) ?? []
    let tree = analysis.expertise.topics
    let also = tree[topic.topic].synonyms
    let words =
      also.isEmpty ? "" : " Also called \(Networks.listed(Array(also.prefix(4)), and: "or"))."
    let order =
      topic.isNamed && topic.count > 1
      ? "The best kind of evidence first, then in order of name." : ""
    return "\((found + [order + words]).filter { !$0.isEmpty }.joined(separator: " "))"
  }

  private func colleague(_ person: TopicPeople.Colleague) -> HTML {
    let about = [person.role, person.school].compactMap { $0 }.joined(separator: ", ")
    let schools = introducers[person.person] ?? []
    let way: HTML? =
      naming.showsAll
      ? (schools.isEmpty
        ? "<p class=\"way\"><span class=\"k\">Who could introduce you</span>No short introduction found. Write to them directly.</p>"
        : "<p class=\"way\"><span class=\"k\">Who could introduce you</span>Somebody at \(Networks.listed(Self.few(schools).map(Network.inText), and: "or")) works with them.</p>")
      : nil
    return """
      <li><div><h3>\(link(person.name, addresses.page("person", "\(person.person)")))</h3>
      \(about.isEmpty ? nil : "<p class=\"soft meta\">\(about)</p>")
      </div><div><p><b>\(capitalised(person.level)).</b> <span class="soft">Evidence: \(person.age).</span>\(person.offers.isEmpty ? nil : " Offers \(Networks.listed(person.offers)).")</p>
      \(way)</div></li>

      """
  }

  static func few(_ names: [String]) -> [String] {
    names.count > 5 ? names.prefix(4) + ["\(inWords(names.count - 4)) other schools"] : names
  }

  /// The topics around it: what it is part of, and what is part of it.
  private func near(_ topic: TopicPeople) -> HTML {
    let tree = analysis.expertise.topics
    let above = tree.broader(than: topic.topic)
    let below = tree.parts(of: topic.topic).map(\.topic)
    let around = (above + below).filter { place in
      place != topic.topic && topics.contains { $0.topic == place }
    }
    guard !around.isEmpty else { return "" }
    let items = around.html { place -> HTML in
      let relation = above.contains(place) ? "\(topic.name) is part of it" : "part of \(topic.name)"
      return
        "<li>\(link(tree[place].name, addresses.page("topic", "\(place)"))) <span class=\"soft\">\(relation)</span></li>"
    }
    return "<section><h2>Something close</h2><ul class=\"topics\">\(items)</ul></section>\n"
  }

  /// Which schools have somebody, or are near somebody.
  private func places(_ topic: TopicPeople) -> HTML {
    guard let gaps, case let coverage = gaps.coverage,
      let row = coverage.topics.firstIndex(where: { $0.topic == topic.topic }),
      coverage.topics[row].holders > 0
    else { return "" }
    guard gaps.tellsWhere(coverage.topics[row]) else {
      return
        "<section><h2>By \(coverage.boundary.singular)</h2><p>One person in the trust. In which \(coverage.boundary.singular) is not shown here.</p></section>\n"
    }
    func names(_ wanted: TopicCoverage.Class) -> [String] {
      coverage.groups.indices.filter { coverage.cells[row][$0].coverage == wanted }
        .map { coverage.groups[$0].name }.sorted()
    }
    let lines: [(String, [String])] = [
      ("Somebody there or near", names(.covered)), ("One person there or near", names(.thin)),
      ("Nobody near", names(.distant)),
      ("Not known: too little there was answered or read", names(.unknown)),
    ]
    let items = lines.filter { !$0.1.isEmpty }.html { words, names in
      "<dt>\(words)</dt><dd>\(Networks.listed(names)).</dd>"
    }
    return
      "<section><h2>By \(coverage.boundary.singular)</h2><dl class=\"kv\">\(items)</dl>\n<p class=\"soft meta\">Near: most of the staff are within \(inWords(Int(coverage.steps))) steps of somebody who knows it.</p></section>\n"
  }
}
