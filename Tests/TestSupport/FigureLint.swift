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
  /// Every shape that is drawn, in order.
  public private(set) var marks: [FigureMark] = []
  /// How many points on paper a unit of the drawing is.
  public let scale: Double

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
    /// Its place among all elements.
    public let order: Int
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
    let onPaper = (elements.first?.attributes["width"] ?? "").replacingOccurrences(
      of: "pt", with: "")
    scale = box.count == 4 && box[2] > 0 ? (Double(onPaper) ?? 0) / box[2] : 0
    texts = elements.enumerated().filter { $0.element.name == "text" }.map { order, element in
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
        fill: element.attributes["fill"] ?? "", path: element.path, order: order)
    }
    if !isSound { faults.append("the SVG is not well-formed") }
    marks = FigureMark.all(elements)
    checkDocument()
    checkTexts()
    checkInk()
    checkContrast()
    checkNodes()
    checkLegend()
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
    for text in texts where text.size * scale < 8 - 1e-9 {
      faults.append("type of \(text.size * scale) pt: \(text.words)")
    }
    let order = texts.sorted { $0.left < $1.left }
    for (index, one) in order.enumerated() {
      for two in order[(index + 1)...] {
        if two.left >= one.right - 1 { break }
        let x = min(one.right, two.right) - max(one.left, two.left)
        let y = min(one.bottom, two.bottom) - max(one.top, two.top)
        if x > 1, y > 1 { faults.append("\(one.words) lies over \(two.words)") }
      }
    }
  }

  private mutating func checkInk() {
    // A figure in a page of text has the margins of the page, upright or on its side (247 mm wide).
    let margin = size.width < 460 || abs(size.width - 700.16) < 1 ? 1.0 : 35
    func check(_ left: Double, _ right: Double, _ top: Double, _ bottom: Double, _ what: String) {
      if left < margin - 1 || right > size.width - margin + 1 || top < margin - 1
        || bottom > size.height - margin + 1
      {
        faults.append("\(what) stands in the margin")
      }
    }
    for text in texts { check(text.left, text.right, text.top, text.bottom, text.words) }
    for mark in marks { check(mark.left, mark.right, mark.top, mark.bottom, "a \(mark.name)") }
  }

  /// Text against what lies under it, lines against the paper.
  private mutating func checkContrast() {
    var place = 0
    var under: [FigureMark] = []
    for text in texts {
      while place < marks.count, marks[place].order < text.order {
        under.append(marks[place])
        place += 1
      }
      let (x, y) = ((text.left + text.right) / 2, (text.top + text.bottom) / 2)
      let ground =
        under.last {
          $0.isFilled && $0.left <= x && $0.right >= x && $0.top <= y && $0.bottom >= y
        }?.fill ?? "#FFFFFF"
      if contrast(text.fill, ground) < 4.5 {
        faults.append("\(text.words) in \(text.fill) on \(ground)")
      }
    }
    for element in elements {
      guard let stroke = element.attributes["stroke"], element.path.contains("links") else {
        continue
      }
      if contrast(stroke, "#FFFFFF") < 3 { faults.append("a faint line \(stroke)") }
    }
  }

  /// No node lies over another, each has words of its own, and all have different ids.
  private mutating func checkNodes() {
    let boxes = nodeBoxes
    for (index, one) in boxes.enumerated() {
      for two in boxes[(index + 1)...] {
        let x = min(one.right, two.right) - max(one.left, two.left)
        let y = min(one.bottom, two.bottom) - max(one.top, two.top)
        if x > 0.5, y > 0.5 { faults.append("one node lies over another") }
      }
    }
    let groups = elements.filter {
      $0.name == "g" && $0.attributes["class"]?.hasPrefix("node ") == true
    }
    if Set(groups.compactMap { $0.attributes["data-id"] }).count != groups.count {
      faults.append("two nodes have one id")
    }
  }

  /// The boxes of the nodes of a map.
  public var nodeBoxes: [FigureMark] {
    var open = 0
    var boxes: [FigureMark] = []
    for mark in marks where mark.path.contains("node") && mark.order > open {
      // The first shape of a node is its outline.
      guard ["rect", "polygon"].contains(mark.name) else { continue }
      let next = elements.indices.first {
        $0 > mark.order && elements[$0].name == "g"
          && elements[$0].attributes["class"]?.hasPrefix("node ") == true
      }
      boxes.append(mark)
      open = next ?? Int.max - 1
    }
    return boxes
  }

  /// What is drawn has a row in the legend, and what has a row is drawn.
  private mutating func checkLegend() {
    let explained = Set(
      elements.compactMap { element -> String? in
        guard element.name == "g", element.attributes["class"] == "legend" else { return nil }
        return element.attributes["data-mark"]
      })
    let kinds = ["primary", "secondary", "special", "central", "partner", "group", "quiet"]
    let drawn = Set(
      elements.compactMap { element -> String? in
        let words = (element.attributes["class"] ?? "").split(separator: " ").map(String.init)
        return element.name == "g" && words.first == "node" ? words.last : nil
      })
    // One kind of group alone explains itself.
    let known = explained.intersection(kinds)
    if !drawn.isEmpty, known != drawn, !(drawn.count == 1 && known.isEmpty) {
      faults.append("nodes \(drawn.sorted()) beside a legend of \(known.sorted())")
    }
    let styles = ["across", "only", "gained", "lost", "direct"]
    let lines = Set(
      elements.compactMap { element -> String? in
        let words = (element.attributes["class"] ?? "").split(separator: " ").map(String.init)
        return words.first == "link" ? words.last : nil
      })
    let rows = Set(texts.filter { $0.path.contains("legend") }.map(\.words))
    let titles = [
      "across": "Link between hubs", "only": "Only link of a group", "gained": "New",
      "lost": "Lost", "direct": "Direct link",
    ]
    for style in styles where lines.contains(style) != rows.contains(titles[style] ?? "") {
      if !drawn.isEmpty { faults.append("the style \(style) and the legend differ") }
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
