import Networks

/// How a link is drawn, and what the legend says of it.
extension MapPicture.Tie.Style {
  /// The colour, whether the line is broken and how, and the least width.
  var look: (colour: String, dashes: String?, least: Double) {
    switch self {
    case .inside, .quiet, .kept, .second: (Palette.link, nil, 0)
    case .across: (Palette.ink, "5 3", 1.2)
    case .only: (Palette.alarm, nil, 2)
    case .gained, .direct: (Palette.gain, nil, 2.2)
    case .lost: (Palette.partnerLine, "2 3", 1.6)
    }
  }

  /// Words for the legend and the data table.
  var words: String {
    switch self {
    case .inside: "link"
    case .quiet: "other link"
    case .across: "link between hubs"
    case .only: "only link"
    case .direct: "direct link"
    case .second: "link at two steps"
    case .kept: "link then and now"
    case .gained: "new link"
    case .lost: "lost link"
    }
  }

  /// The row of the legend, or nothing for links that the widths explain.
  var legend: LegendItem? {
    let (colour, dashes, _) = look
    func item(_ width: Double, _ words: String) -> LegendItem {
      LegendItem(.link(colour: colour, width: width, dashes: dashes), words)
    }
    return switch self {
    case .inside, .quiet: nil
    case .across: item(1.8, "Link between hubs")
    case .only: item(2.3, "Only link of a group")
    case .direct: item(2.3, "Direct link")
    case .second: item(1, "Link at two steps")
    case .kept: item(1.5, "Then and now")
    case .gained: item(2.3, "New")
    case .lost: item(1.8, "Lost")
    }
  }
}
