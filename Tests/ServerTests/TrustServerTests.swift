import ArgumentParser
@testable import Commands
import Foundation
@testable import Server
import TestSupport
import Testing

private let harbour = packageFolder + "/Data/harbour-trust"

/// A server of the sample trust, tried without connections.
private struct Desk {
  let server: TrustServer
  private static let host = "127.0.0.1:8080"

  init(_ options: [String] = [], of folder: String = harbour) throws {
    let trust = try ServedTrust(ServeOptions.parse([folder] + options))
    server = TrustServer(
      trust, folder: folder, door: Door(key: "k", pass: "p", port: 8080, formKey: "f")
    ) { () throws(Failure) in trust }
  }

  /// Asks as whoever started the server.
  func ask(_ target: String, _ method: String = "GET", _ more: [String: String] = [:]) async
    -> Answer
  {
    await server.answer(
      Asking(
        method, target,
        ["host": Self.host, "cookie": "weft=p"].merging(more) { $1 }))
  }

  func page(_ target: String) async -> String {
    String(decoding: await ask(target).body, as: UTF8.self)
  }
}

extension String {
  /// The first heading.
  fileprivate var heading: String? {
    firstMatch(of: #/<h1>(.*?)<\/h1>/#).map { String($0.output.1) }
  }
}

@Suite(.serialized) struct TrustServerTests {
  private static let named = Result { try Desk() }
  private static let plain = Result { try Desk(["--names", "pseudonym"]) }

  /// The dashboard says in the same words what the first page says, and neither names anybody.
  @Test func theDashboardSaysWhatTheFirstPageSays() async throws {
    let page = try await Self.plain.get().ask("/index.csv")
    let folder = Workdir()
    #expect(weft(["draw", "dashboard", harbour, "-o", folder.path + "/d.csv"]).status == 0)
    func cells(_ text: String) -> [[String]] {
      text.split(whereSeparator: \.isNewline).dropFirst().map { line in
        var (cells, cell, isQuoted) = ([String](), "", false)
        for letter in line {
          switch letter {
          case "\"": isQuoted.toggle()
          case "," where !isQuoted:
            cells.append(cell)
            cell = ""
          default: cell.append(letter)
          }
        }
        return cells + [cell]
      }
    }
    let told = cells(String(decoding: page.body, as: UTF8.self))
    let drawn = cells(folder.text("d.csv") ?? "")
    #expect(told.count == 5 && drawn.count == 5)
    // The page has the question first.
    for (one, other) in zip(told, drawn) {
      #expect(Array(one.dropFirst().prefix(3)) == Array(other.prefix(3)))
    }
  }

  // MARK: Every route

  @Test(arguments: [
    "/", "/index.html", "/find.html", "/silos.html", "/silos-map.html", "/silos-matrix.html",
    "/silos-table.html", "/missing.html", "/partnerships.html", "/schools.html", "/partners.html",
    "/numbers.html", "/privacy.html", "/accessibility.html", "/version.html", "/data.html",
    "/topic-phonics.html", "/school-northgate-academy.html", "/board-papers.html",
    "/find.html?q=phonics", "/by=hub/silos.html", "/by=phase&depth=3/index.html",
    "/by=hub/silos-map.html", "/period=2026-07-10/silos.html", "/since=2026-07-10/index.html",
    "/goals.html", "/stories.html", "/next.html", "/reading.html",
  ])
  func everyPageIsWhole(target: String) async throws {
    let answer = try await Self.named.get().ask(target)
    let html = String(decoding: answer.body, as: UTF8.self)
    #expect(answer.status == 200, "\(html.prefix(900))")
    #expect(answer.header("Content-Type") == "text/html; charset=utf-8")
    #expect(html.hasSuffix("</html>\n"))
    #expect(html.heading?.isEmpty == false)
    // Nothing of it is asked from elsewhere, and it runs nothing.
    #expect(!html.contains("<script") && !html.contains("style=\"") && !html.contains("src=\"http"))
  }

