import FoundationEssentials
import Networks

/// Where the nodes of a figure stand, so that the next figure can put them in the same places.
///
/// Figures in SVG carry it in their nodes (`data-id`, `data-x`, `data-y`); as JSON it stands alone.
public struct FigurePlaces: Sendable, Codable, Equatable {
  /// The canvas that the places are on.
  public var width: Double
  public var height: Double
  /// The middle of each node's box, by id.
  public var places: [String: Point]
  /// The part of the canvas that the places are in, where it is known: x, y, width and height.
  var frame: [Double]?

  /// Where nodes stand is what tells places apart; an SVG does not say what part of the canvas they are in.
  public static func == (a: FigurePlaces, b: FigurePlaces) -> Bool {
    a.width == b.width && a.height == b.height && a.places == b.places
  }

  /// The share of nodes that may be new or gone before keeping places does more harm than good.
  public static let changeLimit = 0.3

  public init(width: Double, height: Double, places: [String: Point] = [:]) {
    self.width = Self.rounded(width)
    self.height = Self.rounded(height)
    self.places = places.mapValues { Point(Self.rounded($0.x), Self.rounded($0.y)) }
  }

  /// To a hundredth of a point, as figures are written.
  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  /// Reads the places of an earlier figure, from its SVG or from JSON; `nil` when there are none.
  public init?(reading text: String) {
    if let json = try? JSONDecoder().decode(FigurePlaces.self, from: Data(text.utf8)) {
      self = json
    } else {
      self.init(svg: text)
    }
    guard !places.isEmpty, width > 0, height > 0 else { return nil }
  }

  private init(svg: String) {
    let box = Self.attribute("viewBox", in: svg[...]).map {
      $0.split(separator: " ").compactMap { Double($0) }
    }
    self.init(width: box?.count == 4 ? box?[2] ?? 0 : 0, height: box?.count == 4 ? box?[3] ?? 0 : 0)
    for element in svg.split(separator: "<") where element.hasPrefix("g ") {
      guard let id = Self.attribute("data-id", in: element),
        let x = Self.attribute("data-x", in: element).flatMap(Double.init),
        let y = Self.attribute("data-y", in: element).flatMap(Double.init), x.isFinite, y.isFinite
      else { continue }
      places[Self.unescaped(id)] = Point(x, y)
    }
  }

  /// The value of an attribute in an opening tag.
  private static func attribute(_ name: String, in text: Substring) -> String? {
    guard let start = text.firstRange(of: " \(name)=\"") else { return nil }
    return String(text[start.upperBound...].prefix { $0 != "\"" })
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }

  /// The places as JSON, in order of id.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    // Places are finite numbers, which always encode.
    guard let data = try? encoder.encode(self) else { return "{}\n" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  /// The places stretched to another canvas.
  func stretched(to canvas: (width: Double, height: Double)) -> FigurePlaces {
    let (x, y) = (canvas.width / width, canvas.height / height)
    var stretched = FigurePlaces(
      width: canvas.width, height: canvas.height,
      places: places.mapValues { Point($0.x * x, $0.y * y) })
    stretched.frame = frame.map { [$0[0] * x, $0[1] * y, $0[2] * x, $0[3] * y] }
    return stretched
  }

  /// The places moved from the part of the canvas that they are in to another, as a headline of more lines leaves it.
  func moved(to other: Rect) -> FigurePlaces {
    guard let frame, frame.count == 4, frame[2] > 0, frame[3] > 0 else { return self }
    let (x, y) = (other.width / frame[2], other.height / frame[3])
    var moved = FigurePlaces(
      width: width, height: height,
      places: places.mapValues {
        Point(other.x + ($0.x - frame[0]) * x, other.y + ($0.y - frame[1]) * y)
      })
    moved.frame = [other.x, other.y, other.width, other.height]
    return moved
  }

  /// The share of nodes, of those then or now, that are new or gone.
  public func change(to ids: [String]) -> Double {
    let now = Set(ids)
    let union = now.union(places.keys)
    guard !union.isEmpty else { return 0 }
    return Double(union.count - now.count { places[$0] != nil }) / Double(union.count)
  }
}
