extension Network {
  /// What tells the people and ties of this network from those of any other: 128 bits in hexadecimal digits.
  ///
  /// The order of rows in a file does not change it.
  public var edition: String {
    var text = people.ids.joined(separator: "\n")
    for column in [people.school, people.teams.main, ties.from, ties.to, ties.started, ties.ended] {
      text += "\n" + column.map { String($0) }.joined(separator: ",")
    }
    text += "\n" + ties.depth.map { String($0) }.joined(separator: ",")
    text += "\n" + ties.strength.map { String($0) }.joined(separator: ",")
    for group in workingGroups {
      text += "\n" + group.members.map { String($0) }.joined(separator: ",")
    }
    let bytes = Array(text.utf8)
    return [UInt64(3), 4].map { String(SipHash.hash(bytes, 0x7765_6674, $0), radix: 16) }.joined()
  }
}
