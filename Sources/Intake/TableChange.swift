import Networks

/// What one file of a table has beside another: rows that are new, gone and changed.
///
/// Rows are known by their id where the table has one, else by all they say. Order and spaces at the ends of cells do not count.
public struct TableChange: Sendable, Equatable {
  /// A cell that says something else.
  public struct Cell: Sendable, Equatable {
    /// The id of the row.
    public let id: String
    public let heading: String
    public let before: String
    public let now: String
  }

  public let added: Int
  public let gone: Int
  public let changed: Int
  /// The ids of the rows that are new and gone; empty where the table has none.
  public let addedIDs: [String]
  public let goneIDs: [String]
  /// Cells of rows that are in both, in order of row.
  public let cells: [Cell]
  /// Headings that only one of the two has.
  public let newHeadings: [String]
  public let lostHeadings: [String]

  public var isNothing: Bool {
    added + gone + changed == 0 && newHeadings.isEmpty && lostHeadings.isEmpty
  }

  /// - Parameters:
  ///   - before: the file as it is; `nil` where there is none.
  ///   - now: the file that is to take its place.
  /// - Complexity: O(n) for n cells.
  public init(
    _ before: WorkspaceCopy.Table?, _ now: WorkspaceCopy.Table, options: IntakeOptions
  ) throws(IntakeError) {
    let new = try Rows(now, options)
    let old = try before.map { table throws(IntakeError) in try Rows(table, options) } ?? Rows()
    func without(_ one: Rows, _ other: Rows) -> [String] {
      zip(one.headings, one.meanings).filter { !other.meanings.contains($0.1) }.map(\.0)
    }
    newHeadings = before == nil ? [] : without(new, old)
    lostHeadings = without(old, new)
    guard let key = new.key, old.key != nil || before == nil else {
      var left: [[String]: Int] = [:]
      for row in old.rows { left[row, default: 0] += 1 }
      var fresh = 0
      for row in new.rows {
        if let count = left[row], count > 0 { left[row] = count - 1 } else { fresh += 1 }
      }
      (added, gone, changed) = (fresh, left.values.reduce(0, +), 0)
      (addedIDs, goneIDs, cells) = ([], [], [])
      return
    }
    func byID(_ rows: Rows, _ key: Int) -> [String: [String]] {
      Dictionary(rows.rows.map { ($0[key], $0) }, uniquingKeysWith: { first, _ in first })
    }
    let olds = byID(old, old.key ?? key)
    let news = byID(new, key)
    let shared = new.headings.indices.compactMap { column in
      old.meanings.firstIndex(of: new.meanings[column]).map { (new: column, old: $0) }
    }
    var (found, touched): ([Cell], Set<String>) = ([], [])
    for row in new.rows {
      guard let was = olds[row[key]] else { continue }
      for column in shared where row[column.new] != was[column.old] {
        touched.insert(row[key])
        found.append(
          Cell(
            id: row[key], heading: new.headings[column.new], before: was[column.old],
            now: row[column.new]))
      }
    }
    addedIDs = new.rows.map { $0[key] }.filter { olds[$0] == nil }
    goneIDs = old.rows.map { $0[old.key ?? key] }.filter { news[$0] == nil }
    (added, gone, changed, cells) = (addedIDs.count, goneIDs.count, touched.count, found)
  }

  /// The rows of a file as text, under its headings.
  private struct Rows {
    var headings: [String] = []
    /// What each heading is read as, else the heading itself: the same column under another spelling is no new one.
    var meanings: [String] = []
    var rows: [[String]] = []
    /// The column that names each row.
    var key: Int?

    init() {}

    init(_ table: WorkspaceCopy.Table, _ options: IntakeOptions) throws(IntakeError) {
      let source = try SourceFile(
        table: table.kind, path: table.name, bytes: FileBytes(table.bytes),
        delimiter: options.delimiter)
      let found = try source.findHeader(named: options.columns[table.kind] ?? [:])
      headings = found.header.headings
      key = found.header.columns["id"]
      meanings = headings.map { folded($0) }
      for (role, column) in found.header.columns where meanings.indices.contains(column) {
        meanings[column] = role
      }
      var reader = source.rows()
      while try reader.next() {
        guard reader.row > found.row else { continue }
        let cells = reader.texts.map { trimmed($0) }
        guard cells.contains(where: { !$0.isEmpty }) else { continue }
        rows.append(
          headings.indices.map { $0 < cells.count ? cells[$0] : "" })
      }
    }
  }
}
