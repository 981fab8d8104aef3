@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@testable import Diagrams

/// What of a large coverage grid stands on a page.
@Suite struct CoveragePictureTests {
  private func picture(absent: Int, held: Int, schools: Int) throws -> CoveragePicture {
    let facts = try facts("harbour-trust")
    let row: (Int) -> [CoveragePicture.Cell] = { topic in
      (0..<schools).map { school in
        topic < absent
          ? .init(gap: .absent, holders: 0)
          : .init(gap: school == 0 ? .thin : .distant, holders: school == 0 ? 1 : 0)
      }
    }
    return CoveragePicture(
      facts,
      .init(
        topics: (0..<(absent + held)).map {
          .init(title: "Topic \($0)", holders: $0 < absent ? 0 : 1)
        },
        schools: (0..<schools).map { .init(id: "S\($0)", title: "School \($0)", kind: .primary) },
        cells: (0..<(absent + held)).map(row)), on: .a4)
  }

  /// Rows of topics that nobody knows all look alike, and leave room for the others.
  @Test func absentTopicsTakeAThirdOfAFullPage() throws {
    let full = try picture(absent: 30, held: 40, schools: 12)
    #expect(full.topics.count == 24 && full.topics.count { $0.holders == 0 } == 8)
    #expect(
      full.furniture.suppression
        == "Not shown for want of room: 22 topics that nobody knows and 24 topics with fewer gaps.")
    let few = try picture(absent: 30, held: 2, schools: 12)
    #expect(few.topics.count { $0.holders == 0 } == 22 && few.topics.count == 24)
    let all = try picture(absent: 3, held: 5, schools: 40)
    #expect(all.topics.count == 8 && all.schools.count == 30)
    #expect(all.furniture.suppression == "Not shown for want of room: 10 schools with fewer gaps.")
  }

  @Test(arguments: [1, 3, 12, 30]) func fitsWithAnyNumberOfSchools(schools: Int) throws {
    for topics in [3, 12, 40] {
      let drawn = try picture(absent: 2, held: topics - 2, schools: schools)
        .drawn(on: Sheet(.a4))
      #expect(drawn.fits)
      // Few columns have their heads across, many have them upright.
      #expect(drawn.svg.contains("rotate(-90") == (schools > 3))
    }
  }
}
