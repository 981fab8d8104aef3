import ArgumentParser
@testable import Commands
import Formats
import Foundation
@testable import Server
import TestSupport
import Testing

/// Files are loaded through the pages: looked at first, then loaded, then taken back, and nothing is lost on the way.
@Suite struct LoadingTests {
  /// A trust of its own with a server.
  private final class Desk {
    let folder = Workdir()
    let server: TrustServer
    static let host = "127.0.0.1:8080"

    init(_ options: [String] = [], files: [String: String]? = nil) throws {
      let path = folder.path + "/t"
      if files == nil { _ = weft(["sample", path, "--people", "300", "--ties", "1200"]) }
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for (name, text) in files ?? [:] { folder.write("t/" + name, Array(text.utf8)) }
      let parsed = try ServeOptions.parse([path] + options)
      server = TrustServer(
        try ServedTrust(parsed), folder: path,
        door: Door(key: "k", pass: "p", port: 8080, formKey: "f")
      ) { () throws(Failure) in try ServedTrust(parsed) }
    }

    func get(_ target: String) async -> Answer {
      await server.answer(Asking("GET", target, ["host": Self.host, "cookie": "weft=p"]))
    }

    func page(_ target: String) async -> String {
      String(decoding: await get(target).body, as: UTF8.self)
    }

    func post(
      _ target: String, _ files: [(String, String)] = [], key: String = "f",
      _ more: [String: String] = [:], fields: [String: String] = [:],
      bytes files2: [(String, [UInt8])] = []
    ) async -> Answer {
      var body: [UInt8] = []
      for (name, value) in fields.merging(["key": key], uniquingKeysWith: { $1 }) {
        body += Array(
          "--bo\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
      }
      for (name, bytes) in files.map({ ($0.0, Array($0.1.utf8)) }) + files2 {
        let head =
          "--bo\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(name)\"\r\nContent-Type: text/csv\r\n\r\n"
        body += Array(head.utf8) + bytes + [13, 10]
      }
      body += Array("--bo--\r\n".utf8)
      var headers = [
        "host": Self.host, "cookie": "weft=p", "origin": "http://\(Self.host)",
        "content-type": "multipart/form-data; boundary=bo",
      ]
      for (name, value) in more { headers[name] = value.isEmpty ? nil : value }
      return await server.answer(
        Asking("POST", target, headers, bodySize: body.count, body: body))
    }

    func text(_ name: String) -> String { folder.text("t/" + name) ?? "" }

    /// Without the key that is made on first use.
    var names: [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/t")) ?? [])
        .filter { $0 != "weft.key" }.sorted()
    }
  }

