/// Says in a PDF which language its text is in, and that a reader's title bar shows its title.
///
/// Cairo writes neither. The catalogue is written anew at the end of the file, as an incremental update: a new object,
/// a cross-reference section with that one entry, and a trailer that points back to the old section (ISO 32000-1,
/// 7.5.6, 7.7.2 and 14.9.2). The bytes before it stay as they are.
enum PDFCatalogue {
  /// Adds language and title display; a file whose structure is not as expected is returned unchanged.
  static func adding(language: String, to pdf: [UInt8]) -> [UInt8] {
    guard let tail = Tail(pdf), let catalogue = tail.catalogue(pdf) else { return pdf }
    var result = pdf
    if result.last != 0x0A { result.append(0x0A) }
    let place = result.count
    let entries = "/Lang (\(language)) /ViewerPreferences << /DisplayDocTitle true >>"
    result += Array("\(tail.root) 0 obj\n<< \(catalogue) \(entries) >>\nendobj\n".utf8)
    let section = result.count
    let info = tail.info.map { " /Info \($0) 0 R" } ?? ""
    result += Array(
      """
      xref
      \(tail.root) 1
      \(padded(place)) 00000 n\u{20}
      trailer
      << /Size \(tail.size) /Root \(tail.root) 0 R\(info) /Prev \(tail.start) >>
      startxref
      \(section)
      %%EOF

      """.utf8)
    return result
  }

  private static func padded(_ place: Int) -> String {
    let digits = "\(place)"
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }

  /// What the end of a PDF says: where its objects are listed, and which of them is the catalogue.
  private struct Tail {
    let root: Int
    let info: Int?
    let size: Int
    let start: Int

    init?(_ pdf: [UInt8]) {
      let end = String(decoding: pdf.suffix(2048), as: Unicode.ASCII.self)
      guard let trailer = end.ranges(of: "trailer").last,
        let root = Self.number(after: "/Root", in: end[trailer.upperBound...]),
        let size = Self.number(after: "/Size", in: end[trailer.upperBound...]),
        let start = Self.number(after: "startxref", in: end[trailer.upperBound...])
      else { return nil }
      self.root = root
      self.size = size
      self.start = start
      info = Self.number(after: "/Info", in: end[trailer.upperBound...])
    }

    static func number(after key: String, in text: Substring) -> Int? {
      guard let place = text.firstRange(of: key) else { return nil }
      let digits = text[place.upperBound...].drop { " \n\r".contains($0) }
        .prefix { $0.isASCII && $0.isNumber }
      return Int(digits)
    }

    /// What stands between the brackets of the catalogue.
    func catalogue(_ pdf: [UInt8]) -> String? {
      let head = Array("\n\(root) 0 obj".utf8)
      guard let place = pdf.indices.reversed().first(where: { pdf[$0...].starts(with: head) })
      else { return nil }
      let text = String(decoding: pdf[place...].prefix(1024), as: Unicode.ASCII.self)
      guard let end = text.firstRange(of: "endobj"), !text.contains("/Lang"),
        let open = text.firstRange(of: "<<"),
        let close = text[..<end.lowerBound].ranges(of: ">>").last,
        text[open.upperBound..<close.lowerBound].contains("/Catalog")
      else { return nil }
      return text[open.upperBound..<close.lowerBound].split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
    }
  }
}
