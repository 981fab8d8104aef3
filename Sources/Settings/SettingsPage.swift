import Intake
import Networks

/// The table of settings as people read it: Docs/Settings.md, and the weft.toml that `weft init` writes.
public enum SettingsPage {
  /// The page Docs/Settings.md.
  public static var markdown: String {
    """
    # Settings: weft.toml

    <!-- Written by `make record` from Sources/Settings; a test holds it true. -->

    A workspace may hold a file `weft.toml`. Every key is optional; options of a command win over the environment, the environment over the file. A variable that
    is empty counts as none.

    ## Keys at the top

    | key | takes | otherwise | variable | option | meaning |
    |---|---|---|---|---|---|
    \(Setting.top.map(row).joined(separator: "\n"))

    ## [files]

    Other names of files, in the folder: `people = "staff.csv"`. The keys are \(names(Setting.files)).
    Options: \(listed(Setting.files.compactMap(\.option).map { "`\($0)`" })).

    ## [columns.people], [columns.collaborations] ...

    Other headings of columns, a section a file: `strength = "intervals_20s"` under `[columns.collaborations]`. Option: `--column`.

    | section | keys |
    |---|---|
    \(TableKind.allCases.map { table in "| `[columns.\(table.rawValue)]` | \(names(Setting.columns.filter { $0.section == "columns.\(table.rawValue)" })) |" }.joined(separator: "\n"))

    ## [figures]

    | key | takes | otherwise | option | meaning |
    |---|---|---|---|---|
    \(Setting.figures.map { "| `\($0.key)` | \($0.range) | \($0.standard) | \(code($0.option)) | \($0.meaning) |" }.joined(separator: "\n"))

    ## [sign_in]

    For `weft serve`, so that the people of a trust may come in ([Serve.md](Serve.md)). Who may do what follows from the four lists.

    | key | takes | otherwise | meaning |
    |---|---|---|---|
    \(Setting.signIn.map { "| `\($0.key)` | \($0.range) | \($0.standard) | \($0.meaning) |" }.joined(separator: "\n"))

    ## When something does not fit

    Weft stops with exit code 78 and says where, rather than go on without a setting that somebody relies on:

    - a value of another type or out of range, a key that is unknown, given twice or in the wrong section, anything that is not TOML or not UTF-8;
    - an environment variable that begins with `WEFT_` and is none of the above;
    - a `weft.toml` that is there and cannot be read: no permission, a folder, a pipe, a device, a link to nothing, or over \(counted(Settings.largest)) bytes;
    - a file whose name differs from `weft.toml` in capitals alone (`WEFT.TOML`), which some systems would take for it and others not;
    - a name much like it (`weft.toml.txt`, `weft.tml`) where there is no `weft.toml`; beside one it may be a copy, and is only told of;
    - a `pseudonym_key` in a file that others may read: `chmod 600 weft.toml`, or put it in `WEFT_PSEUDONYM_KEY`.

    Weft reads TOML 1.0 but for lists of tables, lists within lists, times of day and names of more than \(inWords(Toml.partsAtMost)) parts, which no key takes.

    """
  }

  private static func row(_ setting: Setting) -> String {
    "| `\(setting.key)` | \(setting.range) | \(setting.standard) | \(code(setting.variable)) | \(code(setting.option)) | \(setting.meaning) |"
  }

  private static func code(_ text: String?) -> String { text.map { "`\($0)`" } ?? "" }

  private static func names(_ settings: [Setting]) -> String {
    listed(settings.map { "`\($0.key)`" })
  }

  /// A weft.toml with every line a comment.
  public static var template: String {
    let shown: [(section: String, settings: [Setting])] = [
      ("", Setting.top), ("files", Setting.files.filter { $0.key == "people" }),
      (
        "columns.collaborations",
        Setting.columns.filter { $0.section == "columns.collaborations" && $0.key == "strength" }
      ), ("figures", Setting.figures), ("sign_in", Setting.signIn),
    ]
    let blocks = shown.map { section, settings in
      ((section.isEmpty ? [] : ["# [\(section)]"]) + settings.map(line)).joined(separator: "\n")
    }
    return """
      # Settings for this workspace. A line without the # in front counts. Options of a command win over these.

      \(blocks.joined(separator: "\n\n"))

      """
  }

  private static func line(_ setting: Setting) -> String {
    let pair = "# \(setting.key) = \(setting.example)"
    let room = String(repeating: " ", count: max(2, 50 - pair.count))
    return "\(pair)\(room)# \(setting.meaning)"
  }
}

extension SettingsPage {
  /// What `weft explain` says of a key, by its name or its whole name; `nil` when there is none.
  public static func explanation(of name: String) -> String? {
    let own = Setting.top + Setting.figures + Setting.signIn
    guard
      let setting = Setting.all.first(where: { $0.name == name })
        ?? own.first(where: { $0.key == name })
    else { return nil }
    let place = setting.section.isEmpty ? "" : " (weft.toml, under [\(setting.section)])"
    let lines: [(String, String?)] = [
      ("Takes", setting.range), ("Otherwise", setting.standard),
      ("Example", "\(setting.key) = \(setting.example)"), ("Variable", setting.variable),
      ("Option", setting.option),
    ]
    return "\(setting.key)\(place)\n\n\(capitalised(setting.meaning)).\n\n"
      + lines.compactMap { name, text in
        text.map { name + String(repeating: " ", count: 11 - name.count) + $0 + "\n" }
      }.joined()
  }
}
