import Documents

/// A document on its pages: what stands where, in points from the upper left corner, and how it is read out.
struct PaperLayout {
  struct Mark {
    enum Kind {
      case text(SetText, lines: Range<Int>, room: Double, isRight: Bool)
      case rule(length: Double, weight: Double, colour: String)
      case box(width: Double, height: Double, fill: String?, frame: String?)
      case picture(Illustration, width: Double, height: Double)
    }
    let kind: Kind
    let x: Double
    var y: Double
    /// The piece that it is; nothing for what is there for the eye alone.
    let piece: Int?

    /// A text line by line; anything else as it is.
    var lines: [Mark] {
      guard case .text(let text, let lines, let room, let isRight) = kind else { return [self] }
      return lines.enumerated().map { row, line in
        Mark(
          kind: .text(text, lines: line..<line + 1, room: room, isRight: isRight), x: x,
          y: y + Double(row) * text.style.leading, piece: piece)
      }
    }
  }

  private(set) var pages: [[Mark]] = [[]]
  /// Which way up each page is.
  private(set) var leaves = [Leaf.upright]
  private(set) var tags = PaperTags()
  /// The headings of level 1 and 2, with the page and the height at which they stand.
  private(set) var headings: [(level: Int, text: String, page: Int, y: Double)] = []

  private let document: Document
  private let contents: [(heading: String, page: Int)]
  private var y = Self.top
  private var figures = 0
  private var tables = 0
  /// The block that is being laid.
  private var place = 0
  /// Whether the table of contents has room beside something else.
  private(set) var hasContents = true

  static let left = Leaf.points(Leaf.margin)
  static let top = Leaf.points(25.5)

  /// The page that is being laid.
  private var leaf: Leaf { leaves[leaves.count - 1] }
  private var room: Double { Leaf.points(leaf.room) }
  private var bottom: Double { leaf.bottom }

  /// - Parameter contents: the headings of level 1 with their pages, where they are known already.
  init(_ document: Document, contents: [(heading: String, page: Int)]) {
    self.document = document
    self.contents = contents
    for (place, block) in document.blocks.enumerated() {
      // What opens a page needs no space above it; what stands under a heading stays there.
      let isHeld = place > 0 && keepsNext(place - 1)
      if y > Self.top, !isHeld, !fits(place) {
        // A table of contents alone on a page leads nowhere.
        if isContents(place) { hasContents = false }
        if hasContents || !isContents(place) { newPage() }
      }
      if !hasContents, isContents(place) || isContents(place - 1) { continue }
      self.place = place
      add(block)
    }
    for page in pages.indices { addHeadAndFoot(page) }
  }

  /// The headings of level 1 with their pages.
  var chapters: [(heading: String, page: Int)] {
    headings.filter { $0.level == 1 }.map { ($0.text, $0.page) }
  }

  /// The room above a kicker that does not stand at the top of a page.
  private static let overKicker = 9.0

  private var isAtTop: Bool { y <= Self.top }

  private mutating func newPage() { newPage(leaf) }

  private mutating func newPage(_ leaf: Leaf) {
    pages.append([])
    leaves.append(leaf)
    y = Self.top
  }

  /// Goes on at the top of a page that is this way up.
  private mutating func turn(to leaf: Leaf) {
    if isAtTop { leaves[leaves.count - 1] = leaf } else { newPage(leaf) }
  }

  // MARK: - What goes together

  /// Whether a block has room on this page, with what has to stand below it.
  private func fits(_ place: Int) -> Bool {
    var needed = 0.0
    for (next, block) in document.blocks.enumerated().dropFirst(place) {
      if let rows = rows(next) {
        let breaks = rows.breaks(from: bottom - y - needed, of: bottom - Self.top)
        // Where a page of its own would not keep it together either, it begins here.
        return breaks.first != 0
      }
      needed += leastHeight(block)
      if !keepsNext(next) { break }
    }
    return y + needed <= bottom || needed > bottom - Self.top
  }

  /// Whether what follows a block stays with it: a heading with its words, a note with what it is of.
  private func keepsNext(_ place: Int) -> Bool {
    switch document.blocks[place] {
    case .kicker, .heading: return true
    case .figure, .panels, .box:
      guard document.blocks.indices.contains(place + 1), case .note = document.blocks[place + 1]
      else { return false }
      return true
    default: return false
    }
  }

  private func isContents(_ place: Int) -> Bool {
    guard document.blocks.indices.contains(place + 1),
      case .contents = document.blocks[place + 1]
    else { return false }
    return true
  }

