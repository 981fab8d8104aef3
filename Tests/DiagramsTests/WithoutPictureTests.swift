@testable import Diagrams
import Foundation
import Findings
import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

/// Before and after somebody would leave.
@Suite struct WithoutPictureTests {
  private func picture(
    _ facts: FigureFacts, _ leavers: WithoutPicture.Leavers? = nil, limit: Int = 45
  ) throws -> WithoutPicture {
    let foremost = WithoutPicture.Leavers(foremostIn: facts) { _ in nil }
    let chosen = leavers ?? foremost
    let someone = try #require(chosen)
    return WithoutPicture(facts, without: someone, limit: limit) { _ in nil }
  }

  @Test func whatOnePersonHoldsIsCutOff() throws {
    let facts = try #require(try? facts("harbour-trust"))
    let picture = try picture(facts)
    #expect(
      picture.furniture.headline
        == "If one colleague in the central team left, Larkrise Primary School and Hillside Infant School would lose every tie to other schools"
    )
    let holder = try #require(facts.fragility.singleHolders.first)
    #expect(Set(picture.groups.filter(\.isCutOff).map(\.title)) == Set(holder.names))
    // Their links lead to the centre, carry the ties that the finding counts, and are all that goes.
    let gone = picture.lines.filter { $0.state != .kept }
    #expect(gone.count == 2 && gone.allSatisfy { $0.b == picture.groups.count })
    #expect(gone.map(\.ties).reduce(0, +) == Double(holder.ties))
    #expect(picture.captions.today == "the red lines are held by one person: 22 ties")
    #expect(picture.captions.then == "two schools cut off from all others")
  }

  /// The slopes are what `weft without` says of each.
  @Test func theSlopesAreThoseOfTheFindings() throws {
    let facts = try #require(try? facts("harbour-trust"))
    let picture = try picture(facts)
    #expect(picture.slopes.count == 6)
    for (slope, broker) in zip(picture.slopes, facts.analysis.brokers.people) {
      let lost = facts.analysis.without([broker.person])
      #expect(slope.today == lost.with.fragmentation)
      #expect(slope.without == lost.without.fragmentation)
    }
    #expect(picture.slopes.filter(\.isSubject).map(\.title) == ["Central team, 1"])
    #expect(Set(picture.slopes.map(\.title)).count == 6, "no two are called the same")
  }

  /// Where every link is too thin to show, two maps without a line would say nothing: the slopes stand alone.
  @Test func noMapIsDrawnWithoutALine() throws {
    // Seven groups of six in a ring, one tie from each to the next and one to that after it.
    let all = 0..<Int32(42)
    let within = all.map { ($0, $0 / 6 * 6 + ($0 + 1) % 6) }
    let across = all.filter { $0 % 6 < 2 }.map { ($0, ($0 + 6 * ($0 % 6 + 1) + 2) % 42) }
    let graph = CompactGraph(
      nodeCount: 42, from: (within + across).map(\.0), to: (within + across).map(\.1),
      isDirected: false)
    let groups = Partition(groupOf: all.map { $0 / 6 }, names: (0..<7).map { "group \($0)" })
    let facts = figureFacts(study(graph, groups), source: "Source: made.")
    let picture = try picture(facts)
    #expect(picture.lines.isEmpty && !picture.hasMaps && picture.slopes.count == 6)
    let svg = picture.drawn(on: Sheet()).svg
    #expect(!svg.contains("class=\"group\"") && svg.contains("so no map is drawn"))
    #expect(svg.contains("Pairs of people who could not reach one another"))
  }

  /// Places are the same in both maps, and no line passes a group that it does not end at where that can be had.
  @Test func bothMapsStandOnTheSamePlaces() throws {
    let facts = try #require(try? facts("harbour-trust"))
    let foremost = WithoutPicture.Leavers(foremostIn: facts) { _ in nil }
    let figure = WithoutPicture.drawWithout(
      facts, without: try #require(foremost), on: Sheet()
    ) { _ in nil }
    let circles = figure.svg.split(separator: "\n").filter { $0.contains("class=\"group\"") }
    let places = circles.compactMap {
      $0.firstMatch(of: #/cx="([0-9.]+)" cy="([0-9.]+)"/#).flatMap { match in
        Double(match.1).flatMap { x in Double(match.2).map { (x, $0) } }
      }
    }
    let half = places.count / 2
    #expect(half == picture(count: facts))
    let step = places[half].0 - places[0].0
    for place in 0..<half {
      #expect(abs(places[half + place].0 - places[place].0 - step) < 0.02)
      #expect(places[half + place].1 == places[place].1)
    }
    #expect(
      figure.svg.components(separatedBy: "fill=\"#FFFFFF\" stroke=\"#B10026\"").count == 4,
      "two open groups, and the open end of the slope that is told")
  }

  private func picture(count facts: FigureFacts) -> Int {
    facts.map.units.count { $0.kind == .school }
  }

  /// Of many groups those that would be cut off, and what they hang on, are never left out.
  @Test func whatMattersStaysWhereRoomIsShort() throws {
    let facts = try #require(try? facts("harbour-trust"))
    let picture = try picture(facts, limit: 5)
    #expect(picture.groups.count == 5 && picture.groups.count(where: \.isCutOff) == 2)
    #expect(
      picture.furniture.suppression.contains("Left out for clearness: 13 schools with few ties"))
  }

  /// Everybody of a school: it goes whole, with what it alone held.
  @Test func aSchoolMayGoAsAWhole() throws {
    let facts = try #require(try? facts("harbour-trust"))
    let study = facts.study
    let group = try #require(study.grouping?.ids.firstIndex(of: "H05"))
    let members = study.slice.people.indices.filter { study.group(ofNode: $0) == group }
    let picture = try picture(
      facts, .init(members.map { study.slice.people[$0] }, who: "everybody of the school"))
    #expect(
      picture.groups.count(where: \.isGone) == 1 && !picture.groups.contains(where: \.isCutOff))
    #expect(
      picture.furniture.headline
        == "If everybody of the school left, no other school would be cut off")
    let own = try #require(picture.groups.firstIndex { $0.isGone })
    let gone = picture.lines.filter { $0.state != .kept }
    #expect(!gone.isEmpty && gone.allSatisfy { $0.state == .lost && ($0.a == own || $0.b == own) })
    #expect(picture.lines.filter { $0.a == own || $0.b == own } == gone)
    #expect(picture.slopes.first?.title == "All of them")
  }
}
