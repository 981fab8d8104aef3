import Intake
import Networks

/// Who is known, and whom a text names: by id, address or name, sure or doubtful.
///
/// Sure is what differs in typography alone: case, accents, apostrophes, hyphens, titles, "Ball, Amy", middle names. A slip, an initial
/// or half a name is doubtful, and somebody has to decide.
struct NameBook {
  enum Match: Equatable {
    case sure(String)
    /// Those it may mean.
    case doubtful([String])
    case unknown

    /// Those it means or may mean.
    var ids: [String] {
      switch self {
      case .sure(let id): [id]
      case .doubtful(let ids): ids
      case .unknown: []
      }
    }
  }

  private(set) var ids: [String] = []
  private var names: [String] = []
  /// The words of each name, and all of them as signs, for comparing.
  private var spelt: [(words: [String], signs: [Unicode.Scalar])] = []
  private var schools: [String] = []
  private var byId: [String: Int] = [:]
  private var byNumber: [String: [Int]] = [:]
  private var byMail: [String: [Int]] = [:]
  private var byName: [String: [Int]] = [:]
  private var byAlias: [String: [Int]] = [:]
  private var byEnds: [String: [Int]] = [:]
  private var bySurname: [String: [Int]] = [:]
  private var byWord: [String: [Int]] = [:]
  /// Ids that several people have in their lists.
  private var byShared: [String: [Int]] = [:]
  private var found: [String: Match] = [:]

  var isEmpty: Bool { ids.isEmpty }
  func name(of id: String) -> String { byId[id].map { names[$0] } ?? id }

  mutating func add(id: String, name: String, email: String = "", school: String = "") {
    guard !id.isEmpty, byId[id] == nil else { return }
    let place = ids.count
    ids.append(id)
    names.append(name.isEmpty ? id : name)
    schools.append(school)
    found = [:]
    byId[id] = place
    let number = id.drop { $0 == "0" }
    if !number.isEmpty, id.allSatisfy({ $0.isASCII && $0.isNumber }) {
      byNumber[String(number), default: []].append(place)
    }
    if id.hasSuffix(".0"), id.dropLast(2).allSatisfy({ $0.isASCII && $0.isNumber }) {
      // A spreadsheet took the number for one with decimals.
      byAlias[String(id.dropLast(2)), default: []].append(place)
    }
    if !email.isEmpty { byMail[email.lowercased(), default: []].append(place) }
    let words = Self.words(name.isEmpty ? id : name)
    spelt.append((words, Array(words.joined(separator: " ").unicodeScalars)))
    guard let first = words.first, let last = words.last else { return }
    byName[words.joined(), default: []].append(place)
    if words.count > 1 { byEnds[first + " " + last, default: []].append(place) }
    bySurname[last, default: []].append(place)
    // Half of a surname of two may be the one somebody goes by.
    for half in Self.halves(name) where half != last {
      bySurname[half, default: []].append(place)
    }
    for other in Self.otherNames(name) { add(name: other, of: id) }
    for word in Set(words) { byWord[word, default: []].append(place) }
  }

  /// Another id of somebody, such as a payroll number beside the one their list goes by.
  mutating func add(alias: String, of id: String) {
    guard let place = byId[id], !alias.isEmpty else { return }
    found = [:]
    byAlias[alias.lowercased(), default: []].append(place)
  }

  /// Another name of somebody, such as a former one or the one they go by.
  mutating func add(name: String, of id: String) {
    let words = Self.words(name)
    guard let place = byId[id], words.count > 1, let first = words.first, let last = words.last
    else { return }
    found = [:]
    if byName[words.joined()]?.contains(place) != true {
      byName[words.joined(), default: []].append(place)
    }
    if byEnds[first + " " + last]?.contains(place) != true {
      byEnds[first + " " + last, default: []].append(place)
    }
  }

  /// An id that a list gives to several people, so that it means none of them for sure.
  mutating func share(_ id: String, by ids: [String]) {
    found = [:]
    let places = ids.compactMap { byId[$0] }
    byShared[id, default: []] += places.filter { !(byShared[id] ?? []).contains($0) }
  }

  /// Those with the name of somebody whose id is no more than their name, where there are several.
  func namesakes(of id: String) -> [String] {
    guard let place = byId[id], names[place] == id else { return [] }
    let places = byName[spelt[place].words.joined()] ?? []
    return places.count > 1 ? places.map { ids[$0] }.sorted() : []
  }

  /// Whoever has exactly this address or name, where it is one person alone.
  func holder(email: String, name: String) -> (byMail: String?, byName: String?) {
    func only(_ match: Match?) -> String? {
      if case .sure(let id) = match { id } else { nil }
    }
    return (
      email.isEmpty ? nil : only(single(byMail[email.lowercased()])),
      name.isEmpty ? nil : only(named(name))
    )
  }

  /// Whom a text names.
  mutating func match(_ text: String) -> Match {
    if let known = found[text] { return known }
    let match = look(text)
    found[text] = match
    return match
  }