  /// people.csv with one colleague fewer, one more, and two whose role changed.
  private func changed(_ people: String) -> (text: String, gone: String, renamed: [String]) {
    var lines = people.split(separator: "\n").map(String.init)
    let head = lines[0].split(separator: ",").map(String.init)
    let role = head.firstIndex(of: "role") ?? 0
    let gone = lines.remove(at: 5).split(separator: ",")[1]
    var renamed: [String] = []
    for row in [8, 9] {
      var cells = lines[row].split(separator: ",", omittingEmptySubsequences: false).map(
        String.init)
      cells[role] = "Keeper of bees"
      renamed.append(cells[1])
      lines[row] = cells.joined(separator: ",")
    }
    var fresh = lines[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    (fresh[0], fresh[1]) = ("P9999", "Zuleika Novak")
    lines.append(fresh.joined(separator: ","))
    return (lines.joined(separator: "\n") + "\n", String(gone), renamed)
  }

  @Test func filesAreLookedAtLoadedAndTakenBack() async throws {
    let desk = try Desk()
    let before = desk.text("people.csv")
    let (after, gone, renamed) = changed(before)
    let names = desk.names
    #expect(await desk.post("/load", [("people.csv", after)]).header("Location") == "/load.html")
    // Looked at alone: nothing is written.
    #expect(desk.names == names && desk.text("people.csv") == before)
    let preview = await desk.page("/load.html")
    #expect(preview.contains("rows: 1 new, 1 gone and 2 changed"))
    for words in ["Zuleika Novak", gone] + renamed + ["Keeper of bees"] {
      #expect(preview.contains(words.replacingOccurrences(of: "'", with: "&#39;")), "\(words)")
    }
    #expect(await desk.post("/apply").header("Location") == "/data.html")
    #expect(desk.text("people.csv") == after)
    let kept = try #require(desk.names.first { $0.hasPrefix("people.csv.before-") })
    #expect(desk.text(kept) == before)
    #expect(desk.names == (names + [kept]).sorted())
    #expect(await desk.page("/data.html").contains(kept))
    // Ties of the one who is gone are set aside.
    #expect(weft(["check", desk.folder.path + "/t"]).status == 65)
    // A second yes does nothing more.
    #expect(await desk.post("/apply").header("Location") == "/data.html")
    #expect(desk.names == (names + [kept]).sorted())
    #expect(await desk.post("/undo").header("Location") == "/data.html")
    #expect(desk.text("people.csv") == before)
    let aside = try #require(desk.names.first { $0.hasPrefix("people.csv.taken-back-") })
    #expect(desk.text(aside) == after && desk.names == (names + [aside]).sorted())
    #expect(await !desk.page("/data.html").contains("Undo"))
  }

  @Test func aNewFileComesAndGoes() async throws {
    let desk = try Desk()
    try FileManager.default.removeItem(atPath: desk.folder.path + "/t/goals.csv")
    let names = desk.names
    let goals = "id,statement\nG1,Every pupil reads\n"
    _ = await desk.post("/load", [("C:\\Users\\me\\goals.csv", goals)])
    #expect(await desk.page("/load.html").contains("1 row, in a file that is new"))
    _ = await desk.post("/apply")
    #expect(desk.text("goals.csv") == goals)
    #expect(await desk.page("/goals.html").contains("Every pupil reads"))
    _ = await desk.post("/undo")
    #expect(desk.names.filter { !$0.hasPrefix("goals.csv.taken-back-") } == names)
  }

  @Test func whatIsWrongIsToldBeforeItIsLoaded() async throws {
    let desk = try Desk()
    let people = desk.text("people.csv")
    let names = desk.names
    let cases: [(files: [(String, String)], words: String)] = [
      ([], "No file was chosen."),
      ([("holiday.png", "x")], "could be recognised"),
      ([("answers.xlsx", "PK\u{3}\u{4}nothing")], "answers.xlsx"),
      ([("people.csv", "")], "people.csv"),
      ([("people.csv", "nothing,here\n1,2\n")], "people.csv"),
      ([("people.csv", people), ("staff.csv", people)], "Two of the files are people.csv"),
    ]
    for (files, words) in cases {
      let answer = await desk.post("/load", files)
      #expect(answer.status == 422, "\(words)")
      #expect(String(decoding: answer.body, as: UTF8.self).contains(words), "\(words)")
      #expect(await desk.get("/load.html").status == 303)
    }
    // Rows that cannot be used are counted, and the button says that they stay out.
    let ties = desk.text("collaborations.csv") + "P0001,P0001,,,,,,\n"
    _ = await desk.post("/load", [("collaborations.csv", ties)])
    let preview = await desk.page("/load.html")
    #expect(preview.contains("Load collaborations.csv, leaving out "), "\(preview.suffix(900))")
    #expect(desk.names == names)
  }

  /// What changed after somebody looked is not overwritten.
  @Test func aFileThatChangedMeanwhileStays() async throws {
    let desk = try Desk()
    let (after, _, _) = changed(desk.text("people.csv"))
    _ = await desk.post("/load", [("people.csv", after)])
    let third = desk.text("people.csv") + "P8888,Somebody Else,,,,\n"
    desk.folder.write("t/people.csv", Array(third.utf8))
    let names = desk.names
    let answer = await desk.post("/apply")
    #expect(answer.status == 503)
    #expect(String(decoding: answer.body, as: UTF8.self).contains("Somebody changed"))
    #expect(desk.text("people.csv") == third && desk.names == names)
  }

  @Test func twoFilesAreLoadedTogetherOrNotAtAll() async throws {
    let desk = try Desk()
    let (people, _, _) = changed(desk.text("people.csv"))
    let (before, ties) = (desk.text("people.csv"), desk.text("collaborations.csv"))
    _ = await desk.post(
      "/load",
      [("people.csv", people), ("collaborations.csv", ties.replacing(/P0002/, with: "P9999"))])
    desk.folder.write("t/collaborations.csv", Array((ties + "\n").utf8))
    #expect(await desk.post("/apply").status == 503)
    #expect(desk.text("people.csv") == before && desk.text("collaborations.csv") == ties + "\n")
  }

  /// Browsers that tell nobody where somebody was write null for the origin, and that it was here beside it.
  @Test func aFormFromHereIsTaken() async throws {
    let desk = try Desk()
    for headers in [
      ["origin": "null", "sec-fetch-site": "same-origin"],
      ["origin": "", "sec-fetch-site": "same-origin"],
    ] {
      #expect(
        await desk.post("/load", [("people.csv", desk.text("people.csv"))], key: "f", headers)
          .header(
            "Location") == "/load.html")
    }
    for headers in [
      ["origin": "null", "sec-fetch-site": "same-site"],
      ["origin": "null", "sec-fetch-site": "none"],
      ["sec-fetch-site": "cross-site"],
    ] {
      #expect(
        await desk.post("/load", [("people.csv", desk.text("people.csv"))], key: "f", headers)
          .status == 403)
    }
  }

