import ArgumentParser
import Intake
import Findings
import Measures
import Networks
import Documents
import Sections

/// `weft measures`: the catalogue.
struct MeasuresCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures",
    abstract: "List every measure with the question it answers, or explain one.",
    discussion: """
      Examples:
        weft measures
        weft measures e-i
      """)

  @Argument(help: "The measure to explain.")
  var id: String?

  @OptionGroup var listing: ListingOptions

  @Flag(help: "Print the whole catalogue as a page of Markdown.")
  var markdown = false

  func validate() throws {
    guard markdown else { return }
    try refuse(
      [
        shown(id ?? ""): id != nil, "--json": listing.json, "--csv": listing.csv,
        "--plain": listing.plain,
      ], "with --markdown, which prints the whole catalogue")
  }

  func run() async throws {
    if markdown { return try Terminal.print(CataloguePage.markdown) }
    guard let id else {
      try Terminal.print(listing.text(table, json: table.jsonRows))
      return
    }
    guard let card = cards.first(where: { folded($0.id) == folded(id) }) else {
      let near = nearest(to: id, in: cards.map(\.id)).map { " Did you mean \($0)?" } ?? ""
      throw Failure(.usage, "There is no measure \(shown(id)).\(near) `weft measures` lists them.")
    }
    try Terminal.print(
      listing.isForPeople
        ? Self.page(card) : listing.text(Self.row(card), json: Self.row(card).jsonRows))
  }

  private var table: Table {
    Table(
      [.text("id"), .text("title"), .text("family"), .text("question")],
      rows: cards.map { card in
        [.text(card.id), .text(card.title), .text(card.family.rawValue), .text(card.question)]
      })
  }

  private static func row(_ card: Card) -> Table {
    Table(
      [
        .text("id"), .text("title"), .text("family"), .text("question"), .text("formula"),
        .text("range"), .text("reading"), .text("undefined"), .text("source"),
      ],
      rows: [
        [
          .text(card.id), .text(card.title), .text(card.family.rawValue), .text(card.question),
          .text(card.formula), .text(card.range), .text(card.reading), .text(card.undefined),
          .text(card.source),
        ]
      ])
  }

  private static func page(_ card: Card) -> String {
    """
    \(card.title) (\(card.id))

    \(card.question)

    Formula    \(card.formula)
    Range      \(card.range)
    Reading    \(card.reading)
    Undefined  \(card.undefined)
    Source     \(card.source)

    """
  }
}
