import Diagrams
import Foundation
import GraphEngine
@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

/// The trails of ideas: what stands on them, and what a copy without names does not say.
@Suite struct IdeaTrailTests {
  /// Schools A (six people), B (two) and C (five, not shown beside B), a central team of six, and a partner; person 12 of the centre is
  /// hidden.
  private static func facts(
    _ ideas: [Idea], names: (String) -> String = { $0 }, ties: [(Int32, Int32)] = [(0, 6), (0, 23)]
  ) -> FigureFacts {
    let count = 19
    var records = Records()
    records.ideas = ideas
    let network = Network(
      title: names("Made Trust"),
      people: People(
        ids: (0..<count).map { "p\($0)" }, names: (0..<count).map { "SECRET \($0)" },
        school: [Int32](repeating: 0, count: 6) + [1, 1]
          + [Int32](repeating: People.centralTeam, count: 6) + [Int32](repeating: 2, count: 5),
        teams: TeamLists(
          main: [Int32](repeating: -1, count: 8) + [Int32](repeating: 0, count: 6)
            + [Int32](repeating: -1, count: 5)),
        role: Column(
          name: "role", codes: [1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0],
          values: ["Teacher", "Adviser"]),
        isHidden: (0..<count).map { $0 == 12 },
        response: [Response](repeating: .unknown, count: count),
        started: [Day?](repeating: nil, count: count), ended: [Day?](repeating: nil, count: count)),
      teams: [Team(id: "T", name: names("Advisers"), school: nil, kind: "central")],
      schools: [
        School(id: "A", name: names("Alder School"), phase: "Primary"),
        School(id: "B", name: names("Birch School"), phase: "Secondary"),
        School(id: "C", name: names("Cedar School"), phase: "Secondary"),
      ],
      partners: [Partner(id: "X", name: names("Clinic"), sector: "health")],
      ties: Ties(
        from: ties.map(\.0), to: ties.map(\.1),
        depth: [UInt8](repeating: 3, count: ties.count)),
      records: records)
    return figureFacts(Study(network, by: .school), source: "Source: made.")
  }
  // Members: people 0 to 18, team 19, schools 20 (A) and 21 (B), partner 23.
  private static let (team, a, b, clinic): (Int32, Int32, Int32, Int32) = (19, 20, 21, 23)

