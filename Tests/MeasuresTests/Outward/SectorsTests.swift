@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct SectorsTests {
  @Test func sectorsThatAreThereAndThoseThatLack() {
    var records = Records()
    records.partnerships = [Partnership(partner: SmallTrust.health, with: SmallTrust.schoolA)]
    let network = SmallTrust.network(records)
    let found = Sectors.coverage(network, Contacts(network, during: .all))
    let health = found.first { $0.sector == "health" }
    #expect(health?.partners == 1 && health?.partnerships == 1 && health?.people == 2)
    #expect(found.first { $0.sector == "higher-education" }?.people == 1)
    #expect(found.first { $0.sector == "police" }?.partners == 0)
    #expect(!found.contains { $0.sector == "other" })
    #expect(Sectors.isEducation("Higher Education") && !Sectors.isEducation("health"))
    #expect(!Sectors.isEducation(nil))
  }
}
