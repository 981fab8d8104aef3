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
