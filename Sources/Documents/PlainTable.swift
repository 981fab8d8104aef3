import Networks

extension Table {
  /// The table as aligned text for a terminal or a page in a fixed type.
  public var alignedText: String {
    let texts = [columns.map(\.heading)] + rows.map { $0.map(\.shown) }
    let widths = columns.indices.map { column in texts.map { width($0[column]) }.max() ?? 0 }
    return texts.map { row in
      var line = ""
      for (column, text) in row.enumerated() {
        let gap = String(repeating: " ", count: widths[column] - width(text))
        line += column == 0 ? "" : "  "
        line += columns[column].isNumeric ? gap + text : text + gap
      }
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n") + "\n"
  }

  /// The table with one tab between cells and no header, for other programs.
  public var tabbedText: String {
    rows.map { row in
      row.map { $0.full.replacing("\t", with: " ").replacing("\n", with: " ") }
        .joined(separator: "\t") + "\n"
    }.joined()
  }

  /// How many cells of a terminal a text takes: wide characters two, marks none.
  private func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.value {
      case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: sum
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        sum + 2
      default: sum + 1
      }
    }
  }
}

extension Table.Cell {
  /// The cell as people read it.
  public var shown: String {
    switch self {
    case .text(let text): visible(text)
    case .count(let value): counted(value)
    case .number(let value, 0) where abs(value) < 1e15: counted(Int(value.rounded()))
    case .number(let value, let places): fixed(value, places: places)
    case .share(let value): percent(value)
    case .signed(let value): Networks.signed(value)
    case .undefined(let reason): "- (\(reason))"
    case .suppressed: "c"
    case .empty: ""
    }
  }

  /// The cell as files hold it: numbers in full, nothing where there is no value.
  public var full: String {
    switch self {
    case .text(let text): visible(text)
    case .count(let value): String(value)
    case .number(let value, _), .share(let value), .signed(let value): exact(value)
    case .undefined, .empty: ""
    case .suppressed: "c"
    }
  }
}

/// A number in full, without an exponent where that is short enough, and never "-0".
public func exact(_ value: Double) -> String {
  guard value.isFinite else { return "" }
  if value == 0 { return "0" }
  if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
  let text = String(value)
  guard let mark = text.utf8.firstIndex(of: 0x65), abs(value) < 1, abs(value) > 1e-12 else {
    return text
  }
  let digits = text[..<mark].filter(\.isNumber)
  let exponent = Int(text[text.index(after: mark)...]) ?? 0
  return (value < 0 ? "-" : "") + "0." + String(repeating: "0", count: -exponent - 1) + digits
}