  /// The height of the notes under a block.
  private func notes(under place: Int) -> Double {
    var height = 0.0
    for block in document.blocks.dropFirst(place + 1) {
      guard case .note(let text) = block else { break }
      height += set(text, .small).height + TypeStyle.small.before + TypeStyle.small.after
    }
    return height
  }

  /// The rows of a table or a grid; nothing for any other block.
  private func rows(_ place: Int) -> PaperRows? {
    switch document.blocks[place] {
    case .table(let table):
      let (head, rows, _) = texts(of: table)
      let caption = set(Phrase("Table \(tables + 1): \(table.caption)"), .small)
      return PaperRows(
        heights: rows.map(Self.rowHeight), head: Self.rowHeight(head),
        above: caption.height + TypeStyle.small.before + TypeStyle.small.after + 5,
        below: 4 + notes(under: place))
    case .grid(let grid):
      return PaperRows(
        heights: grid.rows.map { rowHeight($0, grid) }, head: 0,
        above: grid.head.isEmpty ? 0 : 20, below: notes(under: place))
    default: return nil
    }
  }

  /// The height of a block, or of its first piece where it may break.
  private func leastHeight(_ block: Document.Block) -> Double {
    switch block {
    case .kicker(let text): set(Phrase(text), .kicker).height + Self.overKicker
    case .heading(let level, let text):
      set(Phrase(text), .heading(level)).height + TypeStyle.heading(level).before
        + TypeStyle.heading(level).after
    case .lead(let text): set(text, .lead).height + TypeStyle.lead.after
    case .paragraph(let text): set(text, .body).height
    case .note(let text): set(text, .small).height
    case .list(let items, _): items.first.map { set($0, .body).height } ?? 0
    case .table, .grid: 0
    case .figure(let figure):
      Leaf.points(figure.height) + 12 + set(Phrase(figure.caption), .small).height
    case .panels(let panels): height(of: panels) + 20
    case .box(let box): boxHeight(box)
    case .contents:
      Double(contents.count - headings.count { $0.level == 1 }) * TypeStyle.contents.leading
    case .pageBreak, .wideBreak: 0
    }
  }

  private func set(_ text: Phrase, _ style: TypeStyle, room: Double? = nil) -> SetText {
    SetText(text, style, room: room ?? self.room)
  }

  // MARK: - Blocks

  private mutating func add(_ block: Document.Block) {
    switch block {
    case .kicker(let text):
      if !isAtTop { y += Self.overKicker }
      addText(Phrase(text), .kicker, tags.add("P"))
    case .heading(let level, let text):
      addHeading(level, text)
    case .lead(let text): addText(text, .lead, tags.add("P"))
    case .paragraph(let text): addText(text, .body, tags.add("P"))
    case .note(let text): addText(text, .small, tags.add("P"))
    case .list(let items, let isNumbered):
      addList(items, isNumbered: isNumbered, x: Self.left, room: room, after: 4)
    case .table(let table): addTable(table)
    case .figure(let figure): addFigure(figure)
    case .panels(let panels): addPanels(panels)
    case .box(let box): addBox(box)
    case .grid(let grid): addGrid(grid)
    case .contents: addContents()
    case .pageBreak: turn(to: .upright)
    case .wideBreak: turn(to: .wide)
    }
  }

  private mutating func addHeading(_ level: Int, _ text: String) {
    let style = TypeStyle.heading(level)
    let above = isAtTop ? 0 : style.before
    headings.append((level, text, pages.count, y + above))
    addText(Phrase(text), style, tags.add("H\(min(max(level, 1), 3))"))
  }

  private mutating func put(_ kind: Mark.Kind, x: Double, y: Double, piece: Int? = nil) {
    pages[pages.count - 1].append(Mark(kind: kind, x: x, y: y, piece: piece))
  }

  /// Puts a text where the next one goes, on further pages where it must.
  private mutating func addText(
    _ text: Phrase, _ style: TypeStyle, _ element: Int, x: Double = Self.left,
    room: Double? = nil
  ) {
    let room = room ?? self.room
    let set = set(text, style, room: room)
    if !isAtTop { y += style.before }
    var first = 0
    while first < set.lineCount {
      let space = max(1, Int((bottom - y) / style.leading))
      let last = min(set.lineCount, first + space)
      put(
        .text(set, lines: first..<last, room: room, isRight: false), x: x, y: y,
        piece: tags.piece(of: element))
      y += Double(last - first) * style.leading
      first = last
      if first < set.lineCount { newPage() }
    }
    y += style.after
  }

