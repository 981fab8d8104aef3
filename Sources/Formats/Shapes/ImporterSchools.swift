import Intake
import Networks

/// Schools that stand where people do, and what ties and cells say of schools and teams.
extension Importer {
  /// Gathers the schools of people and of the lists of schools.
  mutating func knowSchools() {
    if let listed = others[.schools] {
      for row in listed.rows { schools.add(listed.text(row, "name"), as: listed.text(row, "id")) }
      for row in listed.rows { schools.add(listed.text(row, "id"), as: listed.text(row, "id")) }
    }
    for row in people.rows {
      let school = people.text(row, "school")
      if !school.contains(where: { ";|".contains($0) }) { schools.add(school, as: school) }
    }
  }

  /// Whether the ends of ties in a table, or the names of a matrix, are schools.
  func tiesSchools(_ table: SourceTable, _ layout: Layout) -> Bool {
    switch layout.shape {
    case .ties:
      guard let from = layout.column("from"), let to = layout.column("to") else { return false }
      return schools.areSchools(
        [table.headings[from], table.headings[to]],
        table.rows.prefix(2_000).flatMap { [table.cell($0, from), table.cell($0, to)] })
    case .matrix:
      let heads = layout.uses.compactMap { use in
        if case .about(let name, _) = use { name } else { nil }
      }
      return schools.areSchools([], heads)
    default: return false
    }
  }

  /// The school that a text names, one of its own where nobody works in it.
  mutating func school(_ text: String) -> String {
    let name = cleaned(text)
    if let known = schools.school(name) { return known }
    var lines = table(.schools, needed: ["id", "name"])
    lines.add([(lines.place("id"), name), (lines.place("name"), name)])
    others[.schools] = lines
    schools.add(name, as: name)
    return name
  }

  /// Notes the school that stands beside somebody at the end of a tie.
  mutating func takeSchool(
    of named: Named, _ row: Int, _ role: String, _ table: SourceTable, _ layout: Layout
  ) {
    guard let column = layout.column(role), case .people(let ids) = named else { return }
    let school = table.cell(row, column)
    guard !school.isEmpty else { return }
    for id in ids where personRow[id] != nil { schoolsByTies[id, default: []].insert(school) }
  }

  /// Gives people the school that ties say, where it is one and no list has said another.
  mutating func takeSchoolsByTies() {
    var several = 0
    for (id, schools) in schoolsByTies.sorted(by: { $0.key < $1.key }) {
      guard let row = personRow[id], people.text(row, "school").isEmpty else { continue }
      if Set(schools.map(Self.schoolKey)).count == 1 {
        people.set(row, "school", schools.min() ?? "")
      } else {
        several += 1
      }
    }
    if several > 0 {
      result.remarks.append(
        "\(counted(several, "person has", "people have")) different schools in different rows, and so none. Add a staff list with the school of each."
      )
    }
  }

  /// Parts "SLT, Maths" where one of the two is a team elsewhere; a comma within a team's name keeps its meaning.
  mutating func partTeams() {
    let cells = Set(people.rows.map { people.text($0, "team") })
    func parts(_ text: String, _ signs: String) -> [String] {
      text.split { signs.contains($0) }.map { cleaned(String($0)) }.filter { !$0.isEmpty }
    }
    // How many different cells name a team.
    var named: [String: Int] = [:]
    for cell in cells {
      for part in Set(parts(cell, ";|,").map(folded)) { named[part, default: 0] += 1 }
    }
    var parted: Set<String> = []
    for row in people.rows {
      let whole = parts(people.text(row, "team"), ";|")
      guard whole.contains(where: { $0.contains(",") }) else { continue }
      let teams = whole.flatMap { team -> [String] in
        let teams = parts(team, ",")
        guard teams.count > 1, teams.contains(where: { named[folded($0), default: 0] > 1 }) else {
          return [team]
        }
        parted.insert(team)
        return teams
      }
      people.set(row, "team", teams.joined(separator: "; "))
    }
    if let first = parted.min() {
      result.remarks.append(
        "\(counted(parted.count, "cell", "cells")) of several teams \(parted.count == 1 ? "was" : "were") parted at the commas, such as \(shown(first))."
      )
    }
  }
}
