/// A number with so many decimals, rounded half away from zero, never in exponent form, never "-0".
///
/// - Parameter value: finite; anything else reads "-".
public func fixed(_ value: Double, places: Int) -> String {
  guard value.isFinite else { return "-" }
  var scale = 1.0
  for _ in 0..<places { scale *= 10 }
  let scaled = (abs(value) * scale).rounded(.toNearestOrAwayFromZero)
  guard scaled < 9e15 else { return grouped(value, places: places) }
  var digits = String(Int(scaled))
  if digits.count <= places {
    digits = String(repeating: "0", count: places + 1 - digits.count) + digits
  }
  let sign = value < 0 && scaled > 0 ? "-" : ""
  let whole = digits.dropLast(places)
  return places == 0 ? sign + whole : "\(sign)\(whole).\(digits.suffix(places))"
}

/// A number of 9e15 or more when scaled, in full: the significand, doubled as often as the exponent says.
private func grouped(_ value: Double, places: Int) -> String {
  let whole = abs(value).rounded(.down)
  // Below 2^63 it is a whole number of the machine; above, a multiple of its last bit.
  let doublings = max(0, Int(whole.exponent) - 62)
  let significand = UInt64(exactly: whole.significand * 0x1p62) ?? UInt64.max
  var digits = String(doublings > 0 ? significand : UInt64(exactly: whole) ?? 0).utf8.reversed()
    .map { $0 - 0x30 }
  for _ in 0..<doublings {
    var carry: UInt8 = 0
    for place in digits.indices {
      let doubled = digits[place] * 2 + carry
      digits[place] = doubled % 10
      carry = doubled / 10
    }
    if carry > 0 { digits.append(carry) }
  }
  let text = String(decoding: digits.reversed().map { $0 + 0x30 }, as: UTF8.self)
  let tail = places == 0 ? "" : "." + String(repeating: "0", count: places)
  return (value < 0 ? "-" : "") + text + tail
}

/// A figure with its sign, to two decimals: "+0.90".
public func signed(_ value: Double) -> String {
  let text = fixed(value, places: 2)
  return text.hasPrefix("-") || text == "0.00" ? text : "+" + text
}
