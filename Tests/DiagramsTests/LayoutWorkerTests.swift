import Diagrams
import Foundation
import TestSupport
import Testing

@Suite struct LayoutWorkerTests {
  private func request(_ boxes: Int, _ ties: [(Int, Int)]) -> LayoutRequest {
    LayoutRequest(parts: [
      .init(
        width: 600, height: 350, boxes: (0..<boxes).map { _ in .init(width: 60, height: 24) },
        ties: ties.map { .init(a: $0.0, b: $0.1) })
    ])
  }

  @Test func shapes() async {
    let clique = (0..<15).flatMap { a in (0..<a).map { (a, $0) } }
    for (boxes, ties) in [
      (1, []), (2, [(0, 1)]), (20, (1..<20).map { (0, $0) }), (15, clique),
      (30, (1..<30).map { ($0 - 1, $0) }),
    ] {
      guard case .routed(let reply, .splines) = await worker.layOut(request(boxes, ties)) else {
        Issue.record("\(boxes) boxes were not routed")
        continue
      }
      #expect(reply.parts[0].fits, "\(boxes) boxes")
      #expect(reply.parts[0].routes.count == ties.count)
      for (a, one) in reply.parts[0].places.enumerated() {
        for two in reply.parts[0].places[(a + 1)...] {
          #expect(abs(one.x - two.x) >= 60 || abs(one.y - two.y) >= 24)
        }
      }
    }
  }

  /// Eight versions of a map share the time of one figure.
  @Test func versionsShareTheTime() async {
    var hanging = LayoutWorker(program: "/bin/sleep", arguments: ["3600"])
    hanging.patience = .milliseconds(500)
    let facts = madeFacts(groups: 140, density: 0.3, seed: 3)
    let start = ContinuousClock.now
    let figure = await MapPicture.drawChange(facts, since: facts, on: Sheet(), by: hanging)
    #expect(ContinuousClock.now - start < .seconds(4))
    #expect(figure.furniture.reading.hasPrefix("The layout program failed"))
    #expect(lint(figure).faults == [])
  }

  /// Too many links to lead round boxes run straight, and the figure says so.
  @Test func manyLinksRunStraight() async throws {
    let nodes = (0..<60).map {
      MapPicture.Node(id: "\($0)", title: "Group \($0)", kind: .group, people: 9)
    }
    let ties = (0..<60).flatMap { a in
      (0..<a).map { MapPicture.Tie(a: $0, b: a, weight: 3, style: .inside) }
    }
    let furniture = MapPicture(trustMap: madeFacts(groups: 3, density: 1, seed: 1)).furniture
    let picture = MapPicture(furniture: furniture, nodes: nodes, ties: ties, stripTitle: "")
    let figure = await picture.drawn(on: Sheet(.a3), by: worker)
    #expect(figure.furniture.reading.hasPrefix("Links run straight, and some pass behind groups."))
    #expect(figure.svg.contains("class=\"link"))
  }
}
