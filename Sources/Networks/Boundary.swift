/// A way of grouping the staff: by school, team, phase, hub, role, or any column of the files.
public struct Boundary: Sendable, Hashable, Comparable {
  /// The name used on the command line, such as "school" or "team-kind".
  public let id: String

  public init(_ id: String) { self.id = id }

  public static let school = Boundary("school")
  public static let team = Boundary("team")
  public static let teamKind = Boundary("team-kind")
  public static let phase = Boundary("phase")
  public static let hub = Boundary("hub")
  public static let role = Boundary("role")

  /// The boundaries that the contract's own columns make, in the order they are offered.
  public static let usual: [Boundary] = [.school, .hub, .phase, .team, .teamKind, .role]

  public static func < (a: Boundary, b: Boundary) -> Bool { a.id < b.id }

  /// One group, for sentences: "school", "kind of team".
  ///
  /// A further column of schools.csv is called by its heading alone.
  public var singular: String {
    if id == "team-kind" { return "kind of team" }
    return id.hasPrefix("school.") ? String(id.dropFirst("school.".count)) : id
  }

  /// Several groups, for sentences: "schools", "kinds of team".
  public var plural: String {
    if id == "team-kind" { return "kinds of team" }
    let one = singular
    if one.hasSuffix("y"), let before = one.dropLast().last, !"aeiou".contains(before) {
      return one.dropLast() + "ies"
    }
    if one.hasSuffix("s") || one.hasSuffix("x") || one.hasSuffix("ch") { return one + "es" }
    return one + "s"
  }
}
