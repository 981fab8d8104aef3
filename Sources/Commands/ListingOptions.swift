import ArgumentParser
import Documents
import Sections

/// In which form a command lists what it found.
struct ListingOptions: ParsableArguments {
  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Print CSV.")
  var csv = false

  @Flag(help: "Print tabs between cells, without a header, for other programs.")
  var plain = false

  func validate() throws {
    if [json, csv, plain].count(where: { $0 }) > 1 {
      throw ValidationError("Choose one of --json, --csv and --plain.")
    }
  }

  /// Whether a person reads the output, so that sentences may stand around tables.
  var isForPeople: Bool { !(json || csv || plain) }

  /// A table in the form asked for; `json` gives the whole answer where JSON says more than the table.
  func text(_ table: Table, json value: @autoclosure () -> JSONValue) -> String {
    if json { return value().json }
    if csv { return table.csv }
    return plain ? table.tabbedText : table.alignedText
  }
}
