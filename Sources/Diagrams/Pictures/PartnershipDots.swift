import Findings
import Measures
import Networks

/// Every partnership as a dot, by sector down and depth across: for a page that has no room for each partner by name.
struct PartnershipDots {
  /// How deep a partnership is said to be.
  enum Column: Int, CaseIterable {
    case deep, middle, light, unknown

    init(_ depth: Depth?) {
      self =
        switch depth {
        case nil: .unknown
        case let depth? where depth <= .cooperation: .light
        case .coordination?: .middle
        default: .deep
        }
    }

    var words: String {
      switch self {
      case .deep: "Depth 4 to 5"
      case .middle: "Depth 3"
      case .light: "Depth 1 to 2"
      case .unknown: "Depth not recorded"
      }
    }
  }

  struct Dot: Equatable {
    let isRed: Bool
    let hasAgreement: Bool?
  }

  struct Row {
    let sector: String
    /// The dots of each column, those that need a look first.
    let dots: [Column: [Dot]]

    var count: Int { dots.values.reduce(0) { $0 + $1.count } }
    var red: Int { dots.values.joined().count(where: \.isRed) }
  }

  let rows: [Row]
  let columns: [Column]
  /// Sectors in which there is a partner and no partnership.
  let lacking: [String]
  let furniture: Furniture

  /// `nil` where no partnership is on record, or groups are looked at that partnerships are not of.
  init?(_ facts: FigureFacts, number: Int? = nil) {
    let entries = facts.boundary == .school ? facts.analysis.ledger.entries : []
    guard !entries.isEmpty else { return nil }
    let whole = PartnerPicture(facts, number: number)
    let bySector = Dictionary(grouping: entries) { PartnerPicture.words(sector: $0.sector) }
    rows = bySector.map { sector, entries in
      Row(
        sector: sector,
        dots: Dictionary(grouping: entries) { Column($0.partnership.level) }.mapValues {
          $0.map { Dot(isRed: $0.status == .red, hasAgreement: $0.partnership.hasAgreement) }
            .sorted { ($0.isRed ? 0 : 1, $0.rank) < ($1.isRed ? 0 : 1, $1.rank) }
        })
    }.sorted { ($1.red, $1.count, $0.sector) < ($0.red, $0.count, $1.sector) }
    let used = Set(rows.flatMap(\.dots.keys))
    columns = Column.allCases.filter(used.contains)
    lacking = whole.lacking
    let red = entries.count { $0.status == .red }
    furniture = facts.furniture(
      form: "Partnerships by sector and depth", headline: whole.furniture.headline,
      subtitle:
        "The partnerships of \(facts.study.network.title) by how deep the work goes\(facts.when)",
      basis:
        "\(counted(entries.count, "partnership")) · \(counted(rows.count, "sector")) · \(red == 0 ? "none needs a look" : "\(counted(red)) \(red == 1 ? "needs" : "need") a look")",
      reading: "A dot is a partnership on record. One that was not recorded is missing here.",
      suppression: "",
      description: (rows.map { row in
        "\(row.sector): \(counted(row.count, "partnership"))\(row.red == 0 ? "" : ", \(counted(row.red)) to look at")."
      } + lacking.map { "\($0): no partnership." }).joined(separator: " "), number: number)
  }

  private var legend: [LegendItem] {
    let all = rows.flatMap { $0.dots.values.joined() }
    return [
      LegendItem(.depth(radius: PartnershipDotsInk.radius, isContact: false), "a partnership"),
      all.contains { $0.hasAgreement == false }
        ? LegendItem(.openShare, "no written agreement") : nil,
      all.contains(where: \.isRed) ? LegendItem(.frame, "needs a look") : nil,
    ].compactMap(\.self)
  }

  private var table: DataTable {
    DataTable(
      [.text("sector"), .text("depth"), .number("partnerships"), .number("need_a_look")],
      rows: rows.flatMap { row in
        columns.compactMap { column in
          row.dots[column].map { dots in
            [
              .text(row.sector), .text(column.words), .count(dots.count),
              .count(dots.count(where: \.isRed)),
            ]
          }
        }
      })
  }

  func drawn(on sheet: Sheet) -> DrawnFigure {
    let page = Page(sheet.paper, furniture, legend: legend, tone: sheet.tone)
    let ink = PartnershipDotsInk(self, in: page.frame)
    let nodes = rows.indices.map { "  s\($0) [label=\(DOT.quoted(rows[$0].sector))];" }
    return DrawnFigure(
      svg: page.svg(ink.elements),
      dot: (["graph weft {"] + nodes + ["}"]).joined(separator: "\n") + "\n", paper: sheet.paper,
      furniture: furniture, table: table, places: nil, fits: ink.fits)
  }
}

extension PartnershipDots.Dot {
  fileprivate var rank: Int { hasAgreement == false ? 1 : 0 }
}

/// The dots in their frame.
struct PartnershipDotsInk {
  /// That of a dot in the legend.
  static let radius = 3.2
  private static let (size, head) = (8.5, 16.0)

  private let picture: PartnershipDots
  private let frame: Rect
  private let step: Double
  private let columnX: [Double]
  private let perLine: [Int]
  private let rowY: [Double]
  private let rowHeight: [Double]
  private let reasonX: Double
  let fits: Bool

