import CPango
import Networks
import Synchronization

/// The weights of type that figures use.
public enum TypeWeight: Int, Sendable {
  case regular = 400
  case medium = 500
  case bold = 700
}

/// Measures text with the font that draws it, since a guess makes labels overflow.
public enum TextRuler {
  /// The family that every figure is set in.
  public static let family = "Inter"

  /// The family that the machine has under that name; another name means that it is missing.
  public static var familyFound: String? { ruler.withLock { $0.family(Self.family) } }

  /// The width of a line of text in points.
  public static func width(_ text: String, _ size: Double, _ weight: TypeWeight = .regular)
    -> Double
  {
    ruler.withLock { $0.width(text, size, weight) }
  }

  /// Breaks a text into lines no wider than `room`, at spaces, and within words that are too long.
  ///
  /// - Parameter lines: the most lines; what does not fit is cut and ends in an ellipsis.
  public static func wrap(
    _ text: String, _ size: Double, _ weight: TypeWeight = .regular, room: Double, lines: Int = .max
  ) -> [String] {
    var result: [String] = []
    var line = ""
    var words = pieces(text)
    while !words.isEmpty {
      let word = words.removeFirst()
      if word.isEmpty { continue }
      let longer = line.isEmpty ? word : line + " " + word
      if joined(longer, size, weight) <= room {
        line = longer
        continue
      }
      if !line.isEmpty {
        result.append(line)
        line = ""
        words.insert(word, at: 0)
      } else if word.contains(joint) {
        // A day wider than the room breaks as other words do.
        words.insert(contentsOf: word.split(separator: Character(joint)).map(String.init), at: 0)
      } else {
        // A word wider than the room: as many letters as fit, then the rest.
        let fitting = fittingPrefix(of: word, size, weight, room)
        result.append(fitting)
        words.insert(String(word.dropFirst(fitting.count)), at: 0)
      }
    }
    if !line.isEmpty { result.append(line) }
    result = result.map { $0.replacing(joint, with: " ") }
    guard result.count > lines, lines > 0 else { return result }
    var last = result[lines - 1]
    while !last.isEmpty, width(last + "…", size, weight) > room { last.removeLast() }
    return result.prefix(lines - 1) + [trimmed(last) + "…"]
  }

  /// What stands between words that stay on one line.
  private static let joint = "\u{E000}"

  /// The width of a line whose joined words stand apart as others do.
  private static func joined(_ line: String, _ size: Double, _ weight: TypeWeight) -> Double {
    width(line.contains(joint) ? line.replacing(joint, with: " ") : line, size, weight)
  }

  private static let months: Set<String> = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The words of a text, a day in one piece: "5 November 2026".
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    for word in text.split(separator: " ").map(String.init) {
      let isYear = word.filter(\.isNumber).count == 4 && word.first?.isNumber == true
      let last = pieces.last?.split(separator: Character(joint)).last.map(String.init) ?? ""
      let followsDay = last.count < 3 && !last.isEmpty && last.allSatisfy(\.isNumber)
      let month = word.filter(\.isLetter)
      if followsDay && months.contains(month) || months.contains(last) && isYear,
        let before = pieces.popLast()
      {
        pieces.append(before + joint + word)
      } else {
        pieces.append(word)
      }
    }
    return pieces
  }

  /// Breaks a text into as few lines as it needs, all of about the same length.
  public static func balanced(
    _ text: String, _ size: Double, _ weight: TypeWeight = .regular, room: Double, lines: Int = .max
  ) -> [String] {
    let widest = wrap(text, size, weight, room: room, lines: lines)
    guard widest.count > 1 else { return widest }
    var (low, high) = (room * 0.4, room)
    while high - low > 4 {
      let middle = (low + high) / 2
      if wrap(text, size, weight, room: middle, lines: lines == .max ? .max : lines + 1).count
        <= widest.count
      {
        high = middle
      } else {
        low = middle
      }
    }
    let result = wrap(text, size, weight, room: high, lines: lines)
    // A text that is cut is cut as late as possible.
    return result.last?.hasSuffix("…") == true ? widest : result
  }

  private static func fittingPrefix(
    of word: String, _ size: Double, _ weight: TypeWeight, _ room: Double
  ) -> String {
    var length = word.count
    while length > 1, width(String(word.prefix(length)), size, weight) > room {
      length = max(1, length * 3 / 4)
    }
    while length < word.count, width(String(word.prefix(length + 1)), size, weight) <= room {
      length += 1
    }
    // After a hyphen, where there is one.
    let fitting = word.prefix(max(1, length))
    let hyphen = fitting.dropFirst().lastIndex(of: "-")
    return hyphen.map { String(fitting[...$0]) } ?? String(fitting)
  }

  private static let ruler = Mutex(Ruler())
}

/// A layout of Pango's, and the widths it has measured.
@safe private final class Ruler {
  private let layout: OpaquePointer
  private var known: [String: Double] = [:]

  init() {
    guard let layout = unsafe cpg_layout() else { preconditionFailure("Pango makes a layout") }
    unsafe self.layout = layout
  }

  func width(_ text: String, _ size: Double, _ weight: TypeWeight) -> Double {
    let key = "\(weight.rawValue) \(size) \(text)"
    if let width = known[key] { return width }
    let width = unsafe cpg_width(layout, TextRuler.family, Int32(weight.rawValue), size, text)
    if known.count > 20_000 { known = [:] }
    known[key] = width
    return width
  }

  func family(_ name: String) -> String? {
    guard let found = unsafe cpg_family(layout, name) else { return nil }
    defer { unsafe g_free(found) }
    return unsafe String(cString: found)
  }
}

extension Ruler: @unchecked Sendable {}  // Used under one lock only.
