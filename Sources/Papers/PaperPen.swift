import CPango
import CRsvg
import Documents

/// A text broken into lines by Pango, ready to be drawn.
@safe final class SetText {
  fileprivate let layout: OpaquePointer
  let style: TypeStyle
  let lineCount: Int

  /// - Parameters:
  ///   - room: the width in points.
  ///   - isTabular: whether figures are all of one width, as in a table.
  init(_ text: Phrase, _ style: TypeStyle, room: Double, isTabular: Bool = false) {
    guard let layout = unsafe cpg_layout() else { preconditionFailure("Pango makes a layout") }
    unsafe self.layout = layout
    self.style = style
    let font = unsafe pango_font_description_new()
    unsafe pango_font_description_set_family(font, TypeStyle.family)
    unsafe pango_font_description_set_weight(
      font, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    unsafe pango_font_description_set_absolute_size(font, style.size * Double(PANGO_SCALE))
    unsafe pango_layout_set_font_description(layout, font)
    unsafe pango_font_description_free(font)
    unsafe pango_layout_set_width(layout, Int32(max(1, room) * Double(PANGO_SCALE)))
    unsafe pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    unsafe pango_layout_set_auto_dir(layout, 0)
    let attributes = unsafe pango_attr_list_new()
    var words = ""
    for run in text.runs {
      let start = UInt32(words.utf8.count)
      words += run.words
      let end = UInt32(words.utf8.count)
      switch run {
      case .plain: break
      case .strong:
        unsafe Self.add(pango_attr_weight_new(PANGO_WEIGHT_BOLD), attributes, start, end)
      case .gap:
        let (red, green, blue) = Self.parts(Ink.quiet)
        unsafe Self.add(pango_attr_foreground_new(red, green, blue), attributes, start, end)
      }
    }
    if isTabular {
      unsafe Self.add(
        pango_attr_font_features_new("tnum=1"), attributes, 0, UInt32(words.utf8.count))
    }
    unsafe pango_layout_set_text(layout, words, -1)
    unsafe pango_layout_set_attributes(layout, attributes)
    unsafe pango_attr_list_unref(attributes)
    lineCount = words.isEmpty ? 0 : Int(unsafe pango_layout_get_line_count(layout))
  }

  deinit { unsafe cpg_free(layout) }

  var height: Double { Double(lineCount) * style.leading }

  private static func add(
    _ attribute: UnsafeMutablePointer<PangoAttribute>?, _ list: OpaquePointer?, _ start: UInt32,
    _ end: UInt32
  ) {
    guard let attribute = unsafe attribute else { return }
    unsafe attribute.pointee.start_index = start
    unsafe attribute.pointee.end_index = end
    unsafe pango_attr_list_insert(list, attribute)
  }

  /// The parts of a colour, of 65,535 each.
  private static func parts(_ colour: String) -> (UInt16, UInt16, UInt16) {
    let value = UInt32(colour, radix: 16) ?? 0
    func part(_ shift: UInt32) -> UInt16 { UInt16(value >> shift & 255) * 257 }
    return (part(16), part(8), part(0))
  }
}

/// Draws on the pages of a PDF: the one place that meets cairo, Pango and librsvg here.
@safe final class PaperPen {
  private let surface: OpaquePointer
  private let context: OpaquePointer
  private let sink = PaperSink()

  /// Sides in points.
  init(width: Double, height: Double) throws(PaperFailure) {
    guard
      let surface = unsafe cairo_pdf_surface_create_for_stream(
        PaperSink.write, Unmanaged.passUnretained(sink).toOpaque(), width, height),
      let context = unsafe cairo_create(surface)
    else { throw PaperFailure("there is no room for a page") }
    unsafe self.surface = surface
    unsafe self.context = context
    unsafe cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
    let date = "2000-01-01T00:00:00Z"
    for kind in [CAIRO_PDF_METADATA_CREATE_DATE, CAIRO_PDF_METADATA_MOD_DATE] {
      unsafe cairo_pdf_surface_set_metadata(surface, kind, date)
    }
  }

  deinit {
    unsafe cairo_destroy(context)
    unsafe cairo_surface_destroy(surface)
  }

  /// Draws something that belongs to an element; the pieces of a page are numbered from 0 in this order.
  func tagged(_ role: String, _ draw: () throws(PaperFailure) -> Void) throws(PaperFailure) {
    // Cairo takes a link for one of its own, which are made otherwise here.
    let name = role == "Link" ? "Span" : role
    unsafe cairo_tag_begin(context, name, "")
    try draw()
    unsafe cairo_tag_end(context, name)
  }