  /// A form of another page, without the key of ours, or by somebody outside.
  @Test(arguments: [
    ["origin": "http://evil.example"], ["origin": "null"], ["origin": "http://127.0.0.1:8081"],
    ["origin": "https://127.0.0.1:8080"], ["origin": ""], ["cookie": ""], ["cookie": "weft=q"],
    ["host": "evil.example:8080"], ["content-type": "text/plain"],
    ["origin": "", "sec-fetch-site": "cross-site"],
    ["content-type": "multipart/form-data"], ["content-type": "multipart/form-data; boundary=no"],
  ])
  func formsOfOthersChangeNothing(headers: [String: String]) async throws {
    let desk = try Desk()
    let before = (desk.names, desk.text("people.csv"))
    let (after, _, _) = changed(before.1)
    for target in ["/load", "/apply", "/undo", "/discard"] {
      let answer = await desk.post(target, [("people.csv", after)], headers)
      #expect([403, 421].contains(answer.status), "\(target) \(headers): \(answer.status)")
    }
    _ = await desk.post("/load", [("people.csv", after)])
    for key in ["", "g", "ff"] {
      #expect(await desk.post("/apply", key: key).status == 403)
    }
    #expect(desk.names == before.0 && desk.text("people.csv") == before.1)
  }

  /// A process that is just being started has every open file for a moment; a lock ends with whoever asked for it.
  @Test func aLockEndsWithItsFolder() throws {
    let place = Workdir().path
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    var copy: Int32 = -1
    defer { close(copy) }
    do {
      let folder = try Folder(place)
      try folder.lock()
      copy = dup(folder.descriptor)
      let other = try Folder(place)
      #expect(throws: SystemError.self) { try other.lock() }
    }
    try Folder(place).lock()
  }

