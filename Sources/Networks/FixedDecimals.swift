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

/// A very large number, in full.
private func grouped(_ value: Double, places: Int) -> String {
  let whole = abs(value).rounded(.down)
  var digits = ""
  var rest = whole
  repeat {
    let quotient = (rest / 10).rounded(.down)
    digits = String(Int(rest - quotient * 10)) + digits
    rest = quotient
  } while rest >= 1
  let tail = places == 0 ? "" : "." + String(repeating: "0", count: places)
  return (value < 0 ? "-" : "") + digits + tail
}

/// A figure with its sign, to two decimals: "+0.90".
public func signed(_ value: Double) -> String {
  let text = fixed(value, places: 2)
  return text.hasPrefix("-") || text == "0.00" ? text : "+" + text
}
