import Networks

/// Records as read, partners still numbered as the endpoints number them.
struct ReadRecords {
  var records = Records()
  /// The id of each partnership, by which they are put in order.
  var partnershipIds: [String] = []

  mutating func note(_ day: Day?) {
    records.newestDay = [records.newestDay, day].compactMap { $0 }.max()
  }
}

/// Reads every table of partnerships and of purpose that is there.
func readRecords(
  _ sources: SourceFiles, endpoints: inout Endpoints, people: People,
  options: IntakeOptions, ledger: inout Ledger
) throws(IntakeError) -> ReadRecords {
  var read = ReadRecords()
  read.records.goals = try readGoals(
    sources[.goals], &read, endpoints: &endpoints, options: options, ledger: &ledger)
  let goals = GoalIndex(read.records.goals)
  try readProgress(sources[.progress], &read, goals, options: options, ledger: &ledger)
  try readPartnerships(
    sources[.partnerships], &read, goals, endpoints: &endpoints, options: options, ledger: &ledger)
  try readRatings(
    sources[.ratings], isDescribed: sources[.partnerships] != nil, &read, endpoints: &endpoints,
    options: options, ledger: &ledger)
  try readEvents(sources[.events], &read, goals, options: options, ledger: &ledger)
  try readAttendance(
    sources[.attendance], isDescribed: sources[.events] != nil, &read, endpoints: &endpoints,
    options: options, ledger: &ledger)
  try Happenings(sources: sources, goals: goals, options: options)
    .read(&read, &endpoints, &ledger)
  return read
}

extension ReadRecords {
  /// The records with partners numbered as the network numbers them, everything in order.
  func numbered(partnerPlace: [Int32], firstPartner: Int32) -> Records {
    func member(_ member: Int32) -> Int32 {
      member < firstPartner ? member : firstPartner + partnerPlace[Int(member - firstPartner)]
    }
    func members(_ list: [Int32]) -> [Int32] { list.map(member).sorted() }
    var records = records
    let order = partnershipIds.indices.sorted { partnershipIds[$0] < partnershipIds[$1] }
    var place = [Int](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { place[old] = new }
    records.partnerships = order.map { old in
      var partnership = records.partnerships[old]
      partnership.partner = member(partnership.partner)
      return partnership
    }
    for index in records.ratings.indices {
      records.ratings[index].partnership = place[records.ratings[index].partnership]
    }
    records.ratings.sort { $0.precedes($1) }
    for index in records.events.indices {
      for seat in records.events[index].attendance.indices {
        let party = records.events[index].attendance[seat].party
        records.events[index].attendance[seat].party = member(party)
      }
      records.events[index].attendance.sort { $0.party < $1.party }
    }
    for index in records.goals.indices {
      records.goals[index].owners = members(records.goals[index].owners)
    }
    for index in records.stories.indices {
      records.stories[index].parties = members(records.stories[index].parties)
    }
    for index in records.ideas.indices {
      records.ideas[index].origin = members(records.ideas[index].origin)
      records.ideas[index].carriers = members(records.ideas[index].carriers)
      records.ideas[index].adopters = members(records.ideas[index].adopters)
      records.ideas[index].triers = members(records.ideas[index].triers)
      records.ideas[index].droppers = members(records.ideas[index].droppers)
    }
    for index in records.needs.indices {
      records.needs[index].from = members(records.needs[index].from)
      records.needs[index].askedOf = members(records.needs[index].askedOf)
    }
    for index in records.decisions.indices {
      records.decisions[index].deciders = members(records.decisions[index].deciders)
      records.decisions[index].consulted = members(records.decisions[index].consulted)
      records.decisions[index].affects = members(records.decisions[index].affects)
    }
    return records
  }
}

extension Rating {
  /// The order that does not depend on the file's rows.
  fileprivate func precedes(_ other: Rating) -> Bool {
    func key(_ rating: Rating) -> (Int, String, String, Int32, Int, Int32) {
      (
        rating.partnership, rating.side.rawValue, rating.item.id, rating.date?.number ?? 0,
        rating.score, rating.rater ?? -1
      )
    }
    let (one, two) = (key(self), key(other))
    return one == two ? (words ?? "") < (other.words ?? "") : one < two
  }
}
