package import Commands
import Documents
import Networks
import Sections
import Synchronization
import Website

/// Answers browsers: who may ask, which page it is, and what stands on it.
///
/// It knows nothing of connections, so every route can be tried without one.
public final class TrustServer: Sendable {
  private let entrance: any Entrance
  private let shelf: Mutex<Shelf>
  private let folder: String
  /// Reads the files anew.
  private let readAgain: @Sendable () throws(Failure) -> ServedTrust
  /// Takes a line of what was taken away by name, or changed, and by whom.
  private let log: @Sendable (String) -> Void
  /// A request with more is refused; files that are loaded may have more.
  public static let largestBody = 65_536
  public static let largestLoad = 20 << 20

  package init(
    _ trust: ServedTrust, folder: String, door: any Entrance,
    log: @escaping @Sendable (String) -> Void = { _ in },
    readAgain: @escaping @Sendable () throws(Failure) -> ServedTrust
  ) {
    entrance = door
    self.log = log
    self.folder = folder
    self.readAgain = readAgain
    shelf = Mutex(Shelf(trust))
  }

  /// How much of a body is read: files are taken from whoever may come in alone.
  public func limit(_ asking: Asking) -> Int {
    asking.method == "POST" && asking.target == "/load" && entrance.objection(asking) == nil
      && entrance.visit(asking)?.may(.data) == true
      ? Self.largestLoad : Self.largestBody
  }

  /// Seconds in which a request must be here whole.
  public func patience(_ asking: Asking) -> Int {
    limit(asking) == Self.largestLoad ? 120 : 10
  }

  /// What whoever sends too slowly reads.
  public var tooSlow: Answer {
    trouble(
      408, "That took too long to arrive",
      "Nothing was taken. Send it again when the connection is better."
    ).guarded
  }

  /// Shows the files as they were read anew, from the next question on.
  package func show(_ trust: ServedTrust) { shelf.withLock { $0 = Shelf(trust) } }

  /// Answers one request.
  public func answer(_ asking: Asking) async -> Answer {
    var answer = await plain(asking).guarded
    if asking.method == "HEAD" {
      answer.headers.append(("Content-Length", "\(answer.body.count)"))
      answer.body = []
    }
    return answer
  }

  private func plain(_ asking: Asking) async -> Answer {
    if asking.bodySize > limit(asking) {
      return trouble(
        413, "That is too large", "Nothing was taken. Files may have 20 MB in all.")
    }
    if asking.method == "POST", let act = Act(rawValue: asking.target) {
      return await answer(act, asking)
    }
    guard ["GET", "HEAD"].contains(asking.method) else {
      return trouble(
        405, "Pages here are only read", "Nothing was changed.", [("Allow", "GET, HEAD")])
    }
    if asking.target == "/healthz" {
      return Answer(200, "text/plain; charset=utf-8", Array("ok\n".utf8))
    }
    if asking.target.utf8.count > Address.longest {
      return trouble(414, "That address is too long", "Write a shorter question.")
    }
    guard let address = Address(asking.target) else { return notHere(asking) }
    if address.file == "start", address.question.isEmpty, let door = entrance as? Door {
      return start(asking, door, address.query["key"] ?? "")
    }
    // The style holds nothing of the trust, and pages that say no need it.
    if address.file == "site.css" {
      return Answer(200, "text/css; charset=utf-8", Array(Site.styleSheet.utf8))
    }
    if let objection = entrance.objection(asking) { return objection.answer }
    if let signIn = entrance as? SignIn {
      switch address.file {
      case "sign-in": return await signIn.begin(address.query["to"] ?? "/")
      case "signed-in": return await signIn.finish(asking, address.query)
      case "sign-out": return signIn.leave(asking)
      default: break
      }
    }
    guard let visit = entrance.visit(asking) else { return entrance.closed(asking.target) }
    if !visit.isLocal, address.file == "index.html", !visit.may(.findings) {
      return .moved(to: "/" + Route.home(of: visit.roles))
    }
    if !visit.isLocal {
      // What is no page of any kind is nobody's.
      guard let route = Route(address.file) else { return nowhere }
      guard visit.may(route) else { return notForThem }
    }
    let shelf = shelf.withLock { $0 }
    do {
      // What waits for a yes changes while the files do not.
      if ["data.html", "load.html", "my-data.html", "my-data.csv", "my-data.json"].contains(
        address.file)
      {
        return try await found(address, shelf, visit)
      }
      let address = asked(address, visit, shelf.trust)
      if !visit.isLocal, address.query["from"] != nil {
        return try await found(address, shelf, visit)
      }
      tell(asking, address, visit)
      return try await shelf.answer(visit.key + asking.target) {
        try await self.found(address, shelf, visit)
      }
    } catch let failure as Failure {
      return trouble(400, "That could not be answered", failure.message)
    } catch is Shelf.Full {
      return trouble(
        429, "Many questions at once", "Wait a few seconds and ask again.", [("Retry-After", "5")])
    } catch {
      return trouble(500, "Something went wrong here", "Nothing was lost. Ask again.")
    }
  }

