import Documents
import GraphEngine
import Networks

/// The same made-up trust at several times, half a year apart, with changes planted between them.
public struct SampleTerms: Sendable {
  /// The earliest first; the last is the trust of today.
  public let terms: [Term]

  public struct Term: Sendable {
    /// As in "Autumn 2026".
    public let name: String
    /// The files by name.
    public let files: [(name: String, text: String)]
  }

  /// The most terms that can be made.
  public static let most = 6

  /// - Parameter count: how many terms, from 1 to `most`.
  public init(_ count: Int, people: Int = 640, ties: Int = 3200, seed: UInt64 = 1) {
    let model = SampleModel(people: people, ties: ties, seed: seed)
    let past = Past(model)
    terms = (0..<count).reversed().map { age in
      Term(
        name: "\(age % 2 == 0 ? "Autumn" : "Spring") \(2026 - age / 2)",
        files: past.files(age: age, of: model, seed: seed, isFirst: age == count - 1))
    }
  }
}

/// What was otherwise in the past.
private struct Past {
  /// Ids of today, and who was there in their stead.
  private var stand: [String: (id: String, name: String)] = [:]
  private let merged: (id: String, was: [(id: String, name: String)])
  private let opened: Int
  private let closed: Int
  private let quiet: Int
  private let turnedOver: Int
  private let names: [String]
  /// How many of the school that turned over have come since, and how many it has.
  private var come = 0
  private var staffOfTurnedOver = 0

  init(_ model: SampleModel) {
    let staff = model.staff
    func school(_ name: String) -> Int { staff.school(named: name) ?? 0 }
    opened = school("Beacon Academy")
    closed = school("Westbrook Academy")
    turnedOver = school("Castle Hill Primary School")
    quiet = model.made.planted.quiet
    let whole = staff.schools[school("Quayside Primary School")]
    merged = (
      whole.id, [("H91", "Quayside Infant School"), ("H92", "Quayside Junior School")]
    )
    names = staff.schools.map(\.name)
    staffOfTurnedOver = staff.staff(of: turnedOver).count
    // Two in five of one school have come since, and one in sixteen elsewhere.
    let needed = Set(
      [model.made.planted.holder] + model.expertise.single.map(\.person)
        + model.partners.partnerships.map(\.lead))
    for person in staff.people.indices
    where !needed.contains(person) && staff.people[person].visibility == "listed" {
      let who = staff.people[person]
      let place =
        staff.people.indices.lazy.filter { staff.people[$0].school == who.school }
        .firstIndex(of: person).map { staff.people.distance(from: 0, to: $0) } ?? 0
      let hasCome = who.school == turnedOver ? place % 2 == 0 : place % 16 == 7
      guard hasCome, staff.teams[who.team].lead != person else { continue }
      let first = SampleNames.first[(person * 7 + 3) % SampleNames.first.count]
      let last = SampleNames.last[(person * 11 + 5) % SampleNames.last.count]
      if who.school == turnedOver { come += 1 }
      stand[who.id] = ("L" + who.id.dropFirst(), "\(first) \(last)")
    }
  }

  /// The files of a term.
  ///
  /// - Parameter age: how many terms ago; 0 for today.
  func files(
    age: Int, of today: SampleModel, seed: UInt64, isFirst: Bool
  ) -> [(name: String, text: String)] {
    var model = today
    guard age > 0 else {
      return isFirst
        ? model.files()
        : model.files().map { name, text in
          switch name {
          case "schools.csv": (name, successors(text))
          case "README.md": (name, text + facts)
          default: (name, text)
          }
        }
    }
    let day = "\(2026 - age / 2)-\(age % 2 == 0 ? "11" : "05")-28"
    var generator = SeededGenerator(seed: seed &+ UInt64(age) &* 7_919)
    model.made.goBack(
      0.12 + 0.06 * Double(age), opened: opened, closed: closed, before: day, &generator)
    for person in model.staff.people.indices {
      model.staff.people[person].ended = ""
      let school = model.staff.people[person].school
      // One survey reached few.
      if age == 1 {
        model.staff.people[person].responded =
          model.staff.people[person].responded && generator.below(100) < 68
      } else if school == quiet {
        model.staff.people[person].responded = person % 9 != 0
      }
    }
    return model.files().map { name, text in (name, then(name, text, day)) }
  }

