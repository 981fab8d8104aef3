@testable import Diagrams
import Networks
import TestSupport
import Testing

@Suite struct PDFCatalogueTests {
  private let svg = """
    <svg xmlns="http://www.w3.org/2000/svg" width="841.89pt" height="595.28pt" viewBox="0 0 841.89 595.28" \
    font-family="Inter"><text x="100" y="100" font-size="18">Weft</text></svg>
    """

  /// A PDF as text in which each character is one byte.
  private func text(_ bytes: [UInt8]) -> [Character] {
    bytes.map { Character(Unicode.Scalar($0)) }
  }

  private func number(after key: String, in text: [Character], last: Bool = true) -> Int? {
    let places = String(text).ranges(of: key)
    guard let place = last ? places.last : places.first else { return nil }
    return Int(String(text)[place.upperBound...].drop { $0.isWhitespace }.prefix { $0.isNumber })
  }

  @Test func theLanguageIsInACatalogueThatReadersFind() throws {
    let pdf = try Print.pdf(svg, .a4, .init(title: "A finding", subject: "s", day: nil))
    let text = text(pdf)
    let string = String(text)
    #expect(string.ranges(of: "/Lang (en-GB)").count == 1)
    #expect(string.contains("/DisplayDocTitle true") && string.contains("A finding"))
    // The last startxref leads to a list, whose one entry leads to the new catalogue, and back to the old list.
    let section = try #require(number(after: "startxref", in: text))
    #expect(String(text[section...].prefix(5)) == "xref\n")
    let root = try #require(number(after: "/Root", in: text))
    let lines = String(text[section...]).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[1] == "\(root) 1" && lines[2].count == 19 && lines[2].hasSuffix(" 00000 n "))
    let place = try #require(Int(lines[2].prefix(10)))
    let object = String(text[place...])
    #expect(object.hasPrefix("\(root) 0 obj\n<< /Type /Catalog"))
    #expect(object.prefix(while: { $0 != "\n" || true }).contains("/Pages"))
    let before = try #require(number(after: "/Prev", in: text))
    #expect(String(text[before...].prefix(4)) == "xref")
    // Size is one more than the highest object, as before.
    #expect(number(after: "/Size", in: text) == number(after: "/Size", in: text, last: false))
    #expect(string.hasSuffix("%%EOF\n") && string.ranges(of: "%%EOF").count == 2)
  }

  @Test func whatIsNoPDFStaysAsItIs() {
    for text in ["", "%PDF-1.4\n", "trailer << /Root 1 0 R /Size 3 >>\nstartxref\n5\n%%EOF"] {
      #expect(PDFCatalogue.adding(language: "en-GB", to: Array(text.utf8)) == Array(text.utf8))
    }
  }

  @Test func aLanguageThatIsThereStays() throws {
    let pdf = try Print.pdf(svg, .a4, .init(title: "t", subject: "s", day: nil))
    #expect(PDFCatalogue.adding(language: "cy", to: pdf) == pdf)
  }
}
