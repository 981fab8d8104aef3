import GraphEngine
import Measures
public import Networks

/// The people of a study whom no group has, why, and the ties that are left out with them.
public struct LeftOut: Sendable, Equatable {
  public let boundary: Boundary
  /// People whose cell names a group that nothing describes.
  public let unknown: Int
  /// People whose cell names several groups.
  public let several: Int
  /// People for whom no group is recorded.
  public let unrecorded: Int
  /// Central staff, where the groups are made of schools.
  public let central: Int
  /// Ties with any of them.
  public let ties: Int
  /// Everybody, and every tie.
  public let allPeople: Int
  public let allTies: Int

  public var people: Int { unknown + several + unrecorded + central }

  /// Whether there are people who belong to some group that is not known; central staff belong to none.
  var areUnsure: Bool { people > central }

  init?(_ study: Study) {
    guard let grouping = study.grouping else { return nil }
    let network = study.network
    var (unknown, several, unrecorded, central) = (0, 0, 0, 0)
    let column = network.people.attributes.first { $0.name == grouping.boundary.id }
    for (node, person) in study.slice.people.enumerated() where grouping.partition.groupOf[node] < 0
    {
      let school = network.people.school[Int(person)]
      let isOfSchools = study.isOfSchools
      if isOfSchools, school == People.unknownSchool {
        unknown += 1
      } else if isOfSchools
        ? school == People.severalSchools : (column?.codes[Int(person)] ?? -1) >= 0
      {
        several += 1
      } else if isOfSchools, school == People.centralTeam {
        central += 1
      } else {
        unrecorded += 1
      }
    }
    (self.unknown, self.several, self.unrecorded, self.central) = (
      unknown, several, unrecorded, central
    )
    boundary = grouping.boundary
    let arcs = study.slice.arcs
    allPeople = study.peopleCount
    // A pair that a working group alone ties counts for its share, as everywhere.
    let shares = study.slice.shares
    let groupOf = grouping.partition.groupOf
    var (all, inside) = (0.0, 0.0)
    for node in 0..<arcs.nodeCount {
      for entry in Int(arcs.starts[node])..<Int(arcs.starts[node + 1]) {
        let other = Int(arcs.targets[entry])
        guard arcs.isDirected || node < other else { continue }
        let share = shares.isEmpty ? 1 : shares[entry]
        all += share
        if groupOf[node] >= 0, groupOf[other] >= 0 { inside += share }
      }
    }
    allTies = Int(all.rounded())
    ties = allTies - Int(inside.rounded())
  }

  /// Why, and what the figures rest on, in a sentence; `nil` where everybody is in a group.
  public var sentence: String? {
    guard people > 0 else { return nil }
    let with = ties > 0 ? " and their \(counted(ties, "tie"))" : ""
    return
      "\(capitalised(listed(reasons))): \(people == 1 ? "that person" : "they")\(with) \(people == 1 && ties == 0 ? "is" : "are") left out, "
      + "so this rests on \(counted(allPeople - people)) of \(counted(allPeople, "person", "people")) and "
      + "\(counted(allTies - ties)) of \(counted(allTies, "tie"))."
  }

  /// The same for the line of a figure that says what is not shown.
  public var inShort: String? {
    guard people > 0 else { return nil }
    let name = boundary.singular
    func staff(_ count: Int) -> String { counted(count, "person", "people") }
    let parts = [
      unknown > 0 ? "\(staff(unknown)) whose \(name) is not known" : nil,
      several > 0 ? "\(staff(several)) in several \(boundary.plural)" : nil,
      unrecorded > 0 ? "\(staff(unrecorded)) whose \(name) is not recorded" : nil,
      central > 0 ? "\(staff(central)) of the central team without a \(name)" : nil,
    ].compactMap { $0 }
    return listed(parts) + (ties > 0 ? " (with \(counted(ties, "tie")))" : "")
  }

