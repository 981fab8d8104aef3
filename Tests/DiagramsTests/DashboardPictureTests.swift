@testable import Diagrams
import Findings
import Networks
import TestSupport
import Testing

/// Findings on one page: each sentence whole, on every paper, whatever is found.
@Suite struct DashboardPictureTests {
  private static let short = DashboardPicture.Finding(
    heading: "Northgate Academy keeps to itself",
    comparison: "2% of its working links leave the school. For other schools its size it is 34%.",
    sure: ("Beyond doubt.", "Between 1% and 9% at most, allowing for who did not reply.", 3),
    since: ("No change that shows.", "It was 2%."),
    step: "Ask the heads of Northgate and Beacon to run one moderation together.",
    drawing: .share(
      name: "Northgate Academy", own: 0.02,
      others: [0.22, 0.22, 0.28, 0.28, 0.28, 0.3, 0.31, 0.33, 0.36, 0.36, 0.36, 0.38, 0.38, 0.38]),
    caption: "a dot each: share of links leading out")

  private static func finding(_ drawing: DashboardPicture.Drawing, dots: Int, times: Int = 1)
    -> DashboardPicture.Finding
  {
    DashboardPicture.Finding(
      heading: "Twelve topics are one person deep, or less",
      comparison: String(
        repeating: "Nobody has listed British Sign Language, though six would like to learn. ",
        count: times),
      sure: (dots == 0 ? "Cannot be told." : "Likely.", "", dots), since: nil, step: nil,
      drawing: drawing, caption: "people who list it")
  }

  private static let all = [
    short,
    finding(.holder(["Larkrise Primary School", "Hillside Infant School"]), dots: 2),
    finding(.pair(what: "joint ties", seen: 12, expected: 76), dots: 1),
    finding(
      .counts(
        [
          .init("Sign language", 0, isAlarm: true), .init("Sensory impairment", 1, isAlarm: true),
          .init("Phonics", 12, isAlarm: false),
        ], nothing: "nobody"), dots: 0, times: 2),
    finding(.none, dots: 0),
  ]

  @Test(arguments: [PaperSize.a4, .a4p, .a3], Tone.allCases)
  func everySentenceStandsWhole(paper: PaperSize, tone: Tone) throws {
    let facts = try #require(try? facts("harbour-trust"))
    for since in ["Since Autumn 2025", nil] {
      let figure = DashboardPicture(
        facts, Self.all, headline: "Northgate Academy keeps to itself", since: since
      ).drawn(on: Sheet(paper, tone: tone))
      let lint = lint(figure)
      #expect(lint.faults == [], "\(paper), \(tone), \(since ?? "")")
      #expect(figure.fits, "\(paper), \(tone)")
      let words = lint.texts.map(\.words).joined(separator: " ")
      for finding in Self.all {
        for text in [finding.heading, finding.comparison, finding.step ?? "Nothing to do now."] {
          #expect(words.contains(text.split(separator: " ").joined(separator: " ")), "\(text)")
        }
      }
      #expect(words.contains("Since Autumn 2025") == (since != nil && paper != .a4p))
      #expect(words.contains("Not compared with an earlier term yet.") == (since == nil))
      #expect(figure.table.rows.count == 5)
    }
  }

  /// Dots of how sure: three for each finding that has any, as many filled as it says.
  @Test func dotsSayHowSure() throws {
    let facts = try #require(try? facts("harbour-trust"))
    let figure = DashboardPicture(facts, Self.all, headline: "x", since: nil).drawn(on: Sheet())
    let filled = figure.svg.ranges(of: "r=\"4\" fill=\"#1A1A1A\"").count
    let open = figure.svg.ranges(of: "r=\"4\" fill=\"#FFFFFF\" stroke=\"#1A1A1A\"").count
    // Of the findings 3 + 2 + 1, of the legend the same.
    #expect(filled == 12 && open == 6)
  }

  /// Where no share stands out, there is a dot for each, and none is red; what numbers count stands right below them.
  @Test func whereNothingStandsOutNothingIsRed() throws {
    let facts = try #require(try? facts("harbour-trust"))
    let figure = DashboardPicture(
      facts,
      [
        Self.finding(.shares([0.1, 0.2, 0.2, 0.3]), dots: 2),
        Self.finding(.counts([.init("Watch", 4, isAlarm: false)], nothing: "none"), dots: 2),
      ], headline: "x", since: nil
    ).drawn(on: Sheet())
    #expect(lint(figure).faults == [] && !figure.svg.contains(Palette.alarm))
    #expect(figure.svg.ranges(of: "fill=\"\(Palette.link)\" stroke=\"#FFFFFF\"").count == 4)
    let texts = lint(figure).texts
    let captions = texts.filter { $0.words == "people who list it" }.map(\.top)
    let watch = try #require(texts.first { $0.words == "Watch" }).top
    #expect(captions.count == 2 && (captions.last ?? 0) - watch < 24)
  }

  /// What is too long is told in its first sentence, and a page that cannot hold even that says so.
  @Test func whatDoesNotFitIsTold() throws {
    let facts = try #require(try? facts("harbour-trust"))
    let long = (0..<5).map { _ in Self.finding(.none, dots: 2, times: 20) }
    let figure = DashboardPicture(facts, long, headline: "x", since: nil).drawn(on: Sheet())
    let sentence = "Nobody has listed British Sign Language, though six would like to learn."
    let words = lint(figure).texts.map(\.words).joined(separator: " ")
    #expect(figure.fits && lint(figure).faults == [])
    #expect(words.ranges(of: sentence).count == 5)
    let table = figure.table.rows.map { "\($0)" }.joined()
    #expect(table.ranges(of: sentence).count == 100)
    let many = (0..<40).map { _ in Self.finding(.none, dots: 2) }
    #expect(!DashboardPicture(facts, many, headline: "x", since: nil).drawn(on: Sheet()).fits)
  }
}
