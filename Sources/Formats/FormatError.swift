import Intake

/// Why a file of another form cannot be read: what was found, and what to do.
public struct FormatError: Error, Sendable, Equatable, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}

/// Sizes beyond which a workbook or graph file is refused, with a plain message.
public enum FormatLimits {
  /// How deep elements, groups or lists may stand inside one another.
  public static let depth = 64
  /// The most rows of one sheet that hold anything.
  public static let rows = 500_000
  /// The longest cell, in bytes: what is written of it is read again as a table of a workspace.
  public static let cell = Limits.cell
  /// What a workbook may unpack to, in bytes.
  public static let unpacked = 100_000_000
  /// The largest file as it lies on the disk, in bytes.
  public static let packed = 100_000_000
  /// The text of all cells of a sheet that differ, in bytes, and the most cells.
  public static let text = 48_000_000
  public static let cells = 3_000_000
  /// The most columns of a sheet, and the most sheets.
  public static let columns = 16_384
  public static let sheets = 200
}
