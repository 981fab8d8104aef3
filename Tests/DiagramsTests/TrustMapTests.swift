import Diagrams
import Foundation
import GraphEngine
@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct TrustMapTests {
  @Test(arguments: ["harbour-trust", "karate-club", "southern-women"])
  func passesTheLint(workspace: String) async throws {
    let facts = try facts(workspace)
    for (paper, tone) in (PaperSize.pages + [.column]).flatMap({ paper in
      Tone.allCases.map { (paper, $0) }
    }) {
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

  /// Of two groups the line between them is seen, however large their boxes.
  @Test func twoGroupsLeaveRoomForTheirLine() async throws {
    let facts = madeFacts(groups: 2, density: 1, seed: 4)
    let figure = await MapPicture.drawTrustMap(facts, on: Sheet(), by: worker)
    let boxes = lint(figure).elements.filter {
      $0.name == "rect" && $0.path.contains("nodes") && $0.attributes["class"] != "hit"
    }
    let heights = boxes.compactMap { Double($0.attributes["height"] ?? "") }
    let spots = try #require(figure.places).places.values.sorted { ($0.y, $0.x) < ($1.y, $1.x) }
    let (high, low) = (try #require(spots.first), try #require(spots.last))
    let tall = heights.max() ?? 0
    #expect(low.y - high.y > tall + 30 || abs(low.x - high.x) > 100, "\(spots), \(tall)")
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

  @Test func linesCanBeFollowed() async throws {
    let facts = try facts("harbour-trust")
    let figure = await MapPicture.drawTrustMap(facts, on: Sheet(), by: worker)
    let tangle = Tangle(lint(figure))
    #expect(tangle.lines >= 20 && figure.furniture.description.contains("Northgate Academy"))
    #expect(tangle.crossings <= 10 && tangle.merged <= 0.1 && tangle.behind == 0, "\(tangle)")
    #expect(
      ["City hub", "Estuary hub", "Moorland hub", "Central teams"].allSatisfy(figure.svg.contains))
  }

  /// What is found does not depend on the paper: schools stand by themselves on a slide too, and on A4 with their codes.
  @Test func pagesKeepSchools() async throws {
    let facts = try facts("harbour-trust")
    for paper in PaperSize.pages {
      let figure = await MapPicture.drawTrustMap(facts, on: Sheet(paper), by: worker)
      #expect(figure.furniture.headline.contains("Northgate Academy"), "\(paper)")
      #expect(Tangle(lint(figure)).behind == 0, "\(paper)")
      let says = figure.furniture.reading.contains("For want of room")
      #expect(says == (paper == .slide), "\(paper)")
    }
  }

  /// 45 schools in five hubs, half of the pairs in a hub tied.
  @Test func manySchoolsFitWithoutATangle() async throws {
    let facts = made(schools: 45, hubs: 5)
    for paper in [PaperSize.a3, .a4] {
      let figure = await MapPicture.drawTrustMap(facts, on: Sheet(paper), by: worker)
      let tangle = Tangle(lint(figure))
      #expect(lint(figure).faults == [] && figure.fits, "\(paper)")
      // Every school stands there by itself.
      #expect(figure.places?.places.keys.count { $0.hasPrefix("S") } == 45, "\(paper)")
      if paper == .a3 { #expect(tangle.crossings <= 130 && tangle.merged <= 0.25, "\(tangle)") }
    }
  }

  /// In a grid too schools stand by themselves where there is room, and by hub where most of their links may not be shown.
  @Test func manySchoolsAreRows() {
    let facts = made(schools: 45, hubs: 5)
    for (paper, rows) in [(PaperSize.a3, 45), (.a4, 5)] {
      let figure = MatrixPicture.drawMatrix(facts, on: Sheet(paper))
      #expect(figure.fits && lint(figure).faults == [], "\(paper)")
      #expect(figure.table.rows.count == rows, "\(paper)")
    }
    let sparse = MatrixPicture(made(schools: 45, hubs: 5) { $0 % 6 == 0 }, limit: 60)
    #expect(sparse.rows.count == 5)
    #expect(
      sparse.furniture.suppression.hasPrefix(
        "Most links between single schools may not be shown, so 45 groups stand as five."))
  }

  /// Without hubs some groups have no room: they are left out and counted, and no line leads to a group that there is not.
  @Test func whatHasNoRoomIsNoGroup() {
    let facts = madeFacts(groups: 20, density: 0.2, seed: 5)
    for picture in [
      MapPicture(trustMap: facts, groups: 12), MapPicture(bridges: facts, groups: 12),
    ] {
      #expect(picture.nodes.count == 12)
      #expect(picture.nodes.allSatisfy { $0.title.hasPrefix("Group number") })
      #expect(picture.furniture.basis.contains(" · 12 of 20 groups · "))
      #expect(
        picture.furniture.suppression.hasPrefix("Too many for one page: 8 more groups are left out")
      )
    }
  }

  /// A box that stands for a hub is called one in the legend.
  @Test func theLegendSaysHub() throws {
    let facts = try facts("harbour-trust")
    for picture in [
      MapPicture(trustMap: facts, groups: 12), MapPicture(bridges: facts, groups: 12),
    ] {
      let words = picture.legend.map(\.text)
      #expect(
        words.contains("Hub") && !words.contains("Group") && !words.contains("Any other group"))
    }
  }

  /// A headline that has no room in two lines loses its last finding, one that a user wrote nothing.
  @Test func aHeadlineHasTwoLines() {
    var furniture = Furniture(
      headline: "", subtitle: "s", basis: "b", reading: "r", source: "Source: x.", altText: "a",
      description: "d")
    let long = String(repeating: "Our Lady of Perpetual Succour and Saint Anne ", count: 2)
    furniture.headline =
      "No group would be cut off if another withdrew; \(long)\(long)do most of it"
    func bold(_ furniture: Furniture) -> [String] {
      FigureLint(svg: Page(.a4, furniture, legend: []).svg([])) { text, size, weight in
        TextRuler.width(text, size, TypeWeight(rawValue: weight) ?? .regular)
      }.texts.map(\.words)
    }
    #expect(bold(furniture).contains("No group would be cut off if another withdrew"))
    furniture.isHeadlineGiven = true
    #expect(bold(furniture).contains { $0.contains("Perpetual") })
  }

  /// Where most links are a group's only one, red would tell none from another: who holds them is ringed, and it is said once.
  @Test func aStarIsNotAllRed() throws {
    var (from, to): ([Int32], [Int32]) = ([], [])
    for group in Int32(0)..<7 {
      for person in Int32(0)..<6 {
        from.append(group * 6 + person)
        to.append(group > 0 && person < 4 ? person : group * 6 + (person + 1) % 6)
      }
    }
    let network = Network(
      CompactGraph(nodeCount: 42, from: from, to: to, isDirected: false),
      groups: Partition(
        groupOf: (0..<42).map { $0 / 6 },
        names: ["Ash", "Birch", "Cedar", "Elm", "Fir", "Gean", "Hazel"]))
    let picture = MapPicture(
      bridges: figureFacts(Study(network, by: Boundary("group")), source: "Source: made."))
    #expect(picture.ties.count == 6 && picture.ties.allSatisfy { $0.style == .quiet })
    #expect(picture.nodes.compactMap(\.alarm) == ["only way to five groups"])
    #expect(picture.furniture.reading.hasPrefix("Many groups have a single link to the rest"))
    let map = MapPicture(
      trustMap: figureFacts(Study(network, by: Boundary("group")), source: "Source: made."))
    #expect(map.nodes.allSatisfy { $0.alarm != "only link" })
    #expect(map.furniture.headline.hasSuffix("depend on a single link to the rest"))
  }

  /// A name with no room in a box loses what others have too, and not its end.
  @Test func longNamesKeepWhatTellsThemApart() async {
    let places = ["Ashdown", "Kestrel", "Upland", "Zennor"]
    let facts = madeFacts(groups: 4, density: 1, seed: 5) {
      "St Thomas Becket and All Saints Church of England Voluntary Aided Primary School, \(places[$0])"
    }
    let picture = MapPicture(bridges: facts)
    #expect(Set(picture.nodes.compactMap(\.shortTitle)).count == 4)
    let figure = await picture.drawn(on: Sheet(), by: worker)
    let words = lint(figure).texts.map(\.words)
    for place in places {
      #expect(words.contains { $0.contains(place) }, "\(place)")
    }
    #expect(lint(figure).faults == [])
  }

  /// Eighty schools stand by their hub, and the headline is about hubs.
  @Test func whatIsDrawnTogetherIsSpokenOfTogether() async throws {
    let facts = made(schools: 80, hubs: 8)
    let figure = await MapPicture.drawTrustMap(facts, on: Sheet(), by: worker)
    #expect(figure.places?.places.keys.contains { $0.hasPrefix("hub:") } == true)
    #expect(!figure.furniture.headline.contains("school"))
    #expect(figure.furniture.subtitle.contains("across hubs of"))
    #expect(lint(figure).faults == [])
  }

  /// Colour, words and paper move nothing against anything else; a hundredth of the rows hardly does.
  @Test func placesStay() async throws {
    let whole = made(schools: 24, hubs: 3)
    let first = try #require(
      await MapPicture.drawTrustMap(whole, on: Sheet(), by: worker).places?.places)
    let grey = await MapPicture.drawTrustMap(whole, on: Sheet(.a4, tone: .mono), by: worker)
    #expect(grey.places?.places == first)
    var moves: [Double] = []
    for part in 0..<3 {
      let fewer = made(schools: 24, hubs: 3) { ($0 + part) % 100 != 0 }
      let now = try #require(
        await MapPicture.drawTrustMap(fewer, on: Sheet(), by: worker).places?.places)
      moves += first.compactMap { id, place in
        now[id].map { hypot($0.x - place.x, $0.y - place.y) }
      }
    }
    moves.sort()
    #expect(moves.count > 60 && moves[moves.count / 2] < 10, "median \(moves[moves.count / 2])")
  }

  /// A trust of schools of 12, those of a hub tied to about half of the others there.
  private func made(
    schools: Int, hubs: Int, keeping isKept: (Int) -> Bool = { _ in true }
  ) -> FigureFacts {
    var generator = SeededGenerator(seed: 11)
    let size = 12
    var (from, to, depth): ([Int32], [Int32], [UInt8]) = ([], [], [])
    var row = 0
    func hub(_ school: Int) -> Int { school * hubs / schools }
    for a in 0..<schools {
      for b in a..<schools {
        let isTied = generator.unit() < (a == b ? 1 : hub(a) == hub(b) ? 0.5 : 0.03)
        for _ in 0..<(a == b ? 20 : isTied ? 3 + generator.below(9) : 0) {
          let (x, y) = (a * size + generator.below(size), b * size + generator.below(size))
          row += 1
          if x != y, isKept(row) {
            from.append(Int32(x))
            to.append(Int32(y))
            depth.append(3)
          }
        }
      }
    }
    let n = schools * size
    let network = Network(
      title: "Made Trust",
      people: People(
        ids: (0..<n).map { "p\($0)" }, names: (0..<n).map { "n\($0)" },
        school: (0..<n).map { Int32($0 / size) },
        teams: TeamLists(main: [Int32](repeating: -1, count: n)),
        isHidden: [Bool](repeating: false, count: n),
        response: [Response](repeating: .unknown, count: n),
        started: [Day?](repeating: nil, count: n), ended: [Day?](repeating: nil, count: n)),
      schools: (0..<schools).map {
        School(
          id: "S\(100 + $0)",
          name: "\(["Ash", "Birch", "Cedar", "Downs", "Elm"][$0 % 5])\($0) Primary School",
          hub: "Region \(hub($0) + 1)")
      },
      partners: [], ties: Ties(from: from, to: to, depth: depth), records: Records())
    return figureFacts(Study(network, by: .school), source: "Source: made.")
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