  /// Whom an id, an address or a number means; `nil` for anything else.
  private func exact(_ text: String) -> Match? {
    if let match = single(byShared[text]) { return match }
    if let place = byId[text] { return .sure(ids[place]) }
    if let match = single(byMail[text.lowercased()]) { return match }
    if let match = single(byAlias[text.lowercased()]) { return match }
    guard text.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." }), !text.isEmpty else {
      return nil
    }
    // 12 and 12.0 for 0012: a spreadsheet has dropped the zeros.
    let number = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    let plain = String(number.drop { $0 == "0" })
    return byNumber[plain].map {
      $0.count == 1 ? .sure(ids[$0[0]]) : .doubtful($0.map { ids[$0] })
    } ?? .unknown
  }

  private func look(_ raw: String) -> Match {
    let text = cleaned(raw)
    if let match = exact(text) ?? remarked(text) { return match }
    let numbers = rounded(text)
    if !numbers.isEmpty { return .doubtful(numbers) }
    let match = near(text)
    if match == .unknown, let short = Self.short(text) {
      let ids = (named(short) ?? near(short)).ids
      return ids.isEmpty ? .unknown : .doubtful(ids)
    }
    return match
  }

  /// The numbers that a spreadsheet may have made 1E+05 of, where they are few.
  private func rounded(_ text: String) -> [String] {
    let parts = text.lowercased().split(separator: "e+")
    guard parts.count == 2, let value = Double(text), let power = Int(parts[1]), power < 16 else {
      return []
    }
    let decimals = parts[0].split(separator: ".").dropFirst().first?.count ?? 0
    let step = (0..<max(0, power - decimals)).reduce(1.0) { step, _ in step * 10 }
    let near = ids.filter { id in Int(id).map { abs(Double($0) - value) <= step / 2 } ?? false }
    return near.count > 5 ? [] : near.sorted()
  }

  /// What of a text may be a name: an address before its sign, or what stands before a bracket.
  private static func short(_ text: String) -> String? {
    if let sign = text.firstIndex(of: "@") {
      let parts = text[..<sign].split { "._-".contains($0) }
      return parts.count > 1 ? parts.joined(separator: " ") : nil
    }
    return text.firstRange(of: " (").map { String(text[..<$0.lowerBound]) }
  }

  /// Whether a text is the name of one person, with nobody else beside it: "Ball, Amy" and "Sam Lee, Birch" are, "Amy Ball, Sam Lee"
  /// is not.
  func knows(_ raw: String) -> Bool {
    let text = cleaned(raw)
    if text.contains(","), byId[text] == nil { return isOneOfCommas(text) }
    if case .sure = exact(text) ?? remarked(text) { return true }
    return false
  }

  /// Whether a text may be the name of somebody.
  func mayMean(_ text: String) -> Bool { look(text) != .unknown }

  /// Whether a text with commas is "Ball, Amy", or a name with its school.
  private func isOneOfCommas(_ text: String) -> Bool {
    let parts = text.split(separator: ",").map { cleaned(String($0)) }
    guard parts.count == 2 else { return false }
    let isSurname =
      Self.words(parts[0]).count == 1 || byName[Self.words(text).joined()] != nil
    // Two parts that are each somebody are two people.
    if isSurname, !parts.allSatisfy({ named($0) != nil }), case .sure = named(text) { return true }
    guard let match = named(parts[0]) else { return false }
    return match.ids.contains { id in
      byId[id].map { !schools[$0].isEmpty && Self.words(schools[$0]) == Self.words(parts[1]) }
        ?? false
    }
  }

  /// Whom a name with something beside it means: "Ben Cole (Ashby Primary)", "Ben Cole - Head of Maths", "Ben Cole <b.cole@x.org>";
  /// doubtful where what is beside it is somebody else.
  private func remarked(_ text: String) -> Match? {
    if !(text.contains(",") && !isOneOfCommas(text)), let match = named(text) { return match }
    for mark in [" (", " - ", " – ", " <", " [", ", "] {
      guard let cut = text.firstRange(of: mark) else { continue }
      let rest = cleaned(String(text[cut.upperBound...].filter { !")>]".contains($0) }))
      if mark == " <", let match = single(byMail[rest.lowercased()]) { return match }
      guard let match = named(String(text[..<cut.lowerBound])) else { continue }
      let others = beside(rest).subtracting(match.ids)
      if !others.isEmpty { return .doubtful(others.union(match.ids).sorted()) }
      if case .doubtful(let several) = match {
        let there = several.filter { id in
          byId[id].map { Self.words(schools[$0]) == Self.words(rest) && !rest.isEmpty } ?? false
        }
        if there.count == 1 { return .sure(there[0]) }
      }
      return match
    }
    return nil
  }

  /// Those whom what stands beside a name names in full.
  private func beside(_ rest: String) -> Set<String> {
    var found: Set<String> = []
    for part in NameList.loose(rest) where part.contains(where: \.isLetter) {
      if case .sure(let id) = exact(part) ?? named(part) { found.insert(id) }
    }
    return found
  }

  private func single(_ places: [Int]?) -> Match? {
    guard let places, !places.isEmpty else { return nil }
    return places.count == 1 ? .sure(ids[places[0]]) : .doubtful(places.map { ids[$0] }.sorted())
  }

  /// Whom a text names but for its typography.
  private func named(_ text: String) -> Match? {
    let words = Self.words(text)
    guard let first = words.first, let last = words.last else { return nil }
    if let match = single(byName[words.joined()]) { return match }
    // A middle name on one side alone.
    if words.count > 1, first.count > 1, NameList.loose(text).count < 2 || text.contains(","),
      let places = byEnds[first + " " + last]
    {
      let fitting = places.filter { place in
        let known = spelt[place].words
        return words.count == 2 || known.count == 2
      }
      if let match = single(fitting) { return match }
    }
    return nil
  }

  /// Whom a text may mean: by initials, half a name, a short form or with a slip.
  private func near(_ text: String) -> Match {
    let words = Self.words(text)
    // What has digits is a code, and codes differ by one sign as a rule.
    guard let first = words.first, let last = words.last, !text.contains(where: \.isNumber) else {
      return .unknown
    }
    var places: Set<Int> = []
    let forms = ShortNames.others(first)
    if words.count == 1 {
      places.formUnion(byWord[first] ?? [])
      if places.isEmpty { for form in forms { places.formUnion(byWord[form] ?? []) } }
    } else {
      let surnames = [last] + Self.halves(text)
      places.formUnion(
        surnames.flatMap { bySurname[$0] ?? [] }.filter { place in
          spelt[place].words.first.map { known in
            known.first == first.first
              && (known.count == 1 || first.count == 1 || known.hasPrefix(first)
                || first.hasPrefix(known))
              || forms.contains(known)
          } ?? false
        })
      // "Cole Ben", the surname first.
      if words.count == 2 { places.formUnion(byName[last + first] ?? []) }
    }
    // A sentence is nobody's name.
    if places.isEmpty, text.count >= 5, words.count < 7, ids.count <= 20_000 {
      let key = Array(words.joined(separator: " ").unicodeScalars)
      for place in names.indices {
        let other = spelt[place].signs
        if abs(other.count - key.count) <= 2,
          Spelling.distance(key, other, limit: 2) <= (key.count > 7 ? 2 : 1)
        {
          places.insert(place)
        }
      }
    }
    return places.isEmpty || places.count > 5
      ? .unknown : .doubtful(places.map { ids[$0] }.sorted())
  }

  /// The parts of a surname with a hyphen, in plain small letters; none where it has none.
  private static func halves(_ name: String) -> [String] {
    let last =
      name.contains(",") ? name.prefix { $0 != "," } : name.split(separator: " ").last ?? ""
    let parts = last.split { "-‐‑–".contains($0) }.compactMap { words(String($0)).last }
    return parts.count > 1 ? parts.filter { $0.count > 1 } : []
  }

  /// The names within one: those of "Amy Ball (née Stone)" are Amy Ball and Amy Stone, of "Robert \"Bob\" Hill" Bob Hill and Robert Hill.
  private static func otherNames(_ name: String) -> [String] {
    let words = name.split { " ()[],".contains($0) }.map(String.init)
    if let mark = words.firstIndex(where: { word in
      ["nee", "formerly", "previously", "now", "was", "maiden"].contains(
        plainText(word).lowercased().filter(\.isLetter))
    }), mark > 1, mark + 1 < words.count, let first = words.first {
      let rest = words[(mark + 1)...]
      let other = rest.count > 1 ? rest.joined(separator: " ") : "\(first) \(rest.joined())"
      return [words[..<mark].joined(separator: " "), other]
    }
    let isQuote: (Character) -> Bool = { "\"“”".contains($0) }
    guard let open = name.firstIndex(where: isQuote), let close = name.lastIndex(where: isQuote),
      open < close
    else { return [] }
    let (before, after) = (
      trimmed(String(name[..<open])), trimmed(String(name[name.index(after: close)...]))
    )
    let called = trimmed(String(name[name.index(after: open)..<close]))
    guard !before.isEmpty, !after.isEmpty, !called.isEmpty else { return [] }
    return ["\(before) \(after)", "\(called) \(after)"]
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "rev", "revd", "fr", "dame",
  ]

  /// The words of a name in plain small letters, first names first, without titles.
  static func words(_ name: String) -> [String] {
    var name = name
    if let comma = name.firstIndex(of: ","), !name[name.index(after: comma)...].contains(",") {
      name = name[name.index(after: comma)...] + " " + name[..<comma]
    }
    let letters = plainText(name).lowercased()
    let words = letters.split { !($0.isLetter || $0.isNumber || "'’‘`´-‐‑–.".contains($0)) }.map {
      word in
      String(word.filter { $0.isLetter || $0.isNumber })
    }.filter { !$0.isEmpty }
    let plain = words.filter { !titles.contains($0) }
    return plain.isEmpty ? words : plain
  }
}
