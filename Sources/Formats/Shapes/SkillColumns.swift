import Intake
import Networks

/// Columns of a skills audit: a topic each, with how well whoever's row it is knows it.
extension Recogniser {
  /// Uses the columns that are kept and say what people know.
  ///
  /// A question for a topic is enough ("How confident are you? [Phonics]"); headings that are no more than topics count where
  /// two of them or more are topics that Weft knows, or where the table is called a skills audit.
  func tellSkills(_ uses: inout [ColumnUse]) {
    let kept = uses.indices.filter { uses[$0] == .kept }
    let scale = SkillScale(kept.flatMap { column in sample.map { table.cell($0, column) } })
    let free = kept.filter {
      areSkillAnswers($0) || scale.isTrafficLight && areSkillAnswers($0, scale)
    }
    let asked = free.compactMap { column in
      SkillQuestion(table.headings[column]).map { (column: column, question: $0) }
    }
    for group in Dictionary(grouping: asked, by: { $0.question.asked }).values
    where group.contains(where: { isTopic($0.question) }) {
      for (column, question) in group { uses[column] = .skill(question.topic) }
    }
    func topic(_ column: Int) -> String { SkillQuestion.withoutScale(table.headings[column]) }
    let bare = free.filter { uses[$0] == .kept && SkillQuestion.mayBeTopic(topic($0)) }
    let known = bare.filter { Self.topics.place(of: topic($0)) != nil }
    let isCalled = Self.audits.contains { folded(table.stem).contains($0) }
    guard isCalled && bare.count > 1 || known.count > 1 && known.count * 2 >= bare.count else {
      return
    }
    for column in bare { uses[column] = .skill(topic(column)) }
  }

  /// A row a topic and a column a colleague.
  var skillsByPerson: Layout? {
    guard table.rows.count > 1, let topic = table.column(Self.topicHeadings) ?? unheadedTopics
    else { return nil }
    let others = table.headings.indices.filter { $0 != topic && !table.headings[$0].isEmpty }
    let people = others.filter { column in
      book.isEmpty
        ? Self.lookLikeNames([table.headings[column]]) : book.mayMean(table.headings[column])
    }
    guard people.count > 1, people.count * 10 >= others.count * 8,
      case let scale = SkillScale(
        people.flatMap { column in sample.map { table.cell($0, column) } }),
      people.count(where: { areSkillAnswers($0, scale) }) * 2 > people.count
    else { return nil }
    return Layout(
      .skills,
      table.headings.indices.map { column in
        column == topic
          ? .role("topic")
          : people.contains(column) ? .about(table.headings[column], kind: "") : .unused
      })
  }

  /// A first column without a heading that holds topics.
  private var unheadedTopics: Int? {
    guard table.headings.first == "" else { return nil }
    let cells = sample.map { table.cell($0, 0) }.filter { !$0.isEmpty }
    let known = cells.count { Self.topics.place(of: $0) != nil }
    return known > 1 && known * 2 >= cells.count ? 0 : nil
  }

  /// A row for each topic of each person, under other headings than the contract has.
  var skillsInRows: Layout? {
    guard !table.isForm, let who = table.column(Self.holders + Self.holderNames) else { return nil }
    var uses = table.headings.map { _ in ColumnUse.unused }
    if let topic = table.column(Self.topicHeadings), let level = table.column(Self.levelHeadings),
      areSkillAnswers(level)
    {
      (uses[topic], uses[level]) = (.role("topic"), .role("level"))
    } else if let course = table.column(Self.courses), table.column(Self.completed) != nil {
      // Whoever has taken a course knows what it was about.
      uses[course] = .role("topic")
    } else {
      return nil
    }
    guard uses[who] == .unused else { return nil }
    uses[who] = .who
    for (head, names) in [
      ("evidence", ["evidence"]), ("date", ["date"] + Self.completed), ("offers", ["offers"]),
      ("school", ["school", "academy", "site"]),
    ] {
      if let column = table.column(names), uses[column] == .unused { uses[column] = .role(head) }
    }
    return Layout(.skills, uses)
  }

  private static let courses = [
    "course", "course title", "course name", "training", "training course", "qualification",
    "qualification name", "cpd", "cpd course", "programme", "certificate", "training title",
    "award",
  ]
  private static let completed = [
    "date completed", "completed", "completion date", "date of completion", "date achieved",
    "achieved", "date awarded", "awarded", "date of training", "training date", "course date",
    "date attended",
  ]

  static let topicHeadings = [
    "topic", "skill", "skills", "skill name", "skill area", "area of expertise", "expertise",
    "competency", "competence", "knowledge area",
  ]
  private static let levelHeadings = [
    "rating", "score", "proficiency", "proficiency level", "skill level", "competency level",
    "confidence", "confidence level", "self rating", "level of confidence", "level of expertise",
    "expertise level", "level of knowledge", "knowledge", "experience", "level",
  ]
  private static let audits = [
    "skillsaudit", "skillaudit", "skillsmatrix", "skillmatrix", "skills", "competenc", "expertise",
    "knowledgeaudit", "trainingmatrix",
  ]
  private static let topics = TopicTree(TopicTree.starter)

