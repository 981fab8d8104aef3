import Networks

/// People of whom nothing may be told: those who are counted and never named, and those left out of everything.
///
/// Found in people.csv before any table is read, since whether somebody may be mentioned comes before anything else that is said of a
/// row. A row of people.csv that cannot be read counts too when any of its cells asks for it.
struct Withheld: Sendable, Equatable {
  /// What may be said of whoever a text mentions.
  enum Standing: Int, Sendable, Comparable {
    case open, hidden, excluded

    static func < (a: Standing, b: Standing) -> Bool { a.rawValue < b.rawValue }
  }

  /// Ids as the file has them of people left out of everything, ascending.
  private(set) var excludedIds: [String] = []
  /// Ids, names and addresses by key.
  private var keys: [[UInt8]: Standing] = [:]
  /// The keys of ids and addresses alone, which tell who somebody is.
  private var identities: [[UInt8]: Standing] = [:]
  /// Last names, with the first letters of the names before them.
  private var lastNames: [[UInt8]: (standing: Standing, initials: Set<UInt8>)] = [:]
  /// First and last names.
  private var nameWords: [[UInt8]: Standing] = [:]
  /// Keys of ids without digits and of names, to find misspelt ones.
  private var spellings = Vocabulary([String]())
  /// The lengths of keys that are looked for inside longer texts, and how those keys begin.
  private var insideLengths: [Int] = []
  private var insideStarts: Set<[UInt8]> = []
  /// Ids and names of people who may be named.
  private var listed = IdTable()
  /// Parts of names that nobody else has and no place: those that are words too tell of somebody only where names stand.
  private var ownNames: [[UInt8]: (standing: Standing, isWord: Bool)] = [:]
  /// Ids and last names, one slip from which may be told of nobody.
  private var nearby = Vocabulary([String]())

  /// Nobody.
  init() {}

  /// Whether nobody is withheld.
  var isEmpty: Bool { keys.isEmpty }

  static func == (a: Withheld, b: Withheld) -> Bool { a.keys == b.keys }

  // MARK: - Finding them

  /// Reads who is withheld from people.csv.
  ///
  /// - Parameter places: the files whose names are of no person.
  init(
    _ source: SourceFile, _ options: IntakeOptions, beside places: [SourceFile] = []
  ) throws(IntakeError) {
    let scan = try PeopleScan(source, options)
    guard scan.mayWithhold else { return }
    var found: [PeopleScan.Row] = []
    try scan.each(open: false) { found.append($0) }
    guard !found.isEmpty else { return }
    for person in found { add(person) }
    // Another row with the same id or address is of the same person, whatever it says.
    var others: [PeopleScan.Row] = []
    var open = IdTable()
    var names: Set<[UInt8]> = []
    try scan.each(open: true) { row in
      var row = row
      row.standing = standing(ofIdentity: row.id, row.email)
      if row.standing == .open {
        for text in [row.id] + row.names { open.insert(Self.key(text).span) }
        for word in row.names.flatMap(Self.words) where ownNames[word] != nil { names.insert(word) }
      } else {
        others.append(row)
      }
    }
    for person in others { add(person) }
    listed = open
    let own = ownNames
    ownNames = [:]
    for place in places {
      for text in try place.names(options) where standing(of: text, isPersonal: false) == .open {
        names.formUnion(Self.words(text))
      }
    }
    ownNames = own.filter { !names.contains($0.key) }
    excludedIds = Set(excludedIds).sorted()
    spellings = Vocabulary(
      keys.keys.filter { $0.count > 3 && !$0.contains(where: Values.isDigit) }
        .map { String(decoding: $0, as: UTF8.self) })
    nearby = Vocabulary(
      (identities.keys.filter { $0.count > 2 } + lastNames.keys.filter { $0.count > 4 })
        .map { String(decoding: $0, as: UTF8.self) })
    let inside = keys.keys.filter { $0.count > 4 }
    insideLengths = Set(inside.map(\.count)).sorted()
    insideStarts = Set(inside.map { Array($0.prefix(5)) })
  }

