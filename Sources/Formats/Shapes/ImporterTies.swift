import Intake
import Networks

/// Who works with whom: answers, matrices and edge lists.
extension Importer {
  mutating func tie(_ from: String, _ to: String, _ facts: [(String, String)]) {
    guard from != to else { return }
    ties.add(
      [(ties.place("from"), from), (ties.place("to"), to)] + facts.map { (ties.place($0.0), $0.1) })
    tieCount += 1
  }

  /// Ties of whoever answered; where that is not decided, or whom they name is not, the tie waits.
  mutating func tie(_ from: [String], _ to: Named, _ facts: [(String, String)]) {
    switch to {
    case .nobody: break
    case .people(let others) where !from.isEmpty:
      for one in from {
        let own = personRow[one].map { people.text($0, "school") } ?? ""
        for other in others where personRow[other] != nil || schools.school(own) != other {
          tie(one, other, facts)
        }
      }
    case .people, .waits: result.waiting += 1
    }
  }

  /// What an answer says, after what was decided earlier.
  ///
  /// - Parameter never: the number that means never, where the question says which.
  mutating func answer(_ text: String, asksDepth: Bool, never: Double? = nil) -> AnswerWord {
    switch result.mapping.answers[cleaned(text)] {
    case "tie": return .plainTie
    case "none": return .none
    case "missing": return .missing
    default: break
    }
    if let never, Double(cleaned(text)) == never { return .none }
    return AnswerWord(text, asksDepth: asksDepth)
  }

  mutating func facts(of word: AnswerWord, kind: String, text: String) -> [(
    String, String
  )]? {
    switch word {
    case .none, .missing: return nil
    case .unreadable:
      result.waiting += 1
      if result.mapping.answers[cleaned(text)] == nil {
        result.mapping.answers[cleaned(text)] = "?"
      }
      return nil
    case .tie(let depth, let frequency, let strength):
      return [
        ("kind", kind), ("depth", depth.map(\.word) ?? ""), ("frequency", frequency),
        ("strength", strength),
      ]
    }
  }

  /// Who answered in a row; `nil` where nobody says.
  mutating func respondent(_ name: String, _ address: String) -> Named? {
    let isAnonymous = ["anonymous", ""].contains(name.lowercased())
    guard !isAnonymous || address.contains("@") else { return nil }
    // An address is surer than a name.
    if address.contains("@"), case .sure(let known) = book.match(address) {
      return .people([known])
    }
    let text = isAnonymous ? address : name
    if !hasList, case .doubtful(let ids) = book.match(text), !ids.contains(text),
      result.mapping.names[cleaned(text)] == nil
    {
      // Where the answers are the only list, two who answered are two people.
      add(text, name: text, email: address)
      return .people([text])
    }
    return named(text, addsUnknown: !hasList)
  }

