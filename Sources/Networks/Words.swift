/// A whole number with thousands parted by commas, such as "3,200".
public func counted(_ value: Int) -> String {
  var digits = String(value.magnitude)
  var parts: [Substring] = []
  while digits.count > 3 {
    parts.insert(digits.suffix(3), at: 0)
    digits = String(digits.dropLast(3))
  }
  parts.insert(digits[...], at: 0)
  return (value < 0 ? "-" : "") + parts.joined(separator: ",")
}

/// A number and its noun: "1 tie", "3,200 ties".
public func counted(_ value: Int, _ singular: String, _ plural: String? = nil) -> String {
  "\(counted(value)) \(value == 1 ? singular : plural ?? singular + "s")"
}

/// A small number in words up to twelve, then in figures.
public func inWords(_ value: Int) -> String {
  let words = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]
  return words.indices.contains(value) ? words[value] : counted(value)
}

/// Items in a sentence: "a", "a and b", "a, b and c".
public func listed(_ items: [String], and word: String = "and") -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " \(word) " + last
}

/// A share as a whole percentage: "12%"; "under 1%" and "over 99%" near the ends.
public func percent(_ share: Double) -> String {
  if share > 0, share < 0.01 { return "under 1%" }
  if share < 1, share > 0.99 { return "over 99%" }
  return fixed(share * 100, places: 0) + "%"
}

/// A share to the whole per cent that `percent` tells; what is under 1% or over 99% stays so.
public func wholePercent(_ share: Double) -> Double {
  if share > 0, share < 0.01 { return 0.005 }
  if share < 1, share > 0.99 { return 0.995 }
  return (share * 100).rounded() / 100
}

/// Two shares as percentages that tell them apart: whole ones, or with one decimal where those are alike; `nil` where they are alike even then.
public func percents(_ a: Double, _ b: Double) -> (a: String, b: String)? {
  let whole = (percent(a), percent(b))
  // Rounded, 12.5% and 12.6% would be a whole per cent apart.
  if whole.0 != whole.1, abs(a - b) >= 0.01 { return whole }
  let fine = (fixed(a * 100, places: 1) + "%", fixed(b * 100, places: 1) + "%")
  return fine.0 == fine.1 ? nil : fine
}

/// How many times as many, with one decimal, or two where there would be nothing left: "1.2", "0.01", "under 0.01".
public func times(_ ratio: Double) -> String {
  guard ratio > 0, ratio < 0.05 else { return fixed(ratio, places: 1) }
  return ratio < 0.005 ? "under 0.01" : fixed(ratio, places: 2)
}

/// The text with its first letter in upper case.
public func capitalised(_ text: String) -> String {
  text.prefix(1).uppercased() + text.dropFirst()
}

/// A number of bytes: "512 bytes", "64 kB", "2.1 GB".
public func inBytes(_ count: Int) -> String {
  let units = ["kB", "MB", "GB", "TB", "PB", "EB"]
  guard count.magnitude >= 1_000 else { return counted(count, "byte") }
  var value = Double(count) / 1_000
  var unit = 0
  while value >= 999.95, unit + 1 < units.count {
    value /= 1_000
    unit += 1
  }
  return fixed(value, places: value < 10 && value != value.rounded() ? 1 : 0) + " " + units[unit]
}
