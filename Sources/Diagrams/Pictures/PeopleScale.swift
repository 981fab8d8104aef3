import Networks

/// How single people are drawn on a map: settled by how many there are and how large the sheet is, and by nothing else.
struct PeopleScale: Equatable {
  /// How many people a dot stands for.
  let perDot: Int
  /// Whether dots stand near those they work with; more are put in rows.
  let isByTies: Bool
  /// Whether ties inside a group are drawn; more would be one grey.
  let drawsInside: Bool
  /// Whether ties of those named are drawn, beside those that depend on one person.
  let drawsNamed: Bool

  /// The share of a canvas that is left for dots.
  private static let share = 0.42

  /// - Parameters:
  ///   - inside: the number of ties inside groups.
  ///   - named: the number of ties that those named have with other groups.
  init(people: Int, inside: Int, named: Int, on paper: PaperSize) {
    let area = paper.canvas.width * paper.canvas.height * Self.share
    func spacing(_ perDot: Int) -> Double {
      (area * Double(perDot) / Double(max(people, 1))).squareRoot()
    }
    var decade = 1
    var steps = [1]
    while spacing(steps[steps.count - 1]) < 4 {
      steps += [2 * decade, 5 * decade, 10 * decade]
      decade *= 10
    }
    perDot = steps.first { spacing($0) >= 4 } ?? 1
    isByTies = perDot == 1 && spacing(1) >= 8
    drawsInside = isByTies && inside <= 3 * people
    drawsNamed = isByTies && named <= 300
  }
}