  mutating func takeSurvey(_ table: SourceTable, _ layout: Layout) {
    let parts = ["first_name", "last_name"].compactMap { layout.column($0) }
    guard layout.who != nil || parts.count == 2 else {
      result.remarks.append(
        "\(table.title) is not used: no column says who answered. Write HEADING = who under [\(table.title)] in \(ImportMapping.fileName)."
      )
      return
    }
    let mail = layout.column("email")
    let before = tieCount
    let heads = layout.heads(table)
    var respondents: [(row: Int, ids: [String])] = []
    var nameless = 0
    // Rows without a name below one that has some, in a table that no form wrote.
    var blanks = 0
    for row in table.rows {
      let name =
        layout.who.map { table.cell(row, $0) }
        ?? parts.map { table.cell(row, $0) }.filter { !$0.isEmpty }.joined(separator: " ")
      let address = mail.map { table.cell(row, $0) } ?? ""
      guard !table.isTotal(row), !TotalRow.isOne(name), let named = respondent(name, address) else {
        nameless += 1
        if name.isEmpty, !table.isForm { blanks += 1 }
        continue
      }
      guard case .people(let ids) = named else {
        if case .waits = named { respondents.append((row, [])) }
        continue
      }
      respondents.append((row, ids))
      for id in ids {
        add(id, name: "", email: address.contains("@") && ids.count == 1 ? address : "")
        guard let place = personRow[id] else { continue }
        if layout.mayTie {
          answered.insert(id)
          people.set(place, "responded", "yes")
        }
        for (column, head) in heads where !["email", "first_name", "last_name"].contains(head) {
          let text = table.cell(row, column)
          if text.isEmpty { continue }
          if head == "visibility" {
            people.set(place, head, Self.visibility(text))
          } else if people.text(place, head).isEmpty {
            people.set(place, head, text)
          }
        }
        if let school = sheetSchool(table, layout), people.text(place, "school").isEmpty {
          people.set(place, "school", school)
        }
      }
    }
    // Who is asked about in columns is known before lists are read.
    var colleague: [Int: Named] = [:]
    for (column, use) in layout.uses.enumerated() {
      if case .about(let name, _) = use { colleague[column] = headed(name) }
    }
    let answers = layout.answerColumns(table)
    let nevers = nevers(table, layout)
    let style = NameStyle(people.rows.map { people.text($0, "name") })
    var unread: [String] = []
    for (row, ids) in respondents {
      for (column, use) in layout.uses.enumerated() {
        switch use {
        case .about(let name, let kind):
          let text = table.cell(row, column)
          // Where names are ticked, some forms write the name itself.
          var word =
            folded(text) == folded(name)
            ? .plainTie
            : answer(
              table.sheet.text(row, column),
              asksDepth: Question.asksDepth(kind + table.headings[column]),
              never: nevers[column])
          if word != .none, word != .unreadable, let others = answers[column] {
            // Whether there is a tie is one question, and how often the next.
            let more = said(of: others, in: row, of: table, kind: kind)
            if more == .unreadable { continue }
            word =
              switch (word, more) {
              case (_, .none): .none
              case (.missing, .plainTie): .missing
              case (.missing, _): more
              default: word.and(more)
              }
          }
          guard let facts = facts(of: word, kind: kind, text: text) else { continue }
          tie(ids, colleague[column] ?? .nobody, facts)
        case .ties(let kind):
          let list = entries(table.list(row, column))
          unread += list.unread
          let depth = DepthPhrase.within(table.headings[column])?.word ?? ""
          for entry in list.names {
            var word = entry.answer
            if word == .plainTie, let others = answers[column] {
              word = said(of: others, in: row, of: table, kind: kind)
            }
            if word == .unreadable { continue }
            guard var facts = facts(of: word, kind: kind, text: entry.name) else { continue }
            if !depth.isEmpty, word == .plainTie { facts.append(("depth", depth)) }
            tie(ids, named(entry.name, style), facts)
          }
        default: break
        }
      }
    }
    let questions = Set(
      layout.uses.compactMap { use -> String? in
        switch use {
        case .ties(let kind), .about(_, let kind): kind
        default: nil
        }
      })
    let asked = questions.filter { !$0.isEmpty }.sorted()
    var line =
      "\(table.title): survey answers of \(counted(respondents.count, "person", "people"))\(layout.mayTie ? ", " + counted(tieCount - before, "tie") : "")"
    if !asked.isEmpty {
      line +=
        " by \(asked.count == 1 ? "the question" : "the questions") \(listed(asked.prefix(3).map { shown($0) }))\(asked.count > 3 ? " and others" : "")"
    }
    result.readings.append(line)
    takeSkills(table, layout, of: respondents.map { ($0.ids, $0.row) }, isOwnWord: true)
    let twice = Dictionary(respondents.flatMap(\.ids).map { ($0, 1) }, uniquingKeysWith: +)
      .filter { $0.value > 1 }.keys.sorted().map { book.name(of: $0) }
    if !twice.isEmpty, table.isForm {
      result.remarks.append(
        "\(table.title): \(counted(twice.count, "person", "people")) answered more than once, and all they said counts: \(twice.prefix(3).joined(separator: "; "))\(twice.count > 3 ? " and others" : ""). Delete the answers that do not hold."
      )
    }
    remarkOnAnswers(table, layout)
    remarkOnDenials(table, layout)
    remarkOnKept(table, layout)
    if !hasList { _ = offerSheetName(table, layout) }
    remark(unread, in: table)
    if nameless > 0 {
      result.remarks.append(
        "\(counted(nameless, "answer")) of \(table.title) \(nameless == 1 ? "names nobody and was" : "name nobody and were") left out.\(blanks > 0 ? " A name that stands only in the first of several rows has to be filled down." : "")"
      )
    }
  }

