import Documents
import Networks

/// Text as XML holds it; what cannot be seen is written out.
func xmlText(_ text: String) -> String { escapedForXML(visible(text)) }

/// A document as the XML of Word's main part (ECMA-376, part 1, chapter 17), with the pictures it refers to.
struct WordMarkup {
  private(set) var body = ""
  private(set) var pictures: [Illustration] = []
  private var lists = 0
  private var tables = 0
  private var bookmarks = 0
  /// How many headings of level 1 there have been.
  private var chapters = 0
  /// Whether a note follows, that stays with what it is of.
  private var holdsNote = false
  /// Which way up the pages are at this place, and whether any are on their side.
  private var leaf = Leaf.upright
  private(set) var hasWidePages = false
  private let document: Document
  private let contents: [(heading: String, page: Int)]

  /// - Parameter contents: the headings of level 1 with the pages they stand on, for the field that Word brings up to date.
  init(_ document: Document, contents: [(heading: String, page: Int)]) {
    self.document = document
    self.contents = contents
    var breaks = false
    for (place, block) in document.blocks.enumerated() {
      if let next = Self.leaf(after: block) {
        // A section ends in a paragraph that says how its pages are; the next begins on a page of its own.
        breaks = next == leaf
        if next != leaf, !body.isEmpty { body += ended(leaf) }
        leaf = next
        hasWidePages = hasWidePages || next == .wide
        continue
      }
      holdsNote = false
      if document.blocks.indices.contains(place + 1), case .note = document.blocks[place + 1] {
        holdsNote = true
      }
      add(block, onNewPage: breaks)
      breaks = false
    }
  }

  /// Which way up the pages are that a block begins; `nil` for one that begins none.
  private static func leaf(after block: Document.Block) -> Leaf? {
    switch block {
    case .pageBreak: .upright
    case .wideBreak: .wide
    default: nil
    }
  }

  /// The properties of the last section, which end the body.
  var closing: String { section(leaf) }

  private func ended(_ leaf: Leaf) -> String {
    "<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/>\(section(leaf))</w:pPr></w:p>"
  }

