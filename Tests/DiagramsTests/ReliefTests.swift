import Testing

@testable import Diagrams

@Suite struct ReliefTests {
  private static let frame = Rect(x: 0, y: 0, width: 300, height: 200)

  private func relief(_ places: [Point], _ ends: [(a: Int, b: Int)]) -> Relief {
    let boxes = places.map { _ in LayoutRequest.Box(width: 60, height: 20) }
    let frames = places.map { _ in Self.frame }
    return Relief(places, boxes, ends: ends, within: frames) { places, enough in
      BowRoutes(
        ends, middles: places, boxes: places.map { Rect(middle: $0, width: 60, height: 20) },
        within: ends.map { _ in Self.frame }, enough: enough)
    }
  }

  /// A wall of boxes that no bow gets round: one of them makes way, and none overlaps another.
  @Test func aBoxMakesWay() {
    let wall = (0..<8).map { Point(150, 13 + 24.0 * Double($0)) }
    let places = [Point(40, 100), Point(260, 100)] + wall
    let start = BowRoutes(
      [(0, 1)], middles: places, boxes: places.map { Rect(middle: $0, width: 60, height: 20) },
      within: [Self.frame])
    #expect(start.behind.map(\.line) == [0] && start.hits == 1)
    let relief = relief(places, [(0, 1)])
    #expect(relief.routes.hits == 0)
    #expect(zip(relief.places, places).count { $0 != $1 } <= 2)
    for a in places.indices {
      #expect(Self.frame.contains(relief.places[a]))
      for b in places.indices where b > a {
        let (one, two) = (relief.places[a], relief.places[b])
        #expect(abs(one.x - two.x) >= 60 || abs(one.y - two.y) >= 20)
      }
    }
  }

  @Test func whatIsFreeStays() {
    let places = [Point(40, 30), Point(260, 30), Point(150, 150)]
    #expect(relief(places, [(0, 1)]).places == places)
    #expect(relief([], []).places == [])
  }
}
