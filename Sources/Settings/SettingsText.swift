import Networks

/// The bytes of weft.toml, before they are read.
enum SettingsText {
  /// The bytes without a mark at the beginning; throws at a byte that no text file holds.
  static func checked(_ bytes: [UInt8]) throws(SettingsError) -> [UInt8] {
    guard bytes.count <= Settings.largest else {
      throw SettingsError(
        "weft.toml is larger than \(counted(Settings.largest)) bytes. Keep settings alone in it.")
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    do {
      _ = try UTF8Span(validating: text.span)
    } catch {
      let at = error.byteOffsets.lowerBound
      let place = place(of: at, in: text)
      throw SettingsError(
        at: place,
        "byte \(counted(at + bytes.count - text.count)) of the file is not UTF-8 text. Save the file as UTF-8."
      )
    }
    for (at, byte) in text.enumerated() where byte < 0x20 || byte == 0x7F {
      let isLineEnd = byte == 0x0A || byte == 0x0D && at + 1 < text.count && text[at + 1] == 0x0A
      guard isLineEnd || byte == 0x09 else {
        throw SettingsError(
          at: place(of: at, in: text),
          "the control character \(visible(String(Unicode.Scalar(byte)))) stands here. Delete it.")
      }
    }
    return text
  }

  private static func place(of at: Int, in text: [UInt8]) -> Place {
    let lineStart = text[..<at].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return Place(
      line: 1 + text[..<at].count { $0 == 0x0A },
      column: 1 + text[lineStart..<at].count { $0 & 0xC0 != 0x80 })
  }
}
