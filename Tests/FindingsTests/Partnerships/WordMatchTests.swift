@testable import Findings
@testable import Measures
import Networks
import TestSupport
import Testing

@Suite struct WordMatchTests {
  @Test func wordsThatSaySomethingMeetByTheirStems() {
    #expect(WordMatch.shared("Drama for pupils who are anxious", "workshops in drama") == ["drama"])
    #expect(WordMatch.shared("help with phonics", "phonics coaching") == ["phonics"])
    #expect(WordMatch.shared("gardening", "gardens") == ["gardening"])
    #expect(WordMatch.shared("support for young people", "young people and support").isEmpty)
    #expect(WordMatch.shared("", "=WEBSERVICE(1)").isEmpty)
  }
}
