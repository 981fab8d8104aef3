import Foundation
import TestSupport
import Testing

/// One input and what `weft check` must make of it, as the files in Cases/ hold them.
///
/// A case begins with `== its name`. A file's name stands on a line of its own with its content indented below, or with
/// `absent`; without them people.csv holds P1, P2 and P3, and collaborations.csv a tie of P1 with P2. `says` lists
/// every problem that must be printed, whole and no other; `exit` the code, `rows` a file's account, `flags` more arguments. In
/// content `\xEB` is a byte, `\r` and `\t` are themselves, `\{x*40000}` repeats, and a last `\` leaves out the line end.
struct Case: Sendable, CustomTestStringConvertible {
  let name: String
  private var files: [String: [UInt8]] = [
    "people.csv": Array("id,name\nP1,Ann Lee\nP2,Bo Ray\nP3,Cy Day\n".utf8),
    "collaborations.csv": Array("from,to\nP1,P2\n".utf8),
  ]
  private var flags: [String] = []
  private var says: [String] = []
  private var exit: Int32 = 0
  private var account: [String] = []

  var testDescription: String { name }

  /// Every case of a file in Cases/.
  static func all(_ file: String) -> [Case] {
    let path = packageFolder + "/Tests/ReliabilityTests/Cases/" + file + ".txt"
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    let text = String(decoding: data, as: UTF8.self)
    return text.components(separatedBy: "\n== ").dropFirst().map { Case($0) }
  }

  private init(_ text: String) {
    let lines = text.components(separatedBy: "\n")
    name = lines[0]
    var place = 1
    while place < lines.count {
      let words = lines[place].split(separator: " ").map(String.init)
      place += 1
      var block: [String] = []
      while place < lines.count, lines[place].hasPrefix("    ") {
        block.append(String(lines[place].dropFirst(4)))
        place += 1
      }
      guard let first = words.first else { continue }
      switch first {
      case "flags": flags = Array(words.dropFirst())
      case "says": says = block
      case "exit": exit = Int32(words[1]) ?? -1
      case "rows": account = Array(words.dropFirst())
      default:
        files[first] =
          words.last == "absent" ? nil : Self.bytes(block.joined(separator: "\n") + "\n")
      }
    }
  }

  /// The bytes that content stands for.
  private static func bytes(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        result.append(byte)
        continue
      }
      switch next {
      case UInt8(ascii: "x"):
        result.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
        rest = rest.dropFirst(2)
      case UInt8(ascii: "r"): result.append(13)
      case UInt8(ascii: "t"): result.append(9)
      case UInt8(ascii: "n"): result.append(10)
      case UInt8(ascii: "\n"): break
      case UInt8(ascii: "{"):
        let inside = rest.prefix { $0 != UInt8(ascii: "}") }
        rest = rest.dropFirst(inside.count + 1)
        let parts = String(decoding: inside, as: UTF8.self).split(separator: "*")
        for _ in 0..<(Int(parts[1]) ?? 0) { result += bytes(String(parts[0])) }
      default: result.append(next)
      }
    }
    return result
  }

  /// Runs the built program over the files.
  func check() {
    let folder = Workdir()
    for (file, content) in files { folder.write(file, content) }
    let outcome = weft(["check", folder.path] + flags)
    let kinds = ["stop:", "error:", "warning:", "note:"]
    let printed = outcome.out.split(separator: "\n").map(String.init)
    var problems = printed.filter { line in kinds.contains(where: line.hasPrefix) }
    if problems.isEmpty, outcome.status != 0 {
      problems = outcome.err.split(separator: "\n").map(String.init)
        .prefix { !$0.hasPrefix("Usage: ") }.map(\.self)
    }
    #expect(problems.sorted() == says.sorted(), "\(name)")
    #expect(outcome.status == exit, "\(name): \(outcome.err)")
    if let file = account.first {
      let row = printed.first { $0.hasPrefix(file + " ") }
      let counts = (row ?? "").split(separator: " ").dropFirst().map {
        String($0.filter(\.isNumber))
      }
      #expect(counts == Array(account.dropFirst()), "\(name) counted \(row ?? "nothing")")
    }
  }
}
