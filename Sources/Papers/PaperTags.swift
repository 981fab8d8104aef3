/// The structure of a paper as readers hear it: elements in reading order, with pieces of what is drawn at their ends (ISO 32000-1, 14.7).
struct PaperTags {
  struct Element {
    let role: String
    var altText: String?
    /// Left, bottom, right and top in points from the lower left corner.
    var box: [Double]?
    var scope: String?
    /// The heading of level 1 that a link leads to, by its place among them.
    var target: Int?
    var kids: [Kid] = []
    let parent: Int
  }

  enum Kid {
    case element(Int)
    /// Something drawn, by its place in the order of drawing.
    case piece(Int)
  }

  /// Where a piece, or a line of it, was drawn: on which page, and under which number there.
  struct Place {
    let page: Int
    let mark: Int
  }

  private(set) var elements = [Element(role: "Document", parent: -1)]
  /// The role of the element of each piece.
  private(set) var roles: [String] = []

  /// Adds an element below another.
  mutating func add(
    _ role: String, to parent: Int = 0, altText: String? = nil, scope: String? = nil
  ) -> Int {
    let place = elements.count
    elements.append(Element(role: role, altText: altText, scope: scope, parent: parent))
    elements[parent].kids.append(.element(place))
    return place
  }

  /// Adds a piece of what is drawn to an element.
  mutating func piece(of element: Int) -> Int {
    elements[element].kids.append(.piece(roles.count))
    roles.append(elements[element].role)
    return roles.count - 1
  }

  mutating func set(box: [Double], of element: Int) { elements[element].box = box }
  mutating func set(target: Int, of element: Int) { elements[element].target = target }
}
