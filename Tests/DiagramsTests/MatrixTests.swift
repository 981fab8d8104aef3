import Diagrams
import GraphEngine
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

  /// By chance nearly every tie would lead out, so that such ticks tell no row from another: where the others are compared there are none.
  @Test func chanceStandsWhereNothingElseDoes() throws {
    let picture = MatrixPicture(try facts("harbour-trust"))
    #expect(picture.rows.contains { $0.others != nil && $0.chance != nil })
    #expect(!picture.legend.contains { $0.text == "by chance" })
  }

  /// One class of numbers is the palest colour; of several the highest is the darkest.
  @Test(arguments: [([], [0]), ([5], [0, 3]), ([4, 6], [0, 1, 3])] as [([Double], [Int])])
  func coloursRunFromThePalest(limits: [Double], steps: [Int]) {
    var picture = MatrixPicture(madeFacts(groups: 8, density: 1, seed: 3))
    picture.limits = limits
    let fills = picture.legend.compactMap { item -> String? in
      if case .cell(let fill, _) = item.mark, fill != "#FFFFFF" { fill } else { nil }
    }
    #expect(fills == steps.map { Palette.steps[$0] })
  }

  /// What stands for many groups outweighs every other: it is last, and has no colour of theirs.
  @Test func manyGroupsTogetherStandLastWithoutColour() throws {
    let picture = MatrixPicture(madeFacts(groups: 40, density: 0.3, seed: 4), limit: 12)
    let last = try #require(picture.rows.last)
    #expect(last.isRest && picture.rows.count(where: \.isRest) == 1)
    let figure = picture.drawn(on: Sheet())
    let coloured = lint(figure).elements.count {
      $0.path.contains("cells") && Palette.steps.contains($0.attributes["fill"] ?? "")
    }
    let told = picture.cells.indices.dropLast().reduce(0) { sum, row in
      sum
        + picture.cells.indices.dropLast().count {
          $0 != row && picture.cells[row][$0] != .none
        }
    }
    #expect(coloured == told && lint(figure).faults == [])
    #expect(figure.furniture.reading.contains("what stands for many groups has no colour"))
  }

  /// Numbers that hardly differ are one class, whatever their order.
  @Test(arguments: [(6, 0), (12, 1)]) func numbersThatHardlyDifferHaveOneColour(
    most: Int, limits: Int
  ) {
    var (from, to): ([Int32], [Int32]) = ([], [])
    for (a, b, ties) in [(Int32(0), Int32(1), 4), (0, 2, 4), (1, 2, most)] {
      for tie in 0..<ties {
        from.append(a * 6 + Int32(tie % 6))
        to.append(b * 6 + Int32((tie + tie / 6) % 6))
      }
    }
    let network = Network(
      CompactGraph(nodeCount: 18, from: from, to: to, isDirected: false),
      groups: Partition(groupOf: (0..<18).map { $0 / 6 }, names: ["Ash", "Birch", "Cedar"]))
    let facts = figureFacts(Study(network, by: Boundary("group")), source: "Source: made.")
    #expect(MatrixPicture(facts).limits.count == limits)
  }

  /// A share of ties that cross stands over no empty page without a word of why it is empty.
  @Test func anEmptyPageSaysWhy() {
    // Five groups in a ring each, and one tie between every two groups.
    var (from, to): ([Int32], [Int32]) = ([], [])
    for group in Int32(0)..<5 {
      for person in Int32(0)..<6 {
        from.append(group * 6 + person)
        to.append(group * 6 + (person + 1) % 6)
      }
      for other in group + 1..<5 {
        from.append(group * 6 + other)
        to.append(other * 6 + group)
      }
    }
    let network = Network(
      CompactGraph(nodeCount: 30, from: from, to: to, isDirected: false),
      groups: Partition(
        groupOf: (0..<30).map { $0 / 6 }, names: ["Ash", "Birch", "Cedar", "Elm", "Fir"]))
    let facts = figureFacts(Study(network, by: Boundary("group")), source: "Source: made.")
    for furniture in [MatrixPicture(facts).furniture, MapPicture(trustMap: facts).furniture] {
      #expect(
        furniture.headline.hasPrefix(
          "25% of ties cross from one group to another, but no link between two groups may be shown"
        ), "\(furniture.headline)")
      #expect(
        furniture.basis == "30 people · 5 groups · 0 links · 10 more links may not be shown")
    }
  }

  /// Thirty-one schools in one hub and two hubs of one school: of hubs there is no link to show, of schools there are some.
  @Test func oneLargeHubStandsAsItsSchools() {
    let (schools, size) = (33, 6)
    let n = schools * size
    var (from, to): ([Int32], [Int32]) = ([], [])
    func tie(_ school: Int, _ other: Int, _ people: Int) {
      for person in 0..<people {
        from.append(Int32(school * size + person))
        to.append(Int32(other * size + (person + (school == other ? 1 : 0)) % size))
      }
    }
    for school in 0..<schools { tie(school, school, size) }
    for school in 0..<31 {
      if school < 10 { tie(school, school + 1, 4) }
      for step in 2..<5 { tie(school, (school + step) % 31, 1) }
    }
    let network = Network(
      title: "Made Trust",
      people: People(
        ids: (0..<n).map { "p\($0)" }, names: (0..<n).map { "n\($0)" },
        school: (0..<Int32(n)).map { $0 / Int32(size) },
        teams: TeamLists(main: [Int32](repeating: -1, count: n)),
        isHidden: [Bool](repeating: false, count: n),
        response: [Response](repeating: .unknown, count: n),
        started: [Day?](repeating: nil, count: n), ended: [Day?](repeating: nil, count: n)),
      schools: (0..<schools).map {
        School(
          id: "S\($0)", name: "School \($0)", hub: $0 < 31 ? "West" : $0 == 31 ? "North" : "South")
      }, partners: [],
      ties: Ties(from: from, to: to, depth: [UInt8](repeating: 2, count: from.count)),
      records: Records())
    let facts = figureFacts(Study(network, by: .school), source: "Source: made.")
    let figure = MatrixPicture.drawMatrix(facts, on: Sheet())
    #expect(figure.table.rows.count > 30 && figure.fits && lint(figure).faults == [])
    #expect(!figure.furniture.headline.contains("may be shown"))
  }

  /// No tie goes from one school to another where there is one school.
  @Test func oneSchoolAndItsCentre() {
    let n = 14
    let network = Network(
      title: "Made Trust",
      people: People(
        ids: (0..<n).map { "p\($0)" }, names: (0..<n).map { "n\($0)" },
        school: [Int32](repeating: 0, count: 8) + [Int32](repeating: People.centralTeam, count: 6),
        teams: TeamLists(main: [Int32](repeating: -1, count: n)),
        isHidden: [Bool](repeating: false, count: n),
        response: [Response](repeating: .unknown, count: n),
        started: [Day?](repeating: nil, count: n), ended: [Day?](repeating: nil, count: n)),
      schools: [School(id: "A", name: "Alder School")], partners: [],
      ties: Ties(
        from: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 1, 2, 3],
        to: [1, 2, 3, 4, 5, 6, 7, 0, 9, 10, 11, 12, 8, 9, 10, 11],
        depth: [UInt8](repeating: 2, count: 16)), records: Records())
    let facts = figureFacts(Study(network, by: .school), source: "Source: made.")
    #expect(
      MatrixPicture(facts).furniture.headline == "25% of ties join the school and the central team")
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
