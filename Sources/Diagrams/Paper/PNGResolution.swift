/// Says in a PNG how many dots make an inch, so that a page program places it at its true size.
enum PNGResolution {
  /// Inserts a `pHYs` chunk behind the header (PNG specification, 11.3.5.3).
  static func adding(dpi: Int, to png: [UInt8]) -> [UInt8] {
    // Signature of 8 bytes, then IHDR: length 4, name 4, data 13, checksum 4.
    let headerEnd = 8 + 25
    guard png.count > headerEnd else { return png }
    let dots = PNGChunk.bytes(UInt32((Double(dpi) / 0.0254).rounded()))
    return png[..<headerEnd] + PNGChunk.bytes("pHYs", dots + dots + [1]) + png[headerEnd...]
  }
}
