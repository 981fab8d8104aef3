import Networks

/// People by the other columns that tell one from another: addresses, employee numbers, user names.
struct PersonNumbers {
  /// Whom each value stands for and under which heading; -1 for several people.
  private var byValue: [String: (person: Int32, heading: String)] = [:]

  init(_ people: People, emails: [String]) {
    func note(_ value: String, _ person: Int, _ heading: String) {
      let key = Self.key(value)
      guard key.count > 1 else { return }
      let known = byValue[key]
      byValue[key] =
        known == nil || known?.person == Int32(person)
        ? (Int32(person), known?.heading ?? heading) : (-1, heading)
    }
    for (person, email) in emails.enumerated() { note(email, person, "email") }
    for column in people.attributes where Self.identifies(column.name) {
      // A column in which many share a value tells nobody from anybody.
      let filled = column.codes.count { $0 >= 0 }
      guard column.values.count * 10 >= filled * 9 else { continue }
      for (person, code) in column.codes.enumerated() where code >= 0 {
        note(column.values[Int(code)], person, column.name)
      }
    }
  }

  /// The person with a number or address, and the column it stands in.
  func find(_ text: String) -> (person: Int32, heading: String)? {
    byValue[Self.key(text)].flatMap { $0.person < 0 ? nil : $0 }
  }

  private static func key(_ text: String) -> String {
    var text = trimmed(text).lowercased()
    if text.hasPrefix("mailto:") { text.removeFirst(7) }
    return text
  }

  /// Whether a heading says that a column tells people from one another.
  static func identifies(_ heading: String) -> Bool {
    let key = folded(heading)
    guard !others.contains(where: key.contains) else { return false }
    return marks.contains(where: key.contains) || key.hasSuffix("id") || key.hasSuffix("no")
      || key.hasSuffix("no.")
      || key.hasSuffix("ref")
  }

  private static let marks = [
    "number", "payroll", "employee", "username", "userid", "login", "staffcode", "identifier",
    "email", "mail", "upn",
    "trn", "reference", "account",
  ]
  private static let others = [
    "phone", "mobile", "tel", "room", "house", "post", "address", "fax", "car", "vehicle",
    "extension", "cost",
    "school", "department", "dept", "team", "grade", "pay scale", "class", "year", "trust", "hub",
    "region", "hours",
    "fte", "parent", "manager", "numberof", "covid",
  ]
}

/// Ids that a spreadsheet may have changed: zeros lost from the front, or .0 put behind.
struct ChangedIds {
  private var byNumber: [String: [String]] = [:]

  init(_ ids: some Sequence<String>) {
    for id in ids { if let key = Self.number(id) { byNumber[key, default: []].append(id) } }
  }

  /// The one id that is the same number as a text, written otherwise.
  func original(of text: String) -> String? {
    guard let key = Self.number(text), let ids = byNumber[key], ids.count == 1, ids[0] != text
    else { return nil }
    return ids[0]
  }

  /// The one id that a text such as 1E+05 is, rounded to the digits that it shows.
  func unrounded(_ text: String) -> String? {
    let parts = text.lowercased().split(separator: "e+")
    guard parts.count == 2, let value = Double(text), let power = Int(parts[1]), power < 16 else {
      return nil
    }
    let decimals = parts[0].split(separator: ".").dropFirst().first?.utf8.count ?? 0
    let step = (0..<max(0, power - decimals)).reduce(1.0) { step, _ in step * 10 }
    let near = byNumber.filter { number, _ in
      Double(number).map { abs($0 - value) <= step / 2 } ?? false
    }.flatMap(\.value)
    return near.count == 1 ? near[0] : nil
  }

  /// The digits that count, where a text has no others.
  private static func number(_ text: String) -> String? {
    var digits = Substring(text)
    for ending in [".00", ".0"] where digits.hasSuffix(ending) {
      digits = digits.dropLast(ending.count)
    }
    guard !digits.isEmpty, digits.utf8.allSatisfy(Values.isDigit) else { return nil }
    let counting = digits.drop { $0 == "0" }
    return counting.isEmpty ? "0" : String(counting)
  }
}
