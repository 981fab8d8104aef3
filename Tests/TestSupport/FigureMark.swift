import Foundation

/// A shape of a figure and the room it takes.
public struct FigureMark {
  public let name: String
  public let fill: String
  public let left, right, top, bottom: Double
  /// Its place among all elements.
  public let order: Int
  public let path: [String]
  /// Points along it, for lines.
  public let points: [(x: Double, y: Double)]

  public var isFilled: Bool { fill.hasPrefix("#") && name != "line" }

  /// Every rectangle, circle, polygon, line and path, the page's own ground aside.
  static func all(_ elements: [FigureLint.Element]) -> [FigureMark] {
    elements.enumerated().compactMap { order, element in
      var points: [(x: Double, y: Double)] = []
      switch element.name {
      case "rect":
        guard element.attributes["x"] != nil else { return nil }
        let (x, y) = (element.number("x"), element.number("y"))
        points = [(x, y), (x + element.number("width"), y + element.number("height"))]
      case "circle":
        let (x, y, r) = (element.number("cx"), element.number("cy"), element.number("r"))
        points = [(x - r, y - r), (x + r, y + r)]
      case "line":
        points = [
          (element.number("x1"), element.number("y1")),
          (element.number("x2"), element.number("y2")),
        ]
      case "polygon":
        points = (element.attributes["points"] ?? "").split(separator: " ").compactMap { pair in
          let numbers = pair.split(separator: ",").compactMap { Double($0) }
          return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
        }
      case "path": points = Self.along(element.attributes["d"] ?? "")
      default: return nil
      }
      guard !points.isEmpty else { return nil }
      return FigureMark(
        name: element.name, fill: element.attributes["fill"] ?? "#000000",
        left: points.map(\.x).min() ?? 0, right: points.map(\.x).max() ?? 0,
        top: points.map(\.y).min() ?? 0, bottom: points.map(\.y).max() ?? 0, order: order,
        path: element.path, points: points)
    }
  }

  /// Points along a path of moves, lines and cubic curves in absolute coordinates.
  private static func along(_ path: String) -> [(x: Double, y: Double)] {
    var points: [(x: Double, y: Double)] = []
    for piece in path.matches(of: #/([MLC])([^MLC]*)/#) {
      let numbers = piece.output.2.split(separator: " ").compactMap { Double($0) }
      let ends = stride(from: 0, to: numbers.count - 1, by: 2).map {
        (numbers[$0], numbers[$0 + 1])
      }
      if piece.output.1 == "C", let start = points.last, ends.count == 3 {
        for step in 1...8 {
          let t = Double(step) / 8
          let (a, b, c, d) = (
            (1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t
          )
          points.append(
            (
              a * start.x + b * ends[0].0 + c * ends[1].0 + d * ends[2].0,
              a * start.y + b * ends[0].1 + c * ends[1].1 + d * ends[2].1
            ))
        }
      } else {
        points += ends.map { (x: $0.0, y: $0.1) }
      }
    }
    return points
  }
}
