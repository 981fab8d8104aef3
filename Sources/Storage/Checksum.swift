import CGLib

/// The SHA-256 of some bytes, in 64 hexadecimal digits (FIPS 180-4).
func checksum(_ bytes: [UInt8]) -> String {
  let text = unsafe bytes.withUnsafeBufferPointer { bytes in
    unsafe g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes.baseAddress, gsize(bytes.count))
  }
  guard let text = unsafe text else { preconditionFailure("GLib knows SHA-256") }
  defer { unsafe g_free(text) }
  return unsafe String(cString: text)
}
