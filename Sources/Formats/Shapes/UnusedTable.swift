import Intake
import Networks

/// Why a table is not used, and what somebody may do about it.
struct UnusedTable {
  private let table: SourceTable
  private let book: NameBook
  /// The columns that hold names of people, several in a cell or one.
  private let lists: [Int]
  private let people: [Int]

  init(_ table: SourceTable, _ book: NameBook) {
    (self.table, self.book) = (table, book)
    let recogniser = Recogniser(table, book)
    let rows = table.rows.prefix(400)
    let named = table.headings.indices.filter { column in
      !table.headings[column].isEmpty && !book.isEmpty && recogniser.holdsNames(column)
    }
    let single = named.filter { column in
      let cells = rows.map { table.cell($0, column) }.filter { $0.contains(where: \.isLetter) }
      return cells.count(where: book.knows) * 2 >= cells.count
    }
    // The name and the address of somebody are one person; the name is the one to speak of.
    var names = book
    var people: [Int] = []
    for column in single.filter({ !Self.holdsAddresses(table, $0) })
      + single.filter({ Self.holdsAddresses(table, $0) })
    {
      let isAnother = people.contains { other in
        let pairs = rows.map { (table.cell($0, column), table.cell($0, other)) }.filter {
          !$0.0.isEmpty && !$0.1.isEmpty
        }
        let same = pairs.count { names.match($0.0) == names.match($0.1) }
        return !pairs.isEmpty && same * 10 >= pairs.count * 8
      }
      if !isAnother { people.append(column) }
    }
    self.people = people.sorted()
    lists = named.filter { column in
      rows.contains { row in
        NameList.parts(table.list(row, column), known: book.knows, maybe: book.mayMean).count > 1
      }
    }
  }

  private static func holdsAddresses(_ table: SourceTable, _ column: Int) -> Bool {
    table.rows.prefix(20).contains { table.cell($0, column).contains("@") }
  }

  /// The whole of it, a line.
  var line: String {
    let named = table.headings.filter { !$0.isEmpty }
    guard !named.isEmpty, !table.rows.isEmpty else {
      return "\(table.title) is not used: it has no rows below its headings."
    }
    if let said = parted ?? anonymous { return said }
    return partners ?? meetings ?? severalNames ?? pairs ?? ticks ?? courses ?? other(named)
  }

  /// Rows of several cells below a title that has one are read as one cell each, whatever parts them.
  private var parted: String? {
    guard table.headings.count == 1,
      table.rows.prefix(3).count(where: { table.plain($0, 0).contains(";") }) > 1
    else { return nil }
    return
      "\(table.title) is not used: its first row is one cell, and semicolons part the rows below. If that row is a title, delete it, so that the headings come first, and import again."
  }

  private var anonymous: String? {
    guard table.isForm, people.isEmpty, let mail = table.column(["email"]), !table.rows.isEmpty,
      table.rows.allSatisfy({ folded(table.cell($0, mail)) == "anonymous" })
    else { return nil }
    return
      "\(table.title) is not used: its answers are anonymous, and a network needs to know whose each is. Ask for names in the form, or let it record them."
  }

  private var place: String {
    "Under [\(table.title)] in \(ImportMapping.fileName), in place of not used, write"
  }

  private func head(_ column: Int) -> String { table.headings[column] }

  private var partners: String? {
    guard
      table.has(
        "partner", "partner organisation", "organisation", "organization", "partner name",
        "partner_id", "external partner")
    else { return nil }
    return
      "\(table.title) is not used. If it lists partners, call the sheet Partners and the column with their names Name. If it says who works with which partner, call it Partnerships, with the columns Partner, With (the school), Lead, Level and Agreement."
  }