  /// Answers of a form are read as weft import reads them, may be matched otherwise, and wait for decisions on names.
  @Test(arguments: [true, false])
  func answersOfAFormAreReadMatchedAndLoaded(isWorkbook: Bool) async throws {
    let desk = try Desk()
    let people = desk.text("people.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }.filter { $0.count > 8 && $0[0].hasPrefix("P") && $0[8].isEmpty }
    let names = people.map { $0[1] }
    // Names that one person alone has.
    let sure = people.filter { person in names.count { $0 == person[1] } == 1 }.prefix(12)
    let heads = ["Start time", "Email", "Name", "Who do you go to for advice?", "Shoe size"]
    var rows: [[String]] = []
    for (place, person) in sure.enumerated() {
      var others = [sure[(place + 1) % sure.count][1], sure[(place + 5) % sure.count][1]]
      if place == 0 { others.append("Nemo Nowhere") }
      rows.append([
        "2026-11-20 10:00", person[5], person[1], others.joined(separator: ";") + ";", "42",
      ])
    }
    let before = (desk.text("people.csv"), desk.text("collaborations.csv"))
    if isWorkbook {
      let book = try workbook([
        OutSheet(name: "Form1", headings: heads, rows: rows.map { $0.map { .text($0) } })
      ])
      #expect(
        await desk.post("/load", bytes: [("answers.xlsx", book)]).header("Location")
          == "/load.html")
    } else {
      let text = ([heads] + rows).map { $0.map { "\"\($0)\"" }.joined(separator: ",") }
      #expect(
        await desk.post("/load", [("answers.csv", text.joined(separator: "\n") + "\n")])
          .header("Location") == "/load.html")
    }
    let first = await desk.page("/load.html")
    #expect(first.contains("1 tie waits for a decision below"))
    #expect(first.contains("<label for=\"n0\">Nemo Nowhere</label>"))
    #expect(first.contains("New: 24"))
    let shoe = try #require(
      first.firstMatch(of: /<label for="(t0c\d+)">Shoe size<\/label>/).map { String($0.output.1) })
    #expect(first.contains("name=\"\(shoe)\""))
    #expect(
      await desk.post("/match", fields: ["n0": "nobody", shoe: "not used"]).header("Location")
        == "/load.html")
    let second = await desk.page("/load.html")
    #expect(!second.contains("for a decision below"))
    // What is not offered is not taken.
    _ = await desk.post("/match", fields: ["n0": "P0001", shoe: "salary", "t0": "nonsense"])
    #expect(await desk.page("/load.html") == second)
    #expect((desk.text("people.csv"), desk.text("collaborations.csv")) == before)
    #expect(await desk.post("/apply").header("Location") == "/data.html")
    let ties = desk.text("collaborations.csv").split(separator: "\n")
    #expect(ties.count == 25 && ties.dropFirst().allSatisfy { $0.contains("advice") })
    #expect(!desk.text("people.csv").contains("Shoe size"))
    #expect(desk.text("import.txt").contains("Nemo Nowhere = nobody"))
    // Next time the same questions are answered already.
    _ = await desk.post("/undo")
    #expect((desk.text("people.csv"), desk.text("collaborations.csv")) == before)
    #expect(desk.text("import.txt").isEmpty)
  }

  /// What a colleague said of a tie is theirs, whichever end they wrote first.
  @Test func whatAColleagueReportedIsTheirs() async throws {
    let desk = try Desk(files: [
      "people.csv": "id,name,school\nA1,Ann Lee,S\nB2,Bo Ray,S\nC3,Cy Day,S\n",
      "collaborations.csv":
        "from,to,depth,note,reported_by\nA1,B2,3,so kind,B2\nA1,C3,4,her own,A1\nA1,B2,2,said first,\n",
    ])
    let ann = String(decoding: await desk.get("/my-data.csv?who=A1").body, as: UTF8.self)
    #expect(ann.contains("her own") && ann.contains("said first") && !ann.contains("so kind"))
    #expect(ann.contains("Bo Ray (B2)"))
    let bo = String(decoding: await desk.get("/my-data.csv?who=B2").body, as: UTF8.self)
    #expect(bo.contains("so kind") && !bo.contains("said first"))
  }

  /// What is held of one person is shown whole, may be corrected and hidden, and names nobody who may not be named.
  @Test func whatIsHeldOfAPersonIsShownAndChanged() async throws {
    let desk = try Desk()
    let lines = desk.text("people.csv").split(separator: "\n")
    let cells = lines[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let (id, name) = (cells[0], cells[1])
    #expect(await desk.page("/my-data.html").contains("What is held about one colleague"))
    let page = await desk.page("/my-data.html?who=\(id)")
    #expect(page.contains("What is held about \(name)"))
    for cell in cells.dropFirst() where !cell.isEmpty { #expect(page.contains(cell)) }
    for line in desk.text("expertise.csv").split(separator: "\n") where line.hasPrefix(id + ",") {
      #expect(page.contains(String(line.split(separator: ",")[1])))
    }
    let table = await desk.get("/my-data.csv?who=\(id)")
    #expect(table.status == 200 && String(decoding: table.body, as: UTF8.self).contains(name))
    let json = try JSONSerialization.jsonObject(
      with: Data(await desk.get("/my-data.json?who=\(id)").body))
    #expect("\(json)".contains(name))
    let before = desk.text("people.csv")
    let role = try #require(
      page.firstMatch(of: /<label for="(f\d+)">role<\/label>/).map { String($0.output.1) })
    _ = await desk.post("/correct", fields: ["id": id, role: "Keeper of bees"])
    #expect(await desk.page("/load.html").contains("Keeper of bees"))
    #expect(desk.text("people.csv") == before)
    _ = await desk.post("/apply")
    #expect(
      desk.text("people.csv").contains("\(id),\(name),\(cells[2]),\(cells[3]),Keeper of bees,"))
    _ = await desk.post("/correct", fields: ["id": id, "visibility": "hidden"])
    _ = await desk.post("/apply")
    #expect(
      desk.text("people.csv").contains("\(id),\(name),")
        && desk.text("people.csv").contains(",hidden,"))
    // From then on the name finds nobody; the exact number still does.
    let word = name.replacingOccurrences(of: " ", with: "+")
    #expect(await desk.page("/my-data.html?who=\(word)").contains("No single colleague goes by"))
    #expect(await desk.page("/my-data.html?who=\(id)").contains("is counted, and named nowhere"))
    #expect(await desk.get("/my-data.csv?who=\(word)").status == 404)
    // No name of another who is hidden stands in anybody's rows.
    for tie in desk.text("collaborations.csv").split(separator: "\n").dropFirst() {
      let ends = tie.split(separator: ",", omittingEmptySubsequences: false)
      guard ends[0] == id, ends[1].hasPrefix("P") || ends[1].isEmpty == false else { continue }
      let other = await desk.page("/my-data.html?who=\(ends[1])")
      if other.contains("What is held about \(ends[1])") || other.contains("What is held about") {
        #expect(!other.contains(">\(id)<"))
      }
    }
    let wrong = await desk.post("/correct", key: "x", fields: ["id": id])
    #expect(wrong.status == 403)
    #expect(
      await desk.post("/correct", fields: ["id": "P9999"]).header("Location") == "/my-data.html")
    let nameless = try Desk(["--names", "pseudonym"])
    #expect(await nameless.get("/my-data.html?who=\(id)").status == 404)
  }

  @Test func aServerWithoutNamesNamesNobodyWhoWouldChange() async throws {
    let desk = try Desk(["--names", "pseudonym"])
    let (after, gone, renamed) = changed(desk.text("people.csv"))
    _ = await desk.post("/load", [("people.csv", after)])
    let preview = await desk.page("/load.html")
    #expect(preview.contains("rows: 1 new, 1 gone and 2 changed"))
    for words in ["Zuleika Novak", gone] + renamed { #expect(!preview.contains(words)) }
  }

  /// Whoever asked to be left out, or not to be named, is told of by no preview.
  @Test func whoIsLeftOutIsNotTold() async throws {
    let desk = try Desk()
    let head = desk.text("people.csv").split(separator: "\n")[0]
    let place = try #require(head.split(separator: ",").firstIndex(of: "visibility"))
    let lines = desk.text("people.csv").split(separator: "\n").map { line -> String in
      var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if cells[0] == "P0003" { cells[place] = "excluded" }
      if cells[0] == "P0004" { cells[place] = "hidden" }
      return cells.joined(separator: ",")
    }
    let names = lines.filter { $0.hasPrefix("P0003,") || $0.hasPrefix("P0004,") }.map {
      String($0.split(separator: ",")[1])
    }
    #expect(names.count == 2)
    _ = await desk.post("/load", [("people.csv", lines.joined(separator: "\n") + "\n")])
    let preview = await desk.page("/load.html")
    #expect(preview.contains("2 changed"))
    for name in names { #expect(!preview.contains(name)) }
  }

  /// What loading one file does to the others is told before it is done, and that a file takes the place of the old one.
  @Test func whatOtherFilesLoseIsTold() async throws {
    let desk = try Desk()
    let ratings = desk.text("ratings.csv").split(separator: "\n").count - 1
    _ = await desk.post("/load", [("partners.csv", "id,name,sector\nX1,New Partner,health\n")])
    let preview = await desk.page("/load.html")
    #expect(preview.contains("Most rows of partners.csv would go"))
    let number = ratings.formatted(.number.locale(Locale(identifier: "en_GB")))
    #expect(preview.contains("\(number) of ratings.csv"), "\(number)")
    #expect(preview.contains(" of partnerships.csv"))
    // One more partner harms nothing, and a heading in capitals is no new one.
    let partners = desk.text("partners.csv").split(separator: "\n").map(String.init)
    let more = [partners[0].replacing("name", with: "Name")] + partners.dropFirst() + ["X1,New"]
    _ = await desk.post("/load", [("partners.csv", more.joined(separator: "\n") + "\n")])
    let harmless = await desk.page("/load.html")
    #expect(harmless.contains("rows: 1 new</td>"))
    #expect(!harmless.contains("would go") && !harmless.contains("could no longer be used"))
    // So many rows with the same thing wrong are one thing to put right.
    _ = await desk.post("/load", [("partners.csv", "id,name,sector\nX1,New Partner,health\n")])
    _ = await desk.post("/apply")
    let data = await desk.page("/data.html")
    let title = try #require(data.firstMatch(of: /<h1>([\d,]+) things to put right in the files/))
    #expect((Int(title.output.1) ?? 9999) < 300, "\(title.output.1)")
    #expect(data.contains("more rows (") && data.contains("notes that ask for nothing"))
    _ = await desk.post("/undo")
    #expect(await desk.page("/data.html").contains("Taken back: one file is as before"))
  }

  /// Forms that change something are sent to the same address from a page of any question.
  @Test func formsAreSentWhereTheyAreTaken() async throws {
    let desk = try Desk()
    _ = await desk.post("/load", [("partners.csv", desk.text("partners.csv") + "X1,New\n")])
    var found: Set<String> = []
    for page in ["data.html", "load.html", "my-data.html?who=P0001"] {
      let html = await desk.page("/by=hub/" + page)
      for form in html.matches(of: /<form method="post" action="([^"]*)"/) {
        found.insert(String(form.output.1))
      }
    }
    #expect(found == ["/load", "/apply", "/discard", "/correct"])
  }

  /// A yes is to what was seen: what another window chose since is neither loaded nor taken back by it.
  @Test func aYesIsToWhatWasSeen() async throws {
    let desk = try Desk()
    func mark(_ page: String) throws -> String {
      String(try #require(page.firstMatch(of: /name="of" value="([^"]+)"/)).output.1)
    }
    let (people, partners) = (desk.text("people.csv"), desk.text("partners.csv"))
    _ = await desk.post("/load", [("partners.csv", partners + "X1,New\n")])
    let first = try mark(await desk.page("/load.html"))
    _ = await desk.post("/load", [("people.csv", changed(people).text)])
    let second = try mark(await desk.page("/load.html"))
    for act in ["/apply", "/match", "/discard"] {
      #expect(await desk.post(act, fields: ["of": first]).status == 409, "\(act)")
    }
    #expect(desk.text("people.csv") == people && desk.text("partners.csv") == partners)
    #expect(await desk.post("/apply", fields: ["of": second]).status == 303)
    #expect(desk.text("people.csv") != people)
    // Pressed twice, it is done once.
    #expect(await desk.post("/apply", fields: ["of": second]).status == 303)
    #expect(await desk.post("/undo", fields: ["of": second]).status == 409)
    let undo = try mark(await desk.page("/data.html"))
    #expect(await desk.post("/undo", fields: ["of": undo]).status == 303)
    #expect(desk.text("people.csv") == people)
  }

  /// Names that fit nobody for sure can be decided on where every tie waits; nobody who asked not to be named is put forward.
  @Test func namesThatWaitPutForwardOnlyWhoMayBeNamed() async throws {
    let desk = try Desk()
    let lines = desk.text("people.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let place = try #require(lines[0].firstIndex(of: "visibility"))
    let words = ["P0003": "excluded", "P0004": "hidden"]
    _ = await desk.post(
      "/load",
      [
        (
          "people.csv",
          lines.map { cells in
            var cells = cells
            if let word = words[cells[0]] { cells[place] = word }
            return cells.joined(separator: ",") + "\n"
          }.joined()
        )
      ])
    _ = await desk.post("/apply")
    let names = Dictionary(
      lines.filter { $0.count > 1 }.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    let asked = ["P0003", "P0004", "P0005"].compactMap { names[$0]?.dropLast() }
    #expect(asked.count == 3)
    let form =
      "Name,Who do you go to for advice?\n\(names["P0001"] ?? ""),\(asked.joined(separator: ";"))\n"
    #expect(await desk.post("/load", [("answers.csv", form)]).status == 303)
    let page = await desk.page("/load.html")
    #expect(page.contains("3 ties wait for a decision below"), "\(page.suffix(3000))")
    #expect(page.contains("value=\"P0005\""))
    #expect(!page.contains("P0003") && !page.contains("P0004"))
    // Nor can a number be chosen that is not offered.
    _ = await desk.post("/match", fields: ["n0": "P0003", "n1": "P0004", "n2": "P0003"])
    let after = await desk.page("/load.html")
    #expect(after.contains("3 ties wait for a decision below"))
    #expect(!after.contains("P0003") && !after.contains("P0004"))
  }

  @Test func tooLargeIsRefusedBeforeItIsRead() async throws {
    let desk = try Desk()
    let asking = Asking(
      "POST", "/load", ["host": Desk.host, "cookie": "weft=p", "origin": "http://\(Desk.host)"],
      bodySize: TrustServer.largestLoad + 1)
    #expect(await desk.server.answer(asking).status == 413)
    #expect(desk.server.limit(asking) == 20 << 20)
    #expect(desk.server.limit(Asking("POST", "/load", ["host": Desk.host])) == 65_536)
    #expect(
      desk.server.limit(Asking("POST", "/apply", ["host": Desk.host, "cookie": "weft=p"])) == 65_536
    )
  }
}

@Suite struct FormDataTests {
  private func read(_ body: String, _ type: String = "multipart/form-data; boundary=x") -> FormData?
  {
    FormData(Array(body.utf8), type: type)
  }

  @Test func partsAreReadWhole() throws {
    let form = try #require(
      read(
        "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\none\r\n--x\r\ncontent-disposition: form-data; name=\"f\"; filename=\"..\\d/p.csv\"\r\nContent-Type: text/csv\r\n\r\na\r\n--xy\r\n\r\n--x--\r\n"
      ))
    #expect(form.fields == ["a": "one"])
    #expect(form.files.map(\.name) == ["p.csv"])
    #expect(form.files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["a\r\n--xy\r\n"])
  }

  @Test(arguments: [
    "", "--x", "--x\r\n", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\none", "--y--",
    "--x\r\n\r\n", "--x\r\n\r\n--x", "--x\r\n\r\n\r\n--x\r\n",
  ])
  func whatIsCutOffIsNothing(body: String) { #expect(read(body) == nil) }

  @Test func anEmptyPartIsNoFile() throws {
    let form = try #require(read("--x\r\n\r\n\r\n--x--"))
    #expect(form.fields.isEmpty && form.files.isEmpty)
    let many = String(repeating: "--x\r\n\r\n\r\n", count: 100) + "--x--"
    #expect(read(many) == nil)
  }

  @Test func plainFormsAreRead() {
    #expect(
      read("key=a%20b&x=1", "application/x-www-form-urlencoded")?.fields == [
        "key": "a b", "x": "1",
      ])
    #expect(read("key=a", "text/plain") == nil)
    #expect(read("key=%zz", "application/x-www-form-urlencoded") == nil)
  }
}
