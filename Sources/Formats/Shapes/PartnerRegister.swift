import Intake
import Networks

/// A list that a trust keeps of those it works with: a row for each organisation, or for each school that works with one.
extension Recogniser {
  var partnerRegister: Layout? {
    guard !table.isForm, table.column(Self.respondents) == nil,
      let partner = table.column(Self.organisations)
    else { return nil }
    var uses = table.headings.map { heading in
      heading.isEmpty || Self.isIgnored(heading) || Self.isPrivate(headingKey(heading))
        ? ColumnUse.unused : .kept
    }
    uses[partner] = .role("partner")
    var found: Set<String> = []
    for (role, names) in Self.partnerRoles {
      guard let column = table.column(names), uses[column] == .kept else { continue }
      uses[column] = .role(role)
      found.insert(role)
    }
    // Whoever is in touch at the partner is no fact of the partner.
    for column in uses.indices
    where uses[column] == .kept
      && (!Set(plainWords(table.headings[column])).isDisjoint(with: Self.contactWords)
        || holdsPeople(column))
    {
      uses[column] = .unused
    }
    let telling = found.subtracting(["with", "sector", "mission", "area", "website"])
    guard telling.count > 1 || telling.count == 1 && found.count > 1 else { return nil }
    return isContract(uses) ? nil : Layout(.partners, uses)
  }

  /// Whether the table is called as the contract calls it and has no heading but its own.
  private func isContract(_ uses: [ColumnUse]) -> Bool {
    guard
      let kind = [TableKind.partners, .partnerships].first(where: {
        Self.stems($0).contains(folded(table.stem))
      })
    else { return false }
    let own = Set(kind.columns.flatMap { [$0.name] + $0.aliases }.map(headingKey))
    return zip(table.keys, uses).allSatisfy { key, use in
      use == .kept || use == .unused || own.contains(key)
    }
  }

  /// Whoever answers about organisations keeps no register of them.
  private static let respondents = [
    "name", "your name", "staff member", "respondent", "person", "full name", "from", "source",
    "rater", "colleague",
  ]
  private static let contactWords: Set<String> = [
    "contact", "contacts", "email", "name", "phone", "tel", "telephone", "mobile", "address",
  ]
  private static let organisations = [
    "partner", "partner organisation", "partner organization", "partner name", "organisation",
    "organization", "organisation name", "name of organisation", "external partner",
    "external organisation", "name of partner", "agency", "agency name", "charity",
  ]
  private static let partnerRoles: KeyValuePairs<String, [String]> = [
    "lead": [
      "lead", "our lead", "trust lead", "school lead", "lead contact", "lead person", "named lead",
      "relationship lead", "relationship owner", "relationship manager", "owner", "lead in school",
      "lead in trust", "internal lead", "internal contact", "contact in school",
      "contact at school", "school contact", "our contact", "contact in trust", "staff lead",
      "lead member of staff", "who leads", "link person", "link member of staff",
    ],
    "with": [
      "with", "school", "schools", "school(s)", "academy", "academies", "schools involved",
      "which schools", "works with", "academy/school", "site(s)",
    ],
    "level": ["level", "depth", "level of collaboration", "stage"],
    "agreement": [
      "agreement", "mou", "mou signed", "mou in place", "sla", "sla signed", "sla in place",
      "agreement in place", "agreement signed", "signed agreement", "written agreement", "contract",
      "contract signed", "contract in place", "agreed", "agreement date", "date of agreement",
    ],
    "started": [
      "started", "start date", "start", "since", "date started", "partner since", "began", "from",
    ],
    "ended": ["ended", "end date", "date ended", "finished"],
    "review_due": [
      "review due", "review date", "next review", "next review date", "review", "renewal date",
      "renewal", "due for review", "expiry date", "expires", "expiry", "date of review",
    ],
    "gives": ["gives", "what we give", "what we offer", "our contribution"],
    "gets": [
      "gets", "what we get", "what they offer", "what they provide", "their contribution",
      "service provided", "services provided", "service", "services", "support provided",
      "support offered", "offer", "provides",
    ],
    "shared_goal": [
      "shared goal", "goal", "aim", "aims", "purpose", "objective", "objectives", "focus",
    ],
    "roles_clear": ["roles clear", "roles are clear"],
    "sector": [
      "sector", "type", "category", "organisation type", "type of organisation", "partner type",
      "type of partner",
    ],
    "mission": ["mission"], "area": ["area", "area served"], "website": ["website", "url", "web"],
  ]
}

