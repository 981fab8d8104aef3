import Networks

extension Naming {
  /// How often each role occurs among people, as in "Teacher (3)", the most frequent first and those without one on record last.
  ///
  /// Nothing where no file has roles, or no role may be told. In a copy without names nothing of one person or two either: with the others' roles it would
  /// tell that of somebody who is not listed.
  func roleWords(of some: [Int32], in network: Network, besideSchool: Bool) -> [String] {
    guard let role = network.people.role, showsAll || some.count > 2 else { return [] }
    let known = some.filter { role.codes[Int($0)] >= 0 || !showsAll && withheld.contains($0) }
    let silent = some.count - known.count
    let told = roles(of: known, besideSchool: besideSchool)
    // That all have a role which is not told says nothing.
    return (told.count == 1 && told[0].role == Boundary.role.concealed ? [] : told)
      .map { "\($0.role) (\($0.count))" }
      + (silent == 0 ? [] : ["role not recorded (\(silent))"])
  }
}
