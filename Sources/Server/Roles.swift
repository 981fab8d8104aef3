import Website

/// What somebody does in a trust, as far as pages go.
public enum Role: String, Sendable, CaseIterable {
  case staff, leader, governance, data
}

/// A kind of page, by who needs it.
enum Route: String, CaseIterable {
  /// The first page, the findings one by one, and what to do next.
  case findings
  /// Topics and the colleagues who know them.
  case colleagues
  case places
  case silos
  case missing
  case partnerships
  /// Goals, stories, ideas, decisions, voices and meetings.
  case purpose
  case papers
  case data
  /// What is held of oneself.
  case own
  case about

  /// Who may open it.
  var roles: Set<Role> {
    switch self {
    case .colleagues: [.staff, .leader, .data]
    case .places: [.staff, .leader, .governance, .data]
    case .findings, .silos, .purpose: [.leader, .governance]
    case .missing, .partnerships: [.leader, .governance, .data]
    case .papers: [.leader, .governance]
    case .data: [.data]
    case .own, .about: Set(Role.allCases)
    }
  }

  /// The route of an address; `nil` for one that is no page.
  init?(_ file: String) {
    if file.hasSuffix(".svg") {
      self = file.contains("partner") ? .partnerships : .silos
      return
    }
    let stem = String(file.prefix { $0 != "." })
    switch stem.prefix(while: { $0 != "-" }) {
    case "index", "next", "ask", "dashboard": self = .findings
    case "find", "topic", "person": self = .colleagues
    case "school", "schools", "team", "partner", "partners": self = .places
    case "silos", "matrix", "map", "bridges": self = .silos
    case "missing": self = .missing
    case "partnership", "partnerships": self = .partnerships
    case "goals", "stories", "ideas", "decisions", "voices", "events": self = .purpose
    case "board", "pack": self = .papers
    case "data", "load": self = .data
    case "my": self = .own
    case "reading", "numbers", "privacy", "accessibility", "version": self = .about
    default: return nil
    }
  }

  /// What the navigation shows of it.
  private var places: [WebPage.Place] {
    switch self {
    case .colleagues: [.find]
    case .places: [.schools, .partners]
    case .silos: [.silos]
    case .missing: [.missing]
    case .partnerships: [.partnerships]
    case .purpose: [.purpose]
    case .papers: [.papers]
    case .data: [.data]
    case .own: [.own]
    case .findings, .about: []
    }
  }

  static func places(of roles: Set<Role>) -> Set<WebPage.Place> {
    Set(allCases.filter { !$0.roles.isDisjoint(with: roles) }.flatMap(\.places))
  }

  /// Where somebody begins.
  static func home(of roles: Set<Role>) -> String {
    if !Route.findings.roles.isDisjoint(with: roles) {
      return roles.contains(.leader) ? "index.html" : "board-papers.html"
    }
    return roles.contains(.data) ? "data.html" : "find.html"
  }
}

/// Somebody who came in: what they may see, and what they are loading.
package final class Visit: Sendable {
  let roles: Set<Role>
  /// By what a log calls them.
  let name: String
  /// The address under which the files may know them; `nil` for whoever started the server, who may ask about anybody.
  let address: String?
  let isLocal: Bool
  let desk: LoadingDesk

  init(
    roles: Set<Role>, name: String, address: String?, isLocal: Bool = false,
    desk: LoadingDesk = LoadingDesk()
  ) {
    self.roles = roles
    self.name = name
    self.address = address
    self.isLocal = isLocal
    self.desk = desk
  }

  /// What tells answers for them from those for others.
  var key: String { isLocal ? "" : roles.map(\.rawValue).sorted().joined(separator: ",") + " " }

  func may(_ route: Route) -> Bool { isLocal || !route.roles.isDisjoint(with: roles) }

  /// Whether they may see what is held of anybody.
  var mayAskOfAnybody: Bool { isLocal || roles.contains(.data) }
}
