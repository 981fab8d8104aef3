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

  private func isGrid(_ outcome: LayoutWorker.Outcome) -> Bool {
    if case .grid = outcome { true } else { false }
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

  @Test func aChildThatFailsLeavesAGrid() async {
    for program in ["/bin/false", "/bin/cat", "/nonexistent/program"] {
      let outcome = await LayoutWorker(program: program, arguments: []).layOut(
        request(5, [(0, 1), (1, 2)]))
      #expect(isGrid(outcome), "\(program)")
    }
  }

  @Test func aChildThatHangsIsEnded() async {
    var slow = LayoutWorker(program: "/bin/sleep", arguments: ["3600"])
    slow.patience = .milliseconds(200)
    #expect(isGrid(await slow.layOut(request(3, [(0, 1)]))))
  }

  @Test func theFigureSaysSoWhenTheLayoutFailed() async {
    let facts = madeFacts(groups: 6, density: 0.5, seed: 3)
    let broken = LayoutWorker(program: "/bin/false", arguments: [])
    let figure = await MapPicture(trustMap: facts).drawn(on: Sheet(), by: broken)
    #expect(figure.furniture.reading.contains("The layout program failed"))
  }

  @Test func theWorkerRefusesGarbage() {
    let outcome = weft(["layout-worker"], input: "{not json")
    #expect(outcome.status == 70 && outcome.out.isEmpty)
  }
}
