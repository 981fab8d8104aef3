import CXlsxWriter
public import Documents
import Glibc
import Networks

/// Tables and figures as a workbook for Excel (.xlsx); the same book gives the same bytes.
///
/// A sheet a table, numbers as numbers and texts as texts, so that no text can be run as a formula. The one place that meets
/// libxlsxwriter.
public enum WorkbookFile {
  public static func bytes(of book: Book) throws(PaperFailure) -> [UInt8] {
    var failure = PaperFailure("the workbook could not be written")
    for above in places {
      do {
        return try bytes(of: book, in: above)
      } catch {
        failure = error
        // What is no fault of the folder is the same in every other.
        if let number = error.number, ![ENOENT, ENOSPC, EROFS, EACCES, ENOTDIR].contains(number) {
          break
        }
      }
    }
    throw failure
  }

  /// Where the library, which writes to files alone, may do so: in memory where it can, or with temporary files.
  private static var places: [String] {
    let own = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) }
    return ["/dev/shm", own, "/tmp", "/var/tmp"].compactMap(\.self)
  }

  /// Writes in a folder that nobody else can enter, gone afterwards.
  private static func bytes(of book: Book, in above: String) throws(PaperFailure) -> [UInt8] {
    guard let template = unsafe strdup(above + "/weft-XXXXXX") else { throw .workbook(errno) }
    defer { unsafe free(template) }
    guard let made = unsafe mkdtemp(template) else { throw .workbook(errno) }
    let folder = unsafe String(cString: made)
    let path = folder + "/book.xlsx"
    defer {
      _ = unsafe unlink(path)
      _ = unsafe rmdir(folder)
    }
    let writer = try WorkbookWriter(path, folder, book)
    if let number = writer.failure { throw .workbook(number) }
    guard let file = unsafe fopen(path, "rb") else { throw .workbook(errno) }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = unsafe fread(&piece, 1, piece.count, file)
      if got == 0 { return bytes }
      bytes += piece[..<got]
    }
  }
}

extension PaperFailure {
  /// A workbook that the system would not have written.
  fileprivate static func workbook(_ number: Int32) -> PaperFailure {
    PaperFailure(
      "the workbook could not be written", number: number,
      reason: unsafe strerror(number).map { unsafe String(cString: $0) })
  }
}

@safe private final class WorkbookWriter {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  /// The number of the system's failure, 0 where it gave none; `nil` when all is written.
  private(set) var failure: Int32?
  private let head: UnsafeMutablePointer<lxw_format>?
  private let percent: UnsafeMutablePointer<lxw_format>?
  private let whole: UnsafeMutablePointer<lxw_format>?
  private let wrapped: UnsafeMutablePointer<lxw_format>?
  private let strong: UnsafeMutablePointer<lxw_format>?
  private var decimals: [Int: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  private var names: Set<String> = []
  /// Kept until the file is closed, as the library reads them then.
  private var kept: [UnsafeMutablePointer<CChar>] = unsafe []

  /// The most rows and characters that Excel takes.
  private static let mostRows = 1_048_576
  private static let mostLetters = 32_000

  init(_ path: String, _ folder: String, _ book: Book) throws(PaperFailure) {
    var options = unsafe lxw_workbook_options()
    let place = unsafe strdup(folder)
    unsafe options.constant_memory = 1
    unsafe options.tmpdir = place
    defer { unsafe free(place) }
    guard let workbook = unsafe workbook_new_opt(path, &options) else {
      throw PaperFailure("the workbook could not be written")
    }
    unsafe self.workbook = workbook
    unsafe head = workbook_add_format(workbook)
    unsafe percent = workbook_add_format(workbook)
    unsafe whole = workbook_add_format(workbook)
    unsafe wrapped = workbook_add_format(workbook)
    unsafe strong = workbook_add_format(workbook)
    unsafe format_set_bold(head)
    unsafe format_set_bottom(head, UInt8(LXW_BORDER_THIN.rawValue))
    unsafe format_set_text_wrap(head)
    unsafe format_set_num_format(percent, "0%")
    unsafe format_set_num_format(whole, "#,##0")
    unsafe format_set_text_wrap(wrapped)
    unsafe format_set_bold(strong)
    addWords(book)
    for sheet in book.sheets { add(sheet, book) }
    if !book.figures.isEmpty { addFigures(book) }
    addNotes(book)
    errno = 0
    failure = unsafe workbook_close(workbook) == LXW_NO_ERROR ? nil : errno
    while let text = unsafe kept.popLast() { unsafe free(text) }
  }

  private func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
    guard let copy = unsafe strdup(visible(text)) else { return nil }
    unsafe kept.append(copy)
    return unsafe copy
  }

