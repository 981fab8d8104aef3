import GraphEngine
import Measures
public import Networks

/// Pairs of schools that would gain most from one another, with the reasons and the step to take next.
///
/// What schools look for and can give is said by `SchoolAims`, in words and in topics; a topic is answered by itself, by one
/// that is part of it, and by the one it is part of. What is gained one way counts 2 where it is asked for and offered, 1 1/2
/// where it is asked for and known, 1 where staff seek it, 1/2 where it is only missing, the best alone counting; gains both ways, neither only missing, 1 more; the
/// same phase 1, the same hub 1; a tie to build on 1; and what is already deep takes off 1 for each stage above networking.
/// Of pairs with the same score the one whose gains are known best comes first.
public struct SchoolMatch: Sendable, Equatable {
  /// Indices into the network's schools, a < b.
  public let a: Int
  public let b: Int
  public let score: Double
  /// What b can give a, and a can give b, what is asked for first.
  public let fromB: [Gain]
  public let fromA: [Gain]
  public let isSamePhase: Bool
  public let isSameHub: Bool
  /// The ties between them, as along the boundary of schools, and how deep that goes: the depth that at least two ties reach.
  ///
  /// `nil` where either school may not be shown, or so few people are tied that none may be told of.
  public let ties: Double?
  /// `nil` where that may not be told, though there are ties.
  public let stage: Depth?

  /// Something one school could have of the other.
  public struct Gain: Sendable, Equatable {
    /// What is looked for, and the reason to think that the other has it.
    public let what: String
    public let why: String
    public let need: Need
    /// Whether the other school says that it offers it, rather than that its staff know it.
    public let isOffered: Bool
    /// The weight of what the other's staff know of it; 0 where it is offered in words.
    public let strength: Double
    /// What it adds to a pair's score.
    var worth: Double { [0.5, 1, isOffered ? 2 : 1.5][need.rawValue] }
  }

  /// How a school looks for something.
  public enum Need: Int, Sendable, Comparable {
    case missing, sought, asked

    public static func < (a: Need, b: Need) -> Bool { a.rawValue < b.rawValue }
  }

  public var isBothWays: Bool { !fromA.isEmpty && !fromB.isEmpty }
  /// Whether each has something that the other asks for or seeks.
  public var isWantedBothWays: Bool {
    (fromA.first?.need ?? .missing) > .missing && (fromB.first?.need ?? .missing) > .missing
  }

  /// What to see to before the next stage.
  public var next: String {
    switch stage {
    case .some(.none): "introduce two people, one from each"
    case nil where ties == nil: "introduce two people, one from each"
    case nil, .networking: "find two people a side, and tell each other what you do"
    case .cooperation: "write down one aim you share, and who does what"
    case .coordination: "give both a say in decisions, and agree roles"
    case .coalition: "share time or money, and one plan"
    case .collaboration: "review together, and show others"
    }
  }

  /// Every pair with a reason to meet, best first.
  ///
  /// Of schools with few staff only what the school itself says counts.
  ///
  /// - Parameter showsAll: whether ties are told, and count, that a copy without names hides.
  /// - Complexity: O(s squared times wishes) for s schools.
  static func all(_ analysis: Analysis, showsAll: Bool) -> [SchoolMatch] {
    let (network, study, minGroup) = (analysis.network, analysis.study, analysis.rules.minGroup)
    let aims = SchoolAims(
      analysis.expertise, minGroup: minGroup, isShown: { showsAll || analysis.showsSchool($0) },
      tells: { showsAll || $0 != 1 })
    let links = SchoolLinks(analysis)
    var staff: [Int32: Int] = [:]
    for person in study.slice.people { staff[network.people.school[Int(person)], default: 0] += 1 }
    var matches: [(match: SchoolMatch, strength: Double)] = []
    for a in network.schools.indices {
      for b in network.schools.indices where b > a {
        let (one, two) = (network.schools[a], network.schools[b])
        let fromB = aims.gains(of: a, from: b)
        let fromA = aims.gains(of: b, from: a)
        guard !fromA.isEmpty || !fromB.isEmpty else { continue }
        let isLarge = [a, b].allSatisfy { staff[Int32($0), default: 0] >= minGroup }
        let (seen, deep) = links.between(one.id, two.id)
        let isTold = isLarge && (showsAll || analysis.tellsLink(one.id, two.id))
        let ties = isTold ? seen : nil
        let stage =
          isTold && (showsAll || analysis.atDepth(deep).tellsLink(one.id, two.id)) ? deep : nil
        let samePhase = one.phase != nil && one.phase == two.phase
        let sameHub = one.hub != nil && one.hub == two.hub
        let best = [fromA.first, fromB.first].compactMap { $0 }
        var score = best.reduce(0) { $0 + $1.worth }
        score += best.count { $0.need > .missing } == 2 ? 1 : 0
        score += (samePhase ? 1 : 0) + (sameHub ? 1 : 0) + ((ties ?? 0) > 0 ? 1 : 0)
        score -= Double(max(0, Int(stage?.rawValue ?? 0) - 1))
        let match = SchoolMatch(
          a: a, b: b, score: score, fromB: fromB, fromA: fromA, isSamePhase: samePhase,
          isSameHub: sameHub, ties: ties, stage: stage)
        matches.append((match, (fromA + fromB).reduce(0) { $0 + $1.strength }))
      }
    }
    return matches.sorted {
      ($1.match.score, $1.strength, $0.match.a, $0.match.b) < (
        $0.match.score, $0.strength, $1.match.a, $1.match.b
      )
    }.map(\.match)
  }
}