  /// What columns beside a name say of whoever it is; what nobody can read waits.
  private mutating func said(
    of columns: [Int], in row: Int, of table: SourceTable, kind: String
  ) -> AnswerWord {
    var all = AnswerWord.plainTie
    for column in columns {
      let text = table.sheet.text(row, column)
      let word = answer(
        text, asksDepth: Question.asksDepth(table.headings[column]),
        never: ScaleLegend(table.headings[column]).never)
      switch word {
      case .missing: continue
      case .none: return .none
      case .unreadable:
        _ = facts(of: word, kind: kind, text: text)
        return .unreadable
      case .tie: all = all.and(word)
      }
    }
    return all
  }

  /// The numbers that mean never in columns that tell of ties, by what their headings say: "1 = never"; it is told.
  mutating func nevers(_ table: SourceTable, _ layout: Layout) -> [Int: Double] {
    let columns = layout.uses.indices.filter { column in
      switch layout.uses[column] {
      case .about, .ties, .answers, .role("strength"), .role("frequency"): true
      default: false
      }
    }
    var found: [Int: Double] = [:]
    for column in columns {
      found[column] = ScaleLegend(table.headings[column]).never
    }
    let numbers = Set(found.values).subtracting([0]).sorted()
    if !numbers.isEmpty {
      note(
        table,
        "\(listed(numbers.map { shortest($0) })) counts as never and makes no tie, as the heading says."
      )
    }
    return found
  }

  /// Says which columns on how often belong to no names, so that a "never" in them takes no tie away.
  mutating func remarkOnAnswers(_ table: SourceTable, _ layout: Layout) {
    let named = layout.uses.indices.filter {
      if case .ties = layout.uses[$0] { true } else { false }
    }
    guard !named.isEmpty else { return }
    let free = layout.uses.indices.filter {
      layout.uses[$0] == .kept && Question.asksHowOften(table.headings[$0])
    }
    guard let first = free.first, let list = named.last(where: { $0 < first }) ?? named.first
    else { return }
    let heads = listed(free.map { shown(table.headings[$0]) })
    result.remarks.append(
      "\(table.title): \(heads) \(free.count == 1 ? "belongs" : "belong") to no column of names, so ties do not have how often from there and a never there takes none away. If \(free.count == 1 ? "it tells" : "they tell") of the people named in a column, write for example \(table.headings[first]) = answer on: \(table.headings[list]) under [\(table.title)] in \(ImportMapping.fileName)."
    )
  }

  /// Says which words among names named nobody.
  mutating func remark(_ unread: [String], in table: SourceTable) {
    guard !unread.isEmpty else { return }
    let words = Set(unread).sorted().prefix(3).map { shown($0) }
    result.remarks.append(
      "\(table.title): \(counted(unread.count, "entry", "entries")) among the names \(unread.count == 1 ? "names" : "name") nobody and \(unread.count == 1 ? "was" : "were") left out, such as \(listed(Array(words))). Write the name beside it."
    )
  }

  /// Whether somebody may be named, by their answer; whoever did not clearly agree is counted and not named.
  static func visibility(_ answer: String) -> String {
    let words = answer.lowercased()
    if ["leave me out", "exclude", "remove me", "do not include", "withdraw"].contains(
      where: words.contains)
    {
      return "excluded"
    }
    if words.contains("not") || words.hasPrefix("no") || words.contains("hidden") {
      return "hidden"
    }
    return ["yes", "agree", "listed", "consent"].contains(where: words.contains)
      ? "listed" : "hidden"
  }

  mutating func takeMatrix(_ table: SourceTable, _ layout: Layout) {
    let before = tieCount
    let areSchools = tiesSchools(table, layout)
    var heads: [Int: Named] = [:]
    for (column, use) in layout.uses.enumerated() {
      if case .about(let name, _) = use {
        heads[column] = areSchools ? .people([school(name)]) : headed(name)
      }
    }
    var nameless = 0
    for row in table.rows {
      let name = table.cell(row, 0)
      if name.isEmpty || TotalRow.isOne(name) {
        nameless += 1
        continue
      }
      let from: [String]
      switch areSchools ? .people([school(name)]) : headed(name) {
      case .people(let ids): from = ids
      case .nobody: continue
      case .waits: from = []
      }
      for column in 1..<max(1, table.sheet.width(row)) {
        guard let other = heads[column], column < layout.uses.count,
          case .about(_, let kind) = layout.uses[column]
        else { continue }
        let text = table.sheet.text(row, column)
        if text.isEmpty || text == "0" { continue }
        let word = answer(text, asksDepth: Question.asksDepth(table.title))
        if let facts = facts(of: word, kind: kind, text: text) { tie(from, other, facts) }
      }
    }
    result.readings.append(
      "\(table.title): a matrix of \(areSchools ? counted(heads.count, "school") : counted(heads.count, "person", "people")), \(counted(tieCount - before, "tie"))"
    )
    if nameless > 0 {
      result.remarks.append(
        "\(counted(nameless, "row")) of \(table.title) \(nameless == 1 ? "has no name, or is a total, and was" : "have no name, or are totals, and were") left out."
      )
    }
  }

