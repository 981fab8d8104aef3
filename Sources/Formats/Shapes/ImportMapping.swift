import Networks

/// How tables were read and what was decided, as a plain text that people correct and the next import uses.
///
/// A section a table, headed by its name; its first line is what the table is, then a line a column. Two further sections hold
/// decisions: whom a doubtful name means, and what an answer means.
public struct ImportMapping: Sendable, Equatable {
  public static let fileName = "import.txt"

  /// Stands for a heading where the sheet is called after the school.
  static let sheetName = "sheet name"

  /// Whether the mapping takes the name of a table's sheet for the school.
  func usesSheetName(_ table: SourceTable) -> Bool {
    sections.contains {
      $0.title == table.title
        && $0.columns.contains { $0.heading == Self.sheetName && $0.words == "school" }
    }
  }

  struct Section: Sendable, Equatable {
    let title: String
    let shape: Shape
    /// What each column named is used for.
    var columns: [(heading: String, words: String)] = []
    /// The kind of ties of the columns that are a colleague each.
    var colleagues: [String: String] = [:]
    var hasEvents = false

    static func == (a: Section, b: Section) -> Bool { a.title == b.title && a.shape == b.shape }
  }

  private(set) var sections: [Section] = []
  /// Whether people.csv was made of whom answers and ties name, with no list of the staff.
  public internal(set) var peopleAreMade = false
  /// Whom a text means: an id, "new" for somebody to be added, "nobody", or "?" while nobody has decided.
  public var names: [String: String] = [:]
  /// What an answer means: "tie", "none", "missing", or "?".
  public var answers: [String: String] = [:]
  /// What an answer of a skills audit means: a level in words, "known", "sought", "none", "missing", or "?".
  public internal(set) var levels: [String: String] = [:]

  /// What was said of how a table was read, by its title.
  var notes: [String: [String]] = [:]

  public init() {}

  /// - Throws: a sentence on the line that is not understood.
  public init(reading text: String) throws(FormatError) {
    var part = ""
    // Notepad puts a mark before the text.
    let text =
      text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    for (number, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let line = trimmed(String(raw))
      func wrong(_ what: String) -> FormatError {
        FormatError("\(Self.fileName), line \(number + 1): \(what)")
      }
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("["), line.hasSuffix("]") {
        part = String(line.dropFirst().dropLast())
        continue
      }
      guard !part.isEmpty else { throw wrong("there is no [table] above it.") }
      if part == "people.csv" {
        peopleAreMade = line == Self.made
        continue
      }
      if ["names", "answers", "levels"].contains(part) {
        guard let pair = Self.pair(line) else { throw wrong("write it as text = decision.") }
        let decision = trimmed(String(pair.value.prefix { $0 != "#" }))
        if part == "levels" {
          guard let level = SkillAnswer(decided: decision) else {
            throw wrong(
              "\(shown(decision)) is no level. Write \(listed(SkillAnswer.decisions, and: "or"))."
            )
          }
          levels[pair.key] = level.words
        } else if part == "answers" {
          guard ["tie", "none", "missing", "?"].contains(decision) else {
            throw wrong(
              "\(shown(decision)) is no decision on an answer. Write tie, none or missing.")
          }
          answers[pair.key] = decision
        } else {
          names[pair.key] = decision.isEmpty ? "?" : decision
        }
        continue
      }
      if sections.last?.title != part {
        guard let shape = Shape(rawValue: line) else {
          throw wrong(
            "\(shown(line)) is no kind of table. Write \(listed(Shape.allCases.map(\.rawValue), and: "or"))."
          )
        }
        sections.append(Section(title: part, shape: shape))
        continue
      }
      guard let pair = Self.pair(line) else { throw wrong("write it as heading = use.") }
      let last = sections.count - 1
      if pair.value.hasPrefix("a colleague each") {
        let kind =
          pair.value.firstIndex(of: ":").map {
            trimmed(String(pair.value[pair.value.index(after: $0)...]))
          } ?? ""
        sections[last].colleagues[pair.key] = kind
      } else if pair.value == "an event each" {
        sections[last].hasEvents = true
        if pair.key != "*" { sections[last].columns.append((pair.key, pair.value)) }
      } else {
        let shape = sections[last].shape
        guard [.plain, .unused].contains(shape) || Self.isUse(pair.value) else {
          throw wrong(
            "\(shown(pair.value)) is nothing that a column can be. Write \(listed(Self.uses(shape, pair.key), and: "or"))."
          )
        }
        sections[last].columns.append((pair.key, pair.value))
      }
    }
  }

  private static let made = "made of whom answers and ties name"