  /// A log of meetings has all who came in one cell.
  private var meetings: String? {
    let event = table.column([
      "meeting", "event", "session", "title", "meeting title", "session title", "meeting name",
      "name of meeting", "topic", "training", "course", "agenda", "purpose", "group", "network",
    ])
    let date = table.column(["date", "meeting date", "day", "when", "session date", "event date"])
    guard lists.count == 1, let who = lists.first, let title = event ?? date, title != who else {
      return nil
    }
    var uses = ["\(head(title)) = event", "\(head(who)) = who"]
    if let date, date != title { uses.append("\(head(date)) = date") }
    return
      "\(table.title) is not used: its column \(shown(head(who))) holds several names in a cell. If they were at a meeting together: \(place.prefix(1).lowercased())\(place.dropFirst()) attendance list, \(listed(uses))."
  }

  /// "Person 1", "Person 2" and "Person 3" are more than the two ends of a tie.
  private var severalNames: String? {
    guard let ends = EndColumns(table), ends.goOn else { return nil }
    return
      "\(table.title) is not used: it names more than two people in a row, and no column says who named them. If one does: \(place.prefix(1).lowercased())\(place.dropFirst()) survey answers, HEADING = who and \(head(ends.from)) = ties: \(head(ends.from)), and so on. If those of a row work together, put them into one column Members, parted by semicolons."
  }

  private var pairs: String? {
    guard people.count > 1 else { return nil }
    if people.count > 2 {
      return
        "\(table.title) is not used: its columns \(listed(people.prefix(4).map { shown(head($0)) }))\(people.count > 4 ? " and others" : "") hold names, and Weft does not know how they belong together. If each column lists the staff of a school, make a staff list with the columns Name and School. If it lists the members of a group, make a table with a row for each group and a column Members, with their names parted by semicolons. If those of a row work together, put them into one column Members."
    }
    return
      "\(table.title) is not used: its columns \(listed(people.map { shown(head($0)) })) hold names, and Weft does not know how they belong together. If each row names two who work together: \(place.prefix(1).lowercased())\(place.dropFirst()) edge list, \(head(people[0])) = from and \(head(people[1])) = to."
  }

  /// Groups or events in columns, with a mark for whoever belongs.
  private var ticks: String? {
    let marked = table.headings.indices.filter { column in
      let cells = table.rows.prefix(400).map { table.cell($0, column) }.filter { !$0.isEmpty }
      return !cells.isEmpty && cells.allSatisfy { Importer.came($0, ticksWithX: true) != nil }
    }
    guard people.count == 1, marked.count > 1 else { return nil }
    return
      "\(table.title) is not used: \(listed(marked.prefix(4).map { shown(head($0)) }))\(marked.count > 4 ? " and others" : "") hold marks. If those who have a mark under one heading work together: \(place.prefix(1).lowercased())\(place.dropFirst()) attendance list, \(head(people[0])) = who, \(head(marked[0])) = an event each, and so on."
  }

  /// Who was taught what is what they may know.
  private var courses: String? {
    let course = table.column([
      "course", "course title", "course name", "training", "qualification", "cpd", "topic", "skill",
      "programme", "certificate", "subject", "award",
    ])
    guard people.count == 1, let course else { return nil }
    return
      "\(table.title) is not used. If \(shown(head(course))) is what people know, save it as expertise.csv with \(shown(head(people[0]))) called person and \(shown(head(course))) called topic."
  }

  private func other(_ named: [String]) -> String {
    let heads = listed(named.prefix(6).map { shown($0) })
    let what =
      named.count == 1
      ? "its heading \(heads) means"
      : "its headings \(heads)\(named.count > 6 ? " and others" : "") mean"
    let advice =
      people.first.map {
        "\(place) survey answers and \(head($0)) = who\(Self.holdsAddresses(table, $0) ? ", with HEADING = ties: HEADING for whom they name" : ", or staff list and \(head($0)) = name")."
      }
      ?? "It has no column of names that Weft knows. If one holds names: \(place.prefix(1).lowercased())\(place.dropFirst()) staff list and HEADING = name."
    return "\(table.title) is not used: Weft does not know what \(what). \(advice)"
  }
}