  /// Whoever finds nobody is told so once, and where to look next; of an order or of who could introduce them nothing is said.
  @Test func whereNobodyIsFoundTheNextStepIsShown() async throws {
    let desk = try Self.named.get()
    let nobody = await desk.page("/find.html?q=underwater+basket+weaving")
    #expect(nobody.heading == "Nobody was found")
    #expect(nobody.ranges(of: "Nobody was found").count == 2, "the title and the heading")
    #expect(nobody.contains("What most people are listed for") && nobody.contains("topic-"))
    #expect(!nobody.contains("The order.") && !nobody.contains("could introduce you"))
    let narrowed = await desk.page("/find.html?q=underwater+basket+weaving&hub=City")
    #expect(narrowed.contains("<option value=\"City\" selected>"))
    let found = await desk.page("/find.html?q=phonics")
    #expect(found.contains("The order.") && !found.contains("What most people are listed for"))
  }

  @Test func everyLinkOfEveryPageLeadsSomewhere() async throws {
    let desk = try Self.named.get()
    var (waiting, seen) = (["/by=hub/silos.html", "/"], Set(["/", "/by=hub/silos.html"]))
    var count = 0
    while let target = waiting.first, count < 150 {
      waiting.removeFirst()
      count += 1
      let answer = await desk.ask(target)
      #expect(answer.status == 200, "\(target)")
      guard answer.header("Content-Type")?.hasPrefix("text/html") == true else { continue }
      let html = String(decoding: answer.body, as: UTF8.self)
      for match in html.matches(of: #/(?:href|src)="([^"#][^"]*)"/#) {
        let link = String(match.output.1)
        guard !link.hasPrefix("data:"), !link.hasPrefix("pack.") else { continue }
        let folder = target.split(separator: "/").first { $0.contains("=") && !$0.contains("?") }
        let full = link.hasPrefix("/") ? link : "/" + (folder.map { $0 + "/" } ?? "") + link
        if seen.insert(full).inserted { waiting.append(full) }
      }
    }
    #expect(count > 100)
  }

  @Test func tablesComeInBothForms() async throws {
    let desk = try Self.named.get()
    let csv = await desk.ask("/silos.csv")
    #expect(csv.status == 200 && csv.header("Content-Type") == "text/csv; charset=utf-8")
    let rows = String(decoding: csv.body, as: UTF8.self).split(separator: "\r\n")
    let json = await desk.ask("/silos.json")
    let object = try JSONSerialization.jsonObject(with: Data(json.body)) as? [String: Any]
    #expect((object?["rows"] as? [Any])?.count == rows.count - 1)
    #expect(object?["schema_version"] as? Int == 1)
  }

  @Test func theQuestionStaysInTheAddress() async throws {
    let desk = try Self.named.get()
    let answer = await desk.ask("/ask?view=silos-table&by=hub&depth=3&period=")
    #expect(answer.status == 303)
    #expect(answer.header("Location") == "/by=hub&depth=3/silos-table.html")
    let rows = await desk.page("/by=hub/silos.csv").split(separator: "\r\n")
    #expect(rows.count - 1 == 4 || rows.count - 1 == 3, "\(rows)")
    #expect(await desk.ask("/ask?view=../../etc/passwd").header("Location") == "/silos.html")
  }

  /// What a form has no field for stays in the question, and its fields show what is asked.
  @Test func formsKeepTheQuestion() async throws {
    let desk = try Self.named.get()
    func fields(_ target: String) async -> Set<String> {
      let html = await desk.page(target)
      let form = html.firstMatch(of: #/action="ask"(?s:.*?)<\/form>/#)?.output ?? ""
      let hidden = form.matches(of: #/type="hidden" name="(\w+)" value="([^"]*)"/#)
        .map { "\($0.output.1)=\($0.output.2)" }
      let chosen = form.matches(of: #/<option value="([^"]*)" selected>/#).map {
        "chosen \($0.output.1)"
      }
      return Set(hidden + chosen)
    }
    #expect(
      await fields("/by=hub&depth=3/index.html") == ["view=index", "by=hub", "depth=3"])
    #expect(
      await fields("/by=hub&depth=3&since=2026-07-10/silos.html")
        == ["view=silos", "since=2026-07-10", "chosen hub", "chosen 3"])
    #expect(await fields("/silos.html") == ["view=silos", "chosen school", "chosen 1"])
  }

