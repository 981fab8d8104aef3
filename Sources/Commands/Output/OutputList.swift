import Glibc
import Networks

/// The list that Weft keeps in a folder of the files it wrote there, `.weft-files`.
///
/// A file is Weft's own while it is as the list says. One that somebody edited or put in its place is theirs, and a
/// list can say nothing of what lies outside its folder. So a list that is damaged, or made up by somebody, leads at
/// worst to the loss of a file of that folder whose content they could give.
struct OutputList {
  static let name: FileName = ".weft-files"

  /// The commands that keep files in a folder; each clears away its own alone.
  enum Writer: String {
    case map, check, export, survey, site, pack
    case new = "init"
    case importing = "import"
  }

  struct Line: Equatable {
    let writer: Writer
    let size: Int
    let digest: UInt64
  }

  private(set) var lines: [FileName: Line] = [:]

  private static let heading =
    "# Files that Weft wrote here (by, size, digest, name). One that differs is left alone.\n"
  /// No list of Weft's is longer.
  private static let sizeLimit = 1 << 20

  init() {}

  /// The list of a folder; `nil` when something else has its name.
  init?(of folder: Folder) throws(SystemError) {
    guard let entry = try folder.entry(Self.name) else { return }
    guard entry.kind == .file, entry.size <= Self.sizeLimit,
      let bytes = try folder.contents(Self.name, atMost: Self.sizeLimit)
    else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.hasPrefix(Self.heading) else { return nil }
    for line in text.split(separator: "\n").dropFirst() {
      let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
      guard words.count == 4, let writer = Writer(rawValue: String(words[0])),
        let size = Int(words[1]), let digest = UInt64(words[2], radix: 16),
        let name = FileName(escaped: words[3])
      else { continue }
      lines[name] = Line(writer: writer, size: size, digest: digest)
    }
  }

  /// As a file.
  var file: OutputFile {
    let text = lines.sorted { $0.key < $1.key }.map { name, line in
      "\(line.writer.rawValue) \(line.size) \(line.digest.hex) \(name.escaped)\n"
    }
    return OutputFile(Self.name.text, Self.heading + text.joined())
  }

  /// The list once a command has written files and taken away others.
  func updated(by writer: Writer, with files: [OutputFile], without gone: [FileName]) -> OutputList
  {
    var list = self
    for name in gone { list.lines[name] = nil }
    for file in files {
      list.lines[FileName(file.name)] = Line(
        writer: writer, size: file.pieces.map(\.count).reduce(0, +), digest: digest(file.pieces))
    }
    return list
  }

  /// Whether a file of a folder is as Weft wrote it.
  func owns(_ name: FileName, in folder: Folder) throws(SystemError) -> Bool {
    guard let line = lines[name], let entry = try folder.entry(name), entry.kind == .file,
      entry.size == line.size, let file = try folder.open(name)
    else { return false }
    defer { close(file) }
    var hash = newDigest
    while true {
      let piece = try read(file, atMost: 1 << 20)
      if piece.isEmpty { return hash.value == line.digest }
      hash.absorb(piece)
    }
  }
}

/// What a file's digest begins with.
private let newDigest = SipHash(0x7765_6674, 0x6669_6c65)

/// The digest by which Weft knows its own bytes again.
func digest(_ pieces: [[UInt8]]) -> UInt64 {
  var hash = newDigest
  for piece in pieces { hash.absorb(piece) }
  return hash.value
}

/// The next bytes of a file; none at its end.
private func read(_ file: Int32, atMost limit: Int) throws(SystemError) -> [UInt8] {
  var piece = [UInt8](repeating: 0, count: limit)
  let got = try checked {
    Int32(piece.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) })
  }
  piece.removeLast(limit - Int(got))
  return piece
}

extension Folder {
  /// All that a plain file holds; `nil` when it is no plain file or holds more than the limit.
  func contents(_ name: FileName, atMost limit: Int) throws(SystemError) -> [UInt8]? {
    guard let file = try open(name) else { return nil }
    defer { close(file) }
    var all: [UInt8] = []
    while all.count <= limit {
      let piece = try read(file, atMost: 1 << 20)
      if piece.isEmpty { return all }
      all += piece
    }
    return nil
  }
}
