import GraphEngine
import Networks
import TestSupport
import Testing

@Suite struct SliceTests {
  private func network(
    _ ties: Ties, people: Int = 4, groups: [WorkingGroup] = [], ended: [Day?]? = nil,
    newest: Day? = nil
  ) -> Network {
    let ids = (0..<people).map { "p\($0)" }
    return Network(
      title: "T",
      people: People(
        ids: ids, names: ids, school: ids.map { _ in People.centralTeam },
        teams: TeamLists(main: ids.map { _ in -1 }), isHidden: ids.map { _ in false },
        response: ids.map { _ in .unknown }, started: ids.map { _ in nil },
        ended: ended ?? ids.map { _ in nil }), ties: ties, workingGroups: groups, newestDay: newest)
  }

  @Test func depthIsAFilter() {
    let ties = Ties(from: [0, 1, 2], to: [1, 2, 3], depth: [1, 4, Ties.unknownDepth])
    #expect(network(ties).slice().graph.tieCount == 3)
    let deep = network(ties).slice(atLeast: .coalition)
    #expect(deep.graph.tieCount == 1)
    #expect(deep.omitted.shallower == 2)
    let none = Ties(from: [0], to: [1], depth: [0])
    #expect(network(none).slice().graph.tieCount == 0)
  }

  @Test func leaversAndEndedTiesDoNotCount() {
    let ties = Ties(
      from: [0, 1, 2], to: [1, 2, 3], started: [20200101, 20200101, 20260101],
      ended: [0, 20210101, 0])
    let left = Day(number: 20250731)
    let slice = network(
      ties, ended: [left, nil, nil, nil], newest: Day(number: 20260101)
    ).slice()
    #expect(slice.people == [1, 2, 3])
    #expect(slice.omitted.leavers == 1 && slice.omitted.tiesOfLeavers == 1)
    #expect(slice.omitted.outsidePeriod == 1)
    #expect(slice.graph.tieCount == 1)
    #expect(network(ties).slice(during: .all).graph.tieCount == 3)
  }

  @Test func parallelTiesFollowTheRule() {
    let ties = Ties(from: [0, 0], to: [1, 1], strength: [2, 5])
    #expect(network(ties).slice().graph.weights == [5, 5])
  }

  @Test func directedTiesKeepBothViews() {
    let ties = Ties(
      from: [0, 1, 1], to: [1, 0, 2], strength: [2, 3, 1], isDirected: [true, true, false])
    let slice = network(ties).slice()
    #expect(slice.arcs.isDirected && slice.arcs.tieCount == 4)
    #expect(slice.graph.tieCount == 2)
    #expect(slice.graph.weights[0] == 5)
  }

  @Test func aWorkingGroupIsSharedOut() {
    let group = WorkingGroup(members: [0, 1, 2])
    let slice = network(Ties(from: [0], to: [1]), groups: [group]).slice()
    // 0-1 is a direct tie and counts whole; the other pairs are half a tie each.
    #expect(slice.shares == [1, 0.5, 1, 0.5, 0.5, 0.5])
    #expect(slice.graph.weights == [1.5, 0.5, 1.5, 0.5, 0.5, 0.5])
    let large = WorkingGroup(members: [0, 1, 2, 3])
    let capped = network(Ties(), groups: [large]).slice(groupCap: 3)
    #expect(capped.graph.tieCount == 0 && capped.omitted.groupsOverCap == 1)
  }

  /// Newman (2001): Evelyn and Laura meet at six events; 139 pairs meet at any.
  @Test func southernWomen() {
    let slice = network(
      Ties(), people: 18, groups: Classic.southernWomen.map { WorkingGroup(members: $0) }
    ).slice()
    #expect(slice.graph.tieCount == 139)
    let evelynLaura = slice.graph.entry(from: 0, to: 1).map { slice.graph.weights[$0] }
    #expect(abs((evelynLaura ?? 0) - 1.562637) < 5e-7)
  }
}
