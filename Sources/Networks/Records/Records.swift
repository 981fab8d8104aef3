/// What the files say of partnerships and of purpose, beside who works with whom.
///
/// Every list stands in the order of ids (partnerships: of partner and school), so that the order of a file's rows
/// is lost.
public struct Records: Sendable, Equatable {
  public var partnerships: [Partnership] = []
  /// Those that were over by the day on which things are looked at; nothing is judged of them.
  public var endedPartnerships: [Partnership] = []
  /// In the order of partnership, side, item, date, score and rater.
  public var ratings: [Rating] = []
  public var events: [Event] = []
  public var goals: [Goal] = []
  public var stories: [Story] = []
  public var ideas: [Idea] = []
  public var needs: [Need] = []
  public var decisions: [Decision] = []
  /// The newest day on which any of it happened; days that lie ahead, as reviews and due dates, do not count.
  public var newestDay: Day?
  /// The columns of the files of records in which any row has something, as in `decisions.consulted`; `nil` where the records are of no
  /// file.
  public var columns: Set<String>?

  public init() {}

  /// Whether a file has a column and any row has something in it: only then does an empty cell say something.
  public func asks(_ column: String) -> Bool { columns?.contains(column) ?? true }

  /// Whether a file tells of partnerships, be it that there was none yet.
  public var tellsPartnerships: Bool { !partnerships.isEmpty || asks("partnerships.partner") }

  /// Whether it can be said of a partnership that one side alone gives: what partners give and what they get have a place.
  public var tellsExchange: Bool { asks("partnerships.gives") && asks("partnerships.gets") }

  /// Whether it can be said of anybody that they had no part in decisions: who decided and who was consulted have a place.
  public var tellsParts: Bool { asks("decisions.decided_by") && asks("decisions.consulted") }

  /// Whether a partnership was over by a day.
  public func hasEnded(by day: Day) -> Bool { partnerships.contains { $0.hasEnded(by: day) } }

  /// What was on record on a day: what is dated later is left out, and what bears no date stays; partnerships that were over stand apart.
  public func known(on day: Day) -> Records {
    func isKnown(_ date: Day?) -> Bool { date.map { $0 <= day } ?? true }
    var known = self
    var place: [Int: Int] = [:]
    known.partnerships = []
    for (index, partnership) in partnerships.enumerated() where isKnown(partnership.started) {
      if partnership.hasEnded(by: day) {
        known.endedPartnerships.append(partnership)
      } else {
        place[index] = place.count
        known.partnerships.append(partnership)
      }
    }
    known.ratings = ratings.filter { isKnown($0.date) }.compactMap { rating in
      guard let partnership = place[rating.partnership] else { return nil }
      var rating = rating
      rating.partnership = partnership
      return rating
    }
    known.events = events.filter { isKnown($0.date) }
    known.stories = stories.filter { isKnown($0.date) }
    known.ideas = ideas.filter { isKnown($0.date) }
    known.needs = needs.filter { isKnown($0.date) }
    known.decisions = decisions.filter { isKnown($0.date) }
    for index in goals.indices {
      known.goals[index].progress = goals[index].progress.filter { $0.date <= day }
    }
    known.newestDay = newestDay.map { min($0, day) }
    return known
  }

  /// Whether the files say nothing of the kind.
  public var isEmpty: Bool {
    var bare = self
    bare.columns = nil
    return bare == Records()
  }
}

extension Network {
  /// The day on which things are looked at unless another is asked for: the newest that any file mentions as past.
  public var asAt: Day? { [newestDay, records.newestDay].compactMap { $0 }.max() }

  /// The network with the records that were there on a day.
  public func known(on day: Day) -> Network {
    replacing(records: records.known(on: day))
  }

  /// The id of a member, as the files have it.
  public func id(of member: Int32) -> String {
    let index = index(of: member)
    return switch kind(of: member) {
    case .person: people.ids[index]
    case .team: teams[index].id
    case .school: schools[index].id
    case .partner: partners[index].id
    }
  }

  /// The name of a member that is no person; of a person nothing.
  public func name(ofGroup member: Int32) -> String? {
    let index = index(of: member)
    return switch kind(of: member) {
    case .person: nil
    case .team:
      if let school = teams[index].school {
        "\(teams[index].name) (\(schools[Int(school)].name))"
      } else {
        teams[index].name
      }
    case .school: schools[index].name
    case .partner: partners[index].name
    }
  }

  /// The id of a partnership: the partner's and the school's, as in X20/H13 or X01/trust.
  public func id(of partnership: Partnership) -> String {
    id(of: partnership.partner) + "/"
      + (partnership.with == Partnership.trust ? "trust" : id(of: partnership.with))
  }

  /// Who a partnership is with, in words.
  public func name(ofSideOf partnership: Partnership) -> String {
    partnership.with == Partnership.trust
      ? "the trust" : name(ofGroup: partnership.with) ?? id(of: partnership.with)
  }

  /// The school a member belongs to, as an index into the schools: a person's, a team's, its own; `nil` for partners,
  /// the central team and teams across the trust.
  public func school(of member: Int32) -> Int32? {
    let index = index(of: member)
    return switch kind(of: member) {
    case .person: people.school[index] >= 0 ? people.school[index] : nil
    case .team: teams[index].school
    case .school: Int32(index)
    case .partner: nil
    }
  }

  /// Whether a member cannot be placed in one school, nor in the central team: a person of several schools, or of none that is known.
  public func isUnplaced(_ member: Int32) -> Bool {
    kind(of: member) == .person && people.school[index(of: member)] < People.centralTeam
  }

  /// Whether a person is still there on a day.
  public func isPresent(_ person: Int32, on day: Day?) -> Bool {
    guard let day else { return true }
    return Period(on: day).overlaps(
      started: people.started[Int(person)], ended: people.ended[Int(person)])
  }
}
