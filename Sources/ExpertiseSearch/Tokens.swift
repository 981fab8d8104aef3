import Networks

/// One word of a question or of a name, as it is compared.
struct Token: Sendable, Equatable {
  /// In small letters, without accents; abbreviations in one: "rwi" for R.W.I., "h&s" for H&S, "year6" for Y6.
  var text: String
  var stem: String
  var kind: WordClass
  /// Whether it was written with a capital.
  var isCapital = false
  /// Whether it was written in capitals alone, or with a full stop after each letter.
  var isAbbreviation = false
  /// What stands right before: "and", a comma, a place word.
  var before = ""
  /// The words right before it in its sentence, the nearest first: "the", "who" of "who's the bursar".
  var lead: [String] = []
  /// The word right after it in its sentence.
  var next = ""
  /// The number of its sentence.
  var sentence = 0
  /// Whether it is the first word of what the question leaves out.
  var denial: Denial?
  /// The people of whose name it is a word, where the question names somebody in full.
  var named: Set<Int32> = []

  init(_ text: String, isCapital: Bool = false, before: String = "") {
    self.text = text
    stem = Self.nots.contains(text) ? "not" : ExpertiseSearch.stem(text)
    kind = WordClass.of(text)
    self.isCapital = isCapital
    self.before = before
  }

  /// Words that deny: one as good as the other.
  private static let nots: Set<String> = [
    "not", "no", "never", "cannot", "cant", "wont", "dont", "doesnt", "isnt", "arent", "didnt",
    "refuse", "refuses",
    "refusing", "havent", "hasnt", "hardly", "unable", "couldnt", "non",
  ]

  var weight: Double { kind.weight }

  /// The same place in a question, with another word.
  func with(_ text: String) -> Token {
    var token = Token(text, isCapital: isCapital, before: before)
    (token.denial, token.lead, token.next, token.sentence) = (denial, lead, next, sentence)
    token.isAbbreviation = isAbbreviation
    return token
  }

  /// The stage that the word is: "year6", "ks2", "gcse", "alevel".
  var isStage: Bool { Stages.stage(of: text) != nil }
}

/// The words of a text, without those that say nothing, unless it has no others.
///
/// - Parameters:
///   - names: names of people, whose words all say something: Will Reading.
///   - abbreviations: names of topics that are small words unless they are written as abbreviations: RE.
func tokens(
  _ text: String, most: Int = .max, names: PersonNames? = nil, abbreviations: Set<String> = []
) -> [Token] {
  var all = everyToken(text, most: most, sayingWhere: names != nil)
  for place in all.indices
  where all[place].isAbbreviation && abbreviations.contains(all[place].text) {
    all[place].kind = .content
  }
  if let names {
    Denial.mark(&all)
    for run in names.runs(in: all) {
      for place in run.places { (all[place].kind, all[place].named) = (.content, run.people) }
    }
  }
  let telling = all.filter { $0.kind != .hard }
  return telling.isEmpty ? all : telling
}

/// A word as it is written.
private struct Written {
  var word: String
  var isCapital = false
  var isAbbreviation = false
  var comma = false
  var sentence = 0
}

private func everyToken(_ text: String, most: Int, sayingWhere: Bool) -> [Token] {
  var written: [Written] = []
  var word = ""
  var isCapital = false
  var comma = false
  var sentence = 0
  // What is written in capitals throughout tells nothing by them.
  let isLoud = !text.contains(where: \.isSmall) && text.count(where: \.isBlank) > 3
  func finish(_ written: inout [Written]) {
    // What is somebody's is told by their name; capitals tell IT from it.
    let owner = word.hasSuffix("'s") && word.count > 3 ? String(word.dropLast(2)) : word
    let key = topicKey(owner)
    let plain = owner == "IT" ? "ict" : shortened[key] ?? key
    if !plain.isEmpty {
      // "He uses single words, and his mum asked": something else begins.
      if comma, clauses.contains(plain) { sentence += 1 }
      let isAbbreviation = !isLoud && owner.count > 1 && owner.allSatisfy(\.isCapital)
      written.append(
        Written(
          word: plain, isCapital: isCapital, isAbbreviation: isAbbreviation, comma: comma,
          sentence: sentence))
      comma = false
    }
    word = ""
  }
  var (last, isEnd): (Character, Bool) = (" ", false)
  for character in text {
    // A full stop ends a sentence where a space follows: not that of "R.W.I.".
    if character.isNewline || isEnd && character.isBlank { sentence += 1 }
    if character.isLetterOrNumber {
      if word.isEmpty { isCapital = character.isCapital }
      word.append(character)
      (isEnd, last) = (false, character)
      continue
    }
    isEnd = ".?!:;\u{2013}\u{2014}".contains(character) || character == "-" && last.isBlank
    last = character
    if "'\u{2019}\u{2018}\u{2BC}`".contains(character) {
      if !word.isEmpty { word.append("'") }
    } else {
      finish(&written)
      if character == "," || character == ";" || character == "+" { comma = true }
      if character == "&" { written.append(Written(word: "and", sentence: sentence)) }
    }
  }
  finish(&written)
  return joined(Array(written.prefix(most)), sayingWhere: sayingWhere)
}

