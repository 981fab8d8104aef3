import Documents
import Networks
import Sections

/// Small pictures: one idea each, in SVG attributes alone, so that no style stands in a page.
enum SmallPicture {
  private static let (ink, soft, rule, tie, alarm, link, other) = (
    "#1a1a1a", "#4a545c", "#d5dade", "#8c959d", "#b10026", "#0b3c6f", "#0f8577"
  )

  /// A number of an attribute: one decimal at most.
  private static func at(_ value: Double) -> String { fixed(value, places: 1) }

  /// The picture of a finding, and the sentence that holds its numbers.
  static func html(_ picture: KeyFinding.Picture) -> HTML {
    switch picture {
    case .share(let name, let own, let others): share(name, own, others)
    case .holder(let names): holder(names)
    case .pair(let what, let seen, let expected): pair(what, seen, expected)
    case .counts(let rows): counts(rows)
    // What stands out is told there alone.
    case .shares, .none: ""
    }
  }

  private static func svg(_ height: Int, _ label: String, _ body: HTML) -> HTML {
    "<svg viewBox=\"0 0 176 \(height)\" width=\"176\" height=\"\(height)\" role=\"img\" aria-label=\"\(label)\">\(body)</svg>"
  }

  private static func text(
    _ x: Double, _ y: Double, _ words: String, _ colour: String = soft, anchor: String = "start",
    isBold: Bool = false
  ) -> HTML {
    "<text x=\"\(at(x))\" y=\"\(at(y))\" font-size=\"12\" font-weight=\"\(isBold ? "600" : "400")\" text-anchor=\"\(anchor)\" fill=\"\(colour)\">\(words)</text>"
  }

  private static func share(_ name: String, _ own: Double, _ others: [Double]) -> HTML {
    let top = max(0.1, ((others + [own]).max() ?? 1) * 1.1)
    func x(_ share: Double) -> Double { 8 + 160 * share / top }
    let short = name.split(separator: " ").first.map(String.init) ?? name
    let dots = others.sorted().html {
      "<circle cx=\"\(at(x($0)))\" cy=\"28\" r=\"4.5\" fill=\"\(tie)\" stroke=\"#fff\"/>"
    }
    let (low, high) = (others.min() ?? 0, others.max() ?? 0)
    return svg(
      58,
      "\(name) lies at \(percent(own))\(others.isEmpty ? "" : ", \(counted(others.count)) others between \(percent(low)) and \(percent(high))").",
      """
      <line x1="4" y1="28" x2="172" y2="28" stroke="\(rule)"/>\(dots)<circle cx="\(at(x(own)))" cy="28" r="6" fill="\(alarm)" stroke="#fff"/>\(text(4, 13, "\(brief(short, 14)) \(percent(own))", alarm, isBold: true))\(text(4, 52, "0%"))\(text(172, 52, "\(percent(top)) outside", anchor: "end"))
      """)
  }

  private static func holder(_ names: [String]) -> HTML {
    let shown = Array(names.prefix(2))
    let height = shown.count == 1 ? 40 : 68
    let middle = Double(height) / 2
    let boxes = shown.enumerated().map { place, name -> HTML in
      let y = shown.count == 1 ? middle : place == 0 ? 18 : 50
      let short = brief(name.split(separator: " ").first.map(String.init) ?? name, 9)
      return
        "<path d=\"M74 \(at(y))L104 \(at(middle))\" stroke=\"\(alarm)\" stroke-width=\"2\"/><rect x=\"1\" y=\"\(at(y - 12))\" width=\"74\" height=\"24\" rx=\"12\" fill=\"\(link)\"/>\(text(38, y + 4, short, "#fff", anchor: "middle", isBold: true))"
    }
    return svg(
      height, "\(listed(names)): one person holds every tie to the rest.",
      """
      \(boxes)<path d="M118 \(at(middle))H132" stroke="\(alarm)" stroke-width="2"/><circle cx="110" cy="\(at(middle))" r="8" fill="#fff" stroke="\(alarm)" stroke-width="2"/>\(text(110, middle + 4, "1", alarm, anchor: "middle", isBold: true))\(text(155, middle + 4, "the rest", ink, anchor: "middle"))
      """)
  }

