import GraphEngine
public import Networks

/// Pairs of schools that would gain most from one another, with the reasons and the step to take next.
///
/// What a school looks for is what its column `seeks` lists in the schools file, the needs it has voiced that are not
/// met, and what its staff seek; what it can give is its column `offers` and what its staff know. A match one way counts
/// 2, both ways 1 more; the same phase 1, the same hub 1; a tie to build on 1; and what is already deep takes off 1 for each
/// stage above networking.
public struct SchoolMatch: Sendable, Equatable {
  /// Indices into the network's schools, a < b.
  public let a: Int
  public let b: Int
  public let score: Double
  /// What b can give a, and a can give b.
  public let fromB: [String]
  public let fromA: [String]
  public let isSamePhase: Bool
  public let isSameHub: Bool
  /// Pairs of people tied between them, and how deep that goes: the depth that at least two ties reach.
  public let ties: Int
  public let stage: Depth

  public var isBothWays: Bool { !fromA.isEmpty && !fromB.isEmpty }

  /// What to see to before the next stage.
  public var next: String {
    switch stage {
    case .none: "introduce two people, one from each"
    case .networking: "find two people a side, and tell each other what you do"
    case .cooperation: "write down one aim you share, and who does what"
    case .coordination: "give both a say in decisions, and agree roles"
    case .coalition: "share time or money, and one plan"
    case .collaboration: "review together, and show others"
    }
  }

  /// Every pair with a reason to meet, best first.
  ///
  /// - Complexity: O(s squared times words) for s schools.
  public static func all(_ study: Study) -> [SchoolMatch] {
    let network = study.network
    let wants = network.schools.indices.map { network.wants(ofSchool: $0) }
    let gives = network.schools.indices.map { network.gives(ofSchool: $0) }
    let links = SchoolLinks(study)
    var matches: [SchoolMatch] = []
    for a in network.schools.indices {
      for b in network.schools.indices where b > a {
        let (one, two) = (network.schools[a], network.schools[b])
        let fromB = met(wants[a], gives[b])
        let fromA = met(wants[b], gives[a])
        guard !fromA.isEmpty || !fromB.isEmpty else { continue }
        let (ties, stage) = links.between(a, b)
        let samePhase = one.phase != nil && one.phase == two.phase
        let sameHub = one.hub != nil && one.hub == two.hub
        var score = Double(2 * min(1, fromA.count) + 2 * min(1, fromB.count))
        score += fromA.isEmpty || fromB.isEmpty ? 0 : 1
        score += (samePhase ? 1 : 0) + (sameHub ? 1 : 0) + (ties > 0 ? 1 : 0)
        score -= Double(max(0, Int(stage.rawValue) - 1))
        matches.append(
          SchoolMatch(
            a: a, b: b, score: score, fromB: fromB, fromA: fromA, isSamePhase: samePhase,
            isSameHub: sameHub, ties: ties, stage: stage))
      }
    }
    return matches.sorted { ($1.score, $0.a, $0.b) < ($0.score, $1.a, $1.b) }
  }

  private static func met(_ wants: [String], _ gives: [String]) -> [String] {
    wants.filter { want in gives.contains { !WordMatch.shared(want, $0).isEmpty } }
  }
}

extension Network {
  private func list(_ school: Int, _ names: [String]) -> [String] {
    schools[school].attributes.sorted { $0.key < $1.key }
      .filter { names.contains(folded($0.key)) }
      .flatMap { $0.value.split { $0 == ";" || $0 == "|" }.map { trimmed(String($0)) } }
      .filter { !$0.isEmpty }
  }

  private func cells(_ column: Column?, ofSchool school: Int) -> [String] {
    guard let column else { return [] }
    let codes = Set(
      people.school.indices.filter { people.school[$0] == Int32(school) && column.codes[$0] >= 0 }
        .map { column.codes[$0] })
    return codes.sorted().flatMap { code in
      column.values[Int(code)].split { ";|,".contains($0) }
        .map { trimmed(String($0.prefix { $0 != ":" })) }
    }
  }

  /// What a school looks for.
  func wants(ofSchool school: Int) -> [String] {
    let voiced = records.needs.filter { need in
      need.isMet != true && need.from.contains { self.school(of: $0) == Int32(school) }
    }.map(\.statement)
    let all =
      list(school, ["seeks", "wants", "needs"]) + voiced + cells(people.seeks, ofSchool: school)
    return Set(all).sorted()
  }

  /// What a school can give.
  func gives(ofSchool school: Int) -> [String] {
    Set(
      list(school, ["offers", "strengths", "gives"]) + cells(people.expertise, ofSchool: school)
    ).sorted()
  }
}

/// The ties between each two schools.
struct SchoolLinks {
  private var ties: [[Int]: Int] = [:]
  private var depths: [[Int]: [UInt8]] = [:]

  init(_ study: Study) {
    let network = study.network
    for work in network.work(during: study.slice.period) where !work.isGroup {
      let schools = work.members.filter { network.kind(of: $0) == .person }
        .compactMap { network.school(of: $0).map(Int.init) }
      guard schools.count == 2, schools[0] != schools[1] else { continue }
      let pair = schools.sorted()
      ties[pair, default: 0] += 1
      depths[pair, default: []].append(work.depth?.rawValue ?? 1)
    }
  }

  /// How many ties, and the depth that at least two of them reach; networking when there are ties at all.
  func between(_ a: Int, _ b: Int) -> (ties: Int, stage: Depth) {
    let count = ties[[a, b]] ?? 0
    let sorted = (depths[[a, b]] ?? []).sorted(by: >)
    let stage = sorted.count > 1 ? Depth(rawValue: sorted[1]) : nil
    return (count, count == 0 ? Depth.none : max(.networking, stage ?? .networking))
  }
}

/// Schools of one phase and hub that work together less than chance would have it: neighbours who may see one another as
/// competitors.
public struct CompetingNeighbours: Sendable, Equatable {
  public let a: Int
  public let b: Int
  public let seen: Double
  public let expected: Double
  public var ratio: Double { seen / expected }

  /// Every such pair, the furthest below chance first; needs a study by school.
  public static func all(_ study: Study, minGroup: Int) -> [CompetingNeighbours] {
    let network = study.network
    let figures = PairObservedExpected().finding(in: study)
    let sizes = study.grouping?.partition.sizes ?? []
    let ids = study.grouping?.ids ?? []
    func isLarge(_ school: Int) -> Bool {
      ids.firstIndex(of: network.schools[school].id).map { sizes[$0] >= minGroup } ?? false
    }
    var pairs: [CompetingNeighbours] = []
    for a in network.schools.indices where isLarge(a) {
      for b in network.schools.indices where b > a && isLarge(b) {
        let (one, two) = (network.schools[a], network.schools[b])
        guard one.hub != nil, one.hub == two.hub, one.phase != nil, one.phase == two.phase,
          let figure = figures[.pair(min(one.id, two.id), max(one.id, two.id))],
          let value = figure.value, let expected = figure.expected, value < 1
        else { continue }
        pairs.append(
          CompetingNeighbours(
            a: a, b: b, seen: figure.basis ?? value * expected, expected: expected))
      }
    }
    return pairs.sorted { ($0.ratio, $0.a, $0.b) < ($1.ratio, $1.a, $1.b) }
  }
}