  /// Whether what a question asks about is a topic, and no name.
  private func isTopic(_ question: SkillQuestion) -> Bool {
    Self.topics.place(of: question.topic) != nil
      || !Self.lookLikeNames([question.topic]) && !book.mayMean(question.topic)
  }

  /// Whether what a column holds may say how well somebody knows something.
  private func areSkillAnswers(_ column: Int, _ scale: SkillScale? = nil) -> Bool {
    let cells = sample.map { table.cell($0, column) }.filter { !$0.isEmpty }
    let scale = scale ?? SkillScale(cells)
    let answers = cells.map { SkillAnswer($0, on: scale) }
    let read = answers.count { $0 != .unreadable }
    return read > 0 && read * 10 >= answers.count * 8
      && cells.allSatisfy { Double($0).map { $0 == $0.rounded() && (0...10).contains($0) } ?? true }
  }
}

/// In what a skills audit is answered: numbers up to a highest one, or the colours of a traffic light.
struct SkillScale: Equatable {
  /// The highest number that answers may have: the highest that is there, and at least three.
  let most: Double
  /// Whether all that is not a number is red, amber or green, in words or by the letter.
  let isTrafficLight: Bool

  init(_ cells: [String]) {
    most = cells.compactMap { cell in
      Double(cell) ?? Double(cell.prefix { $0.isNumber })
    }.reduce(3, max)
    let words = Set(cells.map { folded($0) }).subtracting([""])
    isTrafficLight = words.count > 1 && words.allSatisfy { Self.lights[$0] != nil }
  }

  static let lights: [String: SkillAnswer] = [
    "g": .known(.confident), "green": .known(.confident), "a": .known(.learning),
    "amber": .known(.learning), "yellow": .known(.learning), "r": .none, "red": .none,
  ]
}

/// A heading that asks how well somebody knows a topic.
struct SkillQuestion {
  /// What is asked, the same for all rows of a grid.
  let asked: String
  let topic: String

  init?(_ heading: String) {
    let grid = Question(heading)
    let question = grid.item == nil ? heading : grid.kind
    let words = plainWords(question)
    guard !words.isEmpty, Set(words).isDisjoint(with: Self.people),
      words.contains(where: Self.knowing.contains), !question.lowercased().contains("each other")
    else { return nil }
    if let item = grid.item.map(Self.withoutScale) {
      guard Self.mayBeTopic(item) else { return nil }
      (asked, topic) = (folded(question), item)
      return
    }
    // "How confident are you in teaching phonics?", "Confidence: Phonics", "Rate your knowledge of SEND law".
    let text = trimmed(String(question.prefix { $0 != "?" && $0 != "(" }))
    guard
      let mark = Self.marks.compactMap({ text.lowercased().firstRange(of: $0) })
        .max(by: { $0.lowerBound < $1.lowerBound })
    else { return nil }
    let lowered = text.lowercased()
    let rest = trimmed(String(lowered[mark.upperBound...]))
    let before = plainWords(String(lowered[..<mark.lowerBound]))
    guard Self.mayBeTopic(rest), !before.isEmpty || mark.lowerBound == lowered.startIndex,
      plainWords(rest).count < 6, text.hasSuffix(rest) || text.lowercased().hasSuffix(rest)
    else { return nil }
    (asked, topic) = (before.joined(separator: " "), trimmed(String(text.suffix(rest.count))))
  }

  /// A heading without the scale behind it: Phonics, of "Phonics (1 = none to 4 = expert)".
  static func withoutScale(_ heading: String) -> String {
    guard heading.hasSuffix(")"), let open = heading.lastIndex(of: "("),
      heading[open...].contains(where: { $0.isNumber || $0 == "=" })
    else { return heading }
    return trimmed(String(heading[..<open]))
  }

  /// Whether a text may be a topic: some words, and nobody.
  static func mayBeTopic(_ text: String) -> Bool {
    let words = plainWords(text)
    return (1...8).contains(words.count) && text.contains(where: \.isLetter)
      && !TotalRow.isOne(text) && Set(words).isDisjoint(with: others)
  }

  private static let people: Set<String> = [
    "colleague", "colleagues", "person", "people", "who", "whom",
    "staff", "team", "school", "schools", "they", "them", "contact", "contacts",
  ]
  private static let others: Set<String> = [
    "them", "him", "her", "this", "other", "others", "comments", "comment", "none", "notes",
    "total", "average", "mean",
  ]
  private static let knowing: Set<String> = [
    "able", "competence", "competent", "confidence", "confident", "experience", "experienced",
    "expert", "expertise", "know", "knowledge", "knowledgeable", "proficiency", "proficient",
    "skill", "skilled", "skills", "trained",
  ]
  private static let marks = [
    " you know about ", " you know ", " you in ", " you with ", " you at ", " you about ",
    " you are in ", " you have in ", " you have of ", " you have with ", "knowledge of ",
    "experience of ", "experience in ", "experience with ", "expertise in ", "confidence in ",
    "confidence with ", "skills in ", "skill in ", "proficiency in ", "competence in ",
    "confidence: ", "knowledge: ", "skill: ", "skills: ", "expertise: ", "experience: ",
    "confidence - ", "knowledge - ", "skill - ", "skills - ", "expertise - ", "experience - ",
  ]
}
