import ArgumentParser
@testable import Commands
import Foundation
@testable import Server
import Synchronization
import TestSupport
import Testing

/// A trust whose people sign in, and an issuer that vouches for whomever a code names.
private final class Gate: Sendable {
  static let host = "weft.harbour.example"
  let folder: Workdir?
  let server: TrustServer
  let signIn: SignIn
  let issuer: Vouching
  let clock = Mutex(0.0)
  let lines = Mutex<[String]>([])

  final class Vouching: Issuer {
    let identity = Mutex<Result<Identity, SignInFault>>(.failure(.unreachable))
    let isDown = Mutex(false)
    func authorizationEndpoint() async throws(SignInFault) -> String {
      if isDown.withLock({ $0 }) { throw .unreachable }
      return "https://issuer.example/authorize"
    }
    func challenge(_ verifier: String) -> String { "challenge" }
    func identity(
      code: String, verifier: String, redirect: String
    ) async throws(SignInFault) -> Identity {
      try identity.withLock { $0 }.get()
    }
  }

  init(_ path: String? = nil, folder: Workdir? = nil) throws {
    self.folder = folder
    let issuer = Vouching()
    self.issuer = issuer
    let time = Late<Gate>()
    signIn = SignIn(
      SignInRules(
        address: "https://\(Self.host)", client: "weft", claim: "roles",
        roles: [
          .staff: ["S"], .leader: ["L", "head@harbour.example"], .governance: ["G"], .data: ["D"],
        ]), issuer: issuer, now: { time.value?.clock.withLock { $0 } ?? 0 })
    let parsed = try ServeOptions.parse([path ?? harbour])
    server = TrustServer(
      try ServedTrust(parsed), folder: path ?? harbour, door: signIn,
      log: { line in time.value?.lines.withLock { $0.append(line) } }
    ) { () throws(Failure) in try ServedTrust(parsed) }
    time.set(self)
  }

  func ask(
    _ target: String, cookie: String = "", _ more: [String: String] = [:], method: String = "GET",
    body: String = ""
  ) async -> Answer {
    var headers = ["host": Self.host, "cookie": cookie]
    if method == "POST" {
      headers["origin"] = "https://\(Self.host)"
      headers["content-type"] = "application/x-www-form-urlencoded"
    }
    headers.merge(more) { $1 }
    return await server.answer(
      Asking(method, target, headers, bodySize: body.utf8.count, body: Array(body.utf8)))
  }

  /// Goes to the issuer; what is kept in the browser, and what the issuer was told.
  func begin(_ to: String = "/") async throws -> (cookie: String, query: [String: String]) {
    let answer = await ask("/sign-in?to=\(to)")
    let cookie = try #require(answer.header("Set-Cookie")).prefix { $0 != ";" }
    let place = try #require(answer.header("Location"))
    let items = URLComponents(string: place)?.queryItems ?? []
    return (
      String(cookie),
      Dictionary(items.map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { $1 })
    )
  }

  func finish(
    _ begun: (cookie: String, query: [String: String]), roles: [String], address: String?,
    nonce: String? = nil
  ) async -> Answer {
    issuer.identity.withLock {
      $0 = .success(
        Identity(
          subject: "s1", nonce: nonce ?? begun.query["nonce"], address: address,
          claims: ["roles": roles]))
    }
    return await ask(
      "/signed-in?code=c&state=\(begun.query["state"] ?? "")", cookie: begun.cookie)
  }

  /// The cookie of somebody who signed in.
  func pass(_ roles: [String], _ address: String? = "anna@harbour.example") async throws -> String {
    let answer = await finish(try await begin(), roles: roles, address: address)
    let cookie = answer.headers.first { $0.value.hasPrefix("__Host-weft=") }
    return String(try #require(cookie?.value).prefix { $0 != ";" })
  }
}

private let harbour = packageFolder + "/Data/harbour-trust"

@Suite(.serialized) struct SignInTests {
  private static let gate = Result { try Gate() }

  private func page(_ answer: Answer) -> String { String(decoding: answer.body, as: UTF8.self) }

