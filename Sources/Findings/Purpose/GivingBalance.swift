import GraphEngine
import Measures
import Networks

/// What somebody gives colleagues and receives from them: for the person themselves, never for a ranking.
///
/// A directed tie runs from who asks to who helps, so that ties that arrive are help given and ties that leave are help
/// received; mutual ties count as both. Presenting at an event is giving, coming to one where another presents is receiving.
/// balance = (given - received) / (given + received), from -1 (only receives) to +1 (only gives).
public struct GivingBalance: Sendable, Equatable {
  /// People who ask this person, and people this person asks, where ties have directions.
  public let asked: Int
  public let asks: Int
  /// Ties in which both do.
  public let mutual: Int
  /// Events at which the person presented, and events at which somebody else did.
  public let presented: Int
  public let listened: Int
  /// Ideas carried to others.
  public let carried: Int

  public var given: Int { asked + mutual + presented + carried }
  public var received: Int { asks + mutual + listened }
  public var balance: Double? {
    given + received > 0 ? Double(given - received) / Double(given + received) : nil
  }

  /// - Parameter person: an index into the network's people.
  init(_ study: Study, of person: Int32) {
    var (asked, asks, mutual) = (0, 0, 0)
    if let node = study.slice.people.firstIndex(of: person) {
      let arcs = study.slice.arcs
      for other in study.graph.neighbours(node) {
        let goes = arcs.entry(from: node, to: other) != nil
        let comes = arcs.entry(from: Int(other), to: Int32(node)) != nil
        if goes && comes || !arcs.isDirected {
          mutual += 1
        } else if goes {
          asks += 1
        } else {
          asked += 1
        }
      }
    }
    self.asked = asked
    self.asks = asks
    self.mutual = mutual
    var (presented, listened) = (0, 0)
    for event in study.network.records.events {
      let came = event.attendance.filter { $0.came == true }
      guard let seat = came.first(where: { $0.party == person }) else { continue }
      if seat.role == "presenter" {
        presented += 1
      } else if came.contains(where: { $0.role == "presenter" }) {
        listened += 1
      }
    }
    self.presented = presented
    self.listened = listened
    carried = study.network.records.ideas.count {
      $0.carriers.contains(person) && !$0.adopters.isEmpty
    }
  }
}
