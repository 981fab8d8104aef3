import Testing

@testable import Papers

/// Where tables break.
@Suite struct PaperRowsTests {
  private func breaks(_ rows: Int, from space: Double, mayMove: Bool = true) -> [Int] {
    PaperRows(heights: [Double](repeating: 20, count: rows), head: 20, above: 20, below: 30)
      .breaks(from: space, of: 600, mayMove: mayMove)
  }

  @Test func whatFitsStaysWhole() {
    #expect(breaks(6, from: 190) == [])
    // The note under it belongs to it.
    #expect(breaks(6, from: 170) != [])
  }

  @Test func aShortTableMovesAsAWhole() {
    #expect(breaks(5, from: 130) == [0])
    #expect(breaks(20, from: 120) == [0])
  }

  @Test(arguments: 6...90) func fewRowsNeverStandAlone(rows: Int) {
    for space in stride(from: 40.0, through: 600, by: 10) {
      var last = 0
      for at in breaks(rows, from: space) where at > 0 {
        #expect(at - last >= 3 && rows - at >= 3, "\(rows) from \(space)")
        last = at
      }
    }
  }

  /// What no page holds in one piece still ends.
  @Test func tallRowsBreakOneByOne() {
    let rows = PaperRows(heights: [500, 500, 500], head: 20, above: 20, below: 30)
    #expect(rows.breaks(from: 600, of: 600, mayMove: false) == [1, 2])
  }
}