extension SchoolAims {
  /// What one school could have of another, what is asked for first, then what is known best; three things at most.
  func gains(of one: Int, from other: Int) -> [SchoolMatch.Gain] {
    var gains: [SchoolMatch.Gain] = []
    var taken: Set<Int32> = []
    for wish in asked[one] {
      guard let gain = offered(wish, by: other) ?? known(wish, in: other) else { continue }
      gains.append(gain)
      taken.formUnion(wish.topics)
    }
    for (list, need) in [(sought[one], SchoolMatch.Need.sought), (missing[one], .missing)] {
      for topic in list {
        guard !taken.contains(topic), let answer = answers[other][topic],
          need == .sought || answer.kin == .same
        else { continue }
        taken.insert(topic)
        gains.append(
          .init(
            what: topics[topic].name, why: words(answer, for: topic), need: need,
            isOffered: false, strength: answer.strength.weight))
      }
    }
    let order = gains.enumerated().sorted {
      ($1.element.worth, $1.element.strength, $0.offset) < (
        $0.element.worth, $0.element.strength, $1.offset
      )
    }
    return order.prefix(3).map(\.element)
  }

  /// Something that another school offers in so many words: all the topics of the wish, or where it names none, a word of it.
  private func offered(_ wish: Wish, by school: Int) -> SchoolMatch.Gain? {
    for offer in offered[school] {
      let answers =
        wish.topics.isEmpty
        ? !WordMatch.shared(wish.text, offer).isEmpty
        : topics.answers(topics.topics(of: offer), all: wish.topics)
      guard answers else { continue }
      let isSame = topicKey(offer) == topicKey(wish.text)
      return .init(
        what: wish.text, why: isSame ? "offered" : "they offer \(offer)", need: .asked,
        isOffered: true, strength: 0)
    }
    return nil
  }

  /// Something that staff of another school know well: all the topics of the wish.
  private func known(_ wish: Wish, in school: Int) -> SchoolMatch.Gain? {
    let found = wish.topics.compactMap { topic in answers[school][topic].map { (topic, $0) } }
    guard !found.isEmpty, found.count == wish.topics.count else { return nil }
    return .init(
      what: wish.text, why: listed(found.map { words($0.1, for: $0.0) }), need: .asked,
      isOffered: false, strength: found.map(\.1.strength.weight).min() ?? 0)
  }

  /// Why an answer helps; one or two people are not told apart.
  private func words(_ answer: Answer, for topic: Int32) -> String {
    let who = answer.strength.holders > 2 ? "several know" : "one or two lead on"
    return "\(who) \(topics.words(answer.known, answer.kin, for: topic))"
  }
}

/// The ties between each two schools, at each depth.
private struct SchoolLinks {
  private var ties: [Depth: [[String]: Double]] = [:]
  private let first: Depth