  private mutating func add(_ person: PeopleScan.Row) {
    func note(_ key: [UInt8], in table: inout [[UInt8]: Standing]) {
      if !key.isEmpty { table[key] = max(table[key] ?? .open, person.standing) }
    }
    for text in [person.id, person.email] + person.numbers {
      note(Self.key(text), in: &keys)
      note(Self.key(text), in: &identities)
    }
    if person.standing == .excluded { excludedIds.append(person.id) }
    for name in person.names {
      let words = Self.words(name)
      note(Self.key(name), in: &keys)
      guard words.count > 1, let last = words.last else { continue }
      note(Array(([last] + words.dropLast()).joined()), in: &keys)
      for word in words where word.count > 2 { note(word, in: &nameWords) }
      for (place, word) in words.enumerated() where word.count > 4 {
        let isWord = BritishWords.contains(String(decoding: word, as: UTF8.self))
        // A first name that is a word is said of much else.
        guard !isWord || place == words.count - 1 else { continue }
        let known = ownNames[word]?.standing ?? .open
        ownNames[word] = (max(known, person.standing), isWord)
      }
      guard last.count > 2 else { continue }
      let before = lastNames[last]
      lastNames[last] = (
        max(before?.standing ?? .open, person.standing),
        Set(words.dropLast().compactMap(\.first)).union(before?.initials ?? [])
      )
    }
  }

  /// What may be said of whoever has an id or an address.
  func standing(ofIdentity id: String, _ email: String) -> Standing {
    if isEmpty { return .open }
    return max(identities[Self.key(id)] ?? .open, identities[Self.key(email)] ?? .open)
  }

  /// Whether a text is the id or the name of somebody left out.
  func isExcluded(_ text: String) -> Bool { !isEmpty && keys[Self.key(text)] == .excluded }

  // MARK: - Asking

  /// What stands for anything that may not be told.
  static let word = "(withheld)"

  /// A text in which nobody is mentioned who may not be.
  func told(_ text: String) -> String {
    standing(of: text, isPersonal: false) == .open ? text : Self.word
  }

  /// The same for a text that serves as an id, which stays the same in every file.
  func toldId(_ text: String) -> String {
    guard standing(of: text, isPersonal: false) > .open else { return text }
    // So few bits that many texts have the same.
    return Self.word + " " + String(Self.key(text).span.wordHash >> 48, radix: 16)
  }

  /// A problem that tells of nobody who may not be mentioned.
  func told(_ problem: Problem) -> Problem {
    if isEmpty { return problem }
    let texts = [problem.value, problem.heading].compactMap { $0 }
    let isOpen =
      texts.allSatisfy { standing(of: $0, isPersonal: problem.isPersonal) == .open }
      && !(problem.isPersonal && texts.contains(where: isNear))
      && standing(of: problem.detail, isPersonal: false) == .open
    if isOpen { return problem }
    var withheld = problem.withheld
    withheld.heading = problem.heading.map { told($0) }
    return withheld
  }

  /// What may be said of a row: the strictest that any of its cells gives.
  func standing(
    ofRow cells: [String], _ header: Header, _ table: TableKind, isRegular: Bool
  ) -> Standing {
    if isEmpty { return .open }
    var strictest =
      table == .people ? Self.standing(ofPerson: cells, header, isRegular: isRegular) : .open
    for (column, cell) in cells.enumerated() where strictest < .excluded {
      let role = header.role(of: column)
      let isPersonal = !isRegular || (role.map(table.isPersonal) ?? true)
      strictest = max(strictest, standing(of: cell, isPersonal: isPersonal))
      if strictest == .open, isPersonal, role != nil, isNear(cell) { strictest = .hidden }
    }
    return strictest
  }

