import Intake
import Networks

/// Tells what a table is by its headings and its cells.
struct Recogniser {
  let table: SourceTable
  var book: NameBook
  private let schools: SchoolEnds
  let sample: Range<Int>

  init(_ table: SourceTable, _ book: NameBook, _ schools: SchoolEnds = SchoolEnds()) {
    (self.table, self.book, self.schools) = (table, book, schools)
    sample = table.rows.prefix(400)
  }

  // MARK: - Tables that describe

  /// What the table is if it describes people, schools or something else of the contract; `nil` when it may hold ties.
  func describing() -> Layout? {
    if table.headings.isEmpty { return Layout(.unused, []) }
    if table.has("LinkURN", "link_urn"), table.has("URN") {
      return Layout(
        .successors,
        uses(["urn": ["URN"], "successor": ["LinkURN"], "link": ["LinkType"]], else: .unused))
    }
    if table.has("URN"), table.has("EstablishmentName"),
      table.has(
        "EstablishmentStatus (name)", "PhaseOfEducation (name)", "TypeOfEstablishment (name)",
        "OpenDate")
    {
      return register
    }
    if table.has("URN", "EstablishmentName"), table.has("Group Name", "group_name"),
      table.has("Group UID", "group_id", "Group ID")
    {
      return Layout(.trusts, uses(["urn": ["URN"], "trust": ["Group Name"]], else: .unused))
    }
    if isTies { return nil }
    if let layout = partnerRegister { return layout }
    let stem = folded(table.stem)
    if let kind = TableKind.allCases.first(where: { Self.stems($0).contains(stem) }),
      ![.people, .collaborations].contains(kind), fits(kind),
      !(kind == .teams && isOfMembers)
    {
      return asItStands(kind)
    }
    if !isForm, table.has("topic", "skill"), table.has("level"), fits(.expertise) {
      return asItStands(.expertise)
    }
    if let layout = skillsInRows { return layout }
    return staff ?? contactList
  }

  static func stems(_ kind: TableKind) -> Set<String> {
    switch kind {
    case .schools: ["schools", "academies"]
    case .partners: ["partners", "organisations", "organizations"]
    case .expertise: ["expertise", "skills"]
    case .events: ["events", "meetings"]
    case .attendance: ["attendance", "attendances", "attendees"]
    default: [kind.rawValue]
    }
  }

  private func fits(_ kind: TableKind) -> Bool {
    let needed: [[String]] =
      switch kind {
      case .expertise: [Self.holders + Self.holderNames, ["topic", "skill", "subject"]]
      case .attendance: [["event", "event_id"], ["person", "party", "member", "person_id"]]
      case .ratings: [["item", "question"], ["score", "rating"]]
      case .partnerships: [["partner", "partner_id", "organisation"]]
      case .progress: [["goal", "goal_id"], ["date"], ["value"]]
      case .topics: [["topic", "name", "skill"]]
      default:
        [
          [
            "id", "name", kind.rawValue.dropLast().description, "title", "statement", "urn",
            "EstablishmentName",
          ]
        ]
      }
    return needed.allSatisfy { table.column($0) != nil }
  }

  /// Headings that the contract knows for whoever knows something, and those that lists have instead.
  static let holders = ["person", "person_id", "staff_id"]
  static let holderNames = [
    "name", "staff", "colleague", "staff_name", "full_name", "staff member", "teacher", "email",
  ]

  private func asItStands(_ kind: TableKind) -> Layout {
    var uses = table.headings.map { heading in
      heading.isEmpty || Self.isIgnored(heading) ? ColumnUse.unused : .role(heading)
    }
    if kind == .expertise, table.column(Self.holders) == nil,
      let name = table.column(Self.holderNames)
    {
      uses[name] = .role("person")
    }
    return Layout(.plain, uses, table: kind)
  }

  /// Whether a column is passed over: marked so, or of what Weft does not keep about a person.
  static func isIgnored(_ heading: String) -> Bool {
    heading.lowercased().contains("(ignore)") || specialCategory(heading) != nil
  }

  /// Uses for columns by role and headings; the others get one use.
  private func uses(_ roles: KeyValuePairs<String, [String]>, else other: ColumnUse) -> [ColumnUse]
  {
    var uses = table.headings.map { $0.isEmpty || Self.isIgnored($0) ? ColumnUse.unused : other }
    for (role, names) in roles {
      let place = names.lazy.compactMap { name in
        table.keys.indices.first { table.keys[$0] == headingKey(name) && uses[$0] == other }
      }.first
      if let place { uses[place] = .role(role) }
    }
    for (role, names) in roles where !uses.contains(.role(role)) {
      let keys = names.map(headingKey)
      let place = table.headings.indices.first { column in
        uses[column] == other
          && Self.unqualified(table.headings[column]).contains(where: keys.contains)
      }
      if let place { uses[place] = .role(role) }
    }
    return uses
  }

  /// What a heading is called without the word before that tells which of several it is: site, of "Main Site".
  private static func unqualified(_ heading: String) -> [String] {
    let words = plainWords(heading)
    guard words.count > 1, qualifiers.contains(words[0]) else { return [] }
    let rest = words.dropFirst()
    return [rest, rest.last == "name" ? rest.dropLast() : []].map { $0.joined() }
      .filter { !$0.isEmpty && $0 != "name" }
  }

  private static let qualifiers: Set<String> = [
    "current", "default", "employee", "main", "normal", "principal", "staff",
    "substantive", "usual",
  ]

  private var register: Layout {
    Layout(
      .register,
      uses(
        [
          "id": ["URN"], "name": ["EstablishmentName"], "phase": ["PhaseOfEducation (name)"],
          "opened": ["OpenDate"], "closed": ["CloseDate"], "trust": ["Trusts (name)"],
          "status": ["EstablishmentStatus (name)"],
          "laestab": ["LAESTAB"], "authority": ["LA (name)"],
        ], else: .unused))
  }

