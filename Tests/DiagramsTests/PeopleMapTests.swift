import Diagrams
import Foundation
import GraphEngine
@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

/// Maps of single people: everybody on the panel of their group, and no more lines than can be followed.
@Suite struct PeopleMapTests {
  /// A title of several lines stands among the dots: a long name is told in short.
  @Test func longNamesAreToldInShort() {
    let names = ["Acton", "Bede", "Carr", "Dell", "Eden", "Fern", "Gale", "Hope"]
    let facts = madeFacts(groups: names.count, density: 0.5, seed: 5) {
      "The Blessed \(names[$0]) of Saint Bartholomew-by-the-Water Catholic Voluntary Academy"
    }
    let drawn = PeopleMap.drawPeople(
      facts, showsSmallGroups: true, name: { "P-\($0)" }, on: Sheet())
    let words = lint(drawn).texts.map(\.words)
    for name in names {
      #expect(words.contains { $0.contains(name) && $0.hasSuffix("6") }, "\(name)")
    }
    #expect(!words.contains { $0.contains("Bartholomew") } && lint(drawn).faults == [])
  }

  private static func name(_ person: Int32) -> String? { "P-\(person)" }

  private func drawn(
    _ facts: FigureFacts, on paper: PaperSize = .a4, hides: Set<Int32> = []
  ) -> DrawnFigure {
    PeopleMap.drawPeople(
      facts, showsSmallGroups: true, name: { hides.contains($0) ? nil : Self.name($0) },
      on: Sheet(paper))
  }

  /// Groups of given sizes, each a ring, with ties across between given people.
  private func made(_ sizes: [Int], across: [(Int, Int)] = []) -> FigureFacts {
    var (from, to, group): ([Int32], [Int32], [Int32]) = ([], [], [])
    for (place, size) in sizes.enumerated() {
      let first = group.count
      for index in 0..<size {
        if size > 1 {
          from.append(Int32(first + index))
          to.append(Int32(first + (index + 1) % size))
        }
        group.append(Int32(place))
      }
    }
    from += across.map { Int32($0.0) }
    to += across.map { Int32($0.1) }
    let graph = CompactGraph(nodeCount: group.count, from: from, to: to, isDirected: false)
    let names = sizes.indices.map { "House \($0)" }
    let network = Network(graph, groups: Partition(groupOf: group, names: names))
    return figureFacts(Study(network, by: Boundary("group")), source: "Made.")
  }

  private func dots(_ figure: DrawnFigure) -> [FigureMark] {
    lint(figure).marks.filter { $0.name == "circle" && $0.path.contains("person") }
  }

  private func panels(_ figure: DrawnFigure) -> [FigureMark] {
    lint(figure).marks.filter { $0.name == "rect" && $0.path.contains("panels") }
  }

