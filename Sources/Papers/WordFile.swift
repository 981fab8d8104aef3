public import Documents
import Formats
import Networks

/// A document as a file for Word (.docx); the same document gives the same bytes.
public enum WordFile {
  static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packages = "http://schemas.openxmlformats.org/package/2006"
  private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let kinds =
    "application/vnd.openxmlformats-officedocument.wordprocessingml"

  /// - Parameter contents: the headings of level 1 with their pages; of none there is no table of contents.
  public static func bytes(
    of document: Document, contents: [(heading: String, page: Int)] = []
  ) throws(PaperFailure) -> [UInt8] {
    let markup = WordMarkup(document, contents: contents)
    var files: [(name: String, bytes: [UInt8])] = []
    func add(_ name: String, _ text: String) { files.append((name, Array(text.utf8))) }
    // Heads and feet of upright pages, and of those on their side where there are any.
    let leaves = markup.hasWidePages ? [Leaf.upright, .wide] : [.upright]
    add("[Content_Types].xml", types(leaves.count))
    add("_rels/.rels", root)
    add("docProps/core.xml", core(document))
    add(
      "docProps/app.xml",
      head
        + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Weft</Application></Properties>"
    )
    add("word/document.xml", main(markup.body + markup.closing))
    add("word/styles.xml", WordStyles.xml)
    add("word/numbering.xml", numbering(markup.listCount))
    add("word/settings.xml", settings)
    add("word/fontTable.xml", fonts)
    for (place, leaf) in leaves.enumerated() {
      add("word/header\(place + 1).xml", header(document, leaf))
      add("word/footer\(place + 1).xml", footer(document, leaf))
    }
    add("word/_rels/document.xml.rels", links(markup.pictures.count, leaves.count))
    for (place, picture) in markup.pictures.enumerated() {
      files.append(("word/media/figure\(place + 1).png", picture.png))
      files.append(("word/media/figure\(place + 1).svg", picture.svg))
    }
    do { return try zipped(files) } catch { throw PaperFailure(error.description) }
  }

  private static func types(_ leaves: Int) -> String {
    head + "<Types xmlns=\"\(packages)/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + "<Default Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>"
      + "<Override PartName=\"/word/document.xml\" ContentType=\"\(kinds).document.main+xml\"/>"
      + [
        ("styles", "styles"), ("numbering", "numbering"), ("settings", "settings"),
        ("fontTable", "fontTable"),
      ].map(part).joined()
      + (1...leaves).flatMap { [("header\($0)", "header"), ("footer\($0)", "footer")] }
      .map(part).joined()
      + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
      + "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>"
  }

  private static func part(_ name: String, _ kind: String) -> String {
    "<Override PartName=\"/word/\(name).xml\" ContentType=\"\(kinds).\(kind)+xml\"/>"
  }

  private static let root =
    head + "<Relationships xmlns=\"\(packages)/relationships\">"
    + "<Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/>"
    + "<Relationship Id=\"rId2\" Type=\"\(packages)/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
    + "<Relationship Id=\"rId3\" Type=\"\(office)/extended-properties\" Target=\"docProps/app.xml\"/></Relationships>"

  private static func links(_ pictures: Int, _ leaves: Int) -> String {
    let own = ["styles", "numbering", "settings", "fontTable"].map {
      "<Relationship Id=\"rId_\($0)\" Type=\"\(office)/\($0)\" Target=\"\($0).xml\"/>"
    }
    let pages = (1...leaves).flatMap { leaf in
      ["header", "footer"].map {
        "<Relationship Id=\"rId_\($0)\(leaf)\" Type=\"\(office)/\($0)\" Target=\"\($0)\(leaf).xml\"/>"
      }
    }
    let images = (0..<pictures).flatMap { place in
      [("Png", "png"), ("Svg", "svg")].map {
        "<Relationship Id=\"rId\($0.0)\(place + 1)\" Type=\"\(office)/image\" Target=\"media/figure\(place + 1).\($0.1)\"/>"
      }
    }
    return head + "<Relationships xmlns=\"\(packages)/relationships\">"
      + (own + pages + images).joined() + "</Relationships>"
  }

  private static func core(_ document: Document) -> String {
    let properties = document.properties
    let day = properties.day.map { "\($0)T00:00:00Z" } ?? "2000-01-01T00:00:00Z"
    let author = properties.author.map { "<dc:creator>\(xmlText($0))</dc:creator>" } ?? ""
    return head
      + "<cp:coreProperties xmlns:cp=\"\(packages)/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
      + "<dc:title>\(xmlText(document.title))</dc:title><dc:subject>\(xmlText(properties.subject))</dc:subject>\(author)"
      + "<cp:keywords>\(xmlText(properties.marking))</cp:keywords><dc:language>\(document.language)</dc:language>"
      + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">\(day)</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">\(day)</dcterms:modified></cp:coreProperties>"
  }