  /// What may be said of whoever a text mentions: by id, name or address, in whatever case, order and company, or misspelt.
  ///
  /// - Parameter isPersonal: whether the text may name a person and nothing else, so that a number or a single letter counts as well.
  func standing(of text: String, isPersonal: Bool = true) -> Standing {
    if isEmpty { return .open }
    var strictest = Standing.open
    func take(_ standing: Standing?) { if let standing { strictest = max(strictest, standing) } }
    for part in text.split(whereSeparator: { $0.isNewline || ";|,\t".contains($0) }) {
      var words = Self.words(String(part))
      if words.count > 1, MemberKind(rawValue: String(decoding: words[0], as: UTF8.self)) != nil {
        words.removeFirst()
      }
      takeRuns(of: words, take)
      takeTitled(words, take)
      takeOwn(part, words, take)
      let key = words.isEmpty ? Self.key(String(part)) : Array(words.joined())
      if isPersonal {
        take(keys[key])
        take(nameWords[key])
      }
      takeInside(key, take)
      if strictest == .open { take(misspelt(key)) }
      if strictest == .open { takeMisspeltRuns(of: words, take) }
    }
    if strictest < .excluded {
      let all = Self.words(text)
      takeRuns(of: all, take)
      if strictest == .open { take(misspelt(Array(all.joined()))) }
    }
    return strictest
  }

  /// Keys that a run of words makes.
  private func takeRuns(of words: [[UInt8]], _ take: (Standing?) -> Void) {
    for start in words.indices {
      var run: [UInt8] = []
      for end in start..<min(start + 6, words.count) {
        run += words[end]
        if !Self.isWeak(run) { take(keys[run]) }
      }
    }
  }

  /// Misspelt names among other words.
  private func takeMisspeltRuns(of words: [[UInt8]], _ take: (Standing?) -> Void) {
    for length in 2...3 where words.count > length {
      for start in 0...(words.count - length) {
        let run = Array(words[start..<(start + length)].joined())
        if run.count > 7 { take(misspelt(run)) }
      }
    }
  }

  /// Last names after a title or an initial, or alone.
  private func takeTitled(_ words: [[UInt8]], _ take: (Standing?) -> Void) {
    for place in words.indices {
      guard let (standing, initials) = lastNames[words[place]] else { continue }
      let beside = [place - 1, place + 1].filter { words.indices.contains($0) }.map { words[$0] }
      let isTitled = beside.contains { word in
        Self.titles.contains(word) || word.count == 1 && initials.contains(word[0])
      }
      if isTitled || words.count == 1 { take(standing) }
    }
  }

  /// Names that nobody else has, and ids, whatever stands round them: "Featherstonhaugh's scheme".
  private func takeOwn(_ text: Substring, _ all: [[UInt8]], _ take: (Standing?) -> Void) {
    let mayTell = all.indices.contains { place in
      mayBeOwn(all[place]) || place > 0 && ownNames[all[place - 1] + all[place]] != nil
    }
    guard mayTell else { return }
    let parts = text.split { !($0.isLetter || $0.isNumber || "'’".contains($0)) }
    let words = parts.map { Self.words(String($0)).first ?? [] }
    for (place, word) in words.enumerated() {
      // Some write one name in two: Featherston-Haugh.
      let forms = place + 1 < words.count ? [word, word + words[place + 1]] : [word]
      for form in forms.flatMap(Self.withoutEnding) {
        if let (standing, isWord) = ownNames[form],
          !isWord || place > 0 && parts[place].first?.isUppercase == true
        {
          take(standing)
        }
        if form.count > 2, form.last.map(Values.isDigit) == true { take(identities[form]) }
      }
    }
  }

  /// A word, and the same without an s at its end.
  private static func withoutEnding(_ word: [UInt8]) -> [[UInt8]] {
    word.last == UInt8(ascii: "s") ? [word, word.dropLast()] : [word]
  }

  private func mayBeOwn(_ word: [UInt8]) -> Bool {
    ownNames[word] != nil || word.last == UInt8(ascii: "s")
  }

