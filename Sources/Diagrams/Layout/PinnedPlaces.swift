import Networks

/// Places for a part of a figure of which most nodes stood in an earlier one.
///
/// Nodes known from before stay where they were; new ones stand amid those they are tied to, and only they move when
/// boxes overlap, unless that is not enough.
struct PinnedPlaces {
  /// The middle of each node's full box in the frame.
  let places: [Point]

  /// - Parameters:
  ///   - known: the earlier middle of each node, in the frame, or `nil` for a new one.
  init(_ part: LayoutRequest.Part, known: [Point?]) {
    var places = known
    var neighbours = [[Int]](repeating: [], count: part.boxes.count)
    for tie in part.ties {
      neighbours[tie.a].append(tie.b)
      neighbours[tie.b].append(tie.a)
    }
    // Those with most placed neighbours first, so that each finds its own.
    while let next = places.indices.filter({ places[$0] == nil }).max(by: { a, b in
      let (x, y) = (
        neighbours[a].count { places[$0] != nil }, neighbours[b].count { places[$0] != nil }
      )
      return (x, -a) < (y, -b)
    }) {
      let near = neighbours[next].compactMap { places[$0] }
      let count = Double(max(near.count, 1))
      places[next] =
        near.isEmpty
        ? Point(part.width / 2, part.height / 2)
        : Point(
          near.reduce(0) { $0 + $1.x } / count + 3, near.reduce(0) { $0 + $1.y } / count + 5)
    }
    let start = places.map { $0 ?? Point(part.width / 2, part.height / 2) }
    let held = Set(known.indices.filter { known[$0] != nil })
    var spacing = Spacing(start, part, held: held)
    spacing.settle()
    if spacing.overlaps {
      spacing = Spacing(spacing.places, part, gap: 4)
      spacing.settle()
    }
    self.places = spacing.places
  }
}
