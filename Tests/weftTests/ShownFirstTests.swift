import Testing

@testable import Sections

@Suite struct ShownFirstTests {
  @Test func whatIsShownKeepsItsOrderAndTheRestStandsByName() {
    let rows = [("d", true), ("c", false), ("a", true), ("b", false)]
    #expect(rows.shownFirst({ $0.1 }) { $0.0 }.map(\.0) == ["d", "a", "b", "c"])
  }
}