  private static func main(_ body: String) -> String {
    head
      + "<w:document xmlns:w=\"\(word)\" xmlns:r=\"\(office)\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\">"
      + "<w:body>\(body)</w:body></w:document>"
  }

  /// Numbered lists have the even numbers, plain ones the odd; each counts from one.
  private static func numbering(_ lists: Int) -> String {
    func level(_ format: String, _ text: String) -> String {
      "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/><w:lvlText w:val=\"\(text)\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"360\" w:hanging=\"360\"/></w:pPr></w:lvl>"
    }
    let kinds =
      "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/>\(level("decimal", "%1."))</w:abstractNum>"
      + "<w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"singleLevel\"/>\(level("bullet", "•"))</w:abstractNum>"
    let numbers = (0...lists).flatMap { list in
      [0, 1].map {
        "<w:num w:numId=\"\(list * 2 + $0)\"><w:abstractNumId w:val=\"\($0)\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
      }
    }.dropFirst(2)
    return head + "<w:numbering xmlns:w=\"\(word)\">" + kinds + numbers.joined() + "</w:numbering>"
  }

  private static let settings =
    head + "<w:settings xmlns:w=\"\(word)\"><w:zoom w:percent=\"100\"/>"
    + "<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
    + "<w:themeFontLang w:val=\"en-GB\"/></w:settings>"

  /// Where Inter is missing, a program takes Arial.
  private static let fonts =
    head
    + "<w:fonts xmlns:w=\"\(word)\"><w:font w:name=\"\(TypeStyle.family)\"><w:altName w:val=\"Arial\"/><w:panose1 w:val=\"020B0604020202020204\"/><w:charset w:val=\"00\"/><w:family w:val=\"swiss\"/><w:pitch w:val=\"variable\"/></w:font></w:fonts>"

  // MARK: - Head and foot

  /// The stops of head and foot on a page that is wider than the style's.
  private static func tabs(_ leaf: Leaf) -> String {
    guard leaf != .upright else { return "" }
    func stop(_ kind: String, _ millimetres: Double) -> String {
      "<w:tab w:val=\"\(kind)\" w:pos=\"\(WordMarkup.twips(millimetres))\"/>"
    }
    let old = Leaf.upright.room
    return "<w:tabs>" + stop("clear", old / 2) + stop("clear", old) + stop("center", leaf.room / 2)
      + stop("right", leaf.room) + "</w:tabs>"
  }

  private static func header(_ document: Document, _ leaf: Leaf) -> String {
    let colour = document.properties.isConfidential ? Ink.alarm : Ink.rule
    let weight = document.properties.isConfidential ? 12 : 4
    let text =
      "<w:p><w:pPr><w:pStyle w:val=\"Header\"/><w:pBdr><w:bottom w:val=\"single\" w:sz=\"\(weight)\" w:space=\"5\" w:color=\"\(colour)\"/></w:pBdr>\(tabs(leaf))</w:pPr>"
      + run(document.properties.head) + "<w:r><w:tab/><w:tab/></w:r>"
      + run(
        document.properties.marking, isBold: true,
        isAlarm: document.properties.isConfidential) + "</w:p>"
    return head + "<w:hdr xmlns:w=\"\(word)\">" + text + "</w:hdr>"
  }

  private static func footer(_ document: Document, _ leaf: Leaf) -> String {
    let properties = document.properties
    let text =
      "<w:p><w:pPr><w:pStyle w:val=\"Footer\"/>\(tabs(leaf))</w:pPr>" + run(properties.foot.words)
      + "<w:r><w:tab/></w:r>"
      + (properties.isConfidential ? run(properties.marking, isBold: true, isAlarm: true) : "")
      + "<w:r><w:tab/></w:r>" + run("Page ") + field("PAGE") + run(" of ") + field("NUMPAGES")
      + "</w:p>"
    return head + "<w:ftr xmlns:w=\"\(word)\">" + text + "</w:ftr>"
  }

  private static func run(_ text: String, isBold: Bool = false, isAlarm: Bool = false) -> String {
    guard !text.isEmpty else { return "" }
    let look =
      (isBold ? "<w:b/><w:bCs/>" : "") + (isAlarm ? "<w:color w:val=\"\(Ink.alarm)\"/>" : "")
    return
      "<w:r>\(look.isEmpty ? "" : "<w:rPr>\(look)</w:rPr>")<w:t xml:space=\"preserve\">\(xmlText(text))</w:t></w:r>"
  }

  private static func field(_ name: String) -> String {
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> \(name) </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
  }
}
