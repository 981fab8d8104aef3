import GraphEngine
import Intake
public import Networks

/// What a setting or an option takes: how it is read, what range it has, and what to write instead of something else.
///
/// weft.toml, the environment and the options of commands are all checked by this.
public struct Kind<Value: Sendable>: Sendable {
  /// What is taken, as the table of settings says it, such as "a number from 3 to 10".
  public let range: String
  /// What to do, in the words of weft.toml; begins in lower case.
  let writtenAdvice: String
  /// What to do on the command line and in the environment.
  let typedAdvice: String
  /// Reads a value of weft.toml; `nil` when it does not fit.
  let written: @Sendable (Toml.Content) -> Value?
  /// Reads a text as it is typed after an option or held by the environment; `nil` when it does not fit.
  public let typed: @Sendable (String) -> Value?
  /// What is wrong with a text that nearly fits, in the place of the advice.
  var flaw: @Sendable (String) -> String? = { _ in nil }

  /// What is wrong with a text typed for an option, or `nil` when it fits.
  public func mistake(_ option: String, _ text: String) -> String? {
    if typed(text) != nil { return nil }
    return
      "\(option) \(plainInt(text) == nil ? shown(text) : text): \(flaw(text) ?? typedAdvice)."
  }
}

extension Kind where Value == Int {
  /// A whole number.
  ///
  /// - Parameter ends: what to call the ends of the range, where the numbers alone do not tell.
  public static func whole(_ range: ClosedRange<Int>, _ ends: String? = nil) -> Kind {
    let all =
      if let ends {
        "a number from \(ends)"
      } else if range.upperBound < .max {
        "a number from \(counted(range.lowerBound)) to \(counted(range.upperBound))"
      } else {
        range.lowerBound == 1
          ? "a number above 0" : "a number from \(counted(range.lowerBound)) upwards"
      }
    return Kind(
      range: all, writtenAdvice: "write \(all)", typedAdvice: "write \(all)",
      written: { content in
        guard case .whole(let number) = content, range.contains(number) else { return nil }
        return number
      },
      typed: { text in plainInt(text).flatMap { range.contains($0) ? $0 : nil } })
  }
}

/// A whole number as anybody types it: digits, a minus in front at most.
private func plainInt(_ text: String) -> Int? {
  text.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: "-") } ? Int(text) : nil
}

extension Kind where Value == Double {
  /// A number that is finite.
  public static func number(_ range: ClosedRange<Double>, _ words: String) -> Kind {
    @Sendable func within(_ number: Double?) -> Double? {
      number.flatMap { $0.isFinite && range.contains($0) ? $0 : nil }
    }
    return Kind(
      range: words, writtenAdvice: "write \(words)", typedAdvice: "write \(words)",
      written: { content in
        switch content {
        case .whole(let number): within(Double(number))
        case .number(let number): within(number)
        default: nil
        }
      },
      typed: { text in
        // No hexadecimal, no nan, no inf.
        text.utf8.allSatisfy { (48...57).contains($0) || "+-.eE".utf8.contains($0) }
          ? within(Double(text)) : nil
      })
  }
}

extension Kind where Value == Bool {
  public static let truth = Kind(
    range: "true or false", writtenAdvice: "write true or false",
    typedAdvice: "write true or false",
    written: { content in
      if case .truth(let truth) = content { truth } else { nil }
    },
    typed: { ["true": true, "yes": true, "1": true, "false": false, "no": false, "0": false][$0] })
}

extension Kind where Value == String {
  /// The longest text, in characters.
  static var longest: Int { 200 }

  /// A text of one line.
  public static let text = Kind(
    range: "a text of 1 to \(longest) characters",
    writtenAdvice: "write a text in quotes, of one line and at most \(longest) characters",
    typedAdvice: "write a text of one line and at most \(longest) characters",
    written: { content in
      if case .text(let text) = content { line(text) } else { nil }
    }, typed: line)