  /// A file as it was then: without what came later, with the people and schools of then.
  private func then(_ name: String, _ text: String, _ day: String) -> String {
    if name == "README.md" { return text }
    var rows = text.split(separator: "\n").map { cells(String($0)) }
    guard let heads = rows.first else { return text }
    func column(_ heading: String) -> Int? { heads.firstIndex(of: heading) }
    let dates = ["date", "started"].compactMap(column)
    rows =
      [heads]
      + rows.dropFirst().filter { row in
        // The slips of today's files were not made then.
        dates.allSatisfy {
          row.count > $0 && (row[$0].isEmpty || row[$0].hasPrefix("20") && row[$0] <= day)
        }
      }
    if name == "expertise.csv" {
      rows.removeAll { $0.count > 1 && $0[1] == "Sensory impairment" }
      if let someone = stand.keys.sorted().first {
        rows.append([someone, "Braille", "4", "qualification", "2022-03-10", "coaching", ""])
      }
    }
    if name == "people.csv", let place = column("name") {
      for row in rows.indices.dropFirst() {
        guard let old = stand[rows[row][0]] else { continue }
        rows[row][place] = old.name
        if let email = column("email") {
          rows[row][email] =
            "\(old.id.lowercased())@harbour.example"
        }
      }
    }
    if let school = column("school"), name == "people.csv" || name == "teams.csv" {
      for row in rows.indices.dropFirst()
      where rows[row].count > school && rows[row][school] == merged.id {
        let isSecond = name == "people.csv" && row % 2 == 0
        rows[row][school] = merged.was[isSecond ? 1 : 0].id
      }
    }
    if name == "schools.csv", let row = rows.firstIndex(where: { $0[0] == merged.id }) {
      let own = rows.remove(at: row)
      for old in merged.was { rows.append([old.id, old.name] + own.dropFirst(2)) }
    } else if name != "people.csv", name != "teams.csv" {
      rows = rows.map { row in row.map { replaced($0, merged.id, merged.was[0].id) } }
    }
    rows = rows.map { row in row.map(renamed) }
    return rows.map { SampleFiles.line($0) }.joined(separator: "\n") + "\n"
  }

  /// Each id of today replaced by that of then.
  private func renamed(_ cell: String) -> String {
    guard cell.contains("P") else { return cell }
    return cell.split(separator: ";", omittingEmptySubsequences: false).map { part in
      let blank = part.prefix { $0 == " " }
      let id = String(part.dropFirst(blank.count))
      return blank + (stand[id]?.id ?? id)
    }.joined(separator: ";")
  }

  private func replaced(_ cell: String, _ id: String, _ other: String) -> String {
    guard cell.contains(id) else { return cell }
    return cell.split(separator: ";", omittingEmptySubsequences: false).map { part in
      let blank = part.prefix { $0 == " " }
      return blank
        + (part.dropFirst(blank.count) == id ? other : String(part.dropFirst(blank.count)))
    }.joined(separator: ";")
  }

  /// Today's schools with those that have become one.
  private func successors(_ text: String) -> String {
    var rows = text.split(separator: "\n").map { cells(String($0)) }
    for row in rows.indices { rows[row].append(row == 0 ? "became" : "") }
    let heads = rows[0]
    for old in merged.was {
      rows.append(
        heads.map { heading in
          switch heading {
          case "id": old.id
          case "name": old.name
          case "became": merged.id
          default: ""
          }
        })
    }
    return rows.map { SampleFiles.line($0) }.joined(separator: "\n") + "\n"
  }

  /// The cells of a row as `SampleFiles` writes it.
  private func cells(_ line: String) -> [String] {
    var cells: [String] = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  /// What is planted between the terms.
  var facts: String {
    """

    ## Planted between the terms

    1. \(names[opened]) has opened up since the spring of 2026: six in ten of its ties to others are new.
    2. \(names[closed]) has drawn back since then.
    3. \(listed(merged.was.map(\.name))) have become Quayside Primary School.
    4. In \(names[turnedOver]) \(inWords(come)) of \(inWords(staffOfTurnedOver)) have come since the spring of 2026; elsewhere one in sixteen.
    5. In spring 2026 a third fewer answered than in the terms beside it. In \(names[quiet]) nearly all answered in autumn 2025, and 40% in autumn 2026.
    6. Somebody knows sensory impairment now, and nobody had listed it. Braille went with the only one who knew it.
    7. Nothing else has changed but who happens to work with whom: ties come and go, as many across schools as within.

    """
  }
}
