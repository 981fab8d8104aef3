@testable import Findings
import Networks
import TestSupport
import Testing

@Suite struct PartnerWordsTests {
  private func found(_ said: [(rater: Int32?, words: String?)], side: Rating.Side = .theirs)
    -> PartnerWords
  {
    var records = SmallTrust.rated(ours: [], theirs: [], date: 20_260_601)
    records.ratings = said.map {
      Rating(
        partnership: 0, side: side, item: RatingItem("openness"), score: 3, rater: $0.rater,
        words: $0.words)
    }
    return PartnerWords(SmallTrust.network(records))
  }

  @Test func themesAreOfWordsBeginnings() {
    #expect(
      PartnerWords.themes(of: "Slow to reply, and roles were UNCLEAR.") == [.answers, .roles])
    #expect(PartnerWords.themes(of: "Responsive; responsibilities clear") == [.answers, .roles])
    #expect(PartnerWords.themes(of: "lovely biscuits").isEmpty)
    #expect(PartnerWords.themes(of: "").isEmpty)
  }

  /// Four speak of time, one of them twice; two of money, which is too few to tell.
  @Test func ratersAreCountedOnce() {
    let words = found([
      (1, "slow"), (1, "very slow again"), (2, "prompt replies"), (3, "no time, no money"),
      (4, "late; funds short"), (5, nil),
    ])
    #expect(words.raters == 4)
    #expect(words.themes == [PartnerWords.Count(theme: .answers, raters: 4)])
  }

  @Test func whereRatersAreNotToldApartEachTextCountsOnce() {
    let words = found([(nil, "slow"), (nil, "slow"), (nil, "late"), (nil, "they wait")])
    #expect(words.raters == 3 && words.themes.map(\.raters) == [3])
  }

  @Test func ourOwnWordsAreNotTheirs() {
    #expect(!found([(1, "slow"), (2, "slow"), (3, "slow")], side: .ours).isGiven)
    #expect(!found([(1, nil)]).isGiven)
  }
}