  private static let person: KeyValuePairs<String, [String]> = [
    "id": [
      "id", "person_id", "staff_id", "employee_id", "employee number", "employee no",
      "employee ref", "emp no", "staff number", "staff no",
      "staff code", "payroll number", "payroll no", "personnel number", "personal reference",
      "person number",
      "person ref", "arbor staff id", "staff ref", "staff reference", "vertex", "node", "key",
    ],
    "name": [
      "name", "label", "full_name", "staff_name", "display_name", "employee name", "person",
      "staff member", "colleague", "person name", "staff full name", "employee", "staff",
      "member of staff", "teacher",
    ],
    "first_name": [
      "first_name", "forename", "given_name", "firstname", "first", "first names", "forenames",
      "first forename",
      "legal first name", "legal forename", "legal given name", "preferred forename",
      "preferred first name", "known as",
    ],
    "last_name": [
      "last_name", "surname", "family_name", "lastname", "last", "legal surname", "legal last name",
      "legal family name", "preferred surname", "preferred last name",
    ],
    "school": [
      "school", "school_name", "school_id", "academy", "academy name", "establishment",
      "establishment name", "site", "location", "workplace", "schools", "school(s)", "academies",
      "academy(s)", "sites", "site(s)", "site name", "establishments", "school/site", "school site",
      "school or academy", "organisation unit", "main school", "base school", "home school",
      "place of work",
      "which school do you work in", "which school are you based at", "your school", "base",
    ],
    "team": [
      "team", "teams", "team(s)", "department(s)", "departments", "team_id", "department",
      "faculty", "your team", "which team are you in",
    ],
    "role": [
      "role", "job_title", "job", "post", "post title", "position", "job role", "your role",
      "job title", "what is your role", "main role", "roles", "role(s)", "job titles",
      "job title(s)",
      "posts", "main post", "main job", "positions", "business role", "position title",
      "responsibility", "responsibilities", "area of responsibility",
    ],
    "email": [
      "email", "e-mail", "email_address", "mail", "work email", "username", "email address",
      "work email address", "work e-mail", "school email", "email (work)", "e-mail address",
    ],
    "expertise": [
      "expertise", "skills", "what are you good at", "what could you help colleagues with",
      "what could you help others with", "what can you help others with",
    ],
    "seeks": [
      "seeks", "wants", "what would you like help with", "what would you like to learn",
    ],
    "started": [
      "started", "start_date", "start", "date started", "contract start", "contract start date",
      "service start date", "date of joining", "date joined", "joining date", "hire date",
      "post start date", "employment start date", "employment start",
      "occupancy start date",
    ],
    "ended": [
      "ended", "end_date", "end", "leaving_date", "date left", "contract end", "contract end date",
      "post end date", "leaving date", "employment end date", "employment end", "date of leaving",
      "leave date", "last working day", "termination date",
      "occupancy end date",
    ],
    "visibility": ["visibility", "consent"],
    "responded": ["responded", "response", "answered"],
  ]

  /// The headings under which a column is one half of a name, those of legal names among them.
  static func halves(_ role: String) -> [String] {
    (person.first { $0.key == role }?.value ?? []) + (role == "first_name" ? ["legal name"] : [])
  }

  /// Columns that tell so little of the work, or so much of the person, that an import leaves them out.
  private static let leftOut = [
    "id", "timestamp", "starttime", "completiontime", "lastmodifiedtime", "totalpoints",
    "quizfeedback", "language", "submissionid", "responseid", "respondentid", "collectorid",
    "customdata1", "datecreated", "datemodified", "responsetype", "recordeddate",
    "durationinseconds", "distributionchannel", "userlanguage", "recipientlastname",
    "recipientfirstname", "recipientemail", "externaldatareference",
    "ipaddress", "duration", "x", "y", "z", "size", "color", "colour", "fill", "shape", "opacity",
    "image", "visibility?", "labelfillcolor", "polar r",
  ]

  /// Whether a column tells what nobody needs to see how people work together: pay, addresses, birth, next of kin.
  static func isPrivate(_ key: String) -> Bool {
    [
      "dateofbirth", "dob", "birth", "nationalinsurance", "ninumber", "nino", "salary", "pay",
      "payscale", "spinepoint", "homeaddress", "address",
      "addressline1", "addressline2", "town", "postcode", "phone", "telephone", "mobile",
      "nextofkin", "emergencycontact", "bankaccount",
      "sortcode", "passport", "dbs", "dbsnumber", "maritalstatus", "gender", "sex", "age",
      "nationality", "absence", "appraisal",
    ].contains { key == $0 || $0.count > 6 && key.contains($0) }
  }

  /// People, one row each or one row a post.
  private var staff: Layout? {
    var uses = uses(Self.person, else: .kept)
    tellIds(&uses)
    if !uses.contains(where: { ["id", "name", "last_name"].map(ColumnUse.role).contains($0) }),
      let column = StaffLists.column(in: table)
    {
      uses[column] = .role("name")
    }
    let roles = Set(uses.compactMap { if case .role(let name) = $0 { name } else { nil } })
    let isNamed =
      roles.contains("name") || roles.contains("last_name") && roles.contains("first_name")
    guard isNamed || roles.contains("id") else { return nil }
    // The answers to a form and the list of an event have names too.
    let stem = folded(table.stem)
    let isCalled = [
      "people", "staff", "nodes", "elements", "persons", "employees", "vertices", "headcount",
    ].contains { stem.contains($0) }
    guard !isForm else { return nil }
    let describes = roles.intersection([
      "school", "team", "role", "email", "started", "responded", "visibility", "expertise",
    ])
    tellSkills(&uses)
    let isAudit = uses.contains(where: \.isSkill)
    guard isCalled || (!describes.isEmpty || isAudit) && !looksAnswered(uses) else { return nil }
    return Layout(
      .staff,
      zip(table.keys, uses).map { key, use in
        use == .kept && (Self.leftOut.contains(key) || Self.isPrivate(key)) ? .unused : use
      })
  }

  /// Takes a column Name of numbers beside one of labels for the id that it is, as Polinode writes them.
  private func tellIds(_ uses: inout [ColumnUse]) {
    func cells(_ column: Int) -> [String] {
      sample.map { table.cell($0, column) }.filter { !$0.isEmpty }
    }
    guard !uses.contains(.role("id")), let name = uses.firstIndex(of: .role("name")),
      !cells(name).isEmpty, cells(name).allSatisfy({ !$0.contains(where: \.isLetter) }),
      let label = uses.indices.first(where: { column in
        uses[column] == .kept && Self.names.contains(table.keys[column])
          && cells(column).contains { $0.contains(where: \.isLetter) }
      })
    else { return }
    (uses[name], uses[label]) = (.role("id"), .role("name"))
  }

