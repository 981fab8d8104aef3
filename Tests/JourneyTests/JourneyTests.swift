import Foundation
import TestSupport
import Testing

/// The pages used as people use them, in a real browser, with the built program behind them.
@Suite(.serialized) struct JourneyTests {
  private static let canTravel =
    Browser.program != nil && FileManager.default.isExecutableFile(atPath: Served.program)

  /// A name that one colleague alone has and that may be shown.
  private func listed(_ served: Served, besides: Set<String> = []) throws -> [String] {
    let rows = served.rows("people.csv").filter { $0.count > 9 && $0[0].hasPrefix("P") }
    let named = rows.filter { row in
      row[8].isEmpty && row[7].isEmpty && rows.count { $0[1] == row[1] } == 1
        && !besides.contains(row[0])
    }
    return try #require(named.first)
  }

  // MARK: 1 and 2. Who knows about phonics, and who could introduce me?

  @Test(.enabled(if: canTravel, Browser.missing)) func aQuestionOnAPhoneIsAnsweredInTwoSteps()
    throws
  {
    let served = try Served()
    let browser = try Browser(width: 390, height: 844)
    try browser.open(served.address)
    #expect(try browser.heading == "Five things to know")
    try browser.type("who knows about phonics?", into: "#q")
    try browser.leaving { try browser.press("Enter") }
    let heading = try browser.heading
    #expect(heading.contains("Phonics") && heading.contains("can be asked"), "\(heading)")
    #expect(try browser.value("document.documentElement.scrollWidth <= 390") as? Bool == true)
    // The first colleague, and the way there.
    let name = try browser.text("document.querySelector('a[href^=\"person-\"]').innerText")
    try browser.leaving { try browser.click(name) }
    #expect(try browser.heading == name)
    let asker = try listed(served)
    try browser.type(asker[1], into: "#from")
    try browser.leaving { try browser.click("Who could introduce me?") }
    let page = try browser.page
    #expect(try browser.heading == name && page.contains(asker[1]))
    #expect(page.contains("introduce") || page.contains("directly"), "\(page.prefix(600))")
    // Somebody who is not there is told so, and nothing is lost.
    try browser.type("Nemo Nowhere", into: "#from")
    try browser.leaving { try browser.click("Who could introduce me?") }
    #expect(try browser.page.contains("Nemo Nowhere") && browser.heading == name)
  }

  // MARK: 3. A question about silos