  /// The title, and the day of the data in place of the clock's.
  private func addWords(_ book: Book) {
    var words = unsafe lxw_doc_properties()
    unsafe words.title = copy(book.title)
    unsafe words.author = copy(book.author ?? "")
    unsafe words.keywords = copy(book.marking)
    unsafe words.comments = copy("Weft")
    let days = (book.day?.julian ?? 2_451_545) - 2_440_588
    unsafe words.created = time_t(days * 86_400)
    unsafe workbook_set_properties(workbook, &words)
  }

  /// A sheet under a name that Excel takes: of up to 31 characters, without `[ ] : * ? / \ '`, unlike all others.
  private func sheet(_ wanted: String) -> UnsafeMutablePointer<lxw_worksheet>? {
    let plain = String(visible(wanted).filter { !"[]:*?/\\'".contains($0) }.prefix(27))
    let base = plain.isEmpty ? "Sheet" : plain
    let name =
      sequence(first: 1) { $0 + 1 }.lazy.map { $0 == 1 ? base : "\(base) \($0)" }
      .first { !self.names.contains($0.lowercased()) } ?? base
    names.insert(name.lowercased())
    return unsafe workbook_add_worksheet(workbook, name)
  }

  private func write(
    _ text: String, _ sheet: UnsafeMutablePointer<lxw_worksheet>?, _ row: Int, _ column: Int,
    _ format: UnsafeMutablePointer<lxw_format>? = nil
  ) {
    guard !text.isEmpty else { return }
    _ = unsafe worksheet_write_string(
      sheet, UInt32(row), UInt16(column), String(visible(text).prefix(Self.mostLetters)), format)
  }

  private func write(
    _ value: Double, _ sheet: UnsafeMutablePointer<lxw_worksheet>?, _ row: Int, _ column: Int,
    _ format: UnsafeMutablePointer<lxw_format>?
  ) {
    guard value.isFinite else { return }
    _ = unsafe worksheet_write_number(sheet, UInt32(row), UInt16(column), value, format)
  }

  private func decimals(_ places: Int) -> UnsafeMutablePointer<lxw_format>? {
    guard places > 0 else { return unsafe whole }
    if let known = unsafe decimals[places] { return unsafe known }
    let format = unsafe workbook_add_format(workbook)
    unsafe format_set_num_format(format, "0." + String(repeating: "0", count: min(places, 9)))
    unsafe decimals[places] = format
    return unsafe format
  }

  // MARK: - Sheets

  private func add(_ table: Book.Sheet, _ book: Book) {
    let sheet = unsafe sheet(table.name)
    let columns = table.table.columns
    let rows = table.table.rows.prefix(Self.mostRows - 1)
    let status = rows.map(Self.status)
    let hasStatus = status.contains { !$0.isEmpty }
    let width = columns.count + (hasStatus ? 1 : 0)
    for column in columns.indices {
      let longest = rows.prefix(200).map { $0[column].shown.count }.max() ?? 0
      let letters = min(48, max(columns[column].heading.count, longest, 6) + 3)
      _ = unsafe worksheet_set_column(
        sheet, UInt16(column), UInt16(column), Double(letters), nil)
    }
    if hasStatus {
      _ = unsafe worksheet_set_column(
        sheet, UInt16(columns.count), UInt16(columns.count), 36, nil)
    }
    for (column, about) in columns.enumerated() {
      unsafe write(about.heading, sheet, 0, column, head)
    }
    if hasStatus { unsafe write("status", sheet, 0, columns.count, head) }
    for (place, row) in rows.enumerated() {
      for (column, cell) in row.enumerated() { unsafe write(cell, sheet, place + 1, column) }
      unsafe write(status[place], sheet, place + 1, columns.count)
    }
    let (last, edge) = (UInt32(rows.count), UInt16(max(0, width - 1)))
    unsafe worksheet_freeze_panes(sheet, 1, 0)
    if !rows.isEmpty { _ = unsafe worksheet_autofilter(sheet, 0, 0, last, edge) }
    _ = unsafe worksheet_repeat_rows(sheet, 0, 0)
    _ = unsafe worksheet_print_area(sheet, 0, 0, last, edge)
    unsafe dress(sheet, table.what, book, isWide: width > 6)
  }

