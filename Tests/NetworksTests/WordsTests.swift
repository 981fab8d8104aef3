import Networks
import Testing

@Suite struct WordsTests {
  /// Two shares that round alike are told with a decimal, or not at all.
  @Test func sharesToldApart() {
    #expect(percents(0.34, 0.29)?.a == "34%" && percents(0.34, 0.29)?.b == "29%")
    #expect(percents(0.034, 0.029)?.a == "3.4%" && percents(0.034, 0.029)?.b == "2.9%")
    #expect(percents(0.008, 0.004)?.a == "0.8%" && percents(0.008, 0.004)?.b == "0.4%")
    // A tenth of a per cent is not to look like a whole one.
    #expect(percents(0.1247, 0.1263)?.a == "12.5%" && percents(0.1247, 0.1263)?.b == "12.6%")
    #expect(percents(0.3626, 0.3631) == nil && percents(0, 0) == nil)
  }

  @Test(arguments: [
    (1.24, "1.2"), (0.01, "0.01"), (0.004, "under 0.01"), (0, "0.0"), (0.05, "0.1"),
  ])
  func howManyTimes(ratio: Double, words: String) { #expect(times(ratio) == words) }

  @Test func numbers() {
    #expect(fixed(0.125, places: 2) == "0.13")
    #expect(fixed(-0.001, places: 2) == "0.00")
    #expect(fixed(1e-9, places: 4) == "0.0000")
    #expect(fixed(1e20, places: 1) == "100000000000000000000.0")
    #expect(fixed(-3.5, places: 0) == "-4")
    #expect(fixed(.nan, places: 2) == "-")
    #expect(counted(32_357) == "32,357")
    #expect(counted(-1_000) == "-1,000")
    #expect(counted(1, "tie") == "1 tie")
    #expect(counted(0, "person", "people") == "0 people")
    #expect(inWords(2) == "two" && inWords(13) == "13")
  }

  @Test func shares() {
    #expect(percent(0.004) == "under 1%")
    #expect(percent(0.996) == "over 99%")
    #expect(percent(0) == "0%" && percent(1) == "100%")
    #expect(percent(0.215) == "22%")
  }

  @Test func lists() {
    #expect(listed([]) == "" && listed(["a"]) == "a")
    #expect(listed(["a", "b", "c"]) == "a, b and c")
    #expect(listed(["a", "b"], and: "or") == "a or b")
    #expect(Boundary("city").plural == "cities")
    #expect(Boundary("class").plural == "classes")
    #expect(Boundary.teamKind.plural == "kinds of team")
  }

  @Test func nothingSteersATerminal() {
    #expect(visible("a\u{1B}[31m") == "a\\u{1B}[31m")
    #expect(visible("a\u{202E}b") == "a\\u{202E}b")
    #expect(
      shown(String(repeating: "x", count: 50)) == "\"" + String(repeating: "x", count: 39) + "…\"")
  }

  @Test func headingsFold() {
    #expect(folded("Person ID") == folded("person_id"))
    #expect(trimmed("\u{A0} a b \t") == "a b")
  }
}
