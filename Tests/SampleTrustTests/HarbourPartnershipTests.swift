import GraphEngine
import Intake
@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

/// The facts about partnerships and purpose that the README of Data/harbour-trust lists, found again.
@Suite struct HarbourPartnershipTests {
  private let network: Network
  private let ledger: PartnershipLedger

  init() throws {
    network = try readNetwork(folder: packageFolder + "/Data/harbour-trust").network
    ledger = PartnershipLedger(network, asAt: network.asAt)
  }

  @Test func theOverduePartnershipComesFirst() throws {
    let first = try #require(ledger.entries.first)
    #expect(first.id == "X20/H13" && first.holders.count == 1)
    #expect(first.trustGap == PerceptionGap(ours: 4, theirs: 1))
    let due = try #require(Day(year: 2026, month: 3, day: 31))
    #expect(first.flags.contains(.overdue(due)) && first.flags.contains(.singleHolder))
    let late = ledger.entries.filter { entry in
      entry.flags.contains { if case .overdue = $0 { true } else { false } }
    }
    #expect(late.count == 1)
    #expect(ledger.entries.count { $0.trustGap.isWide || $0.levelGap.isWide } == 1)
  }

  @Test func nothingIsAgreedWithThePolice() {
    let found = Sectors.coverage(network, ledger.contacts)
    #expect(
      found.filter { $0.partnerships == 0 && $0.sector != "other" }.map(\.sector) == ["police"])
    #expect((found.first { $0.sector == "police" }?.people ?? 0) > 0)
  }

  @Test func onePartnersTrustFell() {
    let falling = ledger.entries.filter { entry in
      entry.flags.contains { if case .fallingTrust = $0 { true } else { false } }
    }
    #expect(falling.map(\.id) == ["X03/H14"])
    #expect(falling.first?.theirs.trustBefore.value == 3 && falling.first?.theirs.trust.value == 2)
  }

  @Test func oneIsAssessedInFull() {
    let profiles = network.records.partnerships.indices.compactMap {
      AssessmentProfile(ledger.rounds, $0, .ours).total
    }
    #expect(profiles == [110])
  }

  @Test func onePartnerIsSaidToBeMoreReliableThanItIsSeen() {
    let diverging = Reliability.all(network, ledger.rounds).filter(\.diverges)
    #expect(diverging.map { network.id(of: $0.member) } == ["X01"])
  }

  @Test func goalsThatLackAMeasureOrASecondOwner() {
    let book = GoalBook(network)
    func ids(_ flag: GoalBook.Flag) -> [String] {
      book.entries.filter { $0.flags.contains(flag) }.map(\.goal.id).sorted()
    }
    #expect(ids(.noMeasure) == ["G1", "G7"] && ids(.oneOwner) == ["G6"])
    #expect(ids(.goingWrong) == ["G4"] && ids(.noTies) == ["G1", "G8"])
  }

  @Test func fiveOfSixIdeasWereCarriedAcross() {
    let book = StoryBook(network)
    #expect(book.trails.count { $0.isAdopted } == 6)
    #expect(abs((book.bridgedShare ?? 0) - 5.0 / 6) < 1e-12)
    #expect(book.stories.count == 10 && book.stories.count { $0.story.impact == nil } == 3)
  }

  @Test func pupilsAreVoicedAndNotAnswered() {
    let voices = Voices(network, asAt: network.asAt)
    let pupils = voices.groups.first { $0.voice == "pupils" }
    #expect(pupils?.needs == 3 && pupils?.answered == 0)
    #expect(voices.channels.first?.name == "pupil parliament")
    #expect((voices.channels.first?.silentMonths ?? 0) >= 12)
    let never = Set(DecisionBook(network).neverAsked.map { network.id(of: $0) })
    #expect(never.isSuperset(of: ["X24", "X25", "X27"]))
  }

  @Test func twoNeighboursHaveWhatTheOtherSeeks() {
    let study = Study(network, by: .school)
    let pair = SchoolMatch.all(Analysis(of: study), showsAll: true).first {
      network.schools[$0.a].name == "Harbour Academy"
        && network.schools[$0.b].name == "Westbrook Academy"
    }
    #expect(pair?.isBothWays == true && pair?.isSameHub == true)
    let apart = CompetingNeighbours.all(Analysis(of: study), showsAll: false).apart.contains {
      network.schools[$0.a].name == "Harbour Academy"
        && network.schools[$0.b].name == "Westbrook Academy"
    }
    #expect(apart)
  }

  /// The ties that stand beside a match are those of the boundary of schools, and no copy without names tells of a link that few carry.
  @Test func matchesTellTheTiesThatEveryOtherOutputTells() throws {
    let analysis = Analysis(of: Study(network, by: .school))
    let ids = try #require(analysis.study.grouping).ids
    let figures = PairObservedExpected().finding(in: analysis.study)
    func place(_ school: Int) -> Int? { ids.firstIndex(of: network.schools[school].id) }
    var hidden = 0
    for (open, copy) in zip(
      analysis.matches(showsAll: true).sorted { ($0.a, $0.b) < ($1.a, $1.b) },
      analysis.matches(showsAll: false).sorted { ($0.a, $0.b) < ($1.a, $1.b) })
    {
      let (a, b) = (try #require(place(open.a)), try #require(place(open.b)))
      let seen = figures[.pair(min(ids[a], ids[b]), max(ids[a], ids[b]))]?.basis ?? 0
      #expect(abs((open.ties ?? -1) - seen) < 1e-9)
      #expect(copy.ties == (analysis.tellsLink(a, b) ? open.ties : nil))
      if copy.ties == nil {
        hidden += 1
        #expect(copy.stage == nil)
      }
    }
    #expect(hidden > 10)
  }

  @Test func oneEventInThreeWasNotPlanned() {
    let notice = EventNotice(network.records.events)
    #expect(notice.planned == 18 && notice.notPlanned == 9 && notice.dated == 0)
  }

  /// A red list is short enough to act on, and begins with what was planted.
  @Test func theRedListIsShort() {
    let red = ledger.entries.filter { $0.status == .red }
    #expect((5...10).contains(red.count) && ledger.entries.prefix(red.count).elementsEqual(red))
    #expect(red.prefix(2).map(\.id) == ["X20/H13", "X03/H14"])
    #expect(red.allSatisfy { !$0.flags.isEmpty })
  }

  @Test func fiveIdeasCameThroughABridge() {
    let bridges = IdeaBridges(StoryBook(network), Study(network, by: .school))
    #expect(bridges.adopted == 6 && bridges.seen == 5 && bridges.carried == 5)
    #expect((bridges.expected ?? 9) < 1 && (bridges.p ?? 1) < 0.001)
  }
}
