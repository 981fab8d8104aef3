import GraphEngine
import Findings
import Measures
import Networks

/// The places on the trails of ideas, in the words that a copy may use: groups of staff too small to show are counted, and
/// people are named only where a copy names them.
struct IdeaPlaces {
  /// Somewhere an idea can be taken up.
  enum Place: Hashable, Comparable {
    case school(Int32)
    case centre
    case partner(Int32)
    /// Of people who cannot be placed in one school.
    case nowhere

    var isSchool: Bool { if case .school = self { true } else { false } }
  }

  private let network: Network
  private let minGroup: Int
  private let name: (Int32) -> String?
  private let schoolSizes: [Int32: Int]
  private let teamSizes: [Int32: Int]
  private let roleSizes: [[Int32]: Int]
  private let analysis: Analysis
  /// What a copy without names hides; `nil` in one with names.
  private let disclosure: Disclosure?

  init(_ facts: FigureFacts, isNamed: Bool, name: @escaping (Int32) -> String?) {
    let network = facts.study.network
    self.network = network
    self.name = name
    analysis = facts.analysis
    disclosure = isNamed ? nil : facts.analysis.disclosure
    minGroup = isNamed ? 0 : facts.map.suppressed.minGroup
    var schools: [Int32: Int] = [:]
    var teams: [Int32: Int] = [:]
    var roles: [[Int32]: Int] = [:]
    for person in facts.study.slice.people {
      let school = network.people.school[Int(person)]
      schools[school, default: 0] += 1
      teams[network.people.teams.main[Int(person)], default: 0] += 1
      if let role = network.people.role?.codes[Int(person)], role >= 0 {
        roles[[school, role], default: 0] += 1
      }
    }
    schoolSizes = schools
    teamSizes = teams
    roleSizes = roles
  }

  /// Whether a group is hidden beside one of few people.
  private func isBeside(_ id: String, _ boundary: Boundary) -> Bool {
    disclosure?.beside[boundary]?.contains(id) == true
  }

  /// Whether so many people are enough to be shown, or nobody is there to be protected.
  private func isShown(_ people: Int) -> Bool { people == 0 || people >= minGroup }

  /// How many places an idea reached that are not shown.
  func unshown(_ trail: StoryBook.Trail) -> Int {
    Set((trail.adopters + trail.triers + trail.idea.droppers).map(place)).count { !isShown($0) }
  }

  func place(_ member: Int32) -> Place {
    if network.kind(of: member) == .partner { return .partner(Int32(network.index(of: member))) }
    return network.isUnplaced(member)
      ? .nowhere : network.school(of: member).map(Place.school) ?? .centre
  }

  private func isShown(_ place: Place) -> Bool {
    switch place {
    case .school(let school):
      isShown(schoolSizes[school] ?? 0) && !isBeside(network.schools[Int(school)].id, .school)
    case .centre:
      isShown(schoolSizes[People.centralTeam] ?? 0) && !isBeside(network.centreId, .school)
    case .partner: true
    case .nowhere: false
    }
  }

  /// What became of an idea where; dropped is said only where nobody keeps or tries it.
  func stops(_ trail: StoryBook.Trail) -> [Place: IdeaTrail.Stop] {
    var stops: [Place: IdeaTrail.Stop] = [:]
    func mark(_ members: [Int32], _ stop: IdeaTrail.Stop) {
      for member in members {
        let place = place(member)
        if isShown(place), stops[place] == nil { stops[place] = stop }
      }
    }
    mark(trail.adopters, .adopted)
    mark(trail.triers, .trialled)
    mark(trail.idea.droppers, .dropped)
    return stops
  }

  /// How many places that ideas reached are left out because so few work there.
  func small(_ ideas: [Idea]) -> Int {
    let reached = ideas.flatMap { $0.adopters + $0.triers + $0.droppers }
    return Set(reached.map(place)).count { $0 != .nowhere && !isShown($0) }
  }

