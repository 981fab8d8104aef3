import Documents
import Networks

/// Names that would act on what they are written to, were they let.
let hostileNames = [
  "=1+1", "<b>bold</b>", "]]> & \"quoted\"", "\u{202E}evil\u{202C}", "EMC",
  String(repeating: "x", count: 200), "line\nline", "{\\rtf}", "'; DROP", "&R&G",
]

/// A small picture that says where it is.
func picture(_ words: String = "One school keeps to itself.") throws -> Illustration {
  let svg =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200pt\" height=\"100pt\" viewBox=\"0 0 200 100\"><text x=\"10\" y=\"20\" font-family=\"Inter\" font-size=\"9\">in the picture</text></svg>"
  // One white dot: signature, header, data, end.
  let png: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0,
    1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 0x0A, 0x49, 0x44, 0x41, 0x54,
    0x78, 0x9C, 0x63, 0xF8, 0x0F, 0, 0x01, 0x01, 0x01, 0x00, 0x1B, 0xB6, 0xEE, 0x56, 0, 0, 0, 0,
    0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
  ]
  guard let alt = AltText(words) else { throw NoWords() }
  return Illustration(
    svg: Array(svg.utf8), png: png, width: 80, height: 40, altText: alt,
    caption: "Contacts that lead out.")
}

struct NoWords: Error {}

/// A paper with every kind of block, in which all names are as given.
func paper(
  _ names: [String] = ["Oak", "Ash"], rows: Int = 0, isConfidential: Bool = false
) throws -> Document {
  var properties = Document.Properties()
  properties.head = "Paper"
  properties.foot = "Board, " + .gap("date")
  properties.marking = isConfidential ? "Part B, confidential" : "Part A"
  properties.isConfidential = isConfidential
  properties.author = names[0]
  properties.day = Day(year: 2026, month: 11, day: 12)
  let table = Table(
    [.text("school", "School"), .number("out", "Out")],
    rows: names.map { [.text($0), .share(0.25)] } + [[.text("small"), .suppressed]]
      + (0..<rows).map { [.text("row \($0)"), .count($0)] })
  return Document(
    names[0], properties,
    blocks: [
      .kicker(names[0]), .heading(1, names[0]), .lead(Phrase(names[0])),
      .box(.init("Asked", names.map { Phrase($0) }, isNumbered: true)),
      .heading(2, "Contents"), .contents, .pageBreak, .heading(1, "Second"),
      .figure(try picture("Alt of " + names[0])),
      .panels([.init("Means", Phrase(names[0])), .init("Sure", "sure"), .init("Do", .gap("who"))]),
      .table(.init("shares", table, strongRows: [0])), .note("Source."),
      .list(names.map { Phrase($0) }, isNumbered: false),
      .grid(
        .init([40, 120], rows: names.map { [[.init(.term, Phrase($0))], [.init(.text, "x")]] })),
      .paragraph(Phrase(names.joined(separator: " "))),
    ])
}

/// The same with a page on its side, and an upright one after it.
func turned(_ paper: Document) throws -> Document {
  var paper = paper
  paper.blocks += [
    .wideBreak, .heading(1, "A wide table"), .figure(try picture("Alt of the wide one")),
    .table(
      .init(
        "wide",
        Table(
          [.text("school", "School"), .number("out", "Out")], rows: [[.text("Oak"), .count(3)]]))),
    .pageBreak, .heading(1, "Upright again"), .paragraph("The end."),
  ]
  return paper
}
