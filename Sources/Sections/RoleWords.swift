import Networks

extension Naming {
  /// How often each role occurs among people, as in "Teacher (3)", the most frequent first and those without one on record last.
  func roleWords(of some: [Int32], in network: Network, besideSchool: Bool) -> [String] {
    let known = some.filter { (network.people.role?.codes[Int($0)] ?? -1) >= 0 }
    let silent = some.count - known.count
    return roles(of: known, besideSchool: besideSchool).map { "\($0.role) (\($0.count))" }
      + (silent == 0 ? [] : ["role not recorded (\(silent))"])
  }
}
