import GraphEngine
import Networks
import Testing

@Suite struct VocabularyTests {
  private let words = ["Phonics", "Reading", "Safeguarding", "EAL", "SEND", "P0477", "P0487"]

  @Test func slips() {
    let vocabulary = Vocabulary(words)
    #expect(vocabulary.nearest(to: "safegaurding") == "Safeguarding")
    #expect(vocabulary.nearest(to: "Fonics") == "Phonics")
    #expect(vocabulary.nearest(to: "sned") == "SEND")
    #expect(vocabulary.nearest(to: "xyzzy") == nil && vocabulary.nearest(to: "") == nil)
    // Two ids are equally near.
    #expect(vocabulary.nearest(to: "P0497") == nil && vocabulary.nearest(to: "P04771") == "P0477")
  }

  @Test func anotherBeginningAllowsOneSlip() {
    let vocabulary = Vocabulary(words)
    #expect(vocabulary.nearest(to: "Weaving") == "Reading")
    #expect(vocabulary.nearest(to: "Weaving", sameStart: true) == nil)
    #expect(vocabulary.nearest(to: "Leading", sameStart: true) == "Reading")
    #expect(vocabulary.nearest(to: "Raeding", sameStart: true) == "Reading")
    // Of two as near, the one that begins with the same letter.
    let both = Vocabulary(["feeding", "reading"])
    #expect(both.nearest(to: "reeding", sameStart: true) == "reading")
    #expect(both.nearest(to: "reeding") == "feeding")
  }

  /// The same answers as looking through all words one by one.
  @Test func likeItsSlowTwin() {
    var generator = SeededGenerator(seed: 3)
    func word(_ least: Int) -> String {
      String(
        (0..<(least + generator.below(5))).map { _ in
          ["a", "b", "c", "1"][generator.below(20) == 0 ? 3 : generator.below(3)]
        }.joined())
    }
    let known = (0..<60).map { _ in word(3) }
    let vocabulary = Vocabulary(known)
    for _ in 0..<150 {
      let text = word(2)
      #expect(
        vocabulary.nearest(to: text) == Spelling.nearest(to: text, in: Set(known).sorted()),
        "\(text)")
    }
  }
}
