import GraphEngine
import Networks
import TestSupport
import Testing

@testable import Measures

@Suite struct TopicCoverageTests {
  private static let kite = Classic.kite.edges

  @Test func reachOnTheKite() throws {
    var trust = Knowing(people: 10, ties: Self.kite)
    trust.know(9, "Phonics")
    let knowledge = trust.knowledge
    let reach = TopicReach(
      knowledge, topic: try #require(knowledge.topics.place(of: "Phonics")))
    // Published: the expert at 9 has three of ten within two steps: 7, 8 and 9.
    #expect(reach.share(of: Array(0..<10), within: 2) == 0.3)
    #expect(reach.share(of: Array(0..<10), within: 4) == 1)
    #expect(reach.share(of: [], within: 2) == nil)
  }

  @Test func noStepLeadsThroughSomebodyHidden() throws {
    var trust = Knowing(people: 10, ties: Self.kite)
    trust.know(9, "Phonics")
    trust.hidden = [8]
    let knowledge = trust.knowledge
    let reach = TopicReach(
      knowledge, topic: try #require(knowledge.topics.place(of: "Phonics")))
    // 8 is hidden: it has 9 beside it, and leads nobody there.
    #expect(reach.distances == [-1, -1, -1, -1, -1, -1, -1, -1, 1, 0])
  }

  /// Three schools: 0 and 1 tied closely, 2 alone.
  private func trust() -> Knowing {
    Knowing(
      people: 9, ties: [(0, 3), (1, 4), (2, 5), (0, 1), (1, 2), (3, 4), (4, 5), (6, 7), (7, 8)],
      schools: [0, 0, 0, 1, 1, 1, 2, 2, 2])
  }

  private func classes(_ trust: Knowing) -> [TopicCoverage.Class] {
    TopicCoverage(trust.knowledge, minGroup: 0).cells.first?.map(\.coverage) ?? []
  }

  /// Of a school in which under half answered nobody can say that it is far from anybody, nor of a topic in a row that could not be read.
  @Test func whatIsNotKnown() {
    var quiet = trust()
    quiet.know(1, "Phonics")
    quiet.responses = [.yes, .yes, .yes, .yes, .yes, .yes, .yes, .no, .no]
    #expect(classes(quiet) == [.thin, .thin, .unknown])
    let told = TopicCoverage(quiet.knowledge, minGroup: 0)
    #expect(told.distant(0) == 0 && told.isPartQuiet)
    quiet.responses[7] = .yes
    #expect(classes(quiet) == [.thin, .thin, .distant])
    var unread = trust()
    unread.know(1, "Phonics")
    unread.unread = ["Phonics"]
    #expect(classes(unread) == [.thin, .thin, .unknown])
    #expect(unread.knowledge.singleCount == 0)
    func gaps(_ trust: Knowing) -> [TopicGaps.Kind] {
      TopicGaps(trust.knowledge, TopicCoverage(trust.knowledge, minGroup: 0)).gaps.map(\.kind)
    }
    #expect(gaps(unread) == [])
    unread.unread = []
    #expect(gaps(unread) == [.single] && unread.knowledge.singleCount == 1)
    // Known by nobody who could be read.
    var sought = trust()
    sought.know(0, "Drama")
    sought.know(1, "Drama")
    sought.know(2, "Drama")
    sought.wishes = [(4, "Phonics")]
    #expect(gaps(sought) == [.soughtAndAbsent])
    sought.unread = ["Phonics"]
    #expect(gaps(sought) == [])
    let covered = TopicCoverage(sought.knowledge, minGroup: 0)
    #expect(covered.topics.map(\.isWhole) == [true, false])
    #expect(covered.cells[1].map(\.coverage) == [.unknown, .unknown, .unknown])
  }

  @Test func theFourClasses() {
    var one = trust()
    one.know(1, "Phonics")
    // One holder in school 0, whom all of school 1 can ask, and nobody of school 2.
    #expect(classes(one) == [.thin, .thin, .distant])
    one.know(4, "Phonics")
    #expect(classes(one) == [.thin, .thin, .distant])
    one.know(0, "Phonics")
    #expect(classes(one) == [.covered, .thin, .distant])
    var two = trust()
    two.know(0, "Phonics")
    two.know(1, "Phonics")
    #expect(classes(two) == [.covered, .covered, .distant])
    var none = trust()
    none.wishes = [(0, "Phonics")]
    #expect(classes(none) == [.absent, .absent, .absent])
  }

  @Test func leavingAHolderOutChangesTheClass() {
    var both = trust()
    both.know(0, "Phonics")
    both.know(1, "Phonics")
    #expect(classes(both) == [.covered, .covered, .distant])
    // Hidden, a holder still counts where they work, and nobody elsewhere can be introduced to them.
    both.hidden = [0]
    #expect(classes(both) == [.covered, .thin, .distant])
    both.hidden = [0, 1]
    #expect(classes(both) == [.covered, .distant, .distant])
    // Left out, or gone, they count nowhere.
    both.hidden = []
    both.left = [0: 20_200_101]
    #expect(classes(both) == [.thin, .thin, .distant])
    both.left[1] = 20_200_101
    #expect(classes(both) == [.absent, .absent, .absent])
  }

  @Test func withoutTiesEverythingElsewhereIsDistant() {
    var trust = trust()
    trust.ties = []
    trust.know(0, "Phonics")
    trust.know(1, "Phonics")
    #expect(classes(trust) == [.covered, .distant, .distant])
  }

  @Test func smallGroupsAreNotShown() {
    var trust = trust()
    trust.schools = [0, 0, 0, 0, 0, 1, 1, 1, 1]
    trust.know(0, "Phonics")
    let coverage = TopicCoverage(trust.knowledge, minGroup: 5)
    #expect(coverage.groups.map(\.id) == ["s0"] && coverage.suppressedGroups == 1)
    #expect(coverage.cells[0].count == 1)
  }

  @Test func sumsAddUp() {
    for seed in 0..<8 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var trust = Knowing(people: 30, schools: (0..<30).map { _ in Int32(generator.below(4)) })
      for _ in 0..<50 {
        trust.ties.append((Int32(generator.below(30)), Int32(generator.below(30))))
      }
      trust.ties.removeAll { $0.0 == $0.1 }
      for topic in ["A1", "B1", "C1"] {
        for _ in 0..<generator.below(5) { trust.know(Int32(generator.below(30)), topic) }
      }
      let knowledge = trust.knowledge
      let coverage = TopicCoverage(knowledge, minGroup: 0)
      for (place, row) in coverage.topics.enumerated() {
        #expect(coverage.cells[place].map(\.holders).reduce(0, +) == row.holders)
        for cell in coverage.cells[place] {
          #expect((0...1).contains(cell.reach))
          #expect((cell.coverage == .absent) == (row.holders == 0))
          if cell.holders > 1 { #expect(cell.coverage == .covered) }
          if cell.holders == 1 { #expect(cell.coverage == .thin) }
        }
      }
    }
  }
}