  private static func pair(_ what: String, _ seen: Double, _ expected: Double) -> HTML {
    let top = max(seen, expected, 1)
    func bar(_ y: Int, _ value: Double, _ colour: String) -> HTML {
      "<rect x=\"0\" y=\"\(y)\" width=\"\(at(max(2, 174 * value / top)))\" height=\"10\" fill=\"\(colour)\"/>"
    }
    let (a, b) = (counted(Int(seen.rounded())), counted(Int(expected.rounded())))
    return svg(
      64, "\(a) \(what); \(b) if spread evenly.",
      "\(text(0, 12, "\(a) \(what)", ink, isBold: true))\(bar(17, seen, alarm))\(text(0, 46, "\(b) if spread evenly"))\(bar(51, expected, tie))"
    )
  }

  private static func counts(_ rows: [(name: String, count: Int, isAlarm: Bool)]) -> HTML {
    let top = Double(max(1, rows.map(\.count).max() ?? 1))
    let lines = rows.enumerated().map { place, row -> HTML in
      let y = 13 + 17 * Double(place)
      let colour = row.isAlarm && !(row.count == 0 && row.name == "Act now") ? alarm : soft
      let width = 36 * Double(row.count) / top
      return
        "\(text(0, y, brief(row.name, 18), row.isAlarm ? ink : soft))\(text(130, y, counted(row.count), colour, anchor: "end", isBold: true))<rect x=\"138\" y=\"\(at(y - 8))\" width=\"\(at(row.count == 0 ? 0 : max(2, width)))\" height=\"8\" fill=\"\(row.isAlarm ? alarm : tie)\"/>"
    }
    return svg(
      17 * rows.count + 2,
      rows.map { "\($0.name): \(counted($0.count))" }.joined(separator: ", ") + ".",
      "\(lines)")
  }

