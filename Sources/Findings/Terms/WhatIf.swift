import GraphEngine
import Measures
public import Networks

/// A trust with some changes beside the trust as it is: silos, reach, what hangs on one person, topics and partnerships.
///
/// Both sides are the same analysis of two networks, so that each figure is what every other output would say of it. Nothing is foretold: people
/// who stay keep the ties they have, and nobody makes new ones but those that are named.
public struct WhatIf: Sendable {
  public let changes: [NetworkChange]
  public let today: Analysis
  public let then: Analysis
  public let before: State
  public let after: State
  /// What goes with those who would leave; `nil` where nobody would.
  public let lost: WithoutPeople?
  public let successors: [Successor]
  /// Pairs of people who are tied already, of those that were to be tied.
  public let tiedAlready: Int

  /// How a trust stands.
  public struct State: Sendable, Equatable {
    public let people: Int
    /// The groups, the central team aside.
    public let groups: Int
    /// Pairs of people who work together.
    public let ties: Int
    /// The share of ties that lead out of the group, where anything groups people.
    public let outside: Double?
    /// The groups that keep to themselves, by id; `nil` where it cannot be said.
    public let silos: [String]?
    /// Of pairs of people, the share within three steps of each other, and the share with no way at all between them.
    public let near: Double?
    public let apart: Double?
    /// People without whom others would have no way to each other.
    public let cutPoints: Int
    /// Topics with a single holder; `nil` where no file tells what people know.
    public let singleTopics: Int?
    /// Partnerships with a single holder, and with none; `nil` where no file tells who is in touch.
    public let singlePartnerships: Int?
    public let heldByNobody: Int?
  }

  init(_ today: Analysis, _ changes: [NetworkChange]) {
    self.changes = changes
    self.today = today
    let then = today.after(changes)
    self.then = then
    before = State(today)
    after = State(then)
    let leavers = changes.flatMap { change -> [Int32] in
      if case .leaving(let people) = change { people } else { [] }
    }
    let leaving = Set(leavers).sorted()
    lost = leaving.isEmpty ? nil : today.without(leaving)
    successors = lost.map { Successor.all(today, leaving: leaving, $0) } ?? []
    let graph = today.study.graph
    let node = Dictionary(
      uniqueKeysWithValues: today.study.slice.people.enumerated().map { ($1, $0) })
    tiedAlready = changes.count { change in
      guard case .tying(let one, let other) = change, let a = node[one], let b = node[other] else {
        return false
      }
      return graph.entry(from: a, to: Int32(b)) != nil
    }
  }
}

extension WhatIf.State {
  init(_ analysis: Analysis) {
    let study = analysis.study
    people = study.peopleCount
    // The centre is no school.
    groups = study.grouping.map { all in all.ids.indices.count { !all.isCentral($0) } } ?? 0
    ties = study.graph.tieCount
    outside = (analysis.verdicts?.index.value).map { (1 + $0) / 2 }
    silos = analysis.verdicts.flatMap { verdicts in
      switch verdicts.whole.kind {
      case .notEnoughData, .notSurveyedAcross: nil
      // Whether a group is hidden may change with the trust; whether it is closed is another matter.
      default: verdicts.silos(showsAll: true).map(\.id).sorted()
      }
    }
    let census = study.distances
    let pairs = Double(people) * Double(people - 1) / 2
    near =
      people > 1
      ? Double(census.histogram.dropFirst().prefix(3).reduce(0, +)) / pairs
        / Self.ends(census, study)
      : nil
    apart =
      people > 1 && study.graph.tieCount > 0
      ? 1 - study.components.sizes.reduce(0.0) { $0 + Double($1) * Double($1 - 1) / 2 } / pairs
      : nil
    cutPoints = study.cutSet.points.count
    let knowledge = analysis.expertise
    singleTopics =
      analysis.network.expertise.tellsKnowledge ? knowledge.singleCount : nil
    let entries = analysis.ledger.entries
    let tells = analysis.ledger.tellsContacts && !entries.isEmpty
    singlePartnerships = tells ? entries.count { $0.holderCount == 1 } : nil
    heldByNobody = tells ? entries.count { $0.holderCount == 0 } : nil
  }

