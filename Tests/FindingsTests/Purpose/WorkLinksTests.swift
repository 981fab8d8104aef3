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
}