  private func write(
    _ cell: Table.Cell, _ sheet: UnsafeMutablePointer<lxw_worksheet>?, _ row: Int, _ column: Int
  ) {
    switch cell {
    case .text(let text): unsafe write(text, sheet, row, column)
    case .count(let value): unsafe write(Double(value), sheet, row, column, whole)
    case .number(let value, let places):
      unsafe write(value, sheet, row, column, decimals(places))
    case .share(let value): unsafe write(value, sheet, row, column, percent)
    case .signed(let value): unsafe write(value, sheet, row, column, decimals(2))
    case .undefined, .suppressed, .empty: break
    }
  }

  /// Why cells of a row are empty that could have held something.
  private static func status(_ row: [Table.Cell]) -> String {
    var reasons: [String] = []
    if row.contains(.suppressed) { reasons.append("not shown: few people are behind it") }
    for case .undefined(let reason) in row where !reasons.contains(reason) {
      reasons.append(reason)
    }
    return reasons.joined(separator: "; ")
  }

  /// How a sheet prints: on A4, as wide as the page, with the marking at its head.
  private func dress(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>?, _ what: String, _ book: Book, isWide: Bool
  ) {
    unsafe worksheet_set_paper(sheet, 9)
    if isWide { unsafe worksheet_set_landscape(sheet) }
    unsafe worksheet_fit_to_pages(sheet, 1, 0)
    // An ampersand is a sign of the library's own; Excel takes 255 characters.
    func plain(_ text: String) -> String {
      String(visible(text).prefix(90)).replacing("&", with: "&&")
    }
    _ = unsafe worksheet_set_header(sheet, "&L" + plain(what) + "&R" + plain(book.marking))
    _ = unsafe worksheet_set_footer(sheet, "&L" + plain(book.title) + "&RPage &P of &N")
  }

  private func addFigures(_ book: Book) {
    let sheet = unsafe sheet("figures")
    _ = unsafe worksheet_set_column(sheet, 0, 0, 110, nil)
    var row = 0
    for (place, figure) in book.figures.enumerated() {
      unsafe write("Figure \(place + 1): \(figure.caption)", sheet, row, 0, strong)
      unsafe write(figure.altText.words, sheet, row + 1, 0, wrapped)
      var options = unsafe lxw_image_options()
      let size = Self.size(ofPNG: figure.png)
      // The library counts 96 dots to the inch where the picture does not say.
      let wanted = figure.width / 25.4 * 96
      let scale = size.width > 0 ? wanted / (size.width * 96 / size.dpi) : 1
      unsafe options.x_scale = scale
      unsafe options.y_scale = scale
      unsafe options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
      unsafe options.description = copy(figure.altText.words)
      _ = unsafe figure.png.withUnsafeBufferPointer { buffer in
        unsafe worksheet_insert_image_buffer_opt(
          sheet, UInt32(row + 2), 0, buffer.baseAddress, buffer.count, &options)
      }
      row += Int(figure.height / 25.4 * 72 / 15) + 6
    }
    _ = unsafe worksheet_print_area(sheet, 0, 0, UInt32(row), 0)
    unsafe dress(sheet, "Figures", book, isWide: true)
  }

  /// The width of a PNG in dots, and how many make an inch.
  private static func size(ofPNG png: [UInt8]) -> (width: Double, dpi: Double) {
    func number(_ place: Int) -> Int { png[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    guard png.count > 54 else { return (0, 96) }
    let hasDots = png[37..<41].elementsEqual("pHYs".utf8)
    return (Double(number(16)), hasDots ? (Double(number(41)) * 0.0254).rounded() : 96)
  }

  private func addNotes(_ book: Book) {
    let sheet = unsafe sheet("notes")
    _ = unsafe worksheet_set_column(sheet, 0, 0, 24, nil)
    _ = unsafe worksheet_set_column(sheet, 1, 1, 96, nil)
    unsafe write(book.title, sheet, 0, 0, strong)
    unsafe write(book.marking, sheet, 1, 0, strong)
    var row = 3
    for note in book.notes {
      unsafe write(note, sheet, row, 1, wrapped)
      row += 1
    }
    row += 1
    for table in book.sheets {
      unsafe write(table.name, sheet, row, 0, strong)
      unsafe write(table.what, sheet, row, 1, wrapped)
      row += 1
    }
    _ = unsafe worksheet_print_area(sheet, 0, 0, UInt32(row), 1)
    unsafe dress(sheet, "Notes", book, isWide: false)
  }
}
