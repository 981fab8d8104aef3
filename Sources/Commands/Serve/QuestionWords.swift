import Networks

/// A question as it stands in an address: "by=hub&depth=3".
///
/// The question of the settings is the empty one, and stands in no address.
package struct QuestionWords: Hashable, Sendable {
  package static let keys = ["by", "depth", "period", "since"]

  private var values: [String: String] = [:]

  package init() {}

  package init(_ values: [String: String]) {
    for key in Self.keys {
      if let value = values[key].map({ trimmed($0) }), !value.isEmpty { self.values[key] = value }
    }
  }

  package subscript(_ key: String) -> String? { values[key] }

  package var isEmpty: Bool { values.isEmpty }

  /// As the options of a command; the earlier day to compare with is none of them.
  var arguments: [String] {
    Self.keys.filter { $0 != "since" }.flatMap { key in values[key].map { ["--\(key)", $0] } ?? [] }
  }

  /// As pairs in order, for an address.
  package var pairs: [(key: String, value: String)] {
    Self.keys.compactMap { key in values[key].map { (key, $0) } }
  }
}
