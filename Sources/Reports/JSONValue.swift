import FoundationEssentials
import Networks

/// A value on its way to JSON.
public enum JSONValue: Sendable, Equatable, Encodable {
  case object([String: JSONValue])
  case array([JSONValue])
  case text(String)
  case whole(Int)
  case number(Double)
  case truth(Bool)
  case null

  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .object(let members): try members.encode(to: encoder)
    case .array(let items): try items.encode(to: encoder)
    case .text(let text): try text.encode(to: encoder)
    case .whole(let value): try value.encode(to: encoder)
    case .number(let value): try value.encode(to: encoder)
    case .truth(let value): try value.encode(to: encoder)
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    }
  }

  /// The value as text: members in ascending order, indented, ending in a line feed.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    // Every case above can be encoded; numbers are finite by construction.
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("a JSON value holds only finite numbers")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
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
