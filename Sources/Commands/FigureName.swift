import ArgumentParser
import Diagrams

/// The figures of the menu.
enum FigureName: String, ExpressibleByArgument, CaseIterable {
  case ranking, map, matrix, bridges, coverage, partners, ideas, people, change, network, without,
    trend, depth, dashboard, response, shift

  /// The name of the figure's files, without ending.
  var fileName: String {
    switch self {
    case .map: "trust-map"
    case .bridges, .people: rawValue + "-map"
    case .partners: "partner-map"
    case .ideas: "idea-trails"
    case .ranking, .matrix, .coverage, .change, .network, .without, .trend, .depth, .dashboard,
      .response, .shift:
      rawValue
    }
  }

  /// What it shows, in a few words.
  var what: String {
    switch self {
    case .ranking: "the share of ties that lead out of each school, beside the others at its size"
    case .map: "who works with whom"
    case .matrix: "ties between groups, seen beside expected"
    case .bridges: "what holds the groups together"
    case .coverage: "which school has somebody for which topic"
    case .partners: "who works with which partner, and how deeply"
    case .ideas: "where ideas began, who brought them in, and where they were taken up"
    case .people: "every person, with the bridges named"
    case .change: "links gained and lost since a year before"
    case .network: "one person, team or school and its network to two steps"
    case .depth: "the share of ties that lead out by how deep they are"
    case .trend: "the share of ties that lead out, over all terms that are kept"
    case .without: "what would be lost without somebody, before and after"
    case .shift: "what came and went between two times, and how far each school's share moved"
    case .response: "who answered in each school, and what that lets anybody say of it"
    case .dashboard: "five findings on one page, how sure each is, and what would help"
    }
  }

  /// The papers on which it can be read.
  var papers: [PaperSize] {
    switch self {
    case .ranking: PaperSize.allCases
    case .coverage: PaperSize.pages + [.column, .inset, .wide]
    case .matrix, .without, .partners: PaperSize.pages + [.column, .inset]
    case .map, .bridges, .change, .network, .shift: PaperSize.pages + [.column]
    case .ideas, .people, .response, .trend, .depth: PaperSize.pages
    case .dashboard: [.a4, .a4p, .a3]
    }
  }
}
