import Networks

/// The words of a node, broken into lines, and the size they need.
struct NodeLabel: Sendable {
  let lines: [String]
  let alarm: String?
  /// The letter before the words where there is no colour.
  let letter: String
  /// The size of type, and the distance between lines.
  let size: Double
  let leading: Double
  /// The box alone.
  let width: Double
  let height: Double
  /// Box, ring and words below it.
  let fullWidth: Double
  let fullHeight: Double

  /// Codes under the box, in rows, and the number of partners after the last.
  let chips: [[MapPicture.Chip]]
  let partners: Int
  /// What stands under the box: codes, then the words of an alarm.
  let chipsHeight: Double

  /// The size of type, the width of a line and how many there are, at a scale of 1.
  private static let size = 9.5
  private static func room(_ kind: NodeClass) -> Double {
    kind == .partner ? 84 : kind == .central ? 130 : 96
  }
  private static func lines(_ kind: NodeClass) -> Int { kind == .partner ? 3 : 4 }

  /// Whether the node's name and number have more lines than a box takes.
  static func isCut(_ node: MapPicture.Node) -> Bool {
    let name = node.shortTitle ?? node.title
    let text = node.people.map { "\(name)\u{A0}·\u{A0}\(counted($0))" } ?? name
    return TextRuler.wrap(text, size, .medium, room: room(node.kind)).count > lines(node.kind)
  }

  /// What a name has room for beside its number.
  static func nameRoom(_ kind: NodeClass) -> GroupLabels.Room {
    GroupLabels.Room(width: room(kind), size: size, weight: .medium, lines: lines(kind) - 1)
  }

  static let chipSize = 8.5
  static let chipHeight = 13.0
  static let tagSize = 9.0
  static let tagHeight = 14.0
  static let letterWidth = 13.0

  init(_ node: MapPicture.Node, scale: Double, tone: Tone = .colour) {
    let isPartner = node.kind == .partner
    size = (isPartner ? max(9 * scale, 9) : Self.size * scale)
    leading = 11.5 * scale
    // The number stays with the last word of the name.
    let name = node.shortTitle ?? node.title
    let text = node.people.map { "\(name)\u{A0}·\u{A0}\(counted($0))" } ?? name
    lines =
      TextRuler.wrap(
        text, size, .medium, room: Self.room(node.kind) * scale,
        lines: Self.lines(node.kind))
      + (node.note.map { [$0] } ?? [])
    alarm = node.alarm
    letter = tone == .mono && !node.isQuiet ? node.kind.letter : ""
    let size = size
    let widest = lines.map { TextRuler.width($0, size, .medium) }.max() ?? 0
    let own = max(34, widest + (node.kind == .primary || isPartner ? 20 : 14) * scale)
    width = own + (letter.isEmpty ? 0 : Self.letterWidth)
    height = Double(lines.count) * leading + 8 * scale
    let ring = alarm == nil ? 0.0 : 8
    partners = node.partners
    let rows = Self.rows(node.chips, node.partners, room: max(width + 8, 150))
    chips = rows
    chipsHeight = rows.isEmpty ? 0 : Double(rows.count) * Self.chipHeight + 2
    let widestRow =
      rows.enumerated().map { index, row in
        Self.width(row, index == rows.count - 1 ? node.partners : 0)
      }.max() ?? 0
    fullWidth = max(
      width + ring, widestRow, alarm.map { TextRuler.width($0, Self.tagSize, .bold) + 10 } ?? 0)
    fullHeight = height + ring + chipsHeight + (alarm == nil ? 0 : Self.tagHeight - 1)
  }

  static func width(_ chip: MapPicture.Chip) -> Double {
    TextRuler.width(chip.code, chipSize, .medium) + 6
  }
  static func width(partners: Int) -> Double {
    partners == 0 ? 0 : max(18, TextRuler.width("\(partners)", chipSize, .medium) + 12)
  }
  static func width(_ row: [MapPicture.Chip], _ partners: Int) -> Double {
    let widths = row.map(width) + (partners == 0 ? [] : [width(partners: partners)])
    return widths.reduce(0, +) + 2 * Double(max(0, widths.count - 1))
  }

  /// Codes in as many rows as a box's width needs.
  private static func rows(
    _ chips: [MapPicture.Chip], _ partners: Int, room: Double
  ) -> [[MapPicture.Chip]] {
    guard !chips.isEmpty || partners > 0 else { return [] }
    var rows: [[MapPicture.Chip]] = [[]]
    for chip in chips {
      if !rows[rows.count - 1].isEmpty, width(rows[rows.count - 1] + [chip], 0) > room {
        rows.append([])
      }
      rows[rows.count - 1].append(chip)
    }
    if let last = rows.last, !last.isEmpty, width(last, partners) > room { rows.append([]) }
    return rows
  }

  /// How far the middle of the box stands above that of the box with all that belongs to it.
  var lift: Double { (chipsHeight + (alarm == nil ? 0 : Self.tagHeight - 1)) / 2 }

  /// The box alone inside the room it was given with ring, codes and words.
  func box(full: Rect) -> Rect {
    Rect(middle: Point(full.middle.x, full.middle.y - lift), width: width, height: height)
  }

  /// The middle of the whole, given that of the box.
  func full(middle: Point) -> Point { Point(middle.x, middle.y + lift) }
}

extension MapPicture {
  /// Gives a name that would lose its end one that tells the group from every other.
  mutating func shortenNames(by labels: GroupLabels) {
    let long = nodes.indices.filter { NodeLabel.isCut(nodes[$0]) }
    for kind in Set(long.map { nodes[$0].kind }) {
      let short = labels.fitting(
        nodes.map { ($0.title, $0.kind) }, NodeLabel.nameRoom(kind), .short)
      for node in long where nodes[node].kind == kind { nodes[node].shortTitle = short[node] }
    }
  }
}
