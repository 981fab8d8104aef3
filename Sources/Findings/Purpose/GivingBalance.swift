import GraphEngine
import Measures
import Networks

/// What somebody gives colleagues and receives from them: for the person themselves, never for a ranking.
///
/// A directed tie runs from who asks to who helps, so that ties that arrive are help given and ties that leave are help
/// received; where its kind says that one helped, supported, advised, mentored, coached, trained, taught or gave, it runs
/// from who gives. Two that run both ways count as both. A tie without a direction tells neither and counts in neither. Presenting at
/// an event is giving, coming to one where another presents is receiving; carrying an idea that somebody took up is giving.
/// balance = (given - received) / (given + received), from -1 (only receives) to +1 (only gives).
public struct GivingBalance: Sendable, Equatable {
  /// Colleagues who ask this person, and colleagues this person asks, by ties that have a direction.
  public let asked: Int
  public let asks: Int
  /// Colleagues with whom both is so.
  public let mutual: Int
  /// Colleagues by ties that have none.
  public let undirected: Int
  /// Events at which the person presented, and events at which somebody else did.
  public let presented: Int
  public let listened: Int
  /// Ideas carried to others.
  public let carried: Int
  /// Whether any tie has a direction, whether anybody is recorded as a presenter, and whether as carrying an idea.
  public let tellsDirections: Bool
  public let tellsPresenters: Bool
  public let tellsCarriers: Bool
  /// Whether the files tell of anybody who gives.
  public var canBeTold: Bool { tellsDirections || tellsPresenters || tellsCarriers }

  public var given: Int { asked + mutual + presented + carried }
  public var received: Int { asks + mutual + listened }
  /// Fewer cases than this bear no verdict.
  public static let enough = 5

  public var balance: Double? {
    given + received > 0 ? Double(given - received) / Double(given + received) : nil
  }

  /// What a kind of tie begins with that runs from who gives.
  private static let giving: Set<String> = [
    "helped", "helps", "supported", "supports", "advised", "advises", "mentored", "mentors",
    "coached", "coaches", "trained", "trains", "taught", "teaches", "gave", "gives",
  ]

  /// Whether a kind of tie says that it runs from who gives: "helped", and not "helped by".
  private static func isGiving(_ kind: String) -> Bool {
    let words = kind.lowercased().split { !$0.isLetter }.map(String.init)
    return words.first.map(giving.contains) ?? false && !words.contains("by")
  }

  /// - Parameter person: an index into the network's people.
  init(_ study: Study, of person: Int32) {
    let (ties, period, network) = (study.network.ties, study.slice.period, study.network)
    let staff = Set(study.slice.people)
    var (giving, taking, level) = (Set<Int32>(), Set<Int32>(), Set<Int32>())
    var isPointed = false
    let kinds = ties.attributes.first { Work.kindColumns.contains(folded($0.name)) }
    for tie in 0..<ties.count
    where ties.isCurrent(tie, during: period) && ties.reaches(tie, study.slice.depth) {
      let (from, to) = (ties.from[tie], ties.to[tie])
      guard from != to, staff.contains(from), staff.contains(to) else { continue }
      let points = !ties.isDirected.isEmpty && ties.isDirected[tie]
      isPointed = isPointed || points
      guard from == person || to == person else { continue }
      let isGiven = kinds?[tie].map(Self.isGiving) ?? false
      if !points {
        level.insert(from == person ? to : from)
      } else if (from == person) == isGiven {
        giving.insert(from == person ? to : from)
      } else {
        taking.insert(from == person ? to : from)
      }
    }
    let both = giving.intersection(taking)
    asked = giving.count - both.count
    asks = taking.count - both.count
    mutual = both.count
    undirected = level.subtracting(giving).subtracting(taking).count
    var (presented, listened, presents) = (0, 0, false)
    for event in network.records.events {
      let came = event.attendance.filter { $0.came == true }
      presents = presents || came.contains { $0.role == "presenter" }
      guard let seat = came.first(where: { $0.party == person }) else { continue }
      if seat.role == "presenter" {
        presented += 1
      } else if came.contains(where: { $0.role == "presenter" }) {
        listened += 1
      }
    }
    self.presented = presented
    self.listened = listened
    carried = network.records.ideas.count {
      $0.carriers.contains(person) && !$0.adopters.isEmpty
    }
    tellsDirections = isPointed
    tellsPresenters = presents
    tellsCarriers = network.records.ideas.contains { !$0.carriers.isEmpty }
  }
}
