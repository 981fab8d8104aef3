import Diagrams
import Foundation
@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

/// Figures that keep the places of an earlier one.
@Suite struct FigurePlacesTests {
  /// The map without a node, and what was tied to it alone.
  private func without(_ index: Int, _ picture: MapPicture) -> MapPicture {
    func place(_ old: Int) -> Int { old > index ? old - 1 : old }
    var nodes = picture.nodes
    nodes.remove(at: index)
    for node in nodes.indices {
      nodes[node].chips = nodes[node].chips.filter { $0.node != index }
      for chip in nodes[node].chips.indices {
        nodes[node].chips[chip].node = nodes[node].chips[chip].node.map(place)
      }
    }
    var without = MapPicture(
      furniture: picture.furniture, nodes: nodes,
      ties: picture.ties.filter { $0.a != index && $0.b != index }.map {
        .init(a: place($0.a), b: place($0.b), weight: $0.weight, style: $0.style)
      }, clusterCount: picture.clusterCount, stripTitle: picture.stripTitle)
    without.panels = picture.panels
    return without
  }

  @Test func removingOneMovesNoOther() async throws {
    let picture = MapPicture(trustMap: try facts("harbour-trust"))
    let first = await picture.drawn(on: Sheet(), by: worker)
    let earlier = try #require(FigurePlaces(reading: first.svg))
    #expect(earlier.places.count == picture.nodes.count && earlier == first.places)
    func degree(_ node: Int) -> Int { picture.ties.count { $0.a == node || $0.b == node } }
    // One whose neighbours all have other ties, so that nobody is left without any.
    let gone = try #require(
      picture.nodes.indices.first { node in
        degree(node) > 0 && picture.nodes[node].alarm == nil
          && picture.nodes.count { $0.kind == picture.nodes[node].kind } > 2
          && picture.ties.allSatisfy { tie in
            tie.a != node && tie.b != node || degree(tie.a == node ? tie.b : tie.a) > 1
          }
      })
    let second = await without(gone, picture).drawn(on: Sheet(earlier: earlier), by: worker)
    let places = try #require(second.places?.places)
    for (id, place) in earlier.places where id != picture.nodes[gone].id {
      let now = try #require(places[id])
      #expect(abs(now.x - place.x) < 0.02 && abs(now.y - place.y) < 0.02, "\(id)")
    }
    #expect(!second.furniture.reading.contains("placed anew"))
    #expect(lint(second).faults == [])
  }

  @Test func aNewOneFindsRoomAmongItsNeighbours() async throws {
    let picture = MapPicture(trustMap: try facts("harbour-trust"))
    let smaller = without(2, picture)
    let earlier = try #require(await smaller.drawn(on: Sheet(), by: worker).places)
    let now = await picture.drawn(on: Sheet(earlier: earlier), by: worker)
    #expect(lint(now).faults == [])
    // In points: a panel that takes one more makes a little room.
    let moves = picture.nodes.compactMap { node -> Double? in
      guard let old = earlier.places[node.id], let new = now.places?.places[node.id] else {
        return nil
      }
      return hypot(old.x - new.x, old.y - new.y)
    }.sorted()
    #expect(moves.count { $0 > 0.02 } <= 4 && moves.last ?? 0 < 40, "\(moves)")
  }

  @Test func afterMuchChangeAllIsPlacedAnew() async throws {
    let picture = MapPicture(trustMap: try facts("harbour-trust"))
    var places = try #require(await picture.drawn(on: Sheet(), by: worker).places)
    for node in picture.nodes.prefix(picture.nodes.count / 3 + 1) { places.places[node.id] = nil }
    #expect(places.change(to: picture.nodes.map(\.id)) > 0.3)
    let figure = await picture.drawn(on: Sheet(earlier: places), by: worker)
    #expect(figure.furniture.reading.contains("Over 30% of what is shown changed"))
    // The sentence about it takes room on the page.
    var told = picture
    told.furniture.reading = figure.furniture.reading
    let free = await told.drawn(on: Sheet(), by: worker)
    #expect(figure.places == free.places)
  }

  @Test func shareOfChange() {
    let places = FigurePlaces(width: 10, height: 10, places: ["a": Point(1, 1), "b": Point(2, 2)])
    // Of a, b and c, b is gone and c is new.
    #expect(abs(places.change(to: ["a", "c"]) - 2 / 3) < 1e-12)
    #expect(places.change(to: ["a", "b"]) == 0)
    #expect(FigurePlaces(width: 1, height: 1).change(to: []) == 0)
  }

  @Test func readsWhatItWrites() throws {
    let places = FigurePlaces(
      width: 841.89, height: 595.28, places: ["<&\">": Point(1.25, -3), "é": Point(0, 7.5)])
    #expect(FigurePlaces(reading: places.json) == places)
    for text in [
      "", "{}", "<svg viewBox=\"0 0 10 10\"></svg>", "<g data-id=\"a\" data-x=\"1\"", "\u{0}",
    ] {
      #expect(FigurePlaces(reading: text) == nil, "\(text)")
    }
  }

  @Test func fromTheCommandLine() throws {
    let folder = Workdir()
    let harbour = packageFolder + "/Data/harbour-trust"
    let (svg, json) = (folder.path + "/old.svg", folder.path + "/old.json")
    #expect(weft(["draw", "map", harbour, "-o", svg]).status == 0)
    #expect(weft(["draw", "map", harbour, "-o", json]).status == 0)
    for file in [svg, json] {
      let again = weft(["draw", "map", harbour, "-o", "-", "--layout-from", file])
      #expect(again.status == 0)
      #expect(
        FigurePlaces(reading: again.out) == FigurePlaces(reading: folder.text("old.svg") ?? ""))
    }
    let missing = weft(["draw", "map", harbour, "-o", svg, "--layout-from", "nowhere.svg"])
    #expect(missing.status == 66)
    #expect(missing.err.contains("--layout-from \"nowhere.svg\": there is no such file."))
    folder.write("bad.svg", Array("<svg/>".utf8))
    let bad = weft(["draw", "map", harbour, "-o", svg, "--layout-from", folder.path + "/bad.svg"])
    #expect(bad.status == 65 && bad.err.contains("no places of groups are in it"))
  }
}
