@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct PartnershipLedgerTests {
  /// Of a partnership whose cells hold nothing that can be read nobody can tell how it stands.
  @Test func whatCannotBeRead() {
    var records = Records()
    records.partnerships = [
      Partnership(partner: SmallTrust.health, with: SmallTrust.schoolA),
      Partnership(partner: SmallTrust.health, with: Partnership.trust, rolesAreClear: true),
    ]
    for place in records.partnerships.indices {
      records.partnerships[place].unread = ["level", "agreement"]
    }
    let ledger = PartnershipLedger(SmallTrust.network(records), asAt: nil)
    let stands = Dictionary(uniqueKeysWithValues: ledger.entries.map { ($0.place, $0.status) })
    #expect(stands == [0: .unknown, 1: .steady])
  }

  private func entry(_ records: Records, ended: [Int: Day] = [:]) -> PartnershipLedger.Entry? {
    PartnershipLedger(
      SmallTrust.network(records, ended: ended),
      asAt: SmallTrust.network(records, ended: ended).asAt
    ).entries.first
  }

  @Test func whoHoldsItAndHowThatChanged() {
    let one = entry(SmallTrust.rated(ours: [], theirs: []))
    #expect(one?.holders == [0, 1] && one?.holdersBefore == 1)
    #expect(one?.deepest == .coordination && one?.id == "X1/A")
    #expect(one?.flags == [] && one?.status == .steady)
  }

  @Test func oneHolderOrNone() {
    var records = Records()
    records.partnerships = [Partnership(partner: SmallTrust.education, with: SmallTrust.schoolB)]
    #expect(entry(records)?.flags == [.singleHolder])
    records.partnerships = [Partnership(partner: SmallTrust.community, with: Partnership.trust)]
    #expect(entry(records)?.flags == [.noContact])
  }

  /// A partner who came to an event within the year is met, though no tie says by whom.
  @Test(arguments: [(0, true), (365, true), (366, false), (-1, false), (nil, true)])
  func metAtAnEvent(daysAgo: Int?, isMet: Bool) throws {
    let today = try #require(SmallTrust.network(Records()).asAt)
    var records = Records()
    records.partnerships = [Partnership(partner: SmallTrust.community, with: Partnership.trust)]
    records.events = [
      Event(
        id: "E1", name: "Fair", date: daysAgo.flatMap { Day(julian: today.julian - $0) },
        attendance: [Attendance(party: SmallTrust.community, came: true)])
    ]
    let found = PartnershipLedger(SmallTrust.network(records), asAt: today).entries[0]
    #expect(found.flags == [isMet ? .metOnly : .noContact])
    #expect(found.status == (isMet ? .watch : .red))
    records.events[0].attendance[0].came = false
    let away = PartnershipLedger(SmallTrust.network(records), asAt: today).entries[0]
    #expect(away.flags == [.noContact])
  }

  /// Of a school in which under half answered nobody can say that no more than one holds its partnership.
  @Test func aSideThatHardlyAnswered() throws {
    var records = Records()
    records.partnerships = [Partnership(partner: SmallTrust.education, with: SmallTrust.schoolB)]
    let told = SmallTrust.network(records)
    var people = told.people
    for person in people.response.indices {
      people.response[person] = told.people.school[person] == 1 ? .no : .yes
    }
    func flags(_ people: People) -> [RedFlag] {
      let network = Network(
        title: "t", people: people, teams: told.teams, schools: told.schools,
        partners: told.partners, ties: told.ties, newestDay: told.newestDay, records: records)
      return PartnershipLedger(network, asAt: network.asAt).entries[0].flags
    }
    #expect(flags(told.people) == [.singleHolder])
    #expect(flags(people) == [])
    for person in people.response.indices { people.response[person] = .yes }
    #expect(flags(people) == [.singleHolder])
  }

  /// Whoever leads and cannot be read may hold it as well: nothing is said of one holder or none.
  @Test func aLeadThatCannotBeRead() {
    for partner in [SmallTrust.education, SmallTrust.community] {
      var records = Records()
      records.partnerships = [Partnership(partner: partner, with: SmallTrust.schoolB)]
      #expect(entry(records)?.holderCount == (partner == SmallTrust.education ? 1 : 0))
      records.partnerships[0].unread = ["lead"]
      let one = entry(records)
      #expect(one?.tellsHolders == false && one?.holderCount == nil && one?.flags == [])
    }
  }

  /// Where one of the two columns is not there, giving is not one way.
  @Test func whatIsGotHasNoPlace() {
    var records = SmallTrust.rated(ours: [], theirs: [])
    records.partnerships[0].gives = ["advice"]
    #expect(entry(records)?.flags == [.oneWay(isGiving: true)])
    records.columns = ["partnerships.gives"]
    let network = SmallTrust.network(records)
    let ledger = PartnershipLedger(network, asAt: network.asAt)
    #expect(ledger.entries[0].flags == [] && PartnershipHealth(ledger).bothWays.value == nil)
  }

  @Test func theSidesApart() {
    let apart = entry(SmallTrust.rated(ours: [4, 4, 4], theirs: [1, 1, 1]))
    #expect(apart?.trustGap.signed == 3)
    #expect(apart?.flags.first == .sidesApart(PerceptionGap(ours: 4, theirs: 1)))
    let swapped = entry(SmallTrust.rated(ours: [1, 1, 1], theirs: [4, 4, 4]))
    #expect(swapped?.trustGap.signed == -3)
  }

  @Test func aSideNobodyAskedIsUnknownAndTwoRatersShowNothing() {
    let silent = entry(SmallTrust.rated(ours: [4, 4, 4], theirs: []))
    #expect(silent?.flags == [.theirViewUnknown] && silent?.trustGap.signed == nil)
    let few = entry(SmallTrust.rated(ours: [4, 4, 4], theirs: [1, 1]))
    #expect(few?.theirs.trust == .tooFew && few?.trustGap.size == nil && few?.flags == [])
  }

  @Test func trustThatFalls() {
    var records = SmallTrust.rated(ours: [4, 4, 4], theirs: [4, 4, 4], date: 20_250_601)
    records.ratings += SmallTrust.rated(ours: [4, 4, 4], theirs: [3, 3, 3]).ratings
    #expect(entry(records)?.flags == [.fallingTrust(.theirs, from: 4, to: 3)])
  }

  @Test func overdueLeftAgreedUnclearOneWay() throws {
    var records = SmallTrust.rated(ours: [], theirs: [])
    let due = try #require(Day(number: 20_260_331))
    records.partnerships[0].reviewDue = due
    records.partnerships[0].hasAgreement = false
    records.partnerships[0].rolesAreClear = false
    records.partnerships[0].gives = ["advice"]
    let left = try #require(Day(number: 20_260_801))
    let found = entry(records, ended: [0: left])
    #expect(
      found?.flags == [
        .leadLeft, .overdue(due), .singleHolder, .noAgreement, .rolesUnclear,
        .oneWay(isGiving: true),
      ])
    #expect(found?.status == .red)
    let before = PartnershipLedger(SmallTrust.network(records), asAt: due).entries.first
    #expect(before?.flags.contains(.overdue(due)) == false)
  }

  /// A partnership of twenty weeks that has not met to find common ground, until it has.
  @Test func commonGroundEarlyOn() {
    var records = SmallTrust.rated(ours: [], theirs: [])
    records.partnerships[0].started = Day(number: 20_260_514)
    records.events = [Event(id: "E", name: "Other", attendance: [Attendance(party: 0)])]
    #expect(entry(records)?.flags == [.noCommonGround(weeks: 20)])
    records.events.append(
      Event(
        id: "F", name: "First", kind: "Shared understanding",
        attendance: [Attendance(party: SmallTrust.health)]))
    #expect(entry(records)?.flags == [])
    records.partnerships[0].started = Day(number: 20_260_901)
    records.events.removeLast()
    #expect(entry(records)?.flags == [])
  }

  @Test func valuedByOneSideAndCarriedByFew() {
    var records = SmallTrust.rated(ours: [3, 3, 3], theirs: [3, 3, 3])
    for (side, score) in [(Rating.Side.ours, 4), (.theirs, 2)] {
      for rater in 0..<3 {
        for item in RatingItem.value {
          records.ratings.append(
            Rating(
              partnership: 0, side: side, item: item, score: score, date: Day(number: 20_260_601),
              rater: Int32(rater + (side == .ours ? 0 : 100))))
        }
      }
    }
    #expect(entry(records)?.flags == [.undervalued(by: .theirs, 2)])
  }

  /// Where no tie with any partner is recorded, nothing is said of who holds what.
  @Test func contactsThatNobodyRecorded() {
    let network = Network(
      title: "T",
      people: People(
        ids: ["a", "b"], names: ["A", "B"], school: [0, 0], teams: TeamLists(main: [-1, -1]),
        isHidden: [false, false], response: [.unknown, .unknown], started: [nil, nil],
        ended: [nil, nil]),
      schools: [School(id: "S", name: "S")], partners: [Partner(id: "X", name: "X")],
      records: {
        var records = Records()
        records.partnerships = [Partnership(partner: 3, with: 2, lead: 0)]
        return records
      }())
    let ledger = PartnershipLedger(network, asAt: network.asAt)
    #expect(!ledger.tellsContacts && ledger.entries.map(\.flags) == [[]])
  }

  /// Red ones come first, however much paperwork the others lack.
  @Test func redOnesComeFirst() {
    var records = Records()
    records.partnerships = [
      Partnership(
        partner: SmallTrust.health, with: SmallTrust.schoolA, hasAgreement: false,
        rolesAreClear: false, gives: ["advice"]),
      Partnership(partner: SmallTrust.community, with: Partnership.trust),
    ]
    let ledger = PartnershipLedger(
      SmallTrust.network(records), asAt: SmallTrust.network(records).asAt)
    #expect(ledger.entries.map(\.status) == [.red, .watch])
    #expect(ledger.entries[0].flags == [.noContact])
  }

  /// The lead is in touch, a year before as today.
  @Test func aLeadWithoutATie() {
    var records = Records()
    records.partnerships = [
      Partnership(partner: SmallTrust.community, with: SmallTrust.schoolB, lead: 5)
    ]
    #expect(entry(records)?.holders == [5] && entry(records)?.holdersBefore == 1)
  }
}