  private func start(_ asking: Asking, _ door: Door, _ key: String) -> Answer {
    // The name that was asked for is looked at first: a key is not spent on another's address.
    if let objection = entrance.objection(asking), objection.status == 421 {
      return objection.answer
    }
    guard let cookie = door.enter(key, asking) else {
      if let objection = entrance.objection(asking) { return objection.answer }
      return entrance.visit(asking) == nil ? door.closed(asking.target) : .moved(to: "/")
    }
    // By way of a page: a redirect out of another program's link would leave a strict cookie behind.
    return .page(SiteFrame.opening("/"), 200, [("Set-Cookie", cookie)])
  }

  /// Whoever signed in asks for themselves alone: how others could meet would tell whom they work with.
  private func asked(
    _ address: Address, _ visit: Visit, _ trust: ServedTrust
  ) -> Address {
    guard !visit.isLocal, Route(address.file) == .colleagues else { return address }
    var address = address
    address.query["from"] = nil
    let isAnswered =
      address.file.hasPrefix("person-") || !(address.query["q"] ?? "").isEmpty
    if let own = visit.address, isAnswered, address.file.hasSuffix(".html") {
      address.query["from"] = trust.id(ofAddress: own)
    }
    return address
  }

  /// Names that are taken away as a table are logged: who, and what.
  private func tell(_ asking: Asking, _ address: Address, _ visit: Visit) {
    guard !visit.isLocal, [.colleagues, .own].contains(Route(address.file)),
      !address.file.hasSuffix(".html")
    else { return }
    log("\(visible(visit.name)) took \(visible(address.file))")
  }

  private var notForThem: Answer {
    trouble(
      403, "That page is not open to you",
      "It is for other roles than yours. Whoever runs Weft in your trust can change that.",
      way: "/")
  }

  // MARK: What changes files

  /// What a form may ask for.
  private enum Act: String {
    case load = "/load"
    case match = "/match"
    case correct = "/correct"
    case apply = "/apply"
    case discard = "/discard"
    case undo = "/undo"
  }

