import Testing

@testable import ExpertiseSearch

@Suite struct SearchTextTests {
  @Test func words() {
    #expect(
      SearchText.words("St Brannock's Café & 2nd-year") == [
        "st", "brannocks", "cafe", "and", "2nd", "year",
      ])
    #expect(SearchText.words("phonics*\" OR (x)") == ["phonics", "or", "x"])
    #expect(SearchText.words(" -- ()\n") == [])
  }

  @Test func fillersCarryNoMeaning() {
    #expect(SearchText.isFiller("who") && SearchText.isFiller("knows"))
    #expect(!SearchText.isFiller("phonics"))
  }
}