  private mutating func addList(
    _ items: [Phrase], isNumbered: Bool, x: Double, room: Double, after: Double
  ) {
    let list = tags.add("L")
    for (place, item) in items.enumerated() {
      let set = set(item, .body, room: room - 18)
      if y + set.height > bottom, set.height < bottom - Self.top { newPage() }
      let element = tags.add("LI", to: list)
      let label = SetText(Phrase(isNumbered ? "\(place + 1)." : "•"), .body, room: 18)
      let mark = tags.add("Lbl", to: element)
      put(
        .text(label, lines: 0..<label.lineCount, room: 18, isRight: false), x: x, y: y,
        piece: tags.piece(of: mark))
      let body = tags.add("LBody", to: element)
      put(
        .text(set, lines: 0..<set.lineCount, room: room - 18, isRight: false), x: x + 18, y: y,
        piece: tags.piece(of: body))
      y += set.height
    }
    y += after
  }

  private mutating func addFigure(_ figure: Illustration) {
    figures += 1
    let (width, height) = (Leaf.points(figure.width), Leaf.points(figure.height))
    let element = tags.add("Figure", altText: figure.altText.words)
    let bottom = Leaf.points(leaf.height) - y - height
    tags.set(box: [Self.left, bottom, Self.left + width, bottom + height], of: element)
    put(
      .picture(figure, width: width, height: height), x: Self.left, y: y,
      piece: tags.piece(of: element))
    y += height + 5
    addText(
      Phrase("Figure \(figures): \(figure.caption)"), .small, tags.add("Caption", to: element))
    y += 8
  }

  private func height(of panels: [Document.Panel]) -> Double {
    let room = Leaf.points(leaf.panelWidth(of: panels.count))
    return panels.map {
      set(Phrase($0.heading), TypeStyle.panel.bold(), room: room).height
        + set($0.text, .panel, room: room).height
    }.max() ?? 0
  }

  private mutating func addPanels(_ panels: [Document.Panel]) {
    let width = Leaf.points(leaf.panelWidth(of: panels.count))
    let gutter = Leaf.points(Leaf.panelGutter)
    let start = y + 4
    for (place, panel) in panels.enumerated() {
      let x = Self.left + Double(place) * (width + gutter)
      put(.rule(length: width, weight: 1, colour: Ink.text), x: x, y: start)
      let heading = set(Phrase(panel.heading), TypeStyle.panel.bold(), room: width)
      let part = tags.add("Sect")
      put(
        .text(heading, lines: 0..<heading.lineCount, room: width, isRight: false), x: x,
        y: start + 4, piece: tags.piece(of: tags.add("H2", to: part)))
      let text = set(panel.text, .panel, room: width)
      put(
        .text(text, lines: 0..<text.lineCount, room: width, isRight: false), x: x,
        y: start + 4 + heading.height, piece: tags.piece(of: tags.add("P", to: part)))
    }
    y = start + 4 + height(of: panels) + 12
  }

  private static let boxPadding = 13.0

  private func boxHeight(_ box: Document.Box) -> Double {
    let room = self.room - 2 * Self.boxPadding
    let indent = box.isNumbered ? 18.0 : 0
    return set(Phrase(box.heading), .section, room: room).height
      + box.items.map { set($0, .body, room: room - indent).height }.reduce(0, +) + 22
  }

  private mutating func addBox(_ box: Document.Box) {
    let height = boxHeight(box)
    y += 6
    put(
      .box(
        width: self.room, height: height, fill: box.isWarning ? nil : Ink.tint,
        frame: box.isWarning ? Ink.alarm : nil), x: Self.left, y: y)
    let end = y + height
    let (x, room) = (Self.left + Self.boxPadding, self.room - 2 * Self.boxPadding)
    y += 9
    let heading = set(
      Phrase(box.heading), TypeStyle.section.inked(box.isWarning ? Ink.alarm : Ink.text), room: room
    )
    headings.append((2, box.heading, pages.count, y))
    put(
      .text(heading, lines: 0..<heading.lineCount, room: room, isRight: false), x: x, y: y,
      piece: tags.piece(of: tags.add("H2")))
    y += heading.height + 2
    if box.isNumbered {
      addList(box.items, isNumbered: true, x: x, room: room, after: 0)
    } else {
      for item in box.items {
        var style = TypeStyle.body
        style.after = 0
        addText(item, style, tags.add("P"), x: x, room: room)
      }
    }
    y = end + 10
  }

