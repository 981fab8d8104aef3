/// Says in a PNG how many dots make an inch, so that a page program places it at its true size.
enum PNGResolution {
  /// Inserts a `pHYs` chunk behind the header (PNG specification, 11.3.5.3).
  static func adding(dpi: Int, to png: [UInt8]) -> [UInt8] {
    // Signature of 8 bytes, then IHDR: length 4, name 4, data 13, checksum 4.
    let headerEnd = 8 + 25
    guard png.count > headerEnd else { return png }
    let dotsPerMetre = UInt32((Double(dpi) / 0.0254).rounded())
    let data = Array("pHYs".utf8) + bytes(dotsPerMetre) + bytes(dotsPerMetre) + [1]
    return png[..<headerEnd] + bytes(9) + data + bytes(checksum(data)) + png[headerEnd...]
  }

  private static func bytes(_ value: UInt32) -> [UInt8] {
    [UInt8(value >> 24), UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)]
  }

  /// CRC-32 as PNG uses it (ISO 3309).
  private static func checksum(_ data: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in data {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? 0xEDB8_8320 ^ crc >> 1 : crc >> 1 }
    }
    return ~crc
  }
}
