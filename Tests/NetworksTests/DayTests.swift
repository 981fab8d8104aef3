import Networks
import Testing

@Suite struct DayTests {
  @Test func theCalendar() {
    #expect(Day(year: 2024, month: 2, day: 29)?.description == "2024-02-29")
    #expect(Day(year: 2025, month: 2, day: 29) == nil)
    #expect(Day(year: 1900, month: 2, day: 29) == nil)
    #expect(Day(year: 2026, month: 13, day: 1) == nil)
    #expect(Day(year: 2026, month: 11, day: 22)?.inWords == "22 November 2026")
  }

  @Test func spreadsheetsCountFromTheEndOf1899() {
    #expect(Day(spreadsheetSerial: 46_001)?.description == "2025-12-10")
    #expect(Day(spreadsheetSerial: 36_526)?.description == "2000-01-01")
  }

  @Test func julianNumbersGoThereAndBack() throws {
    for number in stride(from: 2_415_100, to: 2_524_000, by: 997) {
      #expect(try #require(Day(julian: number)).julian == number)
    }
    #expect(Day(year: 2000, month: 1, day: 1)?.julian == 2_451_545)
  }

  /// Whole months by the calendar, whatever days they have.
  @Test func monthsBetween() throws {
    func months(_ a: Int32, _ b: Int32) throws -> Int {
      try #require(Day(number: a)).months(to: try #require(Day(number: b)))
    }
    #expect(try months(2024_0201, 2026_1001) == 32 && months(2024_0202, 2026_1001) == 31)
    #expect(try months(2026_0131, 2026_0228) == 0 && months(2025_1231, 2026_0131) == 1)
  }

  @Test func periods() throws {
    let (a, b) = (try #require(Day(number: 2025_0901)), try #require(Day(number: 2026_0731)))
    let year = Period(first: a, last: b)
    #expect(year.overlaps(started: nil, ended: nil))
    #expect(!year.overlaps(started: Day(number: 2026_0801), ended: nil))
    #expect(!year.overlaps(started: nil, ended: Day(number: 2025_0831)))
    #expect(Period(on: b).overlaps(started: a, ended: b))
    #expect(year.inWords == "1 September 2025 to 31 July 2026")
    #expect(Period.all.inWords == "all dates")
  }
}