  private static let names = Set((person.first { $0.key == "name" }?.value ?? []).map(headingKey))

  /// Whether a form wrote the table.
  private var isForm: Bool { table.isForm }

  /// Whether cells of columns without a role look like answers: names, or marks under headings that are people or days.
  private func looksAnswered(_ uses: [ColumnUse]) -> Bool {
    let free = uses.indices.filter { uses[$0] == .kept }
    if free.count(where: { Dated.day(in: table.headings[$0]) != nil }) > 1 { return true }
    if free.count(where: { Dated.isDay(table.headings[$0]) && areMarks($0) }) > 1 { return true }
    if free.count(where: { CountedHeading(table.headings[$0])?.isSomebody == true }) > 1 {
      return true
    }
    let asked = free.filter { Question.asksForPeople(table.headings[$0]) }
    if asked.contains(where: { column in
      Self.lookLikeNames(
        sample.flatMap { row in
          NameList.entries(table.list(row, column), known: { _ in false }).names.map(\.name)
        })
    }) {
      return true
    }
    let names = Set(
      table.rows.prefix(2_000).flatMap { row in
        uses.indices.filter { [.role("name")].contains(uses[$0]) }.map {
          NameBook.words(table.cell(row, $0)).joined(separator: " ")
        }
      })
    guard names.count > 1 else { return false }
    if free.count(where: {
      names.contains(
        NameBook.words(Question(table.headings[$0]).item ?? table.headings[$0]).joined(
          separator: " "))
    }) > 1 {
      return true
    }
    return free.contains { column in
      guard !Question.asksForManager(table.headings[column]) else { return false }
      let parts = sample.flatMap { NameList.parts(table.list($0, column)) }
      return parts.count > 1
        && parts.count { names.contains(NameBook.words($0).joined(separator: " ")) } * 2
          >= parts.count
    }
  }

  // MARK: - Tables that tie

  private var isTies: Bool { EndColumns(table) != nil || table.has("members") }

  /// What the table is, once it is known who there is.
  mutating func tying() -> Layout {
    let ends = EndColumns(table)
    if let ends, !ends.areCounted || !ends.goOn && !isAnswered { return edges(ends.from, ends.to) }
    if table.has("members") { return edges(nil, nil) }
    if let layout = skillsByPerson ?? matrix { return layout }
    if let layout = ratings { return layout }
    if let layout = attendance { return layout }
    // A column Member says more than a name and a list of names do.
    if isOfMembers, let layout = groups { return layout }
    if let layout = survey() { return layout }
    if !isForm, let layout = groups { return layout }
    if let ends, !ends.goOn, !isForm { return edges(ends.from, ends.to) }
    if let layout = staff { return layout }
    return Layout(.unused, table.headings.map { _ in .unused })
  }

  /// Whether rows say who answered, so that "Name 1" and "Name 2" are whom they name.
  private var isAnswered: Bool {
    if isForm { return true }
    guard let who = whoColumn, table.keys[who] != "id" else { return false }
    let cells = sample.map { table.cell($0, who) }.filter { $0.contains(where: \.isLetter) }
      .prefix(100)
    if book.isEmpty || cells.contains(where: { $0.contains("@") }) { return !cells.isEmpty }
    let known = cells.count { book.mayMean($0) }
    return known > 0 && known * 4 >= cells.count
  }

  private static let tie: KeyValuePairs<String, [String]> = [
    "kind": ["kind", "type", "relation", "relationship", "layer", "question", "connection type"],
    "depth": ["depth", "level of collaboration", "level"],
    "strength": ["strength", "weight", "value", "edge_weight", "edge weight"],
    "frequency": ["frequency", "how often", "times met"],
    "direction": ["direction"],
    "purpose": ["purpose"], "goal": ["goal"],
    "started": ["started", "date", "start", "start_date"], "ended": ["ended", "end", "end_date"],
    "reported_by": ["reported_by", "reporter"], "outcome": ["outcome", "impact"],
    "members": ["members", "participants", "people"], "timeset": ["timeset", "interval"],
  ]

  func edges(_ from: Int?, _ to: Int?) -> Layout {
    var uses = uses(Self.tie, else: .kept)
    if let from, let to {
      uses[from] = .role("from")
      uses[to] = .role("to")
    }
    // Gephi's Type says Directed or Undirected beside a kind of its own.
    for place in uses.indices where uses[place] == .role("kind") || uses[place] == .kept {
      let words = Set(sample.map { table.cell($0, place).lowercased() }).subtracting([""])
      if !words.isEmpty, words.isSubset(of: ["directed", "undirected", "mutual"]),
        !uses.contains(.role("direction"))
      {
        let wasKind = uses[place] == .role("kind")
        uses[place] = .role("direction")
        if wasKind, let other = table.column(["kind", "relation", "relationship", "layer"]),
          uses[other] == .kept
        {
          uses[other] = .role("kind")
        }
      }
    }
    if !uses.contains(.role("frequency")),
      let often = uses.indices.first(where: {
        uses[$0] == .kept && Question.asksHowOften(table.headings[$0])
          && !Question.asksDepth(table.headings[$0])
      })
    {
      uses[often] = .role("frequency")
    }
    if uses.contains(.role("members")) {
      for place in uses.indices
      where uses[place] == .kept && Self.chairs.contains(table.keys[place]) {
        uses[place] = .role("chair")
      }
    }
    for place in uses.indices where uses[place] == .kept && Self.leftOut.contains(table.keys[place])
    { uses[place] = .unused }
    if let from, let to { tellSchools(&uses, from, to) }
    tellTies(&uses)
    return Layout(.ties, uses)
  }

  /// Uses two columns of schools beside the ends as the schools of those who stand there.
  private func tellSchools(_ uses: inout [ColumnUse], _ from: Int, _ to: Int) {
    func words(_ column: Int) -> Set<String> {
      Set(
        table.headings[column].lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
      )
    }
    let columns = uses.indices.filter {
      uses[$0] == .kept && SchoolEnds.isOfSchools(table.headings[$0])
    }
    guard columns.count == 2, !SchoolEnds.isOfSchools(table.headings[from]) else { return }
    // "Mentee school, Mentor school": by their words, and else in the order of the ends.
    let ends = [from, to].map { words($0).subtracting(words($0 == from ? to : from)) }
    let areTurned =
      !ends[1].isDisjoint(with: words(columns[0])) && ends[0].isDisjoint(with: words(columns[0]))
      || ends.allSatisfy { end in columns.allSatisfy { end.isDisjoint(with: words($0)) } }
        && to < from
    uses[columns[areTurned ? 1 : 0]] = .role("from_school")
    uses[columns[areTurned ? 0 : 1]] = .role("to_school")
  }