  @Test func whoHasARoleComesIn() async throws {
    let gate = try Self.gate.get()
    let closed = await gate.ask("/topic-phonics.html")
    #expect(closed.status == 401 && page(closed).contains("/sign-in?to=%2Ftopic-phonics.html"))
    #expect(!page(closed).contains("Harbour"))
    let begun = try await gate.begin("%2Ftopic-phonics.html")
    #expect(
      begun.query["response_type"] == "code" && begun.query["scope"] == "openid profile email")
    #expect(begun.query["redirect_uri"] == "https://\(Gate.host)/signed-in")
    #expect(begun.query["code_challenge"] == "challenge")
    #expect(begun.query["code_challenge_method"] == "S256")
    let answer = await gate.finish(begun, roles: ["S"], address: "anna@harbour.example")
    #expect(answer.status == 200 && page(answer).contains("url=/topic-phonics.html"))
    let cookie = try #require(answer.headers.first { $0.value.hasPrefix("__Host-weft=") }).value
    #expect(cookie.contains("; Path=/; HttpOnly; SameSite=Strict;") && cookie.hasSuffix("; Secure"))
    let pass = String(cookie.prefix { $0 != ";" })
    #expect(await gate.ask("/topic-phonics.html", cookie: pass).status == 200)
    // Leaving ends it.
    #expect(await page(gate.ask("/sign-out", cookie: pass)).contains("You are signed out"))
    #expect(await gate.ask("/topic-phonics.html", cookie: pass).status == 401)
  }

