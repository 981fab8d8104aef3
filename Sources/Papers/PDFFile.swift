public import Documents
public import Networks

/// A document as a tagged PDF: structure, alternative texts, bookmarks and language for readers of every kind (PDF/UA-1); the
/// same document gives the same bytes.
public enum PDFFile {
  public static func bytes(of document: Document) throws(PaperFailure) -> [UInt8] {
    let layout = layout(of: document)
    let pen = try PaperPen(
      width: Leaf.points(Leaf.upright.width), height: Leaf.points(Leaf.upright.height))
    var places = [[PaperTags.Place]](repeating: [], count: layout.tags.roles.count)
    var boxes = [(page: Int, box: [Double])?](repeating: nil, count: places.count)
    for (page, marks) in layout.pages.enumerated() {
      let leaf = layout.leaves[page]
      let height = Leaf.points(leaf.height)
      pen.beginPage(width: Leaf.points(leaf.width), height: height)
      var mark = 0
      for item in marks {
        guard let piece = item.piece else {
          try draw(item, pen)
          continue
        }
        // Each line by itself: some readers lose what follows Pango's mark of a line's end.
        for line in item.lines {
          try pen.tagged(layout.tags.roles[piece]) { () throws(PaperFailure) in try draw(line, pen)
          }
          places[piece].append(PaperTags.Place(page: page, mark: mark))
          mark += 1
        }
        if case .text(let text, _, let room, _) = item.kind {
          let bottom = height - item.y - text.height
          boxes[piece] = (page, [item.x, bottom, item.x + room, bottom + text.height])
        }
      }
      pen.endPage()
    }
    var parent: Int32 = 0
    for heading in layout.headings where heading.level < 3 {
      let number = pen.bookmark(
        visible(heading.text), page: heading.page, y: heading.y,
        below: heading.level == 1 ? 0 : parent)
      if heading.level == 1 { parent = number }
    }
    return try TaggedPDF.bytes(
      pen.bytes(), layout.tags, places: places, links: links(layout, boxes),
      about(document))
  }

  /// A figure as a page of its own size, tagged as what it is.
  public static func bytes(
    of figure: Illustration, titled title: String, day: Day?
  ) throws(PaperFailure) -> [UInt8] {
    let (width, height) = (Leaf.points(figure.width), Leaf.points(figure.height))
    let pen = try PaperPen(width: width, height: height)
    var tags = PaperTags()
    let element = tags.add("Figure", altText: figure.altText.words)
    tags.set(box: [0, 0, width, height], of: element)
    _ = tags.piece(of: element)
    try pen.tagged("Figure") { () throws(PaperFailure) in
      try pen.picture(figure.svg, x: 0, y: 0, width: width, height: height)
    }
    pen.endPage()
    return try TaggedPDF.bytes(
      pen.bytes(), tags, places: [[.init(page: 0, mark: 0)]], links: [],
      .init(
        title: visible(title), author: nil, subject: figure.altText.words, keywords: "",
        language: "en-GB", day: day.map { "\($0)" }))
  }

  /// The headings of level 1 with the pages they stand on.
  public static func contents(of document: Document) -> [(heading: String, page: Int)] {
    layout(of: document).chapters
  }

  /// How many pages it takes.
  public static func pageCount(of document: Document) -> Int { layout(of: document).pages.count }

  /// The pages of the headings are known once all is laid out, and take no room of their own.
  private static func layout(of document: Document) -> PaperLayout {
    let chapters = document.blocks.compactMap { block -> (heading: String, page: Int)? in
      if case .heading(1, let text) = block { (text, 0) } else { nil }
    }
    return PaperLayout(document, contents: PaperLayout(document, contents: chapters).chapters)
  }

  private static func about(_ document: Document) -> TaggedPDF.About {
    let properties = document.properties
    return TaggedPDF.About(
      title: visible(document.title), author: properties.author.map(visible),
      subject: visible(properties.subject), keywords: visible(properties.marking),
      language: document.language, day: properties.day.map { "\($0)" })
  }

  private static func links(
    _ layout: PaperLayout, _ boxes: [(page: Int, box: [Double])?]
  ) -> [TaggedPDF.Link] {
    let chapters = layout.headings.filter { $0.level == 1 }
    return layout.tags.elements.enumerated().compactMap { place, element in
      guard let target = element.target, chapters.indices.contains(target),
        case .piece(let piece)? = element.kids.first, let (page, box) = boxes[piece]
      else { return nil }
      let heading = chapters[target]
      let height = Leaf.points(layout.leaves[heading.page - 1].height)
      return TaggedPDF.Link(
        element: place, page: page,
        box: [box[0], box[1], box[0] + Leaf.points(layout.leaves[page].room), box[3]],
        targetPage: heading.page - 1,
        targetHeight: height - heading.y + 10,
        words: "\(visible(heading.text)), page \(heading.page)")
    }
  }

  private static func draw(_ item: PaperLayout.Mark, _ pen: PaperPen) throws(PaperFailure) {
    switch item.kind {
    case .text(let text, let lines, let room, let isRight):
      pen.text(text, lines: lines, x: item.x, y: item.y, room: room, isRight: isRight)
    case .rule(let length, let weight, let colour):
      pen.rule(x: item.x, y: item.y, length: length, weight: weight, colour)
    case .box(let width, let height, let fill, let frame):
      pen.rectangle(x: item.x, y: item.y, width: width, height: height, fill: fill, frame: frame)
    case .picture(let figure, let width, let height):
      try pen.picture(figure.svg, x: item.x, y: item.y, width: width, height: height)
    }
  }
}
