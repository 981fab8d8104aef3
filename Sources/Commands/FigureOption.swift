/// An option of `weft draw` that not every figure uses.
enum FigureOption: String, CaseIterable {
  case by, depth
  case minGroup = "min-group"
  case minLink = "min-link"
  case surveyedAcross = "surveyed-across"
  case seed, names, of, before
  case layoutFrom = "layout-from"

  var flag: String { "--" + rawValue }
}

extension FigureName {
  /// The options that change something about the figure.
  var options: Set<FigureOption> {
    switch self {
    case .map: [.by, .depth, .minGroup, .minLink, .surveyedAcross, .layoutFrom]
    case .ranking: [.by, .depth, .minGroup, .surveyedAcross]
    case .matrix: [.by, .depth, .minGroup, .minLink, .surveyedAcross]
    case .bridges: [.by, .depth, .minGroup, .minLink, .names, .layoutFrom]
    case .coverage: [.by, .depth, .minGroup, .names]
    case .partners: [.by, .depth, .minGroup, .minLink]
    case .ideas: [.minGroup, .names]
    case .people: [.by, .depth, .minGroup, .surveyedAcross, .seed, .names]
    case .change: [.by, .depth, .minGroup, .minLink, .before, .layoutFrom]
    case .shift: [.by, .depth, .minGroup, .surveyedAcross, .before]
    case .network: [.by, .depth, .minGroup, .minLink, .surveyedAcross, .names, .of]
    case .without: [.by, .depth, .minGroup, .minLink, .surveyedAcross, .names, .of]
    case .dashboard, .response, .trend, .depth: [.by, .depth, .minGroup, .surveyedAcross]
    }
  }

  /// Whether boxes stand where their ties draw them, so that places can be written and kept.
  var hasPlaces: Bool {
    switch self {
    case .map, .bridges, .people, .change, .network: true
    case .ranking, .matrix, .coverage, .partners, .ideas, .dashboard, .response, .without, .trend,
      .depth, .shift:
      false
    }
  }
}

extension FigureFormat {
  /// Whether it is a page, with words and colours, rather than numbers or places.
  var isPage: Bool { [.svg, .pdf, .png].contains(self) }
}