  /// Whether each row is somebody who belongs to a team or group.
  private var isOfMembers: Bool {
    !isForm && table.has("member", "member name", "member email")
  }

  /// A row for each member of each group.
  private var groups: Layout? {
    guard
      let group = table.column([
        "working group", "group", "group name", "network", "committee", "project group",
        "hub group",
        "steering group",
      ])
        ?? (isOfMembers ? table.column(["team", "team name"]) : nil),
      let member = table.column([
        "member", "member name", "group member", "member email", "name", "full name", "person",
        "staff member",
        "colleague", "email",
      ]), member != group, book.isEmpty || holdsNames(member)
    else { return nil }
    var uses = table.headings.map { _ in ColumnUse.unused }
    uses[group] = .role("group")
    uses[member] = .role("members")
    return Layout(.ties, uses)
  }

  /// Headings over somebody who belongs to the group of the row.
  private static let chairs: Set<String> = Set(
    [
      "chair", "chairs", "chairperson", "co-chair", "lead", "leads", "leader", "group lead",
      "convenor",
      "convener", "coordinator", "co-ordinator", "facilitator", "secretary", "clerk",
    ].map(headingKey))

  /// Uses a column of yes and no, and one of numbers, that say whether there is a tie and how strong it is.
  private func tellTies(_ uses: inout [ColumnUse]) {
    func cells(_ column: Int) -> [String] {
      sample.map { table.cell($0, column) }.filter { !$0.isEmpty }
    }
    let free = uses.indices.filter { uses[$0] == .kept }
    let marks = free.filter { column in
      let cells = cells(column)
      let read = cells.compactMap { YesNo($0) }
      return read.count * 10 >= cells.count * 8 && read.contains { !$0.isYes }
        && !YesNo.isOfAnother(table.headings[column])
    }
    let oftens = free.filter { column in
      let words = cells(column).map { AnswerWord($0, asksDepth: false) }
      let read = words.count { word in
        if case .tie(_, let often, _) = word { !often.isEmpty } else { word == .none }
      }
      return !marks.contains(column) && words.contains(.none) && read * 10 >= words.count * 8
    }
    let sure = marks.filter { YesNo.isOfTies(table.headings[$0]) }
    let isWeighed = ["strength", "frequency", "depth"].contains { uses.contains(.role($0)) }
    let zeros =
      isWeighed
      ? []
      : free.filter { column in
        let cells = cells(column)
        return cells.contains("0") && cells.allSatisfy { Strength.number($0) != nil }
          && !Strength.areOther(table.headings[column])
          && !YesNo.isOfAnother(table.headings[column])
      }
    if oftens.isEmpty,
      let only = sure.count == 1 ? sure.first : marks.count == 1 ? marks.first : nil
    {
      uses[only] = .role("tied")
    } else if oftens.count == 1, marks.isEmpty, zeros.count < 2, !isWeighed {
      uses[oftens[0]] = .role("frequency")
    } else if (oftens + marks).count > 1 || zeros.count > 1 {
      // A question each, as Polinode writes them: 0, no and never are no tie of that kind.
      for column in Set(marks + zeros + oftens) {
        uses[column] = .ties(Question.kind(table.headings[column]))
      }
    } else if let denied = free.first(where: { column in
      YesNo.isOfTies(table.headings[column]) && !YesNo.isOfAnother(table.headings[column])
        && cells(column).contains { YesNo($0)?.isYes == false }
    }) {
      uses[denied] = .role("tied")
    }
    guard !isWeighed else { return }
    let numbers = free.filter { column in
      let cells = cells(column)
      return uses[column] == .kept && !cells.isEmpty
        && cells.allSatisfy { Strength.number($0) != nil }
        && !Strength.areOther(table.headings[column])
    }
    if numbers.count == 1 { uses[numbers[0]] = .role("strength") }
  }

  /// A square of names by the same names.
  private var matrix: Layout? {
    guard table.headings.count > 3, table.rows.count > 2 else { return nil }
    let rows = Set(
      table.rows.map { table.cell($0, 0) }.filter { !TotalRow.isOne($0) }.map {
        NameBook.words($0).joined(separator: " ")
      }
    ).subtracting([""])
    let heads = table.headings.dropFirst().map {
      TotalRow.isOne($0) ? "" : NameBook.words($0).joined(separator: " ")
    }
    let shared = heads.count { rows.contains($0) && !$0.isEmpty }
    let named = heads.count { !$0.isEmpty }
    guard rows.count > 2, shared * 10 >= named * 8, shared * 10 >= rows.count * 5 else {
      return nil
    }
    return Layout(
      .matrix,
      table.headings.indices.map { place in
        place == 0
          ? .who
          : rows.contains(heads[place - 1]) && !heads[place - 1].isEmpty
            ? .about(table.headings[place], kind: "") : .unused
      })
  }

  private static let items = [
    "power": ["power", "power/influence", "influence"],
    "involvement": ["involvement", "level of involvement"],
    "resources": ["resources", "resource contribution"],
    "reliability": ["reliability", "reliable", "in-kind reliability"],
    "mission": ["mission", "mission congruence", "support of mission"],
    "openness": ["openness", "open to discussion"],
  ]

  /// Scores that partners were given, one column an item.
  private var ratings: Layout? {
    guard
      let partner = table.column([
        "partner", "partner_id", "organisation", "organization", "partner organisation",
        "target organisation", "partner organization", "target organization", "partner name",
        "organisation rated", "organization rated",
      ])
    else { return nil }
    var uses = table.headings.map { _ in ColumnUse.unused }
    uses[partner] = .role("partner")
    var found = 0
    for (item, names) in Self.items.sorted(by: { $0.key < $1.key }) {
      if let place = table.column(names) {
        uses[place] = .item(item)
        found += 1
      }
    }
    guard found > 1 else { return nil }
    for (role, names) in [
      ("with", ["with", "school", "team"]), ("side", ["side", "view"]),
      ("date", ["date", "timestamp"]),
      (
        "rater",
        [
          "rater", "respondent", "email", "name", "respondent organisation",
          "respondent organization",
        ]
      ),
    ] {
      if let place = table.column(names), uses[place] == .unused { uses[place] = .role(role) }
    }
    return Layout(.ratings, uses)
  }