  init(_ analysis: Analysis) {
    first = analysis.study.slice.depth
    for depth in Depth.allCases where depth >= max(first, .networking) {
      let study = analysis.atDepth(depth).study
      let ids = study.grouping?.ids ?? []
      for pair in study.mixing?.ties.between ?? [] {
        ties[depth, default: [:]][[ids[pair.from], ids[pair.to]].sorted(), default: 0] += pair.sum
      }
    }
  }

  /// How many ties, and the depth that two of them or more reach; networking when there are ties at all.
  func between(_ a: String, _ b: String) -> (ties: Double, stage: Depth) {
    let pair = [a, b].sorted()
    let count = ties[max(first, .networking)]?[pair] ?? 0
    let deep = ties.filter { ($0.value[pair] ?? 0) >= 2 }.keys.max()
    return (count, count == 0 ? .none : max(.networking, deep ?? .networking))
  }
}

/// The pairs of schools of one phase and hub, by what can be said of how far they keep apart.
public struct NeighbourPairs: Sendable, Equatable {
  /// Those with at most two thirds of the ties that chance would give, the furthest below first; then those whose ties may not be told.
  public let apart: [CompetingNeighbours]
  /// How many pairs can be judged, and how many have too few ties by chance or too few answers for that.
  public let judged: Int
  public let tooFew: Int
  /// Whether any two schools share a phase and a hub, be they shown or not.
  public let areThere: Bool

  /// With fewer ties by chance a pair below them says nothing.
  public static let enough = 5.0
  /// A pair with at most this share of the ties that chance would give keeps apart; one just below chance does not.
  public static let few = 2.0 / 3

  static let none = NeighbourPairs(apart: [], judged: 0, tooFew: 0, areThere: false)
}

/// Schools of one phase and hub with at most two thirds of the ties that chance would give: neighbours who may see one another as
/// competitors.
public struct CompetingNeighbours: Sendable, Equatable {
  public let a: Int
  public let b: Int
  /// Ties between the two; `nil` where so few people have some that none may be told of.
  public let seen: Double?
  public let expected: Double
  public var ratio: Double? { seen.map { $0 / expected } }

  /// Every pair of neighbours that may be shown.
  ///
  /// - Parameter showsAll: whether schools and ties are told that a copy without names hides.
  static func all(_ analysis: Analysis, showsAll: Bool) -> NeighbourPairs {
    let (study, minGroup) = (analysis.study, analysis.rules.minGroup)
    let network = study.network
    let figures = PairObservedExpected().finding(in: study)
    let sizes = study.grouping?.partition.sizes ?? []
    let ids = study.grouping?.ids ?? []
    let coverage = study.coverageOfGroups
    func hasAnswered(_ school: School) -> Bool {
      ids.firstIndex(of: school.id).map {
        coverage[$0].share ?? 1 >= analysis.rules.minCoverage
      } ?? false
    }
    func isLarge(_ school: Int) -> Bool {
      ids.firstIndex(of: network.schools[school].id).map {
        sizes[$0] >= minGroup && (showsAll || !analysis.hides($0))
      } ?? false
    }
    var pairs: [CompetingNeighbours] = []
    var (judged, tooFew) = (0, 0)
    for a in network.schools.indices where isLarge(a) {
      for b in network.schools.indices where b > a && isLarge(b) {
        let (one, two) = (network.schools[a], network.schools[b])
        guard one.hub != nil, one.hub == two.hub, one.phase != nil, one.phase == two.phase
        else { continue }
        guard hasAnswered(one), hasAnswered(two),
          let figure = figures[.pair(min(one.id, two.id), max(one.id, two.id))],
          let value = figure.value, let expected = figure.expected,
          expected >= NeighbourPairs.enough
        else {
          tooFew += 1
          continue
        }
        judged += 1
        guard value <= NeighbourPairs.few else { continue }
        let isTold = showsAll || analysis.tellsLink(one.id, two.id)
        pairs.append(
          CompetingNeighbours(
            a: a, b: b, seen: isTold ? figure.basis ?? value * expected : nil, expected: expected))
      }
    }
    return NeighbourPairs(
      apart: pairs.sorted { ($0.ratio ?? 1, $0.a, $0.b) < ($1.ratio ?? 1, $1.a, $1.b) },
      judged: judged, tooFew: tooFew, areThere: true)
  }
}