  func column(_ place: Place) -> IdeaTrail.Column {
    switch place {
    case .school(let index):
      let school = network.schools[Int(index)]
      return .init(id: school.id, title: school.name, kind: NodeClass(phase: school.phase))
    case .centre: return .init(id: "", title: Network.centralTeamName, kind: .central)
    case .nowhere: return .init(id: "", title: "", kind: .group)
    case .partner(let index):
      let partner = network.partners[Int(index)]
      return .init(id: partner.id, title: partner.name, kind: .partner)
    }
  }

  /// Where an idea began; `nil` where that is not recorded.
  func origin(_ idea: Idea) -> IdeaTrail.Station? {
    guard
      let first = idea.origin.first(where: { network.kind(of: $0) == .partner })
        ?? idea.origin.first
    else { return nil }
    let more = idea.origin.count - 1
    let note = more > 0 ? "and \(inWords(more)) more" : nil
    let column = column(place(first))
    switch network.kind(of: first) {
    case .partner:
      let sector = network.partners[network.index(of: first)].sector
      return .init(
        title: column.title, note: note ?? PartnerPicture.words(sector: sector),
        mark: .node(.partner))
    case .team
    where isShown(teamSizes[Int32(network.index(of: first))] ?? 0)
      && !isBeside(network.id(of: first), .team):
      let team = network.teams[network.index(of: first)]
      return .init(
        title: team.name, note: note ?? (team.school == nil ? "" : column.title),
        mark: .node(column.kind))
    case .person where name(first) != nil:
      return .init(
        title: name(first) ?? "", note: note ?? column.title, mark: .node(column.kind))
    default:
      guard isShown(place(first)) else {
        return .init(
          title: network.isUnplaced(first) ? "A colleague" : "A small school", note: note ?? "",
          mark: .node(.group))
      }
      return .init(title: column.title, note: note ?? "", mark: .node(column.kind))
    }
  }

  /// Who brought an idea in: by name in a named copy, else by school, and by role where several there share it.
  ///
  /// Of several, one of the bridges stands for all; their school is not told where it would tell a link that few carry.
  func carrier(_ trail: StoryBook.Trail, bridges: [Int32]) -> IdeaTrail.Station? {
    let idea = trail.idea
    guard let first = bridges.first ?? idea.carriers.first else { return nil }
    let more = idea.carriers.count - 1
    let others = more > 0 ? " and \(inWords(more)) more" : ""
    let mark = IdeaTrail.Station.Mark.person(isBridge: !bridges.isEmpty)
    guard network.kind(of: first) == .person else {
      let column = column(place(first))
      return .init(
        title: isShown(place(first)) ? column.title : "A small school", note: others, mark: mark)
    }
    // Nothing is said of somebody who is never named but that they are there.
    guard !network.people.isHidden[Int(first)] else {
      return .init(title: "A colleague", note: trimmed(others), mark: mark)
    }
    let school = network.people.school[Int(first)]
    let role = network.people.role.flatMap { roles -> String? in
      let code = roles.codes[Int(first)]
      guard code >= 0, isShown(roleSizes[[school, code]] ?? 1) else { return nil }
      return roles[Int(first)]
    }
    let home = column(place(first)).title
    if let name = name(first) {
      return .init(
        title: name,
        note: [role, home].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
          + others,
        mark: mark)
    }
    let tellsHome =
      isShown(place(first))
      && (bridges.isEmpty
        || tellsWay(first, to: idea.origin) && tellsWay(first, to: trail.adopters))
    guard tellsHome else {
      return .init(title: "A colleague", note: trimmed(others), mark: mark)
    }
    return .init(title: home, note: trimmed((role ?? "a colleague") + others), mark: mark)
  }

  /// Whether somebody's school may be told beside the fact that they work at one of these places or have a tie there.
  private func tellsWay(_ person: Int32, to members: [Int32]) -> Bool {
    let places = Set(members.map(place))
    return places.contains(place(person))
      || places.contains { there in
        if case .partner = there { return true }
        let somebody = analysis.study.slice.people.first { place($0) == there }
        return somebody.map { analysis.tellsTie(person, $0) } ?? true
      }
  }
}
