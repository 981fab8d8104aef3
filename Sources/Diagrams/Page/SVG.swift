import Networks

/// A piece of SVG: an element with its attributes in the order given, and what is inside it.
public struct SVG: Sendable, Equatable {
  public let name: String
  public var attributes: [Attribute]
  public var children: [SVG]
  /// Text inside the element, not yet escaped.
  public var text: String

  public struct Attribute: Sendable, Equatable {
    public let name: String
    public let value: String
  }

  public init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String = "",
    _ children: [SVG] = []
  ) {
    self.name = name
    self.attributes = attributes.map { Attribute(name: $0.key, value: $0.value) }
    self.text = text
    self.children = children
  }

  /// The element as markup, children on lines of their own.
  public var markup: String {
    var result = ""
    write(to: &result, indent: "")
    return result
  }

  private func write(to result: inout String, indent: String) {
    result += indent + "<" + name
    for attribute in attributes {
      result += " \(attribute.name)=\"\(escapedForXML(attribute.value))\""
    }
    if children.isEmpty, text.isEmpty {
      result += "/>\n"
    } else if children.isEmpty {
      result += ">\(escapedForXML(text))</\(name)>\n"
    } else {
      result += ">\n"
      for child in children { child.write(to: &result, indent: indent + " ") }
      result += "\(indent)</\(name)>\n"
    }
  }
}

/// A length or place as SVG writes it: two decimals at most.
func number(_ value: Double) -> String {
  var text = fixed(value, places: 2)
  while text.hasSuffix("0") { text.removeLast() }
  if text.hasSuffix(".") { text.removeLast() }
  return text
}

/// A rectangle on the page, in points.
public struct Rect: Sendable, Equatable {
  public var x: Double
  public var y: Double
  public var width: Double
  public var height: Double

  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// A rectangle round a middle.
  public init(middle: Point, width: Double, height: Double) {
    self.init(x: middle.x - width / 2, y: middle.y - height / 2, width: width, height: height)
  }

  public var right: Double { x + width }
  public var bottom: Double { y + height }
  public var middle: Point { Point(x + width / 2, y + height / 2) }

  public func intersects(_ other: Rect) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }

  public func contains(_ point: Point) -> Bool {
    point.x >= x && point.x <= right && point.y >= y && point.y <= bottom
  }

  /// The rectangle with its sides moved out by a distance (in, when negative).
  public func grown(by distance: Double) -> Rect {
    Rect(
      x: x - distance, y: y - distance, width: width + 2 * distance, height: height + 2 * distance)
  }
}
