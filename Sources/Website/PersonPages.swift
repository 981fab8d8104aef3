import Documents
import Findings
import Networks
import Sections

extension Site {
  /// The colleagues who may be named, in a copy with names: what they can help with, and how to meet them.
  ///
  /// No figure of anybody.
  var personPages: [WebPage] { colleagues.map { page($0) } }

  /// The page of one colleague.
  func personPage(_ stem: String) -> WebPage? { colleague(stem).map { page($0) } }

  /// Whom a page is about.
  func colleague(_ stem: String) -> ColleaguePage? {
    colleagues.first { addresses.stem("person", "\($0.person)") == stem }
  }

  /// - Parameter meeting: how the one who asks could meet them, where that is known.
  func page(_ person: ColleaguePage, meeting: HTML? = nil) -> WebPage {
    let place: HTML =
      person.school.map { name in
        let id = analysis.network.schools.first { $0.name == name }?.id
        return link(name, id.flatMap { addresses.page("school", $0) })
      } ?? ""
    let about: HTML =
      person.role.map { person.school == nil ? "\($0)" : "\($0), \(place)" } ?? place
    let helps = TableView(
      table: person.table, caption: "Topics in order of name.", folded: ["basis", "offers"],
      address: { addresses.page("topic", "\(person.helps[$0].topic)") }, isCaptionHidden: true
    ).html
    let ways: HTML =
      person.schools.isEmpty
      ? "<p>No short introduction found. Write to \(person.name) directly.</p>"
      : "<p>Somebody in each of these works with \(person.name) and could introduce you:</p><ul class=\"topics\">\(person.schools.html { "<li>\($0)</li>" })</ul>"
    let meet: HTML = served == nil ? ways : meeting ?? "\(ways)\(asker(""))"
    let topic = person.strongest.map { " I am looking for help with \($0), and found" }
    let message =
      person.schools.isEmpty
      ? "Hello \(person.name), could we talk for half an hour?\(topic.map { "\($0) you on our trust's site." } ?? "") Thank you."
      : "Hello, could you introduce me to \(person.name)?\(topic.map { "\($0) them on our trust's site." } ?? "") Half an hour would be plenty. Thank you."
    let learns: HTML =
      person.learns.isEmpty ? "" : "<p>Is learning: \(listed(person.learns)).</p>"
    let seeks: HTML =
      person.seeks.isEmpty
      ? "<p class=\"soft meta\">Nothing is listed that they would like to learn.</p>"
      : "<p>Would like to learn: \(listed(person.seeks)).</p>"
    return WebPage(
      addresses.stem("person", "\(person.person)") ?? "person", person.name, .find,
      """
      \(head(person.name, about, crumb: ("Topics from A to Z", "find.html")))<section><h2>What they can help with</h2>
      \(person.helps.isEmpty ? "<p>Nothing is listed.</p>" : helps)\(learns)\(seeks)</section>
      <section><h2>How you could meet</h2>
      \(meet)
      \(meeting == nil ? "<h3>A message you could send</h3><p class=\"draft\">\(message)</p>" as HTML : "")</section>
      <div class="method"><p>People on this site are listed under their own name unless they asked not to be. No figure about anybody is shown, to colleagues or to leaders. <a href="privacy.html">What the site shows about you</a></p></div>
      """)
  }
}
