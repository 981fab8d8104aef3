import Measures
import Networks

/// Two maps of one network beside each other: which groups and links are new, gone or there in both.
public struct GroupMapChange: Sendable, Equatable {
  /// Groups of either map: those of the later one first in its order, then those that are gone.
  public let units: [Entry]
  /// Links of either map, in order of their ends.
  public let links: [Link]
  /// How many groups that may be shown now are left out, since they might not then.
  public let hiddenThen: Int
  /// What `readable` left out.
  public var groupsLeftOut = 0
  public var partnersLeftOut = 0
  public var keptLeftOut = 0
  public var changeLeftOut = 0

  public struct Entry: Sendable, Equatable {
    public let unit: GroupMap.Unit
    public let isNew: Bool
    public let isGone: Bool
  }

  public enum State: String, Sendable, CaseIterable {
    case gained, lost, kept
  }

  public struct Link: Sendable, Equatable {
    public let a: Int
    public let b: Int
    /// Ties then and now; 0 where there is none.
    public let before: Double
    public let now: Double
    /// Gained where no tie was there before, lost where none is now, whether shown or not.
    public let state: State
  }

  /// Whether any tie is recorded as begun, or as ended, between the two; where none is, none can be told but of people who came or left.
  public let tellsStarts: Bool
  public let tellsEnds: Bool

  /// Compares what two maps show.
  init(
    _ before: GroupMap, _ now: GroupMap, tellsStarts: Bool = true, tellsEnds: Bool = true
  ) {
    func key(_ unit: GroupMap.Unit) -> String { unit.key }
    // A group that may not be shown on one of the two days is told of on neither: what came or went would tell of both.
    let (shownThen, shownNow) = (Set(before.units.map(key)), Set(now.units.map(key)))
    func tells(_ unit: GroupMap.Unit) -> Bool {
      unit.kind == .partner
        || (shownThen.contains(key(unit)) || !before.allGroups.contains(key(unit)))
          && (shownNow.contains(key(unit)) || !now.allGroups.contains(key(unit)))
    }
    hiddenThen = now.units.count { !tells($0) }
    var units = now.units.filter(tells).map {
      Entry(unit: $0, isNew: !before.allGroups.contains(key($0)), isGone: false)
    }
    var place: [String: Int] = [:]
    for (index, entry) in units.enumerated() { place[key(entry.unit)] = index }
    for unit in before.units where place[key(unit)] == nil && tells(unit) {
      place[key(unit)] = units.count
      units.append(Entry(unit: unit, isNew: false, isGone: !now.allGroups.contains(unit.key)))
    }
    var sums: [[Int]: (before: Double, now: Double)] = [:]
    for link in before.links {
      guard let a = place[key(before.units[link.a])], let b = place[key(before.units[link.b])]
      else { continue }
      sums[[a, b].sorted(), default: (0, 0)].before += link.ties
    }
    for link in now.links {
      guard let a = place[key(now.units[link.a])], let b = place[key(now.units[link.b])]
      else { continue }
      sums[[a, b].sorted(), default: (0, 0)].now += link.ties
    }
    self.units = units
    links = sums.sorted { ($0.key[0], $0.key[1]) < ($1.key[0], $1.key[1]) }.compactMap {
      let ends = $0.key.map { units[$0].unit.key }.sorted()
      let state: State =
        !before.allLinks.contains(ends) ? .gained : now.allLinks.contains(ends) ? .kept : .lost
      // Kept back on one of the two days, its ties of the other would be told as those of both.
      if state == .kept, $0.value.before == 0 || $0.value.now == 0 { return nil }
      return Link(
        a: $0.key[0], b: $0.key[1], before: $0.value.before, now: $0.value.now, state: state)
    }
    self.tellsStarts = tellsStarts
    self.tellsEnds = tellsEnds
  }

  private init(of change: GroupMapChange, units: [Entry], links: [Link]) {
    tellsStarts = change.tellsStarts
    tellsEnds = change.tellsEnds
    hiddenThen = change.hiddenThen
    self.units = units
    self.links = links
  }

  /// The number of links in a state.
  public func count(_ state: State) -> Int { links.count { $0.state == state } }

  /// The group with most links gained or lost; `nil` where several have as many.
  public var mostChanged: (name: String, gained: Int, lost: Int)? {
    var counts = units.map { (name: $0.unit.name, gained: 0, lost: 0) }
    for link in links where link.state != .kept {
      for end in [link.a, link.b] where units[end].unit.kind != .partner {
        if link.state == .gained { counts[end].gained += 1 } else { counts[end].lost += 1 }
      }
    }
    let most = counts.map { max($0.gained, $0.lost) }.max() ?? 0
    let first = counts.filter { max($0.gained, $0.lost) == most }
    return first.count == 1 ? first[0] : nil
  }

  /// As much as a page can show: the groups and partners with most change, the links gained and lost among them with most
  /// ties, and of links that stayed each group's strongest two.
  public func readable(groups: Int, partnersPerGroup: Double) -> GroupMapChange {
    var change = [Double](repeating: 0, count: units.count)
    for link in links {
      for end in [link.a, link.b] {
        change[end] += (link.state == .kept ? 0.001 : 1) * max(link.before, link.now)
      }
    }
    // A partner is there for its change alone; groups stay for orientation.
    func first(_ count: Int, partners: Bool) -> ArraySlice<Int> {
      units.indices.filter { (units[$0].unit.kind == .partner) == partners }
        .filter { !partners || change[$0] >= 0.5 }
        .sorted { (change[$1], $0) < (change[$0], $1) }.prefix(count)
    }
    let staff = first(groups, partners: false)
    let kept = Set(staff).union(
      first(Int(Double(max(staff.count, 12)) * partnersPerGroup), partners: true))
    var strongest = [[Int]](repeating: [], count: units.count)
    let among = links.indices.filter { kept.contains(links[$0].a) && kept.contains(links[$0].b) }
    let byTies = among.filter { links[$0].state == .kept }
      .sorted { (links[$1].now, $0) < (links[$0].now, $1) }
    for place in byTies {
      for end in [links[place].a, links[place].b] where strongest[end].count < 2 {
        strongest[end].append(place)
      }
    }
    let changed = among.filter { links[$0].state != .kept }.sorted {
      (max(links[$1].before, links[$1].now), $0) < (max(links[$0].before, links[$0].now), $1)
    }
    let room = kept.count + 4
    let drawn = Set(strongest.joined()).union(changed.prefix(room))
    let shown = units.indices.filter(kept.contains)
    var place = [Int](repeating: -1, count: units.count)
    for (new, old) in shown.enumerated() { place[old] = new }
    let chosen = among.filter(drawn.contains)
    var result = GroupMapChange(
      of: self, units: shown.map { units[$0] },
      links: chosen.map { index in
        let link = links[index]
        return Link(
          a: place[link.a], b: place[link.b], before: link.before, now: link.now, state: link.state)
      })
    let staffCount = units.count { $0.unit.kind != .partner }
    result.groupsLeftOut = staffCount - staff.count
    result.partnersLeftOut = units.count - staffCount - (kept.count - staff.count)
    result.changeLeftOut = max(0, changed.count - room)
    result.keptLeftOut = among.count - chosen.count - result.changeLeftOut
    return result
  }
}
