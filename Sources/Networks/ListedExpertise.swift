extension Network {
  /// The network without what hidden people know and would like to know, and without topics that they alone ever named.
  ///
  /// Beside a list of everybody else, or in one school after another, a count with them in it would tell what they know, and so would
  /// a search that knows a word which is on no list.
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
      expertise: expertise.listed { isListed($0) }, records: records)
  }
}

extension Expertise {
  /// What some people know and would like to know, in the words of lists and in theirs.
  fileprivate func listed(_ isListed: (Int32) -> Bool) -> Expertise {
    let skills = skills.filter { isListed($0.person) }
    let wishes = wishes.filter { isListed($0.person) }
    let named = Set(skills.map(\.topic)).union(wishes.map(\.topic))
    let (tree, places) = topics.keeping {
      topics.topics[Int($0)].origin != .claimed || named.contains($0)
    }
    return Expertise(
      topics: tree,
      skills: skills.compactMap { skill in
        places[Int(skill.topic)].map {
          Skill(
            person: skill.person, topic: $0, level: skill.level, evidence: skill.evidence,
            date: skill.date, offers: skill.offers)
        }
      },
      wishes: wishes.compactMap { wish in
        places[Int(wish.topic)].map { Wish(person: wish.person, topic: $0) }
      }, unread: Set(unread.compactMap { places[Int($0)] }))
  }
}