  private func answer(_ act: Act, _ asking: Asking) async -> Answer {
    let form = FormData(asking.body, type: asking.headers["content-type"] ?? "")
    if let objection = entrance.objection(asking) { return objection.answer }
    guard let visit = entrance.visit(asking) else { return entrance.closed("/") }
    let desk = visit.desk
    if let objection = entrance.objection(asking, form: form, key: desk.key) {
      return objection.answer
    }
    guard visit.may(act == .correct ? .own : .data) else { return notForThem }
    if !visit.isLocal { log("\(visible(visit.name)) asked to \(act)") }
    // A page in another window may have put others in their place since this one was read.
    if let seen = form?.fields["of"],
      let mark = act == .undo ? desk.loaded?.mark : desk.proposal?.mark, seen != mark
    {
      return trouble(
        409, "Something else is waiting by now",
        "Other files were chosen or loaded since you opened that page, perhaps in another window. Nothing was changed.",
        way: act == .undo ? "/data.html" : "/load.html")
    }
    do throws(Failure) {
      switch act {
      case .load:
        desk.proposal = nil
        let trust = shelf.withLock { $0 }.trust
        desk.proposal = try Loading(form?.files ?? [], to: trust)
        return .moved(to: "/load.html")
      case .match:
        guard let proposal = desk.proposal else { return .moved(to: "/data.html") }
        let trust = shelf.withLock { $0 }.trust
        desk.proposal = try proposal.matched(form?.fields ?? [:], to: trust)
        return .moved(to: "/load.html")
      case .correct:
        let trust = shelf.withLock { $0 }.trust
        let fields = form?.fields ?? [:]
        // Whoever may ask of themselves alone gets the same answer to any other number, whether somebody has it or not.
        let id = fields["id"] ?? ""
        let asked = visit.mayAskOfAnybody ? id : visit.address ?? ""
        guard let report = try trust.ownData(asked) else { return .moved(to: "/my-data.html") }
        guard visit.mayAskOfAnybody else {
          guard id == report.id else { return notForThem }
          // How one appears is one's own to say, and holds at once.
          _ = try trust.correcting(id, [:], visibility: fields["visibility"]).load()
          showAgain()
          return .moved(to: "/my-data.html")
        }
        var values: [String: String] = [:]
        for (place, field) in report.fields.enumerated() {
          values[field.heading] = fields["f\(place)"]
        }
        desk.proposal = try trust.correcting(id, values, visibility: fields["visibility"])
        return .moved(to: "/load.html")
      case .apply:
        guard let proposal = desk.proposal else { return .moved(to: "/data.html") }
        desk.proposal = nil
        desk.loaded = try proposal.load()
        desk.takenBack = []
        showAgain()
      case .discard: desk.proposal = nil
      case .undo:
        guard let loaded = desk.loaded else { return .moved(to: "/data.html") }
        try loaded.takeBack()
        desk.loaded = nil
        desk.takenBack = loaded.names
        showAgain()
      }
      return .moved(to: "/data.html")
    } catch {
      switch act {
      case .load:
        return trouble(
          422, "These files cannot be loaded", "\(error.message) Nothing was changed.",
          way: "/data.html")
      case .match:
        return trouble(
          422, "The files cannot be read like that",
          "\(error.message) They wait as they were read before.", way: "/load.html")
      case .correct:
        return trouble(
          422, "That cannot be changed here", "\(error.message) Nothing was changed.",
          way: "/my-data.html")
      case .undo:
        return trouble(
          503, "That could not be taken back",
          "\(error.message) The files as they were are still beside the others.", way: "/data.html")
      case .apply, .discard:
        return trouble(
          503, "That could not be loaded", "\(error.message) Nothing was changed.",
          way: "/data.html")
      }
    }
  }

  /// Shows the files as they are now; where they cannot be read, whoever watches the folder says why.
  private func showAgain() {
    if let trust = try? readAgain() { show(trust) }
  }

  // MARK: Pages

  private func found(
    _ address: Address, _ shelf: Shelf, _ visit: Visit
  ) async throws -> Answer {
    if address.file == "ask" { return ask(address) }
    let question = try await shelf.question(address.question)
    let desk = visit.desk
    func open(_ site: Site) -> Site {
      visit.isLocal ? site : site.open(Route.places(of: visit.roles))
    }
    let site = open(question.site)
    let name = address.file
    guard let dot = name.lastIndex(of: ".") else { return notHere(site) }
    let (stem, ending) = (String(name[..<dot]), String(name[name.index(after: dot)...]))
    switch (stem, ending) {
    case ("find", let ending) where !(address.query["q"] ?? "").isEmpty:
      return written(find(address, question, site), site, ending)
    case ("board-papers", "html"):
      let (_, checks) = try await question.pack("docx", Self.paper(address.query))
      return .page(
        site.html(
          site.boardPapers(address.query, query: address.rawQuery, checks: checks)))
    case ("pack", "docx"), ("pack", "pdf"), ("pack", "xlsx"):
      let (bytes, _) = try await question.pack(ending, Self.paper(address.query))
      return Answer(
        200, Self.types[ending] ?? "application/octet-stream", bytes,
        [("Content-Disposition", "attachment; filename=\"pack.\(ending)\"")])
    case ("data", "html"):
      return .page(site.html(site.data(shelf.trust.ledger, folder: folder, desk.form)))
    case ("load", "html"):
      guard let proposal = desk.proposal else { return .moved(to: "/data.html") }
      return .page(site.html(site.loading(proposal.report, key: desk.key, mark: proposal.mark)))
    case ("dashboard", let ending) where ["pdf", "png"].contains(ending):
      guard let bytes = try await question.dashboard(ending) else { return notHere(site) }
      return Answer(
        200, ending == "pdf" ? "application/pdf" : "image/png", bytes,
        [("Content-Disposition", "attachment; filename=\"five-things.\(ending)\"")])
    case ("my-data", "html"), ("my-data", "csv"), ("my-data", "json"):
      var word = String((address.query["who"] ?? "").prefix(128))
      if !visit.mayAskOfAnybody { word = visit.address ?? "" }
      let report = word.isEmpty ? nil : try shelf.trust.ownData(word)
      guard shelf.trust.isNamed, ending == "html" || report != nil else { return notHere(site) }
      if !visit.isLocal, let report, ending != "html" || visit.mayAskOfAnybody {
        log(
          "\(visible(visit.name)) \(ending == "html" ? "looked at" : "took") what is held of \(visible(report.id))"
        )
      }
      return written(
        site.myData(word, report, key: desk.key, isOwn: !visit.mayAskOfAnybody), site, ending)
    case (_, "svg"):
      let pictured = open(try await shelf.pictures(address.question))
      guard let svg = pictured.picture(name) else { return notHere(site) }
      return Answer(200, "image/svg+xml; charset=utf-8", svg)
    case (_, "html") where stem.hasPrefix("person-") && !(address.query["from"] ?? "").isEmpty:
      let from = String((address.query["from"] ?? "").prefix(128))
      var isAnswered = true
      let page = site.meeting(stem, from: from) { person in
        do throws(Failure) {
          return .success(try question.path(from: from, to: person))
        } catch {
          isAnswered = false
          return .failure(Site.Mistake(error.message))
        }
      }
      // Nobody needs to be introduced to themselves.
      if !isAnswered, !visit.isLocal, let plain = site.page(stem) { return .page(site.html(plain)) }
      return page.map { .page(site.html($0)) } ?? notHere(site)
    case (_, "html"), (_, "csv"), (_, "json"):
      let pages =
        Site.hasPictures(stem) ? open(try await shelf.pictures(address.question)) : site
      guard let page = pages.page(stem), stem != "404" else { return notHere(site) }
      return written(page, pages, ending)
    default: return notHere(site)
    }
  }