  @Test func aStateWorksOnceInTheBrowserThatBegan() async throws {
    let gate = try Self.gate.get()
    let begun = try await gate.begin()
    let state = begun.query["state"] ?? ""
    for (target, cookie) in [
      ("/signed-in?code=c&state=wrong", begun.cookie), ("/signed-in?code=c", begun.cookie),
      ("/signed-in", ""),
    ] {
      #expect(await gate.ask(target, cookie: cookie).status == 403, "\(target)")
    }
    #expect(
      await gate.ask("/signed-in?code=c&state=\(state)", cookie: "__Host-weft-sign-in=x").status
        == 403)
    // That one was spent by the other browser.
    #expect(await gate.finish(begun, roles: ["S"], address: nil).status == 403)
    let second = try await gate.begin()
    #expect(await gate.finish(second, roles: ["S"], address: nil).status == 200)
    #expect(await gate.finish(second, roles: ["S"], address: nil).status == 403)
    let third = try await gate.begin()
    #expect(await gate.finish(third, roles: ["S"], address: nil, nonce: "another").status == 403)
    let fourth = try await gate.begin()
    gate.clock.withLock { $0 += SignIn.beginningLasts + 1 }
    #expect(await gate.finish(fourth, roles: ["S"], address: nil).status == 403)
  }

  @Test func whatGoesWrongIsSaidAndLeadsOn() async throws {
    let gate = try Self.gate.get()
    let nobody = await gate.finish(try await gate.begin(), roles: ["X"], address: "x@y.example")
    #expect(nobody.status == 403 && page(nobody).contains("not for these pages"))
    #expect(nobody.header("Set-Cookie") == nil)
    let begun = try await gate.begin()
    let refused = await gate.ask(
      "/signed-in?error=access_denied&state=\(begun.query["state"] ?? "")", cookie: begun.cookie)
    #expect(refused.status == 403 && page(refused).contains("could not be signed in"))
    gate.issuer.isDown.withLock { $0 = true }
    let down = await gate.ask("/sign-in")
    gate.issuer.isDown.withLock { $0 = false }
    #expect(down.status == 503 && down.header("Retry-After") == "60")
    for (fault, status) in [(SignInFault.unreachable, 503), (.refused("signature"), 403)] {
      let begun = try await gate.begin()
      gate.issuer.identity.withLock { $0 = .failure(fault) }
      let answer = await gate.ask(
        "/signed-in?code=c&state=\(begun.query["state"] ?? "")", cookie: begun.cookie)
      #expect(answer.status == status && !page(answer).contains("signature"))
    }
  }

  /// Nobody is led to another site.
  @Test(arguments: [
    "https%3A%2F%2Fevil.example", "%2F%2Fevil.example%2Findex.html", "%2F%5Cevil.example",
    "javascript%3Aalert(1)", "%2Fsign-out", "%2Fx%2Fy%2Fz",
  ])
  func nobodyIsLedAway(target: String) async throws {
    let gate = try Self.gate.get()
    let answer = await gate.finish(
      try await gate.begin(target), roles: ["S"], address: nil)
    #expect(answer.status == 200 && page(answer).contains("content=\"0; url=/find.html\""))
  }

  @Test func aStayEnds() async throws {
    let gate = try Gate()
    let pass = try await gate.pass(["S"])
    for _ in 0..<8 {
      gate.clock.withLock { $0 += SignIn.idleLasts - 1 }
      #expect(await gate.ask("/find.html", cookie: pass).status == 200)
    }
    gate.clock.withLock { $0 += SignIn.idleLasts + 1 }
    #expect(await gate.ask("/find.html", cookie: pass).status == 401)
    let other = try await gate.pass(["S"])
    for _ in 0..<12 {
      gate.clock.withLock { $0 += SignIn.idleLasts - 100 }
      _ = await gate.ask("/find.html", cookie: other)
    }
    #expect(await gate.ask("/find.html", cookie: other).status == 401)
  }

  /// Only by the trust's own address, from no other site, and never with the cookie of another.
  @Test func otherAddressesAndSitesAreRefused() async throws {
    let gate = try Self.gate.get()
    let pass = try await gate.pass(["S"])
    #expect(await gate.ask("/find.html", cookie: pass, ["host": "127.0.0.1:8080"]).status == 421)
    #expect(
      await gate.ask(
        "/find.html", cookie: pass, ["sec-fetch-site": "cross-site", "sec-fetch-mode": "cors"]
      ).status == 403)
    for cookie in ["__Host-weft=", "__Host-weft=x", "weft=p", String(pass.dropLast())] {
      #expect(await gate.ask("/find.html", cookie: cookie).status == 401, "\(cookie)")
    }
    #expect(await gate.ask("/start?key=k", cookie: "").status == 401)
  }

  // MARK: Roles by routes

  private static let routes: [(targets: [String], open: String)] = [
    (["/index.html", "/next.html", "/by=hub/index.html"], "LG"),
    (["/dashboard.pdf", "/dashboard.png"], "LG"),
    (
      [
        "/find.html", "/find.html?q=phonics", "/topic-phonics.html", "/topic-phonics.csv",
        "/topic-phonics.json", "/find.json",
      ], "SLD"
    ),
    (["/schools.html", "/school-northgate-academy.html", "/partners.html"], "SLGD"),
    (
      [
        "/silos.html", "/silos-map.html", "/silos-matrix.html", "/silos-table.html",
        "/by=hub/silos.html",
      ], "LG"
    ),
    (["/missing.html", "/missing.csv"], "LGD"),
    (["/partnerships.html"], "LGD"),
    (["/trust-map.svg", "/matrix.svg"], "LG"),
    (
      [
        "/goals.html", "/stories.html", "/ideas.html", "/decisions.html", "/voices.html",
        "/events.html",
      ], "LG"
    ),
    (["/board-papers.html"], "LG"),
    (["/data.html"], "D"),
    (
      [
        "/my-data.html", "/reading.html", "/numbers.html", "/privacy.html", "/accessibility.html",
        "/version.html",
      ], "SLGD"
    ),
  ]

  @Test(arguments: ["S", "L", "G", "D", "SD", ""])
  func eachRoleOpensItsPagesAlone(roles: String) async throws {
    let gate = try Self.gate.get()
    let pass = roles.isEmpty ? "" : try await gate.pass(roles.map(String.init))
    for (targets, open) in Self.routes {
      for target in targets {
        let answer = await gate.ask(target, cookie: pass)
        let may = open.contains { roles.contains($0) }
        let expected =
          roles.isEmpty ? 401 : may ? 200 : target.hasSuffix("/index.html") ? 303 : 403
        #expect(answer.status == expected, "\(roles) \(target)")
        guard may, target.hasSuffix(".html") else { continue }
        // The navigation offers what may be opened, and nothing else.
        let text = page(answer)
        for match in text.matches(of: #/<a href="([a-z-]+\.html)"[^>]*>[^<]*<\/a><\/li>/#) {
          guard let route = Route(String(match.output.1)), text.contains("class=\"nav\"") else {
            continue
          }
          let nav = text.split(separator: "<nav").dropFirst().first.map(String.init) ?? ""
          if nav.contains("\"\(match.output.1)\"") {
            #expect(
              !route.roles.isDisjoint(with: Set(roles.compactMap { Self.letters[$0] })),
              "\(roles) \(target) offers \(match.output.1)")
          }
        }
      }
    }
    for act in ["/load", "/match", "/apply", "/discard", "/undo"] {
      let answer = await gate.ask(act, cookie: pass, method: "POST", body: "key=x")
      #expect(answer.status == (roles.isEmpty ? 401 : 403), "\(roles) \(act)")
    }
  }

  private static let letters: [Character: Role] = [
    "S": .staff, "L": .leader, "G": .governance, "D": .data,
  ]

  /// What weft.toml lacks, in the words that whoever starts the server reads.
  @Test(arguments: [
    (
      "", ["--listen", "0.0.0.0"],
      "Nobody signs in to these pages, so they are for this computer alone: leave --listen out, or say in weft.toml under [sign_in] how people sign in."
    ),
    (
      "client = \"w\"", [], "weft.toml says nothing of issuer under [sign_in]. It is needed."
    ),
    (
      "issuer = \"https://i.example\"", [],
      "weft.toml says nothing of address under [sign_in]. It is needed."
    ),
    (
      "issuer = \"http://i.example\"\naddress = \"https://w.example\"", [],
      "weft.toml: issuer under [sign_in] is \"http://i.example\". Write it as the issuer writes itself, beginning with https://."
    ),
    (
      "issuer = \"https://i.example\"\naddress = \"https://w.example/\"", [],
      "weft.toml: address under [sign_in] is \"https://w.example/\". Write it as https:// and a name, with nothing after it."
    ),
    (
      "issuer = \"https://i.example\"\naddress = \"https://w.example\"", [],
      "weft.toml gives nobody a role under [sign_in]. Write at least one of staff, leaders, governance and data_leads."
    ),
    (
      "issuer = \"https://i.example\"\naddress = \"https://w.example\"\nstaff = [\"S\"]", [],
      "weft.toml says nothing of client under [sign_in]. It is needed."
    ),
    (
      "issuer = \"https://i.example\"\naddress = \"https://w.example\"\nstaff = [\"S\"]\nclient = \"w\"\nsecret_file = \"people.csv\"",
      [], "Others may read \"people.csv\", the secret of [sign_in]: chmod 600 \"people.csv\"."
    ),
  ])
  func whatIsMissingIsSaid(settings: String, options: [String], words: String) throws {
    let folder = Workdir(["people.csv": "id,name\n1,Ann\n"])
    chmod(folder.path + "/people.csv", 0o644)
    if !settings.isEmpty { folder.write("weft.toml", Array("[sign_in]\n\(settings)\n".utf8)) }
    let options = try ServeOptions.parse([folder.path] + options)
    do throws(Failure) {
      _ = try options.signIn()
      Issue.record("nothing is said")
    } catch {
      #expect(error.message == words)
    }
  }

  @Test func anAddressMayHaveARole() async throws {
    let gate = try Self.gate.get()
    let pass = try await gate.pass([], "Head@Harbour.example")
    #expect(await gate.ask("/silos.html", cookie: pass).status == 200)
  }

  /// What one role was shown is not kept for another.
  @Test func answersAreKeptByRole() async throws {
    let gate = try Self.gate.get()
    let (staff, lead) = (try await gate.pass(["S"]), try await gate.pass(["L"]))
    let first = await page(gate.ask("/schools.html", cookie: lead))
    let second = await page(gate.ask("/schools.html", cookie: staff))
    #expect(first.contains("board-papers.html") && !second.contains("board-papers.html"))
  }

  @Test func namesTakenAwayAreLogged() async throws {
    let gate = try Gate()
    let pass = try await gate.pass(["S"], "anna\u{1B}[2J@harbour.example")
    _ = await gate.ask("/topic-phonics.csv", cookie: pass)
    _ = await gate.ask("/topic-phonics.html", cookie: pass)
    let lines = gate.lines.withLock { $0 }
    #expect(lines.count == 1 && lines[0].hasSuffix("took topic-phonics.csv"))
    #expect(!lines[0].contains("\u{1B}"))
  }

  /// Everybody sees what is held of themselves and of nobody else, and may hide.
  @Test func oneSeesOnesOwnAlone() async throws {
    let folder = Workdir()
    let path = folder.path + "/t"
    _ = weft(["sample", path, "--people", "300", "--ties", "3000"])
    folder.write("t/weft.toml", Array("[sign_in]\nissuer = \"https://i.example\"\n".utf8))
    let gate = try Gate(path, folder: folder)
    let rows = (folder.text("t/people.csv") ?? "").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let (mine, other) = (rows[1], rows[2])
    let pass = try await gate.pass(["S"], mine[5].uppercased())
    let own = await page(gate.ask("/my-data.html", cookie: pass))
    #expect(own.contains("What is held about you") && own.contains(mine[4]))
    #expect(await page(gate.ask("/my-data.html?who=\(other[0])", cookie: pass)) == own)
    let table = await page(gate.ask("/my-data.csv?who=\(other[0])", cookie: pass))
    #expect(table.contains(mine[1]) && !table.contains(other[1]))
    // Who could introduce them needs no name typed, and nobody asks for another.
    let plain = await page(gate.ask("/find.html?q=phonics", cookie: pass))
    #expect(await page(gate.ask("/find.html?q=phonics&from=\(other[0])", cookie: pass)) == plain)
    #expect(!plain.contains("id=\"from\""))
    let unknown = try await gate.pass(["S"], "nobody@harbour.example")
    let free = await page(gate.ask("/find.html?q=phonics", cookie: unknown))
    #expect(await page(gate.ask("/find.html?q=phonics&from=\(other[0])", cookie: unknown)) == free)
    // As the command line answers whoever says who they are.
    let found = weft(["find", path, "phonics", "--from", mine[0]]).out
    let ways = found.split(separator: "\n").compactMap {
      $0.firstMatch(of: /\ \ \d\ \ (\p{Lu}.*)$/).map { String($0.output.1) }
    }
    #expect(!ways.isEmpty)
    #expect(plain != free && !plain.contains("banner red"))
    for way in ways {
      let steps = way.components(separatedBy: ", ").map { "<li>\($0)</li>" }.joined()
      #expect(
        plain.contains("<li>You</li>" + steps.replacingOccurrences(of: "'", with: "&#39;")),
        "\(way)")
    }
    let key = try #require(own.firstMatch(of: #/name="key" value="(\w+)"/#)).output.1
    let wrong = await gate.ask(
      "/correct", cookie: pass, method: "POST", body: "key=\(key)&id=\(other[0])&visibility=hidden")
    #expect(wrong.status == 403)
    // A number that nobody has is answered in the same way, so that nobody can be found by trying.
    let nobody = await gate.ask(
      "/correct", cookie: pass, method: "POST", body: "key=\(key)&id=P99999&visibility=hidden")
    #expect(nobody.status == wrong.status && nobody.body == wrong.body)
    #expect(
      await gate.ask(
        "/correct", cookie: pass, method: "POST",
        body: "key=\(key)&id=\(mine[0])&visibility=hidden&f0=Chief"
      ).status == 303)
    let after = folder.text("t/people.csv") ?? ""
    #expect(after.contains(mine[0] + "," + mine[1]) && !after.contains("Chief,"))
    #expect(after.split(separator: "\n")[1].contains("hidden"))
    #expect(
      await page(gate.ask("/my-data.html", cookie: pass)).contains("is counted, and named nowhere"))
    // To others they are from then on like somebody who never was.
    let lead = try await gate.pass(["D"], "lead@harbour.example")
    let word = mine[1].replacingOccurrences(of: " ", with: "+")
    #expect(
      await page(gate.ask("/my-data.html?who=\(word)", cookie: lead)).contains(
        "No single colleague"))
    let stranger = try await gate.pass(["S"], "nobody@harbour.example")
    #expect(
      await page(gate.ask("/my-data.html", cookie: stranger)).contains("do not know your address"))
    #expect(await gate.ask("/my-data.csv", cookie: stranger).status == 404)
  }
}
