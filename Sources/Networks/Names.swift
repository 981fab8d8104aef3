/// Names that stand for one thing each: a name that several have is followed by what tells them apart.
///
/// Two schools called `St Mary's` become `St Mary's (S03)` and `St Mary's (S14)`. Names that are told apart already stay.
///
/// - Parameters:
///   - names: the names, in any order.
///   - marks: what tells one from another, as many as names.
/// - Returns: the names in the same order.
/// - Complexity: O(n) for n names.
func toldApart(_ names: [String], by marks: [String]) -> [String] {
  var uses: [String: Int] = [:]
  for name in names { uses[name, default: 0] += 1 }
  guard uses.count < names.count else { return names }
  return zip(names, marks).map { uses[$0, default: 0] > 1 ? "\($0) (\($1))" : $0 }
}

extension Network {
  /// Schools, each with a name of its own: an open one keeps its name beside closed ones that had it, as a school that became an
  /// academy does; nothing else is called as those without a school are.
  static func namedApart(_ schools: [School]) -> [School] {
    var (all, open): ([String: Int], [String: Int]) = ([centralTeamName: 1], [centralTeamName: 1])
    for school in schools {
      all[school.name, default: 0] += 1
      if school.closed == nil { open[school.name, default: 0] += 1 }
    }
    return schools.map { school in
      let isAlone =
        all[school.name] == 1 || school.closed == nil && open[school.name] == 1
      guard !isAlone else { return school }
      var school = school
      school.name += " (\(school.id))"
      return school
    }
  }

  /// The teams, each with a name of its own: its school or else its id follows where several have one name.
  public var namedTeams: [Team] {
    let schools = teams.map { $0.school.map { self.schools[Int($0)].name } }
    let names = toldApart(
      toldApart(teams.map(\.name), by: zip(teams, schools).map { $1 ?? $0.id }),
      by: teams.map(\.id))
    return zip(teams, names).map { team, name in
      var team = team
      team.name = name
      return team
    }
  }
}
