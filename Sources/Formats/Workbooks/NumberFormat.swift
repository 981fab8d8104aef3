import Networks

/// How a spreadsheet shows the number in a cell, as far as it changes what the number means.
enum NumberFormat: Equatable {
  case general
  case day
  case time
  /// So many digits at least, with zeros before: 0000 shows 12 as 0012.
  case padded(Int)

  /// - Parameters:
  ///   - id: the number of a format that every workbook knows.
  ///   - code: the format where the workbook defines it.
  init(id: Int, code: String?) {
    guard let code else {
      switch id {
      case 14...17, 22, 27...31, 34...36, 50...58: self = .day
      case 18...21, 32, 33, 45...47: self = .time
      default: self = .general
      }
      return
    }
    // Colours, text in quotes and conditions mean nothing here; elapsed time such as [h] does.
    var plain = ""
    var (isQuoted, isBracketed, isEscaped) = (false, false, false)
    for sign in code.lowercased().prefix(200) {
      if isEscaped { isEscaped = false; continue }
      switch sign {
      case "\"": isQuoted.toggle()
      case _ where isQuoted: break
      case "[": isBracketed = true
      case "]": isBracketed = false
      case _ where isBracketed: if "hms".contains(sign), plain.isEmpty { plain += "h" }
      case "\\", "_", "*": isEscaped = true
      default: plain.append(sign)
      }
    }
    plain =
      plain.split(separator: ";", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    if plain.count > 1, plain.allSatisfy({ $0 == "0" }) {
      self = .padded(plain.count)
    } else if plain.contains("general") {
      self = .general
    } else if plain.contains("y") || plain.contains("d") || plain.contains("mmm") {
      self = .day
    } else if plain.contains("h") || plain.contains("s") {
      self = .time
    } else {
      self = .general
    }
  }

  /// What stands for a number in a table of text.
  func shown(_ number: [UInt8], is1904: Bool) -> (bytes: [UInt8], kind: CellKind) {
    switch self {
    case .general:
      let isPlain = number.count <= 15 && number.allSatisfy { (0x30...0x39).contains($0) }
      return (isPlain ? number : shortest(number), .number)
    case .padded(let digits):
      guard let value = wholeNumber(number) else { return (shortest(number), .number) }
      let text = String(value)
      return (
        Array((String(repeating: "0", count: max(0, digits - text.count)) + text).utf8), .text
      )
    case .day, .time:
      guard let value = Double(String(decoding: number, as: UTF8.self)), value >= 0,
        value < 2_958_466
      else { return (shortest(number), .number) }
      let whole = Int(value.rounded(.down)) + (is1904 ? 1462 : 0)
      let seconds = Int(((value - value.rounded(.down)) * 86_400).rounded())
      let clock = Self.clock(seconds)
      guard self == .day || whole > 366, let day = Self.day(whole) else {
        return (Array(clock.utf8), .text)
      }
      return (Array((seconds > 0 && seconds < 86_400 ? "\(day) \(clock)" : "\(day)").utf8), .day)
    }
  }

  /// The day of a serial number; before March 1900 Excel counts a day that never was.
  private static func day(_ serial: Int) -> Day? {
    Day(spreadsheetSerial: serial < 60 ? serial + 1 : serial)
  }

  private static func clock(_ seconds: Int) -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }
}

/// A number in its shortest form: 0.1 for 0.10000000000000001, 12 for 12.0; as it stands where it is none.
func shortest(_ number: [UInt8]) -> [UInt8] {
  guard let value = Double(String(decoding: number, as: UTF8.self)), value.isFinite else {
    return number
  }
  return Array(shortest(value).utf8)
}

/// A number in its shortest form, without an exponent where it is whole.
func shortest(_ value: Double) -> String {
  if value == value.rounded(), value.magnitude < 1e15 { return String(Int(value)) }
  // The fifteen digits that a spreadsheet keeps.
  let scale = 15 - Int(value.magnitude < 1e-300 ? 0 : value.magnitude.exponent) * 3 / 10
  guard (0...15).contains(scale) else { return "\(value)" }
  var power = 1.0
  for _ in 0..<scale { power *= 10 }
  let rounded = (value * power).rounded() / power
  return "\((rounded - value).magnitude <= value.magnitude * 1e-14 ? rounded : value)"
}
