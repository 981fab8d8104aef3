import Networks

/// Places on rings round a middle: evenly along two ellipses that fill the frame, each ring turned so that its nodes
/// stand beside those of the ring within that they are tied to.
struct RingPlaces {
  let places: [Point]

  /// - Parameter rings: the nodes of each ring in the order they go round; what is in none stands in the middle.
  init(_ part: LayoutRequest.Part, rings: [[Int]]) {
    let middle = Point(part.width / 2, part.height / 2)
    var places = [Point](repeating: middle, count: part.boxes.count)
    var angles = [Double](repeating: 0, count: part.boxes.count)
    var parents = [[Int]](repeating: [], count: part.boxes.count)
    for tie in part.ties {
      parents[tie.a].append(tie.b)
      parents[tie.b].append(tie.a)
    }
    var inner: Set<Int> = []
    for (depth, ring) in rings.enumerated() {
      let share = rings.count == 1 ? 0.86 : depth == 0 ? 0.55 : 1
      let halfWidth = (ring.map { part.boxes[$0].width }.max() ?? 0) / 2
      let halfHeight = (ring.map { part.boxes[$0].height }.max() ?? 0) / 2
      let radius = Point(
        max(10, (part.width / 2 - halfWidth) * share),
        max(10, (part.height / 2 - halfHeight) * share)
      )
      // On an inner ring those with many nodes outside them get more room.
      let outer = Set(rings.dropFirst(depth + 1).joined())
      let needs = ring.map { node in 1 + 0.35 * Double(parents[node].count(where: outer.contains)) }
      let steps = Self.along(needs, radius)
      // Of all turns by one step, the one that keeps nodes nearest to those they hang on.
      func cost(_ turn: Int) -> Double {
        ring.indices.reduce(0) { sum, index in
          let angle = steps[(index + turn) % ring.count]
          let known = parents[ring[index]].filter(inner.contains).map { angles[$0] }
          return sum + known.reduce(0) { $0 + 1 - cosine(angle - $1) }
        }
      }
      let turn =
        inner.isEmpty ? 0 : ring.indices.map { ($0, cost($0)) }.min { $0.1 < $1.1 - 1e-9 }?.0 ?? 0
      for (index, node) in ring.enumerated() {
        let angle = steps[(index + turn) % ring.count]
        angles[node] = angle
        places[node] = Point(
          middle.x + radius.x * cosine(angle), middle.y + radius.y * cosine(angle - .pi / 2))
      }
      inner = Set(ring)
    }
    var spacing = Spacing(places, part, held: Set(places.indices.filter { places[$0] == middle }))
    spacing.settle()
    self.places = spacing.places
  }

  /// Angles clockwise from the top, at distances along an ellipse in proportion to what each thing needs.
  private static func along(_ needs: [Double], _ radius: Point) -> [Double] {
    let pieces = 720
    var lengths = [0.0]
    var last = Point(0, -radius.y)
    for piece in 1...pieces {
      let angle = -.pi / 2 + 2 * .pi * Double(piece) / Double(pieces)
      let next = Point(radius.x * cosine(angle), radius.y * cosine(angle - .pi / 2))
      lengths.append((lengths.last ?? 0) + last.distance(to: next))
      last = next
    }
    let total = (lengths.last ?? 1) / max(needs.reduce(0, +), 1e-9)
    var place = 0.0
    return needs.enumerated().map { index, need in
      // The first stands at the top.
      place += index == 0 ? 0 : (needs[index - 1] + need) / 2
      let piece = lengths.firstIndex { $0 >= place * total } ?? 0
      return -.pi / 2 + 2 * .pi * Double(piece) / Double(pieces)
    }
  }
}

/// The cosine of an angle, the same on every machine.
///
/// Reduced to an eighth of a turn and summed as a series, since a library's last digit would change a figure's bytes.
func cosine(_ angle: Double) -> Double {
  var x = abs(angle).truncatingRemainder(dividingBy: 2 * .pi)
  if x > .pi { x = 2 * .pi - x }
  let isPast = x > .pi / 2
  if isPast { x = .pi - x }
  let square = x * x
  var (term, sum) = (1.0, 1.0)
  for k in 1...10 {
    term *= -square / Double((2 * k - 1) * (2 * k))
    sum += term
  }
  return isPast ? -sum : sum
}