  /// Whether a text or a word of it is a slip from an id or a last name, and nobody else's.
  private func isNear(_ text: String) -> Bool {
    if isEmpty { return false }
    return text.split(whereSeparator: { $0.isNewline || ";|,\t".contains($0) }).contains { part in
      let words = Self.words(String(part))
      return ([Array(words.joined())] + words).contains { key in
        guard key.count > 3, listed.find(key.span) == nil else { return false }
        let word = String(decoding: key, as: UTF8.self)
        return nearby.nearest(to: word).map { near in
          Spelling.distance(
            Array(word.unicodeScalars), Array(near.unicodeScalars), limit: 1) <= 1
        } ?? false
      }
    }
  }

  /// Keys of five letters or more that stand inside a longer text.
  private func takeInside(_ text: [UInt8], _ take: (Standing?) -> Void) {
    for start in text.indices where start + 5 <= text.count {
      guard insideStarts.contains(Array(text[start..<(start + 5)])) else { continue }
      for length in insideLengths where length <= text.count - start {
        let end = start + length
        guard let standing = keys[Array(text[start..<end])] else { continue }
        // The digits of another id go on.
        let goesOn =
          end < text.count && Values.isDigit(text[end]) && Values.isDigit(text[end - 1])
          || start > 0 && Values.isDigit(text[start]) && Values.isDigit(text[start - 1])
        if !goesOn { take(standing) }
      }
    }
  }

  /// The standing of whoever a misspelt text most likely means, unless it is somebody else's id or name.
  private func misspelt(_ key: [UInt8]) -> Standing? {
    guard (4...60).contains(key.count), listed.find(key.span) == nil,
      let near = spellings.nearest(to: String(decoding: key, as: UTF8.self))
    else { return nil }
    return keys[Array(near.utf8)]
  }

  /// Whether a key says too little to stand for a person wherever it occurs.
  private static func isWeak(_ key: [UInt8]) -> Bool {
    key.count < 3 || key.allSatisfy(Values.isDigit)
  }

  private static let titles = Set(
    [
      "mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lady", "lord", "prof", "professor",
      "rev",
    ]
    .map { Array($0.utf8) })

  // MARK: - Keys

  /// The words of a text joined; a text of signs alone is its own key.
  static func key(_ text: String) -> [UInt8] {
    let key = Array(words(text).joined())
    return key.isEmpty ? Array(trimmed(text).utf8) : key
  }

  /// The words of a text, without case, accents, signs and what cannot be seen.
  ///
  /// In a word with a digit the letter o counts as 0, and l and i as 1; zeros before a number do not count.
  static func words(_ text: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    func end() {
      if !word.isEmpty { words.append(canonical(word)) }
      word = []
    }
    let plain = text.utf8.allSatisfy { $0 < 0x80 } ? text : plainLetters(text)
    for scalar in plain.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: word.append(UInt8(scalar.value))
      case 0x41...0x5A: word.append(UInt8(scalar.value | 0x20))
      case 0x27: break
      case 0x80...:
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          word += Array(String(scalar).lowercased().utf8)
        } else {
          end()
        }
      default: end()
      }
    }
    end()
    return words
  }

  private static func canonical(_ word: [UInt8]) -> [UInt8] {
    guard word.contains(where: Values.isDigit) else { return word }
    var result: [UInt8] = []
    for (place, byte) in word.enumerated() {
      let letter: UInt8 =
        switch byte {
        case 0x6F: 0x30
        case 0x6C, 0x69: 0x31
        default: byte
        }
      let beginsNumber = result.last.map { !Values.isDigit($0) } ?? true
      if letter == 0x30, beginsNumber, place + 1 < word.count { continue }
      result.append(letter)
    }
    return result.isEmpty ? [0x30] : result
  }
}

/// The rows of people.csv, looked at for nothing but who somebody is and whether they may be named.
private struct PeopleScan {
  /// What a row tells of a person.
  struct Row {
    var id = ""
    var names: [String] = []
    var email = ""
    /// Other numbers and addresses by which files may call the person.
    var numbers: [String] = []
    var standing = Withheld.Standing.open
  }

  private let source: SourceFile
  private let header: Header
  private let headerRow: Int

  init(_ source: SourceFile, _ options: IntakeOptions) throws(IntakeError) {
    self.source = source
    let found = try source.findHeader(named: options.columns[.people] ?? [:])
    header = found.header
    headerRow = found.row
  }