  @Test(arguments: PaperSize.pages) func everybodyStandsOnTheirPanel(paper: PaperSize) throws {
    let figure = drawn(try facts("harbour-trust"), on: paper)
    let dots = dots(figure)
    let panels = panels(figure).filter { $0.fill != "none" }
    // The ring of somebody who holds all outside ties is a circle more.
    #expect(dots.count == 634 && panels.count == 19)
    for dot in dots {
      #expect(
        panels.contains {
          $0.left - 0.1 <= dot.left && dot.right <= $0.right + 0.1 && $0.top - 0.1 <= dot.top
            && dot.bottom <= $0.bottom + 0.1
        })
    }
    for (index, one) in panels.enumerated() {
      for two in panels[(index + 1)...] {
        #expect(
          min(one.right, two.right) <= max(one.left, two.left)
            || min(one.bottom, two.bottom) <= max(one.top, two.top))
      }
    }
  }

  /// Hubs hold the panels of their schools; the central team has none.
  @Test func hubsHoldPanels() throws {
    let figure = drawn(try facts("harbour-trust"))
    #expect(panels(figure).count { $0.fill == "none" } == 3)
    let texts = Set(lint(figure).texts.filter { $0.path.contains("headings") }.map(\.words))
    #expect(texts.isSuperset(of: ["City", "Estuary", "Moorland"]))
  }

  /// Only lines that a legend row explains, and for the groups that hang on somebody one to each panel in red.
  @Test func whatHangsOnOnePersonIsRed() {
    // Person 0, in the first house, holds every outside tie of the second and third.
    let facts = made(
      [10, 10, 10, 10],
      across: [(0, 10), (0, 11), (0, 12), (0, 20), (0, 21), (0, 22), (5, 35), (6, 36)])
    let figure = drawn(facts)
    let red = lint(figure).elements.filter {
      $0.path.contains("links") && $0.attributes["stroke"] == Palette.alarm
    }
    let path = red.first?.attributes["d"] ?? ""
    // A line to the edge of each panel, and from there to three people.
    #expect(red.count == 1 && path.count { $0 == "M" } == 8, "\(path)")
    #expect(figure.furniture.headline == "P-0 alone ties House 1 and House 2 to the rest")
    let legend = lint(figure).texts.filter { $0.path.contains("legend") }.map(\.words)
    #expect(legend.contains("Outside ties that one person holds"))
    #expect(legend.contains("Holds every outside tie of a group"))
  }

  /// A dot with its ties beside names would tell whose it is.
  @Test func thoseHiddenAreNotDrawn() {
    let facts = made([12, 12], across: [(0, 12), (1, 13)])
    let figure = drawn(facts, hides: [0, 3])
    #expect(dots(figure).count == dots(drawn(facts)).count - 2)
    #expect(figure.dot.matches(of: /xlabel=""/).isEmpty)
    #expect(figure.furniture.suppression.contains("whoever asked not to be named"))
    #expect(!figure.svg.contains("P-0<") && !figure.svg.contains("P-3,"))
    #expect(figure.table.rows.count == 22)
  }

  // MARK: - Too many

  /// Beyond 60 groups on A4 the smallest share a panel, cut between two sizes.
  @Test func theSmallestShareAPanel() {
    let facts = made((0..<50).map { 30 + $0 } + [Int](repeating: 4, count: 30))
    let figure = drawn(facts)
    #expect(panels(figure).count == 51)
    #expect(
      figure.furniture.suppression.contains(
        "Too many groups for one page, so the 30 of at most 4 people share a panel."))
    #expect(lint(figure).faults == [])
  }

  /// Where no size tells most people's groups apart, all stand on one.
  @Test func allShareAPanel() {
    let facts = made([Int](repeating: 6, count: 100))
    let figure = drawn(facts)
    #expect(panels(figure).count == 1)
    #expect(
      figure.furniture.suppression.contains(
        "Too many groups for one page, so all people stand on one panel."))
    #expect(lint(figure).texts.contains { $0.words == "All 100 groups\u{A0}·\u{A0}600" })
  }

  /// Dots in rows, those with a tie elsewhere first; one for several people when there are too many, and it says so.
  @Test func manyStandInRows() {
    let people = 24_000
    let facts = made([people / 2, people / 2], across: (0..<600).map { ($0, people / 2 + $0) })
    let figure = drawn(facts)
    #expect(
      figure.furniture.suppression.hasPrefix(
        "Too many for a dot each, so a dot stands for about 2 people, save those named."))
    #expect(abs(dots(figure).count - people / 2) <= 12, "\(dots(figure).count)")
    #expect(figure.furniture.reading.hasPrefix("Ties are not drawn."))
    #expect(lint(figure).faults == [])
  }

  /// A panel of few people is wide enough for a name of one word.
  @Test(arguments: [[200, 190, 180, 6], [856, 14, 16, 20, 14, 8], [60, 50, 5]])
  func noPanelIsASliver(sizes: [Int]) {
    let figure = drawn(made(sizes))
    #expect(panels(figure).allSatisfy { $0.right - $0.left >= 55 })
    #expect(lint(figure).faults == [])
  }

  /// Nobody's dot covers another's, in rows and among springs.
  @Test(arguments: [[200, 150, 40, 12, 3, 1], [3000, 900], [1], [2], [700]])
  func dotsLieApart(sizes: [Int]) {
    let figure = drawn(made(sizes))
    let dots = dots(figure).sorted { $0.left < $1.left }
    #expect(dots.count >= sizes.reduce(0, +))
    var covered = 0
    for (index, one) in dots.enumerated() {
      for two in dots[(index + 1)...] {
        if two.left >= one.right { break }
        let (x, y) = (
          (one.left + one.right - two.left - two.right) / 2,
          (one.top + one.bottom - two.top - two.bottom) / 2
        )
        // Half a dot at most.
        if (x * x + y * y).squareRoot() < (one.right - one.left) / 2 { covered += 1 }
      }
    }
    #expect(covered == 0, "\(covered) of \(dots.count)")
  }

  /// A star of 1,000 stands round its middle, in no time.
  @Test func aStar() {
    let graph = CompactGraph(
      nodeCount: 1000, from: [Int32](repeating: 0, count: 999), to: (1..<1000).map { Int32($0) },
      isDirected: false)
    let network = Network(
      graph, groups: Partition(groupOf: [Int32](repeating: 0, count: 1000), names: ["All"]))
    let facts = figureFacts(Study(network, by: Boundary("group")), source: "Made.")
    let start = ContinuousClock.now
    let figure = drawn(facts)
    #expect(ContinuousClock.now - start < .seconds(3))
    #expect(figure.furniture.headline == "P-0 connects the others most")
    let named = dots(figure).first { $0.fill == Palette.gain }
    #expect(abs((named?.left ?? 0) - 420) < 80 && abs((named?.top ?? 0) - 300) < 60)
  }

  @Test func theSameInputGivesTheSameBytes() {
    let facts = made([300, 90, 12], across: [(0, 300), (5, 310), (7, 395)])
    #expect(drawn(facts) == drawn(facts))
  }
}
