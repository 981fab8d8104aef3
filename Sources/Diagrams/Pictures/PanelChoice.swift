import GraphEngine
import Measures
import Networks

/// Which panel of a map of people the people of each group stand on.
///
/// Each group has its own while there is room. When there are too many, people stand by hub; without hubs the smallest
/// groups share a panel, cut between sizes and never within one; and when that would be most people, all stand on one.
struct PanelChoice {
  /// What the figure says of it; empty when each group has its own.
  let note: String
  private let grouping: Grouping?
  private let boundary: Boundary
  private let panels: [PeopleMap.Group]

  init(_ facts: FigureFacts, limit: Int) {
    let grouping = facts.study.grouping
    let boundary = facts.boundary
    self.grouping = grouping
    self.boundary = boundary
    let names = grouping?.partition.names ?? []
    let sizes = grouping?.partition.sizes ?? []
    let hubs = Self.hubs(facts)
    let tooMany = "Too many \(boundary.plural) for one page, so "
    if names.count <= limit {
      note = ""
      panels = names.indices.map {
        .init(id: grouping?.ids[$0] ?? "", title: names[$0], hub: hubs[$0])
      }
      return
    }
    let byHub = names.indices.map { group -> PeopleMap.Group in
      hubs[group].map { .init(id: "hub:" + $0, title: $0, hub: nil) }
        ?? .init(id: grouping?.ids[group] ?? "", title: names[group], hub: nil)
    }
    if hubs.contains(where: { $0 != nil }), Set(byHub.map(\.id)).count <= limit {
      note = tooMany + "people stand by hub. "
      panels = byHub
      return
    }
    let cut = sizes.sorted(by: >)[limit - 1]
    let rest = sizes.count { $0 <= cut }
    let people = sizes.reduce(0) { $0 + ($1 <= cut ? $1 : 0) }
    if rest < names.count, people <= sizes.reduce(0, +) / 2 {
      note =
        tooMany
        + "the \(counted(rest)) of at most \(counted(cut, "person", "people")) share a panel. "
      panels = names.indices.map { group in
        sizes[group] > cut
          ? .init(id: grouping?.ids[group] ?? "", title: names[group], hub: nil)
          : .init(id: "more groups", title: "\(counted(rest)) more \(boundary.plural)", hub: nil)
      }
    } else {
      note = tooMany + "all people stand on one panel. "
      panels = names.map { _ in
        .init(id: "all groups", title: "All \(counted(names.count)) \(boundary.plural)", hub: nil)
      }
    }
  }

  /// The hub of each group; nothing when there are not at least two that hold groups together.
  private static func hubs(_ facts: FigureFacts) -> [String?] {
    let ids = facts.study.grouping?.ids ?? []
    guard facts.boundary == .school else { return ids.map { _ in nil } }
    var hubOf: [String: String] = [:]
    for school in facts.study.network.schools { hubOf[school.id] = school.hub }
    let hubs = ids.map { hubOf[$0] }
    let known = hubs.compactMap { $0 }
    return Set(known).count > 1 && Set(known).count < known.count ? hubs : ids.map { _ in nil }
  }

  /// The panel, still without people, of a group; -1 is for people of whom none is recorded.
  func panel(of group: Int) -> PeopleMap.Group {
    panels.indices.contains(group)
      ? panels[group] : .init(id: "", title: title(of: group), hub: nil)
  }

  func title(of group: Int) -> String {
    guard let names = grouping?.partition.names, names.indices.contains(group) else {
      return "No \(boundary.singular) recorded"
    }
    return names[group]
  }
}
