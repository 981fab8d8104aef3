import Networks

/// The files of a workspace, opened and examined: the two that must be there, and the others.
struct SourceFiles {
  let people: SourceFile
  let collaborations: SourceFile
  private var others: [TableKind: SourceFile] = [:]

  init(_ workspace: Workspace, _ options: IntakeOptions) throws(IntakeError) {
    people = try workspace.source(.people, options)
    collaborations = try workspace.source(.collaborations, options)
    for table in TableKind.allCases where !table.isRequired && workspace.has(table) {
      others[table] = try workspace.source(table, options)
    }
  }

  /// A file that need not be there.
  subscript(table: TableKind) -> SourceFile? { others[table] }

  /// All of them, in no order.
  var all: [SourceFile] { [people, collaborations] + others.values }

  /// Refuses files for which there is not enough memory, since nothing can be done once it has run out.
  func checkMemory() throws(IntakeError) {
    let need = all.reduce(MemoryLimit.program) { $0 + $1.memoryNeed }
    let limit = MemoryLimit.current
    guard need > limit.bytes, need > MemoryLimit.program * 2 else { return }
    throw IntakeError(
      .unusable,
      "The files need about \(inBytes(need)) of memory and \(limit.reason) \(inBytes(limit.bytes)). Export only the rows you need, or use a machine with more memory."
    )
  }
}

extension SourceFile {
  /// About how much memory the network made of the file takes, judged by the rows at its beginning.
  ///
  /// Measured: about 100 bytes a tie, 600 a person (Benchmarks/README.md).
  fileprivate var memoryNeed: Int {
    let perRow = table == .collaborations ? 100 : 600
    return byteCount * 2 + byteCount / max(1, bytesPerRow) * perRow
  }
}