/// What a character is, without a look into the tables of Unicode where it is ASCII.
extension Character {
  fileprivate var isLetterOrNumber: Bool {
    switch asciiValue {
    case (UInt8(ascii: "a")...UInt8(ascii: "z"))?, (UInt8(ascii: "A")...UInt8(ascii: "Z"))?,
      (UInt8(ascii: "0")...UInt8(ascii: "9"))?:
      true
    case nil: isLetter || isNumber
    default: false
    }
  }

  fileprivate var isCapital: Bool {
    asciiValue.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 } ?? isUppercase
  }

  fileprivate var isSmall: Bool {
    asciiValue.map { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 } ?? isLowercase
  }

  fileprivate var isBlank: Bool { asciiValue.map { $0 == 32 || 9...13 ~= $0 } ?? isWhitespace }
}

/// Words with which something else begins after a comma.
private let clauses: Set<String> = ["and", "but", "so", "because", "then", "while", "although"]

/// Words of roles that are written short.
private let shortened = [
  "asst": "assistant", "coord": "coordinator", "dep": "deputy", "dept": "department",
  "govs": "governors",
  "mgr": "manager",
]

private let numbers = [
  "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
  "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "sixes": 6, "sevens": 7, "eights": 8,
  "nines": 9,
  "tens": 10, "elevens": 11, "ones": 1, "twos": 2, "threes": 3, "fours": 4, "fives": 5,
]

private let yearWords: Set<String> = ["year", "years", "yr", "yrs", "y"]

private let stretches: Set<String> = [
  "for", "since", "on", "again", "today", "lately", "much", "most",
]

private let seldom: Set<String> = [
  "not", "never", "rarely", "hardly", "seldom", "isnt", "wasnt", "arent",
]

/// Whether "in" tells of who is in school or not, between two words: "never in on", "been in for".
private func isAbsence(_ before: String, _ after: String) -> Bool {
  before == "been" && (["", "all", "this"].contains(after) || stretches.contains(after))
    || seldom.contains(before) && stretches.contains(after)
}

/// The number that a word is, "2s" for 2 included.
private func number(_ word: String, _ range: ClosedRange<Int>) -> Int? {
  let digits = word.hasSuffix("s") ? word.dropLast() : word[...]
  let value = numbers[word] ?? (digits.count < 3 ? Int(digits) : nil)
  return value.flatMap { range.contains($0) ? $0 : nil }
}

/// The words before a stretch of words, the nearest first, and the one after it, in its sentence.
private func beside(_ start: Int, _ end: Int, _ words: [Written]) -> ([String], String) {
  let sentence = words[start].sentence
  let before = words[max(0, start - 4)..<start].filter { $0.sentence == sentence }
  let isFollowed = end < words.count && words[end].sentence == sentence
  return (before.map(\.word).reversed(), isFollowed ? words[end].word : "")
}

