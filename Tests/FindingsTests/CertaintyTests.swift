@testable import Findings
import Testing

@Suite struct CertaintyTests {
  private func certainty(
    p: Double? = 0.0001, response: Double? = 0.9, range: ClosedRange<Double>? = 0.1...0.2,
    limit: Double? = 0.5, contacts: Double = 100
  ) -> Certainty {
    Certainty(p: p, response: response, range: range, limit: limit, contacts: contacts)
  }

  @Test func theRule() {
    #expect(certainty() == .beyondDoubt)
    #expect(certainty(p: 0.001) == .likely && certainty(p: 0.049) == .likely)
    #expect(certainty(p: 0.05) == .hint && certainty(p: 0.099) == .hint)
    #expect(certainty(p: 0.1) == .cannotSay && certainty(p: nil) == .cannotSay)
    #expect(certainty(response: 0.69) == .likely && certainty(response: 0.49) == .cannotSay)
    #expect(certainty(response: nil) == .likely)
    #expect(certainty(contacts: 29) == .likely && certainty(contacts: 9) == .cannotSay)
    // Missing replies could carry the figure over its limit.
    #expect(certainty(range: 0.1...0.5) == .hint && certainty(range: 0.5...0.9) == .hint)
    #expect(certainty(range: nil) == .beyondDoubt && certainty(limit: nil) == .beyondDoubt)
  }

  @Test func inOrder() {
    #expect(Certainty.allCases.sorted() == [.cannotSay, .hint, .likely, .beyondDoubt])
    #expect(
      Certainty.allCases.map(\.inWords) == ["cannot say", "a hint", "likely", "beyond doubt"])
    #expect(Certainty.allCases.map(\.dots) == [0, 1, 2, 3])
  }
}
