import Networks

/// Draws the trust today and without somebody: two maps on the same places, and below them how far apart people would be.
struct WithoutInk {
  private let picture: WithoutPicture
  private let frame: Rect
  private let maps: [Rect]
  private let places: WithoutPlaces
  private let slopes: Rect
  private let widths: MapPicture.WidthScale
  private static let size = WithoutPlaces.size
  private static let radius = 5.0
  private static let headHeight = 30.0
  static let dashes = "4 2.6"
  /// Whether every name has room.
  let fits: Bool

  init(_ picture: WithoutPicture, in frame: Rect) {
    self.picture = picture
    self.frame = frame
    let isTall = frame.width < 600 && !picture.isSmall
    // Two maps without a line would say nothing.
    let hasMaps = picture.hasMaps
    let slopeHeight =
      picture.slopes.isEmpty
      ? 0 : hasMaps ? min(92, frame.height * 0.27) : min(120, frame.height - 30)
    slopes = Rect(
      x: frame.x, y: hasMaps ? frame.bottom - slopeHeight : frame.y + 30, width: frame.width,
      height: slopeHeight)
    let gap = picture.isSmall ? 14.0 : 26
    let upper = frame.height - slopeHeight - (slopeHeight > 0 ? 10 : 0)
    let size =
      isTall
      ? (width: frame.width, height: (upper - 12) / 2)
      : (width: (frame.width - gap) / 2, height: upper)
    maps = (0..<(hasMaps ? 2 : 0)).map { map in
      Rect(
        x: frame.x + (isTall ? 0 : Double(map) * (size.width + gap)),
        y: frame.y + (isTall ? Double(map) * (size.height + 12) : 0), width: size.width,
        height: size.height)
    }
    places = WithoutPlaces(
      picture,
      in: Rect(x: 0, y: 0, width: size.width, height: max(40, size.height - Self.headHeight)))
    widths = MapPicture.WidthScale(picture.lines.filter { $0.state == .kept }.map(\.ties))
    fits = places.fits || !hasMaps
  }

  var elements: [SVG] {
    [
      SVG(
        "g", ["class": "without"],
        (maps.isEmpty
          ? [
            text(
              "Every link is carried by fewer than \(picture.minLink) people, or stands beside one that is, so no map is drawn.",
              Point(frame.x, frame.y + 10), 10, .regular, Palette.quiet)
          ]
          : map(0, "Today", picture.captions.today)
            + map(1, picture.heading, picture.captions.then))
          + slopeElements)
    ]
  }

  private func text(
    _ words: String, _ at: Point, _ size: Double = size, _ weight: TypeWeight = .regular,
    _ colour: String = Palette.ink, anchor: String = "start", halo: Bool = false
  ) -> SVG { Page.text(words, at, size, weight, colour, anchor: anchor, halo: halo) }

  // MARK: - The two maps

  private func map(_ which: Int, _ heading: String, _ caption: String) -> [SVG] {
    let corner = Point(maps[which].x, maps[which].y + Self.headHeight)
    let isThen = which == 1
    func at(_ place: Point) -> Point { Point(corner.x + place.x, corner.y + place.y) }
    var marks = [
      text(heading, Point(corner.x, maps[which].y + 10), 11, .bold),
      text(caption, Point(corner.x, maps[which].y + 22), 9, .regular, Palette.quiet),
    ]
    if picture.panels.count > 1 {
      for (panel, rect) in zip(picture.panels, places.panels) {
        marks.append(
          SVG(
            "rect",
            [
              "x": number(corner.x + rect.x), "y": number(corner.y + rect.y),
              "width": number(rect.width), "height": number(rect.height), "rx": "6",
              "fill": Palette.hull, "stroke": Palette.rule, "stroke-width": "0.5",
            ]))
        marks.append(
          text(
            TextRuler.wrap(panel.title, 9, .bold, room: rect.width - 12, lines: 1).first ?? "",
            Point(corner.x + rect.x + 7, corner.y + rect.y + 12), 9, .bold,
            Palette.quiet))
      }
    }
    let centre = places.centre.map { rect in at(Point(rect.middle.x, rect.y)) }
    func end(_ place: Int) -> Point? {
      place < picture.groups.count ? at(places.places[place]) : centre
    }
    // What matters is drawn last, over the rest.
    for state in [WithoutPicture.Line.State.kept, .lost, .cutting] {
      for link in picture.lines where link.state == state {
        guard let a = end(link.a), let b = end(link.b) else { continue }
        switch state {
        case .kept: marks.append(Marks.line(a, b, Palette.link, widths.width(link.ties)))
        case .lost:
          marks.append(
            isThen
              ? Marks.line(a, b, Palette.ink, 1.2, dashes: Self.dashes)
              : Marks.line(a, b, Palette.ink, 1.6))
        case .cutting:
          marks.append(
            Marks.line(a, b, Palette.alarm, isThen ? 1.6 : 2.2, dashes: isThen ? Self.dashes : nil))
        }
      }
    }
    for (place, group) in picture.groups.enumerated() {
      marks += self.group(group, at(places.places[place]), places.labels[place], isThen)
    }
    if let name = picture.centre, let rect = places.centre {
      let box = Rect(
        x: corner.x + rect.x, y: corner.y + rect.y, width: rect.width, height: rect.height)
      marks.append(
        SVG(
          "rect",
          [
            "x": number(box.x), "y": number(box.y), "width": number(box.width),
            "height": number(box.height), "fill": NodeClass.central.fill(),
          ]))
      marks.append(
        text(name, Point(box.middle.x, box.middle.y + 3.2), 9, .bold, "#FFFFFF", anchor: "middle"))
    }
    return marks
  }

