/// A change of a trust that has not happened, so that the trust with it can be looked at beside the trust without.
public enum NetworkChange: Sendable, Equatable {
  /// People, as places in the network's people, are there no longer.
  case leaving([Int32])
  /// Schools, as places in the network's schools, become one: the first of them.
  case merging([Int])
  /// Two people begin to work together.
  case tying(Int32, Int32)
}

extension Network {
  /// The network as it would be on a day, had changes happened by then.
  ///
  /// - Complexity: O(members + ties) a change.
  public func after(_ changes: [NetworkChange], on day: Day) -> Network {
    changes.reduce(self) { network, change in
      switch change {
      case .leaving(let people): network.leaving(people, before: day)
      case .merging(let schools): network.merging(schools)
      case .tying(let one, let other): network.tying(one, other)
      }
    }
  }

  private func leaving(_ leavers: [Int32], before day: Day) -> Network {
    var people = people
    for person in leavers { people.ended[Int(person)] = Day(julian: day.julian - 1) }
    return replacing(people: people)
  }

  private func tying(_ one: Int32, _ other: Int32) -> Network {
    var ties = ties
    ties.from.append(min(one, other))
    ties.to.append(max(one, other))
    if !ties.strength.isEmpty { ties.strength.append(1) }
    if !ties.depth.isEmpty { ties.depth.append(Ties.unknownDepth) }
    if !ties.isDirected.isEmpty { ties.isDirected.append(false) }
    if !ties.started.isEmpty { ties.started.append(0) }
    if !ties.ended.isEmpty { ties.ended.append(0) }
    for place in ties.attributes.indices { ties.attributes[place].codes.append(-1) }
    return replacing(ties: ties.inOrder)
  }

  private func merging(_ merged: [Int]) -> Network {
    guard let first = merged.first else { return self }
    var school = schools[first]
    school.name = listed(merged.map { schools[$0].name })
    let kept = schools.indices.filter { $0 == first || !merged.contains($0) }
    var place = [Int32](repeating: 0, count: schools.count)
    for (new, old) in kept.enumerated() { place[old] = Int32(new) }
    for old in merged { place[old] = place[first] }
    return replacing(schools: kept.map { $0 == first ? school : schools[$0] }, placing: place)
  }
}

extension Network {
  /// The network with each school under the id that it has become, so that it can be set beside a later one.
  ///
  /// Schools that have become the same one are merged.
  /// - Parameter successors: for ids of schools that are called otherwise, or are part of another, what they have become: its id and name.
  public func succeeded(by successors: [String: (id: String, name: String)]) -> Network {
    guard schools.contains(where: { successors[$0.id] != nil }) else { return self }
    var renamed: [School] = []
    for school in schools {
      let id = successors[school.id]?.id ?? school.id
      // Where the successor was there already it is described as it was.
      if let known = renamed.firstIndex(where: { $0.id == id }) {
        if school.id == id { renamed[known] = school }
        continue
      }
      var school = school
      if let next = successors[school.id] { (school.id, school.name) = next }
      renamed.append(school)
    }
    renamed.sort { $0.id < $1.id }
    let places = Dictionary(
      uniqueKeysWithValues: renamed.enumerated().map { ($1.id, Int32($0)) })
    return replacing(
      schools: renamed, placing: schools.map { places[successors[$0.id]?.id ?? $0.id] ?? 0 })
  }

  /// The network with other schools.
  ///
  /// - Parameter place: for each school of today its place among the new ones.
  private func replacing(schools: [School], placing place: [Int32]) -> Network {
    let (firstSchool, firstPartner) = (Int32(first(of: .school)), Int32(first(of: .partner)))
    let shift = Int32(schools.count - self.schools.count)
    func placed(_ member: Int32) -> Int32 {
      member < firstSchool
        ? member
        : member < firstPartner
          ? firstSchool + place[Int(member - firstSchool)] : member + shift
    }
    var (people, teams, ties, groups) = (people, teams, ties, workingGroups)
    people.school = people.school.map { $0 < 0 ? $0 : place[Int($0)] }
    for index in teams.indices { teams[index].school = teams[index].school.map { place[Int($0)] } }
    ties.from = ties.from.map(placed)
    ties.to = ties.to.map(placed)
    for index in groups.indices {
      groups[index].members = Set(groups[index].members.map(placed)).sorted()
    }
    return replacing(
      people: people, teams: teams, schools: schools, ties: ties.inOrder, workingGroups: groups,
      records: records.renumbered(placed))
  }
}

extension Ties {
  /// The same ties in ascending order of their ends.
  fileprivate var inOrder: Ties {
    keeping(
      from.indices.sorted { (from[$0], to[$0], $0) < (from[$1], to[$1], $1) })
  }
}

extension Records {
  /// The same records where members have other numbers.
  fileprivate func renumbered(_ place: (Int32) -> Int32) -> Records {
    func all(_ members: inout [Int32]) { members = members.map(place) }
    var records = self
    func renumber(_ partnership: inout Partnership) {
      partnership.partner = place(partnership.partner)
      if partnership.with != Partnership.trust { partnership.with = place(partnership.with) }
    }
    for index in partnerships.indices { renumber(&records.partnerships[index]) }
    for index in endedPartnerships.indices { renumber(&records.endedPartnerships[index]) }
    for index in records.events.indices {
      for guest in records.events[index].attendance.indices {
        records.events[index].attendance[guest].party = place(
          events[index].attendance[guest].party)
      }
    }
    for index in records.goals.indices { all(&records.goals[index].owners) }
    for index in records.stories.indices { all(&records.stories[index].parties) }
    for index in records.ideas.indices {
      all(&records.ideas[index].origin)
      all(&records.ideas[index].carriers)
      all(&records.ideas[index].adopters)
      all(&records.ideas[index].triers)
      all(&records.ideas[index].droppers)
    }
    for index in records.needs.indices {
      all(&records.needs[index].from)
      all(&records.needs[index].askedOf)
    }
    for index in records.decisions.indices {
      all(&records.decisions[index].deciders)
      all(&records.decisions[index].consulted)
      all(&records.decisions[index].affects)
    }
    return records
  }
}

extension School {
  /// The school that it has become, by its id, where the file has a column `became`.
  public var became: String? {
    attributes.first { folded($0.key) == "became" }.map(\.value).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The place of the school that a word means: its id, else its name.
  public static func place(of word: String, in schools: [School]) -> Int? {
    schools.firstIndex { $0.id == word } ?? schools.firstIndex { folded($0.id) == folded(word) }
      ?? schools.firstIndex { folded($0.name) == folded(word) }
  }
}
