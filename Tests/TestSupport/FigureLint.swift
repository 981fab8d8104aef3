import Foundation
import FoundationXML

/// A figure taken apart, and the rules that every figure passes.
public struct FigureLint {
  /// What breaks a rule, in words; empty when the figure is sound.
  public private(set) var faults: [String] = []
  public let elements: [Element]
  /// Every text that is drawn.
  public let texts: [Text]
  public let altText: String
  public let description: String
  public let size: (width: Double, height: Double)

  public struct Element {
    public let name: String
    public let attributes: [String: String]
    public let text: String
    /// The names and classes of the elements it stands in, outermost first.
    public let path: [String]

    public func number(_ name: String) -> Double { attributes[name].flatMap(Double.init) ?? 0 }
  }

  /// A drawn line of text and the box it takes.
  public struct Text {
    public let words: String
    public let left, right, top, bottom: Double
    public let size: Double
    public let weight: Int
    public let fill: String
    public let path: [String]
  }

  /// - Parameter width: measures a line in points, as the program does.
  public init(svg: String, width: (String, Double, Int) -> Double) {
    let reader = Reader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    let isSound = parser.parse()
    elements = reader.elements
    altText = elements.first { $0.name == "title" }?.text ?? ""
    description = elements.first { $0.name == "desc" }?.text ?? ""
    let box = (elements.first?.attributes["viewBox"] ?? "").split(separator: " ").compactMap {
      Double($0)
    }
    size = box.count == 4 ? (box[2], box[3]) : (0, 0)
    texts = elements.filter { $0.name == "text" }.map { element in
      let size = element.number("font-size")
      let weight = Int(element.number("font-weight"))
      let length = width(element.text, size, weight)
      let x = element.number("x")
      let left =
        switch element.attributes["text-anchor"] {
        case "middle": x - length / 2
        case "end": x - length
        default: x
        }
      let y = element.number("y")
      let isTurned = element.attributes["transform"] != nil
      return Text(
        words: element.text, left: isTurned ? x - size / 2 : left,
        right: isTurned ? x + size / 2 : left + length,
        top: isTurned ? y - length / 2 : y - size * 0.74,
        bottom: isTurned ? y + length / 2 : y + size * 0.2, size: size, weight: weight,
        fill: element.attributes["fill"] ?? "", path: element.path)
    }
    if !isSound { faults.append("the SVG is not well-formed") }
    checkDocument()
    checkTexts()
    checkInk()
    checkContrast()
  }

  private mutating func checkDocument() {
    if altText.isEmpty || altText.count > 250 {
      faults.append("alt text of \(altText.count) characters")
    }
    if description.count <= altText.count / 2 { faults.append("no long description") }
    if elements.first?.attributes["role"] != "img" { faults.append("no role") }
    if elements.first?.attributes["lang"]?.hasPrefix("en") != true { faults.append("no language") }
    for element in elements {
      if ["script", "foreignObject", "a", "image", "use", "style"].contains(element.name) {
        faults.append("an element \(element.name)")
      }
      for (name, value) in element.attributes {
        if name == "style" || name.hasPrefix("on") || name.hasSuffix("href") {
          faults.append("an attribute \(name)")
        }
        if name != "xmlns", value.contains("://") || value.lowercased().contains("javascript:"),
          name != "data-id"
        {
          faults.append("an address in \(name)")
        }
      }
    }
  }

  private mutating func checkTexts() {
    for text in texts where text.size < 8 {
      faults.append("type of \(text.size) pt: \(text.words)")
    }
    for (index, one) in texts.enumerated() {
      for two in texts[(index + 1)...] {
        let x = min(one.right, two.right) - max(one.left, two.left)
        let y = min(one.bottom, two.bottom) - max(one.top, two.top)
        if x > 1, y > 1 { faults.append("\(one.words) lies over \(two.words)") }
      }
    }
  }

  private mutating func checkInk() {
    let margin = 35.0
    func check(_ left: Double, _ right: Double, _ top: Double, _ bottom: Double, _ what: String) {
      if left < margin - 1 || right > size.width - margin + 1 || top < margin - 1
        || bottom > size.height - margin + 1
      {
        faults.append("\(what) stands in the margin")
      }
    }
    for text in texts { check(text.left, text.right, text.top, text.bottom, text.words) }
    for element in elements where element.name == "rect" && element.attributes["x"] != nil {
      let (x, y) = (element.number("x"), element.number("y"))
      check(x, x + element.number("width"), y, y + element.number("height"), "a box")
    }
  }

  private mutating func checkContrast() {
    for text in texts where text.fill != "#FFFFFF" && !text.path.contains("row") {
      let isOnDark = text.path.contains {
        ["primary", "secondary", "special", "central", "group"].contains($0)
      }
      if !isOnDark, contrast(text.fill, "#FFFFFF") < 4.5 {
        faults.append("faint text: \(text.words)")
      }
    }
    for element in elements {
      guard let stroke = element.attributes["stroke"], element.path.contains("links") else {
        continue
      }
      if contrast(stroke, "#FFFFFF") < 3 { faults.append("a faint line \(stroke)") }
    }
  }
}

/// The contrast of two colours (WCAG 2.2, relative luminance).
public func contrast(_ a: String, _ b: String) -> Double {
  func luminance(_ colour: String) -> Double {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double(value >> shift & 255) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
  let (one, two) = (luminance(a), luminance(b))
  return (max(one, two) + 0.05) / (min(one, two) + 0.05)
}

/// Collects the elements of an XML document.
private final class Reader: NSObject, XMLParserDelegate {
  var elements: [FigureLint.Element] = []
  private var open: [(name: String, attributes: [String: String], text: String, place: Int)] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append((name, attributes, "", elements.count))
    elements.append(.init(name: name, attributes: attributes, text: "", path: path))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if !open.isEmpty { open[open.count - 1].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    let closed = open.removeLast()
    elements[closed.place] = .init(
      name: closed.name, attributes: closed.attributes, text: closed.text, path: path)
  }

  private var path: [String] {
    open.flatMap {
      [$0.name] + ($0.attributes["class"] ?? "").split(separator: " ").map(String.init)
    }
  }
}