  /// A page, or its table, in the form that the ending names.
  private func written(_ page: WebPage, _ site: Site, _ ending: String) -> Answer {
    switch ending {
    case "html": return .page(site.html(page))
    case "csv":
      guard let csv = page.table?.csv else { return notHere(site) }
      return Answer(
        200, "text/csv; charset=utf-8", Array(csv.utf8),
        [("Content-Disposition", "attachment; filename=\"\(page.stem).csv\"")])
    case "json":
      guard let json = site.json(page) else { return notHere(site) }
      return Answer(200, "application/json; charset=utf-8", Array(json.utf8))
    default: return notHere(site)
    }
  }

  private func find(
    _ address: Address, _ question: ServedQuestion, _ site: Site
  ) -> WebPage {
    let text = String((address.query["q"] ?? "").prefix(128))
    let sought = Site.Sought(text, address.query)
    do {
      return site.found(sought, .report(try question.find(text, address.query)))
    } catch {
      return site.found(sought, .mistake(error.message))
    }
  }

  /// From a form to the address of the question it asks.
  private func ask(_ address: Address) -> Answer {
    let views = ["index", "silos", "silos-map", "silos-matrix", "silos-table"]
    let view = address.query["view"].flatMap { views.contains($0) ? $0 : nil } ?? "silos"
    return .moved(to: Address.path(QuestionWords(address.query), view + ".html"))
  }

  private static func paper(_ query: [String: String]) -> [String: String] {
    query.mapValues { String($0.prefix(200)) }
  }

  private static let types = [
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ]

  // MARK: What is not there

  private func notHere(_ site: Site) -> Answer {
    .page(site.page("404").map(site.html) ?? "", 404)
  }

  /// Whoever has not come in learns nothing from an address.
  private func notHere(_ asking: Asking) -> Answer {
    if let objection = entrance.objection(asking) { return objection.answer }
    guard entrance.visit(asking) != nil else { return entrance.closed("/") }
    return nowhere
  }

  private var nowhere: Answer {
    trouble(404, "That page is not here", "The address may be old or mistyped. Nothing was lost.")
  }

  private func trouble(
    _ status: Int, _ title: String, _ words: String, _ more: [(String, String)] = [],
    way: String = "/"
  ) -> Answer {
    // Says nothing of the trust: it is read by those who may not come in as well.
    .page(
      SiteFrame.trouble(
        title, words, way: status == 421 ? nil : way,
        button: way == "/" ? "Go to the first page" : "Go back"), status, more)
  }
}