  mutating func takeTies(_ table: SourceTable, _ layout: Layout) {
    let before = tieCount
    guard
      layout.column("from") != nil && layout.column("to") != nil || layout.column("members") != nil
    else {
      result.remarks.append(
        "\(table.title) has no columns from and to, and was left out. Write HEADING = from and HEADING = to under [\(table.title)] in \(ImportMapping.fileName)."
      )
      return
    }
    if let group = layout.column("group"), let member = layout.column("members") {
      return takeGroups(table, group: group, member: member)
    }
    let from = layout.column("from") ?? -1
    let to = layout.column("to") ?? -1
    let members = layout.column("members")
    let timeset = layout.column("timeset")
    let tied = layout.column("tied")
    let guessed = guessedStrength(table, layout)
    let style = NameStyle(table, [from, to, members ?? -1])
    let columns = layout.heads(table).filter {
      !["from", "to", "timeset", "members", "tied", "chair", "from_school", "to_school"].contains(
        $0.head)
    }.map { (column: $0.column, place: ties.place($0.head), head: $0.head) }
    let asked = layout.uses.indices.compactMap { column in
      if case .ties(let kind) = layout.uses[column] { (column: column, kind: kind) } else { nil }
    }
    let areSchools = tiesSchools(table, layout)
    // A coach coached, and not the other way round.
    let deed = layout.column("kind") == nil && asked.isEmpty ? EndColumns(table)?.deed : nil
    let (fromPlace, toPlace) = (ties.place("from"), ties.place("to"))
    // Ends without a list of people are people.
    var ends: [String: Named] = [:]
    var lists: [String: [NameList.Entry]] = [:]
    var unread: [String] = []
    var listCount = 0
    var selves = 0
    var halves = 0
    var totals = 0
    let none = noTies
    let nevers = nevers(table, layout)
    var denied = 0
    var blanks = 0
    let often = layout.column("frequency")
    var open: [String] = []
    // Whether a list in a cell is parted by commas only the cells together tell.
    var whole: Set<String> = []
    if from >= 0 { for row in table.rows { whole.insert(table.cell(row, from)) } }
    func isWhole(_ text: String) -> Bool {
      // Names that stand at both ends are names, unless a list of people says that they are several.
      !hasList && whole.contains(text) || Self.hasKind(text)
        || otherMembers.contains(headingKey(text))
    }
    for row in table.rows {
      var facts: [(place: Int, text: String)] = []
      for (column, place, head) in columns {
        var text = table.cell(row, column)
        if head == "direction" { text = Self.direction(text) }
        if column == guessed, text.hasSuffix("%") { text = trimmed(String(text.dropLast())) }
        facts.append((place, text))
      }
      if let deed { facts += [(ties.place("kind"), deed), (ties.place("direction"), "directed")] }
      if let timeset, let stretch = GraphTime.stretch(table.cell(row, timeset)) {
        facts += [(ties.place("started"), stretch.start), (ties.place("ended"), stretch.end)]
      }
      // A row may say several things of two people, each a tie of its kind.
      var sayings = [facts]
      if !asked.isEmpty {
        sayings = []
        for (column, kind) in asked {
          let text = table.sheet.text(row, column)
          let word = answer(text, asksDepth: Question.asksDepth(kind), never: nevers[column])
          guard let more = self.facts(of: word, kind: kind, text: text) else { continue }
          var saying = facts
          for (head, text) in more where !text.isEmpty { fill(head, text, in: &saying) }
          sayings.append(saying)
        }
      }
      let isDenied =
        sayings.isEmpty
        || tied.flatMap { YesNo(table.cell(row, $0)) }?.isYes == false
        || guessed.flatMap { Strength.number(table.cell(row, $0)) } == 0
        || asked.isEmpty
          && nevers.contains { Strength.number(table.cell(row, $0.key)) == $0.value }
      if isDenied { denied += 1 }
      if let members, !table.cell(row, members).isEmpty, !isDenied {
        let list = entries(table.list(row, members))
        unread += list.unread
        let chairs = layout.uses.indices.filter { layout.uses[$0] == .role("chair") }.flatMap {
          entries(table.list(row, $0)).names
        }
        var ids: [String] = []
        for entry in list.names + chairs where entry.answer != .none {
          switch named(entry.name, style) {
          case .people(let found): ids += found.filter { !ids.contains($0) }
          case .nobody: break
          case .waits: result.waiting += 1
          }
        }
        if ids.count > 1 {
          for saying in sayings {
            ties.add([(ties.place("members"), ids.joined(separator: ";"))] + saying)
            tieCount += 1
          }
        }
        continue
      }
      guard from >= 0, to >= 0, !TotalRow.isOne(table.cell(row, from)),
        !TotalRow.isOne(table.cell(row, to))
      else {
        totals += 1
        continue
      }
      let (a, b) = (table.cell(row, from), table.cell(row, to))
      if a.isEmpty || b.isEmpty || isNobody(a) || isNobody(b) {
        halves += 1
        if a.isEmpty, !b.isEmpty { blanks += 1 }
        continue
      }
      func listed(_ text: String, _ column: Int) -> [NameList.Entry] {
        if let known = lists[text] { return known }
        var list = [NameList.Entry(name: text)]
        if !isWhole(text), hasList {
          let found = entries(table.list(row, column))
          unread += found.unread
          list = found.names
        } else if !isWhole(text) {
          let book = book
          list = NameList.listed(table.list(row, column), known: { book.knows($0) })
        }
        lists[text] = list
        return list
      }
      if let often, !isDenied {
        let text = table.cell(row, often)
        if TieDenial(text) != .sure, TieDenial.leavesOpen(text) { open.append(text) }
      }
      let starts = whole.contains(b) && a == b ? [NameList.Entry(name: a)] : listed(a, from)
      let finishes = listed(b, to)
      if starts.count > 1 || finishes.count > 1 { listCount += 1 }
      if starts.isEmpty || finishes.isEmpty { halves += 1 }
      func whom(_ name: String) -> Named {
        areSchools && book.match(name) == .unknown
          ? .people([school(name)]) : end(name, style, &ends)
      }
      for start in starts {
        let first = whom(start.name)
        if starts.count == 1 { takeSchool(of: first, row, "from_school", table, layout) }
        for finish in finishes {
          let second = whom(finish.name)
          if finishes.count == 1 { takeSchool(of: second, row, "to_school", table, layout) }
          // Those who do not work together are people all the same.
          if isDenied { continue }
          var said = sayings
          if case .tie(let depth, let frequency, _) = finish.answer {
            for place in said.indices {
              if !frequency.isEmpty { fill("frequency", frequency, in: &said[place]) }
              if let depth { fill("depth", depth.word, in: &said[place]) }
            }
          }
          if finish.answer == .none { continue }
          guard case .people(let one) = first, case .people(let other) = second else {
            if case .nobody = first { continue }
            if case .nobody = second { continue }
            result.waiting += 1
            continue
          }
          for a in one {
            for b in other {
              if a == b {
                selves += 1
                continue
              }
              for said in said {
                ties.add([(fromPlace, a), (toPlace, b)] + said)
                if saysNo(said) { noTies += 1 } else { tieCount += 1 }
              }
            }
          }
        }
      }
    }
    if selves > 0 {
      result.remarks.append(
        "\(table.title): \(counted(selves, "row ties", "rows tie")) somebody to themselves and \(selves == 1 ? "was" : "were") left out."
      )
    }
    if halves > 0 {
      result.remarks.append(
        "\(table.title): \(counted(halves, "row names", "rows name")) nobody at one end and \(halves == 1 ? "was" : "were") left out. Name both people in each row\(blanks > 0 ? "; a name that stands only in the first of several rows has to be filled down" : "")."
      )
    }
    if let first = open.min() {
      result.remarks.append(
        "\(table.title): \(counted(open.count, "row does", "rows do")) not say whether the two work together now, such as \(shown(first)), and \(open.count == 1 ? "counts as a tie" : "count as ties"). Write never where they do not."
      )
    }
    if totals > 0 {
      result.remarks.append(
        "\(table.title): \(counted(totals, "row")) with a total \(totals == 1 ? "was" : "were") left out."
      )
    }
    remark(unread, in: table)
    remarkOnUses(table, layout, guessed, denied)
    if areSchools { remarkOnNames(table, layout) }
    if noTies > none {
      result.remarks.append(
        "\(table.title): \(counted(noTies - none, "row says", "rows say")) never, none or 0: asked about, and no tie."
      )
    }
    result.readings.append(
      "\(table.title): \(listCount > 0 ? "a list of whom each names" : "an edge list"), \(counted(tieCount - before, "tie"))"
    )
  }

