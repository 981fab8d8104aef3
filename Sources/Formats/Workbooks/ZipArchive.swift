import CZip
import Glibc

/// A zip file in memory, unpacked entry by entry: the one place that meets libzip.
///
/// What it unpacks to is bounded, whatever it says of itself; encrypted entries are refused.
@safe final class ZipArchive {
  private let archive: OpaquePointer
  private var unpacked = 0
  /// The names of its entries.
  let names: Set<String>

  init(_ bytes: [UInt8]) throws(FormatError) {
    let broken = FormatError("is a damaged zip file. Save the workbook again, or copy it anew.")
    // libzip frees it with free.
    guard let copy = unsafe malloc(max(bytes.count, 1)) else { throw broken }
    unsafe bytes.withUnsafeBytes { raw in
      if let from = raw.baseAddress {
        unsafe copy.copyMemory(from: from, byteCount: raw.count)
      }
    }
    var error = unsafe zip_error_t()
    guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
      unsafe free(copy)
      throw broken
    }
    guard let archive = unsafe zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
      unsafe zip_source_free(source)
      throw broken
    }
    unsafe self.archive = archive
    var names: Set<String> = []
    var total = 0
    let count = unsafe zip_get_num_entries(archive, 0)
    for entry in 0..<UInt64(max(0, min(count, 20_000))) {
      var about = unsafe zip_stat_t()
      guard unsafe zip_stat_index(archive, entry, 0, &about) == 0, let name = unsafe about.name
      else {
        continue
      }
      unsafe names.insert(String(cString: name))
      let size = unsafe about.size
      total += Int(min(size, 1 << 40))
      let method = unsafe about.encryption_method
      guard Int32(method) == ZIP_EM_NONE || total > FormatLimits.unpacked else {
        unsafe zip_discard(archive)
        throw FormatError("is protected with a password. Remove the password and save it again.")
      }
    }
    self.names = names
    guard total <= FormatLimits.unpacked else {
      throw Self.tooLarge
    }
  }

  deinit { unsafe zip_discard(archive) }

  private static let tooLarge = FormatError(
    "unpacks to more than \(FormatLimits.unpacked / 1_000_000) MB, which Weft refuses. Keep only the sheets and rows you need."
  )

  /// Hands on the bytes of an entry piece by piece, the last piece marked; `false` when there is none of that name.
  func read(
    _ name: String,
    _ take: (_ bytes: [UInt8], _ count: Int, _ isLast: Bool) throws(FormatError) -> Void
  ) throws(FormatError) -> Bool {
    guard let file = unsafe zip_fopen(archive, name, 0) else { return false }
    defer { unsafe zip_fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = unsafe buffer.withUnsafeMutableBytes { raw in
        unsafe zip_fread(file, raw.baseAddress, UInt64(raw.count))
      }
      guard got >= 0 else {
        throw FormatError("is a damaged zip file. Save the workbook again, or copy it anew.")
      }
      unpacked += Int(got)
      guard unpacked <= FormatLimits.unpacked else { throw Self.tooLarge }
      try take(buffer, Int(got), got == 0)
      if got == 0 { return true }
    }
  }

  /// Reads an entry of XML.
  func readXML(_ name: String, _ handler: any XMLHandler) throws(FormatError) -> Bool {
    let reader = XMLReader(handler)
    return try read(name) { bytes, count, isLast throws(FormatError) in
      try reader.feed(bytes, count: count, isLast: isLast)
    }
  }

  /// All bytes of a small entry.
  func bytes(_ name: String, atMost limit: Int) throws(FormatError) -> [UInt8]? {
    var all: [UInt8] = []
    let isThere = try read(name) { bytes, count, _ throws(FormatError) in
      if all.count < limit { all += bytes[..<count] }
    }
    return isThere ? all : nil
  }
}

/// Packs files into a zip file, the same bytes for the same files.
package func zipped(_ files: [(name: String, bytes: [UInt8])]) throws(FormatError) -> [UInt8] {
  let failed = FormatError("The workbook could not be packed.")
  var error = unsafe zip_error_t()
  guard let source = unsafe zip_source_buffer_create(nil, 0, 0, &error) else { throw failed }
  // Kept past the closing of the archive, which lets go of its own hold on it.
  unsafe zip_source_keep(source)
  defer { unsafe zip_source_free(source) }
  guard let archive = unsafe zip_open_from_source(source, Int32(ZIP_TRUNCATE), &error) else {
    unsafe zip_source_free(source)
    throw failed
  }
  for file in files {
    guard let copy = unsafe malloc(max(file.bytes.count, 1)) else { throw failed }
    unsafe file.bytes.withUnsafeBytes { raw in
      if let from = raw.baseAddress {
        unsafe copy.copyMemory(from: from, byteCount: raw.count)
      }
    }
    guard let entry = unsafe zip_source_buffer(archive, copy, UInt64(file.bytes.count), 1) else {
      unsafe zip_discard(archive)
      throw failed
    }
    let index = unsafe zip_file_add(archive, file.name, entry, UInt32(ZIP_FL_ENC_UTF_8))
    // Midday on 1 January 1980, the first day a zip file knows: the same files give the same bytes in every time zone.
    guard index >= 0, unsafe zip_file_set_dostime(archive, UInt64(index), 0x6000, 0x0021, 0) == 0
    else {
      unsafe zip_discard(archive)
      throw failed
    }
  }
  guard unsafe zip_close(archive) == 0, unsafe zip_source_open(source) == 0 else { throw failed }
  defer { unsafe zip_source_close(source) }
  var packed: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let got = unsafe buffer.withUnsafeMutableBytes { raw in
      unsafe zip_source_read(source, raw.baseAddress, UInt64(raw.count))
    }
    guard got >= 0 else { throw failed }
    if got == 0 { return packed }
    packed += buffer[..<Int(got)]
  }
}
