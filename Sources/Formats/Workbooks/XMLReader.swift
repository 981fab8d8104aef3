import CExpat

/// Whoever makes something of elements as they come by.
protocol XMLHandler: AnyObject {
  func open(_ name: String, _ attributes: XMLAttributes, _ reader: XMLReader) throws(FormatError)
  func close(_ name: String, _ reader: XMLReader) throws(FormatError)
}

/// XML parted into elements and text by expat: the one place that meets it.
///
/// Names come without their prefix. A document type is refused, since entities can be made to grow without end; so are
/// elements more than 64 deep and texts over 32 kB.
@safe final class XMLReader {
  private let parser: XML_Parser
  private let handler: any XMLHandler
  private var failure: FormatError?
  private var depth = 0
  /// Whether text is gathered.
  var wantsText = false
  /// The text gathered since it was last taken.
  private(set) var text: [UInt8] = []

  init(_ handler: any XMLHandler) {
    guard let parser = unsafe XML_ParserCreate(nil) else {
      preconditionFailure("there is memory for a parser")
    }
    unsafe self.parser = parser
    self.handler = handler
    let me = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe XML_SetUserData(parser, me)
    unsafe XML_SetElementHandler(
      parser,
      { me, name, attributes in
        guard let me = unsafe me, let name = unsafe name else { return }
        unsafe XMLReader.from(me).opened(name, attributes)
      },
      { me, name in
        guard let me = unsafe me, let name = unsafe name else { return }
        unsafe XMLReader.from(me).closed(name)
      })
    unsafe XML_SetCharacterDataHandler(parser) { me, bytes, count in
      guard let me = unsafe me, let bytes = unsafe bytes else { return }
      unsafe XMLReader.from(me).gather(bytes, Int(count))
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { me, _, _, _, _ in
      guard let me = unsafe me else { return }
      unsafe XMLReader.from(me).fail(
        FormatError(
          "has a document type (DOCTYPE), which Weft refuses because it can be made to harm. Delete that line, or export the file again."
        ))
    }
  }

  deinit { unsafe XML_ParserFree(parser) }

  private static func from(_ pointer: UnsafeMutableRawPointer) -> XMLReader {
    unsafe Unmanaged<XMLReader>.fromOpaque(pointer).takeUnretainedValue()
  }

  /// Reads on.
  func feed(_ bytes: [UInt8], count: Int, isLast: Bool = false) throws(FormatError) {
    precondition(count <= bytes.count, "there are so many bytes")
    let status = unsafe bytes.withUnsafeBytes { raw in
      unsafe XML_Parse(
        parser, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(count), isLast ? 1 : 0)
    }
    if let failure { throw failure }
    guard status != XML_STATUS_ERROR else {
      let code = unsafe XML_GetErrorCode(parser)
      let reason =
        unsafe XML_ErrorString(code).map { unsafe String(cString: $0) } ?? "unknown reason"
      let line = unsafe XML_GetCurrentLineNumber(parser)
      throw FormatError(
        "is not well-formed XML (\(reason), line \(line)). Export it again; it may have been cut short."
      )
    }
  }

  /// Reads a whole document.
  static func read(_ bytes: [UInt8], _ handler: any XMLHandler) throws(FormatError) {
    try XMLReader(handler).feed(bytes, count: bytes.count, isLast: true)
  }

  /// The text gathered, and begins anew.
  func takeText() -> [UInt8] {
    defer { text.removeAll(keepingCapacity: true) }
    return text
  }

  func clearText() { text.removeAll(keepingCapacity: true) }

  /// Adds to the text what an element stands for.
  func add(_ more: String) { if wantsText { text += more.utf8 } }

  private func fail(_ error: FormatError) {
    if failure == nil { failure = error }
    unsafe XML_StopParser(parser, 0)
  }

  private func opened(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard failure == nil else { return }
    depth += 1
    guard depth <= FormatLimits.depth else {
      return fail(
        FormatError(
          "has elements more than \(FormatLimits.depth) deep, which Weft does not read. Export it again."
        ))
    }
    do throws(FormatError) {
      try handler.open(unsafe Self.local(name), unsafe XMLAttributes(attributes), self)
    } catch { fail(error) }
  }

  private func closed(_ name: UnsafePointer<CChar>) {
    guard failure == nil else { return }
    depth -= 1
    do throws(FormatError) { try handler.close(unsafe Self.local(name), self) } catch {
      fail(error)
    }
  }

  private func gather(_ bytes: UnsafePointer<CChar>, _ count: Int) {
    guard failure == nil, wantsText else { return }
    guard text.count + count <= FormatLimits.cell else {
      return fail(
        FormatError(
          "has a text of more than \(FormatLimits.cell) bytes in one cell. Shorten it, or delete the column."
        ))
    }
    unsafe bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
      unsafe text.append(contentsOf: UnsafeBufferPointer(start: $0, count: count))
    }
  }

  /// The name without its prefix.
  fileprivate static func local(_ name: UnsafePointer<CChar>) -> String {
    var start = unsafe name
    var place = unsafe name
    while unsafe place.pointee != 0 {
      unsafe place += 1
      if unsafe place[-1] == 0x3A { unsafe start = place }
    }
    return unsafe String(cString: start)
  }
}

/// The attributes of the element that is being opened; looked at only then.
@safe struct XMLAttributes {
  private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  fileprivate init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    unsafe self.pairs = pairs
  }

  /// The value of an attribute, whatever its prefix.
  subscript(name: String) -> String? {
    guard let pairs = unsafe pairs else { return nil }
    var place = 0
    while let key = unsafe pairs[place], let value = unsafe pairs[place + 1] {
      if unsafe Self.isNamed(key, name) { return unsafe String(cString: value) }
      place += 2
    }
    return nil
  }

  /// All of them in order, without prefixes.
  var all: [(name: String, value: String)] {
    guard let pairs = unsafe pairs else { return [] }
    var found: [(name: String, value: String)] = []
    var place = 0
    while let key = unsafe pairs[place], let value = unsafe pairs[place + 1] {
      found.append((unsafe XMLReader.local(key), unsafe String(cString: value)))
      place += 2
    }
    return found
  }

  /// Whether a name is, but for its prefix, the one asked for.
  private static func isNamed(_ key: UnsafePointer<CChar>, _ name: String) -> Bool {
    var place = unsafe key
    var isSame = true
    var wanted = name.utf8.makeIterator()
    while unsafe place.pointee != 0 {
      let byte = unsafe UInt8(bitPattern: place.pointee)
      unsafe place += 1
      if byte == 0x3A {
        isSame = true
        wanted = name.utf8.makeIterator()
      } else if isSame, wanted.next() != byte {
        isSame = false
      }
    }
    return isSame && wanted.next() == nil
  }
}
