import GraphEngine
@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct WithoutPeopleTests {
  /// Without node 0 of Zachary's club its 16 ties go and one member is cut off: 32 of 33 reach one another.
  @Test func karateWithoutItsInstructor() {
    let found = Analysis(of: study(.karate)).without([0])
    #expect(found.people == 1 && found.tiesLost == 16 && found.bridgesLost == 1)
    #expect(found.with.fragmentation == 0)
    #expect(isNear(found.without.fragmentation, 0.3163, 5e-5))
    #expect(isNear(found.with.index, -0.717949) && isNear(found.with.centralization, 0.399621))
    #expect(found.groupsCutOff.isEmpty && found.pairsLost.isEmpty)
  }

  @Test func partnersThatNobodyElseKnows() {
    let study = Study(SmallTrust.network(), by: .school)
    #expect(Analysis(of: study).without([0]).partnersLost.isEmpty)
    #expect(Analysis(of: study).without([0, 1]).partnersLost == [0])
    #expect(Analysis(of: study).without([4]).partnersLost == [1])
  }

  @Test func withoutNobodyNothingChanges() {
    let found = Analysis(of: study(.karate)).without([])
    #expect(found.with == found.without && found.tiesLost == 0 && found.isSpared)
  }
}
