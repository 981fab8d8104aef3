import Diagrams
import Foundation
import GraphEngine
import Intake
@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

/// Rules that hold for every figure, on every paper, with colour and without.
@Suite(.serialized) struct EveryFigureTests {
  enum Name: String, CaseIterable {
    case ranking, map, matrix, bridges, partners, ideas, people, change, ego, person, coverage,
      response, without, depth, shift

    /// The papers it is made for.
    var papers: [PaperSize] {
      switch self {
      case .ranking: PaperSize.allCases
      case .coverage: PaperSize.pages + [.column, .inset, .wide]
      case .matrix, .without: PaperSize.pages + [.column, .inset]
      case .ideas, .people, .response, .depth: PaperSize.pages
      default: PaperSize.pages + [.column]
      }
    }
  }

  /// Draws a figure of a made or read workspace.
  static func draw(
    _ name: Name, _ facts: FigureFacts, before: FigureFacts? = nil, on sheet: Sheet,
    by worker: LayoutWorker = worker
  ) async -> DrawnFigure {
    let code: (Int32) -> String? = { person in
      facts.study.network.people.isHidden[Int(person)] ? nil : "P-\(person)"
    }
    switch name {
    case .ranking: return RankingPicture.drawRanking(facts, on: sheet)
    case .map: return await MapPicture.drawTrustMap(facts, on: sheet, by: worker)
    case .matrix: return MatrixPicture.drawMatrix(facts, on: sheet)
    case .shift: return ShiftPicture.drawShift(facts, since: before ?? facts, on: sheet)
    case .response: return ResponsePicture.drawResponse(facts, on: sheet)
    case .depth:
      let levels = DepthPicture.levels(facts)
      return DepthPicture.drawDepth(
        facts,
        levels: levels.count > 1
          ? levels : [(.networking, facts.analysis), (.cooperation, facts.analysis)],
        on: sheet)
    case .without:
      // Of made networks most have nobody whom a group depends on.
      let leavers =
        WithoutPicture.Leavers(foremostIn: facts) { _ in nil }
        ?? .init(Array(facts.study.slice.people.prefix(4)), who: "everybody of the first four")
      return WithoutPicture.drawWithout(facts, without: leavers, on: sheet) { _ in nil }
    case .bridges: return await MapPicture.drawBridges(facts, name: code, on: sheet, by: worker)
    case .partners: return PartnerPicture.drawPartners(facts, on: sheet)
    case .ideas: return IdeaTrail.drawTrails(facts, on: sheet)
    case .people:
      return PeopleMap.drawPeople(facts, showsSmallGroups: true, name: code, on: sheet)
    case .change:
      return await MapPicture.drawChange(facts, since: before ?? facts, on: sheet, by: worker)
    case .ego:
      let id = facts.map.units.first?.id ?? ""
      return await MapPicture.drawNetwork(of: id, facts, on: sheet, by: worker)
        ?? MatrixPicture.drawMatrix(facts, on: sheet)
    case .person:
      return await MapPicture.drawNetwork(
        ofPerson: 0, facts, name: code, on: sheet, by: worker)
    case .coverage:
      return CoveragePicture(facts, madeCoverage(facts), on: sheet.paper).drawn(on: sheet)
    }
  }

  /// Topics spread over the groups of a map by chance.
  static func madeCoverage(_ facts: FigureFacts, topics: Int = 30) -> CoveragePicture.Coverage {
    var generator = SeededGenerator(seed: 5)
    let units = facts.map.units.filter { $0.kind != .partner }
    let cells = (0..<topics).map { topic in
      units.map { _ -> CoveragePicture.Cell in
        if topic == 3 { return .init(gap: .absent, holders: 0) }
        let holders = generator.below(10) < topic / 3 ? 1 + generator.below(4) : 0
        let gap: CoveragePicture.Gap =
          holders > 1 ? .covered : holders == 1 ? .thin : generator.below(2) == 0 ? .distant : .thin
        return .init(gap: gap, holders: holders)
      }
    }
    return .init(
      topics: cells.indices.map { index in
        .init(title: "Topic number \(index)", holders: cells[index].reduce(0) { $0 + $1.holders })
      },
      schools: units.map { .init(id: $0.id, title: $0.name, kind: .primary) }, cells: cells)
  }

  private static let harbour: (now: FigureFacts, before: FigureFacts)? = {
    guard let now = try? facts("harbour-trust"), let day = Day(number: 20_260_101) else {
      return nil
    }
    let slice = now.study.network.slice(during: Period(on: day))
    let then = Study(now.study.network, slice: slice, by: .school)
    return (now, figureFacts(then, source: now.source))
  }()

  @Test(arguments: Name.allCases) func passesTheLintOnEveryPaper(name: Name) async throws {
    let (now, before) = try #require(Self.harbour)
    for paper in name.papers {
      for tone in Tone.allCases {
        let figure = await Self.draw(name, now, before: before, on: Sheet(paper, tone: tone))
        let lint = lint(figure)
        #expect(lint.faults == [], "\(name) on \(paper), \(tone)")
        #expect(figure.fits, "\(name) on \(paper), \(tone)")
        #expect(lint.scale > 0.99 && lint.altText != figure.furniture.headline)
        #expect(!figure.table.rows.isEmpty && figure.dot.hasPrefix("graph weft {"))
      }
    }
  }

