/// The first member, in order, of every cycle that links from each item to the one above it make; with those links cut there is
/// no cycle left.
///
/// - Complexity: O(n) for n items: each is passed once.
public func cycleBeginnings(_ above: [Int?]) -> [Int] {
  var passedFrom = [Int](repeating: -1, count: above.count)
  var beginnings: [Int] = []
  for start in above.indices {
    var place: Int? = start
    while let item = place, passedFrom[item] < 0 {
      passedFrom[item] = start
      place = above[item]
    }
    guard let back = place, passedFrom[back] == start else { continue }
    beginnings.append(cycle(through: back, above).min() ?? back)
  }
  return beginnings.sorted()
}

/// The items of a cycle, from one of them on.
public func cycle(through start: Int, _ above: [Int?]) -> [Int] {
  var items = [start]
  while let next = items.last.flatMap({ above[$0] }), next != start { items.append(next) }
  return items
}
