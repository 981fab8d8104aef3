@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct WorkLinksTests {
  @Test func whatIsUnderWayAndWhatTheFilesSayOfIt() throws {
    let network = SmallTrust.network()
    let all = network.work(during: .all)
    #expect(all.count == 8 && all[0].kind == "joint planning" && all[0].outcome == "a plan")
    #expect(all[4].goal == "G2" && all[5].members == [0, SmallTrust.health])
    let early = try #require(Day(number: 20_250_101))
    #expect(network.work(during: Period(on: early)).count == 7)
  }

  /// What somebody who has left did is not under way, nor is a group of which one is left; a group goes on without them.
  @Test func leaversAreNotAtWork() throws {
    let day = try #require(Day(number: 20_261_001))
    let plain = SmallTrust.network(ended: [4: try #require(Day(number: 20_260_101))])
    let network = Network(
      title: "t", people: plain.people, teams: plain.teams, schools: plain.schools,
      partners: plain.partners, ties: plain.ties,
      workingGroups: [
        WorkingGroup(members: [0, 4]), WorkingGroup(members: [0, 1, 4]),
        WorkingGroup(members: [5, SmallTrust.schoolA]),
      ])
    let now = network.work(during: Period(on: day))
    #expect(now.filter { !$0.isGroup }.count == 6 && !now.contains { $0.members.contains(4) })
    #expect(now.filter(\.isGroup).map(\.members) == [[0, 1], [5, SmallTrust.schoolA]])
    let book = GoalBook(network, during: Period(on: day))
    #expect(book.ties == 8 && book.linked == 2)
    #expect(PurposeMix(network, during: Period(on: day)).linkedToGoal == 2)
    #expect(network.work(during: .all).count == 11)
  }

  /// What both say of a mutual tie, or one says twice, is one piece of work; what they say differently, or each asks of the other, is two.
  @Test func workThatIsToldTwice() {
    let plain = SmallTrust.network()
    func work(isDirected: [Bool] = []) -> [Work] {
      Network(
        title: "t", people: plain.people, teams: plain.teams, schools: plain.schools,
        ties: Ties(
          from: [0, 0, 1, 4, 4], to: [1, 1, 0, 5, 5], depth: [3, Ties.unknownDepth, 4, 2, 2],
          isDirected: isDirected, started: [20_260_301, 20_250_901, 0, 0, 0],
          attributes: [
            Column(name: "kind", codes: [0, 0, 0, 0, 1], values: ["advice", "visit"]),
            Column(name: "goal", codes: [0, 0, 0, -1, -1], values: ["G1"]),
          ])
      ).work(during: .all)
    }
    let once = work()
    #expect(once.map(\.members) == [[0, 1], [4, 5], [4, 5]])
    #expect(once[0].depth == .coalition && once[0].started == Day(number: 20_250_901))
    #expect(work(isDirected: [true, true, true, false, false]).count == 4)
  }
}
