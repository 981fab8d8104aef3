import Networks

/// A map of people with everybody in place.
struct PeoplePlan {
  let panels: PeoplePanels
  let scale: PeopleScale
  /// In the order they are drawn: those named last, so that nothing covers them.
  private(set) var dots: [Dot] = []
  /// Where each person stands who has a dot to themselves.
  private(set) var places: [Int: Point] = [:]
  /// Of a dot that is not named.
  let radius: Double
  /// Of one that is.
  let namedRadius: Double

  /// A dot, for one person or several.
  struct Dot {
    let place: Point
    let mark: PersonMark
    let group: Int
    /// The person, where it stands for one.
    let person: Int?
  }

  init(_ picture: PeopleMap, _ scale: PeopleScale, in frame: Rect) {
    self.scale = scale
    let named = picture.groups.map { group in
      scale.isByTies
        ? []
        : [.holder, .connector].flatMap { mark in
          group.members.filter { picture.people[$0].mark == mark }
        }
    }
    let panels = PeoplePanels(
      picture.groups, named: named.map { $0.map { picture.people[$0].name ?? "" } }, in: frame)
    let rooms = picture.groups.indices.map { group in
      Room(picture.groups[group], panels.panels[group], named[group], picture, scale)
    }
    self.panels = panels
    // One distance for all, so that a fuller panel looks fuller.
    let spacing = min(26, rooms.map(\.spacing).min() ?? 26)
    radius = max(0.9, min(4.2, spacing * 0.34))
    namedRadius = max(radius * 1.2, 3.4)
    if scale.isByTies {
      placeByTies(picture, spacing)
    } else {
      for (group, room) in rooms.enumerated() { placeInRows(room, picture, group, spacing) }
    }
    let last = dots.filter { $0.mark == .connector || $0.mark == .holder }
    dots = dots.filter { $0.mark != .connector && $0.mark != .holder } + last
  }

  /// What dots a panel holds in rows, and how far apart they can stand.
  private struct Room {
    let panel: PeoplePanels.Panel
    let named: [Int]
    let outward: [Int]
    let inward: [Int]
    let perDot: Int

    init(
      _ group: PeopleMap.Group, _ panel: PeoplePanels.Panel, _ named: [Int],
      _ picture: PeopleMap, _ scale: PeopleScale
    ) {
      self.panel = panel
      self.named = named
      perDot = scale.perDot
      let others = Set(named)
      let rest = group.members.filter { !others.contains($0) }
      outward = rest.filter { picture.people[$0].mark != .inward }
      inward = rest.filter { picture.people[$0].mark == .inward }
    }

    func dots(_ people: [Int]) -> Int {
      people.isEmpty ? 0 : max(1, (people.count + perDot / 2) / perDot)
    }

    var spacing: Double {
      let (inner, count) = (panel.inner, dots(outward) + dots(inward))
      var spacing = (inner.width * inner.height / Double(max(count, 1))).squareRoot()
      while (inner.width / spacing).rounded(.down) * (inner.height / spacing).rounded(.down)
        < Double(count), spacing > 0.5
      {
        spacing *= 0.98
      }
      return spacing
    }
  }

  private mutating func placeInRows(
    _ room: Room, _ picture: PeopleMap, _ group: Int, _ spacing: Double
  ) {
    for (person, name) in zip(room.named, room.panel.names) {
      let place = Point(
        room.panel.rect.x + 6 + name.at.x, room.panel.namesTop + name.at.y)
      dots.append(
        Dot(place: place, mark: picture.people[person].mark, group: group, person: person))
      places[person] = place
    }
    let (outward, inward) = (room.dots(room.outward), room.dots(room.inward))
    let rows = PeoplePlaces(
      count: outward + inward, width: room.panel.inner.width, height: room.panel.inner.height,
      spacing: spacing)
    for (index, place) in rows.places.enumerated() {
      let isOutward = index < outward
      let person = isOutward ? room.outward : room.inward
      dots.append(
        Dot(
          place: Point(room.panel.inner.x + place.x, room.panel.inner.y + place.y),
          mark: isOutward ? .outward : .inward, group: group,
          person: scale.perDot == 1 ? person[isOutward ? index : index - outward] : nil))
    }
  }

  private mutating func placeByTies(_ picture: PeopleMap, _ spacing: Double) {
    var inside = [[(Int, Int)]](repeating: [], count: picture.groups.count)
    var pulls = [Point](repeating: Point(0, 0), count: picture.people.count)
    var slot = [Int](repeating: 0, count: picture.people.count)
    for group in picture.groups {
      for (index, person) in group.members.enumerated() { slot[person] = index }
    }
    for tie in picture.ties {
      let (a, b) = (picture.people[tie.a].group, picture.people[tie.b].group)
      if a == b {
        inside[a].append((slot[tie.a], slot[tie.b]))
      } else {
        for (end, own, other) in [(tie.a, a, b), (tie.b, b, a)] {
          let (from, to) = (panels.panels[own].rect.middle, panels.panels[other].rect.middle)
          let length = max(from.distance(to: to), 1)
          pulls[end] = Point(
            pulls[end].x + (to.x - from.x) / length, pulls[end].y + (to.y - from.y) / length)
        }
      }
    }
    for (index, group) in picture.groups.enumerated() {
      let inner = panels.panels[index].inner.grown(by: -namedRadius)
      let own = PeoplePlaces(
        count: group.members.count, ties: inside[index],
        pulls: group.members.map { person in
          let pull = pulls[person]
          let length = (pull.x * pull.x + pull.y * pull.y).squareRoot()
          return length > 1 ? Point(pull.x / length, pull.y / length) : pull
        }, width: max(1, inner.width), height: max(1, inner.height), gap: spacing * 0.8)
      for (person, place) in zip(group.members, own.places) {
        let place = Point(inner.x + place.x, inner.y + place.y)
        places[person] = place
        dots.append(
          Dot(place: place, mark: picture.people[person].mark, group: index, person: person))
      }
    }
  }
}