  private var whoColumn: Int? {
    let asked = [
      "name", "your name", "full name", "who are you", "your full name", "what is your name",
      "respondent", "respondent name", "staff member",
      "person", "your name (first and last)", "colleague", "attendee", "participant", "staff",
      "employee name", "name2", "display name", "participant name",
    ]
    // Beside "Name 1" whoever names them may be called so too, and "Name 2" is another whom they name.
    let isCounted = CountedHeading.areNames(table)
    let counted = isCounted ? ["who", "nominator", "ego", "from", "source"] : []
    // A form has a column Name that is empty where answers are anonymous, beside the question for the name.
    let named =
      (asked.filter { !(table.has("name1") && $0 == "name2") } + counted).compactMap {
        table.column([$0])
      }
      + table.headings.indices.filter {
        Question.asksForName(table.headings[$0])
      }
    let found = named.first { column in
      sample.contains {
        !table.cell($0, column).isEmpty && table.cell($0, column).lowercased() != "anonymous"
      }
    }
    if let found { return found }
    let mail = table.column([
      "email", "email address", "e-mail", "username", "work email", "respondent email",
    ])
    if let mail, sample.contains(where: { table.cell($0, mail).contains("@") }) { return mail }
    // A form numbers its answers in a column ID.
    let ids = ["id", "person_id", "staff_id", "employee number", "staff number", "staff code"]
    let isNumbered = table.has("Start time", "Completion time", "Submission ID", "Respondent ID")
    if !book.isEmpty, let id = table.column(isNumbered ? Array(ids.dropFirst()) : ids) {
      var book = book
      let cells = sample.map { table.cell($0, id) }.filter { !$0.isEmpty }
      if cells.count(where: { if case .sure = book.match($0) { true } else { false } }) * 10
        >= cells.count * 8
      {
        return id
      }
    }
    return nil
  }

  /// Whether a column holds marks of who came and nothing else, or half of them where its heading is a day.
  private func areMarks(_ column: Int) -> Bool {
    let cells = sample.filter { !table.isTotal($0) }.map { table.cell($0, column).lowercased() }
      .filter { !$0.isEmpty }
    let marks = cells.count { $0 == "x" || $0 == "n/a" || Importer.came($0) != nil }
    return marks > 0
      && (Dated.day(in: table.headings[column]) == nil
        ? marks == cells.count : marks * 2 >= cells.count)
  }

  /// A column with all who were at a meeting in one cell.
  private var listOfThose: Int? {
    let names = [
      "attendees", "participants", "present", "staff present", "people present", "attended",
      "who attended", "who came", "who was there", "people", "names", "staff", "delegates",
      "required attendees",
    ]
    return table.headings.indices.first { column in
      names.contains { headingKey($0) == table.keys[column] } && holdsNames(column)
    }
  }

  /// Whether most of what a column lists is people.
  func holdsNames(_ column: Int) -> Bool {
    let parts = sample.flatMap { row in
      NameList.entries(
        table.list(row, column), known: { book.knows($0) }, maybe: { book.mayMean($0) }
      ).names.map(\.name)
    }.filter { $0.contains(where: \.isLetter) }
    if book.isEmpty { return Self.lookLikeNames(parts) }
    let known = parts.count { book.knows($0) }
    return known > 0 && known * 2 >= parts.count
  }

  /// Who was where: a row each, or a column an event.
  private var attendance: Layout? {
    // Whoever was asked to what stands in a calendar of Outlook.
    let isCalendar = table.has("required attendees")
    let event =
      table.column([
        "event", "meeting", "event name", "meeting title", "session", "event_id",
      ]) ?? (isCalendar ? table.column(["subject"]) : nil)
    let person =
      table.column([
        "person", "attendee", "name", "participant", "full name", "member", "email",
        "participant name", "display name",
      ]) ?? listOfThose
    if let event, let person, event != person {
      var uses = table.headings.map { _ in ColumnUse.unused }
      uses[event] = .role("event")
      uses[person] = .who
      for (role, names) in [
        ("date", ["date", "meeting date", "event date", "start date"]),
        ("attended", ["attended", "came", "present", "status", "attendance"]),
        ("role", ["role", "part"]),
        (
          "apologies",
          ["apologies", "apologies from", "apologies received", "absent", "sent apologies"]
        ),
        (
          "chair",
          [
            "chair", "chairperson", "chaired by", "facilitator", "convenor", "convener",
            "meeting organizer", "meeting organiser", "organizer", "organiser",
          ]
        ),
        (
          "guests",
          [
            "in attendance", "also present", "guests", "visitors", "observers", "also attending",
            "optional attendees",
          ]
        ),
      ] {
        if let place = table.column(names), uses[place] == .unused { uses[place] = .role(role) }
      }
      return Layout(.attendance, uses)
    }
    guard let who = whoColumn else { return nil }
    var uses = uses(Self.person, else: .unused)
    for place in uses.indices
    where [.role("id"), .role("name"), .role("first_name"), .role("last_name")].contains(
      uses[place]) && place != who
    {
      uses[place] = .unused
    }
    uses[who] = .who
    let columns = uses.indices.filter { place in
      uses[place] == .unused && !table.headings[place].isEmpty && areMarks(place)
        && !TotalRow.isOne(table.headings[place])
    }
    let dated = columns.count {
      Dated.day(in: table.headings[$0]) != nil || Dated.isDay(table.headings[$0])
    }
    let isCalled = ["attend", "register"].contains { folded(table.stem).contains($0) }
    guard dated >= 1, dated * 2 >= columns.count || isCalled && !columns.isEmpty else { return nil }
    for place in columns {
      // Beside days a column in which nobody came holds notes.
      let isEvent =
        Dated.day(in: table.headings[place]) != nil || Dated.isDay(table.headings[place])
        || sample.contains { Importer.came(table.cell($0, place), ticksWithX: true) == true }
      if isEvent { uses[place] = .event }
    }
    return Layout(.attendance, uses)
  }

