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
