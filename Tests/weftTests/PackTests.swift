import Foundation
import TestSupport
import Testing

@testable import Formats

private let harbour = packageFolder + "/Data/harbour-trust"

/// `weft pack`, as a governance officer runs it.
@Suite struct PackTests {
  /// The text of a paper in Word, paragraph by paragraph.
  private final class Words: XMLHandler {
    var text = ""
    func open(_ name: String, _ attributes: XMLAttributes, _ reader: XMLReader) {
      reader.wantsText = name == "t"
    }
    func close(_ name: String, _ reader: XMLReader) {
      if name == "t" { text += String(decoding: reader.takeText(), as: UTF8.self) }
      if name == "p" { text += "\n" }
    }
  }

  private func words(_ bytes: [UInt8]?, _ part: String = "word/document.xml") throws -> String {
    let words = Words()
    #expect(try ZipArchive(#require(bytes)).readXML(part, words))
    return words.text
  }

  private static let names: [(full: String, id: String)] = {
    let text = (try? String(contentsOfFile: harbour + "/people.csv", encoding: .utf8)) ?? ""
    var names: [(full: String, id: String)] = []
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if cells.count > 5, cells[0].hasPrefix("P") { names.append((full: cells[1], id: cells[0])) }
    }
    return names
  }()

  @Test func aFolderGetsAllThreeForms() throws {
    let folder = Workdir()
    let out = folder.path + "/pack"
    let first = weft(["pack", harbour, "-o", out, "--meeting", "Trust Board"])
    #expect(first.status == 0, "\(first.err)")
    #expect(folder.names("pack") == [".weft-files", "pack.docx", "pack.pdf", "pack.xlsx"])
    let bytes = ["docx", "pdf", "xlsx"].map { folder.bytes("pack/pack.\($0)") }
    // Again: the same bytes, in place of its own and nobody else's.
    #expect(weft(["pack", harbour, "-o", out, "--meeting", "Trust Board"]).status == 0)
    #expect(["docx", "pdf", "xlsx"].map { folder.bytes("pack/pack.\($0)") } == bytes)
    folder.write("pack/pack.docx", Array("mine".utf8))
    #expect(weft(["pack", harbour, "-o", out]).status == 73)
    #expect(folder.text("pack/pack.docx") == "mine")

    let text = try words(bytes[0])
    for line in [
      "Northgate Academy keeps to itself; two schools depend on one person",
      "Northgate Academy keeps to itself",
      "2% of its 144 contacts lead out. Other schools its size would have 34%.",
      "Two schools depend on one person", "Five of 68 partnerships need a look",
      "We cannot speak for Weir Lane Primary School",
      "11 of 18 staff at Weir Lane Primary School did not answer.",
      "How this was worked out", "What we do not know", "[name and role]",
    ] { #expect(text.contains(line), "\(line)") }
    #expect(Self.names.count > 600)
    for (name, id) in Self.names {
      #expect(!text.contains(name), "\(name) is named")
      #expect(!text.contains(id))
    }
    #expect(try words(bytes[0], "word/header1.xml").contains("Part A: may be published"))
    let sheets = try XLSXFile.sheets(ZipArchive(#require(bytes[2])))
    #expect(sheets.map(\.name).prefix(5) == ["silos", "people", "topics", "partners", "unknown"])
    #expect(sheets.map(\.name).contains("silos in full") && sheets.last?.name == "notes")
    for sheet in sheets {
      for row in 0..<sheet.rowCount {
        for cell in sheet.texts(row) {
          #expect(!Self.names.contains { $0.full == cell }, "\(cell)")
        }
      }
    }
  }

  @Test func partBIsMarkedAndForItsOwnerAlone() throws {
    let folder = Workdir()
    let out = weft(["pack", harbour, "-o", folder.path + "/b.docx", "--names", "full"])
    #expect(out.status == 0, "\(out.err)")
    let bytes = folder.bytes("b.docx")
    let text = try words(bytes)
    #expect(
      text.contains("Two schools depend on Peter Abbott") && text.contains("Delete after [date]."))
    #expect(!text.contains("What we do not know"))
    for part in ["word/header1.xml", "word/footer1.xml"] {
      #expect(try words(bytes, part).contains("Part B, confidential"), "\(part)")
    }
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/b.docx")
    #expect(mode[.posixPermissions] as? Int == 0o600)
  }

  @Test func theListSaysWhatIsStillToDo() {
    let bare = weft(["pack", harbour, "--check"])
    #expect(bare.status == 0 && bare.out.split(separator: "\n").count == 16)
    #expect(bare.out.contains(" 1  to do   The meeting is named: add --meeting"))
    #expect(bare.out.contains("10  passed  Part A names nobody"))
    #expect(bare.out.contains("15  passed  No measure’s name is in it"))
    let full = weft([
      "pack", harbour, "--check", "--meeting", "Trust Board", "--date", "3 December 2026",
      "--author",
      "A. Clerk", "--recommendation", "note the findings",
    ])
    #expect(full.out.ranges(of: "  to do   ").count == 2, "\(full.out)")
    #expect(full.out.contains(" 7  to do   Equality and money are filled in: fill in two brackets"))
  }

  @Test func whatIsAskedForIsMade() throws {
    let folder = Workdir()
    let short = weft(["pack", harbour, "-o", folder.path + "/s.docx", "--length", "short"])
    #expect(short.status == 0)
    let text = try words(folder.bytes("s.docx"))
    #expect(text.contains("Five things to know") && !text.contains("Finding 1"))
    let some = weft([
      "pack", harbour, "-o", folder.path + "/t.docx", "--sections", "partners,silos", "--figures",
      "none",
      "--marking", "OFFICIAL", "--purpose", "decision", "--recommendation", "agree <b>",
    ])
    #expect(some.status == 0, "\(some.err)")
    let two = try words(folder.bytes("t.docx"))
    #expect(two.contains("Two things to know") && two.contains("For decision"))
    #expect(two.contains("agree <b>") && !two.contains("Figure 1"))
    #expect(try words(folder.bytes("t.docx"), "word/header1.xml").contains("OFFICIAL"))
  }

  /// What depends on one person is drawn where something does, before and after, and nowhere else.
  @Test func whatDependsOnOnePersonIsDrawn() throws {
    func figures(_ folder: String, _ out: String) throws -> String {
      let place = Workdir()
      let made = weft([
        "pack", folder, "-o", place.path + out, "--sections", "people", "--figures", "people",
      ])
      #expect(made.status == 0, "\(made.err)")
      var xml: [UInt8] = []
      let isThere = try ZipArchive(#require(place.bytes(String(out.dropFirst()))))
        .read("word/document.xml") { part, count, _ in xml += part[..<count] }
      #expect(isThere)
      return String(decoding: xml, as: UTF8.self)
    }
    let drawn = try figures(harbour, "/a.docx")
    #expect(drawn.ranges(of: "<w:drawing>").count == 1)
    #expect(
      drawn.contains(
        "If one colleague in the central team left, Larkrise Primary School and Hillside Infant School would lose every tie to other schools"
      ))
    var ties = "from,to\n"
    for one in 0..<48 { ties += "P\(one),P\((one * 7 + 8) % 48)\nP\(one),P\((one + 11) % 48)\n" }
    let open = Workdir([
      "people.csv": Self.people(6, of: 8, extra: ""), "collaborations.csv": ties,
    ])
    #expect(try figures(open.path, "/b.docx").ranges(of: "<w:drawing>").isEmpty)
  }

  /// Of topics that have no room beside the finding, all that a page on its side holds stand on one.
  @Test func moreTopicsStandOnAPageOnItsSide() throws {
    let folder = Workdir()
    func made(_ further: [String]) throws -> String {
      let out = weft(
        ["pack", harbour, "-o", folder.path + "/t.docx", "--force", "--sections", "topics,unknown"]
          + further)
      #expect(out.status == 0, "\(out.err)")
      var xml: [UInt8] = []
      #expect(
        try ZipArchive(#require(folder.bytes("t.docx")))
          .read("word/document.xml") { part, count, _ in xml += part[..<count] })
      return String(decoding: xml, as: UTF8.self)
    }
    let text = try made([])
    #expect(text.ranges(of: "w:orient=\"landscape\"").count == 1)
    #expect(text.ranges(of: "<w:drawing>").count == 2)
    #expect(text.contains("Which school has somebody for which topic</w:t>"))
    #expect(!(try made(["--figures", "none"])).contains("landscape"))
    #expect(!(try made(["--length", "short"])).contains("landscape"))
  }

  /// What is counted is a number in a workbook; where one or two are meant the cell is empty and the row says so.
  @Test func aWorkbookCounts() throws {
    let folder = Workdir()
    let out = weft([
      "pack", harbour, "-o", folder.path + "/t.xlsx", "--sections", "people,topics",
    ])
    #expect(out.status == 0, "\(out.err)")
    let archive = try ZipArchive(#require(folder.bytes("t.xlsx")))
    let sheets = try XLSXFile.sheets(archive)
    let people = try #require(sheets.first { $0.name == "people" })
    #expect(
      people.texts(0) == [
        "Without", "Contacts", "Across", "Schools cut off", "Out of reach", "status",
      ])
    #expect(people.texts(1).prefix(3) == ["Central team, 1", "25", "22"])
    #expect(people.texts(3).dropFirst(2) == ["", "none", "0.01577263335272527", "Across: 1–2"])
    // A number is no text of the shared kind.
    var xml: [UInt8] = []
    #expect(
      try archive.read("xl/worksheets/sheet1.xml") { part, count, _ in xml += part[..<count] })
    let text = String(decoding: xml, as: UTF8.self)
    #expect(text.contains("<v>25</v>") && text.contains("<v>22</v>"))
    let topics = try #require(sheets.first { $0.name == "topics" })
    for row in 1..<topics.rowCount {
      #expect(topics.texts(row).dropFirst(2).prefix(1).allSatisfy { $0.isEmpty || Int($0) != nil })
    }
  }

  @Test(
    arguments: [
      ([], 64), (["-o", ""], 64), (["--check", "--sections", "moon"], 64),
      (["--check", "--meeting", "two\nlines"], 64), (["--check", "--length", "long"], 64),
    ] as [([String], Int32)])
  func mistakesAreToldBeforeAnyWork(_ options: [String], _ status: Int32) {
    let folder = Workdir()
    #expect(weft(["pack", harbour] + options, in: folder.path).status == status)
  }

  @Test func aFileOfSomebodyElsesStays() {
    let folder = Workdir(["mine.docx": "mine", "mine.pdf": "mine"])
    for name in ["mine.docx", "mine.pdf"] {
      #expect(weft(["pack", harbour, "-o", name], in: folder.path).status == 73)
      #expect(folder.text(name) == "mine")
    }
    // Its own PDF bears a seal.
    for _ in 0..<2 {
      #expect(
        weft(["pack", harbour, "-o", "own.pdf", "--length", "short"], in: folder.path).status == 0)
    }
  }

  /// Names from files that would act on paper, sheet or page, and a trust that says hardly anything.
  @Test func hostileNamesAndEmptyFilesMakeAPaper() throws {
    let hostile = ["=1+1", "<b>x</b>", "]]>", "\u{202E}abc", String(repeating: "w", count: 200)]
    let quoted = hostile.map { "\"\($0)\"" }
    let people = (1...40).map { "P\($0),N\($0),\(quoted[$0 % 5])" }
    let ties = (1...40).flatMap { one in [1, 5, 7].map { "P\(one),P\((one + $0 - 1) % 40 + 1)" } }
    let folder = Workdir([
      "people.csv": "id,name,school\n" + people.joined(separator: "\n") + "\n",
      "collaborations.csv": "from,to\n" + ties.joined(separator: "\n") + "\n",
    ])
    let out = weft(["pack", folder.path, "-o", folder.path + "/pack", "--author", "=1+1 <b>"])
    #expect(out.status == 0, "\(out.err)")
    let text = try words(folder.bytes("pack/pack.docx"))
    #expect(text.contains("We do not know who knows what") && text.contains("=1+1"))
    #expect(!text.contains("\u{202E}"))
    let pdf = String(decoding: folder.bytes("pack/pack.pdf") ?? [], as: Unicode.ASCII.self)
    #expect(pdf.hasPrefix("%PDF-1.7") && !pdf.contains("/URI"))
    #expect(try !XLSXFile.sheets(ZipArchive(#require(folder.bytes("pack/pack.xlsx")))).isEmpty)
  }

  // MARK: What is said where little is known

  /// The five things of a made trust: headlines, and what stands under them.
  private func fiveThings(_ files: [String: String]) throws -> [String] {
    let folder = Workdir(files)
    let out = weft(["pack", folder.path, "-o", "p.docx", "--figures", "none"], in: folder.path)
    #expect(out.status == 0, "\(out.err)")
    let lines = try words(folder.bytes("p.docx")).split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex(of: "Five things to know"))
    let end = try #require(lines.firstIndex(of: "Contents"))
    return Array(lines[start..<end])
  }

  private static func people(_ groups: Int, of size: Int, extra: String = "") -> String {
    "id,name,school,responded\n"
      + (0..<groups * size).map { "P\($0),N\($0),S\($0 / size),yes\n" }.joined() + extra
  }

  /// Without a contact nobody can say that no school depends on one person.
  @Test func withoutContactsNothingDependsOnNobody() throws {
    let things = try fiveThings([
      "people.csv": Self.people(6, of: 8), "collaborations.csv": "from,to\nP1,X1\nP9,X1\n",
      "partners.csv": "id,name\nX1,Museum\n",
    ])
    #expect(things.contains("Nothing can be said of who holds schools together"))
    #expect(things.contains("No contact between two schools is on record."))
    #expect(things.contains { $0.hasPrefix("Ask people whom they work with.") })
    #expect(!things.contains { $0.contains("depends on one person") })
  }

  /// Of smaller schools nothing is said, and the headline says so; where nothing could have been found, it is no certainty that nothing was.
  @Test func whatIsSaidOfNoneSaysOfWhom() throws {
    var ties = "from,to\n"
    for one in 0..<48 { ties += "P\(one),P\((one * 7 + 8) % 48)\nP\(one),P\((one + 11) % 48)\n" }
    ties += "Q1,P1\nQ2,P9\n"
    let things = try fiveThings([
      "people.csv": Self.people(6, of: 8, extra: "Q1,M1,T,yes\nQ2,M2,T,yes\n"),
      "collaborations.csv": ties,
    ])
    #expect(things.contains("No school that may be shown depends on one person"))
    let place = try #require(
      things.firstIndex(of: "No school that may be shown is found to keep to itself"))
    #expect(
      things[place + 2].hasPrefix("○○○ ") || things[place + 2].contains("would have been found"))
    #expect(!things[place + 2].hasPrefix("●●●"))
  }

  /// Dates that cannot be read are on record all the same.
  @Test func datesThatCannotBeReadAreNotMissing() throws {
    let things = try fiveThings([
      "people.csv": Self.people(6, of: 8), "collaborations.csv": "from,to\nP1,P9\nP2,P17\n",
      "partners.csv": "id,name\nX1,Museum\n",
      "partnerships.csv":
        "partner,with,review_due\nX1,S1,spring\nX1,S2,in the summer\nX1,trust,soon\n",
    ])
    #expect(things.contains("Three review dates could not be read."))
  }
}
