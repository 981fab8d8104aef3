import Documents
import Papers
import Testing

@testable import Formats

@Suite struct WordFileTests {
  /// What a part of the file says, element by element; a part that is not well-formed is an error.
  private final class Reading: XMLHandler {
    var elements: [(name: String, attributes: [String: String])] = []
    var words: [String] = []

    func open(
      _ name: String, _ attributes: XMLAttributes, _ reader: XMLReader
    ) throws(FormatError) {
      var own: [String: String] = [:]
      for key in ["val", "descr", "embed", "w", "lang", "name", "instr"] {
        own[key] = attributes[key]
      }
      elements.append((name, own))
      reader.wantsText = name == "t" || name == "title" || name == "instrText"
    }

    func close(_ name: String, _ reader: XMLReader) throws(FormatError) {
      if ["t", "title", "instrText"].contains(name) {
        words.append(String(decoding: reader.takeText(), as: UTF8.self))
      }
    }

    func all(_ name: String) -> [[String: String]] {
      elements.filter { $0.name == name }.map(\.attributes)
    }
  }

  private func part(_ bytes: [UInt8], _ name: String) throws -> Reading {
    let reading = Reading()
    #expect(try ZipArchive(bytes).readXML(name, reading), "\(name) is there")
    return reading
  }

  @Test func headingsTablesAndPicturesAreWhatTheyAre() throws {
    let document = try paper()
    let bytes = try WordFile.bytes(of: document, contents: PDFFile.contents(of: document))
    let main = try part(bytes, "word/document.xml")
    let styles = main.all("pStyle").compactMap { $0["val"] }
    for style in ["Heading1", "Heading2", "Caption", "Lead", "TableNumber", "TOC1", "Picture"] {
      #expect(styles.contains(style), "\(style)")
    }
    #expect(main.all("tblHeader").count == 1)
    #expect(main.all("docPr").map { $0["descr"] } == ["Alt of Oak"])
    #expect(main.all("svgBlip").map { $0["embed"] } == ["rIdSvg1"])
    #expect(main.words.contains(" TOC \\o \"1-1\" \\h \\z \\u "))
    // What follows the contents, and not the page before it.
    #expect(main.words.filter { $0 == "Second" }.count == 2)
    #expect(main.words.contains("[who]") && main.words.contains("not shown"))
    let archive = try ZipArchive(bytes)
    #expect(archive.names.isSuperset(of: ["word/media/figure1.png", "word/media/figure1.svg"]))
    #expect(try part(bytes, "word/styles.xml").all("lang").first?["val"] == "en-GB")
    #expect(try part(bytes, "docProps/core.xml").words == ["Oak"])
  }

  @Test func everyPartIsNamedAndWellFormed() throws {
    let bytes = try WordFile.bytes(of: try paper(hostileNames))
    let archive = try ZipArchive(bytes)
    let parts = archive.names.filter { $0.hasSuffix(".xml") || $0.hasSuffix(".rels") }
    #expect(parts.count == 12)
    for name in parts { _ = try part(bytes, name) }
  }

  @Test func theMarkingIsInHeadAndFoot() throws {
    let open = try WordFile.bytes(of: try paper())
    #expect(try part(open, "word/header1.xml").words.contains("Part A"))
    let closed = try WordFile.bytes(of: try paper(isConfidential: true))
    for name in ["word/header1.xml", "word/footer1.xml"] {
      #expect(try part(closed, name).words.contains("Part B, confidential"), "\(name)")
    }
  }

  /// A section for each way up, each with a head and a foot as wide as its pages, and no break twice over.
  @Test func whatIsTooWideStandsInASectionOnItsSide() throws {
    let bytes = try WordFile.bytes(of: turned(paper()))
    var xml: [UInt8] = []
    #expect(
      try ZipArchive(bytes).read("word/document.xml") { part, count, _ in xml += part[..<count] })
    let text = String(decoding: xml, as: UTF8.self)
    let sections = text.ranges(of: "<w:sectPr>").map { range in
      String(text[range.upperBound...].prefix(260))
    }
    #expect(sections.count == 3)
    let upright = "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
    let wide = "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
    #expect(zip(sections, [upright, wide, upright]).allSatisfy { $0.contains($1) }, "\(sections)")
    #expect(
      zip(sections, [1, 2, 1]).allSatisfy { $0.contains("r:id=\"rId_header\($1)\"") },
      "\(sections)")
    // The last section ends the body, the others the paragraph that is their last; a section begins a page by itself.
    #expect(text.ranges(of: "</w:sectPr></w:pPr></w:p>").count == 2)
    #expect(text.hasSuffix("</w:sectPr></w:body></w:document>"))
    #expect(text.ranges(of: "<w:pageBreakBefore/>").count == 1)
    let archive = try ZipArchive(bytes)
    #expect(archive.names.isSuperset(of: ["word/header2.xml", "word/footer2.xml"]))
    for name in ["word/header2.xml", "word/footer2.xml"] { _ = try part(bytes, name) }
    #expect(try part(bytes, "word/header2.xml").words.contains("Part A"))
    #expect(!(try ZipArchive(WordFile.bytes(of: paper()))).names.contains("word/header2.xml"))
  }

  @Test func hostileNamesAreWords() throws {
    let main = try part(try WordFile.bytes(of: try paper(hostileNames)), "word/document.xml")
    #expect(main.words.contains("=1+1") && main.words.contains("<b>bold</b>"))
    #expect(
      main.words.contains("]]> & \"quoted\"") && main.words.contains("\\u{202E}evil\\u{202C}"))
    #expect(main.all("b").isEmpty && !main.words.joined().contains("\u{202E}"))
    #expect(main.all("fldSimple").isEmpty)
  }

  @Test func theSamePaperGivesTheSameBytes() throws {
    let document = try paper()
    #expect(try WordFile.bytes(of: document) == WordFile.bytes(of: document))
    #expect(try WordFile.bytes(of: document) != WordFile.bytes(of: paper(["Elm", "Ash"])))
  }
}
