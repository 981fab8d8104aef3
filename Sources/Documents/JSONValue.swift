import Networks

/// A value on its way to JSON.
public enum JSONValue: Sendable, Equatable {
  case object([String: JSONValue])
  case array([JSONValue])
  /// Texts on one line, for long lists.
  case texts([String])
  /// Numbers on one line, for long lists; null where there is none.
  case numbers([Double?])
  case text(String)
  case whole(Int)
  case number(Double)
  case truth(Bool)
  case null

  /// The value as text: members in ascending order, indented, ending in a line feed.
  public var json: String {
    var writer = JSONWriter()
    writer.write(self)
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  /// A number, or null where there is none.
  public static func optional(_ value: Double?) -> JSONValue {
    value.map(JSONValue.number) ?? .null
  }

  /// A text, or null where there is none.
  public static func optional(_ value: String?) -> JSONValue { value.map(JSONValue.text) ?? .null }
}

extension Table {
  /// The rows as objects, one member a column; undefined cells are null, suppressed ones "c".
  public var jsonRows: JSONValue {
    .array(
      rows.map { row in
        .object(
          Dictionary(
            zip(columns.map(\.name), row.map(\.json)), uniquingKeysWith: { first, _ in first }))
      })
  }
}

extension Table.Cell {
  fileprivate var json: JSONValue {
    switch self {
    case .text(let text): .text(text)
    case .count(let value): .whole(value)
    case .number(let value, _), .share(let value), .signed(let value): .number(value)
    case .suppressed: .text("c")
    case .undefined, .empty: .null
    }
  }
}
