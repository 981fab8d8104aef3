public import Networks

/// What to do where nobody can introduce somebody.
public enum NextStep: Sendable, Equatable {
  /// An event that both went to or are down for, as a place in the records; whether it lies ahead.
  case event(Int, isAhead: Bool)
  /// A working group that the one to be met is in, as a place in the network.
  case workingGroup(Int)
  /// Whoever leads their team.
  case lead(Int32, team: Int32)
  /// Writing to them.
  case write
}

extension Introductions {
  /// The next best thing to an introduction: an event that both go to, a group to join, the lead of their team, a message.
  ///
  /// Of events one that lies ahead before the newest that is past; of working groups the first that goes on.
  public func nextStep(from: Int32, to: Int32, in network: Network, asAt: Day?) -> NextStep {
    let events = network.records.events
    let common = events.indices.filter { place in
      let came = events[place].attendance.filter { $0.came == true }.map(\.party)
      return came.contains(from) && came.contains(to)
    }
    func isAhead(_ place: Int) -> Bool {
      if let asAt, let date = events[place].date { date > asAt } else { false }
    }
    let ordered = common.sorted { a, b in
      (isAhead(a) ? 0 : 1, -(events[a].date?.julian ?? 0), a) < (
        isAhead(b) ? 0 : 1, -(events[b].date?.julian ?? 0), b
      )
    }
    if let event = ordered.first { return .event(event, isAhead: isAhead(event)) }
    let group = network.workingGroups.indices.first { place in
      let group = network.workingGroups[place]
      let goesOn = group.ended.map { end in asAt.map { end >= $0 } ?? true } ?? true
      return goesOn && group.members.contains(to) && !group.members.contains(from)
    }
    if let group { return .workingGroup(group) }
    let team = network.people.teams.main[Int(to)]
    if team >= 0, let lead = network.teams[Int(team)].lead,
      let person = network.people.ids.firstIndex(of: lead).map(Int32.init), person != to,
      person != from,
      !isClosed(person)
    {
      return .lead(person, team: team)
    }
    return .write
  }
}
