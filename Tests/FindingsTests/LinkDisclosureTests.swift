import GraphEngine
@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

/// What an attacker can work out about links that are not shown, from the sums that are.
@Suite struct LinkDisclosureTests {
  private struct Rng {
    var state: UInt64
    mutating func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }

  /// The least and most ties of every pair, from each group's ties in all and the links shown, by tightening until nothing moves.
  private func bounds(
    _ count: Int, _ sums: [Double], _ shown: [[Int]: Double]
  ) -> [[Int]: ClosedRange<Double>] {
    var low: [[Int]: Double] = [:]
    var high: [[Int]: Double] = [:]
    for a in 0..<count {
      for b in (a + 1)..<count {
        low[[a, b]] = shown[[a, b]] ?? 0
        high[[a, b]] = shown[[a, b]] ?? .infinity
      }
    }
    for _ in 0..<50 {
      for a in 0..<count {
        let pairs = (0..<count).filter { $0 != a }.map { [min(a, $0), max(a, $0)] }
        for pair in pairs where shown[pair] == nil {
          let others = pairs.filter { $0 != pair }
          let least = sums[a] - others.reduce(0) { $0 + (high[$1] ?? 0) }
          let most = sums[a] - others.reduce(0) { $0 + (low[$1] ?? 0) }
          low[pair] = max(low[pair] ?? 0, least)
          high[pair] = min(high[pair] ?? 0, most)
        }
      }
    }
    return low.reduce(into: [:]) { $0[$1.key] = $1.value...max($1.value, high[$1.key] ?? 0) }
  }

  /// A link that few carry is never told from one that is not there, wherever another link is left that could be hidden.
  @Test(arguments: 0..<200) func aThinLinkIsNeverTold(seed: Int) {
    var rng = Rng(state: UInt64(seed) &* 977 &+ 5)
    let count = 4 + rng.next(6)
    var links: [GroupMap.Link] = []
    for a in 0..<count {
      for b in (a + 1)..<count where rng.next(10) < 5 {
        let people = 2 + rng.next(7)
        links.append(
          GroupMap.Link(a: a, b: b, ties: Double(max(1, people - 1 - rng.next(2))), people: people))
      }
    }
    let found = LinkDisclosure(
      links, isShown: [Bool](repeating: true, count: count), minLink: 3, centre: [],
      peopleWithCentre: [:])
    var sums = [Double](repeating: 0, count: count)
    var shown: [[Int]: Double] = [:]
    for link in links {
      for end in [link.a, link.b] { sums[end] += link.ties }
      if found.shown.contains([link.a, link.b]) { shown[[link.a, link.b]] = link.ties }
    }
    let told = bounds(count, sums, shown)
    for link in links where link.people < 3 {
      #expect(!found.shown.contains([link.a, link.b]))
      let isLast = !links.contains {
        found.shown.contains([$0.a, $0.b])
          && !Set([$0.a, $0.b]).isDisjoint(with: [link.a, link.b])
      }
      let least = told[[link.a, link.b]]?.lowerBound ?? 0
      #expect(least < 1e-9 || isLast, "\(link) of \(links)")
    }
    for link in links where link.people >= 3 && !found.shown.contains([link.a, link.b]) {
      #expect(links.contains { $0.people < 3 }, "nothing is hidden without need")
    }
  }

  /// The centre's ties with all schools, less those told, are the ties of the one school of which they are not.
  @Test func theWholeCentreIsASum() {
    // Of school 0 two people carry one tie; all others' ties with the two teams are told.
    let links =
      [GroupMap.Link(a: 0, b: 5, ties: 1, people: 2)]
      + (1..<5).flatMap { school in
        (5..<7).map { GroupMap.Link(a: school, b: $0, ties: Double(school + 2), people: 6) }
      } + [
        GroupMap.Link(a: 0, b: 1, ties: 4, people: 6),
        GroupMap.Link(a: 2, b: 3, ties: 1, people: 2),
      ]
    var people = Dictionary(uniqueKeysWithValues: (1..<5).map { ($0, 8) })
    people[0] = 2
    let found = LinkDisclosure(
      links, isShown: [Bool](repeating: true, count: 7), minLink: 3, centre: [5, 6],
      peopleWithCentre: people)
    // Another school's is not told beside it, and no more than that.
    #expect(!found.withCentre.contains(0) && found.withCentre.count == 3)
  }

