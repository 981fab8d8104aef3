import Networks
import Testing

@testable import Formats

/// A skills audit, however it is laid out, ends in who knows what and never claims more than an answer says.
@Suite struct SkillsAuditTests: ImportsFiles {
  private func skills(_ imported: Imported) -> [String] {
    imported.files.first { $0.name == "expertise.csv" }.map {
      String(decoding: $0.bytes, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst().map(
        String.init)
    } ?? []
  }

  private static let wide = """
    Name,School,Phonics,SEND,Zones of regulation,Room
    Amy Ball,Oakfield,4,0,1,12
    Ben Cole,Oakfield,1,3,,14
    Cara Dean,Moor Lane,,2,4,3

    """
  private static let expected = [
    "Amy Ball,Phonics,2", "Amy Ball,Zones of regulation,1", "Ben Cole,Phonics,1",
    "Ben Cole,SEND,2", "Cara Dean,SEND,1", "Cara Dean,Zones of regulation,2",
  ]

  /// A column a topic, a column a colleague and a row each come to the same.
  @Test(arguments: [
    wide,
    "Skill,Amy Ball,Ben Cole,Cara Dean\nPhonics,4,1,\nSEND,0,3,2\nZones of regulation,1,,4\n",
    """
    Staff member,Skill,Rating
    Amy Ball,Phonics,4
    Amy Ball,SEND,0
    Amy Ball,Zones of regulation,1
    Ben Cole,Phonics,1
    Ben Cole,SEND,3
    Cara Dean,SEND,2
    Cara Dean,Zones of regulation,4

    """,
    """
    Timestamp,Your name,How confident are you in each area? [Phonics],How confident are you in each area? [SEND],How confident are you in each area? [Zones of regulation]
    1,Amy Ball,Very confident,Not confident,A little
    2,Ben Cole,Not very confident,Fairly confident,
    3,Cara Dean,,Slightly confident,Expert

    """,
  ])
  func layouts(text: String) throws {
    let read = try imported(["audit.csv": text])
    #expect(skills(read).map { $0.replacing(",self", with: "") } == Self.expected)
    #expect(read.peopleCount == 3)
    #expect(!read.files.contains { $0.name == "collaborations.csv" })
    #expect(
      !read.files.contains { String(decoding: $0.bytes, as: UTF8.self).contains("responded") })
  }

  @Test(arguments: [
    ("0", SkillAnswer.none), ("1", .known(.learning)), ("2", .known(.learning)),
    ("3", .known(.confident)), ("5", .unreadable), ("-1", .unreadable),
    ("3 - Secure", .known(.confident)),
    ("Level 3", .known(.confident)), ("Level 1", .known(.learning)), ("", .missing),
    ("N/A", .missing),
    ("x", .known(nil)), ("Yes", .known(nil)), ("✓", .known(nil)), ("No", .none),
    ("Not at all", .none), ("No experience", .none), ("Not yet", .none),
    ("Not very confident", .known(.learning)), ("Some experience", .known(.learning)),
    ("Would like to learn", .sought), ("Interested in training", .sought),
    ("Expert", .known(.confident)), ("Could lead others", .known(.confident)),
    ("Can train others", .known(.confident)), ("Leads in school", .known(.leadsInSchool)),
    ("Lead", .known(.leadsInSchool)), ("Leads across schools", .known(.leadsAcrossSchools)),
    ("Trains others", .known(.trainsOthers)),
    ("G", .unreadable), ("Weekly", .unreadable), ("Room 12", .unreadable),
    ("Blue", .unreadable),
  ])
  func answers(text: String, answer: SkillAnswer) {
    #expect(SkillAnswer(text, on: SkillScale(["4"])) == answer)
  }

