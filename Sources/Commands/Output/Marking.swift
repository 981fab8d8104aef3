import Documents
import Networks

/// A marking such as OFFICIAL on a file that would bear none by itself: tables, text and data.
///
/// Figures and pages bear theirs where readers look. A table has it as its last column, so that it stays a table that every
/// program reads, and every row copied out of it is marked too.
struct Marking {
  let words: String

  init?(_ words: String?) {
    guard let words, !words.isEmpty else { return nil }
    self.words = words
  }

  /// The bytes of a file with the marking, by the ending of its name.
  func on(_ bytes: [UInt8], _ ending: Substring) -> [UInt8] {
    switch ending {
    case "csv": table(bytes)
    case "md": Array("**\(words)**\n\n".utf8) + bytes
    case "json": data(bytes)
    case "dot": Array("// \(words)\n".utf8) + bytes
    case "txt": Array("\(words)\n".utf8) + bytes
    default: bytes
    }
  }

  func on(_ file: OutputFile) -> OutputFile {
    let ending = file.name.split(separator: ".").last ?? ""
    return OutputFile(file.name, pieces: [on(file.pieces.flatMap { $0 }, ending)])
  }

  /// One more column, in every record.
  private func table(_ bytes: [UInt8]) -> [UInt8] {
    let cells = (head: Array(",marking".utf8), row: Array(("," + csvCell(words)).utf8))
    var marked: [UInt8] = []
    marked.reserveCapacity(bytes.count * 2)
    var (isQuoted, isHead) = (false, true)
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == 13, !isQuoted {
        marked += isHead ? cells.head : cells.row
        isHead = false
      }
      marked.append(byte)
    }
    return marked
  }

  /// One more member of an object, the first.
  private func data(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.first == UInt8(ascii: "{") else { return bytes }
    return Array("{\"marking\":\(JSONValue.text(words).json),".utf8) + bytes.dropFirst()
  }
}
