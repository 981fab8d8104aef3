import Diagrams
@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct MatrixTests {
  @Test(arguments: ["harbour-trust", "karate-club", "southern-women"])
  func passesTheLint(workspace: String) throws {
    let figure = MatrixPicture(try facts(workspace)).drawn(on: Sheet())
    #expect(lint(figure).faults == [], "\(workspace)")
    #expect(figure.fits)
  }

  @Test(arguments: [1, 2, 5, 12, 30, 60]) func anyNumberOfGroups(groups: Int) {
    for (density, seed) in [(0.0, 1), (0.4, 2), (1.0, 3)] {
      let facts = madeFacts(groups: groups, density: density, seed: UInt64(seed))
      #expect(
        lint(MatrixPicture.drawMatrix(facts, on: Sheet())).faults == [], "\(groups), \(density)")
    }
  }

  @Test func hostileNamesAreInert() {
    let facts = madeFacts(groups: hostileNames.count, density: 0.3, seed: 9) { hostileNames[$0] }
    #expect(lint(MatrixPicture.drawMatrix(facts, on: Sheet())).faults == [])
  }

  @Test func cellsAreSymmetricAndHiddenOnesStayHidden() throws {
    let facts = try facts("harbour-trust")
    let picture = MatrixPicture(facts)
    for i in picture.rows.indices {
      for j in picture.rows.indices { #expect(picture.cells[i][j] == picture.cells[j][i]) }
      // One hidden cell alone in its row could be worked out from the share of ties that lead out.
      let hidden = picture.rows.indices.count { $0 != i && picture.cells[i][$0] == .hidden }
      let shown = picture.rows.indices.count {
        if case .ties = picture.cells[i][$0] { $0 != i } else { false }
      }
      #expect(hidden != 1 || shown == 0, "\(picture.rows[i].title)")
    }
  }

  @Test func hubsAreBlocks() throws {
    let picture = MatrixPicture(try facts("harbour-trust"))
    #expect(Set(picture.blocks.map(\.name)) == ["Estuary", "City", "Moorland", ""])
    #expect(picture.blocks.map(\.rows.count).reduce(0, +) == picture.rows.count)
  }
}