  @Test func aLeaderSeesWhatChangedSinceADay() async throws {
    let desk = try Self.named.get()
    #expect(
      await desk.ask("/ask?view=index&since=2026-07-10").header("Location")
        == "/since=2026-07-10/index.html")
    let folder = Workdir()
    let made = weft([
      "site", harbour, "-o", folder.path + "/out", "--names", "full", "--since", "2026-07-10",
      "--no-figures",
    ])
    #expect(made.status == 0)
    func section(_ html: String) -> Substring? {
      html.firstMatch(of: #/<h2>Better than before\?<\/h2>\s*<p>(.*?)<\/p>/#)?.output.1
    }
    let page = await desk.page("/since=2026-07-10/index.html")
    #expect(section(page) != nil)
    #expect(section(page) == section(folder.text("out/index.html") ?? ""))
  }

  // MARK: Colleagues

  @Test func aQuestionFindsColleaguesAndTheWay() async throws {
    let desk = try Self.named.get()
    let found = await desk.page("/find.html?q=phonics")
    // As many as the command finds.
    let told = weft(["find", harbour, "phonics", "--json", "--top", "100"])
    let object =
      try JSONSerialization.jsonObject(with: Data(told.out.utf8)) as? [String: Any]
    let people = object?["people"] as? [[String: Any]] ?? []
    let met = people.count { $0["near"] as? Bool == false }
    #expect(found.heading == "\(met) people can be asked about Phonics")
    let first = try #require(people.first?["name"] as? String)
    #expect(found.contains(">\(first)</a></h2>"))
    // The way is that of the command.
    let asker = "P0087"
    let path = weft(["path", harbour, asker, people.first?["person"] as? String ?? "", "--json"])
    let ways = try JSONSerialization.jsonObject(with: Data(path.out.utf8)) as? [String: Any]
    let steps = ((ways?["ways"] as? [[String: Any]])?.first?["ties"] as? [Any])?.count ?? 0
    let withAsker = await desk.page("/find.html?q=phonics&from=\(asker)")
    let item = try #require(
      withAsker.split(separator: "<li><div>").first { $0.contains(">\(first)</a></h2>") })
    #expect(item.split(separator: "<li>").count - 1 == (steps > 1 ? steps + 1 : 0), "\(item)")
  }

  @Test func noScoreIsShown() async throws {
    let csv = try await Self.named.get().page("/find.csv?q=phonics")
    let head = csv.split(separator: "\r\n").first ?? ""
    #expect(!head.contains("score") && !head.contains("rank") && head.contains("name"))
  }

