import TestSupport
import Testing

@testable import Diagrams

/// No two groups are called alike, however little room there is.
@Suite struct GroupLabelsTests {
  private let names = [
    "Saint Thomas of Canterbury Catholic Voluntary Academy and Sixth Form",
    "Saint Thomas More Catholic Voluntary Academy",
    "Saint Thomas Aquinas Catholic Primary School and Nursery",
    "Our Lady of Perpetual Succour Catholic Voluntary Academy",
    "Our Lady and Saint Joseph Catholic Voluntary Academy",
    "Our Lady of Lourdes Catholic Primary School, Great Stukeley",
    "Sacred Heart Catholic Voluntary Academy, Lower Brinton",
    "Sacred Heart Catholic Voluntary Academy, Upper Brinton",
    "King Edward the Confessor Grammar School for Boys",
    "King Edward the Confessor High School for Girls", "Christ the King Catholic Academy",
    "English Martyrs' Catholic Voluntary Academy", "Thornhill Academy", "Thornhill Junior School",
    "The Meadows Special School", "Ash Primary School", "Ash Green Academy",
  ]

  @Test(arguments: [24.0, 40, 60, 80, 120, 200])
  func labelsDifferWhateverTheRoom(width: Double) {
    let labels = GroupLabels(names)
    for wish in [GroupLabels.Wish.whole, .short, .head] {
      for kind in [NodeClass.primary, .secondary, .group] {
        let room = GroupLabels.Room(width: width, size: 8.5)
        let said = labels.fitting(names.map { ($0, kind) }, room, wish)
        #expect(Set(said).count == names.count, "\(said)")
        for label in said {
          #expect(!["Saint", "King", "Our", "The", "Christ", "English", "Sacred"].contains(label))
        }
      }
    }
  }

  /// A school that is not drawn counts as well: its alarm could be meant.
  @Test func whatIsNotDrawnIsToldApartToo() {
    let room = GroupLabels.Room(width: 60, size: 8.5)
    let one = GroupLabels(names).fitting([("Thornhill Academy", .secondary)], room, .head)
    #expect(one == ["Thornhill Academy"])
    let alone = GroupLabels(["Thornhill Academy"])
    #expect(alone.fitting([("Thornhill Academy", .secondary)], room, .head) == ["Thornhill"])
  }

  /// A label ends with no word that only leads to the next.
  @Test func noLabelEndsInTheMiddleOfAName() {
    let names = ["Acton", "Bede"].map { "The Blessed \($0) of Saint Bartholomew Academy" }
    let said = GroupLabels(names).fitting(
      names.map { ($0, .primary) }, .init(width: 150, size: 8.5), .whole)
    #expect(said == ["The Blessed Acton", "The Blessed Bede"])
  }

  @Test func whatTellsThemApartIsKept() {
    let room = GroupLabels.Room(width: 150, size: 8.5)
    let said = GroupLabels(names).fitting(
      names.filter { $0.hasPrefix("Sacred") }.map { ($0, .secondary) }, room, .short)
    #expect(said == ["Sacred Heart, Lower Brinton", "Sacred Heart, Upper Brinton"])
  }

  /// Every name of a figure is another, on every paper.
  @Test(arguments: [PaperSize.a4, .a4p, .column, .half, .inset])
  func noTwoNamesOfAFigureAreAlike(paper: PaperSize) {
    let facts = madeFacts(groups: names.count, density: 0.3, seed: 11) { names[$0] }
    let sheet = Sheet(paper)
    let ranking = RankingPicture.drawRanking(facts, on: sheet)
    let coverage = CoveragePicture.drawCoverage(
      facts, EveryFigureTests.madeCoverage(facts, topics: 12), on: sheet)
    // Half a column holds no grid.
    let grids = paper == .half ? [] : [coverage, MatrixPicture.drawMatrix(facts, on: sheet)]
    for figure in [ranking] + grids {
      let lint = lint(figure)
      #expect(lint.faults == [] && figure.fits, "\(paper)")
      let said = lint.texts.map(\.words).filter { words in
        names.contains { $0.hasPrefix(words.prefix(3)) && words.count > 3 }
      }
      #expect(Set(said).count == said.count, "\(paper): \(said)")
    }
  }
}
