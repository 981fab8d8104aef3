import Documents
import Findings
import Networks
import Sections

extension Site {
  /// How the numbers are worked out, what is shown of whom, how to use the site, and what it is made with.
  var aboutPages: [WebPage] { [numbers, privacy, accessibility, versionPage, notHere] }

  private var isNamed: Bool { naming.showsAll }

  private var numbers: WebPage {
    let title = "How the numbers are worked out"
    let rules = analysis.rules
    return WebPage(
      "numbers", title, .about,
      """
      \(head(title, "Every figure here is set beside what others would have and what chance alone would give, and says how sure it is."))\(section("What counts as working together", "Two colleagues have a contact when either of them said so, or when a working group of at most fifteen people holds both. A link has a depth, from contact to joint work, where the files say so."))\(section("Keeps to itself", "The share of a group's links that lead out of it is set beside what the other groups would have at its size. It keeps to itself when it is further in than chance, its share is at most \(percent(rules.siloShare)) of what the others would have, and missing replies could not change that. Every group is more inward than a random mix of people, so that alone is not called a silo."))\(section("Possible range", "The range covers who happened to be counted, and what those who have not replied might say if they work as their colleagues do."))\(section("How sure", "Beyond doubt: less than one in a thousand by chance, with seven in ten replies or more, and missing replies cannot change it. Likely: less than one in twenty. A hint: less than one in ten, or missing replies could change it. Otherwise it cannot be told."))\(section("Too few to say", "No verdict is given on fewer than \(inWords(rules.minGroup)) people, fewer than \(inWords(rules.minTies)) links, or where fewer than \(percent(rules.minCoverage)) replied."))\(section("Who knows a topic", "People and their evidence are listed as the files have them: a qualification, part of the role, a project, a colleague's word, or their own. Nobody is given a mark or a rank."))\(section("Topic by topic", "Nobody near: under half of the staff are within two steps of somebody who knows it. One person: one person there, or one near. Two or more are somebody."))\(section("Partnerships", "A side's score is the average of three replies or more. At either end of the scale only low or high is said, since the average would tell what each person said. The two sides are apart when they stand two steps from one another."))\(section("Not asked, not replied, too few, not on record", "These are four different things, and none of them is nought. Nobody and none stand only where it was asked and the answer is none. c stands for a number that too few people are behind."))
      """)
  }

  private func section(_ heading: String, _ text: String) -> HTML {
    "<section><h2>\(heading)</h2><p>\(text)</p></section>\n"
  }

  private var privacy: WebPage {
    let title = "What this site shows about people"
    let rules = analysis.rules
    let who =
      isNamed
      ? "This copy names people. It is for colleagues of this trust alone: do not send it on. Those who asked not to be named are named nowhere, and those who asked to be left out are in no figure."
      : "This copy names nobody and lists nobody: people are counted. Those who asked to be left out are in no figure."
    let role =
      isNamed
      ? "Role and school stand beside a name."
      : "A role stands beside a school only where \(inWords(rules.minGroup)) people there share it. Some people are listed nowhere, so that nobody can be told by being missing."
    return WebPage(
      "privacy", title, .about,
      """
      \(head(title, "\(who)"))\(section("What is shown of a colleague", "What they said they know and would like to learn, the evidence for it, and what they offer. \(role) No figure about a person is shown to anybody: not how many contacts they have, nor how central they are."))\(section("What is not shown", "Groups of fewer than \(inWords(rules.minGroup)) people, links that fewer than \(inWords(analysis.question.minLink)) people carry, and whatever would give those away by subtraction. Answers of fewer than three raters. Who said what. Leaving dates, addresses and telephone numbers. Nothing about health, religion, ethnic origin, union membership or any other special kind of data is read at all."))\(section("What it is for", "Finding colleagues, and seeing where the trust works together and where it does not. It is not for appraising anyone."))\(section("Your choices", "You may ask to be listed, to be counted and not named, or to be left out altogether; you may see what is held about you, correct it, or object. Ask whoever keeps the data in your trust: who that is is not on record here. \(served != nil && isNamed ? "The page My data shows it all. " : "")A change shows when \(served == nil ? "this copy is made again" : "the files are changed")."))\(section("Where it goes", "\(served == nil ? "These pages are files. Nothing is asked of any other computer while you read them, nothing is stored on yours, and what you search for stays in the page." : frame.open != nil ? "These pages are made by a server of this trust, for those who sign in and have a role. A cookie keeps you signed in, for ten hours at most. Names that are taken away as a table, files that are loaded and how people choose to appear are written down there, with who did it. What you search for stands in the address, which your browser may remember; Weft writes none of it down." : "These pages are made on this computer, for whoever opened them here, and nothing is sent to any other. One cookie opens them and is gone with the browser. What you search for, and who you say you are, stands in the address, which your browser may remember; Weft writes none of it down.")"))
      """)
  }

  private var accessibility: WebPage {
    let title = "Accessibility statement"
    return WebPage(
      "accessibility", title, .about,
      """
      \(head(title, "This site is made to meet the Web Content Accessibility Guidelines 2.2 at level AA."))\(section("How you can use it", "With a keyboard alone, with a screen reader, at 400% without scrolling sideways but for wide tables, in forced colours, without JavaScript, and on paper. \(served == nil ? "Without JavaScript the search leads to the list of topics from A to Z." : "Nothing in these pages needs JavaScript.")"))\(section("How it is tested", "Pages of every kind are read by axe-core in Chromium before each release. No one outside the project has audited them."))\(section("What falls short", "Maps and matrices are pictures with small type; each has its words and its numbers as a table beside it. Wide tables scroll within a frame of their own."))\(section("Tell us", "If something bars you, tell whoever runs this site in your trust: who that is is not on record here."))
      """)
  }

  private var versionPage: WebPage {
    let title = "Version and licences"
    let pieces =
      served == nil
      ? section(
        "What is in this folder",
        "Pages, tables, pictures, one style sheet, one small script and the search index. No typeface is enclosed: text is set in Inter where your computer has it, or in its own."
      )
      : section(
        "What you see",
        "Pages made as you ask, from the files of your trust. Text is set in Inter where your computer has it, or in its own face."
      )
    return WebPage(
      "version", title, .about,
      """
      \(head(title, "Made by \(version)."))\(section("Licence", "Weft is free software under the Apache License, version 2.0. What the files of your trust say remains your trust's."))\(pieces)\(section("Made with", "Swift, Graphviz, librsvg and Pango draw the pictures. None of them runs in these pages."))
      """)
  }

  /// Where a server sends whoever asks for what is not there; the same for what is hidden and for what never was.
  private var notHere: WebPage {
    let title = "That page is not here"
    return WebPage(
      "404", title, nil, asks: true,
      """
      \(head(title, "The address may be old or mistyped, or this copy does not have it. Nothing was lost."))<p><a class="btn" href="index.html">Go to the first page</a></p>
      <p>Or look for a topic above, or in the <a href="find.html">list from A to Z</a>.</p>
      """)
  }
}
