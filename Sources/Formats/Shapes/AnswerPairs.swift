/// Which column says how often or how closely of whom: "How often 1" of those in "Colleague 1".
struct AnswerPairs {
  private let headings: [String]
  private let lists: [Int]

  /// - Parameter lists: the columns with names.
  init(_ headings: [String], lists: [Int]) { (self.headings, self.lists) = (headings, lists) }

  /// The column of names of each of the columns that say how often; one that is said of nobody in particular has none.
  func lists(of answers: [Int]) -> [Int: Int] {
    var pairs: [Int: Int] = [:]
    for group in Dictionary(grouping: answers, by: stem).values {
      if let turns = inTurn(group.sorted()) {
        pairs.merge(turns) { first, _ in first }
      } else {
        for answer in group { pairs[answer] = byNumber(answer) ?? rightBefore(answer) }
      }
    }
    return pairs
  }

  /// The pairs where one question for names and one for how often take turns: forms number such questions apart, so that
  /// "Name3" may stand beside "How often2".
  private func inTurn(_ answers: [Int]) -> [Int: Int]? {
    let near = answers.compactMap { answer in lists.last { $0 < answer } }
    guard answers.count > 1, near.count == answers.count, Set(near).count == near.count,
      Set(near.map(stem)).count == 1
    else { return nil }
    let areBeside = zip(answers, near).allSatisfy { $0 == $1 + 1 }
    guard areBeside || lists.count(where: { stem($0) == stem(near[0]) }) == answers.count else {
      return nil
    }
    return Dictionary(uniqueKeysWithValues: zip(answers, near))
  }

  private func byNumber(_ answer: Int) -> Int? {
    guard let number = CountedHeading(headings[answer])?.number else { return nil }
    let alike = lists.filter { CountedHeading(headings[$0])?.number == number }
    return alike.last { $0 < answer } ?? alike.first
  }

  private func rightBefore(_ answer: Int) -> Int? {
    lists.contains(answer - 1) && Question.asksOfThem(headings[answer]) ? answer - 1 : nil
  }

  private func stem(_ column: Int) -> String {
    headingKey(
      CountedHeading(headings[column])?.stem
        ?? CountedHeading.withoutQuestionNumber(headings[column]))
  }
}
