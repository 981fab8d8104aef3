import GraphEngine
import Testing

@Suite struct FanOutTests {
  @Test func resultsComeInTheOrderOfThePieces() {
    let expected = (0..<1_000).map { $0 * $0 }
    #expect(fanOut(1_000) { $0 * $0 } == expected)
    #expect(fanOut(1_000, threads: 1) { $0 * $0 } == expected)
    #expect(fanOut(0) { $0 }.isEmpty)
  }

  /// Both may fan out in their turn, and texts come back whole.
  @Test func twoThingsSideBySide() {
    let (one, other) = sideBySide(
      { fanOut(100) { "one \($0)" } }, { fanOut(100) { "a longer text, number \($0)" } })
    #expect(one == (0..<100).map { "one \($0)" })
    #expect(other == (0..<100).map { "a longer text, number \($0)" })
  }
}
