import CPNG
import CRsvg

/// The dots of a drawn surface as a PNG file.
///
/// Figures are flat colour with few shades: without libpng's search for the best filter of each row a file is smaller by a tenth, and written in
/// a fifth of the time.
enum PNGImage {
  /// A surface's dots in PNG, or nothing where libpng cannot write them.
  ///
  /// - Parameter surface: an image surface of cairo in CAIRO_FORMAT_RGB24.
  static func bytes(_ surface: OpaquePointer?) -> [UInt8]? {
    unsafe cairo_surface_flush(surface)
    guard let data = unsafe cairo_image_surface_get_data(surface) else { return nil }
    let width = Int(unsafe cairo_image_surface_get_width(surface))
    let height = Int(unsafe cairo_image_surface_get_height(surface))
    let stride = Int(unsafe cairo_image_surface_get_stride(surface))
    // Cairo keeps a dot as four bytes, a word of the machine: red, green and blue below eight bits of nothing.
    var colours: [UInt8] = []
    colours.reserveCapacity(width * height * 3)
    for row in 0..<height {
      unsafe (data + row * stride).withMemoryRebound(to: UInt32.self, capacity: width) { dots in
        for column in 0..<width {
          let dot = unsafe dots[column]
          colours.append(UInt8(dot >> 16 & 255))
          colours.append(UInt8(dot >> 8 & 255))
          colours.append(UInt8(dot & 255))
        }
      }
    }
    var image = unsafe png_image()
    unsafe image.version = png_uint_32(PNG_IMAGE_VERSION)
    unsafe image.width = png_uint_32(width)
    unsafe image.height = png_uint_32(height)
    unsafe image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR)
    unsafe image.flags = png_uint_32(PNG_IMAGE_FLAG_FAST)
    // What does not get smaller grows by an eighth and the heads of its chunks at most (png.h, PNG_IMAGE_PNG_SIZE_MAX).
    let room = colours.count + colours.count / 4 + 65_536
    var isWritten = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      var size = room
      isWritten =
        unsafe png_image_write_to_memory(
          &image, buffer.baseAddress, &size, 0, colours, 0, nil) != 0
      count = isWritten ? size : 0
    }
    return isWritten ? bytes : nil
  }
}