  /// A row for each member of a group becomes a group a row.
  private mutating func takeGroups(_ table: SourceTable, group: Int, member: Int) {
    let style = NameStyle(table, [member])
    var members: [String: [String]] = [:]
    var left = 0
    var gone = 0
    for row in table.rows {
      let title = table.cell(row, group)
      guard !title.isEmpty, !TotalRow.isOne(title), !TotalRow.isOne(table.cell(row, member)) else {
        left += 1
        continue
      }
      let hasLeft = (0..<table.sheet.width(row)).contains { column in
        column != group && column != member
          && ["left", "resigned", "former", "formermember", "ended", "declined", "inactive", "no"]
            .contains(folded(table.cell(row, column)))
      }
      if hasLeft {
        gone += 1
        continue
      }
      for entry in entries(table.list(row, member)).names where entry.answer != .none {
        if case .people(let ids) = named(entry.name, style) {
          members[title, default: []] += ids.filter { !members[title, default: []].contains($0) }
        }
      }
    }
    for (title, ids) in members.sorted(by: { $0.key < $1.key }) where ids.count > 1 {
      ties.add([
        (ties.place("members"), ids.sorted().joined(separator: ";")),
        (ties.place("kind"), "working group"), (ties.place("purpose"), title),
      ])
      tieCount += 1
    }
    result.readings.append(
      "\(table.title): the members of \(counted(members.count, "group")); those of one group count as working together, in groups of up to 15"
    )
    if left > 0 {
      result.remarks.append(
        "\(table.title): \(counted(left, "row")) without a group or with a total \(left == 1 ? "was" : "were") left out."
      )
    }
    if gone > 0 {
      result.remarks.append(
        "\(table.title): \(counted(gone, "row says", "rows say")) that somebody has left or is no member, and \(gone == 1 ? "was" : "were") left out."
      )
    }
  }

