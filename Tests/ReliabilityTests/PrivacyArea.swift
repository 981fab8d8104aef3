import Foundation
import Intake
import Networks
import Documents
import Sections
import Testing

/// Area 21: whether somebody may be mentioned is decided before anything else is said of a row.
///
/// Each case is one row with a fault, which mentions somebody withheld; nothing that is said or written of it may tell of them. The same
/// row about somebody who may be named must be told of, so that no case passes by saying nothing at all.
struct WithheldCase: Sendable, CustomTestStringConvertible {
  let kind: Kind
  let mention: Mention
  let fault: Fault

  var testDescription: String { "\(kind.rawValue), \(mention.rawValue), \(fault.name)" }

  /// How somebody came to be withheld.
  enum Kind: String, CaseIterable {
    case hidden, excluded
    case misspeltHidden = "misspelt hidden"
    case misspeltExcluded = "misspelt excluded"
    case unknownWord = "a word that is no visibility"
    case notRecorded = "not recorded"
    case hiddenInOneOfTwoRows = "hidden in one of two rows"
    case excludedInOneOfTwoRows = "excluded in one of two rows"
    case hiddenUnderTheIdInCapitals = "hidden under the id in capitals"
    case hiddenByAddress = "hidden in a row with the same address"
    case tooManyCells = "hidden in a row with too many cells"
    case commaInName = "hidden in a row that a comma in the name shifts"
    case openQuote = "excluded in a row with an open quote"
    case misspeltHeading = "hidden under a misspelt heading"

    /// The rows of people.csv about the person: id, name, school, e-mail, visibility.
    var rows: [String] {
      let (id, name, mail) = (Person.id, Person.name, Person.mail)
      func row(_ word: String) -> String { "\(id),\(name),S1,\(mail),\(word)" }
      return switch self {
      case .hidden, .misspeltHeading: [row("hidden")]
      case .excluded: [row("Excluded")]
      case .misspeltHidden: [row("Hiden")]
      case .misspeltExcluded: [row("exclded")]
      case .unknownWord: [row("please do not show")]
      case .notRecorded: [row("not recorded")]
      case .hiddenInOneOfTwoRows: [row("listed"), "\(id),\(name),S2,,no"]
      case .excludedInOneOfTwoRows: [row("yes"), "\(id),\(name),,,exclude"]
      case .hiddenUnderTheIdInCapitals: [row(""), "\(id.uppercased()),\(name),S2,,hidden"]
      case .hiddenByAddress: [row(""), "X9,\(name),S2,\(mail),hidden"]
      case .tooManyCells: [row("hidden") + ",p1,2020-01-01,too,many"]
      case .commaInName: ["\(id),Hidmark, Quilla,S1,\(mail),hidden,p1,2020-01-01"]
      case .openQuote: [row("excluded,\"never closed")]
      }
    }
  }

  /// Whom the cases withhold.
  enum Person {
    static let id = "qhida"
    static let name = "Quilla Hidmark"
    static let mail = "q.hidmark@secret.org"
  }

  /// How a row mentions them.
  enum Mention: String, CaseIterable {
    case id, name, mail
    case idInCapitals = "the id in capitals"
    case nameInCapitals = "the name in capitals"
    case spacesAround = "spaces around"
    case spacesInside = "two spaces inside"
    case lastNameFirst = "last name first"
    case title = "a title and the last name"
    case initial = "an initial and the last name"
    case kindBefore = "the kind before the id"
    case letterMissing = "a letter missing from the name"
    case letterMore = "a letter after the id"
    case zeroWidth = "an invisible character inside"
    case wideLetters = "wide letters"
    case cyrillic = "letters that look alike"
    case accent = "an accent"
    case inBrackets = "in brackets after another name"

    var text: String {
      switch self {
      case .id: "qhida"
      case .name: "Quilla Hidmark"
      case .mail: "q.hidmark@secret.org"
      case .idInCapitals: "QHIDA"
      case .nameInCapitals: "QUILLA HIDMARK"
      case .spacesAround: "  qhida  "
      case .spacesInside: "Quilla  Hidmark"
      case .lastNameFirst: "Hidmark Quilla"
      case .title: "Ms Hidmark"
      case .initial: "Q. Hidmark"
      case .kindBefore: "person:qhida"
      case .letterMissing: "Quilla Hidmar"
      case .letterMore: "qhidax"
      case .zeroWidth: "Quilla Hid\u{200B}mark"
      case .wideLetters: "ｑｈｉｄａ"
      case .cyrillic: "Quill\u{430} Hidm\u{430}rk"
      case .accent: "Quilla Hídmark"
      case .inBrackets: "Somebody (Quilla Hidmark)"
      }
    }
  }

  /// What else is wrong with the row, in which file; `@` stands for the mention, and FAULT in a cell that must not be told either.
  struct Fault: Sendable {
    let name: String
    let file: String
    let header: String
    let row: String

