/// Ways up and down the tree of topics.
extension TopicTree {
  /// The topics of which a topic is part, the nearest first.
  public func broader(than place: Int32) -> [Int32] {
    var way: [Int32] = []
    var above = self[place].broader
    while let current = above {
      way.append(current)
      above = self[current].broader
    }
    return way
  }

  /// The topics that are part of a topic, with how many levels below they are, the nearest first.
  public func narrower(than place: Int32) -> [(topic: Int32, levels: Int)] {
    below(place, narrower)
  }

  /// The topics in which knowledge of a topic may lie, with how many levels below they are, the nearest first.
  ///
  /// Those that are part of it, and those that the list which comes with Weft makes part of it where the trust's own list says
  /// something coarser: a trust that puts Early reading right under English still has it answer for Reading.
  public func parts(of place: Int32) -> [(topic: Int32, levels: Int)] { below(place, finer) }

  /// The topics that the list which comes with Weft puts right below a topic, where the trust puts them elsewhere.
  ///
  /// Whoever says what happened asks for no topic by its name: First aid answers for Medical needs wherever it stands.
  public func partsElsewhere(of place: Int32) -> [Int32] { elsewhere[Int(place)] }

  private func below(_ place: Int32, _ next: [[Int32]]) -> [(topic: Int32, levels: Int)] {
    var found: [(topic: Int32, levels: Int)] = []
    var seen: Set<Int32> = [place]
    var level = [place]
    var depth = 1
    while !level.isEmpty {
      level = level.flatMap { next[Int($0)] }.filter { seen.insert($0).inserted }.sorted()
      found += level.map { ($0, depth) }
      depth += 1
    }
    return found
  }
}