  /// Of links that are not shown some may have come or gone: "none" is said of the others alone.
  @Test func noneLostIsSaidOfWhatIsShown() throws {
    let (now, before) = try #require(Self.harbour)
    #expect(now.map.suppressed.links > 0)
    #expect(
      MapPicture(change: now, since: before).furniture.headline
        == "18 links gained and none lost among those that may be shown")
    #expect(
      MapPicture(change: now, since: now).furniture.headline.hasPrefix(
        "No link that may be shown between schools was gained or lost")
        || MapPicture(change: now, since: now).furniture.headline.hasPrefix("No start or end"))
  }

  /// Where Graphviz fails, groups stand in rows, as many as fit, and the figure says so.
  @Test(arguments: [Name.bridges, .change, .ego, .person])
  func standsWithoutTheLayoutProgram(name: Name) async throws {
    let (now, before) = try #require(Self.harbour)
    let broken = LayoutWorker(program: "/bin/false", arguments: [])
    for paper in name.papers {
      let figure = await Self.draw(name, now, before: before, on: Sheet(paper), by: broken)
      #expect(lint(figure).faults == [], "\(name) on \(paper)")
      #expect(figure.fits && figure.furniture.reading.hasPrefix("The layout program failed"))
      #expect(lint(figure).texts.contains { $0.words.hasPrefix("The layout program failed") })
    }
  }

  @Test(arguments: Name.allCases) func hostileNamesAreInert(name: Name) async throws {
    let facts = madeFacts(groups: hostileNames.count, density: 0.3, seed: 9) { hostileNames[$0] }
    let figure = await Self.draw(name, facts, on: Sheet())
    #expect(lint(figure).faults == [], "\(name)")
    #expect(!figure.svg.contains("<script"))
    #expect(throws: Never.self) {
      try Print.png(figure.svg, .a4, dpi: 50)
    }
  }

  @Test(arguments: Name.allCases) func theSameInputGivesTheSameBytes(name: Name) async throws {
    let (now, before) = try #require(Self.harbour)
    let one = await Self.draw(name, now, before: before, on: Sheet())
    let two = await Self.draw(name, now, before: before, on: Sheet())
    #expect(one == two, "\(name)")
  }

  @Test func aUsersWordsStandInPlaceOfWefts() async throws {
    var facts = try #require(Self.harbour).now
    facts.words = FigureWords(
      headline: "Our own words", subtitle: "For the board", meeting: "Trust Board",
      marking: "OFFICIAL", number: 7)
    for name in Name.allCases {
      let furniture = await Self.draw(name, facts, on: Sheet()).furniture
      #expect(furniture.headline == "Our own words" && furniture.subtitle == "For the board")
      #expect(furniture.number == 7 && furniture.marking == "OFFICIAL", "\(name)")
      // Whoever hears the figure still hears the finding.
      #expect(!furniture.altText.contains("Our own words") && furniture.altText.count > 40)
    }
  }

  /// Groups and links left out for their size are in no part of a figure.
  @Test func whatIsHiddenIsNowhere() async throws {
    let (now, before) = try #require(Self.harbour)
    let shown = Set(now.map.units.map(\.name)).union(before.map.units.map(\.name))
    let small = now.study.network.partners.map(\.name).filter { !shown.contains($0) }
    #expect(small.count > 10)
    // Partnerships on record and the origins of ideas are facts about organisations, and are named whoever carries them.
    let ofPeople: [Name] = [.ranking, .map, .matrix, .bridges, .change, .ego, .coverage]
    for name in ofPeople {
      let figure = await Self.draw(name, now, before: before, on: Sheet())
      for partner in small {
        #expect(!figure.svg.contains(partner) && !figure.dot.contains(partner), "\(name)")
      }
    }
  }

  /// One to 140 groups, from no tie to all.
  ///
  /// `WEFT_NETWORKS=2000 swift test --filter randomNetworks` draws as many as asked for.
  @Test func randomNetworks() async throws {
    let asked = ProcessInfo.processInfo.environment["WEFT_NETWORKS"].flatMap(Int.init) ?? 24
    var times: [Duration] = []
    for seed in 0..<asked {
      var generator = SeededGenerator(seed: UInt64(seed) &+ 77)
      let groups = asked <= 24 ? 1 + seed * 6 : generator.below(151)
      let density = [0, 0.02, 0.1, 0.3, 0.7, 1][generator.below(6)]
      let facts = madeFacts(groups: groups, density: density, seed: UInt64(seed)) { index in
        index % 3 == 0
          ? hostileNames[(index + seed) % hostileNames.count] + " \(index)"
          : "Group number \(index)"
      }
      let paper = PaperSize.allCases[seed % 4]
      let tone: Tone = seed % 5 == 0 ? .mono : .colour
      let name: Name = [.map, .bridges, .ego, .change, .matrix, .people, .ranking][
        generator.below(7)]
      guard groups > 0 else { continue }
      let start = ContinuousClock.now
      let figure = await Self.draw(name, facts, on: Sheet(paper, tone: tone))
      let took = ContinuousClock.now - start
      times.append(took)
      if took > .seconds(5) { print("seed \(seed): \(groups), \(density), \(name): \(took)") }
      #expect(
        lint(figure).faults.prefix(3) == [],
        "seed \(seed): \(groups) groups, density \(density), \(name) on \(paper), fits \(figure.fits)"
      )
    }
    times.sort()
    if asked > 24, let median = times.dropFirst(times.count / 2).first, let most = times.last {
      print("\(asked) networks: median \(median), longest \(most)")
    }
  }
}