  private mutating func addContents() {
    let list = tags.add("TOC")
    let before = headings.count { $0.level == 1 }
    for (place, entry) in contents.enumerated().dropFirst(before) {
      let item = tags.add("TOCI", to: list)
      let link = tags.add("Link", to: item)
      tags.set(target: place, of: link)
      let text = set(Phrase(entry.heading), .contents, room: room - 40)
      let number = SetText(Phrase("\(entry.page)"), .contents, room: 40, isTabular: true)
      put(
        .text(text, lines: 0..<text.lineCount, room: room - 40, isRight: false), x: Self.left,
        y: y, piece: tags.piece(of: link))
      put(
        .text(number, lines: 0..<number.lineCount, room: 40, isRight: true),
        x: Self.left + room - 40, y: y, piece: tags.piece(of: link))
      y += text.height
    }
    y += 4
  }

  // MARK: - Tables

  /// The room between numbers and the words right of them.
  private static let gap = 8.0

  /// The rows of the block being laid that begin a page.
  private var breaks: [Int] {
    rows(place)?.breaks(
      from: bottom - y, of: bottom - Self.top, mayMove: false) ?? []
  }

  private mutating func addTable(_ table: Document.PaperTable) {
    let breaks = breaks
    tables += 1
    let element = tags.add("Table")
    y += 4
    addText(
      Phrase("Table \(tables): \(table.caption)"), .small, tags.add("Caption", to: element))
    y += 1
    let (head, rows, widths) = texts(of: table)
    addRow(head, widths, table.table, element, isHead: true)
    for (place, texts) in rows.enumerated() {
      if breaks.contains(place) || y + Self.rowHeight(texts) > bottom {
        newPage()
        // Said again for the eye alone.
        addRow(head, widths, table.table, nil, isHead: true)
      }
      addRow(texts, widths, table.table, element, isHead: false)
    }
    y += 4
  }

  /// The words of a table, and how wide its columns are.
  private func texts(
    of table: Document.PaperTable
  ) -> (head: [SetText], rows: [[SetText]], widths: [Double]) {
    let columns = table.table.columns
    let widths = table.table.shares().map { $0 * room }
    let padding = 8.0
    func row(_ texts: [Phrase], isHead: Bool) -> [SetText] {
      texts.enumerated().map { column, text in
        SetText(
          text, isHead ? TypeStyle.table.bold() : .table,
          room: widths[column] - padding - (table.table.needsGap(column) ? Self.gap : 0),
          isTabular: columns[column].isNumeric)
      }
    }
    return (
      row(columns.map { Phrase($0.heading) }, isHead: true),
      table.table.rows.enumerated().map { place, cells in
        let isStrong = table.strongRows.contains(place)
        return row(
          cells.map { isStrong ? .strong($0.onPaper) : Phrase($0.onPaper) }, isHead: false)
      }, widths
    )
  }

  private static func rowHeight(_ row: [SetText]) -> Double {
    (row.map(\.height).max() ?? 0) + 5.5
  }

  private mutating func addRow(
    _ cells: [SetText], _ widths: [Double], _ table: Table, _ parent: Int?, isHead: Bool
  ) {
    let element = parent.map { tags.add("TR", to: $0) }
    let height = Self.rowHeight(cells)
    var x = Self.left
    for (column, text) in cells.enumerated() {
      let isRow = column == 0 && !isHead
      let cell = element.map {
        tags.add(
          isHead || isRow ? "TH" : "TD", to: $0, scope: isHead ? "Column" : isRow ? "Row" : nil)
      }
      let isLast = column == cells.count - 1
      // Numbers stand flush with the edge of the page in the last column.
      let room = widths[column] - (isLast ? 0 : 8)
      if text.lineCount > 0 {
        let lift = isHead ? height - 5.5 - text.height : 0
        put(
          .text(
            text, lines: 0..<text.lineCount, room: room, isRight: table.columns[column].isNumeric),
          x: x + (table.needsGap(column) ? Self.gap : 0), y: y + 2.5 + lift,
          piece: cell.map { tags.piece(of: $0) })
      }
      x += widths[column]
    }
    y += height
    put(
      .rule(
        length: room, weight: isHead ? 1 : 0.5, colour: isHead ? Ink.text : Ink.hairline),
      x: Self.left, y: y)
  }

  // MARK: - Grids

  private static func style(of line: Document.Grid.Line.Style) -> TypeStyle {
    switch line {
    case .numeral: .numeral
    case .alarm: TypeStyle.numeral.inked(Ink.alarm)
    case .headline: .headline
    case .term: TypeStyle.panel.bold()
    case .text: .panel
    case .quiet: TypeStyle.panel.inked(Ink.quiet)
    }
  }

