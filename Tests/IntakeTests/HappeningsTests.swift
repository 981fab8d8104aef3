import Intake
import Networks
import TestSupport
import Testing

@Suite struct HappeningsTests {
  private func needs(_ rows: String) throws -> [Need] {
    let folder = Workdir([
      "people.csv": "id,name\nP1,Ann\nP2,Bo\n", "collaborations.csv": "from,to\nP1,P2\n",
      "needs.csv": rows,
    ])
    return try readNetwork(folder: folder.path).network.records.needs
  }

  /// Without ids, needs in the same words that differ otherwise are several; the same row twice is one.
  @Test func theSameWordsTwice() throws {
    let found = try needs(
      "need,date,voice,met\nWellbeing support,2025-10-01,pupils,no\nWellbeing support,2026-05-01,pupils,yes\nBike racks,2026-05-01,staff,yes\nBike racks,2026-05-01,staff,yes\n"
    )
    #expect(found.map(\.statement) == ["Bike racks", "Wellbeing support", "Wellbeing support"])
    #expect(Set(found.map(\.id)).count == 3 && found.count { $0.isMet == false } == 1)
    // With ids, the same id is the same need.
    let told = try needs(
      "id,need,met\nN1,Wellbeing support,no\nN1,Wellbeing support,yes\nN2,Bike racks,yes\n")
    #expect(told.map(\.id) == ["N1", "N2"])
  }
}