  /// Who may be of any group and is counted in none, in a sentence for a page about one or two; `nil` where there is nobody.
  public var uncounted: String? {
    guard unknown + several > 0 else { return nil }
    let who = reasons.prefix(unknown > 0 && several > 0 ? 2 : 1)
    return
      "\(capitalised(listed(Array(who)))): \(unknown + several == 1 ? "that person is" : "they are") counted in none of them."
  }

  /// How many people and ties the figures rest on: "12 of 18 people" and "17 of 28 ties", or all.
  public var peopleInWords: String { Self.share(allPeople - people, allPeople, "person", "people") }
  public var tiesInWords: String { Self.share(allTies - ties, allTies, "tie", "ties") }

  private static func share(_ count: Int, _ all: Int, _ one: String, _ many: String) -> String {
    count == all ? counted(all, one, many) : "\(counted(count)) of \(counted(all, one, many))"
  }

  private var reasons: [String] {
    let name = boundary.singular
    func staff(_ count: Int) -> String { counted(count, "person", "people") }
    return [
      unknown > 0 ? "the \(name) of \(staff(unknown)) is not known" : nil,
      several > 0
        ? "\(staff(several)) \(several == 1 ? "belongs" : "belong") to several \(boundary.plural)"
        : nil,
      unrecorded > 0 ? "the \(name) of \(staff(unrecorded)) is not recorded" : nil,
      central > 0
        ? "\(staff(central)) of the central team \(central == 1 ? "has" : "have") no \(name)" : nil,
    ].compactMap { $0 }
  }
}

extension Study {
  /// Whether the groups are schools or are made of them.
  var isOfSchools: Bool {
    guard let boundary = grouping?.boundary else { return false }
    return [.school, .hub, .phase].contains(boundary) || boundary.id.hasPrefix("school.")
  }

  /// The groups with a tie to somebody whose group is not known: what seems to be all their ties may not be.
  var groupsTiedToUnknown: Set<Int> { Set(tiesToUnknown.keys) }

  /// How many ties each group has with people whose group is not known, by its place.
  var tiesToUnknown: [Int: Int] {
    guard let grouping, LeftOut(self)?.areUnsure == true else { return [:] }
    let groupOf = grouping.partition.groupOf
    func isUnknown(_ node: Int) -> Bool {
      groupOf[node] < 0
        && !(isOfSchools && network.people.school[Int(slice.people[node])] == People.centralTeam)
    }
    var ties: [Int: Int] = [:]
    for node in 0..<graph.nodeCount where isUnknown(node) {
      for other in graph.neighbours(node) where groupOf[Int(other)] >= 0 {
        ties[Int(groupOf[Int(other)]), default: 0] += 1
      }
    }
    return ties
  }
}

extension Analysis {
  /// The people who may be of any group: of several, or of one that nothing describes.
  public var peopleOfAnyGroup: Set<Int32> {
    guard let grouping = study.grouping else { return [] }
    let column = network.people.attributes.first { $0.name == grouping.boundary.id }
    let isOfSchools = study.isOfSchools
    var people: Set<Int32> = []
    for (node, person) in study.slice.people.enumerated()
    where grouping.partition.groupOf[node] < 0 {
      let school = network.people.school[Int(person)]
      let isAny =
        isOfSchools
        ? school == People.unknownSchool || school == People.severalSchools
        : (column?.codes[Int(person)] ?? -1) >= 0
      if isAny { people.insert(person) }
    }
    return people
  }

  /// That schools cannot be compared as everybody in one is in several; `nil` where somebody is in one alone.
  public var inSeveralSchools: String? { network.inSeveralSchools(study.slice.people) }
}

extension Network {
  /// The same of some people.
  public func inSeveralSchools(_ some: [Int32]) -> String? {
    let schools = some.map { people.school[Int($0)] }
    let several = schools.count { $0 == People.severalSchools }
    guard several > 0, !schools.contains(where: { $0 >= 0 }) else { return nil }
    return
      "Schools cannot be compared: \(several == schools.count ? "everybody" : "everybody with a school") is in several, and nobody in one alone."
  }
}