  private func group(
    _ group: WithoutPicture.Group, _ at: Point, _ label: [String], _ isThen: Bool
  ) -> [SVG] {
    let isOpen = isThen && (group.isCutOff || group.isGone)
    let edge = group.isCutOff ? Palette.alarm : group.isGone ? Palette.ink : "#FFFFFF"
    var marks = [
      SVG(
        "circle",
        [
          "class": "group", "cx": number(at.x), "cy": number(at.y), "r": number(Self.radius),
          "fill": isOpen ? "#FFFFFF" : Palette.person,
          "stroke": edge, "stroke-width": group.isCutOff || group.isGone ? "1.8" : "0.8",
        ])
    ]
    if isThen ? group.hasCentre.then : group.hasCentre.today {
      marks.append(
        SVG(
          "rect",
          [
            "x": number(at.x + Self.radius + 2), "y": number(at.y - Self.radius - 4),
            "width": "4.6", "height": "4.6", "fill": NodeClass.central.fill(),
          ]))
    }
    for (row, words) in label.enumerated() {
      marks.append(
        text(
          words, Point(at.x, at.y + Self.radius + 9.5 + Double(row) * 9.5), Self.size,
          group.isCutOff || group.isGone ? .bold : .medium,
          isThen && group.isCutOff ? Palette.alarm : Palette.ink, anchor: "middle",
          halo: true))
    }
    return marks
  }

  // MARK: - How far apart people would be

  /// The name under a slope: whole, or the group as short as tells it, and which of its people.
  private func name(_ slope: WithoutPicture.Slope, _ room: Double) -> String {
    let weight: TypeWeight = slope.isSubject ? .bold : .regular
    guard let place = slope.place, TextRuler.width(slope.title, Self.size, weight) > room else {
      return TextRuler.wrap(slope.title, Self.size, weight, room: room, lines: 1).first ?? ""
    }
    let which = ", \(place.number)"
    let width = room - TextRuler.width(which, Self.size, weight)
    let label = picture.labels.fitting(
      [(place.name, place.kind)],
      GroupLabels.Room(width: width, size: Self.size, weight: weight), .head)
    return (label.first ?? place.name) + which
  }

  private var slopeElements: [SVG] {
    guard !picture.slopes.isEmpty else { return [] }
    let among = picture.slopes.count > 1 ? " of these \(inWords(picture.slopes.count))" : ""
    var marks = [
      text(
        "Pairs of people who could not reach one another, today and without each\(among)",
        Point(slopes.x, slopes.y + 10), 10, .bold)
    ]
    let most = max(0.05, picture.slopes.map { max($0.today, $0.without) }.max() ?? 0)
    let cell = slopes.width / Double(max(picture.slopes.count, 4))
    let base = slopes.bottom - 16
    let height = base - slopes.y - 32
    for (place, slope) in picture.slopes.enumerated() {
      let x = slopes.x + cell * Double(place)
      let room = cell - 14
      let from = Point(x + 12, base - 4 - height * slope.today / most)
      let to = Point(x + room * 0.6, base - 4 - height * slope.without / most)
      // Red is for what cuts somebody off: what is no larger beside others stays as they are.
      let isAlarm =
        slope.isSubject && slope.without - slope.today >= 0.01
        && picture.groups.contains { $0.isCutOff }
      let colour = isAlarm ? Palette.alarm : Palette.ink
      marks.append(Marks.line(Point(x, base), Point(x + room, base), Palette.link, 0.7))
      marks.append(Marks.line(from, to, isAlarm ? colour : Palette.person, isAlarm ? 2 : 1.2))
      for (point, isFilled) in [(from, false), (to, true)] {
        marks.append(
          SVG(
            "circle",
            [
              "cx": number(point.x), "cy": number(point.y), "r": "3.2",
              "fill": isFilled ? (isAlarm ? colour : Palette.person) : "#FFFFFF",
              "stroke": isAlarm ? colour : Palette.person, "stroke-width": "1.2",
            ]))
      }
      marks.append(
        text(
          percent(slope.today), Point(from.x - 3, from.y - 7), Self.size, .regular, Palette.quiet))
      marks.append(
        text(
          percent(slope.without), Point(to.x + 7, to.y + 3), 9, isAlarm ? .bold : .regular, colour))
      marks.append(
        text(
          name(slope, room), Point(x, base + 12), Self.size, slope.isSubject ? .bold : .regular,
          colour))
    }
    return marks
  }
}