  /// How often the census counts each pair: all reached pairs of it are known from the parts.
  private static func ends(_ census: DistanceCensus, _ study: Study) -> Double {
    let counted = Double(census.histogram.dropFirst().reduce(0, +))
    let pairs = study.components.sizes.reduce(0.0) { $0 + Double($1) * Double($1 - 1) / 2 }
    return pairs > 0 && counted > 0 ? counted / pairs : 1
  }
}

/// Who could take over a bridge that would go: those who stay, by how warm a way they have to the people on the other side.
public struct Successor: Sendable, Equatable {
  /// The two groups, by their places in the grouping, and how many ties they have, all of which would go.
  public let a: Int
  public let b: Int
  public let ties: Int
  /// Who has the warmest ways, the warmest first; hidden people are never among them.
  public let candidates: [Candidate]
  /// Whether every way leads through those who would leave, so that they must introduce somebody before they go.
  public let needsHandover: Bool

  public struct Candidate: Sendable, Equatable {
    public let person: Int32
    /// Whom they could reach, and what the way costs (`Introductions`).
    public let contact: Int32
    public let cost: Double
    /// Those who could introduce them.
    public let between: [Int32]
  }

  /// The most bridges and contacts of each that are looked at.
  static let bridges = 12
  static let contacts = 12

  static func all(
    _ analysis: Analysis, leaving: [Int32], _ lost: WithoutPeople
  ) -> [Successor] {
    let (study, network) = (analysis.study, analysis.network)
    guard let grouping = study.grouping else { return [] }
    let gone = Set(leaving)
    let introductions = analysis.introductions
    let hidden = network.people.isHidden
    // Of a group that nobody is left in, nobody can take over.
    let emptied = Set(lost.groupsEmptied)
    let pairs = lost.pairsLost.filter { !emptied.contains($0.a) && !emptied.contains($0.b) }
    return pairs.prefix(bridges).map { pair in
      // Those who stay, of people at the far end of the ties that go, and their side.
      var far: [(person: Int32, side: Int)] = []
      for node in 0..<study.peopleCount where gone.contains(study.slice.people[node]) {
        let own = study.group(ofNode: node)
        guard own == pair.a || own == pair.b else { continue }
        let side = own == pair.a ? pair.b : pair.a
        for other in study.graph.neighbours(node)
        where study.group(ofNode: Int(other)) == side
          && !gone.contains(study.slice.people[Int(other)])
        {
          far.append((study.slice.people[Int(other)], side))
        }
      }
      /// - Parameter barred: people through whom no way may lead.
      func candidates(barred: Set<Int32>) -> [Candidate] {
        var best: [Int32: Candidate] = [:]
        for contact in far.prefix(contacts) where !hidden[Int(contact.person)] {
          let home = contact.side == pair.a ? pair.b : pair.a
          let ways = introductions.ways(from: contact.person, barred: barred)
          for member in grouping.partition.members[home] {
            let person = study.slice.people[Int(member)]
            guard !gone.contains(person), !hidden[Int(person)], let path = ways.path(to: person),
              path.cost < best[person]?.cost ?? .infinity
            else { continue }
            best[person] = Candidate(
              person: person, contact: contact.person, cost: path.cost,
              between: path.between.reversed())
          }
        }
        return Array(
          best.values.sorted { ($0.cost, $0.person) < ($1.cost, $1.person) }.prefix(3))
      }
      // Where nobody who stays leads there, those who leave can still introduce somebody.
      let others = candidates(barred: gone)
      return Successor(
        a: pair.a, b: pair.b, ties: pair.ties,
        candidates: others.isEmpty ? candidates(barred: []) : others,
        needsHandover: others.isEmpty)
    }
  }
}
