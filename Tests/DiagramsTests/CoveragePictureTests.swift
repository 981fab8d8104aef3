import Measures
import Networks
import TestSupport
import Testing

@testable import Diagrams
@testable import Findings

/// What of a large coverage grid stands on a page.
@Suite struct CoveragePictureTests {
  private func picture(
    absent: Int, single: Int = 0, held: Int, schools: Int
  ) throws -> CoveragePicture {
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
        topics: (0..<(absent + single + held)).map {
          .init(title: "Topic \($0)", holders: $0 < absent ? 0 : $0 < absent + single ? 1 : 2)
        },
        schools: (0..<schools).map { .init(id: "S\($0)", title: "School \($0)", kind: .primary) },
        cells: (0..<(absent + single + held)).map(row)), on: .a4)
  }

  /// A page of solid red would tell no topic from another: where many are known to nobody, their bars are pale.
  @Test(arguments: [(3, 3), (9, 0)]) func fewBarsAreSolid(absent: Int, solid: Int) throws {
    let cells = [CoveragePicture.Cell](repeating: .init(gap: .absent, holders: 0), count: 8)
    let figure = CoveragePicture.drawCoverage(
      try facts("harbour-trust"),
      .init(
        topics: (0..<absent).map { .init(title: "Topic \($0)", holders: 0) },
        schools: (0..<8).map { .init(id: "S\($0)", title: "School \($0)", kind: .primary) },
        cells: [[CoveragePicture.Cell]](repeating: cells, count: absent)), on: Sheet())
    let bars = lint(figure).elements.filter {
      $0.name == "rect" && $0.path.contains("bar") && $0.attributes["fill"] == Palette.alarm
    }
    #expect(bars.count == solid && lint(figure).faults == [])
  }

  /// Bars of topics that nobody knows all look alike, and leave room for the others.
  @Test func barsTakeAThirdOfAFullPage() throws {
    let full = try picture(absent: 30, held: 40, schools: 19)
    #expect(full.bars.count == 12 && full.topics.count == 24)
    #expect(
      full.furniture.suppression
        == "Not shown for want of room: 18 topics that nobody has listed and 16 topics with fewer gaps."
    )
    let few = try picture(absent: 30, single: 1, held: 2, schools: 19)
    #expect(few.bars.count == 31 && few.topics.count == 2 && few.furniture.suppression.isEmpty)
    let all = try picture(absent: 3, held: 5, schools: 50)
    #expect(all.bars.count == 3 && all.topics.count == 5 && all.schools.count == 40)
    #expect(all.furniture.suppression == "Not shown for want of room: 10 schools with fewer gaps.")
  }

  /// Where one person knows a topic, nothing on the page or behind it tells in which school.
  @Test func oneHolderStandsInNoSchool() throws {
    let drawn = try picture(absent: 1, single: 1, held: 1, schools: 4).drawn(on: Sheet(.a4))
    let rows = drawn.table.rows.filter { $0[0] == .text("Topic 1") }
    #expect(rows == [[.text("Topic 1"), .count(1), .none, .text("single"), .none]])
    #expect(!drawn.dot.contains("b1 --") && !drawn.dot.contains("t1"))
    #expect(drawn.svg.contains("one person in the whole trust; where is not shown"))
    #expect(drawn.furniture.description.contains("Topic 1: one person in the trust."))
    #expect(!drawn.furniture.description.contains("Topic 1: out of reach"))
  }

  @Test(arguments: [1, 3, 12, 30]) func fitsWithAnyNumberOfSchools(schools: Int) throws {
    for topics in [3, 12, 40] {
      let drawn = try picture(absent: 2, held: topics - 2, schools: schools).drawn(on: Sheet(.a4))
      #expect(drawn.fits && lint(drawn).faults == [], "\(topics)")
      // Few columns have their heads across, many have them upright.
      #expect(drawn.svg.contains("rotate(-90") == (schools > 3))
    }
  }

  /// Rows and columns are left out until the rest can be read.
  @Test(arguments: PaperSize.allCases) func asMuchAsFits(paper: PaperSize) throws {
    let facts = try facts("harbour-trust")
    let cells = [CoveragePicture.Cell](repeating: .init(gap: .distant, holders: 0), count: 45)
    let drawn = CoveragePicture.drawCoverage(
      facts,
      .init(
        topics: (0..<40).map { .init(title: "Topic \($0)", holders: $0 < 3 ? 0 : 2) },
        schools: (0..<45).map {
          .init(
            id: "S\($0)", title: "Saint Thomas \($0) of Canterbury", kind: .primary,
            hub: "Hub \($0 / 15)")
        },
        cells: [[CoveragePicture.Cell]](repeating: cells, count: 40)), on: Sheet(paper))
    #expect(drawn.fits && lint(drawn).faults == [], "\(lint(drawn).faults)")
  }

  /// What is so nearly everywhere has the quietest mark, in the grid and in the legend.
  @Test(arguments: [(2, false), (9, true)])
  func aMarkThatIsNearlyEverywhereIsQuiet(distant: Int, isQuiet: Bool) throws {
    let row = (0..<12).map {
      CoveragePicture.Cell(gap: $0 < distant ? .distant : .covered, holders: $0 < distant ? 0 : 2)
    }
    let figure = CoveragePicture.drawCoverage(
      try facts("harbour-trust"),
      .init(
        topics: (0..<6).map { .init(title: "Topic \($0)", holders: 6) },
        schools: (0..<12).map { .init(id: "S\($0)", title: "School \($0)", kind: .primary) },
        cells: [[CoveragePicture.Cell]](repeating: row, count: 6)), on: Sheet())
    let fills = lint(figure).elements.count { $0.attributes["fill"] == Palette.distant }
    #expect(fills == (isQuiet ? 0 : distant * 6 + 1) && lint(figure).faults == [])
    #expect(figure.svg.contains("distant: known, too far for most to ask"))
  }

  @Test func aboveLevelOneIsSaidOnce() throws {
    let facts = try facts("harbour-trust")
    let picture = CoveragePicture(
      facts,
      .init(
        topics: [
          .init(title: "Sign language", holders: 0, listing: "Sign language above level 1"),
          .init(title: "Drama", holders: 0),
          .init(title: "Timetabling", holders: 0, listing: "Timetabling above level 1"),
        ],
        schools: [.init(id: "S", title: "S", kind: .primary)],
        cells: [[CoveragePicture.Cell]](repeating: [.init(gap: .absent, holders: 0)], count: 3)))
    #expect(
      picture.furniture.headline
        == "Nobody has listed Drama, nor Sign language or Timetabling above level 1")
  }
}