  private func texts(
    _ row: [Document.Grid.Cell], _ grid: Document.Grid
  ) -> [[SetText]] {
    row.enumerated().map { column, lines in
      let isLast = column == row.count - 1
      return lines.map {
        set(
          $0.text, Self.style(of: $0.style),
          room: Leaf.points(grid.widths[column] - (isLast ? 0 : 3)))
      }
    }
  }

  private static func height(_ cell: [SetText]) -> Double {
    cell.reduce(0) { $0 + $1.height + $1.style.after }
  }

  private func rowHeight(_ row: [Document.Grid.Cell], _ grid: Document.Grid) -> Double {
    (texts(row, grid).map(Self.height).max() ?? 0) + (grid.isRuled ? 12 : 6)
  }

  private mutating func addGrid(_ grid: Document.Grid) {
    let breaks = breaks
    let table = tags.add("Table")
    let colour = grid.head.isEmpty ? Ink.hairline : Ink.rule
    if !grid.head.isEmpty {
      let head = grid.head.map { [Document.Grid.Line(.quiet, .strong($0))] }
      addGridRow(head, grid, table, isHead: true)
    }
    if grid.isRuled {
      put(.rule(length: room, weight: 0.5, colour: colour), x: Self.left, y: y)
    }
    for (place, row) in grid.rows.enumerated() {
      if breaks.contains(place) || y + rowHeight(row, grid) > bottom, !isAtTop { newPage() }
      addGridRow(row, grid, table, isHead: false)
      if grid.isRuled {
        put(.rule(length: room, weight: 0.5, colour: colour), x: Self.left, y: y)
      }
    }
    y += 4
  }

  private mutating func addGridRow(
    _ row: [Document.Grid.Cell], _ grid: Document.Grid, _ table: Int, isHead: Bool
  ) {
    let element = tags.add("TR", to: table)
    let height = isHead ? 20 : rowHeight(row, grid)
    // The first column with words in it says what the row is about.
    let term = row.firstIndex { $0.contains { [.headline, .term].contains($0.style) } } ?? 0
    var x = Self.left
    for (column, texts) in texts(row, grid).enumerated() {
      let isTerm = !isHead && column == term
      let cell = tags.add(
        isHead || isTerm ? "TH" : "TD", to: element,
        scope: isHead ? "Column" : isTerm ? "Row" : nil)
      var top = y + (grid.isRuled ? 5 : 2)
      let room = Leaf.points(grid.widths[column])
      for text in texts where text.lineCount > 0 {
        // Numerals stand as high as the headline beside them.
        let lift = text.style.size > 20 ? 4.0 : 0
        put(
          .text(text, lines: 0..<text.lineCount, room: room, isRight: false), x: x, y: top - lift,
          piece: tags.piece(of: cell))
        top += text.height + text.style.after
      }
      x += room
    }
    y += height
  }

  // MARK: - Head and foot

  /// What stands on every page, for the eye alone.
  private mutating func addHeadAndFoot(_ page: Int) {
    let properties = document.properties
    let ink = properties.isConfidential ? Ink.alarm : Ink.quiet
    func put(_ text: Phrase, _ style: TypeStyle, y: Double, x: Double, room: Double, isRight: Bool)
    {
      let set = SetText(text, style, room: room)
      guard set.lineCount > 0 else { return }
      pages[page].append(
        Mark(
          kind: .text(set, lines: 0..<1, room: room, isRight: isRight), x: x, y: y, piece: nil))
    }
    let (head, foot) = (Leaf.points(13.2), Leaf.points(leaves[page].height - 17))
    let room = Leaf.points(leaves[page].room)
    let half = room / 2
    put(Phrase(properties.head), .small, y: head, x: Self.left, room: half, isRight: false)
    put(
      .strong(properties.marking), TypeStyle.small.inked(ink), y: head, x: Self.left + half,
      room: half, isRight: true)
    pages[page].append(
      Mark(
        kind: .rule(
          length: room, weight: properties.isConfidential ? 1.5 : 0.5,
          colour: properties.isConfidential ? Ink.alarm : Ink.rule), x: Self.left,
        y: Leaf.points(18.5), piece: nil))
    put(properties.foot, .small, y: foot, x: Self.left, room: half * 0.7, isRight: false)
    if properties.isConfidential {
      put(
        .strong(properties.marking), TypeStyle.small.inked(ink), y: foot,
        x: Self.left + half * 0.7, room: half * 0.8, isRight: false)
    }
    put(
      Phrase("Page \(page + 1) of \(pages.count)"), .small, y: foot, x: Self.left + half,
      room: half, isRight: true)
  }
}