/// Puts together what is one word in several: initials, years and key stages, "A level", "sixth form".
private func joined(_ written: [Written], sayingWhere: Bool) -> [Token] {
  // "Speech n language".
  let words = written.indices.map { place in
    let isBetween = [place - 1, place + 1].allSatisfy {
      written.indices.contains($0) && written[$0].word.utf8.count > 1
    }
    guard written[place].word == "n", isBetween else { return written[place] }
    return Written(word: "and", sentence: written[place].sentence)
  }
  var tokens: [Token] = []
  var place = 0
  func at(_ offset: Int) -> String {
    words.indices.contains(place + offset) ? words[place + offset].word : ""
  }
  func isInitial(_ offset: Int) -> Bool {
    at(offset).utf8.count == 1 && !("0"..."9").contains(at(offset))
  }
  var isYears = false
  while place < words.count {
    let (word, isCapital) = (words[place].word, words[place].isCapital)
    var isAbbreviation = words[place].isAbbreviation
    let before = words[place].comma ? "," : (place > 0 ? words[place - 1].word : "")
    var taken = 1
    var made: [String] = []
    if let age = number(word, 2...18), yearWords.contains(at(1)) || at(1) == "yo",
      at(1) == "yo" || ["old", "olds"].contains(at(2))
    {
      // "Three year olds" are of the nursery, ten-year-olds of year 5.
      (made, taken) = ([age < 5 ? "nursery" : "year\(max(1, age - 5))"], at(1) == "yo" ? 2 : 3)
    } else if word == "in", at(1) == "charge" {
      (made, taken) = (["leads"], 2)
    } else if word == "in", isAbsence(before, at(1)) {
      // "Not been in for three weeks".
      made = ["attending"]
    } else if yearWords.contains(word), let value = number(at(1), 1...13) {
      (made, taken, isYears) = (["year\(value)"], 2, true)
    } else if word.first == "y",
      let value = number(
        word.hasPrefix("yr") ? String(word.dropFirst(2)) : String(word.dropFirst()), 1...13)
    {
      (made, isYears) = (["year\(value)"], true)
    } else if word.hasPrefix("year"), let value = number(String(word.dropFirst(4)), 1...13) {
      (made, isYears) = (["year\(value)"], true)
    } else if isYears, let value = number(word, 1...13), Int(word) != nil {
      made = ["year\(value)"]
    } else if word == "key", at(1) == "stage" || at(1) == "stages", let value = number(at(2), 1...5)
    {
      (made, taken) = (["ks\(value)"], 3)
    } else if word == "key", let value = number(String(at(1).dropFirst(5)), 1...5),
      at(1).hasPrefix("stage")
    {
      (made, taken) = (["ks\(value)"], 2)
    } else if word == "ks", let value = number(at(1), 1...5) {
      (made, taken) = (["ks\(value)"], 2)
    } else if ["a", "as", "t"].contains(word), at(1) == "level" || at(1) == "levels", at(2) != "of"
    {
      (made, taken) = ([word == "t" ? "tlevel" : "alevel"], 2)
    } else if word == "alevels" || word == "tlevels" || word == "gcses" {
      made = [String(word.dropLast())]
    } else if ["sixth", "six", "6th", "vi"].contains(word), at(1) == "form" || at(1) == "forms" {
      (made, taken) = (["sixthform"], 2)
    } else if isInitial(0), word != "i" || at(1) != "am" {
      // R.W.I., D of E, H&S: single letters, with what joins them.
      var (text, length) = (word, 1)
      while true {
        let link = at(length)
        if isInitial(length) {
          (text, length) = (text + link, length + 1)
        } else if link == "of" || link == "and", length == 1, isInitial(2), at(3).utf8.count != 1 {
          (text, length) = (text + (link == "of" ? "of" : "&") + at(2), 3)
          break
        } else {
          break
        }
      }
      if length > 1 { (made, taken, isAbbreviation) = ([text], length, true) }
    }
    if word == "it",
      [
        "manager", "technician", "support", "systems", "lead", "team", "network", "director",
        "department",
      ].contains(at(1))
    {
      made = ["ict"]
    }
    if word == "brand", at(1) == "new" { (made, taken) = (["new"], 2) }
    // What begins from scratch is no program.
    if word == "scratch", before == "from" { made = ["new"] }
    if word == "drawing" || word == "draw" || word == "drawn", at(1) == "up" {
      // No drawing: a plan or a will.
      (made, taken) = (["preparing"], 2)
    }
    // Nobody works as one, and the slip is made every day.
    if word == "manger", !["", "a", "the"].contains(before) { made = ["manager"] }
    if made.isEmpty {
      if word != "and", word != "or" { isYears = false }
      made = [word]
    }
    let sentence = words[place].sentence
    let around = sayingWhere ? beside(place, place + taken, words) : ([], "")
    tokens += made.map {
      var token = Token($0, isCapital: isCapital, before: before)
      token.isAbbreviation = isAbbreviation
      (token.lead, token.next) = around
      token.sentence = sentence
      return token
    }
    place += taken
  }
  return tokens
}