  @Test func hiddenPeopleAreStrangers() async throws {
    let desk = try Self.named.get()
    let text = try String(contentsOfFile: harbour + "/people.csv", encoding: .utf8)
    let hidden = text.split(separator: "\n").filter { $0.contains(",hidden") }
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(!hidden.isEmpty)
    for row in hidden {
      let name = String(row[1])
      let query = name.replacingOccurrences(of: " ", with: "+")
      let asked = await desk.page("/find.html?q=phonics&from=\(query)")
      #expect(asked.heading == "That could not be searched")
      #expect(
        asked.contains("There is no person"),
        "\(asked.firstMatch(of: #/class="answer">.*/#)?.output ?? "")")
      let own = row[0].lowercased()
      #expect(await desk.ask("/person-\(own).html").status == 404)
      #expect(await desk.ask("/person-p9999.html").body == desk.ask("/person-\(own).html").body)
    }
  }

  /// What the work is for: the heading is the finding that the command says first, every row of its first table is there, and
  /// nothing sends a reader to a terminal.
  @Test(arguments: ["goals", "stories", "ideas", "decisions", "voices", "events"])
  func theWorkIsToldAsTheCommandTellsIt(stem: String) async throws {
    let page = try await Self.plain.get().page("/\(stem).html")
    let told = weft([stem, harbour]).out
    let first = told.split(separator: "\n").first.map(String.init) ?? ""
    #expect(String(first.dropLast()) == page.heading)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(weft([stem, harbour, "--json"]).out.utf8))
        as? [String: Any])
    let tables = try #require(json["tables"] as? [String: [[String: Any]]])
    let key =
      ["goals": "statement", "events": "name", "voices": "voice", "stories": "story"][stem]
      ?? String(stem.dropLast())
    let rows = try #require(tables[stem])
    #expect(rows.count > 4)
    for row in rows {
      let name = try #require(row[key] as? String)
      #expect(page.contains(name.replacingOccurrences(of: "'", with: "&#39;")), "\(name)")
    }
    #expect(!page.contains("weft "))
    #expect(!page.contains(/\b20\d\d-\d\d-\d\d\b/), "days are in words")
  }

  /// Two clicks: the name in the answer, then how to meet.
  @Test func aColleaguesPageSaysHowToMeet() async throws {
    let desk = try Self.named.get()
    let page = await desk.page("/person-p0634.html?from=P0087")
    let told = weft(["path", harbour, "P0087", "P0634"]).out
    let steps = told.matches(of: #/  \d\. (.*)/#).map { String($0.output.1) }.prefix(3)
    #expect(steps.count == 3)
    for step in steps {
      #expect(
        page.contains("<li>\(step.replacingOccurrences(of: "'", with: "&#39;"))</li>"), "\(step)")
    }
    #expect(await desk.page("/person-p0634.html?from=Nobody").contains("There is no person"))
    #expect(await desk.page("/person-p0634.html?from=P0634").contains("That is you."))
  }

  @Test func aCopyWithoutNamesNamesNobody() async throws {
    let desk = try Self.plain.get()
    let text = try String(contentsOfFile: harbour + "/people.csv", encoding: .utf8)
    let names = text.split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: ",", omittingEmptySubsequences: false).dropFirst().first.map(String.init)
    }
    #expect(names.count > 600)
    for target in [
      "/", "/find.html?q=phonics", "/find.csv?q=phonics", "/find.json?q=phonics",
      "/topic-phonics.html", "/silos.html", "/partnerships.html", "/goals.html", "/stories.html",
      "/ideas.html", "/ideas.csv", "/decisions.html", "/voices.html", "/events.html", "/next.html",
    ] {
      let html = await desk.page(target)
      for name in names where name.contains(" ") { #expect(!html.contains(name), "\(target)") }
    }
    #expect(await desk.ask("/person-p0634.html").status == 404)
  }

  /// Where the one person who knows a topic works is not told by asking place after place.
  @Test func aCopyWithoutNamesTellsNoPlace() async throws {
    let desk = try Self.plain.get()
    func told(_ target: String) async -> String {
      await desk.page(target).replacingOccurrences(
        of: #"value="[^"]*""#, with: "", options: .regularExpression
      )
      .replacingOccurrences(of: "“[^”]*”", with: "", options: .regularExpression)
    }
    let plain = await told("/find.html?q=young+carers")
    #expect(plain.heading == "One person knows Young carers")
    for hub in ["Moorland", "City", "Estuary"] {
      let byOption = await told("/find.html?q=young+carers&hub=\(hub)")
      let byWords = await told("/find.html?q=young+carers+\(hub)")
      #expect(byOption == plain && byWords == plain, "\(hub)")
    }
    #expect(await desk.page("/data.html").contains("P0") == false)
    // Nor whether there is somebody of a name, or a school of one.
    for option in [
      "from=Lisa+Ward", "from=P0087", "from=Nobody+Atall", "school=H01", "hub=Nowhere",
    ] {
      let asked = await told("/find.html?q=young+carers&\(option)")
      #expect(asked == plain, "\(option)")
    }
  }

  // MARK: Who may

  @Test func theAddressWorksOnce() async throws {
    let desk = try Desk()
    let host = ["host": "127.0.0.1:8080"]
    let wrong = await desk.server.answer(Asking("GET", "/start?key=x", host))
    #expect(wrong.status == 403 && wrong.header("Set-Cookie") == nil)
    // Somebody else's name for this computer spends no key.
    #expect(
      await desk.server.answer(Asking("GET", "/start?key=k", ["host": "evil.example"])).status
        == 421)
    let right = await desk.server.answer(Asking("GET", "/start?key=k", host))
    #expect(right.header("Set-Cookie") == "weft=p; Path=/; HttpOnly; SameSite=Strict")
    #expect(await desk.server.answer(Asking("GET", "/start?key=k", host)).status == 403)
    // Who is in already is led on.
    #expect(await desk.ask("/start?key=k").status == 303)
  }

  /// Browsers keep one cookie for all ports: whoever opens a second trust stays in the first.
  @Test func twoTrustsAreOpenAtOnce() throws {
    let doors = [8080: Door(key: "k", port: 8080), 8081: Door(key: "k", port: 8081)]
    func asking(_ port: Int, _ cookie: String) -> Asking {
      Asking("GET", "/", ["host": "127.0.0.1:\(port)", "cookie": cookie])
    }
    func enter(_ port: Int, _ cookie: String) throws -> String {
      let set = try #require(doors[port]?.enter("k", asking(port, cookie)))
      return String(set.prefix { $0 != ";" })
    }
    func isIn(_ port: Int, _ cookie: String) -> Bool {
      doors[port]?.visit(asking(port, cookie)) != nil
    }
    let first = try enter(8080, "other=1; weft=nonsense")
    #expect(first.count == "weft=".count + 64 && isIn(8080, first) && !isIn(8081, first))
    let both = try enter(8081, first)
    #expect(isIn(8080, both) && isIn(8081, both))
  }

  @Test(arguments: [
    ["host": "127.0.0.1:8080"], ["host": "127.0.0.1:8080", "cookie": "weft="],
    ["host": "127.0.0.1:8080", "cookie": "weft=q"],
    ["host": "127.0.0.1:8080", "cookie": "weft=pp"],
    ["host": "127.0.0.1:8080", "cookie": "other=p"],
    ["host": "127.0.0.1:8080", "cookie": "weft=p", "sec-fetch-site": "cross-site"],
    [
      "host": "127.0.0.1:8080", "cookie": "weft=p", "sec-fetch-site": "same-site",
      "sec-fetch-mode": "no-cors",
    ],
  ])
  func othersStayOutside(headers: [String: String]) async throws {
    let desk = try Self.named.get()
    for target in [
      "/", "/find.html?q=phonics", "/person-p0634.html", "/nothing.html", "/silos.csv",
      "/trust-map.svg", "/pack.pdf", "/data.html", "/by=hub/", "/%ff",
    ] {
      let answer = await desk.server.answer(Asking("GET", target, headers))
      #expect(answer.status == 403, "\(target)")
      #expect(!String(decoding: answer.body, as: UTF8.self).contains("Harbour"))
    }
  }

  @Test(arguments: [
    nil, "", "evil.example", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:8080.evil.example",
    "localhost:8081", "0.0.0.0:8080", "[::]:8080",
  ]) func onlyItsOwnNamesAreAnswered(host: String?) async throws {
    var headers = ["cookie": "weft=p"]
    headers["host"] = host
    #expect(try await Self.named.get().server.answer(Asking("GET", "/", headers)).status == 421)
  }

  @Test(arguments: ["127.0.0.1:8080", "localhost:8080", "LOCALHOST:8080", "[::1]:8080"])
  func itsOwnNamesAre(host: String) async throws {
    let headers = ["host": host, "cookie": "a=b; weft=p"]
    #expect(try await Self.named.get().server.answer(Asking("GET", "/", headers)).status == 200)
  }

  /// Readers of one question wait for it; too many different ones at a time are asked to come again.
  @Test func manyQuestionsAtOnce() async throws {
    let desk = try Desk()
    let statuses = await withTaskGroup(of: Int.self) { group in
      for day in 10..<26 {
        group.addTask { await desk.ask("/period=2026-03-\(day)/silos.html").status }
      }
      return await group.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
    }
    #expect(Set(statuses.keys).isSubset(of: [200, 429]))
    #expect(statuses[200, default: 0] >= Shelf.workedAtMost)
    let same = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<100 {
        group.addTask { await desk.ask("/period=2026-04-01/silos.html").status }
      }
      return await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(same == [200])
  }

  // MARK: Hostile requests

  @Test(arguments: ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "X"])
  func pagesAreOnlyRead(method: String) async throws {
    let answer = try await Self.named.get().ask("/", method)
    #expect(answer.status == 405 && answer.header("Allow") == "GET, HEAD")
  }

  @Test(arguments: [
    "", "*", "http://evil.example/", "//evil.example", "/../people.csv", "/people.csv",
    "/..%2fpeople.csv", "/%2e%2e/people.csv", "/weft.toml", "/.weft-key", "/%00", "/index.html%00",
    "/%", "/%4", "/%zz", "/%ff.html", "/a/b/c.html", "/by=hub/by=hub/silos.html", "/x=1/silos.html",
    "/by=hub&by=school/silos.html", "/index.php", "/index", "/index.html/", "/INDEX.HTML",
    "/person-.html", "/topic-.csv", "/404.html", "/site.js", "/search-index.js", "/pack.exe",
    "/pack.docx.html", "/etc/passwd", "/find.exe?q=a", "/start/", "/index.csv.html",
  ]) func whatIsNotThere(target: String) async throws {
    let answer = try await Self.named.get().ask(target)
    #expect(answer.status == 404, "\(answer.status)")
    #expect(String(decoding: answer.body, as: UTF8.self).heading == "That page is not here")
  }

  @Test(arguments: [
    "/by=nothing/silos.html", "/depth=9/silos.html", "/depth=-1/silos.html",
    "/period=never/silos.html", "/since=never/", "/by=--names/silos.html",
    "/by=%2D%2Dnames%3Dfull/silos.html",
  ]) func aQuestionThatIsNoneSaysSo(target: String) async throws {
    let answer = try await Self.named.get().ask(target)
    #expect(answer.status == 400)
    #expect(
      String(decoding: answer.body, as: UTF8.self).heading == "That could not be answered")
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; DROP TABLE people; --",
    "{{7*7}}", "--names=full", "-h", "--help", "--json", "%s%n", "\u{202E}scihponhp", "🤖",
    String(repeating: "a", count: 500), String(repeating: "phonics ", count: 60), "   ", "?", "=",
  ]) func whateverIsTypedIsText(text: String) async throws {
    let desk = try Self.named.get()
    let query = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    for target in ["/find.html?q=\(query)", "/find.html?q=phonics&from=\(query)&hub=\(query)"] {
      let answer = await desk.ask(target)
      let html = String(decoding: answer.body, as: UTF8.self)
      #expect(answer.status == 200 || answer.status == 414, "\(html.prefix(300))")
      #expect(!html.contains("<script>alert") && !html.contains("<img src=x"))
    }
  }

  @Test func whatIsTooLongOrTooLargeIsRefused() async throws {
    let desk = try Self.named.get()
    #expect(await desk.ask("/" + String(repeating: "a", count: 2048)).status == 414)
    let large = Asking("GET", "/", ["host": "127.0.0.1:8080"], bodySize: 65_537)
    #expect(await desk.server.answer(large).status == 413)
  }

  @Test(arguments: ["/", "/nothing.html", "/silos.csv", "/trust-map.svg", "/site.css", "/healthz"])
  func everyAnswerIsGuarded(target: String) async throws {
    let desk = try Self.named.get()
    let answer = await desk.ask(target)
    for name in [
      "Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy",
      "Cache-Control", "Cross-Origin-Resource-Policy",
    ] { #expect(answer.header(name) != nil, "\(name)") }
    #expect(answer.header("Content-Security-Policy")?.hasPrefix("default-src 'none'") == true)
    #expect(answer.header("Content-Security-Policy")?.contains("script-src") == false)
    let head = await desk.ask(target, "HEAD")
    #expect(head.status == answer.status && head.body.isEmpty)
    #expect(head.header("Content-Length") == "\(answer.body.count)")
  }

  // MARK: Papers

  @Test(arguments: ["docx", "pdf", "xlsx"]) func thePackIsThatOfTheCommand(form: String)
    async throws
  {
    let answer = try await Self.plain.get().ask("/pack.\(form)?meeting=Trust+Board&length=short")
    #expect(answer.status == 200)
    let folder = Workdir()
    let made = weft(
      [
        "pack", harbour, "-o", folder.path + "/pack.\(form)", "--meeting", "Trust Board",
        "--length", "short",
      ], environment: ["WEFT_PSEUDONYM_KEY": ""])
    #expect(made.status == 0)
    let isSame =
      FileManager.default.contents(atPath: folder.path + "/pack.\(form)") == Data(answer.body)
    #expect(isSame)
  }

  /// Beside pages with names the paper counts whom they count: what a hidden colleague knows changes none of its bytes.
  @Test(arguments: ["docx", "pdf", "xlsx"]) func thePackCountsWhomThePagesCount(form: String)
    async throws
  {
    let folder = Workdir()
    var papers: [[UInt8]] = []
    var plain: [[UInt8]] = []
    for skill in ["", "P001,glassblowing,5\n"] {
      let trust = folder.path + "/trust"
      try? FileManager.default.removeItem(atPath: trust)
      try FileManager.default.copyItem(atPath: harbour, toPath: trust)
      var people = try String(contentsOfFile: trust + "/people.csv", encoding: .utf8)
        .components(separatedBy: "\n")
      let place = try #require(people[0].components(separatedBy: ",").firstIndex(of: "visibility"))
      let id = people[1].components(separatedBy: ",")[0]
      var cells = people[1].components(separatedBy: ",")
      cells[place] = "hidden"
      people[1] = cells.joined(separator: ",")
      try people.joined(separator: "\n").write(
        toFile: trust + "/people.csv", atomically: true, encoding: .utf8)
      let skills = try String(contentsOfFile: trust + "/expertise.csv", encoding: .utf8)
      try (skills + skill.replacing("P001", with: id)).write(
        toFile: trust + "/expertise.csv", atomically: true, encoding: .utf8)
      let asked = "/pack.\(form)?meeting=Trust+Board"
      papers.append(try await Desk(of: trust).ask(asked).body)
      plain.append(try await Desk(["--names", "pseudonym"], of: trust).ask(asked).body)
    }
    #expect(papers[0] == papers[1])
    #expect(plain[0] == plain[1], "nor do they without names")
  }

  // MARK: New files

  @Test func readersSeeTheOldOrTheNew() async throws {
    let folder = Workdir()
    let made = weft(["sample", folder.path + "/t", "--people", "300", "--ties", "1200"])
    #expect(made.status == 0)
    let options = try ServeOptions.parse([folder.path + "/t"])
    let trust = try ServedTrust(options)
    let server = TrustServer(
      trust, folder: "t", door: Door(key: "k", pass: "p", port: 8080)
    ) { () throws(Failure) in trust }
    let asking = Asking("GET", "/", ["host": "127.0.0.1:8080", "cookie": "weft=p"])
    let old = await server.answer(asking).body
    _ = weft(["sample", folder.path + "/u", "--people", "500", "--ties", "2400"])
    let next = try ServedTrust(ServeOptions.parse([folder.path + "/u"]))
    async let readers = withTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<200 { group.addTask { await server.answer(asking).body } }
      return await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
    }
    server.show(next)
    let seen = await readers
    let new = await server.answer(asking).body
    let isNew = new != old
    #expect(isNew)
    let isOldOrNew = seen.isSubset(of: [old, new])
    #expect(isOldOrNew)
  }
}
