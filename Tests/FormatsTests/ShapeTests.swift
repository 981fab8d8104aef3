import Networks
import Testing

@testable import Formats

/// Names, answers and lists as people write them.
@Suite struct ShapeTests {
  private func book() -> NameBook {
    var book = NameBook()
    for (id, name, school) in [
      ("0012", "Amy Ball", "Ashby"), ("0045", "Zoë O'Neil-Smith", "Birch"),
      ("0107", "Ben James Cole", "Birch"),
      ("0108", "Sam Lee", "Ashby"), ("0109", "Sam Lee", "Birch"),
    ] { book.add(id: id, name: name, email: "\(id)@x.org", school: school) }
    return book
  }

  @Test(arguments: [
    ("0012", "0012"), ("12", "0012"), ("12.0", "0012"), ("0012@X.org", "0012"),
    ("amy  ball", "0012"), ("Ball, Amy", "0012"),
    ("Mrs Amy Ball", "0012"), ("Amy Ball (Ashby)", "0012"), ("Amy Ball - Head of Maths", "0012"),
    ("Zoe O’Neil Smith", "0045"),
    ("ZOË ONEIL-SMITH", "0045"), ("Ben Cole", "0107"), ("Sam Lee (Birch)", "0109"),
    ("Amy Ball <0012@x.org>", "0012"),
  ]) func isSure(_ one: (text: String, id: String)) {
    var book = book()
    #expect(book.match(one.text) == .sure(one.id), "\(one.text)")
  }

  @Test(arguments: [
    ("A. Ball", ["0012"]), ("Amy Bal", ["0012"]), ("Amy", ["0012"]), ("Sam Lee", ["0108", "0109"]),
    ("Amie Ball", ["0012"]),
  ]) func isDoubtful(_ one: (text: String, ids: [String])) {
    var book = book()
    #expect(book.match(one.text) == .doubtful(one.ids), "\(one.text)")
  }

  /// A short form suggests somebody before a likeness of spelling does, and decides nothing.
  @Test(arguments: [
    ("Sue Müller", ["1"]), ("Susie Muller", ["1"]), ("Müller, Sue", ["1"]), ("Liz Khan", ["3"]),
    ("Beth Khan", ["3"]), ("Tom Cook", ["4"]), ("Nick D'Souza", ["5"]), ("Kate Lee", ["6", "7"]),
    ("Becky Nunez", ["8"]), ("Bob Price", ["9"]), ("Robbie Price", ["9"]), ("Bill", ["10"]),
    ("Robert Hill", ["11"]), ("Zoé Müler", ["2"]),
  ]) func shortFormsSuggest(_ one: (text: String, ids: [String])) {
    var book = NameBook()
    for (place, name) in [
      "Susan Müller", "Zoë Müller", "Elizabeth Khan", "Thomas Cook", "Nicholas D'Souza",
      "Katherine Lee", "Catherine Lee", "Rebecca Núñez", "Robert Price", "William Ball", "Bob Hill",
    ].enumerated() { book.add(id: "\(place + 1)", name: name) }
    #expect(book.match(one.text) == .doubtful(one.ids), "\(one.text)")
    #expect(!book.knows(one.text))
  }

  @Test(arguments: ["Someone Else", "0013", "Amy Cole", "P0013"]) func isUnknown(_ text: String) {
    var book = book()
    #expect(book.match(text) == .unknown, "\(text)")
  }