  @Test(.enabled(if: canTravel, Browser.missing)) func silosAreAskedByHubAndDepth() throws {
    let served = try Served()
    let browser = try Browser()
    try browser.open(served.address)
    try browser.leaving { try browser.click("Silos and bridges") }
    try browser.click("Ask it another way")
    try browser.choose("hub", in: "#by")
    try browser.choose("3", in: "#depth")
    try browser.leaving { try browser.click("Show") }
    let place = try browser.text("location.pathname")
    #expect(place.contains("by=hub") && place.contains("depth=3"), "\(place)")
    // Links keep the question, and the map that is drawn is of it.
    try browser.leaving { try browser.click("Map") }
    #expect(try browser.text("location.pathname").contains("by=hub"))
    #expect(
      try browser.value(
        "[...document.images].every(i => i.complete && i.naturalWidth > 100) && document.images.length > 0"
      )
        as? Bool == true)
  }

  // MARK: 4. Thursday's paper

  @Test(.enabled(if: canTravel, Browser.missing)) func aBoardPaperIsFilledInAndTakenAway() throws {
    let served = try Served()
    let browser = try Browser()
    try browser.open(served.address)
    try browser.leaving { try browser.click("Board papers") }
    func open() throws -> Int {
      Int(
        try browser.text(
          "String([...document.querySelectorAll('.checks li')].filter(e => e.innerText.startsWith('To do')).length)"
        )) ?? -1
    }
    let before = try open()
    try browser.type("Trust Board", into: "#meeting")
    try browser.type("3 December 2026", into: "#date")
    try browser.type("Ada Clerk, clerk", into: "#author")
    try browser.leaving { try browser.click("Check the paper") }
    #expect(try open() < before && open() >= 0)
    let taken = Workdir()
    try browser.keepDownloads(in: taken.path)
    for (words, name, magic) in [
      ("Word", "pack.docx", "PK"), ("PDF", "pack.pdf", "%PDF"), ("Excel", "pack.xlsx", "PK"),
    ] {
      try browser.click(words)
      let bytes = try browser.waiting(for: taken.path + "/" + name)
      #expect(bytes.count > 4000 && bytes.starts(with: Array(magic.utf8)), "\(words)")
    }
  }

  // MARK: 5 and 6. Files with errors, loaded and taken back

  @Test(.enabled(if: canTravel, Browser.missing)) func filesWithErrorsAreLoadedAndTakenBack() throws
  {
    let served = try Served()
    let before = (served.text("people.csv"), served.text("collaborations.csv"))
    let known = try listed(served)
    served.folder.write("holiday.txt", Array("nothing in here\n".utf8))
    served.folder.write(
      "answers.csv",
      Array(
        "Start time,Name,Who do you go to for advice?\n2026-11-20,\(known[1]),Nemo Nowhere; \(try listed(served, besides: [known[0]])[1])\n"
          .utf8))
    let browser = try Browser()
    try browser.open(served.address)
    try browser.leaving { try browser.click("Data") }
    try browser.attach([served.folder.path + "/holiday.txt"], to: "#files")
    try browser.leaving { try browser.click("See what would change") }
    #expect(try browser.heading == "These files cannot be loaded")
    #expect(try browser.page.contains("Nothing was changed."))
    try browser.leaving { try browser.click("Go back") }
    try browser.attach([served.folder.path + "/answers.csv"], to: "#files")
    try browser.leaving { try browser.click("See what would change") }
    #expect(try browser.page.contains("1 tie waits for a decision below"))
    try browser.choose("nobody", in: "#n0")
    try browser.leaving { try browser.click("Read them like this") }
    #expect(try !browser.page.contains("waits for a decision below"))
    #expect((served.text("people.csv"), served.text("collaborations.csv")) == before)
    try browser.leaving { try browser.click("Load the two files") }
    #expect(try browser.page.contains("Loaded people.csv, collaborations.csv and import.txt"))
    #expect(served.rows("collaborations.csv").count == 2)
    try browser.leaving { try browser.click("Undo") }
    #expect((served.text("people.csv"), served.text("collaborations.csv")) == before)
    #expect(try !browser.page.contains("Undo"))
  }

  // MARK: 7. My data

  @Test(.enabled(if: canTravel, Browser.missing)) func oneIsCorrectedAndHidden() throws {
    let served = try Served()
    let person = try listed(served)
    let browser = try Browser()
    try browser.open(served.address)
    try browser.leaving { try browser.click("Data") }
    try browser.leaving { try browser.click("What is held about one colleague") }
    try browser.type(person[0], into: "#who")
    try browser.leaving { try browser.click("Show what is held") }
    #expect(try browser.heading == "What is held about \(person[1])")
    try browser.click("Correct it, or choose how to appear")
    try browser.choose("hidden", in: "#visibility")
    try browser.leaving { try browser.click("See what would change") }
    try browser.leaving { try browser.click("Load people.csv") }
    #expect(served.rows("people.csv").first { $0.first == person[0] }?[8] == "hidden")
    // They are found by name nowhere now.
    let word = person[1].addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    try browser.open(
      served.address.components(separatedBy: "/start")[0] + "/my-data.html?who=" + word)
    #expect(try browser.page.contains("No single colleague goes by"))
  }

  // MARK: 8. Signing in

  @Test(.enabled(if: canTravel, Browser.missing)) func staffSignInAndSeeTheirPages() throws {
    let probe = try #require(SmallIssuer(role: "", address: ""))
    let port = Int(probe.port)
    probe.end()
    let issuer = try #require(SmallIssuer(role: "S", address: "nobody@harbour.example"))
    defer { issuer.end() }
    let secret = Workdir(["secret": "between us\n"])
    chmod(secret.path + "/secret", 0o600)
    let served = try Served(
      settings: """
        [sign_in]
        issuer = "\(issuer.name)"
        client = "weft"
        secret_file = "\(secret.path)/secret"
        address = "http://127.0.0.1:\(port + 1)"
        staff = ["S"]

        """, port: port + 1)
    let browser = try Browser(width: 390, height: 844)
    try browser.open(served.address + "/topic-phonics.html")
    #expect(try browser.heading == "Sign in to read these pages")
    try browser.leaving { try browser.click("Sign in") }
    let heading = try browser.heading
    #expect(heading.contains("Phonics"), "\(heading)")
    #expect(try browser.text("location.pathname") == "/topic-phonics.html")
    // The cookie is out of scripts' reach.
    #expect(try browser.text("document.cookie") == "")
    let offered = try browser.text("document.querySelector('#menu').innerText")
    #expect(offered.contains("My data") && !offered.contains("Board papers"), "\(offered)")
    try browser.open(served.address + "/silos.html")
    #expect(try browser.heading == "That page is not open to you")
    try browser.leaving { try browser.click("Go to the first page") }
    #expect(try browser.text("location.pathname") == "/find.html")
    try browser.leaving { try browser.click("Sign out") }
    #expect(try browser.heading == "You are signed out")
    try browser.open(served.address + "/find.html")
    #expect(try browser.heading == "Sign in to read these pages")
  }

  // MARK: By keys alone, in the colours of the system, without motion

  @Test(.enabled(if: canTravel, Browser.missing)) func keysAloneAreEnough() throws {
    let served = try Served()
    let browser = try Browser()
    try browser.open(served.address)
    try browser.press("Tab")
    #expect(try browser.text("document.activeElement.innerText") == "Skip to content")
    try browser.tab(to: "Who knows about…")
    try browser.type("phonics", into: "#q")
    try browser.leaving { try browser.press("Enter") }
    #expect(try browser.heading.contains("Phonics"))
    let name = try browser.text("document.querySelector('a[href^=\"person-\"]').innerText")
    try browser.tab(to: name)
    try browser.leaving { try browser.press("Enter") }
    #expect(try browser.heading == name)
    try browser.tab(to: "Silos and bridges")
    try browser.leaving { try browser.press("Enter") }
    try browser.tab(to: "Data")
    try browser.leaving { try browser.press("Enter") }
    try browser.tab(to: "Files, up to 20 MB in all")
    try browser.tab(to: "See what would change")
  }

  @Test(.enabled(if: canTravel, Browser.missing))
  func pagesKeepTheirSenseInForcedColoursAndWithoutMotion() throws {
    let served = try Served()
    let browser = try Browser()
    try browser.emulate([("forced-colors", "active"), ("prefers-reduced-motion", "reduce")])
    for page in ["", "/silos.html", "/missing.html", "/data.html"] {
      try browser.open(
        page.isEmpty ? served.address : served.address.components(separatedBy: "/start")[0] + page)
      #expect(try browser.value("matchMedia('(forced-colors: active)').matches") as? Bool == true)
      // Nothing moves, and a button has an edge that is not a colour alone.
      #expect(
        try browser.value(
          "[...document.querySelectorAll('*')].every(e => { const s = getComputedStyle(e); return s.animationName === 'none' && parseFloat(s.transitionDuration) === 0 })"
        ) as? Bool == true, "\(page)")
      #expect(
        try browser.value(
          "[...document.querySelectorAll('.btn, input:not([type=hidden], [type=file]), select')].every(e => parseFloat(getComputedStyle(e).borderTopWidth) >= 1)"
        ) as? Bool == true, "\(page)")
    }
  }
}
