import Diagrams
import Foundation
import TestSupport
import Testing

@Suite struct PrintTests {
  private let svg = """
    <svg xmlns="http://www.w3.org/2000/svg" width="841.89pt" height="595.28pt" viewBox="0 0 841.89 595.28" \
    font-family="Inter"><text x="100" y="100" font-size="18" font-weight="700">Weft</text></svg>
    """

  @Test func pngHasItsExactSizeAndResolution() throws {
    let bytes = try Print.png(svg, .a4)
    #expect(bytes.prefix(4) == [0x89, 0x50, 0x4E, 0x47])
    func number(_ place: Int) -> Int { bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) } }
    #expect(number(16) == 3508 && number(20) == 2480)
    #expect(String(decoding: bytes[37..<41], as: UTF8.self) == "pHYs")
    // 300 dots an inch are 11,811 a metre.
    #expect(number(41) == 11_811 && number(45) == 11_811 && bytes[49] == 1)
  }

  @Test func whatIsNoSVGIsRefused() {
    #expect(throws: Print.Failure.self) {
      try Print.png("nonsense", .a4)
    }
  }
}

@Suite struct TextRulerTests {
  @Test func theTypefaceIsThere() { #expect(TextRuler.familyFound == "Inter") }

  @Test func linesFit() {
    let text = "St Brannock's CofE Primary School and Llanfairpwllgwyngyllgogerychwyrndrobwll"
    for room in [40.0, 80, 160] {
      for line in TextRuler.wrap(text, 9.5, .medium, room: room) {
        #expect(TextRuler.width(line, 9.5, .medium) <= room)
      }
    }
    let cut = TextRuler.wrap(text, 9.5, room: 80, lines: 2)
    #expect(cut.count == 2 && cut[1].hasSuffix("…"))
    #expect(TextRuler.wrap("", 9, room: 50) == [])
    #expect(TextRuler.width("ww", 18) > TextRuler.width("ww", 9) * 1.9)
  }
}