  init(_ picture: PartnershipDots, in frame: Rect) {
    self.picture = picture
    self.frame = frame
    let names = picture.rows.map(\.sector) + picture.lacking
    let nameRoom = min(
      frame.width * 0.26, (names.map { TextRuler.width($0, Self.size) }.max() ?? 0) + 10)
    let reasonRoom =
      picture.rows.contains { $0.red > 0 } || !picture.lacking.isEmpty
      ? TextRuler.width("no partnership", Self.size, .bold) + 8 : 0
    let room = frame.width - nameRoom - reasonRoom
    reasonX = frame.right - reasonRoom + 8
    let most = picture.columns.map { column in
      picture.rows.map { $0.dots[column]?.count ?? 0 }.max() ?? 0
    }
    // A column is as wide as its longest row, and never narrower than its head.
    let heads = picture.columns.map { TextRuler.width($0.words, Self.size, .bold) + 12 }
    func layout(_ step: Double) -> (widths: [Double], lines: [Int]) {
      let wanted = zip(most, heads).map { max(Double($0) * step + 10, $1) }
      let scale = min(1, room / max(1, wanted.reduce(0, +)))
      let widths = zip(wanted, heads).map { max($0 * scale, $1) }
      return (widths, widths.map { max(1, Int(($0 - 8) / step)) })
    }
    func heights(_ step: Double, _ perLine: [Int]) -> [Double] {
      picture.rows.map { row in
        let lines =
          zip(picture.columns, perLine).map { column, most in
            ((row.dots[column]?.count ?? 0) + most - 1) / most
          }.max() ?? 1
        return Double(max(1, lines)) * step + 3
      } + picture.lacking.map { _ in step + 3 }
    }
    let steps = [16.0, 14.5, 13, 12, 11, 10, 9, 8.4]
    func total(_ step: Double) -> Double {
      heights(step, layout(step).lines).reduce(Self.head, +)
    }
    let step = steps.first { total($0) <= frame.height } ?? steps[steps.count - 1]
    self.step = step
    let (widths, perLine) = layout(step)
    self.perLine = perLine
    rowHeight = heights(step, perLine)
    fits = total(step) <= frame.height && widths.reduce(0, +) <= room + 1
    var x = frame.x + nameRoom
    columnX = widths.map { width in
      defer { x += width }
      return x
    }
    var y = frame.y + Self.head
    rowY = rowHeight.map { height in
      defer { y += height }
      return y
    }
  }

  var elements: [SVG] {
    let heads = zip(picture.columns, columnX).map { column, x in
      Page.text(
        column.words, Point(x, frame.y + Self.head - 6), Self.size, .bold, Palette.quiet)
    }
    return [
      SVG("g", ["class": "heads"], heads),
      SVG("g", ["class": "rows"], picture.rows.indices.map(row)),
      SVG("g", ["class": "rows"], picture.lacking.indices.map(lack)),
    ].filter { !$0.children.isEmpty }
  }

  private func base(_ place: Int) -> Double { rowY[place] + 1.5 + step / 2 + Self.size * 0.36 }

  private func rule(_ place: Int) -> SVG {
    Marks.line(
      Point(frame.x, rowY[place]), Point(frame.right, rowY[place]), Palette.grid, 0.7)
  }

  private func name(_ words: String, _ place: Int, _ weight: TypeWeight) -> SVG {
    Page.text(
      TextRuler.wrap(words, Self.size, weight, room: columnX[0] - frame.x - 6, lines: 1).first
        ?? "", Point(frame.x, base(place)), Self.size, weight, Palette.ink)
  }

  private func row(_ place: Int) -> SVG {
    let row = picture.rows[place]
    var marks = [
      SVG("title", text: "\(row.sector): \(counted(row.count, "partnership"))"), rule(place),
      name(row.sector, place, row.red > 0 ? .bold : .regular),
    ]
    for (column, start) in picture.columns.enumerated() {
      for (index, dot) in (row.dots[start] ?? []).enumerated() {
        let (line, across) = index.quotientAndRemainder(dividingBy: perLine[column])
        marks += self.dot(
          dot,
          Point(
            columnX[column] + step * (Double(across) + 0.5),
            rowY[place] + 1.5 + step * (Double(line) + 0.5)))
      }
    }
    if row.red > 0 {
      marks.append(
        Page.text(
          "\(row.red) to look at", Point(reasonX, base(place)), Self.size, .bold, Palette.alarm))
    }
    return SVG("g", ["class": "row"], marks)
  }

  private func lack(_ index: Int) -> SVG {
    let place = picture.rows.count + index
    return SVG(
      "g", ["class": "row"],
      [
        rule(place), name(picture.lacking[index], place, .regular),
        Page.text(
          "no partnership", Point(columnX[0], base(place)), Self.size, .bold, Palette.ink),
      ])
  }

  private func dot(_ dot: PartnershipDots.Dot, _ at: Point) -> [SVG] {
    let isOpen = dot.hasAgreement == false
    let colour = dot.isRed ? Palette.alarm : Palette.gain
    let whole = min(4.2, step * 0.3)
    let radius = dot.isRed ? whole - 0.8 : whole
    return (dot.isRed ? [Marks.frame(at, half: whole + 0.9)] : []) + [
      SVG(
        "circle",
        [
          "cx": number(at.x), "cy": number(at.y), "r": number(isOpen ? radius - 0.5 : radius),
          "fill": isOpen ? "#FFFFFF" : colour, "stroke": colour,
          "stroke-width": isOpen ? "1.1" : "0",
        ])
    ]
  }
}
