import Networks
import Testing

@testable import ExpertiseSearch

@Suite struct SearchTextTests {
  @Test func words() {
    #expect(
      plainWords("St Brannock's Café & 2nd-year") == [
        "st", "brannocks", "cafe", "and", "2nd", "year",
      ])
    #expect(plainWords("phonics*\" OR (x)") == ["phonics", "or", "x"])
    #expect(plainWords(" -- ()\n") == [])
  }

  @Test func fillersCarryNoMeaning() {
    #expect(SearchText.isFiller("who") && SearchText.isFiller("knows"))
    #expect(!SearchText.isFiller("phonics"))
  }
}
