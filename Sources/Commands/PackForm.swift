import Documents
import Papers
import Sections

/// The forms of a board pack.
enum PackForm: String, CaseIterable {
  case docx, pdf, xlsx

  /// The form that the ending of a path names; `nil` for a folder.
  init?(path: String) {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
    self.init(rawValue: path[dot...].dropFirst().lowercased())
  }

  /// The pack in this form, sealed where the form has a place for it.
  ///
  /// - Parameter further: what a workbook holds beside the tables of the findings.
  func bytes(_ pack: BoardPack, _ further: [Book.Sheet]) throws(Failure) -> [UInt8] {
    do throws(PaperFailure) {
      switch self {
      case .docx:
        let document = pack.document
        return try WordFile.bytes(of: document, contents: PDFFile.contents(of: document))
      case .pdf:
        let bytes = try PDFFile.bytes(of: pack.document)
        return Seal(.pdf)?.sealed(bytes) ?? bytes
      case .xlsx: return try WorkbookFile.bytes(of: pack.book(further))
      }
    } catch {
      throw Failure(.unavailable, "The pack could not be written: \(error.description).")
    }
  }
}

/// Where a board pack goes: one file, or a folder with one in each form.
struct PackPlace {
  let path: String
  private let force: Bool
  private let file: FigureFile?
  private let folder: OutputFolder?

  /// - Throws: a failure when nothing may be written there, before any work is done.
  init(_ path: String, _ form: PackForm?, _ session: Session, force: Bool) throws(Failure) {
    self.path = path
    self.force = force
    file = form == nil ? nil : try FigureFile(path, sparing: session.inputs, force: force)
    folder = form == nil ? try OutputFolder(path, sparing: session.inputs) : nil
  }

  func write(_ files: [OutputFile], isPrivate: Bool) throws(Failure) {
    if let file, let only = files.first {
      try file.write(only.pieces.flatMap { $0 }, isPrivate: isPrivate)
    }
    _ = try folder?.replace(
      with: files.sorted { $0.name < $1.name }, by: .pack, force: force, isPrivate: isPrivate,
      keeping: true)
  }
}
