import Foundation
import Networks

/// Text as Weft keeps it: composed (NFC), without control and invisible characters, and with no more marks on a letter than any
/// script needs.
struct CleanText {
  let text: String
  /// The first control character left out, written as U+001B.
  let control: String?
  /// The first invisible or bidirectional character left out, written as U+200B.
  let invisible: String?
  /// The first mark that was one too many on its letter.
  let mark: String?

  init(_ raw: String) {
    var control: String?
    var invisible: String?
    var mark: String?
    var kept = String.UnicodeScalarView()
    var scan = UnseenScan()
    for scalar in raw.unicodeScalars {
      let sight = scan.next(scalar)
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: kept.append(" ")
      case 0..<0x20, 0x7F..<0xA0: control = control ?? Self.named(scalar)
      case _ where sight == .plain || Self.isKept(scalar, after: kept.last): kept.append(scalar)
      case _ where sight == .unseen: invisible = invisible ?? Self.named(scalar)
      default: mark = mark ?? Self.named(scalar)
      }
    }
    text = trimmed(String(kept)).precomposedStringWithCanonicalMapping
    self.control = control
    self.invisible = invisible
    self.mark = mark
  }

  /// Whether a character that is not seen belongs to a text all the same: a joiner where a script needs it, a letter of one's own.
  private static func isKept(_ scalar: Unicode.Scalar, after last: Unicode.Scalar?) -> Bool {
    switch scalar.properties.generalCategory {
    case .privateUse: true
    case .unassigned:
      scalar.value & 0xFFFE != 0xFFFE && !(0xFDD0...0xFDEF).contains(scalar.value)
        && !scalar.properties.isDefaultIgnorableCodePoint
    default: [0x200C, 0x200D].contains(scalar.value) && (last?.value ?? 0) >= 0x300
    }
  }

  private static func named(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// Text in its plainest letters: without accents and what cannot be seen, wide and styled letters as plain ones, and letters of other
/// scripts that look like Latin ones as those.
func plainLetters(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  var plain = String.UnicodeScalarView()
  for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: continue
    default:
      guard scalar.value < 0x80 || !UnseenScan.isUnseen(scalar) else { continue }
      plain.append(lookalikes[scalar] ?? scalar)
    }
  }
  return String(plain)
}

private let lookalikes: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
  zip(
    "\u{430}\u{435}\u{43E}\u{440}\u{441}\u{443}\u{445}\u{456}\u{458}\u{455}\u{410}\u{412}\u{415}\u{41A}\u{41C}\u{41D}\u{41E}\u{420}\u{421}\u{422}\u{425}\u{406}\u{391}\u{392}\u{395}\u{396}\u{397}\u{399}\u{39A}\u{39C}\u{39D}\u{39F}\u{3A1}\u{3A4}\u{3A5}\u{3A7}\u{3BF}\u{131}\u{142}\u{F8}"
      .unicodeScalars,
    "aeopcyxijsABEKMHOPCTXIABEZHIKMNOPTYXoilo".unicodeScalars),
  uniquingKeysWith: { first, _ in first })

/// A text in its plainest letters, for comparing names: without accents and signs that cannot be seen.
public func plainText(_ text: String) -> String { plainLetters(text) }
