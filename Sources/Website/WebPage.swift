public import Documents

/// A page of the site: its address, what it says, and the tables that stand beside it as files.
public struct WebPage: Sendable {
  /// Where in the site it is, for the navigation.
  public enum Place: Sendable, Equatable {
    case find, silos, missing, partnerships, purpose, schools, partners, papers, data, own, about
  }

  /// The name of the file without its ending.
  public let stem: String
  /// What stands in the window's title; the heading.
  public let title: String
  public let place: Place?
  /// Whether the band with the search stands above.
  public let asks: Bool
  /// What was asked in it.
  let asked: String
  public let body: HTML
  /// The tables of the page, as `STEM.csv` and `STEM.json`.
  public let table: Table?

  init(
    _ stem: String, _ title: String, _ place: Place?, asks: Bool = false, asked: String = "",
    table: Table? = nil, _ body: HTML
  ) {
    self.asked = asked
    self.stem = stem
    self.title = title
    self.place = place
    self.asks = asks
    self.table = table
    self.body = body
  }

  public var file: String { stem + ".html" }
}

/// What every page of a site says of it: whose it is, of what day, whom it rests on, and how it is marked.
public struct SiteFrame: Sendable {
  public let trust: String
  /// Stands at the top of every page of a copy that is marked.
  public let marking: String?
  /// What the figures rest on, in a sentence.
  public let basis: String
  /// Whether a server answers, rather than files.
  let isServed: Bool
  /// What the one who reads may open; `nil` where that is everything.
  var open: Set<WebPage.Place>?

  public init(trust: String, marking: String?, basis: String, isServed: Bool = false) {
    self.isServed = isServed
    self.trust = trust
    self.marking = marking
    self.basis = basis
  }

  private static let sections: [(place: WebPage.Place, words: String, file: String)] = [
    (.find, "Find a colleague", "find.html"),
    (.silos, "Silos and bridges", "silos.html"),
    (.missing, "What is missing", "missing.html"),
    (.partnerships, "Partnerships", "partnerships.html"),
    (.purpose, "Goals and stories", "goals.html"),
    (.schools, "Schools and teams", "schools.html"),
    (.partners, "Partners", "partners.html"),
  ]
  /// What a server has beside the pages.
  private static let served: [(place: WebPage.Place, words: String, file: String)] = [
    (.papers, "Board papers", "board-papers.html"), (.data, "Data", "data.html"),
    (.own, "My data", "my-data.html"),
  ]
  private static let about: [(words: String, file: String)] = [
    ("How to read these pages", "reading.html"),
    ("How the numbers are worked out", "numbers.html"), ("Privacy notice", "privacy.html"),
    ("Accessibility statement", "accessibility.html"), ("Version and licences", "version.html"),
  ]

  /// A page whole.
  ///
  /// Nothing in it is fetched from anywhere but the folder it lies in, and the policy holds browsers to that.
  public func html(_ page: WebPage) -> String {
    let sections = (Self.sections + (isServed ? Self.served : [])).filter {
      open?.contains($0.place) ?? ($0.place != .own)
    }
    let entries = sections.html { section in
      "<li><a href=\"\(section.file)\"\(page.place == section.place ? " aria-current=\"page\"" as HTML : "")>\(section.words)</a></li>"
    }
    let scripts: HTML =
      isServed
      ? ""
      : "<script src=\"search-index.js\" defer></script>\n<script src=\"site.js\" defer></script>\n"
    let policy: HTML =
      isServed
      ? ""
      : "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' file: data:; form-action 'self' file:; base-uri 'none'\">\n"
    let foot = sections.html { "<li><a href=\"\($0.file)\">\($0.words)</a></li>" }
    let about = Self.about.html { "<li><a href=\"\($0.file)\">\($0.words)</a></li>" }
    let mark: HTML? = marking.map { "<p class=\"marking\">\($0)</p>\n" }
    let whole: HTML = """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="robots" content="noindex, nofollow">
      \(policy)<title>\(page.title) – \(trust)</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="site.css">
      \(scripts)</head>
      <body>
      <a class="skip" href="#main">Skip to content</a>
      <header class="top">
      \(mark)<div class="wrap">
      <a class="trust" href="index.html">\(trust)</a>
      <nav class="nav" aria-label="Main"><ul>\(entries)</ul></nav>
      <a class="menu" href="#menu">Menu</a>
      </div></header>
      \(page.asks && open?.contains(.find) ?? true ? Self.ask(page.asked) : nil)<main id="main" tabindex="-1"><div class="wrap">
      \(page.body)
      </div></main>
      <footer class="foot"><div class="wrap">
      <nav id="menu" aria-label="All pages" tabindex="-1"><ul>\(foot)</ul></nav>
      <nav aria-label="About this site"><ul>\(about)\(open == nil ? nil : "<li><a href=\"/sign-out\">Sign out</a></li>" as HTML)</ul></nav>
      <p>\(basis) They describe how people work together and are not for appraising anyone.</p>
      \(mark)</div></footer>
      </body>
      </html>

      """
    return whole.text
  }

  /// The search: a plain form that leads to the list of topics, which the script narrows.
  private static func ask(_ words: String) -> HTML {
    """
    <div class="ask" role="search"><div class="wrap">
    <label for="q">Who knows about…</label>
    <form action="find.html" method="get" class="search"><input type="search" id="q" name="q" value="\(words)" maxlength="128" autocomplete="off" spellcheck="true"><button class="btn">Search</button></form>
    <p class="tries">Every topic is also in the <a href="find.html">list from A to Z</a>.</p>
    </div></div>

    """
  }
}

/// The beginning of a page: where it is, its finding, and what that is compared with.
func head(_ title: String, _ answer: HTML, crumb: (words: String, file: String)? = nil) -> HTML {
  let trail: HTML? = crumb.map { "<p class=\"crumb\"><a href=\"\($0.file)\">\($0.words)</a></p>\n" }
  return "\(trail)<div class=\"head\"><h1>\(title)</h1>\n<p class=\"answer\">\(answer)</p></div>\n"
}

/// Sentences as paragraphs.
func paragraphs(_ sentences: [String]) -> HTML { sentences.html { "<p>\($0)</p>\n" } }

/// Where the numbers of a page lie as files.
func downloads(_ stem: String) -> HTML {
  "<p class=\"files\">The same as files: <a href=\"\(stem).csv\" download>CSV</a> <a href=\"\(stem).json\" download>JSON</a></p>\n"
}