  /// One row an answer: lists of colleagues in a cell, or a column a colleague.
  private mutating func survey() -> Layout? {
    var uses = uses(Self.person, else: .kept)
    let halves = ["first_name", "last_name"].compactMap { uses.firstIndex(of: .role($0)) }
    let who = whoColumn
    guard who != nil || halves.count == 2 else { return nil }
    var known = book
    if known.isEmpty {
      for row in table.rows where !table.isTotal(row) {
        let name = (who.map { [$0] } ?? halves).map { table.cell(row, $0) }.joined(separator: " ")
        known.add(id: name, name: name)
      }
    }
    for place in uses.indices {
      let isHalf = who == nil && halves.contains(place)
      // A form's start and end are those of the answer.
      let notAsked = [
        "id", "name", "first_name", "last_name", "responded", "started", "ended",
      ].map(ColumnUse.role)
      if notAsked.contains(uses[place]), !isHalf { uses[place] = .unused }
      if Self.leftOut.contains(table.keys[place]) { uses[place] = .unused }
    }
    if let who { uses[who] = .who }
    // "Which school do you work in?" is a school, whatever the words.
    for place in uses.indices where uses[place] == .kept {
      let words = Set(table.headings[place].lowercased().split { !$0.isLetter })
      guard table.headings[place].contains("?") || words.contains("your") else { continue }
      if words.contains("consent") || words.contains("name") && words.contains("shown"),
        !uses.contains(.role("visibility"))
      {
        uses[place] = .role("visibility")
        continue
      }
      for (role, names) in [
        ("school", ["school", "academy"]), ("team", ["team", "department", "faculty"]),
        ("role", ["role", "job", "post"]),
      ] as [(String, Set<Substring>)]
      where !words.isDisjoint(with: names) && !uses.contains(.role(role))
        && words.isDisjoint(with: ["who", "whom"])
        && sample.allSatisfy({ table.cell($0, place).count <= 60 })
      {
        uses[place] = .role(role)
        break
      }
    }
    let schools = schools
    func isSomebody(_ text: String) -> Bool {
      switch known.match(text) {
      case .unknown: schools.school(text) != nil
      case .doubtful(let ids): ids.count < 3 && NameBook.words(text).count > 1
      case .sure: true
      }
    }
    var (found, denials) = (0, 0)
    func isSure(_ text: String) -> Bool {
      if case .sure = known.match(text) { NameBook.words(text).count > 1 } else { false }
    }
    // A column a colleague, alone, as the row of a grid or at the end of a question.
    for place in uses.indices
    where uses[place] == .kept && !TotalRow.isOne(table.headings[place]) {
      var question = Question(table.headings[place])
      if !(question.item.map(isSomebody) ?? isSomebody(table.headings[place])),
        let other = Question(table.headings[place], endingWith: isSure)
      {
        question = other
      }
      if let item = question.item, isSomebody(item), Question.asksForNoTies(question.kind) {
        uses[place] = .unused
        denials += 1
        continue
      }
      if let item = question.item, TotalRow.isOne(item) { continue }
      if let item = question.item, AnswerWord(item, asksDepth: false) == .none, !isSomebody(item) {
        // "None of the above" is nobody.
        uses[place] = .unused
        continue
      }
      if let item = question.item, isSomebody(item) {
        uses[place] = .about(item, kind: question.kind)
        found += 1
      } else if isSomebody(table.headings[place]) {
        uses[place] = .about(table.headings[place], kind: "")
        found += 1
      } else if let plain = Self.withoutNumber(table.headings[place]), isSomebody(plain.text) {
        uses[place] = .about(plain.text, kind: "question \(plain.number)")
        found += 1
      }
    }
    if found == 1,
      let only = uses.firstIndex(where: { if case .about = $0 { true } else { false } }),
      Question(table.headings[only]).item == nil
    {
      uses[only] = .kept
      found = 0
    }
    // Lists of colleagues in a cell.
    let names = known
    for place in uses.indices where uses[place] == .kept {
      let cells = table.rows.prefix(2_000).map { table.list($0, place) }.filter { !$0.isEmpty }
      let parts = cells.flatMap {
        NameList.entries(
          $0, known: { names.knows($0) || schools.school($0) != nil }, maybe: names.mayMean
        ).names.map(\.name)
      }.filter { $0.contains(where: \.isLetter) }
      let areSchools = parts.contains { schools.school($0) != nil }
      // "Former school" and the like are schools without ties.
      if areSchools, !Question.asksForPeople(table.headings[place]),
        !Question.asksForSchools(table.headings[place])
      {
        continue
      }
      let named = parts.count(where: isSomebody)
      let isAsked =
        Question.asksForPeople(table.headings[place])
        || CountedHeading(table.headings[place])?.isSomebody == true
      // Where no list says who there is, those named need not have answered.
      let areNames = isAsked && book.isEmpty && (named > 0 || Self.lookLikeNames(parts))
      if named > 0 && (named * 2 >= parts.count || isAsked && named * 4 >= parts.count) || areNames
      {
        if Question.asksForNoTies(table.headings[place]) {
          uses[place] = .unused
          denials += 1
          continue
        }
        // "Whom do you work with? [Ashby Primary]" is the same question for every school.
        let question = Question(table.headings[place])
        uses[place] = .ties(
          question.kind.isEmpty ? Question.kind(table.headings[place]) : question.kind)
        found += 1
      } else if cells.contains(where: { $0.utf8.count > 60 }) {
        // What people wrote in their own words groups nobody.
        uses[place] = .unused
      }
    }
    tellSkills(&uses)
    goOn(&uses)
    useAnswers(&uses)
    guard found + denials > 0 || uses.contains(where: \.isSkill) else { return nil }
    return Layout(.survey, uses)
  }

  /// Takes "Name 3" as "Name 1" and "Name 2" are taken, though nobody or nobody known stands in it.
  private func goOn(_ uses: inout [ColumnUse]) {
    var kinds: [String: ColumnUse] = [:]
    for (place, use) in uses.enumerated() {
      if case .ties = use { kinds[headingKey(stem(of: table.headings[place]))] = use }
    }
    for place in uses.indices where uses[place] == .kept || uses[place] == .unused {
      let heading = table.headings[place]
      guard CountedHeading(heading)?.isSeries == true else { continue }
      if let use = kinds[headingKey(stem(of: heading))] { uses[place] = use }
    }
  }

