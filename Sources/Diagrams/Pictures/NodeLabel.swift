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

  static let tagSize = 9.0
  static let tagHeight = 14.0
  static let letterWidth = 13.0

  init(_ node: MapPicture.Node, scale: Double, tone: Tone = .colour) {
    let isPartner = node.kind == .partner
    size = (isPartner ? max(9 * scale, 9) : 9.5 * scale)
    leading = 11.5 * scale
    // The number stays with the last word of the name.
    let text = node.people.map { "\(node.title)\u{A0}·\u{A0}\(counted($0))" } ?? node.title
    lines =
      TextRuler.wrap(text, size, .medium, room: (isPartner ? 84 : 96) * scale, lines: 3)
      + (node.note.map { [$0] } ?? [])
    alarm = node.alarm
    letter = tone == .mono && !node.isQuiet ? node.kind.letter : ""
    let size = size
    let widest = lines.map { TextRuler.width($0, size, .medium) }.max() ?? 0
    let own = max(34, widest + (node.kind == .primary || isPartner ? 20 : 14) * scale)
    width = own + (letter.isEmpty ? 0 : Self.letterWidth)
    height = Double(lines.count) * leading + 8 * scale
    let ring = alarm == nil ? 0.0 : 8
    fullWidth = max(width + ring, alarm.map { TextRuler.width($0, Self.tagSize, .bold) + 10 } ?? 0)
    fullHeight = height + ring + (alarm == nil ? 0 : Self.tagHeight - 1)
  }
}