    init(_ name: String, _ file: String, _ header: String, _ row: String) {
      self.name = "\(name) in \(file)"
      self.file = file
      self.header = header
      self.row = row
    }
  }

  static let faults: [Fault] = [
    Fault("unknown depth", "collaborations.csv", "from,to,depth", "@,p1,FAULT"),
    Fault("unknown depth, other end", "collaborations.csv", "from,to,depth", "p1,@,FAULT"),
    Fault("no number", "collaborations.csv", "from,to,strength", "@,p1,FAULT"),
    Fault("strength of 0", "collaborations.csv", "from,to,strength,note", "@,p1,0,FAULT"),
    Fault("unknown direction", "collaborations.csv", "from,to,direction", "@,p1,FAULT"),
    Fault("no date", "collaborations.csv", "from,to,started", "@,p1,FAULT"),
    Fault("no such day", "collaborations.csv", "from,to,started,note", "@,p1,2026-02-31,FAULT"),
    Fault("tied to itself", "collaborations.csv", "from,to,note", "@,@,FAULT"),
    Fault("unknown other end", "collaborations.csv", "from,to", "@,FAULT"),
    Fault("several ids", "collaborations.csv", "from,to,note", "@;p2,p1,FAULT"),
    Fault("unknown in a group", "collaborations.csv", "members,note", "@;p1;p2;FAULT,x"),
    Fault("lone member", "collaborations.csv", "members,note", "@;FAULT,x"),
    Fault("ends and members", "collaborations.csv", "from,to,members,note", "@,p1,p1;p2,FAULT"),
    Fault("too many cells", "collaborations.csv", "from,to,note", "@,p1,FAULT,more"),
    Fault("open quote", "collaborations.csv", "from,to,note", "@,p1,\"FAULT"),
    Fault("text after a quote", "collaborations.csv", "from,to,note", "@,p1,\"FAULT\"x"),
    Fault("formula", "collaborations.csv", "from,to,note", "@,p1,=FAULT()"),
    Fault("reported by", "collaborations.csv", "from,to,reported_by,depth", "p1,p2,@,FAULT"),
    Fault("a note", "collaborations.csv", "from,to,note,depth", "p1,p2,thanks to @,FAULT"),
    Fault("misspelt topic", "expertise.csv", "person,topic,note", "@,Phonicz,FAULT"),
    Fault("unknown level", "expertise.csv", "person,topic,level", "@,Phonics,FAULT"),
    Fault("unknown evidence", "expertise.csv", "person,topic,evidence", "@,Phonics,FAULT"),
    Fault("signs for a topic", "expertise.csv", "person,topic,note", "@,?,FAULT"),
    Fault("no date", "expertise.csv", "person,topic,date", "@,Phonics,FAULT"),
    Fault("unknown event", "attendance.csv", "event,person", "FAULT,@"),
    Fault("neither yes nor no", "attendance.csv", "event,person,attended", "E1,@,FAULT"),
    Fault("too many cells", "attendance.csv", "event,person", "E1,@,FAULT"),
    Fault(
      "no score", "ratings.csv", "partner,with,side,item,score,rater", "X1,S1,ours,power,FAULT,@"),
    Fault("no side", "ratings.csv", "partner,with,side,item,score,rater", "X1,S1,FAULT,power,3,@"),
    Fault(
      "unknown partner", "ratings.csv", "partner,with,side,item,score,rater",
      "FAULT,S1,ours,power,3,@"),
    Fault("unknown level", "partnerships.csv", "partner,with,lead,level", "X1,S1,@,FAULT"),
    Fault("no agreement", "partnerships.csv", "partner,with,lead,agreement", "X1,S1,@,FAULT"),
    Fault("unknown side", "partnerships.csv", "partner,with,lead", "X1,FAULT,@"),
    Fault("unknown lead", "teams.csv", "id,name,lead,note", "T9,Team,@,FAULT"),
    Fault("same id twice", "teams.csv", "id,name,lead,note,a", "T1,Team,@,FAULT,\nT1,Team,p1,b,c"),
    Fault("same id twice", "goals.csv", "id,statement,owner,a", "G1,FAULT,@,\nG1,Better,p1,c"),
    Fault("no number", "goals.csv", "id,statement,owner,target", "G9,Better,@,FAULT"),
    Fault("unknown parent", "goals.csv", "id,statement,owner,parent", "G9,Better,@,FAULT"),
    Fault("no date", "stories.csv", "id,title,who,date", "S9,Story,@,FAULT"),
    Fault("same id twice", "stories.csv", "id,title,who,a", "S1,FAULT,@,\nS1,Story,p1,c"),
    Fault("no date", "ideas.csv", "id,idea,origin,carried_by,date", "I9,Idea,@,@,FAULT"),
    Fault("unknown adopter", "ideas.csv", "id,idea,origin,adopted_by", "I9,Idea,@,FAULT"),
    Fault("neither yes nor no", "needs.csv", "id,need,from,met", "N9,Need,@,FAULT"),
    Fault("unknown goal", "needs.csv", "id,need,asked_of,goal", "N9,Need,@,FAULT"),
    Fault("unknown goal", "decisions.csv", "id,decision,affects,goal", "D9,Do,@,FAULT"),
    Fault("no date", "decisions.csv", "id,decision,decided_by,consulted,date", "D9,Do,@,@,FAULT"),
    Fault("same id twice", "people.csv", "", "p1,FAULT,,,,@"),
    Fault("too many cells", "people.csv", "", "p9,Pat,S1,,,@,,FAULT"),
    Fault("no date", "people.csv", "", "p9,Pat,S1,,,@,FAULT"),
  ]