  /// What is inside a hub, less what is inside its two schools, is the link between them.
  @Test func aHubIsASum() {
    let links = [
      GroupMap.Link(a: 0, b: 1, ties: 1, people: 2), GroupMap.Link(a: 2, b: 3, ties: 6, people: 8),
      GroupMap.Link(a: 0, b: 2, ties: 5, people: 7), GroupMap.Link(a: 1, b: 3, ties: 4, people: 6),
      GroupMap.Link(a: 2, b: 4, ties: 3, people: 4),
    ]
    func found(_ hubs: [Set<Int>], _ last: GroupMap.Link) -> LinkDisclosure {
      LinkDisclosure(
        links + [last], isShown: [Bool](repeating: true, count: 5), minLink: 3, centre: [],
        peopleWithCentre: [:],
        wholes: hubs.enumerated().map {
          LinkDisclosure.Whole(boundary: .hub, id: "\($0)", parts: $1, isPartition: true)
        }, isTold: hubs.map { _ in true })
    }
    // No link inside covers it: the hub itself is not to be shown, nor the other, whose ties out are those of the two schools less it.
    let thin = GroupMap.Link(a: 3, b: 4, ties: 1, people: 2)
    #expect(found([[0, 1], [2, 3, 4]], thin).telling == [0, 1])
    // Where the hub has another link, that one is hidden.
    let covered = found([[0, 1, 2], [3, 4]], GroupMap.Link(a: 3, b: 4, ties: 4, people: 6))
    #expect(covered.telling.isEmpty && !covered.shown.contains([0, 1]))
    // Of the five that may be shown.
    #expect(covered.shown.count < 5)
  }

  /// The ties of a phase's schools, less those of the phase, are their ties with the centre, which is of no phase.
  @Test func sumsOfSeveralKindsAreTakenTogether() {
    func link(_ a: Int, _ b: Int, _ ties: Double) -> GroupMap.Link {
      GroupMap.Link(a: a, b: b, ties: ties, people: ties == 1 ? 2 : 6)
    }
    // Schools 0 to 2 are of one phase, 3 to 5 of another, and 6 is the centre: one tie with school 0.
    let links =
      [link(0, 6, 1), link(0, 4, 1), link(2, 3, 1), link(1, 5, 1)]
      + [link(1, 6, 5), link(2, 6, 5), link(3, 6, 3), link(4, 6, 5), link(5, 6, 5)]
      + [link(0, 1, 5), link(1, 2, 5), link(3, 4, 5), link(4, 5, 5)]
      + [link(0, 3, 5), link(1, 4, 5), link(2, 5, 5)]
    func found(_ phases: [Set<Int>]) -> LinkDisclosure {
      LinkDisclosure(
        links, isShown: [Bool](repeating: true, count: 7), minLink: 3, centre: [],
        peopleWithCentre: [:],
        wholes: phases.enumerated().map {
          LinkDisclosure.Whole(boundary: .phase, id: "\($0)", parts: $1, isPartition: true)
        }, isTold: phases.map { _ in true })
    }
    let alone = found([])
    #expect(alone.shown.isSuperset(of: [[1, 6], [2, 6]]) && !alone.shown.contains([3, 6]))
    let phased = found([[0, 1, 2], [3, 4, 5]])
    #expect(phased.telling.isEmpty && !phased.shown.isSuperset(of: [[1, 6], [2, 6]]))
    // No more than one or two links beside them.
    #expect(phased.shown.count >= alone.shown.count - 2, "\(phased.shown)")
  }

