@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct PurposeMixTests {
  @Test func sharesAndForms() {
    let mix = PurposeMix(SmallTrust.network(), during: .all)
    #expect(mix.total == 8 && mix.linkedToGoal == 3 && mix.withOutcome == 1)
    #expect(mix.strategic == 3 && mix.operational == 2 && mix.unsorted == 3)
    #expect(mix.formal.ties == 3 && mix.informal.ties == 5 && mix.formal.across == 0)
  }
}