  /// Every fault with every kind, the mentions taken in turn; and every mention with some faults of each file.
  static let cases: [WithheldCase] = {
    var cases: [WithheldCase] = []
    for (place, kind) in Kind.allCases.enumerated() {
      for (number, fault) in faults.enumerated() {
        let mention = Mention.allCases[(place * 7 + number) % Mention.allCases.count]
        cases.append(WithheldCase(kind: kind, mention: mention, fault: fault))
      }
    }
    return cases
  }()

  // MARK: - Checking

  /// The workspace with the row in it.
  private func files(person: [String], mention: String) -> [String: String] {
    let heading = kind == .misspeltHeading ? "Visiblity" : "visibility"
    var files = [
      "people.csv": "id,name,school,email,\(heading),manager,started\n"
        + "p1,Ann Lee,S1,,,,2020-01-01\np2,Bo Ray,S2,,,,\np3,Cy Day,S1,,,,\np4,Di Fox,S2,,,,\n"
        + person.map { $0 + "\n" }.joined(),
      "collaborations.csv": "from,to\np1,p2\np2,p3\np3,p4\np1,p4\n",
      "partners.csv": "id,name\nX1,Clinic\n", "events.csv": "id,name\nE1,Meeting\n",
      "schools.csv": "id,name\nS1,Alder\nS2,Birch\n",
    ]
    let row = fault.row.replacing("@", with: mention) + "\n"
    switch fault.file {
    case "people.csv": files[fault.file, default: ""] += row
    case "collaborations.csv":
      let sound = ["p2", "p3", "p4"].map { Self.tie($0, fault.header) + "\n" }.joined()
      files[fault.file] = fault.header + "\n" + sound + row
    default: files[fault.file] = fault.header + "\n" + row
    }
    return files
  }

  /// A row about which nothing is wrong.
  private static func tie(_ end: String, _ header: String) -> String {
    let headings = header.split(separator: ",")
    return headings.map { heading in
      switch heading {
      case "from": "p1"
      case "to": end
      case "members" where !headings.contains("from"): "p1;\(end)"
      default: ""
      }
    }.joined(separator: ",")
  }

  /// All that is said and written of a workspace.
  private static func said(_ files: [String: String]) -> String {
    let input = InputFolder(name: "w", files: files.mapValues { Array($0.utf8) })
    var (ledger, said) = (Ledger(), "")
    var network: Network?
    do {
      let read = try readNetwork(input)
      (network, ledger) = (read.network, read.ledger)
    } catch {
      ledger = error.ledger
      said += error.description
    }
    let report = LedgerReport(ledger, network: network)
    said += report.text(atMost: 1_000) + report.problems.csv + report.json.json
    for account in ledger.accounts { #expect(account.balances) }
    do {
      for file in try setAsideRows(ledger, input, options: IntakeOptions()) {
        said += String(decoding: file.bytes, as: UTF8.self)
      }
    } catch {
      said += error.description
    }
    return said
  }

  func check() {
    let said = Self.said(files(person: kind.rows, mention: mention.text)).lowercased()
    let secrets = [
      "qhida", "hidmar", "quill", "secret", "fault", "ｑｈｉｄａ", "hídm", trimmed(mention.text),
    ]
    for secret in secrets.map({ $0.lowercased() }) {
      #expect(!said.contains(secret), "\(testDescription): \(Self.around(secret, said))")
    }
    // Of somebody who may be named, the same row is told.
    let open = Self.said(files(person: ["qopen,Olive Openmark,S1,,"], mention: "qopenx"))
    #expect(
      open.contains("FAULT") || open.contains("qopenx"), "\(testDescription): nothing is told")
  }

  private static func around(_ key: String, _ text: String) -> String {
    guard let range = text.range(of: key) else { return "" }
    return String(text[..<range.lowerBound].suffix(120) + text[range.lowerBound...].prefix(60))
  }
}

@Suite struct PrivacyArea {
  @Test(arguments: WithheldCase.cases) func withheld(_ one: WithheldCase) { one.check() }
}
