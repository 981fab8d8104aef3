/// The outlines of nodes, so that figures, legends and hatching draw the same thing.
enum NodeShape {
  /// The outline of a node in a rectangle.
  static func outline(_ kind: NodeClass, _ rect: Rect) -> SVG {
    switch kind {
    case .special: octagon(rect)
    case .partner, .primary: rounded(rect, radius: min(rect.height / 2, 14))
    case .secondary: rounded(rect, radius: 5)
    case .group: rounded(rect, radius: 7)
    case .central: rounded(rect, radius: 0)
    }
  }

  /// A node's outline with its fill and line.
  static func node(_ kind: NodeClass, _ rect: Rect) -> SVG {
    var shape = outline(kind, rect)
    shape.attributes.append(.init(name: "fill", value: kind.fill))
    if kind == .partner {
      shape.attributes += [
        .init(name: "stroke", value: Palette.partnerLine),
        .init(name: "stroke-width", value: "1.2"),
        .init(name: "stroke-dasharray", value: "3 2"),
      ]
    }
    return shape
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
