@testable import Findings
import Networks
import Testing

@Suite struct EventNoticeTests {
  private func event(
    _ id: String, _ date: Int32, planned: Bool?, called: Int32 = 0, purpose: String? = nil
  ) -> Event {
    Event(
      id: id, name: id, date: Day(number: date), purpose: purpose, isPlanned: planned,
      called: Day(number: called))
  }

  @Test func plannedIsWhatTheFileSaysAndNoticeIsDays() {
    let notice = EventNotice([
      event("1", 20_260_310, planned: true, called: 20_260_101, purpose: "review"),
      event("2", 20_260_310, planned: false, called: 20_260_304, purpose: "crisis"),
      event("3", 20_260_810, planned: false, called: 20_260_803, purpose: "crisis"),
      event("4", 20_260_810, planned: nil, called: 20_260_901, purpose: "review"),
    ])
    // Event 4 does not say whether it was planned, and was called after its day: neither counts.
    #expect(notice.answered == 3 && notice.planned == 1 && notice.notPlanned == 2)
    #expect(notice.dated == 3 && notice.short == 1)
    #expect(notice.byPurpose.map(\.name) == ["crisis", "review"])
    #expect(notice.byPurpose[0].events == 2 && notice.byPurpose[0].planned == 0)
    #expect(notice.byHalfYear.map(\.name) == ["2026 January to June", "2026 July to December"])
    #expect(notice.byHalfYear.map(\.events) == [2, 1])
  }

  @Test func nothingIsNotNone() {
    let notice = EventNotice([event("1", 20_260_310, planned: nil)])
    #expect(notice.answered == 0 && notice.dated == 0 && notice.byPurpose.isEmpty)
  }
}
