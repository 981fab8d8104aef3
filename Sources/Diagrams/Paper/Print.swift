import CRsvg

/// Turns SVG into PNG at its exact size.
public enum Print {
  /// Why a figure could not be printed.
  public struct Failure: Error, Sendable, CustomStringConvertible {
    public let description: String
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
    guard let bytes = unsafe PNGImage.bytes(surface) else {
      throw Failure(description: "the picture could not be written as PNG")
    }
    return PNGResolution.adding(dpi: dpi, to: bytes)
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
