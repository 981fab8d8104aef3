import Foundation

/// How tangled the lines of a map are: crossings, the share that runs within 3 points of another line, and boxes that
/// a line passes behind which does not end there.
public struct Tangle {
  public private(set) var crossings = 0
  public private(set) var merged = 0.0
  public private(set) var behind = 0
  public let lines: Int

  private typealias Spot = (x: Double, y: Double)
  private typealias Box = (left: Double, top: Double, right: Double, bottom: Double)

  public init(_ lint: FigureLint) {
    let paths = lint.elements.filter {
      $0.name == "path" && $0.attributes["class"]?.hasPrefix("link") == true
    }.map { Self.points($0.attributes["d"] ?? "") }
    lines = paths.count
    let boxes = lint.nodeBoxes.map {
      (left: $0.left, top: $0.top, right: $0.right, bottom: $0.bottom)
    }
    func nearest(_ spot: Spot) -> Int {
      boxes.indices.min {
        Self.distance(spot, Self.middle(boxes[$0])) < Self.distance(spot, Self.middle(boxes[$1]))
      } ?? 0
    }
    let ends = paths.map { path in
      path.isEmpty ? [] : [nearest(path[0]), nearest(path[path.count - 1])]
    }
    for i in paths.indices {
      for j in paths.indices.dropFirst(i + 1) {
        let shared = ends[i].filter(ends[j].contains)
        for (p, q) in zip(paths[i], paths[i].dropFirst()) {
          for (r, s) in zip(paths[j], paths[j].dropFirst()) where Self.cross(p, q, r, s) {
            if shared.contains(where: { Self.holds(boxes[$0], p, 2) && Self.holds(boxes[$0], q, 2) }
            ) {
              continue
            }
            crossings += 1
          }
        }
      }
    }
    var open: [[Spot]] = []
    for (path, ends) in zip(paths, ends) {
      let spots = Self.dense(path, 3)
      behind += boxes.indices.count { box in
        !ends.contains(box) && spots.contains { Self.holds(boxes[box], $0, -1) }
      }
      open.append(
        Self.dense(path, 4).filter { spot in !boxes.contains { Self.holds($0, spot, 1) } })
    }
    var (near, all) = (0, 0)
    for i in open.indices {
      for spot in open[i] {
        all += 1
        let isNear = open.indices.contains { j in
          j != i && open[j].contains { Self.distance($0, spot) < 3 }
        }
        near += isNear ? 1 : 0
      }
    }
    merged = Double(near) / Double(max(all, 1))
  }

  private static func middle(_ box: Box) -> Spot {
    ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
  }

  private static func distance(_ a: Spot, _ b: Spot) -> Double { hypot(a.x - b.x, a.y - b.y) }

  private static func holds(_ box: Box, _ spot: Spot, _ margin: Double) -> Bool {
    spot.x > box.left - margin && spot.x < box.right + margin && spot.y > box.top - margin
      && spot.y < box.bottom + margin
  }

  private static func cross(_ p: Spot, _ q: Spot, _ r: Spot, _ s: Spot) -> Bool {
    func side(_ a: Spot, _ b: Spot, _ c: Spot) -> Double {
      (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }
    return side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0
  }

  private static func dense(_ path: [Spot], _ step: Double) -> [Spot] {
    zip(path, path.dropFirst()).flatMap { a, b in
      let pieces = max(1, Int(distance(a, b) / step))
      return (0..<pieces).map { piece -> Spot in
        let t = Double(piece) / Double(pieces)
        return (a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
      }
    } + path.suffix(1)
  }

  /// The corners of a path of straight pieces and cubic curves, each curve in twelve pieces.
  private static func points(_ path: String) -> [Spot] {
    var spots: [Spot] = []
    for piece in path.matches(of: /([MLC])([^MLC]*)/) {
      let numbers = piece.2.split { " ,".contains($0) }.compactMap { Double($0) }
      if piece.1 == "C", let a = spots.last, numbers.count == 6 {
        for step in 1...12 {
          let t = Double(step) / 12
          let u = 1 - t
          func mix(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
            u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d
          }
          spots.append(
            (
              mix(a.x, numbers[0], numbers[2], numbers[4]),
              mix(a.y, numbers[1], numbers[3], numbers[5])
            ))
        }
      } else if numbers.count == 2 {
        spots.append((numbers[0], numbers[1]))
      }
    }
    return spots
  }
}
