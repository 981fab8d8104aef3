import Documents
import Findings
import Measures
import Networks
import Sections

extension Site {
  /// Schools, teams and partners: a list of each kind, and a page for each one.
  var placePages: [WebPage] {
    [schoolList] + schools.map(schoolPage) + network.teams.map(teamPage) + [partnerList]
      + partnerPlaces.map(partnerPage)
  }

  /// The lists of schools, partners and partnerships.
  var listPages: [WebPage] { [schoolList, partnerList, partnershipList] }

  /// The page of one school, team or partner.
  func placePage(_ stem: String) -> WebPage? {
    if let school = schools.first(where: { addresses.stem("school", $0.id) == stem }) {
      return schoolPage(school)
    }
    if let team = network.teams.first(where: { addresses.stem("team", $0.id) == stem }) {
      return teamPage(team)
    }
    return partnerPlaces.first { addresses.stem("partner", $0.id) == stem }.map(partnerPage)
  }

  private var network: Network { analysis.network }
  private var schools: [School] { network.schools.sorted { ($0.name, $0.id) < ($1.name, $1.id) } }

  /// The schools by name, and the teams of each.
  private var schoolList: WebPage {
    guard !schools.isEmpty || !network.teams.isEmpty else {
      return WebPage(
        "schools", "Schools and teams are not on record", .schools,
        head("Schools and teams are not on record", "No file describes schools or teams."))
    }
    let words = Dictionary(
      (ranking?.rows ?? []).map { ($0.id, $0.word) }, uniquingKeysWith: { first, _ in first })
    let bySchool = analysis.boundary == .school
    var table = Table(
      [.text("school", "School"), .text("phase", "Phase"), .text("hub", "Hub")]
        + (bySchool ? [.text("word", "How far it works with others")] : []))
    table.rows = schools.map { school in
      [.text(school.name), .text(school.phase ?? ""), .text(school.hub ?? "")]
        + (bySchool ? [.text(words[school.id] ?? "Nobody is recorded in it")] : [])
    }
    let across = network.teams.filter { $0.school == nil }
    let kinds = [(schools.count, "school"), (network.teams.count, "team")]
    let title = kinds.filter { $0.0 > 0 }.map { counted($0.0, $0.1) }.joined(separator: ", ")
    let teams: HTML =
      across.isEmpty
      ? ""
      : "<section><h2>Teams across the trust</h2><ul class=\"topics\">\(across.html { "<li>\(link($0.name, addresses.page("team", $0.id)))</li>" })</ul></section>\n"
    return WebPage(
      "schools", title, .schools, table: table,
      """
      \(head(title, "In order of name. Each page says whom the school works with, and what its people know."))\(TableView(table: table, caption: "Schools by name.", folded: ["phase", "hub"], address: { addresses.page("school", schools[$0].id) }).html)
      \(teams)\(downloads("schools"))
      """)
  }

  private func schoolPage(_ school: School) -> WebPage {
    let own = analysis.grouped(by: .school)
    let stem = addresses.stem("school", school.id) ?? "school"
    let place = [school.phase, school.hub.map { "\($0) hub" }].compactMap { $0 }
    let row = analysis.boundary == .school ? ranking?.rows.first { $0.id == school.id } : nil
    let teams = network.teams.filter { $0.school.map { network.schools[Int($0)].id } == school.id }
    let inside: HTML =
      teams.isEmpty
      ? ""
      : "<section><h2>Teams</h2><ul class=\"topics\">\(teams.html { "<li>\(link($0.name, addresses.page("team", $0.id)))</li>" })</ul></section>\n"
    let agreements = partnerships.entries.filter { entry in
      entry.partnership.with >= 0 && network.kind(of: entry.partnership.with) == .school
        && network.schools[network.index(of: entry.partnership.with)].id == school.id
    }
    return groupPage(
      stem, school.name, own, school.id, about: place.joined(separator: ", "), row: row,
      further: (inside + partnershipSection(agreements)).isEmpty
        ? "<p class=\"soft meta\">No team and no partnership of it is on record.</p>"
        : inside + partnershipSection(agreements))
  }

  private func teamPage(_ team: Team) -> WebPage {
    let stem = addresses.stem("team", team.id) ?? "team"
    let home = team.school.map { network.schools[Int($0)] }
    let title = home.map { "\(team.name), \($0.name)" } ?? team.name
    let about = team.kind.map { "Kind: \($0)" } ?? ""
    let back: HTML =
      home.map {
        "<section><h2>School</h2><p>\(link($0.name, addresses.page("school", $0.id)))</p></section>\n"
      } ?? "<p class=\"soft meta\">It works across the trust.</p>"
    return groupPage(
      stem, title, analysis.grouped(by: .team), team.id, about: about, row: nil, further: back)
  }