  /// Whether what stands beside a tie says that there is none.
  private mutating func saysNo(_ facts: [(place: Int, text: String)]) -> Bool {
    let places = ["frequency", "depth", "strength"].map { ties.place($0) }
    return facts.contains { fact in
      places.contains(fact.place) && TieDenial(fact.text) == .sure
    }
  }

  /// A column of numbers that was taken for a strength though its heading does not say so.
  private func guessedStrength(_ table: SourceTable, _ layout: Layout) -> Int? {
    guard let column = layout.column("strength"),
      !["strength", "weight", "value", "edgeweight"].contains(folded(table.headings[column]))
    else { return nil }
    return column
  }

  /// Says which columns beside the ends tell whether there is a tie, and which are not used.
  private mutating func remarkOnUses(
    _ table: SourceTable, _ layout: Layout, _ guessed: Int?, _ denied: Int
  ) {
    let place = "under [\(table.title)] in \(ImportMapping.fileName)"
    let rows = "\(counted(denied, "row was", "rows were")) left out"
    let asked = layout.uses.indices.filter {
      if case .ties = layout.uses[$0] { true } else { false }
    }.map { table.headings[$0] }
    if let first = asked.first {
      let heads = listed(asked.prefix(4).map { shown($0) }) + (asked.count > 4 ? " and others" : "")
      note(
        table,
        "\(heads) \(asked.count == 1 ? "says" : "say") whether there is a tie, each of its own kind: 0 and no mean none\(denied > 0 ? ", and \(counted(denied, "row", "rows")) with no other answer \(denied == 1 ? "was" : "were") left out" : ""). If one says something else, write for example \(first) = kept \(place)."
      )
    }
    if let tied = layout.column("tied") {
      let head = table.headings[tied]
      note(
        table,
        "\(shown(head)) is read as whether there is a tie: no means none\(denied > 0 ? ", and \(rows)" : ""). If it says something else, write \(head) = kept \(place)."
      )
    }
    if let guessed {
      let head = table.headings[guessed]
      note(
        table,
        "\(shown(head)) is read as the strength of ties, and 0 as no tie\(denied > 0 && layout.column("tied") == nil ? "; \(rows)" : ""). If it says something else, write \(head) = kept \(place)."
      )
    }
  }