  func text(
    _ text: SetText, lines: Range<Int>, x: Double, y: Double, room: Double, isRight: Bool
  ) {
    ink(text.style.colour)
    let (size, leading) = (text.style.size, text.style.leading)
    for (row, line) in lines.enumerated() {
      guard let line = unsafe pango_layout_get_line_readonly(text.layout, Int32(line)) else {
        continue
      }
      var (shape, logical) = (PangoRectangle(), PangoRectangle())
      unsafe pango_layout_line_get_extents(line, &shape, &logical)
      let width = Double(logical.width) / Double(PANGO_SCALE)
      let baseline = y + Double(row) * leading + leading / 2 + size * 0.36
      unsafe cairo_move_to(context, isRight ? x + room - width : x, baseline)
      unsafe pango_cairo_show_layout_line(context, line)
    }
  }

  func rule(x: Double, y: Double, length: Double, weight: Double, _ colour: String) {
    ink(colour)
    unsafe cairo_set_line_width(context, weight)
    unsafe cairo_move_to(context, x, y)
    unsafe cairo_line_to(context, x + length, y)
    unsafe cairo_stroke(context)
  }

  func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: String?, frame: String?
  ) {
    unsafe cairo_rectangle(context, x, y, width, height)
    if let fill {
      ink(fill)
      unsafe cairo_fill_preserve(context)
    }
    if let frame {
      ink(frame)
      unsafe cairo_set_line_width(context, 1.5)
      unsafe cairo_stroke_preserve(context)
    }
    unsafe cairo_new_path(context)
  }

  func picture(
    _ svg: [UInt8], x: Double, y: Double, width: Double, height: Double
  ) throws(PaperFailure) {
    guard
      let handle = unsafe svg.withUnsafeBufferPointer({ buffer in
        unsafe rsvg_handle_new_from_data(buffer.baseAddress, gsize(buffer.count), nil)
      })
    else { throw PaperFailure("a picture is not SVG that librsvg reads") }
    defer { unsafe g_object_unref(gpointer(handle)) }
    unsafe rsvg_handle_set_dpi(handle, 72)
    var viewport = RsvgRectangle(x: x, y: y, width: width, height: height)
    unsafe cairo_save(context)
    defer { unsafe cairo_restore(context) }
    clip(x: x, y: y, width: width, height: height)
    guard unsafe rsvg_handle_render_document(handle, context, &viewport, nil) != 0 else {
      throw PaperFailure("a picture could not be drawn")
    }
  }

  /// Keeps a hair of a corner free: whatever covers a whole page makes cairo forget what came before, the begin of a tag too.
  private func clip(x: Double, y: Double, width: Double, height: Double) {
    let hair = 0.01
    unsafe cairo_move_to(context, x, y)
    for (x, y) in [
      (x + width, y), (x + width, y + height), (x + hair, y + height), (x, y + height - hair),
    ] {
      unsafe cairo_line_to(context, x, y)
    }
    unsafe cairo_close_path(context)
    unsafe cairo_clip(context)
  }

  /// Sides in points; before anything is drawn on the page.
  func beginPage(width: Double, height: Double) {
    unsafe cairo_pdf_surface_set_size(surface, width, height)
  }

  func endPage() { unsafe cairo_show_page(context) }

  /// Adds a bookmark and returns its number.
  func bookmark(_ title: String, page: Int, y: Double, below parent: Int32) -> Int32 {
    unsafe cairo_pdf_surface_add_outline(
      surface, parent, title, "page=\(page) pos=[0 \(Int(y))]",
      CAIRO_PDF_OUTLINE_FLAG_OPEN)
  }

  /// The file, once all is drawn.
  func bytes() throws(PaperFailure) -> [UInt8] {
    unsafe cairo_surface_finish(surface)
    guard unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
      throw PaperFailure("the pages could not be written")
    }
    return sink.bytes
  }

  private func ink(_ colour: String) {
    let value = UInt32(colour, radix: 16) ?? 0
    func part(_ shift: UInt32) -> Double { Double(value >> shift & 255) / 255 }
    unsafe cairo_set_source_rgb(context, part(16), part(8), part(0))
  }
}

/// Bytes that cairo hands out piece by piece.
private final class PaperSink {
  private(set) var bytes: [UInt8] = []

  static let write: cairo_write_func_t = { closure, data, length in
    guard let closure = unsafe closure, let data = unsafe data else {
      return CAIRO_STATUS_WRITE_ERROR
    }
    let sink = unsafe Unmanaged<PaperSink>.fromOpaque(closure).takeUnretainedValue()
    unsafe sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }
}
