import Measures
import Networks
import TestSupport
import Testing

@Suite struct ContactsTests {
  @Test func tiesAndGroupsWithPartners() {
    let contacts = Contacts(SmallTrust.network(), during: .all)
    #expect(contacts.people[0].map(\.person) == [0, 1])
    #expect(contacts.people[0].map(\.depth) == [.coordination, .cooperation])
    #expect(contacts.people[2].isEmpty)
    #expect(contacts.partnersOf[4] == [1] && contacts.partnersOf[7] == nil)
  }

  @Test func onlyWhatIsUnderWayAndWhoIsThere() throws {
    let earlier = try #require(Day(number: 20_250_101))
    #expect(
      Contacts(SmallTrust.network(), during: Period(on: earlier)).people[0].map(\.person) == [0])
    let left = SmallTrust.network(ended: [0: earlier])
    let later = try #require(Day(number: 20_261_001))
    #expect(Contacts(left, during: Period(on: later)).people[0].map(\.person) == [1])
  }
}