  /// Columns that say how often or how closely of the colleague in another: "Colleague 1", "How often 1".
  private func useAnswers(_ uses: inout [ColumnUse]) {
    let lists = uses.indices.filter { if case .ties = uses[$0] { true } else { false } }
    let asked = uses.indices.filter {
      uses[$0] == .kept && Question.asksHowOften(table.headings[$0])
    }
    let sure = asked.filter { place in
      let cells = sample.map { AnswerWord(table.sheet.text($0, place), asksDepth: true) }
      let said = cells.filter { $0 != .missing }
      return !said.isEmpty && said.count(where: { $0 != .unreadable }) * 10 >= said.count * 8
    }
    // What nobody or hardly anybody answered belongs to the same question.
    let questions = Set(sure.map { headingKey(stem(of: table.headings[$0])) })
    let answers = asked.filter {
      sure.contains($0) || questions.contains(headingKey(stem(of: table.headings[$0])))
    }
    for (answer, list) in AnswerPairs(table.headings, lists: lists).lists(of: answers) {
      uses[answer] = .answers(table.headings[list])
    }
    // "If yes, how often?" beside the question about one colleague.
    let abouts = uses.indices.filter { if case .about = uses[$0] { true } else { false } }
    let others = answers.filter { uses[$0] == .kept }
    for (answer, about) in AnswerPairs(table.headings, lists: abouts).lists(of: others)
    where about == answer - 1 { uses[answer] = .answers(table.headings[about]) }
    // "Colleague 1" and "Colleague 2" are one question.
    let stems = Dictionary(grouping: lists) { headingKey(stem(of: table.headings[$0])) }
    for places in stems.values where places.count > 1 {
      for place in places { uses[place] = .ties(Question.kind(stem(of: table.headings[place]))) }
    }
  }

  private func stem(of heading: String) -> String {
    guard let counted = CountedHeading(heading) else {
      return CountedHeading.withoutQuestionNumber(heading)
    }
    return counted.isSeries ? counted.stem : heading
  }

  /// Whether most texts are two to four words that begin with a capital, as names are.
  static func lookLikeNames(_ texts: [String]) -> Bool {
    let names = texts.count { text in
      let words = text.split(separator: " ")
      return (2...4).contains(words.count) && !text.contains(where: \.isNumber)
        && words.allSatisfy { $0.first?.isUppercase ?? false }
    }
    return names > 0 && names * 2 >= texts.count
  }

  /// A heading without the number that Forms puts behind one it has twice.
  private static func withoutNumber(_ heading: String) -> (text: String, number: Int)? {
    let digits = heading.reversed().prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count), digits.count < heading.count else { return nil }
    return Int(String(digits.reversed())).map { (String(heading.dropLast(digits.count)), $0) }
  }
}

/// A heading that is a question, with the row of a grid it asks about.
struct Question {
  /// What is asked, as a kind of tie.
  let kind: String
  /// The row of the grid, such as the colleague asked about.
  let item: String?

  init(_ heading: String) {
    if heading.hasSuffix("]"), let open = heading.lastIndex(of: "[") {
      item = trimmed(String(heading[heading.index(after: open)...].dropLast()))
      kind = Self.kind(String(heading[..<open]))
    } else if let dot = heading.firstRange(of: "?."), dot.upperBound < heading.endIndex {
      // Forms writes some grids as Question?.Row
      item = trimmed(String(heading[dot.upperBound...]))
      kind = Self.kind(String(heading[..<dot.lowerBound]))
    } else if let colon = heading.lastIndex(of: ":"),
      heading.index(after: colon) < heading.endIndex, heading.contains("?")
    {
      item = trimmed(String(heading[heading.index(after: colon)...]))
      kind = Self.kind(String(heading[..<colon]))
    } else if let name = Self.nameAfter(heading) {
      item = name.item
      kind = Self.kind(name.question)
    } else {
      item = nil
      kind = ""
    }
  }

  /// A question that ends with a colleague though no sign parts them: "Do you work with Amy Ball?", "How often do you meet.Amy Ball".
  init?(_ heading: String, endingWith isSomebody: (String) -> Bool) {
    var text = heading
    while let last = text.last, "?:. *0123456789".contains(last) { text.removeLast() }
    if let dot = text.lastIndex(of: ".") {
      let rest = trimmed(String(text[text.index(after: dot)...]))
      if isSomebody(rest) {
        (item, kind) = (rest, Self.kind(String(text[..<dot])))
        return
      }
    }
    let words = text.split(separator: " ")
    for count in [4, 3, 2] where words.count > count + 1 {
      let name = words.suffix(count).joined(separator: " ")
      if isSomebody(name) {
        (item, kind) = (name, Self.kind(words.dropLast(count).joined(separator: " ")))
        return
      }
    }
    return nil
  }

  /// "How often do you meet? - Amy Ball" and "How often do you meet? Amy Ball".
  private static func nameAfter(_ heading: String) -> (question: String, item: String)? {
    // Qualtrics parts them by a dash alone.
    let mark = heading.lastIndex(of: "?").map { $0..<heading.index(after: $0) }
    guard let mark = mark ?? heading.ranges(of: " - ").last else { return nil }
    let rest = heading[mark.upperBound...].drop { " -–—".contains($0) }
    let words = rest.split(separator: " ")
    guard (2...4).contains(words.count), words.allSatisfy({ $0.first?.isUppercase ?? false }) else {
      return nil
    }
    return (String(heading[..<mark.lowerBound]), trimmed(String(rest)))
  }

  /// A question as a kind of tie: without its mark, and no longer than a label.
  static func kind(_ question: String) -> String {
    var text = cleaned(question)
    while let last = text.last, "?:. *".contains(last) { text.removeLast() }
    text = text.replacing(";", with: ",").replacing(" = ", with: " ")
    return text.count > 80 ? trimmed(String(text.prefix(79))) + "…" : text
  }

