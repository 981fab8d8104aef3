@testable import Diagrams
import Findings
import Measures
import Networks
import TestSupport
import Testing

/// The share of ties that lead out by how deep they are.
@Suite struct DepthPictureTests {
  @Test func everyPointIsTheVerdictAtItsDepth() throws {
    let facts = try #require(try? facts("harbour-trust"))
    let levels = DepthPicture.levels(facts)
    let picture = DepthPicture(facts, levels: levels)
    #expect(
      picture.depths == [.networking, .cooperation, .coordination, .coalition, .collaboration])
    for (place, level) in levels.enumerated() {
      let verdicts = try #require(level.analysis.verdicts)
      #expect(picture.whole.points[place]?.share == verdicts.index.value.map { (1 + $0) / 2 })
      for series in picture.groups {
        let group = try #require(verdicts.groups.first { $0.id == series.id })
        #expect(series.points[place]?.share == group.outside)
        #expect(series.points[place]?.others == group.outsideAmongOthers)
      }
    }
    #expect(picture.groups.first?.title == "Northgate Academy")
    #expect(picture.groups.first?.isAlarm == true && picture.groups.count == 18)
    #expect(
      picture.furniture.headline
        == "Deeper work stays inside: 21% of ties cross schools, 7% at collaboration")
  }

  /// A depth of which fewer than thirty ties are on record is not drawn.
  @Test func whereDepthIsNotToldThereIsOneLevel() {
    let facts = madeFacts(groups: 8, density: 0.3, seed: 3) { "Group number \($0)" }
    #expect(DepthPicture.levels(facts).map(\.depth) == [.networking])
  }
}
