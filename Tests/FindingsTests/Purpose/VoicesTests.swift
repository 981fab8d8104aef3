@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct VoicesTests {
  @Test func answeredSilentAndOutside() throws {
    var records = Records()
    records.needs = [
      Need(id: "1", statement: "a", date: Day(number: 20_251_001), voice: "pupils", channel: "box"),
      Need(
        id: "2", statement: "b", date: Day(number: 20_260_901), voice: "families", channel: "forum",
        action: "begun"),
      Need(id: "3", statement: "c", voice: "families", isMet: true),
    ]
    records.decisions = [Decision(id: "D", statement: "d", deciders: [8])]
    let voices = Voices(SmallTrust.network(records), asAt: SmallTrust.network(records).asAt)
    #expect(voices.unanswered.map(\.id) == ["1"])
    let pupils = try #require(voices.groups.first { $0.voice == "pupils" })
    #expect(pupils.needs == 1 && pupils.answered == 0)
    #expect(voices.groups.first { $0.voice == "families" }?.answered == 2)
    #expect(voices.channels.map(\.name) == ["box", "forum"])
    #expect(voices.channels.map(\.silentMonths) == [12, 1])
    #expect(voices.outside == [SmallTrust.community])
  }

  /// Where neither what was done nor whether it helped is filled in, nobody knows that nothing was.
  @Test func answersThatAreNotRecorded() throws {
    var records = Records()
    records.needs = ["1", "2", "3"].map { Need(id: $0, statement: $0, voice: "pupils") }
    records.needs[0].blank = ["action", "met"]
    records.needs[1].blank = ["action"]
    records.needs[1].isMet = false
    records.needs[2].blank = ["action"]
    records.needs[2].unread = ["met"]
    let voices = Voices(SmallTrust.network(records), asAt: nil)
    #expect(voices.unrecorded == 1 && voices.unread == 1)
    #expect(voices.unanswered.map(\.id) == ["2"])
    let pupils = try #require(voices.groups.first { $0.voice == "pupils" })
    #expect(pupils.answered == 0 && pupils.unrecorded == 1)
  }

  /// An answer that cannot be read is none that is missing.
  @Test func answersThatCouldNotBeRead() throws {
    var records = Records()
    records.needs = ["1", "2", "3"].map { Need(id: $0, statement: $0, voice: "pupils") }
    records.needs[0].unread = ["met"]
    records.needs[1].unread = ["met"]
    records.needs[1].action = "begun"
    let voices = Voices(SmallTrust.network(records), asAt: nil)
    #expect(voices.unread == 1 && voices.unanswered.map(\.id) == ["3"])
    let pupils = try #require(voices.groups.first { $0.voice == "pupils" })
    #expect(pupils.answered == 1 && pupils.unread == 1)
  }
}