  /// Whether the answer is the name of whoever answers.
  static func asksForName(_ heading: String) -> Bool {
    let words = Set(heading.lowercased().split { !$0.isLetter })
    if heading.lowercased().hasPrefix("who are you") { return true }
    let others: Set<Substring> = [
      "may", "shown", "show", "consent", "published", "colleague", "colleagues", "school",
      "manager",
      "mentor", "team", "role", "job", "who", "whom", "event", "partner", "organisation", "file",
      "person", "people", "with", "them", "their", "anyone", "else",
    ]
    // "Your name and school" asks for both in one cell.
    let inTurn = heading.lowercased().split { !$0.isLetter }.filter { $0 != "and" }
    let isWithSchool = zip(inTurn, inTurn.dropFirst()).contains { $0 == "name" && $1 == "school" }
    guard words.contains("name") || words.contains("names"),
      words.subtracting(isWithSchool ? ["school"] : []).isDisjoint(with: others)
    else {
      return false
    }
    return words.contains("your") || words.contains("full")
      || words.contains("first") && words.contains("last")
  }

  /// Whether a heading asks what people know or would like to, and which column of people.csv that is.
  static func asksForTopics(_ heading: String) -> String? {
    let text = heading.lowercased()
    let words = Set(text.split { !$0.isLetter })
    if !words.isDisjoint(with: ["who", "whom", "colleague", "colleagues", "useful", "often"]) {
      return nil
    }
    let wishes = [
      "like to learn", "like help with", "like support with", "want to learn", "need help",
    ]
    if wishes.contains(where: text.contains) { return "seeks" }
    let isKnown =
      words.contains("help") || words.contains("skills") || words.contains("expertise")
      || words.contains("strengths") || text.contains("good at") || text.contains("trained in")
    return isKnown ? "expertise" : nil
  }

  /// Whether a heading asks whom people do not work with, or would like to: "People you never see", "Colleagues you avoid".
  static func asksForNoTies(_ heading: String) -> Bool {
    let words = ScaleLegend(heading).rest.lowercased().filter { !"'’".contains($0) }
      .split { !$0.isLetter }
    // "Colleagues not listed above" are contacts.
    let beside: Set<Substring> = [
      "listed", "named", "above", "mentioned", "included", "including", "include", "in", "on",
      "already", "shown", "only", "just", "count", "list", "name", "add", "write", "worry",
      "forget",
    ]
    let denials: Set<Substring> = [
      "never", "avoid", "avoids", "avoiding", "not", "dont", "havent", "hasnt", "didnt", "doesnt",
      "cant", "cannot",
    ]
    let isDenied = words.indices.contains { place in
      denials.contains(words[place])
        && !(words.indices.contains(place + 1) && beside.contains(words[place + 1]))
    }
    let verbs: Set<Substring> = [
      "work", "meet", "know", "collaborate", "see", "visit", "connect", "partner", "talk", "speak",
      "contact",
    ]
    let isWished = words.indices.contains { place in
      ["like", "want", "wish", "love", "hope"].contains(words[place])
        && words.dropFirst(place + 1).first == "to"
        && !verbs.isDisjoint(with: words.dropFirst(place + 2).prefix(3))
        || ["like", "want", "love"].contains(words[place]) && words[place...].dropFirst() == ["to"]
    }
    return isDenied || isWished
  }

  /// Whether a heading is over whom somebody reports to, which is no answer of theirs.
  static func asksForManager(_ heading: String) -> Bool {
    !Set(heading.lowercased().split { !$0.isLetter }).isDisjoint(with: [
      "manager", "reports", "supervisor", "appraiser", "reviewer",
    ])
  }

  static func asksForPeople(_ heading: String) -> Bool {
    let words = heading.lowercased()
    return [
      "who", "whom", "which colleague", "which of these colleague", "name the", "colleagues",
      "people you", "works with", "work with", "ties", "contacts",
    ].contains(where: words.contains)
  }

  /// Whether a heading asks which schools people work with.
  static func asksForSchools(_ heading: String) -> Bool {
    let words = Set(heading.lowercased().split { !$0.isLetter })
    return !words.isDisjoint(with: ["schools", "academies"])
      && !words.isDisjoint(with: [
        "with", "work", "worked", "visited", "visit", "partner", "support", "supported", "help",
        "helped", "collaborate", "collaborated", "links",
      ])
  }

  /// Whether the answers say how often or how closely.
  static func asksHowOften(_ heading: String) -> Bool {
    let words = heading.lowercased()
    return asksDepth(heading)
      || [
        "how often", "frequency", "how frequent", "how regular", "how well", "how strong",
        "strength", "how many times", "times a ", "times per ",
      ]
      .contains(
        where: words.contains)
  }

  /// Whether a heading asks about whoever was named before it: "How often?", "If yes, how often?", "How often do you meet them?".
  static func asksOfThem(_ heading: String) -> Bool {
    let words = heading.lowercased().split { !$0.isLetter }
    return words.count < 3 || words.first == "if"
      || !Set(words).isDisjoint(with: ["them", "this", "him", "her", "that"])
  }

  /// Whether the answers are depths of collaboration.
  static func asksDepth(_ text: String) -> Bool {
    let words = text.lowercased()
    return ["depth", "how deep", "how closely", "level of collaboration"].contains(
      where: words.contains)
  }
}

/// Days in headings such as "SEND network 12/03/2026".
enum Dated {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Whether a heading has a day of the month, though no year: "Hub 12 Sept".
  static func isDay(_ text: String) -> Bool {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber) }
    return words.indices.contains { place in
      guard words[place].count >= 3, months.contains(String(words[place].prefix(3))) else {
        return false
      }
      return [place - 1, place + 1].contains { near in
        guard words.indices.contains(near) else { return false }
        return Int(words[near].prefix { $0.isNumber }).map { (1...31).contains($0) } ?? false
      }
    }
  }

  static func day(in text: String) -> String? {
    if let day = readDay(text) { return "\(day)" }
    let words = text.split { " ,()[]".contains($0) }.map(String.init)
    for length in [1, 3] where words.count >= length {
      for start in 0...(words.count - length) {
        let part = words[start..<start + length].joined(separator: " ")
        if part.contains(where: \.isNumber), part.count >= 6, !part.allSatisfy(\.isNumber),
          let day = readDay(part)
        {
          return "\(day)"
        }
      }
    }
    return nil
  }
}