  /// The size, margins, head and foot of a section's pages.
  private func section(_ leaf: Leaf) -> String {
    let (margin, isWide) = (Self.twips(Leaf.margin), leaf == .wide)
    let heads = ["header", "footer"].map {
      "<w:\($0)Reference w:type=\"default\" r:id=\"rId_\($0)\(isWide ? 2 : 1)\"/>"
    }
    return "<w:sectPr>" + heads.joined()
      + "<w:pgSz w:w=\"\(Self.twips(leaf.width))\" w:h=\"\(Self.twips(leaf.height))\"\(isWide ? " w:orient=\"landscape\"" : "")/>"
      + "<w:pgMar w:top=\"\(Self.twips(26))\" w:right=\"\(margin)\" w:bottom=\"\(Self.twips(22))\" w:left=\"\(margin)\" w:header=\"\(Self.twips(13))\" w:footer=\"\(Self.twips(11))\" w:gutter=\"0\"/></w:sectPr>"
  }

  /// How many numbered and plain lists there are, each with a count of its own.
  var listCount: Int { lists }

  static func twips(_ millimetres: Double) -> Int {
    Int((millimetres * 1440 / 25.4).rounded())
  }

  private mutating func add(_ block: Document.Block, onNewPage: Bool) {
    switch block {
    case .kicker(let text):
      body += paragraph("Kicker", Phrase(text), onNewPage: onNewPage)
    case .heading(let level, let text):
      bookmarks += 1
      chapters += level == 1 ? 1 : 0
      let mark = "<w:bookmarkStart w:id=\"\(bookmarks)\" w:name=\"_Toc\(bookmarks)\"/>"
      body += paragraph(
        "Heading\(min(max(level, 1), 3))", Phrase(text), onNewPage: onNewPage, opening: mark,
        closing: "<w:bookmarkEnd w:id=\"\(bookmarks)\"/>")
    case .lead(let text): body += paragraph("Lead", text, onNewPage: onNewPage)
    case .paragraph(let text): body += paragraph("BodyText", text, onNewPage: onNewPage)
    case .note(let text): body += paragraph("SourceNote", text, onNewPage: onNewPage)
    case .list(let items, let isNumbered):
      body += list(items, isNumbered: isNumbered, onNewPage: onNewPage)
    case .table(let table): add(table, onNewPage: onNewPage)
    case .figure(let figure): add(figure, onNewPage: onNewPage)
    case .panels(let panels): body += row(of: panels, onNewPage: onNewPage)
    case .box(let box): add(box, onNewPage: onNewPage)
    case .grid(let grid): body += markup(of: grid, onNewPage: onNewPage)
    case .contents: body += contentsField()
    case .pageBreak, .wideBreak: break
    }
  }

  // MARK: - Paragraphs

  private func paragraph(
    _ style: String, _ text: Phrase, onNewPage: Bool = false, keepsNext: Bool = false,
    numbering: String = "", opening: String = "", closing: String = ""
  ) -> String {
    let keep = keepsNext ? "<w:keepNext/>" : ""
    let page = onNewPage ? "<w:pageBreakBefore/>" : ""
    return
      "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(keep)\(page)\(numbering)</w:pPr>\(opening)\(runs(text))\(closing)</w:p>"
  }

  private func runs(_ text: Phrase) -> String {
    text.runs.map { run in
      let look =
        switch run {
        case .plain: ""
        case .strong: "<w:rPr><w:rStyle w:val=\"Strong\"/></w:rPr>"
        case .gap: "<w:rPr><w:rStyle w:val=\"Gap\"/></w:rPr>"
        }
      return "<w:r>\(look)<w:t xml:space=\"preserve\">\(xmlText(run.words))</w:t></w:r>"
    }.joined()
  }

  private mutating func list(_ items: [Phrase], isNumbered: Bool, onNewPage: Bool = false)
    -> String
  {
    lists += 1
    // Each list counts from one: numbering.xml has a number for each.
    let number = isNumbered ? lists * 2 : lists * 2 + 1
    return items.enumerated().map { place, item in
      paragraph(
        "ListParagraph", item, onNewPage: onNewPage && place == 0,
        numbering: "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"\(number)\"/></w:numPr>")
    }.joined()
  }

  private func contentsField() -> String {
    let begin =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-1\" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
    let end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    let (all, marks) = (contents.indices, marksOfPages)
    let following = all.dropFirst(chapters)
    return following.map { place in
      let (heading, page) = contents[place]
      let entry =
        "<w:hyperlink w:anchor=\"\(marks[place])\" w:history=\"1\"><w:r><w:t xml:space=\"preserve\">\(xmlText(heading))</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>\(page)</w:t></w:r></w:hyperlink>"
      return
        "<w:p><w:pPr><w:pStyle w:val=\"TOC1\"/></w:pPr>\(place == following.first ? begin : "")\(entry)\(place == following.last ? end : "")</w:p>"
    }.joined()
  }

  /// The bookmarks of the headings of level 1, in order.
  private var marksOfPages: [String] {
    var count = 0
    var marks: [String] = []
    for block in document.blocks {
      guard case .heading(let level, _) = block else { continue }
      count += 1
      if level == 1 { marks.append("_Toc\(count)") }
    }
    return marks
  }

  // MARK: - Tables

  private static func border(_ side: String, _ colour: String, eighths: Int) -> String {
    "<w:\(side) w:val=\"single\" w:sz=\"\(eighths)\" w:space=\"0\" w:color=\"\(colour)\"/>"
  }

  private static func none(_ sides: [String]) -> String {
    sides.map { "<w:\($0) w:val=\"nil\"/>" }.joined()
  }

  private func opening(
    _ style: String, widths: [Int], caption: String, hasHead: Bool, indent: Int = 0
  ) -> String {
    let grid = widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
    return
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"\(style)\"/><w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/>"
      + (indent == 0 ? "" : "<w:tblInd w:w=\"\(indent)\" w:type=\"dxa\"/>")
      + "<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0420\" w:firstRow=\"\(hasHead ? 1 : 0)\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/>"
      + (caption.isEmpty ? "" : "<w:tblCaption w:val=\"\(xmlText(caption))\"/>")
      + "</w:tblPr><w:tblGrid>\(grid)</w:tblGrid>"
  }

  private func cell(_ width: Int, _ content: String, properties: String = "") -> String {
    "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(properties)</w:tcPr>\(content)</w:tc>"
  }

  private func row(_ cells: String, isHead: Bool = false) -> String {
    "<w:tr><w:trPr><w:cantSplit/>\(isHead ? "<w:tblHeader/>" : "")</w:trPr>\(cells)</w:tr>"
  }

  /// A paragraph must follow a table, or Word joins it with the next.
  private var after: String { paragraph("AfterTable", "", keepsNext: holdsNote) }

  /// Whether a row stays with the next one, so that a row or two never stand alone.
  private func keepsNext(_ place: Int, of count: Int) -> Bool {
    if place == count - 1 { return holdsNote }
    return count < 6 || place < 2 || place >= count - 3
  }

  private mutating func add(_ table: Document.PaperTable, onNewPage: Bool) {
    tables += 1
    body += paragraph(
      "Caption", Phrase("Table \(tables): \(table.caption)"), onNewPage: onNewPage,
      keepsNext: true)
    let shares = table.table.shares()
    let room = Self.twips(leaf.room)
    let widths = shares.map { Int((Double(room) * $0).rounded()) }
    body += opening("WeftTable", widths: widths, caption: table.caption, hasHead: true)
    let columns = table.table.columns
    func gap(_ column: Int) -> String {
      table.table.needsGap(column)
        ? "<w:tcMar><w:left w:w=\"160\" w:type=\"dxa\"/></w:tcMar>" : ""
    }
    func style(_ column: Int) -> String { columns[column].isNumeric ? "TableNumber" : "TableText" }
    body += row(
      columns.indices.map {
        cell(
          widths[$0], paragraph(style($0), .strong(columns[$0].heading), keepsNext: true),
          properties: gap($0))
      }.joined(), isHead: true)
    for (place, cells) in table.table.rows.enumerated() {
      let isStrong = table.strongRows.contains(place)
      let keeps = keepsNext(place, of: table.table.rows.count)
      body += row(
        cells.enumerated().map { column, value in
          let text = value.onPaper
          return cell(
            widths[column],
            paragraph(style(column), isStrong ? .strong(text) : Phrase(text), keepsNext: keeps),
            properties: gap(column))
        }.joined())
    }
    body += "</w:tbl>" + after
  }

  private func row(of panels: [Document.Panel], onNewPage: Bool) -> String {
    let gutter = Self.twips(Leaf.panelGutter)
    let width = Self.twips(leaf.panelWidth(of: panels.count))
    var widths: [Int] = []
    var cells = ""
    for (place, panel) in panels.enumerated() {
      if place > 0 {
        widths.append(gutter)
        cells += cell(gutter, paragraph("PanelText", ""))
      }
      widths.append(width)
      cells += cell(
        width,
        paragraph("PanelHeading", Phrase(panel.heading), keepsNext: true)
          + paragraph("PanelText", panel.text, keepsNext: holdsNote),
        properties: "<w:tcBorders>\(Self.border("top", Ink.text, eighths: 8))</w:tcBorders>")
    }
    return (onNewPage ? paragraph("AfterTable", "", onNewPage: true) : "")
      + opening("Plain", widths: widths, caption: "", hasHead: false) + row(cells) + "</w:tbl>"
      + after
  }

  private mutating func add(_ box: Document.Box, onNewPage: Bool) {
    let width = Self.twips(leaf.room)
    let sides = ["top", "left", "bottom", "right"]
    let look =
      box.isWarning
      ? "<w:tcBorders>\(sides.map { Self.border($0, Ink.alarm, eighths: 12) }.joined())</w:tcBorders>"
      : "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\(Ink.tint)\"/>"
    let margins =
      "<w:tcMar><w:top w:w=\"140\" w:type=\"dxa\"/><w:left w:w=\"220\" w:type=\"dxa\"/><w:bottom w:w=\"120\" w:type=\"dxa\"/><w:right w:w=\"220\" w:type=\"dxa\"/></w:tcMar>"
    let heading = paragraph(box.isWarning ? "WarningHeading" : "BoxHeading", Phrase(box.heading))
    let items =
      box.isNumbered
      ? list(box.items, isNumbered: true)
      : box.items.map { paragraph("BodyText", $0) }.joined()
    body +=
      (onNewPage ? paragraph("AfterTable", "", onNewPage: true) : "")
      + opening("Plain", widths: [width], caption: "", hasHead: false)
      + row(cell(width, heading + items, properties: look + margins)) + "</w:tbl>" + after
  }

  private func markup(of grid: Document.Grid, onNewPage: Bool) -> String {
    let widths = grid.widths.map(Self.twips)
    func borders(_ isFirst: Bool) -> String {
      guard grid.isRuled else { return "" }
      let colour = grid.head.isEmpty ? Ink.hairline : Ink.rule
      return
        "<w:tcBorders>\(isFirst ? Self.border("top", colour, eighths: 4) : "")\(Self.border("bottom", colour, eighths: 4))</w:tcBorders>"
    }
    let padding =
      "<w:tcMar><w:top w:w=\"\(grid.isRuled ? 70 : 20)\" w:type=\"dxa\"/><w:bottom w:w=\"\(grid.isRuled ? 70 : 50)\" w:type=\"dxa\"/><w:right w:w=\"170\" w:type=\"dxa\"/></w:tcMar>"
    var text =
      (onNewPage ? paragraph("AfterTable", "", onNewPage: true) : "")
      + opening("Plain", widths: widths, caption: "", hasHead: !grid.head.isEmpty)
    if !grid.head.isEmpty {
      text += row(
        grid.head.indices.map {
          cell(
            widths[$0], paragraph("GridQuiet", .strong(grid.head[$0]), keepsNext: true),
            properties: padding)
        }.joined(), isHead: true)
    }
    for (place, cells) in grid.rows.enumerated() {
      let keeps = keepsNext(place, of: grid.rows.count)
      text += row(
        cells.indices.map { column in
          let lines = cells[column].map {
            paragraph(Self.style(of: $0.style), $0.text, keepsNext: keeps)
          }
          return cell(
            widths[column], lines.isEmpty ? paragraph("GridText", "") : lines.joined(),
            properties: borders(place == 0) + padding)
        }.joined())
    }
    return text + "</w:tbl>" + after
  }

  private static func style(of line: Document.Grid.Line.Style) -> String {
    switch line {
    case .numeral: "GridNumeral"
    case .alarm: "GridAlarm"
    case .headline: "GridHeadline"
    case .term: "GridTerm"
    case .text: "GridText"
    case .quiet: "GridQuiet"
    }
  }

  // MARK: - Figures

  private static func emu(_ millimetres: Double) -> Int { Int((millimetres * 36_000).rounded()) }

  private mutating func add(_ figure: Illustration, onNewPage: Bool) {
    pictures.append(figure)
    let number = pictures.count
    let (width, height) = (Self.emu(figure.width), Self.emu(figure.height))
    let alt = xmlText(figure.altText.words)
    let drawing = """
      <w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="\(width)" cy="\(height)"/>\
      <wp:docPr id="\(number)" name="Figure \(number)" descr="\(alt)"/>\
      <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>\
      <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>\
      <pic:nvPicPr><pic:cNvPr id="\(number)" name="Figure \(number)" descr="\(alt)"/><pic:cNvPicPr/></pic:nvPicPr>\
      <pic:blipFill><a:blip r:embed="rIdPng\(number)"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">\
      <asvg:svgBlip r:embed="rIdSvg\(number)"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
      <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="\(width)" cy="\(height)"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>\
      </pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>
      """
    let page = onNewPage ? "<w:pageBreakBefore/>" : ""
    body += "<w:p><w:pPr><w:pStyle w:val=\"Picture\"/>\(page)</w:pPr>\(drawing)</w:p>"
    body += paragraph(
      "Caption", Phrase("Figure \(number): \(figure.caption)"), keepsNext: holdsNote)
  }
}
