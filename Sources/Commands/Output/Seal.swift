import Diagrams

/// A mark inside a figure that says that Weft wrote it and that nobody has changed it since.
///
/// It holds a digest of all other bytes. A figure that bears an intact one may be replaced by the next. CSV has no place
/// for a mark.
struct Seal {
  /// What the mark begins with.
  private let opening: [UInt8]
  private let closing: [UInt8]
  /// What the mark stands before; the end of the file when there is nothing of the kind.
  private let following: [UInt8]
  private let isChunk: Bool
  /// No further from its end than this is the mark of a file.
  private static let reach = 4_096

  init?(_ format: FigureFormat) {
    switch format {
    case .svg: self.init("<!-- Weft ", " -->\n")
    case .dot: self.init("// Weft ", "\n")
    case .pdf: self.init("% Weft ", "\n", before: "startxref\n")
    case .json: self.init(",\n  \"weft\" : \"", "\"", before: "\n}\n")
    case .png: self.init("Weft\0", "", before: "\0\0\0\0IEND", isChunk: true)
    case .csv: return nil
    }
  }

  private init(_ opening: String, _ closing: String, before: String = "", isChunk: Bool = false) {
    self.opening = Array(opening.utf8)
    self.closing = Array(closing.utf8)
    following = Array(before.utf8)
    self.isChunk = isChunk
  }

  private func mark(_ digest: UInt64) -> [UInt8] {
    let text = opening + Array(digest.hex.utf8) + closing
    return isChunk ? PNGChunk.bytes("tEXt", text) : text
  }

  /// The figure with the mark in it; as it was when it has no place for one.
  func sealed(_ figure: [UInt8]) -> [UInt8] {
    guard let place = following.isEmpty ? figure.count : Self.last(following, in: figure) else {
      return figure
    }
    return figure[..<place] + mark(digest([figure])) + figure[place...]
  }

  /// Whether a file is a figure as Weft sealed it.
  func isIntact(in file: [UInt8]) -> Bool {
    // A chunk's length and kind stand before its text.
    guard let place = Self.last(opening, in: file).map({ $0 - (isChunk ? 8 : 0) }) else {
      return false
    }
    let end = place + mark(0).count
    guard place >= 0, end <= file.count else { return false }
    return sealed(Array(file[..<place] + file[end...])) == file
  }

  /// Where some bytes stand for the last time.
  private static func last(_ bytes: [UInt8], in file: [UInt8]) -> Int? {
    let end = file.count - bytes.count
    guard end >= 0 else { return nil }
    return (max(0, end - reach)...end).reversed().first { file[$0...].starts(with: bytes) }
  }

  /// Whether a file of a folder is a figure as Weft sealed it.
  static func isIntact(_ name: FileName, in folder: Folder) throws(SystemError) -> Bool {
    guard let seal = FigureFormat(path: name.text).flatMap(Seal.init),
      let bytes = try folder.contents(name, atMost: 64 << 20)
    else { return false }
    return seal.isIntact(in: bytes)
  }
}
