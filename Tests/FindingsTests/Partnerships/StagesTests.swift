@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct StagesTests {
  @Test func eachStageAsksForMoreThanTheOneBefore() {
    for stage in Depth.allCases.dropFirst(3) {
      let before = Stages.entry(Depth(rawValue: stage.rawValue - 1) ?? .none)
      if stage > .coordination {
        #expect(Set(before).isSubset(of: Stages.entry(stage)), "\(stage.word)")
      }
      #expect(Stages.entry(stage).count >= before.count)
    }
  }

  @Test func whatIsLackingForThisStageAndTheNext() throws {
    var records = SmallTrust.rated(ours: [3, 3, 3], theirs: [3, 3, 3])
    records.partnerships[0].rolesAreClear = false
    let entry = try #require(
      PartnershipLedger(SmallTrust.network(records), asAt: SmallTrust.network(records).asAt).entries
        .first)
    #expect(
      Stages.check(entry, .coalition) == [
        "It is recorded as coalition, and for that it lacks: roles are clear.",
        "Before the next stage, collaboration, see that there is a shared goal, roles are clear and both share responsibility, risk, resources and rewards at 3 of 4 or more.",
      ])
    #expect(
      Stages.check(entry, .networking) == ["It is ready for the next stage, cooperation."])
    #expect(Stages.check(entry, .collaboration).count == 1)
  }
}
