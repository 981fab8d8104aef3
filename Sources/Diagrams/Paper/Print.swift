import CRsvg
public import Networks

/// Turns SVG into paper: PDF with text as text, and PNG at its exact size.
public enum Print {
  /// Why a figure could not be printed.
  public struct Failure: Error, Sendable, CustomStringConvertible {
    public let description: String
  }

  /// Words that a PDF carries about itself.
  public struct About: Sendable {
    public let title: String
    public let subject: String
    /// The day of the data, or nothing; never the day of printing, or each copy would differ.
    public let day: Day?

    public init(title: String, subject: String, day: Day?) {
      self.title = title
      self.subject = subject
      self.day = day
    }
  }

  /// The figure as PDF: vector, fonts embedded, title and language set.
  public static func pdf(_ svg: String, _ paper: PaperSize, _ about: About) throws(Failure)
    -> [UInt8]
  {
    let sink = Sink()
    let (width, height) = paper.size
    let surface = unsafe cairo_pdf_surface_create_for_stream(
      Sink.write, Unmanaged.passUnretained(sink).toOpaque(), width, height)
    defer { unsafe cairo_surface_destroy(surface) }
    // Later versions pack the list of objects, and `PDFCatalogue` needs it as text.
    unsafe cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
    let day = about.day.map { "\($0)T00:00:00Z" } ?? "2000-01-01T00:00:00Z"
    for (kind, text) in [
      (CAIRO_PDF_METADATA_TITLE, about.title), (CAIRO_PDF_METADATA_SUBJECT, about.subject),
      (CAIRO_PDF_METADATA_CREATOR, "Weft"), (CAIRO_PDF_METADATA_CREATE_DATE, day),
      (CAIRO_PDF_METADATA_MOD_DATE, day),
    ] {
      unsafe cairo_pdf_surface_set_metadata(surface, kind, text)
    }
    try unsafe draw(svg, on: surface, width: width, height: height)
    unsafe cairo_surface_finish(surface)
    return PDFCatalogue.adding(language: "en-GB", to: sink.bytes)
  }

  /// The figure as PNG, so many dots an inch, with that said in the file.
  public static func png(_ svg: String, _ paper: PaperSize, dpi: Int = 300) throws(Failure)
    -> [UInt8]
  {
    let (width, height) = paper.size
    let columns = Int32((width * Double(dpi) / 72).rounded())
    let rows = Int32((height * Double(dpi) / 72).rounded())
    let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns, rows)
    defer { unsafe cairo_surface_destroy(surface) }
    try unsafe draw(svg, on: surface, width: Double(columns), height: Double(rows))
    let sink = Sink()
    guard
      unsafe cairo_surface_write_to_png_stream(
        surface, Sink.write, Unmanaged.passUnretained(sink).toOpaque()) == CAIRO_STATUS_SUCCESS
    else { throw Failure(description: "the picture could not be written as PNG") }
    return PNGResolution.adding(dpi: dpi, to: sink.bytes)
  }

  private static func draw(
    _ svg: String, on surface: OpaquePointer?, width: Double, height: Double
  ) throws(Failure) {
    let bytes = Array(svg.utf8)
    guard
      let handle = unsafe bytes.withUnsafeBufferPointer({ buffer in
        unsafe rsvg_handle_new_from_data(buffer.baseAddress, gsize(buffer.count), nil)
      })
    else { throw Failure(description: "the picture is not SVG that librsvg reads") }
    defer { unsafe g_object_unref(gpointer(handle)) }
    unsafe rsvg_handle_set_dpi(handle, 72)
    let context = unsafe cairo_create(surface)
    defer { unsafe cairo_destroy(context) }
    var viewport = RsvgRectangle(x: 0, y: 0, width: width, height: height)
    guard unsafe rsvg_handle_render_document(handle, context, &viewport, nil) != 0,
      unsafe cairo_status(context) == CAIRO_STATUS_SUCCESS
    else { throw Failure(description: "the picture could not be drawn") }
  }
}

/// Bytes that cairo hands out piece by piece.
private final class Sink {
  private(set) var bytes: [UInt8] = []

  static let write: cairo_write_func_t = { closure, data, length in
    guard let closure = unsafe closure, let data = unsafe data else {
      return CAIRO_STATUS_WRITE_ERROR
    }
    let sink = unsafe Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
    unsafe sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }
}