  /// What two sums have in common is no more than either of them.
  @Test func sumsThatOverlapAreTakenTogether() {
    // x + y + z = 5 and y + z + u = 3, so that x is at least 2 and u may be nought; v alone is told.
    var numbers = LeastNumbers(
      [
        LeastNumbers.Sum(terms: [(0, 1), (1, 1), (2, 1)], of: 5),
        LeastNumbers.Sum(terms: [(1, 1), (2, 1), (3, 1), (5, 1)], of: 3),
        LeastNumbers.Sum(terms: [(4, 1), (2, -1)], of: -1),
      ], isKnown: { $0 == 5 })
    let proof = numbers.proof(of: 0)
    #expect(proof.map { abs($0.least - 2) < 1e-9 } == true && proof?.sums.contains(0) == true)
    // Were the one that is known hidden, the others of its sum could be more.
    #expect(proof?.known.contains { $0.number == 5 } == true)
    #expect(numbers.proof(of: 2).map { abs($0.least - 1) < 1e-9 } == true)
    for one in [1, 3, 4] { #expect(numbers.proof(of: one) == nil, "\(one)") }
  }

  /// A school's ties with all central teams are a sum too.
  @Test func theCentreIsASum() {
    // School 0 has three ties with team 1 and one with team 2; the centre as a whole is told.
    let links = [
      GroupMap.Link(a: 0, b: 1, ties: 3, people: 4), GroupMap.Link(a: 0, b: 2, ties: 1, people: 2),
      GroupMap.Link(a: 3, b: 1, ties: 5, people: 6), GroupMap.Link(a: 3, b: 2, ties: 4, people: 6),
    ]
    let found = LinkDisclosure(
      links, isShown: [true, true, true, true], minLink: 3, centre: [1, 2],
      peopleWithCentre: [0: 5, 3: 8])
    #expect(!found.shown.contains([0, 1]) && !found.shown.contains([0, 2]))
    #expect(found.withCentre == [0, 3])
  }
}

/// Groups that are hidden so that sums do not tell of small ones.
@Suite struct DisclosureTests {
  /// People by school, schools by hub.
  private func network(_ schools: [(people: Int, hub: String)]) -> Network {
    let homes = schools.enumerated().flatMap { place, school in
      [Int32](repeating: Int32(place), count: school.people)
    }
    let people = People(
      ids: homes.indices.map { "P\($0)" }, names: homes.indices.map { "N\($0)" }, school: homes,
      teams: TeamLists(main: homes.map { _ in -1 }),
      isHidden: homes.map { _ in false })
    return Network(
      title: "T", people: people,
      schools: schools.enumerated().map {
        School(id: "S\($0)", name: "School \($0)", hub: $1.hub)
      })
  }

  private func hidden(_ schools: [(people: Int, hub: String)]) -> (
    schools: [String], hubs: [String]
  ) {
    let network = network(schools)
    let found = Disclosure(
      network, among: Array(0..<Int32(network.people.count)), along: .school, minGroup: 5,
      minLink: 3)
    return (
      schools.indices.map { "S\($0)" }.filter { found.hides($0, along: .school) },
      Set(schools.map(\.hub)).sorted().filter { found.hides($0, along: .hub) }
    )
  }

  @Test func aLoneSmallGroupTakesTheNextSmallestWithIt() {
    let found = hidden([(9, "N"), (3, "N"), (12, "N"), (7, "S"), (8, "S")])
    #expect(found.schools == ["S0", "S1"] && found.hubs == [])
  }

  /// Within its hub, whatever is smaller elsewhere.
  @Test func theSumOfItsHubCountsToo() {
    let found = hidden([(30, "N"), (3, "N"), (20, "N"), (6, "S"), (8, "S")])
    #expect(found.schools == ["S1", "S2"])
  }

  /// Where a hub has no other school, the hub is hidden with it, and then another hub.
  @Test func aHubOfOneSchoolIsHiddenWithIt() {
    let found = hidden([(9, "A"), (8, "A"), (3, "B"), (20, "C"), (21, "C")])
    #expect(found.schools.contains("S2") && found.schools.count >= 2)
    #expect(found.hubs.contains("B") && found.hubs.count >= 2)
  }

  @Test func nothingIsHiddenWithoutNeed() {
    let found = hidden([(9, "A"), (8, "A"), (7, "B"), (5, "B")])
    #expect(found.schools == [] && found.hubs == [])
  }

