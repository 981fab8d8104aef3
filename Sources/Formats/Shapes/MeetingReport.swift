import Intake
import Networks

/// The report of an online meeting, with a summary above those who came: Zoom, and Microsoft Teams saved with commas.
struct MeetingReport {
  /// A row for everybody who came, with the meeting and its day.
  let sheet: Sheet

  /// `nil` for any other table.
  init?(_ sheet: Sheet, file: String) {
    let joined = ["firstjoin", "jointime", "firstjointime", "joinedat"]
    func keys(_ row: Int) -> [String] { sheet.texts(row).map { headingKey(cleaned($0)) } }
    let found = (0..<min(60, sheet.rowCount)).first { row in
      let heads = keys(row)
      guard let first = heads.first, heads.contains(where: joined.contains) else { return false }
      return first.hasPrefix("name") || ["fullname", "participant"].contains(first)
    }
    guard let head = found else { return nil }
    let heads = keys(head)
    // The summary has its headings before its cells, or above them.
    func said(_ names: [String]) -> String {
      for row in 0..<head {
        let heads = keys(row)
        if let first = heads.first, names.contains(first), sheet.width(row) == 2 {
          return cleaned(sheet.text(row, 1))
        }
        if row + 1 < head, heads.count > 2, let column = heads.firstIndex(where: names.contains) {
          return cleaned(sheet.text(row + 1, column))
        }
      }
      return ""
    }
    let title = said(["meetingtitle", "topic", "meetingtopic", "title"])
    let start = said(["starttime", "meetingstarttime", "start"])
    let day = String(start.prefix { !", ".contains($0) })
    var rows = [["Meeting", "Date", "Name"]]
    for row in head + 1..<max(head + 1, sheet.rowCount) {
      // The next part of the report has a title of its own.
      if sheet.width(row) < 3 || keys(row).first == heads.first { break }
      rows.append([
        title.isEmpty ? String(file.prefix { $0 != "." }) : title, day,
        cleaned(sheet.text(row, 0)),
      ])
    }
    guard rows.count > 1 else { return nil }
    self.sheet = Sheet(name: sheet.name, rows)
  }
}