  private static func pair(_ line: String) -> (key: String, value: String)? {
    guard
      let mark = line.ranges(of: " = ").last
        ?? (line.hasSuffix(" =") ? line.ranges(of: " =").last : nil)
    else { return nil }
    return (trimmed(String(line[..<mark.lowerBound])), trimmed(String(line[mark.upperBound...])))
  }

  /// Whether the mapping says that a table is not used.
  func leavesOut(_ table: SourceTable) -> Bool {
    sections.contains {
      $0.title == table.title && $0.shape == .unused
        && $0.columns.contains { $0.words != "not used" }
    }
  }

  /// The headings that the mapping uses of a table and that the table has not got.
  func lost(_ table: SourceTable) -> [String] {
    sections.first { $0.title == table.title }.map { Self.lost($0, table) } ?? []
  }

  private static func lost(_ section: Section, _ table: SourceTable) -> [String] {
    section.columns.filter {
      $0.words != "not used" && $0.heading != sheetName
        && !table.keys.contains(headingKey($0.heading))
    }.map(\.heading)
  }

  /// The layout that the mapping has for a table: that of the section all of whose columns the table has, or most where it is its own.
  func layout(of table: SourceTable, like guess: Layout) -> Layout? {
    let fitting = sections.filter { section in
      let used = section.columns.count { $0.words != "not used" }
      let lost = Self.lost(section, table).count
      let isOwn = section.title == table.title
      return used > 0 && (lost == 0 || isOwn && lost * 3 <= used)
        && (isOwn || section.shape == guess.shape)
    }
    guard let section = fitting.first(where: { $0.title == table.title }) ?? fitting.first else {
      return nil
    }
    var uses =
      section.shape == guess.shape ? guess.uses : table.headings.map { _ in ColumnUse.unused }
    // Where somebody has said which columns are the ends, the others are read as beside any ends.
    let areEndsSaid = guess.shape == .unused && section.shape == .ties
    if areEndsSaid {
      func place(_ role: String) -> Int? {
        section.columns.first { $0.words == role }.flatMap { table.column([$0.heading]) }
      }
      uses = Recogniser(table, NameBook()).edges(place("from"), place("to")).uses
    }
    for (place, use) in uses.enumerated() {
      if case .about(let item, _) = use {
        // The kind that the mapping gives to columns of the same question.
        let question = Question(table.headings[place]).kind
        if let kind = section.colleagues[table.headings[place]]
          ?? section.colleagues[question.isEmpty ? "*" : question] ?? section.colleagues["*"]
        {
          uses[place] = .about(item, kind: kind)
        }
      }
    }
    // Of two columns with one heading each has a line.
    var seen: Set<Int> = []
    for column in section.columns {
      let key = headingKey(column.heading)
      guard
        let place = table.keys.indices.first(where: {
          table.keys[$0] == key && !seen.contains($0)
        })
      else { continue }
      seen.insert(place)
      if areEndsSaid, column.words == "not used" { continue }
      let heading = table.headings[place]
      uses[place] =
        ["ties", "ties:"].contains(column.words)
        ? .ties(Question.kind(heading))
        : ColumnUse(column.words) ?? .about(Question(heading).item ?? heading, kind: "")
    }
    return Layout(section.shape, uses, table: guess.table)
  }

  /// Whether words say what a column is used for, in a table of any kind.
  private static func isUse(_ words: String) -> Bool {
    let isOpen = [
      "ties: ", "item: ", "answer on: ", "expertise in: ", "post: ", "a colleague each",
    ].contains {
      words.hasPrefix($0)
    }
    return isOpen || roles.contains(words)
  }

  private static let roles: Set<String> = Set(Shape.allCases.flatMap { uses($0, "") }).union([
    "", "kept", "who", "ties", "ties:", "an event each", "timeset", "purpose", "goal",
    "reported_by", "outcome",
  ])

  /// How one table is read, as somebody would match its columns.
  public struct Reading: Sendable, Equatable {
    public let title: String
    public let shape: Shape
    /// Each heading, and what it is used for.
    public let columns: [(heading: String, use: String)]

    public static func == (a: Reading, b: Reading) -> Bool {
      a.title == b.title && a.shape == b.shape && a.columns.elementsEqual(b.columns, by: ==)
    }
  }