  @Test func fromThePartnerThroughABridgeToTheSchools() {
    let trail = IdeaTrail(
      Self.facts([
        Idea(
          id: "1", title: "Talk", origin: [Self.clinic], carriers: [0], adopters: [Self.a],
          triers: [9]),
        Idea(id: "2", title: "Bus", origin: [Self.a], droppers: [8]),
        Idea(id: "3", title: "Quiet"),
      ]))
    #expect(trail.rows.map(\.title) == ["Talk", "Bus", "Quiet"])
    #expect(trail.columns.map(\.title) == ["Alder School", "Central team"])
    let talk = trail.rows[0]
    #expect(talk.origin?.title == "Clinic" && talk.origin?.note == "Health")
    #expect(talk.origin?.mark == .node(.partner))
    #expect(talk.stops == [.adopted, .trialled] && talk.isCarriedAcross)
    #expect(talk.carrier?.mark == .person(isBridge: true))
    #expect(trail.rows[1].stops == [nil, .dropped] && trail.rows[1].carrier == nil)
    #expect(trail.rows[2].origin == nil && trail.rows[2].stops == [nil, nil])
    #expect(
      trail.furniture.headline
        == "The one idea taken up came through a bridge; one has gone nowhere on record")
    #expect(
      trail.furniture.basis.hasPrefix(
        "3 ideas · 1 taken up, 1 of them from outside the trust, by 1 of 3 schools · "))
    #expect(trail.furniture.description.contains("Talk: from Clinic, through Alder School, taken"))
    #expect(trail.furniture.description.contains("Quiet: from where is not recorded, taken up by"))
  }

  /// A role that only one person of a school has would name them; a school of two is not shown; somebody hidden is "a
  /// colleague" in every copy.
  @Test func copiesWithoutNamesTellNobodyApart() {
    let ideas = [
      Idea(id: "1", title: "a", origin: [Self.clinic], carriers: [0], adopters: [Self.a]),
      Idea(id: "2", title: "b", origin: [Self.clinic], carriers: [1], adopters: [Self.a, Self.b]),
      Idea(id: "3", title: "c", origin: [7], carriers: [12], adopters: [Self.a]),
      Idea(id: "4", title: "d", origin: [Self.team], carriers: [6], adopters: [Self.a]),
    ]
    let facts = Self.facts(ideas)
    let trail = IdeaTrail(facts)
    let carriers = trail.rows.sorted { $0.id < $1.id }.map(\.carrier)
    #expect(carriers[0]?.title == "Alder School" && carriers[0]?.note == "a colleague")
    #expect(carriers[1]?.title == "Alder School" && carriers[1]?.note == "Teacher")
    #expect(carriers[2]?.title == "A colleague" && carriers[2]?.note == "")
    #expect(carriers[3]?.title == "A colleague")
    #expect(trail.rows.first { $0.id == "3" }?.origin?.title == "A small school")
    #expect(trail.columns.map(\.title) == ["Alder School"])
    #expect(
      trail.furniture.suppression == "Not shown: 1 place of fewer than 5 people, or beside one.")
    let drawn = trail.drawn(on: Sheet())
    for text in [drawn.svg, drawn.dot, Self.text(drawn.table)] {
      #expect(!text.contains("SECRET") && !text.contains("Birch"))
    }
    let named = IdeaTrail(facts, isNamed: true) { $0 == 12 ? nil : "Name \($0)" }
    let names = named.rows.sorted { $0.id < $1.id }.map { $0.carrier?.title }
    #expect(names == ["Name 0", "Name 1", "A colleague", "Name 6"])
    #expect(Set(named.columns.map(\.title)) == ["Alder School", "Birch School"])
  }

  /// Where a carrier works is not told beside a bridge that is a link few carry.
  @Test func aBridgeTellsNoThinLink() {
    let idea = Idea(
      id: "1", title: "a", origin: [Self.clinic], carriers: [0], adopters: [Self.team])
    func carrier(_ ties: [(Int32, Int32)]) -> IdeaTrail.Station? {
      IdeaTrail(Self.facts([idea], ties: ties)).rows.first?.carrier
    }
    let bridge = carrier([(0, 9), (0, 23)])
    #expect(bridge?.title == "A colleague" && bridge?.mark == .person(isBridge: true))
    let other = carrier([(0, 23)])
    #expect(other?.title == "Alder School" && other?.mark == .person(isBridge: false))
  }

  private static func text(_ table: DataTable) -> String {
    table.rows.joined().map { cell in
      if case .text(let text) = cell { text } else { "" }
    }.joined(separator: "|")
  }

  @Test(arguments: [
    (0, "No idea is recorded"), (1, "The one idea recorded has not been taken up yet"),
    (3, "None of the three ideas recorded has been taken up yet"),
  ]) func nothingTakenUp(count: Int, headline: String) {
    let facts = Self.facts((0..<count).map { Idea(id: "\($0)", title: "t") })
    for sheet in [Sheet(), Sheet(.a4p, tone: .mono), Sheet(.slide)] {
      let drawn = IdeaTrail.drawTrails(facts, on: sheet)
      #expect(drawn.furniture.headline == headline && lint(drawn).faults == [])
    }
  }

  /// 1, 3, 12 and 60 ideas with names that would do harm, on every paper, in one school and in many.
  @Test(arguments: [1, 3, 12, 60]) func manyAndHostile(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let ideas = (0..<count).map { place -> Idea in
      let adopters = [Self.a, Self.team, Self.clinic].filter { _ in generator.below(2) == 0 }
      return Idea(
        id: "\(place)", title: hostileNames[place % hostileNames.count],
        origin: [Self.clinic, Self.a, 12, Self.team, 3].filter { _ in generator.below(3) == 0 },
        carriers: [0, 12, 3].filter { _ in generator.below(3) == 0 },
        adopters: count == 12 ? [Self.a] : adopters,
        triers: generator.below(4) == 0 ? [Self.a] : [],
        droppers: generator.below(4) == 0 ? [Self.team] : [])
    }
    let facts = Self.facts(ideas) { $0 + " " + hostileNames[8] + hostileNames[0] }
    for paper in PaperSize.pages {
      for tone in Tone.allCases {
        for isNamed in [false, true] {
          let drawn = IdeaTrail.drawTrails(
            facts, isNamed: isNamed, name: { isNamed ? hostileNames[Int($0) % 12] : nil },
            on: Sheet(paper, tone: tone))
          #expect(lint(drawn).faults == [], "\(count) on \(paper), \(tone)")
          #expect(drawn.fits && !drawn.svg.contains("<script"))
        }
      }
    }
    #expect(IdeaTrail(facts).furniture.suppression.contains("ideas that fewer") == (count > 20))
  }

  @Test func tooManyPlacesShareTheLastColumn() throws {
    let harbour = try Self.wide()
    let trail = IdeaTrail(harbour, on: .a4p)
    #expect(trail.columns.count == 12 && trail.shared == 3)
    #expect(trail.columns.last?.title == "3 further places")
    #expect(trail.rows.contains { $0.stops.last == .adopted })
    #expect(lint(trail.drawn(on: Sheet(.a4p))).faults == [])
  }

  private static func wide() throws -> FigureFacts {
    let schools = 14
    let size = 6
    var records = Records()
    let first = Int32(schools * size)
    records.ideas = (0..<4).map { place in
      Idea(
        id: "\(place)", title: "Idea \(place)",
        adopters: (0..<Int32(schools)).filter { $0 % 4 <= Int32(place) }.map { first + $0 })
    }
    let network = Network(
      title: "Wide",
      people: People(
        ids: (0..<schools * size).map { "p\($0)" }, names: (0..<schools * size).map { "n\($0)" },
        school: (0..<schools * size).map { Int32($0 / size) },
        teams: TeamLists(main: [Int32](repeating: -1, count: schools * size)),
        isHidden: [Bool](repeating: false, count: schools * size),
        response: [Response](repeating: .unknown, count: schools * size),
        started: [Day?](repeating: nil, count: schools * size),
        ended: [Day?](repeating: nil, count: schools * size)),
      schools: (0..<schools).map { School(id: "S\($0)", name: "School number \($0)") },
      records: records)
    return figureFacts(Study(network, by: .school), source: "Source: made.")
  }
}