  @Test(arguments: [
    "No", "never", "None", "0", "Not at all", "I have not worked with them", "1 - Never",
    "no contact", "Don’t work together",
    "We have not worked together", "✗", "Not applicable", "No, not at all", "Not any more",
    "Never - but I would like to", "We have never met", "Nobody really", "No one at the moment",
  ]) func saysNo(_ text: String) { #expect(AnswerWord(text, asksDepth: false) == .none, "\(text)") }

  @Test(arguments: ["", "-", "n/a", "Don't know", "Prefer not to say", "Unknown", "This is me"])
  func saysNothing(_ text: String) {
    #expect(AnswerWord(text, asksDepth: false) == .missing, "\(text)")
  }

  @Test(arguments: ["Yes", "x", "✓", "1", "TRUE"]) func saysYes(_ text: String) {
    #expect(AnswerWord(text, asksDepth: false) == .plainTie, "\(text)")
  }

  @Test(arguments: ["Hmm", "Blue", "Not often", "It depends", "-3", "Not much"])
  func saysWhatNobodyCanTell(
    _ text: String
  ) {
    let word = AnswerWord(text, asksDepth: false)
    if text == "Not often" {
      #expect(word == .tie(depth: nil, frequency: text, strength: ""))
    } else {
      #expect(word == .unreadable, "\(text)")
    }
  }

  @Test func saysHowDeepAndHowOften() {
    #expect(
      AnswerWord("4", asksDepth: true) == .tie(depth: .coalition, frequency: "", strength: ""))
    #expect(AnswerWord("4", asksDepth: false) == .tie(depth: nil, frequency: "", strength: "4"))
    #expect(
      AnswerWord("3 - Monthly", asksDepth: false)
        == .tie(depth: nil, frequency: "3 - Monthly", strength: ""))
    for depth in Depth.allCases where depth != .none {
      #expect(
        AnswerWord(DepthPhrase.words(depth), asksDepth: false)
          == .tie(depth: depth, frequency: "", strength: ""))
    }
    #expect(DepthPhrase.within(Survey.depthQuestion(.coalition)) == .coalition)
  }

  @Test func listsInOneCell() {
    let known: (String) -> Bool = { ["Amy Ball", "Kerr, Jack", "Ben Cole"].contains($0) }
    #expect(NameList.parts("Ben Cole;Gita Hale;", known: known) == ["Ben Cole", "Gita Hale"])
    #expect(NameList.parts("Ben Cole|Amy Ball") == ["Ben Cole", "Amy Ball"])
    #expect(NameList.parts("Amy Ball, Ben Cole", known: known) == ["Amy Ball", "Ben Cole"])
    #expect(NameList.parts("Amy Ball, Kerr, Jack", known: known) == ["Amy Ball", "Kerr, Jack"])
    #expect(NameList.parts("Kerr, Jack", known: known) == ["Kerr, Jack"])
    #expect(NameList.parts("Ball, Amy") == ["Ball, Amy"])
  }

  @Test(arguments: [
    ("Colleague 1", "Colleague", 1), ("Name2", "Name", 2), ("Who? [Row 3]", "Who?", 3),
    ("Colleague (2)", "Colleague", 2), ("Colleague 1 name", "Colleague name", 1),
    ("How often do you meet colleague 2?", "How often do you meet colleague?", 2),
    ("3. Colleague 1", "Colleague", 1),
  ]) func headingsThatAreCounted(_ one: (heading: String, stem: String, number: Int)) {
    let counted = CountedHeading(one.heading)
    #expect(counted?.stem == one.stem && counted?.number == one.number, "\(one.heading)")
    #expect(counted?.isSeries == true, "\(one.heading)")
  }

  @Test func headingsThatAreNotCounted() {
    for heading in ["How often? (1-5)", "3. Colleague", "Met in 2026", "Colleague"] {
      #expect(CountedHeading(heading) == nil, "\(heading)")
    }
    #expect(CountedHeading("Whom do you ask in Year 5?")?.isSeries == false)
    #expect(CountedHeading("School 1")?.isSomebody == false)
  }

  @Test func theMappingReadsBack() throws {
    var mapping = ImportMapping()
    let table = SourceTable(
      file: "a.csv",
      sheet: Sheet(name: "", [["Name", "Whom do you ask?", "Ann = x"], ["Ann", "Bo", ""]]))
    mapping.record(table, Layout(.survey, [.who, .ties("ask"), .unused]))
    mapping.names["B. Cole"] = "? # perhaps 0107, Ben Cole"
    mapping.answers["Hmm"] = "tie"
    let read = try ImportMapping(reading: mapping.text)
    #expect(read.names == ["B. Cole": "?"] && read.answers == ["Hmm": "tie"])
    let layout = read.layout(of: table, like: Layout(.unused, [.unused, .unused, .unused]))
    #expect(layout == Layout(.survey, [.who, .ties("ask"), .unused]))
    #expect(throws: FormatError.self) { try ImportMapping(reading: "[a.csv]\nnonsense\n") }
    #expect(throws: FormatError.self) { try ImportMapping(reading: "[answers]\nHmm = maybe\n") }
  }
}