  /// What a column of a table may be used for, in the words of the mapping.
  public static func uses(_ shape: Shape, _ heading: String) -> [String] {
    let roles =
      switch shape {
      case .staff:
        [
          "id", "name", "first_name", "last_name", "school", "team", "role", "email", "expertise",
          "seeks", "started", "ended", "visibility", "responded", "expertise in: \(heading)",
          "kept",
        ]
      case .ties:
        [
          "from", "to", "members", "kind", "depth", "strength", "frequency", "tied", "chair",
          "direction", "started", "ended", "from_school", "to_school", "group", "ties: \(heading)",
        ]
      case .survey:
        [
          "who", "first_name", "last_name", "ties: \(heading)", "email", "school", "team", "role",
          "expertise", "expertise in: \(heading)", "seeks", "visibility", "started", "ended",
          "kept",
        ]
      case .matrix: ["who"]
      case .attendance:
        ["who", "event", "date", "attended", "apologies", "chair", "guests", "role"]
      case .skills: ["who", "topic", "level", "evidence", "date", "offers", "school"]
      case .partners:
        [
          "partner", "with", "lead", "level", "agreement", "roles_clear", "shared_goal", "started",
          "ended", "review_due", "gives", "gets", "sector", "mission", "area", "website", "kept",
        ]
      case .contacts: ["school", "post: \(heading)"]
      case .ratings: ["partner", "with", "side", "rater", "date", "item: \(heading)"]
      case .register:
        ["id", "name", "phase", "opened", "closed", "trust", "status", "laestab", "authority"]
      case .successors: ["urn", "successor", "link"]
      case .trusts: ["urn", "trust"]
      case .plain, .unused: [String]()
      }
    return roles + ["not used"]
  }

  /// How these tables are read.
  public func readings(of tables: [SourceTable]) -> [Reading] {
    let titles = Set(tables.map(\.title))
    return sections.filter { titles.contains($0.title) }.sorted { $0.title < $1.title }.map {
      Reading(title: $0.title, shape: $0.shape, columns: $0.columns.map { ($0.heading, $0.words) })
    }
  }

  /// Reads a table as another kind of table.
  public mutating func set(_ shape: Shape, of title: String) {
    guard let place = sections.firstIndex(where: { $0.title == title }) else { return }
    var section = Section(title: title, shape: shape)
    section.columns = sections[place].columns
    sections[place] = section
  }

  /// Uses a column of a table for something else.
  ///
  /// - Parameter column: its place among those of the reading.
  public mutating func use(_ words: String, at column: Int, of title: String) {
    guard let place = sections.firstIndex(where: { $0.title == title }),
      sections[place].columns.indices.contains(column), ColumnUse(words) != nil
    else { return }
    sections[place].columns[column].words = words
  }

  /// Names and answers that nobody has decided on, with whom a name may mean.
  public var waitingNames: [String] {
    names.filter { $0.value.hasPrefix("?") }.keys.sorted()
  }
  public var waitingAnswers: [String] { answers.filter { $0.value == "?" }.keys.sorted() }

  /// Adds or replaces what is known of a table.
  mutating func record(_ table: SourceTable, _ layout: Layout) {
    var section = Section(title: table.title, shape: layout.shape)
    for (heading, use) in zip(table.headings, layout.uses) where !heading.isEmpty {
      switch use {
      case .about(_, let kind):
        let question = Question(heading).kind
        section.colleagues[!question.isEmpty ? question : kind.isEmpty ? "*" : heading] = kind
      case .event where Dated.day(in: heading) != nil || Dated.isDay(heading):
        section.hasEvents = true
      default: if layout.shape != .plain { section.columns.append((heading, use.words)) }
      }
    }
    if usesSheetName(table), layout.column("school") == nil {
      section.columns.append((Self.sheetName, "school"))
    }
    sections.removeAll { $0.title == section.title }
    sections.append(section)
  }

  /// As text.
  public var text: String {
    var lines = [
      "# How weft import read these files. Correct what is wrong and run the same command again.",
      "# The next import uses it for tables with the same headings, so that next term one command will do.",
    ]
    if peopleAreMade { lines += ["", "[people.csv]", Self.made] }
    for section in sections.sorted(by: { $0.title < $1.title }) {
      lines += [""] + (notes[section.title] ?? []).map { "# \($0)" }
      lines += ["[\(section.title)]", section.shape.rawValue]
      lines += section.columns.map { "\($0.heading) = \($0.words)" }
      lines += section.colleagues.sorted { $0.key < $1.key }.map {
        "\($0.key) = a colleague each: \($0.value)"
      }
      if section.hasEvents { lines.append("* = an event each") }
    }
    if !names.isEmpty {
      lines += [
        "",
        "# Whom do these names mean? Write an id (or several parted by ;), new (add them to people.csv) or nobody in place of ?.",
        "[names]",
      ]
      lines += names.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
    }
    if !answers.isEmpty {
      lines += [
        "", "# What do these answers mean? Write tie, none or missing in place of ?.", "[answers]",
      ]
      lines += answers.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
    }
    if !levels.isEmpty {
      lines += [
        "",
        "# What do these answers say of what people know? Write \(listed(SkillAnswer.decisions, and: "or")).",
        "[levels]",
      ]
      lines += levels.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
