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

  /// What the cells show is the map's, and an empty one is no claim that there are no ties.
  @Test func cellsAreSymmetricAndEmptyOnesClaimNothing() throws {
    let facts = try facts("harbour-trust")
    let picture = MatrixPicture(facts)
    for i in picture.rows.indices {
      for j in picture.rows.indices { #expect(picture.cells[i][j] == picture.cells[j][i]) }
    }
    var shown = 0
    for i in picture.rows.indices {
      for j in picture.rows.indices where j > i && picture.cells[i][j] != .none { shown += 1 }
    }
    #expect(shown == facts.analysis.map(atMost: 30).amongStaff.links.count)
    #expect(picture.legend.contains { $0.text == "no tie, or not shown" })
  }

  @Test func hubsAreBlocks() throws {
    let picture = MatrixPicture(try facts("harbour-trust"))
    #expect(Set(picture.blocks.map(\.name)) == ["Estuary", "City", "Moorland", ""])
    #expect(picture.blocks.map(\.rows.count).reduce(0, +) == picture.rows.count)
  }

  /// A red name has its reason beside it, and a legend no mark that is not drawn, on every paper.
  @Test(arguments: PaperSize.allCases) func aRedNameSaysWhy(paper: PaperSize) throws {
    let figure = MatrixPicture.drawMatrix(try facts("harbour-trust"), on: Sheet(paper))
    let lint = lint(figure)
    #expect(figure.fits && lint.faults == [])
    let alarms = figure.table.rows.compactMap { row -> String? in
      guard case .text(let words)? = row.last, !words.isEmpty else { return nil }
      return words
    }
    for alarm in alarms { #expect(lint.texts.contains { $0.words.hasSuffix(alarm) }) }
    let hasLegend = lint.texts.contains { $0.words == "share of ties that lead out" }
    #expect(hasLegend == lint.texts.contains { $0.words == "Share of ties that lead out" })
  }
}
