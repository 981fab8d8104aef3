/// The outlines of nodes, so that figures, legends and hatching draw the same thing.
enum NodeShape {
  /// The outline of a node in a rectangle.
  static func outline(_ kind: NodeClass, _ rect: Rect) -> SVG {
    switch kind {
    case .special: octagon(rect)
    case .partner, .primary: rounded(rect, radius: min(rect.height / 2, 14))
    case .secondary: rounded(rect, radius: 5)
    case .school: rounded(rect, radius: 10)
    case .group: rounded(rect, radius: 7)
    case .central: rounded(rect, radius: 0)
    }
  }

  /// A node's outline with its fill and line; where there is no colour, secondary schools are hatched.
  static func node(_ kind: NodeClass, _ rect: Rect, _ tone: Tone = .colour) -> [SVG] {
    var shape = outline(kind, rect)
    shape.attributes.append(.init(name: "fill", value: kind.fill(tone)))
    if kind == .partner {
      shape.attributes += line(Palette.partnerLine, 1.2, dashes: "3 2")
    } else if tone == .mono, kind == .secondary || kind == .special {
      shape.attributes += line("#000000", 1)
    }
    return tone == .mono && kind == .secondary ? [shape] + hatching(rect) : [shape]
  }

  /// A small node beside words; where there is no colour, with the letter of its kind.
  static func mark(_ kind: NodeClass, _ rect: Rect, _ tone: Tone) -> [SVG] {
    let shape = node(kind, rect, tone)
    guard tone == .mono, !kind.letter.isEmpty else { return shape }
    let base = Point(rect.middle.x, rect.middle.y + 2.9)
    return shape + [Page.text(kind.letter, base, 8, .bold, kind.ink(tone), anchor: "middle")]
  }

  /// A node that is there for orientation alone: its shape, without its colour.
  static func quiet(_ kind: NodeClass, _ rect: Rect, _ tone: Tone = .colour) -> [SVG] {
    var shape = outline(kind, rect)
    shape.attributes.append(.init(name: "fill", value: Palette.faded))
    if kind == .partner || tone == .mono {
      shape.attributes += line(Palette.rule, 0.8, dashes: kind == .partner ? "3 2" : nil)
    }
    return [shape]
  }

  private static func line(
    _ colour: String, _ width: Double, dashes: String? = nil
  ) -> [SVG.Attribute] {
    [
      .init(name: "stroke", value: colour), .init(name: "stroke-width", value: number(width)),
    ] + (dashes.map { [.init(name: "stroke-dasharray", value: $0)] } ?? [])
  }

  /// Slanted lines inside a rectangle, light enough to read words over.
  private static func hatching(_ rect: Rect) -> [SVG] {
    let inner = rect.grown(by: -2)
    var path = ""
    var start = inner.x - inner.height + 3
    while start < inner.right {
      // From the bottom at `start` to the top, cut at the sides.
      let left = max(start, inner.x)
      let right = min(start + inner.height, inner.right)
      if right > left {
        let (low, high) = (inner.bottom - (left - start), inner.bottom - (right - start))
        path += "M\(number(left)) \(number(low))L\(number(right)) \(number(high))"
      }
      start += 4.5
    }
    return [
      SVG(
        "path",
        ["d": path, "fill": "none", "stroke": "#C4C4C4", "stroke-width": "0.7", "class": "hatch"])
    ]
  }

  private static func rounded(_ rect: Rect, radius: Double) -> SVG {
    SVG(
      "rect",
      [
        "x": number(rect.x), "y": number(rect.y), "width": number(rect.width),
        "height": number(rect.height), "rx": number(radius),
      ])
  }

  private static func octagon(_ rect: Rect) -> SVG {
    let cut = min(rect.height * 0.3, 9)
    let points = [
      (rect.x + cut, rect.y), (rect.right - cut, rect.y), (rect.right, rect.y + cut),
      (rect.right, rect.bottom - cut), (rect.right - cut, rect.bottom), (rect.x + cut, rect.bottom),
      (rect.x, rect.bottom - cut), (rect.x, rect.y + cut),
    ]
    return SVG(
      "polygon", ["points": points.map { "\(number($0.0)),\(number($0.1))" }.joined(separator: " ")]
    )
  }
}