  /// Whether the file says of anybody whether they may be named.
  var mayWithhold: Bool { header.columns["visibility"] != nil }

  /// Calls `look` with every row that lets the person be named, or with every one that does not.
  func each(open: Bool, _ look: (Row) -> Void) throws(IntakeError) {
    let visibility = header.columns["visibility"] ?? 0
    var rows = source.rows()
    for _ in 0..<headerRow { _ = try rows.next() }
    var cells: [PlainRow.Cell] = []
    let width = header.headings.count
    while true {
      let isPlain = rows.nextPlain(width: width, &cells)
      if !isPlain, try !rows.next() { return }
      // Most rows are plain, and the word they have says it.
      let word = isPlain ? cells[visibility] : nil
      let isListed = word.map { cell in
        cell.start == cell.end
          || Values.equals(rows.buffer.span.extracting(cell.start..<cell.end), Self.listed)
      }
      if isListed == true, !open { continue }
      let texts =
        isPlain
        ? cells.map { String(plain: rows.buffer.span.extracting($0.start..<$0.end)) } : rows.texts
      let row = row(texts, isRegular: isPlain || rows.isRegular(width: width))
      if (row.standing == .open) == open { look(row) }
    }
  }

  private static let listed = Array("listed".utf8)

  /// What the cells of a row tell; of one that cannot be read, what names the person may have slipped to the right.
  private func row(_ texts: [String], isRegular: Bool) -> Row {
    func text(_ column: Int) -> String { column < texts.count ? CleanText(texts[column]).text : "" }
    let name = header.columns["name"]
    let parts = ["first_name", "last_name"].compactMap { header.columns[$0] }
    var row = Row()
    row.standing = Withheld.standing(ofPerson: texts, header, isRegular: isRegular)
    row.email = header.columns["email"].map(text) ?? ""
    if let name { row.names.append(text(name)) }
    if parts.count == 2 { row.names.append(text(parts[0]) + " " + text(parts[1])) }
    row.id = header.columns["id"].map(text) ?? row.names.first ?? parts.first.map(text) ?? ""
    if row.id.hasPrefix("'") { row.id.removeFirst() }
    if row.standing > .open {
      row.numbers = header.attributes.filter { PersonNumbers.identifies(header.headings[$0]) }.map(
        text)
    }
    if !isRegular, let first = name ?? parts.first {
      row.names += [text(first + 1), text(first + 1) + " " + text(first)]
    }
    return row
  }
}

extension Withheld {
  /// What the cells of a row of people.csv ask for; of a row that cannot be read, any of its cells.
  static func standing(
    ofPerson cells: [String], _ header: Header, isRegular: Bool
  ) -> Standing {
    guard let column = header.columns["visibility"] else { return .open }
    let own = column < cells.count ? VisibilityWord(cells[column]).standing : .open
    if isRegular { return own }
    return cells.reduce(own) { max($0, Standing(asked: $1)) }
  }
}

extension RowReader {
  /// Whether the row can be read as it stands: its quotes close, and nothing stands beyond the headings.
  func isRegular(width: Int) -> Bool {
    flaws.isDisjoint(with: [.unclosedQuote, .textAfterQuote])
      && fields.dropFirst(width).allSatisfy { field in
        (field.start..<field.end).allSatisfy { buffer[$0] <= 0x20 }
      }
  }
}

extension SourceFile {
  /// What the schools or partners of a file are called, and where they are.
  fileprivate func names(_ options: IntakeOptions) throws(IntakeError) -> [String] {
    let (header, row, _) = try findHeader(named: options.columns[table] ?? [:])
    let columns = ["id", "name", "hub"].compactMap { header.columns[$0] }
    var rows = rows()
    for _ in 0..<row { _ = try rows.next() }
    var names: [String] = []
    while try rows.next() {
      let texts = rows.texts
      names += columns.filter { $0 < texts.count }.map { texts[$0] }
    }
    return names
  }
}
