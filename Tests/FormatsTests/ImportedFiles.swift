@testable import Formats

/// Tests of what files come to when they are imported together.
protocol ImportsFiles {}

extension ImportsFiles {
  func imported(_ files: [String: String], mapping: String = "") throws -> Imported {
    var tables: [SourceTable] = []
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      tables += try ImportFile.tables(name: name, bytes: Array(text.utf8))
    }
    var importer = Importer(tables, register: nil, earlier: try ImportMapping(reading: mapping))
    return try importer.run()
  }
}
