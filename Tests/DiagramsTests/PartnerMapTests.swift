import Diagrams
import GraphEngine
import Intake
@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

/// The partner map answers a leader's questions: what needs a look, which sector is lacking, what there is to show.
@Suite struct PartnerMapTests {
  @Test func whatALeaderAsks() throws {
    let picture = PartnerPicture(try facts("harbour-trust"), limit: 40)
    #expect(
      picture.furniture.headline
        == "Five of 68 partnerships need a look; no partnership is in the police sector")
    #expect(picture.furniture.basis.hasPrefix("68 partnerships · 34 partners in 8 sectors · 17 "))
    #expect(picture.lacking == ["Police"])
    let carers = try #require(picture.right.first { $0.id == "X20" })
    #expect(carers.alarm == "sides far apart" && carers.hasEffect)
    // One person carries it: on record it stands, and the figure does not say how many.
    let link = picture.links.first { picture.right[$0.right].id == "X20" }
    #expect(link?.isRed == true && link?.isOnRecord == true && link?.depth == .coalition)
    #expect(picture.links.count(where: \.isRed) == 5)
    let drawn = picture.drawn(on: Sheet())
    #expect(drawn.svg.contains(">no partnership<") && !drawn.svg.contains("one person"))
    #expect(drawn.furniture.description.contains("Police: no partnership."))
    // What needs a look comes first in its sector, and none of it is left out where room is short.
    let short = PartnerPicture(try facts("harbour-trust"), limit: 8)
    // Two more take the room that a row of "one more" would have.
    #expect(short.right.count { $0.alarm != nil } == 5 && short.right.count == 10)
    let sheet = short.drawn(on: Sheet()).svg
    #expect(sheet.contains(">+4 more<") && !sheet.contains(" to look at"))
    // On a page of text each is a dot, those that need a look in a frame.
    let dots = PartnerPicture.drawPartners(try facts("harbour-trust"), on: Sheet(.inset))
    #expect(dots.fits && dots.svg.ranges(of: "<circle").count == 68 + 2)
    let counts = dots.table.rows.compactMap { row -> Int? in
      if case .count(let count) = row[2] { count } else { nil }
    }
    #expect(counts.reduce(0, +) == 68)
    #expect(dots.furniture.description.contains("Police: no partnership."))
    let row = drawn.table.rows.first { $0[1] == .text("Young Carers Project") }
    #expect(row?[5] == .text("red") && row?[6] == .text("sides far apart"))
  }

  /// Schools A and B of six, three of A in touch with the club; partnerships as given.
  private func made(
    _ partnerships: [Partnership], stories: [Story] = [], boundary: Boundary = .school,
    ties: Ties = Ties(from: [0, 1, 2, 6], to: [14, 14, 14, 15], depth: [2, 3, 1, 5]),
    partners: (String, String) = ("Club", "Clinic"), schools: Int = 2
  ) -> FigureFacts {
    var records = Records()
    records.partnerships = partnerships
    records.stories = stories
    let n = 6 * schools
    let network = Network(
      title: "Made Trust",
      people: People(
        ids: (0..<n).map { "p\($0)" }, names: (0..<n).map { "n\($0)" },
        school: (0..<Int32(n)).map { $0 / 6 },
        teams: TeamLists(main: [Int32](repeating: -1, count: n)),
        isHidden: [Bool](repeating: false, count: n),
        response: [Response](repeating: .unknown, count: n),
        started: [Day?](repeating: nil, count: n), ended: [Day?](repeating: nil, count: n)),
      schools: Array(
        [
          School(id: "A", name: "Alder School", hub: "North"),
          School(id: "B", name: "Birch School", hub: "South"),
          School(id: "C", name: "Cedar School", hub: "South"),
        ].prefix(schools)),
      partners: [
        Partner(id: "X", name: partners.0, sector: "charity"),
        Partner(id: "Y", name: partners.1, sector: "health"),
      ],
      ties: ties, records: records)
    return figureFacts(Study(network, by: boundary), source: "Source: made.")
  }

  /// Members: people 0 to 11, schools 12 (A) and 13 (B), partners 14 (club) and 15 (clinic).
  @Test func onRecordAndNot() {
    let picture = PartnerPicture(
      made([
        Partnership(partner: 15, with: 13, level: .coordination),
        Partnership(partner: 15, with: Partnership.trust),
      ]))
    let links = picture.links.map { link in
      "\(picture.left[link.left].title)-\(picture.right[link.right].title) \(link.isOnRecord) \(link.depth?.rawValue ?? 0)"
    }
    #expect(
      links.sorted() == [
        "Alder School-Club false 3", "Birch School-Clinic true 3", "The whole trust-Clinic true 0",
      ])
    #expect(picture.lacking == ["Charity"])
    #expect(picture.furniture.reading.contains("a grey one the contact of 3 or more people"))
    #expect(lint(picture.drawn(on: Sheet())).faults == [])
  }

  @Test func withoutRecordsContactsAlone() {
    let picture = PartnerPicture(made([]))
    #expect(picture.right.map(\.title) == ["Club"] && picture.lacking.isEmpty)
    #expect(picture.links.allSatisfy { $0.isOnRecord && !$0.isRed })
    // Birch School has a partner that too few people know to be shown.
    #expect(!picture.furniture.headline.contains("Birch School"))
    #expect(picture.furniture.basis.hasPrefix("1 partner in 1 sector"))
  }

  /// A school that a story tells of with a partner does not work with none, and where no contact is on record only partnerships are spoken of.
  @Test func whatIsNotRecordedIsNotNone() {
    let deals = [Partnership(partner: 15, with: Partnership.trust)]
    func headline(_ stories: [Story] = [], to end: Int32) -> String {
      let ties = Ties(from: [0, 6, 1], to: [6, 7, end], depth: [2, 2, 2])
      return PartnerPicture(made(deals, stories: stories, ties: ties)).furniture.headline
    }
    #expect(headline(to: 14).contains("Birch School works with no partner"))
    let story = Story(id: "s", title: "t", parties: [14, 13])
    #expect(!headline([story], to: 14).contains("Birch School"))
    #expect(
      headline([story], to: 2).contains("Alder School has no partnership on record"))
  }

  /// However little room a name has, two partners never look the same.
  @Test(arguments: [PaperSize.a4, .slide, .column, .inset])
  func twoPartnersAreNeverCalledAlike(paper: PaperSize) {
    let common = String(repeating: "Northamptonshire", count: 5)
    let picture = PartnerPicture(
      made(
        [Partnership(partner: 14, with: 12), Partnership(partner: 15, with: 13)],
        partners: ("\(common) Wellingborough", "\(common) Kettering")))
    let texts = picture.drawn(on: Sheet(paper)).svg.split(separator: "<text").dropFirst().compactMap
    {
      $0.split(separator: ">").dropFirst().first?.split(separator: "<").first
    }.filter { $0.hasPrefix("North") }
    #expect(texts.count == 2 && Set(texts).count == 2, "\(texts)")
  }

  /// By another boundary there is no row for a school, so contacts are drawn and no partnership.
  @Test func byHub() {
    let picture = PartnerPicture(
      made([Partnership(partner: 15, with: 13)], boundary: .hub))
    #expect(picture.right.map(\.title) == ["Club"])
    #expect(picture.furniture.suppression.contains("1 partner without"))
  }

  /// A headline speaks of the columns: of schools that stand in hubs, the note tells.
  @Test func aHeadlineOverHubsIsNotOfSchools() {
    let facts = made(
      [Partnership(partner: 21, with: 18), Partnership(partner: 22, with: 19)],
      ties: Ties(from: [0, 1, 2], to: [21, 21, 21], depth: [2, 2, 2]), schools: 3)
    let words = "Cedar School works with no partner"
    let schools = PartnerPicture(facts).furniture
    #expect(schools.headline.hasSuffix("; " + words) && !schools.reading.contains("Not seen"))
    let hubs = PartnerPicture(facts, groups: 2).furniture
    #expect(hubs.subtitle.hasPrefix("Which hubs and central teams of Made Trust"))
    #expect(!hubs.headline.contains("works with no partner"))
    #expect(hubs.reading.hasPrefix("Not seen on this page: one school works with no partner. "))
  }

  @Test func anEffectToShow() {
    let story = Story(id: "s", title: "t", parties: [14, 12], impact: "better")
    let picture = PartnerPicture(made([Partnership(partner: 14, with: 12)], stories: [story]))
    #expect(picture.right.first { $0.id == "X" }?.hasEffect == true)
    #expect(picture.furniture.basis.contains("1 with a story of what changed or a measured goal"))
    #expect(picture.legend.contains { $0.text.contains("to show") })
  }
}
