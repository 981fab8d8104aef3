@testable import Findings
import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

@Suite struct TeamEchoesTests {
  /// A school of 40: team 0 of eight, alike and all tied to each other where `isClosed`; the others in roles of every sort, in a ring.
  private func network(isClosed: Bool, roles: Bool = true) -> Network {
    let n = 46
    let own = 8
    var (from, to): ([Int32], [Int32]) = ([], [])
    if isClosed {
      for a in 0..<Int32(own) {
        for b in (a + 1)..<Int32(own) {
          from.append(a)
          to.append(b)
        }
      }
    }
    for a in Int32(0)..<40 {
      from.append(a)
      to.append((a + 13) % 40)
    }
    // p40 is of another school and tied to the team.
    from.append(40)
    to.append(0)
    return Network(
      title: "t",
      people: People(
        ids: (0..<n).map { "p\($0)" }, names: (0..<n).map { "n\($0)" },
        school: (0..<n).map { $0 < 40 ? 0 : 1 },
        teams: TeamLists(main: (0..<n).map { $0 < own ? 0 : $0 < 40 ? Int32(1 + $0 / 4 % 3) : -1 }),
        role: roles
          ? Column(
            name: "role", codes: (0..<n).map { $0 < own ? 0 : Int32($0 % 6) },
            values: ["Teacher", "Mentor", "Head", "SENCO", "Cook", "Nurse"]) : nil,
        isHidden: [Bool](repeating: false, count: n),
        response: [Response](repeating: .unknown, count: n),
        started: [Day?](repeating: nil, count: n), ended: [Day?](repeating: nil, count: n)),
      teams: (0..<4).map { Team(id: "T\($0)", name: "Team \($0)", school: 0) },
      schools: [School(id: "A", name: "Alder"), School(id: "B", name: "Birch")],
      ties: Ties(from: from, to: to))
  }

  private func echoes(_ network: Network) -> TeamEchoes {
    Analysis(of: Study(network, by: .school)).echoes
  }

  @Test func aTeamThatHearsItself() throws {
    let found = echoes(network(isClosed: true))
    let team = try #require(found.teams.first)
    #expect(found.teams.count == 1 && team.entry == 0 && team.role == "Teacher")
    #expect(team.alike == 1 && team.closure > 0.5 && team.p < 0.01)
    #expect(team.guest == 40 && found.judged >= 1)
  }

  @Test func alikeAloneIsNotEnough() {
    let found = echoes(network(isClosed: false))
    #expect(found.teams.isEmpty && found.judged >= 1)
    #expect(echoes(network(isClosed: true, roles: false)).judged == 0)
  }
}
