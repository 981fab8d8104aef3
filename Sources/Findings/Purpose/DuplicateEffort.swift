import Measures
public import Networks

/// The same work done twice: two schools of one phase at work on one purpose, begun within a year of each other, where nobody at
/// work on it in the one has a tie or a group in common with anybody at work on it in the other.
///
/// Work counts that is joint (depth 3 and more) and inside one school; its purpose is the column `purpose`. What could be saved is
/// the smaller of the two sides, in people: as many could have used what others made.
/// - Complexity: O(w + p e²) for w ties and groups, p purposes and e schools at work on one.
public struct DuplicateEffort: Sendable, Equatable {
  /// The pairs, those that would save most first.
  public let pairs: [Pair]
  /// Pairs of schools of one phase at work on one purpose, those that meet over it among them.
  public let alike: Int
  /// What the files would need to tell it, where they do not: columns, as "purpose of collaborations.csv".
  public let missing: [String]

  /// One purpose in two schools.
  public struct Pair: Sendable, Equatable {
    public let purpose: String
    public let one: Side
    public let other: Side
    public var saving: Int { min(one.people.count, other.people.count) }
  }

  /// A school at work on it.
  public struct Side: Sendable, Equatable {
    /// As an index into the schools.
    public let school: Int32
    /// Those at work on it, ascending.
    public let people: [Int32]
    /// Who has most of that work, the first by id where several have; never somebody who is not named.
    public let lead: Int32?
    /// When the first of it began, where that is recorded.
    public let started: Day?
  }

  /// The most pairs that a page shows, and of one school among them.
  public static let most = 10
  public static let mostOfSchool = 2

  /// The first pairs, no school in more than two and no two schools twice.
  public var first: [Pair] {
    var seen: [Int32: Int] = [:]
    var together: Set<[Int32]> = []
    var chosen: [Pair] = []
    for pair in pairs where chosen.count < Self.most {
      let schools = [pair.one.school, pair.other.school]
      guard schools.allSatisfy({ seen[$0, default: 0] < Self.mostOfSchool }),
        together.insert(schools).inserted
      else { continue }
      for school in schools { seen[school, default: 0] += 1 }
      chosen.append(pair)
    }
    return chosen
  }

  init(_ network: Network, during period: Period, among staff: [Int32]) {
    let isThere = Set(staff)
    var efforts: [String: [Int32: Effort]] = [:]
    var names: [String: String] = [:]
    var contacts: [Int32: Set<Int32>] = [:]
    let work = network.work(during: period)
    for item in work {
      let people = item.members.filter(isThere.contains)
      for person in people { contacts[person, default: []].formUnion(people) }
      guard let purpose = item.purpose, (item.depth ?? .networking) >= .coordination,
        people.count == item.members.count
      else { continue }
      let schools = Set(people.map { network.people.school[Int($0)] })
      guard schools.count == 1, let school = schools.first, school >= 0 else { continue }
      let key = folded(purpose)
      names[key] = min(names[key] ?? purpose, purpose)
      efforts[key, default: [:]][school, default: Effort()].add(people, item.started)
    }
    missing = [
      !network.asks(Work.purposeColumns) ? "purpose of collaborations.csv" : nil,
      !network.schools.contains { $0.phase != nil } ? "phase of schools.csv" : nil,
    ].compactMap { $0 }
    var found: [Pair] = []
    var alike = 0
    for (key, sides) in efforts {
      let order = sides.sorted { $0.key < $1.key }
      for (place, one) in order.enumerated() {
        for other in order[(place + 1)...] {
          guard let phase = network.schools[Int(one.key)].phase,
            network.schools[Int(other.key)].phase == phase
          else { continue }
          alike += 1
          guard Effort.areOfOneYear(one.value.started, other.value.started),
            !one.value.people.contains(where: {
              !(contacts[$0] ?? []).isDisjoint(with: other.value.people)
            })
          else { continue }
          found.append(
            Pair(
              purpose: names[key] ?? key, one: one.value.side(one.key, network),
              other: other.value.side(other.key, network)))
        }
      }
    }
    pairs = found.sorted {
      ($1.saving, $0.purpose, $0.one.school, $0.other.school)
        < ($0.saving, $1.purpose, $1.one.school, $1.other.school)
    }
    self.alike = alike
  }

  /// A purpose in one school, while it is being put together.
  private struct Effort {
    var work: [Int32: Int] = [:]
    var started: Day?
    var people: some Sequence<Int32> { work.keys }

    mutating func add(_ people: [Int32], _ day: Day?) {
      for person in people { work[person, default: 0] += 1 }
      started = [started, day].compactMap { $0 }.min()
    }

    /// Whether two days lie within a year; work whose start is not recorded may.
    static func areOfOneYear(_ a: Day?, _ b: Day?) -> Bool {
      guard let a, let b else { return true }
      return abs(a.julian - b.julian) <= 366
    }

    func side(_ school: Int32, _ network: Network) -> Side {
      let lead = work.filter { !network.people.isHidden[Int($0.key)] }
        .min { ($1.value, $0.key) < ($0.value, $1.key) }
      return Side(school: school, people: work.keys.sorted(), lead: lead?.key, started: started)
    }
  }
}
