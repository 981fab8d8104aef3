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

  /// A word counts where it begins one: a showcase is no case, recovery no cover, an interview no review.
  @Test func wordsCountFromTheirStart() {
    #expect(PurposeMix.isOperational("Case work") && PurposeMix.isOperational("school updates"))
    for text in ["showcase", "recovery", "misinformation"] {
      #expect(!PurposeMix.isOperational(text), "\(text)")
    }
    #expect(PurposeMix.isStrategic("co-planning") && PurposeMix.isStrategic("joint_project"))
    for text in ["interviews", "redesigned", "disjointed"] {
      #expect(!PurposeMix.isStrategic(text), "\(text)")
    }
    #expect(PurposeMix.isFormal("Team-teaching") && !PurposeMix.isFormal("interview"))
  }
}