  /// A site that is a whole school is hidden with it, though other sites cross schools.
  @Test func aSiteThatIsASchoolIsHiddenWithIt() {
    let schools = [(people: 8, hub: "N"), (people: 3, hub: "N"), (people: 12, hub: "S")]
    let network = network(schools + [(people: 14, hub: "S"), (people: 16, hub: "S")])
    let homes = network.people.school
    var people = network.people
    // Hill is school 0, all others are North or South by turns.
    let sites = homes.indices.map { homes[$0] == 0 ? "Hill" : $0 % 2 == 0 ? "North" : "South" }
    people.attributes = [
      Column(
        name: "site", codes: sites.map { $0 == "Hill" ? 0 : $0 == "North" ? 1 : 2 },
        values: ["Hill", "North", "South"])
    ]
    let found = Disclosure(
      Network(title: "T", people: people, schools: network.schools),
      among: Array(0..<Int32(people.count)), along: .school, minGroup: 5, minLink: 3)
    #expect(found.hides("S0", along: .school) && found.hides("S1", along: .school))
    #expect(found.hides("Hill", along: Boundary("site")))
    // One site alone would be what the others leave.
    #expect(["North", "South"].count { found.hides($0, along: Boundary("site")) } == 1)
  }

  /// Two roles that make up the central team are told by it: they hide no other role.
  @Test func rolesThatAreTheCentreHideNoOthers() {
    let network = network([(people: 12, hub: "N"), (people: 14, hub: "S"), (people: 15, hub: "S")])
    var people = network.people
    people.school = people.school.enumerated().map { $0 < 9 ? People.centralTeam : $1 }
    // A chief executive and eight officers, two heads, and teachers and assistants.
    let codes = people.ids.indices.map {
      Int32($0 == 0 ? 0 : $0 < 9 ? 1 : $0 < 11 ? 2 : 3 + $0 % 2)
    }
    people.role = Column(
      name: "role", codes: codes, values: ["Chief", "Officer", "Head", "Teacher", "Assistant"])
    let found = Disclosure(
      Network(title: "T", people: people, schools: network.schools),
      among: Array(0..<Int32(people.count)), along: .school, minGroup: 5, minLink: 3)
    let hidden = ["Chief", "Officer", "Head", "Teacher", "Assistant"].filter {
      found.hides($0, along: .role)
    }
    #expect(!found.hides("central", along: .school))
    #expect(Set(hidden).isSuperset(of: ["Chief", "Officer", "Head"]) && hidden.count == 4)
  }

  /// The role of somebody hidden alone is a small group like any other: left out, all other roles would tell their ties.
  @Test func aRoleOfSomebodyHiddenIsNotWhatTheOthersLeave() throws {
    let network = network([(people: 12, hub: "N"), (people: 14, hub: "S")])
    var people = network.people
    people.role = Column(
      name: "role", codes: people.ids.indices.map { $0 == 0 ? 0 : $0 % 3 == 0 ? 1 : 2 },
      values: ["Falconer", "Head", "Teacher"])
    people.isHidden[0] = true
    let trust = Network(title: "T", people: people, schools: network.schools)
    let all = Array(0..<Int32(people.count))
    let roles = trust.groups(by: .role, among: all)
    let sizes = roles.partition.sizes[1]
    #expect(roles.ids == ["Head", "Teacher", "another role"] && roles.partition.sizes[2] == 1)
    #expect(!roles.partition.groupOf.contains(-1))
    let found = Disclosure(trust, among: all, along: .role, minGroup: 5, minLink: 3)
    #expect(found.hides("another role", along: .role) && found.hides("Head", along: .role))
    // The files may have a role of that name, of which whoever is hidden is then one more.
    people.role?.values[2] = "another role"
    let named = Network(title: "T", people: people, schools: network.schools)
      .groups(by: .role, among: all)
    #expect(named.ids == ["Head", "another role"] && named.partition.sizes[1] == sizes + 1)
    // Of some people alone the same: in a hub where nobody else has the role.
    let few = trust.groups(by: .role, among: all.filter { $0 == 0 || $0 % 3 != 0 })
    #expect(few.ids == ["Teacher", "another role"])
  }

  /// Two small groups of five people or more together hide one another.
  @Test func twoSmallGroupsHideOneAnother() {
    let found = hidden([(9, "A"), (4, "A"), (4, "A"), (20, "B"), (21, "B")])
    #expect(found.schools == ["S1", "S2"] && found.hubs == [])
  }
}