  /// A text that is not blank and has no sign that cannot be seen.
  private static func line(_ text: String) -> String? {
    trimmed(text).isEmpty || text.count > longest || visible(text) != text ? nil : text
  }
}

extension Kind where Value == [String] {
  /// A list of texts; as it is typed, parted by commas.
  public static let texts = Kind(
    range: "a list of texts",
    writtenAdvice: "write a list such as [\"school\", \"hub\"], each name once",
    typedAdvice: "write names with commas between, as in school,hub, each name once",
    written: { content in
      guard case .list(let items) = content else { return nil }
      return several(items.map { Kind<String>.text.written($0) })
    },
    typed: { text in
      several(
        text.split(separator: ",", omittingEmptySubsequences: false).map {
          Kind<String>.text.typed(trimmed(String($0)))
        })
    })

  private static func several(_ texts: [String?]) -> [String]? {
    let whole = texts.compactMap(\.self)
    let isSound =
      !whole.isEmpty && whole.count == texts.count && Set(whole.map(folded)).count == whole.count
    return isSound ? whole : nil
  }
}

extension Kind where Value == Period {
  /// A day, a stretch of days, or all of time.
  public static let period: Kind = {
    func advice(_ quote: String) -> String {
      "write a day such as \(quote)2026-11-01\(quote), a stretch such as \(quote)2025-09-01/2026-07-31\(quote), or \(quote)all\(quote)"
    }
    return Kind(
      range: "a day, a stretch of days, or \"all\"", writtenAdvice: advice("\""),
      typedAdvice: advice(""),
      written: { content in
        switch content {
        case .text(let text), .day(let text): Period(typed: text)
        default: nil
        }
      }, typed: { Period(typed: $0) },
      flaw: { text in
        let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard ends.count == 2, let first = readDay(ends[0]), let last = readDay(ends[1]),
          last < first
        else { return nil }
        return "it ends before it begins; write \(ends[1])/\(ends[0])"
      })
  }()
}

extension Kind where Value == Day {
  /// A day.
  ///
  /// - Parameter example: one that fits where it is asked for.
  public static func day(_ example: String) -> Kind {
    Kind(
      range: "a day", writtenAdvice: "write a day such as \"\(example)\"",
      typedAdvice: "write a day such as \(example)",
      written: { content in
        switch content {
        case .text(let text), .day(let text): readDay(text)
        default: nil
        }
      }, typed: { readDay($0) })
  }
}

extension Kind {
  /// One word of several.
  ///
  /// - Parameter signs: other ways to write them.
  public static func choice(
    _ words: [(word: String, value: Value)], also signs: [String: Value] = [:]
  ) -> Kind {
    let known = Dictionary(words.map { ($0.word, $0.value) }) { first, _ in first }
    @Sendable func read(_ text: String) -> Value? { known[text] ?? signs[text] }
    let names = words.map(\.word)
    let inQuotes = listed(names.map { "\"\($0)\"" }, and: "or")
    return Kind(
      range: inQuotes, writtenAdvice: "write \(inQuotes)",
      typedAdvice: "write \(listed(names, and: "or"))",
      written: { content in
        if case .text(let text) = content { read(text) } else { nil }
      }, typed: { read($0) ?? read($0.lowercased()) })
  }

  /// One word of several, as a type lists them.
  public static func choice() -> Kind
  where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    choice(Value.allCases.map { ($0.rawValue, $0) })
  }
}

extension Period {
  /// A period as it is typed: a day, `FIRST/LAST` with either left out, or `all`.
  public init?(typed text: String) {
    if text == "all" {
      self = .all
      return
    }
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch ends.count {
    case 1:
      guard let only = readDay(ends[0]) else { return nil }
      self.init(on: only)
    case 2:
      let (first, last) = (readDay(ends[0]), readDay(ends[1]))
      guard first != nil || ends[0].isEmpty, last != nil || ends[1].isEmpty else { return nil }
      guard first != nil || last != nil else { return nil }
      if let first, let last, last < first { return nil }
      self.init(first: first, last: last)
    default: return nil
    }
  }
}