  /// On a scale of which the heading says that 1 means none, 1 is no knowledge; of five, two is little.
  @Test func scales() throws {
    #expect(SkillAnswer("1", on: SkillScale(["5"]), none: 1) == .none)
    #expect(SkillAnswer("2", on: SkillScale(["5"])) == .known(.learning))
    #expect(SkillAnswer("3", on: SkillScale(["5"])) == .known(.confident))
    let read = try imported([
      "skills audit.csv": """
      Name,Phonics (1 = none to 4 = expert),SEND (1 = none to 4 = expert)
      Amy Ball,1,4
      Ben Cole,3,1

      """
    ])
    #expect(
      skills(read) == ["Amy Ball,SEND,2", "Ben Cole,Phonics,2"])
  }

  /// The letters of a traffic light are its colours where nothing else is answered; the first heading may be empty.
  @Test func trafficLights() throws {
    let read = try imported([
      "audit.csv":
        ",Amy Ball,Ben Cole\nPhonics,G,A\nSEND,Red,Green\nTrauma-informed practice,,amber\n"
    ])
    #expect(
      skills(read) == [
        "Amy Ball,Phonics,2", "Ben Cole,Phonics,1", "Ben Cole,SEND,2",
        "Ben Cole,Trauma-informed practice,1",
      ])
    #expect(SkillAnswer("A", on: SkillScale(["B", "I", "A"])) == .unreadable)
  }

  /// What an answer means is told, kept in the mapping, and taken from there by the next import.
  @Test func answersAreDecided() throws {
    let read = try imported(["audit.csv": Self.wide])
    #expect(
      read.remarks.contains(
        "audit.csv: \"3\" and \"4\" are read as confident, \"1\" and \"2\" as learning. Where an answer means more, such as leads in school or trains others, write so under [levels] in import.txt."
      ))
    let text = read.mapping.text
    #expect(text.contains("Phonics = expertise in: Phonics\n"))
    #expect(text.contains("\n4 = confident\n"))
    let decided = text.replacing("\n4 = confident", with: "\n4 = trains others")
      .replacing("\n1 = learning", with: "\n1 = none")
    #expect(
      skills(try imported(["audit.csv": Self.wide], mapping: decided)) == [
        "Amy Ball,Phonics,5", "Ben Cole,SEND,2", "Cara Dean,SEND,1",
        "Cara Dean,Zones of regulation,5",
      ])
    #expect(throws: FormatError.self) {
      try ImportMapping(reading: text.replacing("\n4 = confident", with: "\n4 = boss"))
    }
  }

  @Test func whatCannotBeReadIsAsked() throws {
    let read = try imported([
      "skills.csv":
        "Name,School,Phonics,SEND\nAmy Ball,Ashby,Expert,Lapsed\nBen Cole,Ashby,Some,Expert\nCara Dean,Ashby,None,Some\nDan Ely,Ashby,Expert,Some\nEve Fox,Ashby,Some,Some\n"
    ])
    #expect(read.mapping.text.contains("Lapsed = ?"))
    #expect(
      read.remarks.contains(
        "skills.csv: \"Lapsed\" could not be read as a level and counts as not answered. Write what it means under [levels] in import.txt."
      ))
    #expect(skills(read).count == 8)
  }

  /// Whom somebody knows and how often they meet is no topic, nor are numbers that count something else.
  @Test(arguments: [
    "Timestamp,Your name,How well do you know each colleague? [Ben Cole],How well do you know each colleague? [Cara Dean]\n1,Amy Ball,Very well,A little\n2,Ben Cole,,Very well\n",
    "Name,School,FTE,Years of service\nAmy Ball,Oakfield,1,4\nBen Cole,Oakfield,1,2\n",
    "Name,School,Maths,English\nAmy Ball,Oakfield,12,8\nBen Cole,Oakfield,0,20\n",
    "Name,School,Phonics,Grade\nAmy Ball,Oakfield,3,2\nBen Cole,Oakfield,1,1\n",
  ])
  func noAudit(text: String) throws {
    #expect(skills(try imported(["staff.csv": text])).isEmpty)
  }

  /// One form may ask both; ties of an earlier import stay where none are asked for.
  @Test func besideTies() throws {
    let read = try imported([
      "form.csv": """
      Timestamp,Your name,Who do you turn to?,How well do you know phonics?,Confidence in SEND law
      1,Amy Ball,Ben Cole,Very well,Low
      2,Ben Cole,"Amy Ball, Cara Dean",A little,High
      3,Cara Dean,Amy Ball,Not at all,

      """
    ])
    #expect(
      skills(read) == [
        "Amy Ball,SEND law,1,self", "Amy Ball,phonics,2,self", "Ben Cole,SEND law,2,self",
        "Ben Cole,phonics,1,self",
      ])
    #expect(read.tieCount == 4)
    #expect(read.answers == 3)
  }
}