extension Importer {
  mutating func takePartners(_ table: SourceTable, _ layout: Layout) {
    guard let partner = layout.column("partner") else {
      result.remarks.append(
        "\(table.title) is not used: no column names the partner. Write HEADING = partner under [\(table.title)] in \(ImportMapping.fileName)."
      )
      return
    }
    var partners = self.table(.partners, needed: ["id", "name"])
    var lines = self.table(.partnerships, needed: ["partner", "with"])
    var known: [String: Int] = [:]
    for row in partners.rows {
      for head in ["id", "name"] { known[folded(partners.text(row, head))] = row }
    }
    let style = NameStyle(table, [layout.column("lead") ?? -1])
    let ofPartner = layout.heads(table).filter { column, head in
      layout.uses[column] == .kept || ["sector", "mission", "area", "website"].contains(head)
    }
    let ofTie = [
      "level", "agreement", "roles_clear", "shared_goal", "started", "ended", "review_due", "gives",
      "gets",
    ]
    .compactMap { head in layout.column(head).map { (column: $0, head: head) } }
    var (names, rows, unknown): (Set<String>, Int, [String]) = ([], 0, [])
    for row in table.rows where !table.isTotal(row) {
      let name = cleaned(table.cell(row, partner))
      if name.isEmpty || TotalRow.isOne(name) { continue }
      names.insert(folded(name))
      let place: Int
      if let there = known[folded(name)] {
        place = there
      } else {
        place = partners.count
        known[folded(name)] = place
        partners.add([(partners.place("id"), name), (partners.place("name"), name)])
      }
      for (column, head) in ofPartner where partners.text(place, head).isEmpty {
        partners.set(place, head, table.cell(row, column))
      }
      let lead = layout.column("lead").map { table.cell(row, $0) } ?? ""
      var cells = ofTie.map { (place: lines.place($0.head), text: table.cell(row, $0.column)) }
      cells.append((lines.place("partner"), partners.text(place, "id")))
      cells.append((lines.place("lead"), self.lead(lead, style)))
      let (withs, strange) = sides(layout.column("with").map { table.list(row, $0) } ?? "")
      unknown += strange
      for with in withs {
        lines.add(cells + [(lines.place("with"), with)])
        rows += 1
      }
    }
    others[.partners] = partners
    others[.partnerships] = lines
    result.readings.append(
      "\(table.title): a register of \(counted(names.count, "partner")), \(counted(rows, "partnership"))"
    )
    if !unknown.isEmpty {
      let some = Set(unknown).sorted()
      result.remarks.append(
        "\(table.title): no list has the \(some.count == 1 ? "school" : "schools") \(listed(some.prefix(3).map { shown($0) }))\(some.count > 3 ? " and others" : ""). Write \(some.count == 1 ? "it" : "them") as in the staff list, or trust for all of them."
      )
    }
  }

  /// Whoever leads a partnership, by id where one person is meant.
  private mutating func lead(_ text: String, _ style: NameStyle) -> String {
    guard !text.isEmpty, !isNobody(text) else { return "" }
    if case .people(let ids) = named(text, style), let first = ids.first { return first }
    return text
  }

  /// The schools that work with a partner, or the trust where none is named; and what is no school of any list.
  private func sides(_ text: String) -> (sides: [String], unknown: [String]) {
    let whole = cleaned(text)
    let key = folded(whole)
    if key.isEmpty || key.hasPrefix("all") || key.contains("trust") || key == "both"
      || key == "central"
    {
      return (["trust"], [])
    }
    if let school = schools.school(whole) { return ([school], []) }
    let isListed = whole.contains { ";|".contains($0) || $0.isNewline }
    let parts = whole.replacing(" and ", with: ",").replacing(" & ", with: ",")
      .split { ",;|/".contains($0) || $0.isNewline }.map { cleaned(String($0)) }
      .filter { !$0.isEmpty }
    let found = parts.map { schools.school($0) }
    if parts.count > 1, isListed || !found.contains(nil) {
      return (
        zip(parts, found).map { $1 ?? $0 }, zip(parts, found).compactMap { $1 == nil ? $0 : nil }
      )
    }
    return ([whole], [whole])
  }
}
