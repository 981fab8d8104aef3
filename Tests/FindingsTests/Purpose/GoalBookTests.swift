@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct GoalBookTests {
  private func records() throws -> Records {
    let days = try [20_251_201, 20_260_301].map { try #require(Day(number: $0)) }
    var records = Records()
    records.goals = [
      Goal(
        id: "G1", statement: "Reading", measure: "% at age", baseline: 60, target: 80,
        owners: [SmallTrust.schoolA, SmallTrust.health],
        progress: [Progress(date: days[0], value: 60), Progress(date: days[1], value: 70)]),
      Goal(
        id: "G2", statement: "Absence", measure: "%", baseline: 20, target: 10, parent: 0,
        owners: [SmallTrust.schoolA],
        progress: [Progress(date: days[0], value: 20), Progress(date: days[1], value: 25)]),
      Goal(id: "G3", statement: "Vision"),
    ]
    return records
  }

  @Test func wayMadeTreeAndFlags() throws {
    let book = GoalBook(SmallTrust.network(try records()))
    #expect(book.entries.map(\.goal.id) == ["G1", "G2", "G3"])
    #expect(book.entries.map(\.level) == [0, 1, 0])
    #expect(book.entries[0].wayMade == 0.5 && book.entries[0].isImproving == true)
    #expect(book.entries[0].ties == 2 && book.entries[0].flags.isEmpty)
    #expect(book.entries[1].wayMade == -0.5 && book.entries[1].flags == [.oneOwner, .goingWrong])
    #expect(book.entries[2].flags == [.noMeasure, .noOwner, .noTies])
    #expect(book.ties == 8 && book.linked == 3)
  }

  /// Beyond its target a goal is met; what has a single value is judged from its baseline, what stays from its target.
  @Test(
    arguments: [
      (20, 5, [12, 4, 3], true), (90, 95, [96, 97], true), (20, 5, [2, 4], true),
      (20, 5, [4, 6], false), (95, 95, [80], false), (95, 95, [80, 90], true), (95, 95, [95], true),
      (100, 80, [110], false), (100, 80, [90], true), (100, 80, [100], nil),
      (nil, 5, [12, 4, 3], true),
      (nil, 80, [60, 50], false), (nil, 80, [60], nil),
    ] as [(Double?, Double, [Double], Bool?)])
  func whichWayAGoalGoes(
    _ baseline: Double?, _ target: Double, _ values: [Double], _ isImproving: Bool?
  ) throws {
    let day = try #require(Day(number: 20_260_301))
    var records = Records()
    records.goals = [
      Goal(
        id: "G1", statement: "a", measure: "%", baseline: baseline, target: target,
        progress: values.enumerated().map { place, value in
          Progress(date: Day(julian: day.julian + place) ?? day, value: value)
        })
    ]
    let entry = GoalBook(SmallTrust.network(records)).entries[0]
    #expect(entry.isImproving == isImproving)
    #expect(entry.flags.contains(.goingWrong) == (isImproving == false))
  }

  /// Of two values of one day nobody can say which came last; what could not be read is no lack of progress.
  @Test func whatDoesNotTell() throws {
    let day = try #require(Day(number: 20_260_301))
    var records = Records()
    records.goals = [
      Goal(
        id: "G1", statement: "a", measure: "%", baseline: 20, target: 10,
        progress: [12, 14].map { Progress(date: day, value: $0) }),
      Goal(id: "G2", statement: "b", measure: "%", baseline: 20, target: 10),
    ]
    #expect(GoalBook(SmallTrust.network(records)).entries[1].flags.contains(.noProgress))
    records.goals[1].unread = ["progress"]
    let book = GoalBook(SmallTrust.network(records))
    #expect(book.entries[0].isImproving == nil && book.entries[0].change == nil)
    #expect(!book.entries[0].flags.contains(.goingWrong))
    #expect(!book.entries[1].flags.contains(.noProgress))
  }

  /// Owners {G1, G2} and {G1}: one shared, of two and of one.
  @Test func whoSharesGoals() throws {
    let book = GoalBook(SmallTrust.network(try records()))
    #expect(book.overlaps.count == 1)
    #expect(book.overlaps[0].shared == 1 && book.overlaps[0].ofA == 2 && book.overlaps[0].ofB == 1)
    #expect(book.owners == 2)
    // One asks for forest days, the other for help with phonics, a partner for coaching.
    #expect(book.tellsWishes && book.missed.isEmpty)
  }

  /// Two that ask for the same share a goal or are told.
  @Test func whoShouldShareOne() throws {
    var records = try records()
    records.needs = [
      Need(id: "1", statement: "quiet rooms", from: [SmallTrust.schoolA]),
      Need(id: "2", statement: "Quiet Rooms", from: [SmallTrust.schoolB]),
      Need(id: "3", statement: "books", from: [SmallTrust.schoolA, SmallTrust.health], goal: 0),
      Need(id: "4", statement: "met", from: [8, 9], isMet: true),
    ]
    let book = GoalBook(SmallTrust.network(records))
    #expect(
      book.missed == [
        GoalBook.Missed(a: SmallTrust.schoolA, b: SmallTrust.schoolB, wish: "quiet rooms")
      ])
  }

  /// A goal whose only owner has left is said to be one, and one with another owner is not.
  @Test func ownersWhoHaveLeft() throws {
    let (day, left) = (Day(number: 20_261_001), Day(number: 20_260_101))
    var records = Records()
    records.goals = [
      Goal(id: "G1", statement: "a", owners: [4]), Goal(id: "G2", statement: "b", owners: [4, 5]),
      Goal(id: "G3", statement: "c"),
    ]
    let network = SmallTrust.network(records, ended: [4: try #require(left)])
    let book = GoalBook(network, during: Period(on: try #require(day)))
    #expect(book.entries.map { $0.flags.contains(.ownersLeft) } == [true, false, false])
    #expect(book.entries.map(\.owners) == [[], [5], []] && book.owners == 1)
    #expect(book.entries.map { $0.flags.contains(.oneOwner) } == [false, true, false])
    #expect(!GoalBook(network, during: .all).entries[0].flags.contains(.ownersLeft))
  }

  /// An owner whom no file knows is neither one owner nor none.
  @Test func ownersThatCouldNotBeRead() {
    var records = Records()
    records.goals = [
      Goal(id: "G1", statement: "a"), Goal(id: "G2", statement: "b", owners: [4]),
      Goal(id: "G3", statement: "c"),
    ]
    records.goals[0].unread = ["owner"]
    records.goals[1].unread = ["owner"]
    let flags = GoalBook(SmallTrust.network(records)).entries.map { entry in
      entry.flags.filter { [.oneOwner, .noOwner, .unreadOwner].contains($0) }
    }
    #expect(flags == [[.unreadOwner], [.unreadOwner], [.noOwner]])
  }

  @Test func aPartnershipThatSharesAGoalOwnsIt() throws {
    var records = try records()
    records.partnerships = [
      Partnership(partner: SmallTrust.education, with: SmallTrust.schoolA, sharedGoal: .goal(1))
    ]
    let book = GoalBook(SmallTrust.network(records))
    #expect(book.entries[1].owners == [SmallTrust.schoolA, SmallTrust.education])
    #expect(!book.entries[1].flags.contains(.oneOwner))
  }
}