  /// Says which columns beside two of schools hold those who work together.
  private mutating func remarkOnNames(_ table: SourceTable, _ layout: Layout) {
    let recogniser = Recogniser(table, book)
    let named = layout.uses.indices.filter { layout.uses[$0] == .kept && recogniser.holdsNames($0) }
    guard named.count == 2, let from = layout.column("from"), let to = layout.column("to") else {
      return
    }
    let heads = named.map { table.headings[$0] }
    note(
      table,
      "\(listed(heads.map { shown($0) })) hold names and are kept as they stand; the ties are between schools. If they are who works together, write \(heads[0]) = from, \(heads[1]) = to, \(table.headings[from]) = from_school and \(table.headings[to]) = to_school under [\(table.title)] in \(ImportMapping.fileName)."
    )
  }

  /// Says something of a table on the screen and beside it in the mapping.
  mutating func note(_ table: SourceTable, _ text: String) {
    result.remarks.append("\(table.title): \(text)")
    result.mapping.notes[table.title, default: []].append(text)
  }

  /// Says which questions ask whom people do not work with, and so tie nobody.
  mutating func remarkOnDenials(_ table: SourceTable, _ layout: Layout) {
    for (place, use) in layout.uses.enumerated() where use == .unused {
      let heading = table.headings[place]
      let question = Question(heading)
      let asked = question.item == nil ? heading : question.kind
      let isColleague = question.item.map { book.mayMean($0) } ?? false
      guard Question.asksForNoTies(asked),
        isColleague || Question.asksForPeople(heading)
          || Recogniser(table, book).holdsNames(place)
      else { continue }
      note(
        table,
        "\(shown(heading)) asks whom people do not work with, or would like to, and makes no ties. If those it names do work together, write \(heading) = ties: \(Question.kind(asked)) under [\(table.title)] in \(ImportMapping.fileName)."
      )
    }
  }

  /// Says a fact of a tie unless its row does.
  mutating func fill(
    _ head: String, _ text: String, in facts: inout [(place: Int, text: String)]
  ) {
    let place = ties.place(head)
    if let known = facts.firstIndex(where: { $0.place == place }) {
      if facts[known].text.isEmpty { facts[known].text = text }
    } else {
      facts.append((place, text))
    }
  }

  static func direction(_ text: String) -> String {
    switch folded(text) {
    case "directed", "oneway", "1", "yes", "true": "directed"
    case "undirected", "mutual", "both", "twoway", "0", "no", "false": "mutual"
    default: text
    }
  }

  /// Whether a text says what kind of member it is, as in team:12.
  static func hasKind(_ text: String) -> Bool {
    MemberKind.allCases.contains { text.lowercased().hasPrefix($0.rawValue + ":") }
  }

  /// Whether a text at an end of a tie says that there is nobody: "none", "Nobody really", "n/a - new starter".
  func isNobody(_ text: String) -> Bool {
    guard text.count > 2, text.contains(where: \.isLetter), !book.knows(text),
      result.mapping.names[text] == nil
    else { return false }
    if Self.unfilled.contains(text.lowercased()) { return true }
    let answer = AnswerWord(text, asksDepth: false)
    return answer == .none || answer == .missing
  }

  /// What stands where a post has nobody.
  private static let unfilled: Set<String> = [
    "vacant", "vacancy", "vacant post", "unfilled", "to be appointed", "not appointed",
  ]

  /// Whom the end of a tie names, looked up once a text.
  mutating func end(
    _ text: String, _ style: NameStyle, _ ends: inout [String: Named]
  ) -> Named {
    if let known = ends[text] {
      if case .waits = known { counts[cleaned(text), default: 0] += 1 }
      return known
    }
    let found: Named
    if !hasList, result.mapping.names[text] == nil, style.mayBeName(text) {
      // An edge list alone makes its people, whatever they are called: its ids are ids.
      let id: String
      if case .sure(let known) = book.match(text) { id = known } else { id = text }
      add(id, name: id)
      found = .people([id])
    } else {
      let isOther = otherMembers.contains(headingKey(text)) && book.match(text) == .unknown
      found = isOther || Self.hasKind(text) ? .people([text]) : named(text, addsUnknown: false)
    }
    ends[text] = found
    return found
  }
}
