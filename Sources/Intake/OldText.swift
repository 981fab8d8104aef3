import Networks

/// Text in the encoding of old Macs, and UTF-8 that was taken for Windows-1252 and saved as UTF-8 once more.
enum OldText {
  // MARK: - Mac Roman

  /// What the bytes from 0x80 on stand for in Mac Roman.
  private static let macRoman: [Unicode.Scalar] = Array(
    ("\u{C4}\u{C5}\u{C7}\u{C9}\u{D1}\u{D6}\u{DC}\u{E1}\u{E0}\u{E2}\u{E4}\u{E3}\u{E5}\u{E7}\u{E9}\u{E8}\u{EA}\u{EB}\u{ED}\u{EC}\u{EE}\u{EF}\u{F1}\u{F3}\u{F2}\u{F4}\u{F6}\u{F5}\u{FA}\u{F9}\u{FB}\u{FC}"
      + "\u{2020}\u{B0}\u{A2}\u{A3}\u{A7}\u{2022}\u{B6}\u{DF}\u{AE}\u{A9}\u{2122}\u{B4}\u{A8}\u{2260}\u{C6}\u{D8}\u{221E}\u{B1}\u{2264}\u{2265}\u{A5}\u{B5}\u{2202}\u{2211}\u{220F}\u{3C0}\u{222B}\u{AA}\u{BA}\u{3A9}\u{E6}\u{F8}"
      + "\u{BF}\u{A1}\u{AC}\u{221A}\u{192}\u{2248}\u{2206}\u{AB}\u{BB}\u{2026}\u{A0}\u{C0}\u{C3}\u{D5}\u{152}\u{153}\u{2013}\u{2014}\u{201C}\u{201D}\u{2018}\u{2019}\u{F7}\u{25CA}\u{FF}\u{178}\u{2044}\u{20AC}\u{2039}\u{203A}\u{FB01}\u{FB02}"
      + "\u{2021}\u{B7}\u{201A}\u{201E}\u{2030}\u{C2}\u{CA}\u{C1}\u{CB}\u{C8}\u{CD}\u{CE}\u{CF}\u{CC}\u{D3}\u{D4}\u{F8FF}\u{D2}\u{DA}\u{DB}\u{D9}\u{131}\u{2C6}\u{2DC}\u{AF}\u{2D8}\u{2D9}\u{2DA}\u{B8}\u{2DD}\u{2DB}\u{2C7}")
      .unicodeScalars)

  /// Whether bytes that are no UTF-8 read better as Mac Roman than as Windows-1252.
  static func isMacRoman(_ bytes: [UInt8]) -> Bool {
    var (mac, windows) = (0, 0)
    for (place, byte) in bytes.enumerated() where byte >= 0x80 {
      let before = place > 0 ? bytes[place - 1] : 0x20
      let after = place + 1 < bytes.count ? bytes[place + 1] : 0x20
      mac += sense(macRoman[Int(byte) - 0x80], before, after)
      windows +=
        windows1252([byte].span)?.unicodeScalars.first.map { sense($0, before, after) } ?? -4
    }
    return mac > max(windows, 0)
  }

  /// How well a character stands between two bytes, in English and Welsh, and in names from elsewhere.
  private static func sense(_ scalar: Unicode.Scalar, _ before: UInt8, _ after: UInt8) -> Int {
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }
    func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    let isInside = isLetter(before) && isLetter(after)
    switch scalar {
    case "\u{2019}": return isLetter(before) ? 3 : 0
    case "\u{2018}", "\u{201C}": return isLetter(before) ? -1 : 2
    case "\u{201D}", "\u{2026}": return isInside ? -1 : 2
    case "\u{2013}", "\u{2014}": return before == 0x20 || Values.isDigit(before) || isInside ? 1 : 0
    case "\u{A3}", "\u{20AC}": return Values.isDigit(after) ? 2 : -1
    case "\u{A0}": return 0
    default: break
    }
    if common.contains(scalar) { return isLetter(before) || isLetter(after) ? 2 : 0 }
    guard scalar.properties.isAlphabetic else { return isInside ? -3 : -1 }
    // A capital follows no small letter.
    if scalar.properties.isUppercase { return isSmall(before) ? -3 : isLetter(before) ? 0 : 1 }
    return isLetter(before) || isLetter(after) ? 1 : -1
  }

  private static let common = Set(
    "\u{E9}\u{E8}\u{EA}\u{EB}\u{E1}\u{E0}\u{E2}\u{E4}\u{E5}\u{E6}\u{E7}\u{ED}\u{EF}\u{EE}\u{F1}\u{F3}\u{F4}\u{F6}\u{F8}\u{FA}\u{FB}\u{FC}\u{DF}"
      .unicodeScalars)

  static func utf8(fromMacRoman bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        text += UTF8.encode(macRoman[Int(byte) - 0x80]) ?? .init()
      }
    }
    return text
  }

  // MARK: - Saved twice

  /// Whether a byte after C3 makes a letter that begins a character saved twice: Â, Ã, Ä, Å, or â.
  static func isLead(_ byte: UInt8) -> Bool { (0x82...0x85).contains(byte) || byte == 0xA2 }

  /// UTF-8 in which each run of characters that is UTF-8 read as Windows-1252 is what it was.
  static func savedOnce(_ bytes: [UInt8]) -> [UInt8] {
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var place = 0
    while place < scalars.count {
      if let length = length(scalars[place]), place + length <= scalars.count {
        let once = scalars[place..<(place + length)].compactMap { byteOf[$0] }
        if once.count == length, case .valid(length) = ByteSurvey.sequence(once.span, at: 0),
          let first = String(decoding: once, as: UTF8.self).unicodeScalars.first, isLikely(first)
        {
          text += once
          place += length
          continue
        }
      }
      text += UTF8.encode(scalars[place]) ?? .init()
      place += 1
    }
    return text
  }

  /// How many characters one saved twice has become, by the first of them.
  private static func length(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0xC2...0xC5: 2
    case 0xE1, 0xE2: 3
    default: nil
    }
  }

  /// Whether a character is one that names and texts here have: Latin letters, dashes, quotes and a few signs.
  private static func isLikely(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA0...0x17F, 0x1E80...0x1EFF, 0x2010...0x203A, 0x20AC, 0x2122: true
    default: false
    }
  }

  /// The byte that each character is in Windows-1252; those without a meaning there stand for themselves.
  private static let byteOf: [Unicode.Scalar: UInt8] = {
    var bytes: [Unicode.Scalar: UInt8] = [:]
    for byte in UInt8(0x80)...0xFF {
      bytes[windows1252([byte].span)?.unicodeScalars.first ?? Unicode.Scalar(byte)] = byte
    }
    return bytes
  }()
}
