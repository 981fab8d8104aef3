import Foundation

/// What a task found, short enough to compare with what somebody else found.
enum CheckSum {
  /// The sum, and the ten largest values with their places.
  case scores([Double])
  case counts([String: Int])
  case numbers([String: Double])
  /// Counts in a fixed order beside their sum a node.
  case brokerage([Int], [Double])
  case parts(Int, largest: [Int])
  case quality(Double, communities: Int)

  var json: String {
    switch self {
    case .scores(let values): Self.top(values)
    case .counts(let counts):
      "{" + counts.sorted { $0.key < $1.key }.map { "\"\($0)\": \($1)" }.joined(separator: ", ")
        + "}"
    case .numbers(let numbers):
      "{"
        + numbers.sorted { $0.key < $1.key }.map { "\"\($0)\": \(Self.text($1))" }
        .joined(separator: ", ") + "}"
    case .parts(let count, let largest): "{\"parts\": \(count), \"largest\": \(largest)}"
    case .quality(let q, let count): "{\"q\": \(q), \"communities\": \(count)}"
    case .brokerage(let totals, let sums): "{\"totals\": \(totals), \"total\": \(Self.top(sums))}"
    }
  }

  private static func top(_ values: [Double]) -> String {
    let short = values.map { Double(String(format: "%.6g", $0)) ?? $0 }
    let order = short.indices.sorted { (short[$1], $0) < (short[$0], $1) }.prefix(10)
    let top = order.map { "[\($0), \(text(short[$0]))]" }.joined(separator: ", ")
    let sum = Double(String(format: "%.8g", values.reduce(0, +))) ?? 0
    return "{\"sum\": \(text(sum)), \"top\": [\(top)]}"
  }

  /// A number as Python writes it, so that equal sums read equal.
  private static func text(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e16 ? String(format: "%.1f", value) : "\(value)"
  }
}