  /// One line of the ranking: the value, its possible range, and what others of the size have.
  ///
  /// Percentages, so that it reflows.
  static func dot(_ row: SiloRanking.Row, top: Double) -> HTML {
    guard let outside = row.outside else { return "" }
    func x(_ share: Double) -> String { fixed(min(1, share / top) * 100, places: 2) + "%" }
    let colour = row.tone == .alarm ? alarm : row.tone == .unknown ? soft : ink
    let isOpen = row.tone == .unknown
    let range: HTML =
      row.range.map {
        "<line x1=\"\(x($0.lowerBound))\" y1=\"14\" x2=\"\(x($0.upperBound))\" y2=\"14\" stroke=\"\(colour)\" stroke-width=\"2\"\(isOpen ? " stroke-dasharray=\"4 3\"" as HTML : "")/>"
      } ?? ""
    let beside: HTML =
      row.others.map {
        "<line x1=\"\(x($0))\" y1=\"6\" x2=\"\(x($0))\" y2=\"22\" stroke=\"\(other)\" stroke-width=\"3\"/>"
      } ?? ""
    return
      "<svg aria-hidden=\"true\"><line x1=\"0\" y1=\"14\" x2=\"100%\" y2=\"14\" stroke=\"\(rule)\"/>\(range)\(beside)<circle cx=\"\(x(outside))\" cy=\"14\" r=\"5\" fill=\"\(isOpen ? "#fff" : colour)\" stroke=\"\(colour)\" stroke-width=\"2\"/></svg>"
  }

  /// What the signs of that line mean.
  static func key(_ rows: [SiloRanking.Row]) -> HTML {
    let line: HTML =
      "<line x1=\"0\" y1=\"7\" x2=\"32\" y2=\"7\" stroke=\"\(ink)\" stroke-width=\"2\"/>"
    func isDrawn(_ tone: SiloRanking.Tone) -> Bool {
      rows.contains { $0.tone == tone && $0.outside != nil }
    }
    let all: [(HTML, String, Bool)] = [
      (
        "\(line)<circle cx=\"16\" cy=\"7\" r=\"4.5\" fill=\"\(ink)\"/>",
        "share outside, with its possible range", isDrawn(.plain)
      ),
      (
        "<line x1=\"16\" y1=\"0\" x2=\"16\" y2=\"14\" stroke=\"\(other)\" stroke-width=\"3\"/>",
        "others its size", rows.contains { $0.others != nil }
      ),
      (
        "<line x1=\"0\" y1=\"7\" x2=\"32\" y2=\"7\" stroke=\"\(soft)\" stroke-width=\"2\" stroke-dasharray=\"4 3\"/><circle cx=\"16\" cy=\"7\" r=\"4.5\" fill=\"#fff\" stroke=\"\(soft)\" stroke-width=\"2\"/>",
        "too few replies to say", isDrawn(.unknown)
      ),
      (
        "<line x1=\"0\" y1=\"7\" x2=\"32\" y2=\"7\" stroke=\"\(alarm)\" stroke-width=\"2\"/><circle cx=\"16\" cy=\"7\" r=\"4.5\" fill=\"\(alarm)\"/>",
        "a finding", isDrawn(.alarm)
      ),
    ]
    return all.filter(\.2).html { sign, words, _ in
      "<li><svg width=\"32\" height=\"14\" viewBox=\"0 0 32 14\" aria-hidden=\"true\">\(sign)</svg> \(words)</li>"
    }
  }

  /// The axis over those lines: five marks from nought.
  static func axis(top: Double) -> HTML {
    let marks = (0...4).map { place -> HTML in
      let share = Double(place) / 4
      let anchor = place == 0 ? "start" : place == 4 ? "end" : "middle"
      return
        "<text x=\"\(fixed(share * 100, places: 0))%\" y=\"13\" font-size=\"12\" text-anchor=\"\(anchor)\" fill=\"\(soft)\"\(place % 2 == 1 ? " class=\"alt\"" as HTML : "")>\(percent(share * top))</text>"
    }
    return "<svg aria-hidden=\"true\">\(marks)</svg>"
  }

  /// Both sides of a partnership on one scale: filled for us, a ring for them.
  static func sides(_ row: TwoSides.Row) -> HTML {
    func x(_ place: Double) -> String { fixed(3 + place * 94, places: 2) + "%" }
    let colour = row.isApart ? alarm : tie
    let between: HTML? = row.oursAt.flatMap { ours in
      row.theirsAt.map {
        "<line x1=\"\(x(ours))\" y1=\"14\" x2=\"\(x($0))\" y2=\"14\" stroke=\"\(colour)\" stroke-width=\"2\"/>"
      }
    }
    let ours: HTML? = row.oursAt.map {
      "<circle cx=\"\(x($0))\" cy=\"14\" r=\"4\" fill=\"\(ink)\"/>"
    }
    let theirs: HTML? = row.theirsAt.map {
      "<circle cx=\"\(x($0))\" cy=\"14\" r=\"7\" fill=\"none\" stroke=\"\(ink)\" stroke-width=\"2\"/>"
    }
    return
      "<svg aria-hidden=\"true\"><line x1=\"3%\" y1=\"14\" x2=\"97%\" y2=\"14\" stroke=\"\(rule)\"/>\(between)\(theirs)\(ours)</svg>"
  }

  static let scale: HTML = {
    let marks = (1...4).html { step in
      "<text x=\"\(fixed(3 + Double(step - 1) / 3 * 94, places: 1))%\" y=\"13\" font-size=\"12\" text-anchor=\"middle\" fill=\"\(soft)\">\(step)</text>"
    }
    return "<svg aria-hidden=\"true\">\(marks)</svg>"
  }()
}
