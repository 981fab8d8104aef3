import Documents
import Foundation
import Networks
import TestSupport
import Testing

@testable import Papers

/// Whether poppler can read a PDF's structure here.
private let hasPoppler = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdfinfo")

@Suite struct PDFFileTests {
  private func info(_ bytes: [UInt8], _ options: [String] = []) -> String {
    let folder = Workdir()
    folder.write("f.pdf", bytes)
    return run("/usr/bin/pdfinfo", options + [folder.path + "/f.pdf"]).out
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: Unicode.ASCII.self) }

  @Test(.enabled(if: hasPoppler, "skipped: pdfinfo (poppler-utils) is not installed"))
  func theStructureIsReadInOrder() throws {
    let structure = info(try PDFFile.bytes(of: try paper(rows: 80)), ["-struct-text"])
    let roles = structure.split(separator: "\n").compactMap { line -> String? in
      let word = line.split(separator: " ").first.map(String.init) ?? ""
      return word.first?.isUppercase == true ? word.replacing(":", with: "") : nil
    }
    #expect(roles.prefix(4) == ["Document", "P", "H1", "P"])
    let wanted = [
      "H2", "L", "LI", "Lbl", "LBody", "TOC", "Link", "Figure", "Caption", "Sect", "Table", "TR",
      "TH", "TD",
    ]
    var rest = roles[...]
    for role in wanted {
      let place = rest.firstIndex(of: role)
      #expect(place != nil, "\(role) comes")
      if let place { rest = rest[place...].dropFirst() }
    }
    #expect(structure.contains("/Scope /Column") && structure.contains("/Scope /Row"))
    #expect(structure.contains("/BBox [") && structure.contains("\"in the picture\""))
    // The head of a table that goes on is said once, and what stands on every page not at all.
    #expect(structure.ranges(of: "\"School\"").count == 1)
    #expect(!structure.contains("Page 1 of") && !structure.contains("\"Paper\""))
    #expect(structure.contains("\"row 79\"") && structure.contains("\"not shown\""))
  }

  @Test(.enabled(if: hasPoppler, "skipped: pdfinfo (poppler-utils) is not installed"))
  func aLongTextIsHeardToItsEnd() throws {
    let words = (1...400).map { "word\($0)" }.joined(separator: " ")
    let structure = info(
      try PDFFile.bytes(of: Document("t", blocks: [.paragraph(Phrase(words))])), ["-struct-text"])
    for number in [1, 57, 200, 399, 400] {
      #expect(structure.contains("word\(number)"), "\(number)")
    }
  }

  @Test(.enabled(if: hasPoppler, "skipped: pdfinfo (poppler-utils) is not installed"))
  func itSaysWhatItIs() throws {
    let bytes = try PDFFile.bytes(of: try paper())
    let about = info(bytes)
    #expect(about.contains("Tagged:          yes") && about.contains("Author:          Oak"))
    #expect(about.contains("12") && about.contains("2026") && about.contains("Pages:           2"))
    let metadata = info(bytes, ["-meta"])
    #expect(metadata.contains("<pdfuaid:part>1</pdfuaid:part>") && metadata.contains("Oak"))
  }

  @Test func theCatalogueHasLanguageTitleAndBookmarks() throws {
    let text = text(try PDFFile.bytes(of: try paper()))
    for entry in [
      "/Lang (en-GB)", "/DisplayDocTitle true", "/Marked true", "/StructTreeRoot", "/Outlines",
      "/Alt (Alt of Oak)", "/Subtype /Link", "/Tabs /S", "/FontFile",
    ] { #expect(text.contains(entry), "\(entry)") }
    #expect(text.hasPrefix("%PDF-1.7"))
  }

  @Test func markingsStandOnEveryPage() throws {
    let paper = try paper(rows: 120, isConfidential: true)
    let bytes = try PDFFile.bytes(of: paper)
    let folder = Workdir()
    folder.write("f.pdf", bytes)
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext") else { return }
    let pages = run("/usr/bin/pdftotext", [folder.path + "/f.pdf", "-"]).out
      .split(separator: "\u{0C}").filter { $0.contains("Page ") }
    #expect(pages.count == PDFFile.pageCount(of: paper) && pages.count > 3)
    for page in pages { #expect(page.ranges(of: "Part B, confidential").count == 2) }
  }

  /// Pages on their side stand among upright ones, each with its own head and foot.
  @Test(.enabled(if: hasPoppler, "skipped: pdfinfo (poppler-utils) is not installed"))
  func whatIsTooWideStandsOnItsSide() throws {
    let bytes = try PDFFile.bytes(of: turned(paper(isConfidential: true)))
    let sizes = info(bytes, ["-f", "1", "-l", "9"]).split(separator: "\n")
      .filter { $0.contains("size:") && $0.hasPrefix("Page ") }
      .map { $0.split(separator: " ").filter { Double($0) != nil }.compactMap { Double($0) } }
      .map { Array($0.suffix(2)) }
    #expect(
      sizes == [[595.276, 841.89], [595.276, 841.89], [841.89, 595.276], [595.276, 841.89]],
      "\(sizes)")
    let folder = Workdir()
    folder.write("f.pdf", bytes)
    let pages = run("/usr/bin/pdftotext", [folder.path + "/f.pdf", "-"]).out
      .split(separator: "\u{0C}").filter { $0.contains("Page ") }
    #expect(pages.count == 4)
    for page in pages { #expect(page.ranges(of: "Part B, confidential").count == 2) }
    #expect(
      pages.count > 2 && pages[2].contains("A wide table") && pages[2].contains("Page 3 of 4"))
    #expect(pages.count > 3 && pages[3].contains("Upright again"))
  }

  @Test func hostileNamesAreWords() throws {
    let bytes = try PDFFile.bytes(of: try paper(hostileNames))
    #expect(!text(bytes).contains("/JavaScript") && !text(bytes).contains("/URI"))
    if hasPoppler {
      let structure = info(bytes, ["-struct-text"])
      #expect(structure.contains("=1+1") && structure.contains("<b>bold</b>"))
      #expect(structure.contains("]]> & \"quoted\"") && !structure.contains("\u{202E}"))
    }
  }

  @Test func theSamePaperGivesTheSameBytes() throws {
    #expect(try PDFFile.bytes(of: paper()) == PDFFile.bytes(of: paper()))
    #expect(try PDFFile.bytes(of: paper()) != PDFFile.bytes(of: paper(["Elm", "Ash"])))
  }

  @Test func aFigureIsAPageOfItsSize() throws {
    let figure = try picture("One school (=1) keeps to itself.")
    let bytes = try PDFFile.bytes(
      of: figure, titled: "Keeps", day: Day(year: 2026, month: 11, day: 12))
    #expect(text(bytes).contains("/Alt (One school \\(=1\\) keeps to itself.)"))
    #expect(text(bytes).contains("D:20261112000000Z") && text(bytes).contains("(Keeps)"))
    #expect(
      try bytes
        == PDFFile.bytes(of: figure, titled: "Keeps", day: Day(year: 2026, month: 11, day: 12)))
    let broken = Illustration(
      svg: Array("nonsense".utf8), png: [], width: 10, height: 10, altText: figure.altText,
      caption: "")
    #expect(throws: PaperFailure.self) { try PDFFile.bytes(of: broken, titled: "", day: nil) }
  }

  /// What stands outside pieces is marked, whatever stands in them.
  @Test func whatIsOutsideAPieceIsAnArtifact() {
    let page = """
      q
      /P << /MCID 0 >> BDC
      (text /X BDC)Tj
      /Span << /ActualText <feff0020> >> BDC
      EMC
      (EMC)Tj
      EMC
      0 0 m
      /Span << /ActualText <feff0020> >> BDC
      EMC
      Q
      """
    let marked = TaggedPDF.artifacts(in: Array(page.utf8))
    #expect(marked.pieces == 1)
    #expect(
      text(marked.bytes) == """
        /Artifact BMC
        q
        EMC
        /P << /MCID 0 >> BDC
        (text /X BDC)Tj
        /Span << /ActualText <feff0020> >> BDC
        EMC
        (EMC)Tj
        EMC
        /Artifact BMC
        0 0 m
        /Span << /ActualText <feff0020> >> BDC
        EMC
        Q
        EMC

        """)
  }

  @Test func nothingStandsBelowTheFoot() throws {
    for paper in [try paper(rows: 200), try paper(hostileNames), try turned(paper(rows: 60))] {
      let layout = PaperLayout(paper, contents: [("One", 1), ("Two", 2)])
      #expect(layout.leaves.count == layout.pages.count)
      for (leaf, marks) in zip(layout.leaves, layout.pages) {
        for mark in marks {
          guard mark.piece != nil, case .text(let text, let lines, _, _) = mark.kind else {
            continue
          }
          let end = mark.y + Double(lines.count) * text.style.leading
          #expect(end <= leaf.bottom + 1 && text.style.size >= 8)
        }
      }
    }
  }
}
