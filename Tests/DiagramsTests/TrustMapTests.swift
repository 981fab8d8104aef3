import Diagrams
@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct TrustMapTests {
  @Test(arguments: ["harbour-trust", "karate-club", "southern-women"])
  func passesTheLint(workspace: String) async throws {
    let facts = try facts(workspace)
    for (paper, tone) in PaperSize.allCases.flatMap({ paper in Tone.allCases.map { (paper, $0) } })
    {
      let figure = await MapPicture.drawTrustMap(facts, on: Sheet(paper, tone: tone), by: worker)
      #expect(lint(figure).faults == [], "\(workspace) on \(paper), \(tone)")
      #expect(figure.fits, "\(workspace) on \(paper), \(tone)")
    }
  }

  @Test(arguments: [1, 2, 3, 7, 13, 24, 40]) func anyNumberOfGroups(groups: Int) async {
    for (density, seed) in [(0.0, 1), (0.15, 2), (0.5, 3), (1.0, 4)] {
      let facts = madeFacts(groups: groups, density: density, seed: UInt64(seed))
      let figure = await MapPicture.drawTrustMap(facts, on: Sheet(), by: worker)
      #expect(lint(figure).faults == [], "\(groups) groups, density \(density)")
    }
  }

  @Test func hostileNamesAreInert() async {
    let facts = madeFacts(groups: hostileNames.count, density: 0.3, seed: 9) { hostileNames[$0] }
    let figure = await MapPicture.drawTrustMap(facts, on: Sheet(), by: worker)
    #expect(lint(figure).faults == [])
    #expect(!figure.svg.contains("<script"))
    #expect(!figure.dot.contains("\\N \\G") || figure.dot.contains("\\\\N"))
  }

  @Test func theSameInputGivesTheSameBytes() async throws {
    let facts = try facts("harbour-trust")
    let one = await MapPicture.drawTrustMap(facts, on: Sheet(), by: worker)
    let two = await MapPicture.drawTrustMap(facts, on: Sheet(), by: worker)
    #expect(one == two)
  }

  @Test func theLegendListsWhatIsDrawn() throws {
    let picture = MapPicture(trustMap: try facts("harbour-trust"))
    let kinds = Set(picture.nodes.map(\.kind))
    let listed = Set(
      picture.legend.compactMap { item -> NodeClass? in
        if case .node(let kind) = item.mark { kind } else { nil }
      })
    #expect(kinds == listed)
    #expect(
      picture.legend.contains { $0.mark == .ring } == picture.nodes.contains { $0.alarm != nil })
    let styles = Set(picture.ties.map(\.style))
    #expect(picture.legend.contains { $0.text == "Link between hubs" } == styles.contains(.across))
    #expect(picture.legend.contains { $0.text == "Only link of a group" } == styles.contains(.only))
  }

  @Test func thePlantedFactsStandOut() throws {
    let picture = MapPicture(trustMap: try facts("harbour-trust"))
    let alarms = picture.nodes.filter { $0.alarm != nil }.map { "\($0.title): \($0.alarm ?? "")" }
    #expect(
      alarms == [
        "Larkrise Primary School: depends on one person",
        "Hillside Infant School: depends on one person",
        "Northgate Academy: keeps to itself",
      ])
    #expect(
      picture.furniture.headline
        == "Northgate Academy keeps to itself; two schools depend on one person")
    #expect(picture.furniture.altText.contains("633 people"))
  }
}
