import Intake
import Networks

/// The report of an online meeting, with a summary above those who came: Zoom, and Microsoft Teams saved with commas.
struct MeetingReport {
  /// A row for everybody who came, with the meeting and its day.
  private(set) var sheet: Sheet

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
    let (day, isGuessed) = Self.day(start)
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
    if isGuessed {
      self.sheet.note =
        "\(shown(start)) is read month first, as programs write it beside AM and PM: \(day). If the day comes first, write the date in the report as 2026-11-22"
    }
  }

  /// The day in a time such as "22/09/2026 09:00", "Sep 22, 2026" or "9/22/26, 9:00 AM", and whether its order is a guess.
  private static func day(_ start: String) -> (day: String, isGuessed: Bool) {
    let hasHalves = start.lowercased().split(separator: " ").last.map { ["am", "pm"].contains($0) }
    if let found = readDayMonthFirst(start), found.isSure || hasHalves == true {
      return ("\(found.day)", !found.isSure)
    }
    let words = start.split { " ,".contains($0) }.map(String.init)
    let whole = [1, 3].lazy.map { words.prefix($0).joined(separator: " ") }
      .first { readDay($0) != nil }
    return (whole ?? words.first ?? "", false)
  }
}
