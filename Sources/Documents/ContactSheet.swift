import FoundationEssentials
import Networks

/// `index.html`: every figure with its numbers, and the summary, on one page that needs nothing but itself.
///
/// No scripts, no addresses, figures inside the file: it opens from a disk or an attachment, prints, and reads aloud.
public struct ContactSheet: Sendable {
  /// A figure of the sheet.
  public struct Exhibit: Sendable {
    public let headline: String
    public let subtitle: String
    public let altText: String
    public let description: String
    public let svg: String
    public let table: Table
    /// The files the figure was written to.
    public let files: [String]

    public init(
      headline: String, subtitle: String, altText: String, description: String, svg: String,
      table: Table, files: [String]
    ) {
      self.headline = headline
      self.subtitle = subtitle
      self.altText = altText
      self.description = description
      self.svg = svg
      self.table = table
      self.files = files
    }
  }

  private let title: String
  private let marking: String?
  private let exhibits: [Exhibit]
  private let summary: String

  /// - Parameters:
  ///   - summary: the summary as Markdown.
  ///   - marking: what is said of the copy, such as that it holds names.
  public init(title: String, marking: String?, exhibits: [Exhibit], summary: String) {
    self.title = title
    self.marking = marking
    self.exhibits = exhibits
    self.summary = summary
  }

  public var html: String {
    let mark = marking.map { "<p class=\"marking\">\(htmlText($0))</p>\n" } ?? ""
    let links = exhibits.enumerated().map { place, exhibit in
      "<li><a href=\"#figure-\(place + 1)\">\(htmlText(exhibit.headline))</a></li>\n"
    }.joined()
    return """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
      <title>\(htmlText(title)): figures and summary</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <header>
      \(mark)<h1>\(htmlText(title))</h1>
      <nav aria-label="Figures"><ol>
      \(links)</ol></nav>
      </header>
      <main>
      \(exhibits.enumerated().map { figure($1, number: $0 + 1) }.joined())<section class="summary" aria-label="Summary">
      \(MarkdownPage(summary, level: 2).html)</section>
      </main>
      </body>
      </html>

      """
  }

  private func figure(_ exhibit: Exhibit, number: Int) -> String {
    let image = Data(exhibit.svg.utf8).base64EncodedString()
    let files =
      exhibit.files.isEmpty
      ? "" : "<p class=\"files\">Files: \(htmlText(listed(exhibit.files)))</p>\n"
    return """
      <section id="figure-\(number)" aria-labelledby="heading-\(number)">
      <h2 id="heading-\(number)"><span class="count">Figure \(number)</span> \(htmlText(exhibit.headline))</h2>
      <figure>
      <img alt="\(htmlText(exhibit.altText))" src="data:image/svg+xml;base64,\(image)">
      <figcaption>\(htmlText(exhibit.subtitle))</figcaption>
      </figure>
      <details><summary>The figure in words</summary>
      <p>\(htmlText(exhibit.description))</p>
      </details>
      <details><summary>The numbers behind it (\(counted(exhibit.table.rows.count, "row")))</summary>
      \(table(exhibit.table, "Numbers of figure \(number)"))</details>
      \(files)</section>

      """
  }

  private func table(_ table: Table, _ caption: String) -> String {
    func kind(_ column: Int) -> String {
      table.columns[column].isNumeric ? " class=\"number\"" : ""
    }
    let heads = table.columns.indices.map { column in
      "<th scope=\"col\"\(kind(column))>\(htmlText(table.columns[column].heading))</th>"
    }.joined()
    let rows = table.rows.map { row in
      "<tr>"
        + row.enumerated().map { column, cell in
          let text = htmlText(cell.shown)
          return column == 0
            ? "<th scope=\"row\"\(kind(0))>\(text)</th>" : "<td\(kind(column))>\(text)</td>"
        }.joined() + "</tr>\n"
    }.joined()
    return
      "<div class=\"wide\" role=\"region\" aria-label=\"\(htmlText(caption))\" tabindex=\"0\"><table>\n"
      + "<caption>\(htmlText(caption))</caption>\n<thead><tr>\(heads)</tr></thead>\n<tbody>\n\(rows)</tbody></table></div>\n"
  }

  private static let style = """
    :root { color-scheme: light; }
    body { font: 16px/1.5 Inter, "Noto Sans", Arial, sans-serif; color: #1a1a1a; background: #fff; margin: 0 auto; max-width: 70rem; padding: 1.5rem; }
    h1 { font-size: 2rem; margin: 0 0 .5rem; } h2 { font-size: 1.35rem; line-height: 1.3; margin: 2.5rem 0 .75rem; } h3 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; }
    .marking { font-weight: 700; color: #b10026; margin: 0 0 .5rem; }
    .count { display: block; font-size: .85rem; font-weight: 500; color: #4a545c; }
    a { color: #0b3c6f; } nav ol { padding-left: 1.4rem; margin: 0; }
    figure { margin: 0; } figcaption { color: #4a545c; font-size: .9rem; margin: .4rem 0 .75rem; }
    img { display: block; width: 100%; height: auto; border: 1px solid #d9dee2; }
    details { margin: .4rem 0; } summary { cursor: pointer; color: #0b3c6f; }
    .wide { overflow-x: auto; margin: .5rem 0 1rem; max-height: 32rem; overflow-y: auto; }
    table { border-collapse: collapse; font-size: .85rem; } caption { text-align: left; color: #4a545c; padding-bottom: .25rem; }
    th, td { text-align: left; padding: .2rem .7rem .2rem 0; border-bottom: 1px solid #e4e8eb; vertical-align: top; font-weight: 400; }
    thead th { font-weight: 700; border-bottom: 1px solid #6b7680; } .number { text-align: right; font-variant-numeric: tabular-nums; }
    .files { font-size: .85rem; color: #4a545c; } :focus-visible { outline: 2px solid #0b3c6f; outline-offset: 2px; }
    @media print { body { max-width: none; padding: 0; } section { break-inside: avoid-page; } .wide { max-height: none; } nav { display: none; } }
    """
}
