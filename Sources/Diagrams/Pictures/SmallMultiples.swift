import Findings
import Measures
import Networks

/// Shares over an axis of few places: of the whole trust, and of every group on one scale.
public struct SmallMultiples: Sendable {
  /// What the places are called.
  let axis: [String]
  let whole: Series
  let groups: [Series]
  let labels: GroupLabels
  /// The top of the scale of the groups.
  let most: Double

  /// The tops that a scale may have.
  static func top(_ greatest: Double) -> Double {
    [0.1, 0.2, 0.4, 0.6, 0.8].first { greatest <= $0 } ?? 1
  }

  /// One group at all places.
  public struct Series: Sendable, Equatable {
    public let id: String
    let title: String
    let kind: NodeClass
    /// One for each place; `nil` where it was not there, was too small to show, or had no ties.
    public let points: [Point?]
    /// What is said of it, in a few words.
    public let words: String
    /// The same for whoever knows what it is compared with.
    let short: String
    public let isAlarm: Bool
    public let isReal: Bool
  }

  public struct Point: Sendable, Equatable {
    public let share: Double
    var interval: ClosedRange<Double>?
    /// What the others would have at its size.
    public var others: Double?
    var answered: Double?
    /// A few words under the axis.
    var note: String?
    /// Whether enough is known to say anything of it.
    public let isSaid: Bool

    /// The same with another interval.
    func telling(_ interval: ClosedRange<Double>?) -> Point {
      var point = self
      point.interval = interval
      return point
    }
  }
}

extension SmallMultiples {
  /// The groups that may be shown, the centre aside.
  static func shown(_ facts: FigureFacts) -> [SiloVerdicts.GroupVerdict] {
    facts.verdicts.shown.filter { !$0.isCentral }
  }

  /// Whether a copy without names hides a group, or there is none of that id.
  static func hides(_ id: String, _ analysis: Analysis) -> Bool {
    analysis.study.grouping?.ids.firstIndex(of: id).map(analysis.hides) ?? true
  }

  func drawn(
    _ furniture: Furniture, _ legend: [LegendItem], _ table: DataTable, on sheet: Sheet
  ) -> DrawnFigure {
    let page = Page(sheet.paper, furniture, legend: legend, tone: sheet.tone)
    let ink = SmallMultiplesInk(self, in: page.frame)
    return DrawnFigure(
      svg: page.svg(ink.elements), dot: DOT.text(groups.map(\.title)), paper: sheet.paper,
      furniture: furniture, table: table, places: nil, fits: ink.fits)
  }
}
