import Intake
import Networks

/// What to say of a name that is no setting, or of one that stands in the wrong place.
enum Unplaced {
  static func mistake(_ path: [String], _ place: Place) -> SettingsError {
    SettingsError(line: place, words(path))
  }

  private static func words(_ path: [String]) -> String {
    let key = path.last ?? ""
    let name = path.joined(separator: ".")
    for count in path.indices.map({ $0 + 1 }) {
      if let setting = Setting.byPath[Array(path[..<count])] {
        return
          "\(setting.name) is a key, not a section. Write \(setting.key) = \(setting.example)."
      }
    }
    if Setting.sections.contains(path),
      let inside = Setting.all.first(where: { $0.path.starts(with: path) })
    {
      return
        "\(name) is a section. Write [\(inside.section)] on a line of its own, and below it \(inside.key) = \(inside.example)."
    }
    let homes = homes(of: key)
    if let first = homes.first {
      return first.isEmpty
        ? "\(key) belongs at the top of the file, above every section in [brackets]."
        : "\(key) belongs under \(listed(homes.prefix(3).map { "[\($0)]" }, and: "or"))."
    }
    let known = known(in: Array(path.dropLast()))
    guard !known.isEmpty else {
      let near = nearest(
        to: name, in: Setting.sections.map { $0.joined(separator: ".") }.sorted())
      return "there is no section \(shown(name)).\(near.map { " Did you mean [\($0)]?" } ?? "")"
    }
    return
      "there is no key \(shown(key)).\(suggestion(key, known)) The keys here are \(listed(known))."
  }

  /// The sections in which a key may stand, the most likely first; empty text stands for the top of the file.
  private static func homes(of key: String) -> [String] {
    let sections = Setting.all.filter { $0.key == key }.map(\.section)
    let plain = sections.filter { !$0.hasPrefix("columns") }
    return plain.isEmpty ? sections : plain
  }

  /// The keys and sections that may stand in a section.
  private static func known(in section: [String]) -> [String] {
    let keys = Setting.all.filter { $0.path.dropLast() == section[...] }.map(\.key)
    let sections = Setting.sections.filter { $0.dropLast() == section[...] }.compactMap(\.last)
    return (keys + sections).sorted()
  }

  private static func suggestion(_ key: String, _ known: [String]) -> String {
    if let near = nearest(to: key, in: known) { return " Did you mean \(near)?" }
    // Of a short word all are near.
    guard key.count > 3, let near = nearest(to: key, in: Set(Setting.all.map(\.key)).sorted()),
      let home = homes(of: near).first
    else { return "" }
    return " Did you mean \(near)\(home.isEmpty ? " at the top of the file" : " under [\(home)]")?"
  }

  /// What to say of an environment variable.
  static func mistake(variable name: String) -> SettingsError {
    let known = Setting.top.compactMap(\.variable).sorted()
    let near = nearest(to: name, in: known)
    return SettingsError(
      "The environment has \(shown(name)), which is no setting. "
        + (near.map { "Did you mean \($0)?" }
          ?? "Unset it; those that are read are \(listed(known))."))
  }
}
