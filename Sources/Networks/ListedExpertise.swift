extension Network {
  /// The network without what hidden people know and would like to know.
  ///
  /// For a copy with names: beside a list of everybody else, a count with them in it would tell what they know.
  public var withListedExpertise: Network {
    let hidden = people.isHidden
    guard hidden.contains(true) else { return self }
    func isListed(_ member: Int32) -> Bool {
      !hidden.indices.contains(Int(member)) || !hidden[Int(member)]
    }
    var records = records
    for place in records.needs.indices {
      records.needs[place].from.removeAll { !isListed($0) }
    }
    return replacing(
      expertise: Expertise(
        topics: expertise.topics, skills: expertise.skills.filter { isListed($0.person) },
        wishes: expertise.wishes.filter { isListed($0.person) }), records: records)
  }
}