  /// One school or team: its finding, whom it works with, what its people know.
  private func groupPage(
    _ stem: String, _ title: String, _ own: Analysis, _ id: String, about: String,
    row: SiloRanking.Row?, further: HTML
  ) -> WebPage {
    let crumb = ("Schools and teams", "schools.html")
    guard let profile = own.group(id, showsAll: naming.showsAll) else {
      return WebPage(
        stem, title, .schools,
        "\(head(title, "Nobody is recorded in it in this period.", crumb: crumb))\(further)")
    }
    let report = GroupReport(own, profile, naming)
    let place = own.study.grouping?.ids.firstIndex(of: id) ?? -1
    let isShown = place >= 0 && naming.shows(place, of: own)
    // Pairs are told along the main boundary alone.
    let tellsPairs = isShown && (naming.showsAll || own.boundary == analysis.boundary)
    let partners = tellsPairs ? report.shownPartners : Table([])
    let members = own.study.slice.people.indices.filter { own.study.group(ofNode: $0) == place }
      .map { own.study.slice.people[$0] }
    let known =
      // A code whose topics tell its team would tell more of a person than a copy without names may.
      isShown && !network.expertise.isEmpty && (naming.showsAll || own.boundary == .school)
      ? TopicProfileReport(
        analysis.expertise, members: members, isPerson: false, naming,
        beside: own.peopleOfAnyGroup, namesHolder: false
      ).sentences
      : []
    let chip: HTML? = row.flatMap {
      $0.tone == .alarm ? "<span class=\"chip red\">\($0.word)</span> " : nil
    }
    let order = Table(
      partners.columns, rows: partners.rows.sorted { $0[1].shown < $1[1].shown }
    ).keeping(["name", "people", "ties", "expected", "ratio"])
    let kind = own.boundary == .school ? "school" : "team"
    let work: HTML =
      (own.study.grouping?.ids.count ?? 0) < 2
      ? "<p>There is no other \(kind) to work with on record.</p>"
      : order.rows.isEmpty
        ? "<p>No number of ties with another \(kind) may be shown here.</p>"
        : TableView(
          table: order,
          caption: "Ties with each other \(kind), in order of name, beside what chance would give.",
          folded: ["people", "expected"],
          address: { row in
            partners.rows.first { $0[1] == order.rows[row][0] }
              .flatMap { addresses.page(kind, $0[0].shown) }
          }
        ).html
    return WebPage(
      stem, title, .schools, table: order.rows.isEmpty ? nil : order,
      """
      \(head(title, "\(chip)\(report.plain)", crumb: crumb))<p class="soft meta">\(([about].filter { !$0.isEmpty }.map { $0 + "." } + report.basis).joined(separator: " "))</p>
      <div class="cols"><div>
      \(known.isEmpty ? nil : "<section><h2>What its people know</h2>\(paragraphs(known))</section>\n")\(isShown ? "<section><h2>Whom it works with</h2>\n\(work)\(tellsPairs ? report.absent.map { "<p class=\"soft meta\">\($0)</p>" } : nil)</section>\n" : nil)\(order.rows.isEmpty ? nil : downloads(stem))</div>
      <aside class="box">\(further)</aside></div>
      """)
  }

  private func partnershipSection(_ entries: [PartnershipLedger.Entry]) -> HTML {
    guard !entries.isEmpty else { return "" }
    let items = entries.sorted { ($0.partner, $0.id) < ($1.partner, $1.id) }.html { entry in
      "<li>\(link("\(entry.partner) with \(entry.with)", addresses.page("partnership", entry.id))) <span class=\"soft\">\(PartnershipList.word(entry.status))</span></li>"
    }
    return "<section><h2>Partnerships</h2><ul class=\"topics\">\(items)</ul></section>\n"
  }

  // MARK: Partners

  private var partnerPlaces: [Partner] {
    network.partners.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  private func entries(of partner: Partner) -> [PartnershipLedger.Entry] {
    partnerships.entries.filter {
      network.partners[network.index(of: $0.partnership.partner)].id == partner.id
    }
  }

  private var partnerList: WebPage {
    guard !partnerPlaces.isEmpty else {
      return WebPage(
        "partners", "Partners are not on record", .partners,
        head("Partners are not on record", "No file describes partners."))
    }
    let all = partnerPlaces
    let table = Table(
      [
        .text("partner", "Partner"), .text("sector", "Sector"),
        .number("partnerships", "Partnerships"),
      ],
      rows: all.map {
        [
          .text($0.name), .text($0.sector?.replacing("-", with: " ") ?? ""),
          .count(entries(of: $0).count),
        ]
      })
    let title = counted(all.count, "partner")
    return WebPage(
      "partners", title, .partners, table: table,
      """
      \(head(title, "Organisations outside the trust that work with us, in order of name."))\(TableView(table: table, caption: "Partners by name.", folded: ["sector"], address: { addresses.page("partner", all[$0].id) }).html)
      \(downloads("partners"))
      """)
  }

  private func partnerPage(_ partner: Partner) -> WebPage {
    let agreements = entries(of: partner)
    let answer =
      agreements.isEmpty
      ? (network.records.endedPartnerships.contains {
        network.partners[network.index(of: $0.partner)].id == partner.id
      }
        ? "No partnership with it is under way: what there was has ended."
        : "No partnership with it is on record.")
      : "\(counted(agreements.count, "partnership")) on record."
    let about: [(String, String?)] = [
      ("Sector", partner.sector?.replacing("-", with: " ")),
      ("Mission", partner.attributes["mission"]), ("Offers", partner.attributes["offers"]),
      ("Looks for", partner.attributes["seeks"]),
    ]
    let facts = about.html { label, value in
      "<dt>\(label)</dt><dd>\(value.map(capitalised) ?? "Not on record")</dd>"
    }
    return WebPage(
      addresses.stem("partner", partner.id) ?? "partner", partner.name, .partners,
      """
      \(head(partner.name, "\(answer)", crumb: ("Partners", "partners.html")))<dl class="kv">\(facts)</dl>
      \(partnershipSection(agreements))
      """)
  }
}

extension HTML {
  var isEmpty: Bool { text.isEmpty }

  static func + (a: HTML, b: HTML) -> HTML { HTML([a, b]) }
}
