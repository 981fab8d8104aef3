import Foundation
import Networks

/// Text as Weft keeps it: composed (NFC), without control and invisible characters.
struct CleanText {
  let text: String
  /// The first control character left out, written as U+001B.
  let control: String?
  /// The first invisible or bidirectional character left out, written as U+200B.
  let invisible: String?

  init(_ raw: String) {
    var control: String?
    var invisible: String?
    var kept = String.UnicodeScalarView()
    for scalar in raw.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: kept.append(" ")
      case 0..<0x20, 0x7F..<0xA0: control = control ?? Self.named(scalar)
      case 0xAD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064,
        0x2066...0x206F, 0xFEFF, 0xFFF9...0xFFFB:
        invisible = invisible ?? Self.named(scalar)
      default: kept.append(scalar)
      }
    }
    text = trimmed(String(kept)).precomposedStringWithCanonicalMapping
    self.control = control
    self.invisible = invisible
  }

  private static func named(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
