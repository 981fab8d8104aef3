import Calibration
@testable import Findings
import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

/// A short run of what Docs/Honesty.md shows: wide tolerances, fixed seeds.
@Suite struct CalibrationTests {
  private let calibration = Calibration(runs: 40)

  @Test(arguments: [5, 12]) func groupsDealtAtRandom(size: Int) {
    let chance = calibration.groupChance(size: size, heavy: 0.4)
    // About 480 groups: 0.05 give or take 2.5 standard errors.
    #expect(abs(chance.under5 - 0.05) < 0.025 && abs(chance.over95 - 0.05) < 0.025)
    #expect(chance.under1 < 0.025 && chance.alarms <= 0.125)
  }

  @Test func falseAlarmsAndPower() {
    let design = Calibration.settings[0].design
    #expect(calibration.falseAlarms(design) <= 0.075)
    let strong = calibration.power(design, effect: 0.1)
    #expect(strong.found >= 0.85 && strong.other <= 0.1)
    #expect(strong.claimed > 0.1 && strong.claimed <= 0.6)
  }

  @Test(arguments: [false, true]) func missingAnswers(isDirected: Bool) {
    let design = Calibration.Design {
      $0.sizes = Calibration.mixedSizes
      ($0.response, $0.report) = (0.6...0.95, 0.8)
    }
    let found = calibration.missingInterval(design, isDirected: isDirected)
    #expect(found.network >= 0.85 && found.groups >= 0.9)
  }

  @Test func thePlantedBoundary() {
    #expect(calibration.boundaryFirst(Calibration.settings[0].design).first >= 0.95)
  }

  /// The weakest silo that a network says it could show is nothing where there is next to no tie.
  @Test func theWeakestSilo() {
    let (graph, groups) = leakyTrust(seed: 1, groups: 12, silo: nil)
    let verdicts = SiloVerdicts(study(graph, groups))
    let weakest = verdicts.smallestFound ?? 0
    #expect(weakest > 0.2 && weakest < 0.6)
    #expect(
      verdicts.noSilo(showsAll: true)?.hasPrefix(
        "No group is found to keep to itself: one with under \(percent(weakest))")
        == true)
    let (some, silo) = leakyTrust(seed: 1, groups: 12, silo: 3)
    #expect(SiloVerdicts(study(some, silo)).noSilo(showsAll: true) == nil)
  }
}
